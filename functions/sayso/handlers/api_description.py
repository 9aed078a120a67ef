"""Describes the API from its routes: `python -m sayso.handlers.api_description` writes docs/openapi.json.

Nothing imports it at run time.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from aws_lambda_powertools.event_handler.openapi.models import APIKey, APIKeyIn

from sayso.handlers import owner_api, public_api

_INTRODUCTION = (
    "What the pages behind the links in Sayso's mails call. A signed token from such a link is the only key. "
    "A GET changes nothing. Unknown fields are refused. Every refusal has the same shape and changes nothing."
)
# Powertools describes the answers of its own validation in any case.
_NOT_OURS = ("HTTPValidationError", "ResponseValidationError", "ValidationError")


def description() -> dict[str, Any]:
    """The OpenAPI 3.1 document of the API."""
    document, ours = (
        json.loads(
            app.get_openapi_json_schema(
                title="Sayso",
                version="1",
                description=_INTRODUCTION,
                tags=["answer", "unsubscribe", "case", "review", "hold", "edition"],
                security_schemes={"token": APIKey(name="Sayso-Token", in_=APIKeyIn.header)},
            )
        )
        for app in (public_api.app, owner_api.app)
    )
    document["paths"] |= ours["paths"]
    document["components"]["schemas"] |= ours["components"]["schemas"]
    return described(document)


def described(document: dict[str, Any]) -> dict[str, Any]:
    """A document of Powertools, with what is ours and nothing else."""
    for name in _NOT_OURS:
        document["components"]["schemas"].pop(name, None)
    return {**document, **{part: _exact(document[part]) for part in ("paths", "components")}}


def text() -> str:
    """The document as it is committed."""
    return json.dumps(description(), indent=2, ensure_ascii=False) + "\n"


def _exact(schema: Any) -> Any:
    """Without titles, which repeat the names; and what is not described is not answered."""
    if isinstance(schema, list):
        return [_exact(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    closed = {"additionalProperties": False} if "properties" in schema else {}
    # A property may be called title, too; that is no text.
    kept = {name: part for name, part in schema.items() if name != "title" or not isinstance(part, str)}
    return {**{name: _exact(part) for name, part in kept.items()}, **closed}


if __name__ == "__main__":
    (Path(__file__).resolve().parents[3] / "docs" / "openapi.json").write_text(text(), encoding="utf-8")
