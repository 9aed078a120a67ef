"""Between which days figures may be told to those who may not learn of a single answer (rule 12).

Whoever reads two figures can take one from the other. So the days are cut at the beginnings of months, and stretches
with one to four answers are joined to their neighbours: what is told then begins and ends at a cut that is left, and
whatever is taken from whatever, no answers or five at least remain.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from itertools import pairwise

from sayso.domain.disclosure import is_large_or_none
from sayso.domain.nps import ScoreCounts
from sayso.domain.time import add_months


def month_starts(first: date, end: date) -> list[date]:
    """The first days of the months between two days, both apart."""
    found, day = [], add_months(first.replace(day=1), 1)
    while day < end:
        found.append(day)
        day = add_months(day, 1)
    return found


def safe_cuts(by_day: Mapping[str, ScoreCounts], first: date, end: date) -> set[date]:
    """The days from `first` to the one before `end`, cut at the beginnings of months where that tells of nobody.

    `by_day` counts answers by day ``YYYY-MM-DD``. A cut is the first day behind it; `first` and `end` are among them,
    unless even all of these days have too few: then there is none.
    """
    cuts, taken = [first], 0
    for start, until in pairwise([first, *month_starts(first, end), end]):
        taken += _count(by_day, start, until)
        if is_large_or_none(taken):
            cuts.append(until)
            taken = 0
    while len(cuts) > 1 and cuts[-1] != end:
        # What is left at the end goes with the stretch before it.
        cuts.pop()
        if is_large_or_none(_count(by_day, cuts[-1], end)):
            cuts.append(end)
    return set(cuts) if cuts[-1] == end else set()


def _count(by_day: Mapping[str, ScoreCounts], first: date, end: date) -> int:
    return sum(counts.n for day, counts in by_day.items() if first.isoformat() <= day < end.isoformat())
