"""Describes the desk's API from its routes: `python -m sayso.handlers.staff_description` writes docs/staff-api.json.

The desk's own types are made from it. Nothing imports it at run time.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from aws_lambda_powertools.event_handler.openapi.models import HTTPBearer

from sayso.handlers import staff_api
from sayso.handlers.api_description import described

_INTRODUCTION = (
    "What the desk calls, for whoever signed in to the company's own user pool: the access token is the bearer. "
    "A GET changes nothing. Unknown fields are refused. Every refusal has the same shape and changes nothing. "
    "Lists come in parts: `next` is the cursor of what follows, to be given as `after`."
)


def description() -> dict[str, Any]:
    """The OpenAPI 3.1 document of the desk's API."""
    document = staff_api.app.get_openapi_json_schema(
        title="Sayso, the desk",
        version="1",
        description=_INTRODUCTION,
        security_schemes={"staff": HTTPBearer(bearerFormat="JWT")},
    )
    return described(json.loads(document))


def text() -> str:
    """The document as it is committed."""
    return json.dumps(description(), indent=2, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    (Path(__file__).resolve().parents[3] / "docs" / "staff-api.json").write_text(text(), encoding="utf-8")
