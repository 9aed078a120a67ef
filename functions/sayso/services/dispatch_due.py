"""Hands what is due to the sender: each due step once a lease, so that ticks may overlap, fail and repeat."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from sayso.domain.programme import Programme, Schedule
from sayso.ports import Clock, Invitations, StepQueue

# Longer than the sender's queue keeps retrying a message: a lost one is picked up by a later tick, not a second time.
LEASE = timedelta(minutes=30)
AT_ONCE = 500  # a tick's share of each shard; what is left waits for the next tick, oldest first


@dataclass(frozen=True)
class DispatchDue:
    """See the module. The scheduled time decides what is due; whether a mail may go now is the sender's to say."""

    invitations: Invitations
    queue: StepQueue
    programme: Programme
    clock: Clock
    at_once: int = AT_ONCE

    def dispatch_schedule(self, schedule: Schedule, scheduled_for: datetime) -> dict[str, int]:
        """Dispatch every survey of a schedule; returns the number of steps handed on, by survey."""
        surveys = [name for name, survey in self.programme.surveys.items() if survey.schedule == schedule]
        return {name: self.dispatch(name, scheduled_for) for name in surveys}

    def dispatch(self, survey: str, scheduled_for: datetime) -> int:
        """Dispatch what was due for one survey at `scheduled_for` (UTC); returns the number of steps handed on."""
        until = self.clock() + LEASE
        # Read before the first lease is written: a lease moves its entry to where the reading may not be yet.
        due = list(self.invitations.due(survey, scheduled_for, self.at_once))
        messages = [entry.message for entry in due if self.invitations.lease(entry, until)]
        self.queue.send(messages)
        return len(messages)
