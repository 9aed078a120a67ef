"""The door for the page queue: something changed that the public page may show."""

from __future__ import annotations

import json
from typing import Any

from aws_lambda_powertools import Logger
from aws_lambda_powertools.utilities.typing import LambdaContext

from sayso.wiring import of_this_function

logger = Logger()


def handle(event: dict[str, Any], _context: LambdaContext) -> dict[str, list[Any]]:
    """Publish once, however many messages came; what fails comes again as a whole."""
    # The daily message has the page rendered afresh, so that a changed programme or template shows.
    daily = any(json.loads(record["body"]).get("why") == "daily" for record in event.get("Records", []))
    published = of_this_function().publish_page.refresh(again=daily)
    logger.info("page", extra={"outcome": published.outcome})
    return {"batchItemFailures": []}
