"""Puts what goes out in the days to come in words and tables for people, and in JSON for machines."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import Any

from sayso.cli.show import moment, say, table
from sayso.domain.circumstances import in_words, when_for
from sayso.domain.contact import Contact
from sayso.domain.explaining import MAIL_NAMES
from sayso.domain.forecast import DueMail
from sayso.domain.programme import Programme
from sayso.domain.time import last_day, utc_text
from sayso.services.look_ahead import Outlook

LISTED = 20  # of those that wait; all are in the JSON


def rows(outlook: Outlook) -> list[tuple[date | None, str, int, int]]:
    """Day (None for what is overdue), survey, first mails and reminders."""
    found = outlook.forecast
    groups: list[tuple[date | None, Counter[tuple[str, bool]]]] = [(None, found.overdue), *found.by_day.items()]
    return [
        (day, survey, counts[survey, True], counts[survey, False])
        for day, counts in groups
        for survey in sorted({survey for survey, _ in counts})
    ]


def day_in_words(day: date | None, outlook: Outlook, programme: Programme) -> str:
    """A day of the table as it is read; None is what is overdue."""
    if day is None:
        return "overdue"
    return f"{day} {day:%a}{', today' if day == outlook.now.astimezone(programme.zone).date() else ''}"


def remarks(outlook: Outlook, programme: Programme) -> list[str]:
    """What is to be said of the table, in sentences."""
    found, limit, pause = outlook.forecast, programme.sending.daily_limit, outlook.pause
    whose = "it" if found.total == 1 else f"{found.late} of them"
    late = f"; {whose} {_are(found.late)} overdue" if found.late and found.total else ""
    said = [f"{_mails(found.total)} in all{late}."] if found.total else []
    if pause:
        since = moment(pause.at, programme.zone)
        said.append(
            f"Everything is paused since {since} by {pause.by}: {pause.reason}. Nothing goes out until: sayso resume"
        )
    if outlook.stopped:
        said.append(f"Nothing goes out at the moment: {in_words(outlook.stopped)}.")
    held = sum(1 for one in found.waiting if one.held_until)
    if held:
        on_hold = "of an account" if held == 1 else "of accounts"
        count = f"{held} more" if found.total else _mails(held)
        said.append(f"{count} {_are(held)} due in these days, but {on_hold} on hold, and not counted.")
    if limit is not None:
        said.append(f"The limit is {_mails(limit)} a day; {outlook.sent_today} went out today.")
    if found.moved:
        said.append(f"{found.moved} of them {_are(found.moved)} pushed on to a later day by the limit.")
    if found.beyond:
        said.append(f"{found.beyond} more {_are(found.beyond)} due, but the limit pushes them beyond these days.")
    if found.too_late:
        said.append(f"{_mails(found.too_late)} will not go out: the time is over before the limit or a day allows.")
    return said


def _mails(count: int) -> str:
    return "1 mail" if count == 1 else f"{count} mails"


def _are(count: int) -> str:
    return "is" if count == 1 else "are"


def list_waiting(waiting: list[DueMail], people: dict[str, Contact | None], programme: Programme) -> None:
    """Print the first of those that wait, with the person's own clock where it shows another time."""
    listed = [
        (
            person.external_id if (person := people.get(one.invitation.contact_id)) else one.invitation.contact_id,
            one.invitation.survey,
            MAIL_NAMES[one.mail],
            _until(one, person, programme),
            in_words(one.reason) + ("" if one.is_promised else " *"),
        )
        for one in waiting[:LISTED]
    ]
    title = f"{len(waiting)} {'waits' if len(waiting) == 1 else 'wait'} for a reason"
    table(title, ("contact", "survey", "mail", "until", "because"), listed, empty="")
    if len(waiting) > len(listed):
        say(f"and {len(waiting) - len(listed)} more; --json names them all.")
    if not all(one.is_promised for one in waiting):
        say("* not counted above: it is looked at again then, and may have to wait longer.")


def _until(mail: DueMail, person: Contact | None, programme: Programme) -> str:
    """When it may go out; of a hold its last day, since the moment it ends at is the midnight after."""
    if mail.held_until:
        return last_day(mail.held_until, programme.zone).strftime("%a %Y-%m-%d")
    return when_for(mail.waits_until, person, programme)


def outlook_as_json(outlook: Outlook) -> dict[str, Any]:
    """All of it for machines: moments in UTC, reasons as codes."""
    found = outlook.forecast
    counted = [dict(zip(("day", "survey", "first", "reminders"), row, strict=True)) for row in rows(outlook)]
    overdue = [{name: value for name, value in row.items() if name != "day"} for row in counted if row["day"] is None]
    return {
        "until": utc_text(outlook.until),
        "mails": found.total,
        "due_before_today": found.late,
        "overdue": overdue,
        "days": [{**row, "day": str(row["day"])} for row in counted if row["day"] is not None],
        "waiting": [
            {
                "contact_id": one.invitation.contact_id,
                "survey": one.invitation.survey,
                "occasion": one.invitation.occasion,
                "mail": one.mail,
                "due_at": utc_text(one.due_at),
                "until": utc_text(one.waits_until),
                "reason": one.reason,
                "counted": one.is_promised,
            }
            for one in found.waiting
        ],
        "moved_by_limit": found.moved,
        "beyond": found.beyond,
        "too_late": found.too_late,
        "paused": outlook.pause is not None,
        "stopped": outlook.stopped,
    }
