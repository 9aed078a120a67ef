"""The pictures of `sayso stats --plot FILE`: complete SVG files in English, and how they are written."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from pathlib import Path

from sayso.adapters.charts.distribution import Bar, Group, distribution_svg
from sayso.adapters.charts.drawing import Picture
from sayso.adapters.charts.drivers import Driver, DriverWords, drivers_svg
from sayso.adapters.charts.series import Point, rate_svg, trend_svg
from sayso.adapters.charts.standalone import MARK, standalone
from sayso.cli.plot_words import EMPTY, FEW, distribution_told, drivers_told, percent, plural, series_told
from sayso.domain.errors import InvalidInputError
from sayso.domain.nps import ScoreCounts, signed
from sayso.domain.programme import Scale

_WIDTH = 720
_WORDS = DriverWords("of detractors", "of promoters", "pull")
_GROUPS: dict[Scale, tuple[tuple[str, int, int], ...]] = {
    "nps": (("Detractors", 0, 6), ("Passives", 7, 8), ("Promoters", 9, 10)),
    "satisfaction": (("1 to 3", 1, 3), ("4 or 5", 4, 5)),
}
_BAND = "Band: 95 % interval."


def trend_file(
    points: Sequence[Point],
    *,
    of: str,
    period: str,
    accent: str,
    n: str = "",
    axis: tuple[int, int] = (-100, 100),
    notes: Sequence[str] = (),
) -> str:
    """The score of each period as a file.

    Parameters
    ----------
    points : sequence of Point
        Oldest first; those with too few answers have no value.
    of : str
        What it is about: "relationship", "project, account Meyer".
    period : str
        The whole of the time shown: "2026-01-01 to 2026-06-30".
    accent : str
        The company's colour as ``#rrggbb``.
    n : str
        How many answers it is of, in words; empty for the sum of the points, which says nothing where they overlap.
    axis : tuple of int
        The lowest and the highest score shown.
    notes : sequence of str
        Further lines under the picture.
    """
    title = f"Net Promoter Score, {of}"
    picture = trend_svg(
        points,
        name="trend",
        title=title,
        description=series_told(points, signed, "answer", _nothing(points)),
        signed=signed,
        empty=_nothing(points),
        axis=axis,
        width=_WIDTH,
        height=340,
    )
    return _file(picture, title, accent, (f"{period} · {n or plural(_sum(points), 'answer')} · {_BAND}", *notes))


def rate_file(points: Sequence[Point], *, of: str, period: str, accent: str, notes: Sequence[str] = ()) -> str:
    """The response rate of those asked in each period as a file; the n of a point is those asked."""
    empty = FEW if _sum(points) else "Nobody was asked yet"
    shown = f"{period}, by the day of sending · {plural(_sum(points), 'survey sent')} · {_BAND}"
    return _shares(points, f"Response rate, {of}", "survey sent", empty, accent, (shown, *notes))


def satisfaction_file(points: Sequence[Point], *, of: str, period: str, accent: str, notes: Sequence[str] = ()) -> str:
    """The share of 4 and 5 in each period as a file, for a survey or a rating from 1 to 5."""
    shown = f"{period} · {plural(_sum(points), 'answer')} · {_BAND}"
    return _shares(points, f"Satisfied (4 or 5 of 5), {of}", "answer", _nothing(points), accent, (shown, *notes))


def distribution_file(
    counts: ScoreCounts, *, of: str, period: str, accent: str, scale: Scale = "nps", notes: Sequence[str] = ()
) -> str:
    """How many gave each score as a file: 0 to 10, or 1 to 5 for the scale satisfaction."""
    title = f"How many gave each score, {of}"
    groups = [_group(counts, label, first, last) for label, first, last in _GROUPS[scale]]
    picture = distribution_svg(
        groups,
        name="distribution",
        title=title,
        description=distribution_told(groups, counts.n),
        empty=EMPTY,
        width=_WIDTH,
    )
    return _file(picture, title, accent, (f"{period} · {plural(counts.n, 'answer')}", *notes))


def drivers_file(
    drivers: Sequence[Driver], *, of: str, period: str, accent: str, n: int, notes: Sequence[str] = ()
) -> str:
    """What was named as a reason as a file; `n` is all answers, also those that named none."""
    title = f"What detractors and promoters name, {of}"
    picture = drivers_svg(
        drivers,
        name="drivers",
        title=title,
        description=drivers_told(drivers),
        words=_WORDS,
        percent=percent,
        signed=signed,
        empty=EMPTY,
        width=_WIDTH,
    )
    pull = "Pull: what the score gains or loses, in points, by those who named it." if drivers else ""
    notes = (f"{period} · {plural(n, 'answer')} · {_BAND}", *filter(None, (pull, *notes)))
    return _file(picture, title, accent, notes)


def write_picture(path: Path, picture: str) -> None:
    """Write a picture where `--plot` says, in place of one that was written before.

    Raises
    ------
    InvalidInputError
        When the name does not end in .svg, the file that is there is none of ours, or it cannot be written.
    """
    if path.suffix.lower() != ".svg":
        raise InvalidInputError(
            f"{path} cannot be written: pictures are SVG files, so name it {path.with_suffix('.svg').name}; "
            "for a PNG open it in a browser and take a screenshot of it",
            field="plot",
        )
    target = path.resolve()  # what a link points to is written, the link stays
    try:
        if target.exists() and not _is_ours(target):
            raise InvalidInputError(
                f"{path} is there already and was not written by sayso; name another file", field="plot"
            )
        _replace(target, picture)
    except OSError as error:
        raise InvalidInputError(f"{path} cannot be written: {error.strerror}", field="plot") from None


def _is_ours(file: Path) -> bool:
    with file.open("rb") as content:
        return MARK.encode() in content.read(200)


def _replace(file: Path, text: str) -> None:
    """Whole or not at all: a picture that is open in a browser is never half a file."""
    with tempfile.NamedTemporaryFile(
        "w", dir=file.parent, prefix=".", suffix=".svg", delete=False, encoding="utf-8"
    ) as made:
        made.write(text)
    try:
        Path(made.name).chmod(0o644)
        Path(made.name).replace(file)
    except OSError:
        Path(made.name).unlink(missing_ok=True)
        raise


def _file(picture: Picture, heading: str, accent: str, notes: Sequence[str]) -> str:
    return standalone(picture, accent, heading=heading, notes=notes)


def _shares(points: Sequence[Point], title: str, noun: str, empty: str, accent: str, notes: Sequence[str]) -> str:
    picture = rate_svg(
        points,
        name="rate",
        title=title,
        description=series_told(points, percent, noun, empty),
        percent=percent,
        empty=empty,
        width=_WIDTH,
        height=340,
    )
    return _file(picture, title, accent, notes)


def _group(counts: ScoreCounts, label: str, first: int, last: int) -> Group:
    bars = [Bar(str(score), counts.counts[score]) for score in range(first, last + 1)]
    share = percent(100 * sum(bar.n for bar in bars) / counts.n) if counts.n else ""
    return Group(label, share, bars)


def _nothing(points: Sequence[Point]) -> str:
    return FEW if _sum(points) else EMPTY


def _sum(points: Sequence[Point]) -> int:
    return sum(point.n or 0 for point in points)
