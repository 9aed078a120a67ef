"""Finds what came of something a contact said since we last wrote to them, for a line in their next invitation."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from sayso.domain.contact import Contact
from sayso.domain.gate import Gate
from sayso.domain.in_edition import as_told, latest_changes
from sayso.domain.news import Changed
from sayso.domain.programme import Programme
from sayso.ports import CommitmentLinks, Links, NewsItems
from sayso.services.latest_edition import LatestEdition

# A gate remembers mails for at least so long: one that knows of none was passed by none since.
_REMEMBERED = timedelta(days=200)


@dataclass(frozen=True)
class FindChange:
    """See the module. Reads nothing where the programme does not want the line."""

    latest: LatestEdition
    askers: CommitmentLinks
    news: NewsItems
    links: Links
    programme: Programme

    def since_last_mail(self, contact: Contact, gate: Gate, now: datetime) -> Changed | None:
        """The latest commitment behind which the contact is that the page shows as done since the last mail (UTC), and
        that nothing else tells them, or told anybody at the address.

        `gate` is that of all the person's addresses.
        """
        if not self.programme.page.mention_changes:
            return None
        behind = set(self.askers.of_contact(contact.contact_id))
        edition = self.latest.read() if behind else None
        if edition is None:
            return None
        mails = [mail.at for mail in gate.mails if mail.contact_id == contact.contact_id]
        told = gate.last_told(contact.contact_id)
        last = max([*mails, *([told] if told else [])], default=now - _REMEMBERED)
        untold = [one for one in edition.commitments if one.id in behind and not gate.has_told(one.id)]
        changes = latest_changes(untold, last, now, self.programme.zone)
        if not changes:
            return None
        busy = {one.commitment_id for one in self.news.of_contact(contact.contact_id) if one.tells}
        found = next((one for one in changes if one.id not in busy), None)
        if found is None:
            return None
        page = self.links.page(self.programme.language_for(contact.locale), found.id)
        return Changed(as_told(found), page, found.id)
