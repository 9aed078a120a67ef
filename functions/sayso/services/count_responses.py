"""Counts answers and mails exactly, however often and in whatever order the stream delivers them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sayso.domain.counting import count_invitation, count_response, difference
from sayso.domain.errors import ConflictError
from sayso.domain.invitation import Invitation
from sayso.domain.programme import Programme
from sayso.domain.response import Response
from sayso.ports import Counted, Ledger
from sayso.services.plan_invitations import ATTEMPTS


def to_count(changed: Invitation | Response, item_pk: str, item_sk: str, *, per_owner: bool) -> Counted:
    """What an invitation or a response counts for at its revision."""
    if isinstance(changed, Response):
        entries = count_response(changed, per_owner=per_owner)
    else:
        entries = count_invitation(changed, per_owner=per_owner)
    return Counted(item_pk, item_sk, changed.revision, entries)


@dataclass(frozen=True)
class CountResponses:
    """See the module.

    The ledger remembers, for every item, the revision it was counted at and the exact cells it counted for. What
    is new is the difference; what is old, or a repeat, is none.
    """

    ledger: Ledger
    programme: Programme

    def count(self, changed: Iterable[tuple[Invitation | Response, str, str]]) -> int:
        """Count changed items, each with its partition and sort key; returns how many were news to the ledger.

        Raises ConflictError when other writers kept getting in between; the stream then delivers again.
        """
        latest: dict[tuple[str, str], Counted] = {}
        for entity, item_pk, item_sk in changed:
            counted = to_count(entity, item_pk, item_sk, per_owner=self.programme.scores_per_owner)
            if _may_have_counted(entity) and counted.revision >= _revision(latest.get((item_pk, item_sk))):
                latest[item_pk, item_sk] = counted
        return self._apply(list(latest.values()))

    def _apply(self, counted: Sequence[Counted]) -> int:
        for attempt in range(1, ATTEMPTS + 1):
            before = self.ledger.read_ledger(counted)
            newer = [
                (entry, revision, difference(entry.entries, entries))
                for entry, (revision, entries) in zip(counted, before, strict=True)
                # The ledger takes every newer revision, also one that counts for the same: else an older one
                # that comes late would look new.
                if entry.revision > revision
            ]
            try:
                self.ledger.apply(newer)
            except ConflictError:
                if attempt == ATTEMPTS:
                    raise
            else:
                return len(newer)
        return 0


def _may_have_counted(entity: Invitation | Response) -> bool:
    """Whether this or an older revision can have counted; what cannot needs no look at the ledger."""
    if isinstance(entity, Response):
        return True
    first = entity.mails.get("first")
    return first is not None and first.state in ("sent", "failed")


def _revision(counted: Counted | None) -> int:
    return counted.revision if counted else 0
