"""What the hold page may ask for: an account on hold until a day, for a reason, or that taken back."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from sayso.domain.errors import InvalidInputError
from sayso.domain.response import tidy

LONGEST_REASON = 300
# By a link nobody takes an account out of the programme for good.
_LONGEST_HOLD = timedelta(days=366)


class HoldAction(BaseModel):
    """One thing to do about an account: a hold, `until` and including a day or for so many `weeks`, with its `reason`;
    or its `release`."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)

    until: Annotated[str, Field(pattern=r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$")] | None = None
    weeks: Annotated[int, Field(ge=1, le=52)] | None = None
    reason: Annotated[str, Field(max_length=LONGEST_REASON), AfterValidator(tidy)] = ""
    release: Literal[True] | None = None

    def last_day(self, today: date) -> date | None:
        """The last day of the hold that is asked for; None where its release is.

        Raises InvalidInputError, naming the field, when something is missing, does not go together, or is too long.
        """
        if self.release:
            for name in self.model_fields_set - {"release", "seen"}:
                raise InvalidInputError("This means nothing to a release.", field=name)
            return None
        if (self.until is None) == (self.weeks is None):
            raise InvalidInputError("Say until when: 'until' a day, or for so many 'weeks'.", field="until")
        last = today + timedelta(weeks=self.weeks) if self.weeks else _day(self.until or "")
        if last > today + _LONGEST_HOLD:
            raise InvalidInputError("A hold lasts for a year at most.", field="until")
        return last


class SeenHoldAction(HoldAction):
    """The same at the desk, where more than one looks after an account: `seen` is the `at` of the hold one saw, empty
    where one saw none."""

    seen: Annotated[str, Field(max_length=40)] = ""


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise InvalidInputError("This is no day of the calendar.", field="until") from None
