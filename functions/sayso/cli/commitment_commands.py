"""`sayso commitments` and `publish`: what was heard, what is done about it, and what the public reads of it."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import Annotated, Any

import typer

from sayso.cli.show import AsJson, StackName, as_json, done, say, table
from sayso.cli.target import find
from sayso.domain.commitment import STATUSES
from sayso.domain.errors import InvalidInputError
from sayso.domain.programme import LANGUAGES
from sayso.domain.time import utc_text
from sayso.wiring import Wiring

app = typer.Typer(help="What was heard and what is done about it.", no_args_is_help=True)

Id = Annotated[str, typer.Argument(metavar="ID", help="A short name, such as faster-replies.")]
_BY_LANGUAGE = "Once for each language: LANGUAGE=TEXT."
Title = Annotated[list[str] | None, typer.Option(help=f"The title. {_BY_LANGUAGE}", metavar="en=TEXT")]
Heard = Annotated[list[str] | None, typer.Option(help=f"What customers said. {_BY_LANGUAGE}", metavar="en=TEXT")]
Did = Annotated[list[str] | None, typer.Option(help=f"What we do or did. {_BY_LANGUAGE}", metavar="en=TEXT")]
Reason = Annotated[list[str] | None, typer.Option(help=f"Why it was declined. {_BY_LANGUAGE}", metavar="en=TEXT")]
Status = Annotated[str | None, typer.Option(help=f"One of {', '.join(STATUSES)}.")]
AskedBy = Annotated[int | None, typer.Option(help="How many customers said so.", min=0)]
DoneOn = Annotated[datetime | None, typer.Option(formats=["%Y-%m-%d"], help="The day it was done.")]


@app.command("add")
def add(
    commitment: Id,
    title: Title = None,
    heard: Heard = None,
    did: Did = None,
    reason: Reason = None,
    status: Status = None,
    asked_by: AskedBy = None,
    done_on: DoneOn = None,
    stack: StackName = None,
    json: AsJson = False,
) -> None:
    """Write a commitment down. Nobody but you sees it until it is published."""
    fields = _fields(title, heard, did, reason, status, asked_by, done_on)
    added = find(stack).wiring().keep_commitments.add(commitment, {"title": {}, "heard": {}, **fields})
    sentence = f"{commitment}: added. Publish it with: sayso commitments publish {commitment}"
    done(sentence, added.model_dump(mode="json"), json=json)


@app.command("edit")
def edit(
    commitment: Id,
    title: Title = None,
    heard: Heard = None,
    did: Did = None,
    reason: Reason = None,
    status: Status = None,
    asked_by: AskedBy = None,
    done_on: DoneOn = None,
    stack: StackName = None,
    json: AsJson = False,
) -> None:
    """Change what is given and leave the rest. A published one changes on the public page too."""
    wiring = find(stack).wiring()
    fields = _fields(title, heard, did, reason, status, asked_by, done_on)
    if not fields:
        raise InvalidInputError("nothing to change was given; see --help", field="options")
    changed = wiring.keep_commitments.edit(commitment, fields)
    if changed.published_on:
        ask_for_page(wiring)
    done(f"{commitment}: changed.", changed.model_dump(mode="json"), json=json)


@app.command("publish")
def publish_commitment(commitment: Id, stack: StackName = None, json: AsJson = False) -> None:
    """Let the public read it: on the page's next edition, once somebody approved the first one."""
    wiring = find(stack).wiring()
    published = wiring.keep_commitments.publish(commitment)
    ask_for_page(wiring)
    sentence = f"{commitment}: published; the page follows within minutes."
    if wiring.editions.latest() is None:
        sentence = f"{commitment}: will be public with the first edition. Approve it with: sayso publish --approve"
    done(sentence, published.model_dump(mode="json"), json=json)


@app.command("list")
def list_commitments(stack: StackName = None, json: AsJson = False) -> None:
    """List all of them, the last changed first."""
    wiring = find(stack).wiring()
    found = wiring.keep_commitments.list()
    if json:
        as_json([one.model_dump(mode="json") for one in found])
        return
    language = wiring.programme.company.default_language
    rows = [
        (one.commitment_id, one.status, one.title.get(language, ""), one.done_on, one.published_on or "not public")
        for one in found
    ]
    table("Commitments", ("id", "status", "title", "done", "public since"), rows, empty="No commitments yet.")


def publish(
    approve: Annotated[bool, typer.Option("--approve", help="Publish the page as it would be now.")] = False,
    preview: Annotated[
        Path | None, typer.Option(help="Write the page as it would be now into this folder.", file_okay=False)
    ] = None,
    stack: StackName = None,
    json: AsJson = False,
) -> None:
    """Look at the public page's next edition, or approve it. Nothing is public before the first approval."""
    target = find(stack)
    wiring = target.wiring()
    service = wiring.publish_page
    url = f"{target.outputs['SiteUrl']}/page/index.html"
    if preview:
        from sayso.adapters.page import page_files  # brings Jinja, Fluent and Babel: only where a page is made

        for path, body, _, _ in page_files(wiring.renderer, wiring.programme, service.draft(), base=""):
            file = preview / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(body)
        say(f"Written to {preview / 'page' / 'index.html'}; nothing was published.")
    if approve:
        published = service.approve()
        assert published.edition is not None  # noqa: S101 - an approval always has one
        if json:
            as_json({"outcome": published.outcome, "edition": published.edition.number, "url": url})
        else:
            say(f"Edition {published.edition.number} is public: {url}")
    elif not preview:
        _tell_state(wiring, url, json=json)


def ask_for_page(wiring: Wiring) -> None:
    """Have the public page rendered again, as a change in the table does by itself."""
    queue = wiring.queue(wiring.settings.page_queue_url)
    queue.send_once_a(f"commitments-{utc_text(wiring.clock())}", {"why": "commitments"})


def _tell_state(wiring: Wiring, url: str, *, json: bool) -> None:
    latest, draft = wiring.editions.latest(), wiring.publish_page.draft()
    differs = latest is None or draft.number != latest.number
    if json:
        as_json({"published": latest.number if latest else None, "draft_differs": differs, "url": url})
    elif latest is None:
        say("Nothing is public yet. Look at it: sayso publish --preview FOLDER. Then: sayso publish --approve")
    elif differs:
        say(f"Edition {latest.number} is public; the next one waits. Publish it with: sayso publish --approve")
    else:
        say(f"Edition {latest.number} is public and up to date: {url}")


def _fields(
    title: list[str] | None,
    heard: list[str] | None,
    did: list[str] | None,
    reason: list[str] | None,
    status: str | None,
    asked_by: int | None,
    done_on: datetime | date | None,
) -> dict[str, Any]:
    texts = {"title": title, "heard": heard, "did": did, "reason": reason}
    fields: dict[str, Any] = {name: _texts(name, given) for name, given in texts.items() if given}
    day = done_on.date() if isinstance(done_on, datetime) else done_on
    plain = {"status": status, "asked_by": asked_by, "done_on": day}
    return fields | {name: value for name, value in plain.items() if value is not None}


def _texts(field: str, given: list[str]) -> dict[str, str]:
    texts: dict[str, str] = {}
    for entry in given:
        language, separator, text = entry.partition("=")
        if not separator or language not in LANGUAGES:
            raise InvalidInputError(f"'{entry[:40]}' must be LANGUAGE=TEXT, such as en=…", field=field)
        texts[language] = text
    return texts
