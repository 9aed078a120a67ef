"""What the digests tell our own people: what was heard, who still waits, who does not answer, who is asked next."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Generic, Literal, NamedTuple, TypeVar

from sayso.domain.programme import Scale

T = TypeVar("T")


@dataclass(frozen=True)
class Listed(Generic[T]):
    """The first of many things, and how many there are: a digest is read standing, so what is left out is counted."""

    shown: tuple[T, ...] = ()
    n: int = 0

    @classmethod
    def of(cls, things: Sequence[T], most: int) -> Listed[T]:
        """The first `most` of them."""
        return cls(tuple(things[:most]), len(things))

    @property
    def more(self) -> int:
        """How many are not shown."""
        return self.n - len(self.shown)


class Week(NamedTuple):
    """Confirmed answers from 0 to 10 of some time. `nps` and its 95 % interval are None when there are few or none."""

    n: int
    promoters: int
    passives: int
    detractors: int
    nps: int | None = None
    low: int | None = None
    high: int | None = None


NOBODY = Week(0, 0, 0, 0)


class SatisfactionWeek(NamedTuple):
    """Confirmed answers from 1 to 5 to one survey. `mean`, and the share of 4 and 5 with its 95 % interval (percent),
    are None when there are few."""

    survey: str
    n: int
    mean: float | None = None
    share: float | None = None
    low: float | None = None
    high: float | None = None


class Quote(NamedTuple):
    """What somebody wrote (which may be nothing) with their score, and the account they belong to.

    `reference` is the name of a promoter who may be named as a reference; empty when they did not say so. `owner` is
    the address of who looks after the account, to whom a promoter's words are passed on.
    """

    words: str
    account: str
    score: int
    scale: Scale = "nps"
    reference: str = ""
    owner: str = ""


class Unconfirmed(NamedTuple):
    """A low score that nobody was seen giving. `reasons` are codes of `sayso.domain.evidence.REASONS`.

    `answer_id` is what `sayso answers` calls it by; `day` is in the company's time zone.
    """

    answer_id: str
    person: str
    account: str
    survey: str
    score: int
    scale: Scale
    day: date
    reasons: tuple[str, ...]
    ticket: str = ""


class OpenFollowUp(NamedTuple):
    """A case that waits for somebody. `owner` is the address of who has it.

    `due_at` and `contacted_at` (since when somebody has been in touch, if so) are aware UTC moments.
    """

    account: str
    person: str
    due_at: datetime
    late: bool
    owner: str = ""
    contacted_at: datetime | None = None
    follow_up_id: str = ""


class SilentAccount(NamedTuple):
    """An account that was asked in the last twelve months and did not answer. `asked` counts invitations.

    `renewal` is its next renewal date, if that is near; `last_answer` the day it last answered anything.
    """

    account: str
    asked: int
    last_answer: date | None = None
    renewal: date | None = None


class NextAsked(NamedTuple):
    """Somebody who will be asked on a day of the company's."""

    day: date
    person: str
    account: str
    account_id: str
    survey: str


class HeldAccount(NamedTuple):
    """An account nobody asks, `until` and including a day of the company's."""

    account: str
    until: date
    reason: str
    by: str


@dataclass(frozen=True)
class WeeklyNews:
    """A week, `first` to `last` (UTC days), for the team or (`own`) for one owner.

    `late` are the follow-ups that are. `asked_next` goes out on the days from one to another, both included, unless
    sending is `paused`.
    """

    first: date
    last: date
    asked_from: date
    asked_until: date
    own: bool = False
    answers: Week = NOBODY
    satisfaction: tuple[SatisfactionWeek, ...] = ()
    praise: Listed[Quote] = Listed()
    criticism: Listed[Quote] = Listed()
    missing: Listed[Quote] = Listed()
    follow_ups: Listed[OpenFollowUp] = Listed()
    late: int = 0
    unconfirmed: Listed[Unconfirmed] = Listed()
    silent: Listed[SilentAccount] = Listed()
    asked_next: Listed[NextAsked] = Listed()
    paused: bool = False
    holds: Listed[HeldAccount] = Listed()

    @property
    def n(self) -> int:
        """All answers of the week."""
        return self.answers.n + sum(week.n for week in self.satisfaction)

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to tell."""
        lists = (self.follow_ups, self.unconfirmed, self.silent, self.asked_next, self.holds)
        return not self.n and not any(one.n for one in lists)


class Movement(NamedTuple):
    """How a score stands to the one before it: by how many points it moved, and whether that is more than noise.

    Without `points`, `why_not` says why they are not compared: too "few" answers, or "other" questions.
    """

    points: int | None = None
    low: int | None = None
    high: int | None = None
    reliable: bool = False
    why_not: Literal["", "few", "other"] = ""


class Headline(NamedTuple):
    """The relationship score of twelve months. `asked` is None where it is not known who was."""

    score: Week
    answered: int
    asked: int | None
    movement: Movement


class Named(NamedTuple):
    """A reason, and how often it was named: the id of a driver, or somebody's own words."""

    cause: str
    times: int


@dataclass(frozen=True)
class Loop:
    """How those who were unhappy were looked after.

    Attributes
    ----------
    opened, in_time, in_time_of : int
        Cases opened in the month (or opened again), and the first contacts that came in time out of those that came or
        should have by now.
    median_days : float or None
        Working days to the first contact of half of them; None while there was none.
    closed, solved, not_solved, no_answer : int
        Cases closed in the month, and how they ended.
    causes : Listed of Named
        What those were about, the most frequent first.
    asked_again, answered_again, won_back : int
        Of the detractors of twelve months: who was asked again, who answered, and who of those is none any more.
    open, late : int
        Cases that are open now, and those of them that are late.
    """

    opened: int = 0
    in_time: int = 0
    in_time_of: int = 0
    median_days: float | None = None
    closed: int = 0
    solved: int = 0
    not_solved: int = 0
    no_answer: int = 0
    causes: Listed[Named] = Listed()
    asked_again: int = 0
    answered_again: int = 0
    won_back: int = 0
    open: int = 0
    late: int = 0


class Promised(NamedTuple):
    """A commitment that something happened to in the month, by its title. `done_on` is a day of the company's."""

    title: str
    status: Literal["planned", "in_progress", "done", "declined"]
    done_on: date | None = None


@dataclass(frozen=True)
class MonthlyNews:
    """A calendar month for those who run the company.

    `headline` is of the twelve months that end with it, `answers` the relationship answers of the month itself beside
    which `movement` puts the month before; `surveys` and `satisfaction` are all that was answered in it, each survey on
    its own scale. `causes` are the drivers its `detractors` named. `held` accounts were put on hold in it.
    """

    month: date
    last: date
    headline: Headline
    answers: Week
    movement: Movement
    surveys: tuple[tuple[str, Week], ...] = ()
    satisfaction: tuple[SatisfactionWeek, ...] = ()
    detractors: int = 0
    causes: Listed[Named] = Listed()
    loop: Loop = Loop()
    commitments: Listed[Promised] = Listed()
    held: int = 0
    holds: Listed[HeldAccount] = Listed()
