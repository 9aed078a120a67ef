"""A contact list comes in through the desk: the preview says what the import then does, and writes nothing."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.domain.sending import Hold
from sayso.handlers.staff_import_shapes import LARGEST_PIECE, MOST_ROWS
from sayso.services.import_contacts import SURPLUS
from tests.builders import MONDAY, World, ticket
from tests.desk import Desk, open_desk
from tests.desk_volume import CountedItems

ID = "0123abcd-4567"
Row = dict[str, str]
ANNA = {"contact_id": "crm-1", "email": "anna@kaasboer.example", "account": "Kaasboer", "account_since": "2025-01-05"}


def send(desk: Desk, *rows: Row, check: bool = False, role: Any = "manager", first: int = 2, **more: Any) -> Any:
    numbered = [[line, row] for line, row in enumerate(rows, start=first)]
    body = {"import_id": ID, "check": check, "rows": numbered, **more}
    return desk.post("/api/staff/contacts/import", body, role)


def kept(world: World) -> list[dict[str, Any]]:
    return sorted(world.items.scan(), key=lambda item: (item["pk"], item["sk"]))


def test_a_preview_says_what_is_new_and_writes_nothing() -> None:
    with open_desk() as desk:
        before = kept(desk.world)
        told = send(desk, ANNA, {**ANNA, "contact_id": "crm-2", "email": "no address"}, check=True).json
        assert kept(desk.world) == before
        assert desk.changes == []
    assert (told["added"], told["changed"], told["unchanged"]) == (1, 0, 0)
    assert told["rejected"] == [
        {
            "line": 3,
            "field": "email",
            "code": "address",
            "about": "no address",
            "reason": "'no address' is not an e-mail address that mail can be sent to",
        }
    ]


def test_an_import_takes_rows_in_and_is_recorded_in_numbers() -> None:
    with open_desk() as desk:
        assert send(desk, ANNA, {**ANNA, "contact_id": "x", "email": ""}).json["added"] == 1
        assert desk.world.contacts.by_external_ids(["crm-1"])["crm-1"].account == "Kaasboer"
        again = send(desk, ANNA).json
        assert (again["added"], again["unchanged"]) == (0, 1)
        second, first = desk.changes
        assert (first["what"], first["on"], first["state"]) == ("contacts.import", f"import:{ID}", "done")
        assert first["before"] == {"rows": 2, "first": 2, "last": 3}
        anna = desk.world.contacts.by_external_ids(["crm-1"])["crm-1"].contact_id
        assert first["after"] == {"added": 1, "rejected": 1, "rows": [{"contact": anna, "fields": []}]}
        assert second["after"] == {"unchanged": 1, "rows": []}
        send(desk, {**ANNA, "name": "Anna", "phone": "+31 20 123 4567"})
        assert desk.changes[0]["after"] == {"changed": 1, "rows": [{"contact": anna, "fields": ["name", "phone"]}]}
        for trace in ("kaasboer", "Kaasboer", "crm-1", "anna"):
            assert trace not in json.dumps(desk.changes)


def test_a_change_is_named_by_its_columns() -> None:
    with open_desk() as desk:
        send(desk, ANNA)
        row = {**ANNA, "phone": "+31 30", "segment:tier": "gold", "account_since": ""}
        (told,) = send(desk, row, check=True).json["taken"]
        assert (told["outcome"], told["fields"], told["undated"]) == (
            "changed",
            ["account_since", "phone", "segments"],
            True,
        )
        assert send(desk, row).json["changed"] == 1


@pytest.mark.parametrize(
    ("changes", "field", "code", "about"),
    [
        ({"email": ""}, "email", "empty", ""),
        ({"contact_id": " "}, "contact_id", "empty", ""),
        ({"contact_id": "x" * 201}, "contact_id", "too_long", "200"),
        ({"email": "a@b@c"}, "email", "address", "a@b@c"),
        ({"owner_email": "kim"}, "owner_email", "address", "kim"),
        ({"role": "boss"}, "role", "role", "boss"),
        ({"account_since": "05.01.2025"}, "account_since", "date", "05.01.2025"),
        ({"renewal_date": "2025-02-30"}, "renewal_date", "date", "2025-02-30"),
        ({"timezone": "Mars/Olympus"}, "timezone", "time_zone", "Mars/Olympus"),
        ({"do_not_ask": "maybe"}, "do_not_ask", "yes_or_no", "maybe"),
        ({"phone": "0" * 41}, "phone", "too_long", "40"),
        ({"segment:a|b": "x"}, "segment:a|b", "segment", ""),
        ({f"segment:{n}": "x" for n in range(21)}, "segments", "too_many_segments", ""),
        ({SURPLUS: "left over"}, "row", "too_many_cells", "left over"),
    ],
)
def test_a_bad_row_is_explained_by_a_code(changes: Row, field: str, code: str, about: str) -> None:
    with open_desk() as desk:
        for check in (True, False):
            (told,) = send(desk, {**ANNA, **changes}, check=check).json["rejected"]
            assert (told["field"], told["code"], told["about"]) == (field, code, about)
            assert told["reason"]
        assert not desk.world.contacts.by_external_ids(["crm-1", ""])


def test_doubles_are_found_within_a_piece_and_across_pieces() -> None:
    with open_desk() as desk:
        (told,) = send(desk, ANNA, {**ANNA, "email": "bas@kaasboer.example"}, check=True).json["rejected"]
        assert (told["line"], told["code"], told["about"]) == (3, "double", "2")
        (later,) = send(desk, ANNA, check=True, first=500, lines={"crm-1": 2}).json["rejected"]
        assert later["reason"] == told["reason"], "the same sentence"
        assert send(desk, ANNA, first=500, lines={"crm-1": 2}).json["rejected"] == [later]
        assert not desk.world.contacts.by_external_ids(["crm-1"])


def test_two_rows_for_somebody_a_ticket_brought_in_take_them_over_once() -> None:
    def world() -> World:
        made = World()
        made.hear_ticket.hear(ticket())
        made.run()
        return made

    rows = [{**ANNA}, {**ANNA, "contact_id": "crm-2"}]
    with open_desk(world()) as desk:
        for check in (True, False):
            first = send(desk, rows[0], check=check).json
            assert first["taken"][0]["took_over"]
            assert first["changed"] == 1
            again = send(desk, rows[1], check=check, first=3, took_over=["Anna@kaasboer.example"]).json
            assert (again["added"], again["changed"]) == (1, 0)
    with open_desk(world()) as desk:
        for check in (True, False):
            both = send(desk, *rows, check=check).json
            assert [one["outcome"] for one in both["taken"]] == ["changed", "added"]


def test_what_may_not_be_meant_is_told() -> None:
    world = World()
    with open_desk(world) as desk:
        send(desk, ANNA, {**ANNA, "contact_id": "crm-2", "email": "bas@kaasboer.example"})
        account_id = world.contacts.by_external_ids(["crm-1"])["crm-1"].account_id
        world.standings.hold(account_id, Hold(until=MONDAY + timedelta(days=3), reason="x", by="x", at=MONDAY))
        world.erase_contact.erase(world.contacts.by_external_ids(["crm-2"])["crm-2"].contact_id, "x")
        told = send(
            desk,
            {**ANNA, "account": "Molen"},
            {**ANNA, "contact_id": "crm-9"},
            {**ANNA, "contact_id": "crm-8", "email": "bas@kaasboer.example", "account_since": ""},
            check=True,
        ).json
    assert told["left_hold"] == [{"line": 2, "account": "Kaasboer", "until": "2026-03-05", "now_at": "Molen"}]
    moved, known, back = told["taken"]
    assert (moved["outcome"], known["known_as"], back["was_erased"], back["undated"]) == (
        "changed",
        ["crm-1"],
        True,
        True,
    )


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"import_id": ID, "rows": []},
        {"import_id": "short", "rows": [[2, ANNA]]},
        {"import_id": "a person <b>", "rows": [[2, ANNA]]},
        {"import_id": ID, "rows": [[2, ANNA]] * (MOST_ROWS + 1)},
        {"import_id": ID, "rows": [[0, ANNA]]},
        {"import_id": ID, "rows": [["two", ANNA]]},
        {"import_id": ID, "rows": [[2, {"contact_id": 7}]]},
        {"import_id": ID, "rows": [[2, ANNA, "more"]]},
        {"import_id": ID, "rows": [[2, ANNA]], "force": True},
        {"import_id": ID, "rows": [[2, ANNA]], "lines": {"crm-1": -1}},
        [1, 2],
        "not json",
    ],
)
def test_what_is_no_piece_is_refused_and_changes_nothing(body: Any) -> None:
    with open_desk() as desk:
        before = kept(desk.world)
        assert desk.post("/api/staff/contacts/import", body).status == 400
        assert kept(desk.world) == before


def test_a_piece_that_is_too_large_is_refused() -> None:
    with open_desk() as desk:
        refused = send(desk, {**ANNA, "note": "x" * LARGEST_PIECE})
        assert refused.status == 413


@pytest.mark.parametrize("role", ["owner", "viewer"])
def test_an_import_is_for_managers(role: Any) -> None:
    with open_desk() as desk:
        assert send(desk, ANNA, role=role, check=True).status == 403
        assert send(desk, ANNA, role=role).status == 403
        assert desk.changes == []


def test_no_piece_reads_the_whole_table() -> None:
    world = World()
    world.items = items = CountedItems()  # which refuses to be scanned
    rows = [{**ANNA, "contact_id": f"crm-{n}", "email": f"p{n}@kaasboer.example"} for n in range(MOST_ROWS)]
    with open_desk(world) as desk:
        assert send(desk, *rows, check=True).json["added"] == MOST_ROWS
        looked = items.reads
        assert send(desk, *rows).json["added"] == MOST_ROWS
        assert looked < 4 * MOST_ROWS


def test_the_preview_knows_the_addresses_of_the_rows_before() -> None:
    world = World()
    world.add_contact(contact_id="k1", email="k1@x.example", account="X")
    rows = [
        {"contact_id": "a", "email": "a@x.example", "account": "X"},
        {"contact_id": "b", "email": "A@x.example", "account": "X"},
        {"contact_id": "never", "email": "a@x.example", "account": "X", "do_not_ask": "yes"},
        {"contact_id": "k1", "email": "elsewhere@x.example", "account": "X"},
        {"contact_id": "c", "email": "k1@x.example", "account": "X"},
        {"contact_id": "d", "email": "a@x.example", "account": "X"},
    ]
    with open_desk(world) as desk:
        told = [send(desk, *rows, check=check).json for check in (True, False)]
    assert told[0] == told[1]
    known = {one["contact_id"]: one["known_as"] for one in told[0]["taken"]}
    assert known == {"a": [], "b": ["a"], "never": ["a", "b"], "k1": [], "c": [], "d": ["a", "b"]}


# Cells as people and their tools write them, some of them hostile.
_CELLS = st.one_of(
    st.sampled_from(
        ["", " ", "x", "=1+1", "'; DROP TABLE", "\x00", "\u202e", "a" * 300, "2026-02-30", "é\ud800", "[]"]
    ),
    st.text(max_size=20),
)
_IDS = st.sampled_from(["crm-1", "crm-2", "crm-3", " crm-1 ", "CRM-1", ""])
_ROWS = st.fixed_dictionaries(
    {
        "contact_id": st.one_of(_IDS, _CELLS),
        "email": st.one_of(st.sampled_from(["anna@kaasboer.example", "ANNA@kaasboer.example", "b@c.example"]), _CELLS),
        "account": st.one_of(st.sampled_from(["Kaasboer", "Molen"]), _CELLS),
    },
    optional={
        "name": _CELLS,
        "role": st.one_of(st.sampled_from(["user", "relationship"]), _CELLS),
        "account_since": st.one_of(st.just("2025-01-05"), _CELLS),
        "do_not_ask": st.one_of(st.sampled_from(["yes", "no"]), _CELLS),
        "segment:tier": _CELLS,
        "unknown": _CELLS,
    },
)


def pieces(rows: Sequence[Row], size: int) -> list[list[Row]]:
    return [list(rows[at : at + size]) for at in range(0, len(rows), size)]


def through(desk: Desk, rows: Sequence[Row], size: int, *, check: bool) -> list[Any]:
    """What the desk is told of each piece, sent as the browser sends it."""
    told, line, lines, took_over = [], 2, dict[str, int](), set[str]()
    listed = {row["contact_id"].strip() for row in rows}
    for piece in pieces(rows, size):
        ids = {row["contact_id"].strip() for row in piece} & lines.keys()
        addresses = {row["email"].strip().lower() for row in piece} & took_over
        answered = send(
            desk,
            *piece,
            check=check,
            first=line,
            lines={one: lines[one] for one in sorted(ids)},
            took_over=sorted(addresses),
        )
        if answered.status == 400:  # a cell that no JSON text may hold, refused as a whole
            told.append(answered.json["error"]["field"])
            line += len(piece)
            continue
        assert answered.status == 200, answered.body
        found = answered.json
        for one in found["taken"]:
            lines[one["contact_id"]] = one["line"]
            if one["took_over"]:
                took_over.add(piece[one["line"] - line]["email"].strip().lower())
            # Of ids in the list itself nothing is told.
            one["known_as"] = [known for known in one["known_as"] if known not in listed]
        told.append(found)
        line += len(piece)
    return told


@given(st.lists(_ROWS, max_size=8), st.lists(_ROWS, max_size=8), st.sampled_from([1, 3, 8]))
@settings(max_examples=150, deadline=None)
def test_the_preview_is_what_the_import_then_does(before: list[Row], rows: list[Row], size: int) -> None:
    world = World()
    world.hear_ticket.hear(ticket())  # somebody a ticket brought in, at an address of the rows
    with open_desk(world) as desk:
        through(desk, before, size, check=False)
        there = kept(world)
        preview = through(desk, rows, size, check=True)
        assert kept(world) == there
        assert through(desk, rows, size, check=False) == preview
        again = through(desk, rows, size, check=True)
        counts = Counter[str]()
        for one in again:
            if isinstance(one, dict):
                counts.update(added=one["added"], changed=one["changed"])
        assert not counts["added"] + counts["changed"], ("the same list again changes nothing", rows, preview, again)
