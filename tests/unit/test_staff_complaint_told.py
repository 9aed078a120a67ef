"""Whoever an answer complains about is told nothing at the desk of what came of it: not by any look at it, and not by a
number that would be another if nothing had come of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import nullcontext
from datetime import timedelta
from functools import lru_cache
from typing import Any, Literal
from unittest.mock import patch

import pytest

from sayso.domain.answer_place import answer_path
from sayso.domain.contact import Contact
from sayso.domain.staff import Role
from tests.builders import World, programme
from tests.desk import PEOPLE, ROUTES, open_desk

Stage = Literal["nothing", "open", "closed"]
LOOKS = sorted(path for method, path, _ in ROUTES if method == "GET")
QUERIES = {
    "/api/staff/answers": ("", "?group=detractor", "?theme=contact_person", "?words=yes"),
    "/api/staff/cases": ("", "?column=contacted", "?column=over", "?whose=escalated", "?late=yes"),
    "/api/staff/cases/report": ("", "?period=2026-03"),
    "/api/staff/numbers": ("", "?by=driver", "?by=theme"),
    "/api/staff/programme/calendar": ("", "?days=31"),
}
SAID = "Never calls me back, whatever was promised"
BOSS, OTHER = "boss@polder.example", "bert@polder.example"
ABOUT: tuple[Role, ...] = ("owner", "manager")
# What may be another than if nothing had come of it, and why: by look, what begins with one of these.
TOLD: dict[str, tuple[set[str], str]] = {
    "/api/staff/contacts/<contact_id>/why": (
        {"person"},
        "that somebody looks after an earlier answer stops every other mail: it is said without whose it is",
    ),
    "/api/staff/commitments": ({"items.0.voices"}, "how many people are behind it stands on the public page"),
    "/api/staff/commitments/<commitment_id>": ({"line.voices"}, "as above"),
    "/api/staff/commitments/<commitment_id>/answers": ({"voices"}, "as above"),
    "/api/staff/commitments/<commitment_id>/telling": (
        {"items", "voices"},
        "a manager says yes to a mail to people they see: that these are behind it, and not by which answer",
    ),
    "/api/staff/programme/calendar": (
        {"days", "total", "picture"},
        "how many mails go out is a company's number, and a manager's to know",
    ),
}


class Complaint:
    """A person complains about whoever looks after their account; `stage` says what came of it. Another complains about
    nobody, and is somebody else's."""

    def __init__(self, about: str, stage: Stage) -> None:
        self.world = world = World(programme=programme(reviews="quarterly", follow_up={"escalate_to": BOSS}))
        self.person = self._asked("crm-1", about)
        with (
            patch.object(type(world.open_follow_up), "open", return_value=None) if stage == "nothing" else nullcontext()
        ):
            self._answered(self.person, 1, drivers=["contact_person"])
        self.case_id = world.cases()[0].follow_up_id if stage != "nothing" else ""
        self._answered(self._asked("crm-2", OTHER), 2, drivers=["price"])
        texts = {"en": "Faster replies"}
        world.keep_commitments.add("faster", {"title": texts, "heard": texts, "theme": "contact_person"})
        if stage == "nothing":
            return
        (given,) = world.responses.of_contact(self.person.contact_id)
        world.desk_links.change("faster", [given.reference], [], BOSS, lambda: None)
        if stage == "closed":
            world.work_on_case.close(
                self.case_id, BOSS, outcome="not_solved", cause="contact_person", note="Sorry", recheck=True
            )
        world.run()

    def _asked(self, contact_id: str, owner: str) -> Contact:
        email, account = f"{contact_id}@kaas.example", f"Kaas {contact_id}"
        return self.world.add_contact(contact_id=contact_id, email=email, account=account, owner_email=owner)

    def _answered(self, person: Contact, score: int, **said: Any) -> None:
        asked = self.world.asked(person, survey="annual", occasion="first")
        self.world.answer(asked, score, why=SAID if person is self.person else "Dear", **said)
        self.world.settle()

    def addresses(self, case_id: str) -> Iterator[tuple[str, str]]:
        """Every look there is, with its address."""
        names = {
            "account_id": self.person.account_id,
            "contact_id": self.person.contact_id,
            "case_id": case_id,
            "commitment_id": "faster",
            "answer": answer_path((self.person.contact_id, "annual", "first")),
            "number": "1",
        }
        for path in LOOKS:
            filled = re.sub(r"<(\w+)>", lambda found: names[found[1]], path)
            yield from ((path, filled + query) for query in QUERIES.get(path, ("",)))


@lru_cache(maxsize=1)
def bodies(role: Role, stage: Stage, case_id: str) -> dict[tuple[str, str], tuple[str, Any]]:
    """What each look answers the one it is about."""
    made = Complaint(PEOPLE[role], stage)
    found = {}
    with open_desk(made.world) as desk:
        for path, address in made.addresses(case_id):
            answer = desk.get(address, role)
            assert answer.status in (200, 403, 404), (address, answer.body[:300])
            found[path, address] = answer.body, answer.json
    return found


def differences(one: Any, other: Any, at: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """Where two bodies are not the same."""
    if isinstance(one, dict) and isinstance(other, dict) and one.keys() == other.keys():
        for key in one:
            yield from differences(one[key], other[key], (*at, key))
    elif isinstance(one, list) and isinstance(other, list) and len(one) == len(other):
        for place, pair in enumerate(zip(one, other, strict=True)):
            yield from differences(*pair, (*at, str(place)))
    elif one != other:
        yield at


@pytest.mark.parametrize("stage", ["open", "closed"])
@pytest.mark.parametrize("role", ABOUT)
def test_no_look_tells_them_what_came_of_it(role: Role, stage: Stage) -> None:
    made = Complaint(PEOPLE[role], stage)
    asked_again = [one for one in made.world.invitations.of_contact(made.person.contact_id) if one.survey == "recheck"]
    assert bool(asked_again) == (stage == "closed")
    told = bodies(role, stage, made.case_id)
    assert len(told) > len(LOOKS)
    for (path, address), (body, _) in told.items():
        for secret in (made.case_id, SAID, *(one.occasion for one in asked_again)):
            assert secret not in body, (path, address)
    without = bodies(role, "nothing", made.case_id)
    different = [
        (path, address, ".".join(at))
        for (path, address), (_, found) in told.items()
        for at in differences(found, without[path, address][1])
    ]
    assert [one for one in different if not one[2].startswith(tuple(TOLD.get(one[0], ({"-"},))[0]))] == []


def test_what_is_told_all_the_same_is_told_so() -> None:
    assert {*TOLD} <= {*LOOKS}
    made = Complaint(PEOPLE["owner"], "open")
    path = f"/api/staff/contacts/{made.person.contact_id}/why"
    with open_desk(made.world) as desk:
        (said,) = (one for one in desk.get(path, "owner").json["person"] if one["code"].startswith("open_follow_up"))
        assert (said["code"], said["at"], said["values"]) == ("open_follow_up_of_somebody", None, {})
        assert desk.get(path).json["person"][-1]["values"]["by"] == made.world.cases()[0].owner_email


@pytest.mark.parametrize("role", ABOUT)
def test_an_answer_after_it_was_closed_and_others_of_the_same_person_do_not_tell_of_it(role: Role) -> None:
    made = Complaint(PEOPLE[role], "closed")
    world, contact_id = made.world, made.person.contact_id
    (again,) = [one for one in world.invitations.of_contact(contact_id) if one.survey == "recheck"]
    world.clock.now = again.due_at + timedelta(minutes=1)
    world.tick("recheck")
    sent = world.invitations.get(*again.reference)
    assert sent is not None
    world.answer(sent, 8, why="Better")
    world.settle()
    expires_at = world.clock() + timedelta(days=9)
    world.answer(world.asked(made.person, survey="ticket", occasion="zd:1", expires_at=expires_at), 9, why="Quick")
    world.settle()
    ticket = answer_path((contact_id, "ticket", "zd:1"))
    person = (f"/contacts/{contact_id}", f"/contacts/{contact_id}/why", f"/accounts/{made.person.account_id}/answers")
    with open_desk(world) as desk:
        for look in ("/answers", f"/answers/{ticket}", *person):
            told = desk.get(f"/api/staff{look}", role)
            assert told.status == 200
            for secret in (again.occasion, answer_path(again.reference), "faster"):
                assert secret not in told.body, look
        others = desk.get("/api/staff/answers").json["items"]
        assert ("recheck" in {one["survey"] for one in others}) is (role == "owner")
