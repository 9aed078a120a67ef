"""Answers at the desk, in Chromium: found by filters and words, told of and told whole.

The pages stand before the desk's real API on a world in memory. Leaves pictures in test-artefacts/desk/.
"""

from __future__ import annotations

from datetime import timedelta

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.builders import MONDAY
from tests.e2e.desk_answers import OWNER, Answers, busy, card, cards, feed
from tests.e2e.desk_looks import LOOKS, Look, hold
from tests.e2e.desk_page import DeskPage

__all__ = ["busy"]
pytestmark = pytest.mark.browser


def test_the_newest_comes_first_and_words_are_shown_as_they_were_written(browser: Browser, busy: Answers) -> None:
    with busy.seen(browser) as desk:
        page = feed(desk)
        expect(cards(page).first).to_contain_text("Vera Smit")
        expect(card(page, "Zoë Müller")).to_contain_text("großartig, <b>danke</b>")
        expect(card(page, "Anna Jansen").get_by_role("link", name="Follow-up: Open")).to_be_visible()
        expect(card(page, "Anna Jansen")).to_contain_text("by phone")
        expect(card(page, "Piet de Wit")).to_contain_text("No words came with this answer.")


def test_an_owner_finds_only_their_own_and_nothing_to_hand_out(browser: Browser, busy: Answers) -> None:
    with busy.seen(browser, "owner") as desk:
        page = feed(desk, count=4)
        expect(page.get_by_text("Zoë Müller")).to_have_count(0)
        expect(page.get_by_role("button", name="Export")).to_have_count(0)
        card(page, "Anna Jansen").get_by_role("checkbox").check()
        expect(page.get_by_role("button", name="Link to a commitment")).to_have_count(0)


def test_filters_stand_in_the_address_and_come_back_with_it(browser: Browser, busy: Answers) -> None:
    with busy.seen(browser) as desk:
        page = feed(desk)
        page.locator("summary", has_text="Filters").click()
        page.get_by_label("Group").select_option("detractor")
        expect(cards(page)).to_have_count(2)
        page.get_by_label("with words").check()
        page.get_by_label("Theme", exact=True).select_option("outages")
        expect(cards(page)).to_have_count(1)
        assert "group=detractor" in page.url
        assert "theme=outages" in page.url
        page.reload()
        expect(cards(page)).to_have_count(1)
        expect(page.get_by_label("Group")).to_have_value("detractor")
        page.get_by_role("button", name="Remove all filters").click()
        expect(cards(page)).to_have_count(5)
        card(page, "Omar Haddad").get_by_role("link", name="Haddad BV").click()
        expect(cards(page)).to_have_count(1)
        page.get_by_role("button", name="Not only Haddad BV").click()
        expect(cards(page)).to_have_count(6)  # one of them counts not
        page.get_by_label("Account", exact=True).press_sequentially("jan")
        page.clock.run_for(500)
        expect(page.locator("datalist option")).to_have_attribute("value", "Jansen BV")
        page.get_by_label("Account", exact=True).fill("Jansen BV")
        expect(cards(page)).to_have_count(1)
        page.get_by_label("From", exact=True).fill("2027-01-01")
        expect(page.get_by_text("No answer fits")).to_be_visible()


def test_a_search_is_of_what_is_loaded_and_says_so(browser: Browser, busy: Answers) -> None:
    with busy.seen(browser) as desk:
        page = feed(desk)
        search = page.get_by_label("Search in what is shown")
        search.fill("MULLER Grossartig")
        expect(cards(page)).to_have_count(1)
        expect(page.get_by_text("1 of 5 loaded answers")).to_be_visible()
        asked = len(desk.site.asked)
        search.fill("nothing like it")
        expect(page.get_by_text("Not in what is loaded")).to_be_visible()
        assert len(desk.site.asked) == asked


def test_new_answers_are_told_of_and_shown_when_wanted(browser: Browser, busy: Answers) -> None:
    with busy.seen(browser) as desk:
        page = feed(desk)
        busy.answered("Nora Vos", 4, why="It just came in")
        page.clock.run_for(31_000)
        expect(page.get_by_role("button", name="1 new answer: show it")).to_be_visible()
        expect(cards(page)).to_have_count(5)
        page.get_by_role("button", name="1 new answer: show it").click()
        expect(cards(page).first).to_contain_text("It just came in")
        page.evaluate("Object.defineProperty(document, 'visibilityState', { value: 'hidden' })")
        asked = len(desk.site.asked)
        page.clock.run_for(120_000)
        assert len(desk.site.asked) == asked


def test_older_answers_come_when_wanted_also_after_a_part_without_any(browser: Browser, busy: Answers) -> None:
    base = busy.answered("Tess Groen", 9)
    for number in range(260):
        moment = MONDAY - timedelta(days=1, minutes=number)
        one = base.having(occasion=f"x{number}", score=0 if number > 250 else 9, confirmed_at=moment, revision=0)
        busy.world.responses.save(one, None, MONDAY, None)
    with busy.seen(browser) as desk:
        page = feed(desk, "?group=detractor&survey=annual&driver=", count=2)
        expect(page.get_by_text("Looked back to")).to_be_visible()
        page.get_by_role("button", name="Show more").click()
        expect(cards(page)).to_have_count(11)


def test_one_answer_is_told_whole_and_what_complains_is_withheld(browser: Browser, busy: Answers) -> None:
    busy.answered("Hugo Kok", 1, why="Anna never calls back", drivers=["contact_person"])
    with busy.seen(browser, "owner") as desk:
        page = feed(desk, count=5)
        expect(card(page, "Hugo Kok")).to_contain_text("for somebody else to read")
        expect(page.get_by_text("never calls back")).to_have_count(0)
        card(page, "Anna Jansen").locator("time").click()
        expect(page.get_by_role("heading", name="How we know")).to_be_visible()
        expect(page.get_by_text("Somebody touched the page, moved the pointer or typed")).to_be_visible()
        expect(page.locator(".answers-history > li")).to_have_count(4)
        page.get_by_role("button", name="Outages and maintenance").click()
        expect(page.locator(".answers-history > li")).to_have_count(5)
        expect(page.get_by_text(f"Outages and maintenance: filed by {OWNER}")).to_be_visible()


VIEWS = ["feed", "filters", "chosen", "empty", "unconfirmed", "one", "missing", "failed"]


def open_view(desk: DeskPage, view: str) -> Page:
    if view == "missing":
        page = desk.open("/answers/nothing")
        expect(page.locator(".problem")).to_be_visible()
        return page
    if view == "failed":
        desk.site.answers = {**desk.site.answers, "/api/staff/answers": (500, {"error": {"field": "", "reason": "x"}})}
        page = desk.open("/answers")
        expect(page.locator(".problem")).to_be_visible()
        return page
    if view == "empty":
        page = desk.open("/answers?survey=day50")
        expect(page.locator(".empty")).to_be_visible()
        return page
    if view == "unconfirmed":
        return feed(desk, "?state=unconfirmed", count=1)
    page = feed(desk, "?group=detractor" if view == "filters" else "", count=2 if view == "filters" else 5)
    if view == "feed":
        page.keyboard.press("j")
        page.keyboard.press("j")
    if view == "chosen":
        for at in (0, 2):
            page.locator(".answers-choose input").nth(at).check()
    if view == "one":
        card(page, "Anna Jansen").locator("time").click()
        expect(page.locator(".answers-history")).to_be_visible()
    return page


@pytest.mark.parametrize("look", LOOKS)
def test_every_state_is_for_everybody_and_fits(browser: Browser, busy: Answers, look: Look) -> None:
    with busy.seen(browser, **look.how) as desk:
        for view in VIEWS:
            open_view(desk, view)
            hold(desk, f"answers-{view}-{look.name}")
