"""What follows in a list of the desk: a cursor is sealed, as it may stop at what is not its reader's to know of."""

from __future__ import annotations

from sayso.domain.errors import InvalidInputError
from sayso.domain.staff import Staff
from sayso.wiring_desk import of_this_function


def shut(staff: Staff, cursor: str) -> str:
    """A cursor as somebody is handed it."""
    return of_this_function().cursors.sealed(staff.owner_id, cursor) if cursor else cursor


def opened(staff: Staff, cursor: str) -> str:
    """The cursor behind what they hand back; raises InvalidInputError, about "after", for none of theirs."""
    if not cursor:
        return cursor
    found = of_this_function().cursors.unsealed(staff.owner_id, cursor)
    if not found:
        raise InvalidInputError("is no place in this list; begin at its start again", field="after")
    return found
