"""Keeps quotes: words of an answer, and so no longer than the words themselves."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from sayso.adapters import keys
from sayso.adapters.items import Check, Delete, Expect, Item, Items
from sayso.adapters.mapping import put_next, to_entity
from sayso.adapters.paging import page
from sayso.domain.quote import Quote
from sayso.ports import Clock, Page, Reference


class QuoteStore:
    """See `sayso.ports.Quotes`."""

    def __init__(self, items: Items, clock: Clock) -> None:
        self._items, self._clock = items, clock

    def of_answer(self, reference: Reference) -> list[Quote]:
        """Those of one answer, the first chosen first. From an index: a moment behind the table."""
        return _in_order(self._clock(), self._items.query(keys.quotes_of(*reference), index="by_account"))

    def get(self, quote_id: str) -> Quote | None:
        """One quote."""
        item = self._items.get(keys.quote(quote_id))
        return next(iter(_in_order(self._clock(), [item] if item else [])), None)

    def list(self) -> list[Quote]:
        """All of them, the first chosen first."""
        prefix = keys.quote()
        return _in_order(self._clock(), self._items.query(prefix.pk, prefix=prefix.sk))

    def page(self, limit: int, after: str = "") -> Page[Quote]:
        """The quotes by their ids."""
        prefix, now = keys.quote(), self._clock().timestamp()
        found, following = page(self._items, prefix.pk, prefix=prefix.sk, limit=limit, after=after)
        return Page([to_entity(Quote, item) for item in found if item["expires_at_epoch"] > now], following)

    def save(self, quote: Quote, expires_at: datetime) -> Quote:
        """Write it until its words expire (UTC).

        Raises ConflictError when the answer was erased, or its person took their consent back, at this moment.
        """
        put = put_next(
            keys.quote(quote.quote_id),
            "quote",
            quote,
            expires_at_epoch=int(expires_at.timestamp()),
            account_pk=keys.quotes_of(*quote.reference),
            account_sk=quote.quote_id,
        )
        allowed = Expect(equals={"erased": None, "quote": True, "quote_withdrawals": quote.withdrawals})
        self._items.write(put, Check(keys.response(*quote.reference), allowed))
        return quote.having(revision=quote.revision + 1)

    def remove(self, quote_id: str) -> None:
        """Take it out for good."""
        self._items.write(Delete(keys.quote(quote_id)))


def _in_order(now: datetime, items: Iterable[Item]) -> list[Quote]:
    """TTL deletes days late: what has expired is gone for every reader at once."""
    found = [to_entity(Quote, item) for item in items if item["expires_at_epoch"] > now.timestamp()]
    return sorted(found, key=lambda one: (one.chosen_at, one.quote_id))
