"""The daily door: proves the counters, has the page looked at and the plan kept, lets old identities go."""

from __future__ import annotations

from typing import Any

from aws_lambda_powertools import Logger, Metrics
from aws_lambda_powertools.metrics import MetricUnit
from aws_lambda_powertools.utilities.typing import LambdaContext

from sayso.domain.time import utc_text
from sayso.handlers.scheduled import scheduled_time
from sayso.wiring import Wiring, of_this_function

logger, metrics = Logger(), Metrics()


@metrics.log_metrics
def handle(event: dict[str, Any], _context: LambdaContext) -> dict[str, int]:
    """Verify the counts: any fault raises the alarm on `CountDrift`, a lag that stays the one on `CountLagSeconds`."""
    wiring = of_this_function()
    found = wiring.verify_counts.verify()
    metrics.add_metric("CountDrift", MetricUnit.Count, found.faults)
    metrics.add_metric("CountLagSeconds", MetricUnit.Seconds, found.lag_seconds)
    if found.faults:
        about = {
            "drift": dict(list(found.drift.items())[:50]),
            "wrong": len(found.wrong),
            "unlisted": found.unlisted[:50],
            "unreadable": found.unreadable[:50],
        }
        logger.error("counters drifted", extra=about)
    day = utc_text(scheduled_time(event, wiring.clock))[:10]
    wiring.queue(wiring.settings.page_queue_url).send_once_a(f"daily-{day}", {"why": "daily"})
    replanned = _replan(wiring)
    _retire(wiring)
    return {"drift": found.faults, "behind": len(found.behind), "replanned": replanned}


def _replan(wiring: Wiring) -> int:
    replanned = wiring.replan_everyone.run_if_changed()
    if replanned:
        logger.info("the programme's rhythm changed: everybody is planned again", extra={"contacts": replanned})
    return replanned


def _retire(wiring: Wiring) -> None:
    retired = wiring.retire_identities.run()
    if retired.erased or retired.finished or retired.left:
        about = {"erased": retired.erased, "finished": retired.finished, "left": retired.left}
        logger.info("identities retired", extra=about)
