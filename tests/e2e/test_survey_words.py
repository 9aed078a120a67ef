"""The survey page alone in Chromium: what a person said reaches the company once, whatever comes between."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.e2e.alone import context, files, page, site
from tests.e2e.page_site import BLANK, FakeSite, wait_until, wait_until_nothing_is_kept

__all__ = ["context", "files", "page", "site"]
pytestmark = pytest.mark.browser

SURVEY = "/survey/day50.en.html?t=good"
ANNUAL = "/survey/annual.en.html?t=good"
PROJECT = "/survey/project.5.en.html?t=good"


def send(page: Page) -> None:
    page.get_by_role("button", name="Send to").click()


def sent_without_a_line(page: Page, site: FakeSite, words: str, address: str = SURVEY + "&s=3") -> None:
    """Send is pressed while the server is away, and the page is closed."""
    page.goto(site.url + address)
    wait_until_nothing_is_kept(page)
    page.get_by_label("What went wrong?").fill(words)
    site.fail_with = 503
    send(page)
    expect(page.get_by_role("status")).to_contain_text("we will try again")
    page.goto("about:blank")
    page.wait_for_timeout(200)
    site.fail_with = None
    site.asked.clear()


@pytest.mark.parametrize("address", [SURVEY, SURVEY + "&s=3"])
def test_what_was_sent_before_the_page_was_closed_goes_out_when_it_is_opened_again(
    page: Page, site: FakeSite, address: str
) -> None:
    sent_without_a_line(page, site, "In the lift")
    site.seconds = 0.5
    page.goto(site.url + address)
    expect(page.locator("#news")).to_contain_text("It is being sent now")
    expect(page.get_by_role("heading", name="Thank you")).to_be_visible()
    assert site.answer is not None
    assert (site.answer["score"], site.answer["why"], site.answer["state"]) == (3, "In the lift", "confirmed")
    assert page.evaluate("localStorage.length") == 0
    page.reload()
    page.wait_for_timeout(700)
    assert sum("why" in body for body in site.told) == 1


def test_a_send_that_a_script_pressed_is_no_persons_after_a_reload_either(page: Page, site: FakeSite) -> None:
    page.goto(site.url + SURVEY + "&s=3")
    wait_until_nothing_is_kept(page)
    site.fail_with = 503
    page.evaluate("document.getElementById('form').requestSubmit()")
    page.wait_for_timeout(400)
    page.goto("about:blank")
    site.fail_with = None
    page.goto(site.url + SURVEY)
    page.wait_for_timeout(800)
    assert not any(body["gesture"] for body in site.told)
    expect(page.get_by_role("heading", name="Thank you")).to_be_hidden()


def test_an_answer_that_changed_elsewhere_in_the_meantime_is_not_overwritten(page: Page, site: FakeSite) -> None:
    sent_without_a_line(page, site, "Slow line")
    site.answer = {**BLANK, "score": 9, "why": "All well by now", "state": "confirmed"}
    page.goto(site.url + SURVEY)
    expect(page.locator("#news")).to_contain_text("You answered elsewhere in the meantime")
    expect(page.locator("#why")).to_have_value("Slow line")
    page.wait_for_timeout(300)
    assert site.answer["why"] == "All well by now"
    send(page)
    expect(page.get_by_role("heading", name="Thank you")).to_be_visible()
    assert site.answer["why"] == "Slow line"


def test_what_had_arrived_after_all_is_not_sent_again(page: Page, site: FakeSite) -> None:
    sent_without_a_line(page, site, "Twice is enough")
    assert site.answer is not None
    site.answer.update(why="Twice is enough", state="confirmed")
    page.goto(site.url + SURVEY)
    expect(page.get_by_text("This is what you told us before")).to_be_visible()
    assert site.told == []
    assert page.evaluate("localStorage.length") == 0


def test_another_number_clicked_in_the_mail_comes_after_what_was_sent_before(page: Page, site: FakeSite) -> None:
    sent_without_a_line(page, site, "Never called")
    page.goto(site.url + SURVEY + "&s=9")
    expect(page.get_by_text("You chose 9")).to_be_visible()
    page.wait_for_timeout(600)
    assert site.answer is not None
    assert (site.answer["score"], site.answer["why"]) == (3, "Never called")
    page.mouse.move(50, 50, steps=3)
    page.wait_for_timeout(800)
    assert (site.answer["score"], site.answer["why"]) == (9, "Never called")


def test_a_machine_that_opens_the_link_elsewhere_brings_nothing_along(
    browser: Browser, page: Page, site: FakeSite
) -> None:
    sent_without_a_line(page, site, "Mine")
    machine = browser.new_context()
    opened = machine.new_page()
    opened.goto(site.url + SURVEY + "&s=0")
    opened.wait_for_timeout(400)
    machine.close()
    assert [(body.get("why"), body["gesture"]) for body in site.told] == [(None, False)]
    page.goto(site.url + SURVEY)
    expect(page.get_by_role("heading", name="Thank you")).to_be_visible()
    assert site.answer is not None
    assert (site.answer["score"], site.answer["why"]) == (3, "Mine")


def test_two_tabs_hold_the_same_number_and_the_same_words(context: BrowserContext, page: Page, site: FakeSite) -> None:
    page.goto(site.url + SURVEY + "&s=3")
    page.get_by_label("What went wrong?").fill("From the first tab")
    other = context.new_page()
    other.goto(site.url + SURVEY)
    expect(other.get_by_label("What went wrong?")).to_have_value("From the first tab")
    other.locator("#better").fill("From the second")
    other.locator('[name="score"][value="8"]').check()
    expect(page.locator("#better")).to_have_value("From the second")
    expect(page.get_by_text("You chose 8")).to_be_visible()
    send(other)
    expect(other.get_by_role("heading", name="Thank you")).to_be_visible()
    expect(page.get_by_text("This is what you told us before")).to_be_visible()
    page.mouse.move(60, 60, steps=3)
    page.wait_for_timeout(800)
    assert site.answer is not None
    assert (site.answer["score"], site.answer["why"]) == (8, "From the first tab")
    assert page.evaluate("localStorage.length") == 0


@pytest.mark.alone
def test_a_server_that_names_a_time_to_wait_is_given_it(page: Page, site: FakeSite) -> None:
    page.goto(site.url + SURVEY + "&s=3")
    wait_until_nothing_is_kept(page)
    site.fail_with, site.retry_after = 429, "4"
    send(page)
    expect(page.get_by_role("status")).to_contain_text("That was a lot at once")
    asked = len(site.asked)
    page.wait_for_timeout(2600)
    assert len(site.asked) <= asked + 1  # the gesture's own, and no try of the usual two seconds
    site.fail_with = None
    expect(page.get_by_role("heading", name="Thank you")).to_be_visible(timeout=30_000)


def test_words_wait_for_a_gesture_and_are_said_with_it(page: Page, site: FakeSite) -> None:
    page.goto(site.url + SURVEY + "&s=3")
    wait_until_nothing_is_kept(page)
    page.locator("#why").evaluate("one => { one.focus(); document.execCommand('insertText', false, 'Typed') }")
    page.evaluate("document.getElementById('form').requestSubmit()")
    page.wait_for_timeout(2600)
    assert site.told == [{"score": 3, "gesture": False}]  # nobody is there, so they wait
    page.mouse.move(50, 50, steps=3)
    expect(page.get_by_role("heading", name="Thank you")).to_be_visible()
    assert site.told[-1] == {"score": 3, "gesture": True, "why": "Typed"}


def test_each_opening_has_a_number_of_its_own_which_no_reload_keeps(page: Page, site: FakeSite) -> None:
    page.goto(site.url + SURVEY + "&s=3")
    wait_until(page, lambda: len(site.told) == 1, "the click")
    page.mouse.move(50, 50, steps=3)
    wait_until(page, lambda: len(site.told) == 2, "the gesture")
    wait_until_nothing_is_kept(page)
    page.reload()
    expect(page.locator('[name="score"][value="3"]')).to_be_checked()
    page.mouse.move(90, 90, steps=3)
    wait_until(page, lambda: len(site.told) == 3, "the gesture after the reload")
    visits = [body["visit"] for method, _, body in site.asked if method == "PUT"]
    assert visits[0] == visits[1] != visits[2]
    assert all(0 <= number < 2**31 for number in visits)
    assert page.evaluate("document.cookie + JSON.stringify([localStorage, sessionStorage])") == "[{},{}]"


def test_ratings_may_be_given_left_out_and_taken_back(page: Page, site: FakeSite) -> None:
    page.goto(site.url + ANNUAL + "&s=9")
    page.get_by_role("group", name="Support").get_by_role("radio", name="4 out of 5").check()
    quality = page.get_by_role("group", name="Quality of our work")
    expect(quality.get_by_role("radio", name="No answer")).to_be_hidden()
    quality.get_by_role("radio", name="2 out of 5").check()
    page.reload()
    expect(quality.get_by_role("radio", name="2 out of 5")).to_be_checked()
    send(page)
    expect(page.get_by_role("heading", name="Thank you")).to_be_visible()
    assert site.told[-1]["ratings"] == {"support": 4, "quality": 2}
    page.get_by_role("button", name="Change my answer").click()
    quality.get_by_role("radio", name="No answer").check()
    send(page)
    expect(page.get_by_role("heading", name="Thank you")).to_be_visible()
    assert site.told[-1]["ratings"] == {"quality": None}
    page.goto(site.url + ANNUAL)
    expect(page.get_by_role("radio", name="4 out of 5").and_(page.locator(":checked"))).to_have_count(1)
    expect(quality.locator(":checked")).to_have_count(0)


def test_satisfaction_is_asked_from_one_to_five_in_its_own_words(page: Page, site: FakeSite) -> None:
    page.goto(site.url + PROJECT + "&s=4")
    expect(page.get_by_role("heading", name="How satisfied are you with Polder Hosting?")).to_be_visible()
    expect(page.get_by_text("You chose 4")).to_be_visible()
    expect(page.get_by_label("What did we do well?")).to_be_visible()
    page.get_by_role("radio", name="3 out of 5").first.check()
    expect(page.get_by_label("What would have made it a 4 or a 5?")).to_be_visible()
    page.get_by_role("radio", name="1 out of 5, not at all satisfied").check()
    expect(page.get_by_label("What went wrong?")).to_be_visible()
    send(page)
    expect(page.get_by_text("will get in touch")).to_be_visible()
    assert site.told[-1]["score"] == 1
    assert "reference" not in site.told[-1]


@pytest.mark.parametrize("score", ["0", "6", "10"])
def test_a_number_the_scale_does_not_have_chooses_nothing(page: Page, site: FakeSite, score: str) -> None:
    page.goto(f"{site.url}{PROJECT}&s={score}")
    expect(page.get_by_text("Choose a number from 1 to 5.")).to_be_visible()
    page.wait_for_timeout(300)
    assert site.told == []


def test_only_promoters_are_asked_for_a_reference_and_who_is_none_any_more_takes_it_back(
    page: Page, site: FakeSite
) -> None:
    page.goto(site.url + SURVEY + "&s=9")
    wish = page.get_by_role("checkbox", name="You may name me as a reference.")
    wish.check()
    send(page)
    expect(page.get_by_role("heading", name="Thank you")).to_be_visible()
    assert site.told[-1]["reference"] is True
    page.get_by_role("button", name="Change my answer").click()
    page.locator('[name="score"][value="8"]').check()
    expect(wish).to_be_hidden()
    send(page)
    expect(page.get_by_role("heading", name="Thank you")).to_be_visible()
    assert site.answer is not None
    assert site.answer["reference"] is False
    page.get_by_role("button", name="Change my answer").click()
    page.locator('[name="score"][value="9"]').check()
    expect(wish).not_to_be_checked()
