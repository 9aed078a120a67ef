"""`sayso commitments`: what was heard, what is done about it, and what the public reads of it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from getpass import getuser
from pathlib import Path
from typing import Annotated, Any

import typer

from sayso.adapters.commitment_file_reader import ReadCommitment
from sayso.cli.commitment_texts import (
    DecidedOn,
    Did,
    DoneOn,
    Editing,
    File,
    Heard,
    Owner,
    PlannedFor,
    Reason,
    Status,
    Theme,
    Title,
    given_fields,
    is_somebody_there,
    read_file,
)
from sayso.cli.commitment_words import COLUMNS, row
from sayso.cli.show import AsJson, StackName, WrongUseError, as_json, done, plural, say, table
from sayso.cli.target import find
from sayso.domain.commitment import Commitment
from sayso.domain.commitment_rules import FIELDS
from sayso.domain.errors import InvalidInputError
from sayso.wiring import Wiring

app = typer.Typer(help="What was heard and what is done about it.", no_args_is_help=True)

Id = Annotated[str, typer.Argument(metavar="ID", help="A short name, such as faster-replies.")]


@app.command("add")
def add(
    commitment: Id,
    file: File = None,
    title: Title = None,
    heard: Heard = None,
    did: Did = None,
    reason: Reason = None,
    status: Status = None,
    theme: Theme = None,
    owner: Owner = None,
    planned_for: PlannedFor = None,
    done_on: DoneOn = None,
    decided_on: DecidedOn = None,
    stack: StackName = None,
    json: AsJson = False,
) -> None:
    """Write a commitment down. Nobody but you sees it until it is published.

    With a file, with options, or with neither: then your editor opens.
    """
    wiring = find(stack).wiring()
    fields = given_fields(
        title=title, heard=heard, did=did, reason=reason, status=status, theme=theme, owner=owner,
        planned_for=planned_for, done_on=done_on, decided_on=decided_on,
    )  # fmt: skip
    added = _write(wiring, commitment, None, file, fields)
    if added is None:
        raise InvalidInputError("nothing was written, so nothing was added", field=commitment)
    sentence = f"{commitment}: added. Link the answers behind it: sayso commitments link {commitment} --theme THEME"
    done(sentence, added.model_dump(mode="json"), json=json)


@app.command("edit")
def edit(
    commitment: Id,
    file: File = None,
    title: Title = None,
    heard: Heard = None,
    did: Did = None,
    reason: Reason = None,
    status: Status = None,
    theme: Theme = None,
    owner: Owner = None,
    planned_for: PlannedFor = None,
    done_on: DoneOn = None,
    decided_on: DecidedOn = None,
    stack: StackName = None,
    json: AsJson = False,
) -> None:
    """Change its draft: what options give, all that a file says, or, with neither, what you write in your editor.

    What the public reads stays as it is until you publish it again. A file says all of it: what it leaves out is gone.
    """
    wiring = find(stack).wiring()
    fields = given_fields(
        title=title, heard=heard, did=did, reason=reason, status=status, theme=theme, owner=owner,
        planned_for=planned_for, done_on=done_on, decided_on=decided_on,
    )  # fmt: skip
    known = wiring.keep_commitments.get(commitment)
    changed = _write(wiring, commitment, known, file, fields)
    if changed is None or changed == known:
        done(f"{commitment}: nothing is different.", known.model_dump(mode="json"), json=json)
        return
    differs = f" The public still reads what was published; then: sayso commitments publish {commitment}"
    done(f"{commitment}: changed.{differs if changed.has_draft else ''}", changed.model_dump(mode="json"), json=json)


@app.command("publish")
def publish_commitment(commitment: Id, stack: StackName = None, json: AsJson = False) -> None:
    """Let the public read it as it is written now: on the page's next edition."""
    wiring = find(stack).wiring()
    published = wiring.keep_commitments.publish(commitment, getuser())
    sentence = f"{commitment}: published; it comes with the page's next edition. See: sayso publish"
    done(sentence, published.model_dump(mode="json"), json=json)


@app.command("unpublish")
def unpublish(commitment: Id, stack: StackName = None, json: AsJson = False) -> None:
    """Take it off the page. Its texts stay as they are, and it can be published again."""
    wiring = find(stack).wiring()
    known = wiring.keep_commitments.get(commitment)
    if not known.is_public:
        done(f"{commitment}: is not public; nothing was changed.", known.model_dump(mode="json"), json=json)
        return
    taken_off = wiring.keep_commitments.unpublish(commitment, getuser())
    sentence = f"{commitment}: not public any more; it leaves the page with the next edition."
    done(sentence, taken_off.model_dump(mode="json"), json=json)


@app.command("remove")
def remove(
    commitment: Id,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask whether I am sure.")] = False,
    stack: StackName = None,
    json: AsJson = False,
) -> None:
    """Remove one that was never public, with its links and its history. What was public is unpublished instead."""
    wiring = find(stack).wiring()
    known = wiring.remove_commitment.check(commitment)
    if json and not yes:
        raise WrongUseError("with --json nobody can be asked: say --yes too")
    behind = f" and the links of {plural(known.voices, 'contact')}" if known.voices else ""
    if not yes and not typer.confirm(f"Remove {commitment}, its texts, its history{behind}? Nothing brings it back."):
        say("Nothing was changed.")
        raise typer.Exit(1)
    wiring.remove_commitment.remove(commitment, getuser())
    done(f"{commitment}: removed.", {"id": commitment, "removed": True, "voices": known.voices}, json=json)


@app.command("list")
def list_commitments(stack: StackName = None, json: AsJson = False) -> None:
    """List all of them, the last changed first, and behind them what was never public."""
    wiring = find(stack).wiring()
    found = sorted(wiring.keep_commitments.list(), key=lambda one: one.published_on is None)
    if json:
        as_json([{**one.model_dump(mode="json"), "draft_differs": one.has_draft} for one in found])
        return
    language = wiring.programme.company.default_language
    table("Commitments", COLUMNS, [row(one, language) for one in found], empty="No commitments yet.")


def _write(
    wiring: Wiring, name: str, known: Commitment | None, file: Path | None, fields: dict[str, Any]
) -> Commitment | None:
    """Add it, or change `known`; None when nothing was written."""
    keep, by = wiring.keep_commitments, getuser()

    def kept(given: dict[str, Any]) -> Commitment:
        return keep.edit(name, given, by, seen=known) if known else keep.add(name, given, by)

    def wrong(given: Mapping[str, Any], unread: Collection[str]) -> Sequence[InvalidInputError]:
        return keep.mistakes(name, given, known, unread)

    if file and fields:
        raise WrongUseError("a file says all of it: give the file, or options")
    if fields:
        return kept(fields)
    if file:
        if known is None:
            keep.check_new(name)
        return _kept_as_read(read_file(file, wrong), kept)
    if not is_somebody_there():
        raise InvalidInputError("there is no terminal for an editor; use --file, or options (see --help)")
    if known is None:
        keep.check_new(name)  # before anybody writes a text that has nowhere to go
    with Editing(name, known, wiring.programme.company.languages) as editing:
        read_of_editor = editing.read(wrong)
        return None if read_of_editor is None else _kept_as_read(read_of_editor, kept)


def _kept_as_read(read: ReadCommitment, kept: Callable[[dict[str, Any]], Commitment]) -> Commitment:
    try:
        return kept(read.fields)
    except InvalidInputError as error:
        raise (read.refused(error) if error.field.split(".")[0] in FIELDS else error) from None
