"""Our own people by the keyed hash of their address, and which of their mails went out."""

from __future__ import annotations

from datetime import timedelta

from sayso.adapters import keys
from sayso.adapters.items import ABSENT, Delete, Expect, Item, Items, Put, WriteConflictError
from sayso.domain.time import utc_text
from sayso.ports import Clock, Pseudonyms

# Longer than any run can be late.
_REMEMBERED = timedelta(days=400)


class OwnerStore:
    """See `sayso.ports.Owners`."""

    def __init__(self, items: Items, pseudonyms: Pseudonyms) -> None:
        self._items, self._pseudonyms = items, pseudonyms
        self._known: dict[str, str] = {}

    def remember(self, email: str) -> str:
        """The id of an owner, by which `email` finds the address again."""
        owner_id = self._pseudonyms.of_owner(email)
        if self._known.get(owner_id) != email:
            self._items.write(Put({**keys.owner(owner_id)._asdict(), "entity": "owner", "email": email}))
            self._known[owner_id] = email
        return owner_id

    def email(self, owner_id: str) -> str | None:
        """The address of an owner; None for one who was never remembered."""
        item = self._items.get(keys.owner(owner_id))
        return str(item["email"]) if item else None


class StaffPostStore:
    """See `sayso.ports.StaffPost`."""

    def __init__(self, items: Items, pseudonyms: Pseudonyms, clock: Clock) -> None:
        self._items, self._pseudonyms, self._clock = items, pseudonyms, clock

    def claim(self, kind: str, period: str, to: str, again_after: timedelta | None = None) -> bool:
        """Whether the mail may go: False when it went already, or is about to.

        With `again_after` True once more, that long after a claim of which nobody said that the mail was `sent`.
        """
        item = self._item(kind, period, to, "claimed")
        if self._written(item, ABSENT):
            return True
        if again_after is None:
            return False
        before = {"claimed_at": utc_text(self._clock() - again_after)}
        return self._written(item, Expect(equals={"state": "claimed"}, before=before))

    def sent(self, kind: str, period: str, to: str) -> None:
        """The mail certainly went."""
        self._items.write(Put(self._item(kind, period, to, "sent")))

    def give_back(self, kind: str, period: str, to: str) -> None:
        """The mail certainly did not go."""
        self._items.write(Delete(self._key(kind, period, to)))

    def _item(self, kind: str, period: str, to: str, state: str) -> Item:
        now = self._clock()
        at = {"claimed_at": utc_text(now), "expires_at_epoch": int((now + _REMEMBERED).timestamp())}
        return {**self._key(kind, period, to)._asdict(), "entity": "staff_mail", "state": state, **at}

    def _written(self, item: Item, expect: Expect) -> bool:
        try:
            self._items.write(Put(item, expect))
        except WriteConflictError:
            return False
        return True

    def _key(self, kind: str, period: str, to: str) -> keys.Key:
        return keys.staff_mail(kind, period, self._pseudonyms.of_owner(to))
