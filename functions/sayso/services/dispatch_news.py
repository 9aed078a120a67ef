"""Hands the news that are due to the sender, as far as surveys leave room: each once a lease."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from sayso.ports import Clock, NewsItems, NewsMessage, NewsQueue
from sayso.services.dispatch_due import LEASE

AT_ONCE = 1_000  # in a tick; nobody waits for them by the minute


@dataclass(frozen=True)
class DispatchNews:
    """See the module. Whether somebody may be told now is the sender's to say."""

    news: NewsItems
    queue: NewsQueue
    clock: Clock
    at_once: int = AT_ONCE

    def hand_on(self, scheduled_for: datetime, room: int) -> int:
        """Hand on what was due at `scheduled_for` (UTC), at most `room` of it; returns how much that was."""
        leased: list[NewsMessage] = []
        self.queue.send(self._lease(scheduled_for, min(room, self.at_once), leased))
        return len(leased)

    def _lease(self, scheduled_for: datetime, room: int, leased: list[NewsMessage]) -> Iterator[NewsMessage]:
        """Lease one by one as the queue takes them, so that little is leased in vain if this stops halfway."""
        until = self.clock() + LEASE
        for due in self.news.due(scheduled_for, room) if room > 0 else []:
            if len(leased) == room:
                return
            if self.news.lease(due, until):
                leased.append(due.message)
                yield due.message
