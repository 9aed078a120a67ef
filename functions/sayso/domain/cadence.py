"""When a contact is asked about the relationship: day50, annual and other rhythms, by arithmetic that never drifts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zlib import crc32

from sayso.domain.contact import Contact
from sayso.domain.invitation import Invitation
from sayso.domain.programme import Programme, Survey
from sayso.domain.time import add_months, at_local_time, next_opening

_ROTATING_DAYS = 85  # of a quarter's 90 to 92: what waits for the next opening still falls into it
NEVER = date(9000, 1, 1)
"""Lists write 9999-12-31 for "not yet"; no calendar holds what would follow from it."""
APART_MONTHS = 6
"""What is asked once a year keeps at least half a year to what was asked out of turn."""


@dataclass(frozen=True)
class Occasion:
    """A survey somebody is to be asked, and the day the rhythm puts it on (in their own time zone)."""

    survey: str
    name: str
    day: date


def occasions(
    contact: Contact, known: list[Invitation], programme: Programme, now: datetime | None = None
) -> list[Occasion]:
    """What the rhythm asks of a contact next: nothing, or one occasion for each relationship survey.

    A day whose time to send was over at `now` (UTC) before anybody planned it is passed over: a survey that is new
    in the programme does not first run through years of days on which nobody was asked. Without `now` none is.
    """
    if contact.do_not_ask or contact.role != "relationship":
        return []
    if contact.began_on and contact.began_on >= NEVER:
        return []
    found = []
    planned = {(invitation.survey, invitation.occasion) for invitation in known}

    def missed(occasion: Occasion) -> bool:
        if now is None or (occasion.survey, occasion.name) in planned:
            return False
        opens = at_local_time(occasion.day, programme.send_window.opens, contact.zone(programme.zone))
        return opens + programme.survey(occasion.survey).within <= now

    for name, survey in programme.surveys.items():
        if survey.after is not None:
            occasion = _once(name, survey, contact, programme)
        elif survey.every is not None:
            occasion = _periodic(name, survey.every, contact, known, programme, missed)
        elif survey.rotating is not None:
            occasion = _rotating(name, contact, known, programme, missed)
        else:
            occasion = None
        if occasion and not missed(occasion):
            found.append(occasion)
    return found


def _once(name: str, survey: Survey, contact: Contact, programme: Programme) -> Occasion | None:
    # Only somebody who was known before the day came is new; an existing customer base never gets a day50.
    if contact.began_on is None or survey.after is None:
        return None
    day = contact.began_on + survey.after
    return Occasion(name, "first", day) if day >= _first_seen_on(contact, programme) else None


def _periodic(
    name: str,
    every: int,
    contact: Contact,
    known: list[Invitation],
    programme: Programme,
    missed: Callable[[Occasion], bool],
) -> Occasion | None:
    if _is_being_asked(name, known):
        return None
    start = _rhythm_begins_on(contact, programme)
    asked = _asked(name, known)
    # Half a period on: a start date that is corrected by days must not ask the same again within days.
    halves = (_half_on(one, _day_of(one, contact, programme), every) for one in asked)
    earliest = max([_first_seen_on(contact, programme), *halves])
    number = 1
    while (day := add_months(start, number * every)) < earliest or missed(Occasion(name, str(number), day)):
        number += 1
    # The day follows from the dates as they are now; the name only has to be one that was never used, which after
    # a corrected date it may have been.
    used = {invitation.occasion for invitation in asked}
    occasion = number
    while str(occasion) in used:
        occasion += 1
    return Occasion(name, str(occasion), day)


def _half_on(asked: Invitation, day: date, every: int) -> date:
    half = day + (add_months(day, every) - day) / 2
    # What was brought forward keeps its distance from the rhythm, and does not move it.
    return min(half, add_months(day, APART_MONTHS)) if asked.planned_on else half


def _rotating(
    name: str, contact: Contact, known: list[Invitation], programme: Programme, missed: Callable[[Occasion], bool]
) -> Occasion | None:
    """Once a year, in the contact's own quarter, and on a day of it that spreads the contacts evenly.

    The quarter follows from the random id alone, so that it never changes and each quarter asks a sample of all.
    """
    if _is_being_asked(name, known):
        return None
    place = crc32(f"rotating {contact.contact_id}".encode())
    quarter, day_of_quarter = place % 4, place // 4 % _ROTATING_DAYS
    # Somebody new was, or is, asked after their first weeks: not again within half a year.
    asked = _asked(name, known)
    settled = [_rhythm_begins_on(contact, programme), *(_day_of(one, contact, programme) for one in asked)]
    earliest = max(_first_seen_on(contact, programme), add_months(max(settled), APART_MONTHS))
    used = {invitation.occasion for invitation in asked}
    year = earliest.year
    while True:
        day = date(year, 1 + 3 * quarter, 1) + timedelta(days=day_of_quarter)
        occasion = Occasion(name, f"{year}-q{quarter + 1}", day)
        if day >= earliest and occasion.name not in used and not missed(occasion):
            return occasion
        year += 1


def _is_being_asked(name: str, known: list[Invitation]) -> bool:
    """Whether a mail of the survey's rhythm went out and its time to answer still runs: what follows it comes later,
    also when a corrected date now calls for another one."""
    return any(
        invitation.survey == name and invitation.mails and not invitation.is_final and invitation.planned_on is None
        for invitation in known
    )


def _asked(name: str, known: list[Invitation]) -> list[Invitation]:
    # Cancelled before its first mail it may come back; after that it is over like any other. What is brought
    # forward counts from when it is planned, so that no corrected date puts the rhythm beside it.
    return [
        invitation
        for invitation in known
        if invitation.survey == name
        and (invitation.is_final or invitation.planned_on)
        and (invitation.mails or invitation.state != "cancelled")
    ]


def _day_of(invitation: Invitation, contact: Contact, programme: Programme) -> date:
    return invitation.planned_on or invitation.planned_at.astimezone(contact.zone(programme.zone)).date()


def _rhythm_begins_on(contact: Contact, programme: Programme) -> date:
    # Counted from the day50 day (rule 2); somebody without dates counts from the day we first heard of them.
    if contact.began_on is None:
        return _first_seen_on(contact, programme)
    return contact.began_on + _introduction(programme)


def _introduction(programme: Programme) -> timedelta:
    day50 = programme.surveys.get("day50")
    return day50.after if day50 and day50.after else timedelta(0)


def _first_seen_on(contact: Contact, programme: Programme) -> date:
    return contact.first_seen_at.astimezone(contact.zone(programme.zone)).date()


def opening(moment: datetime, contact: Contact, programme: Programme) -> datetime:
    """The next moment, not before `moment`, at which the contact may be written to (UTC)."""
    window = programme.send_window
    return next_opening(
        moment, days=window.weekdays, opens=window.opens, closes=window.closes, zone=contact.zone(programme.zone)
    )
