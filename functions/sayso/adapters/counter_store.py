"""Keeps the counters and the ledger that proves them, written together or not at all."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from sayso.adapters import keys
from sayso.adapters.items import ABSENT, TRANSACTION_LIMIT, Expect, Item, Items, Put, Update
from sayso.adapters.keys import Key
from sayso.domain.counting import ALL, CounterCell, Entries, Family, score_family
from sayso.domain.errors import ConflictError, InvalidInputError
from sayso.domain.nps import ScoreCounts
from sayso.domain.programme import Scale
from sayso.ports import CellCounts, Counted

_PAIR = re.compile(r"r(\d)s(\d+)")
VERSION, REPAIRS = "version", "repairs"
_NO_COUNT = {"pk", "sk", "entity", VERSION, REPAIRS}
_LAST = "\U0010ffff"  # sorts behind every name
_OF_SENDING = ("sent", "delivered", "answered", "waiting", "machine")


class CounterStore:
    """See `sayso.ports.Ledger` and `sayso.ports.Counters`."""

    def __init__(self, items: Items) -> None:
        self._items = items
        self._listed: set[Key] = set()

    def read(
        self, survey: str, scope: str, value: str, first_day: str, last_day: str, scale: Scale = "nps"
    ) -> CellCounts:
        """Sum one counter over UTC days ``YYYY-MM-DD``, both ends included: as many reads for a thousand answers
        as for a million. The scores are those given on one scale; the rest is of all.

        Raises InvalidInputError, naming the counter and what to do, when one is below zero.
        """
        scores: dict[str, ScoreCounts] = {}
        for item in self._days(survey, scope, value, score_family(scale), first_day, last_day):
            try:
                counts = ScoreCounts(tuple(int(item.get(f"s{score}", 0)) for score in range(11)))
            except InvalidInputError as error:
                # No sum of answers is below zero: somebody wrote it by hand.
                reason = f"'{survey}', {scope} {value}, of {item['sk'][2:]} is wrong ({error.reason}); "
                raise InvalidInputError(
                    f"{reason}sayso verify says more, sayso rebuild repairs it", field="counter"
                ) from None
            scores[item["sk"][2:]] = counts
        sent = Counter(dict.fromkeys(_OF_SENDING, 0))
        for item in self._days(survey, scope, value, "S", first_day, last_day):
            sent.update({name: int(item.get(name, 0)) for name in _OF_SENDING})
        return CellCounts(scores, **sent)

    def read_rating(
        self, survey: str, rating: str, first_day: str, last_day: str, scale: Scale = "nps"
    ) -> dict[tuple[int, int], int]:
        """How many answers gave each pair of this rating (1 to 5) and a score, over UTC days, both ends included."""
        pairs: Counter[tuple[int, int]] = Counter()
        for item in self._days(survey, "rating", rating, score_family(scale), first_day, last_day):
            for field, count in item.items():
                if pair := _PAIR.fullmatch(field):
                    pairs[int(pair[1]), int(pair[2])] += int(count)
        return {pair: count for pair, count in pairs.items() if count}

    def last_day(self, survey: str, scope: str, value: str, scale: Scale = "nps") -> str | None:
        """The last UTC day that an answer was counted for; None when there never was one."""
        whole = keys.counter_days(survey, scope, value, score_family(scale), "")
        for item in self._items.query(whole.pk, prefix=whole.sk, newest_first=True):
            # An answer that was edited to count for another driver leaves a day of zeros behind.
            if any(count for field, count in item.items() if field.startswith("s") and field != "sk"):
                return str(item["sk"][2:])
        return None

    def first_day(self, survey: str, scale: Scale = "nps") -> str | None:
        """The first UTC day of the counters of a survey's scores; None when there are none."""
        whole = keys.counter_days(survey, "all", ALL, score_family(scale), "")
        first = self._items.query(whole.pk, prefix=whole.sk, limit=1)
        return next((str(item["sk"][2:]) for item in first), None)

    def values(self, survey: str, scope: str) -> list[str]:
        """The values a scope was ever counted for."""
        prefix = f"{survey}#{scope}#"
        pk = keys.directory().pk
        return [item["sk"].removeprefix(prefix) for item in self._items.query(pk, prefix=prefix)]

    def surveys(self) -> list[str]:
        """Every survey that was ever counted, also those the programme no longer has: one read for each, and one more,
        as the directory lists every account of every survey."""
        found, start = list[str](), " "
        while listed := next(self._items.query(keys.directory().pk, start=start, end=_LAST, limit=1), None):
            found.append(listed["sk"].split("#", 1)[0])
            start = f"{found[-1]}$"  # the sign right behind "#"
        return sorted(found)

    def _days(self, survey: str, scope: str, value: str, family: Family, first: str, last: str) -> Iterator[Item]:
        start, end = (keys.counter_days(survey, scope, value, family, day) for day in (first, last))
        return self._items.query(start.pk, start=start.sk, end=end.sk)

    def read_ledger(self, counted: Sequence[Counted]) -> list[tuple[int, Entries]]:
        """For each item the revision it was counted at (0: never) and what it counted for."""
        wanted = [keys.ledger(Key(entry.item_pk, entry.item_sk)) for entry in counted]
        found = self._items.get_many(wanted)
        return [read_ledger_item(found[key]) if key in found else (0, {}) for key in wanted]

    def apply(self, changes: Sequence[tuple[Counted, int, Entries]]) -> list[Counted]:
        """Write ledger and counters together, in as few transactions as they fit.

        Parameters
        ----------
        changes : sequence of (Counted, int, Entries)
            An item, the revision its ledger was read at, and the deltas to its counters. The deltas of all changes in
            a transaction are summed, so that no counter is written twice.

        Returns
        -------
        list of Counted
            Those that were not written, as their ledger was written since it was read, or another transaction was at
            the same counters at that moment.
        """
        lost: list[Counted] = []
        for group in _transactions(changes):
            cells: Counter[CounterCell] = Counter()
            for _, _, deltas in group:
                cells.update(deltas)
            ledger = [ledger_put(counted, read_at) for counted, read_at, _ in group]
            try:
                self._list(cells)
                self._items.write(*ledger, *counter_updates(cells))
            except ConflictError:
                lost += [counted for counted, _, _ in group]
        return lost

    def _list(self, cells: Counter[CounterCell]) -> None:
        wanted = dict.fromkeys(keys.directory(cell.survey, cell.scope, cell.value) for cell in cells)
        unknown = [key for key in wanted if key not in self._listed]
        # Nearly always it is listed already, by another process: to look costs a fifth of writing it again.
        known = self._items.get_many(unknown) if unknown else {}
        for key in unknown:
            if key not in known:
                self._items.write(directory_put(key))
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
        if field not in _NO_COUNT:
            yield CounterCell(survey, scope, value, family, day, field), int(count)


def counter_updates(cells: Mapping[CounterCell, int]) -> list[Update]:
    """The writes that add deltas to counters, one for each item.

    A counter whose deltas cancel each other is written too: its version tells whoever reads counter and ledger one
    after the other that something was counted in between.
    """
    by_item: dict[Key, dict[str, int]] = defaultdict(dict)
    for cell, delta in cells.items():
        of = by_item[keys.counter(cell)]
        if delta:
            of[cell.field] = delta
    return [Update(key, sets={"entity": "counter"}, adds={**adds, VERSION: 1}) for key, adds in by_item.items()]


def directory_put(key: Key) -> Put:
    """The write that lists a counter under its key in the directory; repeated it changes nothing."""
    return Put({**key._asdict(), "entity": "directory"})


def ledger_put(counted: Counted, read_at: int) -> Put:
    """The write that remembers what an item was counted for, expecting the ledger as it was read (0: none)."""
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
    """Cut the changes so that every part fits one transaction, counting each counter item once.

    Those of the same counters (an account's, mostly) stand together, so that fewer counters are written more than once:
    of a thousand answers of two hundred accounts in a day half as many writes.
    """
    together = sorted((sorted({keys.counter(cell) for cell in change[2]}), at) for at, change in enumerate(changes))
    group: list[tuple[Counted, int, Entries]] = []
    counters: set[Key] = set()
    for more, at in together:
        if group and len(group) + 1 + len(counters.union(more)) > TRANSACTION_LIMIT:
            yield group
            group, counters = [], set()
        group.append(changes[at])
        counters.update(more)
    if group:
        yield group
