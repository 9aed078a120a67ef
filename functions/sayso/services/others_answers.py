"""What figures of an account may tell somebody who looks after some of its people, and knows what these answered."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from sayso.domain.disclosure import is_large_or_none
from sayso.domain.nps import ScoreCounts
from sayso.domain.response import Response
from sayso.services.figures import Figures
from sayso.services.read_stats import Selection, Span


@dataclass(frozen=True)
class OthersAnswers:
    """The latest answers of an account whose people are not the reader's.

    Its figures are the reader's own answers and these. Whoever takes the former away is left with the latter: so few
    of them are not to be told of in any sum. Not all there ever were have been looked at: all from the UTC day `since`.
    """

    answers: Sequence[Response] = ()
    since: date = date.min

    def are_none(self, span: Span) -> bool:
        """Whether all answers of some days are of the reader's own people."""
        return self.since <= span.first and not any(_day(one) >= span.first for one in self.answers)

    def hide(self, which: Selection, span: Span) -> bool:
        """Whether the figures of a selection would tell of so few."""
        known = self._counted(which, span)
        return not is_large_or_none(known) or (known == 0 and self.since > span.first)

    def told(self, figures: Figures, which: Selection, span: Span) -> Figures:
        """Figures as they are told: without anything, or beside others' answers without who of those asked did not."""
        if self.hide(which, span):
            figures = replace(figures, counts=ScoreCounts(), by_day={})
        elif not self._counted(which, span):
            return figures
        return replace(figures, asked=0, answered=0, waiting=0, machine=0, coverage="none")

    def _counted(self, which: Selection, span: Span) -> int:
        return sum(
            one.state == "confirmed"
            and one.survey in which.surveys
            and one.scale == which.scale
            and span.first <= _day(one) <= span.last
            for one in self.answers
        )


def _day(answer: Response) -> date:
    """The UTC day an answer is counted on; of one that does not count (yet) that of its last click."""
    return (answer.confirmed_at or answer.given_at).date()
