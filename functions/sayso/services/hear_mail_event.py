"""Hears from SES what became of a mail: delivered, refused, bounced, complained about."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from sayso.domain.errors import ConflictError
from sayso.domain.gate import Gate
from sayso.domain.invitation import Invitation, MailKind, SentMail
from sayso.domain.programme import Programme
from sayso.ports import Clock, Contacts, Invitations, Standings
from sayso.services.close_the_gate import close_the_gate, count_bounce
from sayso.services.plan_invitations import ATTEMPTS

MailFate = Literal["sent", "delivered", "bounced", "complained", "rejected", "delayed"]


@dataclass(frozen=True)
class HearMailEvent:
    """See the module. The same event twice is the same as once."""

    contacts: Contacts
    invitations: Invitations
    standings: Standings
    programme: Programme
    clock: Clock

    def hear(
        self,
        reference: tuple[str, str, str],
        kind: MailKind,
        fate: MailFate,
        at: datetime,
        *,
        for_good: bool = False,
        message_id: str | None = None,
    ) -> bool:
        """Record the fate of one mail. A permanent bounce and a complaint suppress the address at once, transient
        bounces when there are as many as the programme says without a delivery in between.

        Returns False when there is no such mail (any more).
        """
        if fate in ("bounced", "complained"):
            self._close_the_gate(reference, kind, fate, at, for_good=for_good)
        for attempt in range(1, ATTEMPTS + 1):
            invitation = self.invitations.get(*reference)
            if invitation is None or invitation.erased or kind not in invitation.mails:
                return False
            changed = _after(invitation, kind, fate, at, message_id, for_good=for_good)
            if changed == invitation:
                return True
            try:
                self.invitations.save(changed)
            except ConflictError:
                if attempt == ATTEMPTS:
                    raise
            else:
                return True
        return False

    def _close_the_gate(
        self, reference: tuple[str, str, str], kind: MailKind, fate: MailFate, at: datetime, *, for_good: bool
    ) -> None:
        contact = self.contacts.get(reference[0])
        if contact is None:
            return

        def went_there(gate: Gate) -> bool:
            return gate.let_through(reference, kind)

        if fate == "complained" or for_good:
            close_the_gate(self.standings, contact, fate, at, went_there)
            return
        mails = [mail for one in self.invitations.of_contact(contact.contact_id) for mail in one.mails.values()]
        delivered_at = max((mail.delivered_at for mail in mails if mail.delivered_at), default=None)
        limit = self.programme.sending.transient_bounces
        count_bounce(self.standings, contact, at, delivered_at, limit, went_there)


def _after(
    invitation: Invitation, kind: MailKind, fate: MailFate, at: datetime, message_id: str | None, *, for_good: bool
) -> Invitation:
    mail = invitation.mails[kind]
    mail = mail.having(message_id=mail.message_id or message_id)
    if fate == "delivered":
        mail = mail.having(state="sent", delivered_at=mail.delivered_at or at)
    elif fate == "rejected" or (fate == "bounced" and for_good):
        mail = mail.having(state="failed" if fate == "rejected" else "sent", reason=fate)
    elif mail.state in ("sending", "unknown"):
        mail = mail.having(state="sent")
    changed = invitation.having(mails={**invitation.mails, kind: SentMail.model_validate(mail)})
    gone = fate in ("rejected", "complained") or (fate == "bounced" and for_good)
    if gone and not invitation.is_final:
        if fate == "rejected":  # the mail's fault and not the address's: nothing is suppressed
            return changed.ended("failed", "mail_refused")
        return changed.ended("skipped" if fate == "complained" else "failed", "suppressed")
    return changed
