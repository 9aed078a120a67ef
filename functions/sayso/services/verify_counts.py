"""Proves the counters: against the ledger (any difference is drift) and against the answers (a delay is lag)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from sayso.domain.counting import CounterCell
from sayso.domain.programme import Programme
from sayso.ports import Audit, Clock, Counted


@dataclass(frozen=True)
class Verification:
    """What an audit found.

    `drift` holds every counter cell that is not the sum of its ledger entries, with the difference: always a
    fault. `behind` counts items the ledger has not caught up with; `lag_seconds` is the age of the oldest of
    them, which is only a fault when it does not go away.
    """

    cells: int
    answers: int
    mails: int
    drift: dict[str, int]
    behind: int
    lag_seconds: int

    @property
    def is_exact(self) -> bool:
        """Counters, ledger and answers agree to the last one."""
        return not self.drift and not self.behind


@dataclass(frozen=True)
class VerifyCounts:
    """See the module. Reads the whole table: for a person or a daily run, not for a request."""

    audit: Callable[[], Audit]
    counted: Callable[[Audit], list[tuple[Counted, datetime]]]
    programme: Programme
    clock: Clock

    def verify(self) -> Verification:
        """Compare counters, ledger and the items themselves."""
        found = self.audit()
        drift = _drift(found)
        if drift:
            # A scan is no snapshot: what is counted between its reading a counter and that counter's ledger looks
            # like drift. It does so once; real drift is there again, and the same.
            found = self.audit()
            again = _drift(found)
            drift = {cell: difference for cell, difference in drift.items() if again.get(cell) == difference}
        waiting = [
            changed_at
            for counted, changed_at in self.counted(found)
            if found.ledger.get((counted.item_pk, counted.item_sk), (0, {}))[1] != counted.entries
        ]
        oldest = min(waiting, default=None)
        return Verification(
            cells=len(found.counters),
            answers=sum(response.state == "confirmed" for response in found.responses),
            mails=sum(len(invitation.mails) for invitation in found.invitations),
            drift=drift,
            behind=len(waiting),
            lag_seconds=max(0, int((self.clock() - oldest).total_seconds())) if oldest else 0,
        )


def _drift(found: Audit) -> dict[str, int]:
    """The counter cells that are not the sum of the ledger, with the difference."""
    sums: Counter[CounterCell] = Counter()
    for _, entries in found.ledger.values():
        sums.update(entries)
    differences = {cell: found.counters.get(cell, 0) - sums.get(cell, 0) for cell in {*found.counters, *sums}}
    return {str(cell): difference for cell, difference in differences.items() if difference}
