"""One past answer out of another survey tool's export: what its row says, and the ways in which it cannot be read."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Annotated, NamedTuple

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError

from sayso.domain.address import same_mailbox
from sayso.domain.contact import SegmentText
from sayso.domain.entity import Entity
from sayso.domain.foreign_dates import DateReader, looks_like_a_date
from sayso.domain.programme import LANGUAGES, Programme, Scale, scores_of
from sayso.domain.response import tidy
from sayso.domain.response_map import SEGMENT, ResponseMap

EARLIEST = datetime(2000, 1, 1, tzinfo=UTC)
"""Answers from before are misread dates: the question is of 2003."""
NO_ACCOUNT = "-"
"""The account of an answer that names none."""
_NOBODY = "nobody:"
_SCORE = re.compile(r"^(\d{1,3})(?:[.,]0+)?(?:\s*/\s*(\d+)|\s*[-–—:=(]\s*[^\d\s].*|\s+\D.*)?$", re.DOTALL)
_FORMULA = re.compile(r"^'+[=+\-@\t\r]")

Said = Annotated[str, Field(max_length=20_000), AfterValidator(tidy)]


def nobody(row_id: str) -> str:
    """The contact_id of an answer of somebody we do not know: a partition of its own, and no contact's."""
    return f"{_NOBODY}{row_id}"


def is_nobody(contact_id: str) -> bool:
    """Whether an answer was taken over without its person."""
    return contact_id.startswith(_NOBODY)


class ImportedSurvey(Entity):
    """A survey whose answers were imported: its scale, and what of a file tells two answers apart (`sources`, one for
    each set of answers). `first_at` is when the first import began (UTC)."""

    survey: str
    scale: Scale
    sources: tuple[str, ...]
    first_at: datetime


class ImportedAnswer(BaseModel):
    """What a row says, as far as Sayso keeps such things. `answered_at` in UTC; `unknown_drivers` are set aside."""

    model_config = ConfigDict(frozen=True, hide_input_in_errors=True)

    line: int
    score: int
    answered_at: datetime
    row_id: Annotated[str, Field(max_length=300)] = ""
    contact_id: Annotated[str, Field(max_length=200)] = ""
    email: Annotated[str, Field(max_length=320)] = ""
    name: Annotated[str, Field(max_length=200)] = ""
    account: Annotated[str, Field(max_length=200)] = ""
    why: Said = ""
    better: Said = ""
    drivers: tuple[str, ...] = ()
    unknown_drivers: tuple[str, ...] = ()
    language: str = ""
    segments: dict[SegmentText, SegmentText] = {}

    @property
    def has_words(self) -> bool:
        """Whether something was written."""
        return bool(self.why or self.better)

    def fingerprint(self) -> str:
        """What tells it from other answers to the same survey where it has no id of its own: who, when and what."""
        who = self.contact_id or same_mailbox(self.email)
        return "\0".join((who, self.answered_at.isoformat(), str(self.score), self.why, self.better))


class Refusal(NamedTuple):
    """Why a row was not taken: the field, and the reason."""

    field: str
    reason: str


def read_score(text: str, scale: Scale) -> int:
    """A score as exports write it: ``9``, ``9.0``, ``10 - Extremely likely``, ``9/10``.

    Raises ValueError, with the reason, for anything else and for what is not on the scale.
    """
    found, scores = _SCORE.match(text.strip()), scores_of(scale)
    on_it = f"the scale of {scores[0]} to {scores[-1]}"
    if not found or (found[2] and int(found[2]) != scores[-1]):
        raise ValueError(f"'{_short(text)}' is no whole number on {on_it}")
    if int(found[1]) not in scores:
        raise ValueError(f"{found[1]} is not on {on_it}")
    return int(found[1])


@dataclass(frozen=True)
class RowReader:
    """Reads the rows of one file. `columns` says which column (from 0) is what; `now` is in UTC."""

    map: ResponseMap
    columns: Mapping[str, int]
    scale: Scale
    dates: DateReader
    programme: Programme
    now: datetime
    _drivers: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for driver in self.programme.drivers:
            labels = [driver.label(language) for language in LANGUAGES if getattr(driver, language)]
            self._drivers.update({name.casefold(): driver.id for name in (driver.id, *labels)})

    def read(self, line: int, cells: Sequence[str]) -> ImportedAnswer | Refusal | None:
        """What a row says, why it cannot be taken, or None when nobody answered: it has no score."""
        said = {name: self._cell(cells, at) for name, at in self.columns.items()}
        if not said["score"]:
            return None
        try:
            score = read_score(said["score"], self.scale)
        except ValueError as error:
            return Refusal("score", str(error))
        try:
            answered_at = self.dates.read(said["answered_at"])
        except ValueError as error:
            return Refusal("answered_at", str(error))
        if answered_at > self.now:
            return Refusal("answered_at", f"'{said['answered_at']}' is in the future")
        if answered_at < EARLIEST:
            return Refusal("answered_at", f"'{said['answered_at']}' is before {EARLIEST:%Y}: is the date read right?")
        known, unknown = self._split(said.get("drivers", ""))
        try:
            return ImportedAnswer(
                line=line,
                score=score,
                answered_at=answered_at,
                row_id=said.get("id", ""),
                **{
                    name: said.get(name, "")
                    for name in ("contact_id", "email", "name", "account", "why", "better", "language")
                },
                drivers=known,
                unknown_drivers=unknown,
                segments={
                    name.removeprefix(SEGMENT): text for name, text in said.items() if name.startswith(SEGMENT) and text
                },
            )
        except ValidationError as error:
            return _refusal(error)

    def is_header(self, cells: Sequence[str]) -> bool:
        """Whether a row right under the header is one more of it: it holds no date where the answers do."""
        return not looks_like_a_date(self._cell(cells, self.columns["answered_at"]))

    def _cell(self, cells: Sequence[str], at: int) -> str:
        text = cells[at].strip() if at < len(cells) else ""
        return text[1:].strip() if self.map.unquote and _FORMULA.match(text) else text

    def _split(self, text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
        named = [name.strip() for name in text.split(self.map.driver_separator) if name.strip()]
        known = dict.fromkeys(self._drivers[name.casefold()] for name in named if name.casefold() in self._drivers)
        return tuple(known), tuple(name for name in named if name.casefold() not in self._drivers)


def _refusal(error: ValidationError) -> Refusal:
    problem = error.errors()[0]
    where = [str(step) for step in problem["loc"] if step != "[key]"]
    named = SEGMENT + where[1] if where[0] == "segments" and len(where) > 1 else where[0]
    if problem["type"] == "string_too_long":
        return Refusal(named, f"is longer than {problem['ctx']['max_length']:,} characters")
    if problem["type"] == "string_pattern_mismatch":
        return Refusal(named, "must not have | # or = in it")
    return Refusal("id" if named == "row_id" else named, problem["msg"].removeprefix("Value error, "))


def _short(text: str) -> str:
    return " ".join(text.split())[:60]
