"""`sayso demo`: a believable company on the local stack, from nothing to the links a person would try next.

Every stage looks first at what is there, so that a second run only sends what is due today and prints, and a run
that was interrupted goes on where it stopped.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import datetime, timedelta
from time import monotonic, sleep
from typing import Annotated

import typer
from botocore.exceptions import BotoCoreError, ClientError
from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn, track

from sayso.cli import event_commands, outbox
from sayso.cli.demo_answers import Answers
from sayso.cli.demo_commitments import choose_quote, keep_commitments
from sayso.cli.demo_company import Decks, Person, people
from sayso.cli.demo_ending import tell
from sayso.cli.demo_history import HELPDESK, History, PastClock, PastSes
from sayso.cli.demo_past import PastFollowUps
from sayso.cli.demo_staff import let_in
from sayso.cli.doctor import look_at, patient_of
from sayso.cli.doctor_report import keep
from sayso.cli.local_stack import LocalStack
from sayso.cli.show import console, plural, say
from sayso.cli.stack_commands import start
from sayso.cli.target import Target, find, running_locally
from sayso.domain.contact import Contact
from sayso.domain.errors import SaysoError
from sayso.domain.tickets import SOLVED
from sayso.domain.time import utc_text
from sayso.wiring import Wiring

PATIENCE = 300.0  # seconds until a stage that only waits gives up
_TICKET = "T-50001"
_SOLVED_AGO = timedelta(hours=5)  # longer ago than the programme's quiet time, so that it is due


def demo(
    port: Annotated[
        int | None, typer.Option(help="Where the local stack listens; 0 picks a free port. Default: 4566.")
    ] = None,
) -> None:
    """Start the local stack and bring a believable company to life in it: 40 accounts, 18 months of answers.

    Everything goes through the same services as in real life, with the clock set back; what is due today and the
    latest two low scores are left to the deployed functions. Run again, it sends what has become due and prints.
    """
    start(port=port)
    target, stack = find(None), running_locally()
    try:
        _run(target, stack)
    except (BotoCoreError, ClientError, OSError) as error:
        log = "ministack.log in the state folder (.sayso)"
        raise SaysoError(
            f"The local stack stopped answering: {error}. See {log}, then: sayso down, sayso demo"
        ) from None


def _run(target: Target, stack: LocalStack) -> None:
    wiring = target.wiring()
    now = wiring.clock().replace(microsecond=0)
    everybody = people(now.date())
    known = _known(wiring, everybody)
    if len(known) < len(everybody):
        _live(target, [person for person in everybody if person.external_id not in known], now)
        known = _known(wiring, everybody)
    clock = PastClock(now)
    keep_commitments(target.wiring(clock=clock), clock, now)
    choose_quote(wiring)
    _wait("Counting and planning", lambda: _unrest(wiring))
    if wiring.editions.latest() is None:
        say("Approving the first edition of the public page, as the manager would.")
        wiring.publish_page.approve(wiring.programme.follow_up.manager)
    _hear_of_ticket(wiring, next(known[one.external_id] for one in everybody if one.part == "ticket_today"), now)
    sent_before = len(outbox.read(stack))
    due = wiring.dispatch_due.dispatch(tuple(wiring.programme.surveys), wiring.clock()).handed_on
    say(f"Due now and handed to the sender: {', '.join(f'{number} {name}' for name, number in due.items())}.")
    _wait("Sending", lambda: _unrest(wiring))
    alerts = sum(one.part in ("low_just_now", "low_ticket_just_now") for one in everybody)
    _wait("Telling the owners of low scores", lambda: _missing_alerts(stack, alerts))
    _ask_for_reviews(wiring, now)
    mails = outbox.read(stack)
    say(f"{len(mails) - sent_before} mails went out; the outbox holds {len(mails)}.")
    _look_at_everything(target)
    tell(wiring, mails, target.outputs["DeskUrl"], let_in(target))


def _look_at_everything(target: Target) -> None:
    """As somebody would before going live: the desk shows what was found. Without it the demo is a demo, too."""
    with suppress(BotoCoreError, ClientError, OSError):
        keep(target, look_at(patient_of(target)))


def _ask_for_reviews(wiring: Wiring, now: datetime) -> None:
    """As every Monday: each owner is told once in a quarter which accounts are to be reviewed."""
    prepared = wiring.prepare_reviews.run(now) if wiring.programme.reviews else None
    if prepared and prepared.mailed:
        say(f"{plural(prepared.mailed, 'owner')} got the link to the reviews of {prepared.quarter}.")


def _known(wiring: Wiring, everybody: list[Person]) -> dict[str, Contact]:
    return dict(wiring.contacts.by_external_ids([person.external_id for person in everybody]))


def _live(target: Target, missing: list[Person], now: datetime) -> None:
    clock = PastClock(now)
    ses = PastSes()
    past = target.wiring(clock=clock, mailer=ses, account=ses, pace=ses)
    past.follow_ups = follow_ups = PastFollowUps(past.items, now)
    history = History(past, clock, Answers(Decks(), now), now, follow_ups)
    quiet = not console.is_terminal
    for person in track(missing, "Living eighteen months", console=console, transient=True, disable=quiet):
        history.live(person)
    say(f"{len(missing)} contacts have lived through up to eighteen months.")


def _hear_of_ticket(wiring: Wiring, requester: Contact, now: datetime) -> None:
    """A ticket that was solved some hours ago, told on the bus as a helpdesk would."""
    occasion = wiring.pseudonyms.of("ticket", f"{HELPDESK}:{_TICKET}")
    reference = (requester.contact_id, "ticket", occasion)
    if "ticket" not in wiring.programme.surveys or wiring.invitations.get(*reference):
        return
    at = utc_text(now - _SOLVED_AGO)
    event_commands.put_ticket(SOLVED, _TICKET, requester.email, requester.name, HELPDESK, at=at)
    _wait("Hearing of it", lambda: "" if wiring.invitations.get(*reference) else "the ticket is still on its way")


def _unrest(wiring: Wiring) -> str:
    """What the deployed functions still have to do; empty when all is counted and no queue holds anything."""
    settings, client = wiring.settings, wiring.client("sqs")
    names = ("", "NotVisible", "Delayed")
    attributes = [f"ApproximateNumberOfMessages{name}" for name in names]
    waiting = 0
    for url in (
        settings.plan_queue_url,
        settings.send_queue_url,
        settings.follow_up_queue_url,
        settings.notify_queue_url,
        settings.page_queue_url,
    ):
        found = client.get_queue_attributes(QueueUrl=url, AttributeNames=attributes)["Attributes"]
        waiting += sum(int(found[name]) for name in attributes)
    if waiting:
        return f"{waiting} messages are still in the queues"
    counts = wiring.verify_counts.verify()
    if counts.faults:
        return f"{counts.faults} counts do not agree with their ledger"
    return f"{len(counts.behind)} answers and mails are not counted yet" if counts.behind else ""


def _missing_alerts(stack: LocalStack, wanted: int) -> str:
    found = sum("/case/" in mail.text for mail in outbox.read(stack))
    return f"{wanted - found} of {wanted} alerts have not been mailed" if found < wanted else ""


def _wait(stage: str, unrest: Callable[[], str]) -> None:
    """Look again and again until nothing is said to be unfinished; raises SaysoError when that takes too long."""
    until = monotonic() + PATIENCE
    columns = (SpinnerColumn(), TextColumn("{task.description}"), TimeElapsedColumn())
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as progress:
        task = progress.add_task(stage)
        while unfinished := unrest():
            if monotonic() > until:
                raise SaysoError(
                    f"{stage} takes longer than {PATIENCE / 60:.0f} minutes: {unfinished}. Look with: sayso status, "
                    "sayso verify. Then run this again; it goes on where it stopped."
                )
            progress.update(task, description=f"{stage}: {unfinished}")
            sleep(1)
