"""What an answer is called in an address of the desk, and where it stands in the lists of answers."""

from __future__ import annotations

import base64
import binascii
import re
from datetime import UTC, date, datetime

from sayso.domain.errors import InvalidInputError, NotFoundError
from sayso.domain.response import Response
from sayso.domain.time import utc_text

_LONGEST = 400
_YEARS = range(2000, 2102)  # an answer of another year is none
_PLACE = re.compile(r"\d{4}-(?:0[1-9]|1[0-2])-[0-3]\dT[^\x00-\x1f]*")
_Reference = tuple[str, str, str]


def answer_path(reference: _Reference) -> str:
    """The name of an answer in an address: one that leads back to it, and has nothing of its person in it."""
    return _written("#".join(reference))


def read_answer_path(path: str) -> _Reference:
    """Contact, survey and occasion behind such a name; raises NotFoundError where none are."""
    contact_id, _, rest = (_read(path) or "").partition("#")
    survey, _, occasion = rest.partition("#")
    if not (contact_id and survey and occasion) or "#" in occasion:
        raise NotFoundError("There is no such answer.", field="answer")
    return contact_id, survey, occasion


def place_of(response: Response) -> str:
    """Where an answer stands in the lists: by when it was confirmed, or else first given; text order is time order."""
    return "#".join((utc_text(response.confirmed_at or response.answered_at), *response.reference))


def place_before(at: datetime) -> str:
    """The place behind everything that came before a moment (UTC)."""
    return utc_text(at)


def cursor_of(place: str) -> str:
    """A place as it is handed to a page and back."""
    return _written(place)


def read_cursor(cursor: str) -> str:
    """The place behind a cursor; raises InvalidInputError, about "after", for one that is none."""
    place = _read(cursor) or ""
    if not (_PLACE.fullmatch(place) and _is_day(place[:10])):
        raise InvalidInputError("is no place in this list; begin at its start again", field="after")
    return place


def _is_day(text: str) -> bool:
    try:
        return date.fromisoformat(text).year in _YEARS
    except ValueError:
        return False


def moment_of(place: str) -> datetime:
    """The moment of a place (UTC); the beginning of its day where a cursor says none."""
    try:
        return datetime.fromisoformat(place[:19]).replace(tzinfo=UTC)
    except ValueError:
        return datetime.fromisoformat(place[:10]).replace(tzinfo=UTC)


def month_of(place: str) -> datetime:
    """The first moment of the month (UTC) whose answers stand before a place: the one before where it begins one."""
    year, month = int(place[:4]), int(place[5:7])
    first = datetime(max(year, 1), month, 1, tzinfo=UTC)
    if place > utc_text(first):
        return first
    return first.replace(year=first.year - (month == 1) or 1, month=(month - 2) % 12 + 1)


def _written(text: str) -> str:
    return base64.urlsafe_b64encode(text.encode()).decode().rstrip("=")


def _read(text: str) -> str | None:
    if not text or len(text) > _LONGEST:
        return None
    try:
        found = base64.b64decode(text.encode() + b"=" * (-len(text) % 4), altchars=b"-_", validate=True).decode()
    except (UnicodeError, binascii.Error, ValueError):
        return None
    return found if _written(found) == text else None
