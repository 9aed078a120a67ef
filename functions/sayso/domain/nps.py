"""The score and how sure it is: NPS and its interval. Whether a score moved is told in `comparing`."""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt
from typing import Literal

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

    def __sub__(self, other: ScoreCounts) -> ScoreCounts:
        """What is left without `other`; raises InvalidInputError where `other` has more of a score."""
        return ScoreCounts(tuple(a - b for a, b in zip(self.counts, other.counts, strict=True)))

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

    @property
    def mean(self) -> float:
        """The mean score, 0 to 10; raises InvalidInputError when there are no answers."""
        return sum(score * count for score, count in enumerate(self.counts)) / some_answers(self)


@dataclass(frozen=True)
class Interval:
    """A 95 % interval, in the unit of what it is of: points of an NPS, percent of a share; never beyond its scale."""

    low: float
    high: float

    @property
    def rounded(self) -> tuple[int, int]:
        """Both ends as whole points, to be read beside a whole score."""
        return round(self.low), round(self.high)

    @property
    def tenths(self) -> list[float]:
        """Both ends to a tenth, for machines."""
        return [round(self.low, 1), round(self.high, 1)]


def nps(counts: ScoreCounts) -> int:
    """The Net Promoter Score: 100 × (promoters − detractors) / all, −100 to +100.

    Rounded once, at the end, half away from zero (rule 8), in whole numbers throughout: rounding the two
    shares first would turn 33.5 % − 33.4 % into a point that is not there.

    Raises
    ------
    InvalidInputError
        When there are no answers.
    """
    n = some_answers(counts)
    balance = counts.promoters - counts.detractors
    points = (200 * abs(balance) + n) // (2 * n)
    return points if balance >= 0 else -points


def interval(counts: ScoreCounts, asked: int | None = None) -> Interval:
    """The 95 % interval of the score, in points, by the adjusted Wald method.

    ¾ of an answer is added to the promoters, ¾ to the detractors, 3 to all (Rocks 2016;
    https://measuringu.com/nps-confidence-intervals), because the plain interval is far too narrow in small
    samples. From ten answers on it holds the true score in 93 to 97 of 100 cases; in more where nearly all customers
    give the same answer, and in fewer where they have no promoters or no detractors at all among them (of ten answers
    in 87 at worst). Under ten it is a rough guide.

    Parameters
    ----------
    counts : ScoreCounts
        The answers.
    asked : int, optional
        How many were asked, N, those who answered among them. Without it the answers are a sample of endlessly many
        customers, and the interval is of the score all of them would give. With it the interval is of the score of
        just those N people, as if the silent ones were like the others. It is narrower, and has no width when all
        answered. Say which of the two is shown. Neither knows whether the silent ones would have answered otherwise.

    Raises
    ------
    InvalidInputError
        When there are no answers (field "counts"), or more of them than were asked (field "asked").
    """
    balance, variance = adjusted(counts)
    raw = (counts.promoters - counts.detractors) / counts.n
    return interval_around(raw, balance, variance, n=counts.n, asked=asked, lowest=-1)


def signed(points: float) -> str:
    """Points as they are read: whole, with a plus or a real minus (U+2212), and zero with neither."""
    whole = round(points)
    return f"+{whole}" if whole > 0 else f"−{-whole}" if whole < 0 else "0"


def adjusted(counts: ScoreCounts) -> tuple[float, float]:
    """Promoters minus detractors as a share, −1 to 1, and its variance, with the ¾ + ¾ + 3 of `interval` added."""
    n = some_answers(counts) + 3
    promoters, detractors = (counts.promoters + 0.75) / n, (counts.detractors + 0.75) / n
    balance = promoters - detractors
    return balance, (promoters + detractors - balance**2) / n


def interval_around(
    raw: float, centre: float, variance: float, *, n: int, asked: int | None = None, lowest: Literal[-1, 0]
) -> Interval:
    """The 95 % interval, times 100, of a mean of answers that are each worth `lowest` to 1.

    With `asked` = N, the mean is that of N people, n of whom answered, and this is why its centre moves: they are
    certain, and only the N − n silent ones have to be estimated, by the adjusted value. So the centre is
    (n × raw + (N − n) × adjusted) / N: the adjusted value while few of the N have answered, the raw one when all have.
    The half-width shrinks by the finite population correction √((N − n) / (N − 1)) (Cochran 1977, Sampling Techniques,
    section 2.6). Each end is then moved to the nearest mean that N people can have, a multiple of 1 / N, which makes it
    no wider on average. Without that it covers less than 93 % for 17 of 100 sets of scores that 40 people can give
    (75 % at worst), with it for 2, counted in tests/unit/test_interval_coverage.py.

    Two things that hold whatever was drawn are used as well: the interval reaches no further than the silent ones could
    pull the mean if they all gave the lowest or the highest answer, and it holds the raw value, which the adjusted
    centre alone would leave out where a single person answered.

    Parameters
    ----------
    raw, centre, variance : float
        The mean as it was answered, the adjusted one, and the variance of that.
    n, asked : int
        Those who answered, and those who were asked.
    lowest : int
        What the lowest answer is worth: −1 in an NPS, 0 in a share.

    Raises
    ------
    InvalidInputError
        When `asked` is less than `n`.
    """
    if asked is None:
        half = Z_95 * sqrt(variance)
        return Interval(low=100.0 * max(lowest, min(centre - half, raw)), high=100.0 * min(1, max(centre + half, raw)))
    if asked < n:
        raise InvalidInputError(f"{n} answered, so at least as many were asked, and not {asked}", field="asked")
    certain, silent = n * raw, asked - n
    middle = certain + silent * centre
    # One who was asked and answered leaves nothing to be unsure of: 0 / 0 is 0 here.
    half = asked * Z_95 * sqrt(variance * silent / max(1, asked - 1))
    low, high = min(round(middle - half), asked * raw), max(round(middle + half), asked * raw)
    return Interval(
        low=100 * max(certain + silent * lowest, low) / asked, high=100 * min(certain + silent, high) / asked
    )


def some_answers(counts: ScoreCounts) -> int:
    """The number of answers; raises InvalidInputError when there are none."""
    if counts.n == 0:
        raise InvalidInputError("there are no answers to make a score of", field="counts")
    return counts.n
