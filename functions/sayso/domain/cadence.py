"""When a contact is asked about the relationship: day50 and annual, by calendar arithmetic that never drifts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sayso.domain.contact import Contact
from sayso.domain.invitation import Invitation
from sayso.domain.programme import Programme, Survey
from sayso.domain.time import add_months, at_local_time, next_opening


@dataclass(frozen=True)
class Occasion:
    """A survey somebody is to be asked, and the day the rhythm puts it on (in their own time zone)."""

    survey: str
    name: str
    day: date


def plan(contact: Contact, known: Iterable[Invitation], programme: Programme) -> list[Invitation]:
    """The invitations to write so that what waits for a contact agrees with the contact and the programme.

    What was sent, or ended otherwise than by being cancelled, is never touched. An empty list means that all is
    as it should be, so planning again is always safe.
    """
    there = {(invitation.survey, invitation.occasion): invitation for invitation in known}
    wanted = [
        _invitation(contact, occasion, programme) for occasion in occasions(contact, list(there.values()), programme)
    ]
    changes = []
    for invitation in wanted:
        before = there.get((invitation.survey, invitation.occasion))
        if before is None:
            changes.append(invitation)
        elif _may_be_replanned(before) and (before.state == "cancelled" or before.planned_at != invitation.planned_at):
            changes.append(invitation.having(revision=before.revision))
    still_wanted = {(invitation.survey, invitation.occasion) for invitation in wanted}
    changes.extend(
        invitation.ended("cancelled", "do_not_ask" if contact.do_not_ask else "no_longer_planned")
        for key, invitation in there.items()
        if key not in still_wanted
        and invitation.state == "waiting"
        and not invitation.mails
        and (invitation.ticket_id is None or contact.do_not_ask)
    )
    return changes


def occasions(contact: Contact, known: list[Invitation], programme: Programme) -> list[Occasion]:
    """What the rhythm asks of a contact next: nothing, or one occasion for each relationship survey."""
    if contact.do_not_ask or contact.role != "relationship":
        return []
    found = []
    for name, survey in programme.surveys.items():
        if survey.after is not None:
            occasion = _once(name, survey, contact, programme)
        elif survey.every is not None:
            occasion = _periodic(name, survey, contact, known, programme)
        else:
            occasion = None
        if occasion:
            found.append(occasion)
    return found


def _once(name: str, survey: Survey, contact: Contact, programme: Programme) -> Occasion | None:
    # Only somebody who was known before the day came is new; an existing customer base never gets a day50.
    if contact.began_on is None or survey.after is None:
        return None
    day = contact.began_on + survey.after
    return Occasion(name, "first", day) if day >= _first_seen_on(contact, programme) else None


def _periodic(
    name: str, survey: Survey, contact: Contact, known: list[Invitation], programme: Programme
) -> Occasion | None:
    # Counted from the day50 day (rule 2); somebody without dates counts from the day we first heard of them.
    start = _first_seen_on(contact, programme)
    if contact.began_on is not None:
        start = contact.began_on + _introduction(programme)
    assert survey.every is not None  # noqa: S101 - the caller looked; this tells the type checker
    over = [
        invitation
        for invitation in known
        # Cancelled before its first mail it may come back; after that it is over like any other.
        if invitation.survey == name and invitation.is_final and (invitation.mails or invitation.state != "cancelled")
    ]
    earliest = _first_seen_on(contact, programme)
    if over:
        zone = contact.zone(programme.zone)
        last = max(invitation.planned_at.astimezone(zone).date() for invitation in over)
        # Half a period on: a start date that is corrected by days must not ask the same again within days.
        earliest = max(earliest, last + (add_months(last, survey.every) - last) / 2)
    number = 1
    while (day := add_months(start, number * survey.every)) < earliest:
        number += 1
    # The day follows from the dates as they are now; the name only has to be one that was never used, which after
    # a corrected date it may have been.
    used = {invitation.occasion for invitation in over}
    occasion = number
    while str(occasion) in used:
        occasion += 1
    return Occasion(name, str(occasion), day)


def _introduction(programme: Programme) -> timedelta:
    day50 = programme.surveys.get("day50")
    return day50.after if day50 and day50.after else timedelta(0)


def _first_seen_on(contact: Contact, programme: Programme) -> date:
    return contact.first_seen_at.astimezone(contact.zone(programme.zone)).date()


def _may_be_replanned(invitation: Invitation) -> bool:
    return not invitation.mails and invitation.state in ("waiting", "cancelled")


def _invitation(contact: Contact, occasion: Occasion, programme: Programme) -> Invitation:
    survey, zone, window = programme.survey(occasion.survey), contact.zone(programme.zone), programme.send_window
    planned_at = at_local_time(occasion.day, window.opens, zone)
    return Invitation(
        contact_id=contact.contact_id,
        survey=occasion.survey,
        occasion=occasion.name,
        planned_at=planned_at,
        send_before=planned_at + survey.within,
        due_at=opening(planned_at, contact, programme),
        due_step="first",
    )


def opening(moment: datetime, contact: Contact, programme: Programme) -> datetime:
    """The next moment, not before `moment`, at which the contact may be written to (UTC)."""
    window = programme.send_window
    return next_opening(
        moment, days=window.weekdays, opens=window.opens, closes=window.closes, zone=contact.zone(programme.zone)
    )
