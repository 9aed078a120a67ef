"""What a dispatch reads and writes: the same 200 due invitations out of ever more contacts cost the same."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import timedelta
from itertools import islice
from typing import Any

import boto3
from boto3.dynamodb.types import TypeSerializer
from botocore.config import Config

from sayso.adapters import keys
from sayso.adapters.invitation_store import InvitationStore, put_invitation
from sayso.adapters.items import DynamoItems, Put
from sayso.adapters.mapping import put_next
from sayso.adapters.standing_store import StandingStore
from sayso.ports import StepMessage
from sayso.services.dispatch_due import DispatchDue
from tests import table
from tests.bench import server, units
from tests.builders import MONDAY, PROGRAMME, contact, invitation
from tests.fakes import FakeAccount

COLUMNS = ("contacts", "handed on", "read units", "write units", "reads", "writes")
SIZES = (1_000, 10_000, 100_000)
DUE = 200
_BATCH = 25  # BatchWriteItem's limit
_SURVEY = "annual"


def measure() -> list[tuple[str, ...]]:
    """One row for each size."""
    with server.running():
        client = boto3.client("dynamodb", config=Config(parameter_validation=False))
        return [_dispatch(client, contacts) for contacts in SIZES]


def is_flat(rows: list[tuple[str, ...]]) -> bool:
    """Whether every size cost the same."""
    return all(row[1:] == rows[0][1:] for row in rows)


def _dispatch(client: Any, contacts: int) -> tuple[str, ...]:
    name = f"contacts-{contacts}"
    table.create_table(client, name)
    _load(client, name, contacts)
    metered = boto3.client("dynamodb")
    used = _meter(metered)
    items = DynamoItems(metered, name)
    queue = Taken()
    service = DispatchDue(
        InvitationStore(items), StandingStore(items), FakeAccount(), queue, PROGRAMME, lambda: MONDAY, at_once=5_000
    )
    handed_on = service.dispatch([_SURVEY], MONDAY).handed_on[_SURVEY]
    assert handed_on == len(queue.steps) == DUE, handed_on
    counts = [f"{used[what]:g}" for what in ("read units", "write units", "reads", "writes")]
    client.delete_table(TableName=name)
    return (f"{contacts:,}", str(handed_on), *counts)


class Taken:
    """A queue that takes steps as SQS does, ten at a time."""

    def __init__(self) -> None:
        self.steps: list[StepMessage] = []

    def send(self, messages: Any) -> None:
        waiting = iter(messages)
        while chunk := list(islice(waiting, 10)):
            self.steps += chunk


def _meter(client: Any) -> Counter[str]:
    """Count what the responses of a client cost.

    Not by ReturnConsumedCapacity: the local stack answers 0.5 for a query of an index however much it read. We have
    no filters, so that what a query returns is what it read.
    """
    used: Counter[str] = Counter()

    def read(parsed: Any, context: Any, model: Any, **_: Any) -> None:
        if model.name == "Query":
            used.update({"reads": 1, "read units": units.query(parsed["Items"], consistent=context["consistent"])})
        elif model.name == "GetItem":
            used.update({"reads": 1, "read units": units.get(parsed.get("Item"), consistent=context["consistent"])})
        else:
            assert model.name == "UpdateItem", model.name
            before = parsed.get("Attributes")
            after = {**(before or {}), "due_sk": context["due_sk"]}
            cost = units.write(before, after) + sum(units.index_writes(before, after).values())
            used.update({"writes": 1, "write units": cost})

    def note(params: Any, context: Any, model: Any, **_: Any) -> None:
        context["consistent"] = bool(params.get("ConsistentRead"))
        if model.name == "UpdateItem":
            # The lease sets one attribute: with the item as it was, that says what the write cost.
            (context["due_sk"],) = [
                value for name, value in params["ExpressionAttributeValues"].items() if name == ":v0"
            ]
            params["ReturnValues"] = "ALL_OLD"

    client.meta.events.register("provide-client-params.dynamodb.*", note)
    client.meta.events.register("after-call.dynamodb.*", read)
    return used


def _load(client: Any, name: str, contacts: int) -> None:
    entries = ({"PutRequest": {"Item": item}} for item in _items(contacts))
    # One after the other: the local stack is one process, and was half as fast with four threads at it.
    while batch := list(islice(entries, _BATCH)):
        left: Any = {name: batch}
        while left:
            left = client.batch_write_item(RequestItems=left).get("UnprocessedItems")


def _items(contacts: int) -> Iterator[dict[str, Any]]:
    """Each contact's profile and waiting invitation; every n-th one is due, the others in up to a year.

    The stores write one of each; the others are copies under their own keys: 200,000 through pydantic take minutes.
    """
    every = contacts // DUE
    person = contact(contact_id=f"{0:032x}", address_hash=f"{0:032x}", account_id=f"{0:020x}")
    profile = _wire(put_next(keys.contact(person.contact_id), "contact", person))
    waiting = _wire(put_invitation(invitation(contact_id=person.contact_id, survey=_SURVEY)))
    for number in range(contacts):
        contact_id = f"{number:032x}"
        at = MONDAY - timedelta(minutes=1 + number % 60)
        if number % every:
            at = MONDAY + timedelta(days=1 + number % 365, seconds=number)
        own = {"pk": keys.contact(contact_id).pk, "contact_id": contact_id}
        yield profile | _texts({**own, "external_id": f"crm-{number}", "email": f"person-{number}@customer.example"})
        yield waiting | _texts({**own, "due_at": at.isoformat(), **keys.due(_SURVEY, contact_id, "1", at, at)})


def _wire(put: Put) -> dict[str, Any]:
    return {name: TypeSerializer().serialize(value) for name, value in put.item.items()}


def _texts(values: dict[str, str]) -> dict[str, Any]:
    return {name: {"S": value} for name, value in values.items()}
