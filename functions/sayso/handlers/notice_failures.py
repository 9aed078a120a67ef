"""Makes it seen that one of our own people was not told of a follow-up."""

from __future__ import annotations

from aws_lambda_powertools import Logger, single_metric
from aws_lambda_powertools.metrics import MetricUnit

from sayso.domain.notice import Notice

logger = Logger()


def tell_of_failure(notice: Notice | None) -> None:
    """Log why a notice was not told, and count those that were given up: an alarm stands on that."""
    if notice is None or not notice.reason:
        return
    about = {"follow_up": notice.follow_up_id, "notice": notice.notice_id, "channel": notice.channel}
    logger.warning("not told", extra={**about, "state": notice.state, "reason": notice.reason})
    if notice.state == "failed":
        with single_metric(name="NoticesFailed", unit=MetricUnit.Count, value=1):
            pass
