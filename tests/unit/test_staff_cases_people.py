"""To whom a follow-up can be handed at the desk: a manager picks any owner, an owner those the programme names."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from sayso.domain.follow_up import FollowUp
from sayso.domain.invitation import Snapshot
from sayso.domain.programme import Programme
from sayso.domain.staff import Role
from sayso.services.desk_case_people import MOST_ACCOUNTS, MOST_OWNERS
from tests.builders import World, programme
from tests.desk import open_desk
from tests.unit.test_staff_cases import CLOSE, DAY, KIM, OWNER, Company

ZOE, BEA = "zoe@polder.example", "bea@polder.example"


def rules(**changes: Any) -> Programme:
    return programme(follow_up={"owners": {KIM: {"name": "Kim Vos"}, OWNER: {}}}, **changes)


@pytest.fixture
def company() -> Iterator[Company]:
    with open_desk(World(programme=rules())) as desk:
        yield Company(desk)


def offered(company: Company, case: FollowUp, role: Role = "manager") -> list[str]:
    answer = company.show(case, role)
    assert answer.status == 200, answer.body
    return [one["email"] for one in answer.json["follow_up"]["people"]]


def own(company: Company, *owners: str) -> None:
    """Each has an account where somebody was asked."""
    for owner in owners:
        number = next(company.numbers)
        row = {"contact_id": f"asked-{number}", "email": f"asked{number}@molen.example", "account": f"Molen {number}"}
        person = company.world.add_contact(**row, owner_email=owner)
        expires_at = company.world.clock() + 30 * DAY
        company.world.answer(company.world.asked(person, occasion=f"asked-{number}", expires_at=expires_at), 10)
    company.world.run()


def test_a_manager_is_offered_every_owner_behind_those_the_programme_names(company: Company) -> None:
    case = company.unhappy()
    named = offered(company, case)
    assert KIM in named
    own(company, ZOE, BEA, "Zoe@Polder.example", KIM.upper(), OWNER)
    assert offered(company, case) == [*named, BEA, ZOE]
    handed = company.act(case, {"do": "hand_over", "to": ZOE, "note": "Yours.", "owner": OWNER}, "manager")
    assert handed.status == 200
    people = [one["email"] for one in handed.json["follow_up"]["people"]]
    assert (people[:2], people[-1:]) == ([KIM, OWNER], [BEA])
    assert ZOE not in people


def test_an_owner_is_offered_no_more_than_the_programme_names(company: Company) -> None:
    case = company.unhappy()
    named = offered(company, case)
    own(company, ZOE, BEA)
    assert offered(company, case, "owner") == named
    # An address can be typed, as before.
    handed = company.act(case, {"do": "hand_over", "to": ZOE, "note": "Yours.", "owner": OWNER})
    assert handed.status == 200


def test_only_those_are_offered_whom_a_hand_over_takes(company: Company) -> None:
    case = company.unhappy()
    own(company, ZOE, BEA, "eva@agency.example")
    company.world.follow_ups.save(company.now(case).having(complaint_about=(ZOE,)))
    found = offered(company, case)
    assert BEA in found
    assert not {ZOE, OWNER, "eva@agency.example"} & set(found)


def test_the_owner_the_account_has_by_now_is_offered_whatever_their_domain(company: Company) -> None:
    case = company.unhappy()
    person = company.world.contacts.get(case.contact_id)
    assert person
    moved = {"contact_id": person.external_id, "email": person.email, "account": person.account}
    company.world.add_contact(**moved, owner_email="eva@agency.example")
    found = offered(company, case)
    assert "eva@agency.example" in found
    assert "eva@agency.example" not in offered(company, case, "owner")


def test_who_looks_after_nobody_any_more_is_not_offered(company: Company) -> None:
    case = company.unhappy()
    row = {"contact_id": "left", "email": "left@molen.example", "account": "Molen"}
    person = company.world.add_contact(**row, owner_email=BEA)
    company.world.answer(company.world.asked(person), 10)
    company.world.run()
    assert BEA in offered(company, case)
    company.world.add_contact(**row, owner_email=ZOE)
    assert BEA not in offered(company, case)


def test_what_is_over_offers_nobody_more_as_it_cannot_be_handed_over(company: Company) -> None:
    case = company.unhappy()
    own(company, BEA)
    company.act(case, CLOSE, "manager")
    assert BEA not in offered(company, case)


@pytest.mark.parametrize("per_owner", [True, False])
def test_more_answers_are_no_more_reads_and_more_owners_than_fit_are_cut(*, per_owner: bool) -> None:
    with open_desk(World(programme=rules(scores_per_owner=per_owner))) as desk:
        company = Company(desk)
        case = company.unhappy()
        own(company, *([ZOE, BEA] * (1 if per_owner else MOST_ACCOUNTS // 2)))
        items, read = company.world.items, []
        for days in (1, 400):
            before = items.reads
            offered(company, case)
            read.append(items.reads - before)
            for _ in range(20):
                own(company, ZOE, BEA)
            company.world.clock.pass_by(days=days)
        assert read[0] == read[1]
        own(company, *(f"o{number:03d}@polder.example" for number in range(MOST_OWNERS + 9)))
        before = items.reads
        found = offered(company, case)
        assert items.reads - before <= read[0] + MOST_OWNERS
        if per_owner:
            assert MOST_OWNERS - 3 <= sum(one.startswith("o0") for one in found) <= MOST_OWNERS


def test_owners_are_offered_although_the_programme_keeps_no_figures_of_them() -> None:
    with open_desk(World(programme=rules(scores_per_owner=False))) as desk:
        company = Company(desk)
        case = company.unhappy()
        named = offered(company, case)
        for number, owner in enumerate((ZOE, BEA, ZOE)):
            # As it is in life: nothing that was sent or answered says whose the account was.
            row = {"contact_id": f"mill-{number}", "email": f"mill{number}@molen.example", "account": f"Molen {number}"}
            person = company.world.add_contact(**row, owner_email=owner)
            snapshot = Snapshot(account_id=person.account_id, language="en", owner_id=None)
            company.world.answer(company.world.asked(person, snapshot=snapshot, occasion=f"mill-{number}"), 10)
        company.world.run()
        assert offered(company, case) == [*named, BEA, ZOE]
        assert offered(company, case, "owner") == named
