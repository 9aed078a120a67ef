"""Keeps the counters and the ledger that proves them, written together or not at all."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from sayso.adapters import keys
from sayso.adapters.items import ABSENT, TRANSACTION_LIMIT, Action, Expect, Item, Items, Put, Update
from sayso.adapters.keys import Key
from sayso.domain.counting import CounterCell, Entries
from sayso.domain.nps import ScoreCounts
from sayso.ports import CellCounts, Counted

_OF_SENDING = ("sent", "delivered", "answered", "waiting", "machine")


class CounterStore:
    """See `sayso.ports.Ledger` and `sayso.ports.Counters`."""

    def __init__(self, items: Items) -> None:
        self._items = items
        self._listed: set[Key] = set()

    def read(self, survey: str, scope: str, value: str, first_day: str, last_day: str) -> CellCounts:
        """Sum one counter over UTC days ``YYYY-MM-DD``, both ends included: as many reads for a thousand answers
        as for a million."""
        scores: dict[str, ScoreCounts] = {}
        start, end = (keys.counter_days(survey, scope, value, "A", day) for day in (first_day, last_day))
        for item in self._items.query(start.pk, start=start.sk, end=end.sk):
            scores[item["sk"][2:]] = ScoreCounts(tuple(int(item.get(f"s{score}", 0)) for score in range(11)))
        sent = Counter(dict.fromkeys(_OF_SENDING, 0))
        start, end = (keys.counter_days(survey, scope, value, "S", day) for day in (first_day, last_day))
        for item in self._items.query(start.pk, start=start.sk, end=end.sk):
            sent.update({name: int(item.get(name, 0)) for name in _OF_SENDING})
        return CellCounts(scores, **sent)

    def values(self, survey: str, scope: str) -> list[str]:
        """The values a scope was ever counted for."""
        prefix = f"{survey}#{scope}#"
        pk = keys.directory().pk
        return [item["sk"].removeprefix(prefix) for item in self._items.query(pk, prefix=prefix)]

    def read_ledger(self, counted: Sequence[Counted]) -> list[tuple[int, Entries]]:
        """For each item the revision it was counted at (0: never) and what it counted for."""
        wanted = [keys.ledger(Key(entry.item_pk, entry.item_sk)) for entry in counted]
        found = self._items.get_many(wanted)
        return [read_ledger_item(found[key]) if key in found else (0, {}) for key in wanted]

    def apply(self, changes: Sequence[tuple[Counted, int, Entries]]) -> None:
        """Write ledger and counters together.

        Parameters
        ----------
        changes : sequence of (Counted, int, Entries)
            An item, the revision its ledger was read at, and the deltas to its counters. The deltas of all
            changes are summed, so that no counter is written twice in a transaction.

        Raises
        ------
        ConflictError
            When a ledger item was written since it was read. Nothing of that transaction was.
        """
        for group in _transactions(changes):
            cells: Counter[CounterCell] = Counter()
            actions: list[Action] = []
            for counted, read_at, deltas in group:
                actions.append(_ledger_put(counted, read_at))
                cells.update(deltas)
            by_item: dict[Key, dict[str, int]] = defaultdict(dict)
            for cell, delta in cells.items():
                if delta:
                    by_item[keys.counter(cell)][cell.field] = delta
            self._list(cells)
            actions += [Update(key, sets={"entity": "counter"}, adds=adds) for key, adds in by_item.items()]
            self._items.write(*actions)

    def _list(self, cells: Counter[CounterCell]) -> None:
        wanted = dict.fromkeys(keys.directory(cell.survey, cell.scope, cell.value) for cell in cells)
        unknown = [key for key in wanted if key not in self._listed]
        # Nearly always it is listed already, by another process: to look costs a fifth of writing it again.
        known = self._items.get_many(unknown) if unknown else {}
        for key in unknown:
            if key not in known:
                self._items.write(Put({**key._asdict(), "entity": "directory"}))
            self._listed.add(key)


def read_ledger_item(item: Item) -> tuple[int, Entries]:
    """The revision and the entries of a ledger item."""
    return int(item["counted_revision"]), {
        CounterCell.read(cell): int(count) for cell, count in item["entries"].items()
    }


def read_counter_item(item: Item) -> Iterator[tuple[CounterCell, int]]:
    """The cells of a counter item."""
    _, survey, scope, value = item["pk"].split("#", 3)
    family, day = item["sk"].split("#")
    for field, count in item.items():
        if field not in ("pk", "sk", "entity"):
            yield CounterCell(survey, scope, value, family, day, field), int(count)


def _ledger_put(counted: Counted, read_at: int) -> Put:
    item = {
        **keys.ledger(Key(counted.item_pk, counted.item_sk))._asdict(),
        "entity": "ledger",
        "counted_revision": counted.revision,
        "entries": {str(cell): count for cell, count in counted.entries.items()},
    }
    return Put(item, Expect(equals={"counted_revision": read_at}) if read_at else ABSENT)


def _transactions(
    changes: Sequence[tuple[Counted, int, Entries]],
) -> Iterator[list[tuple[Counted, int, Entries]]]:
    """Cut the changes so that every part fits one transaction, counting each counter item once."""
    group: list[tuple[Counted, int, Entries]] = []
    counters: set[Key] = set()
    for change in changes:
        more = {keys.counter(cell) for cell in change[2]}
        if group and len(group) + 1 + len(counters | more) > TRANSACTION_LIMIT:
            yield group
            group, counters = [], set()
        group.append(change)
        counters |= more
    if group:
        yield group
