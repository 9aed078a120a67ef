"""The door for the table's stream: answers and mails are counted, a whole batch at once."""

from __future__ import annotations

from typing import Any

from aws_lambda_powertools import Logger
from aws_lambda_powertools.utilities.typing import LambdaContext

from sayso.adapters.stream import newest_first, read_record
from sayso.domain.invitation import Invitation
from sayso.domain.response import Response
from sayso.wiring import of_this_function

logger = Logger()


def handle(event: dict[str, Any], _context: LambdaContext) -> dict[str, Any]:
    """Count one batch, of each item its newest state that can be read.

    A record that cannot be read comes again, with all behind it, until Lambda sets it aside. It holds up nobody: the
    others are counted all the same, as the ledger needs no order and knows what it has counted.
    """
    readable: list[tuple[Invitation | Response, str, str]] = []
    unreadable: list[dict[str, str]] = []
    for item in newest_first(event["Records"]):
        for record in item:
            try:
                changed = read_record(record)
            except Exception:
                logger.exception("stream record cannot be read", extra={"keys": record["dynamodb"].get("Keys")})
                unreadable.append({"itemIdentifier": record["dynamodb"]["SequenceNumber"]})
                continue
            if changed and isinstance(changed.now, Invitation | Response):
                readable.append((changed.now, changed.pk, changed.sk))
            break
    of_this_function().count_responses.count(readable)
    return {"batchItemFailures": unreadable}
