"""Hears of a support ticket on the bus and plans, or takes back, the question about it (rule 3)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from sayso.domain.address import domain_of, same_mailbox
from sayso.domain.contact import Contact, ticket_contact_id
from sayso.domain.errors import ConflictError
from sayso.domain.invitation import Invitation
from sayso.domain.programme import Programme
from sayso.domain.tickets import TicketEvent, hear
from sayso.ports import Clock, Contacts, Invitations, Pseudonyms
from sayso.services.plan_invitations import ATTEMPTS


@dataclass(frozen=True)
class HearTicket:
    """See the module. The same event twice is the same as once, and events may come in any order."""

    contacts: Contacts
    invitations: Invitations
    pseudonyms: Pseudonyms
    programme: Programme
    clock: Clock
    new_id: Callable[[], str]

    def hear(self, event: TicketEvent) -> list[Invitation]:
        """Plan or cancel for every survey that asks about tickets; returns the invitations written."""
        if domain_of(event.requester_email) in self.programme.tickets.never_ask_domains:
            return []
        contact = self._requester(event)
        if contact is None:
            return []
        surveys = [name for name, survey in self.programme.surveys.items() if survey.kind == "ticket"]
        return [written for name in surveys if (written := self._hear(event, name, contact))]

    def _hear(self, event: TicketEvent, name: str, contact: Contact) -> Invitation | None:
        for attempt in range(1, ATTEMPTS + 1):
            contact, before = self._asked(event, name, contact)
            wanted = hear(event, name, self.programme.survey(name), contact, before, self.programme)
            if wanted is None:
                return None
            try:
                return self.invitations.save(wanted)
            except ConflictError:
                if attempt == ATTEMPTS:
                    raise
        return None

    def _asked(self, event: TicketEvent, name: str, requester: Contact) -> tuple[Contact, Invitation | None]:
        """Whom the ticket is, or is to be, asked about, and the invitation there is.

        The contact list may have given the address to somebody else since; the ticket stays with whom it was.
        """
        mine = self.invitations.get(requester.contact_id, name, event.occasion)
        if mine:
            return requester, mine
        for contact_id in self.invitations.of_ticket(event.source, event.ticket_id):
            theirs, contact = self.invitations.get(contact_id, name, event.occasion), self.contacts.get(contact_id)
            if theirs and contact:
                return contact, theirs
        return requester, None

    def _requester(self, event: TicketEvent) -> Contact | None:
        address = same_mailbox(event.requester_email)
        address_hash = self.pseudonyms.of_address(address)
        known = self.contacts.by_address(address_hash)
        if known:
            return known[0]
        if self.programme.tickets.unknown_requesters == "refuse":
            return None
        # Somebody who first appears in a ticket is a user: asked about tickets only (rule 1). The helpdesk does
        # not say which customer they belong to, so the domain of the address stands in until the list does.
        contact = Contact(
            contact_id=self.new_id(),
            external_id=ticket_contact_id(address_hash),
            email=event.requester_email,
            address_hash=address_hash,
            name=event.requester_name,
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
