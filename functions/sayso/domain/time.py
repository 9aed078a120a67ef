"""Calendar arithmetic of the programme: spans as people write them, months, working days, and the send window."""

from __future__ import annotations

import calendar
import re
from collections.abc import Collection
from datetime import UTC, date, datetime, time, timedelta
from typing import Annotated, TypeGuard
from zoneinfo import ZoneInfo

from pydantic import BeforeValidator, PlainSerializer

from sayso.domain.errors import InvalidInputError

_SPAN = re.compile(r"^(\d+)\s*(minute|hour|day|week)s?$")
_MONTHS = re.compile(r"^(\d+)\s*(month|year)s?$")
_WORKING_DAYS = re.compile(r"^(\d+)\s*(?:working|business)\s*days?$")

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


def add_working_days(moment: datetime, days: int, zone: ZoneInfo) -> datetime:
    """Move on by `days` Mondays-to-Fridays at the same local time of `zone`; returns UTC."""
    local = moment.astimezone(zone)
    while days > 0:
        local += timedelta(days=1)
        days -= local.weekday() < 5
    return local.astimezone(UTC)


def at_local_time(day: date, clock: time, zone: ZoneInfo) -> datetime:
    """The UTC moment at which it is `clock` on `day` in `zone`.

    A local time that a DST change skips is read with the offset before the change (PEP 495, fold=0),
    which lands just behind the gap.
    """
    return datetime.combine(day, clock, tzinfo=zone).astimezone(UTC)


def next_opening(moment: datetime, *, days: Collection[int], opens: time, closes: time, zone: ZoneInfo) -> datetime:
    """The earliest moment not before `moment` at which a send window is open.

    Parameters
    ----------
    moment : datetime
        Aware; when it lies in the window it is returned as it is (in UTC).
    days : collection of int
        Open weekdays, Monday = 0. Not empty.
    opens, closes : time
        Local times; open from `opens` until just before `closes`. Equal means the whole day.
    zone : ZoneInfo
        The contact's time zone.
    """
    local = moment.astimezone(zone)
    for ahead in range(9):
        day = local.date() + timedelta(days=ahead)
        if day.weekday() not in days:
            continue
        opening = at_local_time(day, opens if opens != closes else time(0), zone)
        closing = (
            at_local_time(day, closes, zone)
            if opens != closes
            else at_local_time(day + timedelta(days=1), time(0), zone)
        )
        if moment < closing:
            return max(moment, opening).astimezone(UTC)
    raise InvalidInputError("the send window never opens", field="send_window")
