"""Keeps what waits for a contact in step with the contact and the programme."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.domain import planning
from sayso.domain.errors import ConflictError
from sayso.domain.invitation import Invitation
from sayso.domain.programme import Programme
from sayso.ports import Clock, Contacts, Invitations

ATTEMPTS = 5


@dataclass(frozen=True)
class PlanInvitations:
    """See the module. Planning again is always safe: it writes only what differs."""

    contacts: Contacts
    invitations: Invitations
    programme: Programme
    clock: Clock

    def plan(self, contact_id: str) -> list[Invitation]:
        """Plan, replan and cancel a contact's invitations; returns those written.

        Raises ConflictError when somebody else kept changing them; the queue then tries again.
        """
        for attempt in range(1, ATTEMPTS + 1):
            contact = self.contacts.get(contact_id)
            if contact is None:
                return []
            changes = planning.plan(contact, self.invitations.of_contact(contact_id), self.programme, self.clock())
            try:
                return [self.invitations.save(invitation) for invitation in changes]
            except ConflictError:
                if attempt == ATTEMPTS:
                    raise
        return []
