"""Whose the rows of an import are: by the company's own id, else by address. The erased are nobody."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from sayso.domain.address import same_mailbox
from sayso.domain.contact import Contact
from sayso.domain.imported_answer import ImportedAnswer, Refusal
from sayso.domain.public_text import harmless_line
from sayso.ports import Contacts, Pseudonyms
from sayso.services.known_addresses import ErasedAddresses, PeopleAtAddresses

_TWO = Refusal("contact_id", "is of another contact than the address: mend one of them, or leave it empty")


class Whose(NamedTuple):
    """Whose a row is: a contact's, somebody's who was erased, or nobody's; or why that cannot be said."""

    contact: Contact | None = None
    erased: bool = False
    refusal: Refusal | None = None


class PeopleOfRows:
    """See the module. It remembers what it has read of people."""

    def __init__(self, contacts: Contacts, pseudonyms: Pseudonyms, erased: ErasedAddresses) -> None:
        self._contacts, self._pseudonyms, self._erased = contacts, pseudonyms, erased
        self._people = PeopleAtAddresses(contacts)

    def of(self, answers: Sequence[ImportedAnswer]) -> dict[int, Whose]:
        """Whose rows are, by line."""
        ids = {answer.contact_id for answer in answers if answer.contact_id}
        known = self._contacts.by_external_ids(sorted(ids)) if ids else {}
        return {answer.line: self._whose(answer, known) for answer in answers}

    def still_there(self, answers: Sequence[ImportedAnswer], before: Mapping[int, Whose]) -> dict[int, Whose]:
        """Whose rows are that were looked up before: people who are gone since were erased meanwhile."""
        wanted = {one.contact.contact_id for answer in answers if (one := before[answer.line]).contact}
        there = self._contacts.many(sorted(wanted)) if wanted else {}
        return {answer.line: self._now(before[answer.line], there) for answer in answers}

    @staticmethod
    def _now(before: Whose, there: Mapping[str, Contact]) -> Whose:
        if before.contact is None:
            return before
        contact = there.get(before.contact.contact_id)
        return Whose(contact) if contact else Whose(erased=True)

    def _whose(self, answer: ImportedAnswer, known: Mapping[str, Contact]) -> Whose:
        contact = known.get(answer.contact_id)
        if contact and self._erased.has(contact.address_hash):
            return Whose(erased=True)
        if "@" not in answer.email:
            return Whose(contact)
        address_hash = self._pseudonyms.of_address(same_mailbox(answer.email))
        if self._erased.has(address_hash):
            return Whose(erased=True)
        sharing = self._people.at(address_hash)
        if contact is None:
            wanted = harmless_line(answer.name).casefold()
            named = [one for one in sharing if one.name and harmless_line(one.name).casefold() == wanted]
            return Whose(next(iter([*named, *sharing]), None))
        if sharing and contact.contact_id not in {one.contact_id for one in sharing}:
            return Whose(refusal=_TWO)
        return Whose(contact)
