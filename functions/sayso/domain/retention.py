"""When nothing has happened between the company and a person for so long that their identity is to go."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime

from sayso.domain.contact import Contact
from sayso.domain.follow_up import FollowUp
from sayso.domain.invitation import Invitation
from sayso.domain.news import News
from sayso.domain.response import Response
from sayso.domain.time import add_months


def moments(thing: Contact | Invitation | Response | FollowUp | News) -> Iterable[datetime]:
    """The moments (UTC) at which something happened with a person, as far as this thing knows."""
    match thing:
        case Contact():
            yield thing.first_seen_at
            if thing.changed_at:
                yield thing.changed_at
        case Invitation():
            # What is planned for later has not happened; what was planned and skipped has.
            if thing.is_final:
                yield thing.planned_at
            yield from (at for mail in thing.mails.values() for at in (mail.at, mail.delivered_at) if at)
        case Response():
            # What was said to another tool long ago is not heard anew by taking it over.
            yield thing.answered_at if thing.imported_from else thing.updated_at
        case News():
            yield from (at for at in (thing.at, thing.delivered_at) if at)
        case FollowUp():
            yield thing.opened_at
            yield from (change.at for change in thing.changes)


def last_day_to_keep(now: datetime, months: int) -> date:
    """The day (UTC); whoever was last heard of before it is no longer kept at `now`."""
    return add_months(now.astimezone(UTC).date(), -months)
