"""What the desk asks and is told about answers, written down for the type checker and for docs/staff-api.json."""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field
from typing_extensions import TypedDict  # pydantic describes no other before Python 3.12

from sayso.domain.answer_filters import AnswerFilters, Filed, Standing
from sayso.domain.answer_history import Happened
from sayso.domain.commitment import Status
from sayso.domain.follow_up import CaseState
from sayso.domain.programme import Language, Scale
from sayso.domain.response import ContactWish, Group, tidy
from sayso.handlers.staff_query import Asked
from sayso.services.export_responses import Kind
from sayso.services.file_at_desk import FilingStep

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_YEARS = 2000, 2100


def _day(value: Any) -> Any:
    if value in (None, ""):
        return None
    if isinstance(value, str) and _DAY.fullmatch(value):
        try:
            found = date.fromisoformat(value)
        except ValueError:
            found = None
        if found and _YEARS[0] <= found.year <= _YEARS[1]:
            return found
    raise ValueError("write a day like 2026-03-31, from 2000 to 2100")


Day = Annotated[date | None, BeforeValidator(_day)]
Name = Annotated[str, Field(max_length=100)]
AnswerId = Annotated[str, Field(max_length=400)]


class FiltersAsked(Asked):
    """Which answers: what is left out keeps nothing out. Days are the company's, both included."""

    state: Standing | Literal["all"] = "counts"
    survey: Name = ""
    group: Group | None = None
    driver: Name = ""
    theme: Name = ""
    filed: Filed | None = None
    account: Name = ""
    language: Language | None = None
    since: Day = None
    until: Day = None
    words: Literal["", "yes"] = ""
    quotable: Literal["", "yes"] = ""

    def read(self) -> AnswerFilters:
        """The same as the services take it."""
        given = self.model_dump(exclude={"since", "until", "words", "quotable", "after", "format"})
        flags = {"words": bool(self.words), "quotable": bool(self.quotable)}
        return AnswerFilters(**given, **flags, first=self.since, last=self.until)


class AnswersAsked(FiltersAsked):
    """Which answers, and from where on."""

    after: Annotated[str, Field(max_length=1_000)] = ""


class ExportAsked(BaseModel):
    """Which answers to hand out, and from where on; `format` says what the rows are for."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    filters: FiltersAsked = FiltersAsked()
    format: Literal["csv", "jsonl"] = "csv"
    after: AnswerId = ""


class FilingAsked(BaseModel):
    """Answers, a theme of the programme by its id, and what to say of it."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)

    answers: Annotated[list[AnswerId], Field(min_length=1, max_length=50)]
    theme: Annotated[str, Field(min_length=1, max_length=100)]
    step: FilingStep


class RulingAsked(BaseModel):
    """A word on an answer nobody was seen giving, as it was at `revision`. `score` is theirs, where several were
    opened."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)

    what: Literal["accepted", "rejected"]
    reason: Annotated[str, Field(min_length=1, max_length=500), AfterValidator(tidy)]
    score: Annotated[int, Field(ge=0, le=10)] | None = None
    revision: int


class AnswerPerson(TypedDict):
    """Who gave an answer."""

    contact_id: str
    name: str
    email: str


class AnswerTheme(TypedDict):
    """How an answer stands to a theme: filed, suggested by its words, or rejected. `by` is one of our people, empty
    where only a rule has spoken; `hand` says that a person's word can be taken back."""

    theme: str
    state: Literal["filed", "suggested", "rejected"]
    by: str
    hand: bool


class AnswerCase(TypedDict):
    """The follow-up an answer belongs to."""

    id: str
    state: CaseState
    late: bool


class AnswerLine(TypedDict):
    """An answer. `at` is when it came (UTC); of an erased person only the company's day, and no `account`.

    `reasons` are the codes of why it counts or does not. What is `withheld` complains about whoever is signed in: no
    more is told of it. `words_gone` says that it had words, which have expired.
    """

    id: str
    name: str
    survey: str
    occasion: str
    kind: Kind
    ticket: str
    scale: Scale
    score: int
    scores_seen: list[int]
    group: Group
    state: Standing
    reasons: list[str]
    at: str
    counted_on: str | None
    language: Language
    person: AnswerPerson | None
    account_id: str
    account: str
    erased: bool
    withheld: bool
    why: str
    better: str
    words_gone: bool
    drivers: list[str]
    ratings: dict[str, int]
    themes: list[AnswerTheme]
    wish: ContactWish | None
    may_be_quoted: bool
    may_be_named: bool
    case: AnswerCase | None
    revision: int


class AnswerFeed(TypedDict):
    """Answers, the newest first, the cursor of what follows, and the company's day they were looked for back to."""

    items: list[AnswerLine]
    next: str
    looked_until: str


class AnswerStep(TypedDict):
    """Something that happened to an answer: see `Happened`; `by` is one of our people."""

    at: str
    what: Happened
    by: str
    theme: str
    reason: str
    score: int | None


class AnswerCommitment(TypedDict):
    """A commitment its person is behind; `by_this` says that this answer is linked to it."""

    id: str
    title: dict[Language, str]
    status: Status
    by_this: bool


class AnswerQuote(TypedDict):
    """Words of it that were chosen to be shown; `stands` says that they may (still) be."""

    id: str
    text: dict[Language, str]
    original: Language
    stands: bool


class AnswerWhole(TypedDict):
    """An answer with its history. `visible_seconds` and `seconds_since_delivery` are what its state was decided by."""

    answer: AnswerLine
    visible_seconds: int
    seconds_since_delivery: int | None
    asked_at: str | None
    recorded_by: str
    imported_from: str
    history: list[AnswerStep]
    others: list[AnswerLine]
    commitments: list[AnswerCommitment]
    quotes: list[AnswerQuote]


class RuledAnswer(TypedDict):
    """The answer as it is now."""

    answer: AnswerLine


class NotFiled(TypedDict):
    """An answer that was not filed, and why."""

    id: str
    field: str
    reason: str


class FiledAnswers(TypedDict):
    """The answers as they are now, and those that were refused."""

    answers: list[AnswerLine]
    refused: list[NotFiled]


class ExportPart(TypedDict):
    """Rows of an export, the newest first, with `columns` and what else they have, and the cursor of those that follow.

    Of csv every row is flat, and no cell of it would be calculated by a spreadsheet; of jsonl it has the exact text.
    """

    columns: list[str]
    items: list[dict[str, Any]]
    next: str
    looked_until: str
