"""To whom a follow-up is handed, two colleagues who do it at once, and a report that says whose it is: in Chromium."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, expect

from tests.e2e.axe import findings
from tests.e2e.desk_cases import KIM, MANAGER, OWNER, Cases, busy, case_of, office

__all__ = ["busy", "office"]
pytestmark = pytest.mark.browser
ZOE = "zoe@polder.example"


def test_who_hands_over_what_a_colleague_has_handed_over_is_told(browser: Browser, busy: Cases) -> None:
    case = case_of(busy, "Anna Jansen")
    with busy.seen(browser) as desk:
        page = desk.open(f"/cases/{case.follow_up_id}")
        page.locator("summary", has_text="Hand over").click()
        page.get_by_label("To whom").select_option(MANAGER)
        page.get_by_label("Why").fill("I call her myself.")
        busy.world.work_on_case.hand_over(case.follow_up_id, OWNER, KIM, "She knows the contract.")
        save = page.get_by_role("button", name="Hand the follow-up over")
        save.click()
        expect(page.get_by_text("Not saved: somebody else handed this follow-up over meanwhile.")).to_be_visible()
        expect(page.get_by_text("She knows the contract.")).to_be_visible()
        expect(page.get_by_label("Why")).to_have_value("I call her myself.")
        assert findings(page) == []
        assert busy.now(case).owner_email == KIM
        # It was seen now, so it is a decision.
        save.click()
        expect(page.get_by_text("Not saved:")).to_have_count(0)
        expect(page.get_by_label("Why")).to_have_value("")
    assert busy.now(case).owner_email == MANAGER


def test_a_manager_picks_an_owner_the_programme_does_not_name(browser: Browser, busy: Cases) -> None:
    case = case_of(busy, "Anna Jansen")
    busy.unhappy("Noor Bos", "Bos & Zoon", owner=ZOE)
    for role in ("owner", "manager"):
        with busy.seen(browser, role) as desk:
            page = desk.open(f"/cases/{case.follow_up_id}")
            page.locator("summary", has_text="Hand over").click()
            offered = page.get_by_label("To whom").locator("option")
            expect(offered.filter(has_text=KIM)).to_have_count(1)
            expect(offered.filter(has_text=ZOE)).to_have_count(int(role == "manager"))
            if role == "manager":
                page.get_by_label("To whom").select_option(ZOE)
                page.get_by_label("Why").fill("She knows them.")
                page.get_by_role("button", name="Hand the follow-up over").click()
                expect(page.get_by_text(f"Handed over to {ZOE}.")).to_be_visible()
                assert findings(page) == []
    assert busy.now(case).owner_email == ZOE


def test_the_report_says_whose_follow_ups_it_is_of(browser: Browser, busy: Cases) -> None:
    for role, said in (
        ("owner", "Your own follow-ups, and those escalated to you"),
        ("manager", "The follow-ups opened"),
    ):
        with busy.seen(browser, role) as desk:
            page = desk.open("/cases/report")
            expect(page.get_by_text(said)).to_be_visible()
            expect(page.get_by_text("Your own follow-ups")).to_have_count(int(role == "owner"))
            assert findings(page) == []
