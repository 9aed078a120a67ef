"""How themes and the answers under them are read aloud by `sayso themes`, and written for machines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

from sayso.cli.answer_words import as_plain, row
from sayso.cli.show import plural
from sayso.cli.stats_words import NOTHING, between, movement, score
from sayso.domain.nps import FEW_ANSWERS
from sayso.domain.programme import Programme
from sayso.domain.theme import Filing
from sayso.services.list_answers import ListedAnswer
from sayso.services.read_themes import ThemeLine, Themes

HEADS = (
    *("theme", "id", "answers", "promoters", "passives", "detractors", "NPS", "likely between", "change"),
    *("other surveys", "suggested"),
)
COLUMNS = ("id", "how", "person", "account", "survey", "score", "when", "words")


def label_of(theme: str, programme: Programme) -> str:
    """What a theme is called; its id in words where the programme no longer has it."""
    labels = {one.id: one.label("en") for one in programme.all_themes}
    return labels.get(theme, theme.replace("_", " "))


def line_row(line: ThemeLine, programme: Programme) -> tuple[str, ...]:
    """A theme as a row of the table."""
    figures = line.figures
    counts, is_nps = figures.counts, figures.scale == "nps"
    groups = (counts.promoters, counts.passives, counts.detractors) if is_nps else (NOTHING,) * 3
    return (
        label_of(line.theme, programme) + ("" if line.is_known else " (not in the programme)"),
        line.theme,
        f"{counts.n}, few" if 0 < counts.n < FEW_ANSWERS else str(counts.n),
        *map(str, groups),
        score(figures),
        between(figures.ends) if counts.n and is_nps else NOTHING,
        movement(line.moved, figures.scale) if counts.n else NOTHING,
        str(line.elsewhere),
        str(line.waiting),
    )


def themes_json(found: Themes, programme: Programme) -> dict[str, Any]:
    """All themes as plain JSON values."""
    return {
        "from": found.span.first,
        "to": found.span.last,
        "compared_with": {"from": found.before.first, "to": found.before.last},
        "of_surveys": list(found.which.surveys),
        "themes": [{**line.as_json(), "label": label_of(line.theme, programme)} for line in found.lines],
    }


def notes(found: Themes) -> Iterator[str]:
    """What a reader has to know beside the table."""
    waiting = sum(line.waiting for line in found.lines)
    if waiting:
        what = plural(waiting, "suggestion waits", "suggestions wait")
        counts = "counts" if waiting == 1 else "count"
        yield f"{what} for a person's word and {counts} nowhere: sayso themes suggestions"
    yield (
        "An answer may be under several themes. Likely between: the 95 % interval. Change: against the twelve months "
        f"before, {found.before.first} to {found.before.last}. Days are UTC days."
    )


def beside(line: ThemeLine) -> Iterator[str]:
    """What of a theme's twelve months is not in its score."""
    if line.elsewhere:
        yield f"Of other surveys, in no such score: {plural(line.elsewhere, 'answer')}."
    if line.waiting:
        counts = "counts" if line.waiting == 1 else "count"
        yield f"{plural(line.waiting, 'suggestion waits', 'suggestions wait')} and {counts} nowhere."


def listed_title(listed: Sequence[ListedAnswer], theme: str, since: date) -> str:
    """How many answers are listed, of which surveys, and how many of them nobody has decided about."""
    surveys = Counter(one.response.survey for one in listed)
    of = ", ".join(f"{count} of {survey}" for survey, count in sorted(surveys.items()))
    suggested = sum(one.response.themes[theme].state == "suggested" for one in listed)
    only = f"; {suggested} of them only suggested" if suggested else ""
    return f"{plural(len(listed), 'answer')} since {since}: {of}{only}"


def how(filing: Filing) -> str:
    """How an answer came under a theme, for a table."""
    if filing.state == "suggested":
        return "suggested by words"
    by = f" by {filing.by}" if filing.by else ""
    if filing.state == "rejected":
        return f"rejected{by}"
    return {"drivers": "by driver", "words": f"accepted{by}", "": f"by hand{by}"}[filing.rule]


def answer_row(one: ListedAnswer, theme: str | None, zone: ZoneInfo, programme: Programme) -> tuple[str | None, ...]:
    """An answer as a row; `theme` is the one it is listed for, without one all that are suggested for it are named."""
    cells = dict(zip(_ANSWER_CELLS, row(one, zone), strict=True))
    told = _told(one, theme, programme)
    return (cells["id"], told, *(cells[name] for name in ("person", "account", "survey", "score", "when", "words")))


def answer_json(one: ListedAnswer, theme: str | None) -> dict[str, Any]:
    """An answer as plain JSON values, with how it stands to the theme it is listed for, or to all."""
    filings: Mapping[str, Filing] = one.response.themes
    told = {name: filing for name, filing in filings.items() if theme in (None, name)}
    return {**as_plain(one), "filings": {name: told[name].model_dump(mode="json") for name in sorted(told)}}


def refiled_sentences(moved: Mapping[str, Mapping[str, int]], programme: Programme) -> Sequence[tuple[str, ...]]:
    """What going over the past changed, a row for each theme."""
    return [
        (label_of(theme, programme), *(str(counts[what]) for what in ("filed", "suggested", "gone")))
        for theme, counts in moved.items()
    ]


def _told(one: ListedAnswer, theme: str | None, programme: Programme) -> str:
    if theme is not None:
        return how(one.response.themes[theme])
    return ", ".join(label_of(name, programme) for name in one.response.suggested_for)


_ANSWER_CELLS = (
    *("id", "person", "account", "survey", "score", "when", "state", "why", "visible", "after delivery", "words"),
)
