"""Tells the people who asked that it is done (rule 11): looked at first, then approved by a person, each once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from sayso.domain.commitment import Commitment
from sayso.domain.contact import Contact
from sayso.domain.edition import PublishedCommitment
from sayso.domain.errors import ConflictError, InvalidInputError, NotFoundError
from sayso.domain.in_edition import text_digest
from sayso.domain.news import News, decide
from sayso.domain.programme import Language, Programme
from sayso.domain.sending import Decision, End, Wait
from sayso.ports import (
    Clock,
    CommitmentLinks,
    Commitments,
    Contacts,
    Invitations,
    NewsItems,
    Standings,
)
from sayso.services.audience import Audience, Prospect
from sayso.services.latest_edition import LatestEdition
from sayso.services.person_gate import person_gate


@dataclass(frozen=True)
class TellAskers:
    """See the module. Looking changes nothing; an approval that is repeated adds only those who are not told yet."""

    contacts: Contacts
    invitations: Invitations
    standings: Standings
    news: NewsItems
    commitments: Commitments
    askers: CommitmentLinks
    latest: LatestEdition
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
        return self._audience(commitment_id, None)

    def look_among(self, commitment_id: str, contact_ids: Sequence[str]) -> Audience:
        """The same of some of those behind it. Of several at one mailbox who are not looked at together the first is
        told: the mailbox's gate lets one mail through.

        Raises what `look` does.
        """
        audience = self._audience(commitment_id, contact_ids)
        ahead = {one.contact_id: self._waiting(one.contact_id, [commitment_id]) for one in audience.to_tell}
        prospects = [replace(one, ahead=ahead.get(one.contact_id, 0)) for one in audience.prospects]
        return replace(audience, prospects=prospects)

    def _audience(self, commitment_id: str, contact_ids: Sequence[str] | None) -> Audience:
        commitment, shown = self._checked(commitment_id)
        ids = self._ids(commitment_id) if contact_ids is None else contact_ids
        prospects = list(self._prospects(commitment, shown, ids))
        spoken = (self._language(one.contact) for one in prospects if one.will_be_told)
        return Audience(commitment, shown, prospects, Counter(spoken))

    def look_at_all(self, commitment_ids: Iterable[str]) -> list[Audience]:
        """`look` at each, to approve them in this order: who is behind several is told of one after the other.

        Raises what `look` does.
        """
        names = list(dict.fromkeys(commitment_ids))
        ahead: dict[str, int] = {}
        audiences = []
        for audience in map(self.look, names):
            for one in audience.to_tell:
                before = ahead.get(one.contact_id)
                ahead[one.contact_id] = self._waiting(one.contact_id, names) if before is None else before + 1
            told = {one.contact_id: ahead[one.contact_id] for one in audience.to_tell}
            prospects = [replace(one, ahead=told.get(one.contact_id, 0)) for one in audience.prospects]
            audiences.append(replace(audience, prospects=prospects))
        return audiences

    def _waiting(self, contact_id: str, but: Sequence[str]) -> int:
        found = self.news.of_contact(contact_id)
        return sum(one.state == "waiting" and one.commitment_id not in but for one in found)

    def approve(self, audience: Audience, by: str) -> None:
        """Let everybody be told who was looked at and may be, with the texts looked at, as `by` approved.

        Whoever was linked since is not told, nor whoever was erased, or approved by somebody else.
        """
        for one in audience.prospects:
            if one.contact is not None and one.verdict != "before":
                self._write(one, audience, by)

    def told(self, commitment_id: str, contact_ids: Sequence[str] | None = None) -> list[Prospect]:
        """Those behind a commitment, or some of them, with what became of telling them; `news` is None where nobody
        approved it yet.

        Raises NotFoundError when there is no such commitment.
        """
        if self.commitments.get(commitment_id) is None:
            raise _no_such(commitment_id)
        ids = self._ids(commitment_id) if contact_ids is None else contact_ids
        people, known = self.contacts.many(ids), self.news.of_commitment(commitment_id, ids)
        return [Prospect(one, people.get(one), "before", news=known.get(one)) for one in ids]

    def _checked(self, commitment_id: str) -> tuple[Commitment, PublishedCommitment]:
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
        shown, _ = self.latest.commitment(commitment_id)
        if shown is None or shown.status != "done":
            raise InvalidInputError(
                f"the public page does not say yet that '{commitment_id}' is done, and the mail leads there; "
                "look at what waits with: sayso publish",
                field="id",
            )
        return commitment, shown

    def _ids(self, commitment_id: str) -> list[str]:
        askers = sorted(self.askers.askers(commitment_id), key=lambda one: (one.linked_at, one.contact_id))
        return [one.contact_id for one in askers]

    def _prospects(self, commitment: Commitment, shown: PublishedCommitment, ids: Sequence[str]) -> Iterator[Prospect]:
        text = text_digest(shown)
        people, known = self.contacts.many(ids), self.news.of_commitment(commitment.commitment_id, ids)
        busy = {
            person.address_hash
            for contact_id, person in people.items()
            if contact_id in known and not known[contact_id].may_be_approved_again(text)
        }
        for contact_id in ids:
            contact, news = people.get(contact_id), known.get(contact_id)
            if contact is None:
                yield Prospect(contact_id, None, "never", "erased")
            elif news and not news.may_be_approved_again(text):
                yield Prospect(contact_id, contact, "before", news.reason, news.due_at, news)
            elif contact.address_hash in busy:
                yield Prospect(contact_id, contact, "never", "told_already", news=news)
            else:
                found = self._prospect(commitment, shown, contact, news)
                if found.will_be_told:
                    busy.add(contact.address_hash)
                yield found

    def _prospect(
        self, commitment: Commitment, shown: PublishedCommitment, contact: Contact, news: News | None
    ) -> Prospect:
        decision = self._decide(commitment, shown, contact)
        if isinstance(decision, End):
            return Prospect(contact.contact_id, contact, "never", decision.reason, news=news)
        if isinstance(decision, Wait):
            return Prospect(contact.contact_id, contact, "later", decision.reason, decision.until, news)
        return Prospect(contact.contact_id, contact, "now", news=news)

    def _decide(self, commitment: Commitment, shown: PublishedCommitment, contact: Contact) -> Decision:
        now = self.clock()
        asked = News(
            contact_id=contact.contact_id,
            commitment_id=shown.id,
            approved_by="",
            approved_at=now,
            approved_text=text_digest(shown),
        )
        siblings = [
            other
            for person in self.contacts.by_address(contact.address_hash)
            for other in self.invitations.of_contact(person.contact_id)
        ]
        gate = person_gate(self.standings, contact, self.standings.gate(contact.address_hash))
        standing = self.standings.standing(contact)
        return decide(asked, commitment, shown, contact, self.programme, gate, standing, siblings, now)

    def _write(self, one: Prospect, audience: Audience, by: str) -> None:
        now, shown = self.clock(), audience.shown
        if one.news and not one.will_be_told and one.news.due_at is None:
            return  # it says so already
        approval = News(
            contact_id=one.contact_id,
            commitment_id=shown.id,
            approved_by=by,
            approved_at=now,
            approved_text=text_digest(shown),
        )
        fresh = approval.having(revision=one.news.revision if one.news else 0)
        after = (
            fresh.waiting_until(one.until or now, one.reason)
            if one.will_be_told
            else fresh.ended("skipped", one.reason)
        )
        try:
            self.news.save(after)
        except ConflictError:
            return  # somebody else approved it at this moment, or the person is gone

    def _language(self, contact: Contact | None) -> Language:
        return self.programme.language_for(contact.locale if contact else None)


def _no_such(commitment_id: str) -> NotFoundError:
    return NotFoundError(f"there is no commitment '{commitment_id}'; sayso commitments list shows them", field="id")
