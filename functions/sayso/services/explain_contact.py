"""Reads everything about one contact and explains it: what was sent, what waits, what was not sent, what comes next."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sayso.domain.address import same_mailbox
from sayso.domain.circumstances import Circumstances, when
from sayso.domain.contact import Contact
from sayso.domain.errors import NotFoundError
from sayso.domain.explaining import Fact, story, title
from sayso.domain.explaining_answer import not_confirmed
from sayso.domain.explaining_news import told
from sayso.domain.explaining_next import what_comes_next
from sayso.domain.explaining_person import person
from sayso.domain.follow_up import FollowUp, asks_again
from sayso.domain.gate import SUPPRESSIONS
from sayso.domain.invitation import Invitation
from sayso.domain.programme import Programme
from sayso.domain.sending import day_limit
from sayso.domain.staff import Staff
from sayso.ports import (
    Clock,
    Contacts,
    FollowUps,
    Invitations,
    NewsItems,
    Pseudonyms,
    Responses,
    SendingAccount,
    Standings,
)
from sayso.services.find_contact import FindContact
from sayso.services.person_gate import person_gate

_LIST = "sayso contact list --account NAME lists people"


@dataclass(frozen=True)
class Story:
    """One invitation: what it is about, and what can be said of it."""

    title: str
    invitation: Invitation
    facts: Sequence[Fact]


@dataclass(frozen=True)
class Explanation:
    """Who somebody is to the programme, each of their invitations, and what comes next; and of which commitments they
    are told."""

    contact: Contact
    person: Sequence[Fact]
    invitations: Sequence[Story]
    next: Sequence[Fact]
    news: Sequence[tuple[str, Fact]] = ()


@dataclass(frozen=True)
class ExplainContact:
    """See the module. It reads the items of those it explains, and nothing else."""

    find: FindContact
    contacts: Contacts
    invitations: Invitations
    responses: Responses
    standings: Standings
    follow_ups: FollowUps
    pseudonyms: Pseudonyms
    account: SendingAccount
    programme: Programme
    clock: Clock
    news: NewsItems

    def explain(self, named: str) -> list[Explanation]:
        """Explain whoever is named by the company's own id, by Sayso's id, or by an address (all who share it).

        Raises
        ------
        NotFoundError
            When nobody is named so; it says if the address is suppressed nevertheless.
        """
        found = self.find.all(named)
        if not found:
            raise NotFoundError(self._nobody(named.strip()), field="contact")
        return self.of(found)

    def of(self, found: Sequence[Contact], reader: Staff | None = None) -> list[Explanation]:
        """Explain these contacts.

        Of what complains about a `reader` they learn no more than that somebody looks after something: not whose it
        is, and not that it was closed, which the mail that asks again would tell.
        """
        about = self._complaints(found, reader)
        mailboxes = {contact.address_hash: contact for contact in found}
        # A mail gives way to one that another person at the same address is due.
        housemates = {one.contact_id: one for hash_ in mailboxes for one in self.contacts.by_address(hash_)}
        everybody = {**housemates, **{one.contact_id: one for one in found}}
        known = {
            contact_id: [one for one in self.invitations.of_contact(contact_id) if not asks_again(about, one.occasion)]
            for contact_id in everybody
        }
        siblings = {
            hash_: [
                one for other in everybody.values() if other.address_hash == hash_ for one in known[other.contact_id]
            ]
            for hash_ in mailboxes
        }
        stopped = self.account.state().reason
        return [
            self._explain(contact, known[contact.contact_id], siblings[contact.address_hash], stopped, about)
            for contact in found
        ]

    def _nobody(self, named: str) -> str:
        """What to say when nobody is found: an address may be suppressed although it is nobody's any more."""
        if "@" not in named:
            return f"there is nobody with the id '{named}'; {self._near(named) or _LIST}"
        gate = self.standings.gate(self.pseudonyms.of_address(same_mailbox(named)))
        if gate.suppression is None or not gate.is_closed:
            return f"nobody has the address {named}; {_LIST}"
        since = when(gate.suppression.at, self.programme.zone)
        why = SUPPRESSIONS.get(gate.suppression.reason, gate.suppression.reason)
        return f"nobody has the address {named}; it is suppressed since {since}: {why}"

    def _near(self, named: str) -> str:
        """Ids are as the company's own system writes them; capitals are easily mistaken."""
        tried = sorted({named.lower(), named.upper(), named.capitalize()} - {named, ""})
        found = self.contacts.by_external_ids(tried) if tried else {}
        return f"did you mean {' or '.join(found)}?" if found else ""

    def _complaints(self, found: Sequence[Contact], reader: Staff | None) -> list[FollowUp]:
        cases = [case for one in found for case in self.follow_ups.of_contact(one.contact_id)] if reader else []
        return [case for case in cases if reader and case.concerns(reader.email)]

    def _explain(
        self,
        contact: Contact,
        mine: Sequence[Invitation],
        siblings: Sequence[Invitation],
        stopped: str,
        about: Sequence[FollowUp],
    ) -> Explanation:
        now, case = self.clock(), self.follow_ups.open_of(contact.contact_id)
        gate = person_gate(self.standings, contact, self.standings.gate(contact.address_hash))
        known = Circumstances(
            contact=contact,
            invitations=mine,
            siblings=siblings,
            gate=gate.having(mails=tuple(mail for mail in gate.mails if not asks_again(about, mail.occasion))),
            standing=self.standings.standing(contact),
            follow_up=None if case and any(one.follow_up_id == case.follow_up_id for one in about) else case,
            stopped=stopped,
            sent_today=self.invitations.sent_on(day_limit(now, self.programme)),
            programme=self.programme,
            now=now,
        )
        in_order = sorted(mine, key=lambda one: (one.planned_at, one.reference))
        answers = {one.reference: one for one in self.responses.of_contact(contact.contact_id)}
        stories = [
            Story(
                title(one, contact, self.programme),
                one,
                [*story(one, known), *not_confirmed(answers.get(one.reference), self.programme)],
            )
            for one in in_order
        ]
        # What they are told of may be what they complained about.
        told_of = [] if about else self.news.of_contact(contact.contact_id)
        news = sorted(told_of, key=lambda one: (one.approved_at, one.commitment_id))
        what_came = [(one.commitment_id, told(one, contact, self.programme, now)) for one in news]
        return Explanation(contact, person(known), stories, what_comes_next(known), what_came)
