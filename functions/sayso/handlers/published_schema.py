"""Describes what is published: `python -m sayso.handlers.published_schema` writes docs/published.schema.json.

Nothing imports it at run time.
"""

from __future__ import annotations

from pathlib import Path

from sayso.adapters.published_data import schema_json

FILE = Path(__file__).resolve().parents[3] / "docs" / "published.schema.json"


if __name__ == "__main__":
    FILE.write_text(schema_json(), encoding="utf-8")
