"""Reads the CSV files a company brings, and writes beside them what could not be taken, ready to be mended."""

from __future__ import annotations

import codecs
import csv
import io
import os
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from sayso.domain.errors import InvalidInputError

REJECTED = ("line", "field", "reason")  # the last columns of a rejects file
SURPLUS = "(surplus)"  # the one before them, where a row had more cells than columns
DELIMITERS = (",", ";", "\t", "|")


@dataclass(frozen=True)
class CsvRow:
    """One row: its line in the file, a cell for every column, what was left over, and why it was rejected before.

    What was left over stays so in a rejects file, until it is put where it belongs.
    """

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


def read_csv(
    file: Path,
    encoding: str | None = None,
    delimiters: Sequence[str] = DELIMITERS,
    known: Callable[[Sequence[str]], int] = len,
) -> CsvFile:
    """Read a file by the delimiter that makes the most columns of its first line: the most `known` ones, if it is said
    how many of a header are.

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
        headers = {one: next(csv.reader(lines, delimiter=one), []) for one in delimiters}
        return _file(lines, encoding, max(headers, key=lambda one: (known(headers[one]), len(headers[one]))))
    except csv.Error as error:
        raise InvalidInputError(f"is not CSV: {error}", field=file.name) from None


def write_rejects(
    file: Path, read: CsvFile, rejected: Sequence[tuple[CsvRow, str, str]], header: Sequence[str] | None = None
) -> Path:
    """Write the rejected rows, each with its field and reason, beside a file; nothing is left there when none was.

    They are written as the file was, so that whatever reads the one reads the other; only who runs this can read them.

    Raises
    ------
    InvalidInputError
        When they cannot be written there.
    """
    path = _rejects(file)
    if not rejected:
        path.unlink(missing_ok=True)
        return path
    names = (SURPLUS, *REJECTED) if any(row.surplus for row, _, _ in rejected) else REJECTED
    # What a reason says besides the file's own text may be more than its encoding has.
    with (
        _replacing(path) as opened,
        os.fdopen(opened, "w", encoding=read.encoding, errors="backslashreplace", newline="") as target,
    ):
        writer = csv.writer(target, delimiter=read.delimiter)
        writer.writerow([*(header or read.header), *names])
        for row, field, reason in rejected:
            surplus = [row.surplus] if SURPLUS in names else []
            writer.writerow([*row.cells, *surplus, str(row.line), field, reason])
    return path


def check_rejects(file: Path) -> None:
    """Raise InvalidInputError when rejected rows could not be written beside a file."""
    path = _rejects(file)
    if path.is_dir():
        raise InvalidInputError("is a folder, and rejected rows are to be written there", field=str(path))
    opened, new = _new_beside(path)
    os.close(opened)
    new.unlink()


def _rejects(file: Path) -> Path:
    return file.with_name(f"rejects-{file.stem}.csv")


@contextmanager
def _replacing(path: Path) -> Iterator[int]:
    """A new file, open for writing, that nobody else can read; it takes the place of another, whoever could read that.

    Raises InvalidInputError when it cannot be written.
    """
    opened, new = _new_beside(path)
    try:
        yield opened
        new.replace(path)
    except BaseException as error:
        new.unlink(missing_ok=True)
        if isinstance(error, OSError):
            raise _unwritable(path, error) from None
        raise


def _new_beside(path: Path) -> tuple[int, Path]:
    """A new file in the folder of another, open for writing, that nobody else can read."""
    try:
        opened, name = tempfile.mkstemp(dir=path.parent, prefix=".rejects-")
    except OSError as error:
        raise _unwritable(path, error) from None
    return opened, Path(name)


def _unwritable(path: Path, error: OSError) -> InvalidInputError:
    reason = f"cannot be written ({error.strerror}); rejected rows go there: copy the file to where you may write"
    return InvalidInputError(reason, field=str(path))


def _file(lines: Iterable[str], encoding: str, delimiter: str) -> CsvFile:
    reader = csv.reader(lines, delimiter=delimiter)
    header = [name.strip() for name in next(reader, [])]
    came_back = tuple(header[-len(REJECTED) :]) == REJECTED
    kept = header[: -len(REJECTED)] if came_back else header
    had_surplus = came_back and kept[-1:] == [SURPLUS]
    kept = kept[:-1] if had_surplus else kept
    rows = []
    line = reader.line_num + 1
    for values in reader:
        if any(value.strip() for value in values):
            cells = [*values, *[""] * (len(header) - len(values))][: len(header)]
            left = [cells[len(kept)]] if had_surplus and cells[len(kept)].strip() else []
            surplus = delimiter.join([*left, *values[len(header) :]])
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
