"""A published state of the public page: what was heard and done, and the figures as far as they may be shown."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import Annotated, Literal

from pydantic import Field

from sayso.domain.commitment import Commitment, Status
from sayso.domain.disclosure import at_least
from sayso.domain.entity import Entity
from sayso.domain.errors import InvalidInputError
from sayso.domain.labels import Language
from sayso.domain.nps import FEW_ANSWERS, SMALLEST_GROUP
from sayso.domain.quote import Quote
from sayso.domain.time import add_months

Month = Annotated[str, Field(pattern=r"^\d{4}-(0[1-9]|1[0-2])$")]
Words = dict[Language, str]
_OPEN: tuple[Status, ...] = ("heard", "planned", "in_progress")


class PublishedCommitment(Entity):
    """Something heard, and what is done about it, as the public may read it. Texts by language, dates the company's.

    `asked_by` says that so many contacts or more are behind it, in steps of five; "several" are two to four, None one
    or none. `changed_at` (UTC) is when the public first read it as it is now, but for that number; since the day
    `status_since` it has read of this status.
    """

    id: str
    title: Words
    heard: Words
    did: Words = {}
    reason: Words = {}
    status: Status
    theme: str = ""
    planned_for: date | None = None
    done_on: date | None = None
    decided_on: date | None = None
    published_on: date
    asked_by: Annotated[int, Field(ge=SMALLEST_GROUP, multiple_of=SMALLEST_GROUP)] | Literal["several"] | None = None
    changed_at: datetime | None = None
    status_since: date | None = None

    @classmethod
    def of(cls, commitment: Commitment) -> PublishedCommitment:
        """The public side of a commitment; raises InvalidInputError when it has none."""
        if commitment.public is None or commitment.published_on is None:
            raise InvalidInputError("is not public", field="commitment")
        return cls(
            **dict(commitment.public),
            id=commitment.commitment_id,
            published_on=commitment.published_on,
            asked_by=_told(commitment.voices),
        )

    def says_the_same_as(self, other: PublishedCommitment) -> bool:
        """Whether nothing but the number of those who asked is new."""
        same = {name: getattr(other, name) for name in ("asked_by", "changed_at", "status_since")}
        return self.having(**same) == other

    @property
    def is_open(self) -> bool:
        """Whether something is still to come of it."""
        return self.status in _OPEN

    @property
    def moved_on(self) -> date:
        """The day of its latest news, which is no earlier than the public read of it. The page sorts by it, and each
        is in the archive of its year."""
        return max(filter(None, (self.done_on, self.decided_on, self.status_since, self.published_on)))


class PublishedQuote(Entity):
    """What somebody wrote and let us show, by language; `original` is the one it was written in, the others are ours.

    `commitment` names the commitment it stands with; empty for none. Without a text it is one that was public, and is
    not to be read any more or not looked up yet: no edition is kept with the words of its quotes.
    """

    id: str
    text: Words = {}
    original: Language
    commitment: str = ""

    @classmethod
    def of(cls, quote: Quote) -> PublishedQuote:
        """The public side of a quote, which says nothing about who gave it."""
        return cls(id=quote.quote_id, text=quote.text, original=quote.original, commitment=quote.commitment_id)


class Headline(Entity):
    """The relationship score of the twelve months that end with month `until`.

    `low` and `high` are its 95 % interval in points, `n` the answers; `answered` of `asked` is the coverage, None where
    it may not be told.
    """

    score: int
    low: int
    high: int
    n: int
    until: Month
    asked: int | None = None
    answered: int | None = None


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


class ThemeFigure(Entity):
    """A theme, as it was called, and that so many or more named it, in steps of five; None where there are too few
    answers to give a number."""

    theme: str
    label: Words
    count: int | None = None


class Figures(Entity):
    """All numbers of the page, published together and carried over together. No headline: not enough answers yet."""

    headline: Headline | None = None
    trend: tuple[TrendPoint, ...] = ()
    trend_change: TrendChange | None = None
    praised: tuple[ThemeFigure, ...] = ()
    criticised: tuple[ThemeFigure, ...] = ()

    @property
    def are_few(self) -> bool:
        """Under 30 answers a year: no trend, and "several customers" instead of counts."""
        return self.headline is None or self.headline.n < FEW_ANSWERS


class Edition(Entity):
    """A state of the public page. `restores` is the number of the edition that it brings back."""

    number: int
    made_at: datetime
    figures: Figures = Figures()
    commitments: tuple[PublishedCommitment, ...] = ()
    quotes: tuple[PublishedQuote, ...] = ()
    restores: int | None = None

    def says_the_same_as(self, other: Edition | None) -> bool:
        """Whether nothing but its number and its date is new."""
        if other is None:
            return False
        return (self.figures, self.commitments, self.quotes) == (other.figures, other.commitments, other.quotes)

    def voices(self, commitment: PublishedCommitment) -> int | Literal["several"] | None:
        """How many customers may be said to have asked for it, at least.

        Returns
        -------
        int, "several" or None
            None when one, none or nobody knows how many: the page then says "we heard", which is true of each.
        """
        return "several" if commitment.asked_by and self.figures.are_few else commitment.asked_by


def _told(voices: int) -> int | Literal["several"] | None:
    if voices < 2:
        return None
    return at_least(voices) or "several"


def recent(edition: Edition) -> tuple[PublishedCommitment, ...]:
    """What belongs on the page of now: whatever moved in the twelve months before the edition, or is still open."""
    today = edition.made_at.date()
    return tuple(one for one in edition.commitments if is_recent(one.status, one.moved_on, today))


def is_recent(status: Status, moved_on: date, today: date) -> bool:
    """Whether something is still to come of it, or came in the twelve months before `today`."""
    return status in _OPEN or moved_on >= add_months(today, -12)


def of_year(edition: Edition, year: int) -> tuple[PublishedCommitment, ...]:
    """What belongs into the archive of a year: whatever last moved in it."""
    return tuple(one for one in edition.commitments if one.moved_on.year == year)


def newest_first(commitments: Iterable[PublishedCommitment]) -> tuple[PublishedCommitment, ...]:
    """By their latest news."""
    return tuple(sorted(commitments, key=lambda one: (one.moved_on, one.id), reverse=True))
