"""Tells what will go out on which day from what waits now: the daily limit spreads it, nothing else is guessed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from sayso.domain.invitation import Invitation, MailKind
from sayso.domain.programme import Programme
from sayso.domain.sending import last_moment_of
from sayso.domain.time import at_local_time, next_opening

# What waits for one of these is only looked at again when its time comes; whether it goes then nobody knows.
LOOKED_AT_AGAIN = frozenset({"hold", "open_follow_up"})


@dataclass(frozen=True)
class DueMail:
    """A mail that is due at a moment (UTC), and must go before another one.

    `held_until` (UTC) is the end of a hold on its account that lasts longer than that.
    """

    invitation: Invitation
    mail: MailKind
    due_at: datetime
    held_until: datetime | None = None

    @property
    def reason(self) -> str:
        """The code of what it waits for; empty when only for its day."""
        return "hold" if self.held_until else self.invitation.reason

    @property
    def waits_until(self) -> datetime:
        """Until when it waits at least (UTC)."""
        return self.held_until or self.due_at

    @property
    def is_promised(self) -> bool:
        """Whether it is counted on a day."""
        return self.reason not in LOOKED_AT_AGAIN

    @property
    def is_first(self) -> bool:
        """Whether it is the invitation's first mail, and no reminder."""
        return self.mail == "first"

    @property
    def last_moment(self) -> datetime:
        """From then on (UTC) it is no longer sent."""
        return last_moment_of(self.invitation, self.mail)


@dataclass
class Forecast:
    """How many mails go out, by day of the company, survey and whether they are first mails.

    `overdue` was due before today and goes at the next opening; `late` are all that were due before today, also those
    the limit moves to a day. `waiting` waits for a reason, whenever it goes; those of `LOOKED_AT_AGAIN`, and whatever
    a hold outlasts, are in no day. `moved` are pushed on to a later day by the limit, `beyond` out of the time asked
    for. `too_late` will end without a mail. `going` are the counted ones, each with its day.
    """

    overdue: Counter[tuple[str, bool]] = field(default_factory=Counter)
    by_day: dict[date, Counter[tuple[str, bool]]] = field(default_factory=dict)
    waiting: list[DueMail] = field(default_factory=list)
    late: int = 0
    moved: int = 0
    beyond: int = 0
    too_late: int = 0
    going: list[tuple[date, DueMail]] = field(default_factory=list)

    @property
    def total(self) -> int:
        """All mails that go out in the time asked for, as far as anybody can know."""
        return self.overdue.total() + sum(counts.total() for counts in self.by_day.values())


def due_mail(invitation: Invitation) -> DueMail | None:
    """The mail an invitation waits for; None when it waits for its end only, or has ended."""
    if invitation.next_mail is None or invitation.due_at is None:
        return None
    return DueMail(invitation, invitation.next_mail, invitation.due_at)


def forecast(
    mails: Iterable[DueMail], now: datetime, until: datetime, programme: Programme, sent_today: int = 0
) -> Forecast:
    """What goes out between `now` and `until` (UTC) of the mails that are due until then.

    Parameters
    ----------
    sent_today : int
        What went out already on this day of the company, where the programme limits it.
    """
    found = Forecast()
    next_day = opening_day(now, programme)
    midnight = at_local_time(now.astimezone(programme.zone).date(), time(0), programme.zone)
    room = Room(programme, now, sent_today)
    for mail in sorted(mails, key=lambda one: one.due_at):
        if mail.reason:
            found.waiting.append(mail)
        if not mail.is_promised:
            continue
        own_day = next_day if mail.due_at <= now else mail.due_at.astimezone(programme.zone).date()
        day = room.take(own_day)
        goes_at = max(now, mail.due_at) if day == own_day else _opens(day, programme)
        if goes_at >= mail.last_moment:
            found.too_late += 1
            room.give_back(day)
            continue
        if goes_at > until:
            found.beyond += 1
            continue
        found.moved += day != own_day
        is_late = mail.due_at < midnight
        found.late += is_late
        counts = found.overdue if is_late and day == own_day else found.by_day.setdefault(day, Counter())
        counts[mail.invitation.survey, mail.is_first] += 1
        found.going.append((day, mail))
    found.by_day = dict(sorted(found.by_day.items()))
    return found


class Room:
    """How many mails each day still takes, where the programme limits them."""

    def __init__(self, programme: Programme, now: datetime, sent_today: int) -> None:
        self._programme, self._limit = programme, programme.sending.daily_limit
        self._taken = Counter({now.astimezone(programme.zone).date(): sent_today})

    def take(self, day: date) -> date:
        """Take a mail's place on the first open day from `day` on that has one."""
        while self._limit is not None and self._taken[day] >= self._limit:
            day = opening_day(_opens(day + timedelta(days=1), self._programme), self._programme)
        self._taken[day] += 1
        return day

    def give_back(self, day: date) -> None:
        """Take nothing on a day after all."""
        self._taken[day] -= 1


def _opens(day: date, programme: Programme) -> datetime:
    window = programme.send_window
    return at_local_time(day, window.opens if window.opens != window.closes else time(0), programme.zone)


def opening_day(moment: datetime, programme: Programme) -> date:
    """The day of the company on which the send window is open next, from a moment (UTC) on."""
    window, zone = programme.send_window, programme.zone
    opening = next_opening(moment, days=window.weekdays, opens=window.opens, closes=window.closes, zone=zone)
    return opening.astimezone(zone).date()
