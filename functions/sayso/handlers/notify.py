"""The door for the notify queue: what our own people are to be told about follow-ups, one channel at a time."""

from __future__ import annotations

from typing import Any

from aws_lambda_powertools import Logger
from aws_lambda_powertools.utilities.batch import BatchProcessor, EventType, process_partial_response
from aws_lambda_powertools.utilities.data_classes.sqs_event import SQSRecord
from aws_lambda_powertools.utilities.typing import LambdaContext

from sayso.domain.notice import NoticeKey
from sayso.handlers.notice_failures import tell_of_failure
from sayso.wiring import of_this_function

logger = Logger()
processor = BatchProcessor(EventType.SQS, raise_on_entire_batch_failure=False, logger=logger)  # type: ignore[arg-type]


def notify(record: SQSRecord) -> None:
    """Tell one person or room of one thing; what failed is tried again by the next ticks, and no queue."""
    tell_of_failure(of_this_function().tell_owner.tell(NoticeKey(**record.json_body)))


def handle(event: dict[str, Any], context: LambdaContext) -> Any:
    """Deliver a batch of notices; those whose delivery broke come again."""
    return process_partial_response(event, notify, processor, context)
