"""Hands a claimed mail to SES and records what became of it, whoever dies or gets in between."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from sayso.domain.contact import Contact
from sayso.domain.errors import ConflictError
from sayso.domain.invitation import SETTLE_AFTER, Invitation, MailKind, SentMail
from sayso.domain.mail import Mail
from sayso.domain.programme import Programme
from sayso.domain.sending import day_limit
from sayso.ports import (
    Clock,
    Invitations,
    Mailer,
    MailRefusedError,
    MailUnknownError,
    Pace,
    SendingAccount,
    Standings,
)
from sayso.services.hand_to_ses import hand_to_ses
from sayso.services.plan_invitations import ATTEMPTS
from sayso.services.streak import Streak

Outcome = Literal["sent", "unknown", "refused", "stopped", "waiting", "ended", "nothing"]
TRY_AGAIN = timedelta(minutes=15)


@dataclass(frozen=True)
class HandOver:
    """See the module. Whoever dies in here leaves the mail `sending`, and `settle` makes it `unknown`."""

    invitations: Invitations
    standings: Standings
    mailer: Mailer
    account: SendingAccount
    pace: Pace
    programme: Programme
    clock: Clock
    streak: Streak

    def hand_over(self, claimed: Invitation, contact: Contact, kind: MailKind, mail: Mail, now: datetime) -> Outcome:
        """Send a mail that was claimed at `now` (UTC)."""
        mine = claimed.mails[kind]
        try:
            message_id = hand_to_ses(mail, self.mailer, self.account, self.pace, self.streak)
        except MailRefusedError as refused:
            outcome = self._give_back(claimed, contact, kind, refused, now)
            return "stopped" if refused.stops and outcome == "refused" else outcome
        except MailUnknownError as unknown:
            self._record(claimed, contact, kind, mine.having(state="unknown", reason=str(unknown)))
            return "unknown"
        self._record(claimed, contact, kind, mine.having(state="sent", message_id=message_id))
        return "sent"

    def not_again(self, invitation: Invitation, contact: Contact, kind: MailKind) -> Outcome:
        """A mail of which nobody knows is not sent again after all; what follows it follows."""
        mail = invitation.mails[kind]
        self._record(invitation, contact, kind, mail.having(state="unknown", attempt=2))
        return "unknown"

    def _give_back(
        self, claimed: Invitation, contact: Contact, kind: MailKind, refused: MailRefusedError, now: datetime
    ) -> Outcome:
        if claimed.mails[kind].attempt > 1:
            return self.not_again(claimed, contact, kind)
        for _ in range(ATTEMPTS):
            gate = self.standings.gate(contact.address_hash).without(claimed, kind)
            after = _refused(claimed, kind, refused, now)
            try:
                self.invitations.release(after, gate, day_limit(now, self.programme))
            except ConflictError:
                newer = self.invitations.get(*claimed.reference)
                if newer is None or newer.erased or kind not in newer.mails or newer.mails[kind].state != "sending":
                    return "nothing"
                claimed = newer
            else:
                return "refused"
        raise ConflictError("the address's gate kept changing")

    def _record(self, claimed: Invitation, contact: Contact, kind: MailKind, mail: SentMail) -> None:
        survey, zone = self.programme.survey(claimed.survey), contact.zone(self.programme.zone)
        resend_after = self.programme.sending.resend_unknown_after
        for _ in range(ATTEMPTS):
            try:
                self.invitations.save(claimed.mailed(kind, mail, survey, zone, resend_after))
            except ConflictError:
                # An SES event, or an answer, was there first: what it wrote is kept, what we know is added.
                newer = self.invitations.get(*claimed.reference)
                if newer is None or kind not in newer.mails:
                    return
                heard = newer.mails[kind]
                if heard.state != "sending":
                    mail = heard.having(message_id=heard.message_id or mail.message_id)
                claimed = newer
            else:
                return
        raise ConflictError("the invitation kept changing")

    def settle(self, invitation: Invitation, contact: Contact, kind: MailKind, mail: SentMail) -> Outcome:
        """The step was taken before, and what came of it was never recorded."""
        if mail.state == "sending":
            if self.clock() < mail.at + SETTLE_AFTER:
                return "nothing"  # its sender is still at it
            mail = mail.having(state="unknown", reason="the sender stopped")
        # Else SES has said meanwhile what became of it, but not what comes next.
        self._record(invitation, contact, kind, mail)
        return "unknown" if mail.state == "unknown" else "sent"


def _refused(claimed: Invitation, kind: MailKind, refused: MailRefusedError, now: datetime) -> Invitation:
    if not refused.for_good:
        return claimed.released(kind, now + TRY_AGAIN, refused.stops or "ses_not_ready")
    mail = SentMail(state="failed", at=now, reason=refused.reason)
    failed = claimed.having(mails={**claimed.mails, kind: mail})
    return failed.ended("failed", "mail_refused") if kind == "first" else failed.without_reminder("mail_refused")
