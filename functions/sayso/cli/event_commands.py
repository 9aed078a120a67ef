"""`sayso ticket`, `sayso touchpoint`: say on the bus what happened, as a helpdesk or a CRM would."""

from __future__ import annotations

from shlex import quote
from typing import Annotated

import typer

from sayso.adapters.bus import EventBus
from sayso.cli.event_outlook import (
    check_address,
    check_contact,
    check_tickets_are_asked_about,
    checked,
    moment_of,
)
from sayso.cli.show import AsJson, StackName, WrongUseError, done
from sayso.cli.target import Target, find
from sayso.domain.errors import SaysoError
from sayso.domain.tickets import CLOSED, REOPENED, SOLVED, EventName, TicketEvent
from sayso.domain.touchpoints import REACHED, TouchpointEvent, check_survey

tickets = typer.Typer(help="Say what happened to a support ticket, as a helpdesk would.", no_args_is_help=True)
touchpoints = typer.Typer(help="Say that something else was reached, as a CRM would.", no_args_is_help=True)
SOURCE = "sayso.cli"

TicketId = Annotated[str, typer.Argument(metavar="TICKET", help="The ticket's number.")]
Email = Annotated[str, typer.Option(help="Who asked for help.")]
Name = Annotated[str | None, typer.Option(help="Their name.")]
Source = Annotated[str, typer.Option(help="Where it happened, such as the helpdesk's name.")]
Tag = Annotated[list[str] | None, typer.Option(help="A tag of the ticket; may be given again.")]
At = Annotated[str | None, typer.Option(help="When it happened, such as 2026-03-31T09:00:00Z. Default: now.")]


def _ticket_command(event: EventName, meaning: str) -> None:
    """Make the command that says this of a ticket; all of them take the same."""

    @tickets.command(event.removeprefix("ticket."), help=meaning)
    def _(
        ticket: TicketId,
        email: Email,
        name: Name = None,
        source: Source = "cli",
        tag: Tag = None,
        at: At = None,
        stack: StackName = None,
        json: AsJson = False,
    ) -> None:
        put_ticket(event, ticket, email, name, source, tag, at, stack, json=json)


_ticket_command(SOLVED, "A ticket was solved: its requester is asked after the quiet time.")
_ticket_command(CLOSED, "A ticket was closed: the same as solved, if it was not solved before.")
_ticket_command(REOPENED, "A ticket was reopened: what waits is taken back.")


@touchpoints.command("reached")
def touchpoint_reached(
    survey: Annotated[str, typer.Argument(help="A survey of the programme with 'event: touchpoint'.")],
    reference: Annotated[str, typer.Option(help="What was reached, such as a project's number. Asked about once.")],
    email: Annotated[str | None, typer.Option(help="Who is asked, by address.")] = None,
    contact: Annotated[str | None, typer.Option(help="Who is asked, by contact_id of your contact list.")] = None,
    name: Name = None,
    source: Source = "cli",
    at: At = None,
    stack: StackName = None,
    json: AsJson = False,
) -> None:
    """Something was reached, such as a project delivered: its survey is asked after the quiet time."""
    target = find(stack)
    wiring = target.wiring()
    check_survey(survey, wiring.programme)
    if email is None and contact is None:
        raise WrongUseError("say who is asked: --email ADDRESS or --contact ID")
    given = {
        "survey": survey,
        "source": source,
        "reference": reference,
        "email": email,
        "contact_id": contact,
        "name": name,
        "time": moment_of(at, wiring),
    }
    event = checked(TouchpointEvent, given)
    # Somebody given by both is found by the address where nobody has the id.
    if event.email is not None:
        check_address(event.email, wiring)
    elif event.contact_id is not None:
        check_contact(event.contact_id, wiring)
    _put(target, REACHED, event.model_dump(mode="json", exclude_none=True))
    who = event.contact_id or str(event.email)
    heard = f"{survey} {event.reference} of {who} was reached"
    _done(heard, who, stack, {"event": REACHED, **event.model_dump(mode="json", exclude_none=True)}, json=json)


def put_ticket(
    event: EventName,
    ticket: str,
    email: str,
    name: str | None,
    source: str,
    tags: list[str] | None = None,
    at: str | None = None,
    stack: str | None = None,
    *,
    json: bool = False,
) -> None:
    """Put what happened to a ticket on the bus, and say what comes of it; times are UTC."""
    target = find(stack)
    wiring = target.wiring()
    given = {
        "event": event,
        "source": source,
        "ticket_id": ticket,
        "requester_email": email,
        "requester_name": name,
        "tags": tuple(tags or ()),
        "time": moment_of(at, wiring),
    }
    heard = checked(TicketEvent, given)
    check_tickets_are_asked_about(wiring)
    check_address(heard.requester_email, wiring)
    detail = heard.model_dump(mode="json", exclude={"event"}, exclude_none=True)
    _put(target, event, detail)
    what = f"ticket {heard.ticket_id} of {heard.requester_email} was {event.removeprefix('ticket.')}"
    _done(what, heard.requester_email, stack, {"event": event, **detail}, json=json)


def _put(target: Target, event: str, detail: dict[str, object]) -> None:
    try:
        EventBus(target.wiring().client("events"), target.outputs["BusName"], SOURCE).put(event, detail)
    except RuntimeError as refused:
        raise SaysoError(str(refused)) from None


def _done(heard: str, who: str, stack: str | None, content: dict[str, object], *, json: bool) -> None:
    there = f" --stack {stack}" if stack else ""
    done(f"Heard: {heard}. sayso why {quote(who)}{there} says what comes of it.", content, json=json)
