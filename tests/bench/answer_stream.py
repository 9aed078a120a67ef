"""Stream records in any number: of each person a mail that is sent, delivered and answered, and the answer.

The stores write one of each a day; the others are copies under their own keys, as pydantic would take minutes.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from functools import cache
from typing import Any

from boto3.dynamodb.types import TypeSerializer

from sayso.adapters import keys
from sayso.adapters.invitation_store import put_invitation
from sayso.adapters.items import Put
from sayso.adapters.mapping import put_next
from sayso.domain.invitation import SentMail, Snapshot
from sayso.domain.theme import named_by
from tests.bench.batching import Timed
from tests.bench.mail_journey import DELIVERED_AFTER
from tests.builders import MONDAY, PROGRAMME, response, sent_invitation

Record = dict[str, Any]
ACCOUNTS = 200
SENT, DELIVERED, ANSWERED = 1, 2, 3  # revisions of an invitation
WAVE = 1_000  # people asked on one day
_DRIVERS = tuple(driver.id for driver in PROGRAMME.drivers)
_THEMES = PROGRAMME.all_themes
_LANGUAGES = ("en", "de", "nl")
_TIERS = ("gold", "silver", "bronze")


def journeys(people: int) -> Iterator[Record]:
    """Four records of each person, a wave after the other: all its mails, and then all its answers."""
    for first in range(0, people, WAVE):
        wave = range(first, min(first + WAVE, people))
        for number in wave:
            yield invitation_record(number, SENT)
            yield invitation_record(number, DELIVERED)
        for number in wave:
            yield answer_record(number)
            yield invitation_record(number, ANSWERED)


def sending(mails: int, rate: float) -> list[Timed]:
    """A sending day: so many mails a second, each delivered a few seconds later."""
    happens: list[Timed] = []
    for number in range(mails):
        at = MONDAY + timedelta(seconds=number / rate)
        happens.append((at, invitation_record(number, SENT)))
        happens.append((at + DELIVERED_AFTER, invitation_record(number, DELIVERED)))
    return sorted(happens, key=lambda one: one[0])


def invitation_record(number: int, revision: int) -> Record:
    """An invitation that was sent, delivered or answered."""
    return _record("MODIFY", _invitation(_day(number), revision), number)


def answer_record(number: int, *, day: datetime | None = None) -> Record:
    """A confirmed answer, of one of eleven scores; every third one names a driver, and is filed under its theme."""
    named = [_DRIVERS[number % len(_DRIVERS)]] if number % 3 == 0 else []
    filed = {theme: {"M": {"state": {"S": "filed"}, "rule": {"S": "drivers"}}} for theme in named_by(named, _THEMES)}
    drivers: Record = {"L": [{"S": driver} for driver in named]}
    said: Record = {"score": {"N": str(number * 7 % 11)}, "drivers": drivers, "themes": {"M": filed}}
    return _record("INSERT", _answer(day or _day(number)), number, **said)


def _day(number: int) -> datetime:
    return MONDAY + timedelta(days=number // WAVE)


def _record(name: str, template: Record, number: int, **changes: Any) -> Record:
    contact_id = f"{number:032x}"
    snapshot = {
        "account_id": {"S": f"{number % ACCOUNTS:020x}"},
        "language": {"S": _LANGUAGES[number % 3]},
        "segments": {"M": {"tier": {"S": _TIERS[number % 7 % 3]}}},
    }
    image = {
        **template,
        "pk": {"S": keys.contact(contact_id).pk},
        "contact_id": {"S": contact_id},
        "snapshot": {"M": {**template["snapshot"]["M"], **snapshot}},
        **changes,
    }
    return {
        "eventName": name,
        "eventSource": "aws:dynamodb",
        "dynamodb": {
            "Keys": {"pk": image["pk"], "sk": image["sk"]},
            "SequenceNumber": f"{number:021d}",
            "StreamViewType": "NEW_AND_OLD_IMAGES",
            "NewImage": image,
            **({"OldImage": image} if name == "MODIFY" else {}),
        },
    }


_SNAPSHOT = Snapshot(account_id="a", language="en", segments={"tier": "gold"})


@cache
def _invitation(day: datetime, revision: int) -> Record:
    delivered_at = day + DELIVERED_AFTER if revision >= DELIVERED else None
    mails = {"first": SentMail(state="sent", at=day, message_id="m" * 60, delivered_at=delivered_at)}
    one = sent_invitation(snapshot=_SNAPSHOT, mails=mails, planned_at=day, revision=revision - 1)
    return _wire(put_invitation(one.answered() if revision == ANSWERED else one))


@cache
def _answer(day: datetime) -> Record:
    at = day + timedelta(days=1)
    moments = {"answered_at": at, "updated_at": at, "confirmed_at": at, "asked_at": day}
    one = response(snapshot=_SNAPSHOT, reasons=("gesture",), revision=0, **moments)
    return _wire(put_next(keys.response(*one.reference), "response", one))


def _wire(put: Put) -> Record:
    return {name: TypeSerializer().serialize(value) for name, value in put.item.items()}
