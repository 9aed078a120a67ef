"""Reads a partition page by page: a list at the desk costs the same whatever the table holds."""

from __future__ import annotations

import base64
import binascii

from sayso.adapters.items import Item, Items, sort_key
from sayso.domain.errors import InvalidInputError

_LAST = "\U0010ffff"  # sorts behind everything we write


def page(
    items: Items,
    pk: str,
    *,
    limit: int,
    after: str = "",
    index: str = "",
    newest_first: bool = False,
    prefix: str = "",
) -> tuple[list[Item], str]:
    """At most `limit` items of a partition in key order, all or those with a prefix, and the cursor of what follows.

    The cursor is empty when nothing does. It says where to go on within this partition, and leads into no other.
    Raises InvalidInputError, about "after", for one that is none of these.
    """
    first, last, place = prefix or " ", prefix + _LAST, _place(after)
    if place and not first <= place <= last:
        raise _not_ours()
    if place:
        first, last = (first, place) if newest_first else (place, last)
    # One more to see whether anything follows, and one for the item the last page ended with.
    read = items.query(pk, start=first, end=last, index=index, limit=limit + 1 + bool(place), newest_first=newest_first)
    sort = sort_key(index)
    found = [item for item in read if str(item[sort]) != place]
    following = cursor(str(found[limit - 1][sort])) if len(found) > limit else ""
    return found[:limit], following


def cursor(place: str) -> str:
    """A place in a list, as it is handed to a page and back."""
    return base64.urlsafe_b64encode(place.encode()).decode().rstrip("=")


def behind_all(prefix: str) -> str:
    """The place behind everything that begins with a prefix."""
    return cursor(prefix + _LAST)


def _place(after: str) -> str:
    if not after:
        return ""
    try:
        place = base64.b64decode(after.encode() + b"=" * (-len(after) % 4), altchars=b"-_", validate=True).decode()
    except (UnicodeError, binascii.Error, ValueError):
        raise _not_ours() from None
    if not place or len(place.encode()) > 1_000:
        raise _not_ours()
    return place


def _not_ours() -> InvalidInputError:
    return InvalidInputError("is no place in this list; begin at its start again", field="after")
