"""What complains about one of our people reaches them by no door of the desk, whatever became of it since."""

from __future__ import annotations

from typing import Any

import pytest

from sayso.domain.answer_place import answer_path
from sayso.domain.contact import Contact
from tests.builders import World, programme
from tests.desk import PEOPLE, Desk, open_desk

OURS = PEOPLE["owner"]
OTHER = "bert@polder.example"
BOSS = "boss@polder.example"
SAID = "They never call back"
MANAGER = {"token_use": "access", "cognito:groups": "[manager]"}


def complained(owner: str, *, edited: dict[str, Any] | None = None, moved: bool = False) -> tuple[World, Contact]:
    """A complaint about an account's owner; edited half an hour later, and the account handed over, where asked."""
    world = World(programme=programme(reviews="quarterly", follow_up={"escalate_to": BOSS}))
    row = {"contact_id": "crm-1", "email": "a@kaas.example", "account": "Kaas", "account_since": "2025-01-05"}
    person = world.add_contact(**row, owner_email=owner)
    asked = world.asked(person, survey="annual", occasion="first")
    world.answer(asked, 2, why=SAID, drivers=["contact_person"])
    world.settle()
    if edited:
        world.clock.pass_by(minutes=30)
        found = world.invitations.get(*asked.reference)
        assert found is not None
        world.answer(found, **edited)
        world.settle()
    if moved:
        person = world.add_contact(**row, owner_email=OTHER)
    return world, person


@pytest.mark.parametrize(
    "edited",
    [
        {"score": 2, "why": SAID, "drivers": ["price"]},
        {"score": 8, "why": SAID, "drivers": ["contact_person"]},
        {"score": 9, "why": SAID, "drivers": []},
    ],
)
def test_a_complaint_that_was_edited_stays_one(edited: dict[str, Any]) -> None:
    world, person = complained(OURS, edited=edited)
    name = answer_path(world.responses.of_contact(person.contact_id)[0].reference)
    with open_desk(world) as desk:
        for path in (
            "/api/staff/answers",
            f"/api/staff/answers/{name}",
            f"/api/staff/accounts/{person.account_id}/answers",
            f"/api/staff/contacts/{person.contact_id}",
        ):
            shown = desk.get(path, "owner")
            assert shown.status == 200
            assert SAID not in shown.body, path
            assert SAID in desk.get(path).body, path


def test_it_stays_one_for_a_manager_who_handed_the_account_over() -> None:
    world, _ = complained(PEOPLE["manager"], edited={"score": 2, "why": SAID, "drivers": ["price"]}, moved=True)
    with open_desk(world) as desk:
        assert SAID not in desk.get("/api/staff/answers").body
        assert SAID not in desk.post("/api/staff/answers/export", {"format": "jsonl"}).body


def test_no_review_pack_holds_what_complains_about_any_of_our_people() -> None:
    world, person = complained(PEOPLE["manager"], edited={"score": 2, "why": SAID, "drivers": ["price"]}, moved=True)
    world.prepare_reviews.run(world.clock())
    world.run()
    pack = world.review_pack.for_owner(person.account_id, world.pseudonyms.of_owner(OTHER))
    assert pack.open_cases[0].score == 2
    assert SAID not in repr(pack)


def as_boss(desk: Desk, path: str, body: Any) -> Any:
    return desk.ask("POST", path, body, token=BOSS, claims=MANAGER)


def test_nobody_hands_out_what_complains_about_them() -> None:
    world, person = complained(PEOPLE["manager"])
    with open_desk(world) as desk:
        path = f"/api/staff/contacts/{person.contact_id}/export"
        refused = desk.post(path, {})
        assert (refused.status, refused.json["error"]["field"]) == (403, "contact")
        assert SAID not in refused.body
        assert SAID in as_boss(desk, path, {}).body
        assert [one["state"] for one in desk.changes] == ["done", "refused"]


def test_the_log_does_not_tell_them_what_others_do_about_it() -> None:
    world, person = complained(PEOPLE["manager"])
    (case,) = world.cases()
    (answer,) = world.responses.of_contact(person.contact_id)
    with open_desk(world) as desk:
        do = {"do": "close", "action_id": "a" * 20, "note": "n", "cause": "contact_person", "outcome": "solved"}
        assert as_boss(desk, f"/api/staff/cases/{case.follow_up_id}", do).status == 200
        filing = {"answers": [answer_path(answer.reference)], "theme": "price", "step": "file"}
        as_boss(desk, "/api/staff/answers/themes", filing)
        for change in desk.changes:
            assert (change["by"], change["on"], change["before"], change["after"]) == (BOSS, "", {}, None)
        seen = desk.ask("GET", "/api/staff/changes", token=BOSS, claims=MANAGER).json["items"]
        told = next(one for one in seen if one["what"] == "case.close")
        assert told["on"] == f"case:{case.follow_up_id}"
        assert told["after"]["cause"] == "contact_person"
        assert "kept_from" not in told
    kept = [item for item in world.items.scan() if item["entity"] == "staff_change"]
    assert kept
    assert PEOPLE["manager"] not in repr(kept), "whom it complains about is kept as a keyed hash"


def test_nobody_erases_what_complains_about_them() -> None:
    world, person = complained(PEOPLE["manager"])
    with open_desk(world) as desk:
        path, confirm = f"/api/staff/contacts/{person.contact_id}/erase", {"confirm": "a@kaas.example"}
        refused = desk.post(path, confirm)
        assert (refused.status, refused.json["error"]["field"]) == (403, "contact")
        assert world.contacts.get(person.contact_id)
        assert len(world.cases()) == 1
        assert as_boss(desk, path, confirm).status == 200
        assert [one["state"] for one in desk.changes] == ["done", "refused"]


def test_nobody_links_or_unlinks_what_complains_about_them() -> None:
    world, person = complained(PEOPLE["manager"])
    ref = {"contact_id": person.contact_id, "survey": "annual", "occasion": "first"}
    with open_desk(world) as desk:
        desk.post("/api/staff/commitments", {"id": "faster", "fields": {"title": {"en": "F"}, "heard": {"en": "x"}}})
        path, told = "/api/staff/commitments/faster/answers", len(desk.changes)
        for step, voices in (("add", 1), ("remove", 0)):
            refused = desk.post(path, {step: [ref]})
            assert (refused.status, refused.json["error"]["field"]) == (404, "answer")
            assert as_boss(desk, path, {step: [ref]}).json["voices"] == voices
            assert desk.get(path).json == {"items": [], "next": "", "voices": voices}
            theirs = desk.ask("GET", path, token=BOSS, claims=MANAGER).json["items"]
            assert [one["ref"] for one in theirs] == [ref] * voices
        for change in desk.changes[: len(desk.changes) - told]:
            assert (change["by"], change["on"], change["after"]) == (BOSS, "", None)
