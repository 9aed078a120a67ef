"""The door for the plan queue: a contact changed, or one of their invitations ended."""

from __future__ import annotations

from typing import Any

from aws_lambda_powertools import Logger
from aws_lambda_powertools.utilities.batch import BatchProcessor, EventType, process_partial_response
from aws_lambda_powertools.utilities.data_classes.sqs_event import SQSRecord
from aws_lambda_powertools.utilities.typing import LambdaContext

from sayso.wiring import of_this_function

logger = Logger()
processor = BatchProcessor(EventType.SQS, raise_on_entire_batch_failure=False, logger=logger)  # type: ignore[arg-type]


def plan(record: SQSRecord) -> None:
    """Plan one contact."""
    of_this_function().plan_invitations.plan(record.json_body["contact_id"])


def handle(event: dict[str, Any], context: LambdaContext) -> Any:
    """Plan a batch of contacts; those that failed come again."""
    return process_partial_response(event, plan, processor, context)
