"""Builds what tests start from: a contact, a ticket event, an answer, and a whole programme running in memory."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from datetime import UTC, date, datetime, timedelta
from itertools import count
from typing import Any
from unittest.mock import patch

from hypothesis import strategies as st

from sayso.adapters.links import SignedLinks
from sayso.adapters.origin import HEADER, OriginCheck
from sayso.adapters.programme_file import load_programme
from sayso.adapters.pseudonyms import KeyedHashes
from sayso.adapters.sealed import SealedCursors
from sayso.adapters.settings import Settings
from sayso.adapters.stream import read_record
from sayso.domain.commitment import PublicTexts
from sayso.domain.contact import Contact
from sayso.domain.digest import MonthlyNews, WeeklyNews
from sayso.domain.edition import Edition
from sayso.domain.follow_up import FollowUp
from sayso.domain.invitation import Invitation, SentMail, Snapshot
from sayso.domain.mail import Mail
from sayso.domain.programme import Programme
from sayso.domain.response import AnswerInput, Response
from sayso.domain.tickets import TicketEvent
from sayso.domain.touchpoints import TouchpointEvent
from sayso.handlers import follow_up, notify, plan, route_changes, send, settle
from sayso.ports import PageFile, PageRenderer, StepMessage
from sayso.services.record_answer import AnswerView
from sayso.wiring_desk import DeskWiring
from tests.fakes import (
    FakeAccount,
    FakeBus,
    FakeChannels,
    FakeClock,
    FakeHookSecrets,
    FakeItems,
    FakeMailer,
    FakePace,
    FakeQueue,
    FakeSite,
)

PROGRAMME = load_programme()
# A Monday, 10:00 in Amsterdam and inside the send window.
MONDAY = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
LINK_KEYS = {"1": "k" * 64}
ORIGIN_KEYS = {"1": "o" * 64}
THROUGH_CLOUDFRONT = {HEADER: ORIGIN_KEYS["1"]}


def moments(first_year: int, last_year: int, zones: Any = None) -> st.SearchStrategy[datetime]:
    """Any moment from one year to the beginning of another, in UTC or in zones."""
    ends = [datetime(year, 1, 1) for year in (first_year, last_year)]  # noqa: DTZ001 - Hypothesis adds the zone
    return st.datetimes(ends[0], ends[1], timezones=st.just(UTC) if zones is None else zones)


def programme(**changes: Any) -> Programme:
    """The programme of templates/programme.yaml with some sections changed (given as dicts) or replaced."""
    content = PROGRAMME.model_dump(mode="json", exclude_none=True)
    for name, change in changes.items():
        known = content.get(name)
        content[name] = {**known, **change} if isinstance(known, dict) and isinstance(change, dict) else change
    return Programme.model_validate(content)


def contact(**changes: Any) -> Contact:
    """Somebody known since before their account began."""
    values: dict[str, Any] = {
        "contact_id": "c1",
        "external_id": "crm-1",
        "email": "anna@kaasboer.example",
        "address_hash": "hash-anna",
        "account": "Kaasboer",
        "account_id": "account-kaasboer",
        "first_seen_at": datetime(2026, 1, 1, 12, tzinfo=UTC),
        "account_since": date(2026, 1, 5),
    }
    return Contact(**{**values, **changes})


def invitation(**changes: Any) -> Invitation:
    """An annual invitation that waits, due on MONDAY."""
    survey = PROGRAMME.surveys.get(changes.get("survey", "annual"), PROGRAMME.survey("annual"))
    planned_at = changes.get("planned_at", MONDAY - timedelta(hours=1))
    values: dict[str, Any] = {
        "contact_id": "c1",
        "survey": "annual",
        "occasion": "1",
        "planned_at": planned_at,
        "send_before": planned_at + survey.within,
        "due_at": MONDAY,
        "due_step": "first",
    }
    return Invitation(**{**values, **changes})


def sent_invitation(**changes: Any) -> Invitation:
    """An invitation whose first mail went out on MONDAY."""
    values: dict[str, Any] = {
        "state": "sent",
        "mails": {"first": SentMail(state="sent", at=MONDAY)},
        "snapshot": Snapshot(account_id="account-kaasboer", language="en"),
        "expires_at": MONDAY + timedelta(days=30),
        "due_step": "expire",
        "due_at": MONDAY + timedelta(days=30),
    }
    return invitation(**{**values, **changes})


def response(**changes: Any) -> Response:
    """A confirmed 9."""
    values: dict[str, Any] = {
        "contact_id": "c1",
        "survey": "annual",
        "occasion": "1",
        "score": 9,
        "state": "confirmed",
        "answered_at": MONDAY,
        "updated_at": MONDAY,
        "confirmed_at": MONDAY,
        "asked_at": MONDAY - timedelta(days=1),
        "snapshot": Snapshot(account_id="account-kaasboer", language="en"),
        "revision": 1,
    }
    return Response(**{**values, **changes})


def ticket(event: str = "solved", at: datetime = MONDAY, **changes: Any) -> TicketEvent:
    """Something that happened to ticket 4711."""
    values: dict[str, Any] = {
        "event": f"ticket.{event}",
        "source": "zendesk",
        "ticket_id": "4711",
        "requester_email": "anna@kaasboer.example",
        "requester_name": "Anna Jansen",
        "time": at,
    }
    return TicketEvent(**{**values, **changes})


def touchpoint(at: datetime = MONDAY, **changes: Any) -> TouchpointEvent:
    """Project 17 was delivered."""
    values: dict[str, Any] = {
        "survey": "project_delivered",
        "source": "crm",
        "reference": "17",
        "email": "anna@kaasboer.example",
        "name": "Anna Jansen",
        "time": at,
    }
    return TouchpointEvent(**{**values, **changes})


class PlainWriter:
    """Writes mails quickly: what matters of them is to whom they go, why, and with which links."""

    def invitation(self, *, recipient_email: str, score_links: Sequence[str], **values: Any) -> Mail:
        headers = {"List-Unsubscribe": f"<{values['unsubscribe_one_click']}>"}
        headers |= {"Thread": " ".join(values["thread"])} if values["thread"] else {}
        headers["More-Follow"] = str(values["more_follow"])
        headers |= {"Changed": values["changed"].page} if values.get("changed") else {}
        text = "\n".join(score_links)
        return _mail(recipient_email, f"{values['survey']} {values['step']}", text, values["tags"], headers)

    def news(self, *, recipient_email: str, commitment: PublicTexts, page: str, **values: Any) -> Mail:
        headers = {"List-Unsubscribe": f"<{values['unsubscribe_one_click']}>"}
        text = json.dumps({**commitment.model_dump(mode="json"), "page": page, "language": values["language"]})
        return _mail(recipient_email, f"news {page.rpartition('#')[2]}", text, values["tags"], headers)

    def follow_up_alert(self, *, to: str, **values: Any) -> Mail:
        subject = f"alert {values['score']}" if values["kind"] in ("alert", "joined", "more") else f"{values['kind']}"
        return _mail(to, subject, json.dumps(values, default=str), values["tags"])

    def channel_message(self, **values: Any) -> tuple[str, str]:
        return f"{values['kind']} {values['score']}", json.dumps(values, default=str)

    def weekly_digest(self, *, to: str, news: WeeklyNews, **values: Any) -> Mail:
        return _mail(to, "own" if news.own else "digest", json.dumps({**asdict(news), **values}, default=str))

    def reviews(self, *, to: str, **values: Any) -> Mail:
        return _mail(to, "reviews", json.dumps(values, default=str))

    def monthly_digest(self, *, to: str, news: MonthlyNews, **values: Any) -> Mail:
        return _mail(to, "monthly", json.dumps({**asdict(news), **values}, default=str))


def _mail(
    to: str, subject: str, text: str, tags: Mapping[str, str] | None = None, headers: Mapping[str, str] | None = None
) -> Mail:
    sender = PROGRAMME.sender.email
    return Mail(
        to=to,
        to_name="",
        sender_name="Polder",
        sender_email=sender,
        reply_to=sender,
        subject=subject,
        html="<p></p>",
        text=text,
        headers=dict(headers or {}),
        tags=dict(tags or {}),
    )


def one_page(edition: Edition, _years: Mapping[int, Edition], **_given: Any) -> list[PageFile]:
    """One file that says what the page would."""
    return [("index.html", edition.model_dump_json().encode(), "text/html", "")]


class World(DeskWiring):
    """The whole of Sayso as it is wired for Lambda, on a table, queues, a mail service and a clock in memory."""

    programme: Programme = PROGRAMME
    mailer: FakeMailer

    def __init__(self, now: datetime = MONDAY, programme: Programme | None = None) -> None:
        names = ("SEND", "PLAN", "SETTLE", "FOLLOW_UP", "NOTIFY", "PAGE")
        environment = {"SITE_URL": "https://feedback.example", "TABLE_NAME": "table", "PAGE_DELAY_SECONDS": "60"}
        environment["SETTLE_SECONDS"] = "600"
        environment |= {f"{name}_QUEUE_URL": name for name in names}
        ids = count(1)
        super().__init__(Settings(environment), clock=FakeClock(now), new_id=lambda: f"{next(ids):032x}")
        self.clock: FakeClock
        self.programme = programme or PROGRAMME
        self.items: FakeItems = FakeItems()
        self.mailer = FakeMailer()
        self.sending_account: FakeAccount = FakeAccount()
        self.sending_looks: FakeAccount = self.sending_account
        self.pace: FakePace = FakePace()
        self.backoff = lambda losses: self.losses.append(losses)
        self.losses: list[int] = []
        self.site: FakeSite = FakeSite()
        self.page_renderer: PageRenderer = one_page
        self.bus: FakeBus = FakeBus()
        self.announcements: FakeBus = FakeBus()
        self.hook_secrets: FakeHookSecrets = FakeHookSecrets()
        self.channels: FakeChannels = FakeChannels()
        self.mail_writer = PlainWriter()
        self.links = SignedLinks(self.settings.site_url, lambda: LINK_KEYS)
        self.origin = OriginCheck(lambda: ORIGIN_KEYS)
        self.pseudonyms = KeyedHashes(lambda: "address-key")
        self.cursors = SealedCursors(lambda: "address-key")
        self._fake_queues: dict[str, FakeQueue] = {}
        self._read_of_stream = 0

    def client(self, service: str, **_: Any) -> Any:
        raise AssertionError(f"a unit test asked for {service}")

    def queue(self, url: str) -> FakeQueue:
        return self._fake_queues.setdefault(url, FakeQueue())

    # What a company and its customers do

    def add_contact(self, **columns: str) -> Contact:
        """Import one row and plan what follows from it."""
        row = {"contact_id": "crm-1", "email": "anna@kaasboer.example", "account": "Kaasboer", **columns}
        (result,) = self.import_contacts.run([(2, row)])
        assert result.outcome != "rejected", result
        self.run()
        return self.contacts.by_external_ids([row["contact_id"]])[row["contact_id"]]

    def add_invitation(self, person: Contact, **changes: Any) -> Invitation:
        """Put an invitation straight into the table, in the place of a planned one."""
        wanted = invitation(contact_id=person.contact_id, **changes)
        known = self.invitations.get(*wanted.reference)
        return self.invitations.save(wanted.having(revision=known.revision if known else 0))

    def asked(self, person: Contact, **changes: Any) -> Invitation:
        """An invitation whose first mail was sent."""
        snapshot = Snapshot(account_id=person.account_id, language="en", owner_id=person.owner_id)
        return self.add_invitation(
            person,
            **sent_invitation(**{"snapshot": snapshot, **changes}).model_dump(exclude={"contact_id", "revision"}),
        )

    def answer(
        self, asked: Invitation, score: int, *, gesture: bool = True, sent: bool = False, **fields: Any
    ) -> AnswerView:
        """Answer as the survey page does, or (`sent`) with the button of the plain one."""
        given = AnswerInput(score=score, gesture=gesture and not sent, **fields)
        return self.record_answer.record(asked.reference, given, sent=sent)

    def step(self, waiting: Invitation) -> StepMessage:
        """The message a dispatcher would send for the step an invitation waits for."""
        assert waiting.due_step
        assert waiting.due_at
        return StepMessage(*waiting.reference, waiting.due_step, waiting.due_at)

    def kept(self, one: Invitation) -> Invitation:
        """An invitation as it is in the table now."""
        found = self.invitations.get(*one.reference)
        assert found
        return found

    def cases(self) -> list[FollowUp]:
        """All open follow-ups."""
        return self.follow_ups.list(is_open=True)

    # What AWS does

    def run(self) -> None:
        """Deliver the stream and the queues until everything is quiet."""
        with self.functions():
            while self._deliver_stream() or self._deliver_queues():
                pass

    def tick(self, survey: str, at: datetime | None = None) -> int:
        """One tick of a schedule, and all that follows."""
        handed_on = self.dispatch_due.dispatch([survey], at or self.clock()).handed_on[survey]
        self.run()
        return handed_on

    def tick_news(self, at: datetime | None = None) -> int:
        """One tick of the schedule that hands on whom to tell what came of it, and all that follows."""
        handed_on = self.dispatch_news.hand_on(at or self.clock(), self.dispatch_due.dispatch([], self.clock()).room)
        self.run()
        return handed_on

    @contextmanager
    def functions(self) -> Iterator[None]:
        """The handlers run on this world."""
        doors = (route_changes, plan, settle, follow_up, notify, send)
        patches = [patch.object(door, "of_this_function", lambda: self) for door in doors]
        # A metric is a line on standard output, which tests of the command line read.
        patches.append(patch.dict(os.environ, {"POWERTOOLS_METRICS_DISABLED": "true"}))
        for one in patches:
            one.start()
        try:
            yield
        finally:
            for one in patches:
                one.stop()

    def settle(self) -> None:
        """Ten minutes go by, after which the delayed messages about answers without a gesture arrive."""
        self.run()
        self.clock.pass_by(minutes=10)
        bodies = self.queue("SETTLE").take_all()
        if not bodies:
            return
        with self.functions():
            assert not settle.handle(sqs_event(bodies), None)["batchItemFailures"]  # type: ignore[arg-type]
        self.run()

    def count(self, records: Sequence[Mapping[str, Any]]) -> int:
        """Hand stream records to the counting."""
        changed = [found for record in records if (found := read_record(record))]
        return self.count_responses.count(
            [(found.now, found.pk, found.sk) for found in changed if isinstance(found.now, Invitation | Response)]
        )

    def remind(self) -> int:
        """One tick of the schedule that tells our own people, and all that follows."""
        handed_on = self.remind_owners.hand_on()
        self.run()
        return handed_on

    def _deliver_stream(self) -> bool:
        records = self.items.stream[self._read_of_stream :]
        self._read_of_stream += len(records)
        if records:
            self.count(records)
            assert route_changes.handle({"Records": records}, None) == {"batchItemFailures": []}  # type: ignore[arg-type]
        return bool(records)

    def _deliver_queues(self) -> bool:
        delivered = False
        for url, door in (("PLAN", plan), ("SEND", send), ("FOLLOW_UP", follow_up), ("NOTIFY", notify)):
            bodies = self.queue(url).take_all()
            if bodies:
                failures = door.handle(sqs_event(bodies), None)["batchItemFailures"]  # type: ignore[arg-type]
                assert not failures, f"{url}: {failures}"
                delivered = True
        return delivered


def sqs_event(bodies: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """Messages of a queue as Lambda gets them."""
    return {
        "Records": [
            {
                "messageId": f"message-{at}",
                "receiptHandle": "handle",
                "body": json.dumps(body),
                "attributes": {"ApproximateReceiveCount": "1"},
                "messageAttributes": {},
                "eventSource": "aws:sqs",
                "eventSourceARN": "arn:aws:sqs:eu-central-1:000000000000:queue",
                "awsRegion": "eu-central-1",
            }
            for at, body in enumerate(bodies)
        ]
    }


def with_gate(mails: Sequence[tuple[timedelta, str]], now: datetime = MONDAY) -> Any:
    """A gate that mails of other invitations passed that long ago: ``[(timedelta(days=3), "event")]``."""
    from sayso.domain.gate import Gate, GateMail

    survey = {"event": "ticket", "relationship": "other"}
    return Gate(
        address_hash="hash-anna",
        mails=tuple(
            GateMail(at=now - ago, kind=kind, contact_id="c1", survey=survey[kind], occasion=str(at), mail="first")
            for at, (ago, kind) in enumerate(mails)
        ),
    )
