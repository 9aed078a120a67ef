"""The static pages in Chromium, against a fake API: what a person sees and what the server is told, without a stack."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, BrowserType, Locator, Page, Route, expect

from sayso.adapters.static_pages import StaticFile
from tests.e2e.alone import context, files, page, site
from tests.e2e.chromium import ARGUMENTS, executable
from tests.e2e.page_site import BLANK, FakeSite, example, plain_page, renderer_of, served, wait_until

__all__ = ["context", "files", "page", "site"]
pytestmark = pytest.mark.browser

SURVEY = "/survey/day50.en.html?t=good"


@pytest.fixture
def scriptless(chromium: BrowserType) -> Iterator[Browser]:
    # Playwright's own switch leaves <noscript> unrendered; this one is what a person without scripts has
    browser = chromium.launch(executable_path=executable(), args=[*ARGUMENTS, "--blink-settings=scriptEnabled=false"])
    yield browser
    browser.close()


def wait_until_told(page: Page, site: FakeSite, count: int) -> None:
    wait_until(page, lambda: len(site.told) >= count, f"{count} answers told to the server")


def number(page: Page, score: int, most: int = 10) -> Locator:
    return page.locator(".scale").get_by_role("radio", name=re.compile(rf"^{score} out of {most}\b"))


def put(page: Page) -> Any:
    return page.expect_response(lambda response: response.request.method == "PUT")


def test_the_clicked_number_is_chosen_said_in_words_and_only_provisional(page: Page, site: FakeSite) -> None:
    with put(page):
        page.goto(site.url + SURVEY + "&s=3")
    expect(number(page, 3)).to_be_checked()
    expect(page.get_by_text("You chose 3")).to_be_visible()
    expect(page.get_by_label("What went wrong?")).to_be_visible()
    page.wait_for_timeout(600)
    assert site.told == [{"score": 3, "gesture": False}]
    assert page.locator("input:checked").count() == 1


def test_the_page_takes_three_requests_and_asks_nobody_else(page: Page, site: FakeSite) -> None:
    requests: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    with put(page):
        page.goto(site.url + SURVEY + "&s=3")
    page.wait_for_timeout(500)
    assert sorted(site.paths) == ["/survey/day50.en.html", "/survey/survey.css", "/survey/survey.js"]
    assert all(url.startswith(site.url) for url in requests)


def test_a_script_cannot_make_a_gesture(page: Page, site: FakeSite) -> None:
    with put(page):
        page.goto(site.url + SURVEY + "&s=3")
    page.evaluate("for (const kind of ['pointerdown', 'keydown', 'input']) window.dispatchEvent(new Event(kind))")
    page.evaluate("document.querySelector('h1').click(); window.scrollTo(0, 400)")
    page.wait_for_timeout(800)
    assert [body["gesture"] for body in site.told] == [False]


@pytest.mark.parametrize(
    "press",
    ["document.querySelector('#form [type=submit]').click()", "document.getElementById('form').requestSubmit()"],
)
def test_a_script_that_sends_does_not_confirm(page: Page, site: FakeSite, press: str) -> None:
    with put(page):
        page.goto(site.url + SURVEY + "&s=3")
    page.evaluate(press)
    page.wait_for_timeout(800)
    assert site.told == [{"score": 3, "gesture": False}]


def test_send_confirms_also_where_a_click_is_all_that_arrives(page: Page, site: FakeSite) -> None:
    # As with voice control and screen readers: the page's own script sees neither pointer nor key
    kinds = ["pointerdown", "pointermove", "touchstart", "keydown", "wheel", "input"]
    page.add_init_script(
        f"for (const kind of {kinds}) addEventListener(kind, (event) => event.stopImmediatePropagation(), true)"
    )
    with put(page):
        page.goto(site.url + SURVEY + "&s=3")
    page.get_by_role("button", name="Send to").click()
    expect(page.get_by_role("heading", name="Thank you")).to_be_visible()
    assert [body["gesture"] for body in site.told] == [False, True]


@pytest.mark.parametrize("gesture", ["key", "pointer", "wheel"])
def test_the_first_gesture_confirms_once(page: Page, site: FakeSite, gesture: str) -> None:
    with put(page):
        page.goto(site.url + SURVEY + "&s=3")
    for _ in range(2):
        {
            "key": lambda: page.keyboard.press("Tab"),
            "pointer": lambda: page.mouse.move(40, 40, steps=3),
            "wheel": lambda: page.mouse.wheel(0, 100),
        }[gesture]()
    wait_until_told(page, site, 2)
    page.wait_for_timeout(600)
    assert site.told == [{"score": 3, "gesture": False}, {"score": 3, "gesture": True}]


@pytest.mark.alone
def test_an_answer_without_a_gesture_says_that_the_page_stayed_visible(page: Page, site: FakeSite) -> None:
    page.goto(site.url + SURVEY + "&s=9")
    page.wait_for_timeout(6500)
    seconds = [body["visible_seconds"] for method, _, body in site.asked if method == "PUT"]
    assert len(seconds) == 2
    assert seconds[1] >= 5
    assert [body["gesture"] for body in site.told] == [False, False]


def test_another_number_is_one_tap_and_goes_out_at_once(page: Page, site: FakeSite) -> None:
    with put(page):
        page.goto(site.url + SURVEY + "&s=3")
    number(page, 8).check()
    wait_until_told(page, site, 2)
    assert site.told[1] == {"score": 8, "gesture": True}
    expect(page.get_by_label("What is missing for a 9 or a 10?")).to_be_visible()
    page.wait_for_timeout(600)
    assert len(site.told) == 2
    page.reload()
    expect(page.get_by_text("You chose 8")).to_be_visible()


def test_requests_go_one_after_another_and_the_last_word_is_the_latest(page: Page, site: FakeSite) -> None:
    site.seconds = 0.3
    page.goto(site.url + SURVEY + "&s=3")
    for one in (4, 5, 6):
        number(page, one).check()
    page.get_by_label("What went wrong?").fill("Slow line")
    page.get_by_role("button", name="Send to").click()
    expect(page.get_by_role("heading", name="Thank you")).to_be_visible()
    assert site.most_at_once == 1
    assert site.told[-1]["score"] == 6
    assert site.told[-1]["why"] == "Slow line"


def test_send_says_everything_then_thanks_and_lets_the_answer_be_changed(page: Page, site: FakeSite) -> None:
    page.goto(site.url + SURVEY + "&s=3")
    page.get_by_label("What went wrong?").fill("Nobody called.")
    page.get_by_role("checkbox", name="Communication").check()
    page.get_by_label("What would make it better?").fill("Call us.")
    page.get_by_text("Yes, by phone").click()
    page.get_by_role("button", name="Send to Polder Hosting").click()
    expect(page.get_by_role("heading", name="Thank you")).to_be_focused()
    expect(page.get_by_text("will get in touch with you within 2 working days")).to_be_visible()
    words = {"why": "Nobody called.", "better": "Call us.", "drivers": ["communication"], "contact": "phone"}
    assert site.told[-1] == {"score": 3, "gesture": True, **words}
    assert page.evaluate("localStorage.length") == 0
    page.get_by_role("button", name="Change my answer").click()
    expect(page.get_by_label("What went wrong?")).to_have_value("Nobody called.")


@pytest.mark.parametrize(
    ("score", "contact", "expected"),
    [
        (3, None, "will get in touch"),
        (3, "No, thank you", "we will not contact you"),
        (9, "Yes, by email", "will get in touch"),
        (9, None, "will read it within a week"),
    ],
)
def test_the_thanks_say_what_happens_next(
    page: Page, site: FakeSite, score: int, contact: str | None, expected: str
) -> None:
    page.goto(f"{site.url}{SURVEY}&s={score}")
    if contact:
        page.get_by_text(contact).click()
    page.get_by_role("button", name="Send to").click()
    expect(page.get_by_text(expected)).to_be_visible()
    expect(page.locator("[data-next]:visible")).to_have_count(1)


def test_an_earlier_answer_is_filled_in_but_never_over_what_was_typed_since(page: Page, site: FakeSite) -> None:
    site.answer = {**BLANK, "score": 9, "why": "Old why", "better": "Old better", "drivers": ["price"]}
    site.answer.update(contact="mail", quote=True)
    site.fail_with = 503
    page.goto(site.url + SURVEY + "&s=2")
    page.get_by_label("What went wrong?").fill("New why")
    site.fail_with = None
    expect(page.get_by_label("What would make it better?")).to_have_value("Old better")
    expect(page.get_by_label("What went wrong?")).to_have_value("New why")
    expect(page.get_by_role("checkbox", name="Price")).to_be_checked()
    expect(page.get_by_role("radio", name="Yes, by email")).to_be_checked()
    expect(page.get_by_text("You chose 2")).to_be_visible()


def test_without_a_number_in_the_link_the_earlier_one_is_shown_and_nothing_is_written(
    page: Page, site: FakeSite
) -> None:
    site.answer = {**BLANK, "score": 9}
    page.goto(site.url + SURVEY)
    expect(number(page, 9)).to_be_checked()
    assert site.told == []


def test_sending_without_a_number_says_what_is_missing(page: Page, site: FakeSite) -> None:
    page.goto(site.url + SURVEY)
    page.get_by_role("button", name="Send to").click()
    expect(page.locator("#chosen")).to_have_text("Please choose a number from 0 to 10 first.")
    expect(number(page, 0)).to_be_focused()
    assert site.told == []


def test_words_survive_a_reload_and_stay_on_the_device_until_they_are_sent(page: Page, site: FakeSite) -> None:
    page.goto(site.url + SURVEY + "&s=3")
    page.get_by_label("What went wrong?").fill("Half a thou")
    page.reload()
    expect(page.get_by_label("What went wrong?")).to_have_value("Half a thou")
    page.goto("about:blank")
    assert not any("why" in body for body in site.told)


@pytest.mark.parametrize("status", [503, 409])
def test_a_failing_server_is_tried_again_until_the_words_have_arrived(page: Page, site: FakeSite, status: int) -> None:
    page.goto(site.url + SURVEY + "&s=3")
    page.get_by_label("What went wrong?").fill("Down again")
    site.fail_with = status
    page.get_by_role("button", name="Send to").click()
    expect(page.get_by_role("status")).to_contain_text("we will try again")
    expect(page.get_by_label("What went wrong?")).to_have_value("Down again")
    site.fail_with = None
    expect(page.get_by_role("heading", name="Thank you")).to_be_visible(timeout=30_000)
    assert site.answer is not None
    assert site.answer["why"] == "Down again"


@pytest.mark.parametrize(
    ("fault", "sentence"), [("why", "Please shorten your text"), ("drivers", "reply to our email")]
)
def test_a_refused_answer_says_what_to_do_and_keeps_the_words(
    page: Page, site: FakeSite, fault: str, sentence: str
) -> None:
    page.goto(site.url + SURVEY + "&s=3")
    page.get_by_label("What went wrong?").fill("A long story")
    site.fail_with, site.fault = 400, fault
    page.get_by_role("button", name="Send to").click()
    expect(page.get_by_role("status")).to_contain_text(sentence)
    expect(page.get_by_label("What went wrong?")).to_have_value("A long story")
    site.fail_with = None
    page.get_by_role("button", name="Send to").click()
    expect(page.get_by_role("heading", name="Thank you")).to_be_visible()


@pytest.mark.parametrize(("status", "fault"), [(400, "better"), (413, "body")])
def test_a_text_that_is_too_long_is_said_beside_it_until_it_is_edited(
    page: Page, site: FakeSite, status: int, fault: str
) -> None:
    sentence = "That is more than we can take in here. Please shorten your text a little."
    page.goto(site.url + SURVEY + "&s=3")
    page.get_by_label("What went wrong?").fill("Short")
    page.get_by_label("What would make it better?").fill("A long story")
    site.fail_with, site.fault = status, fault
    page.get_by_role("button", name="Send to").click()
    better = page.locator("#better")
    expect(better).to_be_focused()
    expect(better).to_have_attribute("aria-invalid", "true")
    expect(better).to_have_accessible_description(sentence)
    expect(page.locator("#better-problem")).to_be_in_viewport()
    expect(page.locator('[aria-invalid="true"]')).to_have_count(1)
    site.fail_with = None
    page.keyboard.press("Backspace")
    expect(page.locator("[aria-invalid], #better-problem")).to_have_count(0)
    expect(better).to_have_accessible_description("")
    expect(page.locator("#status")).to_have_text("")
    expect(better).to_be_focused()
    page.get_by_role("button", name="Send to").click()
    expect(page.get_by_role("heading", name="Thank you")).to_be_visible()
    assert site.told[-1]["better"] == "A long stor"


def test_words_that_cannot_be_taken_do_not_hold_the_number_back(page: Page, site: FakeSite) -> None:
    def refuse_words(route: Route) -> None:
        words = '"why"' in (route.request.post_data or "")
        problem = '{"error": {"field": "why", "reason": "is too long"}}'
        route.fulfill(status=400, content_type="application/json", body=problem) if words else route.continue_()

    page.goto(site.url + SURVEY + "&s=3")
    wait_until_told(page, site, 1)
    page.route("**/api/answer", refuse_words)
    page.get_by_label("What went wrong?").fill("A long story")
    page.keyboard.press("Escape")
    page.locator('[name="score"][value="5"]').check()
    page.get_by_role("button", name="Send to").click()
    expect(page.locator("#why-problem")).to_be_visible()
    wait_until_told(page, site, 2)
    page.wait_for_timeout(700)
    assert site.told[-1] == {"score": 5, "gesture": True}
    expect(page.locator("#why-problem")).to_be_visible()
    expect(page.get_by_role("status")).to_contain_text("Please shorten your text")


# Chromium says that it is back on line before the first request gets through: these tests say when it is.
LINE_IS_SAID_TO_BE_BACK = """{
  addEventListener('online', (event) => event.isTrusted && event.stopImmediatePropagation(), true);
  window.back = () => dispatchEvent(new Event('online'));
}"""


def went_off_line(page: Page, context: BrowserContext, site: FakeSite) -> None:
    """Send is pressed in a tunnel; from then on the page's time stands still, so no timer tries again."""
    page.add_init_script(LINE_IS_SAID_TO_BE_BACK)
    page.clock.install()
    page.goto(site.url + SURVEY + "&s=3")
    wait_until_told(page, site, 1)
    context.set_offline(True)
    page.get_by_label("What went wrong?").fill("In the train")
    page.get_by_role("button", name="Send to").click()
    expect(page.get_by_role("status")).to_contain_text("You are offline")
    page.clock.pause_at(datetime.now(UTC) + timedelta(seconds=1))


def wait_until_through(page: Page) -> None:
    """Until requests arrive again; asked from here, as the page's policy lets nothing be evaluated in it."""
    wait_until(page, lambda: page.evaluate("fetch('/').then(() => true, () => false)"), "the line")


def test_offline_keeps_the_answer_and_sends_it_when_the_line_is_back(
    page: Page, context: BrowserContext, site: FakeSite
) -> None:
    went_off_line(page, context, site)
    context.set_offline(False)
    wait_until_through(page)
    assert not any("why" in body for body in site.told)
    page.evaluate("back()")
    expect(page.get_by_role("heading", name="Thank you")).to_be_visible()
    assert site.told[-1]["why"] == "In the train"


def test_a_line_that_is_back_but_not_yet_through_is_tried_again_soon(
    page: Page, context: BrowserContext, site: FakeSite
) -> None:
    went_off_line(page, context, site)
    for _ in range(4):
        page.evaluate("back()")
        expect(page.get_by_role("status")).to_contain_text("You are offline")
    context.set_offline(False)
    wait_until_through(page)
    page.clock.run_for(4_000)
    expect(page.get_by_role("heading", name="Thank you")).to_be_visible()


def test_what_was_written_while_sending_is_not_taken_for_sent(page: Page, site: FakeSite) -> None:
    page.goto(site.url + SURVEY + "&s=3")
    page.get_by_label("What went wrong?").fill("First")
    site.fail_with = 503
    page.get_by_role("button", name="Send to").click()
    expect(page.get_by_role("status")).to_contain_text("we will try again")
    page.get_by_label("What went wrong?").fill("First and second")
    site.fail_with = None
    expect(page.get_by_role("status")).to_contain_text("has not been sent yet", timeout=30_000)
    page.get_by_role("button", name="Send to").click()
    expect(page.get_by_role("heading", name="Thank you")).to_be_visible()
    assert site.told[-1]["why"] == "First and second"


def test_leaving_takes_along_what_is_unsent(page: Page, site: FakeSite) -> None:
    page.goto(site.url + SURVEY + "&s=3")
    wait_until_told(page, site, 1)
    page.wait_for_timeout(1200)
    page.goto("about:blank")
    wait_until_told(page, site, 2)
    assert site.told[1] == {"score": 3, "gesture": False}
    assert site.asked[1][2]["visible_seconds"] >= 1


@pytest.mark.parametrize(
    ("address", "heading"),
    [
        ("/survey/day50.en.html", "This link does not work"),
        ("/survey/day50.en.html?t=forged&s=3", "This link does not work"),
        ("/survey/day50.en.html?t=late&s=3", "This question has closed"),
        ("/unsubscribe/en.html", "This link does not work"),
        ("/case/en.html", "This link does not work"),
        ("/case/en.html?t=forged", "This link does not work"),
    ],
)
def test_a_useless_link_says_so_and_what_to_do(page: Page, site: FakeSite, address: str, heading: str) -> None:
    page.goto(site.url + address)
    expect(page.get_by_role("heading", name=heading)).to_be_visible()
    expect(page.locator("form")).to_be_hidden() if "survey" in address else None


def test_words_typed_before_the_link_turned_out_useless_go_along_into_a_mail(page: Page, site: FakeSite) -> None:
    with page.expect_response("**/api/answer"):
        page.goto(site.url + SURVEY)
    page.get_by_label("What is the main reason").fill("Ça va & merci")
    site.fail_with = 410
    number(page, 4).check()
    link = page.get_by_role("link", name="hello@polder.example").locator("visible=true")
    expect(link).to_have_attribute("href", "mailto:hello@polder.example?body=%C3%87a%20va%20%26%20merci")


@pytest.mark.parametrize("language", ["en", "de", "nl"])
def test_nothing_overflows_and_every_control_is_a_target_of_44_pixels(
    page: Page, site: FakeSite, language: str
) -> None:
    page.goto(f"{site.url}/survey/day50.{language}.html?t=good&s=3")
    for width in (320, 360, 560, 768, 1200):
        page.set_viewport_size({"width": width, "height": 700})
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        sizes = page.locator("form :is(label:has(input), textarea, button):visible").evaluate_all(
            "all => all.map(one => [one.getBoundingClientRect().width, one.getBoundingClientRect().height])"
        )
        assert len(sizes) == 24
        assert min(min(size) for size in sizes) >= 44


@pytest.mark.parametrize(
    ("address", "sentence"),
    [
        (SURVEY, "If you simply reply to our email"),
        ("/unsubscribe/en.html?t=good", "we will stop these emails for you"),
        ("/case/en.html?t=good", "The email with this link holds"),
    ],
)
def test_without_scripts_the_pages_say_what_to_do_instead(
    scriptless: Browser, site: FakeSite, address: str, sentence: str
) -> None:
    page = scriptless.new_page()
    page.goto(site.url + address)
    text = page.locator("main").inner_text()
    assert sentence in text
    assert page.locator("button:visible").count() == 0
    page.close()


def test_the_plain_page_words_its_question_by_itself_and_sends_a_form(
    scriptless: Browser, files: dict[str, StaticFile], tmp_path: Path
) -> None:
    programme = example()
    html = plain_page(renderer_of(programme, tmp_path), programme, "annual", "en")
    with served(FakeSite(files, {"form": html})) as site:
        page = scriptless.new_page(viewport={"width": 320, "height": 640})
        page.goto(site.url + "/api/plain/form")
        wish = page.get_by_role("checkbox", name="You may name me as a reference.")
        expect(page.get_by_label("What is the main reason for your score?")).to_be_visible()
        expect(wish).to_be_hidden()
        page.get_by_role("button", name="Send to").click()
        assert page.url == site.url + "/api/plain/form"  # the browser itself asks for the number
        number(page, 3).check()
        page.get_by_label("What went wrong?").fill("Slow & dear")
        number(page, 9).check()
        expect(page.get_by_label("What should we be sure to keep?")).to_have_value("Slow & dear")
        wish.check()
        page.get_by_role("group", name="Support").get_by_role("radio", name="4 out of 5").check()
        with page.expect_request(lambda request: request.method == "POST") as sent:
            page.get_by_role("button", name="Send to").click()
        expect(page.locator("#why")).to_have_count(0)
        page.go_back()  # as whoever gets a fault instead of the thanks
        expect(page.locator("#why")).to_have_value("Slow & dear")
        expect(number(page, 9)).to_be_checked()
        page.close()
    assert sent.value.headers["content-type"] == "application/x-www-form-urlencoded"
    assert sent.value.post_data == "score=9&why=Slow+%26+dear&better=&ratings.support=4&reference=yes"


def test_opening_the_unsubscribe_page_changes_nothing_its_button_does_and_undo_takes_it_back(
    page: Page, site: FakeSite
) -> None:
    page.goto(site.url + "/unsubscribe/en.html?t=good")
    page.wait_for_timeout(300)
    assert site.asked == []
    page.get_by_role("button", name="Stop these emails").click()
    expect(page.get_by_role("heading", name="Done")).to_be_focused()
    page.get_by_role("button", name="Undo").click()
    expect(page.get_by_role("heading", name="Everything is as it was")).to_be_focused()
    assert [(method, path, body["undo"]) for method, path, body in site.asked] == [
        ("POST", "/api/unsubscribe/good", False),
        ("POST", "/api/unsubscribe/good", True),
    ]


@pytest.mark.parametrize(
    ("language", "undo", "heading", "sentence"),
    [
        ("en", "Undo", "You will still not get these emails", "no longer unsubscribed"),
        ("de", "Rückgängig machen", "Diese E-Mails kommen trotzdem nicht", "nicht mehr abgemeldet"),
        ("nl", "Terugdraaien", "Deze e-mails komen toch niet", "niet meer afgemeld"),
    ],
)
def test_undo_does_not_promise_mails_to_an_address_that_is_closed_for_another_reason(
    page: Page, site: FakeSite, language: str, undo: str, heading: str, sentence: str
) -> None:
    site.undone = "suppressed"
    page.goto(f"{site.url}/unsubscribe/{language}.html?t=good")
    page.locator("#stop").click()
    page.get_by_role("button", name=undo).click()
    expect(page.get_by_role("heading", name=heading)).to_be_focused()
    expect(page.locator("#suppressed")).to_contain_text(sentence)
    expect(page.locator("#suppressed a")).to_have_attribute("href", "mailto:hello@polder.example")
    assert page.locator("main button:visible").count() == 0


def test_a_forged_unsubscribe_link_and_a_lost_line_are_told_apart(
    page: Page, context: BrowserContext, site: FakeSite
) -> None:
    page.goto(site.url + "/unsubscribe/en.html?t=forged")
    context.set_offline(True)
    page.get_by_role("button", name="Stop these emails").click()
    expect(page.get_by_role("status")).to_contain_text("You are offline")
    context.set_offline(False)
    page.get_by_role("button", name="Stop these emails").click()
    expect(page.get_by_role("heading", name="This link does not work")).to_be_visible()


def test_the_case_shows_the_words_as_text_and_the_way_the_person_chose(page: Page, site: FakeSite) -> None:
    page.goto(site.url + "/case/en.html?t=good")
    expect(page.get_by_role("heading", name="Jo <b>Bakker</b>")).to_be_visible()
    expect(page.locator('[data-put="words"] blockquote')).to_have_text(["Nobody told us why.\nTwice."])
    expect(page.get_by_text("3 of 10 · ticket 4711 · answered on 2 March 2026")).to_be_visible()
    expect(page.get_by_role("link", name="Call +31 30 123 45 67")).to_have_attribute("href", "tel:+31301234567")
    expect(page.get_by_text("Overdue since Wednesday")).to_be_visible()
    expect(page.get_by_role("listitem")).to_contain_text(["9 of 10annual survey1 March 2025"])
    assert all(method == "GET" for method, _, _ in site.asked)


def test_the_case_shows_apart_what_is_not_confirmed_and_why(page: Page, site: FakeSite) -> None:
    page.goto(site.url + "/case/en.html?t=good")
    doubtful = page.locator('[data-part="unconfirmed"]')
    expect(doubtful.get_by_role("heading", name="Not confirmed, not counted")).to_be_visible()
    expect(doubtful).to_contain_text("It is no part of this follow-up")
    lines = doubtful.locator("li").all_inner_texts()
    assert "2 of 10" in lines[0]
    assert "within minutes of the delivery, when mail is scanned; the page was visible for less" in lines[0]
    assert "1 of 5" in lines[1]
    expect(page.locator('[data-put="score"]')).to_have_text(re.compile("^3 of 10"))


def test_a_case_that_cannot_be_loaded_can_be_tried_again(page: Page, site: FakeSite) -> None:
    site.fail_with = 500
    page.goto(site.url + "/case/en.html?t=good")
    expect(page.get_by_role("heading", name="cannot be shown right now")).to_be_visible()
    site.fail_with = None
    page.get_by_role("button", name="Try again").click()
    expect(page.get_by_text("Dune Logistics")).to_be_visible()
