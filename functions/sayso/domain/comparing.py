"""Whether two scores, or two shares, differ by more than noise, and how many answers it takes to see that.

Compared are two periods or two groups that share no answer: a rolling window overlaps the one before it, and a part
is compared with the rest, never with the whole it is in. The two are taken as independent samples of many customers.
Where the same people answer in both, most of them much as before, the true noise is smaller: a change then counts as
noise a little too often, never too seldom.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil, sqrt

from sayso.domain.errors import InvalidInputError
from sayso.domain.nps import Z_95, Interval, ScoreCounts, adjusted, nps
from sayso.domain.shares import Share

_BY_CHANCE = 0.05  # how often a change is seen that is not there


@dataclass(frozen=True)
class Change:
    """The difference of two scores (in points, −200 to 200) or shares (in percentage points, −100 to 100).

    Attributes
    ----------
    points : float
        What was gained. Of two scores the difference of the whole numbers a reader sees, itself whole.
    z : float
        How many standard errors that is, of the adjusted values.
    interval : Interval
        The 95 % interval of the difference. It always holds the difference of the unrounded values.
    """

    points: float
    z: float
    interval: Interval

    @property
    def is_reliable(self) -> bool:
        """Whether the difference is more than noise, at 95 %: whether its interval leaves out zero.

        That is |z| ≥ 1.96, but for a score that one answer alone makes: it can lie so far from its adjusted value
        that a difference of nothing would stand at more than that.
        """
        return not self.interval.low <= 0 <= self.interval.high


def change(before: ScoreCounts, after: ScoreCounts) -> Change:
    """How far the score moved, or how far apart two groups are.

    Both scores are adjusted as in `sayso.domain.nps.interval`, and their variances added (Rocks 2016).

    Raises
    ------
    InvalidInputError
        When either has no answers.
    """
    raw = [(counts.promoters - counts.detractors) / max(1, counts.n) for counts in (before, after)]
    points = nps(after) - nps(before)
    return _change(points, raw[1] - raw[0], adjusted(before), adjusted(after), widest=2)


def share_change(before: Share, after: Share) -> Change:
    """How far a share moved, or how far apart those of two groups are, in percentage points.

    One answer is added to the part and two to the whole of each (Agresti and Caffo 2000, The American Statistician
    54:280), which for a difference covers better than the additions a single share is given.

    Raises
    ------
    InvalidInputError
        When either is a share of nothing.
    """
    points = after.percent - before.percent
    return _change(points, points / 100, _adjusted_share(before), _adjusted_share(after), widest=1)


def is_reliable_change(before: ScoreCounts, after: ScoreCounts) -> bool:
    """Whether the score really moved; False means "no reliable change", which is a result too."""
    return change(before, after).is_reliable


def answers_needed(counts: ScoreCounts, points: int, power: float = 0.8) -> int:
    """How many answers each of two periods must have for a change of `points` to be seen.

    n = (σ₁² + σ₂²) × (z₀.₉₇₅ + z_power)² / δ² (the two-sample formula; Chow, Shao and Wang 2008, Sample Size
    Calculations in Clinical Research, section 3.2), where σ² = p + d − (p − d)² is the variance of one answer as it
    is now and after the change, and δ the change as a share. After it, the passives are as many as now, as long as that
    can be, and the score has moved up or down, whichever needs more answers. `change` adds three answers to each side
    and so sees a change as n / (n + 3) of itself: n is what makes n² / (n + 3) the formula's.

    Parameters
    ----------
    counts : ScoreCounts
        The answers as they are: from them comes how much answers differ, which is rough when they are few.
    points : int
        The change that should be seen, up or down: 1 to 200.
    power : float
        With what chance it should be seen: more than 0.05, which is the chance of seeing one that is not there, and
        less than 1.

    Raises
    ------
    InvalidInputError
        Naming "counts" when there are no answers, "power" when it is out of range, and "points" when it is, or when the
        score has no room for such a change: one of +65 cannot move by 180.
    """
    balance, variance = adjusted(counts)
    if not 1 <= points <= 200:
        raise InvalidInputError(f"a change is 1 to 200 points, up or down, and not {points}", field="points")
    if points * counts.n > 100 * (counts.n + abs(counts.promoters - counts.detractors)):
        raise InvalidInputError(f"a score of {nps(counts)} has no room for a change of {points} points", field="points")
    if not _BY_CHANCE < power < 1:
        raise InvalidInputError(f"the chance must be more than 0.05 and less than 1, and is {power}", field="power")
    spread_before = variance * (counts.n + 3)
    moved = [max(-1.0, abs(balance) - points / 100), abs(balance) + points / 100]
    taking_sides = spread_before + balance**2
    spread_after = max(max(taking_sides, abs(to)) - to**2 for to in moved if to <= 1)
    needed = (spread_before + spread_after) * ((Z_95 + _quantile(power)) / (points / 100)) ** 2
    return ceil((needed + sqrt(needed**2 + 12 * needed)) / 2)


def _change(
    points: float, raw: float, before: tuple[float, float], after: tuple[float, float], *, widest: int
) -> Change:
    moved, error = after[0] - before[0], sqrt(before[1] + after[1])
    return Change(
        points=points,
        z=moved / error,
        interval=Interval(
            low=100.0 * max(-widest, min(moved - Z_95 * error, raw)),
            high=100.0 * min(widest, max(moved + Z_95 * error, raw)),
        ),
    )


def _adjusted_share(share: Share) -> tuple[float, float]:
    n = share.whole + 2
    part = (share.part + 1) / n
    return part, part * (1 - part) / n


def _quantile(probability: float) -> float:
    from statistics import NormalDist  # here: it brings fractions and random, which no function needs at its cold start

    return NormalDist().inv_cdf(probability)
