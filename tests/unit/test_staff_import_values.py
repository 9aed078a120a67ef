"""An import says of every change what was there and what comes; no record of it does."""

from __future__ import annotations

import json
from typing import Any

import pytest

from sayso.domain.contact import ContactRow
from tests.builders import World, ticket
from tests.desk import open_desk
from tests.unit.test_staff_import import ANNA, Row, send

FULL = {**ANNA, "name": "Anna", "phone": "+31 20", "segment:tier": "gold", "segment:land": "nl", "do_not_ask": "no"}


@pytest.mark.parametrize(
    ("changes", "values"),
    [
        ({"email": "anna@nieuw.example"}, [("email", "anna@kaasboer.example", "anna@nieuw.example")]),
        ({"name": ""}, [("name", "Anna", "")]),
        ({"account_since": "2024-02-29"}, [("account_since", "2025-01-05", "2024-02-29")]),
        ({"do_not_ask": "yes"}, [("do_not_ask", "no", "yes")]),
        ({"role": "user"}, [("role", "relationship", "user")]),
        ({"segment:tier": "silver"}, [("segment:tier", "gold", "silver")]),
        ({"segment:tier": "", "segment:size": "XL"}, [("segment:size", "", "XL"), ("segment:tier", "gold", "")]),
        ({"name": "An", "phone": "+49"}, [("name", "Anna", "An"), ("phone", "+31 20", "+49")]),
        ({}, []),
    ],
)
def test_a_preview_says_what_was_and_what_comes(changes: Row, values: list[tuple[str, str, str]]) -> None:
    with open_desk() as desk:
        send(desk, FULL)
        (told,) = send(desk, {**FULL, **changes}, check=True).json["taken"]
    assert [(one["field"], one["before"], one["after"]) for one in told["values"]] == values
    # The one and the other name the same columns.
    named = {"segments" if name.startswith("segment:") else name for name, _, _ in values}
    assert named == set(told["fields"])


def test_what_is_new_has_no_before_and_is_shown_as_it_will_be() -> None:
    row = {
        **FULL,
        "email": " Anna@Kaasboer.example",
        "name": "Anna\u202e  de Vries ",
        "account": " Kaasboer ",
        "role": " USER",
    }
    with open_desk() as desk:
        for check in (True, False):
            (told,) = send(desk, row, check=check).json["taken"]
            assert (told["outcome"], told["values"]) == ("added", [])
            kept = {"email": "Anna@Kaasboer.example", "account": "Kaasboer", "role": "user"}
            assert told["new"] == {"name": told["new"]["name"], **kept}
            assert told["new"]["name"].split() == ["Anna", "de", "Vries"]
        assert desk.world.contacts.by_external_ids(["crm-1"])["crm-1"].name == told["new"]["name"]


def test_what_is_there_already_is_not_shown_as_new() -> None:
    with open_desk() as desk:
        send(desk, ANNA)
        bare = {**ANNA, "contact_id": "crm-2", "email": "b@kaasboer.example"}
        changed, new = send(desk, {**ANNA, "name": "Anna"}, bare, check=True).json["taken"]
        (same,) = send(desk, ANNA, check=True).json["taken"]
    assert changed["new"] is same["new"] is None
    assert new["new"] == {"name": "", "email": "b@kaasboer.example", "account": "Kaasboer", "role": "relationship"}


def test_whom_a_ticket_brought_in_changes_their_id() -> None:
    world = World()
    world.hear_ticket.hear(ticket())
    world.run()
    with open_desk(world) as desk:
        (told,) = send(desk, ANNA, check=True).json["taken"]
    assert told["took_over"]
    assert told["values"][0] == {"field": "contact_id", "before": "", "after": "crm-1"}


def test_no_record_tells_values() -> None:
    with open_desk() as desk:
        send(desk, FULL)
        row = {**FULL, "name": "Johanna", "phone": "+31 30 999"}
        assert send(desk, row, check=True).json["taken"][0]["values"]
        assert desk.changes[0]["after"]["added"] == 1, "a look is no change"
        assert send(desk, row).json["taken"][0]["values"]
        recorded = json.dumps(desk.changes)
        for trace in ("Johanna", "999", "+31 20", "Anna", "kaasboer"):
            assert trace not in recorded


def test_every_column_a_list_may_have_can_be_told() -> None:
    with open_desk() as desk:
        send(desk, ANNA)
        rich: dict[str, Any] = {
            **ANNA,
            "email": "a@b.example", "name": "A", "account": "New", "account_since": "2020-01-01",
            "contact_since": "2020-01-02", "renewal_date": "2027-01-01", "role": "user", "locale": "de",
            "timezone": "Europe/Berlin", "owner_email": "kim@polder.example", "phone": "1", "do_not_ask": "yes",
            "segment:a": "b",
        }  # fmt: skip
        (told,) = send(desk, rich, check=True).json["taken"]
        there = {one["field"] for one in told["values"]}
    columns = set(ContactRow.model_fields) - {"contact_id", "segments"}
    assert there == {*columns & rich.keys(), "segment:a"}
    assert all(isinstance(one[side], str) for one in told["values"] for side in ("before", "after"))
