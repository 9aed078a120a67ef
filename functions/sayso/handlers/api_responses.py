"""What the routes may answer, for the document Powertools makes of them."""

from __future__ import annotations

from collections.abc import Mapping
from http import HTTPStatus
from typing import Any

from sayso.handlers.api_shapes import Problem

LARGEST_BODY = 64 * 1024  # bytes; the words may have 2 × 5,000 characters of up to 4 bytes
_MEANS = {
    HTTPStatus.BAD_REQUEST: "The input breaks a rule; nothing was changed.",
    HTTPStatus.FORBIDDEN: "The link is not complete, or was not made by us.",
    HTTPStatus.NOT_FOUND: "What the link was about does not exist any more.",
    HTTPStatus.CONFLICT: (
        "Somebody else changed the same thing first (field `follow_up`: closed it, or opened it again; field `draft`: "
        "another edition waits by now), or (field `gesture`) a person is needed for it."
    ),
    HTTPStatus.GONE: (
        "The time to answer is over, the link is too old, or (field `owner`) what it opens is somebody else's now."
    ),
    HTTPStatus.REQUEST_ENTITY_TOO_LARGE: f"The body is larger than {LARGEST_BODY // 1024} KiB.",
    HTTPStatus.UNSUPPORTED_MEDIA_TYPE: "The body is not declared as JSON.",
    HTTPStatus.TOO_MANY_REQUESTS: "Too often; try again after as many seconds as Retry-After says.",
    HTTPStatus.INTERNAL_SERVER_ERROR: "A fault of ours. Nothing of it is shown.",
}
_RETRY_AFTER = {"Retry-After": {"required": True, "schema": {"type": "string", "pattern": "^[0-9]+$"}}}
_LOCATION = {"Location": {"required": True, "schema": {"type": "string"}}}

OF_A_LINK = (HTTPStatus.FORBIDDEN, HTTPStatus.NOT_FOUND, HTTPStatus.GONE)
"""How a link is refused, and what it was about."""
OF_A_BODY = (
    HTTPStatus.BAD_REQUEST,
    HTTPStatus.CONFLICT,
    HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
    HTTPStatus.UNSUPPORTED_MEDIA_TYPE,
    HTTPStatus.TOO_MANY_REQUESTS,
)
"""How an answer is refused."""
OF_A_CHANGE = tuple(status for status in OF_A_BODY if status != HTTPStatus.TOO_MANY_REQUESTS)
"""How what one of our own people changes is refused."""


def answers(gives: Any, *refuses: HTTPStatus, means: Mapping[HTTPStatus, str] | None = None) -> dict[int, Any]:
    """Success (the shape of its body; None for a redirection), the refusals, and the fault any address may have.

    `means` says what a status means where it is something else than behind a link.
    """
    meaning = {**_MEANS, **(means or {})}
    found: dict[int, Any] = {}
    if gives:
        found[HTTPStatus.OK.value] = {"description": "Done.", "content": _json(gives)}
    else:
        found[HTTPStatus.SEE_OTHER.value] = {"description": "The page to open.", "headers": _LOCATION, "content": {}}
    for status in sorted({*refuses, HTTPStatus.INTERNAL_SERVER_ERROR}):
        found[status.value] = {"description": meaning[status], "content": _json(Problem)}
    if HTTPStatus.TOO_MANY_REQUESTS in refuses:
        found[HTTPStatus.TOO_MANY_REQUESTS.value]["headers"] = _RETRY_AFTER
    return found


def pages(*refuses: HTTPStatus) -> dict[int, Any]:
    """A page for people; so are its refusals. A fault of ours is told in the shape of every error."""
    means = {HTTPStatus.OK: "The page.", **{status: _MEANS[status] for status in sorted(refuses)}}
    html = {"text/html": {"schema": {"type": "string"}}}
    found = {status.value: {"description": meaning, "content": html} for status, meaning in means.items()}
    status = HTTPStatus.INTERNAL_SERVER_ERROR
    return {**found, status.value: {"description": _MEANS[status], "content": _json(Problem)}}


def _json(model: Any) -> dict[str, Any]:
    return {"application/json": {"model": model}}
