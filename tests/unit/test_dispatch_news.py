"""What is due to be told is handed on once a lease, behind the surveys, and taken from one queue with their steps."""

from __future__ import annotations

from datetime import timedelta
from unittest.mock import patch

from sayso.domain.sending import Pause
from sayso.handlers import dispatch, send
from tests.builders import MONDAY, World, programme, sqs_event
from tests.news import approved, asker, done, news_of, waiting_for_news


def test_a_tick_leases_what_is_due_and_the_sender_takes_it() -> None:
    world, person = waiting_for_news()
    assert world.dispatch_news.hand_on(MONDAY, 10) == 1
    assert world.dispatch_news.hand_on(MONDAY, 10) == 0  # leased
    (body,) = world.queue("SEND").bodies
    assert set(body) == {"news"}
    world.run()
    assert news_of(world, person).state == "sent"
    assert world.dispatch_news.hand_on(MONDAY + timedelta(days=1), 10) == 0


def test_without_room_nothing_is_leased() -> None:
    world, _ = waiting_for_news()
    assert world.dispatch_news.hand_on(MONDAY, 0) == 0
    assert world.queue("SEND").bodies == []
    assert world.dispatch_news.hand_on(MONDAY, 1) == 1


def test_while_all_is_paused_a_tick_hands_on_none() -> None:
    world, _ = waiting_for_news()
    world.standings.pause(Pause(at=MONDAY, by="vera", reason="trouble"))
    assert world.tick_news() == 0


def test_surveys_have_the_days_mails_first() -> None:
    world = World(programme=programme(sending={"daily_limit": 1}))
    done(world)
    asker(world)
    approved(world)
    world.add_invitation(world.add_contact(contact_id="crm-9", email="p9@x.example"))
    assert world.tick_news() == 0


def test_a_tick_of_the_tickets_schedule_hands_them_on() -> None:
    world, _ = waiting_for_news()
    with patch.object(dispatch, "of_this_function", lambda: world):
        for schedule, waits in (("annual", 0), ("day50", 0), ("ticket", 1)):
            dispatch.handle({"schedule": schedule, "scheduled_time": MONDAY.isoformat()}, None)  # type: ignore[arg-type]
            assert len(world.queue("SEND").bodies) == waits, schedule


def test_a_batch_may_hold_steps_and_news() -> None:
    world, person = waiting_for_news()
    asked = world.add_invitation(world.add_contact(contact_id="crm-9", email="p9@x.example"))
    world.dispatch_due.dispatch(["annual"], MONDAY)
    world.dispatch_news.hand_on(MONDAY, 10)
    bodies = world.queue("SEND").take_all()
    assert len(bodies) == 2
    with world.functions():
        assert not send.handle(sqs_event(bodies), None)["batchItemFailures"]  # type: ignore[arg-type]
    assert (world.kept(asked).state, news_of(world, person).state) == ("sent", "sent")
