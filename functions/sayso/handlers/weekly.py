"""The door for the weekly schedule: the digest for whoever runs the programme, and what owners should ask about."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from aws_lambda_powertools import Logger
from aws_lambda_powertools.utilities.typing import LambdaContext

from sayso.handlers.scheduled import scheduled_time
from sayso.wiring import Wiring, of_this_function

logger = Logger()


def handle(event: dict[str, Any], _context: LambdaContext) -> dict[str, str | int]:
    """Mail the digest of the week before the scheduled time, then tell the owners of low scores nobody confirmed.

    The digest goes first, and nothing that happens after it fails the run: Lambda would do all of it again, and the
    digest would come twice.
    """
    wiring = of_this_function()
    at = scheduled_time(event, wiring.clock)
    mail = wiring.weekly_digest.send(at)
    return {"subject": mail.subject, "owners": _tell_owners(wiring, at)}


def _tell_owners(wiring: Wiring, at: datetime) -> int:
    try:
        done = wiring.tell_unconfirmed.tell(at)
    except Exception:
        logger.exception("owners were not told of answers that are not confirmed")
        return 0
    if done.failed:
        logger.error("some owners were not told of answers that are not confirmed", extra={"failed": done.failed})
    return done.told
