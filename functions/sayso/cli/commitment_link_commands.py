"""`sayso commitments show|link|unlink`: a commitment with its history, and the answers behind it."""

from __future__ import annotations

from getpass import getuser
from pathlib import Path
from typing import Annotated, Any

import typer

from sayso.adapters.commitment_file import is_file_of, write_commitment
from sayso.cli.commitment_commands import Id
from sayso.cli.commitment_words import about, story
from sayso.cli.linked_answers import linked_answers, say_before_linking, say_linked
from sayso.cli.page_refresh import refresh_page
from sayso.cli.show import AsJson, StackName, WrongUseError, as_json, done, plural, read_since, say
from sayso.cli.target import find
from sayso.cli.written_files import said_if_it_cannot_be_written
from sayso.domain.commitment import Commitment
from sayso.domain.errors import InvalidInputError
from sayso.domain.unconfirmed import answer_id
from sayso.services.link_answers import Linked, LinkPlan
from sayso.wiring import Wiring

Answers = Annotated[
    list[str] | None,
    typer.Argument(metavar="[ANSWER]...", help="Ids of answers, as `sayso answers list --state confirmed` has them."),
]
Yes = Annotated[bool, typer.Option("--yes", help="Do not ask whether it is right.")]
_LEFT_OUT = {
    "promoter": "of promoters, who asked for nothing (--all-scores takes them too)",
    "erased": "of people who were erased",
    "nobody": "imported without their people",
    "unconfirmed": "nobody was seen giving",
}


def show(
    commitment: Id,
    history: Annotated[bool, typer.Option("--history", help="Who changed what, and when.")] = False,
    answers: Annotated[
        bool, typer.Option("--answers", help="The answers behind it: whose, their words, linked when and by whom.")
    ] = False,
    file: Annotated[Path | None, typer.Option("--file", help="Write it into this file, to be edited.")] = None,
    yes: Annotated[
        bool, typer.Option("--yes", help="With --file: replace a file that is not this commitment's.")
    ] = False,
    stack: StackName = None,
    json: AsJson = False,
) -> None:
    """Show a commitment as it is written now, where its draft differs from what is public, and who changed what.

    With --answers also which answers are linked to it; `sayso commitments unlink` takes their ids.
    """
    if yes and not file:
        raise WrongUseError("--yes goes with --file")
    wiring = find(stack).wiring()
    found, zone = wiring.keep_commitments.get(commitment), wiring.programme.zone
    if file:
        _write(file, found, write_commitment(found, wiring.programme.company.languages), yes=yes)
        done(f"{commitment}: written to {file}.", {"id": commitment, "file": str(file)}, json=json)
        return
    changes = wiring.keep_commitments.history(commitment) if history else []
    linked = linked_answers(wiring, commitment) if answers else []
    if json:
        plain: dict[str, Any] = {**found.model_dump(mode="json"), "draft_differs": found.has_draft}
        told = [{**vars(one), "fields": [vars(field) for field in one.fields]} for one in changes]
        plain |= {"history": told} if history else {}
        plain |= {"answers": [one.as_json() for one in linked]} if answers else {}
        as_json(plain)
        return
    for line in about(found, zone):
        say(line)
    for line in story(changes, zone):
        say(line)
    if answers:
        say_linked(wiring, commitment, linked)


def link(
    commitment: Id,
    answers: Answers = None,
    theme: Annotated[str | None, typer.Option(help="All confirmed answers filed under this theme.")] = None,
    since: Annotated[
        str | None,
        typer.Option(help="With --theme: given since this day. Default: 12 months ago.", metavar="DAY"),
    ] = None,
    all_scores: Annotated[
        bool, typer.Option("--all-scores", help="With --theme: promoters too, not only whoever missed something.")
    ] = False,
    yes: Yes = False,
    stack: StackName = None,
    json: AsJson = False,
) -> None:
    """Say which answers are behind it: the number of people who asked for it is made of these, and of nothing else.

    When it is done, these people can be told. Linked again, an answer counts once. Read what they wrote before you say
    yes: a broad theme is not what a sentence says.
    """
    if bool(answers) == bool(theme):
        raise WrongUseError("name answers, or a theme with --theme")
    if answers and (since or all_scores):
        raise WrongUseError("--since and --all-scores go with --theme")
    wiring = find(stack).wiring()
    service = wiring.link_answers
    if theme:
        day = read_since(since, wiring.clock().date()) if since else service.usually_since
        plan = service.plan_theme(commitment, theme, since=day, all_scores=all_scores)
        where = f" filed under {theme} since {day}"
    else:
        plan, where = service.plan_answers(commitment, answers or []), ""
    lines = list(_left_out(plan))
    if plan.references:
        question = (
            f"{plural(len(plan.references), 'answer')}{where}, of {plural(plan.people, 'contact')}; "
            f"{plan.new_people:,} of them {'is' if plan.new_people == 1 else 'are'} not behind {commitment} yet."
        )
        if theme and not json:
            say_before_linking(wiring, plan.references)
        _ask(question, lines, "Link them?", yes=yes, json=json)
    elif not json:
        say(f"Nothing to link: no answer{where} is new to {commitment}.")
        for line in lines:
            say(line)
    linked = service.link(plan, getuser())
    sentence = f"{commitment}: {plural(linked.voices, 'contact')} behind it, {linked.moved:,} more than before."
    _tell(wiring, plan, linked, sentence, json=json)


def unlink(
    commitment: Id,
    answers: Answers = None,
    all_of_them: Annotated[bool, typer.Option("--all", help="All answers.")] = False,
    yes: Yes = False,
    stack: StackName = None,
    json: AsJson = False,
) -> None:
    """Say that answers are not behind it after all."""
    if bool(answers) == all_of_them:
        raise WrongUseError("name answers, or say --all")
    wiring = find(stack).wiring()
    plan = wiring.link_answers.plan_unlinking(commitment, answers or None)
    question = f"{plural(len(plan.references), 'answer')}, of {plural(plan.people, 'contact')}."
    _ask(question, [], f"Take them away from {commitment}?", yes=yes, json=json)
    unlinked = wiring.link_answers.unlink(plan, getuser())
    sentence = f"{commitment}: {plural(unlinked.voices, 'contact')} behind it, {-unlinked.moved:,} fewer than before."
    _tell(wiring, plan, unlinked, sentence, json=json)


def _ask(question: str, lines: list[str], ask: str, *, yes: bool, json: bool) -> None:
    if json and not yes:
        raise WrongUseError("with --json nobody can be asked: say --yes too")
    if json:
        return
    for line in (question, *lines):
        say(line)
    if not yes:
        typer.confirm(ask, abort=True)


def _left_out(plan: LinkPlan) -> list[str]:
    already = [f"{plural(plan.already, 'answer')} linked already."] if plan.already else []
    return already + [f"Left out: {number:,} {_LEFT_OUT[reason]}." for reason, number in plan.left_out.items()]


def _tell(wiring: Wiring, plan: LinkPlan, linked: Linked, sentence: str, *, json: bool) -> None:
    if linked.moved and plan.commitment.is_public:
        refresh_page(wiring, "links")
    names = [answer_id(reference) for reference in plan.references]
    content = {"id": plan.commitment.commitment_id, "answers": names, "moved": linked.moved, "voices": linked.voices}
    done(sentence, content, json=json)


def _write(file: Path, commitment: Commitment, text: str, *, yes: bool) -> None:
    with said_if_it_cannot_be_written(file):
        if not yes and file.exists() and not is_file_of(commitment.commitment_id, file.read_bytes()):
            reason = f"is there already and is not the file of {commitment.commitment_id}; --yes replaces it"
            raise InvalidInputError(reason, field=str(file))
        file.write_text(text, encoding="utf-8", newline="\n")
