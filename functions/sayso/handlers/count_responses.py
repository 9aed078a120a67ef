"""The door for the table's stream: answers and mails are counted, a whole batch at once."""

from __future__ import annotations

from typing import Any

from aws_lambda_powertools import Logger
from aws_lambda_powertools.utilities.typing import LambdaContext

from sayso.adapters.stream import Record, newest, read_record
from sayso.domain.invitation import Invitation
from sayso.domain.response import Response
from sayso.wiring import of_this_function

logger = Logger()


def handle(event: dict[str, Any], _context: LambdaContext) -> dict[str, Any]:
    """Count one batch. A record that cannot be read holds up those behind it, never those before it."""
    records: list[Record] = event["Records"]
    found, failed = _read(records)
    failures: list[dict[str, str]] = []
    while failed:
        failures = [{"itemIdentifier": failed["dynamodb"]["SequenceNumber"]}]
        records = records[: records.index(failed)]
        found, failed = _read(records)
    of_this_function().count_responses.count(found)
    return {"batchItemFailures": failures}


def _read(records: list[Record]) -> tuple[list[tuple[Invitation | Response, str, str]], Record | None]:
    """What is to be counted, of each item its newest state, and the first record that cannot be read."""
    readable: list[tuple[Invitation | Response, str, str]] = []
    for record in newest(records):
        try:
            changed = read_record(record)
        except Exception:
            logger.exception("stream record cannot be read", extra={"keys": record["dynamodb"].get("Keys")})
            return readable, record
        if changed and isinstance(changed.now, Invitation | Response):
            readable.append((changed.now, changed.pk, changed.sk))
    return readable, None
