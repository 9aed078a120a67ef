"""What can be said of an event before it is on the bus: that it is wrong, or that nothing can come of it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Final, TypeVar

from pydantic import BaseModel, ValidationError

from sayso.domain.address import same_mailbox
from sayso.domain.errors import InvalidInputError, NotFoundError
from sayso.domain.hook_events import AHEAD
from sayso.domain.own_staff import is_never_asked
from sayso.domain.time import parse_moment
from sayso.wiring import Wiring

Event = TypeVar("Event", bound=BaseModel)
# The options by the fields they fill, and what may be in them where a pattern or a length would say it.
_OPTIONS: Final = {
    "ticket_id": "TICKET",
    "requester_email": "--email",
    "requester_name": "--name",
    "tags": "--tag",
    "contact_id": "--contact",
    "time": "--at",
}
_RULES: Final = {
    "ticket_id": "may hold letters, digits and _ . : / - only, at most 64 of them",
    "reference": "may hold letters, digits and _ . : / - only, at most 64 of them",
    "source": "may hold letters, digits, _ and - only, at most 32 of them",
    "requester_name": "may have at most 200 characters",
    "name": "may have at most 200 characters",
    "tags": "may be 500 of at most 200 characters each",
    "contact_id": "is an id of your contact list, at most 200 characters",
}


def checked(model: type[Event], values: Mapping[str, Any]) -> Event:
    """The event; raises InvalidInputError, naming the option, when it cannot be one."""
    try:
        return model.model_validate(values)
    except ValidationError as error:
        problem = error.errors(include_url=False, include_input=False)[0]
        field = str(problem["loc"][0]) if problem["loc"] else ""
        reason = _RULES.get(field) or problem["msg"].removeprefix("Value error, ")
        raise InvalidInputError(reason, field=_OPTIONS.get(field, f"--{field}" if field else "")) from None


def moment_of(at: str | None, wiring: Wiring) -> datetime:
    """When it happened: now, if nothing is said; raises InvalidInputError for what is no moment or is to come."""
    now = wiring.clock()
    if at is None:
        return now
    try:
        moment = parse_moment(at)
    except InvalidInputError as error:
        raise InvalidInputError(error.reason, field="--at") from None
    if moment > now + AHEAD:
        raise InvalidInputError(f"'{at}' lies in the future; say when it happened", field="--at")
    return moment


def check_tickets_are_asked_about(wiring: Wiring) -> None:
    """Raise InvalidInputError when the programme has no survey about tickets."""
    if not any(survey.event == "ticket" for survey in wiring.programme.surveys.values()):
        raise InvalidInputError("the programme has no survey with 'event: ticket', so nothing would come of it")


def check_address(email: str, wiring: Wiring) -> None:
    """Raise InvalidInputError when nobody with this address is ever asked about an event."""
    if is_never_asked(email, wiring.programme):
        reason = "is one of our own, or of a domain in tickets.never_ask_domains: nobody there is asked about events"
        raise InvalidInputError(f"{email} {reason}", field="--email")
    address_hash = wiring.pseudonyms.of_address(same_mailbox(email))
    if wiring.contacts.by_address(address_hash):
        return
    if wiring.programme.tickets.unknown_requesters == "refuse":
        reason = "is not in the contact list, and the programme says 'unknown_requesters: refuse'"
        raise NotFoundError(f"{email} {reason}", field="--email")
    if wiring.standings.gate(address_hash).is_erased:
        raise NotFoundError(f"{email} was erased and stays suppressed: nobody would be asked", field="--email")


def check_contact(contact_id: str, wiring: Wiring) -> None:
    """Raise an error when nobody has this id, or its contact is never asked about an event."""
    known = wiring.contacts.by_external_ids([contact_id]).get(contact_id)
    if known is None:
        raise NotFoundError(f"no contact has the id '{contact_id}'; see: sayso contact list", field="--contact")
    if is_never_asked(known.email, wiring.programme):
        reason = "whose address is one of our own, or of a domain in tickets.never_ask_domains: nobody there is asked"
        raise InvalidInputError(f"'{contact_id}' is somebody {reason}", field="--contact")
