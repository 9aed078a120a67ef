"""A kick-off (rule 2): who of the existing base is asked before their next date, once, and on which day."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from zlib import crc32

from sayso.domain.cadence import APART_MONTHS, occasions
from sayso.domain.contact import Contact
from sayso.domain.errors import InvalidInputError
from sayso.domain.invitation import Invitation
from sayso.domain.planning import KICK_OFF
from sayso.domain.programme import Programme
from sayso.domain.time import add_months

NOT_BROUGHT_FORWARD: dict[str, str] = {
    "do_not_ask": "the contact list says not to ask",
    "suppressed": "the address is suppressed",
    "user": "a user is asked about tickets only",
    "kicked_off": "brought forward before",
    "new": "new: asked after their first weeks, not as part of the existing base",
    "asked_lately": f"a survey mail went to the person in the last {APART_MONTHS} months",
    "soon": f"the next date is within {APART_MONTHS} months of the kick-off",
}


def check_survey(name: str, programme: Programme) -> None:
    """Raise InvalidInputError, naming those there are, when `name` has no dates that could be brought forward."""
    known = [survey for survey, rules in programme.surveys.items() if rules.every or rules.rotating]
    if name not in known:
        there = ", ".join(known) or "none"
        raise InvalidInputError(
            f"'{name}' has no recurring date; of the programme's surveys have: {there}", field="survey"
        )


def open_days(first: date, days: int, programme: Programme) -> list[date]:
    """The days of the send window among `days` days from `first` on; raises InvalidInputError when there is none."""
    span = [first + timedelta(days=ahead) for ahead in range(days)]
    found = [day for day in span if day.weekday() in programme.send_window.weekdays]
    if not found:
        raise InvalidInputError("the send window is closed on every one of these days", field="days")
    return found


def day_of(contact: Contact, days: Sequence[date], today: date) -> date:
    """The day of a contact among the open days: by its random id, so that it is the same whenever it is asked for.

    A kick-off that goes on where an earlier one stopped finds some of its days over: these contacts are spread over
    the days that are left.
    """
    place = crc32(f"{KICK_OFF}#{contact.contact_id}".encode())
    day = days[place % len(days)]
    if day >= today:
        return day
    left = [one for one in days if one >= today]
    if not left:
        raise InvalidInputError("the last of these days is over", field="from")
    return left[place // len(days) % len(left)]


def why_not(
    survey: str, day: date, contact: Contact, known: Sequence[Invitation], programme: Programme, now: datetime
) -> str:
    """Why a contact's next `survey` is not brought forward to `day`, as a code; empty when it is.

    Parameters
    ----------
    known : sequence of Invitation
        All the contact's invitations.
    now : datetime
        UTC; what went out in the months before counts.
    """
    if contact.do_not_ask:
        return "do_not_ask"
    if contact.role != "relationship":
        return "user"
    if any((one.survey, one.occasion) == (survey, KICK_OFF) for one in known):
        return "kicked_off"
    planned = {occasion.survey: occasion.day for occasion in occasions(contact, list(known), programme, now)}
    if _is_new(contact, known, planned, programme, now):
        return "new"
    if any(
        _later(mail.at.date()) > now.date() for one in known for mail in one.mails.values() if mail.state != "failed"
    ):
        return "asked_lately"
    if survey not in planned or planned[survey] < _later(day):
        return "soon"
    return ""


def _is_new(
    contact: Contact, known: Sequence[Invitation], planned: dict[str, date], programme: Programme, now: datetime
) -> bool:
    welcomes = [name for name, rules in programme.surveys.items() if rules.after is not None]
    if any(name in planned for name in welcomes):
        return True
    if any(one.survey in welcomes and one.mails for one in known):
        return True
    began = contact.began_on
    return not welcomes and began is not None and _later(began) > now.date()


def _later(day: date) -> date:
    return add_months(day, APART_MONTHS)
