"""What stands around the desk's views: signing in, who may see what, the words, the log of changes, and what it weighs.

In Chromium, with a sign-in and an API that are made up.
"""

from __future__ import annotations

import gzip
import re
from threading import Event
from typing import Any

import pytest
from playwright.sync_api import Browser, expect

from tests.e2e.axe import findings
from tests.e2e.desk_gallery import ANSWERS, CHANGES, desks
from tests.e2e.desk_page import Desks, desk_page
from tests.e2e.fake_desk import DIST, Asked

__all__ = ["desks"]
pytestmark = pytest.mark.browser

LIMIT = 200_000  # bytes of everything the desk may ever fetch of itself, compressed
FIRST_VISIT = 90 * 1024  # and of what somebody fetches who signs in and looks at one view


def test_signing_in_comes_back_to_the_view_one_wanted(desks: Desks) -> None:
    with desks(ANSWERS) as desk:
        page = desk.page
        page.goto(f"{desk.site.url}/desk/index.html#/changes")
        expect(page.get_by_role("heading", level=1)).to_have_text("Desk")
        assert desk.site.asked == []  # nobody is asked before somebody is signed in
        page.get_by_role("button", name="Sign in").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Changes")
        desk.settle()
        assert "code=" not in page.url
        assert "state=" not in page.url
        assert [one.path for one in desk.site.asked] == ["/api/staff/me", "/api/staff/changes"]


def test_tokens_are_kept_in_memory_alone(desks: Desks) -> None:
    with desks(ANSWERS) as desk:
        page = desk.open("/changes")
        kept = page.evaluate("JSON.stringify([Object.entries(localStorage), Object.entries(sessionStorage)])")
        assert "access-" not in kept
        assert "refresh" not in kept
        assert page.context.cookies() == []


def test_a_refused_sign_in_says_so_and_does_not_go_round_in_circles(desks: Desks) -> None:
    with desks(ANSWERS, sign_in_fails=True) as desk:
        page = desk.page
        page.goto(f"{desk.site.url}/desk/index.html")
        page.get_by_role("button", name="Sign in").click()
        expect(page.get_by_role("alert").filter(has_text="Signing in did not work")).to_be_visible()
        page.reload()
        expect(page.get_by_role("button", name="Sign in")).to_be_visible()
        assert desk.site.tokens == 0


def test_whoever_has_no_role_is_told_whom_to_ask(desks: Desks) -> None:
    no_role = (403, {"error": {"field": "role", "reason": "You have no role here yet."}})
    with desks({"/api/staff/me": no_role}) as desk:
        expect(desk.open("/").get_by_role("heading", level=1)).to_have_text("No role yet")
        assert findings(desk.page) == []


@pytest.mark.parametrize(
    ("role", "heading"), [("manager", "Changes"), ("owner", "Nothing here"), ("viewer", "Nothing here")]
)
def test_the_log_of_changes_is_there_for_managers_alone(desks: Desks, role: str, heading: str) -> None:
    with desks(ANSWERS, role=role) as desk:
        page = desk.open("/changes")
        expect(page.get_by_role("heading", level=1)).to_have_text(heading)
        expect(page.get_by_role("link", name="Changes")).to_have_count(1 if role == "manager" else 0)
        desk.settle()
        assert ("/api/staff/changes" in [one.path for one in desk.site.asked]) == (role == "manager")


def test_the_desk_speaks_what_the_browser_does_and_what_is_chosen_stays(desks: Desks) -> None:
    with desks(ANSWERS, language="de", informal=True) as desk:
        page = desk.open("/changes")
        expect(page.get_by_role("heading", level=1)).to_have_text("Änderungen")
        page.get_by_role("button", name="Mara Vos").click()
        page.get_by_label("Sprache").select_option("nl")
        expect(page.get_by_role("heading", level=1)).to_have_text("Wijzigingen")
        expect(page.locator("html")).to_have_attribute("lang", "nl")
        page.reload()
        expect(page.get_by_role("heading", level=1)).to_have_text("Wijzigingen")
        page.get_by_role("button", name="Mara Vos").click()
        page.get_by_label("Taal").select_option("de")
        page.evaluate("location.hash = '/nowhere'")
        expect(page.get_by_text("worauf du keinen Zugriff hast")).to_be_visible()


def test_a_change_is_told_on_the_company_s_day_with_what_it_was_before(desks: Desks) -> None:
    with desks(ANSWERS) as desk:
        page = desk.open("/changes")
        expect(page.get_by_role("heading", level=2)).to_have_text(["2 March 2026"])  # 23:30 UTC is the next day there
        expect(page.locator("ins")).to_have_text(["Solved"])
        expect(page.locator("del")).to_have_text(["Open"])  # what was only begun may not have replaced anything
        expect(page.get_by_text("<b>one</b> before")).to_be_visible()
        expect(page.get_by_text("some thing new")).to_be_visible()
        expect(page.locator("main a")).to_have_attribute("href", "#/cases/4f1c0ffee000")


def test_an_empty_log_says_what_will_stand_there(desks: Desks) -> None:
    with desks({"/api/staff/changes": {"items": [], "next": ""}}) as desk:
        expect(desk.open("/changes").get_by_text("Nothing was changed yet")).to_be_visible()
        assert findings(desk.page) == []


def test_the_whole_desk_weighs_less_than_200_kilobytes_in_all_its_languages_and_a_first_visit_less_than_90(
    browser: Browser,
) -> None:
    weights = {
        f"/desk/{path.relative_to(DIST).as_posix()}": len(gzip.compress(path.read_bytes()))
        for path in DIST.rglob("*")
        if path.is_file()
    }
    assert sum(weights.values()) < LIMIT
    with desk_page(browser, ANSWERS) as desk:
        desk.page.goto(f"{desk.site.url}/desk/index.html#/changes")
        expect(desk.page.get_by_role("button", name="Sign in")).to_be_visible()
        assert len(desk.site.files) <= 6  # the page, its scripts, its styles, the sentences of one language
        desk.page.get_by_role("button", name="Sign in").click()
        expect(desk.page.get_by_role("heading", level=1)).to_have_text("Changes")
        fetched = {path for path in desk.site.files if path in weights}
        assert sum(weights[path] for path in fetched) < FIRST_VISIT


def test_nothing_that_is_built_has_an_inline_script_or_style() -> None:
    html = (DIST / "index.html").read_text(encoding="utf-8")
    assert re.findall(r"<script(?![^>]*\bsrc=)", html) == []
    assert "<style" not in html
    assert " style=" not in html
    assert "http" not in html


def test_waiting_is_quiet_and_said_once_it_takes_long(desks: Desks) -> None:
    said = Event()

    def late(_: Asked) -> Any:
        said.wait(10)
        return CHANGES

    with desks({**ANSWERS, "/api/staff/changes": late}) as desk:
        page = desk.open("/changes")
        expect(page.get_by_role("status").filter(has_text="Loading")).to_be_visible()
        assert findings(page) == []
        said.set()
        expect(page.get_by_role("status").filter(has_text="Loading")).to_have_count(0)
        expect(page.locator("ins")).to_be_visible()
