"""The numbers of the programme, read from the counters: always with n, an interval and who of those asked answered."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from itertools import pairwise
from typing import Literal, NamedTuple

from sayso.domain.counting import ALL
from sayso.domain.nps import ScoreCounts
from sayso.domain.periods import twelve_months
from sayso.domain.programme import REVIEW, Programme, Scale
from sayso.domain.rating_analysis import Joint, ratings_of
from sayso.domain.satisfaction import Satisfaction
from sayso.ports import CellCounts, Clock, Counters
from sayso.services.figures import Figures, of_parts
from sayso.services.read_once import ReadOnce

Scope = Literal["all", "account", "segment", "language", "driver", "theme", "suggested", "owner"]
# What an answer says, and not who was asked.
SAID: tuple[Scope, ...] = ("driver", "theme", "suggested")
HEADLINE_NAME = "relationship"
DAY = timedelta(days=1)


class Span(NamedTuple):
    """UTC days, both included."""

    first: date
    last: date


@dataclass(frozen=True)
class Selection:
    """Which answers: those to these surveys on one scale, all of them or those of one value of one dimension.

    The counters know one dimension at a time, so there is no account in one language. `name` is what it is called.
    """

    name: str
    surveys: tuple[str, ...]
    scale: Scale = "nps"
    scope: Scope = "all"
    value: str = ALL

    def narrowed(self, name: str, scope: Scope, value: str) -> Selection:
        """The same surveys, for one value of a dimension."""
        return replace(self, name=name, scope=scope, value=value)


@dataclass(frozen=True)
class ReadStats:
    """See the module. As many reads for a thousand answers as for a million."""

    counters: Counters
    programme: Programme
    clock: Clock

    def once(self) -> ReadStats:
        """The same for one command, which reads no counter twice; what is counted meanwhile it does not see."""
        return replace(self, counters=ReadOnce(self.counters))

    def window(self, until: datetime | None = None) -> Span:
        """The twelve months of UTC days that end with today: first and last day, both included."""
        period = twelve_months((until or self.clock()).date())
        return Span(period.first, period.last)

    @property
    def headline_selection(self) -> Selection:
        """The relationship answers: day50 and annual together (rule 8)."""
        return Selection(HEADLINE_NAME, self.programme.relationship_surveys)

    def headline(self, first: date, last: date) -> Figures:
        """The relationship score."""
        return self.figures(self.headline_selection, first, last)

    def survey(self, name: str, first: date, last: date) -> Figures:
        """One survey of the programme under its own name and on its own scale."""
        return self.figures(Selection(name, (name,), self.programme.survey(name).scale), first, last)

    def figures(self, which: Selection, first: date, last: date) -> Figures:
        """The figures of a selection over UTC days, both included."""
        return self.over(which, [Span(first, last)])[0]

    def over(self, which: Selection, spans: Sequence[Span]) -> list[Figures]:
        """The figures of several spans, which may overlap: no day of a counter is read twice."""
        pieces = _pieces(spans)
        parts = {piece: self._parts(which, piece) for piece in pieces}
        return [
            of_parts(
                which.name,
                which.scale,
                {
                    survey: [parts[piece][survey] for piece in pieces if span.first <= piece.first <= span.last]
                    for survey in which.surveys
                },
                has_rate=self._has_rate(which),
                ours=self._ours,
            )
            for span in spans
        ]

    def selections(self, survey: str) -> list[Selection]:
        """A survey on each scale it was ever answered on: first the one it asks on now, which it has in any case."""
        current = self.programme.surveys[survey].scale if survey in self.programme.surveys else None
        scales: tuple[Scale, ...] = ("nps", "satisfaction")
        known = [
            scale for scale in scales if scale == current or self.counters.last_day(survey, "all", ALL, scale=scale)
        ]
        known.sort(key=lambda scale: scale != (current or "nps"))
        usual = current or (known[0] if known else "nps")
        return [
            Selection(survey if scale == usual else f"{survey} ({_CALLED[scale]})", (survey,), scale) for scale in known
        ]

    def last_answer(self, which: Selection) -> date | None:
        """The last UTC day an answer of a selection was counted for, however long ago; None if there never was one."""
        days = [self.counters.last_day(survey, which.scope, which.value, scale=which.scale) for survey in which.surveys]
        return max((date.fromisoformat(day) for day in days if day), default=None)

    def foreign(self, which: Selection) -> Selection:
        """Of a selection the surveys that are not ours."""
        return replace(which, surveys=tuple(one for one in which.surveys if one not in self._ours))

    def history(self) -> list[str]:
        """The surveys with counted answers that the programme does not have: imported, ended, or of meetings."""
        return [survey for survey in self.counters.surveys() if survey not in self.programme.surveys]

    @property
    def _ours(self) -> tuple[str, ...]:
        """The surveys of the programme, and what is recorded in meetings."""
        return (*self.programme.surveys, REVIEW)

    def values(self, surveys: Iterable[str], scope: Scope) -> list[str]:
        """The values of a dimension that any of the surveys was ever counted for, in order."""
        return sorted({value for survey in surveys for value in self.counters.values(survey, scope)})

    def drivers(self, first: date, last: date) -> dict[str, ScoreCounts]:
        """For each driver of the programme, the relationship answers that named it."""
        ours = [driver.id for driver in self.programme.drivers]
        return self._named(self.headline_selection, "driver", ours, first, last)

    def themes(self, first: date, last: date) -> dict[str, ScoreCounts]:
        """For each theme of the programme, the relationship answers that are filed under it; no suggestions."""
        ours = [theme.id for theme in self.programme.all_themes]
        return self._named(self.headline_selection, "theme", ours, first, last)

    def named(self, which: Selection, first: date, last: date) -> dict[str, ScoreCounts]:
        """For each driver the answers of a selection that named it: those of the programme in its order, then those it
        once had, where somebody named one."""
        ours = [driver.id for driver in self.programme.drivers]
        once = [value for value in self.values(which.surveys, "driver") if value not in ours]
        named = self._named(which, "driver", [*ours, *once], first, last)
        return {driver: counts for driver, counts in named.items() if counts.n or driver in ours}

    def ratings(self, survey: str, first: date, last: date) -> Mapping[str, Satisfaction]:
        """The ratings of a survey that were given: those it asks for in its order, then those it once asked for."""
        return {name: ratings_of(joint) for name, joint in self.joint_ratings(survey, first, last).items()}

    def joint_ratings(self, survey: str, first: date, last: date) -> dict[str, Joint]:
        """The same as pairs: how many gave that rating and that score."""
        described = self.programme.surveys.get(survey)
        asked: tuple[str, ...] = described.ratings if described else ()
        scale: Scale = described.scale if described else "nps"
        known = self.counters.values(survey, "rating")
        found = {
            rating: self.counters.read_rating(survey, rating, first.isoformat(), last.isoformat(), scale=scale)
            for rating in (*(one for one in asked if one in known), *sorted({*known} - {*asked}))
        }
        return {rating: joint for rating, joint in found.items() if any(joint.values())}

    def _named(
        self, which: Selection, scope: Scope, names: Iterable[str], first: date, last: date
    ) -> dict[str, ScoreCounts]:
        return {name: self.figures(which.narrowed(name, scope, name), first, last).counts for name in names}

    def _has_rate(self, which: Selection) -> bool:
        """Whether those asked are counted by what is selected: not by what they answered, nor by an earlier scale."""
        current = {self.programme.surveys[name].scale for name in which.surveys if name in self.programme.surveys}
        return which.scope not in SAID and current <= {which.scale}

    def _parts(self, which: Selection, piece: Span) -> dict[str, CellCounts]:
        first, last = piece.first.isoformat(), piece.last.isoformat()
        return {
            survey: self.counters.read(survey, which.scope, which.value, first, last, scale=which.scale)
            for survey in which.surveys
        }


_CALLED: Mapping[Scale, str] = {"nps": "0 to 10", "satisfaction": "1 to 5"}


def _pieces(spans: Sequence[Span]) -> list[Span]:
    """The days of all spans, cut wherever one of them begins or ends, so that each span is whole pieces."""
    cuts = sorted({day for span in spans for day in (span.first, span.last + DAY)})
    pieces = [Span(start, end - DAY) for start, end in pairwise(cuts)]
    return [piece for piece in pieces if any(span.first <= piece.first <= span.last for span in spans)]
