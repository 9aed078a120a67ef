"""The door for helpdesks: POST /api/hooks/{source}, signed, and put on the bus."""

from __future__ import annotations

import base64
import json
from http import HTTPStatus
from typing import Any

from aws_lambda_powertools import Logger, Metrics
from aws_lambda_powertools.metrics import MetricUnit
from aws_lambda_powertools.utilities.typing import LambdaContext

from sayso.domain.errors import InvalidInputError, NotFoundError, SaysoError
from sayso.domain.signatures import SignatureRefusedError
from sayso.handlers.edge import only_through_the_edge
from sayso.services.take_hook import TooLargeError
from sayso.wiring import of_this_function

logger, metrics = Logger(), Metrics()

DRY_RUN = "sayso-dry-run"
_STATUS: dict[type[SaysoError], HTTPStatus] = {
    NotFoundError: HTTPStatus.NOT_FOUND,
    SignatureRefusedError: HTTPStatus.FORBIDDEN,
    TooLargeError: HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
}
# What becomes of a webhook of a source we know that is lost; by the exact type of the error.
_LOST: dict[type[SaysoError], str] = {
    InvalidInputError: "HookMalformed",  # only ever said of a body whose signature is right
    SignatureRefusedError: "HookRefused",
    TooLargeError: "HookRefused",
}


class _UnreadableError(InvalidInputError):
    """A request of which neither the source nor the signature was looked at yet."""


@only_through_the_edge
def handle(event: dict[str, Any], _context: LambdaContext) -> dict[str, Any]:
    """Answer one request of the HTTP API (payload 2.0)."""
    source = str((event.get("pathParameters") or {}).get("source", ""))
    headers = {name.lower(): str(value) for name, value in (event.get("headers") or {}).items()}
    try:
        taken = of_this_function().take_hook.take(source, headers, _body(event), dry=DRY_RUN in headers)
    except SaysoError as error:
        lost = _LOST.get(type(error))
        # The name of a source that does not exist is whatever somebody typed: it stays out of the log.
        known = source if lost else ""
        if lost and DRY_RUN not in headers:  # who tries it sees the answer
            metrics.add_metric(lost, MetricUnit.Count, 1)
            metrics.flush_metrics()
        logger.warning("hook refused", extra={"hook": known, "field": error.field, "reason": error.reason})
        refusal = {"error": {"field": error.field, "reason": error.reason}}
        return _answer(_STATUS.get(type(error), HTTPStatus.BAD_REQUEST), refusal)
    except Exception:
        logger.exception("hook failed", extra={"hook": source})
        reason = "Something went wrong on our side. Please try again."
        return _answer(HTTPStatus.INTERNAL_SERVER_ERROR, {"error": {"field": "", "reason": reason}})
    logger.info("hook taken", extra={"hook": source, "state": taken.state, "event_name": taken.event})
    content = {"state": taken.state, "event": taken.event, "reason": taken.reason}
    status = HTTPStatus.ACCEPTED if taken.state == "accepted" else HTTPStatus.OK
    return _answer(status, {name: value for name, value in content.items() if value})


def _body(event: dict[str, Any]) -> bytes:
    """The body to the byte: CloudFront makes the API hand it on in base64."""
    text = str(event.get("body") or "")
    try:
        return base64.b64decode(text, validate=True) if event.get("isBase64Encoded") else text.encode()
    except ValueError:  # no base64, or half a surrogate pair
        raise _UnreadableError("cannot be read", field="body") from None


def _answer(status: HTTPStatus, content: dict[str, Any]) -> dict[str, Any]:
    headers = {"Content-Type": "application/json", "Cache-Control": "no-store"}
    return {"statusCode": int(status), "headers": headers, "body": json.dumps(content)}
