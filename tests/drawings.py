"""What the tests of pictures read out of a drawing: its texts, and the room each of them takes."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from typing import NamedTuple
from xml.etree import ElementTree

from sayso.adapters.charts.drawing import width_of

SVG = "{http://www.w3.org/2000/svg}"


class Text(NamedTuple):
    """A text as it is seen, its class, and its box: left, top, right, bottom."""

    words: str
    kind: str
    box: tuple[float, float, float, float]
    full: str | None


def parsed(drawing: str) -> ElementTree.Element:
    """The drawing read by an XML parser, which takes nothing that is not well-formed."""
    return ElementTree.fromstring(drawing)  # noqa: S314 - made here


def texts(drawing: str) -> list[Text]:
    """Every text of a picture that is no file of its own."""
    return [_text(element) for element in parsed(drawing).iter(f"{SVG}text")]


def collisions(found: list[Text]) -> Iterator[tuple[str, str]]:
    """The pairs of texts that touch."""
    for one, other in combinations(found, 2):
        (left, top, right, bottom), (left_2, top_2, right_2, bottom_2) = one.box, other.box
        if left < right_2 and left_2 < right and top < bottom_2 and top_2 < bottom:
            yield one.words, other.words


def _text(element: ElementTree.Element) -> Text:
    title = element.find(f"{SVG}title")
    words = (element.text or "") if title is None else (title.tail or "")
    kind, x, y = element.attrib["class"], float(element.attrib["x"]), float(element.attrib["y"])
    size = 14 if kind == "value last" else 12
    wide = width_of(words, size)
    if "transform" in element.attrib:  # reads upwards from its place
        assert element.attrib["transform"] == f"rotate(-90 {element.attrib['x']} {element.attrib['y']})"
        box = (x - size * 0.8, y - wide, x + size * 0.2, y)
    else:
        left = x - {"start": 0, "middle": wide / 2, "end": wide}[element.attrib.get("text-anchor", "start")]
        box = (left, y - size * 0.8, left + wide, y + size * 0.2)
    return Text(words, kind, box, None if title is None else title.text)
