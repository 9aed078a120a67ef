"""Draws the page's two figures as inline SVG: the score on its scale, and its course over the months.

Written by hand: two figures of some forty lines each weigh less than any charting package in the rendering layer. All
colours are classes, so that page.css decides for light, dark and paper, and no style attribute meets the CSP.
The eleven counts are not drawn: a bar of one answer would show a person.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from markupsafe import Markup

from sayso.domain.edition import Headline, TrendPoint

_LEFT, _RIGHT, _TOP = 38, 12, 14
_BELOW = 50  # room for the months and the row of answers
_SINGLE = 10  # width of the band of a month that stands between two gaps


@dataclass(frozen=True)
class _Plot:
    """Where months and points lie in a drawing of this size."""

    width: int
    height: int
    months: int

    @property
    def bottom(self) -> int:
        return self.height - _BELOW

    @property
    def step(self) -> float:
        return (self.width - _LEFT - _RIGHT) / self.months

    def x(self, index: int) -> float:
        return round(_LEFT + (index + 0.5) * self.step, 1)

    def y(self, points: int) -> float:
        return round(_TOP + (100 - points) / 200 * (self.bottom - _TOP), 1)


def trend_svg(
    points: Sequence[TrendPoint],
    *,
    name: str,
    title: str,
    description: str,
    months: Sequence[str],
    signed: Callable[[int], str],
    width: int = 640,
    height: int = 320,
) -> Markup:
    """The monthly scores from −100 to +100: line, interval band, zero line, and the n of each month below.

    Parameters
    ----------
    points : sequence of TrendPoint
        One for each month, oldest first; a month without a score is a gap that nothing bridges.
    name : str
        Prefix of the ids in the drawing; unique on the page.
    title, description : str
        The text alternative.
    months : sequence of str
        What to write under each point.
    signed : callable
        Writes a score with its sign.
    width, height : int
        Of the drawing in CSS pixels at 100 %; under 480 only the last score is written beside its point.
    """
    plot = _Plot(width, height, len(points))
    runs = [list(run) for known, run in groupby(range(len(points)), lambda i: points[i].score is not None) if known]
    last = runs[-1][-1] if runs else -1
    inside = Markup("").join(
        [
            *_grid(plot, signed),
            *(_band(plot, points, run) for run in runs),
            *(_line(plot, points, run) for run in runs),
            *_labels(plot, points, months),
            *(
                _dot(
                    plot,
                    index,
                    point.score,
                    signed(point.score) if width >= 480 or index == last else "",
                    index == last,
                )
                for index, point in enumerate(points)
                if point.score is not None
            ),
        ]
    )
    return _svg(name, title, description, width, height, inside)


def scale_svg(headline: Headline, *, name: str, title: str, signed: Callable[[int], str], width: int = 640) -> Markup:
    """The score and its interval on the whole scale from −100 to +100, as one line."""

    def x(points: int) -> float:
        return round(16 + (points + 100) / 200 * (width - 32), 1)

    ticks = Markup("").join(
        Markup(
            '<line class="tick" x1="{0}" x2="{0}" y1="12" y2="28"/><text class="axis" x="{0}" y="44" {2}>{1}</text>'
        ).format(x(points), signed(points), Markup('text-anchor="middle"'))
        for points in (-100, 0, 100)
    )
    inside = Markup(
        '<line class="zero" x1="{0}" x2="{1}" y1="20" y2="20"/>{2}'
        '<rect class="band" x="{3}" y="13" width="{4}" height="14" rx="2"/>'
        '<circle class="dot last" cx="{5}" cy="20" r="5"/>'
    ).format(x(-100), x(100), ticks, x(headline.low), round(x(headline.high) - x(headline.low), 1), x(headline.score))
    return _svg(name, title, "", width, 50, inside)


def _svg(name: str, title: str, description: str, width: int, height: int, inside: Markup) -> Markup:
    told = f"{name}-title {name}-desc" if description else f"{name}-title"
    desc = Markup('<desc id="{}-desc">{}</desc>').format(name, description) if description else Markup("")
    return Markup(
        '<svg class="{name}" role="img" aria-labelledby="{told}" viewBox="0 0 {width} {height}" '
        'xmlns="http://www.w3.org/2000/svg"><title id="{name}-title">{title}</title>{desc}{inside}</svg>'
    ).format(name=name, told=told, width=width, height=height, title=title, desc=desc, inside=inside)


def _grid(plot: _Plot, signed: Callable[[int], str]) -> Iterator[Markup]:
    for points in (100, 50, 0, -50, -100):
        yield Markup('<line class="{}" x1="{}" x2="{}" y1="{y}" y2="{y}"/>').format(
            "zero" if points == 0 else "grid", _LEFT, plot.width - _RIGHT, y=plot.y(points)
        )
        yield Markup('<text class="axis" x="{}" y="{}" text-anchor="end">{}</text>').format(
            _LEFT - 6, plot.y(points) + 4, signed(points)
        )


def _band(plot: _Plot, points: Sequence[TrendPoint], run: list[int]) -> Markup:
    if len(run) == 1:
        top, foot = plot.y(points[run[0]].high or 0), plot.y(points[run[0]].low or 0)
        return Markup('<rect class="band" x="{}" y="{}" width="{}" height="{}"/>').format(
            plot.x(run[0]) - _SINGLE / 2, top, _SINGLE, round(foot - top, 1)
        )
    above = [f"{plot.x(i)},{plot.y(points[i].high or 0)}" for i in run]
    below = [f"{plot.x(i)},{plot.y(points[i].low or 0)}" for i in reversed(run)]
    return Markup('<polygon class="band" points="{}"/>').format(" ".join(above + below))


def _line(plot: _Plot, points: Sequence[TrendPoint], run: list[int]) -> Markup:
    if len(run) == 1:
        return Markup("")
    return Markup('<polyline class="line" points="{}"/>').format(
        " ".join(f"{plot.x(i)},{plot.y(points[i].score or 0)}" for i in run)
    )


def _dot(plot: _Plot, index: int, score: int, label: str, is_last: bool) -> Markup:
    x, y = plot.x(index), plot.y(score)
    text = Markup('<text class="value{}" x="{}" y="{}" text-anchor="middle">{}</text>').format(
        " last" if is_last else "", x, y - 9, label
    )
    dot = Markup('<circle class="dot{}" cx="{}" cy="{}" r="{}"/>').format(
        " last" if is_last else "", x, y, 4 if is_last else 2.5
    )
    return dot + text if label else dot


def _labels(plot: _Plot, points: Sequence[TrendPoint], months: Sequence[str]) -> Iterator[Markup]:
    yield Markup('<text class="axis" x="{}" y="{}" text-anchor="end">n</text>').format(_LEFT - 6, plot.height - 6)
    for index, (point, month) in enumerate(zip(points, months, strict=True)):
        for text, y in ((month, plot.bottom + 22), ("–" if point.n is None else str(point.n), plot.height - 6)):
            yield Markup('<text class="axis" x="{}" y="{}" text-anchor="middle">{}</text>').format(
                plot.x(index), y, text
            )
