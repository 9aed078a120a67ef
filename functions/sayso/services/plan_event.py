"""Writes the invitation that an event on the bus leads to, however often and out of order events are heard."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from sayso.domain.contact import Contact
from sayso.domain.errors import ConflictError
from sayso.domain.invitation import Invitation
from sayso.ports import Contacts, Invitations
from sayso.services.plan_invitations import ATTEMPTS

Hear = Callable[[Contact, Invitation | None], Invitation | None]
"""Gives the invitation to write, from whom it asks and what is there; None when nothing changes."""


@dataclass(frozen=True)
class PlanEvent:
    """See the module."""

    contacts: Contacts
    invitations: Invitations

    def write(self, survey: str, occasion: str, contact: Contact, hear: Hear) -> Invitation | None:
        """Write what `hear` says; returns it, or None when there was nothing to write.

        Raises ConflictError when somebody else kept changing it; the event then comes again.
        """
        for attempt in range(1, ATTEMPTS + 1):
            contact, before = self._asked(survey, occasion, contact)
            wanted = hear(contact, before)
            if wanted is None:
                return None
            try:
                return self.invitations.save(wanted)
            except ConflictError:
                if attempt == ATTEMPTS:
                    raise
        return None

    def _asked(self, survey: str, occasion: str, named: Contact) -> tuple[Contact, Invitation | None]:
        """Who is, or is to be, asked about the event, and the invitation there is.

        The contact list may have given the address to somebody else since; the event stays with whom it was.
        """
        mine = self.invitations.get(named.contact_id, survey, occasion)
        if mine:
            return named, mine
        for contact_id in self.invitations.of_event(occasion):
            theirs, contact = self.invitations.get(contact_id, survey, occasion), self.contacts.get(contact_id)
            if theirs and contact:
                return contact, theirs
        return named, None
