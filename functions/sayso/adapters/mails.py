"""Every mail Sayso sends."""

from __future__ import annotations

from sayso.adapters.invitation_mails import InvitationMails
from sayso.adapters.staff_mails import StaffMails


class MailWriter(InvitationMails, StaffMails):
    """Writes one programme's mails, to contacts and to our own people."""
