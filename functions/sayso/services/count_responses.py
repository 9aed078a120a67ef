"""Counts answers and mails exactly, however often and in whatever order the stream delivers them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sayso.domain.counting import difference, entries_of
from sayso.domain.errors import ConflictError
from sayso.domain.invitation import Invitation
from sayso.domain.response import Response
from sayso.ports import Backoff, Counted, Ledger

ATTEMPTS = 8  # against other shards' workers at the same counters, with ever longer waits between


@dataclass(frozen=True)
class CountResponses:
    """See the module.

    The ledger remembers, for every item, the revision it was counted at and the exact cells it counted for. What
    is new is the difference; what is old, or a repeat, is none.
    """

    ledger: Ledger
    backoff: Backoff

    def count(self, changed: Iterable[tuple[Invitation | Response, str, str]]) -> int:
        """Count changed items, each with its partition and sort key; returns how many were news to the ledger.

        Raises ConflictError when other writers kept getting in between; the stream then delivers again.
        """
        latest: dict[tuple[str, str], tuple[Invitation | Response, str, str]] = {}
        for entity, item_pk, item_sk in changed:
            known = latest.get((item_pk, item_sk))
            if _may_have_counted(entity) and (known is None or entity.revision >= known[0].revision):
                latest[item_pk, item_sk] = entity, item_pk, item_sk
        return self._apply([Counted(pk, sk, one.revision, entries_of(one)) for one, pk, sk in latest.values()])

    def _apply(self, counted: Sequence[Counted]) -> int:
        news = 0
        for attempt in range(1, ATTEMPTS + 1):
            before = self.ledger.read_ledger(counted)
            newer = [
                (entry, revision, difference(entry.entries, entries))
                for entry, (revision, entries) in zip(counted, before, strict=True)
                # The ledger takes every newer revision, also one that counts for the same: else an older one
                # that comes late would look new.
                if entry.revision > revision
            ]
            counted = self.ledger.apply(newer)
            news += len(newer) - len(counted)
            if not counted:
                return news
            if attempt < ATTEMPTS:
                self.backoff(attempt)
        raise ConflictError(f"{len(counted)} of a batch could not be counted: others were at the same counters")


def _may_have_counted(entity: Invitation | Response) -> bool:
    """Whether this or an older revision can have counted; what cannot needs no look at the ledger."""
    if isinstance(entity, Response):
        return True
    first = entity.mails.get("first")
    return first is not None and first.state in ("sent", "failed")
