"""`sayso why` and `due`: who was asked when and why not, and what goes out in the days to come."""

from __future__ import annotations

from dataclasses import asdict
from datetime import datetime
from typing import Annotated, Any

import typer

from sayso.cli.outlook_words import LISTED, day_in_words, list_waiting, outlook_as_json, remarks, rows
from sayso.cli.show import AsJson, StackName, as_json, say, table, times_are_of
from sayso.cli.target import find
from sayso.domain.explaining import Fact
from sayso.domain.time import utc_text
from sayso.services.explain_contact import Explanation

_FURTHEST = 400  # days
_FOR_THE_DESK = ("code", "values")  # which says it in other words
_CANNOT_KNOW = (
    "Not known yet: who answers and so needs no reminder, which tickets still come, "
    "and what a mail meets when it is due."
)


def _days(text: str | int) -> int:
    """How many days to look ahead; raises BadParameter (exit code 2) with what to write instead."""
    try:
        days = int(text)
    except ValueError:
        days = 0
    if not 1 <= days <= _FURTHEST:
        raise typer.BadParameter(f"'{text}' is not a number of days from 1 to {_FURTHEST}; write, say, --days 30")
    return days


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
    times_are_of(wiring.programme.zone)
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
    if explained.news:
        say("\nWhat they are told of what came of it:")
    for commitment_id, fact in explained.news:
        say(f"  {commitment_id}: {fact.text}")
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
        "news": [{"commitment": commitment_id, **_fact(fact)} for commitment_id, fact in explained.news],
        "next": [_fact(fact) for fact in explained.next],
    }


def _fact(fact: Fact) -> dict[str, str]:
    said = {name: utc_text(value) if isinstance(value, datetime) else value for name, value in asdict(fact).items()}
    return {name: value for name, value in said.items() if value and name not in _FOR_THE_DESK}


def due(
    days: Annotated[
        int, typer.Option(parser=_days, metavar="DAYS", help="How many days to look ahead, today included.")
    ] = 30,
    survey: Annotated[str | None, typer.Option(help="Only this survey.")] = None,
    stack: StackName = None,
    json: AsJson = False,
) -> None:
    """Show what will go out per day and survey, without sending anything, and what waits for a reason."""
    wiring = find(stack).wiring()
    programme = wiring.programme
    if survey:
        programme.check_survey(survey)
    outlook = wiring.look_ahead.look([survey] if survey else list(programme.surveys), days)
    people = {
        one.invitation.contact_id: wiring.contacts.get(one.invitation.contact_id)
        for one in outlook.forecast.waiting[:LISTED]
    }
    if json:
        as_json(outlook_as_json(outlook))
        return
    within = "today" if days == 1 else f"in the next {days} days"
    table(
        f"What goes out {within}",
        ("day", "survey", "first mails", "reminders"),
        [(day_in_words(day, outlook, programme), *rest) for day, *rest in rows(outlook)],
        empty=f"Nothing goes out {within}.",
    )
    times_are_of(programme.zone)
    for sentence in remarks(outlook, programme):
        say(sentence)
    if outlook.forecast.waiting:
        list_waiting(outlook.forecast.waiting, people, programme)
    say(_CANNOT_KNOW)
