"""Keeps what the desk asks of whoever publishes the page, for a day."""

from __future__ import annotations

from sayso.adapters import keys
from sayso.adapters.items import Items
from sayso.adapters.mapping import put_next, to_entity
from sayso.adapters.paging import page
from sayso.domain.page_request import KEPT_FOR, PageRequest
from sayso.ports import Clock

_LATEST = 20


class PageRequestStore:
    """See `sayso.ports.PageRequests`."""

    def __init__(self, items: Items, clock: Clock) -> None:
        self._items, self._clock = items, clock

    def save(self, request: PageRequest) -> PageRequest:
        """Write its next revision; raises ConflictError when somebody else did first."""
        key = keys.page_request(request.asked_at, request.request_id)
        expires = int((request.asked_at + KEPT_FOR).timestamp())
        self._items.write(put_next(key, "page_request", request, expires_at_epoch=expires))
        return request.having(revision=request.revision + 1)

    def latest(self) -> list[PageRequest]:
        """The latest of the last day, the latest first."""
        found, _ = page(self._items, keys.page_request().pk, limit=_LATEST, newest_first=True)
        now = self._clock().timestamp()
        return [to_entity(PageRequest, item) for item in found if item["expires_at_epoch"] > now]

    def of_contact(self, contact_id: str) -> list[PageRequest]:
        """All that hold words of a contact: those that are not decided yet."""
        found = self._items.query(keys.page_request().pk)
        return [
            to_entity(PageRequest, item) for item in found if (item.get("quote") or {}).get("contact_id") == contact_id
        ]
