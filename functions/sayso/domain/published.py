"""What the public page says, as data: each number and text of it, and none that it does not show.

The page is drawn from this, and data.json is this: so the two cannot say different things.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Literal

from pydantic import ConfigDict, Field

from sayso.domain.benchmark import Verdict
from sayso.domain.commitment import Status
from sayso.domain.edition import Month, ThemeFigure, TrendChange, TrendPoint, Words
from sayso.domain.entity import Entity
from sayso.domain.programme import Language

VERSION = 1
Points = Annotated[int, Field(ge=-100, le=100)]


class PublicBenchmark(Entity):
    """What others reach, an NPS, who says so, and whether our score differs from it by more than its own noise."""

    nps: Points
    source: str
    score_is: Verdict


class PublicScore(Entity):
    """The relationship score of the twelve months that end with month `until`, in points of the Net Promoter Score.

    `low` and `high` are the ends of its 95 % interval; `n` the answers; `answered` of `asked` surveys the coverage,
    null where it may not be told. With `few_answers` (under 30) look at the interval rather than at the score. A month
    of the trend without a score has too few answers to show. `change` holds the later six months of the trend against
    the earlier six.
    """

    score: Points
    low: Points
    high: Points
    n: Annotated[int, Field(ge=5)]
    until: Month
    asked: int | None
    answered: int | None
    few_answers: bool
    trend: tuple[TrendPoint, ...]
    change: TrendChange | None
    benchmark: PublicBenchmark | None


class PublicQuote(Entity):
    """A customer's own words, shown with their consent. All but the text in `original` are translations."""

    id: str
    text: Words
    original: Language


class Since(Entity):
    """What became of a commitment after the year a page is about."""

    status: Status
    moved_on: date


class PublicCommitment(Entity):
    """Something customers said, and what is done about it. Texts by language.

    So many customers or more asked for it as `asked_by` says, in steps of five; "several" where a number could give
    somebody away, null where one, none or nobody knows how many did. `moved_on` is the day of its latest news,
    `changed_at` when its public texts or its status changed last.
    """

    id: str
    title: Words
    heard: Words
    did: Words
    reason: Words
    status: Status
    theme: str | None
    theme_label: Words
    asked_by: Annotated[int, Field(ge=5, multiple_of=5)] | Literal["several"] | None
    planned_for: date | None
    done_on: date | None
    decided_on: date | None
    published_on: date
    moved_on: date
    changed_at: datetime | None
    since: Since | None
    quotes: tuple[PublicQuote, ...]

    @property
    def answer(self) -> Words:
        """What the company says to it: why not, where it was declined, else what it did or is about to do."""
        return self.reason if self.status == "declined" else self.did


class Statement(Entity):
    """What one edition says. No score: the company does not show it, or has fewer than five answers.

    `praised` and `criticised` are the themes named most; `quotes` belong to no commitment.
    """

    edition: int
    made_at: datetime
    score: PublicScore | None
    praised: tuple[ThemeFigure, ...]
    criticised: tuple[ThemeFigure, ...]
    commitments: tuple[PublicCommitment, ...]
    quotes: tuple[PublicQuote, ...]


class YearStatement(Statement):
    """What a year's last edition said of that year. Commitments stand as they stood then."""

    year: int


class Published(Entity):
    """All that the public page says. `restores` is the number of the edition that this one brings back."""

    model_config = ConfigDict(title="What a company's public page says")

    version: Literal[1]
    company: str
    website: str
    languages: tuple[Language, ...]
    restores: int | None
    now: Statement
    years: tuple[YearStatement, ...]
