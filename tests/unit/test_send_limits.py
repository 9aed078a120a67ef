"""The sender stays under what SES allows, stops the line when SES takes nothing, and burns nothing by it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from itertools import pairwise
from types import SimpleNamespace

import pytest

from sayso.adapters.invitation_store import step_message_body
from sayso.adapters.pace import WorkerPace
from sayso.domain.invitation import SETTLE_AFTER, Invitation
from sayso.domain.sending import REASONS, DayLimit
from sayso.handlers import send
from sayso.ports import AccountState
from tests.builders import MONDAY, World, programme, sqs_event
from tests.fakes import CrashError


def due(world: World) -> Invitation:
    return world.add_invitation(world.add_contact())


def take(world: World, waiting: Invitation) -> str:
    return world.send_invitation.take(world.step(world.kept(waiting)))


# The line


@pytest.mark.parametrize("reason", ["ses_paused", "ses_unverified", "ses_quota"])
def test_while_ses_takes_nothing_a_step_waits_with_the_reason(reason: str) -> None:
    world = World()
    waiting = due(world)
    world.sending_account.now = AccountState(reason=reason)
    assert take(world, waiting) == "stopped"
    kept = world.kept(waiting)
    assert (kept.state, kept.reason, kept.mails) == ("waiting", reason, {})
    assert reason in REASONS
    world.sending_account.now = AccountState()
    world.clock.now = kept.due_at or MONDAY
    assert take(world, waiting) == "sent"


def test_a_refusal_that_holds_for_all_stops_the_line_and_burns_nothing() -> None:
    world = World()
    people = [world.add_contact(contact_id=f"crm-{n}", email=f"p{n}@kaasboer.example") for n in range(3)]
    waiting = [world.add_invitation(person) for person in people]
    world.mailer.stop_the_line("ses_paused")
    assert [take(world, one) for one in waiting] == ["stopped"] * 3
    assert world.mailer.outbox == []
    for one in waiting:
        kept = world.kept(one)
        assert (kept.state, kept.reason, kept.mails, kept.due_step) == ("waiting", "ses_paused", {}, "first")
    world.sending_account.now = AccountState()
    world.clock.pass_by(minutes=15)
    assert [take(world, one) for one in waiting] == ["sent"] * 3


def test_a_refusal_of_one_address_stops_nobody_else() -> None:
    world = World()
    people = [world.add_contact(contact_id=f"crm-{n}", email=f"p{n}@kaasboer.example") for n in range(2)]
    refused, other = (world.add_invitation(person) for person in people)
    world.mailer.refuse_once(for_good=True)
    assert [take(world, one) for one in (refused, other)] == ["refused", "sent"]


def test_a_given_back_claim_gives_the_day_its_mail_back() -> None:
    world = World(programme=programme(sending={"daily_limit": 1}))
    waiting = due(world)
    world.mailer.refuse_once(for_good=False)
    assert take(world, waiting) == "refused"
    world.clock.pass_by(minutes=15)
    assert take(world, waiting) == "sent"
    assert world.invitations.sent_on(DayLimit("2026-03-02", 1)) == 1


# The pace


def test_every_mail_waits_for_its_turn_at_the_rate_ses_allows() -> None:
    world = World()
    world.sending_account.now = AccountState(max_send_rate=1.0)
    take(world, due(world))
    assert world.pace.turns == [1.0]


def test_throttled_the_sender_slows_down_and_offers_the_same_mail_again() -> None:
    world = World()
    waiting = due(world)
    world.mailer.throttle(times=1)
    assert take(world, waiting) == "sent"
    assert (world.pace.slowed, len(world.mailer.outbox)) == (1, 1)


def test_throttled_again_and_again_the_claim_is_given_back() -> None:
    world = World()
    waiting = due(world)
    world.mailer.throttle(times=2)
    assert take(world, waiting) == "refused"
    kept = world.kept(waiting)
    assert (kept.state, kept.reason, kept.mails) == ("waiting", "ses_not_ready", {})
    assert world.mailer.outbox == []


class Time:
    """Time that passes by sleeping."""

    def __init__(self) -> None:
        self.now = 100.0

    def sleep(self, seconds: float) -> None:
        assert seconds > 0
        self.now += seconds


def paced(rate: float, mails: int, *, workers: int = 2, takes: float = 0.0, slowed: int = 0) -> list[float]:
    """The moments at which one worker's mails go out."""
    time = Time()
    pace = WorkerPace(lambda: time.now, time.sleep, workers)
    for _ in range(slowed):
        pace.slow_down()
    moments = []
    for _ in range(mails):
        pace.wait_for_turn(rate)
        moments.append(time.now)
        time.now += takes
    return moments


@pytest.mark.parametrize("rate", [1.0, 14.0, 200.0])
def test_two_workers_together_take_most_of_the_rate_and_leave_some_for_others(rate: float) -> None:
    moments = paced(rate, 50)
    assert 2 * 49 / (moments[-1] - moments[0]) == pytest.approx(0.8 * rate)


def test_a_worker_slower_than_its_share_never_waits() -> None:
    moments = paced(14.0, 10, takes=1.0)
    assert moments[-1] - moments[0] == pytest.approx(9.0)


def test_a_throttled_worker_is_slower_and_comes_back_to_its_pace() -> None:
    moments = paced(10.0, 200, slowed=3)
    gaps = [later - sooner for sooner, later in pairwise(moments)]
    assert gaps[0] > 4 * 0.25
    assert gaps[-1] == pytest.approx(0.25)


def test_however_throttled_a_batch_ends_within_the_functions_time_and_burns_nothing() -> None:
    world, time = World(), Time()
    people = [world.add_contact(contact_id=f"crm-{n}", email=f"p{n}@kaasboer.example") for n in range(20)]
    waiting = [world.add_invitation(person) for person in people]
    world.sending_account.now = AccountState(max_send_rate=0.1)
    pace = WorkerPace(lambda: time.now, time.sleep)
    world.send_invitation = replace(
        world.send_invitation, pace=pace, hands=replace(world.send_invitation.hands, pace=pace)
    )
    for batch in (waiting[at : at + 5] for at in range(0, 20, 5)):
        world.mailer.throttle(times=10)
        began = time.now
        assert [take(world, one) for one in batch] == ["refused"] * 5
        assert time.now - began < 5 * 2 * 4.0 + 1
    assert world.mailer.outbox == []
    assert {(world.kept(one).reason, len(world.kept(one).mails)) for one in waiting} == {("ses_not_ready", 0)}


def test_a_batch_whose_time_runs_out_gives_back_what_it_has_not_begun() -> None:
    world = World()
    message = step_message_body(world.step(due(world)))
    context = SimpleNamespace(get_remaining_time_in_millis=lambda: 30_000)
    with world.functions():
        answer = send.handle(sqs_event([message]), context)  # type: ignore[arg-type]
    assert answer == {"batchItemFailures": [{"itemIdentifier": "message-0"}]}
    assert world.mailer.outbox == []


# What goes wrong again and again


def crowd(world: World, size: int) -> list[Invitation]:
    people = [world.add_contact(contact_id=f"crm-{n}", email=f"p{n}@kaasboer.example") for n in range(size)]
    return [world.add_invitation(person) for person in people]


def test_an_outage_of_ses_loses_three_mails_and_not_all() -> None:
    world = World()
    waiting = crowd(world, 40)
    world.mailer.takes_although_it_times_out = False
    for _ in waiting:
        world.mailer.time_out_once()
    assert [take(world, one) for one in waiting] == ["unknown"] * 3 + ["stopped"] * 37
    assert {world.kept(one).reason for one in waiting[3:]} == {"ses_unwell"}
    world.sending_account.now = AccountState()  # five minutes on: one tries, and stops the line again
    world.clock.pass_by(minutes=15)
    assert [take(world, one) for one in waiting[3:6]] == ["unknown", "stopped", "stopped"]
    world.mailer.troubles.clear()
    world.sending_account.now = AccountState()
    world.clock.pass_by(minutes=15)
    assert {take(world, one) for one in waiting[4:]} == {"sent"}


def test_one_refusal_for_good_after_another_is_not_the_mails_fault() -> None:
    world = World()
    waiting = crowd(world, 10)
    for _ in waiting:
        world.mailer.refuse_once(for_good=True)
    assert [take(world, one) for one in waiting] == ["refused"] * 2 + ["stopped"] * 8
    assert [world.kept(one).state for one in waiting] == ["failed"] * 2 + ["waiting"] * 8
    assert {world.kept(one).reason for one in waiting[2:]} == {"ses_refuses"}
    world.mailer.troubles.clear()
    world.sending_account.now = AccountState()
    world.clock.pass_by(minutes=15)
    assert {take(world, one) for one in waiting[2:]} == {"sent"}


def test_bad_addresses_among_good_ones_each_end_alone() -> None:
    world = World()
    outcomes = []
    for number, one in enumerate(crowd(world, 12)):
        if number % 3:
            world.mailer.refuse_once(for_good=True)
        outcomes.append(take(world, one))
    assert outcomes == ["sent", "refused", "refused"] * 4


# A person with a new address


def test_whoever_left_is_not_written_to_at_a_new_address() -> None:
    world = World()
    person = world.add_contact(email="anna@old.example")
    world.leave.leave(person.address_hash)
    waiting = world.add_invitation(world.add_contact(email="anna@new.example"))
    assert take(world, waiting) == "ended"
    assert (world.mailer.outbox, world.kept(waiting).reason) == ([], "suppressed")


def test_an_address_that_bounced_says_nothing_about_the_next_one() -> None:
    world = World()
    person = world.add_contact(email="anna@old.example")
    world.standings.suppress(person.address_hash, "bounced", MONDAY)
    waiting = world.add_invitation(world.add_contact(email="anna@new.example"))
    assert take(world, waiting) == "sent"


def test_a_new_address_is_no_reason_to_ask_again_sooner() -> None:
    world = World()
    person = world.add_contact(email="anna@old.example")
    assert take(world, world.add_invitation(person)) == "sent"
    world.clock.pass_by(days=1)
    person = world.add_contact(email="anna@new.example")
    again = world.add_invitation(person, survey="day50", occasion="first", due_at=world.clock.now)
    assert take(world, again) == "ended"
    assert (len(world.mailer.outbox), world.kept(again).reason) == (1, "relationship_apart")


# Mails of which nobody knows


RESEND = programme(sending={"resend_unknown_after": "1 hours"})


def lost(world: World) -> Invitation:
    waiting = due(world)
    world.mailer.takes_although_it_times_out = False
    world.mailer.time_out_once()
    assert take(world, waiting) == "unknown"
    return waiting


def test_a_mail_of_which_nobody_knows_comes_again_after_an_hour_where_the_programme_says_so() -> None:
    world = World(programme=RESEND)
    waiting = lost(world)
    world.clock.pass_by(minutes=59)
    world.tick("annual")
    assert world.mailer.outbox == []
    world.clock.pass_by(minutes=1)
    world.tick("annual")
    kept = world.kept(waiting)
    assert (len(world.mailer.outbox), kept.mails["first"].state, kept.due_step) == (1, "sent", "reminder")
    assert kept.mails["first"].earlier == (MONDAY,)  # it may have arrived, and been scanned, twice
    assert len(world.standings.gate(world.contacts.get(waiting.contact_id).address_hash).mails) == 1  # type: ignore[union-attr]


def test_an_event_within_the_hour_says_that_it_went_out_after_all() -> None:
    world = World(programme=RESEND)
    waiting = lost(world)
    world.hear_mail_event.hear(waiting.reference, "first", "delivered", MONDAY + timedelta(seconds=9))
    world.clock.pass_by(hours=1)
    world.tick("annual")
    kept = world.kept(waiting)
    assert (world.mailer.outbox, kept.mails["first"].state, kept.due_step) == ([], "sent", "reminder")


def test_it_comes_again_once_and_no_more() -> None:
    world = World(programme=RESEND)
    waiting = lost(world)
    world.clock.pass_by(hours=1)
    world.mailer.time_out_once()
    world.tick("annual")
    world.clock.pass_by(hours=1)
    world.tick("annual")
    kept = world.kept(waiting)
    assert (world.mailer.outbox, kept.mails["first"].attempt, kept.due_step) == ([], 2, "reminder")
    assert kept.mails["first"].earlier == (MONDAY,)


@pytest.mark.parametrize("trouble", ["refused", "refused for good", "suppressed"])
def test_what_cannot_be_sent_again_goes_on_as_if_it_had_been(trouble: str) -> None:
    world = World(programme=RESEND)
    waiting = lost(world)
    world.clock.pass_by(hours=1)
    if trouble == "suppressed":
        world.leave.leave(world.contacts.get(waiting.contact_id).address_hash)  # type: ignore[union-attr]
    else:
        world.mailer.refuse_once(for_good=trouble == "refused for good")
    world.tick("annual")
    kept = world.kept(waiting)
    assert (kept.state, kept.mails["first"].state, kept.due_step) == ("sent", "unknown", "reminder")
    assert world.mailer.outbox == []


def test_what_a_dead_sender_left_comes_again_too() -> None:
    world = World(programme=RESEND)
    waiting = due(world)
    world.items.after_write(1, die)
    with pytest.raises(CrashError):
        take(world, waiting)
    world.clock.now += SETTLE_AFTER
    assert take(world, waiting) == "unknown"
    world.clock.now = MONDAY + timedelta(hours=1)
    world.tick("annual")
    assert (len(world.mailer.outbox), world.kept(waiting).mails["first"].state) == (1, "sent")


def die() -> None:
    raise CrashError


# Reminders


def test_reminders_come_as_often_as_the_survey_says_and_in_one_thread() -> None:
    survey = {"annual": {"every": "12 months", "reminder_after": "5 working days", "reminders": 3}}
    world = World(programme=programme(surveys=survey))
    waiting = due(world)
    for _ in range(40):
        world.tick("annual")
        world.clock.pass_by(days=1)
    kinds = [mail.tags["mail"] for mail in world.mailer.outbox]
    assert kinds == ["first", "reminder", "reminder_2", "reminder_3"]
    threads = [mail.headers.get("Thread", "") for mail in world.mailer.outbox]
    ids = [f"<ses-000{number}@fake.amazonses.com>" for number in range(1, 5)]
    assert threads == [" ".join(ids[:number]) for number in range(4)]
    follow = [mail.headers.get("More-Follow") for mail in world.mailer.outbox]
    assert follow == ["False", "True", "True", "False"]
    assert (world.kept(waiting).state, world.kept(waiting).reason) == ("expired", "no_answer")


@pytest.mark.parametrize("what", ["an answer", "an unsubscribe", "a bounce", "the end"])
def test_no_reminder_follows(what: str) -> None:
    world = World()
    waiting = due(world)
    take(world, waiting)
    if what == "an answer":
        world.answer(waiting, 9)
    elif what == "an unsubscribe":
        world.leave.leave(world.contacts.get(waiting.contact_id).address_hash)  # type: ignore[union-attr]
    elif what == "a bounce":
        world.hear_mail_event.hear(waiting.reference, "first", "bounced", MONDAY, for_good=True)
    else:
        world.clock.pass_by(days=30)
    for _ in range(60):
        world.tick("annual")
        world.clock.pass_by(days=1)
    assert len(world.mailer.outbox) == 1
    assert world.kept(waiting).is_final


def test_an_address_s_gate_forgets_what_can_keep_no_mail_waiting_any_more() -> None:
    world = World(now=MONDAY - timedelta(days=364))
    person = world.add_contact()
    for occasion in ("1", "2"):
        assert take(world, world.add_invitation(person, occasion=occasion, planned_at=world.clock.now)) == "sent"
        world.clock.now = MONDAY
    assert [mail.occasion for mail in world.standings.gate(person.address_hash).mails] == ["2"]
