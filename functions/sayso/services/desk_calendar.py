"""Says what goes out in the days to come at a price that does not grow: one query a survey and shard, and a limit."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time, timedelta

from sayso.domain.calendar import Calendar, day_of, spread
from sayso.domain.programme import Programme
from sayso.domain.sending import day_limit
from sayso.domain.time import at_local_time
from sayso.ports import Clock, Invitations, Standings

LONGEST = 31
"""Days, at most."""
_READ = 500  # entries of a shard


@dataclass(frozen=True)
class DeskCalendar:
    """See the module. It changes nothing."""

    invitations: Invitations
    standings: Standings
    programme: Programme
    clock: Clock

    def days(self, days: int) -> Calendar:
        """What goes out today and in `days` - 1 days after it (of the company): invitations and reminders by survey.

        It counts what waits now. What is planned meanwhile comes on top: reminders of what goes out in these days, and
        what events ask for.
        """
        now = self.clock()
        days = max(1, min(days, LONGEST))
        end = now.astimezone(self.programme.zone).date() + timedelta(days=days)
        until = at_local_time(end, time(0), self.programme.zone) - timedelta(seconds=1)
        found: list[tuple[datetime, str]] = []
        stopped_at: list[datetime] = []
        for survey in self.programme.surveys:
            due = self.invitations.due_moments(survey, until, _READ)
            found += [(moment, survey) for moment in due.moments]
            if due.read_until:
                stopped_at.append(due.read_until)
        sent_today = self.invitations.sent_on(day_limit(now, self.programme))
        shown, beyond = spread(found, days, now, self.programme, sent_today)
        return Calendar(
            days=shown,
            # Of the day the reading stopped on there may be more.
            complete_until=day_of(min(stopped_at), now, self.programme) - timedelta(days=1) if stopped_at else None,
            beyond=beyond,
            limit=self.programme.sending.daily_limit,
            sent_today=sent_today,
            pause=self.standings.paused(),
        )
