"""What the public page says as JSON, and the JSON Schema it keeps to."""

from __future__ import annotations

import json
from typing import Any

from sayso.domain.published import VERSION, Published

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def data_json(said: Published, schema: str) -> str:
    """All of it; `schema` is the address of the JSON Schema."""
    return _written({"$schema": schema, **said.model_dump(mode="json")})


def schema_json() -> str:
    """The JSON Schema (draft 2020-12) of `data_json`. It refuses no field it does not know: one may be added."""
    schema = _plain(Published.model_json_schema(mode="serialization"))
    schema["properties"] = {
        "$schema": {"description": "Where this schema lies.", "type": "string", "format": "uri-reference"},
        **schema["properties"],
    }
    schema["required"] = ["$schema", *schema["required"]]
    return _written({"$schema": DIALECT, "$id": f"urn:sayso:published:v{VERSION}", **schema})


def _plain(part: Any) -> Any:
    """Without titles, which repeat the names, and defaults: everything is always there."""
    if isinstance(part, list):
        return [_plain(one) for one in part]
    if not isinstance(part, dict):
        return part
    kept = {name: value for name, value in part.items() if name != "default"}
    if not isinstance(kept.get("title"), dict):  # a field may be called so
        kept.pop("title", None)
    return {name: _plain(value) for name, value in kept.items()}


def _written(content: dict[str, Any]) -> str:
    return json.dumps(content, indent=2, ensure_ascii=False) + "\n"
