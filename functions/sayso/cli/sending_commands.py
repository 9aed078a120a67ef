"""`sayso dispatch`, `outbox`: what goes out, and what went out."""

from __future__ import annotations

from typing import Annotated

import typer

from sayso.cli import outbox as local_outbox
from sayso.cli.show import AsJson, StackName, as_json, say, table
from sayso.cli.target import find, running_locally
from sayso.domain.errors import InvalidInputError
from sayso.domain.sending import REASONS
from sayso.domain.time import parse_moment, utc_text


def dispatch(
    survey: Annotated[str, typer.Argument(help="A survey of the programme, such as day50.")],
    at: Annotated[
        str | None, typer.Option(help="Dispatch what is due at this time, such as 2026-03-31T09:00:00Z.")
    ] = None,
    stack: StackName = None,
    json: AsJson = False,
) -> None:
    """Hand what is due to the sender, as the schedule does by itself; with the tickets also what `notify` approved.

    The time given decides what is due; whether a mail may go out now (send window, distances, holds) the sender
    decides by the real clock.
    """
    wiring = find(stack).wiring()
    wiring.programme.check_survey(survey)
    scheduled_for = parse_moment(at) if at else wiring.clock()
    dispatched = wiring.dispatch_due.dispatch([survey], scheduled_for)
    handed_on, stopped = dispatched.handed_on[survey], dispatched.stopped
    with_news = wiring.programme.survey(survey).schedule == "ticket"
    news = wiring.dispatch_news.hand_on(scheduled_for, dispatched.room) if with_news else 0
    if json:
        done = {"survey": survey, "at": utc_text(scheduled_for), "handed_on": handed_on, "stopped": stopped}
        as_json({**done, "news": news})
    else:
        say(f"{survey}: {handed_on} due at {utc_text(scheduled_for)}, handed to the sender.")
        if news:
            say(f"And {news} to tell what came of what they said (sayso commitments notify).")
        if stopped:
            say(f"No mails were among them: {REASONS[stopped]}. What waits stays waiting.")


def outbox(
    number: Annotated[int | None, typer.Argument(help="Open this mail in the browser, as its reader sees it.")] = None,
    to: Annotated[str | None, typer.Option(help="Only mails to addresses that contain this.")] = None,
    json: AsJson = False,
) -> None:
    """List the mails the local stack's SES took, newest first; with a number, open one (--json: print it)."""
    mails = local_outbox.read(running_locally())
    if to:
        mails = [mail for mail in mails if to.lower() in mail.to.lower()]
    if number is not None:
        mail = next((mail for mail in mails if mail.number == number), None)
        if mail is None:
            raise InvalidInputError(f"there is no mail {number} in the outbox", field="number")
        if json:
            as_json(mail._asdict())
        else:
            say(f"Opening {local_outbox.open_in_browser(mail)}")
    elif json:
        as_json([mail._asdict() for mail in mails])
    else:
        rows = [(mail.number, mail.sent_at, mail.to, mail.subject) for mail in mails]
        table("Outbox", ("no.", "sent (UTC)", "to", "subject"), rows, empty="No mail has been sent yet.")
