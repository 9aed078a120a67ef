"""How many on each day to come: a bar a day, the month below its first, and closed days left open.

A count that is only the least there will be is hollow. The height of a day that its limit fills has a line on it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from markupsafe import Markup

from sayso.adapters.charts.drawing import GAP, Picture, every, inside, line, plain, width_of, write, write_in

_BAR, _WIDEST = 0.72, 44  # of the room of a day; in pixels
_ROW = 17
_UNDER = 5  # from a bar to the count above it


class DayBar(NamedTuple):
    """A day: how it is called below its bar, and how many. `month` stands under its first day.

    `is_least` says that there may be more, `is_full` that there cannot.
    """

    label: str
    n: int
    month: str = ""
    is_least: bool = False
    is_full: bool = False


def days_svg(
    days: Sequence[DayBar],
    *,
    name: str,
    title: str,
    description: str,
    empty: str = "",
    width: int = 640,
    height: int = 240,
) -> Picture:
    """The bars of some days, with the count above each as far as there is room.

    Parameters
    ----------
    days : sequence of DayBar
        At least one, in order.
    name, title, description, empty, width, height
        As in `trend_svg`.
    """
    slot = width / len(days)
    xs = [round((at + 0.5) * slot, 1) for at in range(len(days))]
    most = max(day.n for day in days)
    top, bottom = 24, height - 2 * _ROW - 6
    unit = (bottom - top) / max(most, 1)
    wide = round(min(_WIDEST, slot * _BAR), 1)
    drawn = [
        line("zero", 0, bottom, width, bottom),
        *(mark for day, x in zip(days, xs, strict=True) for mark in _bar(day, x, wide, bottom, unit)),
        *_counts(days, xs, wide, bottom, unit, width),
        *_labels(days, xs, bottom, width),
    ]
    if most == 0:
        drawn.append(write_in(width / 2, round(bottom / 2), empty, width, "value", "middle"))
    return Picture(name, title, description, width, height, Markup("").join(drawn))


def _bar(day: DayBar, x: float, wide: float, bottom: int, unit: float) -> Iterator[Markup]:
    tall, left = round(day.n * unit, 1), round(x - wide / 2, 1)
    if day.n:
        yield Markup('<rect class="bar{}" x="{}" y="{}" width="{}" height="{}"/>').format(
            " middle" if day.is_least else "", left, round(bottom - tall, 1), wide, tall
        )
    if day.is_full:
        y = round(bottom - tall - 2, 1)
        yield line("mark", left, y, round(left + wide, 1), y)


def _counts(
    days: Sequence[DayBar], xs: Sequence[float], wide: float, bottom: int, unit: float, width: int
) -> Iterator[Markup]:
    """The count above each bar; where not all have room the highest, and from there on whoever touches nothing."""
    texts = [f"≥ {day.n}" if day.is_least else str(day.n) for day in days]
    taken: list[tuple[float, float]] = []
    for at in sorted((at for at, day in enumerate(days) if day.n), key=lambda at: (-days[at].n, at)):
        half = width_of(texts[at]) / 2
        x = inside(xs[at], half, 0, width)
        is_over_a_bar = any(
            (other.n - days[at].n) * unit > _UNDER and abs(xs[where] - x) < half + wide / 2
            for where, other in enumerate(days)
        )
        if not is_over_a_bar and all(x + half + GAP <= left or right + GAP <= x - half for left, right in taken):
            taken.append((x - half, x + half))
            yield write(x, round(bottom - days[at].n * unit - 7, 1), texts[at], "value", "middle")


def _labels(days: Sequence[DayBar], xs: Sequence[float], bottom: int, width: int) -> Iterator[Markup]:
    labels = [plain(day.label) for day in days]
    widths = [width_of(label) for label in labels]
    placed = [inside(x, wide / 2, 0, width) for x, wide in zip(xs, widths, strict=True)]
    step = every((widths, placed))
    for at, label in enumerate(labels):
        if (len(labels) - 1 - at) % step == 0:
            yield write(placed[at], bottom + _ROW, label, anchor="middle")
    edge = float("-inf")
    for at, day in enumerate(days):
        if month := plain(day.month):
            half = width_of(month) / 2
            x = inside(xs[at], half, 0, width)
            if x - half >= edge + GAP:
                edge = x + half
                yield write(x, bottom + 2 * _ROW, month, anchor="middle")
