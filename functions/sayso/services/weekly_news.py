"""Tells of a week: all of it to the team, and to each owner what concerns them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any, Generic, NamedTuple, TypeVar

from sayso.domain.contact import Contact
from sayso.domain.digest import (
    HeldAccount,
    Listed,
    NextAsked,
    OpenFollowUp,
    Quote,
    SilentAccount,
    Unconfirmed,
    WeeklyNews,
)
from sayso.domain.response import Group, Response, SaidWords
from sayso.ports import Reference
from sayso.services.score_of_answers import counts_of, satisfaction_of, week_of

DAYS_AHEAD = 7
# A digest is read standing, and Gmail shows 102 KB of a mail; what is left out is counted.
_QUOTES = _UNCONFIRMED = 6
_SILENT = _HOLDS = 10
_CASES = 15
# An owner has no other way to one that was contacted weeks ago than the link beside it.
_OWN_CASES = 18
_NEXT = 20
T = TypeVar("T")
Picked = Mapping[Group, Listed[Response]]


class For(NamedTuple, Generic[T]):
    """One thing to tell, and the owners (mailboxes) whom it concerns.

    The team is told of everything; of what complains about somebody in it (`kept_from`) all but them.
    """

    owners: frozenset[str]
    what: T
    kept_from: frozenset[str] = frozenset()


class Reader(NamedTuple):
    """Somebody who is told (a mailbox): what concerns them as an owner, or as one of the `team` everything."""

    mailbox: str = ""
    team: bool = False


TEAM = Reader(team=True)


@dataclass(frozen=True)
class WeekRead:
    """Everything there is to tell of the days `first` to `last`, and of how things stand the day before `tomorrow`."""

    first: date
    last: date
    tomorrow: date
    people: Mapping[str, Contact]
    heard: Sequence[For[Response]]
    cases: Sequence[For[OpenFollowUp]]
    unconfirmed: Sequence[For[Unconfirmed]]
    silent: Sequence[For[SilentAccount]]
    asked_next: Sequence[For[NextAsked]]
    holds: Sequence[For[HeldAccount]]
    paused: bool
    default_owner: str = ""

    @property
    def kept_from(self) -> frozenset[str]:
        """Those of our people from whom something is kept."""
        things: Sequence[For[Any]] = (*self.heard, *self.cases)
        return frozenset().union(*(one.kept_from for one in things))


def pick(read: WeekRead, whom: Reader) -> Picked:
    """By group whose words are quoted to somebody; the rest is counted.

    Of promoters also who may be named as a reference: that is praise to pass on even without words.
    """
    groups: dict[Group, list[Response]] = {"promoter": [], "passive": [], "detractor": []}
    for answer in _of(read.heard, whom):
        named = answer.group == "promoter" and answer.reference_allowed
        if answer.contact_id in read.people and (answer.has_words or named):
            groups[answer.group].append(answer)
    return {group: Listed.of(some, _QUOTES) for group, some in groups.items()}


def tell(read: WeekRead, picked: Picked, words: Mapping[Reference, SaidWords], whom: Reader) -> WeeklyNews:
    """What somebody is told, with the words of those who were picked for it."""
    # A score alone complains about nobody: the whole team has the same figures.
    heard = _of(read.heard, TEAM if whom.team else whom)
    satisfied = [answer for answer in heard if answer.scale == "satisfaction"]
    # Who is late comes first, and then who is due first; whoever has been contacted already can wait.
    cases = sorted(_of(read.cases, whom), key=lambda case: (not case.late, case.contacted_at is not None, case.due_at))
    quoted = {group: _quotes(some, read, words) for group, some in picked.items()}
    return WeeklyNews(
        first=read.first,
        last=read.last,
        asked_from=read.tomorrow,
        asked_until=read.tomorrow + timedelta(days=DAYS_AHEAD - 1),
        own=not whom.team,
        answers=week_of(counts_of([answer for answer in heard if answer.scale == "nps"])),
        satisfaction=tuple(
            satisfaction_of(survey, counts_of([answer for answer in satisfied if answer.survey == survey]))
            for survey in sorted({answer.survey for answer in satisfied})
        ),
        praise=quoted["promoter"],
        criticism=quoted["detractor"],
        missing=quoted["passive"],
        follow_ups=Listed.of(cases, _CASES if whom.team else _OWN_CASES),
        late=sum(case.late for case in cases),
        unconfirmed=Listed.of(_of(read.unconfirmed, whom), _UNCONFIRMED),
        silent=Listed.of(_of(read.silent, whom), _SILENT),
        asked_next=Listed.of(_of(read.asked_next, whom), _NEXT),
        paused=read.paused,
        holds=Listed.of(_of(read.holds, whom), _HOLDS),
    )


def without_score(news: WeeklyNews) -> WeeklyNews:
    """The same without what its answers amount to."""
    satisfaction = tuple(week._replace(mean=None, share=None, low=None, high=None) for week in news.satisfaction)
    return replace(news, answers=news.answers._replace(nps=None, low=None, high=None), satisfaction=satisfaction)


def tells_the_same(own: WeeklyNews, team: WeeklyNews) -> bool:
    """Whether somebody who read the team's has read their own, which alone has links to their cases."""
    return not own.follow_ups.n and without_score(own) == without_score(replace(team, own=True))


def _of(things: Sequence[For[T]], whom: Reader) -> list[T]:
    if whom.team:
        return [one.what for one in things if whom.mailbox not in one.kept_from]
    return [one.what for one in things if whom.mailbox in one.owners]


def _quotes(picked: Listed[Response], read: WeekRead, words: Mapping[Reference, SaidWords]) -> Listed[Quote]:
    quotes = []
    for answer in picked.shown:
        person, wrote = read.people[answer.contact_id], words.get(answer.reference, SaidWords())
        said = wrote.why or wrote.better
        named = (person.name or person.email) if answer.group == "promoter" and answer.reference_allowed else ""
        if said or named:
            owner = (person.owner_email or read.default_owner) if answer.group == "promoter" else ""
            quotes.append(Quote(said, person.account, answer.score, answer.scale, named, owner))
    return Listed(tuple(quotes), len(quotes) + picked.more)
