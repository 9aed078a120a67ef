"""When an office is open: the working time in which somebody who is unhappy is called back."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from sayso.domain.time import add_working_days, next_opening, open_hours, working_days


@dataclass(frozen=True)
class Office:
    """The hours in which one of our people works. Open from `opens` until just before `closes`, each working day.

    Parameters
    ----------
    days : frozenset of int
        Open weekdays, Monday = 0.
    opens, closes : time
        Local times of `zone`; equal means the whole day.
    zone : ZoneInfo
        Where the office is.
    is_holiday : callable
        Says of a local day that it is closed although its weekday is open.

    Every method takes aware moments and returns UTC. An office that does not open for more than a year raises
    InvalidInputError.
    """

    days: frozenset[int]
    opens: time
    closes: time
    zone: ZoneInfo
    is_holiday: Callable[[date], bool]

    def is_open(self, moment: datetime) -> bool:
        """Whether somebody is at work."""
        opening, closing = self._hours(self._day(moment))
        return self._is_working(self._day(moment)) and opening <= moment < closing

    def next_opening(self, moment: datetime) -> datetime:
        """The earliest moment not before this one at which somebody is at work: itself, if the office is open."""
        return next_opening(
            moment,
            days=self.days,
            opens=self.opens,
            closes=self.closes,
            zone=self.zone,
            is_holiday=self.is_holiday,
        )

    def add_working_days(self, moment: datetime, days: int) -> datetime:
        """So many working days after something was heard, at the same local time.

        What is heard while the office is closed counts as heard when it opens.
        """
        return add_working_days(self.next_opening(moment), days, self.zone, self._is_working)

    def after(self, moment: datetime, span: timedelta) -> datetime:
        """The open moment that so much working time later it is: only open hours count."""
        # In UTC: within a zone of its own, Python adds and compares what clocks on the wall say.
        since, left, shifts = moment.astimezone(UTC), span, self._shifts(moment)
        while True:
            opening, closing = next(shifts)
            start = max(since, opening)
            if start + left < closing:
                return start + left
            left -= max(timedelta(0), closing - start)

    def before(self, moment: datetime, span: timedelta) -> datetime:
        """The moment that so much working time earlier it was. A closed moment is counted from the last closing."""
        until, left, shifts = moment.astimezone(UTC), span, self._shifts(moment, step=-1)
        while True:
            opening, closing = next(shifts)
            end = min(until, closing)
            if opening <= end - left:
                return end - left
            left -= max(timedelta(0), end - opening)

    def _shifts(self, moment: datetime, step: int = 1) -> Iterator[tuple[datetime, datetime]]:
        for day in working_days(self._day(moment), self._is_working, step=step):
            opening, closing = self._hours(day)
            if opening < closing:
                yield opening, closing

    def _is_working(self, day: date) -> bool:
        return day.weekday() in self.days and not self.is_holiday(day)

    def _hours(self, day: date) -> tuple[datetime, datetime]:
        return open_hours(day, self.opens, self.closes, self.zone)

    def _day(self, moment: datetime) -> date:
        return moment.astimezone(self.zone).date()
