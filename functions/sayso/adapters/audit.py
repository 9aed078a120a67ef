"""Reads everything the counting path wrote, for the proof that it adds up, and mends what does not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import datetime

from pydantic import ValidationError

from sayso.adapters import keys
from sayso.adapters.counter_store import (
    REPAIRS,
    VERSION,
    counter_updates,
    directory_put,
    ledger_put,
    read_counter_item,
    read_ledger_item,
)
from sayso.adapters.items import Expect, Item, Items, Update
from sayso.adapters.keys import Key
from sayso.adapters.mapping import to_entity
from sayso.domain.counting import CounterCell, CounterDay, Entries, difference, entries_of
from sayso.domain.invitation import Invitation
from sayso.domain.response import Response
from sayso.ports import Audit, Counted, CounterState, ItemKey, LedgerPair

_PREFIXES = ("COUNT", "RESPONSE#", "INVITATION#")
_MODELS: dict[str, type[Invitation | Response]] = {"invitation": Invitation, "response": Response}


class TableBooks:
    """See `sayso.ports.CountBooks`."""

    def __init__(self, items: Items) -> None:
        self._items = items

    def audit(self) -> Audit:
        """Everything, in one pass over the table. Raises nothing of its own; what is being counted meanwhile may be
        half in it."""
        found = _Reading()
        for item in self._items.scan(_PREFIXES):
            found.take(item)
        return found.audit()

    def pairs(self, items: Sequence[ItemKey]) -> list[LedgerPair]:
        """Items beside their ledger entries, read afresh; without those that are gone or cannot be read.

        The ledger is read first: what is counted in between then makes it look behind, and never ahead of its item.
        """
        wanted = [Key(*item) for item in items]
        ledgers = self._items.get_many([keys.ledger(key) for key in wanted])
        found = self._items.get_many(wanted)
        pairs = []
        for key in wanted:
            entity = _entity(found[key]) if key in found else None
            if entity:
                ledger = ledgers.get(keys.ledger(key))
                revision, entries = read_ledger_item(ledger) if ledger else (0, {})
                counted = Counted(*key, entity.revision, entries_of(entity))
                pairs.append(LedgerPair(counted, _changed_at(entity), revision, entries))
        return pairs

    def states(self, days: Sequence[CounterDay]) -> dict[CounterDay, CounterState]:
        """Counters as they are now; one that is not there holds nothing."""
        by_key = {keys.counter(day): day for day in days}
        found = self._items.get_many(list(by_key))
        return {day: _state(found.get(key, {})) for key, day in by_key.items()}

    def correct(self, day: CounterDay, repairs: int, deltas: Mapping[str, int]) -> None:
        """Add to a counter what it is off by, on top of whatever is being counted meanwhile.

        Raises ConflictError when it was repaired since `repairs` was read: the same repair must not be made twice.
        """
        expect = Expect(equals={REPAIRS: repairs or None}, or_absent=not repairs)
        self._items.write(
            Update(
                keys.counter(day), sets={"entity": "counter"}, adds={**deltas, VERSION: 1, REPAIRS: 1}, expect=expect
            )
        )

    def recount(self, pair: LedgerPair) -> None:
        """Count an item afresh, whatever its ledger said; raises ConflictError when that changed since it was read.

        An item that changed meanwhile is counted by its stream, or found behind at the next look.
        """
        deltas = difference(pair.counted.entries, pair.entries)
        self._items.write(ledger_put(pair.counted, pair.read_at), *counter_updates(deltas))

    def unlisted(self, counters: Sequence[tuple[str, str, str]]) -> Sequence[tuple[str, str, str]]:
        """Those of some counters that the directory does not know, read afresh."""
        found = self._items.get_many([keys.directory(*counter) for counter in counters])
        return [counter for counter in counters if keys.directory(*counter) not in found]

    def list(self, counter: tuple[str, str, str]) -> None:
        """Put a counter into the directory."""
        self._items.write(directory_put(keys.directory(*counter)))


class _Reading:
    """One pass over the table. Of an item and its ledger entry only the first that comes is kept, until the other does:
    they are in one partition, and a scan reads one partition after the other."""

    def __init__(self) -> None:
        self._counters: dict[CounterCell, int] = {}
        self._ledger: Counter[CounterCell] = Counter()
        self._recount: Counter[CounterCell] = Counter()
        self._items: dict[ItemKey, Entries] = {}
        self._entries: dict[ItemKey, Entries] = {}
        self._doubtful: list[ItemKey] = []
        self._unreadable: list[ItemKey] = []
        self._listed: set[tuple[str, ...]] = set()
        self._answers = self._mails = 0

    def take(self, item: Item) -> None:
        match item["entity"]:
            case "counter":
                self._counters.update((cell, count) for cell, count in read_counter_item(item) if count)
            case "directory":
                self._listed.add(tuple(item["sk"].split("#", 2)))
            case "ledger":
                _, entries = read_ledger_item(item)
                self._ledger.update(entries)
                self._meet((item["pk"], item["sk"].removeprefix("COUNTED#")), entries, self._entries, self._items)
            case "invitation" | "response":
                entity, key = _entity(item), (item["pk"], item["sk"])
                if entity is None:
                    self._unreadable.append(key)
                    return
                self._answers += isinstance(entity, Response) and entity.state == "confirmed"
                self._mails += len(entity.mails) if isinstance(entity, Invitation) else 0
                entries = entries_of(entity)
                self._recount.update(entries)
                self._meet(key, entries, self._items, self._entries)

    def _meet(
        self, key: ItemKey, entries: Entries, mine: dict[ItemKey, Entries], others: dict[ItemKey, Entries]
    ) -> None:
        if key not in others:
            mine[key] = entries
        elif others.pop(key) != entries:
            self._doubtful.append(key)

    def audit(self) -> Audit:
        self._doubtful += [key for key, entries in self._items.items() if entries]
        for entries in self._entries.values():
            self._recount.update(entries)
        counters = {(cell.survey, cell.scope, cell.value) for cell in self._counters}
        return Audit(
            counters=self._counters,
            ledger=_without_zeros(self._ledger),
            recount=_without_zeros(self._recount),
            doubtful=self._doubtful,
            unlisted=sorted(counters - self._listed),
            answers=self._answers,
            mails=self._mails,
            # What cannot be read is not gone: it keeps its count until it is mended.
            gone=len(self._entries.keys() - {*self._unreadable}),
            unreadable=self._unreadable,
        )


def _without_zeros(cells: Counter[CounterCell]) -> dict[CounterCell, int]:
    return {cell: count for cell, count in cells.items() if count}


def _entity(item: Item) -> Invitation | Response | None:
    """The entity of an item; None when it cannot be read."""
    try:
        return to_entity(_MODELS[item["entity"]], item)
    except ValidationError:
        return None


def _changed_at(entity: Invitation | Response) -> datetime:
    """Since when (UTC) it counts for what it counts for, or a little longer."""
    if isinstance(entity, Response):
        return entity.updated_at
    first = entity.mails.get("first")
    return (first.delivered_at or first.at) if first else entity.planned_at


def _state(item: Item) -> CounterState:
    cells = {cell.field: count for cell, count in read_counter_item(item)} if item else {}
    return CounterState(cells, int(item.get(VERSION, 0)), int(item.get(REPAIRS, 0)))
