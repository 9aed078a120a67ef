"""Identities are kept as long as the programme says after the last thing that happened with a person."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from sayso.adapters.items import Put
from sayso.domain.contact import Contact
from sayso.domain.gate import UNSUBSCRIBED
from tests.builders import World, programme
from tests.fakes import CrashError

START = datetime(2026, 3, 2, 9, tzinfo=UTC)
THREE_YEARS_ON = datetime(2029, 3, 3, tzinfo=UTC)


@pytest.fixture
def world() -> World:
    return World(START, programme(privacy={"keep_identities": "36 months"}))


def user(world: World, name: str = "crm-1") -> Contact:
    """Somebody who is asked about tickets only: nothing of theirs is planned."""
    return world.add_contact(contact_id=name, email=f"{name}@kaasboer.example", role="user")


def test_who_was_not_heard_of_for_that_long_goes(world: World) -> None:
    person = user(world)
    world.clock.now = THREE_YEARS_ON - timedelta(days=2)
    assert world.retire_identities.run().erased == ()
    world.clock.now = THREE_YEARS_ON
    assert world.retire_identities.run().erased == (person.contact_id,)
    assert world.contacts.get(person.contact_id) is None
    assert person.email not in str(list(world.items.scan()))
    assert world.retire_identities.run().erased == ()


def test_of_whom_something_cannot_be_read_nobody_is_erased_and_the_others_are(world: World) -> None:
    person, other = user(world), user(world, "crm-2")
    broken = {"pk": f"CONTACT#{person.contact_id}", "sk": "RESPONSE#ticket#1", "entity": "response"}
    world.items.write(Put(broken))
    world.clock.now = THREE_YEARS_ON
    assert world.retire_identities.run().erased == (other.contact_id,)
    assert world.contacts.get(person.contact_id)


def test_they_are_not_suppressed_and_may_come_back(world: World) -> None:
    person = user(world)
    world.clock.now = THREE_YEARS_ON
    world.retire_identities.run()
    assert not world.standings.gate(person.address_hash).is_closed
    assert not [item for item in world.items.scan() if item["entity"] == "gate"]
    assert user(world).contact_id != person.contact_id


def test_whoever_left_stays_suppressed(world: World) -> None:
    person = user(world)
    world.leave.leave(person.address_hash)
    world.clock.now = THREE_YEARS_ON
    assert world.retire_identities.run().erased == (person.contact_id,)
    suppression = world.standings.gate(person.address_hash).suppression
    assert suppression
    assert suppression.reason == UNSUBSCRIBED


def test_a_change_in_the_list_a_mail_and_a_call_begin_the_time_anew(world: World) -> None:
    people = {what: user(world, what) for what in ("change", "mail", "call", "nothing")}
    world.answer(world.asked(people["call"], survey="ticket", occasion="1"), 2)
    world.run()
    world.clock.now = START + timedelta(days=400)
    row = {"contact_id": "change", "email": "change@kaasboer.example", "account": "Kaasboer", "role": "user"}
    list(world.import_contacts.run([(2, {**row, "name": "Anna"})]))
    mailed = world.asked(people["mail"], survey="ticket", occasion="2")
    late = mailed.mails["first"].having(at=world.clock())
    world.invitations.save(world.kept(mailed).having(mails={"first": late}).ended("expired", "no_answer"))
    (case,) = world.cases()
    world.follow_ups.save(case.closed("owner", world.clock(), outcome="solved", cause="price", note="called"))
    world.clock.now = THREE_YEARS_ON
    assert world.retire_identities.run().erased == (people["nothing"].contact_id,)
    world.clock.pass_by(days=400)
    assert set(world.retire_identities.run().erased) == {people[what].contact_id for what in ("change", "mail", "call")}
    world.run()
    assert world.verify_counts.verify().is_exact


def test_nobody_goes_who_is_still_to_be_asked_or_called(world: World) -> None:
    planned = world.add_contact(contact_id="crm-2", email="b@kaasboer.example", account_since="2026-01-01")
    unhappy = user(world)
    world.answer(world.asked(unhappy, survey="ticket", occasion="1"), 0)
    world.run()
    world.clock.now = THREE_YEARS_ON + timedelta(days=400)
    assert world.retire_identities.run().erased == ()
    assert world.contacts.get(planned.contact_id)


def test_a_run_takes_a_few_the_longest_unheard_of_first_and_says_how_many_are_left(world: World) -> None:
    people = []
    for at in range(5):
        world.clock.pass_by(days=1)
        people.append(user(world, f"crm-{at}").contact_id)
    world.clock.now = THREE_YEARS_ON + timedelta(days=9)
    retired = world.retire_identities.run(2)
    assert (retired.erased, retired.left) == (tuple(people[:2]), 3)
    assert world.retire_identities.run(2).erased == tuple(people[2:4])


def test_without_a_limit_nobody_goes_and_nothing_is_read() -> None:
    world = World(START, programme(privacy={"keep_identities": None}))
    user(world)
    world.clock.now = THREE_YEARS_ON + timedelta(days=4000)
    assert world.retire_identities.run().erased == ()


def test_an_erasure_that_was_interrupted_is_brought_to_its_end(world: World) -> None:
    person = user(world)
    world.asked(person, survey="ticket", occasion="1")

    def dies() -> None:
        raise CrashError

    world.items.before_write(2, dies)
    with pytest.raises(CrashError):
        world.erase_contact.erase(person.contact_id, "operator")
    retired = world.retire_identities.run()
    assert (retired.erased, retired.finished) == ((), (person.contact_id,))
    assert all(one.erased for one in world.invitations.of_contact(person.contact_id))
