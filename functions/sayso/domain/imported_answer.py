"""One past answer out of another survey tool's export: what its row says, and the ways in which it cannot be read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Annotated, NamedTuple

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError

from sayso.domain.address import same_mailbox
from sayso.domain.contact import SegmentText
from sayso.domain.entity import Entity
from sayso.domain.foreign_dates import DateReader
from sayso.domain.foreign_scores import looks_like_a_score, read_score
from sayso.domain.formulas import calculated
from sayso.domain.programme import LANGUAGES, Programme, Scale
from sayso.domain.response import tidy
from sayso.domain.response_map import RATING, SEGMENT, ResponseMap
from sayso.domain.section import Identifier

EARLIEST = datetime(2000, 1, 1, tzinfo=UTC)
"""Answers from before are misread dates: the question is of 2003."""
NO_ACCOUNT = "-"
"""The account of an answer that names none."""
_NOBODY = "nobody:"

SEGMENTS_LIMIT = 20
"""Of one answer, as of one contact: whoever counts it writes two days' counters in one transaction of 100 actions (see
`sayso.domain.filing.MOST_OF_IMPORTED`)."""

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
    segments: Annotated[dict[SegmentText, SegmentText], Field(max_length=SEGMENTS_LIMIT)] = {}
    ratings: Annotated[dict[Identifier, Annotated[int, Field(ge=1, le=5)]], Field(max_length=5)] = {}

    @property
    def has_words(self) -> bool:
        """Whether something was written."""
        return bool(self.why or self.better)

    def of_the_erased(self) -> ImportedAnswer:
        """What may be kept of it when its person was erased: nothing that tells who it was, and the UTC day only."""
        day = self.answered_at.replace(hour=0, minute=0, second=0, microsecond=0)
        return self.model_copy(update={"answered_at": day, "account": "", "segments": {}, "why": "", "better": ""})

    def fingerprint(self) -> str:
        """What tells it from other answers to the same survey where it has no id of its own: who, when and what."""
        who = "\0".join((self.contact_id or same_mailbox(self.email), self.name, self.account))
        return "\0".join((who, self.answered_at.isoformat(), str(self.score), self.why, self.better))


class Refusal(NamedTuple):
    """Why a row was not taken: the field, and the reason."""

    field: str
    reason: str


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
        if (scale := said.get("scale", "").casefold()) not in ("", self.scale):
            return Refusal("scale", f"is {scale[:40]}, not {self.scale}; import its like under a name of their own")
        field = "score"
        try:
            score = read_score(said["score"], self.scale)
            ratings = {}
            for field in (name for name, text in said.items() if name.startswith(RATING) and text):
                ratings[field.removeprefix(RATING)] = read_score(said[field], "satisfaction")
        except ValueError as error:
            return Refusal(field, str(error))
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
                ratings=ratings,
                segments={
                    name.removeprefix(SEGMENT): text for name, text in said.items() if name.startswith(SEGMENT) and text
                },
            )
        except ValidationError as error:
            return _refusal(error)

    def is_header(self, cells: Sequence[str]) -> bool:
        """Whether a row right under the header is one more of it: it holds neither a score nor a date where the answers
        do."""
        if looks_like_a_score(self._cell(cells, self.columns["score"])):
            return False
        return not self.dates.can_read(self._cell(cells, self.columns["answered_at"]))

    def _cell(self, cells: Sequence[str], at: int) -> str:
        text = cells[at].strip() if at < len(cells) else ""
        return calculated(text).strip() if self.map.unquote else text

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
    if problem["type"] == "too_long":
        return Refusal(where[0], f"are more than {problem['ctx']['max_length']}")
    if problem["type"] == "string_pattern_mismatch":
        return Refusal(named, "must not have | # or = in it")
    return Refusal("id" if named == "row_id" else named, problem["msg"].removeprefix("Value error, "))
