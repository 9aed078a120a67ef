"""Counting on a real table: whole batches, two writers at once, DynamoDB's limits. The same tests for every engine."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from threading import Barrier, Lock, Thread
from typing import Any
from unittest.mock import patch

import pytest

from sayso.adapters import keys
from sayso.adapters.counter_store import CounterStore
from sayso.adapters.items import TRANSACTION_LIMIT, DynamoItems, Put, Update
from sayso.adapters.keys import Key
from sayso.domain.counting import CounterCell, difference, entries_of
from sayso.domain.invitation import Snapshot
from sayso.handlers import count_responses
from sayso.ports import Counted
from tests import recount
from tests.bench.answer_stream import Record, journeys
from tests.builders import World, response
from tests.replayer import event

BATCH = 1_000  # records; Lambda's BatchSize in template.yaml
MOTO_TAKES = 60  # it copies every table before each transaction: a thousand take minutes
CELL = CounterCell("annual", "all", "-", "A", "2026-03-02", "s9")


def world_on(table: Any) -> World:
    found = World()
    found.items = table
    return found


def invoke(world: World, records: Sequence[Record]) -> None:
    """One invocation of the real handler, with its event as Lambda brings it."""
    with patch.object(count_responses, "of_this_function", lambda: world):
        assert count_responses.handle(event(records), None) == {"batchItemFailures": []}  # type: ignore[arg-type]


class Turns:
    """A table whose requests wait for each other."""

    def __init__(self, table: DynamoItems) -> None:
        self._table, self._lock = table, Lock()

    def __getattr__(self, name: str) -> Any:
        def call(*arguments: Any, **options: Any) -> Any:
            with self._lock:
                found = getattr(self._table, name)(*arguments, **options)
                return iter(list(found)) if isinstance(found, Iterator) else found

        return call


def keep(dynamodb: Any, table: DynamoItems, records: Sequence[Record]) -> None:
    """Put the items into the table that the records tell of."""
    newest = {tuple(key["S"] for key in one["dynamodb"]["Keys"].values()): one for one in records}
    puts = [{"PutRequest": {"Item": one["dynamodb"]["NewImage"]}} for one in newest.values()]
    for start in range(0, len(puts), 25):
        left = {table._table: puts[start : start + 25]}
        while left:
            left = dynamodb.batch_write_item(RequestItems=left)["UnprocessedItems"]


@contextmanager
def transactions(dynamodb: Any) -> Iterator[list[int]]:
    """How many actions each transaction had that was sent meanwhile."""
    sizes: list[int] = []

    def note(params: Any, **_: Any) -> None:
        sizes.append(len(params["TransactItems"]))

    name = "provide-client-params.dynamodb.TransactWriteItems"
    dynamodb.meta.events.register(name, note)
    try:
        yield sizes
    finally:
        dynamodb.meta.events.unregister(name, note)


def counted(number: int, revision: int = 1, score: int = 9, **fields: Any) -> Counted:
    """What an answer counts for."""
    one = response(contact_id=f"c{number}", score=score, **fields)
    return Counted(*keys.response(*one.reference), revision, entries_of(one))


def changes(*wanted: Counted, read_at: int = 0) -> list[Any]:
    return [(one, read_at, difference(one.entries, {})) for one in wanted]


def test_a_whole_batch_is_counted_to_the_last_record(
    dynamodb: Any, table: DynamoItems, request: pytest.FixtureRequest
) -> None:
    people = (MOTO_TAKES if request.node.callspec.params["dynamodb"] == "moto" else BATCH) // 4
    records = list(journeys(people))
    assert len(records) == people * 4
    keep(dynamodb, table, records)
    world = world_on(table)
    with transactions(dynamodb) as sizes:
        invoke(world, records)
        assert sizes
        assert max(sizes) <= TRANSACTION_LIMIT
    expected = recount.recount(table)
    assert recount.counters(table) == recount.ledger(table) == expected
    assert sum(count for cell, count in expected.items() if cell.startswith("annual|all|-|A|")) == people
    with transactions(dynamodb) as sizes:
        invoke(world_on(table), records)
    assert sizes == []
    assert world.verify_counts.verify().is_exact


def test_writers_at_once_count_everything_once(
    dynamodb: Any, table: DynamoItems, request: pytest.FixtureRequest
) -> None:
    """Several shards at the same counters, and the same records twice: whoever loses reads the ledger again."""
    # moto is a library in this process and takes no two requests at once: there they meet between their requests.
    shared = Turns(table) if request.node.callspec.params["dynamodb"] == "moto" else table
    records = list(journeys(8))
    keep(dynamodb, table, records)
    batches = [records[:20], records[16:], records[:12], records[8:]]
    together, failed = Barrier(len(batches)), []

    def write(batch: Sequence[Record]) -> None:
        together.wait()
        for start in range(0, len(batch), 5):
            try:
                world_on(shared).count(batch[start : start + 5])
            except BaseException as error:  # noqa: BLE001 - a thread tells nobody
                failed.append(error)

    writers = [Thread(target=write, args=(batch,)) for batch in batches]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert failed == []
    assert recount.counters(table) == recount.ledger(table) == recount.recount(table)


def test_an_answer_with_everything_there_is_fits_a_transaction_on_the_table(table: DynamoItems) -> None:
    segments = {f"segment {number}": "yes" for number in range(20)}
    full = response(
        snapshot=Snapshot(account_id="a", language="en", owner_id="o", segments=segments),
        drivers=tuple(f"driver_{number}" for number in range(12)),
        ratings={f"rating_{number}": 5 for number in range(5)},
    )
    entries = entries_of(full)
    assert 50 < len({keys.counter(cell) for cell in entries}) < TRANSACTION_LIMIT
    assert CounterStore(table).apply(changes(Counted(*keys.response(*full.reference), 1, entries))) == []
    assert recount.counters(table) == {str(cell): count for cell, count in entries.items()}


@pytest.mark.parametrize("answers", [TRANSACTION_LIMIT, pytest.param(250, marks=pytest.mark.long)])
def test_what_does_not_fit_one_transaction_goes_in_several(dynamodb: Any, table: DynamoItems, answers: int) -> None:
    with transactions(dynamodb) as sizes:
        assert CounterStore(table).apply(changes(*(counted(number) for number in range(answers)))) == []
    assert max(sizes) <= TRANSACTION_LIMIT
    assert len(sizes) > 1
    assert recount.counters(table) == recount.ledger(table)
    assert recount.counters(table)[str(CELL)] == answers


def test_a_ledger_that_moved_is_named_and_its_transaction_writes_nothing(table: DynamoItems) -> None:
    store = CounterStore(table)
    # Of two accounts, so many that they are in two transactions; one ledger of the first was written meanwhile.
    snapshots = [Snapshot(account_id=f"a{half}", language="en") for half in (0, 1)]
    wanted = [counted(number, snapshot=snapshots[number // 90]) for number in range(180)]
    store.apply(changes(wanted[0]))
    lost = store.apply(changes(*wanted))
    assert wanted[0] in lost
    assert 0 < len(lost) < 180
    assert recount.counters(table) == recount.ledger(table)
    assert recount.counters(table)[str(CELL)] == 1 + 180 - len(lost)
    assert store.apply(changes(*(one for one in lost if one != wanted[0]))) == []
    assert recount.counters(table)[str(CELL)] == 180
    assert [revision for revision, _ in store.read_ledger(wanted)] == [1] * 180


def test_a_counter_begins_with_what_is_added_to_it_and_goes_down_again(table: DynamoItems) -> None:
    store, answer = CounterStore(table), counted(1)
    key = keys.counter(CELL)
    assert table.get(key) is None
    store.apply(changes(answer))
    found = table.get(key)
    assert found
    assert found["s9"] == 1
    edited = counted(1, revision=2, score=3)
    store.apply([(edited, 1, difference(edited.entries, answer.entries))])
    found = table.get(key)
    assert found
    assert (found["s9"], found["s3"]) == (0, 1)
    table.write(Update(key, adds={"s9": -1}))
    assert recount.counters(table)[str(CELL)] == -1  # nothing stops below zero: what is wrong is seen


@contextmanager
def giving_back(dynamodb: Any, *, some: Callable[[list[Any]], int]) -> Iterator[list[int]]:
    """DynamoDB answers a BatchGetItem in part, as it may do whenever it is busy, and gives the other keys back."""
    given: list[int] = []

    def shorten(parsed: Any, context: Any, **_: Any) -> None:
        ((table, found),) = parsed["Responses"].items()
        kept = found[: some(found)]
        left = found[len(kept) :]
        given.append(len(kept))
        parsed["Responses"] = {table: kept}
        back = [{"pk": one["pk"], "sk": one["sk"]} for one in left]
        parsed["UnprocessedKeys"] = {table: {"Keys": back, "ConsistentRead": True}} if back else {}

    dynamodb.meta.events.register("after-call.dynamodb.BatchGetItem", shorten)
    try:
        yield given
    finally:
        dynamodb.meta.events.unregister("after-call.dynamodb.BatchGetItem", shorten)


def test_ledgers_that_dynamodb_gives_back_unread_are_asked_for_again(dynamodb: Any, table: DynamoItems) -> None:
    """Read as missing they would count a second time."""
    store, wanted = CounterStore(table), [counted(number) for number in range(130)]
    store.apply(changes(*wanted))
    with giving_back(dynamodb, some=lambda found: (len(found) + 1) // 2) as given:
        assert [revision for revision, _ in store.read_ledger(wanted)] == [1] * 130
    assert len(given) > 2
    assert sum(given) == 130


def test_more_than_sixteen_megabytes_are_read_in_several_answers(table: DynamoItems) -> None:
    """BatchGetItem's documented limit; what is beyond it comes back as unprocessed."""
    wanted = [Key("P#1", f"{number:03d}") for number in range(45)]
    for key in wanted:
        table.write(Put({**key._asdict(), "text": "x" * 390_000}))
    assert set(table.get_many(wanted)) == set(wanted)
