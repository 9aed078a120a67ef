"""The door for the five-minute schedule: what our own people are to be told by now."""

from __future__ import annotations

from typing import Any

from aws_lambda_powertools import Logger
from aws_lambda_powertools.utilities.typing import LambdaContext

from sayso.wiring import of_this_function

logger = Logger()


def handle(_event: dict[str, Any], _context: LambdaContext) -> dict[str, int]:
    """Hand on what is due: the real clock decides, as whoever is told reads it now."""
    handed_on = of_this_function().remind_owners.hand_on()
    if handed_on:
        logger.info("handed on", extra={"notices": handed_on})
    return {"handed_on": handed_on}
