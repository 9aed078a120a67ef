"""`sayso publish`: what is public of the "You say, we act" page, what waits, and a yes to it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any

import typer

from sayso.cli.caller import caller
from sayso.cli.commitment_texts import is_somebody_there
from sayso.cli.edition_words import what_changes
from sayso.cli.show import AsJson, StackName, WrongUseError, as_json, console, done, moment, plural, say, table
from sayso.cli.target import Target, find
from sayso.cli.written_files import said_if_it_cannot_be_written
from sayso.domain.edition_changes import changes_between
from sayso.domain.errors import InvalidInputError
from sayso.domain.link_keys import STAFF_LINK_FOR
from sayso.domain.unmade import made
from sayso.services.draft_page import Drafted
from sayso.services.publish_page import Outcome
from sayso.wiring import Wiring

Preview = Annotated[
    Path | None,
    typer.Option(
        "--preview", help="Write the page and its PDFs as they would be now into this folder.", file_okay=False
    ),
]
Approve = Annotated[
    bool,
    typer.Option(
        "--approve",
        help="Publish the page as it would be now: it says what changes and asks for a yes. With --yes, with --json "
        "and where there is no terminal, as in a script, it does not ask.",
    ),
]
Rollback = Annotated[
    int | None, typer.Option("--rollback", help="Bring back what edition N said, as a new edition.", metavar="N", min=1)
]


def publish(
    preview: Preview = None,
    link: Annotated[bool, typer.Option("--link", help="Print the manager's link to what waits.")] = False,
    approve: Approve = False,
    listed: Annotated[bool, typer.Option("--list", help="List every edition there was.")] = False,
    rollback: Rollback = None,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask whether I am sure.")] = False,
    stack: StackName = None,
    json: AsJson = False,
) -> None:
    """Look at the public page's next edition, approve it, or go back to an earlier one.

    Nothing is public before the first approval. After it, editions appear by rule or each by approval, as
    `page.editions` in programme.yaml says. Without an option it says what is public and what waits.
    """
    chosen = [preview is not None, link, approve, listed, rollback is not None]
    if sum(chosen) > 1 and not (chosen == [True, False, True, False, False]):
        raise WrongUseError("give one of --preview, --link, --approve, --list and --rollback", field="publish")
    target = find(stack)
    wiring = target.wiring()
    if preview:
        _write(wiring, preview, json=json and not approve)
    if approve:
        _approve(target, wiring, yes=yes, json=json)
    elif rollback:
        _roll_back(target, wiring, rollback, yes=yes, json=json)
    elif link:
        _print_link(wiring, json=json)
    elif listed:
        _list(wiring, json=json)
    elif not preview:
        _tell_state(target, wiring, json=json)


def _write(wiring: Wiring, folder: Path, *, json: bool) -> None:
    with console.status("Rendering …"):
        drafted = wiring.draft_page.now()
        edition = drafted.edition
        years = wiring.draft_page.years(drafted, edition)
        files = list(wiring.page_renderer(edition, years, base="", public=False))
        for path, body, _, _ in files:
            file = folder / path
            with said_if_it_cannot_be_written(file):
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_bytes(made(body))
    front = folder / "index.html"
    sentence = f"{plural(len(files), 'file')} written; open {front}. Nothing was published."
    done(sentence, {"edition": edition.number, "files": [str(folder / path) for path, *_ in files]}, json=json)


def _approve(target: Target, wiring: Wiring, *, yes: bool, json: bool) -> None:
    before = wiring.editions.page()
    if not json:
        drafted = wiring.draft_page.now()
        for line in _what_changes(drafted, wiring):
            say(line)
        asks = drafted.is_news and not yes and is_somebody_there()
        if asks and not typer.confirm(f"Publish edition {drafted.edition.number}?"):
            say("Nothing was published.")
            raise typer.Exit(1)
    outcome = wiring.publish_page.approve(caller(target))
    if outcome.edition is None or outcome.edition.number != before.number:
        _tell(target, outcome, json=json)
        return
    sentence = f"Edition {before.number} says all there is; nothing was published."
    if before.held:
        sentence += "\nThat yes ends the hold: from now on editions appear as programme.yaml says."
    done(sentence, _as_plain(target, outcome) | {"outcome": "nothing"}, json=json)


def _what_changes(drafted: Drafted, wiring: Wiring) -> Iterator[str]:
    """What the next edition says otherwise; nothing where it says nothing new."""
    if not drafted.is_news:
        return
    latest, language = drafted.latest, wiring.programme.company.default_language
    changes = changes_between(wiring.programme, latest.edition if latest else None, drafted.edition)
    yield f"Edition {drafted.edition.number} would bring:"
    yield from list(what_changes(changes, language)) or ["  nothing that a reader sees yet"]


def _tell(target: Target, outcome: Outcome, *, json: bool) -> None:
    assert outcome.edition is not None  # noqa: S101 - what a person approves has one
    edition, told = outcome.edition, outcome.placed is None or outcome.placed.invalidated
    brought = f", what edition {edition.restores} said," if edition.restores else ""
    sentence = f"Edition {edition.number}{brought} is public: {_url(target)}"
    if not told:
        sentence += "\nCloudFront could not be told: for an hour at most it may show what was public before."
    done(sentence, _as_plain(target, outcome), json=json)


def _as_plain(target: Target, outcome: Outcome) -> dict[str, Any]:
    assert outcome.edition is not None  # noqa: S101 - what a person approves has one
    number, restores = outcome.edition.number, outcome.edition.restores
    return {"outcome": outcome.outcome, "edition": number, "restores": restores, "url": _url(target)}


def _roll_back(target: Target, wiring: Wiring, number: int, *, yes: bool, json: bool) -> None:
    found = next((one for one in wiring.editions.list() if one.number == number), None)
    if not yes and found:
        if json:
            raise InvalidInputError("this changes what the public reads; add --yes", field="yes")
        at = moment(found.published_at, wiring.programme.zone)
        say(f"Edition {number} was published {at}. What was taken back since, such as a quote, stays away.")
        if not typer.confirm(f"Show the public what edition {number} said?"):
            say("Nothing was changed.")
            raise typer.Exit(1)
    _tell(target, wiring.roll_back.to(number, caller(target)), json=json)
    if not json:
        say("From now on nothing appears by rule, until somebody approves: sayso publish --approve")


def _print_link(wiring: Wiring, *, json: bool) -> None:
    manager, until = wiring.programme.follow_up.manager, wiring.clock() + STAFF_LINK_FOR
    language = wiring.programme.company.default_language
    link = wiring.links.edition(wiring.owners.remember(manager), language, until)
    if json:
        as_json({"link": link, "for": manager, "until": until})
        return
    say(f"For {manager}, until {moment(until, wiring.programme.zone)}. Whoever has it can publish in that name:")
    typer.echo(link)


def _list(wiring: Wiring, *, json: bool) -> None:
    editions = wiring.editions.list()
    if json:
        as_json([one.model_dump() for one in editions])
        return
    zone = wiring.programme.zone
    rows = [
        (one.number, moment(one.published_at, zone), one.approved_by, f"edition {one.restores}" if one.restores else "")
        for one in editions
    ]
    columns = ("edition", f"published ({zone.key})", "approved by", "brings back")
    table("Editions", columns, rows, empty="Nothing is public yet.")


def _tell_state(target: Target, wiring: Wiring, *, json: bool) -> None:
    drafted, draft, zone = wiring.draft_page.now(), wiring.review_edition.shown().draft, wiring.programme.zone
    page, waits = drafted.page, drafted.is_news
    since = draft.made_at if draft and waits else None
    if json:
        content: dict[str, Any] = {
            "published": page.number or None,
            "published_at": page.published_at,
            "held": page.held,
            "draft_differs": waits,
            "waits_since": since,
            "approved": bool(draft and draft.approved_by),
            "url": _url(target),
        }
        as_json(content)
        return
    look = "Look at it: sayso publish --preview FOLDER. Then: sayso publish --approve"
    if not page.number:
        say(f"Nothing is public yet. {look}")
        for line in _what_changes(drafted, wiring):
            say(line)
        return
    public = f"Edition {page.number} is public since {moment(page.published_at, zone)}"
    if not waits:
        say(f"{public} and up to date: {_url(target)}")
    elif draft and draft.approved_by:
        say(f"{public}; edition {draft.number} is approved and on its way.")
    elif page.held or wiring.programme.page.editions == "by_approval":
        say(f"{public}; the next one waits{f' since {moment(since, zone)}' if since else ''}. {look}")
    else:
        say(f"{public}; the next one appears by itself within minutes, or at once with: sayso publish --approve")
    for line in _what_changes(drafted, wiring):
        say(line)
    if page.held:
        say(f"After going back to edition {_restored(wiring)} nothing appears by rule until somebody approves.")


def _restored(wiring: Wiring) -> str:
    latest = wiring.editions.latest()
    return str(latest.edition.restores or latest.edition.number) if latest else ""


def _url(target: Target) -> str:
    return f"{target.outputs['SiteUrl']}/page/index.html"
