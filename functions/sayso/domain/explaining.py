"""Explains somebody's invitations in sentences to be read aloud: what was sent, what waits, what was not sent."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from zoneinfo import ZoneInfo

from sayso.domain.circumstances import Circumstances, in_words, when
from sayso.domain.contact import Contact
from sayso.domain.invitation import MAIL_KINDS, SETTLE_AFTER, Invitation, MailKind, SentMail
from sayso.domain.planning import KICK_OFF
from sayso.domain.programme import Programme
from sayso.domain.sending import End, Wait
from sayso.domain.time import utc_text

MAIL_NAMES: dict[MailKind, str] = {
    "first": "first mail",
    "reminder": "reminder",
    "reminder_2": "second reminder",
    "reminder_3": "third reminder",
}


@dataclass(frozen=True)
class Fact:
    """One thing that can be said: a code for machines, and the sentence. Moments in UTC.

    `reason` is a code of `sayso.domain.sending.REASONS` or `sayso.domain.gate.SUPPRESSIONS`. `code` names the sentence,
    and `values` is what else it speaks of, so that it can be said in other languages: days as ISO 8601, moments in UTC.
    """

    what: str
    text: str
    reason: str = ""
    at: datetime | None = None
    until: datetime | None = None
    code: str = ""
    values: Mapping[str, str] = field(default_factory=dict)


def title(invitation: Invitation, contact: Contact, programme: Programme) -> str:
    """What an invitation is about."""
    if invitation.ticket_id:
        return f"{invitation.survey} {subject(invitation)}"
    if invitation.touchpoint:
        return f"{invitation.survey} about {subject(invitation)}"
    day = invitation.planned_on or invitation.planned_at.astimezone(contact.zone(programme.zone)).date()
    brought = ", brought forward to" if invitation.occasion == KICK_OFF else " planned for"
    return f"{invitation.survey}{brought} {day}"


def subject(invitation: Invitation) -> str:
    """What happened that an invitation asks about, by the name its source gave it."""
    return invitation.touchpoint or f"{invitation.ticket_id} of {invitation.ticket_source}"


def story(invitation: Invitation, known: Circumstances) -> list[Fact]:
    """What became of an invitation so far, and what happens to it next."""
    zone = known.programme.zone
    facts = [_mail(kind, invitation.mails[kind], known.now, zone) for kind in MAIL_KINDS if kind in invitation.mails]
    if invitation.is_final:
        return [*facts, _ending(invitation)]
    if invitation.survey not in known.programme.surveys:
        text = "The programme no longer has this survey."
        return [*facts, Fact("unknown_survey", text, "unknown_survey", code="unknown_survey")]
    facts += _next_step(invitation, known)
    if invitation.expires_at and invitation.mails:
        facts.append(
            Fact(
                "open",
                f"An answer is taken until {when(invitation.expires_at, zone)}.",
                until=invitation.expires_at,
                code="open",
            )
        )
    return facts


def _mail(kind: MailKind, mail: SentMail, now: datetime, zone: ZoneInfo) -> Fact:
    name, at = MAIL_NAMES[kind], when(mail.at, zone)
    again = " for the second time" if mail.attempt > 1 else ""
    said = {"mail": kind, "again": "yes" if again else "no"}
    if mail.state == "failed":
        text = f"The {name} was refused by SES on {at}: {mail.reason}."
        said["why"] = mail.reason
        return Fact(f"{kind}_failed", text, "mail_refused", mail.at, code="mail_failed", values=said)
    if mail.delivered_at:
        text = f"The {name} went out on {at}{again} and was delivered on {when(mail.delivered_at, zone)}."
        said["delivered"] = utc_text(mail.delivered_at)
        return Fact(f"{kind}_delivered", text, at=mail.at, code="mail_delivered", values=said)
    if mail.state == "sent":
        text = f"The {name} went out on {at}{again}; of its delivery nothing was heard."
        return Fact(f"{kind}_sent", text, at=mail.at, code="mail_sent", values=said)
    if mail.state == "sending" and now < mail.at + SETTLE_AFTER:
        text = f"The {name} is being handed to SES right now."
        return Fact(f"{kind}_sending", text, at=mail.at, code="mail_sending", values=said)
    text = f"The {name} may have gone out on {at}{again}: nobody knows, because {mail.reason or 'the sender stopped'}."
    return Fact(f"{kind}_unknown", text, at=mail.at, code="mail_unknown", values=said)


def _ending(invitation: Invitation) -> Fact:
    reason, state = in_words(invitation.reason), invitation.state
    if state == "answered":
        return Fact("answered", "The person answered.", "answered", code="answered")
    if invitation.asked_at:
        return Fact(state, f"It is over: {reason}.", invitation.reason, code="over")
    verb = {"skipped": "was skipped", "cancelled": "was taken back", "failed": "failed"}.get(state, "expired")
    text = f"It {verb} and nothing was sent: {reason}."
    return Fact(state, text, invitation.reason, code="nothing_sent", values={"state": state})


def _next_step(invitation: Invitation, known: Circumstances) -> list[Fact]:
    kind, due_at, zone = invitation.due_step, invitation.due_at, known.programme.zone
    if kind is None or due_at is None:
        return []
    if kind == "expire":
        if not invitation.reason:
            return []
        text = f"No reminder goes out: {in_words(invitation.reason)}."
        return [Fact("no_reminder", text, invitation.reason, code="no_reminder")]
    name, said = MAIL_NAMES[kind], {"mail": kind}
    if kind in invitation.mails:
        again = known.programme.sending.resend_unknown_after and invitation.mails[kind].state == "unknown"
        text = f"It is {'sent again' if again else 'looked at again'} on {when(due_at, zone)}."
        what = "resend" if again else "settle"
        return [Fact(what, text, at=due_at, code=what)]
    if due_at <= known.now:
        return [_overdue(invitation, kind, due_at, known)]
    verdict = known.verdicts.get(invitation.reference)
    if isinstance(verdict, Wait) and verdict.reason == invitation.reason:
        because, at = known.in_words(verdict.reason), known.waits_until(due_at)
        text = f"The {name} waits, because {because}; whether it still has to is looked at on {at}."
        also = {**said, **known.values_of(verdict.reason)}
        return [Fact("waits", text, verdict.reason, until=due_at, code="waits_looked_at", values=also)]
    because = f", because {in_words(invitation.reason)}" if invitation.reason else ""
    text = f"The {name} waits until {known.waits_until(due_at)}{because}."
    facts = [Fact("waits", text, invitation.reason, until=due_at, code="waits", values=said)]
    if isinstance(verdict, End):
        over = ", and its time is over before that ends" if verdict.reason == "hold" else ""
        text = f"As things are now it will not go out then: {known.in_words(verdict.reason)}{over}."
        also = known.values_of(verdict.reason)
        facts.append(Fact("will_not_go", text, verdict.reason, at=due_at, code="will_not_go", values=also))
    elif isinstance(verdict, Wait):
        text = f"As things are now it will not go out then, but go on waiting: {known.in_words(verdict.reason)}."
        also = known.values_of(verdict.reason)
        facts.append(Fact("will_wait", text, verdict.reason, due_at, verdict.until, code="will_wait", values=also))
    return facts


def _overdue(invitation: Invitation, kind: MailKind, due_at: datetime, known: Circumstances) -> Fact:
    """Why something that is due has not gone out: because of this person, or only because all stands still."""
    since = f"The {MAIL_NAMES[kind]} has been due since {when(due_at, known.programme.zone)}"
    verdict, said = known.verdicts.get(invitation.reference), {"mail": str(kind)}
    if isinstance(verdict, End | Wait):
        said |= known.values_of(verdict.reason)
    if isinstance(verdict, End):
        text = f"{since} and will not go out: {known.in_words(verdict.reason)}."
        return Fact("will_not_go", text, verdict.reason, due_at, code="due_will_not_go", values=said)
    if isinstance(verdict, Wait):
        until = "" if verdict.reason == "hold" else f" at least until {known.waits_until(verdict.until)}"
        text = f"{since} and waits{until}: {known.in_words(verdict.reason)}."
        return Fact("overdue", text, verdict.reason, due_at, verdict.until, code="due_waits", values=said)
    stopped = "paused" if known.standing.pause else known.stopped or ("daily_limit" if known.limit_reached else "")
    if stopped:
        text = f"{since}; it waits only because {in_words(stopped)}."
        return Fact("stopped", text, stopped, due_at, code="due_stopped", values=said)
    return Fact("due", f"{since} and goes out at the next run of its schedule.", at=due_at, code="due", values=said)
