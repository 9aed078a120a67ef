"""Something over time, with its interval as a band: the score, and the response rate.

A period without a value is a gap, and nothing is drawn through it. The n of each period stands below it. A value of
only a part of its period is hollow, and what leads to it is dashed: it moves until the period is over.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby, pairwise
from math import ceil, floor

from markupsafe import Markup

from sayso.adapters.charts.drawing import (
    SIZE,
    Number,
    Picture,
    inside,
    line,
    plain,
    round_up,
    shortened,
    width_of,
    write,
    write_in,
)
from sayso.adapters.charts.series_plot import LEFT, MARK_ROW, TOP, Plot, Point, is_dense
from sayso.adapters.charts.series_texts import dots, labels
from sayso.domain.errors import InvalidInputError

__all__ = ["Point", "is_dense", "rate_svg", "trend_svg"]

_SINGLE = 10  # width of the band of a period that stands between two gaps, where there is so much room


def trend_svg(
    points: Sequence[Point],
    *,
    name: str,
    title: str,
    description: str,
    signed: Callable[[Number], str],
    empty: str = "",
    axis: tuple[int, int] = (-100, 100),
    mark: tuple[str, str] | None = None,
    width: int = 640,
    height: int = 320,
) -> Picture:
    """The score of each period: line, interval band, zero line, and the n below.

    Parameters
    ----------
    points : sequence of Point
        Oldest first, in points; one for each period, so that a gap keeps its place.
    name : str
        Prefix of the ids in the drawing; unique on the page.
    title, description : str
        The text alternative.
    signed : callable
        Writes a score with its sign.
    empty : str
        What to say where there is no score at all.
    axis : tuple of int
        The lowest and the highest score shown. It is widened where a point or an interval would be cut off.
    mark : tuple of str, optional
        The label of a period, and what is so from its beginning on: a thin line with these words above it.
    width, height : int
        Of the drawing in CSS pixels at 100 %; under 480 only the last score is written beside its point. Where periods
        stand closer than 11 pixels there are line and band only, and no n of each.

    Raises
    ------
    InvalidInputError
        When the axis is no range within −100 and +100, or no period has the label of the mark.
    """
    if not -100 <= axis[0] < axis[1] <= 100:
        raise InvalidInputError("the axis must go up, within -100 and 100", field="axis")
    return _series(points, name, title, description, signed, empty, axis, mark, width, height)


def rate_svg(
    points: Sequence[Point],
    *,
    name: str,
    title: str,
    description: str,
    percent: Callable[[Number], str],
    empty: str = "",
    mark: tuple[str, str] | None = None,
    width: int = 640,
    height: int = 320,
) -> Picture:
    """The response rate of each period, from 0 to 100 %, like `trend_svg`; the n of a period is those asked."""
    return _series(points, name, title, description, percent, empty, (0, 100), mark, width, height)


def _series(
    points: Sequence[Point],
    name: str,
    title: str,
    description: str,
    written: Callable[[Number], str],
    empty: str,
    axis: tuple[int, int],
    mark: tuple[str, str] | None,
    width: int,
    height: int,
) -> Picture:
    axis = _wide_enough(axis, points)
    widest = max(width_of(written(end)) for end in axis)
    plot = Plot(width, height, len(points), axis, max(LEFT, ceil(widest + 6)), TOP + (MARK_ROW if mark else 0))
    known = [index for index, point in enumerate(points) if point.value is not None]
    runs = [list(run) for has_value, run in groupby(range(len(points)), lambda i: i in known) if has_value]
    drawn = Markup("").join(
        [
            *_grid(plot, written),
            *(_band(plot, points, run) for run in runs),
            *(part for run in runs for part in _lines(plot, points, run)),
            *(_mark(plot, points, *mark) if mark else ()),
            *labels(plot, points),
            *dots(plot, points, runs, written),
            *([] if known else [_empty(plot, empty)]),
        ]
    )
    return Picture(name, title, description, width, height, drawn)


def _wide_enough(axis: tuple[int, int], points: Sequence[Point]) -> tuple[int, int]:
    ends = [end for point in points if point.value is not None for end in (point.value, *_interval(point))]
    low, high = min([axis[0], *ends]), max([axis[1], *ends])
    return (
        axis[0] if low == axis[0] else max(-100, floor(low / 10) * 10),
        axis[1] if high == axis[1] else min(100, round_up(high, 10)),
    )


def _interval(point: Point) -> tuple[Number, Number]:
    value = point.value or 0
    return (value if point.low is None else point.low, value if point.high is None else point.high)


def _grid(plot: Plot, written: Callable[[Number], str]) -> Iterator[Markup]:
    for value in plot.ticks:
        y = plot.y(value)
        yield line("zero" if value == 0 else "grid", plot.left, y, plot.right, y)
        yield write(plot.left - 6, y + 4, written(value), anchor="end")


def _band(plot: Plot, points: Sequence[Point], run: list[int]) -> Markup:
    xs, ends = plot.xs, {index: _interval(points[index]) for index in run}
    if len(run) == 1:
        foot, top = (plot.y(end) for end in ends[run[0]])
        wide = round(min(_SINGLE, max(2, plot.step)), 1)
        return Markup('<rect class="band" x="{}" y="{}" width="{}" height="{}"/>').format(
            round(xs[run[0]] - wide / 2, 1), top, wide, round(foot - top, 1)
        )
    above = [f"{xs[i]},{plot.y(ends[i][1])}" for i in run]
    below = [f"{xs[i]},{plot.y(ends[i][0])}" for i in reversed(run)]
    return Markup('<polygon class="band" points="{}"/>').format(" ".join(above + below))


def _lines(plot: Plot, points: Sequence[Point], run: list[int]) -> Iterator[Markup]:
    """The line through a run; dashed where it leads to or from a part of a period."""
    for is_part, steps in groupby(pairwise(run), lambda step: any(points[i].is_part for i in step)):
        (first, *_), *_ = pairs = list(steps)
        yield Markup('<polyline class="line{}" points="{}"/>').format(
            " part" if is_part else "",
            " ".join(f"{plot.xs[i]},{plot.y(points[i].value or 0)}" for i in (first, *(end for _, end in pairs))),
        )


def _mark(plot: Plot, points: Sequence[Point], label: str, words: str) -> Iterator[Markup]:
    """A line before the first period that has the label, and the words above it, as near as there is room."""
    index = next((index for index, point in enumerate(points) if point.label == label), None)
    if index is None:
        raise InvalidInputError(f"there is no period '{label}' to mark", field="mark")
    x, full = round(plot.left + index * plot.step, 1), plain(words)
    shown = shortened(full, plot.width - plot.left)
    half = width_of(shown) / 2
    yield line("mark", x, plot.top - 2, x, plot.bottom)
    yield write(inside(x + half, half, plot.left, plot.width), SIZE, shown, "name", "middle", full=full)


def _empty(plot: Plot, words: str) -> Markup:
    middle, room = (plot.left + plot.right) / 2, plot.right - plot.left
    return write_in(middle, round((plot.top + plot.bottom) / 2 - 8, 1), words, room, "value", "middle")
