"""`sayso verify` finds what does not agree, and nothing else; `sayso rebuild` repairs it while answers keep coming."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Sequence
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.adapters import keys
from sayso.adapters.audit import TableBooks
from sayso.adapters.items import Delete, Put, Update
from sayso.adapters.keys import Key
from sayso.domain.counting import CounterCell
from sayso.domain.errors import ConflictError
from sayso.services.rebuild_counts import RebuildCounts
from sayso.services.verify_counts import Recounted
from tests.builders import World, sent_invitation

ALL_ANNUAL = CounterCell("annual", "all", "-", "A", "2026-03-02", "s3")
LEDGER = Key("CONTACT#c0", "COUNTED#RESPONSE#annual#1")


def counted_world(*given: int) -> World:
    """So many people who were asked and answered, all of it counted."""
    world = World()
    for number, score in enumerate(given):
        answer(world, number, score)
    deliver(world)
    return world


def answer(world: World, number: int, score: int) -> None:
    person = f"c{number}"
    asked = world.invitations.get(person, "annual", "1") or world.invitations.save(sent_invitation(contact_id=person))
    world.answer(asked, score)


def deliver(world: World) -> None:
    """All of the stream, again and again: what was counted counts once."""
    world.count(world.items.stream)


def add(world: World, cell: CounterCell, by: int) -> None:
    """Somebody writes a counter by hand."""
    world.items.write(Update(keys.counter(cell), sets={"entity": "counter"}, adds={cell.field: by}))


def forget(world: World, key: Key) -> None:
    world.items.write(Delete(key))


class Interrupted(TableBooks):
    """Books that something happens around: before and after each call."""

    def __init__(self, world: World, happens: Callable[[str], None]) -> None:
        super().__init__(world.items)
        self._happens = happens

    def __getattribute__(self, name: str) -> Any:
        found = super().__getattribute__(name)
        if name not in ("audit", "pairs", "states", "correct", "recount", "list"):
            return found

        def call(*arguments: Any) -> Any:
            self._happens(f"before {name}")
            answer = found(*arguments)
            self._happens(f"after {name}")
            return answer

        return call


def interrupted(world: World, happens: Callable[[str], None]) -> RebuildCounts:
    books = Interrupted(world, happens)
    return RebuildCounts(books, dataclasses.replace(world.verify_counts, books=books))


# Verify


def test_all_is_exact_and_counted_afresh_by_survey() -> None:
    found = counted_world(3, 9, 9).verify_counts.verify()
    assert found.is_exact
    assert found.surveys == {"annual": Recounted(counted=3, recounted=3)}
    assert (found.answers, found.mails, found.faults) == (3, 3, 0)


def test_nothing_at_all_is_exact() -> None:
    assert World().verify_counts.verify().is_exact


@pytest.mark.parametrize("by", [1, -1, 1_000])
def test_a_counter_that_is_off_is_drift_and_named(by: int) -> None:
    world = counted_world(3, 9)
    add(world, ALL_ANNUAL, by)
    found = world.verify_counts.verify()
    assert found.drift == {str(ALL_ANNUAL): by}
    assert found.surveys["annual"] == Recounted(counted=2 + by, recounted=2)
    assert not found.is_exact


def test_a_counter_that_is_gone_is_drift_in_each_of_its_fields() -> None:
    world = counted_world(3, 9)
    forget(world, keys.counter(ALL_ANNUAL))
    assert world.verify_counts.verify().drift == {
        str(ALL_ANNUAL): -1,
        str(ALL_ANNUAL._replace(field="s9")): -1,
    }


def test_what_is_counted_while_the_table_is_read_is_no_drift() -> None:
    world = counted_world(3, 9)
    arriving = iter(range(2, 100))

    def happens(when: str) -> None:
        if when == "before states" and (number := next(arriving)) < 4:
            answer(world, number, 3)
            deliver(world)

    # A scan that read a counter before, and its ledger after, something was counted.
    torn = world.verify_counts.books.audit()
    answer(world, 50, 3)
    deliver(world)
    books = Interrupted(world, happens)
    audits = iter([torn])
    whole = books.audit
    object.__setattr__(books, "audit", lambda: next(audits, None) or whole())
    found = dataclasses.replace(world.verify_counts, books=books).verify()
    assert (found.drift, found.busy) == ({}, 0)


def test_counts_that_went_up_and_down_again_while_the_ledger_was_read_are_no_drift() -> None:
    """The counter says the same before and after; meanwhile one gave a 9 for a 3, and another a 3 for a 9."""
    world = counted_world(3, 9)
    add(world, ALL_ANNUAL, 1)
    edits = iter([(None, None), (None, None), (0, 9), (1, 3)])  # around the first look, then around the second

    def happens(when: str) -> None:
        if when.endswith("audit"):
            number, score = next(edits, (None, None))
            if number is not None and score is not None:
                answer(world, number, score)
                deliver(world)

    assert interrupted(world, happens).verify_counts.verify().drift == {str(ALL_ANNUAL): 1}


def test_of_a_counter_that_is_counted_on_all_the_time_nothing_is_said() -> None:
    world = counted_world(3, 9)
    add(world, ALL_ANNUAL, 1)
    arriving = iter(range(2, 1_000))

    def happens(when: str) -> None:
        if when == "before audit":
            answer(world, next(arriving), 3)
            deliver(world)

    found = interrupted(world, happens).verify_counts.verify()
    assert (found.drift, found.busy, found.is_exact) == ({}, 1, False)


def test_what_is_not_counted_yet_is_behind_and_its_age_is_told() -> None:
    world = counted_world(3)
    answer(world, 1, 9)
    world.clock.now += timedelta(minutes=7)
    found = world.verify_counts.verify()
    assert (len(found.behind), found.lag_seconds, found.faults) == (2, 420, 0)  # the answer, and its mail
    assert not found.is_exact
    deliver(world)
    assert world.verify_counts.verify().is_exact


def test_what_is_counted_between_the_scan_and_the_second_look_is_not_behind() -> None:
    world = counted_world(3)
    answer(world, 1, 9)
    found = interrupted(world, lambda when: deliver(world) if when == "before pairs" else None).verify_counts.verify()
    assert found.is_exact


def test_a_ledger_that_says_something_else_at_the_same_revision_is_a_fault() -> None:
    world = counted_world(3, 9)
    item = world.items.get(LEDGER)
    assert item
    entries = {name.replace("|s3", "|s4"): count for name, count in item["entries"].items()}
    world.items.write(Put({**item, "entries": entries}))
    found = world.verify_counts.verify()
    assert [pair.counted.item_sk for pair in found.wrong] == ["RESPONSE#annual#1"]
    assert len(found.drift) > 0  # the counters still have the 3
    assert found.faults == len(found.drift) + 1


def test_a_ledger_that_is_ahead_of_its_item_is_a_fault() -> None:
    """An item that was put back to an older state: its next revision would be taken for one that was counted."""
    world = counted_world(3)
    item = world.items.get(LEDGER)
    assert item
    world.items.write(Put({**item, "counted_revision": 7, "entries": {}}))
    found = world.verify_counts.verify()
    assert (len(found.wrong), len(found.behind)) == (1, 0)


def test_an_answer_that_is_gone_keeps_its_count() -> None:
    world = counted_world(3, 9)
    forget(world, keys.response("c0", "annual", "1"))
    found = world.verify_counts.verify()
    assert (found.is_exact, found.gone, found.answers) == (True, 1, 1)
    assert found.surveys == {"annual": Recounted(2, 2)}


def test_a_counter_the_directory_does_not_know_is_a_fault() -> None:
    world = counted_world(3)
    forget(world, keys.directory("annual", "language", "en"))
    found = world.verify_counts.verify()
    assert found.unlisted == [("annual", "language", "en")]
    assert (found.faults, found.is_exact) == (1, False)


def test_an_answer_that_cannot_be_read_is_named_and_stops_nothing() -> None:
    world = counted_world(3)
    broken = {"pk": "CONTACT#zz", "sk": "RESPONSE#annual#9", "entity": "response", "survey": "annual"}
    world.items.write(Put(broken))
    found = world.verify_counts.verify()
    assert (found.unreadable, found.faults, found.answers) == ([("CONTACT#zz", "RESPONSE#annual#9")], 1, 1)
    item = world.items.get(keys.response("c0", "annual", "1"))
    assert item
    world.items.write(Put({**item, "score": "nine"}))
    found = world.verify_counts.verify()
    assert (len(found.unreadable), found.drift, found.gone) == (2, {}, 0)
    assert found.surveys == {"annual": Recounted(1, 1)}
    add(world, ALL_ANNUAL, 1)
    assert world.rebuild_counts.rebuild().left.drift == {}


def test_a_counter_that_comes_into_being_during_the_scan_is_no_fault() -> None:
    world = counted_world(3)
    torn = TableBooks(world.items).audit()
    torn = dataclasses.replace(torn, unlisted=[("annual", "language", "en"), ("annual", "language", "nl")])
    books = TableBooks(world.items)
    object.__setattr__(books, "audit", lambda: torn)
    assert dataclasses.replace(world.verify_counts, books=books).verify().unlisted == [("annual", "language", "nl")]


def test_what_is_counted_between_reading_items_and_ledgers_makes_no_ledger_wrong() -> None:
    world = counted_world(3)
    answer(world, 0, 9)  # behind
    books = TableBooks(world.items)
    read, edits = world.items.get_many, iter([10, 8])

    def get_many(wanted: Sequence[Key]) -> Any:
        found = read(wanted)
        if any(key.sk.startswith("RESPONSE#") or key.sk.startswith("COUNTED#RESPONSE#") for key in wanted):
            score = next(edits, None)
            if score is not None:
                answer(world, 0, score)
                deliver(world)
        return found

    world.items.get_many = get_many  # type: ignore[method-assign]
    found = dataclasses.replace(world.verify_counts, books=books).verify()
    assert (found.wrong, found.faults) == ([], 0)


def test_scores_that_were_swapped_in_one_batch_move_the_versions_of_their_counters() -> None:
    """Their sums stay, but whoever reads counter and ledger one after the other has to see that something happened."""
    world = counted_world(9, 8)
    (day,) = [ALL_ANNUAL.of]
    books = TableBooks(world.items)
    before = books.states([day])[day]
    answer(world, 0, 8)
    answer(world, 1, 9)
    deliver(world)
    after = books.states([day])[day]
    assert after.cells == before.cells
    assert after.version > before.version


def test_the_findings_are_plain_json() -> None:
    world = counted_world(3)
    add(world, ALL_ANNUAL, 1)
    assert world.verify_counts.verify().as_json() == {
        "exact": False,
        "cells": 9,
        "answers": 1,
        "mails": 1,
        "gone": 0,
        "surveys": {"annual": {"counted": 2, "recounted": 1}},
        "drift": {str(ALL_ANNUAL): 1},
        "wrong": [],
        "unlisted": [],
        "unreadable": [],
        "behind": 0,
        "lag_seconds": 0,
        "busy": 0,
    }


# Rebuild


def test_rebuild_has_nothing_to_do_where_all_is_exact() -> None:
    world = counted_world(3, 9)
    written = len(world.items.written)
    done = world.rebuild_counts.rebuild()
    assert (done.items, done.cells, done.listed, done.left.is_exact) == (0, {}, 0, True)
    assert len(world.items.written) == written


def test_rebuild_repairs_a_counter_and_says_by_how_much() -> None:
    world = counted_world(3, 9)
    add(world, ALL_ANNUAL, 5)
    done = world.rebuild_counts.rebuild()
    assert (done.cells, done.left.is_exact) == ({str(ALL_ANNUAL): -5}, True)
    assert world.read_stats.headline(*world.read_stats.window()).counts.n == 2


def test_rebuild_counts_what_the_stream_lost() -> None:
    world = counted_world(3)
    answer(world, 1, 9)  # its records were given up, and never come again
    done = world.rebuild_counts.rebuild()
    assert (done.items, done.left.is_exact) == (2, True)
    deliver(world)  # unless somebody replays them after all
    assert world.verify_counts.verify().is_exact


def test_an_answer_goes_on_counting_after_its_ledger_was_put_right() -> None:
    world = counted_world(3)
    item = world.items.get(LEDGER)
    assert item
    world.items.write(Put({**item, "counted_revision": 70}))
    world.items.write(Put({**item, "counted_revision": 70, "entries": {}}))
    assert world.rebuild_counts.rebuild().left.is_exact
    answer(world, 0, 10)
    deliver(world)
    assert world.verify_counts.verify().is_exact
    assert world.read_stats.headline(*world.read_stats.window()).counts.promoters == 1


def test_two_rebuilds_at_once_repair_once() -> None:
    world = counted_world(3, 9)
    add(world, ALL_ANNUAL, 5)

    def happens(when: str) -> None:
        if when == "before correct":
            world.rebuild_counts.rebuild()

    done = interrupted(world, happens).rebuild()
    assert (done.cells, done.left.is_exact) == ({}, True)


def test_a_repair_of_which_the_answer_was_lost_is_not_made_twice() -> None:
    world = counted_world(3, 9)
    add(world, ALL_ANNUAL, 5)
    (off,) = world.verify_counts.verify().off
    books = TableBooks(world.items)
    books.correct(off.day, off.repairs, {"s3": -5})
    with pytest.raises(ConflictError):
        books.correct(off.day, off.repairs, {"s3": -5})
    assert world.verify_counts.verify().is_exact


SABOTAGE = ("counter", "counter gone", "ledger gone", "ledger wrong", "ledger ahead", "directory")


def sabotage(world: World, how: str, at: int, by: int) -> None:
    items = world.items
    ledgers = sorted(Key(one["pk"], one["sk"]) for one in items.scan(("COUNTED#",)))
    counters = sorted(Key(one["pk"], one["sk"]) for one in items.scan(("COUNT#",)))
    listed = sorted(Key(one["pk"], one["sk"]) for one in items.scan(("COUNTERS",)))
    match how:
        case "counter" if counters:
            items.write(Update(counters[at % len(counters)], sets={"entity": "counter"}, adds={"s3": by}))
        case "counter gone" if counters:
            forget(world, counters[at % len(counters)])
        case "directory" if listed:
            forget(world, listed[at % len(listed)])
        case "ledger gone" if ledgers:
            forget(world, ledgers[at % len(ledgers)])
        case "ledger wrong" | "ledger ahead" if ledgers:
            item = items.get(ledgers[at % len(ledgers)])
            assert item
            ahead = 5 if how == "ledger ahead" else 0
            entries = {name: count + by for name, count in item["entries"].items()}
            items.write(Put({**item, "entries": entries, "counted_revision": item["counted_revision"] + ahead}))


deeds = st.tuples(st.sampled_from(SABOTAGE), st.integers(0, 200), st.integers(-3, 3).filter(bool))
arrivals = st.tuples(st.integers(0, 6), st.integers(0, 10), st.booleans())


@settings(max_examples=150)
@given(
    st.lists(st.integers(0, 10), min_size=1, max_size=5),
    st.lists(deeds, max_size=6),
    st.lists(arrivals, max_size=12),
)
def test_whatever_was_broken_is_whole_again_however_much_comes_in_meanwhile(
    given_before: Sequence[int], broken: Sequence[tuple[str, int, int]], coming: Sequence[tuple[int, int, bool]]
) -> None:
    world = counted_world(*given_before)
    for how, at, by in broken:
        sabotage(world, how, at, by)
    waiting = list(coming)
    undelivered = len(world.items.stream)

    def happens(_: str) -> None:
        nonlocal undelivered
        if waiting:
            number, score, delivered = waiting.pop()
            answer(world, number, score)
            if delivered:
                # As the stream does it: what is new, once; the old records are not repeated.
                world.count(world.items.stream[undelivered:])
                undelivered = len(world.items.stream)

    interrupted(world, happens).rebuild()
    world.count(world.items.stream[undelivered:])
    done = world.rebuild_counts.rebuild()
    assert done.left.is_exact, done.left.as_json()
    assert recounted(world) == counters(world)


def counters(world: World) -> dict[str, int]:
    books = TableBooks(world.items).audit()
    return {str(cell): count for cell, count in books.counters.items()}


def recounted(world: World) -> dict[str, int]:
    return {str(cell): count for cell, count in TableBooks(world.items).audit().recount.items()}
