"""`sayso due`: what will go out on which day, without sending, and without promising what nobody can know."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.domain.forecast import DueMail, forecast
from sayso.domain.sending import Hold, Pause
from sayso.services.look_ahead import Outlook
from tests.builders import MONDAY, PROGRAMME, World, invitation, programme

TUESDAY, WEDNESDAY = date(2026, 3, 3), date(2026, 3, 4)


@pytest.fixture
def world() -> World:
    return World()


def people(world: World, count: int, began: str, prefix: str = "p") -> None:
    for at in range(count):
        name = f"{prefix}{at}"
        world.add_contact(contact_id=name, email=f"{name}@x.example", account=name, account_since=began)


def look(world: World, days: int = 30) -> Outlook:
    return world.look_ahead.look(list(world.programme.surveys), days)


def test_it_counts_by_day_and_survey_and_changes_nothing(world: World) -> None:
    people(world, 3, "2026-01-12")  # due tomorrow
    people(world, 2, "2026-01-11", "q")  # due since an hour
    written = len(world.items.written)
    found = look(world).forecast
    assert found.by_day == {MONDAY.date(): {("day50", True): 2}, TUESDAY: {("day50", True): 3}}
    assert (found.total, found.late, found.overdue) == (5, 0, {})
    assert len(world.items.written) == written
    assert world.mailer.outbox == []


def test_overdue_is_what_was_due_before_today(world: World) -> None:
    people(world, 2, "2026-01-11")
    world.clock.now = datetime(2026, 3, 2, 22, 59, tzinfo=UTC)  # a minute to midnight, and the window is closed
    found = look(world).forecast
    assert (found.overdue, found.by_day, found.late) == ({}, {TUESDAY: {("day50", True): 2}}, 0)
    world.clock.pass_by(minutes=1)
    found = look(world).forecast
    assert (found.overdue, found.by_day, found.late) == ({("day50", True): 2}, {}, 2)


def test_reminders_are_counted_apart_and_ends_are_no_mails(world: World) -> None:
    people(world, 2, "2026-01-11")
    world.tick("day50")
    found = look(world).forecast
    assert found.by_day == {date(2026, 3, 9): {("day50", False): 2}}
    asked = [one for person in world.contacts.everyone() for one in world.invitations.of_contact(person.contact_id)]
    world.invitations.save(next(one for one in asked if one.mails).without_reminder("suppressed"))
    assert look(world).forecast.total == 1


def test_what_is_due_on_the_last_day_is_in_and_the_day_after_is_not(world: World) -> None:
    people(world, 1, "2026-01-13")  # due on Wednesday
    assert look(world, 2).forecast.total == 0
    assert look(world, 3).forecast.by_day == {WEDNESDAY: {("day50", True): 1}}
    assert look(world, 3).until == datetime(2026, 3, 4, 23, tzinfo=UTC)  # midnight in Amsterdam


def test_it_reads_what_is_due_in_that_time_and_no_more(world: World) -> None:
    people(world, 1, "2026-01-12")
    before = world.items.reads
    alone = look(world)
    reads = world.items.reads - before
    people(world, 40, "2019-12-01", "q")  # due next year
    before = world.items.reads
    assert look(world).forecast == alone.forecast
    assert world.items.reads - before == reads


def test_one_survey_may_be_asked_for_alone(world: World) -> None:
    people(world, 1, "2026-01-12")
    assert world.look_ahead.look(["annual"], 30).forecast.total == 0


def test_the_limit_spreads_what_is_due_over_open_days() -> None:
    world = World(programme=programme(sending={"daily_limit": 4}))
    people(world, 10, "2026-01-13")  # due on Wednesday
    world.clock.now = datetime(2026, 3, 5, 9, tzinfo=UTC)  # a Thursday
    found = look(world).forecast
    assert found.overdue == {("day50", True): 4}
    assert found.by_day == {date(2026, 3, 6): {("day50", True): 4}, date(2026, 3, 9): {("day50", True): 2}}
    assert (found.late, found.moved, found.beyond) == (10, 6, 0)
    assert look(world, 2).forecast.beyond == 2


def test_what_went_out_today_takes_room_from_today() -> None:
    world = World(programme=programme(sending={"daily_limit": 4}))
    people(world, 6, "2026-01-11")
    world.tick("day50")
    outlook = look(world)
    assert outlook.sent_today == 4
    assert outlook.forecast.overdue == {}
    assert outlook.forecast.by_day[TUESDAY] == {("day50", True): 2}


def test_it_agrees_with_what_then_goes_out() -> None:
    world = World(programme=programme(sending={"daily_limit": 3}))
    for at in range(11):
        people(world, 1, f"2026-01-{11 + at // 2:02}", f"d{at}-")
    found = look(world, 10).forecast
    expected = {day: counts["day50", True] for day, counts in found.by_day.items()}
    went: Counter[date] = Counter()
    for day in range(10):
        world.clock.now = MONDAY + timedelta(days=day)
        before = len(world.mailer.outbox)
        for _ in range(3):
            world.tick("day50")
        reminders = [mail for mail in world.mailer.outbox[before:] if "reminder" in mail.subject]
        went[world.clock().date()] += len(world.mailer.outbox) - before - len(reminders)
        if reminders:
            break
    counted = {day: count for day, count in went.items() if count}
    assert counted == expected


def test_what_waits_for_a_reason_is_listed_and_a_hold_promises_no_day(world: World) -> None:
    people(world, 2, "2026-01-11")
    (first, _) = sorted(world.contacts.everyone(), key=lambda one: one.external_id)
    until = MONDAY + timedelta(days=10)
    world.standings.hold(first.account_id, Hold(until=until, reason="x", by="kim", at=MONDAY))
    world.tick("day50")
    found = look(world).forecast
    (waiting,) = found.waiting
    assert (waiting.invitation.contact_id, waiting.invitation.reason) == (first.contact_id, "hold")
    assert found.by_day == {date(2026, 3, 9): {("day50", False): 1}}


def test_a_hold_takes_what_is_due_inside_it_out_of_its_days(world: World) -> None:
    people(world, 2, "2026-01-12")  # due tomorrow
    people(world, 1, "2026-01-20", "q")  # due in nine days
    first, second, later = sorted(world.contacts.everyone(), key=lambda one: one.external_id)
    until = MONDAY + timedelta(days=5)
    for person in (first, later):
        world.standings.hold(person.account_id, Hold(until=until, reason="x", by="kim", at=MONDAY))
    ended = Hold(until=MONDAY, reason="x", by="kim", at=MONDAY - timedelta(days=9))
    world.standings.hold(second.account_id, ended)
    found = look(world).forecast
    assert found.by_day == {TUESDAY: {("day50", True): 1}, date(2026, 3, 11): {("day50", True): 1}}
    (waiting,) = found.waiting
    assert (waiting.invitation.contact_id, waiting.reason) == (first.contact_id, "hold")
    assert waiting.waits_until == until


def test_what_is_past_its_time_is_said_to_end_without_a_mail(world: World) -> None:
    people(world, 2, "2026-01-11")
    world.clock.pass_by(days=31)
    found = look(world).forecast
    assert (found.too_late, found.total) == (2, 0)


def test_it_says_what_stops_everything(world: World) -> None:
    world.standings.pause(Pause(at=MONDAY, by="kim", reason="moving house"))
    world.sending_account.stop("ses_quota")
    outlook = look(world)
    assert outlook.pause
    assert (outlook.pause.by, outlook.stopped) == ("kim", "ses_quota")


@given(
    hours=st.lists(st.integers(-200, 600), max_size=60),
    limit=st.one_of(st.none(), st.integers(1, 5)),
    sent_today=st.integers(0, 6),
    days=st.sampled_from([["mon"], ["mon", "tue", "wed", "thu", "fri"], ["sat", "sun"]]),
)
def test_every_mail_is_somewhere_once_and_no_day_is_over_its_limit(
    hours: list[int], limit: int | None, sent_today: int, days: Any
) -> None:
    rules = programme(send_window={"days": days}, sending={"daily_limit": limit} if limit else {})
    mails = [
        DueMail(
            invitation(contact_id=str(at), planned_at=MONDAY + timedelta(hours=hour)),
            "first",
            MONDAY + timedelta(hours=hour),
        )
        for at, hour in enumerate(hours)
    ]
    found = forecast(mails, MONDAY, MONDAY + timedelta(days=30), rules, sent_today)
    assert found.total + found.beyond + found.too_late == len(mails)
    by_day = {day: counts.total() for day, counts in found.by_day.items()}
    assert all(count > 0 for count in by_day.values())
    if limit:
        assert all(count <= limit for count in by_day.values())
        assert found.overdue.total() <= limit
    else:
        assert found.moved == found.beyond == 0
    assert list(by_day) == sorted(by_day)


def test_the_programme_of_the_tests_has_no_limit() -> None:
    assert PROGRAMME.sending.daily_limit is None
