"""Hears from SES what became of a mail that told somebody what came of what they said."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sayso.domain.contact import Contact
from sayso.domain.errors import ConflictError
from sayso.domain.gate import Gate
from sayso.domain.news import News
from sayso.domain.programme import Programme
from sayso.ports import Contacts, Invitations, NewsItems, Standings
from sayso.services.close_the_gate import close_the_gate, count_bounce
from sayso.services.hear_mail_event import MailFate
from sayso.services.plan_invitations import ATTEMPTS


@dataclass(frozen=True)
class HearNewsEvent:
    """See the module. The same event twice is the same as once; addresses are closed as for surveys."""

    contacts: Contacts
    invitations: Invitations
    news: NewsItems
    standings: Standings
    programme: Programme

    def hear(
        self,
        contact_id: str,
        commitment_id: str,
        fate: MailFate,
        at: datetime,
        *,
        for_good: bool = False,
        message_id: str | None = None,
    ) -> bool:
        """Record the fate of one mail, at `at` (UTC). Returns False when there is no such mail (any more)."""
        contact = self.contacts.get(contact_id) if fate in ("bounced", "complained") else None
        if contact:
            self._close_the_gate(contact, commitment_id, fate, at, for_good=for_good)
        for attempt in range(1, ATTEMPTS + 1):
            news = self.news.get(contact_id, commitment_id)
            if news is None or news.at is None:
                return False
            changed = _after(news, fate, at, message_id, for_good=for_good)
            if changed == news:
                return True
            try:
                if fate == "rejected":
                    self._open_the_gate(news)
                self.news.save(changed)
            except ConflictError:
                if attempt == ATTEMPTS:
                    raise
            else:
                return True
        return False

    def _open_the_gate(self, news: News) -> None:
        """Nobody at the address read what SES rejected. Raises ConflictError when others changed a gate first."""
        contact = self.contacts.get(news.contact_id)
        for address_hash in (contact.address_hash, *contact.former_address_hashes) if contact else ():
            gate = self.standings.gate(address_hash)
            if gate.told_here(news.contact_id, news.commitment_id):
                self.standings.save_gate(gate.not_having_told(news.contact_id, news.commitment_id))

    def _close_the_gate(
        self, contact: Contact, commitment_id: str, fate: MailFate, at: datetime, *, for_good: bool
    ) -> None:
        def went_there(gate: Gate) -> bool:
            return gate.told_here(contact.contact_id, commitment_id)

        if fate == "complained" or for_good:
            close_the_gate(self.standings, contact, fate, at, went_there)
            return
        delivered = [one.delivered_at for one in self.news.of_contact(contact.contact_id)]
        for invitation in self.invitations.of_contact(contact.contact_id):
            delivered += [mail.delivered_at for mail in invitation.mails.values()]
        limit = self.programme.sending.transient_bounces
        count_bounce(self.standings, contact, at, max(filter(None, delivered), default=None), limit, went_there)


def _after(news: News, fate: MailFate, at: datetime, message_id: str | None, *, for_good: bool) -> News:
    if fate == "rejected":
        return news.ended("failed", "mail_refused").having(message_id=news.message_id or message_id)
    if fate == "complained" or (fate == "bounced" and for_good):
        return news.sent(message_id).having(reason=fate)
    if news.reason in ("bounced", "complained") or news.state == "failed":
        return news  # what else comes says nothing against it
    heard = news.sent(message_id)
    return heard.having(delivered_at=heard.delivered_at or at) if fate == "delivered" else heard
