"""The door for the weekly and the monthly schedule: the digests, and each week also the list of a quarter's reviews."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from aws_lambda_powertools import Logger
from aws_lambda_powertools.utilities.typing import LambdaContext

from sayso.handlers.scheduled import scheduled_time
from sayso.services.gather_month import month_before
from sayso.services.send_once import Posted
from sayso.wiring import of_this_function

logger = Logger()


class MailsFailedError(Exception):
    """Some mails certainly did not go; Lambda runs the function again, and those that went do not go twice."""


def handle(event: dict[str, Any], _context: LambdaContext) -> dict[str, int]:
    """Mail the digests of the week, or of the month, before the scheduled time."""
    wiring = of_this_function()
    at = scheduled_time(event, wiring.clock)
    if event["schedule"] == "monthly":
        return _outcome(wiring.monthly_digest.send(month_before(at)))
    posted = wiring.weekly_digest.send(at)
    if wiring.programme.reviews:
        failed = wiring.prepare_reviews.run(at).failed
        posted = replace(posted, failed=(*posted.failed, *failed))
    return _outcome(posted)


def _outcome(posted: Posted) -> dict[str, int]:
    if posted.unknown:
        logger.error("nobody knows whether some digests went out; they are not sent again", extra={"n": posted.unknown})
    if posted.failed:
        raise MailsFailedError(f"{len(posted.failed)} mails did not go: {', '.join(sorted({*posted.failed}))}")
    return {"sent": posted.sent, "before": posted.before, "unknown": posted.unknown}
