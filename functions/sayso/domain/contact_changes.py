"""What a contact list changes of a contact, column by column: what was there, and what comes."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from sayso.domain.contact import Contact, ContactRow

_FROM_A_TICKET = "ticket:"  # an id nobody gave


class ColumnChange(NamedTuple):
    """A column with its text before and after, as a list may write it; empty where there is none."""

    column: str
    before: str
    after: str


def changes_of(before: Contact, after: Contact) -> list[ColumnChange]:
    """Every column that a list may have and that says something else; of the segments each by itself."""
    name = "" if before.external_id.startswith(_FROM_A_TICKET) else before.external_id
    pairs = [("contact_id", name, after.external_id)]
    columns = (one for one in ContactRow.model_fields if one not in ("contact_id", "segments"))
    pairs += [(one, _text(getattr(before, one)), _text(getattr(after, one))) for one in columns]
    segments = sorted({*before.segments, *after.segments})
    pairs += [(f"segment:{one}", before.segments.get(one, ""), after.segments.get(one, "")) for one in segments]
    return [ColumnChange(*pair) for pair in pairs if pair[1] != pair[2]]


def _text(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return value.isoformat() if isinstance(value, date) else str(value or "")
