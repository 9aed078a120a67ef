"""The numbers at the desk, in Chromium, before the real API on a world in memory.

Leaves pictures in test-artefacts/desk/ for a person to look at.
"""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.e2e.desk_looks import LOOKS, Look, hold
from tests.e2e.desk_numbers import opened
from tests.e2e.desk_page import Desks

__all__ = ["opened"]
pytestmark = pytest.mark.browser


@pytest.mark.parametrize("look", LOOKS)
def test_every_look(opened: Desks, look: Look) -> None:
    with opened(**look.how) as desk:
        for at in ("", "over-month", "over-rolling", "by-driver", "by-segment", "by-language", "by-theme"):
            page = desk.open(f"/numbers?look={at}")
            expect(page.locator(".score.large strong")).to_be_visible()
            hold(desk, f"numbers-{at or 'surveys'}-{look.name}")


def test_a_survey_of_one_to_five_and_days_without_answers(opened: Desks) -> None:
    with opened() as desk:
        page = desk.open("/numbers?survey=helpdesk")
        expect(page.locator(".score.large strong")).to_contain_text("of 5")
        hold(desk, "numbers-satisfaction")
        page = desk.open("/numbers?days=own&first=2020-01-01&last=2020-02-01")
        expect(page.get_by_text("No answers in these days").first).to_be_visible()
        hold(desk, "numbers-none")


def test_choosing_goes_into_the_address_and_comes_back_from_it(opened: Desks) -> None:
    with opened() as desk:
        page = desk.open("/numbers")
        page.get_by_label("Look at").select_option("By segment")
        expect(page.get_by_role("rowheader", name="plan: Gold")).to_be_visible()
        page.get_by_label("Days", exact=True).select_option("Own choice")
        expect(page.get_by_text("Choose the first and the last day.")).to_be_visible()
        page.get_by_label("First day").fill("2026-01-01")
        page.get_by_label("Last day").fill("2026-03-31")
        expect(page.get_by_text("1 January 2026 to 31 March 2026")).to_be_visible()
        assert desk.site.asked[-1].query["first"] == "2026-01-01"
        page.reload()
        expect(page.get_by_text("1 January 2026 to 31 March 2026")).to_be_visible()


def test_what_was_refused_is_said_where_it_is(opened: Desks) -> None:
    with opened() as desk:
        page = desk.open("/numbers?days=own&first=2026-02-01&last=2026-01-01")
        expect(page.get_by_label("First day")).to_have_attribute("aria-invalid", "true")
        hold(desk, "numbers-refused")


def test_scores_of_owners_are_a_managers(opened: Desks) -> None:
    for role in ("manager", "owner", "viewer"):
        with opened("many", role) as desk:
            page = desk.open("/numbers")
            expect(page.locator(".score.large strong")).to_be_visible()
            offered = page.get_by_label("Look at").locator("option").all_inner_texts()
            assert ("By person responsible" in offered) == (role == "manager"), role


def test_a_viewer_is_offered_what_tells_of_nobody_and_no_small_part(opened: Desks) -> None:
    with opened("many", "viewer") as desk:
        desk.open("/numbers")
        offered = desk.page.get_by_label("Look at").locator("option").evaluate_all("all => all.map(one => one.value)")
        assert {"by-driver", "by-theme", "over-month"} <= {*offered}
        assert not {"by-segment", "by-language", "by-owner", "over-week"} & {*offered}
        for look in ("by-driver", "by-theme", "over-month", ""):
            page = desk.open(f"/numbers?look={look}")
            expect(page.locator(".score.large strong")).to_be_visible()
            hold(desk, f"numbers-viewer-{look or 'surveys'}")
