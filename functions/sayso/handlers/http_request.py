"""What Powertools' resolver leaves to us of a request: what it may be shown of it, and a body that is weighed first."""

from __future__ import annotations

import base64
from collections.abc import Mapping
from http import HTTPStatus
from typing import Any
from urllib.parse import quote

from aws_lambda_powertools.event_handler import APIGatewayHttpResolver
from aws_lambda_powertools.utilities.data_classes import APIGatewayProxyEventV2

from sayso.domain.errors import (
    ConflictError,
    ExpiredError,
    InvalidInputError,
    LinkRefusedError,
    NotFoundError,
    RoleRefusedError,
    SaysoError,
    SignInError,
    TooManyRequestsError,
)

FAILED = "Something went wrong on our side. Please try again."
_STATUS: dict[type[SaysoError], HTTPStatus] = {
    InvalidInputError: HTTPStatus.BAD_REQUEST,
    LinkRefusedError: HTTPStatus.FORBIDDEN,
    SignInError: HTTPStatus.UNAUTHORIZED,
    RoleRefusedError: HTTPStatus.FORBIDDEN,
    NotFoundError: HTTPStatus.NOT_FOUND,
    ConflictError: HTTPStatus.CONFLICT,
    ExpiredError: HTTPStatus.GONE,
}


class RequestRefusedError(SaysoError):
    """A request that is wrong as such, whatever it is about; `status` says in which way."""

    def __init__(self, status: HTTPStatus, reason: str, *, field: str = "body") -> None:
        super().__init__(reason, field=field)
        self.status = status


def resolve(app: APIGatewayHttpResolver, event: Mapping[str, Any], context: Any) -> dict[str, Any]:
    """Let the routes answer an event of the HTTP API (payload 2.0); no cache may keep what they say.

    The resolver is given an event without gaps, and nothing but what the routes use. It compares methods in capitals,
    and paths by expressions that know few signs: so a method in small letters is none, and a path is in percent signs.
    """
    http = (event.get("requestContext") or {}).get("http") or {}
    method = str(http.get("method", ""))
    known = {"method": method if method.isascii() and method.isupper() else ""}
    request = {
        "requestContext": {"stage": "$default", "http": known},
        "rawPath": quote(str(event.get("rawPath") or ""), safe="/%", errors="replace"),
        "headers": _texts(event.get("headers")),
        "queryStringParameters": _texts(event.get("queryStringParameters")),
        "body": str(event.get("body") or ""),
        "isBase64Encoded": bool(event.get("isBase64Encoded")),
    }
    answer = app.resolve(request, context)
    return {**answer, "headers": {"Cache-Control": "no-store", **answer["headers"]}}


def allowed_methods(app: APIGatewayHttpResolver) -> list[str]:
    """What the address of the current request takes: the resolver calls a wrong method an unknown address."""
    routes = [*app._static_routes, *app._dynamic_routes]
    return sorted({route.method for route in routes if route.rule.match(app.current_event.path)})


def as_http(error: SaysoError) -> tuple[HTTPStatus, dict[str, str]]:
    """What a refusal is in HTTP: its status, and the headers that belong to it."""
    if isinstance(error, RequestRefusedError):
        return error.status, {}
    if isinstance(error, TooManyRequestsError):
        return HTTPStatus.TOO_MANY_REQUESTS, {"Retry-After": str(error.retry_after)}
    if isinstance(error, SignInError):
        return HTTPStatus.UNAUTHORIZED, {"WWW-Authenticate": "Bearer"}
    # By family: a write that another one overtook is a conflict of a kind of its own.
    return next((status for kind, status in _STATUS.items() if isinstance(error, kind)), HTTPStatus.BAD_REQUEST), {}


def body_of(event: APIGatewayProxyEventV2, limit: int, media_type: str | None = None) -> str:
    """The body as text.

    Parameters
    ----------
    limit : int
        How many bytes it may have at most.
    media_type : str, optional
        What it has to be called; otherwise it is taken under any name.

    Raises
    ------
    RequestRefusedError
        When it is called something else, is larger, in no sound base64, or no UTF-8.
    """
    called = event.headers.get("content-type", "").partition(";")[0].strip().lower()
    if media_type and called != media_type:
        reason = f"The body must have the content type {media_type}."
        raise RequestRefusedError(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, reason, field="content-type")
    body = event.body or ""
    # CloudFront makes the API hand bodies on in base64: four characters for three bytes.
    if len(body) > (limit * 4 // 3 + 4 if event.is_base64_encoded else limit):
        raise _too_large(limit)
    try:
        content = base64.b64decode(body, validate=True) if event.is_base64_encoded else body.encode()
        text = content.decode()
    except UnicodeError:  # half a surrogate pair, or bytes of another encoding
        raise RequestRefusedError(HTTPStatus.BAD_REQUEST, "The body must be text in UTF-8.") from None
    except ValueError:
        raise RequestRefusedError(HTTPStatus.BAD_REQUEST, "The body is damaged: it is no sound base64.") from None
    if len(content) > limit:
        raise _too_large(limit)
    return text


def _too_large(limit: int) -> RequestRefusedError:
    reason = f"The body is larger than {limit // 1024} KiB."
    return RequestRefusedError(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, reason)


def _texts(values: Any) -> dict[str, str]:
    return {str(name): str(value) for name, value in values.items()} if isinstance(values, Mapping) else {}
