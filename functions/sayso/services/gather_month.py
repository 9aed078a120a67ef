"""Reads what a month brought: the headline and whether it moved, the causes, who was won back, and what was done."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from sayso.domain.case_times import episodes_of
from sayso.domain.commitment import Commitment
from sayso.domain.digest import Headline, Listed, Loop, MonthlyNews, Movement, Named, Promised, SatisfactionWeek, Week
from sayso.domain.follow_up import FollowUp
from sayso.domain.periods import twelve_months
from sayso.domain.programme import REVIEW, Programme
from sayso.domain.public_text import text_shown
from sayso.domain.time import add_months, at_local_time
from sayso.ports import Clock, Commitments, Contacts, FollowUps, Pseudonyms, Standings
from sayso.services import movement
from sayso.services.figures import Figures
from sayso.services.follow_up_report import ReportFollowUps
from sayso.services.held_accounts import held_accounts
from sayso.services.read_stats import ReadStats, Selection, Span
from sayso.services.score_of_answers import satisfaction_of, week_of

_CAUSES = 5
_COMMITMENTS = 20
_HOLDS = 10
_DAY = timedelta(days=1)


def month_before(scheduled_for: datetime) -> date:
    """The first day of the calendar month before a scheduled time (UTC, as the figures are counted by UTC days)."""
    return add_months(scheduled_for.astimezone(UTC).date().replace(day=1), -1)


@dataclass(frozen=True)
class GatherMonth:
    """See the module. Figures come from the counters; nobody's words are read."""

    stats: ReadStats
    cases: ReportFollowUps
    follow_ups: FollowUps
    commitments: Commitments
    standings: Standings
    contacts: Contacts
    pseudonyms: Pseudonyms
    programme: Programme
    clock: Clock

    def gather(self, month: date) -> MonthlyNews:
        """The month that begins with a day, and how things stand now."""
        stats, span = self.stats.once(), Span(month, add_months(month, 1) - _DAY)
        answers, moved = _with_the_one_before(stats, span, Span(add_months(month, -1), month - _DAY))
        scored, satisfied = _by_survey(stats, span)
        detractors, causes = _named_by_detractors(stats, span)
        held = held_accounts(
            self.standings, self.contacts, self.pseudonyms, self.programme, self.clock(), self.contacts.everyone
        )
        return MonthlyNews(
            month=month,
            last=span.last,
            headline=_headline(stats, span.last),
            answers=week_of(answers.counts),
            movement=moved,
            surveys=scored,
            satisfaction=satisfied,
            detractors=detractors,
            causes=causes,
            loop=self._loop(span),
            commitments=self._commitments(span),
            held=self._put_on_hold(span),
            holds=Listed.of([one for _, one in held], _HOLDS),
        )

    def _loop(self, span: Span) -> Loop:
        opened = self.cases.report(*span)
        won_back = self.cases.report(twelve_months(span.last).first, span.last).won_back
        ended = [case for case in self.follow_ups.closed_between(*self._moments(span)) if _was_closed(case)]
        is_open, now = self.follow_ups.list(is_open=True), self.clock()
        in_time, days = opened.times.in_time, opened.working_days
        outcomes = Counter(case.outcome for case in ended)
        return Loop(
            opened=opened.times.begun,
            in_time=in_time.part,
            in_time_of=in_time.whole,
            median_days=days.median if days else None,
            closed=len(ended),
            solved=outcomes["solved"],
            not_solved=outcomes["not_solved"],
            no_answer=outcomes["no_answer"],
            causes=_most_frequent(Counter(case.cause for case in ended if case.cause)),
            asked_again=won_back.asked,
            answered_again=won_back.answered,
            won_back=won_back.moved.part,
            open=len(is_open),
            late=sum(case.is_late(now) for case in is_open),
        )

    def _commitments(self, span: Span) -> Listed[Promised]:
        """What was done or declined in the month, and what was planned or begun in it and has not changed since.

        As our own people wrote it last, whether the public reads it yet or not.
        """
        language, found = self.programme.company.default_language, list[Promised]()
        for one in self.commitments.list():
            title = text_shown(one.title, language)
            if one.status != "heard" and span.first <= self._changed_on(one) <= span.last:
                found.append(Promised(title, one.status, one.done_on if one.status == "done" else None))
        order = ("done", "in_progress", "planned", "declined")
        return Listed.of(sorted(found, key=lambda one: order.index(one.status)), _COMMITMENTS)

    def _changed_on(self, one: Commitment) -> date:
        on = {"done": one.done_on, "declined": one.decided_on}.get(one.status)
        return on or one.updated_at.astimezone(self.programme.zone).date()

    def _put_on_hold(self, span: Span) -> int:
        """How many accounts were put on hold in the month; one that was twice is one."""
        first, end = self._moments(span)
        changes = self.standings.changes()
        return len({one.account_id for one in changes if one.what == "held" and first <= one.at < end})

    def _moments(self, span: Span) -> tuple[datetime, datetime]:
        """When the days of a span begin and have ended, in the company's time zone."""
        first, end = (at_local_time(day, time(0), self.programme.zone) for day in (span.first, span.last + _DAY))
        return first, end


def _was_closed(case: FollowUp) -> bool:
    """Whether somebody closed it: one whose person was erased is over without that."""
    episodes = episodes_of(case)
    return bool(episodes) and episodes[-1].closed_at is not None


def _headline(stats: ReadStats, last: date) -> Headline:
    span, before = _year(last), _year(add_months(last + _DAY, -12) - _DAY)
    figures, moved = _with_the_one_before(stats, span, before)
    known = figures.asked and figures.coverage != "none"
    return Headline(week_of(figures.counts), figures.answered, figures.asked if known else None, moved)


def _year(last: date) -> Span:
    period = twelve_months(last)
    return Span(period.first, period.last)


def _with_the_one_before(stats: ReadStats, span: Span, before: Span) -> tuple[Figures, Movement]:
    """The relationship score of some days, and how it stands to that of others, which share no answer with them."""
    later, earlier = stats.over(stats.headline_selection, [span, before])
    moved = movement.compared(earlier, later, before)
    if moved.change is None:
        return later, Movement(why_not="other" if moved.why_not == movement.OTHER_QUESTION else "few")
    low, high = moved.change.interval.rounded
    return later, Movement(round(moved.change.points), low, high, moved.change.is_reliable)


def _by_survey(stats: ReadStats, span: Span) -> tuple[tuple[tuple[str, Week], ...], tuple[SatisfactionWeek, ...]]:
    """What was answered to each survey: on 0 to 10, and on 1 to 5."""
    scored, satisfied = list[tuple[str, Week]](), list[SatisfactionWeek]()
    for survey in (*stats.programme.surveys, REVIEW):
        for which in stats.selections(survey):
            counts = stats.figures(which, *span).counts
            if counts.n and which.scale == "nps":
                scored.append((survey, week_of(counts)))
            elif counts.n:
                satisfied.append(satisfaction_of(survey, counts))
    return tuple(scored), tuple(satisfied)


def _named_by_detractors(stats: ReadStats, span: Span) -> tuple[int, Listed[Named]]:
    """How many detractors there were in any survey from 0 to 10, and what they named."""
    asked = tuple(name for name, survey in stats.programme.surveys.items() if survey.scale == "nps")
    which = Selection("all", (*asked, REVIEW))
    named = {driver: counts.detractors for driver, counts in stats.named(which, *span).items()}
    return stats.figures(which, *span).counts.detractors, _most_frequent(named)


def _most_frequent(named: Mapping[str, int]) -> Listed[Named]:
    found = [Named(cause, times) for cause, times in named.items() if times]
    return Listed.of(sorted(found, key=lambda one: (-one.times, one.cause)), _CAUSES)
