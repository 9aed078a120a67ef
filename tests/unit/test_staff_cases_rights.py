"""What somebody may do about a follow-up is asked with each write; its report is of those they may open."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from unittest.mock import patch

import pytest

from sayso.domain.case_action import CaseAction
from sayso.handlers.case_work import do
from tests.builders import World, programme
from tests.desk import open_desk
from tests.unit.test_staff_cases import CLOSE, KIM, MANAGER, OWNER, Company, report

LEE = "lee@polder.example"


@pytest.fixture
def company() -> Iterator[Company]:
    owners = {KIM: {"name": "Kim Vos"}, LEE: {}, OWNER: {}}
    with open_desk(World(programme=programme(follow_up={"owners": owners}))) as desk:
        yield Company(desk)


def test_of_two_who_hand_over_at_once_the_second_is_told(company: Company) -> None:
    case = company.unhappy()
    give: dict[str, Any] = {"do": "hand_over", "note": "Yours.", "owner": OWNER.upper()}
    assert company.act(case, {**give, "to": KIM, "action_id": "a" * 20}, "manager").status == 200
    refused = company.act(case, {**give, "to": LEE}, "manager")
    assert (refused.status, refused.json["error"]["field"]) == (409, "owner")
    assert KIM in refused.json["error"]["reason"]
    assert company.now(case).owner_email == KIM
    assert [(one["state"], one["reason"]) for one in company.desk.changes] == [("refused", "owner"), ("done", "")]
    # Who lost the answer asks once more for what is done.
    assert company.act(case, {**give, "to": KIM, "action_id": "a" * 20}, "manager").status == 200
    assert company.act(case, {**give, "to": LEE, "owner": KIM}, "manager").status == 200


def test_a_hand_over_that_does_not_say_who_had_it_is_refused_and_the_case_page_has_its_own_door(
    company: Company,
) -> None:
    case = company.unhappy()
    blind = {"do": "hand_over", "note": "Yours.", "to": KIM, "action_id": "c" * 20}
    for _ in range(2):
        refused = company.act(case, blind, "manager")
        assert (refused.status, refused.json["error"]["field"]) == (400, "owner")
    assert company.now(case) == case
    assert company.desk.changes == []
    do(company.world.work_on_case, case.follow_up_id, OWNER, CaseAction.model_validate(blind))
    assert company.now(case).owner_email == KIM


def test_who_hands_over_between_the_look_and_the_write_of_another_is_not_overwritten(company: Company) -> None:
    case = company.unhappy()
    world = company.world
    store, done = type(world.follow_ups), list[str]()
    save = store.save

    def lose_and_save(self: Any, *args: Any) -> Any:
        if not done:
            done.append(KIM)
            world.work_on_case.hand_over(case.follow_up_id, MANAGER, KIM, "x")
        return save(self, *args)

    with patch.object(store, "save", lose_and_save):
        refused = company.act(case, {"do": "hand_over", "note": "Yours.", "to": LEE, "owner": OWNER}, "manager")
    assert (refused.status, refused.json["error"]["field"]) == (409, "owner")
    assert company.now(case).owner_email == KIM


def test_who_has_it_belongs_to_handing_over_alone(company: Company) -> None:
    refused = company.act(company.unhappy(), {"do": "note", "note": "x", "owner": OWNER})
    assert (refused.status, refused.json["error"]["field"]) == (400, "owner")


@pytest.mark.parametrize("how", ["handed over", "complains", "handed over before the write"])
def test_the_right_to_act_is_asked_for_with_the_write(company: Company, how: str) -> None:
    case = company.unhappy()
    world = company.world
    changes, store, done = type(world.record_changes.changes), type(world.follow_ups), list[str]()
    write, save = changes.write, store.save

    def lose() -> None:
        if done:
            return
        done.append(how)
        if how == "complains":
            world.follow_ups.save(company.now(case).complaining_about(OWNER))
        else:
            world.work_on_case.hand_over(case.follow_up_id, MANAGER, KIM, "x")

    def write_and_lose(self: Any, change: Any) -> None:
        write(self, change)
        lose()

    def lose_and_save(self: Any, *args: Any) -> Any:
        lose()
        return save(self, *args)

    before = patch.object(store, "save", lose_and_save)
    with before if "write" in how else patch.object(changes, "write", write_and_lose):
        answer = company.act(case, CLOSE)
    assert (answer.status, answer.json["error"]["field"]) == (404, "case")
    assert (company.now(case).state, [one.by for one in company.now(case).changes if one.what == "closed"]) == (
        "open",
        [],
    )
    assert company.desk.changes[0]["state"] == "refused"


def test_an_owners_report_is_of_the_follow_ups_they_may_open(company: Company) -> None:
    mine, theirs, escalated, about = (company.unhappy(who) for who in (OWNER, KIM, KIM, OWNER))
    company.escalate(escalated, OWNER)
    company.world.follow_ups.save(company.now(about).complaining_about(OWNER))
    company.act(theirs, {**CLOSE, "cause": "the weather"}, "manager")
    company.act(mine, CLOSE, "manager")
    found = report(company, role="owner")
    assert (found["cases"], found["closed"], found["open"], found["detractors"]) == (2, 1, 1, 2)
    assert [(one["cause"], one["cases"]) for one in found["causes"]] == [("price", 1)]
    assert report(company)["cases"] == 4
    company.world.follow_ups.save(company.now(theirs).complaining_about(MANAGER))
    assert report(company)["cases"] == 3
