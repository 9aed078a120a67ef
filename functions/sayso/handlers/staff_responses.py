"""How the routes of the desk may answer, for the document Powertools makes of them."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any

from sayso.handlers.api_responses import answers

_MEANS = {
    HTTPStatus.BAD_REQUEST: "The input breaks a rule; nothing was changed.",
    HTTPStatus.UNAUTHORIZED: "Nobody is signed in, or not any more (field `token`).",
    HTTPStatus.FORBIDDEN: "Not for the role of whoever is signed in (field `role`).",
    HTTPStatus.NOT_FOUND: "There is no such thing, or it is not theirs to see.",
    HTTPStatus.CONFLICT: "Somebody else changed it first; nothing was changed.",
}
OF_A_LOOK = (HTTPStatus.BAD_REQUEST, HTTPStatus.NOT_FOUND)
"""How what was asked for is refused."""
OF_A_CHANGE = (
    *OF_A_LOOK,
    HTTPStatus.CONFLICT,
    HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
    HTTPStatus.UNSUPPORTED_MEDIA_TYPE,
)
"""How a change is refused."""


def tells(gives: Any, *refuses: HTTPStatus) -> dict[int, Any]:
    """Success (the shape of its body), the refusals, and those any route of the desk may have."""
    return answers(gives, HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN, *refuses, means=_MEANS)
