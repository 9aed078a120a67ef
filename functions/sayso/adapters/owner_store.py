"""Our own people by the keyed hash of their address, and which of their mails went out."""

from __future__ import annotations

from datetime import timedelta

from sayso.adapters import keys
from sayso.adapters.items import ABSENT, Delete, Items, Put, WriteConflictError
from sayso.domain.address import same_mailbox
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
        owner_id = self._pseudonyms.of("owner", same_mailbox(email))
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

    def claim(self, kind: str, period: str, to: str) -> bool:
        """Whether the mail may go: False when it went already, or is about to."""
        expires_at = int((self._clock() + _REMEMBERED).timestamp())
        item = {**self._key(kind, period, to)._asdict(), "entity": "staff_mail", "expires_at_epoch": expires_at}
        try:
            self._items.write(Put(item, ABSENT))
        except WriteConflictError:
            return False
        return True

    def give_back(self, kind: str, period: str, to: str) -> None:
        """The mail certainly did not go."""
        self._items.write(Delete(self._key(kind, period, to)))

    def _key(self, kind: str, period: str, to: str) -> keys.Key:
        return keys.staff_mail(kind, period, self._pseudonyms.of("owner", same_mailbox(to)))
