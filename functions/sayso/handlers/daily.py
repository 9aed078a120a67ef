"""The door for the daily schedule: proves the counters, and has the public page looked at again."""

from __future__ import annotations

from typing import Any

from aws_lambda_powertools import Logger, Metrics
from aws_lambda_powertools.metrics import MetricUnit
from aws_lambda_powertools.utilities.typing import LambdaContext

from sayso.domain.time import utc_text
from sayso.handlers.scheduled import scheduled_time
from sayso.wiring import of_this_function

logger, metrics = Logger(), Metrics()


@metrics.log_metrics
def handle(event: dict[str, Any], _context: LambdaContext) -> dict[str, int]:
    """Verify the counts; any drift raises the alarm on `CountDrift`, a lag shows in `CountLagSeconds`."""
    wiring = of_this_function()
    found = wiring.verify_counts.verify()
    metrics.add_metric("CountDrift", MetricUnit.Count, len(found.drift))
    metrics.add_metric("CountLagSeconds", MetricUnit.Seconds, found.lag_seconds)
    if found.drift:
        logger.error("counters drifted", extra={"drift": dict(list(found.drift.items())[:50])})
    day = utc_text(scheduled_time(event, wiring.clock))[:10]
    wiring.queue(wiring.settings.page_queue_url).send_once_a(f"daily-{day}", {"why": "daily"})
    return {"drift": len(found.drift), "behind": found.behind}
