"""Answers to questions about the numbers, as lines: one for each survey, group or period, some with how they moved."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any, Literal

from sayso.domain.comparing import Change, answers_needed, change, share_change
from sayso.domain.errors import InvalidInputError
from sayso.domain.nps import ScoreCounts
from sayso.domain.periods import PeriodKind, periods, sums
from sayso.services.at_once import at_once
from sayso.services.figures import Figures, rounded
from sayso.services.read_stats import ReadStats, Scope, Selection, Span

Dimension = Literal["account", "segment", "language", "driver", "owner"]
Kind = Literal["headline", "survey", "history", "selection", "period"] | Dimension
ENOUGH_TO_COMPARE = 10
"""With fewer answers on either side nothing is said about a change: the intervals are proven from ten on
(tests/unit/test_interval_coverage.py), and below only a landslide would be seen."""
ENOUGH_PER_OWNER = 10
"""A score of one of our own people stands on at least so many answers."""


@dataclass(frozen=True)
class Movement:
    """How a figure stands to the one before it; without a `change`, `why_not` says why they are not compared.

    `needed` is how many answers each of the two would need for a change as large as this one to be seen.
    """

    before: Figures
    span: Span
    change: Change | None = None
    why_not: str = ""
    needed: int | None = None

    def as_json(self) -> dict[str, Any]:
        """The movement as plain JSON values."""
        moved = self.change
        return {
            "from": self.span.first,
            "to": self.span.last,
            "n": self.before.counts.n,
            "points": round(moved.points, 1) if moved else None,
            "interval": rounded(moved.interval) if moved else None,
            "reliable": moved.is_reliable if moved else None,
            "why_not": self.why_not or None,
            "answers_needed": self.needed,
        }


@dataclass(frozen=True)
class Line:
    """One row of an answer. `is_whole` is false for a calendar period the question cut off."""

    kind: Kind
    name: str
    span: Span
    figures: Figures
    moved: Movement | None = None
    is_whole: bool = True
    hidden: bool = False


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
        return Line(kind, which.name, self.span, figures, moved)

    def overview(self, scope: Scope = "all", value: str = "-") -> list[Line]:
        """The headline, every survey of the programme, and apart from them those it does not have (any more)."""
        surveys = [one for name in self.read.programme.surveys for one in self.read.selections(name)]
        history = [one for name in self.read.history() for one in self.read.selections(name)]
        wanted: list[tuple[Kind, Selection]] = [("headline", self.read.headline_selection)]
        wanted += [("survey", one) for one in surveys]
        wanted += [("history", one) for one in history]
        return [self.line(kind, one.narrowed(one.name, scope, value)) for kind, one in wanted]

    def breakdown(self, which: Selection, by: Dimension, names: Mapping[str, str]) -> list[Line]:
        """A line for each value of a dimension that was answered or asked; `names` say what each is called.

        Those of a segment are followed by who has none of its values.
        """
        wanted = [which.narrowed(name, by, value) for value, name in names.items()]
        lines = at_once(lambda one: self.line(by, one), wanted)
        if by == "segment":
            lines += self._without(which, names, lines)
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
            figures = [replace(whole, counts=one, asked=0, answered=0, coverage="none", by_day={}) for one in counts]
        else:
            whole, *figures = self.read.over(which, [self.span, *spans])
        lines: list[Line] = []
        for period, span, one in zip(found, spans, figures, strict=True):
            earlier = lines[-1] if lines and kind != "rolling" else None
            moved = _moved_in(earlier, one, is_whole=period.is_whole) if earlier else None
            named = replace(one, name=period.label)
            lines.append(Line("period", period.label, span, named, moved, is_whole=period.is_whole))
        return Line("selection", which.name, self.span, whole), lines

    def _without(self, which: Selection, names: Mapping[str, str], lines: Sequence[Line]) -> list[Line]:
        """For each segment, whoever of the selection has no value of it."""
        whole = self.line("segment", which)
        rest = []
        for segment in dict.fromkeys(value.split("=", 1)[0] for value in names):
            of_it = [line for value, line in zip(names, lines, strict=True) if value.split("=", 1)[0] == segment]
            figures = _rest(f"without {segment}", whole.figures, [line.figures for line in of_it])
            befores = [line.moved.before for line in of_it if line.moved]
            moved = None
            if whole.moved and self.before:
                moved = compared(_rest(figures.name, whole.moved.before, befores), figures, self.before)
            rest.append(Line("segment", figures.name, self.span, figures, moved))
        return rest


def before(span: Span) -> Span:
    """The days right before a span, as many of them."""
    days = span.last - span.first
    return Span(span.first - days - timedelta(days=1), span.first - timedelta(days=1))


def compared(earlier: Figures, later: Figures, span: Span) -> Movement:
    """How the later figures stand to the earlier ones, which are of the days of `span`; the two share no answer."""
    if min(earlier.counts.n, later.counts.n) < ENOUGH_TO_COMPARE:
        return Movement(earlier, span, why_not=f"fewer than {ENOUGH_TO_COMPARE} answers")
    if later.scale == "satisfaction":
        return Movement(earlier, span, share_change(earlier.satisfied, later.satisfied))
    moved = change(earlier.counts, later.counts)
    return Movement(earlier, span, moved, needed=needed_for(later.counts, round(abs(moved.points))))


def needed_for(counts: ScoreCounts, points: int) -> int | None:
    """How many answers each of two periods needs for that change to be seen; None where there is none to see."""
    try:
        return answers_needed(counts, points) if points else None
    except InvalidInputError:
        return None  # a change to where it is from a score that had no room for it


def _moved_in(earlier: Line, later: Figures, *, is_whole: bool) -> Movement:
    if not (is_whole and earlier.is_whole):
        return Movement(earlier.figures, earlier.span, why_not="only a part")
    return compared(earlier.figures, later, earlier.span)


def _rest(name: str, whole: Figures, parts: Sequence[Figures]) -> Figures:
    # A segment has at most one value for each answer, so nothing is taken away twice.
    answered = whole.answered - sum(part.answered for part in parts)
    return replace(
        whole,
        name=name,
        counts=whole.counts - sum((part.counts for part in parts), ScoreCounts()),
        asked=max(answered, whole.asked - sum(part.asked for part in parts)),
        answered=answered,
        waiting=0,
        machine=0,
        by_day={},
    )
