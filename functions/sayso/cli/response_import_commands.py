"""`sayso import responses`: past answers out of another survey tool, so that a company that moves keeps its trend."""

from __future__ import annotations

import codecs
from collections import Counter
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Annotated
from zoneinfo import ZoneInfo

import typer
from rich.progress import track

from sayso.adapters.csv_in import DELIMITERS, CsvFile, check_rejects, read_csv, write_rejects
from sayso.adapters.response_maps import find_map, ready_made, recognise
from sayso.cli.response_import_words import Found
from sayso.cli.response_rows import Rows
from sayso.cli.show import AsJson, StackName, WrongUseError, as_json, console, table
from sayso.cli.target import find
from sayso.domain.errors import InvalidInputError
from sayso.domain.foreign_dates import check_date_format, reader_for
from sayso.domain.imported_answer import ImportedAnswer, RowReader
from sayso.domain.programme import Programme, Scale
from sayso.domain.response_map import IDENTIFYING, ResponseMap
from sayso.services.import_responses import ImportResponses
from sayso.services.import_rows import Source, Taken

_DATES = "iso, unix, day_first, month_first, or one like %d.%m.%Y %H:%M. Default: as the dates show themselves."
_MAP = "Which column is what: a name from --maps, or a file of your own. Default: by the file's columns."
_OTHERS = "These are other answers than those imported under this name from another file or by another map."
_NAMES = {"\t": "tabs"}
_TELLING = 5  # so many scores say something about their scale


def _list_maps(wanted: bool) -> None:
    if wanted:
        rows = [(name, one.title) for name, one in ready_made().items()]
        table("Ready-made maps", ("name", "of"), rows, empty="There are none.")
        raise typer.Exit


def import_responses(
    file: Annotated[Path | None, typer.Argument(help="CSV.", exists=True, dir_okay=False)] = None,
    survey: Annotated[str, typer.Option(help="The name to keep them under, such as nps_2019.")] = "",
    map_name: Annotated[str | None, typer.Option("--map", help=_MAP, metavar="NAME|FILE")] = None,
    scale: Annotated[Scale | None, typer.Option(help="nps is 0 to 10, satisfaction 1 to 5. Default: nps.")] = None,
    date_format: Annotated[str | None, typer.Option(help=_DATES, metavar="FORMAT")] = None,
    check: Annotated[bool, typer.Option("--check", help="Only say what would be taken; nothing is written.")] = False,
    other_answers: Annotated[bool, typer.Option("--other-answers", help=_OTHERS)] = False,
    maps: Annotated[
        bool, typer.Option("--maps", help="List the ready-made maps.", is_eager=True, callback=_list_maps)
    ] = False,
    stack: StackName = None,
    json: AsJson = False,
) -> None:
    """Take past answers in that another survey tool exported. The same file again counts nothing twice.

    They are kept under a survey name of their own and with their dates, count as confirmed, open no follow-up and are
    part of no response rate. An answer of a contact is kept with the person; of anybody else without person and words,
    so import the contacts first. Rejected rows are written beside the file, with the reason, ready to be mended and
    imported again. Rows without a score are no answers. docs/moving.md has more, and how to write a map.
    """
    del maps
    if file is None or not survey:
        raise WrongUseError("name the file and the survey: sayso import responses FILE --survey NAME")
    wiring = find(stack).wiring()
    called, one, read = _read(file, map_name)
    rows = Rows(read, file)
    columns = _columns(called, one, read)
    _check_one_survey(rows, columns)
    wanted, scale = scale, _scale(one, scale, called, rows, columns)
    reader = _reader(one, columns, scale, rows, date_format, wiring.programme, wiring.clock())
    answers = rows.answers(reader)
    if wanted is None and one.scale is None and "scale" not in columns:
        _check_looks_like_nps([answer.score for answer in answers])
    source = Source(called, _told_apart_by(reader, read))
    service = wiring.import_responses
    if not check:
        check_rejects(file)
    if check:
        service.check(survey, scale, source, others=other_answers)
    elif answers:
        service.begin(survey, scale, source, others=other_answers)
    taken = _take(service, (survey, scale, source), answers, keep=not check, json=json)
    rows.note(taken)
    rejects = rows.path if check else write_rejects(file, read, rows.rejected)
    options = [*(("--scale", scale) if wanted or scale != "nps" or "scale" in columns else ())]
    options += [*(["--other-answers"] if other_answers else []), *(("--stack", stack) if stack else ())]
    found = Found(survey, map_name or called, reader, read.header, answers, taken, rows, options)
    if json:
        as_json(found.as_dict(checked=check))
    else:
        found.say(rejects, checked=check)
    if rows.rejected:
        raise typer.Exit(1)


def _read(file: Path, map_name: str | None) -> tuple[str, ResponseMap, CsvFile]:
    if map_name is None:
        read = read_csv(file, known=lambda header: _recognised(recognise(header)[1], header))
        return *recognise(read.header), read
    called, one = find_map(map_name)
    delimiters = (one.delimiter,) if one.delimiter else DELIMITERS
    return called, one, read_csv(file, one.encoding, delimiters, lambda header: _recognised(one, header))


def _recognised(one: ResponseMap, header: Sequence[str]) -> int:
    """How many columns a map finds; none without score and date."""
    try:
        return len(one.find(header))
    except InvalidInputError:
        return 0


def _columns(called: str, one: ResponseMap, read: CsvFile) -> dict[str, int]:
    try:
        return one.find(read.header)
    except InvalidInputError as error:
        cut = f" (cut at {_NAMES.get(read.delimiter, read.delimiter)}; a map says another with delimiter:)"
        reason = f"{error.reason}{cut}. Another map (--maps lists them), or one of your own: see docs/moving.md"
        raise InvalidInputError(reason, field=f"map '{called}': {error.field}") from None


def _check_one_survey(rows: Rows, columns: dict[str, int]) -> None:
    """Raise InvalidInputError when a file says that its answers are to several surveys: they would become one."""
    found = Counter(text.strip() for _, text in rows.column(columns["survey"])) if "survey" in columns else Counter()
    if len(found) > 1:
        named = ", ".join(f"{name} ({number})" for name, number in found.most_common(10))
        reason = (
            f"the file has answers to several: {named}. Import each by itself; sayso export responses --survey NAME"
        )
        raise InvalidInputError(f"{reason} writes one", field="survey")


def _scale(one: ResponseMap, wanted: Scale | None, called: str, rows: Rows, columns: dict[str, int]) -> Scale:
    """The scale that is asked for, or the map's, or the one that all rows say; a row of another is rejected."""
    if one.scale and wanted and one.scale != wanted:
        raise InvalidInputError(f"the map '{called}' is of the scale {one.scale}", field="scale")
    said = {text.strip().casefold() for _, text in rows.column(columns["scale"])} if "scale" in columns else set()
    return wanted or one.scale or ("satisfaction" if said == {"satisfaction"} else "nps")


def _check_looks_like_nps(scores: Sequence[int]) -> None:
    """Raise InvalidInputError where everybody gave 1 to 5 and nobody said which scale that is: all would be
    detractors, for good."""
    if len(scores) >= _TELLING and min(scores) >= 1 and max(scores) <= 5:
        reason = f"none of {len(scores)} scores is 0 or above 5; say --scale satisfaction if they are 1 to 5, else"
        raise InvalidInputError(f"{reason} --scale nps", field="scale")


def _reader(
    one: ResponseMap,
    columns: dict[str, int],
    scale: Scale,
    rows: Rows,
    date_format: str | None,
    programme: Programme,
    now: datetime,
) -> RowReader:
    try:
        how = check_date_format(date_format) if date_format else one.date_format
    except ValueError as error:
        raise InvalidInputError(str(error), field="date-format") from None
    zone = ZoneInfo(one.timezone) if one.timezone else programme.zone
    dates = reader_for(rows.column(columns["answered_at"]), how, zone)
    return RowReader(one, columns, scale, dates, programme, now)


def _told_apart_by(reader: RowReader, read: CsvFile) -> str:
    """What tells one row from another, in words: the column with the id, or all that may differ, and how it is read."""
    columns, header, dates = reader.columns, read.header, reader.dates
    if "id" in columns:
        return f"the id in '{header[columns['id']]}'"
    named = {name: header[columns[name]] for name in IDENTIFYING if name in columns}
    listed = ", ".join(f"'{column}' ({name})" for name, column in named.items())
    # Whether a file begins with a mark of UTF-8 changes nothing of its text.
    encoding = codecs.lookup(read.encoding).name.removesuffix("-sig")
    unquoted = ", without the ' of spreadsheets" if reader.map.unquote else ""
    return f"the columns {listed}, dates read as {dates.how} in {dates.zone.key}, text as {encoding}{unquoted}"


def _take(
    service: ImportResponses,
    what: tuple[str, Scale, Source],
    answers: Sequence[ImportedAnswer],
    *,
    keep: bool,
    json: bool,
) -> list[Taken]:
    results = service.run(*what, answers, keep=keep)
    words = "Importing" if keep else "Checking"
    shown = results if json else track(results, words, total=len(answers), console=console, transient=True)
    return list(shown)
