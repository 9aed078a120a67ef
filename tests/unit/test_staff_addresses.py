"""No address of the desk leads anywhere but to what there is, however long its names are."""

from __future__ import annotations

import re

import pytest

from sayso.domain.answer_place import cursor_of
from tests.builders import World
from tests.desk import PEOPLE, ROUTES, open_desk, roles_of
from tests.desk_volume import CountedItems

NAMED = [(method, path, roles_of(func)[0]) for method, path, func in ROUTES if "<" in path]
LONG = ["x" * 201, "x" * 2_100, "%C3%A9" * 201, "%41" * 1_100, "%F0%9F%98%80" * 600]


@pytest.mark.parametrize(("method", "path", "role"), NAMED, ids=lambda one: str(one))
def test_a_name_no_key_can_hold_is_no_address_and_nothing_is_read(method: str, path: str, role: str) -> None:
    with open_desk() as desk:
        for name in LONG:
            if "<answer>" in path:
                name *= 2
            reads = desk.world.items.reads
            answer = desk.ask(method, re.sub(r"<\w+>", name, path), {} if method == "POST" else None, role=role)  # type: ignore[arg-type]
            assert (answer.status, desk.world.items.reads) == (404, reads), (name[:12], answer.body)


@pytest.mark.parametrize(("method", "path", "role"), NAMED, ids=lambda one: str(one))
@pytest.mark.parametrize("name", ["%F0%9F%98%80" * 16 + "x" * 8, cursor_of("😀" * 30 + "#s#" + "é" * 10), "x" * 200])
def test_the_longest_name_is_looked_for(method: str, path: str, role: str, name: str) -> None:
    with open_desk() as desk:
        answer = desk.ask(method, re.sub(r"<\w+>", name, path), {} if method == "POST" else None, role=role)  # type: ignore[arg-type]
        assert answer.status < 500, answer.body


def test_the_longest_reference_of_an_answer_fits_a_key() -> None:
    with open_desk() as desk:
        for size in (100, 101, 400):
            given = {"contact_id": "😀" * size, "survey": "😀" * size, "occasion": "😀" * size}
            answer = desk.post("/api/staff/quotes", {"answer": given, "text": "x"})
            assert answer.status in (400, 404), answer.body


def test_a_table_takes_no_longer_key_in_a_test_than_on_aws() -> None:
    with open_desk() as desk, pytest.raises(ValueError, match="bytes"):
        desk.world.contacts.get("é" * 1_024)


def test_a_case_and_the_home_read_no_more_for_more_commitments() -> None:
    world = World()
    world.items = items = CountedItems()
    person = world.add_contact(contact_id="crm-1", email="a@b.example", account="K", owner_email=PEOPLE["owner"])
    invitation = world.asked(person, survey="annual", occasion="first")
    world.answer(invitation, 2, why="slow")
    world.settle()
    world.file_at_desk.run("file", [invitation.reference], "slow_replies", "m@x.example")
    (case,) = world.cases()
    read = []
    with open_desk(world) as desk:
        for name in range(450):
            fields = {"title": {"en": "T"}, "heard": {"en": "h"}, "theme": "slow_replies"}
            world.keep_commitments.add(f"c{name}", fields, "m@x.example")
            if name in (250, 449):
                before = items.read_items
                assert len(desk.get(f"/api/staff/cases/{case.follow_up_id}").json["follow_up"]["commitments"]) == 10
                assert desk.get("/api/staff/home/work").status == 200
                read.append(items.read_items - before)
    assert read[0] == read[1]
