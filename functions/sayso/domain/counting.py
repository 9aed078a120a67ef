"""What an invitation and a response add to the counters: pure arithmetic, so that every count can be checked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Literal, NamedTuple, cast

from sayso.domain.invitation import Invitation, Snapshot
from sayso.domain.programme import Scale
from sayso.domain.response import Response
from sayso.domain.time import utc_text

ALL = "-"
Family = Literal["A", "C", "S"]


class CounterDay(NamedTuple):
    """One counter of one UTC day, kept as one item: the cells that differ in their field only."""

    survey: str
    scope: str
    value: str
    family: Family
    day: str


class CounterCell(NamedTuple):
    """One number of one counter.

    `family` A holds scores of 0 to 10, and C those of 1 to 5, by the UTC day of the first confirmed answer: a survey
    that changed its scale never mixes the two. S holds, by the UTC day of sending, the mails sent and delivered, and
    the answers confirmed, waiting for evidence, and machines'. `field` is ``s0`` … ``s10``, or ``sent``, ``delivered``,
    ``answered``, ``waiting``, ``machine``; of a rating (scope ``rating``) ``r4s9`` is a 4 by somebody who gave a 9.
    """

    survey: str
    scope: str
    value: str
    family: Family
    day: str
    field: str

    @property
    def of(self) -> CounterDay:
        """The counter it is one number of."""
        return CounterDay(*self[:-1])

    def __str__(self) -> str:
        return "|".join(self)

    @classmethod
    def read(cls, text: str) -> CounterCell:
        """The inverse of ``str(cell)``."""
        survey, scope, value, family, day, field = text.split("|")
        return cls(survey, scope, value, cast("Family", family), day, field)


Entries = Mapping[CounterCell, int]


def entries_of(entity: Invitation | Response) -> Entries:
    """What an invitation or a response counts for."""
    return count_response(entity) if isinstance(entity, Response) else count_invitation(entity)


def count_response(response: Response) -> Entries:
    """What a response counts for now: before it is confirmed, as one that waits or is a machine's, and no more.

    It depends on the response alone, so that no change of the programme moves history. One that was imported, or
    recorded in a meeting, was not asked by mail, and is no part of a response rate.
    """
    if response.state != "confirmed" or response.confirmed_at is None:
        field = "machine" if response.state == "machine" else "waiting"
        return {CounterCell(response.survey, "all", ALL, "S", _day(response.asked_at), field): 1}
    cells: dict[CounterCell, int] = {}
    day, asked_on = _day(response.confirmed_at), _day(response.asked_at)
    scopes, family, said = [*_scopes(response.snapshot)], score_family(response.scale), f"s{response.score}"
    for scope, value in [*scopes, *_said_in(response)]:
        cells[CounterCell(response.survey, scope, value, family, day, said)] = 1
    for name, rating in response.ratings.items():
        cells[CounterCell(response.survey, "rating", name, family, day, f"r{rating}{said}")] = 1
    for scope, value in scopes if response.was_asked_by_mail else ():
        cells[CounterCell(response.survey, scope, value, "S", asked_on, "answered")] = 1
    return cells


def count_invitation(invitation: Invitation) -> Entries:
    """What an invitation counts for now: nothing before its first mail was sent."""
    first = invitation.mails.get("first")
    if first is None or first.state != "sent" or invitation.snapshot is None:
        return {}
    cells: dict[CounterCell, int] = {}
    day = _day(first.at)
    for scope, value in _scopes(invitation.snapshot):
        cells[CounterCell(invitation.survey, scope, value, "S", day, "sent")] = 1
        if first.delivered_at:
            cells[CounterCell(invitation.survey, scope, value, "S", day, "delivered")] = 1
    return cells


def score_family(scale: Scale) -> Family:
    """Where the scores of a scale are counted."""
    return "A" if scale == "nps" else "C"


def difference(after: Entries, before: Entries) -> Entries:
    """The deltas that turn `before` into `after`, without zeros."""
    cells = {cell: after.get(cell, 0) - before.get(cell, 0) for cell in {*after, *before}}
    return {cell: delta for cell, delta in cells.items() if delta}


def _day(moment: datetime) -> str:
    return utc_text(moment)[:10]


def _said_in(response: Response) -> Iterator[tuple[str, str]]:
    """What an answer is about, as its person and ours said: nobody is asked for that, so there is no rate of it."""
    yield from (("driver", driver) for driver in response.drivers)
    yield from (("theme", theme) for theme in response.filed_under)
    yield from (("suggested", theme) for theme in response.suggested_for)


def _scopes(snapshot: Snapshot) -> Iterator[tuple[str, str]]:
    yield "all", ALL
    yield "account", snapshot.account_id
    yield "language", snapshot.language
    for name, value in sorted(snapshot.segments.items()):
        yield "segment", f"{name}={value}"
    if snapshot.owner_id:
        yield "owner", snapshot.owner_id
