"""A response: the score a person gave, why, and how we know that it was a person."""

from __future__ import annotations

import unicodedata
from datetime import datetime, timedelta
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from sayso.domain.entity import Entity, Revised
from sayso.domain.evidence import AnswerState, Visit
from sayso.domain.invitation import Snapshot
from sayso.domain.programme import Programme, Scale
from sayso.domain.theme import Filing

ContactWish = Literal["no", "phone", "mail"]
Group = Literal["promoter", "passive", "detractor"]
WORDS_LIMIT = 5_000


def tidy(text: str) -> str:
    """NFC, and no control characters but line breaks and tabs; otherwise as it was written."""
    if any(unicodedata.category(sign) == "Cs" for sign in text):
        raise ValueError("is not text: it holds half of a character")
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n"))
    return "".join(sign for sign in text if sign in "\n\t" or unicodedata.category(sign) != "Cc").strip()


Words = Annotated[str, Field(max_length=WORDS_LIMIT), AfterValidator(tidy)]


def group_of(score: int, scale: Scale = "nps") -> Group:
    """Promoter 9–10, passive 7–8, detractor 0–6; of a satisfaction, 4–5, 3 and 1–2 are spoken to in the same way."""
    promoter, passive = (9, 7) if scale == "nps" else (4, 3)
    return "promoter" if score >= promoter else "passive" if score >= passive else "detractor"


class AnswerInput(BaseModel):
    """What the survey page sends. A field left out keeps what was said before.

    `gesture` says that a person was seen on the page, `visible_seconds` for how long it has been visible, `visit`
    which opening of the page this is: a number it draws and forgets.
    """

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)

    score: Annotated[int, Field(ge=0, le=10)]
    why: Words | None = None
    better: Words | None = None
    drivers: Annotated[list[Annotated[str, Field(max_length=40)]], Field(max_length=12)] | None = None
    ratings: (
        Annotated[
            dict[Annotated[str, Field(max_length=40)], Annotated[int, Field(ge=1, le=5)] | None], Field(max_length=5)
        ]
        | None
    ) = None
    contact: ContactWish | None = None
    quote: bool | None = None
    reference: bool | None = None
    gesture: bool = False
    visible_seconds: Annotated[float, Field(ge=0, le=86_400)] = 0
    visit: Annotated[int, Field(ge=0, le=2**31 - 1)] = 0

    @property
    def says_more_than_a_score(self) -> bool:
        """Whether there are words or wishes in it."""
        more = (self.why, self.better, self.drivers, self.ratings, self.contact, self.quote, self.reference)
        return any(field is not None for field in more)


class SentWords(Entity):
    """The words of one press of the plain page's button, which was at `at` (UTC)."""

    at: datetime
    why: str = ""
    better: str = ""


class SaidWords(Entity):
    """What a person wrote, kept apart from the score because words expire and scores do not.

    `sent` are those that wait to be settled with the response's `sends`.
    """

    why: str = ""
    better: str = ""
    sent: tuple[SentWords, ...] = ()


class Content(Entity):
    """What an answer says, besides its words."""

    score: Annotated[int, Field(ge=0, le=10)]
    drivers: tuple[str, ...] = ()
    ratings: dict[str, int] = {}
    contact: ContactWish | None = None
    quote: bool = False
    reference_allowed: bool = False


class Send(Entity):
    """What the plain page's button was pressed on. It waits to be settled, as a machine may have pressed it."""

    content: Content
    visit: Visit
    has_words: bool = False

    @property
    def at(self) -> datetime:
        """When it was pressed (UTC)."""
        return self.visit.at


class Ruling(Entity):
    """Somebody of ours decided about an answer that nobody was seen giving. `at` in UTC.

    `score` is the one that is accepted, where several were seen.
    """

    at: datetime
    by: str
    what: Literal["accepted", "rejected"]
    reason: str
    score: int | None = None


class Response(Revised, Content):
    """One answer to one invitation; edited in place, counted once.

    `provisional` until there is evidence of a person, or of a `machine`; a person wins over both. `confirmed_at`
    (UTC) is the first such moment and decides the day the answer counts for; `asked_at` (UTC) is when the first mail
    went out. `reasons` (codes of `evidence.REASONS`), `scores_seen`, `visible_seconds` and `seconds_since_delivery`
    are what the state was decided by; `visits` is what it will be decided by, and gone once it is.
    """

    contact_id: str
    survey: str
    occasion: str
    state: AnswerState
    scale: Scale = "nps"
    answered_at: datetime
    updated_at: datetime
    asked_at: datetime
    snapshot: Snapshot
    confirmed_at: datetime | None = None
    has_words: bool = False
    reasons: tuple[str, ...] = ()
    scores_seen: tuple[int, ...] = ()
    visible_seconds: int = 0
    seconds_since_delivery: int | None = None
    visits: tuple[Visit, ...] = ()
    sends: tuple[Send, ...] = ()
    rulings: tuple[Ruling, ...] = ()
    # By theme. Only what is confirmed is filed; see `sayso.domain.filing`.
    themes: dict[str, Filing] = {}
    # How often a yes to being quoted was taken back; None for never. A count, as clocks differ between machines.
    quote_withdrawals: int | None = None
    ticket_id: str | None = None
    # The tool it was imported from; empty for an answer of our own.
    imported_from: str = ""
    # Whoever of ours wrote it down in a meeting, as the person said it there; empty for all else.
    recorded_by: str = ""
    # How often it was written lately: the limit of one invitation.
    minute_began: datetime | None = None
    written_in_minute: int = 0
    erased: Literal[True] | None = None  # who answered is no longer known

    @property
    def reference(self) -> tuple[str, str, str]:
        """Contact, survey and occasion of the invitation it answers."""
        return self.contact_id, self.survey, self.occasion

    @property
    def group(self) -> Group:
        """Promoter, passive or detractor."""
        return group_of(self.score, self.scale)

    @property
    def was_recorded(self) -> bool:
        """Whether it was given in a meeting; known also when whoever gave it, and wrote it down, is not any more."""
        return self.reasons == ("recorded",)

    @property
    def was_asked_by_mail(self) -> bool:
        """Whether it is an answer to a mail of ours, and so a part of a response rate."""
        return not (self.imported_from or self.was_recorded)

    @property
    def content(self) -> Content:
        """What it says, besides its words."""
        return Content(**{name: getattr(self, name) for name in Content.model_fields})

    @property
    def given_at(self) -> datetime:
        """When it was given (UTC): seen being given, or, where one of us accepted it, clicked; of what is not confirmed
        the last click that told anything."""
        if self.confirmed_at:
            return self.answered_at if self.reasons == ("accepted",) else self.confirmed_at
        return self.visits[-1].at if self.visits else self.answered_at

    @property
    def filed_under(self) -> tuple[str, ...]:
        """The themes it is filed under, in order; a suggestion is none of them."""
        return tuple(sorted(name for name, filing in self.themes.items() if filing.state == "filed"))

    @property
    def suggested_for(self) -> tuple[str, ...]:
        """The themes its words suggest, which nobody has decided about, in order."""
        return tuple(sorted(name for name, filing in self.themes.items() if filing.state == "suggested"))

    def seen_with(self, score: int) -> tuple[int, ...]:
        """The scores seen, with one more."""
        return tuple(sorted({*self.scores_seen, score}))

    @property
    def is_unsettled(self) -> bool:
        """Whether something in it waits to be settled: a click, or what was sent without a gesture."""
        return not self.erased and (self.state == "provisional" or bool(self.sends))

    @property
    def needs_follow_up(self) -> bool:
        """Rule 9: a confirmed 0–6, and anyone who asks for contact; not what was said to another tool long ago."""
        ours = not self.erased and not self.imported_from
        return self.state == "confirmed" and _asks(self, self.scale) and ours

    @property
    def is_being_corrected(self) -> bool:
        """Whether something waits to be settled by which nobody would have to follow up any more."""
        return bool(self.sends) and not _asks(self.sends[-1].content, self.scale)

    def without_person(self) -> Response:
        """The score, its reasons and what it counts for; nothing that the person said or wished besides."""
        return self.having(
            erased=True,
            contact=None,
            quote=False,
            quote_withdrawals=None,
            reference_allowed=False,
            has_words=False,
            visible_seconds=0,
            seconds_since_delivery=None,
            visits=(),
            sends=(),
            rulings=tuple(ruling.having(reason="") for ruling in self.rulings),
            themes={name: filing.having(by="", at=None) for name, filing in self.themes.items()},
            ticket_id=None,
            recorded_by="",
        )


def _asks(content: Content, scale: Scale) -> bool:
    return group_of(content.score, scale) == "detractor" or content.contact in ("phone", "mail")


def words_expire_at(response: Response, programme: Programme) -> datetime:
    """When the words of a response are to be gone (UTC); a month counts 31 days, rather a little late than early."""
    return response.answered_at + timedelta(days=31 * programme.privacy.keep_words)
