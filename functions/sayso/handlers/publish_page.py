"""The door for the page queue: something changed that the public page may show, or an edition was approved."""

from __future__ import annotations

import json
from typing import Any

from aws_lambda_powertools import Logger
from aws_lambda_powertools.utilities.typing import LambdaContext

from sayso.domain.errors import ConflictError
from sayso.wiring import of_this_function

logger = Logger()


def handle(event: dict[str, Any], _context: LambdaContext) -> dict[str, list[Any]]:
    """Publish once, however many messages came; what fails comes again as a whole.

    Only what is wrong is raised, and counted as an error of the function: there is an alarm for that. That somebody
    else publishes just now is nothing wrong, and over when the messages come again.
    """
    records = event.get("Records", [])
    # The daily message has the page rendered afresh, so that a changed programme or template shows.
    daily = any(json.loads(record["body"]).get("why") == "daily" for record in records)
    try:
        done = of_this_function().publish_page.refresh(again=daily)
    except ConflictError as error:
        logger.warning("page busy", extra={"reason": error.reason})
        return {"batchItemFailures": [{"itemIdentifier": record["messageId"]} for record in records]}
    placed = done.placed
    said = {"outcome": done.outcome, "edition": done.edition.number if done.edition else 0}
    if placed:
        said |= {"put": placed.put, "deleted": placed.deleted}
    logger.info("page", extra=said)
    if placed and not placed.invalidated:
        logger.warning("the caches were not told; they show what is new within the hour")
    return {"batchItemFailures": []}
