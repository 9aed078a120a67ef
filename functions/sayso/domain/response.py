"""A response: the score a person gave, why, and how we know that it was a person."""

from __future__ import annotations

import unicodedata
from datetime import datetime, timedelta
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from sayso.domain.entity import Entity, Revised
from sayso.domain.errors import ConflictError, InvalidInputError
from sayso.domain.invitation import Invitation, Snapshot
from sayso.domain.programme import Programme

ContactWish = Literal["no", "phone", "mail"]
Group = Literal["promoter", "passive", "detractor"]
WORDS_LIMIT = 5_000


def _tidy(text: str) -> str:
    """NFC, and no control characters but line breaks and tabs; otherwise as it was written."""
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n"))
    return "".join(sign for sign in text if sign in "\n\t" or unicodedata.category(sign) != "Cc").strip()


Words = Annotated[str, Field(max_length=WORDS_LIMIT), AfterValidator(_tidy)]


def group_of(score: int) -> Group:
    """Promoter 9–10, passive 7–8, detractor 0–6."""
    return "promoter" if score >= 9 else "passive" if score >= 7 else "detractor"


class AnswerInput(BaseModel):
    """What the survey page sends. A field left out keeps what was said before."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)

    score: Annotated[int, Field(ge=0, le=10)]
    why: Words | None = None
    better: Words | None = None
    drivers: Annotated[list[str], Field(max_length=12)] | None = None
    contact: ContactWish | None = None
    quote: bool | None = None
    gesture: bool = False
    visible_seconds: Annotated[float, Field(ge=0, le=86_400)] = 0


class SaidWords(Entity):
    """What a person wrote, kept apart from the score because words expire and scores do not."""

    why: str = ""
    better: str = ""


class Response(Revised):
    """One answer to one invitation; edited in place, counted once.

    `provisional` until there is evidence of a person. `confirmed_at` (UTC) is the first such moment and decides
    the day the answer counts for; `asked_at` (UTC) is when the first mail went out.
    """

    contact_id: str
    survey: str
    occasion: str
    score: Annotated[int, Field(ge=0, le=10)]
    state: Literal["provisional", "confirmed"]
    answered_at: datetime
    updated_at: datetime
    asked_at: datetime
    snapshot: Snapshot
    confirmed_at: datetime | None = None
    drivers: tuple[str, ...] = ()
    contact: ContactWish | None = None
    quote: bool = False
    has_words: bool = False
    visible_seconds: int = 0
    ticket_id: str | None = None
    erased: Literal[True] | None = None  # who answered is no longer known

    @property
    def reference(self) -> tuple[str, str, str]:
        """Contact, survey and occasion of the invitation it answers."""
        return self.contact_id, self.survey, self.occasion

    @property
    def group(self) -> Group:
        """Promoter, passive or detractor."""
        return group_of(self.score)

    @property
    def needs_follow_up(self) -> bool:
        """Rule 9: a confirmed 0–6, and anyone who asks for contact."""
        asks = self.group == "detractor" or self.contact in ("phone", "mail")
        return self.state == "confirmed" and asks and not self.erased

    def without_person(self) -> Response:
        """The score, its reasons and what it counts for; nothing that the person said or wished besides."""
        return self.having(erased=True, contact=None, quote=False, has_words=False, visible_seconds=0, ticket_id=None)


def answer(
    given: AnswerInput,
    invitation: Invitation,
    before: Response | None,
    said: SaidWords,
    programme: Programme,
    now: datetime,
) -> tuple[Response, SaidWords]:
    """The response and words after an answer, or after a change of one.

    A gesture confirms for good. Without one, an answer that a person has confirmed is left as it is: what comes
    then is a machine opening the link, or the page saying once more what it knows.

    Raises
    ------
    InvalidInputError
        When a driver is not one of the programme's.
    ConflictError
        When words or wishes come without a gesture after a person confirmed the answer.
    """
    if before and before.state == "confirmed" and not given.gesture:
        if any(field is not None for field in (given.why, given.better, given.drivers, given.contact, given.quote)):
            # Nothing that was said is dropped with a yes: the page says it again with the gesture it came with.
            raise ConflictError("A person confirmed this answer; a change of it needs a person, too.", field="gesture")
        return before, said
    drivers = before.drivers if before else ()
    if given.drivers is not None:
        known = [driver.id for driver in programme.drivers]
        unknown = [name for name in given.drivers if name not in known]
        if unknown:
            raise InvalidInputError(f"'{unknown[0][:40]}' is not one of the reasons to choose from", field="drivers")
        drivers = tuple(name for name in known if name in given.drivers)
    words = SaidWords(
        why=said.why if given.why is None else given.why,
        better=said.better if given.better is None else given.better,
    )
    if invitation.snapshot is None or invitation.asked_at is None:
        raise InvalidInputError("this invitation was not sent yet", field="token")
    start = before or Response(
        contact_id=invitation.contact_id,
        survey=invitation.survey,
        occasion=invitation.occasion,
        score=given.score,
        state="provisional",
        answered_at=now,
        updated_at=now,
        asked_at=invitation.asked_at,
        snapshot=invitation.snapshot,
        ticket_id=invitation.ticket_id,
    )
    response = start.having(
        score=given.score,
        state="confirmed" if given.gesture else start.state,
        confirmed_at=(start.confirmed_at or now) if given.gesture else start.confirmed_at,
        updated_at=now,
        drivers=drivers,
        contact=given.contact or start.contact,
        quote=start.quote if given.quote is None else given.quote,
        has_words=bool(words.why or words.better),
        visible_seconds=max(start.visible_seconds, int(given.visible_seconds)),
    )
    return response, words


def words_expire_at(response: Response, programme: Programme) -> datetime:
    """When the words of a response are to be gone (UTC); a month counts 31 days, rather a little late than early."""
    return response.answered_at + timedelta(days=31 * programme.privacy.keep_words)
