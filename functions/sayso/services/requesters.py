"""Finds the contact an event on the bus is about, or makes one of somebody we have not met."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from sayso.domain.address import domain_of, same_mailbox
from sayso.domain.contact import Contact, ticket_contact_id
from sayso.domain.errors import ConflictError, NotFoundError
from sayso.domain.own_staff import is_never_asked
from sayso.domain.programme import Programme
from sayso.ports import Clock, Contacts, Pseudonyms, Standings


@dataclass(frozen=True)
class Requesters:
    """See the module. None of its answers means: nobody is asked about this event."""

    contacts: Contacts
    standings: Standings
    pseudonyms: Pseudonyms
    programme: Programme
    clock: Clock
    new_id: Callable[[], str]

    def by_email(self, email: str, name: str | None) -> Contact | None:
        """The contact with this address, a new one if there is none.

        None for our own people, for strangers where the programme refuses them, and for who was erased.
        """
        if is_never_asked(email, self.programme):
            return None
        address = same_mailbox(email)
        address_hash = self.pseudonyms.of_address(address)
        known = self.contacts.by_address(address_hash)
        if known:
            return known[0]
        if self._refuses_strangers or self._was_erased(address_hash):
            return None
        return self._add(email, name, address, address_hash)

    def by_external_id(self, external_id: str) -> Contact | None:
        """The contact with the company's own id; None for our own people, or by setting.

        Raises
        ------
        NotFoundError
            When there is none: without an address nobody can be added. It does not repeat the id, which a company
            may well have made of a name.
        """
        known = self.contacts.by_external_ids([external_id]).get(external_id)
        if known:
            return None if is_never_asked(known.email, self.programme) else known
        if self._refuses_strangers:
            return None
        raise NotFoundError("no contact has this id; import it, then send the event again", field="contact_id")

    @property
    def _refuses_strangers(self) -> bool:
        return self.programme.tickets.unknown_requesters == "refuse"

    def _was_erased(self, address_hash: str) -> bool:
        # Nobody would write to them anyway; an event must not bring back the name and address they asked us to forget.
        return self.standings.gate(address_hash).is_erased

    def _add(self, email: str, name: str | None, address: str, address_hash: str) -> Contact:
        # Somebody who first appears in an event is a user: asked about events only (rule 1). It does not say which
        # customer they belong to, so the domain of the address stands in until the list does.
        contact = Contact(
            contact_id=self.new_id(),
            external_id=ticket_contact_id(address_hash),
            email=email,
            address_hash=address_hash,
            name=name,
            account=domain_of(address),
            account_id=self.pseudonyms.of("account", domain_of(address)),
            role="user",
            first_seen_at=self.clock().replace(microsecond=0),
        )
        try:
            self.contacts.save(contact, None)
        except ConflictError:
            known = self.contacts.by_address(address_hash)
            if not known:
                raise  # only met another transaction: the event comes again
            return known[0]
        return contact.having(revision=1)
