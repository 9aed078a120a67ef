"""The pages alone in Chromium, on a slow line: what a person does before a page's script is there counts."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, Route, expect

from tests.e2e.alone import context, files, page, site
from tests.e2e.page_site import BLANK, FakeSite, wait_until

__all__ = ["context", "files", "page", "site"]
pytestmark = pytest.mark.browser

SURVEY = "/survey/project.5.en.html?t=good"
WHY = "#why"


@pytest.fixture
def let_script_come(page: Page) -> Callable[[], None]:
    """The page's script stays away until this is called."""
    held: list[Route] = []
    page.route("**/*.js", lambda route: held.append(route))

    def come() -> None:
        wait_until(page, lambda: bool(held), "the page's wish for a script")
        held.pop().continue_()

    return come


def early(page: Page, site: FakeSite, address: str = SURVEY) -> None:
    """Open the page as far as it shows without its script."""
    page.goto(site.url + address, wait_until="commit")
    expect(page.locator(WHY)).to_be_visible()


def kept_here(page: Page, site: FakeSite, let_script_come: Callable[[], None], **words: str) -> None:
    """Words were typed into the page on an earlier visit, and not sent."""
    early(page, site, SURVEY + "&s=2")
    let_script_come()
    expect(page.get_by_text("You chose 2")).to_be_visible()
    for field, said in words.items():
        page.locator(f"#{field}").fill(said)


def send(page: Page) -> None:
    page.get_by_role("button", name="Send to").click()
    expect(page.get_by_role("heading", name="Thank you")).to_be_visible()


def test_what_was_filled_in_before_the_script_came_is_sent(
    page: Page, site: FakeSite, let_script_come: Callable[[], None]
) -> None:
    early(page, site, SURVEY + "&s=2")
    page.locator(WHY).fill("Typed on a train")
    page.get_by_label("Response time").check(force=True)
    page.locator('[name="ratings.quality"][value="4"]').check(force=True)
    page.locator('[name="contact"][value="phone"]').check(force=True)
    let_script_come()
    send(page)
    assert site.answer is not None
    said = {key: site.answer[key] for key in ("score", "why", "drivers", "ratings", "contact")}
    assert said == {
        "score": 2,
        "why": "Typed on a train",
        "drivers": ["response_time"],
        "ratings": {"quality": 4},
        "contact": "phone",
    }


def test_a_number_chosen_on_the_page_takes_the_place_of_the_one_in_the_mail(
    page: Page, site: FakeSite, let_script_come: Callable[[], None]
) -> None:
    early(page, site, SURVEY + "&s=2")
    page.locator('[name="score"][value="5"]').check(force=True)
    let_script_come()
    expect(page.get_by_text("You chose 5")).to_be_visible()
    send(page)
    assert {body["score"] for body in site.told} == {5}


def test_words_of_an_earlier_answer_do_not_take_their_place(
    page: Page, site: FakeSite, let_script_come: Callable[[], None]
) -> None:
    site.answer = {**BLANK, "score": 2, "why": "As it was", "better": "A name", "state": "confirmed"}
    early(page, site)
    page.locator(WHY).fill("As it is")
    let_script_come()
    expect(page.locator("#better")).to_have_value("A name")
    expect(page.locator(WHY)).to_have_value("As it is")
    send(page)
    assert (site.answer["why"], site.answer["better"]) == ("As it is", "A name")


def test_nor_do_words_that_were_kept_on_the_device(
    page: Page, site: FakeSite, let_script_come: Callable[[], None]
) -> None:
    kept_here(page, site, let_script_come, why="Kept", better="Kept too")
    early(page, site, SURVEY + "&s=2")
    page.locator(WHY).fill("New")
    let_script_come()
    expect(page.locator("#better")).to_have_value("Kept too")
    send(page)
    assert site.answer is not None
    assert (site.answer["why"], site.answer["better"]) == ("New", "Kept too")


@pytest.mark.parametrize("address", [SURVEY, SURVEY + "&s=2"])
def test_what_was_filled_in_early_outlives_a_reload_in_a_tunnel(
    page: Page, site: FakeSite, let_script_come: Callable[[], None], address: str
) -> None:
    site.fail_with = 503
    early(page, site, address)
    page.locator(WHY).fill("Typed on a train")
    let_script_come()
    expect(page.get_by_role("button", name="Send to")).to_be_enabled()
    early(page, site, address)
    let_script_come()
    expect(page.locator(WHY)).to_have_value("Typed on a train")


def test_send_cannot_be_pressed_before_anything_would_come_of_it(
    page: Page, site: FakeSite, let_script_come: Callable[[], None]
) -> None:
    early(page, site, SURVEY + "&s=2")
    expect(page.get_by_role("button", name="Send to")).to_be_disabled()
    page.locator('[name="score"][value="3"]').focus()
    page.keyboard.press("Enter")
    page.locator(WHY).fill("Still here")
    let_script_come()
    expect(page.get_by_role("button", name="Send to")).to_be_enabled()
    send(page)
    assert site.answer is not None
    assert site.answer["why"] == "Still here"
    assert [path for method, path, _ in site.asked if method == "POST"] == []


def test_a_field_that_is_tapped_early_still_gets_what_was_kept_for_it(
    page: Page, site: FakeSite, let_script_come: Callable[[], None]
) -> None:
    kept_here(page, site, let_script_come, why="Half a letter")
    early(page, site, SURVEY + "&s=2")
    page.locator(WHY).focus()
    let_script_come()
    expect(page.locator(WHY)).to_have_value("Half a letter")
    send(page)
    assert site.answer is not None
    assert site.answer["why"] == "Half a letter"


@pytest.mark.parametrize(
    ("address", "says"), [(SURVEY, "link to answer without JavaScript"), ("/unsubscribe/en.html?t=good", "write to us")]
)
def test_a_script_that_never_comes_is_said_with_what_to_do(
    page: Page, site: FakeSite, let_script_come: Callable[[], None], address: str, says: str
) -> None:
    page.goto(site.url + address, wait_until="commit")
    note = page.locator(".late")
    expect(note).to_be_hidden()
    expect(note).to_be_visible()
    expect(note).to_contain_text(says)
    let_script_come()
    expect(note).to_have_count(0)


def test_leaving_can_be_pressed_as_soon_as_something_comes_of_it(
    page: Page, site: FakeSite, let_script_come: Callable[[], None]
) -> None:
    page.goto(site.url + "/unsubscribe/en.html?t=good", wait_until="commit")
    stop = page.locator("#stop")
    expect(stop).to_be_disabled()
    let_script_come()
    stop.click()
    expect(page.locator("#done")).to_be_visible()


def test_leaving_works_in_a_browser_of_some_years_ago(page: Page, site: FakeSite) -> None:
    page.add_init_script("delete AbortSignal.timeout")
    page.goto(site.url + "/unsubscribe/en.html?t=good")
    page.locator("#stop").click()
    expect(page.locator("#done")).to_be_visible()
