"""The options that the commands of `sayso stats` share."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Literal

import typer

from sayso.cli.show import WrongUseError

PictureKind = Literal["trend", "distribution", "rate", "drivers"]
Surveys = Annotated[
    list[str] | None,
    typer.Option(
        "--survey",
        metavar="NAME",
        help="Only this survey; several are summed, such as imported history and annual. Default: day50 and annual.",
    ),
]
Account = Annotated[str | None, typer.Option(metavar="NAME", help="Only answers of this account.")]
Segment = Annotated[
    str | None,
    typer.Option(metavar="NAME=VALUE", help="Only answers of this segment; NAME alone with --by segment."),
]
Language = Annotated[str | None, typer.Option(metavar="CODE", help="Only answers in this language, such as de.")]
Driver = Annotated[str | None, typer.Option(metavar="ID", help="Only answers that named this driver.")]
Theme = Annotated[
    str | None, typer.Option(metavar="ID", help="Only answers filed under this theme, suggestions not among them.")
]
Owner = Annotated[
    str | None, typer.Option(metavar="E-MAIL", help="Only accounts of this owner, if scores per owner are on.")
]
First = Annotated[str | None, typer.Option("--from", metavar="DAY", help="First UTC day, such as 2026-01-01.")]
Last = Annotated[str | None, typer.Option("--to", metavar="DAY", help="Last UTC day, at most today; default: today.")]
Public = Annotated[
    bool, typer.Option("--public", help="Only what may be shown outside: nothing about fewer than 5 answers.")
]
AsCsv = Annotated[bool, typer.Option("--csv", help="Answer in CSV, for a spreadsheet.")]
PictureFile = Annotated[
    Path | None,
    typer.Option(
        "--plot",
        metavar="FILE",
        help="Draw it into this SVG file as well: a trend with --period, drivers with --by driver, else "
        "how many gave each score.",
    ),
]
Picture = Annotated[
    PictureKind | None,
    typer.Option("--picture", help="What --plot draws instead, of all together; trend and rate go with --period."),
]


@dataclass(frozen=True)
class Output:
    """How an answer comes out: as tables, JSON or CSV, and drawn into a file as well if `plot` names one.

    Raises
    ------
    WrongUseError
        When the options do not go together.
    """

    json: bool = False
    csv: bool = False
    plot: Path | None = None
    picture: PictureKind | None = None

    def __post_init__(self) -> None:
        if self.json and self.csv:
            raise WrongUseError("choose one of --json and --csv")
        if self.picture and not self.plot:
            raise WrongUseError("--picture says what to draw; say where with --plot FILE")

    @property
    def is_for_people(self) -> bool:
        """Whether somebody reads it."""
        return not self.json and not self.csv
