"""Nobody is asked twice: wherever the sender dies, whatever SES does, however often a message comes."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from sayso.adapters import keys
from sayso.adapters.items import Put
from sayso.domain.invitation import SETTLE_AFTER, Invitation, Snapshot
from sayso.domain.mail_tags import mail_tags, read_mail_tags
from sayso.domain.programme import Scale
from sayso.domain.sending import Hold, Pause
from sayso.ports import StepMessage
from tests.builders import MONDAY, World, invitation, programme
from tests.fakes import CrashError


def due(world: World, **changes: Any) -> tuple[Invitation, StepMessage]:
    """Somebody's annual invitation whose first mail is due now, and the message that says so."""
    waiting = world.add_invitation(world.add_contact(), **changes)
    return waiting, world.step(waiting)


def die() -> None:
    raise CrashError


def take_and_die(world: World, message: StepMessage) -> None:
    with pytest.raises(CrashError):
        world.send_invitation.take(message)


def test_a_mail_goes_out_and_the_reminder_is_planned() -> None:
    world = World()
    waiting, message = due(world)
    assert world.send_invitation.take(message) == "sent"
    kept = world.kept(waiting)
    assert (kept.state, kept.mails["first"].state, kept.mails["first"].message_id) == ("sent", "sent", "ses-0001")
    assert (kept.due_step, kept.due_at) == ("reminder", MONDAY + timedelta(days=7))  # five working days
    assert kept.expires_at == MONDAY + timedelta(days=30)
    assert kept.snapshot
    (mail,) = world.mailer.outbox
    assert read_mail_tags(mail.tags) == (*waiting.reference, "first")


def test_the_mail_carries_eleven_links_of_this_invitation() -> None:
    world = World()
    waiting, message = due(world)
    world.send_invitation.take(message)
    links = world.mailer.outbox[0].text.splitlines()
    assert [link.rsplit("&s=", 1)[1] for link in links] == [str(score) for score in range(11)]
    token = links[3].split("t=")[1].split("&")[0]
    assert world.links.read_survey(token, MONDAY) == waiting.reference


def test_the_same_message_twice_sends_once() -> None:
    world = World()
    _, message = due(world)
    assert world.send_invitation.take(message) == "sent"
    assert world.send_invitation.take(message) == "nothing"
    assert len(world.mailer.outbox) == 1


def test_a_message_about_a_step_that_was_replaced_does_nothing() -> None:
    world = World()
    waiting, message = due(world)
    world.invitations.save(waiting.waiting_until(MONDAY + timedelta(days=1), "hold"))
    assert world.send_invitation.take(message) == "nothing"
    assert world.mailer.outbox == []


def test_a_message_about_an_invitation_that_is_gone_does_nothing() -> None:
    assert World().send_invitation.take(StepMessage("c1", "annual", "1", "first", MONDAY)) == "nothing"


def test_two_senders_at_once_send_once() -> None:
    world = World()
    _, message = due(world)
    world.items.before_write(1, lambda: world.send_invitation.take(message))
    world.send_invitation.take(message)
    assert len(world.mailer.outbox) == 1


def test_a_message_delivered_again_while_the_mail_is_with_ses_sends_once() -> None:
    world = World()
    _, message = due(world)
    world.mailer.meanwhile = lambda: world.send_invitation.take(message) == "nothing" or pytest.fail("taken twice")
    assert world.send_invitation.take(message) == "sent"
    assert len(world.mailer.outbox) == 1


# Where the sender may die. The first write is the claim, the second records what SES said.


def test_dying_before_the_claim_leaves_the_mail_to_the_next_delivery() -> None:
    world = World()
    _, message = due(world)
    world.items.before_write(1, die)
    take_and_die(world, message)
    assert world.mailer.outbox == []
    assert world.send_invitation.take(message) == "sent"
    assert len(world.mailer.outbox) == 1


def settle(world: World, waiting: Invitation) -> str:
    """What the next tick does, once the lease of the step is over."""
    world.clock.now += SETTLE_AFTER
    return world.send_invitation.take(world.step(world.kept(waiting)))


@pytest.mark.parametrize("ses_took_it", [False, True])
def test_dying_after_the_claim_leaves_a_mail_that_may_have_been_sent_and_is_not_sent_again(ses_took_it: bool) -> None:
    world = World()
    waiting, message = due(world)
    if ses_took_it:
        world.items.before_write(2, die)
    else:
        world.items.after_write(1, die)
    take_and_die(world, message)
    sent_so_far = len(world.mailer.outbox)
    assert world.send_invitation.take(message) == "nothing"
    assert world.kept(waiting).mails["first"].state == "sending"
    assert settle(world, waiting) == "unknown"
    kept = world.kept(waiting)
    assert (kept.state, kept.mails["first"].state, kept.due_step) == ("sent", "unknown", "reminder")
    assert kept.expires_at == MONDAY + timedelta(days=30)
    assert len(world.mailer.outbox) == sent_so_far == int(ses_took_it)


def test_the_event_of_ses_settles_what_a_dead_sender_left() -> None:
    world = World()
    waiting, message = due(world)
    world.items.before_write(2, die)
    take_and_die(world, message)
    world.hear_mail_event.hear(waiting.reference, "first", "delivered", MONDAY + timedelta(seconds=3))
    settle(world, waiting)
    kept = world.kept(waiting)
    assert (kept.state, kept.mails["first"].state, kept.due_step) == ("sent", "sent", "reminder")
    assert kept.mails["first"].delivered_at == MONDAY + timedelta(seconds=3)
    assert kept.expires_at


def test_an_answer_settles_what_a_dead_sender_left() -> None:
    world = World()
    waiting, message = due(world)
    world.items.before_write(2, die)
    take_and_die(world, message)
    world.answer(waiting, 9)
    kept = world.kept(waiting)
    assert (kept.state, kept.mails["first"].state, kept.due_step) == ("answered", "sent", None)


@pytest.mark.parametrize("fate", ["sent", "delivered"])
def test_an_event_that_is_faster_than_the_sender_takes_nothing_away(fate: Any) -> None:
    world = World()
    waiting, message = due(world)
    world.mailer.meanwhile = lambda: world.hear_mail_event.hear(waiting.reference, "first", fate, MONDAY)
    assert world.send_invitation.take(message) == "sent"
    kept = world.kept(waiting)
    assert (kept.state, kept.due_step, kept.mails["first"].state) == ("sent", "reminder", "sent")
    assert kept.mails["first"].message_id == "ses-0001"
    assert (kept.mails["first"].delivered_at is not None) == (fate == "delivered")


def test_an_answer_that_is_faster_than_the_sender_is_kept() -> None:
    world = World()
    waiting, message = due(world)
    world.mailer.meanwhile = lambda: world.answer(waiting, 9)
    assert world.send_invitation.take(message) == "sent"
    kept = world.kept(waiting)
    assert (kept.state, kept.reason, kept.due_step) == ("answered", "answered", None)
    assert kept.mails["first"].message_id == "ses-0001"
    assert kept.expires_at == MONDAY + timedelta(days=30)  # or its link would never close


# What SES may do


def test_a_mail_ses_refuses_for_good_fails_and_gives_the_gate_free() -> None:
    world = World()
    waiting, message = due(world)
    world.mailer.refuse_once(for_good=True)
    assert world.send_invitation.take(message) == "refused"
    kept = world.kept(waiting)
    assert (kept.state, kept.reason, kept.due_step) == ("failed", "mail_refused", None)
    assert kept.mails["first"].reason == "MessageRejected"
    assert world.standings.gate(gate_of(world, waiting)).mails == ()
    assert not kept.is_open(MONDAY)


def test_a_mail_ses_refuses_for_now_waits_and_gives_the_gate_free() -> None:
    world = World()
    waiting, message = due(world)
    world.mailer.refuse_once(for_good=False)
    assert world.send_invitation.take(message) == "refused"
    kept = world.kept(waiting)
    assert (kept.state, kept.reason, kept.due_step) == ("waiting", "ses_not_ready", "first")
    assert kept.mails == {}
    assert world.standings.gate(gate_of(world, waiting)).mails == ()
    world.clock.now = kept.due_at or MONDAY
    assert world.send_invitation.take(world.step(kept)) == "sent"
    assert len(world.mailer.outbox) == 1


@pytest.mark.parametrize("for_good", [False, True])
def test_a_refusal_is_recorded_although_the_gate_moved_meanwhile(for_good: bool) -> None:
    world = World()
    waiting, message = due(world)
    gate_hash = gate_of(world, waiting)

    def another_mail_passes() -> None:
        gate = world.standings.gate(gate_hash)
        passing = gate.mails[0].having(contact_id="c9", kind="event")
        item = gate.passed_by(passing).having(revision=gate.revision + 1).model_dump(mode="json")
        world.items.write(Put({**keys.gate(gate_hash)._asdict(), "entity": "gate", **item}))

    world.mailer.refuse_once(for_good=for_good)
    world.items.before_write(2, another_mail_passes)
    assert world.send_invitation.take(message) == "refused"
    assert world.kept(waiting).state == ("failed" if for_good else "waiting")
    assert world.kept(waiting).due_step == (None if for_good else "first")
    assert [mail.contact_id for mail in world.standings.gate(gate_hash).mails] == ["c9"]


def gate_of(world: World, waiting: Invitation) -> str:
    person = world.contacts.get(waiting.contact_id)
    assert person
    return person.address_hash


@pytest.mark.parametrize("ses_took_it", [False, True])
def test_a_mail_that_timed_out_is_unknown_and_not_sent_again(ses_took_it: bool) -> None:
    world = World()
    waiting, message = due(world)
    world.mailer.takes_although_it_times_out = ses_took_it
    world.mailer.time_out_once()
    assert world.send_invitation.take(message) == "unknown"
    kept = world.kept(waiting)
    assert (kept.state, kept.mails["first"].state) == ("sent", "unknown")
    assert world.send_invitation.take(message) == "nothing"
    assert len(world.mailer.outbox) == int(ses_took_it)


# One person, one mail


def test_two_surveys_that_claim_one_person_at_once_send_one_mail() -> None:
    world = World()
    person = world.add_contact()
    annual = world.add_invitation(person)
    day50 = world.add_invitation(person, survey="day50", occasion="first")
    world.items.before_write(1, lambda: world.send_invitation.take(world.step(day50)))
    assert world.send_invitation.take(world.step(annual)) == "ended"
    assert [mail.subject for mail in world.mailer.outbox] == ["day50 first"]
    assert (world.kept(annual).state, world.kept(annual).reason) == ("skipped", "relationship_apart")


def test_two_people_who_share_a_mailbox_get_one_mail() -> None:
    world = World()
    first = world.add_invitation(world.add_contact())
    second = world.add_invitation(world.add_contact(contact_id="crm-2", email="ANNA@Kaasboer.example"))
    assert first.contact_id != second.contact_id
    world.send_invitation.take(world.step(first))
    assert world.send_invitation.take(world.step(second)) == "ended"
    assert len(world.mailer.outbox) == 1


def test_whoever_leaves_between_decision_and_claim_gets_no_mail() -> None:
    world = World()
    waiting, message = due(world)
    world.items.before_write(1, lambda: world.leave.leave(gate_of(world, waiting)))
    assert world.send_invitation.take(message) == "ended"
    assert world.mailer.outbox == []
    assert (world.kept(waiting).state, world.kept(waiting).reason) == ("skipped", "suppressed")


def test_a_change_that_is_planned_between_decision_and_claim_stops_the_mail() -> None:
    world = World()
    waiting, message = due(world)
    world.items.before_write(1, lambda: world.add_contact(do_not_ask="yes") and None)
    assert world.send_invitation.take(message) == "nothing"
    assert world.mailer.outbox == []
    assert (world.kept(waiting).state, world.kept(waiting).reason) == ("cancelled", "do_not_ask")


def pause(world: World, _: Invitation) -> None:
    world.standings.pause(Pause(at=MONDAY, by="ops", reason="a pilot"))


def hold(world: World, one: Invitation) -> None:
    person = world.contacts.get(one.contact_id)
    assert person
    until = MONDAY + timedelta(hours=2)
    world.standings.hold(person.account_id, Hold(until=until, reason="a migration", by="ops", at=MONDAY))


def open_a_case(world: World, one: Invitation) -> None:
    key = keys.open_follow_up(one.contact_id)
    world.items.write(Put({**key._asdict(), "entity": "pointer", "follow_up_id": "f"}))


@pytest.mark.parametrize(("happens", "reason"), [(pause, "paused"), (hold, "hold"), (open_a_case, "open_follow_up")])
def test_what_speaks_against_a_mail_is_read_when_it_is_about_to_go(
    happens: Callable[[World, Invitation], None], reason: str
) -> None:
    world = World()
    waiting, message = due(world)  # dispatched before it happened
    happens(world, waiting)
    assert world.send_invitation.take(message) == "waiting"
    assert world.mailer.outbox == []
    assert (world.kept(waiting).reason, world.kept(waiting).mails) == (reason, {})


def test_whoever_came_back_after_leaving_is_written_to_again() -> None:
    world = World()
    waiting, message = due(world)
    world.leave.leave(gate_of(world, waiting))
    world.leave.undo(gate_of(world, waiting))
    assert world.send_invitation.take(message) == "sent"


def test_a_mail_that_waits_says_why() -> None:
    world = World(now=MONDAY + timedelta(hours=9))
    waiting, message = due(world)
    assert world.send_invitation.take(message) == "waiting"
    kept = world.kept(waiting)
    assert (kept.reason, kept.due_at) == ("send_window", MONDAY + timedelta(hours=23))


def test_an_erased_contact_and_a_survey_that_is_gone_end_what_waits() -> None:
    world = World()
    nobody = world.invitations.save(invitation(contact_id="erased"))
    assert world.send_invitation.take(world.step(nobody)) == "ended"
    assert (world.kept(nobody).state, world.kept(nobody).reason) == ("cancelled", "erased")
    gone = world.add_invitation(world.add_contact(), survey="welcome")
    assert world.send_invitation.take(world.step(gone)) == "ended"
    assert (world.kept(gone).state, world.kept(gone).reason) == ("cancelled", "unknown_survey")


# Reminders and the end


def reminded(world: World) -> Invitation:
    """An invitation whose first mail went out a week ago and whose reminder is due now."""
    waiting, message = due(world)
    world.send_invitation.take(message)
    world.clock.now += timedelta(days=7)
    kept = world.kept(waiting)
    assert kept.due_step == "reminder"
    return kept


def test_one_reminder_follows_and_then_the_end() -> None:
    world = World()
    kept = reminded(world)
    assert world.send_invitation.take(world.step(kept)) == "sent"
    kept = world.kept(kept)
    assert (kept.due_step, kept.due_at) == ("expire", MONDAY + timedelta(days=30))
    world.clock.now = MONDAY + timedelta(days=30)
    assert world.send_invitation.take(world.step(kept)) == "ended"
    assert (world.kept(kept).state, world.kept(kept).reason) == ("expired", "no_answer")
    assert [mail.subject for mail in world.mailer.outbox] == ["annual first", "annual reminder"]


@pytest.mark.parametrize(("asked_on", "today"), [("nps", "satisfaction"), ("satisfaction", "nps")])
def test_a_reminder_asks_on_the_scale_of_the_first_mail(asked_on: Scale, today: Scale) -> None:
    survey = {"event": "touchpoint", "scale": today, "reminder_after": "5 working days"}
    world = World(programme=programme(surveys={"project": survey}))
    snapshot = Snapshot(account_id="account-kaasboer", language="en", scale=asked_on)
    due_at = MONDAY + timedelta(days=7)
    kept = world.asked(
        world.add_contact(), survey="project", snapshot=snapshot, due_step="reminder", due_at=due_at, occasion="T1"
    )
    world.clock.now = due_at
    assert world.send_invitation.take(world.step(kept)) == "sent"
    links = world.mailer.outbox[-1].text.splitlines()
    scores = [int(link.rsplit("&s=", 1)[1]) for link in links]
    assert scores == (list(range(11)) if asked_on == "nps" else [1, 2, 3, 4, 5])
    page = "project.en.html" if asked_on == "nps" else "project.5.en.html"
    assert all(f"/survey/{page}?t=" in link for link in links)


def test_whoever_answered_gets_no_reminder() -> None:
    world = World()
    kept = reminded(world)
    message = world.step(kept)
    world.answer(kept, 8)
    assert world.send_invitation.take(message) == "nothing"
    assert len(world.mailer.outbox) == 1


def test_an_answer_between_decision_and_claim_stops_the_reminder() -> None:
    world = World()
    kept = reminded(world)
    world.items.before_write(1, lambda: world.answer(kept, 8))
    world.send_invitation.take(world.step(kept))
    assert len(world.mailer.outbox) == 1


@pytest.mark.parametrize("why", ["left", "do not ask", "refused for good"])
def test_without_a_reminder_the_first_mail_still_takes_an_answer(why: str) -> None:
    world = World()
    kept = reminded(world)
    if why == "left":
        world.leave.leave(gate_of(world, kept))
    elif why == "do not ask":
        world.add_contact(do_not_ask="yes")
    else:
        world.mailer.refuse_once(for_good=True)
    world.send_invitation.take(world.step(kept))
    assert len(world.mailer.outbox) == 1
    kept = world.kept(kept)
    assert (kept.due_step, kept.due_at) == ("expire", kept.expires_at)
    assert kept.reason
    assert world.answer(kept, 9).state == "open"
    assert world.kept(kept).state == "answered"


def test_a_reminder_that_a_dead_sender_left_is_settled_by_itself() -> None:
    world = World()
    kept = reminded(world)
    world.items.after_write(1, die)
    take_and_die(world, world.step(kept))
    assert settle(world, kept) == "unknown"
    kept = world.kept(kept)
    assert {kind: mail.state for kind, mail in kept.mails.items()} == {"first": "sent", "reminder": "unknown"}
    assert kept.due_step == "expire"


# However it goes, never two


@pytest.mark.parametrize("dies_at", range(1, 4))
@pytest.mark.parametrize("when", ["before", "after"])
@pytest.mark.parametrize("ses", ["takes", "refuses", "times out"])
def test_no_fault_ever_sends_a_mail_twice(dies_at: int, when: str, ses: str) -> None:
    world = World()
    waiting, message = due(world)
    if ses == "refuses":
        world.mailer.refuse_once(for_good=False)
    if ses == "times out":
        world.mailer.time_out_once()
    getattr(world.items, f"{when}_write")(dies_at, die)
    for _ in range(3):  # SQS delivers it three times
        try:
            world.send_invitation.take(message)
        except CrashError:
            continue
    for _ in range(40):  # and the schedule goes on for three days
        world.clock.now += timedelta(hours=2)
        try:
            world.tick("annual")
        except CrashError:
            continue
    first = [mail for mail in world.mailer.outbox if mail.tags["mail"] == "first"]
    assert len(first) <= 1
    kept = world.kept(waiting)
    assert kept.state in ("sent", "waiting")
    assert kept.due_step in ("reminder", "first")
    assert first or kept.mails["first"].state == "unknown"


def test_a_stack_that_ignores_the_window_mails_at_night() -> None:
    world = World(now=MONDAY + timedelta(hours=15), programme=programme().always_open())
    _, message = due(world)
    assert world.send_invitation.take(message) == "sent"


@pytest.mark.parametrize("occasion", ["first", "12", "zendesk:4711", "jira:OPS-1/2.3"])
def test_the_tags_of_a_mail_find_its_invitation(occasion: str) -> None:
    tags = mail_tags(invitation(occasion=occasion), "reminder")
    assert all(character.isalnum() or character in "-_" for value in tags.values() for character in value)
    assert read_mail_tags(tags) == ("c1", "annual", occasion, "reminder")
