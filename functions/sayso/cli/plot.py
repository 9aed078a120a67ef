"""The pictures of `sayso stats --plot FILE`: complete SVG files in English, and how they are written."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from pathlib import Path

from sayso.adapters.charts.distribution import Bar, Group, distribution_svg
from sayso.adapters.charts.drivers import Driver, DriverWords, drivers_svg
from sayso.adapters.charts.standalone import MARK, standalone
from sayso.cli.plot_series import rate_file, satisfaction_file, trend_file
from sayso.cli.plot_words import (
    BAND,
    EMPTY,
    WIDTH,
    distribution_told,
    drivers_told,
    percent,
    signed_tenth,
)
from sayso.cli.show import plural
from sayso.domain.errors import InvalidInputError
from sayso.domain.nps import ScoreCounts
from sayso.domain.programme import Scale

__all__ = [
    "distribution_file",
    "drivers_file",
    "rate_file",
    "satisfaction_file",
    "trend_file",
    "write_picture",
]

_WORDS = DriverWords("of detractors", "of promoters", "pull")
_GROUPS: dict[Scale, tuple[tuple[str, int, int], ...]] = {
    "nps": (("Detractors", 0, 6), ("Passives", 7, 8), ("Promoters", 9, 10)),
    "satisfaction": (("1 to 3", 1, 3), ("4 or 5", 4, 5)),
}


def distribution_file(
    counts: ScoreCounts,
    *,
    of: str,
    period: str,
    accent: str,
    scale: Scale = "nps",
    notes: Sequence[str] = (),
    width: int = WIDTH,
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
        width=width,
    )
    first = f"{period} · {plural(counts.n, 'answer')}"
    return standalone(picture, accent, heading=title, notes=(first, *notes))


def drivers_file(
    drivers: Sequence[Driver],
    *,
    of: str,
    period: str,
    accent: str,
    n: int,
    notes: Sequence[str] = (),
    width: int = WIDTH,
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
        signed=signed_tenth,
        empty=EMPTY,
        width=width,
    )
    pull = "Pull: what the score gains or loses, in points, by those who named it." if drivers else ""
    notes = (f"{period} · {plural(n, 'answer')} · {BAND}", *filter(None, (pull, *notes)))
    return standalone(picture, accent, heading=title, notes=notes)


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


def _group(counts: ScoreCounts, label: str, first: int, last: int) -> Group:
    bars = [Bar(str(score), counts.counts[score]) for score in range(first, last + 1)]
    share = percent(100 * sum(bar.n for bar in bars) / counts.n) if counts.n else ""
    return Group(label, share, bars)
