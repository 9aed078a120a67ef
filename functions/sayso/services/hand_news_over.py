"""Hands claimed news to SES and records what became of them, whoever dies or gets in between."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sayso.domain.contact import Contact
from sayso.domain.errors import ConflictError
from sayso.domain.mail import Mail
from sayso.domain.news import News
from sayso.domain.programme import Programme
from sayso.domain.sending import day_limit
from sayso.ports import (
    Clock,
    Mailer,
    MailRefusedError,
    MailUnknownError,
    NewsItems,
    Pace,
    SendingAccount,
    Standings,
)
from sayso.services.hand_over import TRY_AGAIN, Outcome
from sayso.services.hand_to_ses import hand_to_ses
from sayso.services.plan_invitations import ATTEMPTS
from sayso.services.streak import Streak


@dataclass(frozen=True)
class HandNewsOver:
    """See the module. Whoever dies in here leaves it `sending`, and `settle` makes it `unknown`."""

    news: NewsItems
    standings: Standings
    mailer: Mailer
    account: SendingAccount
    pace: Pace
    programme: Programme
    clock: Clock
    streak: Streak

    def hand_over(self, claimed: News, contact: Contact, mail: Mail, now: datetime) -> Outcome:
        """Send a mail that was claimed at `now` (UTC)."""
        try:
            message_id = hand_to_ses(mail, self.mailer, self.account, self.pace, self.streak)
        except MailRefusedError as refused:
            outcome = self._give_back(claimed, contact, refused, now)
            return "stopped" if refused.stops and outcome == "refused" else outcome
        except MailUnknownError as unknown:
            self._record(claimed, claimed.ended("unknown", str(unknown)))
            return "unknown"
        self._record(claimed, claimed.sent(message_id))
        return "sent"

    def settle(self, news: News) -> Outcome:
        """It was claimed before, and what came of it was never recorded."""
        if news.is_with_ses(self.clock()):
            return "nothing"
        self._record(news, news.ended("unknown", "the sender stopped"))
        return "unknown"

    def _give_back(self, claimed: News, contact: Contact, refused: MailRefusedError, now: datetime) -> Outcome:
        for _ in range(ATTEMPTS):
            if refused.for_good:
                after = claimed.ended("failed", "mail_refused")
            else:
                after = claimed.waiting_until(now + TRY_AGAIN, refused.stops or "ses_not_ready")
            gate = self.standings.gate(contact.address_hash)
            try:
                self.news.release(after, gate, day_limit(now, self.programme))
            except ConflictError:
                newer = self.news.get(claimed.contact_id, claimed.commitment_id)
                if newer is None or newer.state != "sending":
                    return "nothing"
                claimed = newer
            else:
                return "refused"
        raise ConflictError("the address's gate kept changing")

    def _record(self, claimed: News, after: News) -> None:
        for _ in range(ATTEMPTS):
            try:
                self.news.save(after)
            except ConflictError:
                # An SES event was there first, or the person was erased: what was written is kept, what we know added.
                newer = self.news.get(claimed.contact_id, claimed.commitment_id)
                if newer is None:
                    return
                if newer.state == "sending":
                    after = after.having(revision=newer.revision)
                elif newer.message_id or not after.message_id:
                    return
                else:
                    after = newer.having(message_id=after.message_id)
            else:
                return
        raise ConflictError("the news kept changing")
