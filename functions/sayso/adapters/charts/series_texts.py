"""The numbers and names of a series: as many as have room, the last of them always."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from markupsafe import Markup

from sayso.adapters.charts.drawing import (
    BOLD_SIZE,
    GAP,
    SIZE,
    WIDE,
    Number,
    every,
    inside,
    plain,
    shortened,
    width_of,
    write,
)
from sayso.adapters.charts.series_plot import TOP, Plot, Point

_LONGEST_LABEL = 96  # pixels of a period's name
_THINNEST = 2  # each second value; fewer would be picked by chance, and stand in the way of the line
_AWAY = 9  # from a point to the number beside it


def dots(
    plot: Plot, points: Sequence[Point], runs: Sequence[Sequence[int]], written: Callable[[Number], str]
) -> Iterator[Markup]:
    """A dot for each value, and the value beside as many as have room; where there is little, only the leading one.

    That is the last of a whole period: what is still running would look like a fall, or a rise.
    """
    known = [index for run in runs for index in run]
    whole = [place for place, index in enumerate(known) if not points[index].is_part]
    lead = whole[-1] if whole else len(known) - 1
    texts = [written(points[index].value or 0) for index in known]
    sizes = [BOLD_SIZE if place == lead else SIZE for place in range(len(known))]
    widths = [width_of(text, size) for text, size in zip(texts, sizes, strict=False)]
    xs = [inside(plot.xs[i], wide / 2, plot.left, plot.width - 1) for i, wide in zip(known, widths, strict=True)]
    is_roomy = plot.width >= WIDE and not plot.is_dense
    step = every((widths[: lead + 1], xs[: lead + 1])) if is_roomy else len(known)
    step = step if step <= _THINNEST else len(known)
    last = len(known) - 1 if is_roomy and every((widths, xs)) == 1 else lead
    ys = {index: plot.y(points[index].value or 0) for index in known}
    alone = {run[0] for run in runs if len(run) == 1}
    is_told = _are_thinned(plot, points)
    for place, index in enumerate(known):
        is_part, kind = points[index].is_part, " last" if place == lead else ""
        if place == lead or is_part or index in alone or not plot.is_dense:
            yield Markup('<circle class="dot{}" cx="{}" cy="{}" r="{}"{}').format(
                (" part" if is_part else "") + kind,
                plot.xs[index],
                ys[index],
                4 if place == lead else 3 if is_part else 1.5 if plot.is_dense else 2.5,
                _told(points[index], texts[place]) if is_told else Markup("/>"),
            )
        if place <= last and (lead - place) % step == 0:
            y = _beside(plot, ys, index, widths[place] / 2, sizes[place] * 0.8)
            yield write(xs[place], y, texts[place], f"value{kind}", "middle")


def labels(plot: Plot, points: Sequence[Point]) -> Iterator[Markup]:
    """Below: the names of the periods and their n, as many as do not touch. No n at all is a dash."""
    full = [plain(point.label) for point in points]
    names, ns = _names(points), _ns(points)
    steps = _steps(plot, points)
    rows = [(names, full, plot.bottom + 22, steps[0])]
    if not plot.is_dense:
        yield write(plot.left - 6, plot.height - 6, "n", anchor="end")
        rows.append((ns, ns, plot.height - 6, steps[1]))
    for index in range(len(points)):
        for texts, told, y, step in rows:
            if (len(points) - 1 - index) % step == 0:
                x = _placed(plot, index, texts[index])
                yield write(x, y, texts[index], anchor="middle", full=told[index])


def _beside(plot: Plot, ys: Mapping[int, float], index: int, half: float, tall: float) -> float:
    """The baseline of a number beside its point: above, unless the picture ends there or only there the line does."""
    y = ys[index]
    above, below = round(y - _AWAY, 1), round(y + _AWAY + tall, 1)
    rises = [(y - ys[near]) * half / plot.step for near in (index - 1, index + 1) if near in ys]
    is_valley = max(rises, default=0) > _AWAY - 3 > -min(rises, default=0)
    return below if above - tall <= plot.top - TOP or (is_valley and below < plot.bottom) else above


def _names(points: Sequence[Point]) -> list[str]:
    return [shortened(plain(point.label), _LONGEST_LABEL) for point in points]


def _ns(points: Sequence[Point]) -> list[str]:
    return ["–" if point.n is None else str(point.n) for point in points]


def _steps(plot: Plot, points: Sequence[Point]) -> tuple[int, int]:
    """Each how manieth name and n is written; where both are thinned, whole columns rather than rows out of step."""
    rows = [
        ([width_of(text) for text in texts], [_placed(plot, index, text) for index, text in enumerate(texts)])
        for texts in (_names(points), _ns(points))
    ]
    names, ns = map(every, rows)
    return (every(*rows),) * 2 if min(names, ns) > 1 else (names, ns)


def _are_thinned(plot: Plot, points: Sequence[Point]) -> bool:
    return max(_steps(plot, points)) > 1


def _told(point: Point, value: str) -> Markup:
    """For who points at it, where not every n is written."""
    n = "" if point.n is None else f", n {point.n}"
    return Markup("><title>{}: {}{}</title></circle>").format(plain(point.label), value, n)


def _placed(plot: Plot, index: int, text: str) -> float:
    return inside(plot.xs[index], width_of(text) / 2, plot.left - 6 + GAP, plot.width - 1)
