"""The door of the desk to contacts: found, shown, explained, handed out, erased, and whether they are written to."""

from __future__ import annotations

from typing import Any

from aws_lambda_powertools.event_handler.router import APIGatewayHttpRouter

from sayso.domain.contact import Contact
from sayso.domain.errors import NotFoundError
from sayso.domain.gate import Gate
from sayso.handlers.api_body import takes
from sayso.handlers.staff_contacts_lines import contact, contact_line, suppression, why
from sayso.handlers.staff_contacts_shapes import (
    ContactErased,
    ContactsFound,
    ContactWhy,
    EraseAsked,
    LiftAsked,
    Nothing,
    StaffContact,
    SuppressAsked,
    WhoAsked,
)
from sayso.handlers.staff_door import SIGNED_IN, Managers, Owners
from sayso.handlers.staff_responses import OF_A_CHANGE, OF_A_LOOK, tells
from sayso.wiring_desk import of_this_function

router = APIGatewayHttpRouter()  # type: ignore[no-untyped-call]


@router.post(
    "/api/staff/contacts/find",
    summary="Find contacts by the company's own id or by mail address, exactly.",
    description="Several may share an address. It changes nothing.",
    responses=tells(ContactsFound, *OF_A_CHANGE),
    operation_id="staff_contacts_find",
    security=SIGNED_IN,
    tags=["contacts"],
)
@takes(router, WhoAsked)
def post_contacts_find(staff: Owners, given: WhoAsked) -> ContactsFound:
    """Find contacts."""
    found = of_this_function().desk_contact.find(staff, given.who)
    return {"items": [contact_line(one) for one in found.contacts], "suppression": suppression(found.suppression)}


@router.get(
    "/api/staff/contacts/<contact_id>",
    summary="Show a contact, with all that was sent and said.",
    responses=tells(StaffContact, *OF_A_LOOK),
    operation_id="staff_contacts_show",
    security=SIGNED_IN,
    tags=["contacts"],
)
def get_contact(staff: Owners, contact_id: str) -> StaffContact:
    """Show a contact."""
    return contact(of_this_function().desk_contact.show(staff, contact_id), staff)


@router.get(
    "/api/staff/contacts/<contact_id>/why",
    summary="Say why somebody was asked, or not, and what comes next.",
    responses=tells(ContactWhy, *OF_A_LOOK),
    operation_id="staff_contacts_why",
    security=SIGNED_IN,
    tags=["contacts"],
)
def get_contact_why(staff: Owners, contact_id: str) -> ContactWhy:
    """Explain a contact."""
    return why(of_this_function().desk_contact.explain(staff, contact_id))


@router.post(
    "/api/staff/contacts/<contact_id>/export",
    summary="Hand out everything held about somebody: for the person who asks.",
    responses=tells(dict[str, Any], *OF_A_CHANGE),
    operation_id="staff_contacts_export",
    security=SIGNED_IN,
    tags=["contacts"],
)
@takes(router, Nothing)
def post_contact_export(staff: Managers, contact_id: str, given: Nothing) -> dict[str, Any]:
    """Hand out what is held. It changes nothing, and who took it is written down all the same."""
    del given
    wiring = of_this_function()
    wiring.desk_contact.get(staff, contact_id)
    with wiring.record_changes.recorded(staff, "contact.export", f"contact:{contact_id}"):
        return wiring.export_contact.export(wiring.desk_contact.handed_out(staff, contact_id))


@router.post(
    "/api/staff/contacts/<contact_id>/erase",
    summary="Erase somebody: identity and words go, the anonymous score stays. It cannot be undone.",
    description="`confirm`: their own id or mail address, typed once more. The address is not written to any more.",
    responses=tells(ContactErased, *OF_A_CHANGE),
    operation_id="staff_contacts_erase",
    security=SIGNED_IN,
    tags=["contacts"],
)
@takes(router, EraseAsked)
def post_contact_erase(staff: Managers, contact_id: str, given: EraseAsked) -> ContactErased:
    """Erase a contact; what was interrupted before is brought to its end."""
    wiring = of_this_function()
    address = wiring.desk_contact.confirmed(contact_id, given.confirm)
    others = sum(one.contact_id != contact_id for one in wiring.contacts.by_address(address))
    with wiring.record_changes.recorded(staff, "contact.erase", f"contact:{contact_id}") as note:
        wiring.desk_contact.must_be_readable(staff, contact_id)
        if not wiring.erase_contact.erase(contact_id, staff.email, note.touched):
            raise NotFoundError("There is no such contact.", field="contact")
        note.after = {"erased": True}
    return {"erased": True, "same_address": others}


@router.post(
    "/api/staff/contacts/<contact_id>/suppress",
    summary="Never write to somebody's address again. Of several reasons the weightiest stays.",
    responses=tells(StaffContact, *OF_A_CHANGE),
    operation_id="staff_contacts_suppress",
    security=SIGNED_IN,
    tags=["contacts"],
)
@takes(router, SuppressAsked)
def post_contact_suppress(staff: Managers, contact_id: str, given: SuppressAsked) -> StaffContact:
    """Suppress an address."""
    wiring = of_this_function()
    person = wiring.desk_contact.get(staff, contact_id)
    with wiring.record_changes.recorded(staff, "contact.suppress", f"contact:{contact_id}", _state(person)) as note:
        note.after = _reason(wiring.suppress_contact.suppress(person.address_hash, given.reason, staff.email))
    return contact(wiring.desk_contact.show(staff, contact_id), staff)


@router.post(
    "/api/staff/contacts/<contact_id>/lift",
    summary="Let somebody's address be written to again.",
    description="400 with the field `sure` where the address said no in a way that is meant to last, unless `sure`.",
    responses=tells(StaffContact, *OF_A_CHANGE),
    operation_id="staff_contacts_lift",
    security=SIGNED_IN,
    tags=["contacts"],
)
@takes(router, LiftAsked)
def post_contact_lift(staff: Managers, contact_id: str, given: LiftAsked) -> StaffContact:
    """Lift a suppression."""
    wiring = of_this_function()
    person = wiring.desk_contact.get(staff, contact_id)
    with wiring.record_changes.recorded(staff, "contact.lift", f"contact:{contact_id}", _state(person)) as note:
        note.after = _reason(wiring.suppress_contact.lift(person.address_hash, staff.email, sure=given.sure))
    return contact(wiring.desk_contact.show(staff, contact_id), staff)


def _state(person: Contact) -> dict[str, str | None]:
    return _reason(of_this_function().standings.gate(person.address_hash))


def _reason(gate: Gate) -> dict[str, str | None]:
    return {"suppressed": gate.suppression.reason if gate.is_closed and gate.suppression else None}
