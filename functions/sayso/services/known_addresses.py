"""Tells of addresses whose they are, under which ids, and which were erased: a few one by one, many all at once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping
from typing import Final, Generic, TypeVar

from sayso.domain.contact import Contact
from sayso.ports import Contacts, Standings

FEW: Final = 50  # questions; beyond it reading the whole table is faster
T = TypeVar("T")


class _FewOrAll(Generic[T]):
    """Answers by address: each question by itself at first, from one reading of everything when there are many."""

    def __init__(
        self, one: Callable[[str], T], everything: Callable[[], Mapping[str, T]], unknown: T, few: int = FEW
    ) -> None:
        self._one, self._everything, self._unknown, self._few = one, everything, unknown, few
        self._questions = 0
        self._all: Mapping[str, T] | None = None

    def of(self, address_hash: str) -> T:
        self._questions += 1
        if self._questions <= self._few:
            return self._one(address_hash)
        if self._all is None:
            self._all = self._everything()
        return self._all.get(address_hash, self._unknown)


class KnownAddresses:
    """See the module. `few` questions are asked one by one. Of what changes while it is in use, it is to be told."""

    def __init__(self, contacts: Contacts, few: int = FEW) -> None:
        self._contacts = contacts
        self._known: _FewOrAll[list[str]] = _FewOrAll(self._one, self._everybody, [], few)
        self._moved: dict[str, Contact] = {}

    def asked_as(self, address_hash: str, besides: str) -> tuple[str, ...]:
        """The company's ids of those with this address who may be asked, without the one of `besides`."""
        known = [one for one in self._known.of(address_hash) if one not in self._moved]
        moved = [name for name, one in self._moved.items() if one.address_hash == address_hash and not one.do_not_ask]
        return tuple(one for one in (*known, *moved) if one != besides)

    def moved(self, contact: Contact) -> None:
        """A contact is new or has changed, or would have."""
        self._moved[contact.external_id] = contact

    def _one(self, address_hash: str) -> list[str]:
        return [one.external_id for one in self._contacts.by_address(address_hash) if not one.do_not_ask]

    def _everybody(self) -> Mapping[str, list[str]]:
        found: dict[str, list[str]] = defaultdict(list)
        for contact in self._contacts.everyone():
            if not contact.do_not_ask:
                found[contact.address_hash].append(contact.external_id)
        return found


class PeopleAtAddresses:
    """Everybody by address, also those who may not be asked; the longest known first."""

    def __init__(self, contacts: Contacts) -> None:
        self._contacts = contacts
        self._at: _FewOrAll[list[Contact]] = _FewOrAll(contacts.by_address, self._everybody, [])
        self._asked: dict[str, list[Contact]] = {}

    def at(self, address_hash: str) -> list[Contact]:
        """Those who share an address."""
        if address_hash not in self._asked:
            self._asked[address_hash] = self._at.of(address_hash)
        return self._asked[address_hash]

    def _everybody(self) -> Mapping[str, list[Contact]]:
        found: dict[str, list[Contact]] = defaultdict(list)
        for contact in sorted(self._contacts.everyone(), key=lambda one: (one.first_seen_at, one.contact_id)):
            found[contact.address_hash].append(contact)
        return found


class ErasedAddresses:
    """See the module."""

    def __init__(self, standings: Standings, few: int = FEW) -> None:
        self._erased = _FewOrAll(
            lambda address_hash: standings.gate(address_hash).is_erased,
            lambda: {gate.address_hash: gate.is_erased for gate in standings.suppressions()},
            unknown=False,
            few=few,
        )

    def has(self, address_hash: str) -> bool:
        """Whether somebody with this address was erased, and it is suppressed for that."""
        return self._erased.of(address_hash)
