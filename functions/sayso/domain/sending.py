"""One person, one mail (rule 7): decides whether an invitation's mail goes now, waits, or never goes, and why."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from sayso.domain.cadence import opening
from sayso.domain.contact import Contact
from sayso.domain.entity import Entity, Revised
from sayso.domain.invitation import Invitation, MailKind, State
from sayso.domain.programme import Kind, Programme, Survey

REASONS: dict[str, str] = {
    "answered": "the person answered",
    "asked_lately": "asked about another ticket not long ago",
    "do_not_ask": "the contact list says not to ask",
    "erased": "the contact was erased",
    "hold": "the account is on hold",
    "mail_refused": "SES refused the mail",
    "no_answer": "no answer came in time",
    "no_longer_planned": "the dates, the role or the programme changed",
    "open_follow_up": "somebody is still looking after an earlier answer",
    "paused": "sending is paused",
    "relationship_apart": "another relationship mail went out not long ago",
    "relationship_due": "a relationship mail is due within days",
    "reopened": "the ticket was reopened",
    "send_window": "outside the send window",
    "ses_not_ready": "SES did not take mail at that moment",
    "suppressed": "the address asked not to be written to, or does not take mail",
    "too_close": "another survey mail went to the person not long ago",
    "too_late": "the moment to ask had passed",
    "unknown_survey": "the programme no longer has this survey",
}

UNSUBSCRIBED = "unsubscribed"  # the one reason to suppress that its person may take back
_FOLLOW_UP_RECHECK = timedelta(days=1)
_PAUSE_RECHECK = timedelta(hours=1)
_REMEMBERED = 20


class GateMail(Entity):
    """A mail that passed an address's gate (UTC)."""

    at: datetime
    kind: Kind
    contact_id: str
    survey: str
    occasion: str
    mail: MailKind


class Gate(Revised):
    """The mails that last went to one address: what the distances of rule 7 are measured from."""

    address_hash: str
    mails: tuple[GateMail, ...] = ()

    def passed_by(self, mail: GateMail) -> Gate:
        """The gate after one more mail."""
        return self.having(mails=(*self.mails, mail)[-_REMEMBERED:])

    def without(self, invitation: Invitation, kind: MailKind) -> Gate:
        """The gate as if that mail had never been claimed, because SES certainly did not take it."""
        kept = tuple(
            mail
            for mail in self.mails
            if (mail.contact_id, mail.survey, mail.occasion, mail.mail) != (*invitation.reference, kind)
        )
        return self.having(mails=kept)

    def last(self, kind: Kind | None, invitation: Invitation) -> datetime | None:
        """When the last mail (of a kind) of another invitation went out."""
        return max(
            (
                mail.at
                for mail in self.mails
                if kind in (None, mail.kind) and (mail.contact_id, mail.survey, mail.occasion) != invitation.reference
            ),
            default=None,
        )


@dataclass(frozen=True)
class Standing:
    """What speaks against writing to somebody right now."""

    paused: bool = False
    suppressed: bool = False
    open_follow_up: bool = False
    hold_until: datetime | None = None


@dataclass(frozen=True)
class Send:
    """Nothing speaks against it."""


@dataclass(frozen=True)
class Wait:
    """Not before `until` (UTC)."""

    until: datetime
    reason: str


@dataclass(frozen=True)
class End:
    """Never: the invitation ends in `state`."""

    state: State
    reason: str


Decision = Send | Wait | End


def decide(
    invitation: Invitation,
    mail: MailKind,
    contact: Contact,
    programme: Programme,
    gate: Gate,
    standing: Standing,
    siblings: list[Invitation],
    now: datetime,
) -> Decision:
    """Whether a due mail goes out at `now` (UTC, the real clock).

    Parameters
    ----------
    siblings : list of Invitation
        The contact's other invitations: a ticket mail gives way to a relationship mail that is nearly due.
    """
    survey = programme.survey(invitation.survey)
    last_moment = invitation.send_before if mail == "first" else invitation.expires_at or invitation.send_before
    if now >= last_moment:
        return _too_late(invitation, survey, mail)
    if contact.do_not_ask:
        return End("cancelled", "do_not_ask")
    if standing.suppressed:
        return End("skipped", "suppressed")
    decision = _not_now(standing, now) or _distance(invitation, mail, survey, programme, gate, siblings, now)
    if isinstance(decision, End):
        return decision
    opens_at = opening(decision.until if decision else now, contact, programme)
    if decision is None and opens_at <= now:
        return Send()
    reason = decision.reason if decision else "send_window"
    if opens_at >= last_moment:
        return End("expired" if mail == "reminder" else "skipped", reason)
    return Wait(opens_at, reason)


def _too_late(invitation: Invitation, survey: Survey, mail: MailKind) -> End:
    if mail == "reminder":
        return End("expired", "no_answer")
    state: State = "skipped" if survey.kind == "ticket" else "expired"
    return End(state, invitation.reason or "too_late")


def _not_now(standing: Standing, now: datetime) -> Wait | None:
    if standing.paused:
        return Wait(now + _PAUSE_RECHECK, "paused")
    if standing.hold_until and standing.hold_until > now:
        return Wait(standing.hold_until, "hold")
    if standing.open_follow_up:
        return Wait(now + _FOLLOW_UP_RECHECK, "open_follow_up")
    return None


def _distance(
    invitation: Invitation,
    mail: MailKind,
    survey: Survey,
    programme: Programme,
    gate: Gate,
    siblings: list[Invitation],
    now: datetime,
) -> Wait | End | None:
    if survey.kind == "ticket":
        return None if mail == "reminder" else _ticket_distance(invitation, survey, programme, gate, siblings, now)
    distances = programme.distances
    relationship, any_mail = gate.last("relationship", invitation), gate.last(None, invitation)
    if relationship and now < relationship + distances.relationship_apart:
        return Wait(relationship + distances.relationship_apart, "relationship_apart")
    if any_mail:
        # Never longer than that behind its own day, however many ticket mails come in between.
        until = min(any_mail, invitation.planned_at) + distances.relationship_waits_at_most
        if now < until:
            return Wait(until, "too_close")
    return None


def _ticket_distance(
    invitation: Invitation,
    survey: Survey,
    programme: Programme,
    gate: Gate,
    siblings: list[Invitation],
    now: datetime,
) -> End | None:
    distances = programme.distances
    ticket, any_mail = gate.last("ticket", invitation), gate.last(None, invitation)
    if ticket and now < ticket + survey.once_in:
        return End("skipped", "asked_lately")
    if any_mail and now < any_mail + distances.ticket_after_any:
        return End("skipped", "too_close")
    for sibling in siblings:
        if (
            sibling.ticket_id is None
            and sibling.due_at is not None
            and sibling.due_step in ("first", "reminder")
            and sibling.due_at < now + distances.ticket_before_relationship
        ):
            return End("skipped", "relationship_due")
    return None
