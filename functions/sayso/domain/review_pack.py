"""The review pack: what an account said, what is open and what was done, as its owner takes it into a meeting."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sayso.domain.follow_up import Outcome
from sayso.domain.nps import ScoreCounts, interval, nps
from sayso.domain.programme import HEADLINE, Scale
from sayso.domain.quarters import Quarter

RELATIONSHIP = "relationship"


@dataclass(frozen=True)
class Given:
    """One answer of one of the account's people, on a day of the company. Words there are of reviews only."""

    day: date
    survey: str
    who: str
    score: int
    scale: Scale
    ticket: str = ""
    why: str = ""
    better: str = ""


@dataclass(frozen=True)
class Standing:
    """What twelve months of answers of a kind add up to; from 1 to 5 it is their mean, and no NPS.

    `kind` is ``relationship`` (day50 and annual), or a survey.
    """

    kind: str
    scale: Scale
    n: int
    nps: int | None = None
    low: int | None = None
    high: int | None = None
    mean: float | None = None


@dataclass(frozen=True)
class OpenCase:
    """A follow-up that is not over. What was said is left out where it is about the owner, who reads this."""

    who: str
    since: date
    due_at: datetime
    is_late: bool
    is_contacted: bool
    with_whom: str
    survey: str
    score: int
    scale: Scale
    words: str


@dataclass(frozen=True)
class Promise:
    """A follow-up that is over: what it was (a driver, or own words), what was done, and how it ended."""

    who: str
    day: date
    outcome: Outcome
    cause: str
    done: str


@dataclass(frozen=True)
class Pack:
    """One account, for one meeting. All lists have the newest first; days are those of the company."""

    account: str
    quarter: Quarter
    owner_email: str
    made_on: date
    people: Sequence[str]
    answers: Sequence[Given]
    standings: Sequence[Standing]
    reviews: Sequence[Given]
    open_cases: Sequence[OpenCase]
    promises: Sequence[Promise]


def standings_of(answers: Sequence[Given]) -> list[Standing]:
    """The relationship first, then every other survey by name, each on its scale."""
    kinds: dict[tuple[bool, str, Scale], list[int]] = defaultdict(list)
    for one in answers:
        is_relationship = one.survey in HEADLINE
        kinds[not is_relationship, RELATIONSHIP if is_relationship else one.survey, one.scale].append(one.score)
    return [
        standing_of(kind, scale, ScoreCounts(tuple(scores.count(score) for score in range(11))))
        for (_, kind, scale), scores in sorted(kinds.items())
    ]


def standing_of(kind: str, scale: Scale, counts: ScoreCounts) -> Standing:
    """What answers of one account add up to, from the first on: whoever reads it may read each of them. Groups under
    five are kept from the public alone (rule 12); how few there are says the interval (rule 8)."""
    if not counts.n:
        return Standing(kind, scale, 0)
    if scale == "satisfaction":
        return Standing(kind, scale, counts.n, mean=counts.mean)
    return Standing(kind, scale, counts.n, nps(counts), *interval(counts).rounded)
