"""Hands on what our own people are to be told by now: it waited for the office, for a due time, for another try."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from sayso.ports import Clock, NoticeQueue, Notices

# Longer than the queue takes to deliver: until then the next tick leaves it alone.
_LEASE = timedelta(minutes=30)


@dataclass(frozen=True)
class RemindOwners:
    """See the module. What is due is found by time, so that an outage of any length is caught up."""

    notices: Notices
    queue: NoticeQueue
    clock: Clock

    def hand_on(self) -> int:
        """Put everything that is due on the queue, once; returns how many."""
        now = self.clock()
        due = [key for key in self.notices.due(now) if self.notices.lease(key, now, now + _LEASE)]
        self.queue.send_all([{**key._asdict()} for key in due])
        return len(due)
