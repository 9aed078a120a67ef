"""Every mail Sayso sends."""

from __future__ import annotations

from sayso.adapters.channel_texts import ChannelTexts
from sayso.adapters.invitation_mails import InvitationMails
from sayso.adapters.monthly_mails import MonthlyMails
from sayso.adapters.review_mails import ReviewMails
from sayso.adapters.staff_mails import StaffMails
from sayso.adapters.weekly_mails import WeeklyMails


class MailWriter(InvitationMails, StaffMails, WeeklyMails, MonthlyMails, ChannelTexts, ReviewMails):
    """Writes one programme's mails, to contacts and to our own people."""
