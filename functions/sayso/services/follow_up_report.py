"""What came of the follow-ups of some months: how soon, how they ended, what they were about, and who was won back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import islice

from sayso.domain.address import same_mailbox
from sayso.domain.case_times import CaseTimes, Episode, episodes_of
from sayso.domain.durations import Durations, durations, working_days_within
from sayso.domain.errors import InvalidInputError
from sayso.domain.follow_up import CaseAnswer, FollowUp
from sayso.domain.periods import twelve_months
from sayso.domain.programme import Programme
from sayso.domain.response import group_of
from sayso.domain.staff import Staff
from sayso.domain.time import at_local_time
from sayso.domain.won_back import Move, WonBack
from sayso.ports import Clock, FollowUps, Invitations, Offices, Responses
from sayso.services.asked_again import AskedAgain, asked_again


@dataclass(frozen=True)
class Which:
    """Which follow-ups are meant: those of an owner (an address), of an account, opened by an answer to a survey; and
    of these the ones that a `reader` may open."""

    owner: str | None = None
    account_id: str | None = None
    survey: str | None = None
    reader: Staff | None = None

    def covers(self, case: FollowUp) -> bool:
        """Whether a case is one of them."""
        return (
            (self.owner is None or same_mailbox(case.owner_email) == same_mailbox(self.owner))
            and self.account_id in (None, case.account_id)
            and self.survey in (None, case.answers[0].survey)
            and (self.reader is None or self.reader.may_open(case))
        )


@dataclass(frozen=True)
class ReportedCase:
    """A case with what came of it. `first_low` is the answer by which its person was a detractor, if they were."""

    case: FollowUp
    episodes: Sequence[Episode]
    first_low: CaseAnswer | None
    again: AskedAgain

    @property
    def move(self) -> Move | None:
        """From the first low score to the one given when asked again; None where there are not both."""
        if self.first_low is None or self.again.answer is None:
            return None
        return Move(self.first_low.score, self.again.answer.score)


@dataclass(frozen=True)
class Cause:
    """What cases that were closed were about, the last time: how many, how many solved, and who was won back."""

    cause: str
    cases: int
    solved: int
    won_back: WonBack


@dataclass(frozen=True)
class FollowUpReport:
    """The cases opened from `first` to `last`, days of the company's time zone, and all that came of them since.

    `open_before` were opened earlier and are open still; `late_before` are those of them that are late. `waits_again`
    says how many detractors are still to be asked again. `is_cut` says that there are more cases than were read.
    `days_to_contact` are the working days to each first contact, as `working_days` sums them up.
    """

    first: date
    last: date
    cases: Sequence[ReportedCase]
    times: CaseTimes
    working_days: Durations | None
    won_back: WonBack
    waits_again: int
    causes: Sequence[Cause]
    open_before: int = 0
    late_before: int = 0
    is_cut: bool = False
    days_to_contact: Sequence[int] = ()

    @property
    def detractors(self) -> list[ReportedCase]:
        """The cases of people who were detractors."""
        return [one for one in self.cases if one.first_low]


@dataclass(frozen=True)
class ReportFollowUps:
    """See the module. Reads the cases that are open, those closed since the first day, and the answers of their
    rechecks; nothing of it grows with the number of contacts. With `most`, at most so many open and as many closed
    ones are read, those due and those closed first: somebody waits for it at a page."""

    follow_ups: FollowUps
    invitations: Invitations
    responses: Responses
    offices: Offices
    programme: Programme
    clock: Clock
    most: int | None = None

    def report(self, first: date | None = None, last: date | None = None, which: Which | None = None) -> FollowUpReport:
        """The report of some days, both included; without them of the twelve months that end today.

        Raises
        ------
        InvalidInputError
            When the days are the wrong way round, or still to come (field "since" or "until").
        """
        now, which = self.clock(), which or Which()
        first, last = self._days(first, last, now)
        read, is_cut = self._since(first, now)
        known = [case for case in read if which.covers(case)]
        opened = [(case, case.opened_at.astimezone(self.programme.zone).date()) for case in known]
        cases = self._reported(case for case, day in opened if first <= day <= last)
        before = [case for case, day in opened if day < first and not case.is_over]
        low = [one for one in cases if one.first_low]
        days = list(self._working_days(cases))
        return FollowUpReport(
            first=first,
            last=last,
            cases=cases,
            times=CaseTimes([episode for one in cases for episode in one.episodes], now),
            working_days=durations(days),
            won_back=_won_back(low),
            waits_again=sum(one.again.waits for one in low),
            causes=_causes(cases),
            open_before=len(before),
            late_before=sum(case.is_late(now) for case in before),
            is_cut=is_cut,
            days_to_contact=days,
        )

    def _days(self, first: date | None, last: date | None, now: datetime) -> tuple[date, date]:
        today = now.astimezone(self.programme.zone).date()
        last = last or today
        if last > today:
            raise InvalidInputError(f"{last} is still to come; today is {today}", field="until")
        first = first or twelve_months(last).first
        if first > last:
            raise InvalidInputError(f"{first} is after {last}", field="since")
        return first, last

    def _since(self, first: date, now: datetime) -> tuple[list[FollowUp], bool]:
        """Every case opened since a day, and some others: what was opened since then was not closed before. And
        whether there are more."""
        since = at_local_time(first, time(0), self.programme.zone)
        closed = self.follow_ups.closed_between(since, now + timedelta(days=1))  # whoever's clock is ahead of ours
        read, is_cut = self._bounded(closed)
        # A case that is closed just now is in both.
        found = {case.follow_up_id: case for case in read}
        return sorted(found.values(), key=lambda case: (case.opened_at, case.follow_up_id)), is_cut

    def _bounded(self, closed: Iterator[FollowUp]) -> tuple[list[FollowUp], bool]:
        if self.most is None:
            return [*self.follow_ups.list(is_open=True), *closed], False
        still_open = self.follow_ups.page(self.most, is_open=True)
        over = list(islice(closed, self.most))
        return [*still_open.items, *over], bool(still_open.next) or next(closed, None) is not None

    def _reported(self, cases: Iterable[FollowUp]) -> list[ReportedCase]:
        told = [(case, episodes) for case in cases if (episodes := episodes_of(case))]
        again = asked_again([case for case, _ in told], self.programme, self.invitations, self.responses)
        return [ReportedCase(case, found, _first_low(case), again[case.follow_up_id]) for case, found in told]

    def _working_days(self, cases: Sequence[ReportedCase]) -> Iterator[int]:
        """Working days to the first contact, of whoever has the case now."""
        for one in cases:
            office = self.offices.of(one.case.owner_email)
            for episode in one.episodes:
                if episode.contacted_at:
                    yield working_days_within(office, episode.begun_at, episode.contacted_at)


def _first_low(case: FollowUp) -> CaseAnswer | None:
    low = (one for one in case.answers if one.scale == "nps" and group_of(one.score) == "detractor")
    return next(low, None)


def _won_back(low: Iterable[ReportedCase]) -> WonBack:
    asked = [one for one in low if one.again.was_asked]
    return WonBack(len(asked), tuple(one.move for one in asked if one.move))


def _causes(cases: Sequence[ReportedCase]) -> list[Cause]:
    """By what they were last closed for, the most frequent first; whatever is open again, or was given up, has none."""
    closed = [one for one in cases if one.episodes[-1].closed_at]
    named: dict[str, list[ReportedCase]] = {}
    for one in closed:
        named.setdefault(one.episodes[-1].cause, []).append(one)
    return sorted((_cause(cause, mine) for cause, mine in named.items()), key=lambda one: (-one.cases, one.cause))


def _cause(cause: str, cases: Sequence[ReportedCase]) -> Cause:
    solved = sum(one.episodes[-1].outcome == "solved" for one in cases)
    return Cause(cause, len(cases), solved, _won_back(one for one in cases if one.first_low))
