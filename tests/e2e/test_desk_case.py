"""One follow-up at the desk, in Chromium: worked through by keyboard alone, and nothing typed that is ever lost.

The pages stand before the desk's real API on a world in memory.
"""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, expect

from sayso.domain.follow_up import FollowUp
from tests.e2e.axe import findings
from tests.e2e.desk_cases import KIM, MANAGER, OWNER, WORDS, Cases, busy, case_of, column, office
from tests.e2e.desk_page import DeskPage

__all__ = ["busy", "office"]
pytestmark = pytest.mark.browser


def test_a_case_is_worked_through_by_keyboard_alone(browser: Browser, busy: Cases) -> None:
    case = case_of(busy, "Anna Jansen")
    with busy.seen(browser, "owner") as desk:
        page = desk.open("/cases")
        expect(column(page, "To contact").get_by_role("link", name="Anna Jansen")).to_be_visible()
        press_until(page, "Anna Jansen", within="To contact")
        page.keyboard.press("Enter")
        expect(page.get_by_role("heading", level=1)).to_have_text("Anna Jansen")
        expect(page.get_by_role("heading", level=1)).to_be_focused()
        expect(page.get_by_text(WORDS)).to_be_visible()

        press_until(page, "I have been in touch")
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")
        page.keyboard.type("Called: she wants one person to call.")
        press_until(page, "Save the contact")
        page.keyboard.press("Enter")
        expect(page.get_by_text("What remains is to close the follow-up.")).to_be_visible()
        expect(page.get_by_role("heading", name="Contacted today")).to_be_focused()
        assert busy.now(case).state == "contacted"

        press_until(page, "Close")
        page.keyboard.press("Enter")
        press_until(page, "Close the follow-up")
        page.keyboard.press("Enter")
        expect(page.get_by_text("Please say what was wrong.")).to_be_visible()
        expect(page.locator("input[type=radio]:focus")).to_have_count(1)
        page.keyboard.press("Space")
        press_until(page, "TEXTAREA")
        page.keyboard.type("Kim is her contact from now on.")
        page.keyboard.press("Tab")
        page.keyboard.press("Space")  # solved
        press_until(page, "Close the follow-up")
        page.keyboard.press("Enter")
        expect(page.get_by_text("The follow-up is closed.")).to_be_visible()
        expect(page.get_by_role("heading", name="Solved; closed today")).to_be_focused()
    done = busy.now(case)
    assert (done.state, done.cause) == ("solved", "response_time")
    assert [(one.what, one.by) for one in done.changes[-2:]] == [("contacted", OWNER), ("closed", OWNER)]
    busy.role = "manager"
    assert [one["what"] for one in busy.desk.changes] == ["case.close", "case.contacted"]


def press_until(page: Page, wanted: str, within: str = "") -> None:
    """Tab until something that is called so, or is such an element, has the focus."""
    for _ in range(80):
        page.keyboard.press("Tab")
        said = page.evaluate(
            "(() => { const at = document.activeElement; const region = at.closest('section[aria-labelledby]');"
            " const name = region && document.getElementById(region.getAttribute('aria-labelledby')).textContent;"
            " return [at.textContent.trim(), at.tagName, name]; })()"
        )
        if wanted in said[:2] and within in ("", said[2]):
            return
    raise AssertionError(f"the keyboard never came to {wanted}")


def open_note(desk: DeskPage, case: FollowUp, text: str) -> Page:
    page = desk.open(f"/cases/{case.follow_up_id}")
    page.locator("summary", has_text="Add a note").click()
    page.get_by_label("Note", exact=True).fill(text)
    return page


def save_note(page: Page) -> None:
    page.get_by_role("button", name="Save the note").click()


def test_what_was_typed_outlives_a_reload_a_lost_line_and_a_fault(browser: Browser, busy: Cases) -> None:
    case = case_of(busy, "Anna Jansen")
    with busy.seen(browser, "owner") as desk:
        page = open_note(desk, case, "Half a sentence")
        page.reload()
        expect(page.get_by_label("Note", exact=True)).to_have_value("Half a sentence")
        page.context.set_offline(True)
        save_note(page)
        expect(page.get_by_text("Not saved: you are offline.")).to_be_visible()
        assert findings(page) == []
        page.context.set_offline(False)
        desk.site.fail_with = 500
        save_note(page)
        expect(page.get_by_text("Not saved yet.")).to_be_visible()
        desk.site.fail_with = None
        expect(page.get_by_label("Note", exact=True)).to_have_value("Half a sentence")
        save_note(page)
        expect(page.get_by_text("The note is saved.")).to_be_visible()
        names = {one.body["action_id"] for one in desk.site.asked if one.method == "POST"}
        assert len(names) == 1  # the same thing tried again, however often, is done once
    assert [one.note for one in busy.now(case).changes if one.what == "noted"] == ["Half a sentence"]


def test_a_colleague_who_was_quicker_is_shown_and_the_text_stays(browser: Browser, busy: Cases) -> None:
    case = case_of(busy, "Anna Jansen")
    with busy.seen(browser, "owner") as desk:
        page = desk.open(f"/cases/{case.follow_up_id}")
        page.locator("summary", has_text="I have been in touch").click()
        page.get_by_label("Note (optional)").fill("Called her at nine.")
        busy.close(case, KIM, note="Done by Kim.")
        page.get_by_role("button", name="Save the contact").click()
        expect(page.get_by_text("Not saved: somebody changed this follow-up meanwhile.")).to_be_visible()
        expect(page.get_by_text("Done by Kim.")).to_be_visible()
        expect(page.get_by_label("Note (optional)")).to_have_value("Called her at nine.")
        assert findings(page) == []


def test_a_session_that_ends_while_writing_keeps_the_text(browser: Browser, busy: Cases) -> None:
    case = case_of(busy, "Anna Jansen")
    with busy.seen(browser, "owner", refresh_fails=True) as desk:
        page = open_note(desk, case, "Worth keeping")
        desk.site.token_ended = True
        save_note(page)
        expect(page.get_by_role("alert").filter(has_text="Your session has ended.").first).to_be_visible()
        expect(page.get_by_label("Note", exact=True)).to_have_value("Worth keeping")
        page.get_by_role("button", name="Sign in again").first.click()
        expect(page.get_by_label("Note", exact=True)).to_have_value("Worth keeping")


def test_an_owner_who_hands_over_sees_it_no_more(browser: Browser, busy: Cases) -> None:
    case = case_of(busy, "Anna Jansen")
    with busy.seen(browser, "owner") as desk:
        page = desk.open(f"/cases/{case.follow_up_id}")
        page.locator("summary", has_text="Hand over").click()
        save = page.get_by_role("button", name="Hand the follow-up over")
        save.click()
        expect(page.get_by_text("Please say to whom.")).to_be_visible()
        page.get_by_label("To whom").select_option("*")
        page.get_by_label("Address").fill("sam@elsewhere.example")
        page.get_by_label("Why").fill("She knows the contract.")
        save.click()
        expect(page.get_by_text("Please confirm the address.")).to_be_visible()
        page.get_by_label("It goes to sam@elsewhere.example").check()
        save.click()
        expect(page.get_by_text("to colleagues only")).to_be_visible()
        assert findings(page) == []
        page.get_by_label("To whom").select_option(KIM)
        save.click()
        expect(page.get_by_role("heading", level=1)).to_have_text(f"Handed over to {KIM}")
        expect(page.get_by_role("heading", level=1)).to_be_focused()
        assert findings(page) == []
        page.get_by_role("link", name="To the follow-ups").click()
        expect(column(page, "To contact")).to_contain_text("Omar Haddad")
        expect(page.get_by_text("Anna Jansen")).to_have_count(0)
        desk.open(f"/cases/{case.follow_up_id}")
        expect(page.get_by_text("This does not exist, or no longer does.")).to_be_visible()
    assert busy.now(case).owner_email == KIM


def test_somebody_elses_case_is_closed_by_a_manager_in_their_own_name(browser: Browser, busy: Cases) -> None:
    case = case_of(busy, "Lotte van den Heuvel")
    with busy.seen(browser) as desk:
        page = desk.open(f"/cases/{case.follow_up_id}")
        expect(page.get_by_text("Does not want to be contacted.")).to_be_visible()
        expect(page.get_by_role("link", name="Call")).to_have_count(0)
        page.locator("summary", has_text="I have looked into it").click()
        page.get_by_role("button", name="Save it").click()
        expect(page.get_by_role("heading", name="Looked into today")).to_be_visible()
    assert busy.now(case).changes[-1].by == MANAGER
