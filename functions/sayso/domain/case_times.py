"""How long somebody unhappy waits: until the first contact, and until their follow-up is closed; and how it ended."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from sayso.domain.durations import Durations, durations
from sayso.domain.follow_up import OUTCOMES, FollowUp, Outcome
from sayso.domain.shares import Share

_HOUR = timedelta(hours=1)


@dataclass(frozen=True)
class Episode:
    """A follow-up from when it was opened, or reopened, until it was closed. Moments in UTC.

    `due_at` is when the first contact was due; None where nobody kept it. Closing counts as contact. `is_given_up` says
    that the person was erased before it was closed: nobody has to do anything about it, and it has no outcome.
    `is_reopened` says that another one came after it: how it ended is not how the follow-up stands.
    """

    begun_at: datetime
    due_at: datetime | None = None
    contacted_at: datetime | None = None
    closed_at: datetime | None = None
    outcome: Outcome | None = None
    cause: str = ""
    is_given_up: bool = False
    is_reopened: bool = False

    @property
    def is_open(self) -> bool:
        """Whether somebody still has to do something about it."""
        return self.closed_at is None and not self.is_given_up

    def was_in_time(self, now: datetime) -> bool | None:
        """Whether the first contact came within its due time; None while that is still open, or was never set."""
        if self.due_at is None:
            return None
        if self.contacted_at is None:
            return False if now >= self.due_at else None
        return self.contacted_at <= self.due_at

    @property
    def time_to_contact(self) -> timedelta | None:
        """By the clock, nights and weekends included."""
        return _since(self.begun_at, self.contacted_at)

    @property
    def time_to_close(self) -> timedelta | None:
        """By the clock, nights and weekends included."""
        return _since(self.begun_at, self.closed_at)


def episodes_of(case: FollowUp) -> list[Episode]:
    """What came of a case each time it was opened.

    Where the person was erased before anybody was in touch there is none: they may have withdrawn for that reason or
    another, and nobody can still be late with them.
    """
    found: list[Episode] = []
    for change in case.changes:
        if change.what in ("opened", "reopened"):
            found.append(Episode(change.at, change.due_at))
        elif found and found[-1].closed_at is None and change.what in ("contacted", "closed"):
            last = replace(found[-1], contacted_at=found[-1].contacted_at or change.at)
            if change.what == "closed":
                last = replace(last, closed_at=change.at, outcome=change.outcome, cause=change.cause)
            found[-1] = last
    if found and found[-1].due_at is None:  # of before 2026-11-22, when only the case itself said so
        found[-1] = replace(found[-1], due_at=case.due_at)
    if case.erased:
        over = [replace(one, is_given_up=True) if one.closed_at is None else one for one in found]
        found = [one for one in over if one.contacted_at]
    return [*(replace(one, is_reopened=True) for one in found[:-1]), *found[-1:]]


@dataclass(frozen=True)
class CaseTimes:
    """What came of all `episodes` of some cases as of a moment. These always add up:

    begun = contacted + waiting + late_now, begun = closed + open + given_up, and, each case once as it stands now,
    cases = the sum of the outcomes + open + given_up.
    """

    episodes: Sequence[Episode]
    now: datetime

    @property
    def begun(self) -> int:
        """How often a case was opened or reopened."""
        return len(self.episodes)

    @property
    def cases(self) -> int:
        """How many cases these are of."""
        return sum(not one.is_reopened for one in self.episodes)

    @property
    def contacted(self) -> int:
        """How often somebody was in touch."""
        return sum(one.contacted_at is not None for one in self.episodes)

    @property
    def late_now(self) -> int:
        """How many wait for a first contact whose time is over."""
        return sum(one.contacted_at is None and one.was_in_time(self.now) is False for one in self.episodes)

    @property
    def waiting(self) -> int:
        """How many wait for a first contact that still has time."""
        return self.begun - self.contacted - self.late_now

    @property
    def closed(self) -> int:
        """How many were closed."""
        return sum(one.closed_at is not None for one in self.episodes)

    @property
    def open(self) -> int:
        """How many are not over."""
        return sum(one.is_open for one in self.episodes)

    @property
    def given_up(self) -> int:
        """How many were neither closed nor are open: their person was erased."""
        return sum(one.is_given_up for one in self.episodes)

    @property
    def in_time(self) -> Share:
        """Of all whose time for a first contact is over or who had it, those who had it in time.

        Whoever is overdue without contact counts as not in time: without them, never calling would look punctual.
        """
        known = [one.was_in_time(self.now) for one in self.episodes]
        return Share(sum(one is True for one in known), sum(one is not None for one in known))

    @property
    def outcomes(self) -> dict[str, int]:
        """How many cases ended how the last time, if they are not open again, every outcome named; "" is of those that
        were closed before outcomes were kept."""
        counted = Counter[str](one.outcome or "" for one in self._ended)
        return {name: counted[name] for name in (*OUTCOMES, *([""] if counted[""] else []))}

    @property
    def causes(self) -> Counter[str]:
        """What those cases were about, by cause (a driver's id, or somebody's words)."""
        return Counter(one.cause for one in self._ended)

    @property
    def _ended(self) -> list[Episode]:
        return [one for one in self.episodes if one.closed_at and not one.is_reopened]

    @property
    def hours_to_contact(self) -> Durations | None:
        """The time to the first contact, in hours of the clock."""
        return durations([time / _HOUR for one in self.episodes if (time := one.time_to_contact) is not None])

    @property
    def hours_to_close(self) -> Durations | None:
        """The time to closing, in hours of the clock."""
        return durations([time / _HOUR for one in self.episodes if (time := one.time_to_close) is not None])

    def as_json(self) -> dict[str, Any]:
        """The figures as plain JSON values; what nothing tells is null."""
        to_contact, to_close, in_time = self.hours_to_contact, self.hours_to_close, self.in_time
        return {
            "begun": self.begun,
            "contacted": self.contacted,
            "waiting": self.waiting,
            "late_now": self.late_now,
            "closed": self.closed,
            "open": self.open,
            "given_up": self.given_up,
            "hours_to_contact": to_contact.as_json() if to_contact else None,
            "hours_to_close": to_close.as_json() if to_close else None,
            "in_time": in_time.part,
            "in_time_of": in_time.whole,
            "in_time_percent": round(in_time.percent, 1) if in_time.whole else None,
            "in_time_interval": in_time.interval.tenths if in_time.whole else None,
            "outcomes": {name or "not_said": number for name, number in self.outcomes.items()},
        }


def _since(start: datetime, end: datetime | None) -> timedelta | None:
    return max(end - start, timedelta(0)) if end else None
