"""Reads the CSV files a company brings, and writes beside them what could not be taken, ready to be mended."""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from sayso.domain.errors import InvalidInputError

REJECTED = ("line", "field", "reason")  # the last columns of a rejects file
DELIMITERS = (",", ";", "\t", "|")


@dataclass(frozen=True)
class CsvRow:
    """One row: its line in the file, a cell for every column, what was left over, and why it was rejected before."""

    line: int
    cells: tuple[str, ...]
    surplus: str = ""
    rejected_as: str = ""


@dataclass(frozen=True)
class CsvFile:
    """A file as it was read; a rejects file without the columns that say why."""

    header: tuple[str, ...]
    rows: tuple[CsvRow, ...]
    encoding: str
    delimiter: str


def read_csv(file: Path, encoding: str | None = None, delimiters: Sequence[str] = DELIMITERS) -> CsvFile:
    """Read a file by the delimiter that makes the most columns of its first line.

    Raises
    ------
    InvalidInputError
        When the file is not text in UTF-8, or in the encoding that is named, or no CSV.
    """
    content = file.read_bytes()
    encoding = encoding or _marked(content)
    try:
        text = content.decode(encoding)
    except UnicodeError as error:
        raise InvalidInputError(_unreadable(error, encoding), field=file.name) from None
    # Not splitlines: only line breaks break lines.
    lines = io.StringIO(text.removeprefix("\ufeff"), newline="").readlines()
    try:
        delimiter = max(delimiters, key=lambda one: len(next(csv.reader(lines, delimiter=one), [])))
        return _file(lines, encoding, delimiter)
    except csv.Error as error:
        raise InvalidInputError(f"is not CSV: {error}", field=file.name) from None


def write_rejects(
    file: Path, read: CsvFile, rejected: Sequence[tuple[CsvRow, str, str]], header: Sequence[str] | None = None
) -> Path:
    """Write the rejected rows, each with its field and reason, beside a file; nothing is left there when none was.

    They are written as the file was, so that whatever reads the one reads the other.
    """
    path = file.with_name(f"rejects-{file.stem}.csv")
    if not rejected:
        path.unlink(missing_ok=True)
        return path
    with path.open("w", encoding=read.encoding, newline="") as target:
        writer = csv.writer(target, delimiter=read.delimiter)
        writer.writerow([*(header or read.header), *REJECTED])
        writer.writerows([*row.cells, str(row.line), field, reason] for row, field, reason in rejected)
    return path


def _file(lines: Iterable[str], encoding: str, delimiter: str) -> CsvFile:
    reader = csv.reader(lines, delimiter=delimiter)
    header = [name.strip() for name in next(reader, [])]
    came_back = tuple(header[-len(REJECTED) :]) == REJECTED
    kept = header[: -len(REJECTED)] if came_back else header
    rows = []
    line = reader.line_num + 1
    for values in reader:
        if any(value.strip() for value in values):
            surplus = delimiter.join(values[len(header) :])
            cells = [*values, *[""] * (len(header) - len(values))][: len(header)]
            rows.append(
                CsvRow(
                    line,
                    tuple(cells[: len(kept)]),
                    surplus if surplus.strip(delimiter + " ") else "",
                    cells[-1] if came_back else "",
                )
            )
        line = reader.line_num + 1
    return CsvFile(tuple(kept), tuple(rows), encoding, delimiter)


def _marked(content: bytes) -> str:
    """The encoding a file says at its very beginning; UTF-8 when it says nothing."""
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    return "utf-8-sig" if content.startswith(codecs.BOM_UTF8) else "utf-8"


def _unreadable(error: UnicodeError, encoding: str) -> str:
    where = f" (byte {error.start})" if isinstance(error, UnicodeDecodeError) else ""
    if encoding.startswith("utf-8"):
        return f"is not UTF-8{where}; in a spreadsheet, save as 'CSV UTF-8'"
    return f"is not {encoding}{where}"
