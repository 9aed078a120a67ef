"""Plays forward what waits for an address, so that what is said of a later mail knows which mails go before it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from sayso.domain.contact import Contact
from sayso.domain.gate import Gate, GateMail
from sayso.domain.invitation import Invitation
from sayso.domain.programme import Programme
from sayso.domain.sending import Decision, Send, Standing, Wait, decide

Reference = tuple[str, str, str]

_SOON = timedelta(days=30)
_STEPS = 1_000  # more decisions than anybody's waiting mails need; it only keeps a mistake from running for ever


def project(
    invitations: Iterable[Invitation],
    contact: Contact,
    programme: Programme,
    gate: Gate,
    standing: Standing,
    now: datetime,
) -> dict[Reference, Decision]:
    """What the sender would decide on each mail that waits, when its turn comes (UTC), by invitation.

    A mail that goes is in the gate for those after it, and one that ended stands in nobody's way. A reminder that
    only a mail still to be sent would bring is not assumed: an answer cancels it. A pause is left aside for what is
    due already, so that it is told apart from what the person is the reason of.

    Parameters
    ----------
    invitations : iterable of Invitation
        Of everybody at the contact's address.
    """
    pending = {one.reference: one for one in invitations if one.next_mail and one.survey in programme.surveys}
    found: dict[Reference, Decision] = {}
    for _ in range(_STEPS):
        if not pending:
            break
        one = min(pending.values(), key=lambda waiting: _turn(waiting, now))
        others = [other for other in pending.values() if other is not one]
        del pending[one.reference]
        mail = one.next_mail
        if mail is None or one.due_at is None or mail in one.mails:
            continue
        at = max(one.due_at, now)
        mine = one.contact_id == contact.contact_id
        speaks = _standing(standing, one.due_at, now) if mine else Standing()
        decision = decide(one, mail, contact, programme, gate, speaks, others, at)
        found.setdefault(one.reference, decision)
        if isinstance(decision, Send):
            gate = gate.passed_by(GateMail.of(one, mail, programme.survey(one.survey).kind, at))
        elif isinstance(decision, Wait) and decision.reason not in ("paused", "open_follow_up"):
            # Of those two nobody knows the end: what waits for them is not supposed to go on any day.
            held = decision.reason == "hold" and speaks.hold is not None
            until = max(decision.until, speaks.hold.until) if held and speaks.hold else decision.until
            pending[one.reference] = one.waiting_until(until, decision.reason)
    return found


def _turn(invitation: Invitation, now: datetime) -> tuple[datetime, bool, datetime]:
    return max(invitation.due_at or now, now), invitation.asked_by_event, invitation.planned_at


def _standing(standing: Standing, due_at: datetime, now: datetime) -> Standing:
    """A pause or an open follow-up of today says nothing about next year; a hold says until when."""
    if due_at <= now:
        return Standing(hold=standing.hold, open_follow_up=standing.open_follow_up)
    return standing if due_at < now + _SOON else Standing(hold=standing.hold)
