"""Hands what is due to the sender: each due step once a lease, so that ticks may overlap, fail and repeat."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sayso.domain.programme import Programme, Schedule
from sayso.domain.sending import company_day
from sayso.ports import Clock, Invitations, SendingAccount, Standings, StepMessage, StepQueue

# Longer than the sender's queue keeps retrying a message: a lost one is picked up by a later tick, not a second time.
LEASE = timedelta(minutes=30)
AT_ONCE = 5_000  # of one survey in a tick; what is left waits for the next tick, the longest due first
_AT_LEAST = 200  # are looked at of each shard also when no mail may go out: what is over has to end


@dataclass(frozen=True)
class Dispatched:
    """What a tick did: steps handed on by survey, and why no mails were among them (a code; empty when they were)."""

    handed_on: Mapping[str, int]
    stopped: str = ""


@dataclass(frozen=True)
class DispatchDue:
    """See the module. The scheduled time decides what is due; whether a mail may go now is the sender's to say.

    No more mails are handed on than SES and the programme take until the lease ends. While everything is paused, or
    SES takes nothing, none are: what waits stays where it is, untouched.
    """

    invitations: Invitations
    standings: Standings
    account: SendingAccount
    queue: StepQueue
    programme: Programme
    clock: Clock
    at_once: int = AT_ONCE

    def dispatch_schedule(self, schedule: Schedule, scheduled_for: datetime) -> Dispatched:
        """Dispatch every survey of a schedule that was due at `scheduled_for` (UTC)."""
        names = [name for name, survey in self.programme.surveys.items() if survey.schedule == schedule]
        return self.dispatch(names, scheduled_for)

    def dispatch(self, surveys: Sequence[str], scheduled_for: datetime) -> Dispatched:
        """Dispatch what was due for some surveys at `scheduled_for` (UTC)."""
        stopped, mails_left = self._room()
        handed_on = {}
        for survey in surveys:
            steps: list[StepMessage] = []
            self.queue.send(self._leased(survey, scheduled_for, mails_left, steps))
            handed_on[survey] = len(steps)
            mails_left -= sum(step.step != "expire" for step in steps)
        return Dispatched(handed_on, stopped)

    def _leased(
        self, survey: str, scheduled_for: datetime, mails_left: int, steps: list[StepMessage]
    ) -> Iterator[StepMessage]:
        """Lease steps one by one as the queue takes them, so that little is leased in vain if this stops halfway."""
        until = self.clock() + LEASE
        # All is read before the first lease is written: a lease moves its entry to where the reading may not be yet.
        for entry in self.invitations.due(survey, scheduled_for, min(self.at_once, max(mails_left, _AT_LEAST))):
            is_mail = entry.message.step != "expire"
            if (is_mail and mails_left <= 0) or len(steps) == self.at_once:
                continue
            if self.invitations.lease(entry, until):
                mails_left -= is_mail
                steps.append(entry.message)
                yield entry.message

    def _room(self) -> tuple[str, int]:
        """Why no mail may be handed on, and how many may."""
        if self.standings.paused():
            return "paused", 0
        state = self.account.state()
        if not state.takes_mail:
            return state.reason, 0
        room = min(state.quota_left, int(state.max_send_rate * LEASE.total_seconds() / 2))
        limit = self.programme.sending.daily_limit
        if limit is not None:
            room = min(room, limit - self.invitations.sent_on(company_day(self.clock(), self.programme)))
            if room <= 0:
                return "daily_limit", 0
        return "", room
