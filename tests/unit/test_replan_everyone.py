"""A changed programme reaches everybody by itself: all are queued, and only then is that remembered."""

from __future__ import annotations

import pytest

from sayso.domain.invitation import Invitation
from sayso.domain.planning import rhythm_of
from tests.builders import World, programme
from tests.fakes import CrashError


@pytest.fixture
def world() -> World:
    world = World()
    for at in range(25):
        world.add_contact(contact_id=f"crm-{at}", email=f"p{at}@x.example", account_since="2026-02-01")
    return world


def queued(world: World) -> int:
    return len(world.queue("PLAN").take_all())


def test_by_hand_everybody_is_queued_and_nothing_is_remembered(world: World) -> None:
    assert world.replan_everyone.run() == queued(world) == 25
    assert world.replan_everyone.planned_by.read() == ""


def test_by_itself_everybody_is_queued_once(world: World) -> None:
    assert world.replan_everyone.run_if_changed() == queued(world) == 25
    assert world.replan_everyone.run_if_changed() == queued(world) == 0
    assert world.replan_everyone.planned_by.read() == rhythm_of(world.programme)


def test_accounts_are_not_taken_for_contacts(world: World) -> None:
    assert len(list(world.contacts.everyone())) == 25


def test_when_the_queue_fails_it_is_done_again(world: World) -> None:
    world.queue("PLAN").trouble = RuntimeError("SQS did not take 1 of 10 messages")
    with pytest.raises(RuntimeError):
        world.replan_everyone.run_if_changed()
    world.queue("PLAN").trouble = None
    assert world.replan_everyone.run_if_changed() == 25


def test_when_the_process_dies_before_it_is_remembered_it_is_done_again(world: World) -> None:
    def crash() -> None:
        raise CrashError

    world.items.before_write(1, crash)
    with pytest.raises(CrashError):
        world.replan_everyone.run_if_changed()
    queued(world)
    assert world.replan_everyone.run_if_changed() == 25


def test_the_next_run_plans_everybody_by_the_changed_programme(world: World) -> None:
    world.replan_everyone.run_if_changed()
    world.run()
    before = {one.reference: one for person in world.contacts.everyone() for one in _waiting(world, person.contact_id)}
    changed = programme(send_window={"opens": "11:00"})
    later = World(now=world.clock(), programme=changed)
    later.items = world.items
    assert later.replan_everyone.run_if_changed() == 25
    later.run()
    after = {one.reference: one for person in later.contacts.everyone() for one in _waiting(later, person.contact_id)}
    assert after.keys() == before.keys()
    assert {(after[ref].planned_at - before[ref].planned_at).total_seconds() for ref in after} == {2 * 3600}


def test_planning_everybody_again_writes_nothing_when_nothing_changed(world: World) -> None:
    world.replan_everyone.run()
    written = len(world.items.written)
    world.run()
    assert len(world.items.written) == written


def _waiting(world: World, contact_id: str) -> list[Invitation]:
    return [one for one in world.invitations.of_contact(contact_id) if one.state == "waiting"]
