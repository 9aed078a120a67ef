"""Reads the answers nobody was seen giving from the months of the index they stand in."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from sayso.domain.contact import Contact
from sayso.domain.digest import Unconfirmed
from sayso.domain.programme import Programme
from sayso.domain.response import Response
from sayso.domain.time import add_months
from sayso.domain.unconfirmed import answer_id, may_be_unhappy
from sayso.ports import Responses

MonthReader = Callable[[datetime], list[Response]]


def in_months(read: MonthReader, first: datetime, last: datetime) -> Iterator[Response]:
    """What `read` finds in every UTC month from that of one moment to that of another."""
    month, end = first.date().replace(day=1), last.date()
    while month <= end:
        yield from read(datetime.combine(month, time(), UTC))
        month = add_months(month, 1)


def unconfirmed(responses: Responses, programme: Programme, since: datetime, until: datetime) -> Iterator[Response]:
    """What is not confirmed and was given, for the last time, between two moments; `until` is not included.

    It stands in the month it was first given in, and can be given again for as long as its invitation is open.
    """
    longest = max((survey.answer_within for survey in programme.surveys.values()), default=timedelta())
    for response in in_months(responses.unconfirmed_in_month, since - longest, until):
        if since <= response.given_at < until:
            yield response


def unhappy_unconfirmed(responses: Responses, programme: Programme, first: date, last: date) -> list[Response]:
    """The low scores nobody was seen giving between two UTC days, both included; the newest first."""
    start, end = (datetime.combine(day, time(), UTC) for day in (first, last + timedelta(days=1)))
    found = [one for one in unconfirmed(responses, programme, start, end) if may_be_unhappy(one)]
    return sorted(found, key=lambda one: (one.given_at, one.reference), reverse=True)


def as_told(response: Response, contact: Contact, zone: ZoneInfo) -> Unconfirmed:
    """Such an answer as a mail tells of it."""
    return Unconfirmed(
        answer_id(response.reference),
        contact.name or contact.email,
        contact.account,
        response.survey,
        response.score,
        response.scale,
        response.given_at.astimezone(zone).date(),
        response.reasons,
        response.ticket_id or "",
    )


def past_week(scheduled_for: datetime) -> tuple[date, date]:
    """The seven UTC days before that of a scheduled time: the first and the last."""
    last = scheduled_for.astimezone(UTC).date() - timedelta(days=1)
    return last - timedelta(days=6), last
