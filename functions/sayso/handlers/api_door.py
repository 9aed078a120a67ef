"""What the doors of the API have in common: whose link it is, how a request is refused, how a fault is kept quiet."""

from __future__ import annotations

import json
from functools import partial
from http import HTTPStatus
from typing import Any

from aws_lambda_powertools import Logger
from aws_lambda_powertools.event_handler import APIGatewayHttpResolver, Request, Response, content_types

from sayso.domain.errors import LinkRefusedError, SaysoError
from sayso.handlers.api_shapes import Problem
from sayso.handlers.http_request import FAILED, allowed_methods, as_http

KEY: list[dict[str, list[str]]] = [{"token": []}]
"""How a route says that it wants a link's token."""
logger = Logger()


def new_app() -> APIGatewayHttpResolver:
    """A resolver whose refusals all have the one shape of every error."""
    app = APIGatewayHttpResolver(serializer=partial(json.dumps, ensure_ascii=False), debug=False)

    @app.not_found
    def not_found(_: Exception) -> Response[Problem]:
        allowed = ", ".join(allowed_methods(app))
        if not allowed:
            return _problem(HTTPStatus.NOT_FOUND, "path", "There is nothing at this address.")
        reason = f"This address takes {allowed} only."
        return _problem(HTTPStatus.METHOD_NOT_ALLOWED, "method", reason, {"Allow": allowed})

    @app.exception_handler(SaysoError)  # type: ignore[untyped-decorator]
    def refused(error: SaysoError) -> Response[Problem]:
        """Domain errors become HTTP here and nowhere else."""
        status, headers = as_http(error)
        return _problem(status, error.field, error.reason, headers)

    @app.exception_handler(Exception)  # type: ignore[untyped-decorator]
    def failed(_: Exception) -> Response[Problem]:
        """A fault of ours: logged for us, and nothing of it shown."""
        logger.exception("request failed")
        return _problem(HTTPStatus.INTERNAL_SERVER_ERROR, "", FAILED)

    return app


def token_of(request: Request) -> str:
    """The token of the link a page was opened with. Raises LinkRefusedError when there is none."""
    token = request.headers.get("sayso-token", "")
    if not token:
        raise LinkRefusedError("Please open the link in your mail.", field="token")
    return token


def _problem(status: HTTPStatus, field: str, reason: str, headers: dict[str, Any] | None = None) -> Response[Problem]:
    return Response(status, content_types.APPLICATION_JSON, {"error": {"field": field, "reason": reason}}, headers)
