"""The door for the follow-up queue: answers that a person has to look after."""

from __future__ import annotations

from typing import Any

from aws_lambda_powertools import Logger
from aws_lambda_powertools.utilities.batch import BatchProcessor, EventType, process_partial_response
from aws_lambda_powertools.utilities.data_classes.sqs_event import SQSRecord
from aws_lambda_powertools.utilities.typing import LambdaContext

from sayso.wiring import of_this_function

logger = Logger()
processor = BatchProcessor(EventType.SQS, raise_on_entire_batch_failure=False, logger=logger)  # type: ignore[arg-type]


def open_follow_up(record: SQSRecord) -> None:
    """Open or join a case for one answer."""
    body = record.json_body
    of_this_function().open_follow_up.open((body["contact_id"], body["survey"], body["occasion"]))


def handle(event: dict[str, Any], context: LambdaContext) -> Any:
    """Look after a batch of answers; those that failed come again."""
    return process_partial_response(event, open_follow_up, processor, context)
