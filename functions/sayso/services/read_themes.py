"""What the answers are about: how many are filed under each theme, how they score, whether that moved, what waits."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time
from typing import Any

from sayso.domain.errors import NotFoundError
from sayso.domain.programme import Programme
from sayso.domain.response import Response
from sayso.domain.time import add_months
from sayso.ports import Clock, Responses
from sayso.services.at_once import at_once
from sayso.services.figures import Figures
from sayso.services.file_answers import find_theme
from sayso.services.movement import Movement, compared
from sayso.services.read_stats import ReadStats, Scope, Selection, Span
from sayso.services.stats_lines import before

_SCOPES: tuple[Scope, ...] = ("theme", "suggested")


@dataclass(frozen=True)
class ThemeLine:
    """A theme over twelve months.

    `figures` are the answers of the selection that are filed under it, `moved` is how they stand to the twelve months
    before. `elsewhere` counts those filed that answered other surveys: tickets, reviews, what was imported. `waiting`
    are the suggestions of all surveys that nobody has decided about. `is_known` is false for a theme the programme no
    longer has.
    """

    theme: str
    figures: Figures
    moved: Movement
    elsewhere: int
    waiting: int
    is_known: bool = True

    def as_json(self) -> dict[str, Any]:
        """The theme as plain JSON values."""
        figures = self.figures.as_json()
        told = ("n", "promoters", "passives", "detractors", "nps", "interval", "few_answers")
        return {
            "theme": self.theme,
            **{name: figures[name] for name in told if name in figures},
            "change": self.moved.as_json(),
            "elsewhere": self.elsewhere,
            "suggested": self.waiting,
            "in_programme": self.is_known,
        }


@dataclass(frozen=True)
class Themes:
    """All themes, those with most answers first, over `span` and compared with `before` (UTC days)."""

    span: Span
    before: Span
    which: Selection
    lines: Sequence[ThemeLine]


@dataclass(frozen=True)
class ReadThemes:
    """See the module. The figures come from the counters: as many reads for a thousand answers as for a million."""

    read_stats: ReadStats
    responses: Responses
    programme: Programme
    clock: Clock

    def all(self, which: Selection | None = None) -> Themes:
        """Every theme of the programme, and those it once had that anything is filed under still.

        The figures are of the surveys of `which`, by default the relationship surveys.
        """
        read = self.read_stats.once()
        ours = [theme.id for theme in self.programme.all_themes]
        found = self._told(read, which or read.headline_selection, [*ours, *sorted(_counted(read) - {*ours})])
        shown = [one for one in found.lines if one.is_known or one.figures.counts.n or one.elsewhere or one.waiting]
        shown.sort(key=lambda one: (-one.figures.counts.n, -one.elsewhere, -one.waiting))
        return replace(found, lines=shown)

    def line(self, theme: str) -> ThemeLine:
        """One theme (`find`), over the relationship surveys."""
        read = self.read_stats.once()
        return self._told(read, read.headline_selection, [theme]).lines[0]

    def find(self, name: str) -> str:
        """The id of a theme by its id or label, also of one that the programme no longer has and that an answer was
        ever counted for; raises NotFoundError."""
        try:
            return find_theme(self.programme, name).id
        except NotFoundError:
            wanted = "_".join(name.casefold().split())
            if wanted in _counted(self.read_stats.once()):
                return wanted
            raise

    def _told(self, read: ReadStats, which: Selection, themes: Sequence[str]) -> Themes:
        span = read.window()
        earlier = before(span)
        others = [one for name in _surveys(read) if name not in which.surveys for one in read.selections(name)]
        everything = [*(one for name in which.surveys for one in read.selections(name)), *others]
        ours = {theme.id for theme in self.programme.all_themes}

        def line(theme: str) -> ThemeLine:
            now, then = read.over(which.narrowed(theme, "theme", theme), [span, earlier])
            return ThemeLine(
                theme,
                now,
                compared(then, now, earlier),
                _sum(read, others, "theme", theme, span),
                _sum(read, everything, "suggested", theme, span),
                theme in ours,
            )

        return Themes(span, earlier, which, list(at_once(line, themes)))

    def answers(self, theme: str | None, since: date, *, states: Iterable[str] = ("filed",)) -> Iterator[Response]:
        """The confirmed answers that stand so to a theme (None: any), counted since a UTC day; newest first.

        Reads a month of the index at a time, and no more months than are asked for.
        """
        wanted = {*states}
        month = self.clock().date().replace(day=1)
        while month >= since.replace(day=1):
            found = self.responses.confirmed_in_month(datetime.combine(month, time(), UTC))
            for response in reversed(found):
                if response.confirmed_at and response.confirmed_at.date() >= since and _stands(response, theme, wanted):
                    yield response
            month = add_months(month, -1)


def _stands(response: Response, theme: str | None, states: set[str]) -> bool:
    filings = response.themes.values() if theme is None else filter(None, [response.themes.get(theme)])
    return not (response.erased and states == {"suggested"}) and any(one.state in states for one in filings)


def _counted(read: ReadStats) -> set[str]:
    """The themes that any answer was ever filed under or suggested for."""
    return {value for scope in _SCOPES for value in read.values(_surveys(read), scope)}


def _surveys(read: ReadStats) -> list[str]:
    return [*read.programme.surveys, *read.history()]


def _sum(read: ReadStats, surveys: Sequence[Selection], scope: Scope, theme: str, span: Span) -> int:
    of = [one for one in surveys if theme in read.values(one.surveys, scope)]
    return sum(read.figures(one.narrowed(theme, scope, theme), *span).counts.n for one in of)
