"""Answers one question about the numbers: which lines it has, and which of them may be told to whom."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from sayso.domain.errors import InvalidInputError
from sayso.domain.in_public import has_enough_a_year, may_stand_beside
from sayso.domain.nps import nps
from sayso.domain.periods import PeriodKind
from sayso.domain.satisfaction import Satisfaction
from sayso.services.read_stats import SAID, ReadStats, Scope, Selection, Span
from sayso.services.stats_in_public import (
    named_in_public,
    overview_in_public,
    parts_in_public,
    told_apart,
    whole_in_public,
)
from sayso.services.stats_lines import ENOUGH_PER_OWNER, Dimension, Line, StatsLines

Ratings = Mapping[str, Mapping[str, Satisfaction]]


@dataclass(frozen=True)
class Answer:
    """What there is to tell.

    `whole` is what the question is about altogether; `lines` are its surveys, groups or periods, the hidden ones among
    them; `ratings` those of each survey, but for `ratings_hidden` of them. `too_few_a_year` says that no periods are
    shown at all, as there are fewer than 30 answers a year.
    """

    whole: Line
    lines: Sequence[Line] = ()
    ratings: Ratings = field(default_factory=dict)
    too_few_a_year: bool = False
    ratings_hidden: int = 0

    @property
    def is_overview(self) -> bool:
        """Whether it is the headline with every survey beside it."""
        return self.whole.kind == "headline"

    @property
    def shown(self) -> list[Line]:
        """The lines that may be told."""
        return [line for line in self.lines if not line.hidden]

    @property
    def hidden(self) -> int:
        """How many may not; the whole too."""
        return sum(line.hidden for line in (self.whole, *self.lines))

    @property
    def without_groups(self) -> int:
        """How many of the scores that are told stand without what they are made of: their groups, or 4 and 5."""
        told = [line.figures for line in (self.whole, *self.lines) if not line.hidden]
        return sum(figures.detail == "score" and figures.counts.n > 0 for figures in told)


@dataclass(frozen=True)
class AnswerStats:
    """See the module. `public` is whether what it tells is meant for people outside the company."""

    read: ReadStats
    span: Span
    before: Span | None = None
    public: bool = False

    @property
    def _lines(self) -> StatsLines:
        return StatsLines(self.read, self.span, self.before)

    def overview(self, scope: Scope, value: str) -> Answer:
        """The headline and every survey, for everybody or for one value of a dimension, with their ratings."""
        headline, *lines = self._lines.overview(scope, value)
        if self.public:
            relationship = self.read.programme.relationship_surveys
            answered = [line for line in lines if line.figures.counts.n]  # nobody is no group that is hidden
            headline, *lines = overview_in_public([headline, *answered], relationship)
        if scope == "owner":
            headline, *lines = with_enough([headline, *lines])
        if scope != "all":
            lines = [line for line in lines if line.kind not in ("review", "history") or line.figures.counts.n]
        surveys = [line for line in lines if not line.hidden] if scope == "all" else []
        ratings, hidden = self._ratings(surveys)
        return Answer(headline, lines, ratings, ratings_hidden=hidden)

    def surveys(self, which: Selection, narrowed: Selection) -> Answer:
        """A line for each survey of a selection, and one for them together."""
        lines = [self._lines.line("survey", replace(narrowed, name=one, surveys=(one,))) for one in which.surveys]
        return self._parted(self._lines.line("selection", narrowed), worst_first(lines))

    def one(self, which: Selection, narrowed: Selection) -> Answer:
        """A selection as one line, with the ratings if it is one whole survey."""
        line = self._lines.line("selection", narrowed)
        if self.public:
            line = self._in_public(line, which, narrowed)
        if narrowed.scope == "owner":
            (line,) = with_enough([line])
        is_survey = narrowed.scope == "all" and len(which.surveys) == 1 and not line.hidden
        ratings, hidden = self._ratings([replace(line, name=which.surveys[0])] if is_survey else [])
        return Answer(line, ratings=ratings, ratings_hidden=hidden)

    def breakdown(self, which: Selection, by: Dimension, names: Mapping[str, str]) -> Answer:
        """A line for each value of a dimension, and one for all of them."""
        lines = worst_first(self._lines.breakdown(which, by, names))
        whole = self._lines.line("selection", which)  # last, so that no part has more than it
        if by == "owner":
            return Answer(whole, with_enough(lines))
        if self.public:
            lines = [line for line in lines if line.figures.counts.n]  # nobody is no group that is hidden
        if self.public and by in SAID:
            shown = [self._beside_the_like(which, by, line.name, line) for line in named_in_public(whole, lines)]
            return Answer(whole_in_public(whole), shown)
        return self._parted(whole, lines)

    def trend(self, which: Selection, narrowed: Selection, kind: PeriodKind) -> Answer:
        """A line for each period, and one for all of them."""
        whole, lines = self._lines.trend(narrowed, kind)
        if narrowed.scope == "owner":
            (whole,) = with_enough([whole])
            return Answer(whole, with_enough(lines))
        if not self.public:
            return Answer(whole, lines)
        shown = self._in_public(whole, which, narrowed)
        if kind in ("day", "week", "month") and not has_enough_a_year(whole.figures.by_day, *self.span):
            return Answer(shown, too_few_a_year=True)
        lines = parts_in_public(whole, lines)
        return Answer(shown, [replace(line, hidden=True, moved=None) for line in lines] if shown.hidden else lines)

    def _parted(self, whole: Line, lines: list[Line]) -> Answer:
        if self.public:
            return Answer(whole_in_public(whole), parts_in_public(whole, lines))
        return Answer(whole, lines)

    def _in_public(self, line: Line, which: Selection, narrowed: Selection) -> Line:
        """A line alone. What it is a part of is not told beside it, but may stand on the public page."""
        shown, headline = whole_in_public(line), self.read.headline_selection
        is_part = {*which.surveys} < {*headline.surveys}
        outer = [*([which] if narrowed != which else []), *([headline] if is_part else [])]
        around = [self.read.figures(one, *self.span).counts.n for one in outer]
        stands_out = any(not may_stand_beside(line.figures.counts.n, n) for n in around)
        shown = replace(shown, hidden=shown.hidden or stands_out)
        return self._beside_the_like(which, narrowed.scope, narrowed.value, shown)

    def _beside_the_like(self, which: Selection, by: Scope, value: str, line: Line) -> Line:
        """A line as it stands; that of a theme as it may stand beside those of its drivers, and of the themes that
        share one of them: all of these can be asked for."""
        themes = {theme.id: theme for theme in self.read.programme.all_themes} if by == "theme" else {}
        drivers = themes[value].drivers if value in themes else ()
        alike = [name for name, theme in themes.items() if name != value and {*drivers} & {*theme.drivers}]
        beside = [self._lines.line("driver", which.narrowed(one, "driver", one)) for one in drivers]
        beside += [self._lines.line("theme", which.narrowed(one, "theme", one)) for one in alike]
        return told_apart(line, beside)

    def _ratings(self, surveys: Sequence[Line]) -> tuple[Ratings, int]:
        """Those that may be told, and how many may not."""
        found = {line.name: self.read.ratings(line.name, *self.span) for line in surveys}
        given = sum(map(len, found.values()))
        if self.public:
            n = {line.name: line.figures.counts.n for line in surveys}
            found = {
                survey: {name: one for name, one in ratings.items() if may_stand_beside(one.n, n[survey])}
                for survey, ratings in found.items()
            }
        return {survey: ratings for survey, ratings in found.items() if ratings}, given - sum(map(len, found.values()))


def worst_first(lines: Sequence[Line]) -> list[Line]:
    """Lines as somebody reads them who looks for what to mend.

    The lowest score comes first, of equal ones the one that stands on more answers; those without answers come last.
    """

    def place(line: Line) -> tuple[bool, float, int, str]:
        figures, n = line.figures, line.figures.counts.n
        if not n:
            return True, 0, 0, line.name.casefold()
        score = nps(figures.counts) if figures.scale == "nps" else figures.satisfaction.mean
        return False, score, -n, line.name.casefold()

    return sorted(lines, key=place)


def with_enough(lines: Sequence[Line]) -> list[Line]:
    """Lines of owners, those on fewer than ten answers hidden, and never compared with so few."""
    return [
        replace(
            line,
            hidden=line.figures.counts.n < ENOUGH_PER_OWNER,
            moved=line.moved if line.moved and line.moved.before.counts.n >= ENOUGH_PER_OWNER else None,
        )
        for line in lines
    ]


def refuse_few_of_owner(found: Answer) -> None:
    """Raise InvalidInputError when of the one owner asked about nothing may be told."""
    if found.whole.hidden and not found.shown:
        raise InvalidInputError(
            f"there are fewer than {ENOUGH_PER_OWNER} answers in these days; a score of a person stands on at least "
            "so many",
            field="owner",
        )
