"""The numbers whoever runs the programme reads first: the score, whether it moved, and what is behind it.

As many reads for a hundred answers as for a hundred thousand: they come from the counters.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import NamedTuple

from sayso.domain.benchmark import Verdict, against
from sayso.domain.nps import SMALLEST_GROUP
from sayso.domain.periods import Period, PeriodKind, periods, sums
from sayso.domain.programme import Programme
from sayso.domain.time import add_months
from sayso.ports import Clock, Contacts, Invitations
from sayso.services.answer_stats import AnswerStats
from sayso.services.at_once import at_once
from sayso.services.careful_numbers import CarefulNumbers
from sayso.services.figures import Figures
from sayso.services.read_drivers import Analysis, analyse
from sayso.services.read_stats import ReadStats, Selection, Span
from sayso.services.stats_lines import Line, StatsLines, before

ENOUGH_FOR_MONTHS = 60
"""With fewer answers in a year a month has hardly five of them, so the trend is told by quarters."""
_FIRST_DUE_WITHIN = timedelta(days=400)


class Beginning(NamedTuple):
    """Where a programme stands that nobody has answered yet.

    `asked` is how many were; `day` (of the company) and `survey` are what goes out first, where anything is due.
    """

    has_contacts: bool
    asked: int = 0
    survey: str = ""
    day: date | None = None


@dataclass(frozen=True)
class Headline:
    """The relationship score of twelve months.

    `beside` are the other touch points, reviews and what was imported, each by itself; `periods` of `kind` the trend,
    where those with too few answers are hidden. `verdict` is how it stands to the programme's benchmark. `beginning` is
    told where there is no answer of any kind.
    """

    line: Line
    before: Span
    verdict: Verdict | None
    beside: Sequence[Line]
    kind: PeriodKind
    periods: Sequence[Line]
    beginning: Beginning | None = None


@dataclass(frozen=True)
class Heard:
    """What the relationship answers of twelve months are about.

    `themes` are those anything is filed under. `suggested` says by theme how many answers, to any survey, wait for
    somebody to decide whether they are about it.
    """

    span: Span
    analysis: Analysis
    themes: Sequence[Line]
    suggested: Mapping[str, int]

    @property
    def hidden(self) -> int:
        """How many drivers and themes are left out, as they are about too few."""
        return self.analysis.hidden + sum(line.hidden for line in self.themes)


@dataclass(frozen=True)
class DeskNumbers:
    """See the module. `careful` leaves out what may not be shown outside: for everybody but a manager."""

    read_stats: ReadStats
    contacts: Contacts
    invitations: Invitations
    programme: Programme
    clock: Clock

    def headline(self, *, careful: bool = False) -> Headline:
        """The score, with what stands beside it."""
        read = self.read_stats.once()
        span = read.window()
        line, *others = StatsLines(read, span, before(span)).overview()
        ours = self.programme.relationship_surveys
        beside = [one for one in others if not (one.kind == "survey" and {*ours} & {one.name})]
        beside = [one for one in beside if one.figures.counts.n or one.figures.asked or one.last_answer]
        kind, found = _trend(line)
        counts, mark = line.figures.counts, self.programme.benchmark
        is_silent = not any(one.figures.counts.n or one.last_answer for one in (line, *others))
        shown = [line, *beside]
        if careful:
            careful_numbers = CarefulNumbers(read)
            shown = [careful_numbers.whole(one) for one in (line, *(one for one in beside if one.figures.counts.n))]
            found = careful_numbers.periods(read.headline_selection, found)
        return Headline(
            line=shown[0],
            before=before(span),
            verdict=against(counts, mark.nps) if mark and counts.n and not shown[0].hidden else None,
            beside=shown[1:],
            kind=kind,
            periods=[] if shown[0].hidden else found,
            beginning=self._beginning(line.figures, others, careful=careful) if is_silent else None,
        )

    def heard(self, *, careful: bool = False) -> Heard:
        """What people praise and criticise: the drivers they name, and the themes their answers are filed under."""
        read = self.read_stats.once()
        span, which = read.window(), read.headline_selection
        filed = {theme: theme for theme in read.values(which.surveys, "theme")}
        found = AnswerStats(read, span, public=careful).breakdown(which, "theme", filed)
        found = CarefulNumbers(read).answer(which, found) if careful else found
        return Heard(
            span,
            analyse(read, which, span, public=careful),
            sorted(found.lines, key=lambda one: (-one.figures.counts.n, one.name)),
            {} if careful else _suggested(read, span),
        )

    def _beginning(self, headline: Figures, others: Sequence[Line], *, careful: bool) -> Beginning:
        asked = max(headline.asked, sum(one.figures.asked for one in others))
        until = self.clock() + _FIRST_DUE_WITHIN
        due = [
            (one.message.due_at, survey)
            for survey in self.programme.surveys
            for one in self.invitations.due(survey, until, 1)
            if one.message.step != "expire"
        ]
        has_contacts = bool(due or asked or self.contacts.accounts_page(1).items)
        if careful and asked < SMALLEST_GROUP:
            asked = 0  # so few did not answer
        if not due:
            return Beginning(has_contacts, asked)
        at, survey = min(due)
        return Beginning(has_contacts, asked, survey, max(at, self.clock()).astimezone(self.programme.zone).date())


def _trend(line: Line) -> tuple[PeriodKind, list[Line]]:
    """The months of the year, or the quarters of two, from the first with an answer on: read with the headline."""
    known = {**(line.moved.before.by_day if line.moved else {}), **line.figures.by_day}
    kind: PeriodKind = "month" if line.figures.counts.n >= ENOUGH_FOR_MONTHS else "quarter"
    found = _whole_at_first(kind, line.span)
    lines: list[Line] = []
    for period, counts in zip(found, sums(known, found), strict=True):
        figures = replace(
            line.figures, name=period.label, counts=counts, asked=0, answered=0, coverage="none", by_day={}
        )
        span, is_few = Span(period.first, period.last), counts.n < SMALLEST_GROUP
        if lines or counts.n:
            lines.append(Line("period", period.label, span, figures, is_whole=period.is_whole, hidden=is_few))
    return kind, lines


def _whole_at_first(kind: PeriodKind, span: Span) -> list[Period]:
    start = span.first.replace(day=1) if kind == "month" else add_months(span.first, -12)
    found = periods(kind, start, span.last)
    return found if found[0].is_whole or len(found) == 1 else found[1:]


def _suggested(read: ReadStats, span: Span) -> dict[str, int]:
    """By theme, the suggestions nobody has decided about: of all surveys."""
    surveys = [name for name in (*read.programme.surveys, *read.history()) if read.values([name], "suggested")]
    wanted: list[tuple[str, Selection]] = [
        (theme, one.narrowed(theme, "suggested", theme))
        for name in surveys
        for one in read.selections(name)
        for theme in read.values([name], "suggested")
    ]
    waiting = at_once(lambda one: read.figures(one[1], *span).counts.n, wanted)
    found: dict[str, int] = {}
    for (theme, _), n in zip(wanted, waiting, strict=True):
        found[theme] = found.get(theme, 0) + n
    return {theme: n for theme, n in sorted(found.items(), key=lambda one: -one[1]) if n}
