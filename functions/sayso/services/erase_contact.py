"""Erases a person (rule 13): identity and words go, the anonymous score stays, and every count still adds up."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from sayso.domain.contact import Contact
from sayso.domain.errors import ConflictError
from sayso.domain.gate import Gate
from sayso.ports import (
    Clock,
    Contacts,
    FollowUps,
    Identities,
    Invitations,
    PageRequests,
    Responses,
    Standings,
)
from sayso.services.plan_invitations import ATTEMPTS


@dataclass(frozen=True)
class EraseContact:
    """See the module. Repeated, or begun again after a crash, it does the same as once.

    The person goes first, in one write: contact, pointers and gate. Then what is left is looked through until nothing
    of them is found. An answer, a mail or a case that comes meanwhile finds nobody, or a newer revision than it read.
    """

    contacts: Contacts
    invitations: Invitations
    responses: Responses
    follow_ups: FollowUps
    standings: Standings
    identities: Identities
    page_requests: PageRequests
    clock: Clock

    def erase(self, contact_id: str, by: str, begun: Callable[[], None] = lambda: None) -> bool:
        """Erase somebody who asked for it: the address is never written to again.

        `begun` is called once the person is gone: what fails from then on is still to be ended.
        Returns False when there is no such contact (any more), and nothing left of one.
        Raises ConflictError when others kept changing it; what was begun is ended by `finish`, or by asking again.
        """

        def closing(gate: Gate, contact: Contact) -> Gate:
            return gate.erased(contact.contact_id, self.clock(), by)

        return self._erase(contact_id, closing, begun)

    def retire(self, contact_id: str) -> bool:
        """Erase somebody nobody has heard of for long: who comes back may be asked, as a new contact.

        Returns False when there is no such contact (any more), or when they are being asked after all.
        """
        if not all(invitation.is_final for invitation in self.invitations.of_contact(contact_id)):
            return False
        return self._erase(contact_id, lambda gate, contact: gate.without_person(contact.contact_id), lambda: None)

    def finish(self) -> list[str]:
        """Bring erasures to their end that were interrupted; returns their contacts."""
        begun = self.identities.withdrawn()
        for contact_id in begun:
            self._clear(contact_id)
        return begun

    def _erase(self, contact_id: str, closing: Callable[[Gate, Contact], Gate], begun: Callable[[], None]) -> bool:
        for attempt in range(1, ATTEMPTS + 1):
            contact = self.contacts.get(contact_id)
            if contact is None and self.identities.going(contact_id) is None:
                return False
            if contact is None:
                break
            gate = self.standings.gate(contact.address_hash)
            former = [self.standings.gate(known) for known in contact.former_address_hashes]
            changes = [(gate, closing(gate, contact)), *((one, one.without_person(contact_id)) for one in former)]
            try:
                self.identities.withdraw(contact, [after for before, after in changes if after != before])
            except ConflictError:
                if attempt == ATTEMPTS:
                    raise
            else:
                break
        begun()
        self._clear(contact_id)
        return True

    def _clear(self, contact_id: str) -> None:
        for _ in range(ATTEMPTS):
            try:
                if not self._clear_once(contact_id):
                    self.identities.done(contact_id)
                    return
            except ConflictError:
                continue  # a mail was recorded, or an answer given, at this moment: look again
        raise ConflictError("what is left of the contact kept changing; erase it again")

    def _clear_once(self, contact_id: str) -> int:
        """One look through what is left; returns how much there was. Raises ConflictError when something changed."""
        invitations = [one for one in self.invitations.of_contact(contact_id) if not one.erased]
        for invitation in invitations:
            self.invitations.save(invitation.without_person())
        # Behind the invitations: to one that is erased no answer is taken, so that none comes later.
        responses = [one for one in self.responses.of_contact(contact_id) if not one.erased]
        for response in responses:
            self.responses.erase(response)
        cases = [case for case in self.follow_ups.of_contact(contact_id) if not case.erased]
        for case in cases:
            self.follow_ups.save(case.without_person())
        pointers = self.follow_ups.unlink(contact_id)
        # Behind the responses: no answer that is erased is linked or quoted.
        pointers += self.identities.drop_links(contact_id) + self.identities.drop_news(contact_id)
        pointers += self._forget_wishes(contact_id)
        return len(invitations) + len(responses) + len(cases) + pointers + self.identities.drop_words(contact_id)

    def _forget_wishes(self, contact_id: str) -> int:
        """Refuse what is on its way to the page of their words; returns how many wishes there were."""
        found = self.page_requests.of_contact(contact_id)
        for request in found:
            self.page_requests.save(request.refused(self.clock(), "erased", "answer"))
        return len(found)
