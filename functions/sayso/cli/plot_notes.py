"""What stands under a picture over time, and which of its periods are drawn at all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from sayso.adapters.charts.series import Point, is_dense
from sayso.cli.plot_words import Noun
from sayso.cli.show import plural

_WIDE_GAP = 0.5  # of all periods shown


def shown(points: Sequence[Point]) -> Sequence[Point]:
    """The periods from the first to the last that has an answer; all of them where none has.

    Gaps in between stay, as do periods with too few answers to show.
    """
    found = [index for index, point in enumerate(points) if point.value is not None or point.n]
    return points[found[0] : found[-1] + 1] if found else points


def mark_in(points: Sequence[Point], mark: tuple[str, str] | None, whole: Sequence[Point]) -> tuple[str, str] | None:
    """The mark, unless its period is one of those cut off from the `whole`."""
    cut = {point.label for point in whole} - {point.label for point in points}
    return None if mark and mark[0] in cut else mark


def series_notes(points: Sequence[Point], whole: Sequence[Point], width: int, noun: Noun) -> Iterator[str]:
    """What has to be said about the `points` shown of the `whole`: what is hollow, cut off, left open or not written.

    `width` is that of the drawing in CSS pixels, `noun` is what n counts.
    """
    if any(point.is_part and point.value is not None for point in points):
        yield "Hollow: only part of the period."
    yield from _cut_off(points, whole)
    yield from _wide_gap(points)
    sizes = [point.n for point in points if point.value is not None and point.n is not None]
    if sizes and is_dense(len(points), width):
        yield f"Each period shown has {_from_to(min(sizes), max(sizes), noun)}."


def _cut_off(points: Sequence[Point], whole: Sequence[Point]) -> Iterator[str]:
    if len(points) == len(whole):
        return
    ends = []
    if points[0].label != whole[0].label:
        ends.append(f"before {points[0].label}")
    if points[-1].label != whole[-1].label:
        ends.append(f"after {points[-1].label}")
    yield f"Nothing to show {' and '.join(ends)}."


def _wide_gap(points: Sequence[Point]) -> Iterator[str]:
    for is_gap, run in groupby(points, lambda point: point.value is None):
        gap = list(run)
        if is_gap and len(points) * _WIDE_GAP < len(gap) < len(points):
            yield f"The gap: nothing to show from {gap[0].label} to {gap[-1].label}."


def _from_to(least: int, most: int, noun: Noun) -> str:
    return plural(most, *noun) if least == most else f"{least:,} to {plural(most, *noun)}"
