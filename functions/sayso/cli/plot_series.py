"""The pictures over time of `sayso stats --plot FILE`: the score, the response rate, and who is satisfied."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.adapters.charts.series import Point, rate_svg, trend_svg
from sayso.adapters.charts.standalone import standalone
from sayso.cli.plot_notes import mark_in, series_notes, shown
from sayso.cli.plot_words import ANSWERS, BAND, EMPTY, FEW, SENT, WIDTH, Noun, percent, series_told
from sayso.cli.show import plural
from sayso.domain.nps import signed

_HEIGHT = 300


def trend_file(
    points: Sequence[Point],
    *,
    of: str,
    period: str,
    accent: str,
    n: str = "",
    axis: tuple[int, int] = (-100, 100),
    mark: tuple[str, str] | None = None,
    notes: Sequence[str] = (),
    width: int = WIDTH,
) -> str:
    """The score of each period as a file.

    Parameters
    ----------
    points : sequence of Point
        Oldest first; those with too few answers have no value. Those before the first and after the last answer are
        not drawn.
    of : str
        What it is about: "relationship", "project, account Meyer".
    period : str
        The whole of the time asked for: "2026-01-01 to 2026-06-30".
    accent : str
        The company's colour as ``#rrggbb``.
    n : str
        How many answers it is of, in words; empty for the sum of the points, which says nothing where they overlap.
    axis : tuple of int
        The lowest and the highest score shown.
    mark : tuple of str, optional
        The label of a period, and what is so from there on: "from here: our own survey".
    notes : sequence of str
        Further lines under the picture.
    width : int
        Of the drawing in CSS pixels. On a phone a wider one has smaller letters.

    Raises
    ------
    InvalidInputError
        When the axis is no range within −100 and +100, or no period has the label of the mark.
    """
    title, few, drawn = f"Net Promoter Score, {of}", _nothing(points), shown(points)
    there = mark_in(drawn, mark, points)
    picture = trend_svg(
        drawn,
        name="trend",
        title=title,
        description=series_told(drawn, signed, ANSWERS, few, there),
        signed=signed,
        empty=few,
        axis=axis,
        mark=there,
        width=width,
        height=_HEIGHT,
    )
    first = f"{period} · {n or plural(_sum(points), *ANSWERS)} · {BAND}"
    return standalone(
        picture, accent, heading=title, notes=(first, *series_notes(drawn, points, width, ANSWERS), *notes)
    )


def rate_file(
    points: Sequence[Point],
    *,
    of: str,
    period: str,
    accent: str,
    mark: tuple[str, str] | None = None,
    notes: Sequence[str] = (),
    width: int = WIDTH,
) -> str:
    """The response rate of those asked in each period as a file; the n of a point is those asked. See `trend_file`."""
    empty = FEW if _sum(points) else "Nobody was asked yet"
    said = f"{period}, by the day of sending · {plural(_sum(points), *SENT)} · {BAND}"
    title = f"Response rate, {of}"
    return _shares(points, title, SENT, empty, accent, mark, (said, notes), width)


def satisfaction_file(
    points: Sequence[Point],
    *,
    of: str,
    period: str,
    accent: str,
    mark: tuple[str, str] | None = None,
    notes: Sequence[str] = (),
    width: int = WIDTH,
) -> str:
    """The share of 4 and 5 in each period as a file, for a survey or a rating from 1 to 5. See `trend_file`."""
    said = f"{period} · {plural(_sum(points), *ANSWERS)} · {BAND}"
    title = f"Satisfied (4 or 5 of 5), {of}"
    return _shares(points, title, ANSWERS, _nothing(points), accent, mark, (said, notes), width)


def _shares(
    points: Sequence[Point],
    title: str,
    noun: Noun,
    empty: str,
    accent: str,
    mark: tuple[str, str] | None,
    notes: tuple[str, Sequence[str]],
    width: int,
) -> str:
    drawn = shown(points)
    there = mark_in(drawn, mark, points)
    picture = rate_svg(
        drawn,
        name="rate",
        title=title,
        description=series_told(drawn, percent, noun, empty, there),
        percent=percent,
        empty=empty,
        mark=there,
        width=width,
        height=_HEIGHT,
    )
    first, further = notes
    return standalone(
        picture, accent, heading=title, notes=(first, *series_notes(drawn, points, width, noun), *further)
    )


def _nothing(points: Sequence[Point]) -> str:
    return FEW if _sum(points) else EMPTY


def _sum(points: Sequence[Point]) -> int:
    return sum(point.n or 0 for point in points)
