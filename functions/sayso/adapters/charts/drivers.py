"""What people name as a reason: how many detractors do, how many promoters, and what it does to the score."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from markupsafe import Markup

from sayso.adapters.charts.drawing import (
    WIDE,
    Anchor,
    Number,
    Picture,
    line,
    plain,
    round_up,
    shortened,
    width_of,
    wrapped,
    write,
    write_in,
)

_HEAD, _LINE, _SPACE = 30, 16, 12  # heights: of the heads, of a line of text, between two rows
_BAND, _DOT, _BESIDE = 12, 4, 6  # height of the band, radius, from band to number
_APART = 12  # between two columns
_LONGEST_PULL = 72  # pixels of its name
_LABEL = 0.36  # of the width, at most, where labels have a column of their own


class Part(NamedTuple):
    """A share in percent and its 95 % interval."""

    percent: Number
    low: Number
    high: Number


class Driver(NamedTuple):
    """A reason: its name, how many of each group named it (None: the group is empty), its pull, and its answers.

    `pull` is what the score would change by had those who named it not answered, in points; None without others.
    """

    label: str
    of_detractors: Part | None
    of_promoters: Part | None
    pull: Number | None
    n: int


class DriverWords(NamedTuple):
    """What stands over the columns: "of detractors", "of promoters", "pull"."""

    detractors: str
    promoters: str
    pull: str


def drivers_svg(
    drivers: Sequence[Driver],
    *,
    name: str,
    title: str,
    description: str,
    words: DriverWords,
    percent: Callable[[Number], str],
    signed: Callable[[Number], str],
    empty: str = "",
    width: int = 640,
) -> Picture:
    """A row for each driver: its share of the detractors to the left, of the promoters to the right, with their bands.

    Parameters
    ----------
    drivers : sequence of Driver
        In the order they are to be read in; by what they cost, the most harmful first.
    words : DriverWords
        The heads of the columns.
    percent, signed : callable
        Write a share, and points with their sign.
    name, title, description, empty, width
        As in `trend_svg`; the height is that of the rows.
    """
    table = _Table(drivers, words, percent, signed, width)
    if not drivers:
        return Picture(name, title, description, width, 2 * _HEAD, table.said(empty))
    drawn, y = [*table.heads()], _HEAD
    for driver in drivers:
        label = table.wrapped_label(driver)
        drawn += table.row(driver, label, y)
        y += len(label) * _LINE + _SPACE + (0 if table.is_wide else _BAND + 8)
    if table.is_wide:
        drawn.insert(0, line("zero", table.middle, _HEAD - 4, table.middle, y - _SPACE + 4))
    return Picture(name, title, description, width, y, Markup("").join(drawn))


@dataclass(frozen=True)
class _Table:
    """Where things lie: in columns, or on a phone the label and its numbers above the two sides."""

    drivers: Sequence[Driver]
    words: DriverWords
    percent: Callable[[Number], str]
    signed: Callable[[Number], str]
    width: int

    @property
    def is_wide(self) -> bool:
        return self.width >= WIDE

    @property
    def has_numbers(self) -> bool:
        """Whether there is a pull or an n to tell: neither is known of what is for the public."""
        return any(one.n or one.pull is not None for one in self.drivers)

    @cached_property
    def n(self) -> float:
        """The width of the last column, that of n."""
        return max([width_of("n"), *(width_of(str(driver.n)) for driver in self.drivers)]) + _APART

    @cached_property
    def pull(self) -> str:
        """The name of the pull, as far as there is room for it."""
        return shortened(plain(self.words.pull), _LONGEST_PULL)

    @cached_property
    def sides(self) -> tuple[float, float]:
        """The left edge of the left side, the right edge of the right one."""
        if not self.is_wide:
            return 0, self.width
        if not self.has_numbers:
            return self.label + _APART, self.width
        pull = max([width_of(self.pull), *(width_of(self._pull_of(driver)) for driver in self.drivers)])
        return self.label + _APART, self.width - self.n - pull - _APART

    @cached_property
    def label(self) -> float:
        """The width of the column of names: that of the longest, so that no gap lies between it and the bars."""
        widest = max([0, *(width_of(plain(driver.label)) for driver in self.drivers)])
        return min(widest, self.width * _LABEL - _APART)

    @cached_property
    def reach(self) -> tuple[int, int]:
        """To how many percent each side goes: the end of its widest band."""
        ends = zip(*((driver.of_detractors, driver.of_promoters) for driver in self.drivers), strict=True)
        low, high = (round_up(max([10, *(part.high for part in side if part)]), 10) for side in ends)
        return low, high

    @cached_property
    def middle(self) -> float:
        """Where both sides start: nearer to the side that needs less, but its head has room."""
        (left, right), (low, high) = self.sides, self.reach
        heads = (plain(self.words.detractors), plain(self.words.promoters))
        least = [min((right - left) / 2, max(self.beyond, width_of(head) + _APART)) for head in heads]
        middle = left + self.beyond + (right - left - 2 * self.beyond) * low / (low + high)
        return round(min(max(middle, left + least[0]), right - least[1]), 1)

    @cached_property
    def beyond(self) -> float:
        """The room for a dot at the end of a side and the number beside it."""
        return width_of(self.percent(100)) + _DOT + _BESIDE

    @cached_property
    def unit(self) -> float:
        """The pixels of a percent, the same on both sides: the widest band and a number beside it fit into its side."""
        rooms = (self.middle - self.sides[0], self.sides[1] - self.middle)
        return min((room - self.beyond) / end for room, end in zip(rooms, self.reach, strict=True))

    def said(self, words: str) -> Markup:
        """What to say where there are no drivers."""
        return write_in(self.width / 2, _HEAD, words, self.width, "value", "middle")

    def heads(self) -> Iterator[Markup]:
        """The names of the columns; on a phone the pull and the n are named in each row."""
        left, right = self.sides
        yield write_in(self.middle - 8, 14, self.words.detractors, self.middle - left - _APART, anchor="end")
        yield write_in(self.middle + 8, 14, self.words.promoters, right - self.middle - _APART)
        if self.is_wide and self.has_numbers:
            yield write_in(self.width - self.n, 14, self.words.pull, _LONGEST_PULL, anchor="end")
            yield write(self.width, 14, "n", anchor="end")

    def wrapped_label(self, driver: Driver) -> list[str]:
        """The driver's name in one line or two."""
        room = self.label if self.is_wide else self.width - width_of(self._beside(driver)) - _APART
        return wrapped(driver.label, room, 2)

    def row(self, driver: Driver, label: Sequence[str], top: int) -> Iterator[Markup]:
        """All of one driver, below `top`."""
        for number, text in enumerate(label):
            full = plain(driver.label) if text.endswith("…") else ""
            yield write(0, top + 12 + number * _LINE, text, "name", full=full)
        if self.is_wide:
            y = top + len(label) * _LINE / 2
            if self.has_numbers:
                yield write(self.width - self.n, y + 4, self._pull_of(driver), "value", "end")
                yield write(self.width, y + 4, str(driver.n), anchor="end")
        else:
            y = top + len(label) * _LINE + _BAND / 2 + 4
            yield line("zero", self.middle, y - _BAND + 2, self.middle, y + _BAND - 2)
            yield write(self.width, top + 12, self._beside(driver), anchor="end")
        yield from self._side(driver.of_detractors, y, "low", -1, "end")
        yield from self._side(driver.of_promoters, y, "high", 1, "start")

    def _side(self, part: Part | None, y: float, kind: str, way: int, anchor: Anchor) -> Iterator[Markup]:
        if part is None:
            yield write(self.middle + way * 8, y + 4, "–", anchor=anchor)
            return
        low, at, high = (round(self.middle + way * end * self.unit, 1) for end in (part.low, part.percent, part.high))
        yield Markup('<rect class="band {}" x="{}" y="{}" width="{}" height="{}" rx="2"/>').format(
            kind, min(low, high), y - _BAND / 2, round(abs(high - low), 1), _BAND
        )
        yield line(f"stem {kind}", self.middle, y, at, y)
        yield Markup('<circle class="dot {}" cx="{}" cy="{}" r="{}"/>').format(kind, at, y, _DOT)
        beyond = max(abs(high - self.middle), abs(at - self.middle) + _DOT) + _BESIDE
        yield write(round(self.middle + way * beyond, 1), y + 4, self.percent(part.percent), "value", anchor)

    def _pull_of(self, driver: Driver) -> str:
        return "–" if driver.pull is None else self.signed(driver.pull)

    def _beside(self, driver: Driver) -> str:
        """Pull and n in words, where they have no columns."""
        return f"{self.pull} {self._pull_of(driver)} · n {driver.n}" if self.has_numbers else ""
