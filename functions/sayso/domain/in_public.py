"""Which figures of one answer to a question may be shown outside (rule 12), one by one and beside each other.

As in `sayso.domain.disclosure`, a reader is supposed to work out the counts behind every figure shown: so neither a
figure, nor what is left of one when another is taken away, may be about one to four answers.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import NamedTuple

from sayso.domain.disclosure import is_large_or_none, names_to_show
from sayso.domain.nps import FEW_ANSWERS, SMALLEST_GROUP, ScoreCounts
from sayso.domain.time import add_months

RULE = f"no figure under {SMALLEST_GROUP} answers, nor one that can be worked out from others"
_DAY = timedelta(days=1)


def may_stand_beside(part: int, whole: int) -> bool:
    """Whether a part of a whole that is shown may be shown: neither it nor the rest is one to four answers."""
    return part >= SMALLEST_GROUP and is_large_or_none(whole - part)


def groups_may_be_shown(counts: ScoreCounts) -> bool:
    """Whether promoters, passives and detractors may be shown as numbers."""
    return all(is_large_or_none(count) for count in (counts.promoters, counts.passives, counts.detractors))


class DriversShown(NamedTuple):
    """The drivers of which it may be told how many promoters praised, and how many detractors criticised them."""

    praised: frozenset[str] = frozenset()
    criticised: frozenset[str] = frozenset()

    @property
    def names(self) -> frozenset[str]:
        """All of which anything may be told."""
        return self.praised | self.criticised


def drivers_to_show(named: Mapping[str, ScoreCounts], whole: ScoreCounts) -> DriversShown:
    """Which drivers may be told of; `named` are the answers out of `whole` that named each.

    Those that may be told by their score and those that may be told by their shares of promoters and detractors are
    the same, so that the one answer does not give away what the other left out.
    """
    if whole.n < SMALLEST_GROUP or not groups_may_be_shown(whole):
        return DriversShown()
    fine = {name: counts for name, counts in named.items() if may_stand_beside(counts.n, whole.n)}
    praise = {name: counts.promoters for name, counts in fine.items()}
    criticism = {name: counts.detractors for name, counts in fine.items()}
    return DriversShown(
        frozenset(names_to_show(praise, whole.promoters)),
        frozenset(names_to_show(criticism, whole.detractors)),
    )


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
