"""What counting costs: the processor against a plain loop that only adds up, the writes against one ledger each."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import timedelta
from unittest.mock import patch

from sayso.adapters.counter_store import read_counter_item
from sayso.adapters.keys import Key
from sayso.handlers import count_responses
from tests.bench.answer_stream import ACCOUNTS, DELIVERED, SENT, Record, answer_record, journeys, sending
from tests.bench.bare_table import BareTable
from tests.bench.batching import batches, windows
from tests.builders import MONDAY, World
from tests.infrastructure.reading import mappings

SPEED_COLUMNS = ("stream records", "processor, s", "records a second", "ratio")
WRITE_COLUMNS = ("what is written", "records", "batches", "requests", "ledgers", "counters", "items", "ratio")
RECORDS = 100_000


def speed(records: int = RECORDS) -> list[tuple[str, ...]]:
    """The plain loop, and the real handler, service and store on a table that is a dictionary."""
    stream = list(journeys(records // 4))
    began = time.process_time()
    floor = add_up(stream)
    plain = time.process_time() - began
    table = BareTable()
    size = mappings()["CountResponsesReadsStream"]["BatchSize"]
    with counting(table):
        began = time.process_time()
        for batch in batches(stream, size):
            count(batch)
        taken = time.process_time() - began
    assert counted(table) == floor, "both count the same"
    rows = [(f"{records:,}: a plain loop that only adds up", plain), (f"{records:,}: handler, service, store", taken)]
    return [(name, f"{took:.2f}", f"{records / took:,.0f}", f"{took / plain:.1f}") for name, took in rows]


def writes() -> list[tuple[str, ...]]:
    """Items written for mixes as they come."""
    answers = [answer_record(number) for number in range(1000)]
    over_a_day = [(MONDAY + timedelta(seconds=86.4 * at), record) for at, record in enumerate(answers)]
    within_an_hour = [(MONDAY + timedelta(seconds=3.6 * at), record) for at, record in enumerate(answers)]
    at_once = [record for _, record in sending(1000, 1e6)]
    mixes: list[tuple[str, Iterable[list[Record]]]] = [
        (f"1,000 answers of {ACCOUNTS} accounts at once", [answers]),
        ("the same within an hour", windows(within_an_hour)),
        ("the same over a day", windows(over_a_day)),
        ("1,000 mails, 14 a second", windows(sending(1000, 14.0))),
        ("1,000 mails at once", batches(at_once, mappings()["CountResponsesReadsStream"]["BatchSize"])),
    ]
    return [_written(name, list(mix)) for name, mix in mixes]


def _written(name: str, mix: Sequence[list[Record]]) -> tuple[str, ...]:
    table = BareTable()
    with counting(table):
        for batch in mix:
            count(batch)
    by_kind = table.written_by_kind
    figures = (sum(map(len, mix)), len(mix), table.writes, by_kind["COUNTED"], by_kind["COUNT"], table.items_written)
    ledgers = sum(sk.startswith("COUNTED#") for _, sk in table.kept)
    return (name, *(f"{figure:,}" for figure in figures), f"{table.items_written / ledgers:.2f}")


@contextmanager
def counting(table: BareTable) -> Iterator[None]:
    """The real handler, as it is wired for Lambda, runs on this table: one warm function."""
    world = World()
    world.items = table.items  # type: ignore[assignment]
    with patch.object(count_responses, "of_this_function", lambda: world):
        yield


def count(batch: Sequence[Record]) -> None:
    """One invocation."""
    found = count_responses.handle({"Records": list(batch)}, None)  # type: ignore[arg-type]
    assert found == {"batchItemFailures": []}, found


def add_up(records: Iterable[Record]) -> Counter[tuple[str, ...]]:
    """What anybody would write who trusts that every record comes once, and in order."""
    sums: Counter[tuple[str, ...]] = Counter()
    for record in records:
        image = record["dynamodb"]["NewImage"]
        survey, snapshot = image["survey"]["S"], image["snapshot"]["M"]
        scopes = [("all", "-"), ("account", snapshot["account_id"]["S"]), ("language", snapshot["language"]["S"])]
        scopes += [("segment", f"{name}={value['S']}") for name, value in snapshot["segments"]["M"].items()]
        if image["entity"]["S"] == "response":
            said, day, asked = f"s{image['score']['N']}", image["confirmed_at"]["S"][:10], image["asked_at"]["S"][:10]
            for scope, value in scopes:
                sums[survey, scope, value, "A", day, said] += 1
                sums[survey, scope, value, "S", asked, "answered"] += 1
            for driver in image["drivers"]["L"]:
                sums[survey, "driver", driver["S"], "A", day, said] += 1
            for theme in image["themes"]["M"]:
                sums[survey, "theme", theme, "A", day, said] += 1
        elif int(image["revision"]["N"]) in (SENT, DELIVERED):
            field = "sent" if int(image["revision"]["N"]) == SENT else "delivered"
            asked = image["mails"]["M"]["first"]["M"]["at"]["S"][:10]
            for scope, value in scopes:
                sums[survey, scope, value, "S", asked, field] += 1
    return sums


def counted(table: BareTable) -> dict[tuple[str, ...], int]:
    """Every cell of the counters."""
    counters = [table.plain(Key(*key)) for key in table.kept if key[0].startswith("COUNT#")]
    return {tuple(cell): count for item in counters for cell, count in read_counter_item(item)}
