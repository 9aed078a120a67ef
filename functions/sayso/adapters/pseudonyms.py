"""Keyed hashes for addresses, accounts, owners and events, so that no key or counter of the table names anybody."""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Callable
from typing import Literal


class KeyedHashes:
    """See `sayso.ports.Pseudonyms`. The key never changes: what was hashed with it has to be found again."""

    def __init__(self, key: Callable[[], str]) -> None:
        self._key = key

    def of_address(self, address: str) -> str:
        """128 bits as hexadecimal digits."""
        return self._hash("address", address, 32)

    def of(self, kind: Literal["account", "owner", "ticket", "touchpoint", "import"], name: str) -> str:
        """80 bits as hexadecimal digits."""
        return self._hash(kind, name, 20)

    def _hash(self, kind: str, name: str, length: int) -> str:
        digest = hmac.new(self._key().encode(), f"{kind}|{name}".encode(), hashlib.sha256)
        return digest.hexdigest()[:length]
