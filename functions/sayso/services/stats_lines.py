"""Answers to questions about the numbers, as lines: one for each survey, group or period, some with how they moved."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal

from sayso.domain.nps import ScoreCounts
from sayso.domain.periods import PeriodKind, periods, sums
from sayso.domain.programme import REVIEW
from sayso.services.at_once import at_once
from sayso.services.figures import Figures, left_over
from sayso.services.movement import EARLIER_IS_PART, PART, STILL_RUNNING, Movement, compared
from sayso.services.read_stats import ReadStats, Scope, Selection, Span

Dimension = Literal["account", "segment", "language", "driver", "theme", "owner"]
Kind = Literal["headline", "survey", "review", "history", "selection", "period"] | Dimension
ENOUGH_PER_OWNER = 10
"""A score of one of our own people stands on at least so many answers."""


@dataclass(frozen=True)
class Line:
    """One row of an answer.

    `is_whole` is false for a calendar period the question cut off. `last_answer` is the last day there was an answer
    at all, where there is none in the days asked about.
    """

    kind: Kind
    name: str
    span: Span
    figures: Figures
    moved: Movement | None = None
    is_whole: bool = True
    hidden: bool = False
    last_answer: date | None = None


@dataclass(frozen=True)
class StatsLines:
    """See the module. `before` is what every line is compared with, if it is."""

    read: ReadStats
    span: Span
    before: Span | None = None

    def line(self, kind: Kind, which: Selection) -> Line:
        """One selection as one line."""
        figures, *others = self.read.over(which, [self.span, self.before] if self.before else [self.span])
        moved = compared(others[0], figures, self.before) if others and self.before else None
        return Line(kind, which.name, self.span, figures, moved, last_answer=self._last(kind, which, figures))

    def overview(self, scope: Scope = "all", value: str = "-") -> list[Line]:
        """The headline, every survey of the programme, and apart from them reviews, and surveys it does not have (any
        more)."""
        surveys = [one for name in self.read.programme.surveys for one in self.read.selections(name)]
        apart = [(name, one) for name in self.read.history() for one in self.read.selections(name)]
        wanted: list[tuple[Kind, Selection]] = [("headline", self.read.headline_selection)]
        wanted += [("survey", one) for one in surveys]
        wanted += [("review", one) for name, one in apart if name == REVIEW]
        wanted += [("history", one) for name, one in apart if name != REVIEW]
        return [self.line(kind, one.narrowed(one.name, scope, value)) for kind, one in wanted]

    def breakdown(self, which: Selection, by: Dimension, names: Mapping[str, str]) -> list[Line]:
        """A line for each value of a dimension that was answered or asked; `names` say what each is called.

        Those of a segment are followed by who has none of its values.
        """
        wanted = [which.narrowed(name, by, value) for value, name in names.items()]
        lines = at_once(lambda one: self.line(by, one), wanted)
        if by == "segment":
            lines += self._without(which, names, lines)  # the whole last, so that no part has more than it
        return [line for line in lines if line.figures.counts.n or line.figures.asked]

    def trend(self, which: Selection, kind: PeriodKind) -> tuple[Line, list[Line]]:
        """A line for all of it and one for each period, with how it moved against the one before it.

        Rolling periods overlap, so they are not compared; neither is a period the question cut off. Days have no
        response rate: a mail of today is answered for weeks.
        """
        found = periods(kind, *self.span)
        spans = [Span(period.first, period.last) for period in found]
        if kind == "day":
            whole = self.read.figures(which, *self.span)
            counts = sums(whole.by_day, found)
            foreign = sums(self._foreign(which, whole), found)
            figures = [
                replace(whole, counts=one, asked=0, answered=0, coverage="none", foreign=other.n, by_day={})
                for one, other in zip(counts, foreign, strict=True)
            ]
        else:
            whole, *figures = self.read.over(which, [self.span, *spans])
        lines: list[Line] = []
        for period, span, one in zip(found, spans, figures, strict=True):
            earlier = lines[-1] if lines and kind != "rolling" else None
            named = Line("period", period.label, span, replace(one, name=period.label), is_whole=period.is_whole)
            lines.append(replace(named, moved=self._moved_in(earlier, named)) if earlier else named)
        last = self._last("selection", which, whole)
        return Line("selection", which.name, self.span, whole, last_answer=last), lines

    def _moved_in(self, earlier: Line, line: Line) -> Movement:
        if not line.is_whole:
            is_running = line.span.last >= self.read.window().last
            return Movement(earlier.figures, earlier.span, why_not=STILL_RUNNING if is_running else PART)
        if not earlier.is_whole:
            return Movement(earlier.figures, earlier.span, why_not=EARLIER_IS_PART)
        return compared(earlier.figures, line.figures, earlier.span)

    def _foreign(self, which: Selection, whole: Figures) -> Mapping[str, ScoreCounts]:
        """By day the answers to surveys the programme does not have."""
        if whole.source != "both":
            return whole.by_day if whole.foreign else {}
        return self.read.figures(self.read.foreign(which), *self.span).by_day

    def _last(self, kind: Kind, which: Selection, figures: Figures) -> date | None:
        is_told = kind in ("headline", "survey", "review", "history", "selection") and not figures.counts.n
        return self.read.last_answer(which) if is_told else None

    def _without(self, which: Selection, names: Mapping[str, str], lines: Sequence[Line]) -> list[Line]:
        """For each segment, whoever of the selection has no value of it."""
        whole = self.line("segment", which)
        rest = []
        # A segment has at most one value for each answer, so nothing is taken away twice.
        for segment in dict.fromkeys(value.split("=", 1)[0] for value in names):
            of_it = [line for value, line in zip(names, lines, strict=True) if value.split("=", 1)[0] == segment]
            figures = left_over(whole.figures, [line.figures for line in of_it], f"without {segment}")
            befores = [line.moved.before for line in of_it if line.moved]
            moved = None
            if whole.moved and self.before:
                moved = compared(left_over(whole.moved.before, befores, figures.name), figures, self.before)
            rest.append(Line("segment", figures.name, self.span, figures, moved))
        return rest


def before(span: Span) -> Span:
    """The days right before a span, as many of them."""
    days = span.last - span.first
    return Span(span.first - days - timedelta(days=1), span.first - timedelta(days=1))


def _moved_in(earlier: Line, later: Figures, *, is_whole: bool) -> Movement:
    if not (is_whole and earlier.is_whole):
        return Movement(earlier.figures, earlier.span, why_not="only a part")
    return compared(earlier.figures, later, earlier.span)
