"""Keeps what our people changed at the desk."""

from __future__ import annotations

import json

from sayso.adapters import keys
from sayso.adapters.items import Item, Items, Put
from sayso.adapters.mapping import to_entity, to_item
from sayso.adapters.paging import page
from sayso.domain.staff_change import KEPT_FOR, StaffChange
from sayso.ports import Page


class StaffChangeStore:
    """See `sayso.ports.StaffChanges`."""

    def __init__(self, items: Items) -> None:
        self._items = items

    def write(self, change: StaffChange) -> None:
        """Write a change, in the place of what was known of it before."""
        expires = int((change.at + KEPT_FOR).timestamp())
        key = keys.staff_change(change.at, change.change_id)
        # As text: the table knows no numbers with a point, and gives none back that JSON knows.
        said = {name: json.dumps(value) for name, value in (("before", change.before), ("after", change.after))}
        self._items.write(Put(to_item(key, "staff_change", change, expires_at_epoch=expires, **said)))

    def page(self, limit: int, after: str = "") -> Page[StaffChange]:
        """The changes, the latest first."""
        found, following = page(self._items, keys.staff_change().pk, limit=limit, after=after, newest_first=True)
        return Page([_read(item) for item in found], following)


def _read(item: Item) -> StaffChange:
    return to_entity(StaffChange, {**item, **{name: json.loads(item[name]) for name in ("before", "after")}})
