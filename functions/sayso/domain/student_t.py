"""Student's t distribution: how far the mean of a few answers may lie from the true one."""

from __future__ import annotations

from functools import lru_cache
from math import atan, cos, pi, sin, sqrt, tan

from sayso.domain.errors import InvalidInputError


def share_within(t: float, freedom: int) -> float:
    """The probability, 0 to 1, that |T| is at most `t`, with `freedom` degrees of freedom.

    Exact for whole degrees of freedom: the finite series of Abramowitz and Stegun 1964, Handbook of Mathematical
    Functions, 26.7.3 (odd) and 26.7.4 (even), in the angle whose tangent is t / √freedom.

    Raises
    ------
    InvalidInputError
        When there is no degree of freedom (field "freedom"), or `t` is negative (field "t").
    """
    if freedom < 1:
        raise InvalidInputError(f"there is no t distribution with {freedom} degrees of freedom", field="freedom")
    if t < 0:
        raise InvalidInputError(f"a distance is 0 or more, and not {t}", field="t")
    angle = atan(t / sqrt(freedom))
    squared = cos(angle) ** 2
    if freedom % 2:
        # Of one degree of freedom the series has no member at all.
        term, total = (cos(angle), cos(angle)) if freedom > 1 else (0.0, 0.0)
        for k in range(2, freedom - 2, 2):
            term *= squared * k / (k + 1)
            total += term
        return 2 / pi * (angle + sin(angle) * total)
    term = total = 1.0
    for k in range(1, freedom - 2, 2):
        term *= squared * k / (k + 1)
        total += term
    return sin(angle) * total


@lru_cache(maxsize=256)
def t_95(freedom: int) -> float:
    """The t of a two-sided 95 % interval: 12.706 with one degree of freedom, 1.96 with very many.

    Raises
    ------
    InvalidInputError
        When there is no degree of freedom.
    """
    low, high = 0.0, pi / 2
    for _ in range(60):  # halves the angle's range down to the last digit a float has
        middle = (low + high) / 2
        if share_within(sqrt(freedom) * tan(middle), freedom) < 0.95:
            low = middle
        else:
            high = middle
    return sqrt(freedom) * tan((low + high) / 2)
