"""How many gave each score: bars in quiet groups, each group labelled below.

For those inside the company. A bar of one answer would show a person, so the public page does not draw it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from markupsafe import Markup

from sayso.adapters.charts.drawing import (
    GAP,
    SIZE,
    Picture,
    inside,
    line,
    plain,
    width_of,
    write,
    write_in,
)

_APART = 0.8  # between two groups, in bars
_BAR, _WIDEST = 0.72, 44  # of the room of a bar; in pixels
_ROW = 17


class Bar(NamedTuple):
    """A score and how many gave it."""

    label: str
    n: int


class Group(NamedTuple):
    """Scores that belong together, the lowest first: "Detractors", "39 %"; `share` is empty where there is none."""

    label: str
    share: str
    bars: Sequence[Bar]


class _Place(NamedTuple):
    """A group in the drawing: how it looks, and the centres of its bars."""

    group: Group
    kind: str
    xs: list[float]

    @property
    def middle(self) -> float:
        return (self.xs[0] + self.xs[-1]) / 2


def distribution_svg(
    groups: Sequence[Group],
    *,
    name: str,
    title: str,
    description: str,
    empty: str = "",
    width: int = 640,
    height: int = 280,
) -> Picture:
    """Bars for the scores of each group, with the count above and the score below each.

    Parameters
    ----------
    groups : sequence of Group
        Two or three, the lowest scores first: they are drawn as the low, the middle and the high ones.
    name, title, description, empty, width, height
        As in `trend_svg`.
    """
    slot = width / (sum(len(group.bars) for group in groups) + _APART * (len(groups) - 1))
    places = list(_places(groups, slot))
    most = max(bar.n for group in groups for bar in group.bars)
    widest = max(width_of(str(bar.n)) for group in groups for bar in group.bars)
    is_turned = widest + GAP > slot  # large counts on a phone read upwards
    in_one_row = _fit(places, width)
    below = 22 + 10 + (2 * _ROW if in_one_row else len(groups) * _ROW) + 2
    top, bottom = (round(widest) + 8 if is_turned else 22), height - below
    drawn = [
        line("zero", 0, bottom, width, bottom),
        *(
            mark
            for place in places
            for bar, x in zip(place.group.bars, place.xs, strict=True)
            for mark in _bar(
                bar, place.kind, x, bottom, (bottom - top) / max(most, 1), min(_WIDEST, slot * _BAR), is_turned, most
            )
        ),
        *(mark for row, place in enumerate(places) for mark in _named(place, row, bottom, slot, width, in_one_row)),
    ]
    if most == 0:
        drawn.append(write_in(width / 2, round(bottom / 2), empty, width, "value", "middle"))
    return Picture(name, title, description, width, height, Markup("").join(drawn))


def _places(groups: Sequence[Group], slot: float) -> Iterator[_Place]:
    left = 0.0
    kinds = ("low", "middle", "high") if len(groups) > 2 else ("low", "high")
    for group, kind in zip(groups, kinds, strict=False):
        yield _Place(group, kind, [round(left + (at + 0.5) * slot, 1) for at in range(len(group.bars))])
        left += (len(group.bars) + _APART) * slot


def _bar(
    bar: Bar, kind: str, x: float, bottom: int, unit: float, wide: float, is_turned: bool, most: int
) -> Iterator[Markup]:
    tall = round(bar.n * unit, 1)
    if bar.n:
        yield Markup('<rect class="bar {}" x="{}" y="{}" width="{}" height="{}"/>').format(
            kind, round(x - wide / 2, 1), round(bottom - tall, 1), round(wide, 1), tall
        )
    if most and is_turned:
        yield write(round(x + SIZE / 3, 1), round(bottom - tall - 6, 1), str(bar.n), "value", turned=True)
    elif most:
        yield write(x, round(bottom - tall - 6, 1), str(bar.n), "value" if bar.n else "axis", "middle")
    yield write(x, bottom + 17, bar.label, anchor="middle")


def _fit(places: Sequence[_Place], width: int) -> bool:
    """Whether the names of the groups stand beside each other."""
    halves = [max(width_of(plain(place.group.label)), width_of(place.group.share)) / 2 for place in places]
    xs = [inside(place.middle, half, 0, width) for place, half in zip(places, halves, strict=True)]
    ends = [(x - half, x + half) for x, half in zip(xs, halves, strict=True)]
    return ends[0][0] >= 0 and all(b[0] - a[1] >= GAP for a, b in pairwise(ends))


def _named(place: _Place, row: int, bottom: int, slot: float, width: int, in_one_row: bool) -> Iterator[Markup]:
    label, share, bars = plain(place.group.label), place.group.share, place.group.bars
    y = bottom + 24
    yield line("tick", round(place.xs[0] - slot / 2 + 2, 1), y, round(place.xs[-1] + slot / 2 - 2, 1), y)
    if in_one_row:
        half = max(width_of(label), width_of(share)) / 2
        x = inside(place.middle, half, 0, width)
        yield write(x, y + _ROW, label, anchor="middle")
        if share:
            yield write(x, y + 2 * _ROW, share, "value", "middle")
    else:
        scores = bars[0].label if len(bars) == 1 else f"{bars[0].label}–{bars[-1].label}"
        text = " · ".join(filter(None, (scores, share, label)))
        yield write_in(0, y + (row + 1) * _ROW, text, width)
