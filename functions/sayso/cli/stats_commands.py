"""`sayso stats`: questions about the numbers, and how their answers come out."""

from __future__ import annotations

from typing import Annotated

import typer

from sayso.cli import stats_answers
from sayso.cli.account_stats import accounts
from sayso.cli.driver_stats import drivers, needed
from sayso.cli.show import AsJson, StackName, WrongUseError
from sayso.cli.stats_options import (
    Account,
    AsCsv,
    Driver,
    First,
    Language,
    Last,
    Output,
    Owner,
    Picture,
    PictureFile,
    Public,
    Segment,
    Surveys,
    Theme,
)
from sayso.cli.stats_question import By, Question
from sayso.cli.target import find
from sayso.domain.periods import PeriodKind

app = typer.Typer(invoke_without_command=True)
app.command()(drivers)
app.command(context_settings={"ignore_unknown_options": True})(needed)  # -5 is a number, no option
app.command()(accounts)


@app.callback()
def stats(
    context: typer.Context,
    survey: Surveys = None,
    account: Account = None,
    segment: Segment = None,
    language: Language = None,
    driver: Driver = None,
    theme: Theme = None,
    owner: Owner = None,
    by: Annotated[By | None, typer.Option(help="A line for each: one dimension at a time.")] = None,
    first: First = None,
    last: Last = None,
    period: Annotated[
        PeriodKind | None, typer.Option(help="A trend: a line for each of these, with whether it moved.")
    ] = None,
    compare: Annotated[
        bool, typer.Option("--compare", help="Compare with as many days right before: reliable, or noise?")
    ] = False,
    public: Public = False,
    stack: StackName = None,
    json: AsJson = False,
    as_csv: AsCsv = False,
    plot: PictureFile = None,
    picture: Picture = None,
) -> None:
    """Show scores: the relationship score first, then every survey by itself; or what the options ask for.

    Only confirmed answers make a score. Every score comes with its 95 % interval, its number of answers and who of
    those asked has answered. Days are UTC days; without --from and --to the last twelve months, and with --period from
    the start of the first of these. What waits for evidence of a person, or looks like a mail scanner's, is told apart:
    sayso answers lists it.
    """
    if context.invoked_subcommand:
        _nothing_before(context)
        return
    question = Question(
        surveys=tuple(survey or ()),
        account=account,
        segment=segment,
        language=language,
        driver=driver,
        theme=theme,
        owner=owner,
        by=by,
        period=period,
        compare=compare,
        public=public,
    )
    output = Output(json=json, csv=as_csv, plot=plot, picture=picture)
    wiring = find(stack).wiring()
    stats_answers.answer(wiring, question, first, last, output)


def _nothing_before(context: typer.Context) -> None:
    """Options before the name of a subcommand would be lost without a word: raise WrongUseError for the first."""
    command = context.invoked_subcommand
    given = [name for name, value in context.params.items() if value not in (None, False, [], ())]
    if given:
        option = {"first": "from", "last": "to", "as_csv": "csv"}.get(given[0], given[0])
        raise WrongUseError(f"write --{option} behind the command: sayso stats {command} --{option} …")
