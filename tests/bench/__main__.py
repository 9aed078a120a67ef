"""`make bench`: each figure side by side with its floor in one run, as a ratio; machines are too noisy for more."""

from __future__ import annotations

import sys

from rich.console import Console
from rich.table import Table

import tests.conftest  # noqa: F401 - its environment: nothing reaches a real AWS account
from tests.bench import (
    cold_start,
    counting,
    dispatch,
    mail_cost,
    prices,
    public_page,
    reading,
    sending_speed,
    submission,
    survey_page,
)

_WIDE = 150  # characters, where nobody's terminal says how wide it is
console = Console(width=None if sys.stdout.isatty() else _WIDE)


def main() -> None:
    """Run everything and print the tables; ends with 1 when what must be flat is not."""
    show("Import of each handler (floor: boto3 and one client)", cold_start.COLUMNS, cold_start.measure())
    show("A warm submission (floor: a bare handler with the same write)", submission.COLUMNS, submission.measure())
    show("The survey page", survey_page.COLUMNS, survey_page.measure())
    show("A mail (floor: the bare loop)", sending_speed.COLUMNS, sending_speed.measure())
    show("Read and write units of one mail, from planned to counted", mail_cost.STEP_COLUMNS, mail_cost.steps())
    show("The whole AWS cost of 1,000 mails (floor: SES's fee)", mail_cost.COST_COLUMNS, mail_cost.costs())
    for note in mail_cost.notes():
        console.print(note, soft_wrap=True)
    console.print()
    show("Counting the stream (floor: a plain loop that adds up)", counting.SPEED_COLUMNS, counting.speed())
    show("Items written by the counting (floor: one ledger each)", counting.WRITE_COLUMNS, counting.writes())
    show("List prices, US dollars", prices.COLUMNS, prices.rows())
    dispatches = dispatch.measure()
    show(f"The same {dispatch.DUE} due invitations out of ever more contacts", dispatch.COLUMNS, dispatches)
    readings = reading.measure()
    show("Reading the counters of ever more responses", reading.COLUMNS, readings)
    rendered = public_page.renders()
    show("An edition (floor: a bare Jinja render of the page's template)", public_page.RENDER_COLUMNS, rendered)
    show("What a reader fetches", public_page.WEIGHT_COLUMNS, public_page.weights())
    drafts = public_page.reads()
    show("Drafting an edition of ever more answers", public_page.READ_COLUMNS, drafts)
    if not public_page.is_flat(drafts):
        sys.exit("An edition takes more reads with more answers.")
    if not dispatch.is_flat(dispatches):
        sys.exit("A dispatch costs more with more contacts.")
    if not reading.is_flat(readings):
        sys.exit("A statistic takes more reads with more responses.")


def show(title: str, columns: tuple[str, ...], rows: list[tuple[str, ...]]) -> None:
    """Print one table: names and reasons to the left, figures to the right."""
    table = Table(title=title, title_justify="left", box=None)
    for number, column in enumerate(columns):
        words = number == 0 or column in ("reason", "page of AWS", "known")
        table.add_column(column, justify="left" if words else "right")
    for row in rows:
        table.add_row(*row)
    console.print(table)
    console.print()


if __name__ == "__main__":
    main()
