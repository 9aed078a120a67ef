"""Tells the people who asked that it is done (rule 11): looked at first, then approved by a person, each once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from sayso.domain.commitment import Commitment
from sayso.domain.contact import Contact
from sayso.domain.errors import ConflictError, InvalidInputError, NotFoundError
from sayso.domain.news import News, decide
from sayso.domain.programme import Language, Programme
from sayso.domain.sending import Decision, End, Wait
from sayso.ports import (
    Clock,
    CommitmentLinks,
    Commitments,
    Contacts,
    Editions,
    Invitations,
    NewsItems,
    Standings,
)
from sayso.services.person_gate import person_gate

Verdict = Literal["now", "later", "never", "before"]


@dataclass(frozen=True)
class Prospect:
    """One of those behind a commitment, and whether they are told: as soon as it is approved, not before `until` (UTC),
    never, or by what was approved before (`news`). `reason` is a code that `sayso.domain.news` puts in words.
    """

    contact_id: str
    contact: Contact | None
    verdict: Verdict
    reason: str = ""
    until: datetime | None = None
    news: News | None = None

    @property
    def will_be_told(self) -> bool:
        """Whether an approval lets a mail go to them."""
        return self.verdict in ("now", "later")


@dataclass(frozen=True)
class Audience:
    """Everybody behind a commitment, in the order their answers were linked."""

    commitment: Commitment
    prospects: Sequence[Prospect]
    languages: Mapping[Language, int]

    @property
    def to_tell(self) -> list[Prospect]:
        """Those who will be told once it is approved."""
        return [one for one in self.prospects if one.will_be_told]


@dataclass(frozen=True)
class TellAskers:
    """See the module. Looking changes nothing; an approval that is repeated adds only those who are not told yet."""

    contacts: Contacts
    invitations: Invitations
    standings: Standings
    news: NewsItems
    commitments: Commitments
    askers: CommitmentLinks
    editions: Editions
    programme: Programme
    clock: Clock

    def look(self, commitment_id: str) -> Audience:
        """Who would be told, and who not and why.

        Raises
        ------
        NotFoundError
            When there is no such commitment.
        InvalidInputError
            When it is not done, or the public page does not say so yet.
        """
        commitment = self._checked(commitment_id)
        prospects = list(self._prospects(commitment))
        spoken = (self._language(one.contact) for one in prospects if one.will_be_told)
        return Audience(commitment, prospects, Counter(spoken))

    def approve(self, commitment_id: str, by: str) -> Audience:
        """Let everybody be told who may be, as `by` approved; returns those the approval was about.

        Raises what `look` does.
        """
        audience = self.look(commitment_id)
        for one in audience.prospects:
            if one.contact is not None and one.verdict != "before":
                self._write(one, commitment_id, by)
        return audience

    def told(self, commitment_id: str) -> list[Prospect]:
        """Those behind a commitment with what became of telling them; `news` is None where nobody approved it yet.

        Raises NotFoundError when there is no such commitment.
        """
        if self.commitments.get(commitment_id) is None:
            raise _no_such(commitment_id)
        ids = self._ids(commitment_id)
        people, known = self.contacts.many(ids), self.news.of_commitment(commitment_id, ids)
        return [Prospect(one, people.get(one), "before", news=known.get(one)) for one in ids]

    def _checked(self, commitment_id: str) -> Commitment:
        commitment = self.commitments.get(commitment_id)
        if commitment is None:
            raise _no_such(commitment_id)
        public = commitment.public
        if public is None:
            raise InvalidInputError(
                f"'{commitment_id}' is not public: sayso commitments publish {commitment_id}", field="id"
            )
        if public.status != "done":
            raise InvalidInputError(f"the public does not read that '{commitment_id}' is done", field="id")
        latest = self.editions.latest()
        shown = latest.edition.commitments if latest else ()
        if not any(one.id == commitment_id and one.status == "done" for one in shown):
            raise InvalidInputError(
                f"the public page does not say yet that '{commitment_id}' is done, and the mail leads there; "
                "look at what waits with: sayso publish",
                field="id",
            )
        return commitment

    def _ids(self, commitment_id: str) -> list[str]:
        askers = sorted(self.askers.askers(commitment_id), key=lambda one: (one.linked_at, one.contact_id))
        return [one.contact_id for one in askers]

    def _prospects(self, commitment: Commitment) -> Iterator[Prospect]:
        ids = self._ids(commitment.commitment_id)
        people, known = self.contacts.many(ids), self.news.of_commitment(commitment.commitment_id, ids)
        busy = {
            person.address_hash
            for contact_id, person in people.items()
            if contact_id in known and not known[contact_id].may_be_approved_again
        }
        for contact_id in ids:
            contact, news = people.get(contact_id), known.get(contact_id)
            if contact is None:
                yield Prospect(contact_id, None, "never", "erased")
            elif news and not news.may_be_approved_again:
                yield Prospect(contact_id, contact, "before", news.reason, news.due_at, news)
            elif contact.address_hash in busy:
                yield Prospect(contact_id, contact, "never", "told_already", news=news)
            else:
                found = self._prospect(commitment, contact, news)
                if found.will_be_told:
                    busy.add(contact.address_hash)
                yield found

    def _prospect(self, commitment: Commitment, contact: Contact, news: News | None) -> Prospect:
        decision = self._decide(commitment, contact)
        if isinstance(decision, End):
            return Prospect(contact.contact_id, contact, "never", decision.reason, news=news)
        if isinstance(decision, Wait):
            return Prospect(contact.contact_id, contact, "later", decision.reason, decision.until, news)
        return Prospect(contact.contact_id, contact, "now", news=news)

    def _decide(self, commitment: Commitment, contact: Contact) -> Decision:
        now = self.clock()
        asked = News(
            contact_id=contact.contact_id, commitment_id=commitment.commitment_id, approved_by="", approved_at=now
        )
        siblings = [
            other
            for person in self.contacts.by_address(contact.address_hash)
            for other in self.invitations.of_contact(person.contact_id)
        ]
        gate = person_gate(self.standings, contact, self.standings.gate(contact.address_hash))
        standing = self.standings.standing(contact)
        return decide(asked, commitment, contact, self.programme, gate, standing, siblings, now)

    def _write(self, one: Prospect, commitment_id: str, by: str) -> None:
        now = self.clock()
        if one.news and not one.will_be_told:
            return  # it says so already
        approval = News(contact_id=one.contact_id, commitment_id=commitment_id, approved_by=by, approved_at=now)
        fresh = approval.having(revision=one.news.revision if one.news else 0)
        after = (
            fresh.waiting_until(one.until or now, one.reason)
            if one.will_be_told
            else fresh.ended("skipped", one.reason)
        )
        try:
            self.news.save(after)
        except ConflictError:
            return  # somebody else approved it at this moment

    def _language(self, contact: Contact | None) -> Language:
        return self.programme.language_for(contact.locale if contact else None)


def _no_such(commitment_id: str) -> NotFoundError:
    return NotFoundError(f"there is no commitment '{commitment_id}'; sayso commitments list shows them", field="id")
