"""Hands what is due to the sender: each due step once a lease, so that ticks may overlap, fail and repeat."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from sayso.domain.programme import Programme, Schedule
from sayso.domain.sending import day_limit
from sayso.ports import Clock, Due, Invitations, SendingAccount, Standings, StepMessage, StepQueue

# Longer than the sender's queue keeps retrying a message: a lost one is picked up by a later tick, not a second time.
LEASE = timedelta(minutes=40)
AT_ONCE = 5_000  # of one survey in a tick; what is left waits for the next tick, the longest planned first


@dataclass(frozen=True)
class Dispatched:
    """What a tick did: steps handed on by survey, and why no mails were among them (a code; empty when they were).

    `room` is for how many more mails there is some left.
    """

    handed_on: Mapping[str, int]
    stopped: str = ""
    room: int = 0


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

    def dispatch(self, surveys: list[str] | tuple[str, ...], scheduled_for: datetime) -> Dispatched:
        """Dispatch what was due for some surveys at `scheduled_for` (UTC)."""
        stopped, mails_left = self._room()
        relationship = surveys and not any(self._is_event(survey) for survey in surveys)
        if self.programme.sending.daily_limit is not None and not relationship:
            mails_left = max(0, mails_left - self._relationship_mails_due(scheduled_for, mails_left))
        handed_on = {}
        for survey in surveys:
            leased: list[Due] = []
            self.queue.send(self._lease(survey, scheduled_for, mails_left, leased))
            handed_on[survey] = len(leased)
            mails_left -= sum(not self._is_over(due) for due in leased)
        return Dispatched(handed_on, stopped, max(0, mails_left))

    def _lease(self, survey: str, scheduled_for: datetime, room: int, leased: list[Due]) -> Iterator[StepMessage]:
        """Lease steps one by one as the queue takes them, so that little is leased in vain if this stops halfway.

        At most `room` of them are mails. All are added to `leased`.
        """
        until = self.clock() + LEASE
        # All is read before the first lease is written: a lease moves its entry to where the reading may not be yet.
        for due in self.invitations.due(survey, scheduled_for, self.at_once):
            needs_room = not self._is_over(due)
            if (needs_room and room <= 0) or len(leased) == self.at_once:
                continue
            if self.invitations.lease(due, until):
                leased.append(due)
                room -= needs_room
                yield due.message

    def _is_over(self, due: Due) -> bool:
        """Whether a step only ends its invitation: that needs no room, and must not wait for any."""
        if due.message.step == "expire":
            return True
        within = self.programme.survey(due.message.survey).within
        return due.message.step == "first" and self.clock() >= due.planned_at + within

    def _is_event(self, survey: str) -> bool:
        return self.programme.survey(survey).kind == "event"

    def _relationship_mails_due(self, scheduled_for: datetime, at_most: int) -> int:
        """How much of the day's limit relationship mails need: tickets never push them on (rule 7)."""
        surveys = [name for name in self.programme.surveys if not self._is_event(name)]
        due = (entry for name in surveys for entry in self.invitations.due(name, scheduled_for, at_most))
        return sum(not self._is_over(entry) for entry in due) if at_most > 0 else 0

    def _room(self) -> tuple[str, int]:
        """Why no mail may be handed on, and how many may."""
        if self.standings.paused():
            return "paused", 0
        state = self.account.state()
        if not state.takes_mail:
            return state.reason, 0
        room = min(state.quota_left, int(state.max_send_rate * LEASE.total_seconds() / 2))
        today = day_limit(self.clock(), self.programme)
        if today.most is not None:
            room = min(room, today.most - self.invitations.sent_on(today))
            if room <= 0:
                return "daily_limit", 0
        return "", room
