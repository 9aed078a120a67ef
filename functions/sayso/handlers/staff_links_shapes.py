"""What the desk is told of the answers behind a commitment, of quotes, and of telling those who asked."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field
from typing_extensions import TypedDict  # pydantic describes no other before Python 3.12

from sayso.domain.page_request import RequestState, WantedQuote
from sayso.domain.programme import Language, Scale
from sayso.domain.quote_standing import Fallen
from sayso.domain.response import Group
from sayso.ports import Reference
from sayso.services.audience import Verdict
from sayso.services.desk_links import MOST
from sayso.services.desk_telling import A_PAGE, NotYet

_Name = Annotated[str, Field(min_length=1, max_length=200)]
_Part = Annotated[str, Field(min_length=1, max_length=100)]  # two of them are one key of the table
_Text = Annotated[str, Field(max_length=2_000)]


class AnswerRef(BaseModel):
    """Which answer: whose, to which survey, and on which occasion."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)

    contact_id: _Name
    survey: _Part
    occasion: _Part

    @property
    def reference(self) -> Reference:
        """As the stores know it."""
        return self.contact_id, self.survey, self.occasion


class ChangedLinks(BaseModel):
    """Answers to link, and answers to unlink."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)

    add: Annotated[list[AnswerRef], Field(max_length=MOST)] = []
    remove: Annotated[list[AnswerRef], Field(max_length=MOST)] = []


class ChosenQuote(BaseModel):
    """Words of an answer that may be shown: `text` is what they wrote, with […] for what was cut out."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)

    answer: AnswerRef
    text: _Text
    original: Language | None = None
    translations: Annotated[dict[Language, _Text], Field(max_length=3)] = {}
    commitment_id: Annotated[str, Field(max_length=64)] = ""

    @property
    def wanted(self) -> WantedQuote:
        """As the service takes it."""
        said = self.model_dump(exclude={"answer"})
        return WantedQuote(**self.answer.model_dump(), **said)


class ApprovedTelling(BaseModel):
    """A yes to telling people who were looked at; `text` names the mail that was read."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)

    people: Annotated[list[_Name], Field(min_length=1, max_length=A_PAGE)]
    text: _Name


class LinkedRef(TypedDict):
    """Which answer it is."""

    contact_id: str
    survey: str
    occasion: str


class LinkedAnswer(TypedDict):
    """An answer that is, or may be, behind a commitment. Where somebody is `erased`, or what they said is `withheld`
    from its reader, there are no words; `day` is when it was given (UTC)."""

    ref: LinkedRef
    score: int | None
    scale: Scale | None
    group: Group | None
    day: str | None
    name: str
    account: str
    why: str
    better: str
    language: Language | None
    erased: bool
    withheld: bool
    quotable: bool
    linked_at: str | None
    linked_by: str


class LinkedAnswers(TypedDict):
    """Answers behind a commitment."""

    items: list[LinkedAnswer]
    next: str
    voices: int


class SuggestedAnswers(TypedDict):
    """Answers filed under a commitment's theme and not linked to it, the newest first, back to a UTC day."""

    items: list[LinkedAnswer]
    next: str
    looked_until: str


class LinksMoved(TypedDict):
    """So many people more, or fewer, are behind it, and how many now."""

    moved: int
    voices: int


class QuoteLine(TypedDict):
    """A quote, and why it may not be shown any more (empty: it may)."""

    id: str
    text: dict[Language, str]
    original: Language
    commitment_id: str
    commitment_title: dict[Language, str]
    chosen_at: str
    chosen_by: str
    fallen: Fallen


class QuoteRequest(TypedDict):
    """A quote that is read for everybody's names, or was: when it was refused `reason` says why."""

    id: str
    at: str
    by: str
    state: RequestState
    field: str
    reason: str
    late: bool


class QuotePage(TypedDict):
    """Quotes by their ids, and what became of those that were chosen in the last day."""

    items: list[QuoteLine]
    next: str
    requests: list[QuoteRequest]


class QuoteAsked(TypedDict):
    """It is read for everybody's names now, and stands within minutes if there are none."""

    request: QuoteRequest


class QuoteRemoved(TypedDict):
    """It is shown no more."""

    id: str
    removed: bool


class TellingPerson(TypedDict):
    """Somebody behind a commitment: whether they are told, and why not or not yet, as codes.

    `became` is what became of telling them before: of "before" and of who was told; empty for nobody asked yet.
    """

    contact_id: str
    name: str
    account: str
    language: Language | None
    verdict: Verdict | Literal["unasked"]
    reason: str
    until: str | None
    ahead: int
    became: str
    at: str | None


class TellingMail(TypedDict):
    """The mail as somebody reads it in a language."""

    language: Language
    subject: str
    text: str


class TellingPage(TypedDict):
    """Some of those behind a commitment. `text` names the mail; `not_yet` says why nobody can be told yet."""

    items: list[TellingPerson]
    next: str
    voices: int
    not_yet: NotYet
    text: str
    mails: list[TellingMail]


class TellingDone(TypedDict):
    """So many of those people will be told."""

    told: int
    people: list[TellingPerson]
