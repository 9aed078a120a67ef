"""How long a warm submission takes, against a bare handler that does the same one DynamoDB write."""

from __future__ import annotations

import json
import os
import statistics
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import Any
from unittest.mock import patch
from uuid import uuid4

import boto3

from sayso.adapters.items import DynamoItems, Item
from sayso.adapters.links import SignedLinks
from sayso.domain.invitation import Invitation, SentMail, Snapshot
from tests import table
from tests.bench import server

COLUMNS = ("", "ms (median)", "AWS calls", "ratio")
_ROUNDS = 200
_TABLE = "bench"
_KEYS = {"1": "bench" * 10}


def measure() -> list[tuple[str, ...]]:
    """The floor, a first answer with words, and an edit of one."""
    with server.running(), patch.dict(os.environ):
        return _measure()


def _measure() -> list[tuple[str, ...]]:
    client = boto3.client("dynamodb")
    table.create_table(client, _TABLE)
    secrets = boto3.client("secretsmanager")
    secrets.create_secret(Name="links", SecretString=json.dumps(_KEYS))
    secrets.create_secret(Name="origin", SecretString=json.dumps(_KEYS))
    os.environ |= {"TABLE_NAME": _TABLE, "LINK_KEYS_SECRET": "links", "SITE_URL": "https://bench.example"}
    os.environ |= {"ORIGIN_KEYS_SECRET": "origin", "SETTLE_SECONDS": "600"}

    from sayso.handlers import public_api
    from sayso.wiring import of_this_function

    items = DynamoItems(client, _TABLE)
    links = SignedLinks("https://bench.example", lambda: _KEYS)
    calls = _count_calls(of_this_function().items._client)  # type: ignore[attr-defined]
    floor, first, edit = [], [], []
    for round_ in range(_ROUNDS + 5):
        invitation = _sent_invitation(items)
        token = links.survey(invitation, "en", 9, datetime.now(UTC) + timedelta(days=30)).split("t=")[1].split("&")[0]
        bodies = [{"score": 9, "gesture": True, "why": "Quick and friendly."}, {"score": 8, "gesture": True}]
        before = calls[0]
        times = [_timed(partial(_submit, public_api.handle, token, body)) for body in bodies]
        made = calls[0] - before
        bare = _timed(partial(_bare, client, _written(items, invitation)))
        if round_ >= 5:
            first.append(times[0])
            edit.append(times[1])
            floor.append(bare)
    base = statistics.median(floor)
    rows = [("bare handler, same write", base, 1), ("first answer with words", statistics.median(first), made // 2)]
    rows.append(("change of an answer", statistics.median(edit), made // 2))
    return [(name, f"{taken:.1f}", str(asked), f"{taken / base:.2f}") for name, taken, asked in rows]


def _submit(handle: Callable[..., Any], token: str, body: dict[str, Any]) -> None:
    event = {
        "version": "2.0",
        "rawPath": "/api/answer",
        "rawQueryString": "",
        "headers": {"sayso-token": token, "sayso-origin": _KEYS["1"], "content-type": "application/json"},
        "requestContext": {"http": {"method": "PUT", "path": "/api/answer"}, "stage": "$default"},
        "body": json.dumps(body),
        "isBase64Encoded": False,
    }
    answer = handle(event, None)
    assert answer["statusCode"] == 200, answer


def _bare(client: Any, items: list[dict[str, Any]]) -> None:
    client.transact_write_items(TransactItems=[{"Put": {"TableName": _TABLE, "Item": item}} for item in items])


def _written(items: DynamoItems, invitation: Invitation) -> list[dict[str, Any]]:
    """The items a first answer writes, under a key of their own."""
    contact_id = uuid4().hex
    found: list[Item] = list(items.query(f"CONTACT#{invitation.contact_id}"))
    return [items._wire({**item, "pk": f"CONTACT#{contact_id}"}) for item in found]


def _sent_invitation(items: DynamoItems) -> Invitation:
    from sayso.adapters.invitation_store import InvitationStore

    now = datetime.now(UTC)
    return InvitationStore(items).save(
        Invitation(
            contact_id=uuid4().hex,
            survey="day50",
            occasion="first",
            planned_at=now,
            send_before=now + timedelta(days=30),
            state="sent",
            due_at=now + timedelta(days=5),
            due_step="reminder",
            mails={"first": SentMail(state="sent", at=now)},
            snapshot=Snapshot(account_id="a" * 20, language="en"),
            expires_at=now + timedelta(days=30),
        )
    )


def _count_calls(client: Any) -> list[int]:
    calls = [0]

    def count(**_: Any) -> None:
        calls[0] += 1

    client.meta.events.register("before-send", count)
    return calls


def _timed(run: Callable[[], None]) -> float:
    began = time.perf_counter()
    run()
    return (time.perf_counter() - began) * 1000
