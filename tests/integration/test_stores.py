"""The stores keep what they are given on a real table too, and the whole loop adds up there."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from sayso.adapters.items import DynamoItems
from sayso.domain.errors import ConflictError
from sayso.domain.gate import Gate, GateMail
from sayso.domain.response import SaidWords
from sayso.domain.sending import DayLimit, Hold, Pause, StandingChange
from tests.builders import MONDAY, World, contact, invitation, response, sent_invitation, ticket
from tests.unit.test_keep_commitments import DONE


@pytest.fixture
def world(table: DynamoItems) -> World:
    """A world whose table is DynamoDB; what its stream would deliver, the tests hand on themselves."""
    found = World()
    found.items = table  # type: ignore[assignment]
    return found


def test_many_invitations_are_read_at_once(world: World) -> None:
    kept = [world.invitations.save(invitation(contact_id=f"c{at}")) for at in range(3)]
    found = world.invitations.many([one.reference for one in kept] + [("c9", "annual", "1")])
    assert sorted(found, key=lambda one: one.contact_id) == kept
    assert world.invitations.many([]) == []


def test_the_rhythm_everybody_was_planned_by_is_remembered(world: World) -> None:
    planned_by = world.replan_everyone.planned_by
    assert planned_by.read() == ""
    for rhythm in ("one", "another"):
        planned_by.write(rhythm, MONDAY)
        assert planned_by.read() == rhythm


def test_a_kick_off_is_recorded_among_the_changes(world: World) -> None:
    change = StandingChange(at=MONDAY, by="kim", what="kicked_off", reason="annual: 3 from 2026-03-03 to 2026-05-31")
    world.standings.note(change)
    assert world.standings.changes() == [change]


def test_contacts_are_found_by_id_address_and_the_companys_own_id(world: World) -> None:
    person = contact(segments={"tier": "gold"})
    world.contacts.save(person, None)
    kept = person.having(revision=1)
    assert world.contacts.get("c1") == kept
    assert world.contacts.by_address("hash-anna") == [kept]
    assert world.contacts.by_external_ids(["crm-1", "crm-2"]) == {"crm-1": kept}
    with pytest.raises(ConflictError):
        world.contacts.save(person.having(contact_id="c2"), None)
    assert list(world.contacts.everyone()) == [kept]  # and not its account
    moved = kept.having(address_hash="hash-new")
    world.contacts.save(moved, kept)
    assert world.contacts.by_address("hash-anna") == []
    assert [one.contact_id for one in world.contacts.by_address("hash-new")] == ["c1"]
    with pytest.raises(ConflictError):
        world.contacts.save(moved, kept)


def test_invitations_are_dispatched_leased_claimed_and_released(world: World) -> None:
    person = contact()
    world.contacts.save(person, None)
    saved = world.invitations.save(invitation())
    assert world.invitations.of_contact("c1") == [saved]
    (due,) = world.invitations.due("annual", MONDAY, 10)
    assert due.message == world.step(saved)
    assert world.invitations.lease(due, MONDAY + timedelta(minutes=30))
    assert not world.invitations.lease(due, MONDAY + timedelta(minutes=30))
    assert list(world.invitations.due("annual", MONDAY, 10)) == []
    kept = world.kept(saved)
    later = MONDAY + timedelta(minutes=30)
    gate = world.standings.gate("hash-anna")
    passing = GateMail(at=MONDAY, kind="relationship", contact_id="c1", survey="annual", occasion="1", mail="first")
    claiming = kept.claimed("first", MONDAY, world.send_invitation._snapshot(person, world.programme.survey("annual")))
    claimed = world.invitations.claim(claiming, gate, passing, DayLimit("2026-03-02", 1))
    assert world.kept(saved) == claimed
    assert world.invitations.sent_on(DayLimit("2026-03-02", 1)) == 1
    assert [one.message for one in world.invitations.due("annual", later, 10)] == [due.message]  # still in its place
    assert world.standings.gate("hash-anna").mails == (passing,)
    with pytest.raises(ConflictError):
        world.invitations.claim(claiming, gate, passing, DayLimit("2026-03-02", None))
    gate = world.standings.gate("hash-anna").without(claimed, "first")
    released = world.invitations.release(
        claimed.released("first", MONDAY, "ses_not_ready"), gate, DayLimit("2026-03-02", 1)
    )
    assert world.invitations.sent_on(DayLimit("2026-03-02", 1)) == 0
    assert world.kept(saved) == released
    assert world.standings.gate("hash-anna") == Gate(address_hash="hash-anna", revision=2)


def test_a_suppression_stops_the_claim(world: World) -> None:
    person = contact()
    world.contacts.save(person, None)
    saved = world.invitations.save(invitation())
    open_gate = world.standings.gate("hash-anna")
    passing = GateMail(at=MONDAY, kind="relationship", contact_id="c1", survey="annual", occasion="1", mail="first")
    claiming = saved.claimed("first", MONDAY, world.send_invitation._snapshot(person, world.programme.survey("annual")))
    world.standings.suppress("hash-anna", "unsubscribed", MONDAY)
    world.standings.suppress("hash-anna", "bounced", MONDAY)
    with pytest.raises(ConflictError):
        world.invitations.claim(claiming, open_gate, passing, DayLimit("2026-03-02", None))
    world.standings.suppress("hash-anna", "unsubscribed", MONDAY)
    world.standings.lift("hash-anna", MONDAY, only="unsubscribed")  # the bounce stays
    assert [gate.address_hash for gate in world.standings.suppressions()] == ["hash-anna"]
    assert not world.standings.lift("hash-anna", MONDAY, by="ops").is_closed
    assert list(world.standings.suppressions()) == []
    world.invitations.claim(claiming, world.standings.gate("hash-anna"), passing, DayLimit("2026-03-02", None))


def test_the_limit_of_a_day_stops_the_claim(world: World) -> None:
    for number in range(2):
        saved = world.invitations.save(invitation(contact_id=f"c{number}"))
        passing = GateMail(at=MONDAY, kind="relationship", contact_id="c", survey="annual", occasion="1", mail="first")
        claiming = saved.claimed(
            "first", MONDAY, world.send_invitation._snapshot(contact(), world.programme.survey("annual"))
        )
        gate = world.standings.gate(f"hash-{number}")
        if number == 0:
            world.invitations.claim(claiming, gate, passing, DayLimit("2026-03-02", 1))
        else:
            with pytest.raises(ConflictError):
                world.invitations.claim(claiming, gate, passing, DayLimit("2026-03-02", 1))
    assert world.invitations.sent_on(DayLimit("2026-03-02", 1)) == 1


def test_a_hold_somebody_else_set_or_ended_meanwhile_stands_as_it_is(world: World) -> None:
    first, second = (Hold(until=MONDAY + timedelta(days=9), reason=text, by="otto", at=MONDAY) for text in ("x", "y"))
    world.standings.replace_hold("a1", first, None)
    for former in (None, second):
        with pytest.raises(ConflictError):
            world.standings.replace_hold("a1", second, former)
    with pytest.raises(ConflictError):
        world.standings.end_hold("a1", second, "kim", MONDAY)
    assert world.standings.holds() == [("a1", first)]
    world.standings.replace_hold("a1", second, first)
    world.standings.end_hold("a1", second, "kim", MONDAY + timedelta(hours=1))
    assert world.standings.holds() == []
    with pytest.raises(ConflictError):
        world.standings.replace_hold("a1", second, first)


def test_pauses_and_holds_are_kept_with_who_said_so(world: World) -> None:
    pause = Pause(at=MONDAY, by="ops", reason="a pilot")
    world.standings.pause(pause)
    with pytest.raises(ConflictError):
        world.standings.pause(pause)
    hold = Hold(until=MONDAY + timedelta(days=9), reason="a migration", by="otto", at=MONDAY)
    world.standings.hold("account-kaasboer", hold)
    standing = world.standings.standing(contact())
    assert (standing.pause, standing.hold, standing.open_follow_up) == (pause, hold, False)
    assert (world.standings.paused(), world.standings.holds()) == (pause, [("account-kaasboer", hold)])
    world.standings.resume("ops", MONDAY + timedelta(hours=1))
    world.standings.release("account-kaasboer", "otto", MONDAY + timedelta(hours=2))
    with pytest.raises(ConflictError):
        world.standings.resume("ops", MONDAY)
    with pytest.raises(ConflictError):
        world.standings.release("account-kaasboer", "otto", MONDAY)
    assert (world.standings.paused(), world.standings.holds()) == (None, [])
    assert sorted((change.what, change.by) for change in world.standings.changes()) == [
        ("held", "otto"),
        ("paused", "ops"),
        ("released", "otto"),
        ("resumed", "ops"),
    ]


def test_responses_and_their_words_are_kept_apart(world: World) -> None:
    asked = world.invitations.save(sent_invitation())
    first = response(revision=0, has_words=True)
    saved = world.responses.save(first, SaidWords(why="slow"), MONDAY + timedelta(days=700), asked.answered())
    found, kept, words = world.responses.invitation_and_response(*asked.reference)
    assert found
    assert (found.state, kept, words) == ("answered", saved, SaidWords(why="slow"))
    assert world.responses.confirmed_in_month(MONDAY) == [saved]
    assert world.responses.of_contact("c1") == [saved]
    with pytest.raises(ConflictError):
        world.responses.save(first, None, MONDAY, None)


def test_cases_commitments_and_editions_are_kept(world: World) -> None:
    person = contact()
    world.contacts.save(person, None)
    asked = world.invitations.save(sent_invitation())
    world.answer(asked, 2)
    case = world.open_follow_up.open(asked.reference)
    assert case
    assert world.follow_ups.list(is_open=True) == [case] == [world.follow_ups.open_of("c1")]
    world.follow_ups.save(case.closed("otto", MONDAY, outcome="solved", cause="price", note="talked"))
    assert world.follow_ups.open_of("c1") is None
    assert [one.state for one in world.follow_ups.list(is_open=False)] == ["solved"]
    world.keep_commitments.add("a", DONE)
    world.keep_commitments.publish("a")
    assert [one.published_on is not None for one in world.commitments.list()] == [True]
    published = world.publish_page.approve().edition
    latest = world.editions.latest()
    assert latest
    assert latest.edition == published


def test_counting_on_a_real_table_is_exact(world: World) -> None:
    changed: list[Any] = []
    for number, score in enumerate([10] * 12 + [8] * 3 + [2] * 5):
        asked = world.invitations.save(sent_invitation(contact_id=f"c{number}"))
        world.answer(asked, score, drivers=["price"] if score == 2 else None)
        for key, entity in (("INVITATION", asked), ("RESPONSE", world.responses.get(*asked.reference))):
            changed.append((entity, f"CONTACT#c{number}", f"{key}#annual#1"))
    world.count_responses.count(changed)
    world.count_responses.count(changed[::-1])
    found = world.verify_counts.verify()
    assert (found.is_exact, found.answers, found.mails) == (True, 20, 20)
    assert world.read_stats.headline(*world.read_stats.window()).as_json()["nps"] == 35
    assert world.counters.values("annual", "driver") == ["price"]


def test_a_ticket_is_planned_and_taken_back(world: World) -> None:
    (planned,) = world.hear_ticket.hear(ticket("solved", MONDAY))
    (cancelled,) = world.hear_ticket.hear(ticket("reopened", MONDAY + timedelta(hours=1)))
    assert cancelled.contact_id == planned.contact_id
    assert (world.kept(planned).state, list(world.invitations.due("ticket", MONDAY + timedelta(days=9), 5))) == (
        "cancelled",
        [],
    )
