"""What SES says about a mail is kept once, and an address that does not take mail is never written to again."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from sayso.domain.contact import Contact
from sayso.domain.invitation import Invitation, SentMail
from tests.builders import MONDAY, World

LATER = MONDAY + timedelta(seconds=5)


def sent(**changes: Any) -> tuple[World, Invitation]:
    world = World()
    return world, world.asked(world.add_contact(), due_step="reminder", due_at=MONDAY + timedelta(days=7), **changes)


def suppressed(world: World) -> bool:
    (person,) = world.contacts.by_external_ids(["crm-1"]).values()
    return world.standings.gate(person.address_hash).is_closed


def hear(world: World, one: Invitation, fate: Any, *, for_good: bool = False, kind: Any = "first") -> bool:
    return world.hear_mail_event.hear(one.reference, kind, fate, LATER, for_good=for_good)


def test_a_delivery_is_kept_with_its_first_moment() -> None:
    world, one = sent()
    assert hear(world, one, "delivered")
    assert world.hear_mail_event.hear(one.reference, "first", "delivered", LATER + timedelta(hours=1))
    kept = world.kept(one)
    assert kept.mails["first"].delivered_at == LATER
    assert kept.revision == one.revision + 1
    assert (kept.state, kept.due_step) == ("sent", "reminder")


@pytest.mark.parametrize("fate", ["sent", "delayed"])
def test_what_says_nothing_new_changes_nothing(fate: str) -> None:
    world, one = sent()
    assert hear(world, one, fate)
    assert world.kept(one) == one


@pytest.mark.parametrize("state", ["sending", "unknown"])
@pytest.mark.parametrize("fate", ["sent", "delivered", "delayed"])
def test_any_event_proves_that_ses_took_the_mail(state: Any, fate: str) -> None:
    world, one = sent(mails={"first": SentMail(state=state, at=MONDAY)})
    hear(world, one, fate)
    assert world.kept(one).mails["first"].state == "sent"


def test_a_bounce_for_good_suppresses_the_address_and_ends_the_invitation() -> None:
    world, one = sent()
    hear(world, one, "bounced", for_good=True)
    kept = world.kept(one)
    assert suppressed(world)
    assert (kept.state, kept.due_step, kept.mails["first"].reason) == ("failed", None, "bounced")


def test_a_bounce_that_passes_ends_nothing() -> None:
    world, one = sent()
    hear(world, one, "bounced")
    assert not suppressed(world)
    assert world.kept(one).due_step == "reminder"


def test_a_complaint_suppresses_the_address_and_stops_the_reminder() -> None:
    world, one = sent()
    hear(world, one, "complained")
    assert suppressed(world)
    assert (world.kept(one).state, world.kept(one).reason) == ("skipped", "suppressed")


def test_a_complaint_after_an_answer_keeps_the_answer() -> None:
    world, one = sent()
    world.answer(one, 9)
    hear(world, one, "complained")
    assert suppressed(world)
    assert world.kept(one).state == "answered"


def test_a_rejected_mail_failed_and_suppresses_nobody() -> None:
    world, one = sent()
    hear(world, one, "rejected")
    assert not suppressed(world)
    kept = world.kept(one)
    assert (kept.state, kept.reason, kept.mails["first"].state) == ("failed", "mail_refused", "failed")


def test_an_undo_does_not_lift_a_bounce() -> None:
    world, one = sent()
    hear(world, one, "bounced", for_good=True)
    (person,) = world.contacts.by_external_ids(["crm-1"]).values()
    world.leave.leave(person.address_hash)
    world.leave.undo(person.address_hash)
    assert suppressed(world)


def test_an_undo_lifts_what_the_person_did_and_a_later_bounce_suppresses_again() -> None:
    world, one = sent()
    (person,) = world.contacts.by_external_ids(["crm-1"]).values()
    world.leave.undo(person.address_hash)  # nothing to undo
    for _ in range(2):
        world.leave.leave(person.address_hash)
        assert suppressed(world)
    world.leave.undo(person.address_hash)
    assert not suppressed(world)
    hear(world, one, "bounced", for_good=True)
    assert suppressed(world)


def test_an_event_about_a_mail_there_is_not_is_nobodys() -> None:
    world, one = sent()
    assert not hear(world, one, "delivered", kind="reminder")
    assert not world.hear_mail_event.hear(("nobody", "annual", "1"), "first", "bounced", LATER, for_good=True)


def test_an_event_that_meets_another_writer_is_kept() -> None:
    world, one = sent()
    world.items.before_write(1, lambda: world.answer(one, 9) and None)
    assert hear(world, one, "delivered")
    kept = world.kept(one)
    assert (kept.state, kept.mails["first"].delivered_at) == ("answered", LATER)


@pytest.mark.parametrize("order", [("sent", "delivered", "bounced"), ("bounced", "delivered", "sent")])
def test_events_in_any_order_end_the_same(order: tuple[str, ...]) -> None:
    world, one = sent()
    for fate in order:
        hear(world, one, fate, for_good=True)
    kept = world.kept(one)
    assert suppressed(world)
    assert (kept.state, kept.mails["first"].state, kept.mails["first"].reason) == ("failed", "sent", "bounced")


# Bounces that pass


def test_transient_bounces_close_the_gate_when_there_are_as_many_as_the_programme_says() -> None:
    world, one = sent()
    for number in range(3):
        assert not suppressed(world)
        at = LATER + timedelta(days=number)
        world.hear_mail_event.hear(one.reference, "first", "bounced", at)
        world.hear_mail_event.hear(one.reference, "first", "bounced", at)  # the same event twice is one bounce
    assert suppressed(world)
    (person,) = world.contacts.by_external_ids(["crm-1"]).values()
    suppression = world.standings.gate(person.address_hash).suppression
    assert suppression
    assert suppression.reason == "bounced_often"


def test_a_delivery_in_between_begins_the_count_of_bounces_again() -> None:
    world, one = sent()
    for day in (0, 1):
        world.hear_mail_event.hear(one.reference, "first", "bounced", LATER + timedelta(days=day))
    world.hear_mail_event.hear(one.reference, "first", "delivered", LATER + timedelta(days=2))
    for day in (3, 4):
        world.hear_mail_event.hear(one.reference, "first", "bounced", LATER + timedelta(days=day))
        assert not suppressed(world)
    world.hear_mail_event.hear(one.reference, "first", "bounced", LATER + timedelta(days=5))
    assert suppressed(world)


def test_a_bounce_that_passes_leaves_the_reminder_where_it_is() -> None:
    world, one = sent()
    hear(world, one, "bounced")
    kept = world.kept(one)
    assert (kept.state, kept.due_step) == ("sent", "reminder")


def test_an_event_tells_the_message_id_of_a_mail_that_timed_out() -> None:
    world, one = sent(mails={"first": SentMail(state="unknown", at=MONDAY)})
    world.hear_mail_event.hear(one.reference, "first", "sent", LATER, message_id="ses-7")
    assert world.kept(one).mails["first"].message_id == "ses-7"


@pytest.mark.parametrize("bounce", ["bounced", "bounced_often"])
@pytest.mark.parametrize("wish", ["unsubscribed", "complained", "by_hand"])
def test_a_wish_after_a_bounce_holds_at_the_next_address_too(bounce: str, wish: str) -> None:
    for reasons in ((bounce, wish), (wish, bounce)):
        world = World()
        person = world.add_contact(email="anna@old.example")
        for reason in reasons:
            world.standings.suppress(person.address_hash, reason, MONDAY)
        moved = world.add_contact(email="anna@new.example")
        waiting = world.add_invitation(moved)
        assert world.send_invitation.take(world.step(waiting)) == "ended"


def test_a_wish_stands_behind_a_bounce_and_outlives_it() -> None:
    for order in (("unsubscribed", "bounced"), ("bounced", "unsubscribed")):
        world, _ = sent()
        (person,) = world.contacts.by_external_ids(["crm-1"]).values()
        for reason in order:
            world.standings.suppress(person.address_hash, reason, MONDAY)
        gate = world.standings.lift(person.address_hash, LATER, by="ops")
        assert gate.is_closed
        assert gate.suppression
        assert gate.suppression.reason == "unsubscribed"
        assert not world.standings.lift(person.address_hash, LATER, by="ops").is_closed


def test_a_wish_that_was_taken_back_does_not_outlive_the_bounce() -> None:
    world, _ = sent()
    (person,) = world.contacts.by_external_ids(["crm-1"]).values()
    world.standings.suppress(person.address_hash, "bounced", MONDAY)
    world.leave.leave(person.address_hash)
    assert not world.leave.undo(person.address_hash)
    assert not world.standings.lift(person.address_hash, LATER, by="ops").is_closed


# A person whose address changed after the mail


def moved_after_a_mail() -> tuple[World, Invitation, dict[str, str]]:
    """Somebody was mailed at one of two addresses they no longer have; the addresses' hashes by what they are."""
    world = World()
    at_first = world.add_contact(email="anna@first.example")
    mailed = world.add_contact(email="anna@mailed.example")
    waiting = world.add_invitation(mailed)
    assert world.send_invitation.take(world.step(waiting)) == "sent"
    now = world.add_contact(email="anna@now.example")
    hashes = {"first": at_first.address_hash, "mailed": mailed.address_hash, "now": now.address_hash}
    return world, waiting, hashes


def closed(world: World, hashes: dict[str, str]) -> set[str]:
    return {name for name, address_hash in hashes.items() if world.standings.gate(address_hash).is_closed}


@pytest.mark.parametrize("fate", ["bounced", "complained"])
def test_a_mail_closes_the_address_it_went_to_and_not_the_one_of_today(fate: str) -> None:
    world, one, hashes = moved_after_a_mail()
    hear(world, one, fate, for_good=True)
    assert closed(world, hashes) == {"mailed"}


@pytest.mark.parametrize("fate", ["bounced", "complained"])
def test_a_mail_no_gate_remembers_closes_every_address_it_may_have_gone_to(fate: str) -> None:
    world, one, hashes = moved_after_a_mail()
    gate = world.standings.gate(hashes["mailed"])
    world.standings.save_gate(gate.forgetting(LATER))  # as a later mail there does, to somebody who shares it
    hear(world, one, fate, for_good=True)
    assert closed(world, hashes) == {"first", "mailed", "now"}


def test_bounces_that_pass_count_wherever_the_mail_may_have_gone() -> None:
    world, one, hashes = moved_after_a_mail()
    gate = world.standings.gate(hashes["mailed"])
    world.standings.save_gate(gate.forgetting(LATER))
    for number in range(3):
        assert closed(world, hashes) == set()
        world.hear_mail_event.hear(one.reference, "first", "bounced", LATER + timedelta(days=number))
    assert closed(world, hashes) == {"first", "mailed", "now"}


def test_nobody_is_written_to_where_a_mail_long_ago_was_complained_about() -> None:
    world, one, hashes = moved_after_a_mail()
    colleague = world.add_contact(contact_id="crm-2", email="anna@mailed.example")
    world.clock.pass_by(days=364)
    assert world.send_invitation.take(world.step(due_now(world, colleague, "1"))) == "sent"
    assert not world.standings.gate(hashes["mailed"]).let_through(one.reference, "first")
    hear(world, one, "complained")
    world.clock.pass_by(days=364)
    assert world.send_invitation.take(world.step(due_now(world, colleague, "2"))) == "ended"
    assert [mail.to for mail in world.mailer.outbox] == ["anna@mailed.example"] * 2


def due_now(world: World, person: Contact, occasion: str) -> Invitation:
    now = world.clock.now
    return world.add_invitation(
        person, occasion=occasion, planned_at=now, send_before=now + timedelta(days=7), due_at=now
    )
