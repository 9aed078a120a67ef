"""A company some of whose customers are unhappy, for the tests of follow-ups at the desk."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from playwright.sync_api import Locator, Page

from sayso.domain.commitment import Commitment
from sayso.domain.follow_up import FollowUp
from tests.builders import MONDAY, World, programme
from tests.desk import PEOPLE, open_desk
from tests.e2e.desk_office import Office

OWNER, KIM, MANAGER = PEOPLE["owner"], "kim@polder.example", PEOPLE["manager"]
WORDS = (
    "We waited nine days for an answer, and when it came it was about somebody else's ticket. "
    "Nobody called back, although we asked for it twice."
)


class Cases(Office):
    """An office whose customers are unhappy, and whose colleagues see to it."""

    people = 0

    def unhappy(self, name: str, account: str, score: int = 3, owner: str = OWNER, **fields: Any) -> FollowUp:
        self.people += 1
        row = {"contact_id": f"crm-{self.people}", "email": f"p{self.people}@customer.example", "account": account}
        person = self.world.add_contact(**row, name=name, phone="+31 30 123 45 67", owner_email=owner)
        occasion = str(self.people)
        asked = self.world.asked(person, occasion=occasion, expires_at=self.world.clock() + timedelta(days=30))
        self.world.answer(asked, score, **fields)
        self.world.run()
        case = self.world.follow_ups.open_of(person.contact_id)
        assert case
        return case

    def now(self, case: FollowUp) -> FollowUp:
        found = self.world.follow_ups.get(case.follow_up_id)
        assert found
        return found

    def close(self, case: FollowUp, by: str = OWNER, **changes: Any) -> None:
        given = {"outcome": "solved", "cause": "price", "note": "Called; credited a month.", **changes}
        self.world.work_on_case.close(case.follow_up_id, by, **given)


@pytest.fixture
def office() -> Iterator[Cases]:
    rules = {"owners": {KIM: {"name": "Kim de Wit"}, OWNER: {"name": "Anna Bakker"}}}
    with open_desk(World(programme=programme(follow_up=rules))) as desk:
        yield Cases(desk)


@pytest.fixture
def busy(office: Cases) -> Cases:
    """Late, due, contacted, closed and escalated cases."""
    late = office.unhappy("Anna Jansen", "Kaasboer", 2, why=WORDS, better="One person to call.", contact="phone")
    office.close(office.unhappy("Vera Smit", "Bakkerij Zon", 5))
    office.world.clock.pass_by(days=1)
    called = office.unhappy("Piet de Wit", "Molen BV", 6)
    office.world.work_on_case.contact(called.follow_up_id, OWNER, "Left a message.")
    office.unhappy("Lotte van den Heuvel", "Notariskantoor Van den Heuvel en Partners", 4, KIM, contact="no")
    office.world.clock.now = late.due_at + timedelta(hours=2)
    office.unhappy("Omar Haddad", "Fietsen & Zo", 0, contact="mail")
    reader = office.world.pseudonyms.of_owner(MANAGER)
    office.world.follow_ups.save(office.now(late).escalated(MANAGER, reader, office.world.clock()))
    link = (late.contact_id, late.answers[0].survey, late.answers[0].occasion)
    made = Commitment(
        commitment_id="call-back",
        title={"en": "We call back the same day"},
        heard={},
        created_at=MONDAY,
        updated_at=MONDAY,
    )
    office.world.commitments.save(made.having(status="in_progress"))
    office.world.commitment_links.link("call-back", [link], MANAGER, MONDAY)
    return office


def column(page: Page, name: str) -> Locator:
    return page.get_by_role("region", name=name)


def case_of(office: Cases, name: str) -> FollowUp:
    for case in office.world.cases():
        person = office.world.contacts.get(case.contact_id)
        if person and person.name == name:
            return case
    raise AssertionError(f"nobody is called {name}")
