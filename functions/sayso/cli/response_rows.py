"""The rows of a file of past answers: what they say, and which of them were rejected."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from sayso.adapters.csv_in import CsvFile, CsvRow
from sayso.domain.imported_answer import ImportedAnswer, Refusal, RowReader
from sayso.services.import_rows import Taken
from sayso.services.rejected_rows import QUOTE, line_of_double, too_many_cells

_MEND_THERE = "keep one of the two lines there, or give this one an id of its own"
_MEND_SURPLUS = "put it where it belongs, and leave '(surplus)' empty"


class Rows:
    """See the module."""

    def __init__(self, read: CsvFile, file: Path) -> None:
        self._read, self.path = read, file
        self._by_line = {row.line: row for row in read.rows}
        self.rejected: list[tuple[CsvRow, str, str]] = []
        self.without_score = 0
        self.headers: list[int] = []  # the lines of those that were taken for one more of the header

    def column(self, at: int) -> list[tuple[int, str]]:
        """The cells of one column that are not empty, each with its line."""
        return [(row.line, row.cells[at]) for row in self._read.rows if row.cells[at].strip()]

    def answers(self, reader: RowReader) -> list[ImportedAnswer]:
        """What the rows say; those that cannot be taken are remembered."""
        found = []
        for number, row in enumerate(self._read.rows):
            # What was rejected before was no header then.
            if number < reader.map.skip_rows and not row.rejected_as and reader.is_header(row.cells):
                self.headers.append(row.line)
                continue
            if row.surplus:
                mend = _MEND_SURPLUS if row.rejected_as else QUOTE
                self.rejected.append((row, "row", too_many_cells(row.surplus, mend)))
                continue
            answer = reader.read(row.line, row.cells)
            if answer is None:
                self.without_score += 1
            elif isinstance(answer, Refusal):
                self.rejected.append((row, *answer))
            elif line := line_of_double(answer.row_id, row.rejected_as):
                reason = f"'{answer.row_id}' is in line {line} of the file it was rejected from; {_MEND_THERE}"
                self.rejected.append((row, "id", reason))
            else:
                found.append(answer)
        return found

    def note(self, taken: Sequence[Taken]) -> None:
        """Remember the rows that were rejected when they were to be kept."""
        refused = [one for one in taken if one.outcome == "rejected"]
        self.rejected += [(self._by_line[one.line], one.field, one.reason) for one in refused]
        self.rejected.sort(key=lambda one: one[0].line)
