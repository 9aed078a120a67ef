"""A published state of the public page: what was heard and done, and the figures as far as they may be shown."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime
from itertools import islice
from typing import Annotated, Literal

from pydantic import Field

from sayso.domain.commitment import Commitment, Status
from sayso.domain.comparing import change
from sayso.domain.disclosure import held, names_to_show, parts_to_show
from sayso.domain.entity import Entity
from sayso.domain.nps import FEW_ANSWERS, SMALLEST_GROUP, ScoreCounts, interval, nps
from sayso.domain.programme import Language
from sayso.domain.time import add_months

TOP_DRIVERS = 3
Month = Annotated[str, Field(pattern=r"^\d{4}-(0[1-9]|1[0-2])$")]
Words = dict[Language, str]


class PublishedCommitment(Entity):
    """Something heard, and what is done about it, as the public may read it. Texts by language."""

    id: str
    title: Words
    heard: Words
    did: Words = {}
    status: Status
    reason: Words = {}
    done_on: date | None = None
    published_on: date
    asked_by: int | None = Field(default=None, ge=0)

    @classmethod
    def of(cls, commitment: Commitment) -> PublishedCommitment:
        """The public side of a commitment; raises `pydantic.ValidationError` when it was not published."""
        return cls.model_validate({**commitment.model_dump(), "id": commitment.commitment_id})

    @property
    def moved_on(self) -> date:
        """The day of its latest news; the page sorts by it."""
        return max(self.done_on or self.published_on, self.published_on)


class Headline(Entity):
    """The relationship score of the twelve months that end with month `until`.

    `low` and `high` are its 95 % interval in points, `n` the answers; `answered` of `asked` is the coverage.
    """

    score: int
    low: int
    high: int
    n: int
    until: Month
    asked: int
    answered: int


class TrendPoint(Entity):
    """One month's score; without `score` it is a gap, kept so that a chart does not bridge it."""

    month: Month
    score: int | None = None
    low: int | None = None
    high: int | None = None
    n: int | None = None


class TrendChange(Entity):
    """The score of the later six months shown against the earlier six."""

    before: int
    after: int
    is_reliable: bool


class DriverFigure(Entity):
    """A driver and how many named it; None where there are too few answers to give a number."""

    driver: str
    count: int | None = None


class Basis(Entity):
    """What figures were made of, to tell what the next ones would give away. Kept, never shown.

    `counted`: answers by month behind the headline; `months`, `praised`, `criticised`: as last shown.
    """

    counted: dict[Month, ScoreCounts] = {}
    months: dict[Month, ScoreCounts] = {}
    praised: dict[str, int] = {}
    criticised: dict[str, int] = {}


class Figures(Entity):
    """All numbers of the page, published together and carried over together. No headline: not enough answers yet."""

    headline: Headline | None = None
    trend: tuple[TrendPoint, ...] = ()
    trend_change: TrendChange | None = None
    praised: tuple[DriverFigure, ...] = ()
    criticised: tuple[DriverFigure, ...] = ()
    basis: Basis = Basis()

    @property
    def are_few(self) -> bool:
        """Under 30 answers a year: no trend, and "several customers" instead of counts."""
        return self.headline is None or self.headline.n < FEW_ANSWERS


class Edition(Entity):
    """A state of the public page."""

    number: int
    made_at: datetime
    figures: Figures = Figures()
    commitments: tuple[PublishedCommitment, ...] = ()

    def voices(self, commitment: PublishedCommitment) -> int | Literal["several"] | None:
        """How many customers may be said to have asked for it.

        Returns
        -------
        int, "several" or None
            None when one, none or nobody knows how many: the page then says "we heard", which is true of each.
        """
        if commitment.asked_by is None or commitment.asked_by < 2:
            return None
        if commitment.asked_by < SMALLEST_GROUP or self.figures.are_few:
            return "several"
        return commitment.asked_by


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
    made_at: datetime,
    months: Mapping[str, ScoreCounts],
    asked: int,
    answered: int,
    drivers: Mapping[str, ScoreCounts],
    commitments: Iterable[PublishedCommitment],
    new_answers: int = SMALLEST_GROUP,
) -> Edition:
    """The edition that could be published now.

    Parameters
    ----------
    previous : Edition or None
        The edition that is public; None before the first.
    made_at : datetime
        Aware; its UTC month closes the window of twelve months (`window`).
    months : mapping of str to ScoreCounts
        Confirmed answers to the relationship surveys by UTC month ``YYYY-MM``; months outside the window are ignored.
    asked, answered : int
        Those asked in the window, and those of them who answered. Whoever answered was asked, also when the mail
        service never said that it took the mail.
    drivers : mapping of str to ScoreCounts
        For each driver the answers of the window that named it, by score.
    commitments : iterable of PublishedCommitment
        All that are to be public. They always move; the number who asked for one only by five or more.
    new_answers : int
        How many answers must have come since the figures were last published before they move; at least 5.

    Returns
    -------
    Edition
        `previous` itself when it would say the same.
    """
    counted = {month: months.get(month, ScoreCounts()) for month in window(made_at)}
    figures = previous.figures if previous else Figures()
    if _may_move(figures, counted, max(new_answers, SMALLEST_GROUP)):
        figures = _figures(figures.basis, counted, asked, answered, drivers)
    news = _newest_first(commitments, previous)
    if previous and (figures, news) == (previous.figures, previous.commitments):
        return previous
    number = previous.number + 1 if previous else 1
    return Edition(number=number, made_at=made_at, figures=figures, commitments=news)


def _may_move(before: Figures, counted: Mapping[str, ScoreCounts], new_answers: int) -> bool:
    """Whether enough came since; or nothing was shown; or what was shown is a year old and is withdrawn."""
    known = before.basis.counted
    if before.headline is None or not known.keys() & counted.keys():
        return True
    came = sum(max(0, counts.n - known.get(month, ScoreCounts()).n) for month, counts in counted.items())
    return came >= new_answers


def _figures(
    last: Basis, counted: dict[str, ScoreCounts], asked: int, answered: int, drivers: Mapping[str, ScoreCounts]
) -> Figures:
    total = sum(counted.values(), ScoreCounts())
    if total.n < SMALLEST_GROUP:
        return Figures()
    low, high = interval(total).rounded
    headline = Headline(
        score=nps(total),
        low=low,
        high=high,
        n=total.n,
        until=max(counted),
        asked=max(asked, answered),
        answered=answered,
    )
    praise = {name: counts.promoters for name, counts in drivers.items()}
    criticism = {name: counts.detractors for name, counts in drivers.items()}
    praised = dict(islice(names_to_show(praise, last.praised, total.promoters).items(), TOP_DRIVERS))
    criticised = dict(islice(names_to_show(criticism, last.criticised, total.detractors).items(), TOP_DRIVERS))
    if total.n < FEW_ANSWERS:
        return Figures(
            headline=headline,
            praised=tuple(DriverFigure(driver=name) for name in praised),
            criticised=tuple(DriverFigure(driver=name) for name in criticised),
            basis=last.having(counted=counted),
        )
    shown = parts_to_show(counted, last.months)
    remembered = {month: counts for month, counts in last.months.items() if month in counted}
    return Figures(
        headline=headline,
        trend=tuple(_point(month, shown.get(month)) for month in counted) if len(shown) > 1 else (),
        trend_change=_trend_change(tuple(counted), shown),
        praised=tuple(DriverFigure(driver=name, count=count) for name, count in praised.items()),
        criticised=tuple(DriverFigure(driver=name, count=count) for name, count in criticised.items()),
        basis=Basis(
            counted=counted,
            months=remembered | shown,
            praised=last.praised | praised,
            criticised=last.criticised | criticised,
        ),
    )


def _newest_first(
    commitments: Iterable[PublishedCommitment], previous: Edition | None
) -> tuple[PublishedCommitment, ...]:
    was = {commitment.id: commitment.asked_by for commitment in previous.commitments} if previous else {}
    news = [
        commitment.having(
            asked_by=None if commitment.asked_by is None else held(was.get(commitment.id), commitment.asked_by)
        )
        for commitment in commitments
    ]
    return tuple(sorted(news, key=lambda commitment: (commitment.moved_on, commitment.id), reverse=True))


def _point(month: str, counts: ScoreCounts | None) -> TrendPoint:
    if counts is None:
        return TrendPoint(month=month)
    low, high = interval(counts).rounded
    return TrendPoint(month=month, score=nps(counts), low=low, high=high, n=counts.n)


def _trend_change(months: tuple[str, ...], shown: Mapping[str, ScoreCounts]) -> TrendChange | None:
    """Made of the months shown only, so that it gives away no other."""
    halves = (months[:6], months[6:])
    earlier, later = (sum((shown[month] for month in half if month in shown), ScoreCounts()) for half in halves)
    if not earlier.n or not later.n:
        return None
    return TrendChange(before=nps(earlier), after=nps(later), is_reliable=change(earlier, later).is_reliable)
