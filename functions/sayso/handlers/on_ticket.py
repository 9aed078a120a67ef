"""The door for ticket events on the bus: solved, closed, reopened."""

from __future__ import annotations

from typing import Any

from aws_lambda_powertools import Logger
from aws_lambda_powertools.utilities.typing import LambdaContext

from sayso.domain.tickets import TicketEvent
from sayso.wiring import of_this_function

logger = Logger()


def handle(event: dict[str, Any], _context: LambdaContext) -> dict[str, int]:
    """Hear of one ticket. A detail of the wrong shape raises, and ends up where failures wait."""
    heard = TicketEvent.model_validate({**event["detail"], "event": event["detail-type"]})
    written = of_this_function().hear_ticket.hear(heard)
    logger.info("ticket heard", extra={"ticket": heard.occasion, "event_name": heard.event, "planned": len(written)})
    return {"planned": len(written)}
