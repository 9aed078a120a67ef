"""Repairs the counters from the ledger, and the ledger from the answers and mails, while answers keep coming in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from sayso.domain.errors import ConflictError
from sayso.ports import CountBooks
from sayso.services.verify_counts import Verification, VerifyCounts

_ROUNDS = 3


@dataclass(frozen=True)
class Rebuilt:
    """What was repaired: items counted afresh, cells of counters with what was added to each, counters listed again.
    `left` is what a look afterwards found."""

    items: int
    cells: dict[str, int]
    listed: int
    left: Verification

    def as_json(self) -> dict[str, Any]:
        """The repairs as plain JSON values."""
        return {"items": self.items, "cells": self.cells, "listed": self.listed, "left": self.left.as_json()}


@dataclass(frozen=True)
class RebuildCounts:
    """See the module. Repeated, or broken off and begun again, it does the same as once.

    An item is counted afresh in a transaction that expects its ledger as it was read. A counter gets what it is off by
    added on top: every transaction of the counting moves counter and ledger by the same, so what it is off by stays
    what it was, however much is counted meanwhile; and no repair is made twice, as each expects the number of those
    before it.
    """

    books: CountBooks
    verify_counts: VerifyCounts

    def rebuild(self, found: Verification | None = None) -> Rebuilt:
        """Repair what is wrong, and count what is behind: what was `found` already, or what a look finds now."""
        items, cells, listed = 0, dict[str, int](), 0
        found = found or self.verify_counts.verify()
        for _ in range(_ROUNDS):
            if found.is_exact:
                break
            items += sum(_done(self.books.recount, pair) for pair in (*found.wrong, *found.behind))
            listed += sum(_done(self.books.list, counter) for counter in found.unlisted)
            for off in found.off:
                if _done(self.books.correct, off.day, off.repairs, {field: -by for field, by in off.by_field.items()}):
                    cells |= {cell: -by for cell, by in off.cells.items()}
            found = self.verify_counts.verify()
        return Rebuilt(items, cells, listed, found)


def _done(repair: Callable[..., None], *of: Any) -> bool:
    """Whether a repair was made; what met somebody else is looked at again in the next round."""
    try:
        repair(*of)
    except ConflictError:
        return False
    return True
