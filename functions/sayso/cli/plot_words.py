"""What the pictures of the command line say in English: to a screen reader, and where there is nothing to show."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from sayso.adapters.charts.distribution import Group
from sayso.adapters.charts.drivers import Driver, Part
from sayso.adapters.charts.series import Point
from sayso.cli.show import plural
from sayso.domain.nps import signed

WIDTH = 480
"""Of a drawing in CSS pixels: scaled to a phone of 400 its letters still have 9, and on a slide they are large."""
BAND = "Band: 95 % interval."
EMPTY = "No answers yet"
FEW = "Too few answers to show"
Noun = tuple[str, str]
"""What an n counts: one of it, and many."""
ANSWERS: Noun = ("answer", "answers")
SENT: Noun = ("survey sent", "surveys sent")


def percent(share: float) -> str:
    """A share in percent, whole."""
    return f"{share:.0f} %"


def signed_tenth(points: float) -> str:
    """Points to a tenth, as a pull is often less than one; whole from ten on."""
    tenth = round(points, 1)
    if abs(tenth) >= 10:
        return signed(points)
    return f"{'+' if tenth > 0 else '−' if tenth < 0 else ''}{abs(tenth):.1f}"


def series_told(
    points: Sequence[Point],
    written: Callable[[float], str],
    noun: Noun,
    empty: str,
    mark: tuple[str, str] | None = None,
) -> str:
    """Every period with its value, interval and n.

    `written` writes a value, `noun` is what n counts, `mark` a period's label and what is so from there on.
    """
    if all(point.value is None for point in points):
        return f"{empty}."
    return " ".join(_period_told(point, written, noun, mark) for point in points)


def distribution_told(groups: Sequence[Group], n: int) -> str:
    """Every score and how many gave it, group by group."""
    if not n:
        return f"{EMPTY}."
    told = (
        f"{group.label}: {sum(bar.n for bar in group.bars):,} ({group.share}), of whom "
        f"{', '.join(f'{bar.n:,} gave {bar.label}' for bar in group.bars if bar.n) or 'nobody'}."
        for group in groups
    )
    return f"{plural(n, 'answer')}. {' '.join(told)}"


def drivers_told(drivers: Sequence[Driver]) -> str:
    """Every driver with both shares, its pull and its n."""
    return " ".join(map(_driver_told, drivers)) or f"{EMPTY}."


def _period_told(point: Point, written: Callable[[float], str], noun: Noun, mark: tuple[str, str] | None) -> str:
    about = ["only part of the period"] if point.is_part else []
    about += [mark[1]] if mark and mark[0] == point.label else []
    label = f"{point.label} ({', '.join(about)})" if about else point.label
    if point.value is None:
        return f"{label}: too few answers."
    ends = "" if point.low is None or point.high is None else _between(written(point.low), written(point.high))
    n = "" if point.n is None else f", {plural(point.n, *noun)}"
    return f"{label}: {written(point.value)}{ends}{n}."


def _driver_told(driver: Driver) -> str:
    parts = ((driver.of_detractors, "detractors"), (driver.of_promoters, "promoters"))
    shares = " and ".join(f"{_part_told(part)} of {group}" for part, group in parts if part)
    told = (
        f"named by {shares}" if shares else "",
        *(f"there are no {group}" for part, group in parts if not part),
        "" if driver.pull is None else f"pull {signed_tenth(driver.pull)}",
        plural(driver.n, "answer"),
    )
    return f"{driver.label}: {', '.join(filter(None, told))}."


def _part_told(part: Part) -> str:
    return f"{percent(part.percent)} (likely between {percent(part.low)} and {percent(part.high)})"


def _between(low: str, high: str) -> str:
    return f", likely between {low} and {high}"
