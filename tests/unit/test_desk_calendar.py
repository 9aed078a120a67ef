"""What goes out on which day, at a price that does not grow with what waits."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from sayso.domain.sending import Pause
from sayso.services import desk_calendar
from tests.builders import MONDAY, World, invitation, programme

TODAY = MONDAY.date()
SATURDAY = TODAY + timedelta(days=5)


def waiting(world: World, count: int, due_at: datetime, survey: str = "day50", **changes: object) -> None:
    for _ in range(count):
        contact_id = world.new_id()
        one = invitation(contact_id=contact_id, survey=survey, due_at=due_at, planned_at=due_at, **changes)
        world.invitations.save(one.having(revision=0))


def totals(world: World, days: int = 30) -> dict[date, int]:
    return {day.day: day.total for day in world.desk_calendar.days(days).days if day.total}


def test_it_counts_mails_by_day_and_survey() -> None:
    world = World()
    waiting(world, 3, MONDAY + timedelta(days=1))
    waiting(world, 2, MONDAY + timedelta(days=1), "annual")
    waiting(world, 4, MONDAY + timedelta(days=29))
    waiting(world, 1, MONDAY + timedelta(days=30))
    found = world.desk_calendar.days(30)
    assert [day.day for day in found.days] == [TODAY + timedelta(days=ahead) for ahead in range(30)]
    assert found.days[1].counts == {"day50": 3, "annual": 2}
    assert found.days[29].counts == {"day50": 4}
    assert (found.total, found.complete_until, found.beyond, found.pause) == (9, None, 0, None)


def test_ends_are_no_mails_and_reminders_are() -> None:
    world = World()
    waiting(world, 2, MONDAY + timedelta(days=2), due_step="expire", state="sent")
    waiting(world, 3, MONDAY + timedelta(days=2), due_step="reminder_2", state="sent")
    assert totals(world) == {TODAY + timedelta(days=2): 3}


def test_overdue_goes_when_the_window_opens_next() -> None:
    world = World()
    waiting(world, 2, MONDAY - timedelta(days=4))
    assert totals(world) == {TODAY: 2}
    world.clock.now = datetime(2026, 3, 6, 22, tzinfo=UTC)  # a Friday's night
    assert totals(world) == {date(2026, 3, 9): 2}
    assert totals(world, 3) == {}


def test_days_on_which_the_window_is_closed_take_nothing() -> None:
    world = World()
    waiting(world, 2, MONDAY + timedelta(days=5))
    found = world.desk_calendar.days(8)
    assert totals(world) == {TODAY + timedelta(days=7): 2}
    assert [day.day for day in found.days if not day.is_open] == [SATURDAY, SATURDAY + timedelta(days=1)]


def test_the_evening_of_an_open_day_is_somebody_elses_morning() -> None:
    world = World()
    waiting(world, 1, datetime(2026, 3, 3, 20, tzinfo=UTC))
    assert totals(world) == {TODAY + timedelta(days=1): 1}


def test_days_are_the_companys() -> None:
    world = World()
    world.clock.now = datetime(2026, 3, 2, 23, 30, tzinfo=UTC)  # 00:30 of Tuesday in Amsterdam
    waiting(world, 1, datetime(2026, 3, 4, 22, 59, 59, tzinfo=UTC))
    waiting(world, 1, datetime(2026, 3, 4, 23, 0, tzinfo=UTC))
    assert [day.day for day in world.desk_calendar.days(2).days] == [date(2026, 3, 3), date(2026, 3, 4)]
    assert totals(world, 2) == {date(2026, 3, 4): 1}


def test_the_days_limit_pushes_on_and_says_so() -> None:
    world = World(programme=programme(sending={"daily_limit": 4}))
    waiting(world, 6, MONDAY + timedelta(days=3), "annual")  # a Thursday
    waiting(world, 3, MONDAY + timedelta(days=4), "annual")
    found = world.desk_calendar.days(5)
    assert [day.total for day in found.days] == [0, 0, 0, 4, 4]
    assert [day.is_full for day in found.days] == [False, False, False, True, True]
    assert (found.limit, found.beyond) == (4, 1)
    assert totals(world) == {TODAY + timedelta(days=3): 4, TODAY + timedelta(days=4): 4, TODAY + timedelta(days=7): 1}


def test_what_went_out_today_takes_its_room() -> None:
    world = World(programme=programme(sending={"daily_limit": 2}))
    world.add_contact(account_since="2026-01-11")
    world.tick("day50")
    waiting(world, 3, MONDAY - timedelta(hours=1))
    found = world.desk_calendar.days(2)
    assert ([day.total for day in found.days], found.sent_today, found.beyond) == ([1, 2], 1, 0)
    assert found.days[0].is_full


def test_counts_are_exact_until_the_day_the_reading_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(desk_calendar, "_READ", 10)
    world = World()
    for day in range(1, 5):
        waiting(world, 40, MONDAY + timedelta(days=day), "annual")
    waiting(world, 1, MONDAY + timedelta(days=4))
    found = world.desk_calendar.days(30)
    assert found.complete_until is not None
    for day in found.days:
        if TODAY < day.day <= found.complete_until:
            assert day.counts == {"annual": 40}
    assert 0 < found.total < 161
    assert found.complete_until < TODAY + timedelta(days=2)


def test_a_full_page_at_the_very_end_is_not_taken_for_all(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(desk_calendar, "_READ", 3)
    world = World()
    waiting(world, 60, MONDAY - timedelta(days=1))
    assert world.desk_calendar.days(7).complete_until == TODAY - timedelta(days=1)  # not even today


def test_everything_may_stand_still() -> None:
    world = World()
    pause = Pause(at=MONDAY, by="manager@polder.example", reason="price change")
    world.standings.pause(pause)
    assert world.desk_calendar.days(7).pause == pause


def test_nobody_asks_for_years() -> None:
    world = World()
    assert len(world.desk_calendar.days(10_000).days) == desk_calendar.LONGEST
    assert len(world.desk_calendar.days(-1).days) == 1


def test_it_reads_the_same_of_200_and_of_20_000() -> None:
    few, many = World(), World()
    for world, count in ((few, 20), (many, 700)):  # of each of thirty days
        for day in range(30):
            waiting(world, count if day % 10 == 0 else 1, MONDAY + timedelta(days=day), "annual")
    reads = []
    for world in (few, many):
        before = world.items.reads
        world.desk_calendar.days(30)
        reads.append(world.items.reads - before)
    assert reads[0] == reads[1] == 4 * len(few.programme.surveys) + 1


def test_what_it_reads_of_the_index_has_a_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    world = World()
    limits = []
    query = world.items.query
    monkeypatch.setattr(world.items, "query", lambda pk, **how: limits.append(how["limit"]) or query(pk, **how))
    world.desk_calendar.days(30)
    assert limits == [500] * 4 * len(world.programme.surveys)
