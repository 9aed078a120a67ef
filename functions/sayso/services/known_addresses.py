"""Tells of addresses under which ids they are known, and which were erased: a few one by one, many all at once."""

from __future__ import annotations

from collections import defaultdict
from typing import Final

from sayso.domain.gate import ERASED, Gate
from sayso.ports import Contacts, Standings

FEW: Final = 50  # questions; beyond it reading the whole table is faster


class KnownAddresses:
    """See the module. What is added while it is in use may be missing."""

    def __init__(self, contacts: Contacts) -> None:
        self._contacts = contacts
        self._questions = 0
        self._all: dict[str, list[str]] | None = None

    def asked_as(self, address_hash: str, besides: str) -> tuple[str, ...]:
        """The company's ids of those with this address who may be asked, without the one of `besides`."""
        return tuple(known for known in self._known(address_hash) if known != besides)

    def _known(self, address_hash: str) -> list[str]:
        if self._all is not None:
            return self._all.get(address_hash, [])
        self._questions += 1
        if self._questions <= FEW:
            return [one.external_id for one in self._contacts.by_address(address_hash) if not one.do_not_ask]
        self._all = defaultdict(list)
        for contact in self._contacts.everyone():
            if not contact.do_not_ask:
                self._all[contact.address_hash].append(contact.external_id)
        return self._all.get(address_hash, [])


class ErasedAddresses:
    """See the module."""

    def __init__(self, standings: Standings) -> None:
        self._standings = standings
        self._questions = 0
        self._all: set[str] | None = None

    def has(self, address_hash: str) -> bool:
        """Whether somebody with this address was erased, and it is suppressed for that."""
        if self._all is not None:
            return address_hash in self._all
        self._questions += 1
        if self._questions <= FEW:
            return _is_erased(self._standings.gate(address_hash))
        self._all = {gate.address_hash for gate in self._standings.suppressions() if _is_erased(gate)}
        return address_hash in self._all


def _is_erased(gate: Gate) -> bool:
    return gate.is_closed and gate.suppression is not None and gate.suppression.reason == ERASED
