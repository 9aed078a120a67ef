"""The table behaves the same in memory and on every engine of tests/engines.py: all or nothing, as expected."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any
from uuid import uuid4

import pytest
from botocore.exceptions import ClientError

from sayso.adapters.items import (
    ABSENT,
    TRANSACTION_LIMIT,
    Check,
    Delete,
    DynamoItems,
    Expect,
    Items,
    Put,
    Update,
    WriteConflictError,
    in_chunks,
)
from sayso.adapters.keys import Key
from tests.engines import ENGINES, engine
from tests.fakes import FakeItems
from tests.table import create_table

A, B = Key("P#1", "A"), Key("P#1", "B")
REFUSED = (ClientError, ValueError)


@pytest.fixture(scope="module", params=["fake", *ENGINES])
def table(request: pytest.FixtureRequest) -> Iterator[Items]:
    """One table for all tests of this file: making one takes longer than most of them."""
    if request.param == "fake":
        yield FakeItems()
        return
    with engine(request) as client:
        yield _table(client)


@pytest.fixture
def items(table: Items) -> Iterator[Items]:
    """The table, empty."""
    yield table
    for item in list(table.scan()):
        table.write(Delete(Key(item["pk"], item["sk"])))


def _table(client: Any) -> DynamoItems:
    name = f"test-{uuid4().hex[:12]}"
    create_table(client, name)
    return DynamoItems(client, name)


def put(key: Key, expect: Expect | None = None, **attributes: Any) -> Put:
    return Put({**key._asdict(), **attributes}, expect)


def conflict(items: Items, *actions: Any) -> tuple[int, ...]:
    with pytest.raises(WriteConflictError) as met:
        items.write(*actions)
    return met.value.actions


def test_an_item_reads_back_as_it_was_written(items: Items) -> None:
    content = {"text": "ü", "empty": "", "number": 7, "flag": True, "none": None, "list": [1, "a"], "map": {"k": {}}}
    items.write(put(A, **content))
    found = items.get(A)
    assert found == {**A._asdict(), **content}
    assert found
    assert isinstance(found["number"], Decimal)
    assert items.get(B) is None


@pytest.mark.parametrize("value", [1.5, object(), {"deep": [0.1]}])
def test_what_dynamodb_cannot_hold_is_refused(items: Items, value: object) -> None:
    with pytest.raises(TypeError):
        items.write(put(A, value=value))
    assert items.get(A) is None


@pytest.mark.parametrize("name", ["due_pk", "due_sk", "month_sk"])
def test_a_key_of_an_index_is_never_empty(items: Items, name: str) -> None:
    with pytest.raises(REFUSED):
        items.write(put(A, **{name: ""}))
    assert items.get(A) is None


def test_a_put_replaces_the_whole_item(items: Items) -> None:
    items.write(put(A, one=1, two=2))
    items.write(put(A, two=3))
    assert items.get(A) == {**A._asdict(), "two": 3}


def test_an_update_sets_and_adds_and_makes_the_item_if_need_be(items: Items) -> None:
    items.write(Update(A, sets={"entity": "counter"}, adds={"s9": 2, "s3": 1}))
    items.write(Update(A, sets={"entity": "counter"}, adds={"s9": -1}))
    assert items.get(A) == {**A._asdict(), "entity": "counter", "s9": 1, "s3": 1}


def test_a_delete_removes_and_removing_nothing_is_fine(items: Items) -> None:
    items.write(put(A))
    items.write(Delete(A))
    items.write(Delete(A))
    assert items.get(A) is None


def test_no_action_writes_nothing(items: Items) -> None:
    items.write()
    assert list(items.scan()) == []


# What a write expects. Each case alone and in a transaction, where DynamoDB says it in another way.

EXPECTATIONS: list[tuple[str, dict[str, Any] | None, Expect, bool]] = [
    ("absent and it is", None, ABSENT, True),
    ("absent and it is not", {}, ABSENT, False),
    ("anything there", {}, Expect(), True),
    ("anything there and it is not", None, Expect(), False),
    ("equal", {"revision": 3}, Expect(equals={"revision": 3}), True),
    ("not equal", {"revision": 4}, Expect(equals={"revision": 3}), False),
    ("equal to nothing there", None, Expect(equals={"revision": 3}), False),
    ("equal where the attribute is missing", {}, Expect(equals={"revision": 3}), False),
    ("another type", {"revision": "3"}, Expect(equals={"revision": 3}), False),
    ("attribute missing", {}, Expect(equals={"lifted": None}), True),
    ("attribute not missing", {"lifted": True}, Expect(equals={"lifted": None}), False),
    ("attribute missing with the item", None, Expect(equals={"lifted": None}), False),
    ("two equal", {"a": 1, "b": True}, Expect(equals={"a": 1, "b": True}), True),
    ("one of two equal", {"a": 1, "b": False}, Expect(equals={"a": 1, "b": True}), False),
    ("before", {"until": "2026-01"}, Expect(before={"until": "2026-02"}), True),
    ("not before itself", {"until": "2026-02"}, Expect(before={"until": "2026-02"}), False),
    ("after", {"until": "2026-03"}, Expect(before={"until": "2026-02"}), False),
    ("before without the attribute", {}, Expect(before={"until": "2026-02"}), False),
    ("equal or absent: absent", None, Expect(equals={"a": 1}, or_absent=True), True),
    ("equal or absent: equal", {"a": 1}, Expect(equals={"a": 1}, or_absent=True), True),
    ("equal or absent: neither", {"a": 2}, Expect(equals={"a": 1}, or_absent=True), False),
    ("before or absent: absent", None, Expect(before={"until": "2"}, or_absent=True), True),
    ("before or absent: after", {"until": "3"}, Expect(before={"until": "2"}, or_absent=True), False),
    ("equal and before", {"a": 1, "until": "1"}, Expect(equals={"a": 1}, before={"until": "2"}), True),
    ("equal and not before", {"a": 1, "until": "3"}, Expect(equals={"a": 1}, before={"until": "2"}), False),
    ("missing or lifted", {"lifted": True}, Expect(equals={"lifted": True}, or_absent=True), True),
]


@pytest.mark.parametrize("together", [False, True], ids=["alone", "together"])
@pytest.mark.parametrize("kind", ["put", "update", "delete", "check"])
@pytest.mark.parametrize(
    ("there", "expect", "holds"), [case[1:] for case in EXPECTATIONS], ids=[case[0] for case in EXPECTATIONS]
)
def test_a_write_happens_only_where_it_finds_what_it_expects(
    items: Items, kind: str, there: dict[str, Any] | None, expect: Expect, holds: bool, together: bool
) -> None:
    if there is not None:
        items.write(put(A, **there))
    before = items.get(A)
    action = {
        "put": put(A, expect, new=1),
        "update": Update(A, sets={"new": 1}, adds={"count": 1}, expect=expect),
        "delete": Delete(A, expect),
        "check": Check(A, expect),
    }[kind]
    others = [put(B, other=1)] if together else []
    if holds:
        items.write(*others, action)
        after = items.get(A)
        assert (
            after == before if kind == "check" else after is None if kind == "delete" else after and after["new"] == 1
        )
        assert (items.get(B) is not None) == together
    else:
        assert conflict(items, *others, action) == (len(others),)
        assert items.get(A) == before
        assert items.get(B) is None


# Transactions


def test_a_transaction_is_all_or_nothing_and_names_what_failed(items: Items) -> None:
    items.write(put(B, old=1))
    failed = conflict(items, put(A), put(B, ABSENT, new=1), Check(Key("P#2", "C"), Expect(equals={"x": 1})))
    assert failed == (1, 2)
    assert items.get(A) is None
    assert items.get(B) == {**B._asdict(), "old": 1}


def test_a_transaction_takes_a_hundred_actions_and_no_more(items: Items) -> None:
    many = [put(Key("P#1", f"{number:03d}")) for number in range(TRANSACTION_LIMIT + 1)]
    with pytest.raises(REFUSED):
        items.write(*many)
    assert items.get(Key("P#1", "000")) is None
    items.write(*many[:-1])
    assert len(list(items.query("P#1"))) == TRANSACTION_LIMIT


def test_a_transaction_touches_no_item_twice(items: Items) -> None:
    with pytest.raises(REFUSED) as refused:
        items.write(put(A, one=1), Update(A, adds={"one": 1}))
    assert not isinstance(refused.value, WriteConflictError)
    assert items.get(A) is None


# Reading


def test_many_are_read_at_once_and_the_missing_left_out(items: Items) -> None:
    keys = [Key("P#1", f"{number:03d}") for number in range(210)]
    for key in keys[::2]:
        items.write(put(key, number=int(key.sk)))
    found = items.get_many([*keys, keys[0]])
    assert set(found) == set(keys[::2])
    assert all(item["number"] == int(key.sk) for key, item in found.items())
    assert items.get_many([]) == {}


def names(found: Iterator[Any]) -> list[str]:
    return [str(item["sk"]) for item in found]


def test_a_partition_is_read_in_order_by_prefix_and_by_range(items: Items) -> None:
    written = ["A#2026-01-01", "A#2026-01-02", "A#2026-02-01", "AB", "S#2026-01-01", "Z", "a", "ü"]
    items.write(*(put(Key("P#1", name)) for name in reversed(written)), put(Key("P#2", "A#2026-01-01")))
    assert names(items.query("P#1")) == written
    assert names(items.query("P#1", prefix="A#")) == written[:3]
    assert names(items.query("P#1", start="A#2026-01-02", end="A#2026-02-01")) == written[1:3]
    assert names(items.query("P#1", end="A#2026-01-02")) == written[:2]
    assert names(items.query("P#1", end="A#2026-01-02~")) == written[:2]
    assert names(items.query("P#1", limit=3)) == written[:3]
    assert names(items.query("P#1", prefix="A#", limit=1)) == written[:1]
    assert names(items.query("P#9")) == []


def test_an_index_holds_only_what_has_its_keys_and_only_what_it_projects(items: Items) -> None:
    due = {"due_pk": "DUE#annual#0", "survey": "annual", "occasion": "1", "contact_id": "c", "due_step": "first"}
    items.write(
        put(Key("P#1", "later"), **due, due_sk="2026-02", due_at="x", secret="no"),
        put(Key("P#1", "sooner"), **due, due_sk="2026-01", due_at="x", secret="no"),
        put(Key("P#1", "not waiting"), survey="annual"),
        put(Key("P#1", "half"), due_pk="DUE#annual#0"),
    )
    found = list(items.query("DUE#annual#0", end="2026-03", index="due"))
    assert names(iter(found)) == ["sooner", "later"]
    assert set(found[0]) == {"pk", "sk", "due_sk", "due_at", *due}
    assert names(items.query("DUE#annual#0", end="2026-01~", index="due")) == ["sooner"]
    items.write(put(Key("P#1", "sooner"), survey="annual"))
    assert names(items.query("DUE#annual#0", end="2026-03", index="due", limit=5)) == ["later"]


@pytest.mark.parametrize("index", ["by_month", "by_case", "by_owner"])
def test_the_other_indexes_carry_whole_items(items: Items, index: str) -> None:
    part = {"by_month": "month", "by_case": "case", "by_owner": "owner"}[index]
    items.write(put(A, **{f"{part}_pk": "X", f"{part}_sk": "1"}, anything=1))
    (found,) = items.query("X", index=index)
    assert found == items.get(A)


def test_the_index_of_tickets_carries_keys_only(items: Items) -> None:
    items.write(put(A, ticket_pk="T", ticket_sk="c", anything=1))
    (found,) = items.query("T", index="by_ticket")
    assert found == {**A._asdict(), "ticket_pk": "T", "ticket_sk": "c"}


def test_a_scan_finds_what_starts_with_a_prefix_in_either_key(items: Items) -> None:
    items.write(
        put(Key("COUNT#1", "A")), put(Key("P#1", "COUNTED#x")), put(Key("P#1", "RESPONSE#x")), put(Key("X", "Y"))
    )
    assert sorted(names(items.scan(("COUNT#", "COUNTED#")))) == ["A", "COUNTED#x"]
    assert len(list(items.scan())) == 4


def test_a_query_reads_every_page(items: Items) -> None:
    keys = [Key("P#1", f"{number:03d}") for number in range(12)]
    for key in keys:
        items.write(put(key, text="x" * 200_000))  # 2.4 MB: more than DynamoDB gives at once
    assert len(list(items.query("P#1"))) == 12
    assert len(list(items.query("P#1", limit=11))) == 11
    assert len(list(items.scan(("P#",)))) == 12
    assert len(items.get_many(keys)) == 12


def test_chunks_are_as_long_as_asked_and_lose_nothing() -> None:
    actions = [put(Key("P", str(number))) for number in range(7)]
    assert [len(chunk) for chunk in in_chunks(actions, 3)] == [3, 3, 1]
    assert list(in_chunks([], 3)) == []
