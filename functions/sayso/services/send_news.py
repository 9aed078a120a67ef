"""Tells one contact what came of what they said: a mail that goes out once, a wait with its reason, or the end."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sayso.domain.commitment import Commitment, PublicTexts
from sayso.domain.contact import Contact
from sayso.domain.edition import PublishedCommitment
from sayso.domain.errors import ConflictError
from sayso.domain.gate import Gate
from sayso.domain.in_edition import as_told
from sayso.domain.link_keys import UNSUBSCRIBE_LINK_FOR
from sayso.domain.mail import Mail
from sayso.domain.mail_tags import news_tags
from sayso.domain.news import News, decide
from sayso.domain.programme import Programme
from sayso.domain.sending import Decision, End, Wait, day_limit
from sayso.ports import (
    Clock,
    CommitmentLinks,
    Commitments,
    Contacts,
    Invitations,
    Links,
    NewsItems,
    NewsMessage,
    NewsWriter,
    Pace,
    SendingAccount,
    Standings,
)
from sayso.services.hand_news_over import HandNewsOver
from sayso.services.hand_over import TRY_AGAIN, Outcome
from sayso.services.latest_edition import LatestEdition
from sayso.services.person_gate import person_gate
from sayso.services.plan_invitations import ATTEMPTS


@dataclass(frozen=True)
class SendNews:
    """See the module.

    The order is that of `SendInvitation`: decide, write the mail, claim it in one transaction, hand it to SES, record
    the outcome. What is sent is what the page says of the commitment at the claim, which is what was approved. A mail
    whose sender died, or of which SES does not say whether it took it, is never sent again.
    """

    contacts: Contacts
    invitations: Invitations
    standings: Standings
    news: NewsItems
    commitments: Commitments
    askers: CommitmentLinks
    latest: LatestEdition
    writer: NewsWriter
    links: Links
    hands: HandNewsOver
    account: SendingAccount
    pace: Pace
    programme: Programme
    clock: Clock

    def take(self, message: NewsMessage) -> Outcome:
        """Tell the contact, unless they were told or it was put off since it was dispatched."""
        for attempt in range(1, ATTEMPTS + 1):
            news = self.news.get(message.contact_id, message.commitment_id)
            if news is None or news.due_at != message.due_at:
                return "nothing"
            try:
                return self._take(news)
            except ConflictError:
                if attempt == ATTEMPTS:
                    raise
        return "nothing"

    def _take(self, news: News) -> Outcome:
        if news.state == "sending":
            return self.hands.settle(news)
        contact = self.contacts.get(news.contact_id)
        if contact is None:
            self.news.forget(news.ended("skipped", "erased"), self.clock())
            return "ended"
        state = self.account.state()
        if not state.takes_mail:
            self.news.save(news.waiting_until(self.clock() + TRY_AGAIN, state.reason))
            return "stopped"
        self.pace.wait_for_turn(state.max_send_rate)
        return self._tell(news, contact, self.clock())

    def _tell(self, news: News, contact: Contact, now: datetime) -> Outcome:
        gate = self.standings.gate(contact.address_hash)
        commitment = self.commitments.get(news.commitment_id)
        shown, edition = self.latest.commitment(news.commitment_id)
        decision = self._decide(news, commitment, shown, contact, person_gate(self.standings, contact, gate), now)
        if isinstance(decision, End):
            self.news.save(news.ended("expired" if decision.state == "expired" else "skipped", decision.reason))
            return "ended"
        if isinstance(decision, Wait):
            self.news.save(news.waiting_until(decision.until, decision.reason))
            return "waiting"
        assert commitment is not None  # noqa: S101 - nobody is told of none
        assert shown is not None  # noqa: S101
        mail = self._write(contact, commitment.commitment_id, as_told(shown), now)
        claimed = self.news.claim(news.claimed(now), gate, commitment, edition, day_limit(now, self.programme))
        return self.hands.hand_over(claimed, contact, mail, now)

    def _decide(
        self,
        news: News,
        commitment: Commitment | None,
        shown: PublishedCommitment | None,
        contact: Contact,
        gate: Gate,
        now: datetime,
    ) -> Decision:
        siblings = [
            other
            for person in self.contacts.by_address(contact.address_hash)
            for other in self.invitations.of_contact(person.contact_id)
        ]
        return decide(
            news,
            commitment,
            shown,
            contact,
            self.programme,
            gate,
            self.standings.standing(contact),
            siblings,
            now,
            self.invitations.sent_on(day_limit(now, self.programme)),
            asked=news.commitment_id in self.askers.of_contact(contact.contact_id),
        )

    def _write(self, contact: Contact, commitment_id: str, public: PublicTexts, now: datetime) -> Mail:
        language, until = self.programme.language_for(contact.locale), now + UNSUBSCRIBE_LINK_FOR
        return self.writer.news(
            language=language,
            recipient_name=contact.name or "",
            recipient_email=contact.email,
            commitment=public,
            page=self.links.page(language, commitment_id),
            unsubscribe_page=self.links.unsubscribe_page(contact.address_hash, language, until),
            unsubscribe_one_click=self.links.unsubscribe_one_click(contact.address_hash, language, until),
            tags=news_tags(contact.contact_id, commitment_id),
        )
