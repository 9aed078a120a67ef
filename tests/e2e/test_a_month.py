"""A simulated month on the local stack: exactly the mails go out that plain arithmetic predicts (tests/e2e/month.py).

Real are the table with its indexes, transactions and stream, the queues and SES's outbox, all on the local stack, and
the wiring, the stores, the mails as they are written. Not real is the time: so the functions' code runs in this
process, on a clock that is set, and the table and queues are of their own, where the deployed functions, which
know the real time only, do not get at them. That these run with the rights they have is for the other tests here.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import replace
from datetime import datetime
from typing import Any
from unittest.mock import patch
from urllib.request import urlopen
from uuid import uuid4

import boto3
import pytest

from sayso.adapters.settings import Settings
from sayso.domain.errors import ExpiredError
from sayso.domain.mail import Mail as WrittenMail
from sayso.domain.mail_tags import read_mail_tags
from sayso.domain.response import AnswerInput
from sayso.domain.sending import REASONS, Hold, Pause
from sayso.domain.tickets import TicketEvent
from sayso.handlers import plan, route_changes, send
from sayso.ports import Mailer
from sayso.wiring import Wiring
from tests.builders import sqs_event
from tests.e2e.company import Company
from tests.e2e.month import EVE, Event, Mail, Month, Person, Prediction, make_up
from tests.fakes import FakeClock, FakePace
from tests.referee import check_kept
from tests.table import create_table

pytestmark = pytest.mark.stack
QUEUES = {"PlanQueueUrl": plan, "SendQueueUrl": send}


class Dated:
    """SES as it is, with the simulated moment of each mail it took, and of whom it asks."""

    def __init__(self, mailer: Mailer, clock: FakeClock) -> None:
        self._mailer, self._clock = mailer, clock
        self.taken: dict[str, Mail] = {}
        self.asked: list[tuple[str, str, str]] = []

    def send(self, mail: WrittenMail) -> str:
        message_id = self._mailer.send(mail)
        contact_id, survey, occasion, kind = read_mail_tags(mail.tags)
        self.taken[message_id] = Mail(mail.to, survey, kind, self._clock())
        self.asked.append((contact_id, survey, occasion))
        return message_id

    def reference(self, message_id: str) -> str:
        return self._mailer.reference(message_id)


class SimulatedMonth:
    """A table, queues and stream of its own on the stack, and the functions' code on them at a simulated time."""

    def __init__(self, company: Company, month: Month) -> None:
        self.month, self.clock, session = month, FakeClock(EVE), dict(company.target.session)
        self._tables, self._sqs, self._streams = (
            boto3.client(service, **session)  # type: ignore[call-overload]
            for service in ("dynamodb", "sqs", "dynamodbstreams")
        )
        name = f"month-{uuid4().hex[:8]}"
        create_table(self._tables, name)
        self._table = name
        self.queues = {
            output: self._sqs.create_queue(QueueName=f"{name}-{output}", Attributes={"VisibilityTimeout": "300"})[
                "QueueUrl"
            ]
            for output in (*QUEUES, "FollowUpQueueUrl")
        }
        outputs = {**company.target.outputs, "TableName": name, "SendWindow": "programme", **self.queues}
        self.wiring: Wiring = replace(company.target, outputs=outputs).wiring(clock=self.clock)
        self.wiring.settings = Settings({**self.wiring.settings.environment, "PAGE_DELAY_SECONDS": "60"})
        self.mailer = Dated(self.wiring.mailer, self.clock)
        self.wiring.mailer = self.mailer
        self.wiring.pace = FakePace()  # the simulated seconds between two mails are not waited for
        self._people = {person.name: person for person in month.people}
        self._records = self._stream()

    def close(self) -> None:
        """Take everything down again."""
        self._tables.delete_table(TableName=self._table)
        for url in self.queues.values():
            self._sqs.delete_queue(QueueUrl=url)

    # What AWS does

    def _stream(self) -> Iterator[list[dict[str, Any]]]:
        arn = self._tables.describe_table(TableName=self._table)["Table"]["LatestStreamArn"]
        (shard,) = self._streams.describe_stream(StreamArn=arn)["StreamDescription"]["Shards"]
        place = self._streams.get_shard_iterator(
            StreamArn=arn, ShardId=shard["ShardId"], ShardIteratorType="TRIM_HORIZON"
        )["ShardIterator"]
        while True:
            answer = self._streams.get_records(ShardIterator=place)
            place = answer["NextShardIterator"]
            yield answer["Records"]

    def deliver(self) -> None:
        """Hand stream and queues to the functions until there is nothing more."""
        while (records := next(self._records)) or any(self._deliver(output) for output in QUEUES):
            if records:
                done = route_changes.handle({"Records": records}, None)  # type: ignore[arg-type]
                assert done == {"batchItemFailures": []}

    def _deliver(self, output: str) -> bool:
        url, delivered = self.queues[output], False
        while messages := self._sqs.receive_message(QueueUrl=url, MaxNumberOfMessages=10).get("Messages", []):
            event = sqs_event([json.loads(message["Body"]) for message in messages])
            assert QUEUES[output].handle(event, None) == {"batchItemFailures": []}  # type: ignore[attr-defined]
            entries = [{"Id": str(at), "ReceiptHandle": one["ReceiptHandle"]} for at, one in enumerate(messages)]
            self._sqs.delete_message_batch(QueueUrl=url, Entries=entries)
            delivered = True
        return delivered

    def tick(self) -> None:
        for schedule in ("day50", "annual", "ticket"):
            handed_on = self.wiring.dispatch_due.dispatch_schedule(schedule, self.clock()).handed_on
            if any(handed_on.values()):
                self._deliver("SendQueueUrl")

    # What people do

    def live(self) -> None:
        """The whole month."""
        with ExitStack() as patched:
            for door in (route_changes, plan, send):
                patched.enter_context(patch.object(door, "of_this_function", lambda: self.wiring))
            self._import([person for person in self.month.people if person.is_listed])
            events = list(self.month.events)
            for tick in self.month.ticks:
                while events and events[0].at <= tick:
                    self.clock.now = events[0].at
                    self._happens(events.pop(0))
                self.clock.now = tick
                self.tick()
            self.deliver()

    def _import(self, people: list[Person], **changes: str) -> None:
        rows = [
            {
                "contact_id": f"crm-{person.name}",
                "email": person.address,
                "account": person.account,
                "role": person.role,
                "account_since": person.since.isoformat() if person.since else "",
                "timezone": person.zone,
                **changes,
            }
            for person in people
        ]
        outcomes = Counter(result.outcome for result in self.wiring.import_contacts.run(enumerate(rows)))
        assert sum(outcomes.values()) == len(rows)
        assert outcomes.keys() <= {"added", "changed"}
        self.deliver()

    def _happens(self, event: Event) -> None:
        wiring, now, person = self.wiring, self.clock(), self._people.get(event.person)
        if event.what == "pause":
            wiring.standings.pause(Pause(at=now, by="ops", reason="a migration"))
        elif event.what == "resume":
            wiring.standings.resume("ops", now)
        elif event.what == "hold":
            hold = Hold(until=event.until, reason="a migration", by="ops", at=now)
            wiring.standings.hold(wiring.pseudonyms.of("account", event.person), hold)
        elif person and event.what == "leave":
            wiring.leave.leave(wiring.pseudonyms.of_address(person.address))
        elif person and event.what == "do_not_ask":
            self._import([person], do_not_ask="yes")
        elif person and event.what == "answer":
            self._answer(person)
        elif person:
            heard = TicketEvent(
                event=f"ticket.{event.what}",  # type: ignore[arg-type]
                source="desk",
                ticket_id=event.ticket,
                requester_email=person.address,
                time=event.happened,
                tags=event.tags,
            )
            wiring.hear_ticket.hear(heard)
            wiring.hear_ticket.hear(heard)  # the bus delivers twice

    def _answer(self, person: Person) -> None:
        contact = self.wiring.contacts.by_external_ids([f"crm-{person.name}"])[f"crm-{person.name}"]
        mine = [reference for reference in self.mailer.asked if reference[0] == contact.contact_id]
        if mine:
            try:
                self.wiring.record_answer.record(mine[-1], AnswerInput(score=9, gesture=True))
            except ExpiredError:
                return


def outbox(company: Company, domain: str) -> Counter[str]:
    """The addresses of a domain in SES's own outbox, with how many mails each got."""
    with urlopen(f"{company.stack.endpoint_url}/_ministack/ses/messages", timeout=60) as answer:  # noqa: S310
        accounts = json.load(answer)["messages"]
    mails = [mail for account in accounts.values() for mail in account]
    found = (address.rsplit("<", 1)[-1].strip("<>") for mail in mails for address in mail["To"])
    return Counter(address for address in found if address.endswith(f"@{domain}"))


@pytest.mark.parametrize(
    ("size", "days"), [(160, 16), pytest.param(2_000, 31, marks=pytest.mark.long)], ids=["small", "whole"]
)
def test_exactly_the_predicted_mails_go_out(company: Company, size: int, days: int) -> None:
    domain = f"month{size}-{uuid4().hex[:6]}.example"
    month = make_up(size, days, domain)
    simulated = SimulatedMonth(company, month)
    try:
        simulated.live()
        sent, predicted = sorted(simulated.mailer.taken.values()), Prediction(month).run()
        missing, surplus = Counter(predicted) - Counter(sent), Counter(sent) - Counter(predicted)
        assert (missing, surplus) == (Counter(), Counter())
        # The month holds what it is meant to: every survey and reminders, in numbers.
        kinds = Counter((mail.survey, mail.kind) for mail in sent)
        assert min(kinds[kind] for kind in KINDS) >= size // 50, kinds
        # What SES itself has is just that, and each of it under an id of its own.
        assert outbox(company, domain) == Counter(mail.address for mail in sent)
        kept = [item for item in simulated.wiring.items.scan(("INVITATION#",)) if item["entity"] == "invitation"]
        check_kept(kept, set(REASONS))
        for item in kept:
            is_late = "due_at" in item and datetime.fromisoformat(item["due_at"]) < month.ticks[-1]
            assert not is_late, f"{item['survey']} is {item['state']} ({item.get('reason')}) since {item['due_at']}"
    finally:
        simulated.close()


KINDS = (
    ("day50", "first"),
    ("day50", "reminder"),
    ("annual", "first"),
    ("annual", "reminder"),
    ("ticket", "first"),
)
