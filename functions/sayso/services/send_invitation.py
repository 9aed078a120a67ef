"""Takes one step of an invitation: a mail that goes out once, a wait with its reason, or the end."""

from __future__ import annotations

import base64
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from sayso.domain.contact import Contact
from sayso.domain.errors import ConflictError
from sayso.domain.invitation import Invitation, MailKind, SentMail, Snapshot
from sayso.domain.mail import Mail
from sayso.domain.programme import Programme
from sayso.domain.sending import End, GateMail, Wait, decide
from sayso.ports import (
    Clock,
    Contacts,
    Invitations,
    InvitationWriter,
    Links,
    Mailer,
    MailRefusedError,
    MailUnknownError,
    Standings,
    StepMessage,
)
from sayso.services.plan_invitations import ATTEMPTS

Outcome = Literal["sent", "unknown", "refused", "waiting", "ended", "nothing"]
_TRY_AGAIN = timedelta(minutes=15)
# A link outlives the time to answer a little, so that whoever comes late reads "expired" and not "forged".
_LINK_GRACE = timedelta(days=60)


@dataclass(frozen=True)
class SendInvitation:
    """See the module.

    The order is what makes it once: decide, write the mail, claim it in one transaction, hand it to SES, record
    the outcome. Whoever dies in between leaves the mail `sending`, and the `settle` step turns that into
    `unknown`: it may have been sent, so it is not sent again.
    """

    contacts: Contacts
    invitations: Invitations
    standings: Standings
    writer: InvitationWriter
    links: Links
    mailer: Mailer
    programme: Programme
    clock: Clock

    def take(self, message: StepMessage) -> Outcome:
        """Take the step, unless it was taken or replaced since it was dispatched."""
        for attempt in range(1, ATTEMPTS + 1):
            invitation = self.invitations.get(message.contact_id, message.survey, message.occasion)
            if invitation is None or (invitation.due_step, invitation.due_at) != (message.step, message.due_at):
                return "nothing"
            try:
                return self._take(invitation)
            except ConflictError:
                if attempt == ATTEMPTS:
                    raise
        return "nothing"

    def _take(self, invitation: Invitation) -> Outcome:
        contact = self.contacts.get(invitation.contact_id)
        if contact is None:
            self.invitations.save(invitation.ended("cancelled", "erased"))
            return "ended"
        if invitation.survey not in self.programme.surveys:
            self.invitations.save(invitation.ended("cancelled", "unknown_survey"))
            return "ended"
        if invitation.due_step == "expire":
            self.invitations.save(invitation.ended("expired", "no_answer"))
            return "ended"
        if invitation.due_step == "settle":
            return self._settle(invitation, contact)
        return self._mail(invitation, contact, "reminder" if invitation.due_step == "reminder" else "first")

    def _settle(self, invitation: Invitation, contact: Contact) -> Outcome:
        kind, mail = max(invitation.mails.items(), key=lambda one: one[1].at)
        if mail.state == "sending":
            mail = mail.having(state="unknown", reason="the sender stopped")
        # Else SES has said meanwhile what became of it, but not what comes next.
        self._record(invitation, contact, kind, mail)
        return "unknown" if mail.state == "unknown" else "sent"

    def _mail(self, invitation: Invitation, contact: Contact, kind: MailKind) -> Outcome:
        now = self.clock()
        gate = self.standings.gate(contact.address_hash)
        siblings = [
            other
            for other in self.invitations.of_contact(contact.contact_id)
            if other.reference != invitation.reference
        ]
        decision = decide(
            invitation, kind, contact, self.programme, gate, self.standings.standing(contact), siblings, now
        )
        if isinstance(decision, End):
            if kind == "reminder" and decision.reason != "no_answer":
                self.invitations.save(invitation.without_reminder(decision.reason))
                return "waiting"
            self.invitations.save(invitation.ended(decision.state, decision.reason))
            return "ended"
        if isinstance(decision, Wait):
            self.invitations.save(invitation.waiting_until(decision.until, decision.reason))
            return "waiting"
        mail = self._write(invitation, contact, kind, now)
        passing = GateMail(
            at=now,
            kind=self.programme.survey(invitation.survey).kind,
            contact_id=contact.contact_id,
            survey=invitation.survey,
            occasion=invitation.occasion,
            mail=kind,
        )
        claimed = self.invitations.claim(invitation.claimed(kind, now, self._snapshot(contact)), contact, gate, passing)
        return self._hand_over(claimed, contact, kind, mail, now)

    def _hand_over(self, claimed: Invitation, contact: Contact, kind: MailKind, mail: Mail, now: datetime) -> Outcome:
        try:
            message_id = self.mailer.send(mail)
        except MailRefusedError as refused:
            return self._give_back(claimed, contact, kind, refused, now)
        except MailUnknownError as unknown:
            self._record(claimed, contact, kind, SentMail(state="unknown", at=now, reason=str(unknown)))
            return "unknown"
        self._record(claimed, contact, kind, SentMail(state="sent", at=now, message_id=message_id))
        return "sent"

    def _give_back(
        self, claimed: Invitation, contact: Contact, kind: MailKind, refused: MailRefusedError, now: datetime
    ) -> Outcome:
        for _ in range(ATTEMPTS):
            gate = self.standings.gate(contact.address_hash).without(claimed, kind)
            try:
                after = _refused(claimed, kind, refused, now)
                self.invitations.release(after, gate)
            except ConflictError:
                newer = self.invitations.get(*claimed.reference)
                if newer is None or kind not in newer.mails or newer.mails[kind].state != "sending":
                    return "nothing"
                claimed = newer
            else:
                return "refused"
        raise ConflictError("the address's gate kept changing")

    def _record(self, claimed: Invitation, contact: Contact, kind: MailKind, mail: SentMail) -> None:
        survey, zone = self.programme.survey(claimed.survey), contact.zone(self.programme.zone)
        for _ in range(ATTEMPTS):
            try:
                self.invitations.save(claimed.mailed(kind, mail, survey, zone))
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

    def _snapshot(self, contact: Contact) -> Snapshot:
        return Snapshot(
            account_id=contact.account_id,
            owner_id=contact.owner_id,
            language=self.programme.language_for(contact.locale),
            segments=contact.segments,
        )

    def _write(self, invitation: Invitation, contact: Contact, kind: MailKind, now: datetime) -> Mail:
        language = self.programme.language_for(contact.locale)
        expires_at = (invitation.expires_at or now) + _LINK_GRACE
        return self.writer.invitation(
            survey=invitation.survey,
            step=kind,
            language=language,
            recipient_name=contact.name or "",
            recipient_email=contact.email,
            score_links=[self.links.survey(invitation, language, score, expires_at) for score in range(11)],
            unsubscribe_page=self.links.unsubscribe_page(contact.address_hash, language),
            unsubscribe_one_click=self.links.unsubscribe_one_click(contact.address_hash, language),
            ticket=invitation.ticket_id,
            tags=mail_tags(invitation, kind),
        )


def _refused(claimed: Invitation, kind: MailKind, refused: MailRefusedError, now: datetime) -> Invitation:
    if not refused.for_good:
        return claimed.released(kind, now + _TRY_AGAIN, "ses_not_ready")
    mail = SentMail(state="failed", at=now, reason=refused.reason)
    failed = claimed.having(mails={**claimed.mails, kind: mail})
    return failed.without_reminder("mail_refused") if kind == "reminder" else failed.ended("failed", "mail_refused")


def mail_tags(invitation: Invitation, kind: MailKind) -> dict[str, str]:
    """The tags by which an SES event finds its mail; values may only hold letters, digits, - and _."""
    occasion = base64.urlsafe_b64encode(invitation.occasion.encode()).decode().rstrip("=")
    return {"contact": invitation.contact_id, "survey": invitation.survey, "occasion": occasion, "mail": kind}


def read_mail_tags(tags: dict[str, str]) -> tuple[str, str, str, str]:
    """Contact, survey, occasion and mail kind of a mail's tags; raises KeyError when they are not ours."""
    occasion = base64.urlsafe_b64decode(tags["occasion"] + "=" * (-len(tags["occasion"]) % 4)).decode()
    return tags["contact"], tags["survey"], occasion, tags["mail"]
