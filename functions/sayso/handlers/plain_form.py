"""Reads the form of the plain page as a browser without scripts sends it, and keeps what was typed for the next try."""

from __future__ import annotations

from dataclasses import dataclass, field
from http import HTTPStatus
from typing import Literal
from urllib.parse import parse_qsl

from sayso.domain.errors import InvalidInputError
from sayso.domain.response import WORDS_LIMIT, AnswerInput
from sayso.handlers.http_request import RequestRefusedError
from sayso.handlers.input_sentences import read_answer

Problem = Literal["missing", "too-long", "refused"]
CONTENT_TYPE = "application/x-www-form-urlencoded"
# Bytes. Such a form has three for each byte beyond ASCII, and who pasted far too much shall find it in the form again.
LARGEST_FORM = 512 * 1024
_MOST_FIELDS = 40
_RATING = "ratings."
_DIGITS = ("0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10")


@dataclass
class Typed:
    """What a form holds, as it was typed. `wrong` says that there is something in it the page never sends."""

    score: int | None = None
    why: str = ""
    better: str = ""
    drivers: list[str] = field(default_factory=list)
    contact: str | None = None
    quote: bool = False
    reference: bool = False
    ratings: dict[str, int | None] = field(default_factory=dict)
    wrong: bool = False

    @property
    def problem(self) -> Problem:
        """What is the matter with it, given that something is."""
        if self.score is None and not self.wrong:
            return "missing"
        return "too-long" if max(len(self.why), len(self.better)) > WORDS_LIMIT else "refused"

    def answer(self) -> AnswerInput:
        """What is said with it. Raises InvalidInputError.

        A box that is not ticked is left out by the browser: that says no. A choice that was not made says nothing.
        """
        if self.wrong:
            raise InvalidInputError("There is something in the form that is not on the page.", field="body")
        return read_answer(
            {
                **({} if self.score is None else {"score": self.score}),
                "why": self.why,
                "better": self.better,
                "drivers": self.drivers,
                "contact": self.contact,
                "quote": self.quote,
                "reference": self.reference,
                "ratings": self.ratings or None,
            }
        )


def read_form(text: str) -> Typed:
    """The fields of a form. Raises RequestRefusedError for what no browser makes of it."""
    try:
        pairs = parse_qsl(text, keep_blank_values=True, errors="strict", max_num_fields=_MOST_FIELDS)
    except ValueError:  # too many fields, or bytes that are no UTF-8
        raise RequestRefusedError(HTTPStatus.BAD_REQUEST, "The form cannot be read.") from None
    typed = Typed()
    seen: set[str] = set()
    for name, value in pairs:
        typed.wrong |= name in seen
        if name != "drivers":
            seen.add(name)
        _take(typed, name, value.replace("\r\n", "\n"))
    return typed


def _take(typed: Typed, name: str, value: str) -> None:
    if name == "score" and (value in _DIGITS or not value):
        typed.score = int(value) if value else None
    elif name in ("why", "better"):
        setattr(typed, name, value)
    elif name == "drivers":
        typed.drivers.append(value)
    elif name == "contact":
        typed.contact = value or None
    elif name in ("quote", "reference") and value == "yes":
        setattr(typed, name, True)
    elif name.startswith(_RATING) and (value in _DIGITS or not value):
        typed.ratings[name.removeprefix(_RATING)] = int(value) if value else None
    else:
        typed.wrong = True
