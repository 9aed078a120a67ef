"""A company whose customers have answered, for the tests of answers at the desk."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from sayso.domain.commitment import Commitment
from sayso.domain.response import Response
from tests.builders import MONDAY, World
from tests.desk import PEOPLE, open_desk
from tests.e2e.desk_office import Office
from tests.e2e.desk_page import DeskPage

OWNER, MANAGER = PEOPLE["owner"], PEOPLE["manager"]
SLOW = "We waited nine days for an answer, and when it came it was about somebody else's ticket."


class Answers(Office):
    """An office whose customers answer, each an hour after the last one."""

    people = 0

    def answered(self, name: str, score: int, *, owner: str = OWNER, gesture: bool = True, **fields: Any) -> Response:
        self.people += 1
        self.world.clock.pass_by(hours=1)
        row = {"contact_id": f"crm-{self.people}", "email": f"p{self.people}@customer.example"}
        person = self.world.add_contact(**row, name=name, account=f"{name.split()[-1]} BV", owner_email=owner)
        asked = self.world.asked(person, expires_at=self.world.clock() + timedelta(days=30))
        self.world.answer(asked, score, gesture=gesture, **fields)
        self.world.run()
        return self.now(*asked.reference)

    def now(self, *reference: str) -> Response:
        found = self.world.responses.get(*reference)
        assert found
        return found


@pytest.fixture
def busy() -> Iterator[Answers]:
    """Five answers that count, one that nobody was seen giving, and a commitment."""
    with open_desk(World()) as desk:
        office = Answers(desk)
        office.answered("Anna Jansen", 3, why=SLOW, better="One person to call.", contact="phone", quote=True)
        office.answered(
            "Zoë Müller", 9, why="Ihr seid groß­artig, <b>danke</b>", drivers=["expertise"], owner="kim@polder.example"
        )
        office.answered("Piet de Wit", 7)
        office.answered("Omar Haddad", 6, why="The outage took days, and nobody told us", drivers=["reliability"])
        office.answered("Vera Smit", 10, why="No waiting here, you are quick")
        clicked = office.answered("Lotte Bos", 2, gesture=False)
        office.world.clock.pass_by(minutes=5)
        office.world.answer(office.world.invitations.get(*clicked.reference), 8, gesture=False)  # type: ignore[arg-type]
        office.world.settle()
        made = Commitment(
            commitment_id="call-back",
            title={
                "en": "We call back the same day",
                "de": "Wir rufen am selben Tag zurück",
                "nl": "We bellen dezelfde dag",
            },
            heard={},
            created_at=MONDAY,
            updated_at=MONDAY,
        )
        office.world.commitments.save(made.having(status="in_progress"))
        yield office


def cards(page: Page) -> Locator:
    return page.locator(".answers-list > li")


def card(page: Page, name: str) -> Locator:
    return cards(page).filter(has_text=name)


def feed(desk: DeskPage, query: str = "", count: int = 5) -> Page:
    page = desk.open(f"/answers{query}")
    expect(cards(page)).to_have_count(count)
    return page
