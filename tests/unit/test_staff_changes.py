"""Nothing is changed at the desk without a record of it: who, when, what, before and after."""

from __future__ import annotations

from datetime import timedelta

import pytest

from sayso.domain.errors import InvalidInputError
from sayso.domain.staff import Staff
from tests.builders import MONDAY, World
from tests.desk import PEOPLE, open_desk

ANNA = Staff(email="anna@polder.example", owner_id="anna", role="owner")


class CrashError(Exception):
    """The function is gone."""


def test_a_change_is_written_down_before_it_is_made_and_when_it_is() -> None:
    world = World()
    with world.record_changes.recorded(ANNA, "case.close", "case:1", {"state": "open"}) as note:
        (begun,) = world.record_changes.page(10).items
        assert (begun.state, begun.after, begun.before) == ("begun", None, {"state": "open"})
        world.clock.pass_by(minutes=1)
        note.after = {"state": "solved"}
    (done,) = world.record_changes.page(10).items
    assert done == begun.having(state="done", after={"state": "solved"})
    assert (done.at, done.by, done.role, done.what, done.on) == (MONDAY, ANNA.email, "owner", "case.close", "case:1")


def test_what_changed_is_told_as_it_was_whatever_kind_of_value_it_is() -> None:
    said = {"whole": 3, "part": 0.5, "none": None, "list": ["a", 1], "texts": {"en": "ä"}, "yes": True}
    with open_desk() as desk:
        with desk.world.record_changes.recorded(ANNA, "case.close", "case:1", said) as note:
            note.after = {**said, "whole": 4}
        (told,) = desk.changes
    assert (told["before"], told["after"]) == (said, {**said, "whole": 4})


def test_a_refusal_is_kept_by_its_field_and_goes_on_its_way() -> None:
    world = World()
    with (
        pytest.raises(InvalidInputError),
        world.record_changes.recorded(ANNA, "contact.erase", "contact:c1"),
    ):
        raise InvalidInputError("'Anna Jansen' is nobody", field="who")
    (refused,) = world.record_changes.page(10).items
    assert (refused.state, refused.reason, refused.after) == ("refused", "who", None)
    assert "Jansen" not in refused.model_dump_json()


def test_of_what_was_interrupted_it_is_said_that_nobody_knows() -> None:
    world = World()
    with pytest.raises(CrashError), world.record_changes.recorded(ANNA, "commitment.edit", "commitment:x"):
        raise CrashError
    (begun,) = world.record_changes.page(10).items
    assert begun.state == "begun"


def test_what_was_done_to_a_name_nobody_has_is_not_kept_by_that_name() -> None:
    with open_desk() as desk:
        typed = "Anna Jansen"
        desk.post("/api/staff/editions/approve", {"approve": typed})
        desk.post(f"/api/staff/quotes/{typed.replace(' ', '%20')}/remove", {})
        desk.post("/api/staff/answers/export", {"filters": {"account": typed}, "format": "csv"})
        assert not [item for item in desk.world.items.scan() if "Jansen" in repr(item)]


def test_the_latest_is_first_page_after_page_and_they_go_after_two_years() -> None:
    world = World()
    for number in range(60):
        world.clock.pass_by(minutes=1)
        with world.record_changes.recorded(ANNA, "hold.put", f"account:{number}"):
            pass
    with open_desk(world) as desk:
        seen, after = [], ""
        for _ in range(3):
            page = desk.get(f"/api/staff/changes?after={after}").json
            seen += [one["on"] for one in page["items"]]
            after = page["next"]
    assert seen == [f"account:{number}" for number in reversed(range(60))]
    assert not after
    item = next(item for item in world.items.scan() if item["entity"] == "staff_change")
    kept = int(item["expires_at_epoch"]) - MONDAY.timestamp()
    assert timedelta(days=729) < timedelta(seconds=kept) < timedelta(days=732)


def test_a_look_is_no_change() -> None:
    with open_desk() as desk:
        assert desk.changes == []
        assert desk.get("/api/staff/me").json["email"] == PEOPLE["manager"]
        assert desk.changes == []
