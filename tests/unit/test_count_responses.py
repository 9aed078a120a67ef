"""Counters == Σ ledger == recount, after any sequence of duplicates, reorderings, crashes and edits (invariant 2)."""

from __future__ import annotations

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
from tests import recount
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
    cells = count_response(response(score=3, snapshot=snapshot, drivers=("price",)))
    answers = {(cell.scope, cell.value): cell for cell in cells if cell.family == "A"}
    asked = {("all", "-"), ("account", "a1"), ("language", "de"), ("segment", "tier=gold"), ("owner", "o1")}
    assert set(answers) == {*asked, ("driver", "price")}
    assert all((cell.day, cell.field) == ("2026-03-02", "s3") for cell in answers.values())
    answered = {(cell.scope, cell.value, cell.day, cell.field) for cell in cells if cell.family == "S"}
    # On the day of asking, so that those who answered are never more than those asked.
    assert answered == {(*scope, "2026-03-01", "answered") for scope in asked}
    assert set(cells.values()) == {1}


def test_an_owner_counts_only_where_the_snapshot_names_one() -> None:
    for owner_id, scopes in ((None, set()), ("o1", {("owner", "o1")})):
        snapshot = Snapshot(account_id="a1", language="de", owner_id=owner_id)
        for cells in (
            count_response(response(snapshot=snapshot)),
            count_invitation(sent_invitation(snapshot=snapshot)),
        ):
            assert {(cell.scope, cell.value) for cell in cells if cell.scope == "owner"} == scopes


@pytest.mark.parametrize("is_on", [False, True])
def test_the_snapshot_names_an_owner_only_if_the_programme_keeps_scores_per_owner(is_on: bool) -> None:
    world = World(programme=programme(scores_per_owner=is_on))
    person = world.add_contact(owner_email="otto@polder.example")
    assert person.owner_id
    snapshot = world.send_invitation._snapshot(person, PROGRAMME.survey("annual"))
    assert snapshot.owner_id == (person.owner_id if is_on else None)


def test_what_was_counted_per_owner_stays_when_the_programme_stops_it() -> None:
    world = World(programme=programme(scores_per_owner=True))
    asked = world.asked(world.add_contact(owner_email="otto@polder.example"))
    world.answer(asked, 4)
    world.count(world.items.stream)
    before = recount.counters(world.items)
    later = World()
    later.items = world.items
    later.answer(asked, 4, drivers=[PROGRAMME.drivers[0].id])
    later.count(later.items.stream)
    added = recount.counters(world.items).keys() - before.keys()
    assert {cell.split("|")[1] for cell in added} == {"driver", "theme"}
    assert any("|owner|" in cell for cell in before)
    assert recount.counters(world.items) == {**before, **dict.fromkeys(added, 1)}


def test_scores_of_one_to_five_are_counted_apart_from_the_others() -> None:
    satisfied = {"score": 4, "scale": "satisfaction", "drivers": ("price",), "ratings": {"quality": 5}}
    cells = count_response(response(**satisfied))
    assert {cell.family for cell in cells if cell.field != "answered"} == {"C"}
    assert {cell.family for cell in cells if cell.field == "answered"} == {"S"}
    assert ("rating", "quality", "r5s4") in {(cell.scope, cell.value, cell.field) for cell in cells}


def test_a_survey_that_changed_its_scale_mixes_no_scores() -> None:
    world = World()
    for number, scale in enumerate(("nps", "satisfaction", "satisfaction")):
        one = response(contact_id=f"c{number}", score=3, scale=scale, revision=0)
        world.responses.save(one, None, MONDAY, None)
    world.count(world.items.stream)
    days = ("annual", "all", "-", "2026-01-01", "2026-12-31")
    assert sum(sum(one.counts) for one in world.counters.read(*days).scores.values()) == 1
    assert sum(sum(one.counts) for one in world.counters.read(*days, scale="satisfaction").scores.values()) == 2
    assert is_exact(world)


def test_an_imported_answer_counts_as_a_score_and_in_no_response_rate() -> None:
    old = response(score=3, imported_from="another tool", reasons=("imported",), ratings={"quality": 4})
    cells = count_response(old)
    assert {cell.family for cell in cells} == {"A"}
    assert cells.keys() == {
        cell for cell in count_response(response(score=3, ratings={"quality": 4})) if cell.family == "A"
    }


@pytest.mark.parametrize(("state", "field"), [("provisional", "waiting"), ("machine", "machine")])
def test_an_answer_nobody_was_seen_giving_counts_apart_and_for_no_score(state: Any, field: str) -> None:
    (cell,) = count_response(response(state=state, confirmed_at=None))
    assert (cell.scope, cell.family, cell.field) == ("all", "S", field)


def test_a_rating_counts_by_itself_with_the_score_it_came_with() -> None:
    cells = count_response(response(score=9, ratings={"quality": 4, "price": 2}))
    rated = {(cell.value, cell.field, cell.family, cell.day) for cell in cells if cell.scope == "rating"}
    assert rated == {("quality", "r4s9", "A", "2026-03-02"), ("price", "r2s9", "A", "2026-03-02")}


def test_an_edit_of_the_score_moves_the_pairs_of_its_ratings() -> None:
    world = answered_world()
    asked = world.invitations.save(sent_invitation())
    world.answer(asked, 9, ratings={"quality": 4})
    world.count(world.items.stream)
    days = ("annual", "quality", "2026-01-01", "2026-12-31")
    assert world.counters.read_rating(*days) == {(4, 9): 1}
    world.answer(asked, 10)
    world.count(world.items.stream)
    assert world.counters.read_rating(*days) == {(4, 10): 1}
    world.answer(asked, 10, ratings={"quality": None})
    world.count(world.items.stream)
    assert world.counters.read_rating(*days) == {}
    assert is_exact(world)


@pytest.mark.parametrize("state", ["sending", "unknown", "failed"])
def test_only_a_mail_that_was_sent_counts(state: Any) -> None:
    one = sent_invitation(mails={"first": SentMail(state=state, at=MONDAY)})
    assert count_invitation(one) == {}
    assert count_invitation(invitation()) == {}


def test_a_reminder_does_not_count_as_asked_again() -> None:
    mails = {
        kind: SentMail(state="sent", at=MONDAY + timedelta(days=at)) for at, kind in enumerate(("first", "reminder"))
    }
    cells = count_invitation(sent_invitation(mails=mails))
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
    cells = count_response(response(snapshot=snapshot, drivers=drivers))
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
            world.count_responses = type(world.count_responses)(CounterStore(world.items), world.backoff)
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
