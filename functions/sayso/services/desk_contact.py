"""One contact at the desk: found, shown with all that was sent and said, and explained."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sayso.domain.address import same_mailbox
from sayso.domain.contact import Contact, ticket_contact_id
from sayso.domain.errors import InvalidInputError, NotFoundError, RoleRefusedError
from sayso.domain.follow_up import FollowUp, asks_again
from sayso.domain.gate import Gate, Suppression
from sayso.domain.invitation import Invitation
from sayso.domain.staff import Staff
from sayso.ports import (
    Contacts,
    FollowUps,
    Identities,
    Invitations,
    Pseudonyms,
    Responses,
    Standings,
    Withdrawn,
)
from sayso.services.explain_contact import ExplainContact, Explanation
from sayso.services.find_contact import FindContact
from sayso.services.person_gate import person_gate
from sayso.services.show_answers import ShowAnswers, ShownAnswer

_SHOWN = 50  # answers, and invitations: a person has some a year


@dataclass(frozen=True)
class FoundContacts:
    """Who is known by an id or an address; `suppression` of an address that is nobody's (any more)."""

    contacts: Sequence[Contact]
    suppression: Suppression | None = None


@dataclass(frozen=True)
class ShownContact:
    """A contact. `gate` is what is decided by, `own` that of the address alone; all lists have the latest first."""

    contact: Contact
    own: Gate
    gate: Gate
    same_address: int
    invitations: Sequence[Invitation]
    answers: Sequence[ShownAnswer]
    cases: Sequence[FollowUp]


@dataclass(frozen=True)
class DeskContact:
    """See the module. It reads what is kept under one contact, and nothing that grows with how many there are."""

    contacts: Contacts
    invitations: Invitations
    responses: Responses
    follow_ups: FollowUps
    standings: Standings
    identities: Identities
    pseudonyms: Pseudonyms
    finder: FindContact
    shown: ShowAnswers
    explainer: ExplainContact

    def find(self, staff: Staff, who: str) -> FoundContacts:
        """Whoever is known by the company's own id, by an address or by our id, exactly, and is theirs to see."""
        found = [one for one in self.finder.all(who) if staff.owns(one)]
        if found or not staff.is_manager or "@" not in who:
            return FoundContacts(found)
        gate = self.standings.gate(self.pseudonyms.of_address(same_mailbox(who)))
        return FoundContacts([], gate.suppression if gate.is_closed else None)

    def get(self, staff: Staff, contact_id: str) -> Contact:
        """A contact; raises NotFoundError when there is none, or it is not theirs."""
        contact = self.contacts.get(contact_id)
        if contact is None or not staff.owns(contact):
            raise NotFoundError("There is no such contact.", field="contact")
        return contact

    def confirmed(self, contact_id: str, typed: str) -> str:
        """The hashed address of somebody who is to be erased, or whose erasure was interrupted, typed once more.

        Raises NotFoundError when there is nobody, InvalidInputError for neither their own id nor their mail address.
        """
        contact = self.contacts.get(contact_id)
        known = Withdrawn(contact.external_id, contact.address_hash) if contact else self.identities.going(contact_id)
        if known is None:
            raise NotFoundError("There is no such contact.", field="contact")
        typed = typed.strip()
        is_address = "@" in typed and self.pseudonyms.of_address(same_mailbox(typed)) == known.address_hash
        is_own_id = typed == known.external_id and typed not in ("", ticket_contact_id(known.address_hash))
        if not is_address and not is_own_id:
            raise InvalidInputError("is neither their own id nor their mail address", field="confirm")
        return known.address_hash

    def handed_out(self, staff: Staff, contact_id: str) -> Contact:
        """A contact of whom everything may be handed out by them.

        Raises RoleRefusedError where some of it complains about them: a part would not do for whoever asks.
        """
        contact = self.get(staff, contact_id)
        self.must_be_readable(staff, contact_id)
        return contact

    def must_be_readable(self, staff: Staff, contact_id: str) -> None:
        """Raise RoleRefusedError where some of what is held about a contact complains about them: erasing would end
        it."""
        cases, answers = self.follow_ups.of_contact(contact_id), self.responses.of_contact(contact_id)
        withheld = any(one.withheld for one in self.shown.theirs(staff, answers))
        if withheld or any(case.concerns(staff.email) for case in cases):
            raise RoleRefusedError("Some of it is not for you to read: ask another manager.", field="contact")

    def show(self, staff: Staff, contact_id: str) -> ShownContact:
        """All of one contact."""
        contact = self.get(staff, contact_id)
        own = self.standings.gate(contact.address_hash)
        others = [one for one in self.contacts.by_address(contact.address_hash) if one.contact_id != contact_id]
        cases = self.follow_ups.of_contact(contact_id)[::-1]
        about = [one for one in cases if one.concerns(staff.email)]
        # Who is asked again had a follow-up, which was closed: that is for nobody whom it is about, either.
        answers = [one for one in self.responses.of_contact(contact_id)[::-1] if not asks_again(about, one.occasion)]
        invitations = [one for one in self.invitations.of_contact(contact_id) if not asks_again(about, one.occasion)]
        invitations.sort(key=lambda one: (one.planned_at, one.reference), reverse=True)
        return ShownContact(
            contact=contact,
            own=own,
            gate=person_gate(self.standings, contact, own),
            same_address=len(others),
            invitations=invitations[:_SHOWN],
            answers=self.shown.theirs(staff, answers[:_SHOWN]),
            cases=[one for one in cases if one not in about],
        )

    def explain(self, staff: Staff, contact_id: str) -> Explanation:
        """Why they were asked, or not, and what comes next."""
        (found,) = self.explainer.of([self.get(staff, contact_id)], staff)
        return found
