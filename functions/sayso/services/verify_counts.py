"""Proves the counters against their ledger (else: drift), and the ledger against the answers and mails (else: lag)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple

from sayso.domain.counting import CounterCell, CounterDay
from sayso.ports import Audit, Clock, CountBooks, ItemKey, LedgerPair

_ROUNDS = 3  # looks at counters that are being counted on at that moment


class Off(NamedTuple):
    """A counter that is not the sum of its ledger: by how much each of its fields is off, and how often it was
    repaired before."""

    day: CounterDay
    repairs: int
    by_field: Mapping[str, int]

    @property
    def cells(self) -> dict[str, int]:
        """By how much each of its cells is off, by the cell's name."""
        return {str(CounterCell(*self.day, field)): difference for field, difference in self.by_field.items()}


class Recounted(NamedTuple):
    """The answers of a survey: as its counters have them, and as they are when counted afresh."""

    counted: int
    recounted: int


@dataclass(frozen=True)
class Verification:
    """What an audit found.

    `off` are counters that are not the sum of their ledger, `wrong` items whose ledger entry does not say what they
    count for at that revision, `unlisted` counters that no breakdown would find, and `unreadable` items that can be
    counted by nobody: always a fault. `behind` are items
    whose ledger is at an older revision; `lag_seconds` is the age of the oldest of them, which is only a fault when it
    does not go away. `busy` counters were being counted on at every look, so that nothing can be said of them. Of
    `gone` items only the ledger is left.
    """

    cells: int
    answers: int
    mails: int
    gone: int
    surveys: Mapping[str, Recounted]
    off: Sequence[Off]
    wrong: Sequence[LedgerPair]
    behind: Sequence[LedgerPair]
    unlisted: Sequence[tuple[str, str, str]]
    unreadable: Sequence[ItemKey]
    busy: int
    lag_seconds: int

    @property
    def drift(self) -> dict[str, int]:
        """The counter cells that are not the sum of the ledger, with the difference."""
        return {cell: difference for off in self.off for cell, difference in off.cells.items()}

    @property
    def faults(self) -> int:
        """How much there is that does not mend itself; anything but none is a defect."""
        return len(self.drift) + len(self.wrong) + len(self.unlisted) + len(self.unreadable)

    @property
    def is_exact(self) -> bool:
        """Counters, ledger and answers agree to the last one."""
        return not self.faults and not self.behind and not self.busy

    def as_json(self) -> dict[str, Any]:
        """The findings as plain JSON values."""
        return {
            "exact": self.is_exact,
            "cells": self.cells,
            "answers": self.answers,
            "mails": self.mails,
            "gone": self.gone,
            "surveys": {name: found._asdict() for name, found in self.surveys.items()},
            "drift": self.drift,
            "wrong": [list(pair.counted[:2]) for pair in self.wrong],
            "unlisted": [list(counter) for counter in self.unlisted],
            "unreadable": [list(key) for key in self.unreadable],
            "behind": len(self.behind),
            "lag_seconds": self.lag_seconds,
            "busy": self.busy,
        }


@dataclass(frozen=True)
class VerifyCounts:
    """See the module. Reads the whole table: for a person or a daily run, not for a request."""

    books: CountBooks
    clock: Clock

    def verify(self) -> Verification:
        """Compare counters, ledger and the items themselves."""
        found = self.books.audit()
        suspects = [*dict.fromkeys(cell.of for cell in _differing(found.counters, found.ledger))]
        off, busy = self._measured(suspects)
        # A scan is no snapshot: what differs in it is looked at again.
        pairs = [pair for pair in self.books.pairs(found.doubtful) if pair.entries != pair.counted.entries]
        behind = [pair for pair in pairs if pair.read_at < pair.counted.revision]
        return Verification(
            cells=len(found.counters),
            answers=found.answers,
            mails=found.mails,
            gone=found.gone,
            surveys=_by_survey(found),
            off=off,
            wrong=[pair for pair in pairs if pair not in behind],
            behind=behind,
            unlisted=self.books.unlisted(found.unlisted),
            unreadable=found.unreadable,
            busy=len(busy),
            lag_seconds=self._age(pair.changed_at for pair in behind),
        )

    def _measured(self, suspects: Sequence[CounterDay]) -> tuple[list[Off], Sequence[CounterDay]]:
        """By how much counters are off, and those of which it cannot be said.

        What is counted between reading a counter and reading its ledger looks like drift. A counter that is at the same
        version before all of the ledger was read and afterwards was not counted on meanwhile; the others are looked at
        again.
        """
        off: list[Off] = []
        for _ in range(_ROUNDS):
            if not suspects:
                break
            before = self.books.states(suspects)
            sums = _by_day(self.books.audit().ledger)
            after = self.books.states(suspects)
            for day in suspects:
                if before[day] == after[day]:
                    by_field = _differing(after[day].cells, sums.get(day, {}))
                    off += [Off(day, after[day].repairs, by_field)] if by_field else []
            suspects = [day for day in suspects if before[day] != after[day]]
        return off, suspects

    def _age(self, moments: Iterable[datetime]) -> int:
        oldest = min(moments, default=None)
        return max(0, int((self.clock() - oldest).total_seconds())) if oldest else 0


def _differing(counted: Mapping[Any, int], summed: Mapping[Any, int]) -> dict[Any, int]:
    differences = {name: counted.get(name, 0) - summed.get(name, 0) for name in {*counted, *summed}}
    return {name: difference for name, difference in sorted(differences.items()) if difference}


def _by_day(cells: Mapping[CounterCell, int]) -> dict[CounterDay, dict[str, int]]:
    days: dict[CounterDay, dict[str, int]] = {}
    for cell, count in cells.items():
        days.setdefault(cell.of, {})[cell.field] = count
    return days


def _by_survey(found: Audit) -> dict[str, Recounted]:
    counted, recounted = _answers(found.counters), _answers(found.recount)
    return {name: Recounted(counted[name], recounted[name]) for name in sorted({*counted, *recounted})}


def _answers(cells: Mapping[CounterCell, int]) -> Counter[str]:
    sums: Counter[str] = Counter()
    for cell, count in cells.items():
        if cell.scope == "all" and cell.family != "S":
            sums[cell.survey] += count
    return sums
