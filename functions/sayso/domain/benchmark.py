"""How the headline stands beside the benchmark the company named (rule 8).

For the relationship score only: a benchmark is made of relationship surveys, and says nothing about tickets, reviews,
single accounts or history from another tool.
"""

from __future__ import annotations

from typing import Literal

from sayso.domain.errors import InvalidInputError
from sayso.domain.nps import ScoreCounts, interval

Verdict = Literal["above", "below", "within the noise"]


def against(counts: ScoreCounts, benchmark: int, asked: int | None = None) -> Verdict:
    """Whether the headline is above or below the benchmark by more than its own noise, at 95 %.

    The benchmark is taken as a fixed mark: how sure its publisher is of it, nobody says.

    Parameters
    ----------
    counts : ScoreCounts
        The answers behind the headline.
    benchmark : int
        An NPS, −100 to 100.
    asked : int, optional
        As in `sayso.domain.nps.interval`: then the verdict is about just those people.

    Raises
    ------
    InvalidInputError
        Naming "benchmark" when it is no NPS, "counts" when there are no answers, "asked" when more answered.
    """
    if not -100 <= benchmark <= 100:
        raise InvalidInputError(f"a benchmark is an NPS, -100 to 100, and not {benchmark}", field="benchmark")
    around = interval(counts, asked)
    if around.low > benchmark:
        return "above"
    return "below" if around.high < benchmark else "within the noise"
