"""Takes mails from planned to delivered and counted, through the real handlers, and writes down what each step uses."""

from __future__ import annotations

import io
import os
import time
from collections import defaultdict
from collections.abc import Callable, Sequence
from contextlib import ExitStack, redirect_stdout
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import islice
from typing import Any
from unittest.mock import patch

from sayso.adapters.mails import MailWriter
from sayso.adapters.rendering import Renderer
from sayso.handlers import count_responses, dispatch, on_mail_event, plan, route_changes, send
from tests.bench.batching import Timed, batches, is_counted, windows
from tests.bench.metered_items import MeteredItems
from tests.builders import PROGRAMME, World, sqs_event
from tests.infrastructure.reading import mappings

START = datetime(2026, 2, 2, 9, 0, tzinfo=UTC)
_JOINED = "2025-01-13"  # fifty days and a year later the first annual is due, on a Wednesday
_CONTACTS_AN_ACCOUNT = 4
_DOORS = (count_responses, dispatch, on_mail_event, plan, route_changes, send)
_SURVEY = "annual"
DELIVERED_AFTER = timedelta(seconds=3)
# What Lambda's own environment adds to every line.
_TRACE = "Root=1-5759e988-bd862e3fe1be46a994272793;Parent=53995c3f42cd8ad8;Sampled=0;Lineage=1:abcd1234:0"
_LINE = 26  # bytes CloudWatch adds to a line


@dataclass
class Invocations:
    """What the invocations of one function used: how many, calls of AWS, seconds of this machine's processor, bytes
    of log."""

    count: int = 0
    calls: int = 0
    sends: int = 0
    processor: float = 0.0
    logged: int = 0


@dataclass
class Journey:
    """Everything that a number of mails used."""

    mails: int
    items: MeteredItems
    functions: dict[str, Invocations] = field(default_factory=lambda: defaultdict(Invocations))
    queue_requests: int = 0
    kept: int = 0


class Company(World):
    """The real wiring on a metered table, with the real mails."""

    def __init__(self) -> None:
        super().__init__(START)
        self.items: MeteredItems = MeteredItems()
        renderer = Renderer(PROGRAMME)
        self.mail_writer: Any = MailWriter(renderer, PROGRAMME)


def travel(mails: int, rate: float) -> Journey:
    """Plan, send, deliver and count so many annual invitations, `rate` of them a second."""
    company = Company()
    _import(company, mails)
    with _functions(company):
        _warm_up(company)
        company.items.uses.clear()
        journey = Journey(mails, company.items)
        run = _Runner(company, journey)
        _plan(run)
        _send(run, rate)
    journey.kept = _kept(company.items)
    return journey


@dataclass
class _Runner:
    company: Company
    journey: Journey

    def invoke(self, door: Any, event: dict[str, Any], step: str) -> Any:
        """One invocation, measured."""
        items, mailer = self.company.items, self.company.mailer
        items.step, calls, sends = step, items.calls, len(mailer.outbox)
        out = io.StringIO()
        door.logger.registered_handler.setStream(out)
        with redirect_stdout(out):
            began = time.process_time()
            answer = door.handle(event, None)
            taken = time.process_time() - began
        used = self.journey.functions[door.__name__.rpartition(".")[2]]
        used.count += 1
        used.calls += items.calls - calls
        used.sends += len(mailer.outbox) - sends
        used.processor += taken
        used.logged += sum(len(line.encode()) + _LINE for line in out.getvalue().splitlines())
        assert not (isinstance(answer, dict) and answer.get("batchItemFailures")), answer
        return answer


def _functions(company: Company) -> ExitStack:
    stack = ExitStack()
    for door in _DOORS:
        stack.enter_context(patch.object(door, "of_this_function", lambda: company))
    stack.enter_context(patch.dict(os.environ, {"_X_AMZN_TRACE_ID": _TRACE}))
    return stack


def _import(company: Company, mails: int) -> None:
    rows = [
        {
            "contact_id": f"crm-{number}",
            "email": f"firstname.lastname.{number}@customer-{number // _CONTACTS_AN_ACCOUNT}.example",
            "name": "Firstname Lastname",
            "account": f"Customer {number // _CONTACTS_AN_ACCOUNT}",
            "account_since": _JOINED,
            "owner_email": "owner@polder.example",
            "locale": ("en", "de", "nl")[number % 3] if number < mails else "en",
        }
        for number in range(mails + 1)  # the last one is only there to warm up
    ]
    results = company.import_contacts.run(enumerate(rows, 2))
    assert all(result.outcome == "added" for result in results)


def _warm_up(company: Company) -> None:
    """Everything that is made once in the life of a function: templates read, sentences parsed."""
    (last,) = islice(reversed([item for item in company.items.scan(("PROFILE",)) if item["entity"] == "contact"]), 1)
    run = _Runner(company, Journey(1, company.items))
    run.invoke(plan, sqs_event([{"contact_id": last["contact_id"]}]), "")
    _send(run, 1.0)
    company.clock.now = START


def _plan(run: _Runner) -> None:
    profiles = [item for item in run.company.items.scan(("PROFILE",)) if item["entity"] == "contact"]
    waiting = [{"contact_id": item["contact_id"]} for item in profiles[: run.journey.mails]]
    run.journey.queue_requests += len(waiting)  # each stream record sends its own message
    run.journey.functions["route_changes"].count += -(
        -len(waiting) // mappings()["RouteChangesReadsStream"]["BatchSize"]
    )
    _drain(run, plan, waiting, "plan", "PlanReadsQueue")


def _drain(run: _Runner, door: Any, bodies: Sequence[dict[str, Any]], step: str, mapping: str) -> None:
    for batch in batches(bodies, mappings()[mapping]["BatchSize"]):
        run.journey.queue_requests += 2  # Lambda receives, and deletes
        run.invoke(door, sqs_event(batch), step)


def _send(run: _Runner, rate: float) -> None:
    company = run.company
    due = [item["due_at"] for item in company.items.scan(("INVITATION",)) if item["state"] == "waiting"]
    company.clock.now = datetime.fromisoformat(max(due)) + timedelta(hours=1)
    survey = PROGRAMME.surveys[_SURVEY]
    event = {"schedule": survey.schedule, "scheduled_time": company.clock.now.isoformat()}
    run.invoke(dispatch, event, "dispatch")
    messages = company.queue("SEND").take_all()
    assert len(messages) == run.journey.mails, (len(messages), run.journey.mails)
    run.journey.queue_requests += -(-len(messages) // 10)
    records = _sent_and_delivered(run, messages, rate)
    for batch in windows(records):
        run.invoke(count_responses, {"Records": batch}, "count")


def _sent_and_delivered(run: _Runner, messages: Sequence[dict[str, Any]], rate: float) -> list[Timed]:
    """Send at a rate, hear of each delivery a few seconds later; what the stream then holds for the counting."""
    company, began = run.company, run.company.clock.now
    seen = len(company.items.stream)
    happens: list[tuple[datetime, Callable[[], None]]] = []
    records: list[Timed] = []

    def note() -> None:
        nonlocal seen
        fresh, seen = company.items.stream[seen:], len(company.items.stream)
        records.extend((company.clock.now, record) for record in fresh if is_counted(record))

    def say(detail_type: str, step: str, number: int) -> None:
        run.invoke(on_mail_event, _ses_event(company, detail_type, number), step)
        note()

    size = mappings()["SendReadsQueue"]["BatchSize"]
    for number, batch in enumerate(batches(messages, size)):
        company.clock.now = began + timedelta(seconds=number * size / rate)
        first = len(company.mailer.outbox)
        run.journey.queue_requests += 2
        run.invoke(send, sqs_event(batch), "send")
        note()
        for mail in range(first, len(company.mailer.outbox)):
            happens.append((company.clock.now, lambda mail=mail: say("Email Sent", "SES: sent", mail)))
            later = company.clock.now + DELIVERED_AFTER
            happens.append((later, lambda mail=mail: say("Email Delivered", "SES: delivered", mail)))
    for moment, event in sorted(happens, key=lambda one: one[0]):
        company.clock.now = moment
        event()
    return sorted(records, key=lambda one: one[0])


def _ses_event(company: Company, detail_type: str, number: int) -> dict[str, Any]:
    tags = {name: [value] for name, value in company.mailer.outbox[number].tags.items()}
    return {
        "detail-type": detail_type,
        "time": company.clock.now.isoformat(),
        "detail": {"mail": {"tags": tags}, "delivery": {"timestamp": company.clock.now.isoformat()}},
    }


def _kept(items: MeteredItems) -> int:
    """Bytes of an invitation, its gate and its ledger when all is done."""
    last = {use.item: use.size for use in items.uses if use.writes}
    return sum(last[name] for name in ("invitation", "gate", "ledger"))
