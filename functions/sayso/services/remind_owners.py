"""Hands on what our own people are to be told by now: it waited for the office, for a due time, for another try."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from itertools import islice

from sayso.ports import Clock, NoticeQueue, Notices

# As many as one request to the queue takes.
_AT_ONCE = 10
# Longer than the queue takes to deliver: until then the next tick leaves it alone.
_LEASE = timedelta(minutes=30)


@dataclass(frozen=True)
class RemindOwners:
    """See the module. What is due is found by time, so that an outage of any length is caught up."""

    notices: Notices
    queue: NoticeQueue
    clock: Clock

    def hand_on(self, most: int = 2_000) -> int:
        """Put what is due on the queue, once; returns how many.

        It looks at `most` notices, which fit in the minute the function has; the rest is due at the next tick. Only a
        handful is leased at a time, as what is leased and not queued waits until the lease is over.
        """
        now, handed_on = self.clock(), 0
        due = iter(self.notices.due(now)[:most])
        while some := list(islice(due, _AT_ONCE)):
            leased = [key for key in some if self.notices.lease(key, now, now + _LEASE)]
            self.queue.send_all([{**key._asdict()} for key in leased])
            handed_on += len(leased)
        return handed_on
