"""`sayso themes`: what answers are about, by rule and by a person's word."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from getpass import getuser
from itertools import islice
from typing import Annotated

import typer

from sayso.cli.answer_commands import AnswerId
from sayso.cli.show import AsJson, StackName, WrongUseError, as_json, done, plural, read_since, say, table
from sayso.cli.stats_choice import read_selection
from sayso.cli.stats_question import Question
from sayso.cli.stats_words import sentence
from sayso.cli.target import find
from sayso.cli.theme_refile import refile
from sayso.cli.theme_words import (
    COLUMNS,
    HEADS,
    answer_json,
    answer_row,
    beside,
    label_of,
    line_row,
    listed_title,
    notes,
    themes_json,
)
from sayso.domain.errors import InvalidInputError
from sayso.domain.response import Response
from sayso.domain.unconfirmed import answer_id
from sayso.ports import Reference
from sayso.services.file_answers import find_theme
from sayso.services.list_answers import ListedAnswer
from sayso.wiring import Wiring

_LISTED = 50
_IDS = "An ID names an answer, as in sayso answers list --state confirmed and in the lists of this command."

app = typer.Typer(
    help=f"Themes: what answers are about, how those under each score, and your word on what is suggested. {_IDS}",
    invoke_without_command=True,
)
app.command()(refile)
ThemeName = Annotated[str, typer.Argument(metavar="THEME", help="The id of a theme, or its label.")]
IdsAndTheme = Annotated[
    list[str],
    typer.Argument(
        metavar="ID... THEME",
        help="One answer or several (sayso answers list --state confirmed has their ids), and the theme last.",
    ),
]
Survey = Annotated[str | None, typer.Option("--survey", help="Of this survey. Default: the relationship surveys.")]
Since = Annotated[
    str | None, typer.Option("--since", help="Counted on or after this UTC day. Default: twelve months.", metavar="DAY")
]
_Decide = Callable[[Sequence[Reference], str, str], list[Response]]


@app.callback()
def themes(context: typer.Context, survey: Survey = None, stack: StackName = None, json: AsJson = False) -> None:
    """Without a command of its own, the same as `sayso themes list`."""
    if context.invoked_subcommand is None:
        list_themes(survey, stack, json)
    elif any((survey, stack, json)):
        raise WrongUseError(f"write the options behind '{context.invoked_subcommand}'")


@app.command("list")
def list_themes(survey: Survey = None, stack: StackName = None, json: AsJson = False) -> None:
    """List the themes with their answers of twelve months: how many, their NPS, and whether it moved.

    What is suggested by words counts under no theme before somebody accepts it.
    """
    wiring = find(stack).wiring()
    which = read_selection(wiring.read_stats, Question(surveys=(survey,) if survey else ()))
    found = wiring.read_themes.all(which)
    if json:
        as_json(themes_json(found, wiring.programme))
        return
    rows = [line_row(line, wiring.programme) for line in found.lines]
    title = f"{found.which.name} by theme, {found.span.first} to {found.span.last}"
    table(title, HEADS, rows, empty="There are no themes: programme.yaml has neither themes nor drivers.")
    if rows:
        say("")
        for note in notes(found):
            say(note)


@app.command("show")
def show(theme: ThemeName, since: Since = None, stack: StackName = None, json: AsJson = False) -> None:
    """Show the answers under a theme, newest first, with their words; suggestions are marked."""
    wiring = find(stack).wiring()
    known = wiring.read_themes.find(theme)
    start = _start(wiring, since)
    line = wiring.read_themes.line(known)
    listed, more = _answers(wiring, known, start, {"filed", "suggested"})
    if json:
        content = [answer_json(one, known) for one in listed]
        as_json({**line.as_json(), "since": start, "answers": content, "more": more})
        return
    surveys = ", ".join(wiring.read_stats.headline_selection.surveys)
    say(f"{label_of(known, wiring.programme)}, in {surveys}: {sentence(line.figures)}")
    for note in beside(line):
        say(note)
    rows = [answer_row(one, known, wiring.programme.zone, wiring.programme) for one in listed]
    table(listed_title(listed, known, start), COLUMNS, rows, empty=f"No answers under it since {start}.")
    _say_more(more)


@app.command("suggestions")
def suggestions(
    theme: Annotated[str | None, typer.Argument(metavar="THEME", help="Only of this one.")] = None,
    since: Since = None,
    stack: StackName = None,
    json: AsJson = False,
) -> None:
    """List the answers whose words suggest a theme that nobody has decided about, newest first."""
    wiring = find(stack).wiring()
    known = wiring.read_themes.find(theme) if theme else None
    start = _start(wiring, since)
    listed, more = _answers(wiring, known, start, {"suggested"})
    if json:
        as_json({"since": start, "answers": [answer_json(one, known) for one in listed], "more": more})
        return
    heads = (COLUMNS[0], "suggested" if known is None else COLUMNS[1], *COLUMNS[2:])
    rows = [answer_row(one, known, wiring.programme.zone, wiring.programme) for one in listed]
    table(f"Suggestions since {start}", heads, rows, empty=f"Nothing is suggested since {start}.")
    _say_more(more)
    if rows:
        say("sayso themes accept ID THEME, or sayso themes reject ID THEME")


@app.command("accept")
def accept(
    names: IdsAndTheme,
    everything: Annotated[bool, typer.Option("--all", help="All suggestions of the theme, instead of IDs.")] = False,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask whether I am sure.")] = False,
    since: Since = None,
    stack: StackName = None,
    json: AsJson = False,
) -> None:
    """Accept a suggestion: the answer is filed under the theme from then on, whatever its words become."""
    wiring = find(stack).wiring()
    if not everything:
        if since or yes:
            raise WrongUseError("--since and --yes go with --all")
        _decided(wiring, wiring.file_answers.accept, names, json=json)
        return
    if len(names) != 1:
        raise WrongUseError("with --all name the theme alone")
    known = find_theme(wiring.programme, names[0]).id
    found = list(wiring.file_answers.suggestions(known, _start(wiring, since), wiring.clock().date()))
    if found and not yes:
        _ask(len(found), label_of(known, wiring.programme), json=json)
    after = wiring.file_answers.accept([one.reference for one in found], known, getuser())
    accepted = plural(len(after), "suggestion")
    done(f"{accepted} accepted.", {"theme": known, "accepted": [answer_id(one.reference) for one in after]}, json=json)


@app.command("reject")
def reject(names: IdsAndTheme, stack: StackName = None, json: AsJson = False) -> None:
    """Say that an answer is not about a theme, suggested or filed: no rule and no edit brings it back."""
    wiring = find(stack).wiring()
    themes_ = wiring.read_themes
    *_, theme = names
    about = f"not about {label_of(themes_.find(theme), wiring.programme)}"
    _decided(
        wiring,
        lambda ids, theme, by: wiring.file_answers.reject(ids, themes_.find(theme), by),
        names,
        json=json,
        told=about,
    )


@app.command("file")
def file(
    answer: AnswerId,
    themes_: Annotated[list[str], typer.Argument(metavar="THEME...", help="One theme or several.")],
    stack: StackName = None,
    json: AsJson = False,
) -> None:
    """File an answer under themes by hand, whatever the rules say; also one that was rejected before."""
    wiring = find(stack).wiring()
    found = wiring.list_answers.find(answer)
    after = wiring.file_answers.file([found.response.reference], themes_, getuser())
    was_so = [one.themes for one in after] == [found.response.themes]
    _tell(wiring, after, json=json, told="was filed before" if was_so else "")


def _decided(wiring: Wiring, decide: _Decide, names: list[str], *, json: bool, told: str = "") -> None:
    *ids, theme = names
    if not ids:
        raise WrongUseError("name the answers and, last, the theme: ID... THEME")
    _tell(wiring, decide(wiring.list_answers.references(ids), theme, getuser()), json=json, told=told)


def _tell(wiring: Wiring, answers: list[Response], *, json: bool, told: str = "") -> None:
    listed = wiring.list_answers.listed(answers)
    if json:
        as_json({"answers": [answer_json(one, None) for one in listed]})
        return
    for one in listed:
        under = [label_of(name, wiring.programme) for name in one.response.filed_under]
        filed_under = f"filed under {', '.join(under) if under else 'nothing'}"
        say(f"{one.answer_id}: {told + '; ' if told else ''}{filed_under}.")


def _ask(number: int, label: str, *, json: bool) -> None:
    if json:
        raise InvalidInputError("this files answers nobody has looked at one by one; add --yes", field="yes")
    if not typer.confirm(f"File {plural(number, 'answer')} under {label}?"):
        say("Nothing was changed.")
        raise typer.Exit(1)


def _start(wiring: Wiring, since: str | None) -> date:
    return read_since(since, wiring.clock().date()) if since else wiring.read_stats.window().first


def _answers(wiring: Wiring, theme: str | None, since: date, states: set[str]) -> tuple[Sequence[ListedAnswer], bool]:
    """The newest of the answers, and whether there are more."""
    found = list(islice(wiring.read_themes.answers(theme, since, states=states), _LISTED + 1))
    return wiring.list_answers.listed(found[:_LISTED]), len(found) > _LISTED


def _say_more(more: bool) -> None:
    if more:
        say(f"These are the newest {_LISTED}; sayso export responses has all of them.")
