"""The dispatcher hands on every due step once a lease, however ticks overlap, fail, or stay away."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from itertools import chain

import pytest

from sayso.adapters.invitation_store import read_step_message
from sayso.domain.contact import Contact
from sayso.domain.sending import Pause
from sayso.ports import AccountState, StepMessage
from sayso.services.dispatch_due import LEASE
from tests.builders import MONDAY, World, invitation, programme, sent_invitation, ticket

TICK = timedelta(minutes=5)


def dispatch(world: World, at: datetime) -> int:
    return world.dispatch_due.dispatch(["annual"], at).handed_on["annual"]


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
    assert dispatch(world, MONDAY) == 1
    assert handed_on(world) == [world.step(saved)]


def test_what_is_not_due_yet_stays() -> None:
    world = World()
    world.invitations.save(invitation(due_at=MONDAY + timedelta(seconds=1)))
    assert dispatch(world, MONDAY) == 0


def test_what_has_ended_is_not_in_the_way() -> None:
    world = World()
    world.invitations.save(invitation().ended("answered"))
    assert dispatch(world, MONDAY + timedelta(days=365)) == 0


def test_the_scheduled_time_decides_what_is_due() -> None:
    world = World(now=MONDAY + timedelta(hours=6))  # the tick of nine comes six hours late
    crowd(world, 3)
    assert dispatch(world, MONDAY + timedelta(seconds=1)) == 2


def test_two_ticks_hand_a_step_on_once() -> None:
    world = World()
    crowd(world, 5)
    first = dispatch(world, MONDAY + TICK)
    second = dispatch(world, MONDAY + TICK)
    assert (first, second) == (5, 0)
    assert len(handed_on(world)) == 5


def test_two_ticks_at_the_same_moment_hand_a_step_on_once() -> None:
    world = World()
    crowd(world, 5)
    # The second tick has read the same index before the first one leases anything.
    world.items.before_write(1, lambda: dispatch(world, MONDAY + TICK))
    dispatch(world, MONDAY + TICK)
    assert sorted(message.contact_id for message in handed_on(world)) == [f"c{number}" for number in range(5)]


def test_a_step_whose_message_was_lost_is_handed_on_again_after_the_lease() -> None:
    world = World()
    saved = world.invitations.save(invitation())
    world.queue("SEND").trouble = RuntimeError("SQS did not take it")
    with pytest.raises(RuntimeError):
        dispatch(world, MONDAY)
    world.queue("SEND").trouble = None
    world.clock.now = MONDAY + LEASE - TICK
    assert dispatch(world, world.clock.now) == 0
    world.clock.now = MONDAY + LEASE
    assert dispatch(world, world.clock.now) == 1
    assert handed_on(world) == [world.step(saved)]  # the very step that was due, so that an earlier copy is recognised


@pytest.mark.parametrize("outage", [timedelta(hours=2), timedelta(days=20), timedelta(days=400)])
def test_an_outage_of_any_length_is_caught_up(outage: timedelta) -> None:
    world = World(now=MONDAY + outage)
    crowd(world, 7)
    assert dispatch(world, world.clock.now) == 7


def test_more_than_one_tick_can_take_is_taken_oldest_first_over_several() -> None:
    world = World()
    crowd(world, 60)
    world.dispatch_due = replace(world.dispatch_due, at_once=7)
    taken: list[list[int]] = []
    for _ in range(9):
        world.clock.now += TICK / 10
        dispatch(world, MONDAY + TICK)
        taken.append([int(message.contact_id[1:]) for message in handed_on(world)])
    assert [len(tick) for tick in taken] == [7] * 8 + [4]
    assert list(chain.from_iterable(taken)) == list(range(60))  # the longest due first, across the shards of the index


def test_a_schedule_dispatches_its_own_surveys() -> None:
    world = World()
    person = world.add_contact()
    world.add_invitation(person)
    world.hear_ticket.hear(ticket())
    world.clock.now = MONDAY + timedelta(hours=4)
    assert world.dispatch_due.dispatch_schedule("ticket", world.clock.now).handed_on == {"ticket": 1, "recheck": 0}
    assert world.dispatch_due.dispatch_schedule("annual", world.clock.now).handed_on == {"annual": 1}
    assert world.dispatch_due.dispatch_schedule("day50", world.clock.now).handed_on == {"day50": 0}


def test_the_cost_of_a_tick_does_not_grow_with_what_is_not_due() -> None:
    def reads(waiting: int) -> int:
        world = World()
        world.invitations.save(invitation())
        for number in range(waiting):
            world.invitations.save(invitation(contact_id=f"w{number}", due_at=MONDAY + timedelta(days=number + 1)))
        before = world.items.reads
        dispatch(world, MONDAY)
        return world.items.reads - before

    assert reads(0) == reads(200)


# Under the limits of SES and of the programme


def test_no_more_is_handed_on_than_the_quota_has_left() -> None:
    world = World()
    crowd(world, 5)
    world.sending_account.now = AccountState(quota_left=2)
    assert dispatch(world, MONDAY + TICK) == 2
    assert [message.contact_id for message in handed_on(world)] == ["c0", "c1"]


def test_no_more_is_handed_on_than_can_be_sent_before_the_lease_ends() -> None:
    world = World()
    crowd(world, 20)
    world.sending_account.now = AccountState(max_send_rate=10 / LEASE.total_seconds())
    assert dispatch(world, MONDAY + TICK) == 5  # half the lease is kept as a reserve


@pytest.mark.parametrize("reason", ["ses_paused", "ses_unverified", "ses_quota"])
def test_while_ses_takes_nothing_mails_wait_untouched_and_ends_still_come(reason: str) -> None:
    world = World()
    waiting = world.invitations.save(invitation())
    over = world.invitations.save(sent_invitation(contact_id="c2", expires_at=MONDAY, due_at=MONDAY))
    world.sending_account.now = AccountState(reason=reason)
    written = len(world.items.written)
    dispatched = world.dispatch_due.dispatch(["annual"], MONDAY)
    assert (dispatched.handed_on, dispatched.stopped) == ({"annual": 1}, reason)
    assert [message.contact_id for message in handed_on(world)] == [over.contact_id]
    assert len(world.items.written) == written + 1  # the lease of the one that ends
    assert world.kept(waiting) == waiting


def test_while_everything_is_paused_nothing_is_handed_on_and_after_it_all_is() -> None:
    world = World()
    crowd(world, 3)
    world.standings.pause(Pause(at=MONDAY, by="ops", reason="a pilot"))
    assert world.dispatch_due.dispatch(["annual"], MONDAY + TICK).stopped == "paused"
    assert handed_on(world) == []
    world.standings.resume("ops", MONDAY + TICK)
    assert dispatch(world, MONDAY + TICK) == 3


def test_the_limit_of_a_day_holds_over_its_ticks_and_ends_with_it() -> None:
    world = World(programme=programme(sending={"daily_limit": 2}))
    for number in range(5):
        person = world.add_contact(contact_id=f"crm-{number}", email=f"p{number}@kaasboer.example")
        world.add_invitation(person, due_at=MONDAY + timedelta(seconds=number))
    sent = []
    for _ in range(4):
        world.clock.now += timedelta(minutes=31)
        world.tick("annual")
        sent.append(len(world.mailer.outbox))
    assert sent == [2, 2, 2, 2]
    assert world.dispatch_due.dispatch(["annual"], world.clock.now).stopped == "daily_limit"
    world.clock.now = MONDAY + timedelta(days=1)
    world.tick("annual")
    assert [mail.to for mail in world.mailer.outbox] == [f"p{number}@kaasboer.example" for number in range(4)]


def test_steps_that_are_handed_on_twice_over_the_limit_wait_for_the_next_day() -> None:
    world = World(programme=programme(sending={"daily_limit": 1}))
    people = [world.add_contact(contact_id=f"crm-{n}", email=f"p{n}@kaasboer.example") for n in range(2)]
    first, second = (world.add_invitation(person) for person in people)
    # Both were handed on before either was sent, and both senders have read the day's count.
    world.items.before_write(1, lambda: world.send_invitation.take(world.step(second)) and None)
    assert world.send_invitation.take(world.step(first)) == "waiting"
    assert len(world.mailer.outbox) == 1
    kept = world.kept(first)
    assert (kept.reason, kept.due_at) == ("daily_limit", MONDAY + timedelta(hours=23))


# Order, and a fair share of the limit


def people(world: World, size: int) -> list[Contact]:
    return [world.add_contact(contact_id=f"crm-{n}", email=f"p{n}@k{n}.example", account=f"K{n}") for n in range(size)]


def test_nights_do_not_push_the_longest_planned_to_the_back() -> None:
    world = World(now=MONDAY + timedelta(hours=10), programme=programme(sending={"daily_limit": 3}))
    for number, person in enumerate(people(world, 12)):
        planned_at = MONDAY - timedelta(days=12 - number)
        world.add_invitation(person, planned_at=planned_at, due_at=planned_at)
    for _ in range(24 * 6):
        world.tick("annual")
        world.clock.pass_by(hours=1)
    assert [mail.to for mail in world.mailer.outbox] == [f"p{n}@k{n}.example" for n in range(12)]


def test_tickets_do_not_take_the_days_limit_from_relationship_mails() -> None:
    world = World(programme=programme(sending={"daily_limit": 2}))
    annual = [world.add_invitation(person) for person in people(world, 3)]
    tickets = [
        world.hear_ticket.hear(ticket(ticket_id=f"T{n}", requester_email=f"t{n}@t{n}.example"))[0] for n in range(5)
    ]
    for _ in range(24 * 4):
        world.dispatch_due.dispatch_schedule("ticket", world.clock.now)
        world.run()
        world.tick("annual")
        world.clock.pass_by(hours=1)
    assert {world.kept(one).state for one in annual} == {"sent"}
    assert len(world.mailer.outbox) > 3  # and what is left of the limit goes to tickets
    assert {world.kept(one).state for one in tickets} <= {"sent", "skipped"}


@pytest.mark.parametrize("why", ["paused", "ses_paused", "daily_limit"])
def test_what_is_over_ends_although_no_mail_may_go(why: str) -> None:
    world = World(programme=programme(sending={"daily_limit": 1}))
    person, other = people(world, 2)
    over = world.add_invitation(person, planned_at=MONDAY - timedelta(days=31), due_at=MONDAY - timedelta(days=31))
    if why == "paused":
        world.standings.pause(Pause(at=MONDAY, by="ops", reason="a pilot"))
    elif why == "ses_paused":
        world.sending_account.now = AccountState(reason=why)
    else:
        world.send_invitation.take(world.step(world.add_invitation(other)))
    world.tick("annual")
    assert (world.kept(over).state, world.kept(over).reason) == ("expired", "too_late")
