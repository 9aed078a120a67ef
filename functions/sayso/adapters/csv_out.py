"""Writes CSV that a spreadsheet can open without calculating what a customer wrote, whatever it takes for a separator.

A text that a spreadsheet would calculate gets a quote in front (`sayso.domain.formulas`). Numbers stay numbers.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any, TextIO

from sayso.domain.formulas import not_calculated

# The module csv quotes what holds its own separator: one that takes ; or a tab as well would cut the others.
_TO_QUOTE = re.compile(r'[,;\t"\r\n]')


def safe_cell(value: object) -> object:
    """A value as a cell: nothing for None, yes and no for booleans, lists with commas."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int | float):
        return value
    return not_calculated(",".join(map(str, value)) if isinstance(value, list | tuple) else str(value))


def write_csv(target: TextIO, columns: Sequence[str], rows: Iterable[dict[str, Any]]) -> int:
    """Write a header and rows as they come; returns how many."""
    target.write(_line(columns))
    number = 0
    for row in rows:
        target.write(_line([row.get(name) for name in columns]))
        number += 1
    return number


def _line(values: Sequence[object]) -> str:
    line = ",".join(map(_cell, values))
    return (line or '""') + "\r\n"  # a line with nothing in it would be no row


def _cell(value: object) -> str:
    text = str(safe_cell(value))
    return '"' + text.replace('"', '""') + '"' if _TO_QUOTE.search(text) else text
