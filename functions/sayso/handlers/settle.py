"""The door for the settle queue: answers nobody was seen giving, some minutes after the last click."""

from __future__ import annotations

from typing import Any

from aws_lambda_powertools import Logger
from aws_lambda_powertools.utilities.batch import BatchProcessor, EventType, process_partial_response
from aws_lambda_powertools.utilities.data_classes.sqs_event import SQSRecord
from aws_lambda_powertools.utilities.typing import LambdaContext

from sayso.wiring import of_this_function

logger = Logger()
processor = BatchProcessor(EventType.SQS, raise_on_entire_batch_failure=False, logger=logger)  # type: ignore[arg-type]


def settle(record: SQSRecord) -> None:
    """Settle one answer; one that is still being clicked on comes again."""
    body, wiring = record.json_body, of_this_function()
    wait = wiring.settle_answer.settle((body["contact_id"], body["survey"], body["occasion"]))
    if wait:
        wiring.queue(wiring.settings.settle_queue_url).send_later(body, wait)


def handle(event: dict[str, Any], context: LambdaContext) -> Any:
    """Settle a batch of answers; those that failed come again."""
    return process_partial_response(event, settle, processor, context)
