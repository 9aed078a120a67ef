"""DynamoDB's arithmetic of read and write units, as its Developer Guide documents it.

Pages: "DynamoDB read and write operations", "DynamoDB item sizes and formats", "Using Global Secondary Indexes"
(write considerations), "Amazon DynamoDB Transactions: How it works" (capacity management). Items are in DynamoDB's own
form, ``{"name": {"S": "Anna"}}``. All units are request units: of reads in steps of 4 KB, of writes in steps of 1 KB.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from math import ceil
from typing import Any

from tests.table import projected, sort_keys

Wire = Mapping[str, Mapping[str, Any]]
_READ, _WRITE = 4096, 1024


def size(item: Wire | None) -> int:
    """Bytes of an item: names and values. No item has none."""
    return sum(len(name.encode()) + _value(value) for name, value in (item or {}).items())


def _value(value: Mapping[str, Any]) -> int:
    ((kind, content),) = value.items()
    match kind:
        case "S":
            return len(content.encode())
        case "N":
            return _number(content)
        case "B":
            return len(content)
        case "BOOL" | "NULL":
            return 1
        case "M":
            return 3 + sum(1 + len(name.encode()) + _value(nested) for name, nested in content.items())
        case "L":
            return 3 + sum(1 + _value(nested) for nested in content)
        case _:  # sets
            return sum(_value({kind[0]: nested}) for nested in content)


def _number(text: str) -> int:
    # About one byte for two significant digits and one more; a sign takes another.
    digits = text.lstrip("-").replace(".", "").strip("0")
    return ceil(len(digits) / 2) + 1 + text.startswith("-")


def get(item: Wire | None, *, consistent: bool = True) -> float:
    """Read units of GetItem, or of one item of BatchGetItem: one that is not there costs as much as a small one."""
    return _reads(size(item), consistent=consistent)


def query(items: Iterable[Wire], *, consistent: bool = True) -> float:
    """Read units of one page of a Query: the items read are added up, and then rounded up."""
    return _reads(sum(map(size, items)), consistent=consistent)


def _reads(amount: int, *, consistent: bool) -> float:
    return max(1, ceil(amount / _READ)) * (1.0 if consistent else 0.5)


def write(before: Wire | None, after: Wire | None, *, transactional: bool = False) -> int:
    """Write units in the table: the larger of the item before and after counts, in a transaction twice.

    What is expected and not met costs as much (`after` is then `before`), and so does a ConditionCheck.
    """
    return max(1, ceil(max(size(before), size(after)) / _WRITE)) * (2 if transactional else 1)


def index_writes(before: Wire | None, after: Wire | None) -> dict[str, int]:
    """Write units in each index that changes.

    A new entry is one write, a changed key a delete and a put, a changed projected attribute one, and no change is
    nothing. An index follows its table after the write, a transaction's as well, so none of it counts twice.
    """
    units = {name: _index_write(entry(before, name), entry(after, name)) for name in sort_keys() if name}
    return {name: amount for name, amount in units.items() if amount}


def _index_write(before: Wire | None, after: Wire | None) -> int:
    if before == after:
        return 0
    if before and after and _keys(before) == _keys(after):
        return max(ceil(size(before) / _WRITE), ceil(size(after) / _WRITE))
    return ceil(size(before) / _WRITE) + ceil(size(after) / _WRITE)


def entry(item: Wire | None, index: str) -> Wire | None:
    """What an index holds of an item: both keys and what is projected; None when it is not in the index."""
    keys = sort_keys()[index]
    if item is None or any(name not in item for name in keys):
        return None
    names = projected(index)
    if names is None:
        return item
    return {name: value for name, value in item.items() if name in ("pk", "sk", *keys, *names)}


def _keys(held: Wire) -> list[Any]:
    every = {name for names in sort_keys().values() for name in names}
    return sorted((name, tuple(value.items())) for name, value in held.items() if name in every)
