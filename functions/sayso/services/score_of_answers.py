"""What the answers of a week or a month amount to; below five answers they are counted, and have no score."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.domain.digest import SatisfactionWeek, Week
from sayso.domain.nps import SMALLEST_GROUP, ScoreCounts, interval, nps
from sayso.domain.response import Response
from sayso.domain.satisfaction import Satisfaction


def counts_of(answers: Sequence[Response]) -> ScoreCounts:
    """How many answers gave each score."""
    return ScoreCounts(tuple(sum(answer.score == score for answer in answers) for score in range(11)))


def week_of(counts: ScoreCounts) -> Week:
    """Answers from 0 to 10."""
    score = nps(counts) if counts.n >= SMALLEST_GROUP else None
    low, high = interval(counts).rounded if score is not None else (None, None)
    return Week(counts.n, counts.promoters, counts.passives, counts.detractors, score, low, high)


def satisfaction_of(survey: str, counts: ScoreCounts) -> SatisfactionWeek:
    """Answers from 1 to 5 to one survey."""
    figures = Satisfaction.of(counts)
    if figures.n < SMALLEST_GROUP:
        return SatisfactionWeek(survey, figures.n)
    ends = figures.interval
    return SatisfactionWeek(survey, figures.n, figures.mean, figures.share, ends.low, ends.high)
