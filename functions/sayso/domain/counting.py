"""What an invitation and a response add to the counters: pure arithmetic, so that every count can be checked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Literal, NamedTuple

from sayso.domain.invitation import Invitation, Snapshot
from sayso.domain.response import Response
from sayso.domain.time import utc_text

ALL = "-"
Family = Literal["A", "S"]


class CounterCell(NamedTuple):
    """One number of one counter.

    `family` A holds eleven score counts by the UTC day of the first confirmed answer; S holds, by the UTC day of
    sending, the mails sent and delivered, and the answers confirmed, waiting for evidence, and machines'. `field` is
    ``s0`` … ``s10``, or ``sent``, ``delivered``, ``answered``, ``waiting``, ``machine``.
    """

    survey: str
    scope: str
    value: str
    family: Family
    day: str
    field: str

    def __str__(self) -> str:
        return "|".join(self)

    @classmethod
    def read(cls, text: str) -> CounterCell:
        """The inverse of ``str(cell)``."""
        survey, scope, value, family, day, field = text.split("|")
        return cls(survey, scope, value, "A" if family == "A" else "S", day, field)


Entries = Mapping[CounterCell, int]


def count_response(response: Response, *, per_owner: bool) -> Entries:
    """What a response counts for now: before it is confirmed, as one that waits or is a machine's, and no more."""
    if response.state != "confirmed" or response.confirmed_at is None:
        field = "machine" if response.state == "machine" else "waiting"
        return {_cell(response.survey, "all", ALL, "S", response.asked_at, field): 1}
    cells: Counter[CounterCell] = Counter()
    scopes = [*_scopes(response.snapshot, per_owner=per_owner)]
    for scope, value in [*scopes, *(("driver", driver) for driver in response.drivers)]:
        cells[_cell(response.survey, scope, value, "A", response.confirmed_at, f"s{response.score}")] = 1
    for name, rating in response.ratings.items():
        cells[_cell(response.survey, "rating", name, "A", response.confirmed_at, f"s{rating}")] = 1
    for scope, value in scopes:
        cells[_cell(response.survey, scope, value, "S", response.asked_at, "answered")] = 1
    return cells


def count_invitation(invitation: Invitation, *, per_owner: bool) -> Entries:
    """What an invitation counts for now: nothing before its first mail was sent."""
    first = invitation.mails.get("first")
    if first is None or first.state != "sent" or invitation.snapshot is None:
        return {}
    cells: Counter[CounterCell] = Counter()
    for scope, value in _scopes(invitation.snapshot, per_owner=per_owner):
        cells[_cell(invitation.survey, scope, value, "S", first.at, "sent")] = 1
        if first.delivered_at:
            cells[_cell(invitation.survey, scope, value, "S", first.at, "delivered")] = 1
    return cells


def difference(after: Entries, before: Entries) -> Entries:
    """The deltas that turn `before` into `after`, without zeros."""
    cells = {cell: after.get(cell, 0) - before.get(cell, 0) for cell in {*after, *before}}
    return {cell: delta for cell, delta in cells.items() if delta}


def _cell(survey: str, scope: str, value: str, family: Family, moment: datetime, field: str) -> CounterCell:
    return CounterCell(survey, scope, value, family, utc_text(moment)[:10], field)


def _scopes(snapshot: Snapshot, *, per_owner: bool) -> Iterator[tuple[str, str]]:
    yield "all", ALL
    yield "account", snapshot.account_id
    yield "language", snapshot.language
    for name, value in sorted(snapshot.segments.items()):
        yield "segment", f"{name}={value}"
    if per_owner and snapshot.owner_id:
        yield "owner", snapshot.owner_id
