"""The API as a WSGI application, for tools that speak HTTP: what API Gateway and CloudFront do, and nothing else."""

from __future__ import annotations

import base64
import json
from collections.abc import Callable, Iterable
from http import HTTPStatus
from typing import Any

from sayso.handlers import api_description
from tests.doors import behind, event

StartResponse = Callable[[str, list[tuple[str, str]]], Any]
DESCRIPTION = "/openapi.json"


def app(environ: dict[str, Any], start_response: StartResponse) -> Iterable[bytes]:
    """One request: bodies arrive in base64, header names in lower case, paths decoded."""
    path = environ["PATH_INFO"].encode("latin-1").decode("utf-8", "replace")
    if path == DESCRIPTION:
        start_response("200 OK", [("Content-Type", "application/json")])
        return [json.dumps(api_description.description()).encode()]
    headers = {name[5:].replace("_", "-").lower(): value for name, value in environ.items() if name.startswith("HTTP_")}
    headers["content-type"] = environ.get("CONTENT_TYPE") or ""
    body = environ["wsgi.input"].read(int(environ.get("CONTENT_LENGTH") or 0))
    encoded = base64.b64encode(body).decode("ascii") if body else None
    request = event(environ["REQUEST_METHOD"], path, encoded, headers=headers, isBase64Encoded=bool(body))
    answer = behind(path)(request, None)
    status = HTTPStatus(answer["statusCode"])
    start_response(f"{status.value} {status.phrase}", list(answer["headers"].items()))
    return [answer["body"].encode()]
