"""`sayso import contacts`: a company's contact list, with every bad row named and kept for mending."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Annotated, TextIO

import typer
from rich.progress import track

from sayso.cli.import_warnings import ImportWarnings
from sayso.cli.show import AsJson, StackName, as_json, console, say
from sayso.cli.target import find
from sayso.domain.errors import InvalidInputError
from sayso.services.import_contacts import COLUMNS, REJECTED_AS, SURPLUS, RowResult

app = typer.Typer(help="Take data in.", no_args_is_help=True)
_REJECTED = ("line", "field", "reason")  # the last columns of a rejects file
_REQUIRED = ("contact_id", "email", "account")
Row = dict[str, str]


@app.command("contacts")
def import_contacts(
    file: Annotated[Path, typer.Argument(help="CSV in UTF-8, commas or semicolons.", exists=True, dir_okay=False)],
    stack: StackName = None,
    json: AsJson = False,
) -> None:
    """Take a contact list in. Good rows are kept, bad ones are named; the same list again changes nothing.

    Columns: contact_id, email and account are required; name, role (relationship or user), owner_email,
    account_since, contact_since, renewal_date (2026-03-31), locale (de-AT), timezone (Europe/Vienna), phone,
    do_not_ask (yes or no) and any segment:NAME are welcome. Rejected rows are written beside the file, with the
    reason, ready to be mended and imported again.

    It warns of contacts that leave an account on hold for one that is not (a hold is kept by the account's name), and
    of new ids for addresses that are known under others.
    """
    header, rows = read_rows(file)
    counts: Counter[str] = Counter()
    rejected: list[tuple[RowResult, Row]] = []
    undated = 0
    by_line = dict(rows)
    wiring = find(stack).wiring()
    warnings = ImportWarnings({row["contact_id"].strip() for _, row in rows}, wiring.programme.zone)
    results = wiring.import_contacts.run(rows)
    shown = track(results, "Importing", total=len(rows), console=console, transient=True) if not json else results
    for result in shown:
        counts[result.outcome] += 1
        warnings.note(result, by_line[result.line]["contact_id"].strip())
        undated += not result.dated and result.outcome != "rejected"
        if result.outcome == "rejected":
            rejected.append((result, by_line[result.line]))
    rejects = file.with_name(f"rejects-{file.stem}.csv")
    _write_rejects(rejects, header, rejected)
    ignored = [name for name in header if not _is_known(name)]
    if json:
        listed = [{"line": one.line, "field": one.field, "reason": one.reason} for one, _ in rejected]
        content = {**counts, "rejects": listed, "ignored_columns": ignored, "without_dates": undated}
        as_json({**content, **warnings.as_dict()})
    else:
        warnings.say_first()
        _tell(counts, rejected, rejects, ignored, undated)
        warnings.say()
    if rejected:
        raise typer.Exit(1)


def read_rows(file: Path) -> tuple[list[str], list[tuple[int, Row]]]:
    """The header and the rows of a CSV, each row with its line in the file.

    Raises
    ------
    InvalidInputError
        When the file is not text in UTF-8, or a required column is missing.
    """
    try:
        text = file.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        reason = f"is not UTF-8 (byte {error.start}); in a spreadsheet, save as 'CSV UTF-8'"
        raise InvalidInputError(reason, field=file.name) from None
    lines = io.StringIO(text, newline="").readlines()
    first = lines[0] if lines else ""
    delimiter = ";" if first.count(";") > first.count(",") else ","
    header = [name.strip() for name in next(csv.reader([first], delimiter=delimiter), [])]
    for name in _REQUIRED:
        if name not in header:
            found = ", ".join(header) or "nothing"
            raise InvalidInputError(f"has no column '{name}'; its first line has: {found}", field=file.name)
    rows = list(_rows(lines, header, delimiter))
    return header[:-3] if _is_rejects(header) else header, rows


def _is_rejects(header: list[str]) -> bool:
    """Whether it is a file of ours, come back: what stands behind its own columns says why a row was rejected."""
    return tuple(header[-3:]) == _REJECTED


def _rows(lines: list[str], header: list[str], delimiter: str) -> Iterator[tuple[int, Row]]:
    reader = csv.reader(lines, delimiter=delimiter)
    next(reader)
    line = reader.line_num + 1
    for values in reader:
        if any(value.strip() for value in values):
            row = dict(zip(header, [*values, *[""] * (len(header) - len(values))], strict=False))
            if _is_rejects(header):
                row = {**{name: row[name] for name in header[:-3]}, REJECTED_AS: row["reason"]}
            surplus = delimiter.join(values[len(header) :])
            yield line, {**row, SURPLUS: surplus} if surplus.strip(delimiter + " ") else row
        line = reader.line_num + 1


def _is_known(name: str) -> bool:
    return name in COLUMNS or name.startswith("segment:")


def _write_rejects(path: Path, header: list[str], rejected: list[tuple[RowResult, Row]]) -> None:
    if not rejected:
        path.unlink(missing_ok=True)
        return
    with ExitStack() as files:
        target: TextIO = files.enter_context(path.open("w", encoding="utf-8", newline=""))
        writer = csv.DictWriter(target, [*header, *_REJECTED], extrasaction="ignore")
        writer.writeheader()
        for result, row in rejected:
            writer.writerow({**row, "line": result.line, "field": result.field, "reason": result.reason})


def _tell(
    counts: Counter[str], rejected: list[tuple[RowResult, Row]], rejects: Path, ignored: list[str], undated: int
) -> None:
    done = ", ".join(f"{counts[name]} {name}" for name in ("added", "changed", "unchanged"))
    say(f"Contacts: {done}, {len(rejected)} rejected.")
    for result, _ in rejected[:20]:
        say(f"  line {result.line}: {result.field}: {result.reason}")
    if rejected:
        more = f" ({len(rejected) - 20} more there)" if len(rejected) > 20 else ""
        say(f"The rejected rows and their reasons are in {rejects}{more}. Mend and import that file.")
    if ignored:
        say(f"Columns not used: {', '.join(ignored)}.")
    if undated:
        say(f"{undated} without account_since or contact_since: first asked 12 months from today.")
