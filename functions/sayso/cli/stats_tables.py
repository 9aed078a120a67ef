"""The tables of `sayso stats`, made to fit the terminal."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from textwrap import fill

from sayso.cli import show
from sayso.cli.stats_words import NOTHING, between, movement, score
from sayso.domain.labels import Labelled
from sayso.domain.nps import FEW_ANSWERS
from sayso.domain.programme import Programme
from sayso.domain.satisfaction import Satisfaction
from sayso.services.figures import Figures
from sayso.services.stats_lines import Line

_GROUPS = ("promoters", "passives", "detractors")
_NARROW = {
    "likely between": "likely\nbetween",
    "answered of asked": "answered\nof asked",
    **dict(zip(_GROUPS, ("9–10", "7–8", "0–6"), strict=True)),
}
WIDE = 100  # columns of a terminal from which heads need not be broken
_BROKEN = 13  # "+100, reliable" in two lines, "no reliable change" too
_ROOM_FOR_NAMES = 16


def score_table(title: str, first: str, lines: Sequence[Line], programme: Programme) -> None:
    """Lines of NPS as a table; a column that has nothing to say is left out, and the groups where they do not fit."""
    has_groups = any(line.figures.detail != "score" for line in lines)
    room = show.console.width - _ROOM_FOR_NAMES
    rows = _score_rows(lines, programme, has_groups=has_groups)
    if has_groups and _width(rows) > room:
        rows = _score_rows(lines, programme, has_groups=False)
    _print(title, first, rows)


def _score_rows(lines: Sequence[Line], programme: Programme, *, has_groups: bool) -> list[dict[str, str]]:
    """The cells of each line by their heads, its name first under no head."""
    has_rate = any(line.figures.rate for line in lines)
    moves = any(line.moved for line in lines)
    rows = []
    for line in lines:
        figures, counts = line.figures, line.figures.counts
        row = {"": called(line, programme), "NPS": score(figures)}
        row["likely between"] = between(figures.ends) if counts.n else NOTHING
        row["answers"] = _n(counts.n)
        if has_groups:
            groups = (counts.promoters, counts.passives, counts.detractors)
            told = map(str, groups) if figures.detail != "score" else [NOTHING] * 3
            row |= dict(zip(_GROUPS, told, strict=True))
        row |= {"answered of asked": _asked(figures)} if has_rate else {}
        row |= {"change": movement(line.moved)} if moves else {}
        rows.append(row)
    return rows


def satisfaction_table(title: str, first: str, lines: Sequence[Line], programme: Programme) -> None:
    """Lines of a scale of 1 to 5 as a table."""
    moves = any(line.moved for line in lines)
    heads = ("mean", "4 or 5", "likely between", "answers")
    rows = []
    for line in lines:
        figures = line.figures
        told = shares(figures.satisfaction, told=figures.detail != "score")
        row = {"": called(line, programme), **dict(zip(heads, told, strict=True)), "answered of asked": _asked(figures)}
        rows.append({**row, **({"change": movement(line.moved, "satisfaction")} if moves else {})})
    _print(title, first, rows)


def _print(title: str, first: str, rows: Sequence[Mapping[str, str]]) -> None:
    """Print a table; in a narrow terminal names and words are broken, and no number."""
    heads = [head for head in rows[0] if head]
    names = folded([row[""] for row in rows], show.console.width - _width(rows))
    cells = [(name, *(row[head] for head in heads)) for name, row in zip(names, rows, strict=True)]
    show.table(title, [first, *fitted(heads)], cells, empty="")


def _width(rows: Sequence[Mapping[str, str]]) -> int:
    """The columns that all but the name need, with the gaps before them; what changed may be broken."""
    needed = 0
    for head in rows[0]:
        if head:
            (shown,) = fitted([head])
            cells = max(len(row[head]) for row in rows)
            cells = min(cells, _BROKEN) if head == "change" and show.console.width < WIDE else cells
            needed += 2 + max(cells, *map(len, shown.split("\n")))
    return needed


def folded(names: Sequence[str], room: int) -> list[str]:
    """Names broken into lines of at most `room` columns, if that is enough to read them."""
    return [fill(name, max(12, room)) or name for name in names]


def shares(figures: Satisfaction, *, told: bool = True) -> tuple[str, ...]:
    """Mean, share of 4 and 5 with its interval, and n, for a table."""
    if not figures.n:
        return NOTHING, NOTHING, NOTHING, "0"
    if not told:
        return f"{figures.mean:.1f}", NOTHING, NOTHING, _n(figures.n)
    low, high = figures.interval.rounded
    return f"{figures.mean:.1f}", f"{figures.share:.0f} %", f"{low} % and {high} %", _n(figures.n)


def called(line: Line, programme: Programme) -> str:
    """What a line is called: a driver or theme by its label, the rest by its name; a period that was cut says so."""
    if line.kind in ("driver", "theme"):
        labelled: Sequence[Labelled] = programme.drivers if line.kind == "driver" else programme.all_themes
        return next((one.label("en") for one in labelled if one.id == line.name), line.name.replace("_", " "))
    return line.name if line.is_whole else f"{line.name} (part)"


def fitted(heads: Sequence[str]) -> list[str]:
    """The heads of a table, broken where the terminal is narrow."""
    return [head if show.console.width >= WIDE else _NARROW.get(head, head) for head in heads]


def _n(answers: int) -> str:
    return f"{answers}, few" if 0 < answers < FEW_ANSWERS else str(answers)


def _asked(figures: Figures) -> str:
    if figures.coverage == "none":
        return NOTHING if figures.detail == "score" else "not known"
    return f"{figures.answered} of {figures.asked}"
