"""The meter of `make bench` against the examples of DynamoDB's Developer Guide."""

from __future__ import annotations

from typing import Any

import pytest

from sayso.adapters.items import ABSENT, Check, Expect, Put, Update, WriteConflictError
from sayso.adapters.keys import Key
from tests.bench import mail_cost, units
from tests.bench.metered_items import MeteredItems, wire


def of_size(amount: float, unit: int = 1024) -> dict[str, dict[str, Any]]:
    """An item of so many KB."""
    return {"a": {"S": "x" * (round(amount * unit) - 1)}}


@pytest.mark.parametrize(
    ("item", "bytes_"),
    [
        ({"name": {"S": "Anna"}}, 8),
        ({"naam": {"S": "Zoë"}}, 8),
        ({"n": {"N": "0"}}, 2),
        ({"n": {"N": "27"}}, 3),
        ({"n": {"N": "-123"}}, 5),
        ({"n": {"N": "1000"}}, 3),
        ({"yes": {"BOOL": True}}, 4),
        ({"nil": {"NULL": True}}, 4),
        ({"raw": {"B": b"12345"}}, 8),
        ({"l": {"L": []}}, 4),
        ({"l": {"L": [{"S": "ab"}, {"S": "c"}]}}, 9),
        ({"m": {"M": {}}}, 4),
        ({"m": {"M": {"ab": {"S": "c"}}}}, 8),
        ({"s": {"SS": ["ab", "c"]}}, 4),
    ],
)
def test_an_item_is_as_large_as_its_names_and_values(item: Any, bytes_: int) -> None:
    assert units.size(item) == bytes_


@pytest.mark.parametrize(
    ("kilobytes", "consistent", "cost"),
    [(3.5, True, 1), (4, True, 1), (8, True, 2), (8, False, 1), (10, True, 3), (0.1, False, 0.5)],
)
def test_a_read_counts_in_steps_of_four_kilobytes_and_half_when_it_may_be_behind(
    kilobytes: float, *, consistent: bool, cost: float
) -> None:
    assert units.get(of_size(kilobytes), consistent=consistent) == cost


def test_a_read_of_what_is_not_there_costs_the_least_there_is() -> None:
    assert (units.get(None), units.get(None, consistent=False)) == (1, 0.5)
    assert (units.query([]), units.query([], consistent=False)) == (1, 0.5)


def test_a_batch_rounds_each_item_up_and_a_query_their_sum() -> None:
    assert units.get(of_size(1.5)) + units.get(of_size(6.5)) == 3  # 12 KB and not 8
    assert units.query([of_size(4.08)] * 10) == 11  # 40.8 KB are read as 44
    assert units.query([of_size(64, 1)] * 1500) == 24  # 96,000 bytes as 96 KB


@pytest.mark.parametrize(
    ("before", "after", "transactional", "cost"),
    [
        (None, 0.5, False, 1),
        (None, 1, False, 1),
        (None, 2, False, 2),
        (None, 3.5, False, 4),
        (None, 3, True, 6),
        (2.5, 0.5, False, 3),
        (2.5, None, False, 3),
        (None, None, False, 1),
        (1.5, 1.5, True, 4),
    ],
)
def test_a_write_counts_the_larger_of_before_and_after_and_a_transaction_twice(
    before: float | None, after: float | None, *, transactional: bool, cost: int
) -> None:
    kept, made = (of_size(amount) if amount else None for amount in (before, after))
    assert units.write(kept, made, transactional=transactional) == cost


WAITING = wire(
    {"pk": "CONTACT#1", "sk": "INVITATION#annual#1", "due_pk": "DUE#annual#0", "due_sk": "2026", "survey": "a"}
)
GONE = {name: value for name, value in WAITING.items() if not name.startswith("due_")}


@pytest.mark.parametrize(
    ("before", "after", "cost"),
    [
        (None, WAITING, 1),  # a new entry
        (WAITING, WAITING | wire({"due_sk": "2027"}), 2),  # its key changes: a delete and a put
        (WAITING, WAITING | wire({"survey": "b"}), 1),  # a projected attribute changes
        (WAITING, WAITING | wire({"reason": "x"}), 0),  # what is not in the index
        (WAITING, GONE, 1),  # it leaves the index
        (GONE, None, 0),
        (None, WAITING | wire({"survey": "x" * 1024}), 2),
    ],
)
def test_an_index_is_written_when_it_changes(before: Any, after: Any, cost: int) -> None:
    assert units.index_writes(before, after).get("due", 0) == cost


def test_an_index_that_carries_everything_is_written_with_every_change() -> None:
    case = wire({"pk": "FOLLOWUP#1", "sk": "CASE", "case_pk": "CASES#open", "case_sk": "1"})
    assert units.index_writes(case, case | wire({"words": "more"})) == {"by_case": 1}


def test_the_meter_writes_down_reads_and_writes_by_step() -> None:
    items = MeteredItems()
    one, other = Key("CONTACT#1", "INVITATION#annual#1"), Key("ADDRESS#1", "GATE")
    items.step = "claim"
    items.write(Put({**one._asdict(), "revision": 1}, ABSENT), Put(other._asdict()))
    items.write(Update(one, sets={"due_pk": "DUE#annual#0", "due_sk": "2026"}))
    assert list(items.query("DUE#annual#0", index="due"))
    items.get_many([one, other, Key("SENDING", "PAUSE")])
    told = [(use.how, use.item, use.reads, use.writes, use.index_writes) for use in items.uses]
    assert told == [
        ("transaction", "invitation", 0, 2, 0),
        ("transaction", "gate", 0, 2, 0),
        ("write", "invitation", 0, 1, 1),
        ("query", "index due", 0.5, 0, 0),
        ("get", "invitation", 1, 0, 0),
        ("get", "gate", 1, 0, 0),
        ("get", "pause", 1, 0, 0),
    ]
    assert {use.step for use in items.uses} == {"claim"}
    assert items.calls == 4


def test_what_is_refused_is_paid_for_too() -> None:
    items = MeteredItems()
    key = Key("CONTACT#1", "PROFILE")
    items.write(Put({**key._asdict(), "revision": 2, "name": "x" * 1500}))
    for refused in (Update(key, sets={"name": "y"}, expect=Expect(equals={"revision": 1})), Check(key, ABSENT)):
        with pytest.raises(WriteConflictError):
            items.write(refused)
    assert [(use.how, use.writes) for use in items.uses] == [("write", 2), ("refused", 2), ("refused", 4)]


def test_every_read_and_write_of_a_mail_has_its_reason_and_none_is_added_unseen() -> None:
    *steps, (_, _, _, _, _, reads, writes, _) = mail_cost.steps_of(mail_cost.alone(), mail_cost.alone())
    assert all(reason for *_, reason in steps)
    assert float(reads) <= 12  # one of them only where the mail may say what came of an answer
    assert float(writes) <= 21
