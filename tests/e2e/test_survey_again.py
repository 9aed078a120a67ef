"""The survey page alone in Chromium, opened before and left for long: what is newer is not overwritten, nor lost."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.alone import context, files, page, site
from tests.e2e.page_site import BLANK, FakeSite, wait_until, wait_until_nothing_is_kept

__all__ = ["context", "files", "page", "site"]
pytestmark = pytest.mark.browser

SURVEY = "/survey/day50.en.html?t=good"
# What somebody said on another device, later than on this one.
ELSEWHERE = {**BLANK, "score": 9, "why": "All solved, thank you", "state": "confirmed"}


def send(page: Page) -> None:
    page.get_by_role("button", name="Send to").click()


def touch(page: Page) -> None:
    page.mouse.move(90, 90, steps=3)
    page.wait_for_timeout(800)


def opened(page: Page, site: FakeSite) -> None:
    """A number was clicked in the mail, and has arrived."""
    page.goto(site.url + SURVEY + "&s=3")
    wait_until_nothing_is_kept(page)


def reloaded_late(page: Page, site: FakeSite, *, seconds: float = 0) -> None:
    """The same page, once there is a newer answer; the server takes so long for each of its own."""
    opened(page, site)
    site.answer, site.clicked = ELSEWHERE, False
    site.asked.clear()
    site.seconds = seconds
    page.reload()


def test_a_reload_does_not_bring_the_old_number_over_a_newer_answer(page: Page, site: FakeSite) -> None:
    reloaded_late(page, site)
    expect(page.get_by_text("You chose 9")).to_be_visible()
    expect(page.locator("#why")).to_have_value("All solved, thank you")
    touch(page)
    assert site.answer is not None
    assert (site.answer["score"], site.answer["why"]) == (9, "All solved, thank you")


def test_nor_does_a_hand_that_is_quicker_than_the_server(page: Page, site: FakeSite) -> None:
    reloaded_late(page, site, seconds=0.6)
    touch(page)
    expect(page.get_by_text("You chose 9")).to_be_visible()
    touch(page)
    assert {body["score"] for body in site.told if body["gesture"]} <= {9}


def test_a_click_that_nobody_was_seen_making_is_confirmed_after_a_reload(page: Page, site: FakeSite) -> None:
    opened(page, site)
    page.reload()
    expect(page.get_by_text("You chose 3")).to_be_visible()
    page.mouse.move(90, 90, steps=3)
    wait_until(page, lambda: site.told[-1] == {"score": 3, "gesture": True}, "the gesture")


def test_a_number_chosen_after_the_reload_counts_at_once(page: Page, site: FakeSite) -> None:
    reloaded_late(page, site, seconds=0.5)
    page.locator('[name="score"][value="6"]').check(force=True)
    wait_until(page, lambda: [body["score"] for body in site.told][-1:] == [6], "the new number")
    expect(page.get_by_text("You chose 6")).to_be_visible()


def test_what_was_sent_before_the_server_was_heard_does_not_overwrite_what_was_said_since(
    page: Page, site: FakeSite
) -> None:
    site.fail_with = 503
    page.goto(site.url + SURVEY + "&s=3")
    page.locator("#why").fill("Written in the tunnel")
    send(page)
    expect(page.get_by_role("status")).to_contain_text("we will try again")
    page.context.set_offline(True)  # so that nothing comes of leaving either
    page.goto("about:blank")
    page.context.set_offline(False)
    site.fail_with, site.answer = None, ELSEWHERE
    page.goto(site.url + SURVEY)
    expect(page.locator("#news")).to_contain_text("You answered elsewhere in the meantime")
    expect(page.locator("#why")).to_have_value("Written in the tunnel")
    touch(page)
    assert site.answer["why"] == "All solved, thank you"


def test_what_arrived_is_not_said_to_have_stayed_because_of_a_space_at_its_end(page: Page, site: FakeSite) -> None:
    opened(page, site)
    page.locator("#why").fill("Twice is enough \n")
    site.seconds = 0.5
    with page.expect_request(lambda request: "why" in (request.post_data or "")):
        send(page)
    page.goto("about:blank")
    wait_until(page, lambda: (site.answer or BLANK)["why"] == "Twice is enough", "what was under way")
    site.seconds = 0
    page.goto(site.url + SURVEY)
    expect(page.get_by_text("This is what you told us before")).to_be_visible()
    expect(page.locator("#news")).to_be_empty()
    assert page.evaluate("localStorage.length") == 0


def test_a_tab_left_open_for_days_can_still_answer(page: Page, site: FakeSite) -> None:
    page.clock.install()
    page.goto(site.url + SURVEY)
    page.clock.fast_forward(72 * 3_600_000)
    page.locator('[name="score"][value="6"]').check(force=True)
    page.locator("#why").fill("On the third day")
    page.clock.run_for(1_000)
    send(page)
    expect(page.get_by_role("heading", name="Thank you")).to_be_visible()
    assert max(body["visible_seconds"] for method, _, body in site.asked if method == "PUT") == 86_400


def test_a_firewall_that_says_no_ends_nothing(page: Page, site: FakeSite) -> None:
    opened(page, site)
    page.locator("#why").fill("Behind a proxy")
    site.fail_with = 403
    send(page)
    expect(page.get_by_role("status")).to_contain_text("we will try again")
    site.fail_with = None
    expect(page.get_by_role("heading", name="Thank you")).to_be_visible()
    assert site.answer is not None
    assert site.answer["why"] == "Behind a proxy"


def test_a_long_text_of_letters_that_take_two_bytes_gets_its_answer(page: Page, site: FakeSite) -> None:
    opened(page, site)
    page.locator("#why").fill("я" * 35_000)
    send(page)
    expect(page.get_by_role("heading", name="Thank you")).to_be_visible()


def test_a_number_after_the_thanks_moves_nothing_under_the_finger(page: Page, site: FakeSite) -> None:
    opened(page, site)
    send(page)
    page.get_by_role("button", name="Change my answer").click()
    page.locator('[name="score"][value="9"]').check(force=True)
    page.wait_for_timeout(900)
    assert page.evaluate("scrollY") < 50


def test_a_draft_outlives_a_clock_that_was_wrong(page: Page, site: FakeSite) -> None:
    opened(page, site)
    page.locator("#why").fill("Typed in another month")
    page.evaluate(
        "for (const [key, text] of Object.entries(localStorage))"
        " localStorage.setItem(key, JSON.stringify({ ...JSON.parse(text), at: Date.now() - 40 * 86_400_000 }))"
    )
    page.reload()
    expect(page.locator("#why")).to_have_value("Typed in another month")
