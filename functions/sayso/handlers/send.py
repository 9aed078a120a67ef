"""The door for the send queue: steps of invitations that are due."""

from __future__ import annotations

from typing import Any

from aws_lambda_powertools import Logger, Metrics
from aws_lambda_powertools.metrics import MetricUnit
from aws_lambda_powertools.utilities.batch import BatchProcessor, EventType, process_partial_response
from aws_lambda_powertools.utilities.data_classes.sqs_event import SQSRecord
from aws_lambda_powertools.utilities.typing import LambdaContext

from sayso.adapters.invitation_store import read_step_message
from sayso.wiring import of_this_function

logger = Logger()
metrics = Metrics()
processor = BatchProcessor(EventType.SQS, raise_on_entire_batch_failure=False, logger=logger)  # type: ignore[arg-type]


def send(record: SQSRecord) -> None:
    """Take one step; what SES refused is counted, whether or not it is tried again."""
    message = read_step_message(record.json_body)
    outcome = of_this_function().send_invitation.take(message)
    logger.info("step taken", extra={**message._asdict(), "outcome": outcome})
    metrics.add_metric("MailRefused", MetricUnit.Count, int(outcome in ("refused", "stopped")))


@metrics.log_metrics
def handle(event: dict[str, Any], context: LambdaContext) -> Any:
    """Take a batch of steps; those that failed come again."""
    metrics.add_metric("MailRefused", MetricUnit.Count, 0)  # so that no batch is without the metric
    return process_partial_response(event, send, processor, context)
