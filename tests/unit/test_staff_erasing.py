"""Somebody is erased at the desk: what died halfway is ended, recorded and confirmed like any other."""

from __future__ import annotations

from typing import Any
from unittest.mock import patch

import pytest

from sayso.domain.errors import ConflictError, TooManyRequestsError
from sayso.domain.page_request import WantedQuote
from tests.builders import World
from tests.desk import PEOPLE, open_desk
from tests.unit.test_staff_accounts import company, person_of


@pytest.mark.parametrize("typed", ["crm-2", " BAS@molen.example "])
def test_an_erasure_that_died_is_ended_with_a_record_and_a_yes_of_its_own(typed: str) -> None:
    world = company()
    person, other = person_of(world, "crm-2"), person_of(world, "crm-1")
    path = f"/api/staff/contacts/{person.contact_id}/erase"
    with open_desk(world) as desk:
        busy = patch.object(type(world.erase_contact), "_clear", side_effect=ConflictError("it kept changing"))
        with busy:
            assert desk.post(path, {"confirm": "crm-2"}).status == 409
            desk.post(f"/api/staff/contacts/{other.contact_id}/erase", {"confirm": "crm-1"})
        assert [one["state"] for one in desk.changes] == ["begun", "begun"], "the person is gone, so it was not refused"
        wrong = desk.post(path, {"confirm": "zzz"})
        assert (wrong.status, wrong.json["error"]["field"]) == (400, "confirm")
        assert sorted(world.identities.withdrawn()) == sorted([person.contact_id, other.contact_id])
        assert desk.post(path, {"confirm": typed}).json == {"erased": True, "same_address": 0}
        assert world.identities.withdrawn() == [other.contact_id], "nobody else's is ended by it"
        latest, *earlier = desk.changes
        assert (latest["state"], latest["after"]) == ("done", {"erased": True})
        assert len(earlier) == 2
        assert desk.post(path, {"confirm": typed}).status == 404
        assert len(desk.changes) == 3


def test_who_changed_meanwhile_was_not_touched_and_it_was_refused() -> None:
    world = company()
    person = person_of(world, "crm-2")
    busy = patch.object(type(world.identities), "withdraw", side_effect=ConflictError("changed"))
    with open_desk(world) as desk, busy:
        assert desk.post(f"/api/staff/contacts/{person.contact_id}/erase", {"confirm": "crm-2"}).status == 409
        assert desk.changes[0]["state"] == "refused"


def test_links_that_were_moved_halfway_are_not_called_refused() -> None:
    world = company()
    first, second = person_of(world, "crm-1"), person_of(world, "crm-2")
    with open_desk(world) as desk:
        desk.post(
            "/api/staff/commitments", {"id": "faster", "fields": {"title": {"en": "Faster"}, "heard": {"en": "x"}}}
        )
        answer = {"survey": "annual", "occasion": "first"}
        body = {
            "add": [{"contact_id": first.contact_id, **answer}],
            "remove": [{"contact_id": second.contact_id, **answer}],
        }
        with patch.object(type(world.link_answers), "unlink", side_effect=ConflictError("busy")):
            assert desk.post("/api/staff/commitments/faster/answers", body).status == 409
        assert desk.changes[0]["state"] == "begun"
        assert desk.get("/api/staff/commitments/faster").json["line"]["voices"] == 1
        body = {"add": [{"contact_id": "nobody", **answer}], "remove": []}
        assert desk.post("/api/staff/commitments/faster/answers", body).status == 404
        assert desk.changes[0]["state"] == "refused"


def test_a_list_that_came_in_halfway_is_not_called_refused() -> None:
    world, saved, fails = World(), 0, 0
    save = type(world.contacts).save

    def busy(*given: Any) -> None:
        nonlocal saved
        saved += 1
        if saved >= fails:
            raise TooManyRequestsError("busy")
        save(*given)

    rows = [[n, {"contact_id": f"c{n}", "email": f"c{n}@x.example", "account": "X"}] for n in range(2, 5)]
    with open_desk(world) as desk, patch.object(type(world.contacts), "save", busy):
        for at, state in ((1, "refused"), (3, "begun")):
            saved, fails = 0, at
            body = {"import_id": "abcdefgh", "check": False, "rows": rows}
            assert desk.post("/api/staff/contacts/import", body).status == 429
            assert desk.changes[0]["state"] == state


def test_words_on_their_way_to_the_page_go_with_their_person() -> None:
    world = World()
    person, other = (
        world.add_contact(
            contact_id=f"crm-{n}", email=f"p{n}@kaas.example", account="Kaas", owner_email=PEOPLE["owner"]
        )
        for n in (1, 2)
    )
    with open_desk(world) as desk:
        for one in (person, other):
            asked = world.asked(one, survey="annual", occasion="first")
            world.answer(asked, 9, why=f"Veryquick {one.external_id}", quote=True)
            world.settle()
            answer = {"contact_id": one.contact_id, "survey": "annual", "occasion": "first"}
            body = {"answer": answer, "text": f"Veryquick {one.external_id}"}
            assert desk.post("/api/staff/quotes", body).status == 200
        for _ in range(30):  # wishes of others, so that theirs is none of the latest
            world.clock.pass_by(minutes=1)
            wanted = WantedQuote(contact_id=other.contact_id, survey="annual", occasion="x", text="y")
            world.ask_for_page._ask("quote", "m@polder.example", quote=wanted)
        assert desk.post(f"/api/staff/contacts/{person.contact_id}/erase", {"confirm": "crm-1"}).json["erased"]
        kept = repr([item for item in world.items.scan() if item["entity"] == "page_request"])
        assert "Veryquick crm-1" not in kept
        assert person.contact_id not in kept
        assert "Veryquick crm-2" in kept
        states = [one.state for one in world.page_requests.latest()]
        assert set(states) == {"asked"}
