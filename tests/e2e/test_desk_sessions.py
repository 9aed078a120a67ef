"""Sessions that end and connections that go: nothing that was typed is lost, and nothing is sent twice.

In Chromium, with a sign-in and an API that are made up. Leaves pictures in test-artefacts/desk/.
"""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.e2e.axe import findings
from tests.e2e.desk_gallery import ANSWERS, gallery
from tests.e2e.desk_looks import picture
from tests.e2e.desk_page import Desks

__all__ = ["gallery"]
pytestmark = pytest.mark.browser


def test_a_reload_signs_in_again_by_itself_and_stays_where_it_was(gallery: Desks) -> None:
    with gallery(ANSWERS) as desk:
        page = desk.open("/gallery/list")
        page.reload()
        expect(page.get_by_role("heading", level=1)).to_have_text("A list")
        assert desk.site.tokens == 2


def test_signing_out_takes_back_the_token_forgets_what_was_typed_and_ends_the_session(gallery: Desks) -> None:
    with gallery(ANSWERS) as desk:
        page = desk.open("/gallery/form")
        page.get_by_label("Note").fill("Half a sentence")
        page.get_by_role("button", name="Mara Vos").click()
        page.get_by_role("button", name="Sign out").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Desk")
        assert desk.site.files[-20:].count("/oauth2/revocation") == 1
        assert "/logout" in desk.site.files
        page.get_by_role("button", name="Sign in").click()
        page.evaluate("location.hash = '/gallery/form'")
        expect(page.get_by_label("Note")).to_have_value("")


def test_a_token_that_is_over_is_renewed_without_a_word(gallery: Desks) -> None:
    with gallery(ANSWERS) as desk:
        page = desk.open("/gallery/form")
        desk.site.token_ended = True
        page.get_by_label("Note").fill("The line was down.")
        page.get_by_role("button", name="Save the note").click()
        expect(page.get_by_text("The note is saved.")).to_be_visible()
        sent = [one.body["note"] for one in desk.site.asked if one.method == "POST"]
        assert sent == ["The line was down."] * 2
        assert desk.site.tokens == 2


def test_a_session_that_ends_in_the_middle_keeps_what_was_typed(gallery: Desks) -> None:
    with gallery(ANSWERS) as desk:
        page = desk.open("/gallery/form")
        desk.site.token_ended = desk.site.refresh_fails = True
        page.get_by_label("Note").fill("The line was down.")
        page.get_by_role("button", name="Save the note").click()
        expect(page.get_by_role("alert").filter(has_text="What you typed is kept")).to_be_visible()
        expect(page.get_by_label("Note")).to_have_value("The line was down.")
        assert findings(page) == []
        picture(page, "shell-session-over")
        page.locator(".banner button").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("What is typed")
        expect(page.get_by_label("Note")).to_have_value("The line was down.")
        page.get_by_role("button", name="Save the note").click()
        expect(page.get_by_text("The note is saved.")).to_be_visible()
        page.reload()
        expect(page.get_by_label("Note")).to_have_value("")  # what was sent is no draft any more


def test_somebody_else_in_the_same_tab_does_not_find_what_was_typed(gallery: Desks) -> None:
    with gallery(ANSWERS) as desk:
        page = desk.open("/gallery/form")
        page.get_by_label("Note").fill("Half a sentence")
        desk.site.role = "owner"
        page.reload()
        expect(page.get_by_label("Note")).to_have_value("")


def test_without_a_connection_the_page_says_so_and_goes_on_by_itself_when_it_is_back(gallery: Desks) -> None:
    with gallery(ANSWERS) as desk:
        page = desk.open("/gallery/form")
        page.get_by_label("Note").fill("The line was down.")
        page.evaluate("location.hash = '/gallery/list'")
        expect(page.get_by_role("table")).to_be_visible()
        page.context.set_offline(True)
        expect(page.get_by_text("You are offline. What you typed stays here")).to_be_visible()
        page.get_by_role("button", name="Show more").click()
        expect(page.get_by_role("alert").filter(has_text="You are offline")).to_be_visible()
        expect(page.get_by_role("row")).to_have_count(26)
        assert findings(page) == []
        page.context.set_offline(False)
        expect(page.get_by_role("row")).to_have_count(51)
        expect(page.get_by_text("You are offline")).to_have_count(0)
        page.evaluate("location.hash = '/gallery/form'")
        expect(page.get_by_label("Note")).to_have_value("The line was down.")


def test_a_server_that_is_gone_is_no_missing_connection(gallery: Desks) -> None:
    with gallery(ANSWERS) as desk:
        page = desk.open("/gallery/form")
        page.route("**/api/staff/**", lambda route: route.abort())
        page.get_by_label("Note").fill("The line was down.")
        page.get_by_role("button", name="Save the note").click()
        expect(page.get_by_role("alert").filter(has_text="The server cannot be reached")).to_be_visible()
        page.unroute("**/api/staff/**")
        page.get_by_role("button", name="Save the note").click()
        expect(page.get_by_text("The note is saved.")).to_be_visible()
        expect(page.get_by_text("The server cannot be reached")).to_have_count(0)


def test_a_refusal_stands_at_its_field_and_an_outage_above_the_button(gallery: Desks) -> None:
    refused = (400, {"error": {"field": "note", "reason": "note may have 100 characters"}})
    with gallery({**ANSWERS, "POST /api/staff/gallery": refused}) as desk:
        page = desk.open("/gallery/form")
        page.get_by_role("button", name="Save the note").click()
        expect(page.get_by_label("Note")).to_have_attribute("aria-invalid", "true")
        expect(page.get_by_label("Note")).to_have_accessible_description(re.compile("note may have 100 characters"))
        desk.site.fail_with = 503
        page.get_by_role("button", name="Save the note").click()
        expect(page.get_by_role("alert").filter(has_text="That did not work")).to_be_visible()


def test_twice_pressed_is_once_sent(gallery: Desks) -> None:
    with gallery(ANSWERS) as desk:
        page = desk.open("/gallery/form")
        desk.site.seconds = 0.3
        page.get_by_role("button", name="Save the note").dblclick()
        expect(page.get_by_text("The note is saved.")).to_be_visible()
        assert len([one for one in desk.site.asked if one.method == "POST"]) == 1
