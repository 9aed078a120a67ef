"""Support tickets: when a solved one leads to a question, and when a reopened or tagged one takes it back (rule 3)."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Annotated, Final, Literal

from pydantic import AfterValidator, AwareDatetime, BaseModel, ConfigDict, Field

from sayso.domain.address import Email
from sayso.domain.contact import Contact, PersonName
from sayso.domain.invitation import Invitation
from sayso.domain.planning import event_invitation
from sayso.domain.programme import Programme

SOLVED: Final = "ticket.solved"
CLOSED: Final = "ticket.closed"
REOPENED: Final = "ticket.reopened"
EVENTS = (SOLVED, CLOSED, REOPENED)
_REMEMBERED = 20  # moments at which a ticket was solved; more than any ticket has
EventName = Literal["ticket.solved", "ticket.closed", "ticket.reopened"]


def _utc(moment: datetime) -> datetime:
    try:
        return moment.astimezone(UTC)
    except OverflowError:
        raise ValueError("lies outside of what a calendar holds") from None


# What events on the bus have in common: where they come from, what they are about, and when it happened.
Source = Annotated[str, Field(pattern=r"^[A-Za-z0-9_-]{1,32}$")]
Number = Annotated[str, Field(pattern=r"^[A-Za-z0-9_.:/-]{1,64}$")]
Moment = Annotated[AwareDatetime, AfterValidator(_utc)]
Tag = Annotated[str, Field(max_length=200)]


class TicketEvent(BaseModel):
    """What a helpdesk says about a ticket, as the detail of an event on our bus.

    `time` is when it happened, with its offset; events may arrive late, twice and out of order. `tags` are those the
    ticket carried then.
    """

    model_config = ConfigDict(extra="ignore", frozen=True, str_strip_whitespace=True, hide_input_in_errors=True)

    event: EventName
    source: Source
    ticket_id: Number
    requester_email: Email
    requester_name: PersonName = None
    tags: Annotated[tuple[Tag, ...], Field(max_length=500)] = ()
    time: Moment

    @property
    def ticket(self) -> str:
        """What names the ticket, of whichever helpdesk it is."""
        return f"{self.source}:{self.ticket_id}"


def hear(
    event: TicketEvent, survey: str, occasion: str, contact: Contact, before: Invitation | None, programme: Programme
) -> Invitation | None:
    """The invitation to write because of an event; None when the event changes nothing.

    What counts is when things happened, not when we heard of them: a ticket waits to be asked about when it was
    solved or closed after it was last reopened, and its quiet time runs from the first such moment. A tag that
    forbids the question forbids it for good, whichever event brings it.
    """
    if before and (before.mails or (before.is_final and before.reason != "reopened")):
        return None
    reopened_at = before.ticket_reopened_at if before else None
    solved_at = set(before.ticket_solved_at if before else ())
    if event.event == REOPENED:
        reopened_at = max(reopened_at or event.time, event.time)
    else:
        solved_at.add(event.time)
    solved = tuple(sorted(at for at in solved_at if reopened_at is None or at > reopened_at))[:_REMEMBERED]
    tagged = _is_tagged(event, programme)
    if before and not tagged:
        if (solved, reopened_at) == (before.ticket_solved_at, before.ticket_reopened_at):
            return None
        if before.ticket_solved_at[:1] == solved[:1]:
            return before.having(ticket_solved_at=solved, ticket_reopened_at=reopened_at)
    planned = event_invitation(survey, occasion, solved[0] if solved else event.time, contact, programme)
    invitation = planned.having(
        ticket_source=event.source,
        ticket_id=event.ticket_id,
        ticket_solved_at=solved,
        ticket_reopened_at=reopened_at,
        revision=before.revision if before else 0,
    )
    if tagged:
        return invitation.ended("skipped", "tagged")
    if not solved:
        return invitation.ended("cancelled", "reopened")
    if contact.do_not_ask:
        return invitation.ended("skipped", "do_not_ask")
    return invitation


def _is_tagged(event: TicketEvent, programme: Programme) -> bool:
    forbidden = {tag.casefold() for tag in programme.tickets.skip_tags}
    return any(tag.casefold() in forbidden for tag in event.tags)
