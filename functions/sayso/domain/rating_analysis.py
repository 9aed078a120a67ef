"""How much a rating goes along with the score: whether those who rate it high also recommend us."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import accumulate
from math import atanh, sqrt, tanh

from sayso.domain.errors import InvalidInputError
from sayso.domain.nps import Z_95, Interval
from sayso.domain.satisfaction import Satisfaction

Joint = Mapping[tuple[int, int], int]


@dataclass(frozen=True)
class Association:
    """The rank correlation of a rating and the score, by the same people.

    Attributes
    ----------
    n : int
        Those who gave both.
    correlation : float or None
        Spearman's, −1 to 1: 1 when whoever rates higher always scores higher, 0 when the one says nothing about the
        other. None when it cannot be computed, because all gave the same rating or all the same score. It says that two
        things go along, not that one makes the other.
    interval : Interval or None
        Its 95 % interval, −1 to 1. None without a correlation, and where the formula has none: under four answers, or
        when the ranks agree perfectly, which would look like certainty.
    """

    n: int
    correlation: float | None
    interval: Interval | None


def goes_along(joint: Joint) -> Association:
    """How much a rating goes along with the score.

    Spearman's correlation is Pearson's of the ranks, equal answers sharing the middle of theirs (mid-ranks; Kendall
    1948, Rank Correlation Methods, chapter 3). The interval is Fisher's: tanh(atanh r ± 1.96 √((1 + r²/2) / (n − 3))),
    with the variance of Bonett and Wright (2000, Psychometrika 65:23).

    Parameters
    ----------
    joint : mapping of (int, int) to int
        How many gave each pair of rating (1 to 5) and score (0 to 10).

    Raises
    ------
    InvalidInputError
        When a rating or score is off its scale or a count negative (field "joint").
    """
    _check(joint)
    ratings, scores = _margin(joint, 0, 6), _margin(joint, 1, 11)
    n = sum(ratings)
    place, other = _centred(ratings), _centred(scores)
    # In whole numbers throughout, so that a perfect agreement is told from one that is nearly so.
    both = sum(count * place[rating] * other[score] for (rating, score), count in joint.items())
    one = sum(count * rank**2 for count, rank in zip(ratings, place, strict=True))
    two = sum(count * rank**2 for count, rank in zip(scores, other, strict=True))
    if one == 0 or two == 0:
        return Association(n, None, None)
    correlation = both / sqrt(one * two)
    if n < 4 or both**2 == one * two:
        return Association(n, max(-1.0, min(1.0, correlation)), None)
    half = Z_95 * sqrt((1 + correlation**2 / 2) / (n - 3))
    middle = atanh(correlation)
    return Association(n, correlation, Interval(low=tanh(middle - half), high=tanh(middle + half)))


def ratings_of(joint: Joint) -> Satisfaction:
    """The ratings alone, whatever the score; raises InvalidInputError as `goes_along` does."""
    _check(joint)
    _, one, two, three, four, five = _margin(joint, 0, 6)
    return Satisfaction((one, two, three, four, five))


def _check(joint: Joint) -> None:
    for (rating, score), count in joint.items():
        if not (1 <= rating <= 5 and 0 <= score <= 10):
            raise InvalidInputError(f"a rating of {rating} with a score of {score} is off the scales", field="joint")
        if not isinstance(count, int) or count < 0:
            raise InvalidInputError(
                f"the count of rating {rating} with score {score} is {count!r}; it must be 0 or more", field="joint"
            )


def _margin(joint: Joint, side: int, values: int) -> list[int]:
    counts = [0] * values
    for pair, count in joint.items():
        counts[pair[side]] += count
    return counts


def _centred(counts: Iterable[int]) -> list[int]:
    """Twice the mid-rank of each value, minus the mean of all: whole numbers that weigh to zero."""
    counts = [*counts]
    return [2 * below - count - sum(counts) for below, count in zip(accumulate(counts), counts, strict=True)]
