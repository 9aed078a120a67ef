"""Answers what somebody asks the desk about the numbers: which days, which survey, by what, over time.

The same lines as `sayso stats` tells, from the same services; but never so many that somebody waits for them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sayso.domain.errors import InvalidInputError, NotFoundError
from sayso.domain.periods import periods, twelve_months
from sayso.domain.programme import Programme
from sayso.domain.staff import Staff
from sayso.ports import Owners, Pseudonyms
from sayso.services.answer_stats import Answer, AnswerStats
from sayso.services.careful_numbers import CarefulNumbers
from sayso.services.numbers_question import Askable, By, OverTime, Question, askable, refuse
from sayso.services.read_drivers import Analysis, analyse
from sayso.services.read_stats import ReadStats, Selection, Span
from sayso.services.stats_lines import before

MOST_PARTS = 60
"""Parts of a whole that are read for one question."""
MOST_PERIODS = 27
"""Periods that are read for one question: two years of months, half a year of weeks, and what the days cut off."""
_LONGEST = 10 * 366  # days
_EARLIEST = date(1990, 1, 1)


@dataclass(frozen=True)
class Told:
    """The answer; of drivers with its `analysis`. `left_out` says how many parts were not even read.

    `askable`, `surveys` and `segments` are what whoever asked may ask about, `segment` the one that was.
    """

    which: Selection
    span: Span
    before: Span | None
    answer: Answer
    askable: Askable
    surveys: Sequence[Selection]
    segments: Sequence[str]
    segment: str = ""
    left_out: int = 0
    analysis: Analysis | None = None


@dataclass(frozen=True)
class AskNumbers:
    """See the module. Whoever is no manager is told of whole groups of surveys (`CarefulNumbers`): also an owner sees
    answers of their own accounts only."""

    read_stats: ReadStats
    owners: Owners
    pseudonyms: Pseudonyms
    programme: Programme

    def ask(self, staff: Staff, question: Question) -> Told:
        """Answer a question.

        Raises
        ------
        InvalidInputError
            When the days are none to ask about, or the question is about too much; names the field.
        NotFoundError
            When there is no such survey or segment.
        RoleRefusedError
            When only a manager is told that.
        """
        if question.by and question.over_time:
            raise InvalidInputError("ask by what, or over time, one after the other", field="over_time")
        read, is_careful = self.read_stats.once(), not staff.is_manager
        if is_careful:
            refuse(question, self.programme.relationship_surveys)
        span = read.window() if is_careful else _span(read, question)
        surveys = self._surveys(read, is_careful=is_careful)
        which = next((one for one in surveys[1:] if question.survey in one.surveys), surveys[0])
        if question.survey and which is surveys[0]:
            raise NotFoundError(f"there is no survey '{question.survey}'", field="survey")
        is_compared = question.compared and not question.over_time and not (is_careful and question.by)
        earlier = before(span) if is_compared else None
        asking = AnswerStats(read, span, earlier, is_careful)
        segments = [] if is_careful else self._segments(read, which, question)
        names = self._names(read, which, question.by, question.segment)
        kept = dict(sorted(names.items(), key=lambda one: one[1].casefold())[:MOST_PARTS])
        answer = _answer(asking, which, question, kept)
        return Told(
            which,
            span,
            earlier,
            CarefulNumbers(read).answer(which, answer) if is_careful else answer,
            askable(self.programme, staff),
            surveys,
            segments,
            question.segment,
            len(names) - len(kept),
            _analysed(read, which, span, question, is_careful),
        )

    def _surveys(self, read: ReadStats, *, is_careful: bool) -> list[Selection]:
        """The relationship score, and every survey there is, or ever was, on the scale it is asked on."""
        apart = self.programme.relationship_surveys if is_careful else ()
        names = [name for name in (*self.programme.surveys, *read.history()) if name not in apart]
        return [read.headline_selection, *(read.selections(name)[0] for name in names)]

    def _segments(self, read: ReadStats, which: Selection, question: Question) -> list[str]:
        found = sorted({value.partition("=")[0] for value in read.values(which.surveys, "segment")})
        if question.segment and question.segment not in found:
            raise NotFoundError(f"there is no segment '{question.segment}' in it", field="segment")
        return found

    def _names(self, read: ReadStats, which: Selection, by: By | None, segment: str) -> dict[str, str]:
        """The values of what is asked by, and what each is called: by its own name, and an owner by the address."""
        if by is None:
            return {}
        if by == "owner":
            if not self.programme.scores_per_owner:
                raise InvalidInputError(
                    "scores per owner are off; scores_per_owner in programme.yaml keeps them", field="by"
                )
            known = {self.pseudonyms.of_owner(email): email for email in self.programme.follow_up.people}
            values = read.values(which.surveys, by)
            return {value: known.get(value) or self.owners.email(value) or f"? {value[:6]}" for value in values}
        values = read.values(which.surveys, by)
        return {value: value for value in values if not segment or value.partition("=")[0] == segment}


def _answer(asking: AnswerStats, which: Selection, question: Question, names: dict[str, str]) -> Answer:
    if question.by:
        return asking.breakdown(which, question.by, names)
    if question.over_time:
        count = len(periods(question.over_time, *asking.span))
        if count > MOST_PERIODS:
            raise InvalidInputError(
                f"that would be {count} periods; ask for at most {MOST_PERIODS}, of longer ones or fewer days",
                field="over_time",
            )
        return asking.trend(which, which, question.over_time)
    if question.survey:
        return asking.one(which, which)
    return asking.overview("all", which.value)


def _analysed(read: ReadStats, which: Selection, span: Span, question: Question, is_careful: bool) -> Analysis | None:
    if question.by != "driver" or which.scale != "nps":
        return None
    return analyse(read, which, span, public=is_careful)


def _span(read: ReadStats, question: Question) -> Span:
    today = read.window().last
    last = question.last or today
    if not _EARLIEST <= last <= today:
        raise InvalidInputError(f"is a UTC day up to today, which is {today}", field="last")
    first = question.first or _usual_first(last, question.over_time)
    if not _EARLIEST <= first <= last:
        raise InvalidInputError(f"is a UTC day up to the last one, {last}", field="first")
    if (last - first).days > _LONGEST:
        raise InvalidInputError("is more than ten years before the last day", field="first")
    return Span(first, last)


def _usual_first(last: date, over_time: OverTime | None) -> date:
    """Twelve months before; over time, from the beginning of the period those begin in, so that it can be compared."""
    first = twelve_months(last).first
    if over_time in (None, "rolling"):
        return first
    if over_time == "year":
        return first.replace(month=1, day=1)
    if over_time == "week":
        return last - timedelta(days=last.weekday() + 7 * 25)
    return first.replace(month=first.month if over_time == "month" else 3 * ((first.month - 1) // 3) + 1, day=1)
