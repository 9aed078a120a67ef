"""Which figures of one answer to a question may be shown outside (rule 12), one by one and beside each other.

As in `sayso.domain.disclosure`, a reader is supposed to work out the counts behind every figure shown: so neither a
figure, nor what is left of one when another is taken away, may be about one to four answers.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from sayso.domain.nps import FEW_ANSWERS, SMALLEST_GROUP, ScoreCounts
from sayso.domain.time import add_months

RULE = f"no figure under {SMALLEST_GROUP} answers, nor one that can be worked out from others"
_DAY = timedelta(days=1)


def is_large_or_none(count: int) -> bool:
    """Whether so many answers say nothing about a single one."""
    return count == 0 or count >= SMALLEST_GROUP


def may_stand_beside(part: int, whole: int) -> bool:
    """Whether a part of a whole that is shown may be shown: neither it nor the rest is one to four answers."""
    return part >= SMALLEST_GROUP and is_large_or_none(whole - part)


def groups_may_be_shown(counts: ScoreCounts) -> bool:
    """Whether promoters, passives and detractors may be shown as numbers."""
    return all(is_large_or_none(count) for count in (counts.promoters, counts.passives, counts.detractors))


def has_enough_a_year(by_day: Mapping[str, ScoreCounts], first: date, last: date) -> bool:
    """Whether there are 30 answers in every twelve months from `first` to `last`, so that shorter periods may be shown.

    The years are counted back from `last`; what is left at the beginning is looked at with the months after it. Of
    less than a year it is all there is that has to reach 30.
    """
    starts = [add_months(last, -12 * years) + _DAY for years in range(1, last.year - first.year + 2)]
    years = [(start, add_months(start, 12) - _DAY) for start in starts if start > first]
    years.append((first, min(last, add_months(first, 12) - _DAY)))
    return all(
        sum(counts.n for day, counts in by_day.items() if start.isoformat() <= day <= end.isoformat()) >= FEW_ANSWERS
        for start, end in years
    )
