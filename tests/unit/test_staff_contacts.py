"""Contacts at the desk: found exactly, shown and explained to who owns them, handed out, erased, suppressed."""

from __future__ import annotations

import json
import re
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from sayso.domain.evidence import REASONS as EVIDENCE
from sayso.domain.gate import SUPPRESSIONS
from sayso.domain.news import NEWS_REASONS
from sayso.domain.sending import REASONS, Hold
from sayso.services import contact_rows
from tests.builders import MONDAY, World
from tests.desk import PEOPLE, Desk, open_desk
from tests.unit.test_staff_accounts import OTHER, company, complaint, person_of

ROOT = Path(__file__).parents[2]
LOCALES = ROOT / "frontend" / "desk" / "src" / "locales"


def find(desk: Desk, who: str, role: Any = "manager") -> list[str]:
    answered = desk.post("/api/staff/contacts/find", {"who": who}, role)
    assert answered.status == 200, answered.body
    return [one["name"] for one in answered.json["items"]]


def path_of(world: World, external_id: str, part: str = "") -> str:
    return f"/api/staff/contacts/{person_of(world, external_id).contact_id}{part}"


def test_a_contact_is_found_by_id_and_by_address_exactly() -> None:
    with open_desk(company()) as desk:
        assert find(desk, "crm-2") == ["Bas Mulder"]
        assert find(desk, " BAS@molen.example ") == ["Bas Mulder"]
        assert find(desk, "bas@molen") == []
        assert find(desk, "Bas") == []
        assert find(desk, person_of(desk.world, "crm-2").contact_id) == ["Bas Mulder"]


def test_an_owner_finds_their_own_and_learns_nothing_of_others() -> None:
    with open_desk(company()) as desk:
        assert find(desk, "crm-1", "owner") == ["Anna Jansen"]
        assert find(desk, "crm-2", "owner") == []
        assert find(desk, "bas@molen.example", "owner") == []
        desk.world.standings.suppress(person_of(desk.world, "crm-2").address_hash, "complained", MONDAY)
        answered = desk.post("/api/staff/contacts/find", {"who": "bas@molen.example"}, "owner")
        assert answered.json == {"items": [], "suppression": None}


def test_an_address_that_is_nobodys_may_be_suppressed() -> None:
    world = company()
    address = world.pseudonyms.of_address("gone@molen.example")
    world.standings.suppress(address, "complained", MONDAY)
    with open_desk(world) as desk:
        answered = desk.post("/api/staff/contacts/find", {"who": "gone@molen.example"})
    assert answered.json["suppression"]["reason"] == "complained"


@pytest.mark.parametrize("part", ["", "/why"])
def test_somebody_elses_contact_is_not_there(part: str) -> None:
    with open_desk(company()) as desk:
        refused = desk.get(path_of(desk.world, "crm-2", part), "owner")
        assert refused.status == 404
        assert refused.body == desk.get(f"/api/staff/contacts/no-such{part}", "owner").body
        assert desk.get(path_of(desk.world, "crm-1", part), "owner").status == 200
        assert desk.get(path_of(desk.world, "crm-1", part), "viewer").status == 403


@pytest.mark.parametrize(
    ("action", "body"),
    [("export", {}), ("erase", {"confirm": "crm-1"}), ("suppress", {"reason": "by_hand"}), ("lift", {})],
)
def test_what_changes_a_person_is_for_managers(action: str, body: dict[str, Any]) -> None:
    with open_desk(company()) as desk:
        for role in ("owner", "viewer"):
            refused = desk.post(path_of(desk.world, "crm-1", f"/{action}"), body, role)
            assert (refused.status, refused.json["error"]["field"]) == (403, "role")
        assert person_of(desk.world, "crm-1")
        assert desk.changes == []


def test_a_contact_is_shown_with_all_that_was_sent_and_said() -> None:
    with open_desk(company()) as desk:
        shown = desk.get(path_of(desk.world, "crm-2")).json
    assert shown["contact"]["email"] == "bas@molen.example"
    assert (shown["owner"], shown["account_since"], shown["do_not_ask"]) == (OTHER, "2025-01-05", False)
    assert [one["why"] for one in shown["answers"]] == ["Slow mail"]
    assert [one["state"] for one in shown["cases"]] == ["open"]
    assert shown["suppression"] is None
    asked = next(one for one in shown["invitations"] if one["occasion"] == "first")
    assert [(mail["kind"], mail["state"]) for mail in asked["mails"]] == [("first", "sent")]


def test_why_has_a_code_for_every_sentence() -> None:
    world = company()
    world.standings.hold(
        person_of(world, "crm-1").account_id,
        Hold(until=MONDAY + timedelta(days=9), reason="away", by=PEOPLE["owner"], at=MONDAY),
    )
    with open_desk(world) as desk:
        told = desk.get(path_of(world, "crm-1", "/why"), "owner").json
    facts = [*told["person"], *(fact for one in told["invitations"] for fact in one["facts"])]
    facts += [one["fact"] for one in (*told["next"], *told["news"])]
    assert all(fact["code"] and fact["text"] for fact in facts)
    hold = next(fact for fact in facts if fact["code"] == "hold")
    assert hold["values"] == {"by": PEOPLE["owner"], "why": "away", "last": "2026-03-11"}
    assert {one["survey"] for one in told["next"]} == set(world.programme.surveys)


def test_of_a_complaint_about_the_reader_only_that_somebody_looks_after_something() -> None:
    world = company()
    complaint(world)
    (case,) = [one for one in world.cases() if one.contact_id == person_of(world, "crm-1").contact_id]
    with open_desk(world) as desk:
        for part in ("", "/why"):
            seen = desk.get(path_of(world, "crm-1", part), "owner").body
            assert case.follow_up_id not in seen
            assert "Kim never calls" not in seen
        whole = desk.get(path_of(world, "crm-1", "/why"))
        assert "open_follow_up" in [fact["code"] for fact in whole.json["person"]]
        theirs = desk.get(path_of(world, "crm-1", "/why"), "owner")
        assert "open_follow_up_of_somebody" in [fact["code"] for fact in theirs.json["person"]]


def test_everything_held_is_handed_out_and_that_is_recorded() -> None:
    with open_desk(company()) as desk:
        found = desk.post(path_of(desk.world, "crm-2", "/export"), {}).json
        assert found["contact"]["email"] == "bas@molen.example"
        assert found["answers"][0]["words"]["why"] == "Slow mail"
        (change,) = desk.changes
        assert (change["what"], change["state"]) == ("contact.export", "done")
        assert change["on"] == f"contact:{person_of(desk.world, 'crm-2').contact_id}"


@pytest.mark.parametrize("typed", ["crm-1", "yes", "", "bas@molen", "crm-2 crm-2"])
def test_erasing_wants_the_person_typed_once_more(typed: str) -> None:
    with open_desk(company()) as desk:
        refused = desk.post(path_of(desk.world, "crm-2", "/erase"), {"confirm": typed})
        assert (refused.status, refused.json["error"]["field"]) == (400, "confirm")
        assert person_of(desk.world, "crm-2").name == "Bas Mulder"
        assert desk.changes == []


@pytest.mark.parametrize("typed", ["crm-2", " BAS@molen.example"])
def test_an_erased_person_is_gone_and_their_records_hold_nothing_of_them(typed: str) -> None:
    with open_desk(company()) as desk:
        path = path_of(desk.world, "crm-2")
        desk.post(f"{path}/suppress", {"reason": "unsubscribed"})
        desk.post(f"{path}/export", {})
        assert desk.post(f"{path}/erase", {"confirm": typed}).json == {"erased": True, "same_address": 0}
        desk.world.run()
        assert desk.get(path).status == 404
        assert desk.post(f"{path}/erase", {"confirm": typed}).status == 404
        assert find(desk, "crm-2") == []
        told = json.dumps(desk.changes)
        assert [one["what"] for one in desk.changes] == ["contact.erase", "contact.export", "contact.suppress"]
        for trace in ("Bas", "Mulder", "molen", "Molen", "crm-2", "Slow mail"):
            assert trace not in told
        left = desk.post("/api/staff/contacts/find", {"who": "bas@molen.example"}).json
        assert left["suppression"]["reason"] == "erased"


def test_erasing_says_who_shares_the_address_and_ends_what_was_interrupted() -> None:
    world = company()
    world.add_contact(contact_id="crm-9", email="bas@molen.example", account="Molen", owner_email=OTHER)
    with open_desk(world) as desk:
        path = path_of(world, "crm-2")
        world.items.after_write(2, _crash)  # the record is the first write
        with pytest.raises(SystemExit):
            desk.post(f"{path}/erase", {"confirm": "crm-2"})
        world.items.calm()
        assert desk.changes[0]["state"] == "begun"
        assert desk.post(f"{path}/erase", {"confirm": "crm-2"}).json["erased"]
        assert world.erase_contact.finish() == []
        assert desk.post(path_of(world, "crm-9", "/erase"), {"confirm": "crm-9"}).json["same_address"] == 0


def _crash() -> None:
    raise SystemExit


def test_an_address_is_suppressed_for_a_reason_and_lifted() -> None:
    with open_desk(company()) as desk:
        path = path_of(desk.world, "crm-1")
        shown = desk.post(f"{path}/suppress", {"reason": "by_hand"}).json
        assert shown["suppression"] == {"reason": "by_hand", "at": shown["suppression"]["at"], "by": PEOPLE["manager"]}
        assert shown["suppression_is_own"]
        assert desk.post(f"{path}/suppress", {"reason": "by_hand"}).status == 200
        assert desk.post(f"{path}/lift", {}).json["suppression"] is None
        assert desk.post(f"{path}/lift", {}).status == 200, "twice does no harm"
        recorded = [(one["what"], one["before"], one["after"]) for one in desk.changes]
        assert recorded[-1] == ("contact.suppress", {"suppressed": None}, {"suppressed": "by_hand"})
        assert recorded[1] == ("contact.lift", {"suppressed": "by_hand"}, {"suppressed": None})


def test_a_complaint_is_lifted_only_by_who_is_sure() -> None:
    with open_desk(company()) as desk:
        path = path_of(desk.world, "crm-1")
        desk.post(f"{path}/suppress", {"reason": "complained"})
        refused = desk.post(f"{path}/lift", {})
        assert (refused.status, refused.json["error"]["field"]) == (400, "sure")
        assert (desk.changes[0]["state"], desk.changes[0]["reason"]) == ("refused", "sure")
        assert desk.get(path).json["suppression"]["reason"] == "complained"
        assert desk.post(f"{path}/lift", {"sure": True}).json["suppression"] is None


@pytest.mark.parametrize("body", [{"reason": "erased"}, {"reason": "x"}, {}, {"reason": "by_hand", "more": 1}, []])
def test_a_reason_nobody_can_give_changes_nothing(body: Any) -> None:
    with open_desk(company()) as desk:
        assert desk.post(path_of(desk.world, "crm-1", "/suppress"), body).status == 400
        assert desk.get(path_of(desk.world, "crm-1")).json["suppression"] is None


def test_a_wish_at_a_former_address_holds_on_and_says_so() -> None:
    world = company()
    world.standings.suppress(person_of(world, "crm-1").address_hash, "unsubscribed", MONDAY)
    world.add_contact(contact_id="crm-1", email="new@kaasboer.example", account="Kaasboer", owner_email=PEOPLE["owner"])
    with open_desk(world) as desk:
        shown = desk.get(path_of(world, "crm-1"), "owner").json
    assert (shown["suppression"]["reason"], shown["suppression_is_own"]) == ("unsubscribed", False)


def test_reads_of_a_contact_do_not_grow_with_the_table() -> None:
    from tests.desk_volume import Volume

    def reads(contacts: int) -> tuple[int, int]:
        volume = Volume(contacts, contacts)
        with open_desk(volume.world) as desk:
            path = f"/api/staff/contacts/{volume.people[1].contact_id}"
            desk.get(path)
            before = volume.items.reads
            assert desk.get(path).status == 200
            shown = volume.items.reads
            assert desk.get(f"{path}/why").status == 200
            return shown - before, volume.items.reads - shown

    assert reads(100) == reads(1_000)


# The words of the desk


def sentences(language: str) -> set[str]:
    text = "\n".join(file.read_text(encoding="utf-8") for file in sorted((LOCALES / language).glob("*.ftl")))
    return set(re.findall(r"^([a-z][A-Za-z0-9_-]*) =", text, re.MULTILINE))


def codes_of_facts() -> set[str]:
    """Every code a sentence of the domain is given."""
    found: set[str] = set()
    for file in sorted((ROOT / "functions" / "sayso" / "domain").glob("explaining*.py")):
        given = re.findall(r"\bcode ?= ?(.+)", file.read_text(encoding="utf-8"))
        found |= {code for one in given for code in re.findall(r'"([a-z][a-z_]+)"', one.partition("values=")[0])}
    return found | {"answer_accepted", "answer_rejected", "resend", "settle"}


@pytest.mark.parametrize("language", ["en", "de", "nl"])
def test_everything_the_desk_says_of_contacts_has_words(language: str) -> None:
    wanted = {f"contacts-fact-{code}" for code in codes_of_facts()}
    wanted |= {f"contacts-reason-{code}" for code in {*REASONS, *SUPPRESSIONS, *NEWS_REASONS}}
    wanted |= {f"answers-reason-{code}" for code in EVIDENCE}
    wanted |= {f"contacts-row-{code}" for code in contact_rows.CODES if code != "other"}
    assert wanted - sentences(language) == set()
    assert len(codes_of_facts()) > 50


def test_the_browser_knows_the_same_columns() -> None:
    text = (ROOT / "frontend/desk/src/views/contacts/csv.ts").read_text(encoding="utf-8")
    listed = text[text.index("COLUMNS = [") : text.index("];")]
    assert re.findall(r'"([a-z_]+)"', listed) == list(contact_rows.COLUMNS)
