"""`sayso commitments notify` and `notified`: telling those who asked that it is done, and what became of that."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Annotated, Any

import typer

from sayso.cli.caller import caller
from sayso.cli.news_preview import write_mails
from sayso.cli.show import AsJson, StackName, WrongUseError, as_json, plural, say, table, times_are_of
from sayso.cli.target import find, state_dir
from sayso.domain.circumstances import when_for
from sayso.domain.contact import Contact
from sayso.domain.explaining_news import told
from sayso.domain.news import TELL_WITHIN, fit_in_time, reason_in_words
from sayso.domain.time import utc_text
from sayso.services.audience import Audience, Prospect
from sayso.wiring import Wiring

Ids = Annotated[list[str], typer.Argument(metavar="ID...", help="Commitments that are done and on the public page.")]
Id = Annotated[str, typer.Argument(metavar="ID", help="A commitment, such as faster-replies.")]


def notify(
    commitments: Ids,
    preview: Annotated[
        bool, typer.Option("--preview", help="Only look: who is told, who not and why, and the mails as files.")
    ] = False,
    out: Annotated[
        Path | None,
        typer.Option(help="Where --preview writes the mails. Default: .sayso/mail-preview/news.", file_okay=False),
    ] = None,
    yes: Annotated[bool, typer.Option("--yes", help="Approve without being asked.")] = False,
    stack: StackName = None,
    json: AsJson = False,
) -> None:
    """Tell the people whose answers are behind what is done: one mail each, once, in their language.

    It says first who will be told, who not and why, and asks for a yes. Those who may not be written to are left out; a
    pause, a hold, an open follow-up or another mail of these days only makes it wait. A yes is for those it named and
    for the texts of that moment. Given again, the command tells those whose answers were linked since; nobody is told
    twice.
    """
    if json and not (yes or preview):
        raise WrongUseError("--json cannot ask for a yes: add --preview to look, or --yes to approve", field="options")
    target = find(stack)
    wiring = target.wiring()
    audiences = wiring.tell_askers.look_at_all(commitments)
    if not json:
        for audience in audiences:
            _show(audience, wiring)
        _warn(audiences, wiring)
    folder = out or state_dir() / "mail-preview" / "news"
    files = write_mails(audiences, target, wiring, folder) if preview else []
    question = "" if preview else _question(audiences)
    approved = bool(question) and (yes or typer.confirm(question))
    if approved:
        by = caller(target)
        for audience in audiences:
            wiring.tell_askers.approve(audience, by)
    if json:
        as_json([_audience(audience, approved=approved, files=files) for audience in audiences])
    elif preview:
        say(f"Written to {folder}: the mails as HTML and as plain text.")
        say("Nothing was approved. To do it, give the same command without --preview.")
    elif approved:
        apart = wiring.programme.page.told_apart.days
        soon = "at once" if wiring.settings.ignores_send_window else "within minutes, in the send window"
        say(f"Approved: they go out {soon}, {apart} days apart to one person.")
        for survey in _handing_on(wiring):
            say(f"The schedule of {survey} hands them on; to do it now: sayso dispatch {survey}")
        say(f"What became of them: sayso commitments notified {audiences[0].commitment.commitment_id}")
    else:
        say("Nothing was approved.")


def notified(commitment: Id, stack: StackName = None, json: AsJson = False) -> None:
    """Show what became of telling those who asked: who was told when, who waits until when, who not, and why."""
    wiring = find(stack).wiring()
    found, now = wiring.tell_askers.told(commitment), wiring.clock()
    if json:
        as_json([_news_row(one, wiring, now) for one in found])
        return
    rows = [(*_person(one), _became(one, wiring, now)) for one in found]
    times_are_of(wiring.programme.zone)
    table(f"Told of {commitment}", ("who", "account", "what became of it"), rows, empty=_nobody(commitment))
    unapproved = sum(one.news is None and one.contact is not None for one in found)
    if unapproved:
        say(f"{plural(unapproved, 'person', 'people')} not approved yet: sayso commitments notify {commitment}")


def _handing_on(wiring: Wiring) -> list[str]:
    """The survey whose schedule looks for these mails, too: none where nobody is asked after a ticket."""
    surveys = wiring.programme.surveys
    return [name for name in surveys if wiring.programme.survey(name).schedule == "ticket"][:1]


def _show(audience: Audience, wiring: Wiring) -> None:
    name = audience.commitment.commitment_id
    rows = [(*_person(one), _verdict(one, wiring)) for one in audience.prospects]
    table(f"Behind {name}", ("who", "account", "the mail"), rows, empty=_nobody(name))
    if audience.prospects:
        say(_summary(audience))


def _question(audiences: Sequence[Audience]) -> str:
    """Empty where nobody is to be told."""
    told = [one.contact_id for audience in audiences for one in audience.to_tell]
    people = plural(len(set(told)), "person", "people")
    mails = f", with {len(told)} mails" if len(told) > len(set(told)) else ""
    return f"Tell {people}{mails}?" if told else ""


def _warn(audiences: Sequence[Audience], wiring: Wiring) -> None:
    fit, apart = fit_in_time(wiring.programme), wiring.programme.page.told_apart.days
    late = sum(one.ahead >= fit for audience in audiences for one in audience.to_tell)
    if late:
        say(
            f"{plural(late, 'mail', 'mails')} will come too late: {fit} to one person, {apart} days apart, fit into "
            f"the {TELL_WITHIN.days} days after an approval. Leave some of these commitments for later."
        )


def _summary(audience: Audience) -> str:
    spoken = ", ".join(f"{count} in {language}" for language, count in sorted(audience.languages.items()))
    verdicts = Counter(one.verdict for one in audience.prospects)
    wait = sum(one.verdict == "later" or one.ahead > 0 for one in audience.to_tell)
    later = f", {wait} of them later" if wait else ""
    said = f"{plural(len(audience.to_tell), 'person', 'people')} will be told{later}" + (
        f": {spoken}." if spoken else "."
    )
    before = f" {verdicts['before']} approved before." if verdicts["before"] else ""
    return said + before + (f" {verdicts['never']} will not be told." if verdicts["never"] else "")


def _nobody(commitment: str) -> str:
    return f"No answers are linked to {commitment}: sayso commitments link --help"


def _person(one: Prospect) -> tuple[str, str]:
    contact = one.contact
    if contact is None:
        return "(erased)", ""
    return f"{contact.name} ({contact.email})" if contact.name else contact.email, contact.account


def _verdict(one: Prospect, wiring: Wiring) -> str:
    if one.verdict == "before":
        return _became(one, wiring, wiring.clock())
    if one.verdict == "never":
        return f"none: {reason_in_words(one.reason)}"
    language = wiring.programme.language_for(one.contact.locale if one.contact else None)
    if one.ahead:
        apart = wiring.programme.page.told_apart.days
        return f"{language}, after {plural(one.ahead, 'other such mail', 'other such mails')}, {apart} days apart"
    if one.until is None:
        return f"{language}, as soon as it is approved"
    until = when_for(one.until, one.contact, wiring.programme)
    return f"{language}, not before {until}: {reason_in_words(one.reason)}"


def _became(one: Prospect, wiring: Wiring, now: datetime) -> str:
    if one.news is None:
        return "Not approved yet." if one.contact else "Not told: the person was erased."
    return told(one.news, one.contact, wiring.programme, now).text


def _audience(audience: Audience, *, approved: bool, files: Sequence[str]) -> dict[str, Any]:
    return {
        "commitment": audience.commitment.commitment_id,
        "approved": approved,
        "languages": dict(audience.languages),
        "people": [
            {
                "contact_id": one.contact_id,
                "external_id": one.contact.external_id if one.contact else None,
                "verdict": one.verdict,
                "reason": one.reason,
                "until": one.until,
                "ahead": one.ahead,
            }
            for one in audience.prospects
        ],
        "files": list(files),
    }


def _news_row(one: Prospect, wiring: Wiring, now: datetime) -> Mapping[str, Any]:
    contact: Contact | None = one.contact
    row: dict[str, Any] = {
        "contact_id": one.contact_id,
        "external_id": contact.external_id if contact else None,
        "state": one.news.state if one.news else None,
    }
    if one.news is None and contact is None:
        row |= {"reason": "erased", "text": _became(one, wiring, now)}
    if one.news:
        fact = told(one.news, contact, wiring.programme, now)
        moments = {"at": fact.at, "until": fact.until}
        row |= {"reason": fact.reason, "text": fact.text, "approved_by": one.news.approved_by}
        row |= {name: utc_text(moment) for name, moment in moments.items() if moment}
    return row
