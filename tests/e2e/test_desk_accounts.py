"""Accounts at the desk, in Chromium: found, shown and held.

The pages stand before the desk's real API on a world in memory. Leaves pictures in test-artefacts/desk/.
"""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from playwright.sync_api import Browser, expect

from sayso.domain.sending import Hold
from tests.builders import MONDAY, World
from tests.desk import PEOPLE
from tests.desk_volume import Volume
from tests.e2e.desk_accounts import Running, accounts
from tests.e2e.desk_looks import LOOKS, Look, hold
from tests.e2e.fake_desk import Asked
from tests.unit.test_staff_accounts import company, person_of

pytestmark = pytest.mark.browser


def large() -> World:
    """Twelve accounts with two years of answers; the first is on hold."""
    world = Volume(60, 600).world
    person = world.contacts.get(f"{0:032x}")
    assert person
    world.standings.hold(
        person.account_id, Hold(until=MONDAY.replace(month=6), reason="Migration", by=PEOPLE["owner"], at=MONDAY)
    )
    return world


@pytest.mark.parametrize("look", LOOKS)
def test_accounts_are_listed_and_shown(browser: Browser, look: Look) -> None:
    with accounts(browser, large(), **look.how) as desk:
        page = desk.open("/accounts")
        expect(page.get_by_role("link", name="Customer 0", exact=True)).to_be_visible()
        hold(desk, f"accounts-{look.name}")
        page.get_by_role("link", name="Customer 0", exact=True).click()
        expect(page.get_by_role("heading", level=1, name="Customer 0")).to_be_focused()
        expect(page.locator(".picture svg").first).to_be_attached()
        expect(page.locator(".answers-card").first).to_be_visible()
        hold(desk, f"account-{look.name}")
        for at in (1, 2, 3):
            page.get_by_role("tab").nth(at).click()
            expect(page.get_by_role("tab").nth(at)).to_have_attribute("aria-selected", "true")
            expect(page.get_by_role("tabpanel")).to_be_visible()
            hold(desk)


class Long(Running):
    """Says of every account as much as there can be: a name of one long word, a hold, and late follow-ups."""

    def answer(self, asked: Asked) -> tuple[int, Any]:
        status, told = super().answer(asked)
        for one in [*told.get("items", []), told] if asked.path.startswith("/api/staff/accounts") else []:
            if "relationship" in one or "figures" in one:
                one["name"] = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft mbH"
                one["open"] = 128
                one["case"] = {"id": "0" * 32, "late": True, "opens": True, "due_at": "2025-09-24T08:00:00Z"}
                one["renewal"] = "2026-09-30"
        return status, told


class Kept(Running):
    """Says of every account that only a ticket was answered, and that its follow-up was looked after in time."""

    def answer(self, asked: Asked) -> tuple[int, Any]:
        status, told = super().answer(asked)
        for one in told.get("items", []) if asked.path == "/api/staff/accounts" else []:
            one["relationship"] |= {"n": 0, "nps": None, "hidden": False}
            one["last_answer"] = MONDAY.date().isoformat()
            one["open"] = 1
            one["case"] = {"id": "0" * 32, "late": False, "opens": True, "due_at": self.due_at}
        return status, told

    due_at = (MONDAY - timedelta(days=3)).isoformat()


class Coming(Kept):
    """The same, while there is still time."""

    due_at = "2099-09-24T08:00:00Z"


def test_an_account_tells_which_answers_are_missing_and_no_day_that_was_kept(browser: Browser) -> None:
    with accounts(browser, company(), kind=Kept) as desk:
        row = desk.open("/accounts").get_by_role("row").filter(has_text="Kaasboer")
        expect(row).to_contain_text("No answers to relationship surveys in twelve months")
        expect(row.get_by_role("link", name="1 open", exact=True)).to_be_visible()
    with accounts(browser, company(), kind=Coming) as desk:
        row = desk.open("/accounts").get_by_role("row").filter(has_text="Kaasboer")
        expect(row.get_by_role("link", name="1 open, due 24 September 2099", exact=True)).to_be_visible()


@pytest.mark.parametrize("width", [360, pytest.param(700, marks=pytest.mark.long)])
def test_whatever_is_said_of_an_account_fits_a_phone(browser: Browser, width: int) -> None:
    with accounts(browser, large(), kind=Long, width=width, scheme="dark", language="de") as desk:
        page = desk.open("/accounts")
        expect(page.get_by_role("link", name="Donaudampf").first).to_be_visible()
        expect(page.get_by_text("128").first).to_be_visible()
        hold(desk, f"accounts-long-{width}-dark-de")
        page.get_by_role("link", name="Donaudampf").first.click()
        expect(page.get_by_role("heading", level=1)).to_be_focused()
        hold(desk)


def test_an_owner_searches_their_own_and_puts_one_on_hold(browser: Browser) -> None:
    world = company()
    with accounts(browser, world, "owner") as desk:
        page = desk.open("/accounts")
        expect(page.get_by_role("row")).to_have_count(2)  # the head, and Kaasboer
        page.get_by_label("The name begins with").fill("mol")
        page.keyboard.press("Enter")
        expect(page.get_by_text("No account begins like that")).to_be_visible()
        hold(desk)
        page.get_by_label("The name begins with").fill("kaas")
        page.keyboard.press("Enter")
        page.get_by_role("link", name="Kaasboer").click()
        page.get_by_role("button", name="Put on hold").click()
        expect(page.get_by_text("Choose the last day of the hold.")).to_be_visible()
        page.get_by_label("Last day").fill("2026-06-30")
        page.get_by_role("button", name="Put on hold").click()
        expect(page.get_by_text("Say why.")).to_be_visible()
        page.get_by_role("textbox", name="Why").fill("They move house")
        page.get_by_role("button", name="Put on hold").click()
        expect(page.get_by_text("On hold until 30 June 2026", exact=True)).to_be_visible()
        hold(desk)
        page.get_by_role("button", name="End the hold").click()
        page.get_by_role("dialog").get_by_role("button", name="End the hold").click()
        expect(page.get_by_text("The hold has ended.")).to_be_visible()
        assert world.standings.holds() == []


def test_the_review_pack_opens_by_a_link_that_is_asked_for(browser: Browser) -> None:
    world = company()
    world.prepare_reviews.run(MONDAY)
    with accounts(browser, world) as desk:
        page = desk.open(f"/accounts/{person_of(world, 'crm-1').account_id}")
        page.get_by_role("button", name="Review pack").click()
        link = page.get_by_role("link", name="Open the review pack")
        expect(link).to_have_attribute("target", "_blank")
        token = (link.get_attribute("href") or "").rpartition("/")[2]
        assert world.links.read_pack(token, world.clock())[0] == person_of(world, "crm-1").account_id
