"""What the drivers have to do with the score: who names each of them, and where they would be without those answers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sayso.domain.comparing import Change, change
from sayso.domain.errors import InvalidInputError
from sayso.domain.nps import Interval, ScoreCounts, interval, nps
from sayso.domain.shares import Share


@dataclass(frozen=True)
class DriverEffect:
    """One driver: who named it, and what that does to the total.

    Attributes
    ----------
    driver : str
        Its id.
    counts : ScoreCounts
        The answers that named it.
    of_promoters, of_detractors : Share
        How many of all promoters, and of all detractors, named it.
    nps, interval : int, Interval or None
        The score of those who named it, −100 to 100, and its 95 % interval; None when nobody did.
    pull : float or None
        The score of all minus that of the others, in points, not rounded: what those who named it do to the total,
        which would be that much higher (a negative pull) or lower had they not answered. 0 when nobody named it, None
        when everybody did. An answer may name several drivers, so the pulls do not add up; and none proves a cause.
    against_others : Change or None
        Those who named it compared with those who did not (from the others to them); None when either is nobody. Of
        twenty drivers that mean nothing, one will look reliable.
    """

    driver: str
    counts: ScoreCounts
    of_promoters: Share
    of_detractors: Share
    nps: int | None
    interval: Interval | None
    pull: float | None
    against_others: Change | None


def analyse_drivers(total: ScoreCounts, named: Mapping[str, ScoreCounts]) -> list[DriverEffect]:
    """Every driver's effect, the one that pulls the total down most first; those without a pull last, then by id.

    Parameters
    ----------
    total : ScoreCounts
        All answers, also those that named no driver.
    named : mapping of str to ScoreCounts
        For each driver the answers that named it; an answer that named two is in both.

    Raises
    ------
    InvalidInputError
        When a driver was named by more answers of a score than there are (field "named"; the reason says which driver).
    """
    effects = [_effect(driver, total, counts) for driver, counts in named.items()]
    return sorted(effects, key=lambda effect: (effect.pull is None, effect.pull or 0.0, effect.driver))


def _effect(driver: str, total: ScoreCounts, counts: ScoreCounts) -> DriverEffect:
    if any(one > all_ for one, all_ in zip(counts.counts, total.counts, strict=True)):
        raise InvalidInputError(f"more answers named '{driver}' than there are", field="named")
    others = total - counts
    return DriverEffect(
        driver=driver,
        counts=counts,
        of_promoters=Share(counts.promoters, total.promoters),
        of_detractors=Share(counts.detractors, total.detractors),
        nps=nps(counts) if counts.n else None,
        interval=interval(counts) if counts.n else None,
        pull=_points(total) - _points(others) if others.n else None,
        against_others=change(others, counts) if counts.n and others.n else None,
    )


def _points(counts: ScoreCounts) -> float:
    return 100 * (counts.promoters - counts.detractors) / counts.n
