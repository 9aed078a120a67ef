"""Takes out of an answer what may not be shown outside: small groups, and what would give them away."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from sayso.domain.disclosure import differing, is_large_or_none, parts_to_show
from sayso.domain.in_public import drivers_to_show, groups_may_be_shown, may_stand_beside
from sayso.domain.nps import SMALLEST_GROUP, ScoreCounts
from sayso.services.figures import Figures, without
from sayso.services.stats_lines import Line

_Shown = Callable[[Mapping[str, ScoreCounts], ScoreCounts], set[str]]


def whole_in_public(line: Line) -> Line:
    """A line that is no part of another that is shown: hidden when small, with its three groups when they are not."""
    moved = line.moved if line.moved and line.moved.before.counts.n >= SMALLEST_GROUP else None
    counts = line.figures.counts
    if line.figures.scale == "nps":
        has_groups = groups_may_be_shown(counts)
    else:
        satisfied = line.figures.satisfaction.satisfied_share
        has_groups = is_large_or_none(satisfied.part) and is_large_or_none(satisfied.whole - satisfied.part)
    figures = replace(line.figures, detail="groups" if has_groups else "score", waiting=0, machine=0)
    return replace(line, figures=figures, moved=moved, hidden=counts.n < SMALLEST_GROUP)


def parts_in_public(whole: Line, parts: Sequence[Line]) -> list[Line]:
    """The parts of a whole that is shown, which share no answer; what is in no part is one more, and not shown."""
    return _beside(whole, parts, _parts)


def named_in_public(whole: Line, named: Sequence[Line]) -> list[Line]:
    """Lines of answers that named a driver, or are filed under a theme, beside all answers; one may be in several.

    Of an NPS and drivers they are among those that `sayso.services.read_drivers` tells of too.
    """
    return _beside(whole, named, _of_nps if whole.figures.scale == "nps" else _named)


def told_apart(line: Line, inner: Sequence[Line]) -> Line:
    """A line of what is wider than other lines, as it may stand beside them: hidden where so few lie in between that
    taking one from the other would tell of them."""

    def is_near(counts: ScoreCounts, others: Iterable[ScoreCounts]) -> bool:
        return any(not is_large_or_none(differing(counts, other)) for other in others)

    hidden = line.hidden or is_near(line.figures.counts, (one.figures.counts for one in inner))
    moved = None if hidden else line.moved
    if moved and is_near(moved.before.counts, (one.moved.before.counts for one in inner if one.moved)):
        moved = None
    return replace(line, hidden=hidden, moved=moved)


def overview_in_public(lines: Sequence[Line], relationship: Sequence[str]) -> list[Line]:
    """The headline, which comes first, with the surveys it is made of as its parts; every other survey by itself."""
    parts = [line for line in lines if line.kind == "survey" and line.name in relationship]
    shown = {line.name: line for line in parts_in_public(lines[0], parts)}
    return [
        shown[line.name] if line.kind == "survey" and line.name in shown else whole_in_public(line) for line in lines
    ]


def bare(figures: Figures) -> Figures:
    """Figures of a part: only how many answers, and their score."""
    return replace(figures, detail="score", asked=0, answered=0, coverage="none", waiting=0, machine=0)


def _beside(whole: Line, lines: Sequence[Line], find: _Shown) -> list[Line]:
    if whole.figures.counts.n < SMALLEST_GROUP:
        return [replace(line, hidden=True, moved=None) for line in lines]
    shown = find({line.name: line.figures.counts for line in lines}, whole.figures.counts)
    earlier = shown
    if whole.moved:
        earlier = find({line.name: line.moved.before.counts for line in lines if line.moved}, whole.moved.before.counts)
    return [
        replace(
            line,
            figures=bare(line.figures),
            hidden=line.name not in shown,
            # What a line is compared with has to be shown as well: the period before it, or the days before the whole.
            moved=line.moved if line.moved and line.name in shown and line.moved.before.name in earlier else None,
        )
        for line in lines
    ]


def _parts(parts: Mapping[str, ScoreCounts], whole: ScoreCounts) -> set[str]:
    if whole.n < SMALLEST_GROUP:
        return set()
    rest = without(whole, parts.values())
    return {*parts_to_show({**parts, "": rest}, {})} - {""}


def _named(named: Mapping[str, ScoreCounts], whole: ScoreCounts) -> set[str]:
    return {name for name, counts in named.items() if may_stand_beside(counts.n, whole.n)}


def _of_nps(named: Mapping[str, ScoreCounts], whole: ScoreCounts) -> set[str]:
    return {name for name in drivers_to_show(named, whole).names if _has_large_groups(named[name], whole)}


def _has_large_groups(part: ScoreCounts, whole: ScoreCounts) -> bool:
    """Beside a score it is told how many promoters and detractors there are: the rest of both are the passives."""
    groups = [
        (part.promoters, whole.promoters),
        (part.passives, whole.passives),
        (part.detractors, whole.detractors),
    ]
    return all(is_large_or_none(n) and is_large_or_none(of - n) for n, of in groups)
