"""The door of the desk through which a contact list comes in, piece by piece: looked at first, then taken."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import Any

from aws_lambda_powertools.event_handler.router import APIGatewayHttpRouter

from sayso.domain.contact_changes import changes_of
from sayso.domain.time import last_day
from sayso.handlers.api_body import takes
from sayso.handlers.staff_door import SIGNED_IN, Managers
from sayso.handlers.staff_import_shapes import (
    LARGEST_PIECE,
    ImportAsked,
    ImportLeftHold,
    ImportNew,
    ImportPiece,
    ImportValue,
)
from sayso.handlers.staff_responses import OF_A_CHANGE, tells
from sayso.services.import_contacts import Earlier, RowResult
from sayso.services.import_languages import OtherLanguages
from sayso.wiring_desk import of_this_function

router = APIGatewayHttpRouter()  # type: ignore[no-untyped-call]


@router.post(
    "/api/staff/contacts/import",
    summary="Take a piece of a contact list in, or with `check` only say what would become of it.",
    description=(
        "Columns are those of `sayso import contacts`; a row whose id is in a line before is refused. The same piece "
        "again changes nothing."
    ),
    responses=tells(ImportPiece, *OF_A_CHANGE),
    operation_id="staff_contacts_import",
    security=SIGNED_IN,
    tags=["contacts"],
)
@takes(router, ImportAsked, limit=LARGEST_PIECE)
def post_contacts_import(staff: Managers, given: ImportAsked) -> ImportPiece:
    """Take a piece in."""
    if given.check:
        return _piece(given, _run(given))
    lines = [line for line, _ in given.rows]
    before = {"rows": len(lines), "first": min(lines), "last": max(lines)}
    changes = of_this_function().record_changes
    with changes.recorded(staff, "contacts.import", f"import:{given.import_id}", before) as note:
        results = _run(given, note.touched)
        note.after = {**dict(Counter(result.outcome for result in results)), "rows": _written(results)}
    return _piece(given, results)


def _run(given: ImportAsked, touched: Callable[[], None] = lambda: None) -> list[RowResult]:
    service, earlier = of_this_function().import_contacts, Earlier(given.lines, given.took_over)
    # Each address is asked for by itself: nothing at the desk reads the whole table.
    results = []
    for one in service.run(given.rows, keep=not given.check, earlier=earlier, few=len(given.rows)):
        if one.outcome in ("added", "changed"):
            touched()
        results.append(one)
    return results


def _written(results: list[RowResult]) -> list[dict[str, Any]]:
    """Whom the rows have changed, and which columns of them: of a new one all, which is none by name."""
    return [
        {"contact": one.contact.contact_id, "fields": list(one.fields)}
        for one in results
        if one.contact and one.outcome in ("added", "changed")
    ]


def _piece(given: ImportAsked, results: list[RowResult]) -> ImportPiece:
    counts, others = Counter(result.outcome for result in results), OtherLanguages(of_this_function().programme)
    for one in results:
        others.note(one.contact)
    return {
        "added": counts["added"],
        "changed": counts["changed"],
        "unchanged": counts["unchanged"],
        "taken": [
            {
                "line": one.line,
                "contact_id": columns["contact_id"].strip(),
                "outcome": one.outcome,
                "fields": list(one.fields),
                "values": _values(one),
                "new": _new(one),
                "undated": not one.dated,
                "known_as": list(one.known_as),
                "was_erased": one.was_erased,
                "took_over": one.took_over,
            }
            for one, (_, columns) in zip(results, given.rows, strict=True)
            if one.outcome != "rejected"
        ],
        "rejected": [
            {"line": one.line, "field": one.field, "code": one.code, "about": one.about, "reason": one.reason}
            for one in results
            if one.outcome == "rejected"
        ],
        "left_hold": [left for one in results if (left := _left_hold(one))],
        "other_languages": [{"language": name, "contacts": number} for name, number in others.contacts.most_common()],
        "written_to_in": others.instead,
    }


def _values(one: RowResult) -> list[ImportValue]:
    # Nothing keeps this: a record of it would outlive the person.
    if one.former is None or one.contact is None:
        return []
    found = changes_of(one.former, one.contact)
    return [{"field": value.column, "before": value.before, "after": value.after} for value in found]


def _new(one: RowResult) -> ImportNew | None:
    who = one.contact
    if who is None or one.outcome != "added":
        return None
    return {"name": who.name or "", "email": who.email, "account": who.account, "role": who.role}


def _left_hold(one: RowResult) -> ImportLeftHold | None:
    left = one.left_hold
    if left is None:
        return None
    until = last_day(left.until, of_this_function().programme.zone).isoformat()
    return {"line": one.line, "account": left.account, "until": until, "now_at": left.now_at}
