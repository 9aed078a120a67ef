"""Keyed hashes for addresses, accounts, owners and events, so that no key or counter of the table names anybody."""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Callable
from typing import Literal

from sayso.domain.address import same_mailbox


class KeyedHashes:
    """See `sayso.ports.Pseudonyms`. The key never changes: what was hashed with it has to be found again."""

    def __init__(self, key: Callable[[], str]) -> None:
        self._key = key

    def of_address(self, address: str) -> str:
        """128 bits as hexadecimal digits."""
        return self._hash("address", address, 32)

    def of_owner(self, address: str) -> str:
        """80 bits as hexadecimal digits; the same however the address is spelt."""
        return self._hash("owner", same_mailbox(address), 20)

    def of(self, kind: Literal["account", "ticket", "touchpoint", "import"], name: str) -> str:
        """80 bits as hexadecimal digits."""
        return self._hash(kind, name, 20)

    def _hash(self, kind: str, name: str, length: int) -> str:
        digest = hmac.new(self._key().encode(), f"{kind}|{name}".encode(), hashlib.sha256)
        return digest.hexdigest()[:length]
