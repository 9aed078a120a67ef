"""Why a quote that somebody chose may not be shown any more."""

from __future__ import annotations

from typing import Literal

from sayso.domain.quote import Quote, missing_parts
from sayso.domain.response import Response, SaidWords

Fallen = Literal["", "erased", "unconfirmed", "taken_back", "no_words", "changed"]
"""Empty: it stands. taken_back: its person said no since; no_words: they are gone; changed: they say something else."""


def why_fallen(quote: Quote, response: Response | None, words: SaidWords) -> Fallen:
    """Why it may not be shown, in agreement with `Quote.stands`; `words` without signs nobody sees."""
    if quote.stands(response, words):
        return ""
    if response is None or response.erased:
        return "erased"
    if response.state != "confirmed":
        return "unconfirmed"
    if response.quote is not True or response.quote_withdrawals != quote.withdrawals:
        return "taken_back"
    if not (words.why or words.better):
        return "no_words"
    assert missing_parts(quote.text[quote.original], words)  # noqa: S101 - else it would stand
    return "changed"
