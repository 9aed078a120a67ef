"""Numbers are read by calendar periods, with no overlaps and no gaps, and by the twelve months that end on a day."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.domain.errors import InvalidInputError
from sayso.domain.nps import ScoreCounts
from sayso.domain.periods import Period, PeriodKind, before, check_apart, periods, sums, twelve_months

KINDS: list[PeriodKind] = ["day", "week", "month", "quarter", "year"]
days = st.dates(date(1990, 1, 1), date(2060, 12, 31))
ranges = st.tuples(days, st.integers(0, 900)).map(lambda drawn: (drawn[0], drawn[0] + timedelta(drawn[1])))
calendar_kinds = st.sampled_from(KINDS)
all_kinds = st.sampled_from([*KINDS, "rolling"])


def labels(kind: PeriodKind, first: str, last: str) -> list[str]:
    return [period.label for period in periods(kind, date.fromisoformat(first), date.fromisoformat(last))]


def ends(period: Period) -> tuple[str, str]:
    return period.first.isoformat(), period.last.isoformat()


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ("day", ["2025-12-31", "2026-01-01"]),
        ("week", ["2026-W01"]),
        ("month", ["2025-12", "2026-01"]),
        ("quarter", ["2025-Q4", "2026-Q1"]),
        ("year", ["2025", "2026"]),
        ("rolling", ["2025-12-31", "2026-01-01"]),
    ],
)
def test_each_kind_has_labels_of_its_own(kind: PeriodKind, expected: list[str]) -> None:
    assert labels(kind, "2025-12-31", "2026-01-01") == expected


def test_weeks_are_those_of_iso_8601() -> None:
    assert labels("week", "2027-01-01", "2027-01-10") == ["2026-W53", "2027-W01"]
    assert labels("week", "2026-02-23", "2026-03-01") == ["2026-W09"]


def test_a_period_is_cut_to_the_range_and_says_so() -> None:
    cut, whole, also_cut = periods("month", date(2026, 1, 10), date(2026, 3, 15))
    assert [ends(period) for period in (cut, whole, also_cut)] == [
        ("2026-01-10", "2026-01-31"),
        ("2026-02-01", "2026-02-28"),
        ("2026-03-01", "2026-03-15"),
    ]
    assert [period.is_whole for period in (cut, whole, also_cut)] == [False, True, False]


@given(calendar_kinds, ranges)
def test_calendar_periods_are_the_range_without_gaps_or_overlaps(kind: PeriodKind, span: tuple[date, date]) -> None:
    found = periods(kind, *span)
    assert (found[0].first, found[-1].last) == span
    assert all(one.last + timedelta(1) == other.first for one, other in pairwise(found))
    assert all(period.is_whole for period in found[1:-1])
    assert len({period.label for period in found}) == len(found)
    assert sum(period.days for period in found) == (span[1] - span[0]).days + 1


@given(ranges)
def test_rolling_periods_end_with_each_month_and_with_the_range(span: tuple[date, date]) -> None:
    found = periods("rolling", *span)
    assert [period.last for period in found] == [month.last for month in periods("month", *span)]
    assert all(period.is_whole and 365 <= period.days <= 366 for period in found)


@pytest.mark.parametrize(
    ("last", "first"),
    [
        ("2026-11-22", "2025-11-23"),
        ("2026-01-31", "2025-02-01"),
        ("2025-02-28", "2024-03-01"),  # not 29 February, which is in the twelve months before
        ("2028-02-28", "2027-03-01"),
        ("2028-02-29", "2027-03-01"),
        ("2024-02-29", "2023-03-01"),
    ],
)
def test_twelve_months_begin_the_day_after_the_same_day_a_year_before(last: str, first: str) -> None:
    assert ends(twelve_months(date.fromisoformat(last))) == (first, last)


@pytest.mark.parametrize(
    ("kind", "day", "expected", "label"),
    [
        ("day", "2026-03-01", ("2026-02-28", "2026-02-28"), "2026-02-28"),
        ("week", "2026-03-01", ("2026-02-16", "2026-02-22"), "2026-W08"),
        ("month", "2026-03-05", ("2026-02-01", "2026-02-28"), "2026-02"),
        ("quarter", "2026-03-05", ("2025-10-01", "2025-12-31"), "2025-Q4"),
        ("year", "2026-03-05", ("2025-01-01", "2025-12-31"), "2025"),
        ("rolling", "2026-03-31", ("2024-04-01", "2025-03-31"), "2025-03-31"),
    ],
)
def test_before_a_whole_period_is_the_whole_one_of_its_kind(
    kind: PeriodKind, day: str, expected: tuple[str, str], label: str
) -> None:
    around = date.fromisoformat(day)
    near = periods(kind, around - timedelta(400), around + timedelta(400) if kind != "rolling" else around)
    [period] = [one for one in near if one.first <= around <= one.last and (kind != "rolling" or one.last == around)]
    assert period.is_whole
    assert (ends(before(period)), before(period).label, before(period).kind) == (expected, label, kind)


def test_before_a_month_that_is_not_over_are_as_many_days() -> None:
    [so_far] = periods("month", date(2026, 3, 1), date(2026, 3, 13))
    assert ends(before(so_far)) == ("2026-02-16", "2026-02-28")
    assert before(so_far).label == "2026-02-16/2026-02-28"
    assert not before(so_far).is_whole


@given(all_kinds, ranges)
def test_a_period_and_the_one_before_it_share_no_day(kind: PeriodKind, span: tuple[date, date]) -> None:
    for period in periods(kind, *span)[-3:]:
        earlier = before(period)
        assert earlier.last + timedelta(1) == period.first
        assert earlier.is_whole or not period.is_whole
        check_apart(earlier, period)
        check_apart(period, earlier)


def test_overlapping_periods_are_never_compared() -> None:
    one, other = periods("rolling", date(2026, 1, 31), date(2026, 2, 28))
    for pair in ((one, other), (other, one), (one, one)):
        with pytest.raises(InvalidInputError, match="share days") as refusal:
            check_apart(*pair)
        assert refusal.value.field == "period"


counted = st.dictionaries(
    days.map(date.isoformat), st.integers(1, 9).map(lambda n: ScoreCounts.from_groups(n, 1, 2)), max_size=40
)


@given(counted, calendar_kinds, ranges)
def test_the_periods_of_a_range_hold_its_answers_once_each(
    by_day: dict[str, ScoreCounts], kind: PeriodKind, span: tuple[date, date]
) -> None:
    first, last = (day.isoformat() for day in span)
    within = sum((counts for day, counts in by_day.items() if first <= day <= last), ScoreCounts())
    assert sum(sums(by_day, periods(kind, *span)), ScoreCounts()) == within


@given(counted, all_kinds, ranges)
def test_each_period_holds_the_answers_of_its_days(
    by_day: dict[str, ScoreCounts], kind: PeriodKind, span: tuple[date, date]
) -> None:
    found = periods(kind, *span)[:5]
    for period, total in zip(found, sums(by_day, found), strict=True):
        its_own = [counts for day, counts in by_day.items() if period.first <= date.fromisoformat(day) <= period.last]
        assert total == sum(its_own, ScoreCounts())


@pytest.mark.parametrize(
    ("kind", "first", "last", "field"),
    [
        ("fortnight", date(2026, 1, 1), date(2026, 1, 2), "kind"),
        ("day", date(2026, 1, 2), date(2026, 1, 1), "last"),
        ("week", date(1, 1, 1), date(2026, 1, 1), "first"),
        ("week", date(9999, 12, 1), date.max, "first"),
        ("rolling", date(1900, 1, 1), date(1900, 2, 1), "first"),
    ],
)
def test_a_wrong_range_is_refused_by_name(kind: PeriodKind, first: date, last: date, field: str) -> None:
    with pytest.raises(InvalidInputError) as refusal:
        periods(kind, first, last)
    assert refusal.value.field == field


@pytest.mark.parametrize("last", [date.min, date(1900, 5, 1), date.max])
def test_twelve_months_at_the_ends_of_the_calendar_are_refused_by_name(last: date) -> None:
    with pytest.raises(InvalidInputError) as refusal:
        twelve_months(last)
    assert refusal.value.field == "first"


def test_before_the_first_of_all_periods_is_none() -> None:
    [year] = periods("year", date(1900, 1, 1), date(1900, 12, 31))
    with pytest.raises(InvalidInputError) as refusal:
        before(year)
    assert refusal.value.field == "first"
