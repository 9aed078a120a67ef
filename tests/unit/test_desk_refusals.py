"""Whatever the desk's API refuses by a field is told in the reader's own language: there are words for each field."""

from __future__ import annotations

import ast
import importlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from sayso.domain.commitment_rules import FIELDS
from sayso.services.contact_rows import CODES
from tests.unit.test_desk_words import keys_of

REFUSING = (
    "sayso.domain.answer_place",
    "sayso.domain.commitment_rules",
    "sayso.domain.hold_action",
    "sayso.handlers.staff_cursor",
    "sayso.services.ask_for_page",
    "sayso.services.ask_numbers",
    "sayso.services.desk_answers",
    "sayso.services.desk_commitments",
    "sayso.services.desk_contact",
    "sayso.services.desk_health",
    "sayso.services.desk_links",
    "sayso.services.desk_telling",
    "sayso.services.hold_account",
    "sayso.services.keep_commitments",
    "sayso.services.keep_quotes",
    "sayso.services.suppress_contact",
    "sayso.services.work_on_case",
)
# Chosen from what the desk offers, so that no reader is ever refused by them; or said by the case's own form.
NEVER_TYPED = {"by", "over_time", "state", "to"}


def fields_of(module: str) -> Iterator[str]:
    """The fields that refusals of input in a module name."""
    source = Path(importlib.import_module(module).__file__ or "").read_text(encoding="utf-8")
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "InvalidInputError":
            named = next((one.value for one in node.keywords if one.arg == "field"), None)
            if isinstance(named, ast.Constant):
                yield str(named.value)
            elif isinstance(named, ast.JoinedStr) and isinstance(named.values[0], ast.Constant):
                yield str(named.values[0].value).partition(".")[0]


@pytest.mark.parametrize("module", REFUSING)
def test_every_field_that_is_refused_has_words(module: str) -> None:
    words = set(keys_of("en", "refused"))
    assert sorted({one for one in fields_of(module) if f"refused-by-{one}" not in words} - NEVER_TYPED) == []


def test_every_field_of_a_commitment_has_words() -> None:
    assert [one for one in FIELDS if f"refused-by-{one}" not in keys_of("en", "refused")] == []


def test_what_refuses_is_read_at_all() -> None:
    assert set(fields_of("sayso.services.keep_quotes")) == {"answer", "text"}
    assert "until" in set(fields_of("sayso.services.hold_account"))


def test_every_reason_a_row_is_not_taken_for_has_words() -> None:
    assert [one for one in CODES if f"contacts-row-{one}" not in keys_of("en", "contacts")] == []
