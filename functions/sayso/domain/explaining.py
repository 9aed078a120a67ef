"""Explains somebody's invitations in sentences to be read aloud: what was sent, what waits, what was not sent."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from sayso.domain.contact import Contact
from sayso.domain.follow_up import FollowUp
from sayso.domain.gate import SUPPRESSIONS, Gate
from sayso.domain.invitation import MAIL_KINDS, SETTLE_AFTER, Invitation, MailKind, SentMail
from sayso.domain.planning import KICK_OFF
from sayso.domain.programme import Programme
from sayso.domain.sending import REASONS, Decision, End, Standing, Wait, decide

MAIL_NAMES: dict[MailKind, str] = {
    "first": "first mail",
    "reminder": "reminder",
    "reminder_2": "second reminder",
    "reminder_3": "third reminder",
}


_SOON = timedelta(days=30)


@dataclass(frozen=True)
class Fact:
    """One thing that can be said: a code for machines, and the sentence. Moments in UTC.

    `reason` is a code of `sayso.domain.sending.REASONS` or `sayso.domain.gate.SUPPRESSIONS`.
    """

    what: str
    text: str
    reason: str = ""
    at: datetime | None = None
    until: datetime | None = None


@dataclass(frozen=True)
class Circumstances:
    """All that was read of one contact, and how sending stands at `now` (UTC).

    `siblings` are the invitations of everybody at the address. `stopped` says why SES takes no mail (a code, empty
    when it does), `sent_today` how many mails went out on this day of the company, where it is limited.
    """

    contact: Contact
    invitations: Sequence[Invitation]
    siblings: Sequence[Invitation]
    gate: Gate
    standing: Standing
    follow_up: FollowUp | None
    stopped: str
    sent_today: int
    programme: Programme
    now: datetime

    @property
    def limit_reached(self) -> bool:
        """Whether the day's limit of mails is used up."""
        limit = self.programme.sending.daily_limit
        return limit is not None and self.sent_today >= limit

    def verdict(self, invitation: Invitation, kind: MailKind, at: datetime, standing: Standing) -> Decision:
        """What the sender would decide at a moment, the day's limit left aside."""
        others = [one for one in self.siblings if one.reference != invitation.reference]
        return decide(invitation, kind, self.contact, self.programme, self.gate, standing, others, at)


def when(moment: datetime, zone: ZoneInfo) -> str:
    """A moment as it is read aloud: to the minute, in the company's time zone."""
    return moment.astimezone(zone).strftime("%Y-%m-%d %H:%M")


def in_words(reason: str) -> str:
    """A reason's code in words."""
    return REASONS.get(reason) or SUPPRESSIONS.get(reason) or reason


def title(invitation: Invitation, contact: Contact, programme: Programme) -> str:
    """What an invitation is about."""
    if invitation.ticket_id:
        return f"{invitation.survey} {invitation.ticket_id} of {invitation.ticket_source}"
    if invitation.touchpoint:
        return f"{invitation.survey} about {invitation.touchpoint}"
    day = invitation.planned_on or invitation.planned_at.astimezone(contact.zone(programme.zone)).date()
    brought = ", brought forward to" if invitation.occasion == KICK_OFF else " planned for"
    return f"{invitation.survey}{brought} {day}"


def story(invitation: Invitation, known: Circumstances) -> list[Fact]:
    """What became of an invitation so far, and what happens to it next."""
    zone = known.programme.zone
    facts = [_mail(kind, invitation.mails[kind], known.now, zone) for kind in MAIL_KINDS if kind in invitation.mails]
    if invitation.is_final:
        return [*facts, _ending(invitation)]
    if invitation.survey not in known.programme.surveys:
        return [*facts, Fact("unknown_survey", "The programme no longer has this survey.", "unknown_survey")]
    facts += _next_step(invitation, known)
    if invitation.expires_at and invitation.mails:
        facts.append(
            Fact("open", f"An answer is taken until {when(invitation.expires_at, zone)}.", until=invitation.expires_at)
        )
    return facts


def _mail(kind: MailKind, mail: SentMail, now: datetime, zone: ZoneInfo) -> Fact:
    name, at = MAIL_NAMES[kind], when(mail.at, zone)
    again = " for the second time" if mail.attempt > 1 else ""
    if mail.state == "failed":
        return Fact(f"{kind}_failed", f"The {name} was refused by SES on {at}: {mail.reason}.", "mail_refused", mail.at)
    if mail.delivered_at:
        text = f"The {name} went out on {at}{again} and was delivered on {when(mail.delivered_at, zone)}."
        return Fact(f"{kind}_delivered", text, at=mail.at)
    if mail.state == "sent":
        return Fact(
            f"{kind}_sent", f"The {name} went out on {at}{again}; of its delivery nothing was heard.", at=mail.at
        )
    if mail.state == "sending" and now < mail.at + SETTLE_AFTER:
        return Fact(f"{kind}_sending", f"The {name} is being handed to SES right now.", at=mail.at)
    text = f"The {name} may have gone out on {at}{again}: nobody knows, because {mail.reason or 'the sender stopped'}."
    return Fact(f"{kind}_unknown", text, at=mail.at)


def _ending(invitation: Invitation) -> Fact:
    reason = in_words(invitation.reason)
    if invitation.state == "answered":
        return Fact("answered", "The person answered.", "answered")
    if invitation.asked_at:
        return Fact(invitation.state, f"It is over: {reason}.", invitation.reason)
    verb = {"skipped": "was skipped", "cancelled": "was taken back", "failed": "failed"}.get(
        invitation.state, "expired"
    )
    return Fact(invitation.state, f"It {verb} and nothing was sent: {reason}.", invitation.reason)


def _next_step(invitation: Invitation, known: Circumstances) -> list[Fact]:
    kind, due_at, zone = invitation.due_step, invitation.due_at, known.programme.zone
    if kind is None or due_at is None:
        return []
    if kind == "expire":
        if not invitation.reason:
            return []
        return [Fact("no_reminder", f"No reminder goes out: {in_words(invitation.reason)}.", invitation.reason)]
    name = MAIL_NAMES[kind]
    if kind in invitation.mails:
        again = known.programme.sending.resend_unknown_after and invitation.mails[kind].state == "unknown"
        text = f"It is {'sent again' if again else 'looked at again'} on {when(due_at, zone)}."
        return [Fact("resend" if again else "settle", text, at=due_at)]
    if due_at <= known.now:
        return [_overdue(invitation, kind, due_at, known)]
    because = f", because {in_words(invitation.reason)}" if invitation.reason else ""
    facts = [Fact("waits", f"The {name} waits until {when(due_at, zone)}{because}.", invitation.reason, until=due_at)]
    # A pause or an open follow-up of today says nothing about next year; a hold says until when.
    soon = due_at < known.now + _SOON
    verdict = known.verdict(invitation, kind, due_at, known.standing if soon else Standing(hold=known.standing.hold))
    if isinstance(verdict, End):
        text = f"As things are now it will not go out then: {in_words(verdict.reason)}."
        facts.append(Fact("will_not_go", text, verdict.reason, at=due_at))
    elif isinstance(verdict, Wait):
        text = f"As things are now it will go on waiting then: {in_words(verdict.reason)}."
        facts.append(Fact("will_wait", text, verdict.reason, at=due_at, until=verdict.until))
    return facts


def _overdue(invitation: Invitation, kind: MailKind, due_at: datetime, known: Circumstances) -> Fact:
    """Why something that is due has not gone out: because of this person, or only because all stands still."""
    zone = known.programme.zone
    since = f"The {MAIL_NAMES[kind]} has been due since {when(due_at, zone)}"
    alone = Standing(hold=known.standing.hold, open_follow_up=known.standing.open_follow_up)
    verdict = known.verdict(invitation, kind, known.now, alone)
    if isinstance(verdict, End):
        return Fact("will_not_go", f"{since} and will not go out: {in_words(verdict.reason)}.", verdict.reason, due_at)
    if isinstance(verdict, Wait):
        text = f"{since} and waits at least until {when(verdict.until, zone)}: {in_words(verdict.reason)}."
        return Fact("overdue", text, verdict.reason, due_at, verdict.until)
    stopped = "paused" if known.standing.pause else known.stopped or ("daily_limit" if known.limit_reached else "")
    if stopped:
        return Fact("stopped", f"{since}; it waits only because {in_words(stopped)}.", stopped, due_at)
    return Fact("due", f"{since} and goes out at the next run of its schedule.", at=due_at)
