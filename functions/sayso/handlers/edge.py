"""What every door behind /api asks first: did this come through CloudFront, where the limits are?"""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import wraps
from http import HTTPStatus
from typing import Any

from aws_lambda_powertools import Logger

from sayso.wiring import of_this_function

logger = Logger()
Handler = Callable[[dict[str, Any], Any], dict[str, Any]]


def only_through_the_edge(handle: Handler) -> Handler:
    """Refuse what went around CloudFront with 403, before anything of it is looked at.

    HTTP APIs take no web ACL and cannot be hidden from the world, so that the check is the function's
    (API Gateway Developer Guide, "Control and manage access to HTTP APIs").
    """

    @wraps(handle)
    def guarded(event: dict[str, Any], context: Any) -> dict[str, Any]:
        headers = event.get("headers") or {}
        try:
            admitted = of_this_function().origin.admits(headers)
        except Exception:
            logger.exception("origin not checked")
            return _answer(HTTPStatus.INTERNAL_SERVER_ERROR, "", "Something went wrong on our side. Please try again.")
        if not admitted:
            return _answer(HTTPStatus.FORBIDDEN, "origin", "Please use the address of the site.")
        return handle(event, context)

    return guarded


def _answer(status: HTTPStatus, field: str, reason: str) -> dict[str, Any]:
    headers = {"Content-Type": "application/json", "Cache-Control": "no-store"}
    return {
        "statusCode": int(status),
        "headers": headers,
        "body": json.dumps({"error": {"field": field, "reason": reason}}),
    }
