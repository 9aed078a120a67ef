"""How the command line speaks: sentences and tables for people, JSON for machines."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Annotated, Any
from zoneinfo import ZoneInfo

import typer
from rich.console import Console
from rich.table import Table

StackName = Annotated[
    str | None,
    typer.Option(
        "--stack", help="A deployed stack by its CloudFormation name. Default: the local one.", metavar="NAME"
    ),
]
AsJson = Annotated[bool, typer.Option("--json", help="Answer in JSON, for machines.")]

# Where nobody reads along, in a file or a pipe, there is no edge to fold at.
console = Console(highlight=False, soft_wrap=True, width=None if sys.stdout.isatty() else 200)


def say(sentence: str) -> None:
    """Print a sentence as it is."""
    console.print(sentence, markup=False)


def as_json(content: Any) -> None:
    """Print a value as JSON."""
    typer.echo(json.dumps(content, indent=2, ensure_ascii=False, default=str))


def done(sentence: str, content: Any, *, json: bool) -> None:
    """Say what was done: a sentence for people, the changed thing for machines."""
    if json:
        as_json(content)
    else:
        say(sentence)


def table(title: str, columns: Sequence[str], rows: Iterable[Sequence[Any]], *, empty: str) -> None:
    """Print rows as a table, or the sentence `empty` when there are none."""
    listed = list(rows)
    if not listed:
        say(empty)
        return
    shown = Table(title=title, title_justify="left", title_style="bold", box=None, pad_edge=False)
    for number, column in enumerate(columns):
        shown.add_column(column, overflow="fold", no_wrap=number == 0)
    for row in listed:
        shown.add_row(*("" if cell is None else str(cell) for cell in row))
    console.print(shown)


def moment(at: datetime | None, zone: ZoneInfo) -> str:
    """A moment in the company's time zone, to the minute."""
    return at.astimezone(zone).strftime("%Y-%m-%d %H:%M") if at else ""
