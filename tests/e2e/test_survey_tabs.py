"""The survey page alone in Chromium: other tabs, other devices and other people at the same computer."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.e2e.alone import context, files, page, site
from tests.e2e.page_site import BLANK, FakeSite, wait_until, wait_until_nothing_is_kept

__all__ = ["context", "files", "page", "site"]
pytestmark = pytest.mark.browser

SURVEY = "/survey/day50.en.html?t=good"
# Tries again when the test says so, and soon from then on: however long another tab takes for what is in between.
# What takes 20 seconds is no retry: a request is given up then.
RETRIES_WAIT = """{
  const wait = window.setTimeout, forget = window.clearTimeout;
  let waiting = true, held = null, id = null;
  window.setTimeout = (run, ms) => {
    if (!(ms >= 2000) || ms === 20_000) return wait(run, ms);
    if (!waiting) return wait(run, 100);
    held = run;
    return (id = wait(() => {}, 1e9));
  };
  window.clearTimeout = (which) => {
    if (which === id) held = null;
    forget(which);
  };
  window.goOn = () => {
    waiting = false;
    held?.();
  };
}"""
FROZEN = "addEventListener('storage', (event) => event.stopImmediatePropagation(), true);"
KEPT = "Object.keys(localStorage).filter((key) => key.startsWith('sayso-draft-')).length"


def send(page: Page) -> None:
    page.get_by_role("button", name="Send to").click()


def number(page: Page, score: int) -> None:
    page.locator(f'[name="score"][value="{score}"]').check()


def words_told(site: FakeSite) -> list[str]:
    return [body["why"] for body in site.told if "why" in body]


def test_send_says_what_was_changed_here_and_shows_what_was_said_elsewhere(page: Page, site: FakeSite) -> None:
    page.goto(site.url + SURVEY)
    wait_until(page, lambda: bool(site.asked), "the question for an earlier answer")
    letter = {"why": "A letter from the phone", "drivers": ["price"], "contact": "mail", "quote": True}
    site.answer = {**BLANK, **letter, "score": 7, "ratings": {}, "state": "confirmed"}
    number(page, 4)
    send(page)
    expect(page.get_by_role("heading", name="Thank you")).to_be_visible()
    expect(page.get_by_text("will get in touch with you")).to_be_visible()
    assert [set(body) for body in site.told] == [{"score", "gesture"}] * len(site.told)
    assert site.answer == {**BLANK, **letter, "score": 4, "state": "confirmed"}
    page.get_by_role("button", name="Change my answer").click()
    expect(page.locator("#why")).to_have_value("A letter from the phone")
    expect(page.get_by_role("checkbox", name="Price")).to_be_checked()


def test_what_was_said_elsewhere_is_never_filled_in_under_the_cursor(page: Page, site: FakeSite) -> None:
    page.goto(site.url + SURVEY)
    page.locator("#why").focus()
    site.answer = {**BLANK, "score": 7, "why": "From the phone", "better": "Phone too", "state": "confirmed"}
    page.evaluate("document.querySelector('[name=score][value=\"4\"]').click()")
    expect(page.locator("#better")).to_have_value("Phone too")
    expect(page.locator("#why")).to_have_value("")
    number(page, 5)
    expect(page.locator("#why")).to_have_value("From the phone")


def sent_in_vain(page: Page, site: FakeSite, words: str) -> None:
    """Send is pressed while the server is away; by itself the page tries again after `go_on` only."""
    page.add_init_script(RETRIES_WAIT)
    page.goto(site.url + SURVEY + "&s=3")
    wait_until_nothing_is_kept(page)
    # The first gesture is told a moment after it: nothing of it is to come in between later on.
    page.locator("#why").click()
    wait_until(page, lambda: site.told[-1]["gesture"], "the gesture")
    page.locator("#why").fill(words)
    site.fail_with = 503
    send(page)
    expect(page.get_by_role("status")).to_contain_text("we will try again")
    site.fail_with = None


def go_on(page: Page) -> None:
    """What the page would have tried again it tries now."""
    page.evaluate("goOn()")


def sent_from(page: Page, site: FakeSite, noticed_by: Page | None = None) -> None:
    """Another tab takes up what was sent in vain, sends it, and then, once the first has noticed, something newer."""
    page.goto(site.url + SURVEY)
    expect(page.get_by_role("heading", name="Thank you")).to_be_visible()
    if noticed_by:
        expect(noticed_by.locator("#status")).to_have_text("")
    page.get_by_role("button", name="Change my answer").click()
    page.locator("#why").fill("Newer")
    send(page)
    expect(page.get_by_role("heading", name="Thank you")).to_be_visible()
    assert site.answer is not None
    assert site.answer["why"] == "Newer"


def test_what_another_tab_sent_meanwhile_is_not_overwritten_by_a_retry(
    context: BrowserContext, page: Page, site: FakeSite
) -> None:
    sent_in_vain(page, site, "First")
    sent_from(context.new_page(), site, noticed_by=page)
    expect(page.locator("#why")).to_have_value("Newer")
    go_on(page)
    page.wait_for_timeout(1_000)
    assert site.answer is not None
    assert (site.answer["score"], site.answer["why"]) == (3, "Newer")
    assert words_told(site)[-1] == "Newer"
    expect(page.locator("#status")).to_have_text("")
    wait_until_nothing_is_kept(page)


def test_a_tab_does_not_try_again_because_another_one_took_up_the_same_words(
    context: BrowserContext, page: Page, site: FakeSite
) -> None:
    sent_in_vain(page, site, "First")
    page.evaluate("addEventListener('storage', () => (window.noticed = true))")
    other = context.new_page()
    other.add_init_script(RETRIES_WAIT)
    other.goto(site.url + SURVEY)
    wait_until(page, lambda: bool(page.evaluate("window.noticed")), "the first tab to notice")
    wait_until(page, lambda: len(words_told(site)) == 2, "the other tab to send")
    page.wait_for_timeout(300)
    assert words_told(site) == ["First", "First"]


def test_a_tab_that_slept_through_what_another_one_sent_asks_before_it_tries_again(
    context: BrowserContext, page: Page, site: FakeSite
) -> None:
    page.add_init_script(FROZEN)
    sent_in_vain(page, site, "First")
    sent_from(context.new_page(), site)
    go_on(page)
    expect(page.locator("#news")).to_contain_text("You answered elsewhere in the meantime")
    page.wait_for_timeout(1_000)
    assert site.answer is not None
    assert site.answer["why"] == "Newer"
    expect(page.locator("#why")).to_have_value("First")
    send(page)
    expect(page.get_by_role("heading", name="Thank you")).to_be_visible()
    assert site.answer["why"] == "First"


def test_what_another_tab_is_about_to_send_comes_in_the_place_of_what_this_one_is(
    context: BrowserContext, page: Page, site: FakeSite
) -> None:
    sent_in_vain(page, site, "First")
    site.fail_with = 503
    other = context.new_page()
    other.add_init_script(RETRIES_WAIT)
    other.goto(site.url + SURVEY)
    other.locator("#why").fill("Second")
    send(other)
    wait_until(page, lambda: "Second" in words_told(site), "the other tab to send")
    expect(page.locator("#status")).to_have_text("")
    site.fail_with = None
    site.asked.clear()
    go_on(page)
    go_on(other)
    wait_until(page, lambda: bool(site.answer and site.answer["why"] == "Second"), "the other tab's words")
    page.wait_for_timeout(1_000)
    assert site.answer is not None
    assert site.answer["why"] == "Second"
    assert {*words_told(site)} == {"Second"}


def test_words_are_sent_all_the_same_where_the_device_keeps_nothing(page: Page, site: FakeSite) -> None:
    page.add_init_script("Storage.prototype.setItem = () => { throw new Error('full') }")
    page.goto(site.url + SURVEY + "&s=3")
    page.wait_for_timeout(500)
    page.locator("#why").fill("Kept in the page")
    site.fail_with = 503
    send(page)
    expect(page.get_by_role("status")).to_contain_text("we will try again")
    site.fail_with = None
    expect(page.get_by_role("heading", name="Thank you")).to_be_visible(timeout=30_000)
    assert site.answer is not None
    assert site.answer["why"] == "Kept in the page"


def opened_with_a_clock_that_stands(page: Page, site: FakeSite) -> None:
    """The page with its number taken in; its time goes on when the test says so, however slow the machine is."""
    page.clock.install()
    page.goto(site.url + SURVEY + "&s=3")
    wait_until_nothing_is_kept(page)
    page.clock.pause_at(datetime.now(UTC) + timedelta(seconds=1))


def test_a_key_held_down_sends_its_last_number_only(page: Page, site: FakeSite) -> None:
    opened_with_a_clock_that_stands(page, site)
    page.locator('[name="score"]:checked').focus()
    for _ in range(57):
        page.keyboard.down("ArrowRight")
        page.clock.run_for(30)
    page.keyboard.up("ArrowRight")
    chosen = int(page.locator('[name="score"]:checked').get_attribute("value") or "")
    assert chosen == (3 + 57) % 11
    assert len(site.told) == 1
    page.clock.run_for(800)
    wait_until_nothing_is_kept(page)
    page.clock.run_for(800)
    page.wait_for_timeout(300)
    assert [body["score"] for body in site.told] == [3, chosen]


@pytest.mark.parametrize("leave", ["away", "send"])
def test_the_last_number_arrives_however_quickly_the_page_is_left_or_sent(
    page: Page, site: FakeSite, leave: str
) -> None:
    opened_with_a_clock_that_stands(page, site)
    page.evaluate("document.querySelector('[name=score]:checked').focus()")
    page.keyboard.press("ArrowRight")
    if leave == "away":
        page.goto("about:blank")
        wait_until(page, lambda: len(site.told) > 1, "the last number")
    else:
        page.locator("#form [type=submit]").press("Enter")
        expect(page.get_by_role("heading", name="Thank you")).to_be_visible()
        page.clock.run_for(1_000)
    page.wait_for_timeout(300)
    assert site.told[1:] == [{"score": 4, "gesture": True}]


def test_drafts_are_gone_after_five_weeks_and_when_everything_arrived(page: Page, site: FakeSite) -> None:
    page.goto(site.url + SURVEY + "&s=3")
    wait_until_nothing_is_kept(page)
    page.evaluate(
        "for (const [name, days] of [['old', 36], ['new', 34]]) localStorage.setItem('sayso-draft-' + name, "
        "JSON.stringify({ said: {}, score: 3, send: null, at: Date.now() - days * 86_400_000 }));"
        "localStorage.setItem('sayso-draft-broken', '{'); localStorage.setItem('sayso-draft-dateless', '{}');"
        "localStorage.setItem('not-ours', '1')"
    )
    page.reload()
    kept = ["not-ours", "sayso-draft-new"]
    wait_until(page, lambda: sorted(page.evaluate("Object.keys(localStorage)")) == kept, f"{kept} alone on the device")
    page.locator("#why").fill("Mine")
    assert page.evaluate(KEPT) == 2
    send(page)
    expect(page.get_by_role("heading", name="Thank you")).to_be_visible()
    assert sorted(page.evaluate("Object.keys(localStorage)")) == ["not-ours", "sayso-draft-new"]


@pytest.mark.parametrize("status", [410, 403])
def test_a_draft_of_a_link_that_is_of_no_use_any_more_goes_along_into_the_mail_only(
    page: Page, site: FakeSite, status: int
) -> None:
    page.goto(site.url + SURVEY + "&s=3")
    wait_until_nothing_is_kept(page)
    page.locator("#why").fill("Too late")
    assert page.evaluate(KEPT) == 1
    site.fail_with, site.fault = status, "token"
    page.reload()
    expect(page.locator(".mail:visible")).to_have_attribute("href", "mailto:hello@polder.example?body=Too%20late")
    page.wait_for_timeout(500)
    assert page.evaluate(KEPT) == 0
