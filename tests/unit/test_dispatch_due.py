"""The dispatcher hands on every due step once a lease, however ticks overlap, fail, or stay away."""

from __future__ import annotations

from datetime import timedelta

import pytest

from sayso.adapters.invitation_store import read_step_message
from sayso.ports import StepMessage
from sayso.services.dispatch_due import LEASE
from tests.builders import MONDAY, World, invitation, ticket

TICK = timedelta(minutes=5)


def handed_on(world: World) -> list[StepMessage]:
    return [read_step_message(body) for body in world.queue("SEND").take_all()]


def crowd(world: World, size: int) -> None:
    """Invitations of so many people, each due a second after the one before."""
    for number in range(size):
        due_at = MONDAY + timedelta(seconds=number)
        world.invitations.save(invitation(contact_id=f"c{number}", due_at=due_at))


def test_what_is_due_is_handed_on_with_its_step() -> None:
    world = World()
    saved = world.invitations.save(invitation())
    assert world.dispatch_due.dispatch("annual", MONDAY) == 1
    assert handed_on(world) == [world.step(saved)]


def test_what_is_not_due_yet_stays() -> None:
    world = World()
    world.invitations.save(invitation(due_at=MONDAY + timedelta(seconds=1)))
    assert world.dispatch_due.dispatch("annual", MONDAY) == 0


def test_what_has_ended_is_not_in_the_way() -> None:
    world = World()
    world.invitations.save(invitation().ended("answered"))
    assert world.dispatch_due.dispatch("annual", MONDAY + timedelta(days=365)) == 0


def test_the_scheduled_time_decides_what_is_due() -> None:
    world = World(now=MONDAY + timedelta(hours=6))  # the tick of nine comes six hours late
    crowd(world, 3)
    assert world.dispatch_due.dispatch("annual", MONDAY + timedelta(seconds=1)) == 2


def test_two_ticks_hand_a_step_on_once() -> None:
    world = World()
    crowd(world, 5)
    first = world.dispatch_due.dispatch("annual", MONDAY + TICK)
    second = world.dispatch_due.dispatch("annual", MONDAY + TICK)
    assert (first, second) == (5, 0)
    assert len(handed_on(world)) == 5


def test_two_ticks_at_the_same_moment_hand_a_step_on_once() -> None:
    world = World()
    crowd(world, 5)
    # The second tick has read the same index before the first one leases anything.
    world.items.before_write(1, lambda: world.dispatch_due.dispatch("annual", MONDAY + TICK))
    world.dispatch_due.dispatch("annual", MONDAY + TICK)
    assert sorted(message.contact_id for message in handed_on(world)) == [f"c{number}" for number in range(5)]


def test_a_step_whose_message_was_lost_is_handed_on_again_after_the_lease() -> None:
    world = World()
    saved = world.invitations.save(invitation())
    world.queue("SEND").trouble = RuntimeError("SQS did not take it")
    with pytest.raises(RuntimeError):
        world.dispatch_due.dispatch("annual", MONDAY)
    world.queue("SEND").trouble = None
    world.clock.now = MONDAY + LEASE - TICK
    assert world.dispatch_due.dispatch("annual", world.clock.now) == 0
    world.clock.now = MONDAY + LEASE
    assert world.dispatch_due.dispatch("annual", world.clock.now) == 1
    assert handed_on(world) == [world.step(saved)]  # the very step that was due, so that an earlier copy is recognised


@pytest.mark.parametrize("outage", [timedelta(hours=2), timedelta(days=20), timedelta(days=400)])
def test_an_outage_of_any_length_is_caught_up(outage: timedelta) -> None:
    world = World(now=MONDAY + outage)
    crowd(world, 7)
    assert world.dispatch_due.dispatch("annual", world.clock.now) == 7


def test_more_than_one_tick_can_take_is_taken_oldest_first_over_several() -> None:
    world = World()
    crowd(world, 60)
    world.dispatch_due = type(world.dispatch_due)(
        world.invitations, world.dispatch_due.queue, world.programme, world.clock, at_once=4
    )
    taken: list[int] = []
    for _ in range(20):
        world.clock.now += TICK / 10
        world.dispatch_due.dispatch("annual", MONDAY + TICK)
        taken.append(len(handed_on(world)))
    assert sum(taken) == 60
    assert max(taken) <= 16  # four from each of four shards


def test_a_schedule_dispatches_its_own_surveys() -> None:
    world = World()
    person = world.add_contact()
    world.add_invitation(person)
    world.hear_ticket.hear(ticket())
    world.clock.now = MONDAY + timedelta(hours=4)
    assert world.dispatch_due.dispatch_schedule("ticket", world.clock.now) == {"ticket": 1}
    assert world.dispatch_due.dispatch_schedule("annual", world.clock.now) == {"annual": 1}
    assert world.dispatch_due.dispatch_schedule("day50", world.clock.now) == {"day50": 0}


def test_the_cost_of_a_tick_does_not_grow_with_what_is_not_due() -> None:
    def reads(waiting: int) -> int:
        world = World()
        world.invitations.save(invitation())
        for number in range(waiting):
            world.invitations.save(invitation(contact_id=f"w{number}", due_at=MONDAY + timedelta(days=number + 1)))
        before = world.items.reads
        world.dispatch_due.dispatch("annual", MONDAY)
        return world.items.reads - before

    assert reads(0) == reads(200)
