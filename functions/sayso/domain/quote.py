"""Quotes: a few words of one answer that its person lets us show, chosen and cut by one of us (rule 12)."""

from __future__ import annotations

import re
from datetime import datetime

from sayso.domain.entity import Revised
from sayso.domain.programme import Language
from sayso.domain.response import Response, SaidWords

CUT = "[…]"
QUOTE_LIMIT = 300
_CUTS = re.compile(r"\[(?:…|\.\.\.)\]")
_SPACE = re.compile(r"\s+")


class Quote(Revised):
    """Words of an answer, as they may be shown. `text` by language; all but that in `original` are translations.

    `withdrawals` is the answer's `quote_withdrawals` when it was chosen: a yes that is given again is none to it.
    """

    quote_id: str
    contact_id: str
    survey: str
    occasion: str
    text: dict[Language, str]
    original: Language
    commitment_id: str = ""
    chosen_at: datetime
    chosen_by: str
    withdrawals: int | None = None

    @property
    def reference(self) -> tuple[str, str, str]:
        """Contact, survey and occasion of the answer."""
        return self.contact_id, self.survey, self.occasion

    def stands(self, response: Response | None, words: SaidWords | None) -> bool:
        """Whether it may (still) be shown: consent, person and words are there, and the words say it."""
        if response is None or words is None or not may_be_quoted(response):
            return False
        if response.quote_withdrawals != self.withdrawals:
            return False
        return not missing_parts(self.text[self.original], words)


def may_be_quoted(response: Response) -> bool:
    """Whether the person of an answer lets us show their words: confirmed, not erased, and a yes."""
    return response.quote is True and response.state == "confirmed" and not response.erased


def tidy_quote(text: str) -> str:
    """One line, cuts written as ``[…]``."""
    return _SPACE.sub(" ", _CUTS.sub(CUT, text)).strip()


def missing_parts(text: str, words: SaidWords) -> list[str]:
    """The parts of a quote, between its cuts, that the answer does not say in whole words, one after the other and in
    one of its two fields: what is put together otherwise is nothing the person said."""
    said = [_SPACE.sub(" ", field) for field in (words.why, words.better) if field.strip()]
    parts = [part.strip() for part in tidy_quote(text).split(CUT) if part.strip()]
    if parts and any(_say_in_order(field, parts) for field in said):
        return []
    lacking = [part for part in parts if not any(_say_in_order(field, [part]) for field in said)]
    return lacking or parts


def _say_in_order(field: str, parts: list[str]) -> bool:
    at = 0
    for part in parts:
        starts = r"\b" if re.match(r"\w", part) else ""
        ends = r"\b" if re.search(r"\w\Z", part) else ""
        found = re.compile(starts + re.escape(part) + ends).search(field, at)
        if found is None:
            return False
        at = found.end()
    return True
