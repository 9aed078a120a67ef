"""Wherever sending is cut off, doubled or refused: no mail goes out twice, and every one that is missing says so."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import datetime, timedelta
from itertools import product
from typing import Any
from unittest.mock import patch

import pytest

from sayso.adapters.invitation_store import read_step_message
from sayso.adapters.items import WriteConflictError
from sayso.domain.invitation import Invitation
from sayso.domain.programme import Programme
from sayso.domain.sending import REASONS
from sayso.ports import AccountState, MailRefusedError, MailUnknownError, StepMessage
from tests.builders import MONDAY, World, programme, ticket
from tests.fakes import CrashError

REMINDED = {"every": "12 months", "reminder_after": "5 working days", "reminders": 3}
THREE_REMINDERS = programme(surveys={"annual": REMINDED}, sending={"daily_limit": 3})
KINDS = ("first", "reminder", "reminder_2", "reminder_3")


class UnknownError(Exception):
    """Something nobody thought of, such as a ClientError with a code of its own."""


def raising(error: type[BaseException]) -> Callable[[], None]:
    def happens() -> None:
        raise error

    return happens


# What may happen around a write: (before or after it, what).
AROUND_A_WRITE = {
    "dies before": ("before", raising(CrashError)),
    "dies after": ("after", raising(CrashError)),
    "conflicts": ("before", raising(WriteConflictError)),
    "fails": ("before", raising(UnknownError)),
    "fails although it was written": ("after", raising(UnknownError)),
}
# What SES may do: the trouble, and whether the mail is in the outbox nevertheless.
AT_SES: dict[str, tuple[list[BaseException], bool]] = {
    "takes": ([], True),
    "refuses for now": ([MailRefusedError("Unreachable")], False),
    "refuses for good": ([MailRefusedError("MessageRejected", for_good=True)], False),
    "stops the line": ([MailRefusedError("SendingPausedException", stops="ses_paused")], False),
    "throttles": ([MailRefusedError("TooManyRequestsException", throttled=True)] * 3, False),
    "times out": ([MailUnknownError("ReadTimeoutError")], True),
    "times out before it": ([MailUnknownError("ReadTimeoutError")], False),
    "breaks before it": ([UnknownError()], False),
    "dies before it": ([CrashError()], False),
}


def waiting_for(kind: str, setting: Programme = THREE_REMINDERS) -> tuple[World, Invitation]:
    """An invitation whose first mail, or reminder, is due now."""
    world = World(programme=setting)
    one = world.add_invitation(world.add_contact())
    for _ in range(KINDS.index(kind)):
        assert take(world, world.step(one)) == "sent"
        one = world.kept(one)
        world.clock.now = one.due_at or MONDAY
    assert one.due_step == kind
    return world, one


def take(world: World, message: StepMessage) -> str:
    """One delivery of a message; whatever happens, SQS has it again."""
    try:
        return world.send_invitation.take(message)
    except (CrashError, UnknownError, WriteConflictError):
        return "failed"


def tick(world: World, survey: str = "annual") -> None:
    """One tick of a schedule and the messages it leads to; a message that fails is lost for this time."""
    with suppress(CrashError, UnknownError, WriteConflictError):
        world.dispatch_due.dispatch([survey], world.clock())
    for body in world.queue("SEND").take_all():
        take(world, read_step_message(body))


def go_on(world: World, days: int, survey: str = "annual") -> None:
    """The schedule goes on. Whoever was refused for all asks SES again."""
    until = world.clock() + timedelta(days=days)
    while world.clock() < until:
        world.clock.pass_by(hours=2)
        world.sending_account.now = AccountState()
        tick(world, survey)


def kinds(world: World) -> Counter[str]:
    return Counter(mail.tags["mail"] for mail in world.mailer.outbox)


@pytest.mark.parametrize("ses", AT_SES)
@pytest.mark.parametrize("kind", KINDS)
def test_wherever_a_step_is_cut_off_its_mail_goes_out_once_or_says_why_not(kind: str, ses: str) -> None:
    for number, fault in product(range(1, 5), AROUND_A_WRITE):
        world, one = waiting_for(kind)
        message = world.step(one)
        troubles, taken = AT_SES[ses]
        world.mailer.troubles = list(troubles)
        world.mailer.takes_although_it_times_out = taken
        when, happens = AROUND_A_WRITE[fault]
        getattr(world.items, f"{when}_write")(number, happens)
        for _ in range(3):  # SQS delivers it three times
            take(world, message)
        go_on(world, days=2)
        take(world, message)  # and once more, by a redrive
        name = f"{fault} write {number}"
        sent = kinds(world)
        assert max(sent.values(), default=0) <= 1, f"{name}: {sent}"
        kept = world.kept(one)
        assert kept.reason in {"", *REASONS}, name
        if kind in kept.mails:
            # It is known to have gone out, or it is said that nobody knows, or that SES did not take it.
            mail = kept.mails[kind]  # type: ignore[index]
            assert mail.state in ("sent", "unknown", "failed"), f"{name}: {mail}"
            assert mail.state != "sent" or sent[kind] == 1, f"{name}: {mail}"
            assert mail.state != "failed" or (sent[kind], kept.reason) == (0, "mail_refused"), f"{name}: {mail}"
        else:
            assert sent[kind] == 0, name
            assert kept.reason, f"{name}: missing without a reason"
        assert kept.due_step is not None or kept.reason == "mail_refused", name


@pytest.mark.parametrize("ses", ["takes", "refuses for now", "throttles", "stops the line"])
def test_a_conflict_at_any_write_costs_nobody_their_mail(ses: str) -> None:
    for number in range(1, 6):
        world, one = waiting_for("first")
        world.mailer.troubles = list(AT_SES[ses][0])
        world.items.before_write(number, raising(WriteConflictError))
        take(world, world.step(one))
        go_on(world, days=1)
        assert (kinds(world), world.kept(one).mails["first"].state) == ({"first": 1}, "sent"), number


def test_a_conflict_that_never_ends_leaves_the_step_to_the_queue_and_burns_nothing() -> None:
    world, one = waiting_for("first")
    for number in range(1, 6):
        world.items.before_write(number, raising(WriteConflictError))
    with pytest.raises(WriteConflictError):
        world.send_invitation.take(world.step(one))
    assert world.kept(one) == one
    assert world.mailer.outbox == []
    assert take(world, world.step(one)) == "sent"


def test_a_mail_that_cannot_be_written_is_not_claimed() -> None:
    world, one = waiting_for("first")
    with patch.object(world.mail_writer, "invitation", side_effect=UnknownError):
        assert take(world, world.step(one)) == "failed"
    assert (world.kept(one), world.mailer.outbox) == (one, [])
    assert take(world, world.step(one)) == "sent"


# The dispatcher


def crowd(world: World, size: int) -> list[Invitation]:
    people = [world.add_contact(contact_id=f"crm-{n}", email=f"p{n}@kaasboer.example") for n in range(size)]
    return [world.add_invitation(person) for person in people]


@pytest.mark.parametrize("fault", AROUND_A_WRITE)
def test_a_dispatch_that_is_cut_off_at_any_lease_or_claim_mails_everybody_once(fault: str) -> None:
    when, happens = AROUND_A_WRITE[fault]
    for number in range(1, 10):
        world = World()
        everybody = crowd(world, 3)
        getattr(world.items, f"{when}_write")(number, happens)
        go_on(world, days=1)
        addresses = Counter(mail.to for mail in world.mailer.outbox)
        assert max(addresses.values()) == 1, number
        missing = [one for one in map(world.kept, everybody) if one.mails["first"].state == "unknown"]
        assert len(addresses) + len(missing) >= 3, number
        assert len(missing) <= 1, number


def test_ticks_that_overlap_at_any_write_mail_everybody_once() -> None:
    for number in range(1, 10):
        world = World()
        crowd(world, 3)
        world.items.before_write(number, lambda: tick(world))  # noqa: B023
        tick(world)
        tick(world)
        assert Counter(mail.to for mail in world.mailer.outbox) == {f"p{n}@kaasboer.example": 1 for n in range(3)}


def test_while_sqs_takes_nothing_all_stays_due_and_goes_out_once_it_does() -> None:
    world = World()
    crowd(world, 3)
    world.queue("SEND").trouble = UnknownError()
    for _ in range(5):
        with pytest.raises(UnknownError):
            world.dispatch_due.dispatch(["annual"], world.clock())
        world.clock.pass_by(hours=1)
    world.queue("SEND").trouble = None
    tick(world)
    assert len(world.mailer.outbox) == 3


def test_a_message_that_comes_three_times_at_once_and_again_days_later_mails_once() -> None:
    world, one = waiting_for("first")
    message = world.step(one)
    world.items.before_write(1, lambda: take(world, message) and None)
    world.mailer.meanwhile = lambda: take(world, message) and None
    take(world, message)
    world.clock.pass_by(days=3)
    assert take(world, message) == "nothing"
    assert kinds(world) == {"first": 1}


# One person, one mail, however the claims meet


@contextmanager
def meeting(world: World, number: int, other: StepMessage) -> Iterator[None]:
    """Another sender takes its step just before the n-th write."""
    world.items.before_write(number, lambda: take(world, other) and None)
    yield
    take(world, other)


@pytest.mark.parametrize("number", [1, 2, 3])
@pytest.mark.parametrize("mailboxes", ["one person", "a shared mailbox"])
@pytest.mark.parametrize(
    "surveys", [("annual", "day50"), ("ticket", "annual"), ("ticket", "ticket"), ("annual", "ticket")]
)
def test_two_claims_of_one_address_at_once_send_one_mail(surveys: tuple[str, str], mailboxes: str, number: int) -> None:
    world = World()
    person = world.add_contact()
    other = person if mailboxes == "one person" else world.add_contact(contact_id="crm-2")
    both = []
    for at, (survey, whom) in enumerate(zip(surveys, (person, other), strict=True)):
        about = {"ticket_id": str(at), "ticket_source": "zendesk"} if survey == "ticket" else {}
        both.append(world.add_invitation(whom, survey=survey, occasion=f"x{at}", **about))
    with meeting(world, number, world.step(both[1])):
        take(world, world.step(both[0]))
    assert len(world.mailer.outbox) <= 1
    for one in map(world.kept, both):
        assert one.mails or one.reason in ("too_close", "relationship_apart", "relationship_due", "asked_lately")


def test_two_senders_at_once_keep_the_limit_of_the_day() -> None:
    for number in range(1, 5):
        world = World(programme=programme(sending={"daily_limit": 1}))
        one, other = crowd(world, 2)
        with meeting(world, number, world.step(other)):
            take(world, world.step(one))
        assert len(world.mailer.outbox) == 1, number
        (late,) = (kept for kept in map(world.kept, (one, other)) if not kept.mails)
        assert late.reason == "daily_limit", number
        go_on(world, days=1)
        assert len(world.mailer.outbox) == 2, number


# A redrive at night


@pytest.mark.parametrize("hours", [16, 17, 18, 63])  # past one, two and three at night, and into the weekend
def test_a_message_of_yesterday_that_is_redriven_at_night_mails_nobody_before_the_window_opens(hours: int) -> None:
    world, one = waiting_for("first")
    message = world.step(one)
    world.clock.now = datetime.combine(MONDAY.date(), MONDAY.time(), MONDAY.tzinfo) + timedelta(hours=hours)
    if hours > 48:
        world.clock.pass_by(days=2)
    assert take(world, message) == "waiting"
    kept = world.kept(one)
    assert (kept.state, kept.reason, kinds(world)) == ("waiting", "send_window", {})
    go_on(world, days=4)
    take(world, message)
    assert kinds(world) == {"first": 1}
    local = world.kept(one).mails["first"].at.astimezone(world.programme.zone)
    assert local.hour in (9, 10)  # within two hours of the opening, as often as this test ticks
    assert local.weekday() < 5


def test_a_message_that_is_redriven_after_the_time_to_ask_says_so() -> None:
    world, one = waiting_for("first")
    message = world.step(one)
    world.clock.pass_by(days=31)
    assert take(world, message) == "ended"
    assert (world.kept(one).state, world.kept(one).reason, kinds(world)) == ("expired", "too_late", {})


def test_a_message_about_a_ticket_that_was_reopened_and_solved_again_is_not_taken_early() -> None:
    world = World()
    (one,) = world.hear_ticket.hear(ticket("solved", MONDAY))
    old = world.step(one)
    world.hear_ticket.hear(ticket("reopened", MONDAY + timedelta(hours=1)))
    world.hear_ticket.hear(ticket("solved", MONDAY + timedelta(hours=2)))
    world.clock.now = MONDAY + timedelta(hours=4)
    assert take(world, old) == "nothing"
    world.clock.now = MONDAY + timedelta(hours=6)
    assert take(world, world.step(world.kept(one))) == "sent"
    assert take(world, old) == "nothing"
    assert kinds(world) == {"first": 1}


# SES takes nothing for a while


@pytest.mark.parametrize("reason", ["ses_paused", "ses_unverified", "ses_quota"])
@pytest.mark.parametrize("at", [0, 1, 2])
def test_a_week_without_ses_burns_nothing_and_ends_with_everybody_mailed_once(reason: str, at: int) -> None:
    world = World()
    everybody = crowd(world, 4)
    tell = world.mailer.send

    def send(mail: Any) -> str:
        if len(world.mailer.outbox) == at:
            raise MailRefusedError("SendingPausedException", stops=reason)
        return tell(mail)

    with patch.object(world.mailer, "send", send):
        for _ in range(7):
            tick(world)
            world.clock.pass_by(days=1)
    assert len(world.mailer.outbox) == at
    for one in map(world.kept, everybody):
        assert one.mails or (one.state, one.due_step) == ("waiting", "first")
    go_on(world, days=1)
    firsts = Counter(mail.to for mail in world.mailer.outbox if mail.tags["mail"] == "first")
    assert firsts == {f"p{n}@kaasboer.example": 1 for n in range(4)}


def test_what_is_left_of_the_quota_goes_to_whoever_has_waited_longest() -> None:
    world = World()
    everybody = crowd(world, 4)
    for at, one in enumerate(everybody):
        world.invitations.save(world.kept(one).waiting_until(MONDAY - timedelta(hours=at)))
    world.sending_account.now = AccountState(quota_left=2)
    tick(world)
    assert [mail.to for mail in world.mailer.outbox] == ["p3@kaasboer.example", "p2@kaasboer.example"]
    assert [world.kept(one).state for one in everybody] == ["waiting", "waiting", "sent", "sent"]


# What SES says later


def test_a_bounce_closes_the_address_the_mail_went_to_and_not_the_one_that_took_its_place() -> None:
    world, one = waiting_for("first")
    old = world.contacts.get(one.contact_id)
    assert take(world, world.step(one)) == "sent"
    new = world.add_contact(email="anna.jansen@kaasboer.example")
    assert old
    world.hear_mail_event.hear(one.reference, "first", "bounced", world.clock(), for_good=True)
    closed = [world.standings.gate(person.address_hash).is_closed for person in (old, new)]
    assert closed == [True, False]


def test_the_gate_remembers_a_relationship_mail_behind_any_number_of_tickets() -> None:
    often = {"ticket_after_any": "0 days", "relationship_apart": "90 days"}
    world = World(programme=programme(distances=often))
    person = world.add_contact()
    first = world.add_invitation(person, survey="day50", occasion="first")
    assert take(world, world.step(first)) == "sent"
    for number in range(30):
        gate = world.standings.gate(person.address_hash)
        passing = gate.mails[-1].having(kind="event", survey="ticket", occasion=f"t{number}", at=world.clock())
        world.standings.save_gate(gate.passed_by(passing))
        world.clock.pass_by(days=1)
    annual = world.add_invitation(person, due_at=world.clock(), planned_at=world.clock())
    take(world, world.step(annual))
    assert len(world.mailer.outbox) == 1
    assert "relationship_apart" in world.kept(annual).reason
