"""What SES says of a mail that told somebody something is kept once, and closes an address as for surveys."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from unittest.mock import patch

import pytest

from sayso.handlers import on_mail_event
from tests.builders import MONDAY, World
from tests.fakes import CrashError
from tests.news import news_of, take, waiting_for_news
from tests.unit.test_send_faults import raising


def told(world: World, kind: str, **more: Any) -> bool:
    tags = {name: [value] for name, value in world.mailer.outbox[0].tags.items()}
    event = {
        "detail-type": kind,
        "time": "2026-03-02T09:00:05Z",
        "detail": {"mail": {"tags": tags, "messageId": "m"}, **more},
    }
    with patch.object(on_mail_event, "of_this_function", lambda: world):
        return on_mail_event.handle(event, None)["known"]  # type: ignore[arg-type]


def test_a_delivery_is_kept() -> None:
    world, person = waiting_for_news()
    take(world, person)
    assert told(world, "Email Delivered", delivery={"timestamp": "2026-03-02T09:00:03Z"})
    assert news_of(world, person).delivered_at == MONDAY + timedelta(seconds=3)


FATES: dict[str, tuple[str, dict[str, Any], str, str, bool]] = {
    "bounce": ("Email Bounced", {"bounce": {"bounceType": "Permanent"}}, "sent", "bounced", True),
    "passing bounce": ("Email Bounced", {"bounce": {"bounceType": "Transient"}}, "sent", "", False),
    "complaint": ("Email Complaint Received", {}, "sent", "complained", True),
    "rejection": ("Email Rejected", {}, "failed", "mail_refused", False),
    "delay": ("Email Delivery Delayed", {}, "sent", "", False),
}


@pytest.mark.parametrize("fate", FATES)
def test_what_becomes_of_the_mail_is_kept_and_closes_the_address_as_for_surveys(fate: str) -> None:
    kind, more, state, reason, closed = FATES[fate]
    world, person = waiting_for_news()
    take(world, person)
    for _ in range(2):  # the same event twice is the same as once
        assert told(world, kind, **more)
        kept = news_of(world, person)
        assert (kept.state, kept.reason) == (state, reason)
        assert world.standings.gate(person.address_hash).is_closed is closed


def test_what_ses_rejected_nobody_was_told() -> None:
    world, person = waiting_for_news()
    take(world, person)
    now = world.add_contact(contact_id="crm-1", email="new@kaasboer.example", role="user")
    assert world.standings.gate(person.address_hash).has_told("faster-replies")
    for _ in range(2):
        assert told(world, "Email Rejected")
        assert world.standings.gate(person.address_hash).news == ()
    assert world.standings.gate(now.address_hash).news == ()
    assert news_of(world, person).state == "failed"


def test_a_rejection_that_is_cut_off_is_finished_when_it_comes_again() -> None:
    for number in (1, 2):
        world, person = waiting_for_news()
        take(world, person)
        world.items.before_write(number, raising(CrashError))
        with pytest.raises(CrashError):
            told(world, "Email Rejected")
        assert told(world, "Email Rejected")
        assert world.standings.gate(person.address_hash).news == ()
        assert news_of(world, person).state == "failed"


def test_what_comes_after_a_bounce_says_nothing_against_it() -> None:
    world, person = waiting_for_news()
    take(world, person)
    told(world, "Email Bounced", bounce={"bounceType": "Permanent"})
    bounced = news_of(world, person)
    assert told(world, "Email Delivered", delivery={"timestamp": "2026-03-02T09:00:03Z"})
    assert told(world, "Email Delivery Delayed")
    assert news_of(world, person) == bounced


def test_bounces_that_pass_close_the_address_when_there_are_several() -> None:
    world, person = waiting_for_news()
    take(world, person)
    hear = world.hear_news_event.hear
    for day in range(3):
        assert not world.standings.gate(person.address_hash).is_closed
        hear(person.contact_id, "faster-replies", "bounced", MONDAY + timedelta(days=day))
    assert world.standings.gate(person.address_hash).is_closed


def test_a_bounce_closes_the_address_the_mail_went_to() -> None:
    world, person = waiting_for_news()
    take(world, person)
    now = world.add_contact(contact_id="crm-1", email="new@kaasboer.example", role="user")
    assert told(world, "Email Bounced", bounce={"bounceType": "Permanent"})
    closed = [world.standings.gate(one.address_hash).is_closed for one in (person, now)]
    assert closed == [True, False]


@pytest.mark.parametrize(("named", "kept_as"), [("m", "m"), (None, "ses-0001")])
def test_an_event_that_is_faster_than_the_sender_takes_nothing_away(named: str | None, kept_as: str) -> None:
    world, person = waiting_for_news()
    about = (person.contact_id, "faster-replies")
    hear = world.hear_news_event.hear
    world.mailer.meanwhile = lambda: hear(*about, "delivered", MONDAY, message_id=named) and None
    assert take(world, person) == "sent"
    kept = news_of(world, person)
    assert (kept.state, kept.delivered_at, kept.due_at) == ("sent", MONDAY, None)
    assert kept.message_id == kept_as


def test_an_event_about_a_mail_nobody_knows_of_says_so() -> None:
    world, person = waiting_for_news()
    hear = world.hear_news_event.hear
    assert not hear(person.contact_id, "faster-replies", "delivered", MONDAY)  # nothing was claimed
    assert not hear("nobody", "faster-replies", "complained", MONDAY)
    assert not hear(person.contact_id, "nothing", "delivered", MONDAY)
