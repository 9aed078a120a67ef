"""Where the periods and values of a series lie in its drawing."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from math import floor
from typing import NamedTuple

from sayso.adapters.charts.drawing import Number, round_up

LEFT, _RIGHT, TOP = 38, 12, 14
MARK_ROW = 18  # above the plot, for the words of a mark
_BELOW, _N_ROW = 50, 20  # room for the periods and the row of answers; for that row alone
_DENSE = 11  # pixels from period to period, under which dots and numbers only hide the line
_STEPS = (5, 10, 20, 25, 50)  # between the lines of the grid


class Point(NamedTuple):
    """A period: its name, its value with the ends of the 95 % interval, and how many it is made of.

    Points for a score, percent for a share. Without `value` it is a gap; without `n` not even its size is told.
    `is_part` says that it is only a part of its period: still running, or cut off by the days asked for.
    """

    label: str
    value: Number | None = None
    low: Number | None = None
    high: Number | None = None
    n: int | None = None
    is_part: bool = False


def is_dense(count: int, width: int) -> bool:
    """Whether so many periods are drawn as line and band alone: no dots, no numbers but the last, no n of each.

    An n below each twentieth day would be read as that of the days around it.
    """
    return (width - LEFT - _RIGHT) / max(1, count) < _DENSE


@dataclass(frozen=True)
class Plot:
    """Where periods and values lie in a drawing of this size."""

    width: int
    height: int
    count: int
    axis: tuple[Number, Number]
    left: float
    top: int = TOP

    @property
    def is_dense(self) -> bool:
        """See the function `is_dense`."""
        return is_dense(self.count, self.width)

    @property
    def bottom(self) -> int:
        return self.height - _BELOW + (_N_ROW if self.is_dense else 0)

    @property
    def right(self) -> int:
        return self.width - _RIGHT

    @property
    def step(self) -> float:
        """From one period to the next, in pixels."""
        return (self.width - self.left - _RIGHT) / max(1, self.count)

    @cached_property
    def xs(self) -> list[float]:
        """The middle of each period."""
        return [round(self.left + (index + 0.5) * self.step, 1) for index in range(self.count)]

    def y(self, value: Number) -> float:
        low, high = self.axis
        return round(self.top + (high - value) / (high - low) * (self.bottom - self.top), 1)

    @property
    def ticks(self) -> list[int]:
        """The values of the grid, the highest first."""
        low, high = self.axis
        step = next((step for step in _STEPS if (high - low) / step <= 4), _STEPS[-1])
        return list(range(floor(high / step) * step, round_up(low, step) - 1, -step))
