"""The door for the schedules: hands what is due to the sender."""

from __future__ import annotations

from typing import Any

from aws_lambda_powertools import Logger
from aws_lambda_powertools.utilities.typing import LambdaContext

from sayso.handlers.scheduled import scheduled_time
from sayso.wiring import of_this_function

logger = Logger()


def handle(event: dict[str, Any], _context: LambdaContext) -> dict[str, int]:
    """Dispatch the surveys of one schedule."""
    wiring = of_this_function()
    handed_on = wiring.dispatch_due.dispatch_schedule(event["schedule"], scheduled_time(event, wiring.clock))
    logger.info("dispatched", extra={"schedule": event["schedule"], "handed_on": handed_on})
    return handed_on
