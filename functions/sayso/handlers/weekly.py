"""The door for the weekly schedule: the digest for whoever runs the programme."""

from __future__ import annotations

from typing import Any

from aws_lambda_powertools.utilities.typing import LambdaContext

from sayso.handlers.scheduled import scheduled_time
from sayso.wiring import of_this_function


def handle(event: dict[str, Any], _context: LambdaContext) -> dict[str, str]:
    """Mail the digest of the week before the scheduled time."""
    wiring = of_this_function()
    mail = wiring.weekly_digest.send(scheduled_time(event, wiring.clock))
    return {"subject": mail.subject}
