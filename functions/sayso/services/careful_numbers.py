"""What whoever may learn of no single answer is told: of whole groups of surveys, which share no answer.

The relationship surveys are one group and never told apart; every other survey is one by itself. Of a group there are
the last twelve months, the twelve before them, and periods that begin and end at one set of days: whatever is taken
from whatever, no answers or five at least remain (`sayso.domain.told_days`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from sayso.domain.disclosure import is_large_or_none
from sayso.domain.told_days import safe_cuts
from sayso.services.answer_stats import Answer
from sayso.services.read_stats import DAY, ReadStats, Selection
from sayso.services.stats_in_public import bare, whole_in_public
from sayso.services.stats_lines import Line, before


@dataclass(frozen=True)
class CarefulNumbers:
    """See the module."""

    read: ReadStats

    def answer(self, which: Selection, answer: Answer) -> Answer:
        """An answer, meant for the public, to a question about a group."""
        lines: Sequence[Line] = answer.lines
        if answer.is_overview:
            apart = self.read.programme.relationship_surveys
            lines = [self.whole(line) for line in lines if not (line.kind == "survey" and line.name in apart)]
        elif any(line.kind == "period" for line in lines):
            lines = self.periods(which, lines)
        return replace(answer, whole=self.whole(answer.whole), lines=lines)

    def whole(self, line: Line) -> Line:
        """A group, or all that is asked about; without those asked where one to four of them did not answer."""
        shown = whole_in_public(line)
        figures = shown.figures
        if is_large_or_none(figures.asked - figures.answered):
            return shown
        return replace(shown, figures=replace(figures, asked=0, answered=0, coverage="none"))

    def periods(self, which: Selection, lines: Sequence[Line]) -> list[Line]:
        """Periods of a group: by their score, and hidden where they do not begin and end at one of its days."""
        cuts = self._cuts(which)
        found: list[Line] = []
        for line in lines:
            hidden = line.hidden or not {line.span.first, line.span.last + DAY} <= cuts
            # What it is compared with is the line before it.
            moved = line.moved if found and not found[-1].hidden and not hidden else None
            found.append(replace(line, figures=bare(line.figures), hidden=hidden, moved=moved))
        return found

    def _cuts(self, which: Selection) -> set[date]:
        """Of the twelve months and of those before them, each apart: both are told in any case."""
        window = self.read.window()
        earlier = before(window)
        by_day = self.read.figures(which, earlier.first, window.last).by_day
        return {cut for span in (earlier, window) for cut in safe_cuts(by_day, span.first, span.last + DAY)}
