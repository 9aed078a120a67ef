"""`sayso export responses`: confirmed answers as CSV for spreadsheets, or as JSON lines for programs."""

from __future__ import annotations

import json as jsonlib
import sys
from datetime import date
from pathlib import Path
from typing import Annotated, Literal, TextIO

import typer

from sayso.adapters.csv_out import write_csv
from sayso.cli.private_files import for_me_alone
from sayso.cli.show import AsJson, StackName, WrongUseError, as_json, read_day, say
from sayso.cli.target import find
from sayso.domain.response_map import RATING, SEGMENT
from sayso.services.export_responses import COLUMNS, FIRST_DAY, ExportResponses, flat_row

app = typer.Typer(help="Hand data out.", no_args_is_help=True)
Format = Literal["csv", "jsonl"]


@app.callback()
def export() -> None:
    """Hand data out."""


@app.command("responses")
def export_responses(
    first: Annotated[str | None, typer.Option("--from", help="The first UTC day. Default: all.", metavar="DAY")] = None,
    last: Annotated[str | None, typer.Option("--to", help="The last UTC day. Default: today.", metavar="DAY")] = None,
    survey: Annotated[str | None, typer.Option(help="Only this survey, also one that was imported.")] = None,
    form: Annotated[
        Format | None, typer.Option("--format", help="csv, safe to open in a spreadsheet, or jsonl. Default: csv.")
    ] = None,
    out: Annotated[Path | None, typer.Option(help="Write to this new file, which only you can read.")] = None,
    stack: StackName = None,
    json: AsJson = False,
) -> None:
    """Hand out confirmed answers, one a line, by the day they count for: the same ones `sayso stats` counts.

    What a spreadsheet would take for a formula gets a ' in front in CSV; JSON lines have the exact text. Of erased
    people there are score, ratings, drivers, themes, language and day. `--json` says what was written with --out, and
    means jsonl without it.
    """
    wiring = find(stack).wiring()
    if survey and wiring.history.survey(survey) is None and survey not in wiring.counters.surveys():
        wiring.programme.check_survey(survey)
    service = wiring.export_responses
    days = _days(service, first, last)
    form = form or ("jsonl" if json and out is None else "csv")
    if out is None:
        _write(sys.stdout, form, service, days, survey)
        return
    # Spreadsheets take a file for UTF-8 that begins with its mark.
    with for_me_alone(out, "utf-8-sig" if form == "csv" else "utf-8") as file:
        number = _write(file, form, service, days, survey)
    if json:
        as_json({"file": out, "format": form, "from": days[0], "to": days[1], "answers": number})
    else:
        say(f"{number} answers written to {out}. They are about people: delete the file when it is used.")


def _days(service: ExportResponses, first: str | None, last: str | None) -> tuple[date, date]:
    begin = read_day(first, "--from") if first else FIRST_DAY
    end = read_day(last, "--to") if last else service.last_day()
    if begin > end:
        raise WrongUseError(f"--from {begin} is after --to {end}")
    return begin, end


def _write(target: TextIO, form: Format, service: ExportResponses, days: tuple[date, date], survey: str | None) -> int:
    rows = service.rows(*days, survey)
    if form == "csv":
        ratings, segments = service.names(*days, survey)
        columns = [*COLUMNS, *(f"{RATING}{name}" for name in ratings), *(f"{SEGMENT}{name}" for name in segments)]
        return write_csv(target, columns, map(flat_row, rows))
    number = 0
    for row in rows:
        target.write(jsonlib.dumps(row, ensure_ascii=False) + "\n")
        number += 1
    return number
