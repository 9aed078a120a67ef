"""Keeps quotes: words of an answer, and so no longer than the words themselves."""

from __future__ import annotations

from datetime import datetime

from sayso.adapters import keys
from sayso.adapters.items import Check, Delete, Expect, Items
from sayso.adapters.mapping import put_next, to_entity
from sayso.domain.quote import Quote
from sayso.ports import Clock


class QuoteStore:
    """See `sayso.ports.Quotes`."""

    def __init__(self, items: Items, clock: Clock) -> None:
        self._items, self._clock = items, clock

    def get(self, quote_id: str) -> Quote | None:
        """One quote."""
        return next((one for one in self.list() if one.quote_id == quote_id), None)

    def list(self) -> list[Quote]:
        """All of them, the first chosen first."""
        prefix, now = keys.quote(), self._clock().timestamp()
        # TTL deletes days late: what has expired is gone for every reader at once.
        found = [
            to_entity(Quote, item)
            for item in self._items.query(prefix.pk, prefix=prefix.sk)
            if item["expires_at_epoch"] > now
        ]
        return sorted(found, key=lambda one: (one.chosen_at, one.quote_id))

    def save(self, quote: Quote, expires_at: datetime) -> Quote:
        """Write it until its words expire (UTC).

        Raises ConflictError when the answer was erased, or its person took their consent back, at this moment.
        """
        put = put_next(keys.quote(quote.quote_id), "quote", quote, expires_at_epoch=int(expires_at.timestamp()))
        allowed = Expect(equals={"erased": None, "quote": True, "quote_withdrawals": quote.withdrawals})
        self._items.write(put, Check(keys.response(*quote.reference), allowed))
        return quote.having(revision=quote.revision + 1)

    def remove(self, quote_id: str) -> None:
        """Take it out for good."""
        self._items.write(Delete(keys.quote(quote_id)))
