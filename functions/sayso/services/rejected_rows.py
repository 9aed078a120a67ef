"""Rows of any import that are rejected and come back in a rejects file: what is said, and read again, of them."""

from __future__ import annotations

import re

QUOTE = "quote text that holds a separator"
# A spreadsheet may have taken the quote in front for a sign of its own; an id may hold line breaks.
_DOUBLE = re.compile(r"'?(.+)' is in line (\d+) ", re.DOTALL)


def line_of_double(row_id: str, rejected_as: str) -> str:
    """The line of the one whose id a row had when it was rejected, and still has; empty when that is not so.

    Alone in its file it would overwrite the other one, who may be somebody else.
    """
    said = _DOUBLE.match(rejected_as.strip())
    return said[2] if said and said[1] == row_id else ""


def too_many_cells(surplus: str, mend: str = QUOTE) -> str:
    """The reason of a row with cells that no column is there for; `mend` says what to do about it."""
    return f"has more cells than there are columns ('{surplus[:40]}' is left over); {mend}"
