"""The door for contacts and owners: answers, leaving, and the view of a case, each with a signed link as its key."""

from __future__ import annotations

import json
from http import HTTPStatus
from typing import Any

from aws_lambda_powertools import Logger
from aws_lambda_powertools.event_handler import APIGatewayHttpResolver, Response, content_types
from aws_lambda_powertools.utilities.typing import LambdaContext
from pydantic import ValidationError

from sayso.domain.errors import (
    ConflictError,
    ExpiredError,
    InvalidInputError,
    LinkRefusedError,
    NotFoundError,
    SaysoError,
)
from sayso.domain.response import AnswerInput
from sayso.services.record_answer import AnswerView
from sayso.wiring import of_this_function

logger = Logger()
app = APIGatewayHttpResolver()

_LARGEST_BODY = 64 * 1024  # bytes; the words may have 2 × 5,000 characters of up to 4 bytes
_STATUS: dict[type[SaysoError], HTTPStatus] = {
    InvalidInputError: HTTPStatus.BAD_REQUEST,
    LinkRefusedError: HTTPStatus.FORBIDDEN,
    NotFoundError: HTTPStatus.NOT_FOUND,
    ConflictError: HTTPStatus.CONFLICT,
    ExpiredError: HTTPStatus.GONE,
}


@app.get("/api/answer")
def get_answer() -> Response[str]:
    """What was answered so far."""
    wiring = of_this_function()
    reference = wiring.links.read_survey(_token(), wiring.clock())
    return _json(_shown(wiring.record_answer.look(reference)))


@app.put("/api/answer")
def put_answer() -> Response[str]:
    """Keep an answer, or a change of one."""
    wiring = of_this_function()
    reference = wiring.links.read_survey(_token(), wiring.clock())
    try:
        given = AnswerInput.model_validate_json(_body())
    except ValidationError as error:
        raise _invalid(error) from None
    return _json(_shown(wiring.record_answer.record(reference, given)))


@app.post("/api/unsubscribe/<token>")
def post_unsubscribe(token: str) -> Response[str]:
    """Leave at once (RFC 8058: no cookie, any form body, no redirect), or take that back.

    `suppressed` is the answer to who takes it back while the address is closed for another reason.
    """
    wiring = of_this_function()
    address_hash, _ = wiring.links.read_unsubscribe(token)
    if _wants_undo():
        return _json({"state": "subscribed" if wiring.leave.undo(address_hash) else "suppressed"})
    wiring.leave.leave(address_hash)
    return _json({"state": "unsubscribed"})


@app.get("/api/unsubscribe/<token>")
def get_unsubscribe(token: str) -> Response[str]:
    """Change nothing: a scanner, or somebody who pasted the address, is shown the page with the button."""
    wiring = of_this_function()
    _, language = wiring.links.read_unsubscribe(token)
    page = f"{wiring.settings.site_url}/unsubscribe/{language}.html?t={token}"
    return Response(HTTPStatus.SEE_OTHER, content_types.TEXT_PLAIN, "", {"Location": page})


@app.get("/api/case")
def get_case() -> Response[str]:
    """A follow-up, for whoever looks after it."""
    wiring = of_this_function()
    follow_up_id = wiring.links.read_case(_token(), wiring.clock())
    return _json({"follow_up": wiring.read_case.read(follow_up_id)})


@app.not_found
def not_found(_: Exception) -> Response[str]:
    """Anything else."""
    return _error(HTTPStatus.NOT_FOUND, "path", "There is nothing at this address.")


@app.exception_handler(SaysoError)  # type: ignore[untyped-decorator]
def refused(error: SaysoError) -> Response[str]:
    """Domain errors become HTTP here and nowhere else."""
    return _error(_STATUS.get(type(error), HTTPStatus.BAD_REQUEST), error.field, error.reason)


@app.exception_handler(Exception)  # type: ignore[untyped-decorator]
def failed(_: Exception) -> Response[str]:
    """A fault of ours: logged for us, and nothing of it shown."""
    logger.exception("request failed")
    return _error(HTTPStatus.INTERNAL_SERVER_ERROR, "", "Something went wrong on our side. Please try again.")


def handle(event: dict[str, Any], context: LambdaContext) -> dict[str, Any]:
    """Answer one request of the HTTP API (payload 2.0)."""
    return app.resolve(event, context)


def _token() -> str:
    token = app.current_event.headers.get("sayso-token", "")
    if not token:
        raise LinkRefusedError("Please open the link in your mail.", field="token")
    return token


def _body() -> str:
    try:
        body = app.current_event.decoded_body or ""
    except ValueError:
        raise InvalidInputError("is not text", field="body") from None
    if len(body.encode()) > _LARGEST_BODY:
        raise InvalidInputError(f"is larger than {_LARGEST_BODY} bytes", field="body")
    return body


def _wants_undo() -> bool:
    try:
        return bool(json.loads(_body() or "{}") == {"undo": True})
    except (ValueError, InvalidInputError):
        return False  # whatever body a mail programme's one click has (RFC 8058)


def _invalid(error: ValidationError) -> InvalidInputError:
    problem = error.errors(include_url=False, include_input=False)[0]
    field = str(problem["loc"][0]) if problem["loc"] else "body"
    return InvalidInputError(problem["msg"].removeprefix("Value error, "), field=field)


def _shown(view: AnswerView) -> dict[str, Any]:
    response = view.response
    answer = response and {
        "score": response.score,
        "why": view.words.why,
        "better": view.words.better,
        "drivers": response.drivers,
        "contact": response.contact,
        "quote": response.quote,
        "state": response.state,
    }
    return {"survey": view.survey, "language": view.language, "state": view.state, "answer": answer}


def _error(status: HTTPStatus, field: str, reason: str) -> Response[str]:
    return _json({"error": {"field": field, "reason": reason}}, status)


def _json(content: dict[str, Any], status: HTTPStatus = HTTPStatus.OK) -> Response[str]:
    headers: dict[str, str | list[str]] = {"Cache-Control": "no-store"}
    return Response(status, content_types.APPLICATION_JSON, json.dumps(content, ensure_ascii=False), headers)
