"""One person, one mail (rule 7): decides whether an invitation's mail goes now, waits, or never goes, and why."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Literal, NamedTuple

from sayso.domain.cadence import opening
from sayso.domain.contact import Contact
from sayso.domain.entity import Entity
from sayso.domain.gate import Gate
from sayso.domain.invitation import Invitation, MailKind, State
from sayso.domain.programme import Programme, Survey
from sayso.domain.time import at_local_time

REASONS: dict[str, str] = {
    "answered": "the person answered",
    "asked_lately": "asked the same about something else not long ago",
    "daily_limit": "the day's limit of mails was reached",
    "do_not_ask": "the contact list says not to ask",
    "erased": "the contact was erased",
    "looked_after_again": "somebody looks after the person again",
    "hold": "the account is on hold",
    "mail_refused": "SES refused the mail",
    "no_answer": "no answer came in time",
    "no_longer_planned": "the dates, the role or the programme changed",
    "open_follow_up": "somebody is still looking after an earlier answer",
    "paused": "sending is paused",
    "relationship_apart": "another relationship mail went out not long ago",
    "relationship_due": "a relationship mail is due within days",
    "reopened": "the ticket was reopened",
    "reviewed": "a review in a meeting stood in for it",
    "send_window": "outside the send window",
    "ses_not_ready": "SES did not take mail at that moment",
    "ses_paused": "SES has paused sending for this account",
    "ses_quota": "the 24-hour quota of SES was used up",
    "ses_refuses": "SES refused one mail after another",
    "ses_unverified": "SES does not know the sender's identity as verified",
    "ses_unwell": "SES failed on one mail after another",
    "suppressed": "the address asked not to be written to, or does not take mail",
    "tagged": "the ticket has a tag that forbids the question",
    "too_close": "another survey mail went to the person not long ago",
    "too_late": "the moment to ask had passed",
    "unknown_survey": "the programme no longer has this survey",
}

_FOLLOW_UP_RECHECK = timedelta(days=1)
HOLD_RECHECK = timedelta(days=1)  # so that a hold that is taken back early does not linger on
_PAUSE_RECHECK = timedelta(hours=1)


class Pause(Entity):
    """Everything stands still since `at` (UTC), because `by` said so."""

    at: datetime
    by: str
    reason: str


class Hold(Entity):
    """An account is not asked until `until` (UTC)."""

    until: datetime
    reason: str
    by: str
    at: datetime


class StandingChange(Entity):
    """Something somebody did to whom may be written to; never overwritten. `at` in UTC."""

    at: datetime
    by: str
    what: Literal["paused", "resumed", "held", "released", "kicked_off"]
    reason: str = ""
    account_id: str = ""
    until: datetime | None = None


@dataclass(frozen=True)
class Standing:
    """What speaks against writing to somebody right now, beside their address's gate."""

    pause: Pause | None = None
    hold: Hold | None = None
    open_follow_up: bool = False


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
    siblings: Sequence[Invitation],
    now: datetime,
    sent_today: int = 0,
) -> Decision:
    """Whether a due mail goes out at `now` (UTC, the real clock).

    Parameters
    ----------
    siblings : sequence of Invitation
        Other invitations to the same address: a mail about an event gives way to a relationship mail that is
        nearly due. Not needed for a survey about the relationship.
    sent_today : int
        Mails that went out on this day of the company; only needed where the programme limits them.
    """
    survey = programme.survey(invitation.survey)
    last_moment = last_moment_of(invitation, mail)
    if now >= last_moment:
        return _too_late(invitation, survey, mail)
    if contact.do_not_ask:
        return End("cancelled", "do_not_ask")
    if gate.is_closed:
        return End("skipped", "suppressed")
    decision = (
        not_now(standing, now)
        or _distance(invitation, mail, survey, programme, gate, siblings, now)
        or limit_reached(programme, sent_today, now)
    )
    if isinstance(decision, End):
        return decision
    opens_at = opening(decision.until if decision else now, contact, programme)
    if decision is None and opens_at <= now:
        return Send()
    reason = decision.reason if decision else "send_window"
    if opens_at >= last_moment:
        return End("expired" if mail != "first" else "skipped", reason)
    if reason == "hold":
        opens_at = min(opens_at, opening(now + HOLD_RECHECK, contact, programme))
    return Wait(opens_at, reason)


def last_moment_of(invitation: Invitation, mail: MailKind) -> datetime:
    """When it is too late for a mail (UTC)."""
    return invitation.send_before if mail == "first" else invitation.expires_at or invitation.send_before


def _too_late(invitation: Invitation, survey: Survey, mail: MailKind) -> End:
    if mail != "first":
        return End("expired", "no_answer")
    state: State = "skipped" if survey.kind == "event" else "expired"
    # The window alone keeps nobody waiting for that long: something else did, and has not said so.
    reason = "" if invitation.reason == "send_window" else invitation.reason
    return End(state, reason or "too_late")


def not_now(standing: Standing, now: datetime) -> Wait | None:
    """Why nobody is written to at the moment who is not excluded for good."""
    if standing.pause:
        return Wait(now + _PAUSE_RECHECK, "paused")
    if standing.hold and standing.hold.until > now:
        return Wait(standing.hold.until, "hold")
    if standing.open_follow_up:
        return Wait(now + _FOLLOW_UP_RECHECK, "open_follow_up")
    return None


class DayLimit(NamedTuple):
    """A day of the company (ISO 8601) and the most mails that may go out on it; None where there is no limit."""

    day: str
    most: int | None


def day_limit(now: datetime, programme: Programme) -> DayLimit:
    """The limit of the day that a moment (UTC) falls on."""
    return DayLimit(now.astimezone(programme.zone).date().isoformat(), programme.sending.daily_limit)


def limit_reached(programme: Programme, sent_today: int, now: datetime) -> Wait | None:
    """The wait until tomorrow, where the day's mails are used up."""
    limit = programme.sending.daily_limit
    if limit is None or sent_today < limit:
        return None
    tomorrow = now.astimezone(programme.zone).date() + timedelta(days=1)
    return Wait(at_local_time(tomorrow, time(0), programme.zone), "daily_limit")


def _distance(
    invitation: Invitation,
    mail: MailKind,
    survey: Survey,
    programme: Programme,
    gate: Gate,
    siblings: Sequence[Invitation],
    now: datetime,
) -> Wait | End | None:
    if survey.kind == "event":
        return _event_distance(invitation, mail, survey, programme, gate, siblings, now)
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


def _event_distance(
    invitation: Invitation,
    mail: MailKind,
    survey: Survey,
    programme: Programme,
    gate: Gate,
    siblings: Sequence[Invitation],
    now: datetime,
) -> Wait | End | None:
    distances = programme.distances
    same, any_mail = gate.last_of_survey(invitation.survey, invitation), gate.last(None, invitation)
    if mail == "first" and same and now < same + survey.once_in:
        return End("skipped", "asked_lately")
    if any_mail and now < any_mail + distances.ticket_after_any:
        if survey.event == "recheck":  # a ticket is soon forgotten; how somebody is today can be asked a little later
            return Wait(any_mail + distances.ticket_after_any, "too_close")
        return End("skipped", "too_close")
    if mail != "first":
        return None
    for sibling in siblings:
        if (
            not sibling.asked_by_event
            and sibling.due_at is not None
            and sibling.next_mail
            and sibling.due_at < now + distances.ticket_before_relationship
        ):
            return End("skipped", "relationship_due")
    return None
