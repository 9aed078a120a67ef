"""The score and how sure it is: NPS, its interval, and whether a difference is more than noise."""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt

from sayso.domain.errors import InvalidInputError

FEW_ANSWERS = 30  # below it a score is called uncertain, and no part of it is shown
SMALLEST_GROUP = 5  # no figure about fewer answers leaves the house (rule 12)
Z_95 = 1.959963984540054  # 97.5 % quantile of the standard normal distribution: a two-sided 95 %


@dataclass(frozen=True)
class ScoreCounts:
    """How many answers gave each score: eleven counts, for 0 to 10.

    Raises
    ------
    InvalidInputError
        When there are not eleven counts, or one is negative or no whole number.
    """

    counts: tuple[int, ...] = (0,) * 11

    def __post_init__(self) -> None:
        if len(self.counts) != 11:
            raise InvalidInputError(f"there are eleven scores, 0 to 10, but {len(self.counts)} counts", field="counts")
        for score, count in enumerate(self.counts):
            if not isinstance(count, int) or count < 0:
                raise InvalidInputError(
                    f"the count of score {score} is {count!r}; it must be 0 or more", field="counts"
                )

    @classmethod
    def of(cls, *counts: int) -> ScoreCounts:
        """Counts given one by one, that of score 0 first."""
        return cls(counts)

    @classmethod
    def from_groups(cls, promoters: int, passives: int, detractors: int) -> ScoreCounts:
        """Counts with that many of each group, all on one score of it (10, 8 and 3); for examples and tests."""
        counts = [0] * 11
        counts[10], counts[8], counts[3] = promoters, passives, detractors
        return cls(tuple(counts))

    def __add__(self, other: ScoreCounts) -> ScoreCounts:
        return ScoreCounts(tuple(a + b for a, b in zip(self.counts, other.counts, strict=True)))

    @property
    def promoters(self) -> int:
        """Answers of 9 and 10."""
        return sum(self.counts[9:])

    @property
    def passives(self) -> int:
        """Answers of 7 and 8."""
        return sum(self.counts[7:9])

    @property
    def detractors(self) -> int:
        """Answers of 0 to 6."""
        return sum(self.counts[:7])

    @property
    def n(self) -> int:
        """All answers."""
        return sum(self.counts)


@dataclass(frozen=True)
class Interval:
    """A 95 % interval of an NPS, in points, never beyond −100 and +100."""

    low: float
    high: float

    @property
    def rounded(self) -> tuple[int, int]:
        """Both ends as whole points, to be read beside a whole score."""
        return round(self.low), round(self.high)


@dataclass(frozen=True)
class Change:
    """The difference between two scores: `points` gained and the `z` it stands at."""

    points: int
    z: float

    @property
    def is_reliable(self) -> bool:
        """Whether the difference is more than noise, at 95 %."""
        return abs(self.z) >= Z_95


def nps(counts: ScoreCounts) -> int:
    """The Net Promoter Score: 100 × (promoters − detractors) / all, −100 to +100.

    Rounded once, at the end, half away from zero (rule 8), in whole numbers throughout: rounding the two
    shares first would turn 33.5 % − 33.4 % into a point that is not there.

    Raises
    ------
    InvalidInputError
        When there are no answers.
    """
    n = _answers(counts)
    balance = counts.promoters - counts.detractors
    points = (200 * abs(balance) + n) // (2 * n)
    return points if balance >= 0 else -points


def interval(counts: ScoreCounts) -> Interval:
    """The 95 % interval of the score by the adjusted Wald method.

    ¾ of an answer is added to the promoters, ¾ to the detractors, 3 to all (Rocks 2016;
    https://measuringu.com/nps-confidence-intervals), because the plain interval is far too narrow in small
    samples. It treats those who answered as a sample of many customers; for a company where most of few contacts
    answered it is wider than it need be.

    Raises
    ------
    InvalidInputError
        When there are no answers.
    """
    balance, variance = _adjusted(counts)
    half = Z_95 * sqrt(variance)
    return Interval(low=max(-100.0, 100 * (balance - half)), high=min(100.0, 100 * (balance + half)))


def change(before: ScoreCounts, after: ScoreCounts) -> Change:
    """How far the score moved, and how many standard errors that is (both scores adjusted as in `interval`).

    Raises
    ------
    InvalidInputError
        When either has no answers.
    """
    balance_before, variance_before = _adjusted(before)
    balance_after, variance_after = _adjusted(after)
    return Change(
        points=nps(after) - nps(before),
        z=(balance_after - balance_before) / sqrt(variance_before + variance_after),
    )


def signed(points: float) -> str:
    """Points as they are read: whole, with a plus or a real minus (U+2212), and zero with neither."""
    whole = round(points)
    return f"+{whole}" if whole > 0 else f"−{-whole}" if whole < 0 else "0"


def is_reliable_change(before: ScoreCounts, after: ScoreCounts) -> bool:
    """Whether the score really moved; False means "no reliable change", which is a result too."""
    return change(before, after).is_reliable


def _adjusted(counts: ScoreCounts) -> tuple[float, float]:
    """Promoters minus detractors as a share, and its variance, with the ¾ + ¾ + 3 added."""
    n = _answers(counts) + 3
    promoters, detractors = (counts.promoters + 0.75) / n, (counts.detractors + 0.75) / n
    balance = promoters - detractors
    return balance, (promoters + detractors - balance**2) / n


def _answers(counts: ScoreCounts) -> int:
    if counts.n == 0:
        raise InvalidInputError("there are no answers to make a score of", field="counts")
    return counts.n
