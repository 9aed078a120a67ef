"""Counters == Σ ledger == recount, after any sequence of duplicates, reorderings, crashes and edits (invariant 2)."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.adapters.counter_store import CounterStore
from sayso.adapters.items import TRANSACTION_LIMIT, Update
from sayso.domain.counting import CounterCell, count_invitation, count_response, difference
from sayso.domain.errors import ConflictError
from sayso.domain.invitation import Invitation, SentMail, Snapshot
from sayso.ports import Audit
from sayso.services.verify_counts import VerifyCounts
from tests.builders import MONDAY, PROGRAMME, World, invitation, programme, response, sent_invitation
from tests.fakes import CrashError

Record = Mapping[str, Any]


def is_exact(world: World) -> bool:
    found = world.verify_counts.verify()
    assert found.drift == {}
    return found.is_exact


def headline(world: World) -> tuple[int, ...]:
    return world.read_stats.headline(*world.read_stats.window()).counts.counts


def scores(**counts: int) -> tuple[int, ...]:
    return tuple(counts.get(f"s{score}", 0) for score in range(11))


def answered_world(*given: int) -> World:
    """So many people who answered, each with a mail that was delivered; nothing is counted yet."""
    world = World()
    for number, score in enumerate(given):
        asked = world.invitations.save(sent_invitation(contact_id=f"c{number}"))
        world.hear_mail_event.hear(asked.reference, "first", "delivered", MONDAY)
        world.answer(asked, score)
    return world


# What counts for what


def test_a_confirmed_answer_counts_in_every_scope_it_belongs_to() -> None:
    snapshot = Snapshot(account_id="a1", language="de", owner_id="o1", segments={"tier": "gold"})
    cells = count_response(response(score=3, snapshot=snapshot, drivers=("price",)), per_owner=False)
    answers = {(cell.scope, cell.value): cell for cell in cells if cell.family == "A"}
    assert set(answers) == {
        ("all", "-"),
        ("account", "a1"),
        ("language", "de"),
        ("segment", "tier=gold"),
        ("driver", "price"),
    }
    assert all((cell.day, cell.field) == ("2026-03-02", "s3") for cell in answers.values())
    answered = {(cell.scope, cell.day, cell.field) for cell in cells if cell.family == "S"}
    # On the day of asking, so that those who answered are never more than those asked.
    assert answered == {(scope, "2026-03-01", "answered") for scope in ("all", "account", "language", "segment")}
    assert set(cells.values()) == {1}


def test_scores_per_owner_are_off_unless_set() -> None:
    snapshot = Snapshot(account_id="a1", language="de", owner_id="o1")
    assert "owner" not in {cell.scope for cell in count_response(response(snapshot=snapshot), per_owner=False)}
    assert "owner" in {cell.scope for cell in count_response(response(snapshot=snapshot), per_owner=True)}


@pytest.mark.parametrize(("state", "field"), [("provisional", "waiting"), ("machine", "machine")])
def test_an_answer_nobody_was_seen_giving_counts_apart_and_for_no_score(state: Any, field: str) -> None:
    (cell,) = count_response(response(state=state, confirmed_at=None), per_owner=True)
    assert (cell.scope, cell.family, cell.field) == ("all", "S", field)


def test_ratings_count_by_themselves() -> None:
    cells = count_response(response(score=9, ratings={"quality": 4, "price": 2}), per_owner=False)
    rated = {(cell.value, cell.field) for cell in cells if cell.scope == "rating"}
    assert rated == {("quality", "s4"), ("price", "s2")}


@pytest.mark.parametrize("state", ["sending", "unknown", "failed"])
def test_only_a_mail_that_was_sent_counts(state: Any) -> None:
    one = sent_invitation(mails={"first": SentMail(state=state, at=MONDAY)})
    assert count_invitation(one, per_owner=False) == {}
    assert count_invitation(invitation(), per_owner=False) == {}


def test_a_reminder_does_not_count_as_asked_again() -> None:
    mails = {
        kind: SentMail(state="sent", at=MONDAY + timedelta(days=at)) for at, kind in enumerate(("first", "reminder"))
    }
    cells = count_invitation(sent_invitation(mails=mails), per_owner=False)
    assert sum(count for cell, count in cells.items() if cell.scope == "all") == 1


def test_a_cell_reads_back_from_its_text() -> None:
    cell = CounterCell("annual", "segment", "tier=gold plus", "A", "2026-03-02", "s10")
    assert CounterCell.read(str(cell)) == cell


def test_a_difference_has_no_zeros() -> None:
    one, two = (CounterCell("annual", "all", "-", "A", "2026-03-02", field) for field in ("s1", "s2"))
    assert difference({one: 1, two: 1}, {two: 1}) == {one: 1}
    assert difference({}, {two: 1}) == {two: -1}


# Counting the stream


def test_an_answer_is_counted_once() -> None:
    world = answered_world(9, 3, 3)
    world.count(world.items.stream)
    assert headline(world) == scores(s3=2, s9=1)
    assert is_exact(world)


def test_the_same_records_again_change_nothing_even_a_day_later() -> None:
    world = answered_world(9, 3)
    records = list(world.items.stream)
    world.count(records)
    before = headline(world)
    world.clock.now += timedelta(days=1)
    for at in range(len(records)):
        assert world.count(records[at:]) == 0
    assert headline(world) == before
    assert is_exact(world)


def test_records_in_reverse_count_the_same() -> None:
    world = answered_world(9, 3)
    for record in reversed(list(world.items.stream)):
        world.count([record])
    assert headline(world) == scores(s3=1, s9=1)
    assert is_exact(world)


def test_an_edit_moves_the_count_and_adds_none() -> None:
    world = answered_world(3)
    asked = world.invitations.get("c0", "annual", "1")
    assert asked
    world.count(world.items.stream)
    world.clock.now += timedelta(days=2)
    world.answer(asked, 8)
    world.count(world.items.stream)
    assert headline(world) == scores(s8=1)
    assert list(world.counters.read("annual", "all", "-", "2026-01-01", "2026-12-31").scores) == ["2026-03-02"]
    assert is_exact(world)


def test_an_edit_that_was_taken_back_and_arrives_late_does_not_count() -> None:
    """Records set aside after failing may be delivered long after those behind them."""
    world = answered_world(3)
    asked = world.invitations.get("c0", "annual", "1")
    assert asked
    world.count(world.items.stream)
    seen = len(world.items.stream)
    world.answer(asked, 8)
    set_aside = world.items.stream[seen:]
    seen = len(world.items.stream)
    world.answer(asked, 3)
    world.count(world.items.stream[seen:])
    world.count(set_aside)
    assert headline(world) == scores(s3=1)
    assert is_exact(world)


def test_a_mail_that_ses_rejected_after_all_no_longer_counts_as_sent() -> None:
    world = World()
    asked = world.invitations.save(sent_invitation())
    world.count(world.items.stream)
    world.hear_mail_event.hear(asked.reference, "first", "rejected", MONDAY)
    world.count(world.items.stream)
    assert world.counters.read("annual", "all", "-", "2026-01-01", "2026-12-31").sent == 0
    assert is_exact(world)


def test_a_mail_known_to_be_rejected_is_not_counted_by_older_news() -> None:
    world = World()
    asked = world.invitations.save(sent_invitation())
    world.hear_mail_event.hear(asked.reference, "first", "rejected", MONDAY)
    for record in reversed(list(world.items.stream)):
        world.count([record])
    assert world.counters.read("annual", "all", "-", "2026-01-01", "2026-12-31").sent == 0
    assert is_exact(world)


def test_removals_never_count() -> None:
    world = answered_world(9)
    records = [{**record, "eventName": "REMOVE"} for record in world.items.stream]
    assert world.count(records) == 0


def test_a_batch_of_one_hundred_answers_fits_its_transactions() -> None:
    world = answered_world(*[number % 11 for number in range(100)])
    world.count(world.items.stream)
    assert sum(headline(world)) == 100
    assert is_exact(world)


def test_no_counter_is_written_twice_in_a_transaction() -> None:
    world = answered_world(9, 9, 9, 3)
    world.items.written.clear()
    world.count(world.items.stream)
    touched = [action.key for action in world.items.written if isinstance(action, Update)]
    assert len(touched) == len(set(touched))


def test_an_answer_with_everything_there_is_fits_one_transaction() -> None:
    segments = {f"segment {number}": "yes" for number in range(20)}
    snapshot = Snapshot(account_id="a", language="en", owner_id="o", segments=segments)
    drivers = tuple(f"driver_{number}" for number in range(12))
    cells = count_response(response(snapshot=snapshot, drivers=drivers), per_owner=True)
    assert len({(cell.scope, cell.value, cell.family, cell.day) for cell in cells}) + 1 <= TRANSACTION_LIMIT


def test_another_writer_in_between_is_counted_neither_twice_nor_not_at_all() -> None:
    world = answered_world(9, 3)
    records = list(world.items.stream)
    world.count_responses.ledger._listed.clear()  # type: ignore[attr-defined]
    rival = World()
    rival.items = world.items
    world.items.before_write(4, lambda: rival.count(records))
    world.count(records)
    assert headline(world) == scores(s3=1, s9=1)
    assert is_exact(world)


def test_a_writer_that_always_loses_gives_the_batch_back() -> None:
    def conflict() -> None:
        raise ConflictError("somebody else")

    world = answered_world(9)
    for number in range(1, 60):
        world.items.before_write(number, conflict)
    with pytest.raises(ConflictError):
        world.count(world.items.stream)
    assert headline(world) == scores()


@pytest.mark.parametrize("dies_at", range(1, 9))
@pytest.mark.parametrize("when", ["before", "after"])
def test_dying_anywhere_and_being_delivered_again_counts_once(dies_at: int, when: str) -> None:
    def die() -> None:
        raise CrashError

    world = answered_world(9, 3, 7)
    records = list(world.items.stream)
    getattr(world.items, f"{when}_write")(dies_at, die)
    for _ in range(2):
        try:
            world.count(records)
        except CrashError:
            continue
    assert headline(world) == scores(s3=1, s7=1, s9=1)
    assert is_exact(world)


def test_a_drift_is_found_and_named() -> None:
    world = answered_world(9)
    world.count(world.items.stream)
    (key, *_) = [action.key for action in world.items.written if isinstance(action, Update)]
    world.items.write(Update(key, adds={"s9": 1}))
    found = world.verify_counts.verify()
    assert list(found.drift.values()) == [1]
    assert not found.is_exact


def audits(world: World, *found: Audit) -> VerifyCounts:
    """The verification of what one audit after the other finds."""
    one_by_one = iter(found)
    return dataclasses.replace(world.verify_counts, audit=lambda: next(one_by_one))


def test_what_was_counted_while_the_table_was_read_is_no_drift() -> None:
    world = answered_world(9)
    world.count(world.items.stream)
    whole = world.verify_counts.audit()
    torn = dataclasses.replace(whole, counters={**whole.counters, next(iter(whole.counters)): 0})
    assert audits(world, torn, whole).verify().is_exact


def test_only_what_differs_by_the_same_twice_is_drift() -> None:
    world = answered_world(9)
    world.count(world.items.stream)
    whole = world.verify_counts.audit()
    real, moving, *_ = whole.counters
    first, second = (dataclasses.replace(whole, counters={**whole.counters, real: 7, moving: off}) for off in (8, 9))
    assert audits(world, first, second).verify().drift == {str(real): 7 - whole.counters[real]}


def test_what_is_not_counted_yet_is_a_lag_and_no_drift() -> None:
    world = answered_world(9)
    world.clock.now += timedelta(seconds=90)
    found = world.verify_counts.verify()
    assert (found.drift, found.behind) == ({}, 2)  # the mail and the answer
    assert found.lag_seconds == 90


def test_segments_with_odd_names_are_counted_and_read_back() -> None:
    world = World()
    snapshot = Snapshot(account_id="a", language="en", segments={"Größe & Art": "10–50 / klein"})
    world.responses.save(response(snapshot=snapshot, revision=0), None, MONDAY, None)
    world.count(world.items.stream)
    assert world.counters.values("annual", "segment") == ["Größe & Art=10–50 / klein"]
    assert is_exact(world)


# Anything at all

PEOPLE = 2
deeds = st.lists(
    st.tuples(
        st.sampled_from(["ask", "deliver", "reject", "look", "answer", "answer", "edit drivers"]),
        st.integers(0, PEOPLE - 1),
        st.sampled_from([3, 9]),  # few, so that an edit is often taken back
    ),
    max_size=14,
)


def act(world: World, deed: str, person: int, score: int) -> None:
    reference = (f"c{person}", "annual", "1")
    asked = world.invitations.get(*reference)
    if deed == "ask" and asked is None:
        snapshot = Snapshot(account_id=f"a{person % 2}", language="en", owner_id="o")
        world.invitations.save(sent_invitation(contact_id=f"c{person}", snapshot=snapshot))
    elif asked is None:
        return
    elif deed in ("deliver", "reject"):
        world.hear_mail_event.hear(reference, "first", "delivered" if deed == "deliver" else "rejected", MONDAY)
    elif asked.is_open(world.clock()):
        drivers = [PROGRAMME.drivers[score % 6].id] if deed == "edit drivers" else None
        world.answer(asked, score, gesture=deed != "look", drivers=drivers)


@settings(max_examples=120, deadline=None)
@given(deeds=deeds, data=st.data())
def test_counters_are_exact_whatever_the_stream_does(deeds: list[tuple[str, int, int]], data: st.DataObject) -> None:
    world = World(programme=programme(scores_per_owner=True))
    for number, (deed, person, score) in enumerate(deeds):
        world.clock.now = MONDAY + timedelta(hours=number * 5)
        act(world, deed, person, score)
    records = list(world.items.stream)
    delivered = data.draw(st.lists(st.sampled_from(records), max_size=12)) if records else []
    # Whatever was repeated or came out of order: in the end every record has been delivered at least once.
    order = [*delivered, *data.draw(st.permutations(records))]
    while order:
        size = data.draw(st.integers(1, 5))
        batch, order = order[:size], order[size:]
        crash_at = data.draw(st.one_of(st.none(), st.integers(1, 4)))
        if crash_at:
            world.items.after_write(crash_at, _die)
        try:
            world.count(batch)
        except CrashError:
            world.count_responses = type(world.count_responses)(CounterStore(world.items), world.programme)
            order = [*batch, *order]
        world.items._after.clear()
    assert is_exact(world)
    confirmed = [item for item in world.items.scan(("RESPONSE#",)) if item.get("state") == "confirmed"]
    assert sum(headline(world)) == len(confirmed)


def _die() -> None:
    raise CrashError


def test_an_owner_who_changed_leaves_no_stray_count() -> None:
    world = World(programme=programme(scores_per_owner=True))
    person = world.add_contact(owner_email="otto@polder.example")
    asked = world.asked(person)
    world.answer(asked, 4)
    world.count(world.items.stream)
    world.add_contact(owner_email="olga@polder.example")
    world.answer(asked, 9)
    world.count(world.items.stream)
    (owner,) = world.counters.values("annual", "owner")
    assert owner == person.owner_id
    assert is_exact(world)


def test_an_answer_costs_the_same_however_many_there_are() -> None:
    def cost(answers: int) -> int:
        world = answered_world(*[9] * answers)
        world.count(world.items.stream)
        asked: Invitation = world.invitations.save(sent_invitation(contact_id="new"))
        reads, seen = world.items.reads, len(world.items.stream)
        world.answer(asked, 3)
        world.count(world.items.stream[seen:])
        return world.items.reads - reads

    assert cost(1) == cost(60)
