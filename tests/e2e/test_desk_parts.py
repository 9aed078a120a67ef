"""The parts the desk's views are made of: lists, forms, tabs, dialogs and pictures, by keyboard and in every look.

In Chromium, with a sign-in and an API that are made up. Leaves pictures in test-artefacts/desk/.
"""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.axe import findings, is_whole
from tests.e2e.desk_gallery import ANSWERS, gallery
from tests.e2e.desk_looks import LOOKS, Look, hold
from tests.e2e.desk_page import Desks

__all__ = ["gallery"]
pytestmark = pytest.mark.browser


def focused(page: Page) -> str:
    return str(page.evaluate("document.activeElement.textContent.trim() || document.activeElement.tagName"))


def test_a_list_comes_in_pages_and_what_it_is_filtered_by_is_in_the_address(gallery: Desks) -> None:
    with gallery(ANSWERS) as desk:
        page = desk.open("/gallery/list")
        page.get_by_role("button", name="Show more").click()
        expect(page.get_by_role("row")).to_have_count(51)
        expect(page.get_by_role("button", name="Show more")).to_have_count(0)
        page.get_by_label("Begins with").fill("b")
        expect(page.get_by_role("row")).to_have_count(26)
        assert page.url.endswith("#/gallery/list?begins=b")
        assert [one.query for one in desk.site.asked if one.path == "/api/staff/gallery"] == [
            {},
            {"after": "25"},
            {"begins": "b"},
        ]
        page.get_by_label("Begins with").fill("z")
        expect(page.get_by_text("Nobody begins with that")).to_be_visible()


def test_nothing_is_asked_for_again_while_nobody_does_anything(gallery: Desks) -> None:
    with gallery(ANSWERS) as desk:
        desk.page.clock.install()
        page = desk.open("/gallery/list")
        expect(page.get_by_role("table")).to_be_visible()
        before = len(desk.site.asked)
        page.clock.run_for(600_000)
        desk.settle()
        assert len(desk.site.asked) == before


def test_a_feed_asks_again_but_not_without_a_connection(gallery: Desks) -> None:
    with gallery(ANSWERS) as desk:
        desk.page.clock.install()
        page = desk.open("/gallery/list?every=30")
        expect(page.get_by_role("table")).to_be_visible()
        for _ in range(3):
            with page.expect_response("**/api/staff/gallery*"):
                page.clock.run_for(31_000)
        page.context.set_offline(True)
        expect(page.get_by_text("You are offline")).to_be_visible()
        desk.settle()
        tried: list[str] = []
        page.on("request", lambda one: tried.append(one.url))
        page.clock.run_for(300_000)
        desk.settle()
        assert tried == []


def test_everything_around_a_view_is_reached_by_keyboard(gallery: Desks) -> None:
    with gallery(ANSWERS) as desk:
        page = desk.open("/gallery")
        page.keyboard.press("Tab")
        assert focused(page) == "Skip to the content"
        page.keyboard.press("Enter")
        assert page.evaluate("document.activeElement.id") == "main"
        assert page.url.endswith("#/gallery")
        page.get_by_role("link", name="Changes").focus()
        page.keyboard.press("Enter")
        expect(page.get_by_role("heading", level=1, name="Changes")).to_be_focused()
        assert page.title() == "Changes · Polder Hosting"
        page.go_back()
        expect(page.get_by_role("heading", level=1, name="What there is")).to_be_focused()
        page.get_by_role("button", name="Mara Vos").press("Enter")
        page.keyboard.press("Tab")
        expect(page.get_by_label("Language")).to_be_focused()
        page.keyboard.press("Escape")
        expect(page.get_by_role("button", name="Mara Vos")).to_be_focused()
        expect(page.get_by_role("button", name="Sign out")).to_be_hidden()


def test_on_a_phone_the_way_around_folds_into_a_menu(gallery: Desks) -> None:
    with gallery(ANSWERS, width=320) as desk:
        page = desk.open("/gallery")
        expect(page.get_by_role("link", name="Changes")).to_be_hidden()
        page.get_by_role("button", name="Menu").press("Enter")
        page.get_by_role("link", name="Changes").press("Enter")
        expect(page.get_by_role("heading", level=1, name="Changes")).to_be_focused()
        expect(page.get_by_role("link", name="Changes")).to_be_hidden()
        page.get_by_role("button", name="Menu").press("Enter")
        page.get_by_role("link", name="Changes").press("Escape")
        expect(page.get_by_role("button", name="Menu")).to_be_focused()


def test_what_cannot_be_taken_back_asks_first_and_the_keyboard_comes_back(gallery: Desks) -> None:
    with gallery(ANSWERS) as desk:
        page = desk.open("/gallery/form")
        erase = page.get_by_role("button", name="Erase this contact")
        erase.press("Enter")
        expect(page.get_by_role("dialog", name="Erase this contact")).to_be_visible()
        assert findings(page) == []
        page.keyboard.press("Escape")
        expect(page.get_by_role("dialog")).to_be_hidden()
        expect(erase).to_be_focused()
        assert [one for one in desk.site.asked if one.method == "POST"] == []
        desk.site.fail_with = 503
        erase.press("Enter")
        page.get_by_role("dialog").get_by_role("button", name="Erase this contact").click()
        expect(page.get_by_role("dialog").get_by_role("alert")).to_be_visible()
        desk.site.fail_with = None
        page.get_by_role("dialog").get_by_role("button", name="Erase this contact").click()
        expect(page.get_by_role("status").filter(has_text="The contact is erased.")).to_be_visible()
        expect(page.get_by_role("dialog")).to_be_hidden()
        expect(erase).to_be_focused()


def test_arrow_keys_go_from_tab_to_tab(gallery: Desks) -> None:
    with gallery(ANSWERS) as desk:
        page = desk.open("/gallery/form")
        page.get_by_role("tab", name="The first").press("ArrowRight")
        expect(page.get_by_role("tab", name="The second")).to_be_focused()
        expect(page.get_by_role("tabpanel")).to_have_text("This is the second one.")
        page.get_by_role("tab", name="The second").press("ArrowRight")
        expect(page.get_by_role("tab", name="The first")).to_be_focused()


def test_pictures_are_read_as_drawings_and_anything_else_is_refused(gallery: Desks) -> None:
    with gallery(ANSWERS) as desk:
        page = desk.open("/gallery")
        expect(page.locator(".drawing svg")).to_have_count(3)
        expect(page.get_by_role("img", name="The score by month").first).to_be_visible()
        ids = page.evaluate("[...document.querySelectorAll('svg [id]')].map((one) => one.id)")
        assert len(ids) == len(set(ids)) == 6
        page.locator("summary").first.press("Enter")
        expect(page.get_by_role("table", name="The score by month")).to_be_visible()
        desk.open("/gallery/refused")
        expect(page.get_by_text("This picture cannot be shown.").first).to_be_visible()
        expect(page.locator(".drawing :is(svg, script, img, image, a, rect)")).to_have_count(0)
        expect(page.locator("figure")).to_have_count(16)
        assert page.evaluate("window.broken") is None
        assert all("Content Security Policy" in said for said in desk.complaints)  # the policy stops what is read, too
        desk.complaints.clear()


STATES: dict[str, str] = {
    "changes": "/changes",
    "parts": "/gallery",
    "form": "/gallery/form",
    "list": "/gallery/list",
    "missing": "/nowhere",
}


@pytest.mark.parametrize("look", LOOKS)
def test_axe_finds_nothing_every_target_is_44_pixels_and_nothing_is_cut_off(gallery: Desks, look: Look) -> None:
    # The phone's 320 pixels are also 1280 that are four times as large.
    with gallery(ANSWERS, **look.how) as desk:
        page = desk.page
        page.goto(f"{desk.site.url}/desk/index.html")
        expect(page.get_by_role("button", name=re.compile("^(Sign in|Anmelden|Aanmelden)$"))).to_be_visible()
        hold(desk, f"shell-signin-{look.name}")
        for name, path in STATES.items():
            desk.open(path)
            hold(desk, f"shell-{name}-{look.name}")
        page.get_by_role("button", name=re.compile("^Men[uü]$") if look.width < 700 else "Mara Vos").click()
        hold(desk, f"shell-menu-{look.name}")


def test_axe_would_find_something(gallery: Desks) -> None:
    with gallery(ANSWERS) as desk:
        page = desk.open("/gallery/form")
        page.evaluate("document.querySelector('label[for]').remove(); document.documentElement.lang = ''")
        assert {one.split(":")[0] for one in findings(page)} >= {"label", "html-has-lang"}


@pytest.mark.long
@pytest.mark.parametrize("words", ["en", "nl"])
def test_at_400_percent_and_in_every_language_nothing_is_cut_off(gallery: Desks, words: str) -> None:
    with gallery(ANSWERS, language=words, width=320) as desk:
        for path in STATES.values():
            page = desk.open(path)
            desk.settle()
            assert is_whole(page), path
