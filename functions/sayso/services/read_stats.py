"""The numbers of the programme, read from the counters: always with n, an interval and who of those asked answered."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

from sayso.domain.counting import ALL
from sayso.domain.nps import FEW_ANSWERS, ScoreCounts, interval, nps
from sayso.domain.programme import Programme
from sayso.domain.time import add_months
from sayso.ports import CellCounts, Clock, Counters


@dataclass(frozen=True)
class Figures:
    """One score with all that makes it readable. `low` and `high` are the ends of the 95 % interval, in points."""

    name: str
    counts: ScoreCounts
    asked: int
    answered: int
    by_day: dict[str, ScoreCounts] = field(default_factory=dict, repr=False)

    def as_json(self) -> dict[str, Any]:
        """The figures as plain JSON values; a score of no answers is null."""
        counts = self.counts
        ends = interval(counts) if counts.n else None
        return {
            "n": counts.n,
            "promoters": counts.promoters,
            "passives": counts.passives,
            "detractors": counts.detractors,
            "nps": nps(counts) if counts.n else None,
            "interval": [round(ends.low, 1), round(ends.high, 1)] if ends else None,
            "few_answers": counts.n < FEW_ANSWERS,
            "asked": self.asked,
            "answered": self.answered,
            "scores": list(counts.counts),
        }


@dataclass(frozen=True)
class ReadStats:
    """See the module. As many reads for a thousand answers as for a million."""

    counters: Counters
    programme: Programme
    clock: Clock

    def window(self, until: datetime | None = None) -> tuple[date, date]:
        """The twelve months of UTC days that end with today: first and last day, both included."""
        last = (until or self.clock()).date()
        return add_months(last, -12) + timedelta(days=1), last

    def headline(self, first: date, last: date) -> Figures:
        """The relationship score: day50 and annual together (rule 8)."""
        return self._figures("relationship", self.programme.relationship_surveys, "all", ALL, first, last)

    def survey(self, name: str, first: date, last: date) -> Figures:
        """One survey under its own name."""
        return self._figures(name, (name,), "all", ALL, first, last)

    def drivers(self, first: date, last: date) -> dict[str, ScoreCounts]:
        """For each driver of the programme, the relationship answers that named it."""
        surveys = self.programme.relationship_surveys
        return {
            driver.id: self._figures(driver.id, surveys, "driver", driver.id, first, last).counts
            for driver in self.programme.drivers
        }

    def _figures(self, name: str, surveys: tuple[str, ...], scope: str, value: str, first: date, last: date) -> Figures:
        parts = [self.counters.read(survey, scope, value, first.isoformat(), last.isoformat()) for survey in surveys]
        by_day = _by_day(parts)
        return Figures(
            name=name,
            counts=sum(by_day.values(), ScoreCounts()),
            asked=sum(part.sent for part in parts),
            answered=sum(part.answered for part in parts),
            by_day=by_day,
        )


def _by_day(parts: list[CellCounts]) -> dict[str, ScoreCounts]:
    days: dict[str, ScoreCounts] = {}
    for part in parts:
        for day, counts in part.scores.items():
            days[day] = days.get(day, ScoreCounts()) + counts
    return days
