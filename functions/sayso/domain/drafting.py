"""Drafts the edition that could be published now, so that nothing in it gives anybody away (rule 12).

No figure stands on fewer than five answers, and neither does what is left when published figures are subtracted from
one another, within one edition or between any of them. The score and its trend are sums of whole batches
(`sayso.domain.batches`). How many named a theme, or asked for a change, is told in steps of five
(`sayso.domain.disclosure.at_least`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, date, datetime

from sayso.domain.batches import Batch, Vector, public_months, take_in
from sayso.domain.comparing import change
from sayso.domain.disclosure import at_least, is_large_or_none, names_to_show
from sayso.domain.edition import (
    Edition,
    Figures,
    Headline,
    PublishedCommitment,
    PublishedQuote,
    ThemeFigure,
    TrendChange,
    TrendPoint,
    Words,
    newest_first,
)
from sayso.domain.entity import Entity
from sayso.domain.nps import FEW_ANSWERS, SMALLEST_GROUP, ScoreCounts, interval, nps
from sayso.domain.time import add_months

TOP_THEMES = 3
_MONTHS_OF_A_HALF = 3


class Coverage(Entity):
    """How many were asked, and how many of them answered."""

    asked: int
    answered: int


class Basis(Entity):
    """What was made public so far, to tell what the next figures would give away. Kept, and never shown."""

    batches: tuple[Batch, ...] = ()
    coverage: Coverage | None = None


def window(made_at: datetime) -> tuple[str, ...]:
    """The twelve months, oldest first, whose last is the UTC month of `made_at`."""
    first = made_at.astimezone(UTC).date().replace(day=1)
    return tuple(f"{add_months(first, -back):%Y-%m}" for back in range(11, -1, -1))


def by_month(*surveys: Mapping[str, ScoreCounts]) -> dict[str, ScoreCounts]:
    """Sum counts by day ``YYYY-MM-DD``, of one survey or several, to counts by month ``YYYY-MM``."""
    months: dict[str, ScoreCounts] = defaultdict(ScoreCounts)
    for days in surveys:
        for day, counts in days.items():
            months[day[:7]] += counts
    return dict(months)


def draft_edition(
    *,
    previous: Edition | None,
    basis: Basis,
    made_at: datetime,
    day: date | None = None,
    months: Mapping[str, ScoreCounts],
    asked: int,
    answered: int,
    themes: Mapping[str, ScoreCounts],
    labels: Mapping[str, Words],
    commitments: Iterable[PublishedCommitment],
    quotes: Sequence[PublishedQuote] = (),
    new_answers: int = SMALLEST_GROUP,
) -> tuple[Edition, Basis]:
    """The edition that could be published now, and what is to be kept with it.

    Parameters
    ----------
    previous : Edition or None
        The edition that is public; None before the first.
    basis : Basis
        What was kept with the last one.
    made_at : datetime
        Aware; its UTC month closes the window of twelve months (`window`).
    day : date, optional
        The company's day at that moment; that of UTC if left out.
    months : mapping of str to ScoreCounts
        Confirmed answers to the relationship surveys by UTC month ``YYYY-MM``; months outside the window are ignored.
    asked, answered : int
        Those asked in the window, and those of them who answered. Whoever answered was asked, also when the mail
        service never said that it took the mail.
    themes : mapping of str to ScoreCounts
        For each theme the answers of the window filed under it, by score.
    labels : mapping of str to Words
        What the themes are called, by language.
    commitments : iterable of PublishedCommitment
        All that are to be public. They always move.
    quotes : sequence of PublishedQuote
        All that are to be public. They always move.
    new_answers : int
        How many answers must have come since the figures were last published before they move; at least 5.

    Returns
    -------
    Edition, Basis
        `previous` and `basis` themselves when the edition would say the same.
    """
    span = window(made_at)
    now = {month: months[month].counts for month in span if month in months}
    batches = take_in(basis.batches, now, span, at_least=new_answers if basis.batches else SMALLEST_GROUP)
    figures, kept = previous.figures if previous else Figures(), basis
    if batches != basis.batches or previous is None:
        counted = sum(map(sum, public_months(batches).values()))
        kept = basis.having(batches=batches, coverage=_coverage(basis.coverage, asked, answered, counted))
    # An edition that brings back an older one shows that one's figures; what follows it shows those of now.
    if kept != basis or previous is None or previous.restores is not None:
        figures = _figures(kept, span, themes, labels)
    edition = Edition(
        number=previous.number + 1 if previous else 1,
        made_at=made_at,
        figures=figures,
        commitments=newest_first(_dated(commitments, previous, made_at, day or made_at.date())),
        quotes=tuple(quotes),
    )
    return (previous, basis) if previous and edition.says_the_same_as(previous) else (edition, kept)


def _dated(
    commitments: Iterable[PublishedCommitment], previous: Edition | None, made_at: datetime, day: date
) -> list[PublishedCommitment]:
    was = {one.id: one for one in previous.commitments} if previous else {}
    dated = []
    for one in commitments:
        before = was.get(one.id)
        is_old = before is not None and one.says_the_same_as(before)
        stands = before is not None and one.status == before.status
        # With the first edition all of it becomes public on one day: then what was done last leads.
        since = day if previous else None
        dated.append(
            one.having(
                changed_at=before.changed_at if before and is_old else made_at,
                status_since=before.status_since if before and stands else since,
            )
        )
    return dated


def _coverage(was: Coverage | None, asked: int, answered: int, counted: int) -> Coverage:
    """Those who answered are those of the score, or differ from them, and from what was told before, by five or more:
    one to four answers that wait, or were asked for before the twelve months, are nobody's to see."""
    if was and abs(was.answered - answered) < SMALLEST_GROUP:
        answered = was.answered
    if abs(answered - counted) < SMALLEST_GROUP:
        answered = counted
    if was and abs(was.asked - asked) < SMALLEST_GROUP:
        asked = was.asked
    return Coverage(asked=max(asked, answered), answered=answered)


def _figures(
    basis: Basis, span: Sequence[str], themes: Mapping[str, ScoreCounts], labels: Mapping[str, Words]
) -> Figures:
    total = _sum(public_months(basis.batches).values())
    if total.n < SMALLEST_GROUP:
        return Figures()
    are_few = total.n < FEW_ANSWERS
    praise = {name: counts.promoters for name, counts in themes.items()}
    criticism = {name: counts.detractors for name, counts in themes.items()}
    by_month = public_months(basis.batches, whole=False)
    shown = {} if are_few else {month: ScoreCounts(by_month[month]) for month in span if month in by_month}
    return Figures(
        headline=_headline(total, span[-1], basis.coverage),
        trend=tuple(_point(month, shown.get(month)) for month in span) if len(shown) > 1 else (),
        trend_change=_trend_change(span, shown),
        praised=_named(praise, total.promoters, labels, counted=not are_few),
        criticised=_named(criticism, total.detractors, labels, counted=not are_few),
    )


def _headline(total: ScoreCounts, until: str, coverage: Coverage | None) -> Headline:
    low, high = interval(total).rounded
    # Who did not answer is a group as well.
    may_be_told = coverage is not None and is_large_or_none(coverage.asked - coverage.answered)
    return Headline(
        score=nps(total),
        low=low,
        high=high,
        n=total.n,
        until=until,
        asked=coverage.asked if coverage and may_be_told else None,
        answered=coverage.answered if coverage and may_be_told else None,
    )


def _named(
    named: Mapping[str, int], group: int, labels: Mapping[str, Words], *, counted: bool
) -> tuple[ThemeFigure, ...]:
    """The themes named most. Told counts alone put them in order: which of two is larger by one is not to be seen."""
    shown = {name: at_least(count) for name, count in names_to_show(named, group).items() if name in labels}
    first = sorted(shown, key=lambda name: (-shown[name], name))[:TOP_THEMES]
    return tuple(ThemeFigure(theme=name, label=labels[name], count=shown[name] if counted else None) for name in first)


def _point(month: str, counts: ScoreCounts | None) -> TrendPoint:
    if counts is None:
        return TrendPoint(month=month)
    low, high = interval(counts).rounded
    return TrendPoint(month=month, score=nps(counts), low=low, high=high, n=counts.n)


def _trend_change(months: Sequence[str], shown: Mapping[str, ScoreCounts]) -> TrendChange | None:
    """Made of the months shown only, so that it gives away no other; half a year is three of them at least."""
    halves = [[shown[month] for month in half if month in shown] for half in (months[:6], months[6:])]
    if min(map(len, halves)) < _MONTHS_OF_A_HALF:
        return None
    earlier, later = (sum(half, ScoreCounts()) for half in halves)
    return TrendChange(before=nps(earlier), after=nps(later), is_reliable=change(earlier, later).is_reliable)


def _sum(vectors: Iterable[Vector]) -> ScoreCounts:
    return sum((ScoreCounts(vector) for vector in vectors), ScoreCounts())
