"""Contacts at the desk, in Chromium: found, explained, blocked and erased.

The pages stand before the desk's real API on a world in memory. Leaves pictures in test-artefacts/desk/.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.e2e.desk_accounts import accounts
from tests.e2e.desk_looks import LOOKS, Look, hold
from tests.unit.test_staff_accounts import company, person_of

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("look", LOOKS)
def test_a_contact_is_found_and_explained(browser: Browser, look: Look) -> None:
    with accounts(browser, company(), **look.how) as desk:
        page = desk.open("/contacts")
        hold(desk)
        page.get_by_role("searchbox").fill("bas@molen.example")
        page.keyboard.press("Enter")
        page.get_by_role("link", name="Bas Mulder").click()
        expect(page.get_by_role("heading", level=1, name="Bas Mulder")).to_be_focused()
        expect(page.locator(".contacts-why li").first).to_be_visible()
        said = {
            "en": "is still looking after an earlier answer",
            "de": "noch um eine frühere Antwort",
            "nl": "nog bezig met een eerder antwoord",
        }[look.language]
        expect(page.get_by_text(said).first).to_be_visible()
        assert page.locator(".contacts-why [lang]").count() == 0, "all of it is in the reader's language"
        hold(desk, f"contact-{look.name}")


def test_an_address_is_blocked_and_the_person_erased(browser: Browser) -> None:
    world = company()
    with accounts(browser, world) as desk:
        page = desk.open(f"/contacts/{person_of(world, 'crm-2').contact_id}")
        page.get_by_text("Do not write to this address any more").click()
        page.get_by_role("combobox", name="Why").select_option("complained")
        page.get_by_role("button", name="Block the address").click()
        expect(page.get_by_text("Not written to").first).to_be_visible()
        page.get_by_text("Write to this address again").click()
        page.get_by_role("button", name="Unblock the address").click()
        expect(page.get_by_text("lift it only if the person asked for it themselves")).to_be_visible()
        page.get_by_label("The person asked for it themselves").check()
        page.get_by_role("button", name="Unblock the address").click()
        expect(page.get_by_text("Nothing stands against it for good.")).to_be_visible()
        with page.expect_download() as saved:
            page.get_by_role("button", name="Save everything held about them").click()
        held = json.loads(Path(saved.value.path()).read_text(encoding="utf-8"))
        assert held["contact"]["email"] == "bas@molen.example"
        erase = page.get_by_role("button", name="Erase this person")
        expect(erase).to_be_disabled()
        page.get_by_label("To erase, type crm-2").fill("crm-2")
        erase.click()
        hold(desk)
        page.get_by_role("dialog").get_by_role("button", name="Erase this person").click()
        expect(page.get_by_text("The person is erased.")).to_be_visible()
        assert world.contacts.by_external_ids(["crm-2"]) == {}


def test_what_is_for_managers_is_nothing_else_to_an_owner(browser: Browser) -> None:
    with accounts(browser, company(), "owner") as desk:
        for path in ("/contacts/import", "/commitments/_new"):
            desk.open("/")
            page = desk.open(path)
            expect(page.get_by_role("heading", level=1, name="Nothing here")).to_be_visible()
            assert not [asked for asked in desk.site.asked if path.endswith(asked.path.rpartition("/")[2])]


def test_an_owner_changes_nobody(browser: Browser) -> None:
    world = company()
    with accounts(browser, world, "owner") as desk:
        page = desk.open(f"/contacts/{person_of(world, 'crm-1').contact_id}")
        expect(page.get_by_text("Nothing stands against it for good.")).to_be_visible()
        expect(page.get_by_role("button")).not_to_contain_text(["Erase", "Block", "Save everything"])
        desk.open(f"/contacts/{person_of(world, 'crm-2').contact_id}")
        expect(page.get_by_text("This does not exist, or no longer does.")).to_be_visible()
