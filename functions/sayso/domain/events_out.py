"""What the rest of a company may hear of on the bus: events with a version, and when a change is one.

An event names people by the company's own id alone. It holds no address of a customer, none of their words, no token.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Any, ClassVar, Literal
from uuid import UUID, uuid5

from pydantic import BaseModel, ConfigDict, Field

from sayso.domain.commitment import Commitment, PublicTexts, Status
from sayso.domain.contact import Contact, ticket_contact_id
from sayso.domain.entity import Entity
from sayso.domain.follow_up import CaseChange, FollowUp, Outcome
from sayso.domain.programme import Scale
from sayso.domain.response import ContactWish, Group, Response

_NAMESPACE = UUID("0b6c1c52-6b0f-4a4e-8a53-3f0c2e7d9a41")
_ID = "Of the change: what is delivered twice has the same one."
_CONTACT = "Your own id of the person, as your contact list has it; null while no list has named them."


class EventOut(BaseModel):
    """The envelope. All moments are UTC."""

    # Every field is always there, and the schemas say so.
    model_config = ConfigDict(frozen=True, json_schema_serialization_defaults_required=True)

    kind: ClassVar[str]

    version: Literal[1] = Field(1, description="Of this kind of event. A field that is added keeps it.")
    event_id: UUID = Field(description=_ID)
    occurred_at: datetime = Field(description="When it happened (UTC).")
    revision: int = Field(description="Of what the event is about. Of two events the higher one is later.")


class ResponseConfirmed(EventOut):
    """Somebody answered, and it is sure that it was a person. Comes again, with `changed`, when they change it."""

    kind: ClassVar[str] = "ResponseConfirmed"

    contact: str | None = Field(description=_CONTACT)
    account: str = Field(description="The customer company's name.")
    survey: str
    occasion: str = Field(description="With contact and survey it names the answer, which comes again when changed.")
    scale: Scale = Field(description="nps: 0 to 10. satisfaction: 1 to 5.")
    score: Annotated[int, Field(ge=0, le=10)]
    group: Group | None = Field(description="Of an NPS; null for a satisfaction, which has no promoters.")
    drivers: list[str] = Field(description="The reasons chosen, as the programme's ids.")
    asked_at: datetime
    confirmed_at: datetime
    follow_up_wanted: ContactWish | None = Field(
        description="How the person wishes to be contacted; no is a wish, too; null when they did not say."
    )
    changed: bool = Field(description="Whether it was announced before: the last score counts.")


class _AboutFollowUp(EventOut):
    follow_up_id: str
    contact: str | None = Field(description=_CONTACT)
    account: str = Field(description="The customer company's name.")
    owner: str = Field(description="Address of the one of your people who has it.")


class FollowUpOpened(_AboutFollowUp):
    """Somebody is to be called back: for the first time, or once more."""

    kind: ClassVar[str] = "FollowUpOpened"

    due_at: datetime = Field(description="When the first contact is due.")
    surveys: list[str] = Field(description="The surveys whose answers it is about.")
    scale: Scale
    score: Annotated[int, Field(ge=0, le=10)] = Field(description="Of the last of these answers.")
    reopened: bool = Field(description="Whether it was closed before.")


class FollowUpLate(_AboutFollowUp):
    """Nobody has been in touch in time, and somebody else was told. At most once each time it is opened."""

    kind: ClassVar[str] = "FollowUpLate"

    late_since: datetime = Field(description="When the first contact was due.")
    escalated_to: str | None = Field(description="Address of the one of your people who was told.")


class FollowUpClosed(_AboutFollowUp):
    """It is over, and how it ended."""

    kind: ClassVar[str] = "FollowUpClosed"

    outcome: Outcome
    cause: str = Field(description="A driver's id, or a few words of your people.")
    contacted_at: datetime | None = Field(description="When somebody was in touch, or had tried, first.")
    closed_at: datetime
    recheck_planned: bool = Field(description="Whether the person will be asked once more.")


class CommitmentPublished(EventOut):
    """A commitment was published: the public page shows it with its next edition, by itself or once somebody approved
    that. Comes again, with `changed`, when another status or title of it is published, or it is published again after
    it was taken back. A draft is no event."""

    kind: ClassVar[str] = "CommitmentPublished"

    commitment_id: str
    status: Status
    titles: dict[str, str] = Field(description="By language.")
    published_on: date = Field(description="The day it was first published, in the company's time zone.")
    changed: bool = Field(description="Whether it was announced before.")


EVENTS: tuple[type[EventOut], ...] = (
    ResponseConfirmed,
    FollowUpOpened,
    FollowUpLate,
    FollowUpClosed,
    CommitmentPublished,
)


def may_be_news(now: Entity) -> bool:
    """Whether a change of something as it is now can be an event at all, without a look at what it was before."""
    match now:
        case Response():
            # What was imported happened elsewhere, long ago; of an erased person nothing is said any more.
            return now.state == "confirmed" and not now.imported_from and not now.erased
        case FollowUp():
            return not now.erased
        case Commitment():
            return now.public is not None
    return False


def is_news(before: Entity | None, now: Entity) -> bool:
    """Whether a change is to be announced, which of most it is not. `before` is None when the thing is new."""
    if not may_be_news(now):
        return False
    match before, now:
        case Response(), Response():
            return before.state != "confirmed" or _told_of(before) != _told_of(now)
        case FollowUp() | None, FollowUp():
            return _became_late(before, now) or bool(_turns(before, now))
        case Commitment(), Commitment():
            return before.public is None or _told_of(before) != _told_of(now)
    return True


def events_of(before: Entity | None, now: Entity, contact: Contact | None) -> list[EventOut]:
    """What is to be announced of a change.

    Parameters
    ----------
    before : Entity or None
        The thing as it was; None when it is new.
    contact : Contact or None
        Whom it is about; None for a commitment, and when they were erased: then there is nothing to say.
    """
    if not is_news(before, now):
        return []
    if isinstance(now, Commitment):
        # Kept when it is taken off the page: what comes back was announced before.
        was_announced = isinstance(before, Commitment) and before.published_on is not None
        return [_published(now, now.public, changed=was_announced)] if now.public else []
    if contact is None:
        return []
    if isinstance(now, Response):
        was_confirmed = isinstance(before, Response) and before.state == "confirmed"
        return [_confirmed(now, contact, changed=was_confirmed)]
    if isinstance(now, FollowUp):
        known = before if isinstance(before, FollowUp) else None
        turns = [_turned(change, now, contact) for change in _turns(known, now)]
        return [*turns, *([_late(now, contact)] if _became_late(known, now) else [])]
    return []


def _told_of(thing: Response | Commitment) -> tuple[object, ...]:
    """What, when it changes, is told once more."""
    if isinstance(thing, Commitment):
        return (thing.public.status, thing.public.title) if thing.public else ()
    return thing.score, thing.scale, thing.drivers, thing.contact


def _turns(before: FollowUp | None, now: FollowUp) -> list[CaseChange]:
    """When it was opened, reopened or closed, of what happened since."""
    since = now.changes[len(before.changes) if before else 0 :]
    return [change for change in since if change.what in ("opened", "reopened", "closed")]


def _became_late(before: FollowUp | None, now: FollowUp) -> bool:
    return now.late_at is not None and (before is None or before.late_at is None)


def _confirmed(now: Response, contact: Contact, *, changed: bool) -> ResponseConfirmed:
    confirmed_at = now.confirmed_at or now.updated_at
    return ResponseConfirmed(
        **_envelope(ResponseConfirmed, "|".join(now.reference), now.revision),
        occurred_at=now.updated_at if changed else confirmed_at,
        contact=_own_id(contact),
        account=contact.account,
        survey=now.survey,
        occasion=now.occasion,
        scale=now.scale,
        score=now.score,
        group=now.group if now.scale == "nps" else None,
        drivers=list(now.drivers),
        asked_at=now.asked_at,
        confirmed_at=confirmed_at,
        follow_up_wanted=now.contact,
        changed=changed,
    )


def _turned(change: CaseChange, now: FollowUp, contact: Contact) -> EventOut:
    return _closed(change, now, contact) if change.what == "closed" else _opened(change, now, contact)


def _opened(change: CaseChange, now: FollowUp, contact: Contact) -> FollowUpOpened:
    last = now.answers[-1]
    return FollowUpOpened(
        **_about(FollowUpOpened, now, contact),
        occurred_at=change.at,
        due_at=now.due_at,
        surveys=list(dict.fromkeys(answer.survey for answer in now.answers)),
        scale=last.scale,
        score=last.score,
        reopened=change.what == "reopened",
    )


def _closed(change: CaseChange, now: FollowUp, contact: Contact) -> FollowUpClosed:
    return FollowUpClosed(
        **_about(FollowUpClosed, now, contact),
        occurred_at=change.at,
        outcome=change.outcome or now.outcome or "not_solved",
        cause=change.cause,
        contacted_at=now.contacted_at,
        closed_at=now.closed_at or change.at,
        recheck_planned=bool(now.recheck),
    )


def _late(now: FollowUp, contact: Contact) -> FollowUpLate:
    return FollowUpLate(
        **_about(FollowUpLate, now, contact),
        occurred_at=now.late_at,
        late_since=now.due_at,
        escalated_to=now.escalated_to or None,
    )


def _published(now: Commitment, public: PublicTexts, *, changed: bool) -> CommitmentPublished:
    return CommitmentPublished(
        **_envelope(CommitmentPublished, now.commitment_id, now.revision),
        occurred_at=now.updated_at,
        commitment_id=now.commitment_id,
        status=public.status,
        titles=dict(public.title),
        published_on=now.published_on,
        changed=changed,
    )


def _about(event: type[EventOut], now: FollowUp, contact: Contact) -> dict[str, Any]:
    return {
        **_envelope(event, now.follow_up_id, now.revision),
        "follow_up_id": now.follow_up_id,
        "contact": _own_id(contact),
        "account": now.account,
        "owner": now.owner_email,
    }


def _envelope(event: type[EventOut], key: str, revision: int) -> dict[str, Any]:
    """The id follows from the change alone, so that a stream that brings it twice makes the same one."""
    return {"event_id": uuid5(_NAMESPACE, f"{event.kind}|{key}|{revision}"), "revision": revision}


def _own_id(contact: Contact) -> str | None:
    """Until a list names somebody whom a ticket brought in, a hash of their address stands in: that is ours alone."""
    own = contact.external_id
    return None if own == ticket_contact_id(contact.address_hash) else own
