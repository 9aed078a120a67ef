"""What is known of one contact when it is explained, and how its moments and reasons are read aloud."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from zoneinfo import ZoneInfo

from sayso.domain.contact import Contact
from sayso.domain.follow_up import FollowUp
from sayso.domain.gate import SUPPRESSIONS, Gate
from sayso.domain.invitation import Invitation
from sayso.domain.programme import Programme
from sayso.domain.projection import Reference, project
from sayso.domain.sending import REASONS, Decision, Standing
from sayso.domain.time import last_day


@dataclass(frozen=True)
class Circumstances:
    """All that was read of one contact, and how sending stands at `now` (UTC).

    `siblings` are the invitations of everybody at the address. `stopped` says why SES takes no mail (a code, empty
    when it does), `sent_today` how many mails went out on this day of the company, where it is limited.
    """

    contact: Contact
    invitations: Sequence[Invitation]
    siblings: Sequence[Invitation]
    gate: Gate
    standing: Standing
    follow_up: FollowUp | None
    stopped: str
    sent_today: int
    programme: Programme
    now: datetime

    @property
    def limit_reached(self) -> bool:
        """Whether the day's limit of mails is used up."""
        limit = self.programme.sending.daily_limit
        return limit is not None and self.sent_today >= limit

    @cached_property
    def verdicts(self) -> Mapping[Reference, Decision]:
        """What the sender would decide on each mail that waits when its time comes, the day's limit left aside."""
        everything = [*self.siblings, *self.invitations]
        return project(everything, self.contact, self.programme, self.gate, self.standing, self.now)

    def in_words(self, reason: str) -> str:
        """A reason's code in words; a hold with its last day."""
        last = self.values_of(reason).get("last", "")
        return f"{in_words(reason)} until {last}" if last else in_words(reason)

    def values_of(self, reason: str) -> dict[str, str]:
        """What else there is to say of a reason: of a hold its `last` day (ISO 8601), as the company's calendar has it.

        The moment it ends at is midnight, when the day after begins: read aloud that would be another day.
        """
        hold = self.standing.hold
        return {"last": last_day(hold.until, self.programme.zone).isoformat()} if reason == "hold" and hold else {}

    def waits_until(self, moment: datetime) -> str:
        """A moment until which a mail to the contact waits."""
        return when_for(moment, self.contact, self.programme)


def when(moment: datetime, zone: ZoneInfo) -> str:
    """A moment as it is read aloud: to the minute, in the company's time zone."""
    return moment.astimezone(zone).strftime("%Y-%m-%d %H:%M")


def when_for(moment: datetime, contact: Contact | None, programme: Programme) -> str:
    """A moment in the company's time zone with its weekday, and what the clock says where the contact is, if another
    time: "Mon 2026-11-23 10:00, 09:00 for them"."""
    here = moment.astimezone(programme.zone)
    text = here.strftime("%a %Y-%m-%d %H:%M")
    there = here.astimezone(contact.zone(programme.zone)) if contact else here
    if there.replace(tzinfo=None) == here.replace(tzinfo=None):
        return text
    return f"{text}, {there.strftime('%H:%M' if there.date() == here.date() else '%a %Y-%m-%d %H:%M')} for them"


def in_words(reason: str) -> str:
    """A reason's code in words."""
    return REASONS.get(reason) or SUPPRESSIONS.get(reason) or reason
