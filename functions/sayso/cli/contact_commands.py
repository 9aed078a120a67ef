"""`sayso import contacts`: a company's contact list, with every bad row named and kept for mending."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer
from rich.progress import track

from sayso.adapters.csv_in import CsvFile, CsvRow, read_csv, write_rejects
from sayso.cli.import_warnings import ImportWarnings
from sayso.cli.show import AsJson, StackName, as_json, console, say
from sayso.cli.target import find
from sayso.domain.errors import InvalidInputError
from sayso.domain.labels import Language
from sayso.services.import_contacts import COLUMNS, REJECTED_AS, SURPLUS
from sayso.services.import_languages import OtherLanguages

app = typer.Typer(help="Take data in.", no_args_is_help=True)
_REQUIRED = ("contact_id", "email", "account")
_LANGUAGES: dict[Language, str] = {"en": "English", "de": "German", "nl": "Dutch"}
_NAMED = 5
Row = dict[str, str]


@app.command("contacts")
def import_contacts(
    file: Annotated[Path, typer.Argument(help="CSV in UTF-8, commas or semicolons.", exists=True, dir_okay=False)],
    check: Annotated[bool, typer.Option("--check", help="Only say what would be taken; nothing is written.")] = False,
    stack: StackName = None,
    json: AsJson = False,
) -> None:
    """Take a contact list in. Good rows are kept, bad ones are named; the same list again changes nothing.

    Columns: contact_id, email and account are required; name, role (relationship or user), owner_email,
    account_since, contact_since, renewal_date (2026-03-31), locale (de-AT), timezone (Europe/Vienna), phone,
    do_not_ask (yes or no) and any segment:NAME are welcome. Rejected rows are written beside the file, with the
    reason, ready to be mended and imported again.

    It warns of contacts that leave an account on hold for one that is not (a hold is kept by the account's name), of
    new ids for addresses that are known under others, and of languages the programme has no mails in. With --check it
    says which columns would change as well.
    """
    read = _read(file)
    rows = [(row.line, _columns(row, read.header)) for row in read.rows]
    counts: Counter[str] = Counter()
    fields: Counter[str] = Counter()
    rejected: list[tuple[CsvRow, str, str]] = []
    undated = 0
    by_line = {row.line: row for row in read.rows}
    by_id = read.header.index("contact_id")
    wiring = find(stack).wiring()
    others = OtherLanguages(wiring.programme)
    warnings = ImportWarnings({row["contact_id"].strip() for _, row in rows}, wiring.programme.zone)
    results = wiring.import_contacts.run(rows, keep=not check)
    what = "Checking" if check else "Importing"
    shown = track(results, what, total=len(rows), console=console, transient=True) if not json else results
    for result in shown:
        counts[result.outcome] += 1
        fields.update(result.fields)
        others.note(result.contact)
        warnings.note(result, by_line[result.line].cells[by_id].strip())
        undated += not result.dated and result.outcome != "rejected"
        if result.outcome == "rejected":
            rejected.append((by_line[result.line], result.field, result.reason))
    rejects = None if check else write_rejects(file, read, rejected)
    ignored = [name for name in read.header if not _is_known(name)]
    if json:
        listed = [{"line": row.line, "field": field, "reason": reason} for row, field, reason in rejected]
        content = {**counts, "rejects": listed, "ignored_columns": ignored, "without_dates": undated}
        content |= {"changed_columns": dict(fields)} | ({"checked_only": True} if check else {})
        content["other_languages"] = {"languages": dict(others.contacts.most_common()), "written_to_in": others.instead}
        as_json({**content, **warnings.as_dict()})
    else:
        warnings.say_first()
        _tell(counts, fields if check else Counter(), rejected, rejects, ignored, undated, others)
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
    read = _read(file)
    return list(read.header), [(row.line, _columns(row, read.header)) for row in read.rows]


def _read(file: Path) -> CsvFile:
    read = read_csv(file, delimiters=(",", ";"))
    for name in _REQUIRED:
        if name not in read.header:
            found = ", ".join(read.header) or "nothing"
            raise InvalidInputError(f"has no column '{name}'; its first line has: {found}", field=file.name)
    return read


def _columns(row: CsvRow, header: Sequence[str]) -> Row:
    why = {name: text for name, text in ((SURPLUS, row.surplus), (REJECTED_AS, row.rejected_as)) if text}
    return dict(zip(header, row.cells, strict=True)) | why


def _is_known(name: str) -> bool:
    return name in COLUMNS or name.startswith("segment:")


def _tell(
    counts: Counter[str],
    fields: Counter[str],
    rejected: list[tuple[CsvRow, str, str]],
    rejects: Path | None,
    ignored: list[str],
    undated: int,
    others: OtherLanguages,
) -> None:
    """What was done, or would be: then there is no file of `rejects`."""
    done = ", ".join(f"{counts[name]} {name}" for name in ("added", "changed", "unchanged"))
    say(f"Contacts{'' if rejects else ', would be'}: {done}, {len(rejected)} rejected.")
    if fields:
        say(f"Columns that would change: {', '.join(f'{name} ({number})' for name, number in fields.most_common())}.")
    say_rejected(rejected, rejects)
    if ignored:
        say(f"Columns not used: {', '.join(ignored)}.")
    if undated:
        say(f"{undated} without account_since or contact_since: first asked 12 months from today.")
    if others.contacts:
        _tell_languages(others)
    if rejects is None:
        say("Nothing was written: without --check it is.")


def _tell_languages(others: OtherLanguages) -> None:
    contacts, languages = others.contacts.total(), [name for name, _ in others.contacts.most_common()]
    named = ", ".join(languages[:_NAMED])
    if len(languages) > _NAMED:
        named += f" and {len(languages) - _NAMED} more"
    who = "1 contact speaks" if contacts == 1 else f"{contacts:,} contacts speak"
    what = "a language" if len(languages) == 1 else "languages"
    they = "it is" if contacts == 1 else "they are"
    instead = _LANGUAGES[others.instead]
    say(f"{who} {what} this programme has no mails in ({named}): {they} written to in {instead}.")


def say_rejected(rejected: Sequence[tuple[CsvRow, str, str]], rejects: Path | None) -> None:
    """Name the first rejected rows, and the file that has all of them, where one was written."""
    for row, field, reason in rejected[:20]:
        say(f"  line {row.line}: {field}: {reason}")
    if rejected and rejects:
        more = f" ({len(rejected) - 20} more there)" if len(rejected) > 20 else ""
        say(f"The rejected rows and their reasons are in {rejects}{more}. Mend and import that file.")
