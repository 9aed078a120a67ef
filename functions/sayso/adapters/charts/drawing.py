"""What every picture is made of: its frame with the text alternative, and text that fits where it stands.

Drawn by hand: charting packages bring scripts, styles of their own and many times this weight, and none leaves gaps
open, names its picture to a screen reader and lets the page's stylesheet decide about colours.
No colour is in a drawing. Classes say what a shape is, and page.css or `standalone` what it looks like: no style
attribute meets the CSP, and light, dark and paper are one drawing.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import ceil
from typing import Literal

from markupsafe import Markup

from sayso.domain.mail import one_line

SIZE = 12  # of text, in CSS pixels
BOLD_SIZE = 14  # of the one number that leads
GAP = 4  # between two texts, at least
WIDE = 480  # from this width on there is room for a number beside every point, and for labels in a column

Number = float | int
Anchor = Literal["start", "middle", "end"]

_LONGEST = 2000  # of a text alternative; nobody listens longer
_NONCHARACTERS = re.compile("[\ufdd0-\ufdef\ufffe\uffff]")  # no XML file may hold the last two
# Advance widths in em of the widest font that "system-ui" may be (DejaVu Sans), so that others always fit.
_NARROW, _SIGNS, _BROAD = frozenset("iljtfrI.,:;'’|!()[]/· -"), frozenset("+−=<>~±×"), frozenset("mwMW@%&—…„“")


@dataclass(frozen=True)
class Picture:
    """A drawing and what it says in words. As text it is inline SVG; templates take it as it is.

    `name` is the prefix of its ids and its class, unique on a page; `width` and `height` are CSS pixels at 100 %.
    """

    name: str
    title: str
    description: str
    width: int
    height: int
    inside: Markup

    def __html__(self) -> str:
        told = f"{self.name}-title {self.name}-desc" if self.description else f"{self.name}-title"
        desc = Markup('<desc id="{}-desc">{}</desc>').format(self.name, plain(self.description))
        return Markup(
            '<svg class="{name}" role="img" aria-labelledby="{told}" viewBox="0 0 {width} {height}" '
            'xmlns="http://www.w3.org/2000/svg"><title id="{name}-title">{title}</title>{desc}{inside}</svg>'
        ).format(
            name=self.name,
            told=told,
            width=self.width,
            height=self.height,
            title=plain(self.title),
            desc=desc if self.description else "",
            inside=self.inside,
        )

    def __str__(self) -> str:
        return self.__html__()


def plain(text: str) -> str:
    """Text from anywhere as one line that XML may hold, without what turns the reading direction."""
    return one_line(_NONCHARACTERS.sub("", text), _LONGEST)


def width_of(text: str, size: float = SIZE) -> float:
    """About how wide a text is in CSS pixels: never less than it really is in a usual font."""
    return size * sum(map(_em, text)) * (1.1 if size > SIZE else 1)  # larger ones are bold


def shortened(text: str, room: float, size: float = SIZE) -> str:
    """The text, or its beginning and an ellipsis, within `room` pixels."""
    if width_of(text, size) <= room:
        return text
    kept = text
    while kept and width_of(kept + "…", size) > room:
        kept = kept[:-1]
    return kept.rstrip() + "…"


def wrapped(text: str, room: float, most: int, size: float = SIZE) -> list[str]:
    """The text in at most `most` lines of `room` pixels; the last one is shortened where it is too long."""
    words, lines = plain(text).split(), [""]
    while words:
        longer = f"{lines[-1]} {words[0]}".strip()
        if lines[-1] and width_of(longer, size) > room and len(lines) < most:
            lines.append("")
            continue
        lines[-1] = longer
        words.pop(0)
    return [shortened(line, room, size) for line in lines]


def write(
    x: float,
    y: float,
    words: str,
    kind: str = "axis",
    anchor: Anchor = "start",
    *,
    full: str = "",
    turned: bool = False,
) -> Markup:
    """A text at a place. `full` is told when somebody points at a shortened one; `turned` reads upwards."""
    return Markup('<text class="{}" x="{}" y="{}"{}{}>{}{}</text>').format(
        kind,
        x,
        y,
        Markup("") if anchor == "start" else Markup(' text-anchor="{}"').format(anchor),
        Markup(' transform="rotate(-90 {} {})"').format(x, y) if turned else Markup(""),
        Markup("<title>{}</title>").format(full) if full and full != words else Markup(""),
        words,
    )


def write_in(x: float, y: float, words: str, room: float, kind: str = "axis", anchor: Anchor = "start") -> Markup:
    """Words of anybody's at a place, shortened to `room` pixels; all of them when pointed at."""
    full = plain(words)
    return write(x, y, shortened(full, room), kind, anchor, full=full)


def line(kind: str, x1: float, y1: float, x2: float, y2: float) -> Markup:
    """A straight line."""
    return Markup('<line class="{}" x1="{}" x2="{}" y1="{}" y2="{}"/>').format(kind, x1, x2, y1, y2)


def inside(x: float, half: float, left: float, right: float) -> float:
    """The centre nearest to `x` with which something `half` as wide stays between two edges."""
    return round(min(max(x, left + half), right - half), 1)


def every(*rows: tuple[Sequence[float], Sequence[float]]) -> int:
    """Of texts in rows, given as widths and centres, each how manieth can be written in all of them without touching
    another; the last one always is. A larger step alone is not enough: it chooses other texts."""
    number = len(rows[0][0])
    for step in range(1, number):
        chosen = range(number - 1, -1, -step)
        if not any(
            centres[a] - widths[a] / 2 < centres[b] + widths[b] / 2 + GAP
            for widths, centres in rows
            for a, b in pairwise(chosen)
        ):
            return step
    return max(1, number)


def round_up(value: float, step: int) -> int:
    """The next multiple of `step`, the value itself if it is one."""
    return ceil(value / step) * step


def _em(character: str) -> float:
    if unicodedata.combining(character):
        return 0.0
    if character in _NARROW:
        return 0.42
    if character in _SIGNS:
        return 0.84
    if character in _BROAD or ord(character) > 0x52F:
        return 1.0
    return 0.8 if character.isupper() else 0.64
