"""The door for the schedules: hands what is due to the sender, with the tickets also whom to tell what came of it."""

from __future__ import annotations

from typing import Any

from aws_lambda_powertools import Logger, Metrics
from aws_lambda_powertools.metrics import MetricUnit
from aws_lambda_powertools.utilities.typing import LambdaContext

from sayso.handlers.scheduled import scheduled_time
from sayso.wiring import of_this_function

logger, metrics = Logger(), Metrics()


@metrics.log_metrics
def handle(event: dict[str, Any], _context: LambdaContext) -> dict[str, int]:
    """Dispatch the surveys of one schedule."""
    wiring = of_this_function()
    scheduled_for = scheduled_time(event, wiring.clock)
    done = wiring.dispatch_due.dispatch_schedule(event["schedule"], scheduled_for)
    news = wiring.dispatch_news.hand_on(scheduled_for, done.room) if event["schedule"] == "ticket" else 0
    # A pause is somebody's will and a daily limit the programme's; what SES does not take should wake somebody up.
    metrics.add_metric("SendingStopped", MetricUnit.Count, int(done.stopped.startswith("ses_")))
    logger.info("dispatched", extra={"schedule": event["schedule"], **vars(done), "news": news})
    return dict(done.handed_on)
