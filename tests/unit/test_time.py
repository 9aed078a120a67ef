"""Spans, months, working days and send windows mean what a person who writes them means."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.domain.errors import InvalidInputError
from sayso.domain.time import (
    add_months,
    add_working_days,
    at_local_time,
    next_opening,
    parse_moment,
    parse_months,
    parse_span,
    parse_working_days,
    utc_text,
)
from tests.builders import moments

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
OFFICE = {"days": range(5), "opens": time(9), "closes": time(17), "zone": AMSTERDAM}


def utc(*parts: int) -> datetime:
    return datetime(*parts, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("50 days", timedelta(days=50)),
        ("1 day", timedelta(days=1)),
        ("4 hours", timedelta(hours=4)),
        (" 30 Minutes ", timedelta(minutes=30)),
        ("2 weeks", timedelta(weeks=2)),
    ],
)
def test_a_span_reads_as_people_write_it(text: str, span: timedelta) -> None:
    assert parse_span(text) == span


@pytest.mark.parametrize("text", ["", "50", "50 dayss", "fifty days", "-1 day", "1.5 days", "5 months", None, 50])
def test_what_is_no_span_is_refused_with_an_example(text: object) -> None:
    with pytest.raises(ValueError, match="50 days"):
        parse_span(text)


@pytest.mark.parametrize(("text", "months"), [("12 months", 12), ("1 year", 12), ("2 years", 24), (3, 3)])
def test_months_read_as_people_write_them(text: object, months: int) -> None:
    assert parse_months(text) == months


@pytest.mark.parametrize("text", ["0 months", 0, -3, True, "12", "soon", 1.5])
def test_a_rhythm_of_no_months_is_refused(text: object) -> None:
    with pytest.raises(ValueError, match="12 months"):
        parse_months(text)


@pytest.mark.parametrize("text", ["0 working days", 0, -1, True, "5 days", "soon"])
def test_no_working_days_are_refused(text: object) -> None:
    with pytest.raises(ValueError, match="5 working days"):
        parse_working_days(text)


@pytest.mark.parametrize(("text", "days"), [("5 working days", 5), ("1 business day", 1), (2, 2)])
def test_working_days_read_as_people_write_them(text: object, days: int) -> None:
    assert parse_working_days(text) == days


def test_a_moment_with_an_offset_is_read_as_utc() -> None:
    assert parse_moment("2026-03-31T09:00:00+02:00") == utc(2026, 3, 31, 7)
    assert parse_moment(" 2026-03-31T09:00:00Z ") == utc(2026, 3, 31, 9)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("2026-03-31T09:00:00", "has no time zone"),
        ("2026-03-31", "has no time zone"),
        ("tomorrow", "is not a moment"),
        ("", "is not a moment"),
        ("2026-02-30T09:00:00Z", "is not a moment"),
        ("0001-01-01T00:00:00+14:00", "is not a moment"),
    ],
)
def test_what_is_no_moment_is_refused_with_its_reason(text: str, reason: str) -> None:
    with pytest.raises(InvalidInputError, match=reason) as refused:
        parse_moment(text)
    assert refused.value.field == "time"


@given(moments(1970, 2200, st.timezones()))
def test_text_order_of_moments_is_their_time_order(moment: datetime) -> None:
    later = moment.astimezone(UTC) + timedelta(seconds=1)
    assert utc_text(moment) < utc_text(later)
    assert abs(parse_moment(utc_text(moment)) - moment) < timedelta(seconds=1)


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
        (date(2024, 2, 29), 48, date(2028, 2, 29)),
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2026, 1, 31), 3, date(2026, 4, 30)),
        (date(2026, 12, 31), 2, date(2027, 2, 28)),
        (date(2026, 3, 31), -1, date(2026, 2, 28)),
        (date(2026, 1, 15), -12, date(2025, 1, 15)),
    ],
)
def test_a_day_the_month_does_not_have_becomes_its_last(day: date, months: int, expected: date) -> None:
    assert add_months(day, months) == expected


def test_working_days_leave_the_weekend_out() -> None:
    friday = utc(2026, 3, 6, 15)
    assert add_working_days(friday, 1, AMSTERDAM) == utc(2026, 3, 9, 15)
    assert add_working_days(friday, 5, AMSTERDAM) == utc(2026, 3, 13, 15)
    assert add_working_days(utc(2026, 3, 7, 15), 1, AMSTERDAM) == utc(2026, 3, 9, 15)


def test_working_days_keep_the_local_time_when_clocks_change() -> None:
    friday_before = utc(2026, 3, 27, 9)  # 10:00 winter time in Amsterdam
    assert add_working_days(friday_before, 1, AMSTERDAM) == utc(2026, 3, 30, 8)  # 10:00 summer time


def test_a_local_time_that_the_change_of_clocks_skips_lands_behind_the_gap() -> None:
    # On 29 March 2026, 02:30 does not exist in Amsterdam: clocks go from 02:00 to 03:00.
    assert at_local_time(date(2026, 3, 29), time(2, 30), AMSTERDAM).astimezone(AMSTERDAM).time() == time(3, 30)


@pytest.mark.parametrize(
    ("moment", "opening"),
    [
        (utc(2026, 3, 2, 8, 0), utc(2026, 3, 2, 8, 0)),  # 09:00 sharp is open
        (utc(2026, 3, 2, 7, 59, 59), utc(2026, 3, 2, 8, 0)),
        (utc(2026, 3, 2, 15, 59, 59), utc(2026, 3, 2, 15, 59, 59)),
        (utc(2026, 3, 2, 16, 0), utc(2026, 3, 3, 8, 0)),  # 17:00 sharp is closed
        (utc(2026, 3, 6, 16, 0), utc(2026, 3, 9, 8, 0)),  # Friday evening → Monday
        (utc(2026, 3, 7, 10, 0), utc(2026, 3, 9, 8, 0)),
        (utc(2026, 3, 27, 17, 0), utc(2026, 3, 30, 7, 0)),  # over the change to summer time
        (utc(2026, 10, 23, 16, 0), utc(2026, 10, 26, 8, 0)),  # and back
        (utc(2026, 12, 31, 23, 30), utc(2027, 1, 1, 8, 0)),
    ],
)
def test_the_next_opening_is_in_the_window_of_the_zone(moment: datetime, opening: datetime) -> None:
    assert next_opening(moment, **OFFICE) == opening


def test_a_window_of_one_day_a_week_opens_a_week_later() -> None:
    window = {**OFFICE, "days": [0]}
    assert next_opening(utc(2026, 3, 2, 16), **window) == utc(2026, 3, 9, 8)


def test_a_window_that_closes_when_it_opens_is_open_all_day() -> None:
    window = {**OFFICE, "opens": time(0), "closes": time(0)}
    assert next_opening(utc(2026, 3, 2, 23, 30), **window) == utc(2026, 3, 2, 23, 30)
    assert next_opening(utc(2026, 3, 6, 23, 30), **window) == utc(2026, 3, 8, 23)  # Saturday 00:30 → Monday 00:00


def test_a_window_without_days_never_opens() -> None:
    with pytest.raises(InvalidInputError, match="never opens"):
        next_opening(utc(2026, 3, 2, 9), **{**OFFICE, "days": []})


@given(
    moment=moments(2000, 2100),
    zone=st.sampled_from(["Europe/Amsterdam", "America/New_York", "Asia/Kolkata", "Australia/Lord_Howe", "UTC"]),
    days=st.sets(st.integers(0, 6), min_size=1),
    hours=st.lists(st.integers(0, 23), min_size=2, max_size=2, unique=True).map(sorted),
)
def test_an_opening_is_always_open_and_never_in_the_past(
    moment: datetime, zone: str, days: set[int], hours: list[int]
) -> None:
    opens, closes = time(hours[0]), time(hours[1])
    found = next_opening(moment, days=days, opens=opens, closes=closes, zone=ZoneInfo(zone))
    local = found.astimezone(ZoneInfo(zone))
    assert found >= moment
    assert local.weekday() in days
    # In the hour that clocks skip or repeat, a window may open or close an hour off.
    assert opens <= local.time() < closes or hours[0] < 4
    again = next_opening(found, days=days, opens=opens, closes=closes, zone=ZoneInfo(zone))
    assert again == found
