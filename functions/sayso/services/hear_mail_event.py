"""Hears from SES what became of a mail: delivered, refused, bounced, complained about."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from sayso.domain.errors import ConflictError
from sayso.domain.invitation import Invitation, MailKind, SentMail
from sayso.domain.programme import Programme
from sayso.ports import Clock, Contacts, Invitations, Standings
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
        self, reference: tuple[str, str, str], kind: MailKind, fate: MailFate, at: datetime, *, for_good: bool = False
    ) -> bool:
        """Record the fate of one mail; a permanent bounce and a complaint also suppress the address.

        Returns False when there is no such mail (any more).
        """
        contact = self.contacts.get(reference[0])
        if contact and (fate == "complained" or (fate == "bounced" and for_good)):
            self.standings.suppress(contact.address_hash, fate, self.clock())
        for attempt in range(1, ATTEMPTS + 1):
            invitation = self.invitations.get(*reference)
            if invitation is None or kind not in invitation.mails:
                return False
            changed = _after(invitation, kind, fate, at, for_good=for_good)
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


def _after(invitation: Invitation, kind: MailKind, fate: MailFate, at: datetime, *, for_good: bool) -> Invitation:
    mail = invitation.mails[kind]
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
