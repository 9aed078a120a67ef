"""What the body of a webhook says, in our words: a ticket event, a touch point, or nothing that concerns us."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any, Final, TypeVar
from zoneinfo import ZoneInfo

from pydantic import BaseModel, ValidationError

from sayso.domain.errors import InvalidInputError
from sayso.domain.hooks import Hook, TicketFields, TouchpointFields, find
from sayso.domain.tickets import TicketEvent
from sayso.domain.touchpoints import TouchpointEvent

Event = TypeVar("Event", bound=BaseModel)
# How far another clock may be ahead of ours.
AHEAD: Final = timedelta(minutes=5)
_OLDEST: Final = datetime(2000, 1, 1, tzinfo=UTC)  # some helpdesks write the year 1 or 1900 for "no date"
_MILLISECONDS_FROM = 100_000_000_000  # seconds since 1970 reach this in the year 5138
_COMMAS = re.compile(r"[,;]")


@dataclass(frozen=True)
class Ignored:
    """An event that is right, and means nothing to us. `reason` is a sentence for whoever reads the answer."""

    reason: str


def read(hook: Hook, source: str, body: bytes, now: datetime) -> TicketEvent | TouchpointEvent | Ignored:
    """What a body says, by the field map of its source.

    Parameters
    ----------
    now : datetime
        Aware; the time of an event whose body does not say when.

    Raises
    ------
    InvalidInputError
        Naming the field that is missing or of the wrong shape, never its content.
    """
    content = _json(body)
    if isinstance(hook.fields, TouchpointFields):
        return _touchpoint(hook, hook.fields, source, content, now)
    return _ticket(hook, hook.fields, source, content, now)


def _json(body: bytes) -> Any:
    try:
        content = json.loads(body)
    except (ValueError, RecursionError):
        raise InvalidInputError("is not JSON", field="body") from None
    if not isinstance(content, dict | list):
        raise InvalidInputError("must be a JSON object", field="body")
    return content


def _ticket(hook: Hook, fields: TicketFields, source: str, body: Any, now: datetime) -> TicketEvent | Ignored:
    status = _required(fields.status, body, "status")
    meaning = hook.events.of(status) if hook.events else None
    if meaning is None:
        return Ignored("this status means neither solved nor closed nor reopened by the programme's hooks")
    email = _required(fields.requester_email, body, "requester_email", empty=True)
    if not email:
        return Ignored("the requester has no e-mail address")
    return _checked(
        TicketEvent,
        event=f"ticket.{meaning}",
        source=source,
        ticket_id=_required(fields.ticket_id, body, "ticket_id"),
        requester_email=email,
        requester_name=_text(fields.requester_name, body, "requester_name") or None,
        tags=_tags(fields.tags, body),
        time=_moment(fields.time, body, hook.timezone, now),
    )


def _touchpoint(
    hook: Hook, fields: TouchpointFields, source: str, body: Any, now: datetime
) -> TouchpointEvent | Ignored:
    email, contact_id = _text(fields.email, body, "email"), _text(fields.contact_id, body, "contact_id")
    if email is None and contact_id is None:
        raise InvalidInputError("is missing", field="email" if fields.email else "contact_id")
    if not email and not contact_id:
        return Ignored("it names nobody to ask")
    return _checked(
        TouchpointEvent,
        survey=hook.touchpoint,
        source=source,
        reference=_required(fields.reference, body, "reference"),
        email=email or None,
        contact_id=contact_id or None,
        name=_text(fields.name, body, "name") or None,
        time=_moment(fields.time, body, hook.timezone, now),
    )


def _required(expression: str, body: Any, field: str, *, empty: bool = False) -> str:
    """The text that is found; with `empty`, an empty one is good enough."""
    found = _text(expression, body, field)
    if found is None or not (found or empty):
        raise InvalidInputError("is missing", field=field)
    return found


def _text(expression: str | None, body: Any, field: str) -> str | None:
    found = find(expression, body, field)
    if found is None:
        return None
    if isinstance(found, bool) or not isinstance(found, str | int):
        raise InvalidInputError("must be a text or a number", field=field)
    try:
        return str(found).strip()
    except ValueError:  # Python writes no number of more than 4,300 digits
        raise InvalidInputError("must be a text or a number", field=field) from None


def _tags(expression: str | None, body: Any) -> tuple[str, ...]:
    """The tags of a ticket, as a list or in one text: some helpdesks part them by commas, some by spaces."""
    found = find(expression, body, "tags")
    if found is None:
        return ()
    if isinstance(found, str):
        pieces = _COMMAS.split(found) if _COMMAS.search(found) else [found, *found.split()]
        return tuple(dict.fromkeys(piece.strip() for piece in pieces if piece.strip()))
    if not isinstance(found, list) or not all(isinstance(tag, str) for tag in found):
        raise InvalidInputError("must be a text or a list of texts", field="tags")
    return tuple(found)


def _moment(expression: str | None, body: Any, zone: str | None, now: datetime) -> datetime:
    found = find(expression, body, "time")
    if found is None and expression is None:
        return now
    moment = _read_moment(found, zone)
    if moment > now + AHEAD:
        raise InvalidInputError("lies in the future", field="time")
    if moment < _OLDEST:
        raise InvalidInputError("lies before the year 2000", field="time")
    return moment


def _read_moment(found: Any, zone: str | None) -> datetime:
    """A moment as ISO 8601, or as seconds or milliseconds since 1970."""
    try:
        if isinstance(found, str) and found.strip().isascii() and found.strip().isdigit():
            found = int(found)
        if isinstance(found, int | float) and not isinstance(found, bool):
            return datetime.fromtimestamp(found / 1000 if found >= _MILLISECONDS_FROM else found, UTC)
        moment = datetime.fromisoformat(found.strip())
        if moment.tzinfo is None:
            if zone is None:
                raise InvalidInputError("has no offset; say which with 'timezone' in the programme", field="time")
            moment = moment.replace(tzinfo=ZoneInfo(zone))
        return moment.astimezone(UTC)
    except (ValueError, OverflowError, OSError, AttributeError):  # AttributeError: neither a text nor a number
        raise InvalidInputError("is not a moment such as 2026-03-31T09:00:00Z", field="time") from None


def _checked(model: type[Event], **values: Any) -> Event:
    try:
        return model.model_validate(values)
    except ValidationError as error:
        problem = error.errors(include_url=False, include_input=False)[0]
        field = str(problem["loc"][0]) if problem["loc"] else "body"
        raise InvalidInputError(problem["msg"].removeprefix("Value error, "), field=field) from None
