"""The door for the page queue: something changed that the public page may show."""

from __future__ import annotations

from typing import Any

from aws_lambda_powertools import Logger
from aws_lambda_powertools.utilities.typing import LambdaContext

from sayso.wiring import of_this_function

logger = Logger()


def handle(_event: dict[str, Any], _context: LambdaContext) -> dict[str, list[Any]]:
    """Publish once, however many messages came; what fails comes again as a whole."""
    published = of_this_function().publish_page.refresh()
    logger.info("page", extra={"outcome": published.outcome})
    return {"batchItemFailures": []}
