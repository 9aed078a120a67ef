"""Keeps spreadsheets from calculating what a customer wrote, and takes that back (OWASP, "CSV Injection").

A text that begins with = + - @, or one of these as wide as two letters, is a formula to a spreadsheet; a quote in front
makes it a text again. Where the separator is ; or a tab, as in German and Dutch spreadsheets, the cells of our file are
not its cells: there, what follows one of them or a line break is a beginning too. Spaces and quotes around a text are
taken off by some, so that they do not hide a sign.
"""

from __future__ import annotations

import re

_BEGINS, _SIGN = r"((?:^|[;\t\r\n])(?:[^\S\t\r\n]|\")*)", "'*[=+\\-@＝＋－＠]"
_FORMULA = re.compile(f"{_BEGINS}(?={_SIGN})")
# One that has quotes in front gets one more, so that whoever reads it back takes off just one.
_QUOTED = re.compile(f"{_BEGINS}'(?={_SIGN})")


def not_calculated(text: str) -> str:
    """The text with a quote in front of whatever a spreadsheet would take for the beginning of a formula."""
    return _FORMULA.sub(r"\1'", text)


def calculated(text: str) -> str:
    """The inverse of `not_calculated`."""
    return _QUOTED.sub(r"\1", text)
