"""`sayso why` and `due`: who was asked when and why not, and what goes out in the days to come."""

from __future__ import annotations

from dataclasses import asdict
from datetime import datetime
from typing import Annotated, Any

import typer

from sayso.cli.show import AsJson, StackName, as_json, moment, say, table
from sayso.cli.target import find
from sayso.domain.errors import InvalidInputError
from sayso.domain.explaining import MAIL_NAMES, Fact, in_words
from sayso.domain.forecast import LOOKED_AT_AGAIN, DueMail
from sayso.domain.programme import Programme
from sayso.domain.time import utc_text
from sayso.services.explain_contact import Explanation
from sayso.services.look_ahead import Outlook

_LISTED = 20  # of those that wait; all are in the JSON
_CANNOT_KNOW = (
    "What this cannot know: answers cancel their reminders; mails sent in these days bring reminders of their own; "
    "rule 7, holds, open follow-ups and suppressions are looked at when a mail is due and may move or end it; "
    "tickets and touch points still to come are not in it."
)


def why(
    contact: Annotated[
        str, typer.Argument(metavar="CONTACT|EMAIL", help="Your own id of the contact, Sayso's, or an address.")
    ],
    stack: StackName = None,
    json: AsJson = False,
) -> None:
    """Explain one contact: what was sent when, what waits and why, what was not sent and why, what comes next."""
    wiring = find(stack).wiring()
    explained = wiring.explain_contact.explain(contact)
    if json:
        as_json([_as_json(one) for one in explained])
        return
    if len(explained) > 1:
        say(f"{len(explained)} contacts share this address.\n")
    for number, one in enumerate(explained):
        if number:
            say("")
        _tell(one)


def _tell(explained: Explanation) -> None:
    for fact in explained.person:
        say(fact.text)
    say("\nWhat was sent, what waits and what was not sent:")
    if not explained.invitations:
        say("  Nothing yet.")
    for story in explained.invitations:
        say(f"  {story.title}")
        for fact in story.facts:
            say(f"    {fact.text}")
    say("\nWhat comes next:")
    for fact in explained.next:
        say(f"  {fact.text}")


def _as_json(explained: Explanation) -> dict[str, Any]:
    person = explained.contact
    return {
        "contact_id": person.contact_id,
        "external_id": person.external_id,
        "email": person.email,
        "person": [_fact(fact) for fact in explained.person],
        "invitations": [
            {
                "survey": story.invitation.survey,
                "occasion": story.invitation.occasion,
                "title": story.title,
                "state": story.invitation.state,
                "facts": [_fact(fact) for fact in story.facts],
            }
            for story in explained.invitations
        ],
        "next": [_fact(fact) for fact in explained.next],
    }


def _fact(fact: Fact) -> dict[str, str]:
    said = {name: utc_text(value) if isinstance(value, datetime) else value for name, value in asdict(fact).items()}
    return {name: value for name, value in said.items() if value}


def due(
    days: Annotated[int, typer.Option(min=1, max=400, help="How many days to look ahead, today included.")] = 30,
    survey: Annotated[str | None, typer.Option(help="Only this survey.")] = None,
    stack: StackName = None,
    json: AsJson = False,
) -> None:
    """Show what will go out per day and survey, without sending anything, and what waits for a reason."""
    wiring = find(stack).wiring()
    programme = wiring.programme
    if survey and survey not in programme.surveys:
        known = ", ".join(programme.surveys)
        raise InvalidInputError(f"'{survey}' is not a survey of the programme; it has: {known}", field="survey")
    outlook = wiring.look_ahead.look([survey] if survey else list(programme.surveys), days)
    people = {
        one.invitation.contact_id: wiring.contacts.get(one.invitation.contact_id)
        for one in outlook.forecast.waiting[:_LISTED]
    }
    names = {contact_id: person.external_id for contact_id, person in people.items() if person}
    if json:
        as_json(_outlook_as_json(outlook))
        return
    table(
        f"What goes out until {moment(outlook.until, programme.zone)}",
        ("day", "survey", "first mails", "reminders"),
        _rows(outlook),
        empty="Nothing is due in these days.",
    )
    for sentence in _remarks(outlook, programme):
        say(sentence)
    if outlook.forecast.waiting:
        _list_waiting(outlook.forecast.waiting, names, programme)
    say(_CANNOT_KNOW)


def _rows(outlook: Outlook) -> list[tuple[str, str, int, int]]:
    found = outlook.forecast
    groups = [("overdue", found.overdue), *((f"{day} {day:%a}", counts) for day, counts in found.by_day.items())]
    return [
        (name, survey, counts[survey, True], counts[survey, False])
        for name, counts in groups
        for survey in sorted({survey for survey, _ in counts})
    ]


def _remarks(outlook: Outlook, programme: Programme) -> list[str]:
    found, limit, pause = outlook.forecast, programme.sending.daily_limit, outlook.pause
    remarks = [f"{found.total} mails in all; {found.late} of them were due before now."]
    if pause:
        since = moment(pause.at, programme.zone)
        remarks.append(
            f"Everything is paused since {since} by {pause.by}: {pause.reason}. Nothing goes out until: sayso resume"
        )
    if outlook.stopped:
        remarks.append(f"Nothing goes out at the moment: {in_words(outlook.stopped)}.")
    if limit is not None:
        remarks.append(f"The limit is {limit} mails a day; {outlook.sent_today} went out today.")
    if found.moved:
        remarks.append(f"{found.moved} of them are pushed on to a later day by the limit.")
    if found.beyond:
        remarks.append(f"{found.beyond} more are due, but the limit pushes them beyond these days.")
    if found.too_late:
        remarks.append(f"{found.too_late} will end without a mail: their time is over before they can go out.")
    return remarks


def _list_waiting(waiting: list[DueMail], names: dict[str, str], programme: Programme) -> None:
    rows = [
        (
            names.get(one.invitation.contact_id, one.invitation.contact_id),
            one.invitation.survey,
            MAIL_NAMES[one.mail],
            moment(one.due_at, programme.zone),
            in_words(one.invitation.reason) + (" *" if one.invitation.reason in LOOKED_AT_AGAIN else ""),
        )
        for one in waiting[:_LISTED]
    ]
    table(f"{len(waiting)} wait for a reason", ("contact", "survey", "mail", "until", "because"), rows, empty="")
    if len(waiting) > len(rows):
        say(f"and {len(waiting) - len(rows)} more; --json names them all.")
    if any(one.invitation.reason in LOOKED_AT_AGAIN for one in waiting):
        say("* looked at again then, and not counted above: it may have to wait longer.")


def _outlook_as_json(outlook: Outlook) -> dict[str, Any]:
    found = outlook.forecast
    rows = [dict(zip(("day", "survey", "first", "reminders"), row, strict=True)) for row in _rows(outlook)]
    overdue = [{name: value for name, value in row.items() if name != "day"} for row in rows if row["day"] == "overdue"]
    return {
        "until": utc_text(outlook.until),
        "mails": found.total,
        "due_before_now": found.late,
        "overdue": overdue,
        "days": [{**row, "day": str(row["day"])[:10]} for row in rows if row["day"] != "overdue"],
        "waiting": [
            {
                "contact_id": one.invitation.contact_id,
                "survey": one.invitation.survey,
                "occasion": one.invitation.occasion,
                "mail": one.mail,
                "until": utc_text(one.due_at),
                "reason": one.invitation.reason,
                "counted": one.invitation.reason not in LOOKED_AT_AGAIN,
            }
            for one in found.waiting
        ],
        "moved_by_limit": found.moved,
        "beyond": found.beyond,
        "too_late": found.too_late,
        "paused": outlook.pause is not None,
        "stopped": outlook.stopped,
    }
