"""What is to be written so that what waits for a contact agrees with the contact, the events and the programme."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date, datetime
from hashlib import sha256

from sayso.domain.cadence import Occasion, occasions, opening
from sayso.domain.contact import Contact
from sayso.domain.invitation import Invitation
from sayso.domain.programme import Programme
from sayso.domain.time import at_local_time

KICK_OFF = "kick-off"
"""The occasion of an invitation that was brought forward once."""
# Raise it when the arithmetic of cadence.py or of this file changes: everybody is planned again then.
_ARITHMETIC = 1
_RHYTHM = {"after", "every", "rotating", "event", "quiet_time", "within"}


def rhythm_of(programme: Programme) -> str:
    """A fingerprint of all that decides when somebody is asked: when it changes, everybody has to be planned again."""
    window = programme.send_window
    matters = {
        "arithmetic": _ARITHMETIC,
        "zone": programme.company.timezone,
        "window": [sorted(window.weekdays), window.opens.isoformat(), window.closes.isoformat()],
        "surveys": {name: rules.model_dump(mode="json", include=_RHYTHM) for name, rules in programme.surveys.items()},
    }
    return sha256(json.dumps(matters, sort_keys=True).encode()).hexdigest()[:32]


def plan(
    contact: Contact, known: Iterable[Invitation], programme: Programme, now: datetime | None = None
) -> list[Invitation]:
    """The invitations to write so that what waits for a contact agrees with the contact and the programme.

    What was sent, or ended otherwise than by being cancelled, is never touched; but what was sent for a survey
    that the programme no longer has ends. An empty list means that all is as it should be, so planning again is
    always safe. For `now` (UTC) see `occasions`.
    """
    there = {(invitation.survey, invitation.occasion): invitation for invitation in known}
    wanted = [
        invitation_on(occasion, contact, programme)
        for occasion in occasions(contact, list(there.values()), programme, now)
    ]
    for invitation in there.values():
        again = _again(invitation, contact, programme) if _is_unsent(invitation) else None
        if again and invitation.state == "waiting":
            wanted.append(again)
    changes = [_replacing(there.get((new.survey, new.occasion)), new) for new in wanted]
    kept = {(invitation.survey, invitation.occasion) for invitation in wanted}
    ended = [_ended(invitation, contact, programme) for key, invitation in there.items() if key not in kept]
    # What ends is written first: a crash in between must not leave both what was and what takes its place.
    return [change for change in (*ended, *changes) if change]


def invitation_on(occasion: Occasion, contact: Contact, programme: Programme) -> Invitation:
    """The invitation of an occasion of the rhythm, planned for the opening of the send window on its day."""
    planned_at = at_local_time(occasion.day, programme.send_window.opens, contact.zone(programme.zone))
    send_before = planned_at + programme.survey(occasion.survey).within
    return _planned(occasion.survey, occasion.name, planned_at, send_before, contact, programme)


def kick_off_on(survey: str, day: date, contact: Contact, programme: Programme) -> Invitation:
    """The invitation that brings a contact's next one forward to `day`, once."""
    return invitation_on(Occasion(survey, KICK_OFF, day), contact, programme).having(planned_on=day)


def event_invitation(survey: str, occasion: str, since: datetime, contact: Contact, programme: Programme) -> Invitation:
    """The invitation about something that happened at `since` (UTC): due after the survey's quiet time."""
    rules = programme.survey(survey)
    return _planned(survey, occasion, since + rules.quiet_time, since + rules.within, contact, programme)


def _planned(
    survey: str, occasion: str, planned_at: datetime, send_before: datetime, contact: Contact, programme: Programme
) -> Invitation:
    return Invitation(
        contact_id=contact.contact_id,
        survey=survey,
        occasion=occasion,
        planned_at=planned_at,
        send_before=send_before,
        due_at=opening(planned_at, contact, programme),
        due_step="first",
    )


def _again(invitation: Invitation, contact: Contact, programme: Programme) -> Invitation | None:
    """What an invitation that no rhythm asks for would be if it were planned today; None when it would not be."""
    survey = programme.surveys.get(invitation.survey)
    if survey is None or contact.do_not_ask:
        return None
    if invitation.planned_on is not None:
        if contact.role != "relationship" or survey.event:
            return None
        return kick_off_on(invitation.survey, invitation.planned_on, contact, programme)
    since = invitation.ticket_solved_at[0] if invitation.ticket_solved_at else invitation.touchpoint_at
    if not survey.event:
        return None
    if since is None:
        return invitation
    new = event_invitation(invitation.survey, invitation.occasion, since, contact, programme)
    kept = ("ticket_source", "ticket_id", "ticket_solved_at", "ticket_reopened_at", "touchpoint", "touchpoint_at")
    return new.having(**{name: getattr(invitation, name) for name in kept})


def _replacing(before: Invitation | None, new: Invitation) -> Invitation | None:
    """The write that puts `new` in the place of what is there; None when nothing is to be done."""
    if before is None:
        return new
    if not _is_unsent(before):
        return None
    if before.state == "waiting" and _agree(before, new):
        return None
    return new.having(revision=before.revision)


def _agree(before: Invitation, new: Invitation) -> bool:
    if (before.planned_at, before.send_before) != (new.planned_at, new.send_before):
        return False
    # What waits for a reason waits longer than planned; the sender decides again when that time has come.
    return bool(before.reason) or before.due_at == new.due_at


def _is_unsent(invitation: Invitation) -> bool:
    return not invitation.mails and invitation.state in ("waiting", "cancelled")


def _ended(invitation: Invitation, contact: Contact, programme: Programme) -> Invitation | None:
    if invitation.state == "waiting" and not invitation.mails:
        return invitation.ended("cancelled", "do_not_ask" if contact.do_not_ask else "no_longer_planned")
    if invitation.survey not in programme.surveys and not invitation.is_final:
        return invitation.ended("expired", "unknown_survey")
    return None
