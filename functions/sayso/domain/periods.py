"""The periods numbers are read by: calendar periods of UTC days, and the twelve months that end on a day."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal, get_args

from sayso.domain.errors import InvalidInputError
from sayso.domain.nps import ScoreCounts
from sayso.domain.time import add_months

PeriodKind = Literal["day", "week", "month", "quarter", "year", "rolling"]

_DAY = timedelta(days=1)
_YEARS = (1900, 2999)  # wide enough for any history, and nowhere near the ends of the calendar


@dataclass(frozen=True)
class Period:
    """Days from `first` to `last` (UTC), both included.

    Attributes
    ----------
    label : str
        ``2026-03-31`` (a day, or the last of a rolling period), ``2026-W09`` (an ISO week), ``2026-03``, ``2026-Q1``,
        ``2026``; ``2026-02-16/2026-02-28`` for the days before a period that was cut.
    kind : PeriodKind
        What it is, or, if `is_whole` is false, a piece of.

    Raises
    ------
    InvalidInputError
        When it ends before it begins (field "last").
    """

    label: str
    first: date
    last: date
    kind: PeriodKind

    def __post_init__(self) -> None:
        _check(self.first, self.last)

    @property
    def days(self) -> int:
        """How many days it has."""
        return (self.last - self.first).days + 1

    @property
    def is_whole(self) -> bool:
        """Whether it is all of its calendar period; a piece is shown as one, and not compared with a whole."""
        return (self.first, self.last) == _whole(self.kind, self.last)


def periods(kind: PeriodKind, first: date, last: date) -> list[Period]:
    """The periods of a kind that touch the days from `first` to `last`, the oldest first.

    Calendar periods do not overlap, have no gaps, and are cut to the range at both ends. Rolling ones are whole:
    the twelve months that end with each month that ends in the range, and those that end with `last`. They
    overlap and reach back before `first`, so that they show a level, and no two neighbours may be compared.

    Raises
    ------
    InvalidInputError
        When the kind is unknown (field "kind"), the range ends before it begins ("last"), or it leaves the years 1900
        to 2999 ("first").
    """
    if kind not in get_args(PeriodKind):
        raise InvalidInputError(f"'{kind}' is no kind of period; write {', '.join(get_args(PeriodKind))}", field="kind")
    _check(first, last)
    if kind == "rolling":
        return [twelve_months(month.last) for month in periods("month", first, last)]
    found = []
    day = first
    while day <= last:
        end = min(_whole(kind, day)[1], last)
        found.append(Period(_LABELS[kind](day), day, end, kind))
        day = end + _DAY
    return found


def twelve_months(last: date) -> Period:
    """The twelve months that end with `last`: the window of the headline (rule 8).

    The one that ends with February begins with March, leap year or not.

    Raises
    ------
    InvalidInputError
        When it leaves the years 1900 to 2999 (field "first").
    """
    _check(last, last)
    return Period(last.isoformat(), *_whole("rolling", last), "rolling")


def before(period: Period) -> Period:
    """The period right before, of the same kind and length, to compare with: they share no day.

    Before a whole month that is the month before it, and before twelve months the twelve before them. Before a piece
    it is as many days, so that a month half over is not held against a whole one.

    Raises
    ------
    InvalidInputError
        When that would be before the year 1900 (field "first").
    """
    last = period.first - _DAY
    if period.is_whole:
        return Period(_LABELS[period.kind](last), *_whole(period.kind, last), period.kind)
    first = period.first - timedelta(days=period.days)
    return Period(f"{first}/{last}", first, last, period.kind)


def check_apart(one: Period, other: Period) -> None:
    """Refuse to compare two periods that share days: answers counted on both sides would hide a change.

    Raises
    ------
    InvalidInputError
        When they overlap (field "period").
    """
    if one.first <= other.last and other.first <= one.last:
        raise InvalidInputError(
            f"{one.label} and {other.label} share days and cannot be compared; take periods apart", field="period"
        )


def sums(by_day: Mapping[str, ScoreCounts], periods: Sequence[Period]) -> list[ScoreCounts]:
    """The answers of each period, in the order of the periods; a period without any has zeros.

    Parameters
    ----------
    by_day : mapping of str to ScoreCounts
        Answers by UTC day ``YYYY-MM-DD``; days outside the periods are left out.
    """
    days = sorted(by_day)
    totals = []
    for period in periods:
        start, end = bisect_left(days, period.first.isoformat()), bisect_right(days, period.last.isoformat())
        totals.append(sum((by_day[day] for day in days[start:end]), ScoreCounts()))
    return totals


def _whole(kind: PeriodKind, day: date) -> tuple[date, date]:
    """First and last day of the calendar period `day` is in; of a rolling period, the one that ends with `day`."""
    match kind:
        case "day":
            return day, day
        case "week":
            monday = day - timedelta(days=day.weekday())
            return monday, monday + timedelta(days=6)
        case "rolling":
            # The first is right for 28 February 2025, after a leap day, the second for 28 February 2028, before one.
            return max(add_months(day + _DAY, -12), add_months(day, -12) + _DAY), day
    months = {"month": 1, "quarter": 3, "year": 12}[kind]
    first = date(day.year, (day.month - 1) // months * months + 1, 1)
    return first, add_months(first, months) - _DAY


_LABELS: dict[PeriodKind, Callable[[date], str]] = {
    "day": date.isoformat,
    "week": lambda day: f"{day:%G-W%V}",
    "month": lambda day: f"{day:%Y-%m}",
    "quarter": lambda day: f"{day.year}-Q{(day.month + 2) // 3}",
    "year": lambda day: f"{day:%Y}",
    "rolling": date.isoformat,
}


def _check(first: date, last: date) -> None:
    if last < first:
        raise InvalidInputError(f"{last} is before {first}", field="last")
    if first.year < _YEARS[0] or last.year > _YEARS[1]:
        raise InvalidInputError(f"{first} to {last} is not within the years 1900 to 2999", field="first")
