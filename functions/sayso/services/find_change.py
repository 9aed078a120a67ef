"""Finds what came of something a contact said since we last wrote to them, for a line in their next invitation."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from sayso.domain.contact import Contact
from sayso.domain.gate import Gate
from sayso.domain.news import Changed, latest_change
from sayso.domain.programme import Programme
from sayso.ports import CommitmentLinks, Commitments, Links

# A gate remembers mails for at least so long: one that knows of none was passed by none since.
_REMEMBERED = timedelta(days=200)


@dataclass(frozen=True)
class FindChange:
    """See the module. Reads nothing where the programme does not want the line."""

    commitments: Commitments
    askers: CommitmentLinks
    links: Links
    programme: Programme

    def since_last_mail(self, contact: Contact, gate: Gate, now: datetime) -> Changed | None:
        """The latest commitment behind which the contact is that became done, and public, since the last mail (UTC).

        `gate` is that of all the person's addresses.
        """
        if not self.programme.page.mention_changes:
            return None
        behind = self.askers.of_contact(contact.contact_id)
        if not behind:
            return None
        mails = [mail.at for mail in gate.mails if mail.contact_id == contact.contact_id]
        told = gate.last_told(contact.contact_id)
        last = max([*mails, *([told] if told else [])], default=now - _REMEMBERED)
        zone = self.programme.zone
        commitments = self.commitments.many(behind)
        found = latest_change(commitments, last.astimezone(zone).date(), now.astimezone(zone).date())
        if found is None or found.public is None:
            return None
        page = self.links.page(self.programme.language_for(contact.locale), found.commitment_id)
        return Changed(found.public, page)
