"""Finds the contact an operator means: by the company's own id, by address, or by the id the logs show."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.domain.address import same_mailbox
from sayso.domain.contact import Contact
from sayso.domain.errors import InvalidInputError, NotFoundError
from sayso.ports import Contacts, Pseudonyms


@dataclass(frozen=True)
class FindContact:
    """See the module."""

    contacts: Contacts
    pseudonyms: Pseudonyms

    def all(self, who: str) -> list[Contact]:
        """The contacts that may be meant: several share a mailbox, else it is one or none."""
        who = who.strip()
        by_external_id = self.contacts.by_external_ids([who]).get(who) if who else None
        if by_external_id:
            return [by_external_id]
        if "@" in who:
            return self.contacts.by_address(self.pseudonyms.of_address(same_mailbox(who)))
        by_id = self.contacts.get(who) if who else None
        return [by_id] if by_id else []

    def one(self, who: str) -> Contact:
        """The contact that is meant.

        Raises
        ------
        NotFoundError
            When there is none.
        InvalidInputError
            When several share the address; it names the ids to choose from.
        """
        found = self.all(who)
        if not found:
            raise NotFoundError("nobody is known by this id or address", field="who")
        if len(found) > 1:
            known = ", ".join(contact.external_id for contact in found)
            raise InvalidInputError(f"{len(found)} contacts share this address; say which: {known}", field="who")
        return found[0]
