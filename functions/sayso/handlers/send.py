"""The door for the send queue: steps of invitations that are due."""

from __future__ import annotations

from typing import Any

from aws_lambda_powertools import Logger
from aws_lambda_powertools.utilities.batch import BatchProcessor, EventType, process_partial_response
from aws_lambda_powertools.utilities.data_classes.sqs_event import SQSRecord
from aws_lambda_powertools.utilities.typing import LambdaContext

from sayso.adapters.invitation_store import read_step_message
from sayso.wiring import of_this_function

logger = Logger()
processor = BatchProcessor(EventType.SQS, raise_on_entire_batch_failure=False)


def send(record: SQSRecord) -> None:
    """Take one step."""
    message = read_step_message(record.json_body)
    outcome = of_this_function().send_invitation.take(message)
    logger.info("step taken", extra={**message._asdict(), "outcome": outcome})


def handle(event: dict[str, Any], context: LambdaContext) -> Any:
    """Take a batch of steps; those that failed come again."""
    return process_partial_response(event, send, processor, context)
