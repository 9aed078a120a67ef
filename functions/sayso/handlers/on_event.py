"""The door for events on our bus: tickets solved, closed and reopened, and touch points reached."""

from __future__ import annotations

from typing import Any

from aws_lambda_powertools import Logger
from aws_lambda_powertools.utilities.typing import LambdaContext

from sayso.domain.invitation import Invitation
from sayso.domain.tickets import TicketEvent
from sayso.domain.touchpoints import REACHED, TouchpointEvent
from sayso.wiring import of_this_function

logger = Logger()


def handle(event: dict[str, Any], _context: LambdaContext) -> dict[str, int]:
    """Hear of one event. A detail of the wrong shape raises, and ends up where failures wait."""
    name, detail = event["detail-type"], event["detail"]
    written = _hear_touchpoint(detail) if name == REACHED else _hear_ticket(name, detail)
    # The occasion stands for the ticket: its number could lead to a person in the helpdesk.
    occasions = sorted({invitation.occasion for invitation in written})
    logger.info("event heard", extra={"event_name": name, "planned": len(written), "occasions": occasions})
    return {"planned": len(written)}


def _hear_ticket(name: str, detail: dict[str, Any]) -> list[Invitation]:
    return of_this_function().hear_ticket.hear(TicketEvent.model_validate({**detail, "event": name}))


def _hear_touchpoint(detail: dict[str, Any]) -> list[Invitation]:
    written = of_this_function().hear_touchpoint.hear(TouchpointEvent.model_validate(detail))
    return [written] if written else []
