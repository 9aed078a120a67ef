"""How the command line speaks: sentences and tables for people, JSON for machines."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime
from typing import Annotated, Any
from zoneinfo import ZoneInfo

import typer
from rich.console import Console
from rich.table import Table
from rich.text import Text

from sayso.domain.errors import InvalidInputError, SaysoError
from sayso.domain.imported_answer import EARLIEST
from sayso.domain.public_text import made_visible
from sayso.domain.time import utc_text

StackName = Annotated[
    str | None,
    typer.Option(
        "--stack", help="A deployed stack by its CloudFormation name. Default: the local one.", metavar="NAME"
    ),
]
AsJson = Annotated[bool, typer.Option("--json", help="Answer in JSON, for machines.")]

# Where nobody reads along, in a file or a pipe, there is no edge to fold at.
console = Console(highlight=False, soft_wrap=True, width=None if sys.stdout.isatty() else 200)


class WrongUseError(InvalidInputError):
    """The options do not go together: exit code 2, as for an option that is not there."""


def say(sentence: str) -> None:
    """Print a sentence as it is, but for what would steer the terminal."""
    console.print(made_visible(sentence), markup=False)


def as_json(content: Any) -> None:
    """Print a value as JSON, every moment in UTC with a Z."""
    text = json.dumps(content, indent=2, ensure_ascii=False, default=_plain)
    if (shown := made_visible(text)) != text:
        # What was replaced stands inside of strings: escaped, machines read the same.
        text = "".join(a if a == b else json.dumps(a)[1:-1] for a, b in zip(text, shown, strict=True))
    typer.echo(text)


def _plain(value: object) -> str:
    return utc_text(value) if isinstance(value, datetime) and value.tzinfo else str(value)


@contextmanager
def typed_as(**options: str) -> Iterator[None]:
    """Within it, an error about a field names the option that was typed: ``typed_as(cause="--cause")``."""
    try:
        yield
    except SaysoError as error:
        if error.field not in options:
            raise
        raise type(error)(error.reason, field=options[error.field]) from None


def times_are_of(zone: ZoneInfo) -> None:
    """Say which time zone the times below are of."""
    say(f"Times are of {zone.key}.")


def plural(number: int, one: str, many: str = "") -> str:
    """A number of things: ``1 counter``, ``2 counters``; `many` where an s alone does not make it."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


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
    shown = Table(title=made_visible(title), title_justify="left", title_style="bold", box=None, pad_edge=False)
    for number, column in enumerate(columns):
        shown.add_column(made_visible(column), overflow="fold", no_wrap=number == 0)
    for row in listed:
        # What a customer wrote may read like markup, or steer the terminal.
        shown.add_row(*(Text("" if cell is None else made_visible(str(cell))) for cell in row))
    console.print(shown)


def moment(at: datetime | None, zone: ZoneInfo) -> str:
    """A moment in the company's time zone, to the minute."""
    return at.astimezone(zone).strftime("%Y-%m-%d %H:%M") if at else ""


def read_day(text: str, option: str) -> date:
    """A day as people type it; raises InvalidInputError, naming the option, when it is none."""
    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        raise InvalidInputError(f"'{text}' is not a day; write it like 2026-12-31", field=option) from None


def read_since(text: str, today: date) -> date:
    """The first day of what is looked at, as ``--since`` has it; raises InvalidInputError, naming the option.

    Before 2000 there are no answers: such a day is a slip of the hand, and every month since is a query.
    """
    day = read_day(text, "--since")
    if day < EARLIEST.date():
        raise InvalidInputError(f"{day} is before {EARLIEST.date()}, and no answer is", field="--since")
    if day > today:
        raise InvalidInputError(f"{day} is still to come", field="--since")
    return day


def read_hidden(what: str) -> str:
    """A secret from a prompt that does not show it, or from standard input; an argument would stay in the history."""
    if sys.stdin.isatty():
        return str(typer.prompt(what, hide_input=True)).strip()
    return sys.stdin.readline().strip()
