"""How many mails a worker sends in a second, against the bare loop that renders the template and calls SES."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from itertools import chain
from typing import Any

import boto3

from sayso.adapters.links import SignedLinks
from sayso.adapters.settings import Settings
from sayso.domain.contact import Contact
from sayso.domain.mail_tags import mail_tags
from sayso.ports import Mailer, StepMessage
from sayso.wiring import Wiring
from tests import table
from tests.bench import server
from tests.builders import LINK_KEYS, MONDAY, PROGRAMME, contact, invitation
from tests.fakes import FakeAccount, FakeItems, FakeMailer, FakePace

COLUMNS = ("one worker", "mails a second", "ms a mail (median)", "AWS calls a mail", "of the bare loop")
_MAILS = 200
_WARM_UP = 10
_TABLE, _SET = "bench", "bench-mails"
_SITE = "https://bench.example"


def measure() -> list[tuple[str, ...]]:
    """Two pairs of rows: on the local stack's table and SES, and on stand-ins in memory, for our code's share."""
    with server.running():
        client = boto3.client("dynamodb")
        table.create_table(client, _TABLE)
        ses = boto3.client("sesv2")
        ses.create_email_identity(EmailIdentity=PROGRAMME.sender.email)
        ses.create_configuration_set(ConfigurationSetName=_SET)
        wiring = _wiring()
        clients: list[Any] = [wiring.items._client, wiring.mailer._client]  # type: ignore[attr-defined]
        stacked = _pair(wiring, clients)
    wiring = _wiring()
    wiring.items, wiring.mailer, wiring.sending_account = FakeItems(), FakeMailer(), FakeAccount()
    in_memory = _pair(wiring, [])
    names = ("render, call SES", "Sayso", "in memory: render", "in memory: Sayso")
    rows: list[tuple[str, ...]] = []
    for name, (seconds, calls, floor) in zip(names, chain(stacked, in_memory), strict=True):
        rows.append((name, f"{1 / seconds:.0f}", f"{seconds * 1000:.1f}", f"{calls:g}", f"{floor / seconds:.2f}"))
    return rows


def _wiring() -> Wiring:
    environment = {"TABLE_NAME": _TABLE, "SITE_URL": _SITE, "CONFIGURATION_SET": _SET}
    wiring = Wiring(Settings({**environment, "SENDER_IDENTITY": PROGRAMME.sender.email}), clock=lambda: MONDAY)
    wiring.pace = FakePace()  # how fast we may is SES's to say; this is how fast we can
    wiring.links = SignedLinks(_SITE, lambda: LINK_KEYS)
    return wiring


Figures = tuple[float, float, float]


def _pair(wiring: Wiring, clients: list[Any]) -> list[Figures]:
    """Seconds and AWS calls of one mail, and the floor's seconds; the bare loop first, both in turns."""
    calls = _count_calls(clients)
    times: tuple[list[float], list[float]] = ([], [])
    made = [0, 0]
    for number in range(_MAILS + _WARM_UP):
        person, message = _waiting(wiring, number)
        both: tuple[Callable[[], None], ...] = (
            lambda person=person, number=number: _bare(wiring, wiring.mailer, person, number),
            lambda message=message: _sent(wiring, message),
        )
        for which, send in enumerate(both):
            before, began = calls[0], time.perf_counter()
            send()
            if number >= _WARM_UP:
                times[which].append(time.perf_counter() - began)
                made[which] += calls[0] - before
    floor = statistics.median(times[0])
    return [(statistics.median(each), count / _MAILS, floor) for each, count in zip(times, made, strict=True)]


def _waiting(wiring: Wiring, number: int) -> tuple[Contact, StepMessage]:
    person = contact(
        contact_id=f"{number:032x}",
        external_id=f"crm-{number}",
        email=f"person-{number}@customer.example",
        address_hash=f"{number:032x}",
        name="Anna Jansen",
        locale=("en", "de", "nl")[number % 3],
    )
    wiring.contacts.save(person, None)
    waiting = wiring.invitations.save(invitation(contact_id=person.contact_id))
    assert waiting.due_step
    assert waiting.due_at
    return person, StepMessage(*waiting.reference, waiting.due_step, waiting.due_at)


def _sent(wiring: Wiring, message: StepMessage) -> None:
    outcome = wiring.send_invitation.take(message)
    assert outcome == "sent", outcome


def _bare(wiring: Wiring, mailer: Mailer, person: Contact, number: int) -> None:
    """The same mail without asking whether it may go, without signing its links and without writing anything down."""
    mail = wiring.mail_writer.invitation(
        survey="annual",
        step="first",
        language=PROGRAMME.language_for(person.locale),
        recipient_name=person.name or "",
        recipient_email=person.email,
        score_links=[f"{_SITE}/survey/annual.en.html?t={number:0140d}&s={score}" for score in range(11)],
        plain_page=f"{_SITE}/api/plain/{number:0140d}",
        unsubscribe_page=f"{_SITE}/unsubscribe/en.html?t={number:080d}",
        unsubscribe_one_click=f"{_SITE}/api/unsubscribe/{number:080d}",
        tags=mail_tags(invitation(contact_id=person.contact_id), "first"),
    )
    mailer.send(mail)


def _count_calls(clients: list[Any]) -> list[int]:
    calls = [0]

    def count(**_: Any) -> None:
        calls[0] += 1

    for client in clients:
        client.meta.events.register("before-send", count)
    return calls
