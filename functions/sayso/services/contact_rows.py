"""Reads the rows of a contact list, and says of each that cannot be taken what is wrong with it."""

from __future__ import annotations

from collections.abc import Mapping, Set
from typing import Any, NamedTuple

from pydantic import ValidationError

from sayso.domain.contact import ContactRow
from sayso.services.rejected_rows import too_many_cells

_SEGMENT = "segment:"
SURPLUS = "(surplus)"  # where a reader puts the cells of a row that no column is there for
REJECTED_AS = "(rejected as)"  # where a reader of a rejects file puts the reason it gives
COLUMNS = tuple(name for name in ContactRow.model_fields if name != "segments")
_EMPTY = ("missing", "string_too_short")
_CODES = {
    "email": "address",
    "owner_email": "address",
    "role": "role",
    "account_since": "date",
    "contact_since": "date",
    "renewal_date": "date",
    "timezone": "time_zone",
    "do_not_ask": "yes_or_no",
}
CODES = (
    *("empty", "too_long", "too_many_cells", "too_many_segments", "segment", "double", "double_before", "contended"),
    *dict.fromkeys(_CODES.values()),
    "other",
)
"""Why a row is rejected, for machines."""


class Refused(NamedTuple):
    """Why a row is not taken: the column, the sentence, its code, and the number or the text it speaks of."""

    field: str
    reason: str
    code: str
    about: str = ""


def read_row(columns: Mapping[str, str]) -> ContactRow | Refused:
    """A row by its columns; or what is wrong with it."""
    if SURPLUS in columns:
        surplus = columns[SURPLUS]
        return Refused("row", too_many_cells(surplus), "too_many_cells", surplus[:40])
    known: dict[str, Any] = {name: value for name, value in columns.items() if name in COLUMNS}
    known["segments"] = {
        name.removeprefix(_SEGMENT).strip(): value.strip()
        for name, value in columns.items()
        if name.startswith(_SEGMENT) and value.strip()
    }
    try:
        return ContactRow.model_validate(known)
    except ValidationError as error:
        return _refused(error)


def cleared_segments(columns: Mapping[str, str]) -> Set[str]:
    """The segments whose cells are empty."""
    return {
        name.removeprefix(_SEGMENT).strip()
        for name, value in columns.items()
        if name.startswith(_SEGMENT) and not value.strip()
    }


def _refused(error: ValidationError) -> Refused:
    problem = error.errors()[0]
    where = [str(step) for step in problem["loc"] if step != "[key]"]
    field = _SEGMENT + where[1] if where[0] == "segments" and len(where) > 1 else where[0]
    kind, given = problem["type"], _one_line(problem["input"])
    if kind in _EMPTY:
        return Refused(field, "is empty", "empty")
    reason = problem["msg"].removeprefix("Value error, ")
    if field in ("email", "owner_email") and str(problem["input"]).strip():
        # Here and not where addresses are checked: what a webhook brings must not reach a log.
        reason = f"'{given}' {reason}"
    if kind == "string_too_long":
        return Refused(field, reason, "too_long", str(problem["ctx"]["max_length"]))
    if where[0] == "segments":
        return Refused(field, reason, "segment" if len(where) > 1 else "too_many_segments")
    return Refused(field, reason, _CODES.get(field, "other") if given else "empty", given)


def _one_line(text: object) -> str:
    return " ".join(str(text).split())[:80]
