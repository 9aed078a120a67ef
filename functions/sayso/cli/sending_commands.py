"""`sayso dispatch`, `ticket`, `outbox`: what goes out, and what went out."""

from __future__ import annotations

import json as jsonlib
from datetime import UTC, datetime
from typing import Annotated

import typer

from sayso.cli import outbox as local_outbox
from sayso.cli.show import AsJson, StackName, as_json, done, say, table
from sayso.cli.target import find, running_locally
from sayso.domain.errors import InvalidInputError
from sayso.domain.tickets import CLOSED, REOPENED, SOLVED, EventName, TicketEvent
from sayso.domain.time import parse_moment, utc_text

tickets = typer.Typer(help="Say what happened to a support ticket, as a helpdesk would.", no_args_is_help=True)
SOURCE = "sayso.helpdesk"

TicketId = Annotated[str, typer.Argument(metavar="TICKET", help="The ticket's number.")]
Email = Annotated[str, typer.Option(help="Who asked for help.")]
Name = Annotated[str | None, typer.Option(help="Their name.")]
Source = Annotated[str, typer.Option(help="The helpdesk's name.")]
At = Annotated[str | None, typer.Option(help="When it happened, such as 2026-03-31T09:00:00Z. Default: now.")]


def dispatch(
    survey: Annotated[str, typer.Argument(help="A survey of the programme, such as day50.")],
    at: Annotated[
        str | None, typer.Option(help="Dispatch what is due at this time, such as 2026-03-31T09:00:00Z.")
    ] = None,
    stack: StackName = None,
    json: AsJson = False,
) -> None:
    """Hand what is due to the sender, as the schedule does by itself.

    The time given decides what is due; whether a mail may go out now (send window, distances, holds) the sender
    decides by the real clock.
    """
    wiring = find(stack).wiring()
    if survey not in wiring.programme.surveys:
        known = ", ".join(wiring.programme.surveys)
        raise InvalidInputError(f"'{survey}' is not a survey of the programme; it has: {known}", field="survey")
    scheduled_for = parse_moment(at) if at else wiring.clock()
    handed_on = wiring.dispatch_due.dispatch(survey, scheduled_for)
    if json:
        as_json({"survey": survey, "at": utc_text(scheduled_for), "handed_on": handed_on})
    else:
        say(f"{survey}: {handed_on} due at {utc_text(scheduled_for)}, handed to the sender.")


@tickets.command("solved")
def ticket_solved(
    ticket: TicketId,
    email: Email,
    name: Name = None,
    source: Source = "cli",
    at: At = None,
    stack: StackName = None,
    json: AsJson = False,
) -> None:
    """A ticket was solved: its requester is asked after the quiet time."""
    _put_event(SOLVED, ticket, email, name, source, at, stack, json=json)


@tickets.command("closed")
def ticket_closed(
    ticket: TicketId,
    email: Email,
    name: Name = None,
    source: Source = "cli",
    at: At = None,
    stack: StackName = None,
    json: AsJson = False,
) -> None:
    """A ticket was closed: the same as solved, if it was not solved before."""
    _put_event(CLOSED, ticket, email, name, source, at, stack, json=json)


@tickets.command("reopened")
def ticket_reopened(
    ticket: TicketId,
    email: Email,
    name: Name = None,
    source: Source = "cli",
    at: At = None,
    stack: StackName = None,
    json: AsJson = False,
) -> None:
    """A ticket was reopened: what waits is taken back."""
    _put_event(REOPENED, ticket, email, name, source, at, stack, json=json)


def _put_event(
    event: EventName,
    ticket: str,
    email: str,
    name: str | None,
    source: str,
    at: str | None,
    stack: str | None,
    *,
    json: bool,
) -> None:
    target = find(stack)
    happened_at = parse_moment(at) if at else datetime.now(UTC)
    heard = TicketEvent(
        event=event, source=source, ticket_id=ticket, requester_email=email, requester_name=name, time=happened_at
    )
    detail = heard.model_dump(mode="json", exclude={"event"}, exclude_none=True)
    entry = {
        "Source": SOURCE,
        "DetailType": event,
        "Detail": jsonlib.dumps(detail),
        "EventBusName": target.outputs["BusName"],
    }
    answer = target.wiring().client("events").put_events(Entries=[entry])
    if answer["FailedEntryCount"]:
        raise InvalidInputError(answer["Entries"][0].get("ErrorMessage", "the bus refused it"), field="event")
    done(f"{event} {heard.occasion} is on the bus.", {"event": event, **detail}, json=json)


def outbox(
    number: Annotated[int | None, typer.Argument(help="Open this mail in the browser, as its reader sees it.")] = None,
    to: Annotated[str | None, typer.Option(help="Only mails to addresses that contain this.")] = None,
    json: AsJson = False,
) -> None:
    """List the mails the local stack's SES took, newest first; with a number, open one."""
    mails = local_outbox.read(running_locally())
    if to:
        mails = [mail for mail in mails if to.lower() in mail.to.lower()]
    if number is not None:
        mail = next((mail for mail in mails if mail.number == number), None)
        if mail is None:
            raise InvalidInputError(f"there is no mail {number} in the outbox", field="number")
        say(f"Opening {local_outbox.open_in_browser(mail)}")
    elif json:
        as_json([mail._asdict() for mail in mails])
    else:
        rows = [(mail.number, mail.sent_at, mail.to, mail.subject) for mail in mails]
        table("Outbox", ("no.", "sent", "to", "subject"), rows, empty="No mail has been sent yet.")
