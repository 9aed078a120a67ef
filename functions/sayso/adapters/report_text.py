"""Makes any text one that the fonts of the report can show: PDF/UA refuses a file with a letter nobody can see.

Which characters the fonts have is written down here, and a test sets every one of them: what a font lacks never stands
between an edition and the public, and nothing is found out by failing.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Any

MISSING = "\ufffd"
_PLAIN = "\n -~\u00a0-\u017f\u2010-\u2015\u2018-\u201e\u2022\u2026\u202f\u2030\u20ac\u2212" + MISSING
# Latin, Greek, Cyrillic, Hebrew, Arabic, phonetics, punctuation, currencies, arrows, mathematics, frames and shapes.
_WIDE = _PLAIN + (
    "\u0180-\u0377\u037a-\u037f\u0384-\u038a\u038c\u038e-\u03a1\u03a3-\u04ff\u05b0-\u05c7\u05d0-\u05ea"
    "\u0621-\u063a\u0640-\u0652\u0660-\u0669\u066a-\u066d\u1e00-\u1eff\u1f00-\u1f15\u1f18-\u1f1d\u1f20-\u1f45"
    "\u2000-\u200b\u200e\u200f\u2016\u2017\u201f-\u2021\u2023-\u2025\u2027\u2031-\u2040\u2044-\u2052\u2054-\u205f"
    "\u2070\u2071\u2074-\u208e\u20a0-\u20c0\u2113\u2116\u2122\u2126\u2150-\u215f\u2190-\u23ff\u2460-\u2606"
    "\u2713\u2714\u2717\u2764\ufb00-\ufb06\ufe0f"
)
_UNKNOWN = {plain: re.compile(f"[^{_PLAIN if plain else _WIDE}]+") for plain in (True, False)}
_TOO_MANY_MARKS = re.compile(r"([\u0300-\u036f]{3})[\u0300-\u036f]+")
# Longer without a place to break than any line of the report; cut into pieces of twenty, though not before what
# belongs to the character in front of it.
_UNBROKEN = re.compile(r"[^\s\u200b-]{40,}")
_PIECE = re.compile(r"(.{20})(?=[^\u0300-\u036f\u05b0-\u05c7\u064b-\u0652\ufe0f])")
_MOST_LINES = 40  # of one text
_INVISIBLE = re.compile("[\\s\u00ad\u034f\u200b\u200e\u200f\u2060\ufe0f]*")


def printable(text: str, *, plain: bool = False) -> str:
    """The text as the fonts can show it, with places to break in whatever is longer than a line.

    Runs of characters that no font has become one U+FFFD; control characters, and those that turn the direction of
    the text around them, go without a trace; a text of which nothing can be seen is empty. `plain` keeps to the
    letters of European languages in Latin script.
    """
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\t", " "))
    text = _UNKNOWN[plain].sub(_replaced, _TOO_MANY_MARKS.sub(r"\1", text))
    if _INVISIBLE.fullmatch(text):
        return ""
    return _UNBROKEN.sub(lambda run: _PIECE.sub("\\1\u200b", run[0]), _in_few_lines(text))


def all_printable(data: Any, *, plain: bool = False) -> Any:
    """The same data with every text in it `printable`. Keys, numbers, and what is markup or an address, stay."""
    if isinstance(data, str):
        return printable(data, plain=plain)
    if isinstance(data, dict):
        kept = ("svg", "url")
        return {key: value if key in kept else all_printable(value, plain=plain) for key, value in data.items()}
    return [all_printable(one, plain=plain) for one in data] if isinstance(data, list | tuple) else data


def _replaced(run: re.Match[str]) -> str:
    is_silent = all(unicodedata.category(one) in ("Cc", "Cf") for one in run[0])
    return "" if is_silent else MISSING


def _in_few_lines(text: str) -> str:
    lines = re.sub(r"\n\s*\n", "\n\n", text.strip()).split("\n")
    return "\n".join([*lines[:_MOST_LINES], " ".join(lines[_MOST_LINES:])]).strip()
