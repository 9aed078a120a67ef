"""What goes out on which day, from no more than when each mail is due: the week and the month at the desk.

Unlike the forecast it reads no invitation, so that it costs the same however many there are. What waits for a person
(a hold on an account, an open follow-up) is in it all the same.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sayso.domain.forecast import Room, opening_day
from sayso.domain.programme import Programme
from sayso.domain.sending import Pause


@dataclass(frozen=True)
class CalendarDay:
    """A day of the company: how many mails of each survey go out, by its id; only those that have any.

    `is_open` says whether the send window has this weekday, `is_full` whether the day's limit is reached.
    """

    day: date
    counts: dict[str, int]
    is_open: bool = True
    is_full: bool = False

    @property
    def total(self) -> int:
        """All mails of the day."""
        return sum(self.counts.values())


@dataclass(frozen=True)
class Calendar:
    """The days from today on.

    `complete_until` is the last day whose counts are exact, where more waits than was read: of the later ones there
    are so many at least. It may be before the first day. None: all are exact. `beyond` is what the day's limit pushes
    out of these days.
    """

    days: list[CalendarDay]
    complete_until: date | None = None
    beyond: int = 0
    limit: int | None = None
    sent_today: int = 0
    pause: Pause | None = None

    @property
    def total(self) -> int:
        """All mails of these days."""
        return sum(day.total for day in self.days)


def day_of(due_at: datetime, now: datetime, programme: Programme) -> date:
    """The day of the company on which a mail that is due at a moment (UTC) may go out."""
    if due_at <= now:
        return opening_day(now, programme)
    day = due_at.astimezone(programme.zone).date()
    # A moment of an open day is the contact's own: where they live it may be office hours when it is night here.
    while day.weekday() not in programme.send_window.weekdays:
        day += timedelta(days=1)
    return day


def spread(
    due: Iterable[tuple[datetime, str]], days: int, now: datetime, programme: Programme, sent_today: int = 0
) -> tuple[list[CalendarDay], int]:
    """The days from today on with the mails that are due (a moment in UTC and the survey's id), and how many of them
    the day's limit pushes beyond.

    Parameters
    ----------
    sent_today : int
        What went out already on this day of the company, where the programme limits it.
    """
    today = now.astimezone(programme.zone).date()
    shown = [today + timedelta(days=ahead) for ahead in range(days)]
    counts: dict[date, Counter[str]] = {day: Counter() for day in shown}
    room, beyond = Room(programme, now, sent_today), 0
    for due_at, survey in sorted(due):
        own_day = day_of(due_at, now, programme)
        day = room.take(own_day)
        if day in counts:
            counts[day][survey] += 1
        elif own_day in counts:
            beyond += 1
    limit = programme.sending.daily_limit
    return [
        CalendarDay(
            day,
            dict(counts[day]),
            is_open=day.weekday() in programme.send_window.weekdays,
            is_full=limit is not None and counts[day].total() + (sent_today if day == today else 0) >= limit,
        )
        for day in shown
    ], beyond
