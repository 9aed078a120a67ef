"""Keeps what of the programme everybody was last planned by, so that a change of it is noticed."""

from __future__ import annotations

from datetime import datetime

from sayso.adapters import keys
from sayso.adapters.items import Items, Put
from sayso.domain.time import utc_text


class RhythmStore:
    """See `sayso.ports.PlannedBy`."""

    def __init__(self, items: Items) -> None:
        self._items = items

    def read(self) -> str:
        """The rhythm as `sayso.domain.planning.rhythm_of` gives it; empty when nobody was ever planned by one."""
        item = self._items.get(keys.rhythm())
        return str(item["rhythm"]) if item else ""

    def write(self, rhythm: str, now: datetime) -> None:
        """Everybody is planned by this rhythm now."""
        self._items.write(Put({**keys.rhythm()._asdict(), "entity": "rhythm", "rhythm": rhythm, "at": utc_text(now)}))
