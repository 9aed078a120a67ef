"""The numbers of the programme, read from the counters: always with n, an interval and who of those asked answered."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

from sayso.domain.counting import ALL
from sayso.domain.nps import FEW_ANSWERS, ScoreCounts, interval, nps
from sayso.domain.programme import Programme, Scale
from sayso.domain.satisfaction import Satisfaction
from sayso.domain.time import add_months
from sayso.ports import CellCounts, Clock, Counters


@dataclass(frozen=True)
class Figures:
    """One score with all that makes it readable: what is confirmed, and apart from it what is not.

    `waiting` answers were given, but there is no evidence of a person (yet); `machine` ones look like a mail
    scanner's. Neither counts. Of the scale satisfaction there is no NPS: see `satisfaction`.
    """

    name: str
    counts: ScoreCounts
    asked: int
    answered: int
    waiting: int = 0
    machine: int = 0
    scale: Scale = "nps"
    by_day: dict[str, ScoreCounts] = field(default_factory=dict, repr=False)

    @property
    def satisfaction(self) -> Satisfaction:
        """The counts of a survey that asks for 1 to 5."""
        return Satisfaction.of(self.counts)

    def as_json(self) -> dict[str, Any]:
        """The figures as plain JSON values; a score of no answers is null."""
        return {
            "scale": self.scale,
            **(self._nps() if self.scale == "nps" else self.satisfaction.as_json()),
            "asked": self.asked,
            "answered": self.answered,
            "waiting": self.waiting,
            "machine": self.machine,
        }

    def _nps(self) -> dict[str, Any]:
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
        """One survey under its own name and on its own scale."""
        return self._figures(name, (name,), "all", ALL, first, last, self.programme.survey(name).scale)

    def drivers(self, first: date, last: date) -> dict[str, ScoreCounts]:
        """For each driver of the programme, the relationship answers that named it."""
        surveys = self.programme.relationship_surveys
        return {
            driver.id: self._figures(driver.id, surveys, "driver", driver.id, first, last).counts
            for driver in self.programme.drivers
        }

    def ratings(self, survey: str, first: date, last: date) -> Mapping[str, Satisfaction]:
        """The ratings of a survey that were given: those it asks for in its order, then those it once asked for."""
        asked = self.programme.survey(survey).ratings
        known = self.counters.values(survey, "rating")
        found = {
            rating: Satisfaction.of(self._figures(rating, (survey,), "rating", rating, first, last).counts)
            for rating in (*(one for one in asked if one in known), *sorted({*known} - {*asked}))
        }
        return {rating: figures for rating, figures in found.items() if figures.n}

    def _figures(
        self,
        name: str,
        surveys: tuple[str, ...],
        scope: str,
        value: str,
        first: date,
        last: date,
        scale: Scale = "nps",
    ) -> Figures:
        parts = [self.counters.read(survey, scope, value, first.isoformat(), last.isoformat()) for survey in surveys]
        by_day = _by_day(parts)
        return Figures(
            name=name,
            counts=sum(by_day.values(), ScoreCounts()),
            asked=sum(part.sent for part in parts),
            answered=sum(part.answered for part in parts),
            waiting=sum(part.waiting for part in parts),
            machine=sum(part.machine for part in parts),
            scale=scale,
            by_day=by_day,
        )


def _by_day(parts: list[CellCounts]) -> dict[str, ScoreCounts]:
    days: dict[str, ScoreCounts] = {}
    for part in parts:
        for day, counts in part.scores.items():
            days[day] = days.get(day, ScoreCounts()) + counts
    return days
