"""The door for the send queue: steps of invitations that are due, and whom to tell what came of it."""

from __future__ import annotations

from typing import Any

from aws_lambda_powertools import Logger, Metrics
from aws_lambda_powertools.metrics import MetricUnit
from aws_lambda_powertools.utilities.batch import BatchProcessor, EventType, process_partial_response
from aws_lambda_powertools.utilities.data_classes.sqs_event import SQSRecord
from aws_lambda_powertools.utilities.typing import LambdaContext

from sayso.adapters.invitation_store import read_step_message
from sayso.adapters.news_store import read_news_message
from sayso.ports import NewsMessage, StepMessage
from sayso.services.hand_over import Outcome
from sayso.wiring import of_this_function

logger = Logger()
metrics = Metrics()
# Milliseconds one step may take at worst: two turns at the slowest pace, and SES and the table not answering.
_TIME_FOR_ONE = 45_000
processor = BatchProcessor(EventType.SQS, raise_on_entire_batch_failure=False, logger=logger)  # type: ignore[arg-type]


class TimeRunsOutError(Exception):
    """What is left of the batch comes again: a mail must never be with SES when the function is stopped."""


def send(record: SQSRecord, lambda_context: LambdaContext | None = None) -> None:
    """Take one step; what SES refused is counted, whether or not it is tried again."""
    if lambda_context and lambda_context.get_remaining_time_in_millis() < _TIME_FOR_ONE:
        raise TimeRunsOutError
    body = record.json_body
    message = read_news_message(body["news"]) if "news" in body else read_step_message(body)
    outcome = _take(message)
    logger.info("step taken", extra={**message._asdict(), "outcome": outcome})
    metrics.add_metric("MailRefused", MetricUnit.Count, int(outcome in ("refused", "stopped")))
    metrics.add_metric("MailUnknown", MetricUnit.Count, int(outcome == "unknown"))


def _take(message: StepMessage | NewsMessage) -> Outcome:
    wiring = of_this_function()
    if isinstance(message, NewsMessage):
        return wiring.send_news.take(message)
    return wiring.send_invitation.take(message)


@metrics.log_metrics
def handle(event: dict[str, Any], context: LambdaContext) -> Any:
    """Take a batch of steps; those that failed come again."""
    metrics.add_metric("MailRefused", MetricUnit.Count, 0)  # so that no batch is without the metric
    metrics.add_metric("MailUnknown", MetricUnit.Count, 0)
    return process_partial_response(event, send, processor, context)
