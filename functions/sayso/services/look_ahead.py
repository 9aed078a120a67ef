"""Says what will go out in the days to come, without sending anything: it reads what is due by then, and no more."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta

from sayso.domain.forecast import DueMail, Forecast, due_mail, forecast
from sayso.domain.programme import Programme
from sayso.domain.sending import Pause, day_limit
from sayso.domain.time import at_local_time
from sayso.ports import Clock, Contacts, Invitations, SendingAccount, Standings

_ALL = 1_000_000  # entries of a shard: all there are


@dataclass(frozen=True)
class Outlook:
    """What will go out from `now` until `until` (UTC), and what stops all of it at the moment."""

    now: datetime
    until: datetime
    forecast: Forecast
    pause: Pause | None
    stopped: str
    sent_today: int


@dataclass(frozen=True)
class LookAhead:
    """See the module."""

    invitations: Invitations
    contacts: Contacts
    standings: Standings
    account: SendingAccount
    programme: Programme
    clock: Clock

    def look(self, surveys: Sequence[str], days: int) -> Outlook:
        """What goes out today and in `days` - 1 days after it, in the company's time zone."""
        now = self.clock()
        end = now.astimezone(self.programme.zone).date() + timedelta(days=days)
        until = at_local_time(end, time(0), self.programme.zone)
        references = [
            (entry.message.contact_id, survey, entry.message.occasion)
            for survey in surveys
            for entry in self.invitations.due(survey, until, _ALL)
            if entry.message.step != "expire"
        ]
        # The index says when, the invitation why and until when at most; it may also have moved on since.
        mails = [mail for one in self.invitations.many(references) if (mail := due_mail(one)) and mail.due_at < until]
        sent_today = self.invitations.sent_on(day_limit(now, self.programme))
        found = forecast(self._held(mails, now), now, until, self.programme, sent_today)
        return Outlook(now, until, found, self.standings.paused(), self.account.state().reason, sent_today)

    def _held(self, mails: Sequence[DueMail], now: datetime) -> list[DueMail]:
        """The mails, each with the hold of its account that outlasts its day. Reads people only if there are holds."""
        holds = {account_id: hold.until for account_id, hold in self.standings.holds() if hold.until > now}
        longest = max(holds.values(), default=now)
        touched = {mail.invitation.contact_id for mail in mails if max(mail.due_at, now) < longest}
        people = {contact_id: self.contacts.get(contact_id) for contact_id in touched}
        held = {contact_id: holds.get(person.account_id, now) for contact_id, person in people.items() if person}
        return [
            replace(mail, held_until=until)
            if (until := held.get(mail.invitation.contact_id, now)) > max(mail.due_at, now)
            else mail
            for mail in mails
        ]
