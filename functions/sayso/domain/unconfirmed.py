"""An answer that nobody was seen giving: when it is worth telling of, and the name an operator calls it by."""

from __future__ import annotations

from hashlib import sha256

from sayso.domain.evidence import REASONS
from sayso.domain.response import Response

# What speaks for a person: with one of these an answer still waits to be settled, or is confirmed.
_FOR_A_PERSON = frozenset({"gesture", "read", "sent", "everything_counts", "accepted"})
AGAINST = tuple(reason for reason in REASONS if reason not in _FOR_A_PERSON)
"""The reasons an answer does not count for, as codes of `evidence.REASONS`."""


def answer_id(reference: tuple[str, str, str]) -> str:
    """The name of an answer where one is typed: twelve letters and digits that follow from what it answers."""
    return sha256("|".join(reference).encode()).hexdigest()[:12]


def waits_to_be_settled(response: Response) -> bool:
    """Whether nothing speaks against an answer so far but that it is too early to tell."""
    return response.state == "provisional" and _FOR_A_PERSON.issuperset(response.reasons)


def may_be_unhappy(response: Response) -> bool:
    """Whether somebody should ask: a low score that no person was seen giving, and that does not look a machine's.

    It counts nowhere and opens no follow-up.
    """
    low = response.state == "provisional" and response.group == "detractor"
    return low and not response.erased and not waits_to_be_settled(response)
