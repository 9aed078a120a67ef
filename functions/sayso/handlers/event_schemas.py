"""Describes the events: `python -m sayso.handlers.event_schemas` writes docs/events/*.schema.json.

Nothing imports it at run time.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from sayso.domain.events_out import EVENTS, EventOut

FOLDER = Path(__file__).resolve().parents[3] / "docs" / "events"


def schema(event: type[EventOut]) -> dict[str, Any]:
    """The JSON Schema of an event's detail. It refuses no field it does not know: one may be added."""
    version = event.model_fields["version"].default
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:sayso:event:{event.kind}:v{version}",
        **_plain(event.model_json_schema(mode="serialization")),
        "title": event.kind,
    }


def files() -> dict[str, str]:
    """What is committed: name and content of each file."""
    return {
        f"{event.kind}.v{event.model_fields['version'].default}.schema.json": json.dumps(
            schema(event), indent=2, ensure_ascii=False
        )
        + "\n"
        for event in EVENTS
    }


def _plain(part: Any) -> Any:
    """Without titles, which repeat the names, and defaults: everything is always there."""
    if isinstance(part, list):
        return [_plain(one) for one in part]
    if not isinstance(part, dict):
        return part
    return {name: _plain(one) for name, one in part.items() if name not in ("title", "default")}


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for known in FOLDER.glob("*.schema.json"):
        known.unlink()
    for name, content in files().items():
        (FOLDER / name).write_text(content, encoding="utf-8")
