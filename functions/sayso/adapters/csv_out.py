"""Writes CSV that a spreadsheet can open without calculating what a customer wrote.

A text that begins with = + - @, a tab or a carriage return is a formula to a spreadsheet; a quote in front makes it a
text again (OWASP, "CSV Injection"). Numbers stay numbers.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Sequence
from typing import Any, TextIO

# One that has quotes in front gets one more, so that whoever reads it back takes off just one.
_FORMULA = re.compile(r"^'*[=+\-@\t\r]")


def safe_cell(value: object) -> object:
    """A value as a cell: nothing for None, yes and no for booleans, lists with commas."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int | float):
        return value
    text = ",".join(map(str, value)) if isinstance(value, list | tuple) else str(value)
    return f"'{text}" if _FORMULA.match(text) else text


def write_csv(target: TextIO, columns: Sequence[str], rows: Iterable[dict[str, Any]]) -> int:
    """Write a header and rows as they come; returns how many."""
    writer = csv.writer(target)
    writer.writerow([safe_cell(name) for name in columns])
    number = 0
    for row in rows:
        writer.writerow([safe_cell(row.get(name)) for name in columns])
        number += 1
    return number
