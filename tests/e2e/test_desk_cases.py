"""Follow-ups at the desk, in Chromium: the board and its filters, and every state of every view.

The pages stand before the desk's real API on a world in memory. Leaves pictures in test-artefacts/desk/.
"""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, expect

from tests.e2e.axe import findings
from tests.e2e.desk_cases import OWNER, Cases, busy, case_of, column, office
from tests.e2e.desk_looks import LOOKS, Look, hold
from tests.e2e.desk_page import DeskPage

__all__ = ["busy", "office"]
pytestmark = pytest.mark.browser


def test_the_board_begins_with_five_of_those_that_are_closed(browser: Browser, office: Cases) -> None:
    for number in range(7):
        office.close(office.unhappy(f"Person {number}", "Kaasboer"))
    with office.seen(browser) as desk:
        closed = column(desk.open("/cases"), "Closed lately")
        expect(closed.get_by_role("listitem")).to_have_count(5)
        closed.get_by_role("button", name="Show more").click()
        expect(closed.get_by_role("listitem")).to_have_count(7)
        expect(closed.get_by_role("button", name="Show more")).to_have_count(0)


def test_the_board_has_every_case_in_its_column_and_the_late_ones_first(browser: Browser, busy: Cases) -> None:
    with busy.seen(browser) as desk:
        page = desk.open("/cases")
        expect(column(page, "To contact").get_by_role("listitem")).to_have_count(3)
        first = column(page, "To contact").get_by_role("listitem").first
        expect(first).to_contain_text("Anna Jansen")
        expect(first).to_contain_text("Overdue since today, 10:00")
        expect(first).to_contain_text("escalated to you")
        expect(column(page, "To contact")).to_contain_text("Look into it by tomorrow, 10:00")
        expect(column(page, "Contacted")).to_contain_text("Contacted yesterday, 10:00")
        expect(column(page, "Closed lately")).to_contain_text("Solved; closed Monday 2 March, 10:00")
        assert [one.path for one in desk.site.asked].count("/api/staff/cases") == 3


def test_an_owner_is_told_first_what_is_due_and_sees_their_own_alone(browser: Browser, busy: Cases) -> None:
    theirs = case_of(busy, "Lotte van den Heuvel")
    with busy.seen(browser, "owner") as desk:
        page = desk.open("/cases")
        expect(column(page, "Today")).to_contain_text("1 late.")
        expect(column(page, "Today").get_by_role("link")).to_have_text(["Anna Jansen"])
        expect(column(page, "To contact").get_by_role("listitem")).to_have_count(2)
        expect(page.get_by_text("Lotte")).to_have_count(0)
        expect(column(page, "Escalated to you")).to_have_count(0)
        reader = busy.world.pseudonyms.of_owner(OWNER)
        busy.world.follow_ups.save(busy.now(theirs).escalated(OWNER, reader, busy.world.clock()))
        page.reload()
        expect(column(page, "Escalated to you")).to_contain_text("Lotte")


def test_the_choice_of_a_list_and_its_filters_are_kept(browser: Browser, busy: Cases) -> None:
    with busy.seen(browser) as desk:
        page = desk.open("/cases")
        page.get_by_label("List", exact=True).check()
        table = page.get_by_role("table", name="To contact")
        expect(table.get_by_role("row")).to_have_count(4)
        page.get_by_text("Filter").click()
        page.get_by_label("Contact", exact=True).select_option("phone")
        expect(table.get_by_role("row")).to_have_count(2)
        page.reload()
        expect(page.get_by_role("table", name="To contact").get_by_role("row")).to_have_count(2)
        assert "wish=phone" in page.url


VIEWS = ("board", "empty", "list", "case", "form", "report", "missing", "closed")


def open_view(desk: DeskPage, office: Cases, view: str, language: str) -> None:
    case = case_of(office, "Anna Jansen")
    if view in ("board", "list"):
        page = desk.open("/cases")
        if view == "list":
            page.get_by_label({"en": "List", "de": "Liste", "nl": "Lijst"}[language], exact=True).check()
        expect(page.get_by_text("Omar Haddad").first).to_be_visible()
    elif view == "report":
        page = desk.open("/cases/report")
        expect(page.locator(".cases-figures")).to_be_visible()
        expect(page.locator(".drawing svg").first).to_be_attached()
    elif view == "empty":
        page = desk.open("/cases?survey=day50")
        expect(page.locator(".empty")).to_have_count(3)
    elif view == "missing":
        page = desk.open("/cases/nothing")
        expect(page.locator(".problem")).to_be_visible()
    else:
        if view == "closed":
            office.close(case)
        page = desk.open(f"/cases/{case.follow_up_id}")
        expect(page.locator("blockquote").first).to_be_visible()
        if view == "form":
            page.locator("summary").nth(1).click()
            expect(page.locator("textarea:visible")).to_be_visible()


@pytest.mark.parametrize("look", LOOKS)
def test_every_state_is_for_everybody_and_fits(browser: Browser, busy: Cases, look: Look) -> None:
    with busy.seen(browser, **look.how) as desk:
        for view in VIEWS:
            open_view(desk, busy, view, look.language)
            hold(desk, f"cases-{view}-{look.name}")


@pytest.mark.parametrize("view", ["/cases", "/cases/report", "/cases/nothing"])
def test_without_an_answer_a_view_says_so_and_offers_to_try_again(browser: Browser, busy: Cases, view: str) -> None:
    with busy.seen(browser, "owner") as desk:
        works = desk.site.answers
        desk.site.answers = {**works, "/api/staff/cases*": (500, {"error": {"field": "", "reason": "x"}})}
        page = desk.open(view)
        failed = page.get_by_text("That did not work.")
        expect(failed.first).to_be_visible()
        assert findings(page) == []
        before = failed.count()
        desk.site.answers = works
        page.get_by_role("button", name="Try again").first.click()
        expect(failed).to_have_count(before - 1)
