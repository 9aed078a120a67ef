"""`make bench`: each figure side by side with its floor in one run, as a ratio; machines are too noisy for more."""

from __future__ import annotations

from rich.console import Console
from rich.table import Table

from tests.bench import cold_start, submission, survey_page

console = Console()


def main() -> None:
    """Run everything and print three tables."""
    show("Import of each handler (floor: boto3 and one client)", cold_start.COLUMNS, cold_start.measure())
    show("A warm submission (floor: a bare handler with the same write)", submission.COLUMNS, submission.measure())
    show("The survey page", survey_page.COLUMNS, survey_page.measure())


def show(title: str, columns: tuple[str, ...], rows: list[tuple[str, ...]]) -> None:
    """Print one table."""
    table = Table(title=title, title_justify="left", box=None)
    for number, column in enumerate(columns):
        table.add_column(column, justify="right" if number else "left")
    for row in rows:
        table.add_row(*row)
    console.print(table)
    console.print()


if __name__ == "__main__":
    main()
