"""Writes down what our people change at the desk, before it happens and when it has."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from sayso.domain.errors import SaysoError
from sayso.domain.staff import Staff
from sayso.domain.staff_change import StaffChange
from sayso.ports import Clock, Page, Pseudonyms, StaffChanges


@dataclass
class ChangeNote:
    """What is to be told of a change once it is made."""

    after: dict[str, Any] = field(default_factory=dict)
    is_touched: bool = False

    def touched(self) -> None:
        """Something was written: what is refused from now on was done in part."""
        self.is_touched = True


@dataclass(frozen=True)
class RecordChanges:
    """See the module. A crash in between leaves a change that is `begun`: nothing is ever changed without a record."""

    changes: StaffChanges
    clock: Clock
    new_id: Callable[[], str]
    pseudonyms: Pseudonyms

    @contextmanager
    def recorded(
        self,
        staff: Staff,
        what: str,
        on: str,
        before: Mapping[str, Any] | None = None,
        *,
        complaint_about: Iterable[str] = (),
    ) -> Iterator[ChangeNote]:
        """Record what is done within; set `after` of what it gives. A refusal is recorded and goes on its way.

        `complaint_about` are the addresses of those of our people who are not to read what it was about.
        """
        change = StaffChange(
            change_id=self.new_id()[-12:],
            at=self.clock(),
            by=staff.email,
            role=staff.role,
            what=what,
            on=on,
            before=dict(before or {}),
            kept_from=tuple(sorted({self.pseudonyms.of_owner(one) for one in complaint_about})),
        )
        self.changes.write(change)
        note = ChangeNote()
        try:
            yield note
        except SaysoError as error:
            if note.is_touched:
                raise
            # The field alone: a reason may quote what was typed, and that may be about a person.
            self.changes.write(change.having(state="refused", reason=error.field))
            raise
        self.changes.write(change.having(state="done", after=note.after))

    def page(self, limit: int, after: str = "") -> Page[StaffChange]:
        """The changes, the latest first; raises InvalidInputError for a cursor that is none."""
        return self.changes.page(limit, after)
