"""Everything held about a person, as plain values, for the person who asks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sayso.domain.contact import Contact
from sayso.domain.entity import Entity
from sayso.domain.gate import Gate
from sayso.domain.time import utc_text
from sayso.ports import (
    Clock,
    CommitmentLinks,
    FollowUps,
    Identities,
    Invitations,
    NewsItems,
    Quotes,
    Responses,
    Standings,
)


@dataclass(frozen=True)
class ExportContact:
    """See the module. Reads, and changes nothing."""

    invitations: Invitations
    responses: Responses
    follow_ups: FollowUps
    standings: Standings
    identities: Identities
    news: NewsItems
    links: CommitmentLinks
    quotes: Quotes
    clock: Clock

    def export(self, contact: Contact) -> dict[str, Any]:
        """What the table holds: who the person is, what was sent and said, what became of it, what it counts for."""
        gates = [self.standings.gate(known) for known in (contact.address_hash, *contact.former_address_hashes)]
        return {
            "exported_at": utc_text(self.clock()),
            "contact": _plain(contact),
            "invitations": [_plain(one) for one in self.invitations.of_contact(contact.contact_id)],
            "answers": [
                {**_plain(one), "words": _plain(self.responses.words(*one.reference))}
                for one in self.responses.of_contact(contact.contact_id)
            ],
            "follow_ups": [_plain(case) for case in self.follow_ups.of_contact(contact.contact_id)],
            "commitments": self.links.of_contact(contact.contact_id),
            "quotes": [_plain(one) for one in self.quotes.list() if one.contact_id == contact.contact_id],
            "news": [_plain(one) for one in self.news.of_contact(contact.contact_id)],
            "addresses": [_plain(_own(gate, contact)) for gate in gates],
            "counted": self.identities.counted(contact.contact_id),
        }


def _own(gate: Gate, contact: Contact) -> Gate:
    """The gate without the mails of others at the same address: they are theirs to ask for."""
    mails = tuple(mail for mail in gate.mails if mail.contact_id == contact.contact_id)
    return gate.having(mails=mails, news=gate.news_of(contact.contact_id))


def _plain(entity: Entity) -> dict[str, Any]:
    return entity.model_dump(mode="json", exclude_none=True)
