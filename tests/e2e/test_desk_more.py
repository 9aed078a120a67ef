"""The desk where it has to hold in both directions: much data, little room. In Chromium.

Home at the width of a desk, everything under its heading on a phone, an export of 20,000 answers.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from sayso.domain.doctor_report import report_of
from tests.builders import MONDAY, World
from tests.e2e.desk_numbers import opened
from tests.e2e.desk_office import open_office
from tests.e2e.desk_page import DeskPage, Desks, desk_page
from tests.e2e.fake_desk import Asked

__all__ = ["opened"]
pytestmark = pytest.mark.browser

HOLE = 120  # pixels a part may end above the one beside it
ENDS = """() => [...document.querySelectorAll('.home-score, .home-pictures, .home-drivers')]
    .map(part => [...part.children].map(one => one.getBoundingClientRect()))
    .filter(all => all.length > 1 && all[1].left > all[0].left)
    .map(all => Math.abs(all[0].bottom - all[1].bottom))"""
COLUMNS = """() => [...document.querySelectorAll('.home-score, .home-waits, .home-pictures, .home-drivers')]
    .map(part => new Set([...part.children].map(one => Math.round(one.getBoundingClientRect().left))).size)"""
# Words of the headings over several lines, though they would fit into one.
TORN = """() => [...document.querySelectorAll('main h2')].flatMap(head => {
    const text = document.createTreeWalker(head, NodeFilter.SHOW_TEXT).nextNode();
    return [...text.data.matchAll(/\\S+/g)].filter(word => {
        const range = document.createRange();
        range.setStart(text, word.index);
        range.setEnd(text, word.index + word[0].length);
        return new Set([...range.getClientRects()].map(one => Math.round(one.top))).size > 1;
    }).map(word => word[0]);
})"""
ALL, PART = 20_000, 100
EXPORT = "/api/staff/answers/export"


@pytest.mark.parametrize("width", [1280, 1600])
@pytest.mark.parametrize(("world", "role"), [("many", "manager"), ("few", "manager"), ("many", "viewer")])
def test_home_leaves_no_hole_beside_what_it_shows(opened: Desks, world: str, role: Any, width: int) -> None:
    with opened(world, role, width=width) as desk:
        page = desk.open("/")
        expect(page.locator(".home-pictures svg").locator("visible=true").first).to_be_visible()
        expect(page.locator(".home-drivers svg").locator("visible=true").first).to_be_visible()
        ends = page.evaluate(ENDS)
        assert ends
        assert max(ends) < HOLE
        head, note = (page.locator(f".panel-head > {one}").first.bounding_box() for one in ("h2:has(~ p)", "p"))
        assert head
        assert note
        assert note["y"] >= head["y"] + head["height"], "a note stands under its heading"
        if role == "manager":
            waits, main = page.locator(".home-work").bounding_box(), page.locator("main .view").bounding_box()
            assert waits
            assert main
            assert waits["width"] == main["width"]


def test_home_is_one_column_on_a_phone(opened: Desks) -> None:
    with opened("many", width=390, language="de") as desk:
        page = desk.open("/")
        expect(page.locator(".home-drivers svg").locator("visible=true").first).to_be_visible()
        assert set(page.evaluate(COLUMNS)) == {1}
        assert page.evaluate(TORN) == []


def test_a_heading_keeps_its_words_whole_beside_what_can_be_pressed(browser: Browser) -> None:
    with desk_page(browser, {"/api/staff/home/*": (404, {})}, width=390, language="de") as desk:
        page = desk.open("/")
        page.evaluate(
            """() => document.querySelector('main').insertAdjacentHTML('beforeend', `<section class="panel">
            <div class="panel-head"><h2>Was daraus wurde</h2><div class="actions">
            <button class="second">Mit einer Zusage verknüpfen</button></div></div></section>`)"""
        )
        assert page.evaluate(TORN) == []


@pytest.mark.parametrize(("language", "name"), [("en", "Mails allowed a day"), ("de", "Erlaubte Mails am Tag")])
def test_what_the_doctor_looks_at_has_a_plain_name(browser: Browser, language: str, name: str) -> None:
    world = World()
    world.doctor_reports.keep(
        report_of([("quota", "warning", "Nearly used up.", ""), ("new check", "broken", "Bad.", "")], "jan", MONDAY)
    )
    with open_office(world) as office, office.seen(browser, language=language) as desk:
        page = desk.open("/programme/health")
        expect(page.get_by_role("rowheader", name=name)).to_be_visible()
        unknown = page.get_by_role("rowheader", name="new check")
        expect(unknown).to_be_visible()
        assert unknown.locator("[lang=en]").count() == 1


class Exported:
    """An API with many answers to export, which may be away for a while."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.away_at = -1

    def __call__(self, asked: Asked) -> Any:
        at = int(asked.body["after"] or 0)
        self.asked.append(asked.body["after"])
        if at == self.away_at:
            return 500, {"error": {"field": "", "reason": "as the test asked"}}
        items = [{"name": f"Person {n}", "why": "Too slow; far too slow. " * 10} for n in range(at, at + PART)]
        more = str(at + PART) if at + PART < ALL else ""
        return {"columns": ["name", "why"], "items": items, "next": more, "looked_until": "2026-03-02"}


@pytest.fixture
def exported() -> Exported:
    return Exported()


@pytest.fixture
def desk(browser: Browser, exported: Exported) -> Iterator[DeskPage]:
    answers = {EXPORT: exported, "/api/staff/*": {"items": [], "next": "", "looked_until": None}}
    with desk_page(browser, answers) as desk:
        yield desk


def begin(desk: DeskPage) -> Page:
    page = desk.open("/answers")
    page.get_by_role("button", name="Export").click()
    page.get_by_role("dialog").get_by_role("button", name="Export").click()
    return page


def test_an_export_of_20000_answers_tells_how_far_it_is_and_goes_on_where_it_was_lost(
    desk: DeskPage, exported: Exported
) -> None:
    exported.away_at = ALL // 2
    page = begin(desk)
    dialog = page.get_by_role("dialog")
    expect(dialog.get_by_text("10,000 answers so far, back to 2 March 2026")).to_be_visible(timeout=60_000)
    expect(dialog.get_by_role("alert")).to_be_visible()
    exported.away_at = -1
    with page.expect_download(timeout=60_000) as coming:
        dialog.get_by_role("button", name="Try again").click()
    expect(page.get_by_text("20,000 answers exported.")).to_be_visible()
    text = Path(coming.value.path()).read_text(encoding="utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    assert [row["name"] for row in rows] == [f"Person {n}" for n in reversed(range(ALL))]
    assert len(exported.asked) == ALL // PART + 1, "no part but the lost one was asked for twice"


def test_an_export_whose_question_is_closed_by_a_key_goes_on_nowhere(desk: DeskPage, exported: Exported) -> None:
    page = begin(desk)
    expect(page.get_by_role("dialog").get_by_text("answers so far")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
    page.wait_for_timeout(200)  # what was on its way has come
    asked = len(exported.asked)
    page.wait_for_timeout(300)
    assert len(exported.asked) == asked
    assert asked < ALL // PART
