"""The desk's first page, in Chromium, before the real API on a world in memory.

Leaves pictures in test-artefacts/desk/ for a person to look at.
"""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Browser, expect

from sayso.domain.sending import Pause
from sayso.domain.staff import Role
from tests.e2e.desk_looks import LOOKS, Look, hold
from tests.e2e.desk_numbers import WORLDS, few, nothing, opened
from tests.e2e.desk_office import open_office
from tests.e2e.desk_page import Desks
from tests.e2e.fake_desk import Asked
from tests.unit.test_read_stats import TODAY

__all__ = ["opened"]
pytestmark = pytest.mark.browser
LINES = (
    "all => all.map(one => { const range = document.createRange(); range.selectNodeContents(one); "
    "return new Set([...range.getClientRects()].map(line => line.top)).size; })"
)


@pytest.mark.parametrize("world", WORLDS)
@pytest.mark.parametrize("look", LOOKS)
def test_home_on_every_screen_and_with_much_and_little(opened: Desks, look: Look, world: str) -> None:
    with opened(world, **look.how) as desk:
        page = desk.open("/")
        waits = {"en": "What waits", "de": "Was wartet", "nl": "Wat er wacht"}[look.language]
        expect(page.get_by_role("heading", name=waits)).to_be_visible()
        hold(desk, f"home-{world}-{look.name}")


@pytest.mark.parametrize("role", ["owner", "viewer"])
def test_home_of_an_owner_and_of_a_viewer(opened: Desks, role: Role) -> None:
    with opened("many", role, width=320) as desk:
        page = desk.open("/")
        expect(page.locator(".score.large strong")).to_be_visible()
        desk.settle()
        expect(page.get_by_text("What goes out this week")).to_have_count(0)
        assert page.get_by_role("heading", name="What waits").count() == (role == "owner")
        asked = {one.path for one in desk.site.asked}
        assert ("/api/staff/home/work" in asked) == (role == "owner")
        # Of so few the share is not told: that is no share of nobody.
        expect(page.get_by_text("gave 4 or 5")).to_have_count(0)
        expect(page.get_by_text("of 5", exact=True)).to_be_visible()
        hold(desk, f"home-{role}")


@pytest.mark.parametrize(
    ("language", "width"),
    [("de", 320), *(pytest.param(*one, marks=pytest.mark.long) for one in (("de", 1280), ("nl", 320), ("nl", 1280)))],
)
def test_home_in_other_languages(opened: Desks, language: str, width: int) -> None:
    with opened("many", language=language, width=width, informal=width == 320) as desk:
        page = desk.open("/")
        title = {"de": "Net Promoter Score im Lauf der Zeit", "nl": "Net Promoter Score door de tijd"}[language]
        expect(page.get_by_role("img", name=title)).to_be_visible()
        hold(desk, f"home-{language}-{width}")


def test_the_headline_is_said_whole(opened: Desks) -> None:
    with opened() as desk:
        page = desk.open("/")
        score = page.locator(".home-score")
        expect(score.locator("strong")).to_have_text("+27")
        expect(score).to_contain_text("likely between")
        expect(score).to_contain_text("asked answered")
        expect(score).to_contain_text("12 months to 14 October 2026")
        expect(score).to_contain_text("No reliable change")
        expect(score).to_contain_text("Benchmark +6 (Integron 2024, ICT)")


def test_every_picture_has_its_table(opened: Desks) -> None:
    with opened() as desk:
        page = desk.open("/")
        expect(page.locator("figure.picture")).to_have_count(3)
        for figure in page.locator("figure.picture").all():
            figure.locator("summary").press("Enter")
            expect(figure.get_by_role("table")).to_be_visible()
            assert figure.locator("tbody tr").count() >= 3
        hold(desk, "home-tables")


@pytest.mark.parametrize("language", ["nl", "de"])
def test_open_tables_make_no_screen_too_wide(opened: Desks, language: str) -> None:
    # From 640 px on they are laid out as tables, and the longest headings are not English.
    with opened(language=language, width=640) as desk:
        page = desk.open("/")
        figures = page.locator("figure.picture")
        expect(figures).to_have_count(3)
        for figure in figures.all():
            figure.locator("summary").press("Enter")
            expect(figure.get_by_role("table")).to_be_visible()
        hold(desk, f"home-tables-640-{language}")
        for width in (640, 650, 896, 1000, 1120, 1152, 1280):
            page.set_viewport_size({"width": width, "height": 800})
            desk.settle()
            assert page.evaluate("document.documentElement.scrollWidth") <= width
            assert set(figures.last.locator("tbody th").evaluate_all(LINES)) == {1}, "a word is read in one piece"


def test_what_waits_leads_there_by_keyboard(opened: Desks) -> None:
    with opened() as desk:
        page = desk.open("/")
        late = page.get_by_role("link", name="1 follow-up is late")
        late.focus()
        page.keyboard.press("Tab")
        expect(page.get_by_role("link", name="1 first contact is due today")).to_be_focused()
        page.keyboard.press("Shift+Tab")
        page.keyboard.press("Enter")
        expect(page).to_have_url(f"{desk.site.url}/desk/index.html#/cases?late=yes")


def test_whom_to_tell_stands_under_one_heading(browser: Browser) -> None:
    with open_office(few()) as office:

        def work(asked: Asked) -> Any:
            status, body = office.answer(asked)
            names = {"one": "Faster replies", "two": "Clear bills"}
            body["to_tell"] = [
                {"commitment_id": at, "name": name, "people": {"n": 3, "more": False}} for at, name in names.items()
            ]
            return status, body

        with office.seen(browser, answers={"/api/staff/home/work": work}) as desk:
            page = desk.open("/")
            expect(page.get_by_role("heading", name="People to tell what came of it")).to_have_count(1)
            link = page.get_by_role("link", name="3 Clear bills")
            expect(link).to_have_attribute("href", "#/commitments/two/telling")
            expect(page.get_by_role("link", name="3 Faster replies")).to_be_visible()


def test_a_part_that_fails_leaves_the_others_and_can_be_asked_for_again(opened: Desks) -> None:
    with opened("few", width=320, answers={"/api/staff/home/heard": (500, {})}) as desk:
        page = desk.open("/")
        expect(page.locator(".score.large strong")).to_be_visible()
        expect(page.get_by_role("alert").filter(has_text="did not work")).to_be_visible()
        hold(desk, "home-failed")
        desk.site.answers = {at: told for at, told in desk.site.answers.items() if at != "/api/staff/home/heard"}
        page.get_by_role("button", name="Try again").click()
        expect(page.get_by_role("heading", name="What customers talk about")).to_be_visible()


@pytest.mark.parametrize("look", LOOKS)
def test_paused_sending_is_said_before_all_that_waits(opened: Desks, look: Look) -> None:
    world = nothing()
    world.standings.pause(Pause(at=TODAY, by="manager@polder.example", reason="holidays"))
    with opened(world, **look.how) as desk:
        page = desk.open("/")
        waits = page.locator(".home-work")
        expect(waits.locator(".panel-head + .problem a")).to_have_attribute("href", "#/programme/health")
        hold(desk, f"home-paused-{look.name}")
    with opened(nothing()) as desk:
        page = desk.open("/")
        expect(page.get_by_text("Nothing waits.")).to_be_visible()
        expect(page.get_by_text("Sending is paused")).to_have_count(0)


def told_of(**work: Any) -> dict[str, Any]:
    """What waits, with something else said of it."""
    count = {"n": 0, "more": False}
    contacts = {"since": "2026-09-16T08:00:00Z", "in_time": 1, "of": 1, "median_days": 1, "whole": True}
    cases = {"open": count, "waiting": 0, "due_today": 0, "late": 0}
    none = {"week": None, "reviews": None, "quarter": "2026-Q4", "draft": None, "to_tell": None}
    body = {"cases": cases, "first_contacts": contacts, "unconfirmed": count, **none, **work}
    return {"answers": {"/api/staff/home/work": body}}


@pytest.mark.parametrize(
    ("in_time", "of", "days", "language", "said"),
    [
        (2, 4, 1.5, "en", "Where somebody was in touch, it was after 1.5 working days (median)."),
        (1, 1, 1, "en", "Where somebody was in touch, it was after 1 working day (median)."),
        (1, 1, 0, "en", "Where somebody was in touch, it was within the same working day (median)."),
        (2, 4, 1.5, "de", "Wo jemand Kontakt aufnahm, geschah das nach 1,5 Arbeitstagen (Median)."),
        (1, 1, 1, "nl", "Waar er contact was, was dat na 1 werkdag (mediaan)."),
    ],
)
def test_how_soon_somebody_was_in_touch_is_said_of_those_alone_who_were(
    opened: Desks, in_time: int, of: int, days: float, language: str, said: str
) -> None:
    contacts = {"since": "2026-09-16T08:00:00Z", "in_time": in_time, "of": of, "median_days": days, "whole": True}
    with opened("few", language=language, **told_of(first_contacts=contacts)) as desk:
        expect(desk.open("/").locator(".home-contact")).to_contain_text(said)
        if language == "en":
            expect(desk.page.locator(".home-contact")).to_contain_text("2 of 4 were" if of > 1 else "1 of 1 was")


def test_low_scores_that_are_not_confirmed_lead_to_those_that_were_counted(opened: Desks) -> None:
    with opened("few", **told_of(unconfirmed={"n": 1, "more": False})) as desk:
        page = desk.open("/")
        page.get_by_role("link", name="1 low score that is not confirmed").click()
        expect(page.get_by_role("heading", level=1, name="Answers")).to_be_focused()
        expect(page.get_by_label("From", exact=True)).to_have_value("2026-09-01")  # this month and the last
        expect(page.get_by_label("Group")).to_have_value("detractor")
        expect(page.get_by_label("Not confirmed")).to_be_checked()


@pytest.mark.parametrize(
    ("role", "way"),
    [("manager", "“sayso review due” lists them"), ("owner", "The mail of the quarter leads to the list")],
)
def test_meetings_that_no_view_lists_are_no_link_but_say_the_way(opened: Desks, role: Role, way: str) -> None:
    width = 320 if role == "manager" else 1280  # theirs is the longer one
    with opened("few", role, width=width, **told_of(reviews={"n": 40, "more": False})) as desk:
        line = desk.open("/").get_by_role("listitem").filter(has_text="40 review meetings of 2026-Q4")
        expect(line).to_contain_text(way)
        expect(line.get_by_role("link")).to_have_count(0)
        hold(desk, f"home-reviews-{role}")
