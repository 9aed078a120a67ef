"""Calendar arithmetic of the programme: spans as people write them, months, working days, and the send window."""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable, Collection, Iterator
from datetime import UTC, date, datetime, time, timedelta
from itertools import islice
from typing import Annotated, TypeGuard
from zoneinfo import ZoneInfo

from pydantic import BeforeValidator, PlainSerializer

from sayso.domain.errors import InvalidInputError

_SPAN = re.compile(r"^(\d+)\s*(minute|hour|day|week)s?$")
_MONTHS = re.compile(r"^(\d+)\s*(month|year)s?$")
_WORKING_DAYS = re.compile(r"^(\d+)\s*(?:working|business)\s*days?$")

_LONGEST_CLOSED = 370  # days

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


def parse_span(text: object) -> timedelta:
    """Read ``"4 hours"``, ``"50 days"`` or ``"2 weeks"`` as a `timedelta`; raise ValueError for anything else."""
    if isinstance(text, timedelta):
        return text
    match = _SPAN.match(str(text).strip().lower())
    if not match:
        raise ValueError("write a number and a unit, such as '50 days', '4 hours' or '2 weeks'")
    return timedelta(**{match[2] + "s": int(match[1])})


def parse_months(text: object) -> int:
    """Read ``"12 months"`` or ``"1 year"`` as a number of months; raise ValueError for anything else."""
    if _is_count(text):
        return int(text)
    match = _MONTHS.match(str(text).strip().lower())
    if not match or int(match[1]) == 0:
        raise ValueError("write a number of months or years, such as '12 months'")
    return int(match[1]) * (12 if match[2] == "year" else 1)


def parse_working_days(text: object) -> int:
    """Read ``"5 working days"`` as a number of days; raise ValueError for anything else."""
    if _is_count(text):
        return int(text)
    match = _WORKING_DAYS.match(str(text).strip().lower())
    if not match or int(match[1]) == 0:
        raise ValueError("write a number of working days, such as '5 working days'")
    return int(match[1])


def _is_count(value: object) -> TypeGuard[int]:
    return isinstance(value, int) and not isinstance(value, bool) and value > 0


def _span_text(span: timedelta) -> str:
    hours, seconds = divmod(int(span.total_seconds()), 3600)
    if seconds:
        return f"{int(span.total_seconds()) // 60} minutes"
    return f"{hours // 24} days" if hours % 24 == 0 else f"{hours} hours"


Span = Annotated[timedelta, BeforeValidator(parse_span), PlainSerializer(_span_text)]
Months = Annotated[int, BeforeValidator(parse_months)]
WorkingDays = Annotated[int, BeforeValidator(parse_working_days)]


def utc_text(moment: datetime) -> str:
    """Write an aware moment as ``2026-11-22T09:00:00Z``: fixed width, so that text order is time order."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def parse_moment(text: str) -> datetime:
    """Read an ISO 8601 moment with its offset as UTC.

    Raises
    ------
    InvalidInputError
        When the text is not a moment, or does not say which offset from UTC it is written in.
    """
    try:
        moment = datetime.fromisoformat(text.strip().replace("Z", "+00:00"))
        in_utc = moment.astimezone(UTC)
    except (ValueError, OverflowError):  # OverflowError: the year 0 in UTC
        raise InvalidInputError(f"'{text}' is not a moment; write it like 2026-03-31T09:00:00Z", field="time") from None
    if moment.tzinfo is None:
        raise InvalidInputError(f"'{text}' has no time zone; add Z for UTC or an offset", field="time")
    return in_utc


def add_months(day: date, months: int) -> date:
    """Add calendar months; a day the month does not have becomes its last (29 February + 12 → 28 February)."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def working_days(first: date, is_working: Callable[[date], bool], *, step: int = 1) -> Iterator[date]:
    """Every working day from `first` on, itself included; `step` -1 goes back in time. Without an end.

    Raises
    ------
    InvalidInputError
        When there is none in more than a year: a calendar can be all holidays, or a week without a working day.
    """
    day, since = first, 0
    while since <= _LONGEST_CLOSED:
        since += 1
        if is_working(day):
            since = 0
            yield day
        day += timedelta(days=step)
    raise InvalidInputError("never opens: there is no working day in more than a year", field="days")


def _is_weekday(day: date) -> bool:
    return day.weekday() < 5


def add_working_days(
    moment: datetime, days: int, zone: ZoneInfo, is_working: Callable[[date], bool] = _is_weekday
) -> datetime:
    """Move on by `days` working days, Mondays to Fridays unless said, at the same local time of `zone`; returns UTC.

    Raises
    ------
    InvalidInputError
        As `working_days` does.
    """
    if days <= 0:
        return moment.astimezone(UTC)
    local = moment.astimezone(zone)
    following = working_days(local.date() + timedelta(days=1), is_working)
    return at_local_time(next(islice(following, days - 1, None)), local.time(), zone)


def at_local_time(day: date, clock: time, zone: ZoneInfo) -> datetime:
    """The UTC moment at which it is `clock` on `day` in `zone`.

    A local time that a DST change skips is read with the offset before the change (PEP 495, fold=0),
    which lands just behind the gap; of one that comes twice the first is meant.
    """
    return datetime.combine(day, clock.replace(fold=0), tzinfo=zone).astimezone(UTC)


def open_hours(day: date, opens: time, closes: time, zone: ZoneInfo) -> tuple[datetime, datetime]:
    """From when (inclusive) until when (exclusive) a day is open, in UTC; equal times mean the whole day.

    Where a DST change skips these hours, they do not end after they began: the day is not open.
    """
    if opens == closes:
        return at_local_time(day, time(0), zone), at_local_time(day + timedelta(days=1), time(0), zone)
    return at_local_time(day, opens, zone), at_local_time(day, closes, zone)


def last_day(until: datetime, zone: ZoneInfo) -> date:
    """The last day of something that lasts until a moment, in a time zone: the day that was typed."""
    return (until.astimezone(zone) - timedelta(microseconds=1)).date()


def next_opening(
    moment: datetime,
    *,
    days: Collection[int],
    opens: time,
    closes: time,
    zone: ZoneInfo,
    is_holiday: Callable[[date], bool] = lambda _: False,
) -> datetime:
    """The earliest moment not before `moment` at which a send window, or an office, is open.

    Parameters
    ----------
    moment : datetime
        Aware; when it lies in the window it is returned as it is (in UTC).
    days : collection of int
        Open weekdays, Monday = 0. Not empty.
    opens, closes : time
        Local times; open from `opens` until just before `closes`. Equal means the whole day.
    zone : ZoneInfo
        The contact's time zone, or the owner's.
    is_holiday : callable
        Says of a local day that it is closed although its weekday is open.

    Raises
    ------
    InvalidInputError
        When it does not open for more than a year.
    """
    coming = working_days(moment.astimezone(zone).date(), lambda day: day.weekday() in days and not is_holiday(day))
    shifts = (open_hours(day, opens, closes, zone) for day in coming)
    since = moment.astimezone(UTC)
    return next(max(since, opening) for opening, closing in shifts if max(since, opening) < closing)
