"""One score and its interval on the whole scale from −100 to +100, as one line."""

from __future__ import annotations

from collections.abc import Callable

from markupsafe import Markup

from sayso.adapters.charts.drawing import Number, Picture, write

_MARGIN, _Y = 16, 20


def scale_svg(
    score: Number,
    low: Number,
    high: Number,
    *,
    name: str,
    title: str,
    signed: Callable[[Number], str],
    description: str = "",
    width: int = 640,
) -> Picture:
    """The score of one period, in points, between the ends of its interval.

    Parameters
    ----------
    score, low, high : number
        Points, −100 to +100.
    name : str
        Prefix of the ids in the drawing; unique on the page.
    title, description : str
        The text alternative. The number itself is not written: it stands beside the picture, larger.
    signed : callable
        Writes points with their sign.
    """

    def x(points: Number) -> float:
        return round(_MARGIN + (points + 100) / 200 * (width - 2 * _MARGIN), 1)

    ticks = Markup("").join(
        Markup('<line class="tick" x1="{0}" x2="{0}" y1="12" y2="28"/>{1}').format(
            x(points), write(x(points), 44, signed(points), anchor="middle")
        )
        for points in (-100, 0, 100)
    )
    inside = Markup(
        '<line class="zero" x1="{0}" x2="{1}" y1="{6}" y2="{6}"/>{2}'
        '<rect class="band" x="{3}" y="13" width="{4}" height="14" rx="2"/>'
        '<circle class="dot last" cx="{5}" cy="{6}" r="5"/>'
    ).format(x(-100), x(100), ticks, x(low), round(x(high) - x(low), 1), x(score), _Y)
    return Picture(name, title, description, width, 50, inside)
