"""What every part of programme.yaml is made of: short texts, identifiers, time zones, opening hours."""

from __future__ import annotations

from datetime import time
from typing import Annotated, Literal
from zoneinfo import ZoneInfo

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, model_validator

from sayso.domain.time import WEEKDAYS


def _known_zone(name: str) -> str:
    try:
        ZoneInfo(name)
    except (ValueError, OSError, KeyError):  # ZoneInfo's ways of saying no: bad name, folder, unknown
        raise ValueError(f"'{name}' is not a time zone; write one like Europe/Berlin") from None
    return name


TimeZone = Annotated[str, AfterValidator(_known_zone)]
Identifier = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]{0,31}$")]
Text = Annotated[str, Field(min_length=1, max_length=300)]


class Section(BaseModel):
    """A part of the programme: nothing in it that is not known, and nothing changed once it is read."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)


def _minutes(value: object) -> object:
    # YAML 1.1 reads an unquoted 17:30 as the number 17 * 60 + 30
    if isinstance(value, int) and not isinstance(value, bool) and 0 <= value < 24 * 60:
        return time(value // 60, value % 60)
    return value


Clock = Annotated[time, BeforeValidator(_minutes)]


class SendWindow(Section):
    """When mails may go out, in the contact's own time zone. `opens` equal to `closes` means all day."""

    days: Annotated[tuple[Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun"], ...], Field(min_length=1)]
    opens: Clock
    closes: Clock

    @property
    def weekdays(self) -> frozenset[int]:
        """The open days as numbers, Monday = 0."""
        return frozenset(WEEKDAYS.index(day) for day in self.days)

    @model_validator(mode="after")
    def _opens_before_it_closes(self) -> SendWindow:
        if self.opens > self.closes:
            raise ValueError("opens must be before closes")
        return self


ALWAYS = SendWindow(days=WEEKDAYS, opens=time(0), closes=time(0))
