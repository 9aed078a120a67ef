"""What the API answers with, written down for the type checker and for docs/openapi.json.

They are plain dictionaries at run time, so that they cost a cold start nothing.
"""

from __future__ import annotations

from typing import Literal

from typing_extensions import TypedDict  # pydantic describes no other before Python 3.12

from sayso.domain.programme import Language, Scale
from sayso.domain.response import ContactWish


class ShownAnswer(TypedDict):
    """What was said so far. An answer that looks like a machine's is shown as provisional."""

    score: int
    why: str
    better: str
    drivers: list[str]
    contact: ContactWish | None
    quote: bool
    reference: bool
    ratings: dict[str, int]
    state: Literal["provisional", "confirmed"]


class Shown(TypedDict):
    """An invitation and the answer to it, if there is one. `scale` is the one it was sent with."""

    survey: str
    scale: Scale
    language: Language
    state: Literal["open", "expired"]
    answer: ShownAnswer | None


class Subscription(TypedDict):
    """What an address stands at. `suppressed`: it is closed for another reason, which stays."""

    state: Literal["subscribed", "unsubscribed", "suppressed"]


class Refusal(TypedDict):
    """`field` names the input that was refused; it is empty when it is about the whole request."""

    field: str
    reason: str


class Problem(TypedDict):
    """The one shape of every error."""

    error: Refusal
