"""Wherever telling is cut off, doubled or refused: nobody gets two mails about one commitment, and each says why."""

from __future__ import annotations

from collections import Counter
from contextlib import suppress
from datetime import timedelta
from itertools import product
from unittest.mock import patch

import pytest

from sayso.adapters.items import WriteConflictError
from sayso.adapters.news_store import read_news_message
from sayso.domain.contact import Contact
from sayso.domain.invitation import SETTLE_AFTER
from sayso.domain.news import reason_in_words
from sayso.ports import AccountState, NewsMessage
from sayso.services.dispatch_due import LEASE
from tests.builders import MONDAY, World, programme
from tests.fakes import CrashError
from tests.news import approved, asker, done, message, news_of, waiting_for_news
from tests.unit.test_send_faults import AROUND_A_WRITE, AT_SES, UnknownError, raising

LIMITED = programme(sending={"daily_limit": 5})


def take(world: World, one: NewsMessage) -> str:
    """One delivery of a message; whatever happens, SQS has it again."""
    try:
        return world.send_news.take(one)
    except (CrashError, UnknownError, WriteConflictError):
        return "failed"


def tick(world: World) -> None:
    """One tick and the messages it leads to; a message that fails is lost for this time."""
    with suppress(CrashError, UnknownError, WriteConflictError):
        world.dispatch_news.hand_on(world.clock(), 100)
    for body in world.queue("SEND").take_all():
        take(world, read_news_message(body["news"]))


def go_on(world: World, days: int) -> None:
    """The schedule goes on. Whoever was refused for all asks SES again."""
    until = world.clock() + timedelta(days=days)
    while world.clock() < until:
        world.clock.pass_by(hours=2)
        world.sending_account.now = AccountState()
        tick(world)


@pytest.mark.parametrize("ses", AT_SES)
def test_wherever_it_is_cut_off_the_mail_goes_out_once_or_says_why_not(ses: str) -> None:
    for number, fault in product(range(1, 5), AROUND_A_WRITE):
        world, person = waiting_for_news(LIMITED)
        due = message(news_of(world, person))
        troubles, taken = AT_SES[ses]
        world.mailer.troubles = list(troubles)
        world.mailer.takes_although_it_times_out = taken
        when, happens = AROUND_A_WRITE[fault]
        getattr(world.items, f"{when}_write")(number, happens)
        for _ in range(3):  # SQS delivers it three times
            take(world, due)
        go_on(world, days=2)
        take(world, due)  # and once more, by a redrive
        name, sent = f"{fault} write {number}", len(world.mailer.outbox)
        assert sent <= 1, name
        kept = news_of(world, person)
        # It is known to have gone out, or it is said that nobody knows, or that SES did not take it.
        assert kept.state in ("sent", "unknown", "failed"), f"{name}: {kept}"
        assert kept.due_at is None, name
        assert kept.state != "sent" or sent == 1, name
        assert kept.state != "failed" or (sent, kept.reason) == (0, "mail_refused"), name
        remembered = world.standings.gate(person.address_hash).news
        assert len(remembered) == (kept.state != "failed"), name


@pytest.mark.parametrize("ses", ["takes", "refuses for now", "throttles", "stops the line"])
def test_a_conflict_at_any_write_costs_nobody_their_mail(ses: str) -> None:
    for number in range(1, 6):
        world, person = waiting_for_news(LIMITED)
        world.mailer.troubles = list(AT_SES[ses][0])
        world.items.before_write(number, raising(WriteConflictError))
        take(world, message(news_of(world, person)))
        go_on(world, days=1)
        assert (len(world.mailer.outbox), news_of(world, person).state) == (1, "sent"), number


def test_a_mail_that_cannot_be_written_is_not_claimed() -> None:
    world, person = waiting_for_news()
    before = news_of(world, person)
    with patch.object(world.mail_writer, "news", side_effect=UnknownError):
        assert take(world, message(before)) == "failed"
    assert (news_of(world, person), world.mailer.outbox) == (before, [])
    assert take(world, message(before)) == "sent"


@pytest.mark.parametrize("ses_took_it", [False, True])
def test_a_claim_whose_sender_died_becomes_unknown_and_is_never_sent_again(ses_took_it: bool) -> None:
    world, person = waiting_for_news()
    due = message(news_of(world, person))
    if ses_took_it:
        world.items.before_write(2, raising(CrashError))
    else:
        world.items.after_write(1, raising(CrashError))
    assert take(world, due) == "failed"
    assert take(world, due) == "nothing"  # its sender may still be at it
    assert news_of(world, person).state == "sending"
    world.clock.now += SETTLE_AFTER
    assert take(world, due) == "unknown"
    go_on(world, days=120)
    assert len(world.mailer.outbox) == int(ses_took_it)
    assert news_of(world, person).reason == "the sender stopped"


def test_what_was_refused_for_now_waits_and_gives_gate_and_day_free() -> None:
    world, person = waiting_for_news(LIMITED)
    world.mailer.refuse_once(for_good=False)
    assert take(world, message(news_of(world, person))) == "refused"
    kept = news_of(world, person)
    assert (kept.state, kept.reason, kept.at) == ("waiting", "ses_not_ready", None)
    assert kept.due_at == MONDAY + timedelta(minutes=15)
    assert world.standings.gate(person.address_hash).news == ()
    from sayso.domain.sending import day_limit

    assert world.invitations.sent_on(day_limit(MONDAY, LIMITED)) == 0
    assert "SES" in reason_in_words(kept.reason)


@pytest.mark.parametrize("for_good", [False, True])
def test_what_ses_says_it_took_is_not_given_back(for_good: bool) -> None:
    world, person = waiting_for_news()
    due = message(news_of(world, person))
    world.mailer.refuse_once(for_good=for_good)
    hear = world.hear_news_event.hear
    world.mailer.meanwhile = lambda: hear(person.contact_id, "faster-replies", "delivered", MONDAY) and None
    assert take(world, due) == "nothing"
    assert (news_of(world, person).state, news_of(world, person).due_at) == ("sent", None)
    assert world.standings.gate(person.address_hash).has_told("faster-replies")


def test_one_refusal_after_another_is_not_the_mails_fault() -> None:
    world = World()
    done(world)
    people = [asker(world, number) for number in range(1, 5)]
    approved(world)
    for _ in people:
        world.mailer.refuse_once(for_good=True)
    outcomes = [take(world, message(news_of(world, person))) for person in people]
    assert outcomes == ["refused", "refused", "stopped", "stopped"]
    assert [news_of(world, person).state for person in people] == ["failed", "failed", "waiting", "waiting"]


def crowd(world: World, size: int) -> list[Contact]:
    done(world)
    people = [asker(world, number) for number in range(1, size + 1)]
    approved(world)
    return people


@pytest.mark.parametrize("fault", AROUND_A_WRITE)
def test_a_dispatch_that_is_cut_off_at_any_lease_or_claim_tells_everybody_once(fault: str) -> None:
    when, happens = AROUND_A_WRITE[fault]
    for number in range(1, 10):
        world = World()
        people = crowd(world, 3)
        getattr(world.items, f"{when}_write")(number, happens)
        tick(world)
        go_on(world, days=1)
        addresses = Counter(mail.to for mail in world.mailer.outbox)
        assert max(addresses.values()) == 1, number
        unknown = [one for one in people if news_of(world, one).state == "unknown"]
        assert len(addresses) + len(unknown) >= 3, number
        assert len(unknown) <= 1, number


def test_ticks_that_overlap_at_any_write_tell_everybody_once() -> None:
    for number in range(1, 10):
        world = World()
        crowd(world, 3)
        world.items.before_write(number, lambda world=world: tick(world))  # type: ignore[misc]
        tick(world)
        tick(world)
        assert Counter(mail.to for mail in world.mailer.outbox) == {f"p{n}@kaasboer.example": 1 for n in (1, 2, 3)}


def test_while_sqs_takes_nothing_all_stays_due_and_goes_out_once_it_does() -> None:
    world = World()
    crowd(world, 3)
    world.queue("SEND").trouble = UnknownError()
    with pytest.raises(UnknownError):
        world.dispatch_news.hand_on(world.clock(), 100)
    world.queue("SEND").trouble = None
    world.clock.now += LEASE
    tick(world)
    assert len(world.mailer.outbox) == 3


def test_an_approval_that_is_cut_off_is_finished_by_the_same_command() -> None:
    for number, fault in product(range(1, 4), AROUND_A_WRITE):
        world = World()
        done(world)
        for one in (1, 2, 3):
            asker(world, one)
        when, happens = AROUND_A_WRITE[fault]
        getattr(world.items, f"{when}_write")(number, happens)
        with suppress(CrashError, UnknownError, WriteConflictError):
            approved(world)
        approved(world)
        tick(world)
        assert len(world.mailer.outbox) == 3, (number, fault)
