"""Tells a request that came through CloudFront from one that went around it, and so around its limits."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from hmac import compare_digest
from typing import Any

HEADER = "sayso-origin"
"""CloudFront sets it to one of the origin keys, and replaces whatever a viewer sent under this name."""


class OriginCheck:
    """Compares the header with the origin keys.

    Parameters
    ----------
    keys : callable
        Gives the keys by number, several while one is replaced: each of them will do.
    keys_afresh : callable
        Gives them anew, as far as it sees fit, when none of the known ones was shown.
    """

    def __init__(
        self, keys: Callable[[], Mapping[str, Any]], keys_afresh: Callable[[], Mapping[str, Any]] | None = None
    ) -> None:
        self._keys, self._keys_afresh = keys, keys_afresh or keys

    def admits(self, headers: Mapping[str, Any]) -> bool:
        """Whether the request came through CloudFront. Without the header nothing is looked up."""
        shown = next((str(value) for name, value in headers.items() if name.lower() == HEADER), "")
        return bool(shown) and (_is_one_of(shown, self._keys()) or _is_one_of(shown, self._keys_afresh()))


def _is_one_of(shown: str, keys: Mapping[str, Any]) -> bool:
    guess = shown.encode(errors="replace")
    return any(compare_digest(guess, str(key).encode()) for name, key in keys.items() if name.isdecimal() and key)
