"""Keeps what is to be told to our own people, and finds what is due."""

from __future__ import annotations

from datetime import datetime

from sayso.adapters import keys
from sayso.adapters.items import Expect, Items, Put, Update, WriteConflictError
from sayso.adapters.mapping import put_next, to_entity
from sayso.domain.notice import Notice, NoticeKey
from sayso.domain.time import utc_text


class NoticeStore:
    """See `sayso.ports.Notices`."""

    def __init__(self, items: Items) -> None:
        self._items = items

    def get(self, key: NoticeKey) -> Notice | None:
        """One notice."""
        item = self._items.get(keys.notice(*key))
        return to_entity(Notice, item) if item else None

    def save(self, notice: Notice, *with_it: Notice) -> Notice:
        """Write the next revision, with others as one; raises ConflictError when somebody else did first."""
        self._items.write(put_notice(notice), *map(put_notice, with_it))
        return notice.having(revision=notice.revision + 1)

    def due(self, until: datetime) -> list[NoticeKey]:
        """What is due at a moment (UTC). From an index: a moment behind the table."""
        end, found = utc_text(until) + "~", list[NoticeKey]()
        for shard in range(keys.DUE_SHARDS):
            entries = self._items.query(keys.notices_due(shard), end=end, index="due")
            found += [NoticeKey(*item["due_sk"].split("#")[1:]) for item in entries]
        return found

    def lease(self, key: NoticeKey, now: datetime, until: datetime) -> bool:
        """Move what is due at `now` out of the way of the next tick; False when it is due no more."""
        notice = self.get(key)
        if notice is None or not notice.is_due(now):
            return False
        place = keys.notice_due(*key, until)
        still = Expect(equals={"revision": notice.revision})
        try:
            self._items.write(Update(keys.notice(*key), sets={"due_sk": place["due_sk"]}, expect=still))
        except WriteConflictError:
            return False
        return True


def put_notice(notice: Notice) -> Put:
    """The write of a notice's next revision, with its place in index `due`."""
    place = keys.notice_due(*notice.key, notice.due_at) if notice.due_at else {}
    return put_next(keys.notice(*notice.key), "notice", notice, **place)
