"""The case page in Chromium, against a fake API: what its reader does, and that nothing typed is lost or done twice."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from tests.e2e.alone import context, files, page, site
from tests.e2e.case_states import LONG, fill_close, open_task, send, task
from tests.e2e.fake_case import JOINED, LEE, NOW, FakeCase
from tests.e2e.page_site import FakeSite

__all__ = ["context", "files", "page", "site"]
pytestmark = pytest.mark.browser

CASE = "/case/en.html?t=good"
OVER = {"state": "solved", "closed_at": NOW, "outcome": "solved"}


@pytest.fixture(autouse=True)
def opened(page: Page, site: FakeSite) -> None:
    page.goto(site.url + CASE)
    expect(page.locator("#ready")).to_be_visible()


def result(page: Page, text: str) -> None:
    """What was done is said where the keyboard is then."""
    expect(page.locator("#result")).to_contain_text(text)
    expect(page.locator("#result")).to_be_focused()


def offered(page: Page) -> list[str]:
    return [text.strip() for text in page.locator("summary:visible").all_inner_texts()]


def posted(site: FakeSite) -> list[dict[str, object]]:
    return [body for method, _, body in site.asked if method == "POST"]


def close(page: Page) -> Locator:
    form = open_task(page, "close")
    fill_close(form)
    return form


def test_opening_and_reading_changes_nothing(page: Page, site: FakeSite) -> None:
    for name in ("contacted", "close", "note", "hand_over"):
        task(page, name).locator("summary").click()
    page.reload()
    expect(page.locator("#ready")).to_be_visible()
    assert {method for method, _, _ in site.asked} == {"GET"}


def test_in_touch_then_closed_then_open_again(page: Page, site: FakeSite) -> None:
    assert offered(page) == ["I have been in touch", "Close", "Add a note", "Hand over"]
    form = open_task(page, "contacted")
    form.get_by_label("Note (optional)").fill("Left a message.")
    send(form)
    result(page, "What remains is to close the follow-up")
    expect(page.get_by_role("heading", name="Contacted on Thursday 5 March at 11:30 CET")).to_be_visible()
    assert offered(page) == ["Close", "Add a note", "Hand over"]

    form = open_task(page, "close")
    form.get_by_role("radio", name="Communication").check()
    form.get_by_label("What was done, and what was promised").fill(LONG)
    form.get_by_role("radio", name="Solved", exact=True).check()
    expect(form.get_by_role("checkbox", name="Ask again in 30 days whether it is better")).to_be_checked()
    send(form)
    result(page, "The follow-up is closed")
    expect(page.get_by_role("heading", name="Closed: solved")).to_be_visible()
    expect(page.locator('[data-put="ended"]')).to_have_text(
        "Closed on 5 March 2026 · Communication. Will be asked again around 4 April."
    )
    assert offered(page) == ["Reopen"]

    form = open_task(page, "reopen")
    form.get_by_label("Why it is open again").fill("It is back.")
    send(form)
    result(page, "open again")
    expect(page.get_by_role("heading", name="Get in touch by Monday 9 March")).to_be_visible()
    told = page.locator('[data-put="changes"] li')
    expect(told).to_have_count(4)
    expect(told.nth(2)).to_contain_text("Closed · Solved · Communication")
    expect(told.nth(3)).to_contain_text("It is back.")
    said = [{key: value for key, value in body.items() if key != "action_id"} for body in posted(site)]
    assert said == [
        {"do": "contacted", "note": "Left a message."},
        {"do": "close", "note": LONG, "cause": "communication", "outcome": "solved", "recheck": True},
        {"do": "reopen", "note": "It is back."},
    ]
    assert len({str(body["action_id"]) for body in posted(site)}) == 3


def test_a_note_is_text_and_the_form_is_empty_afterwards(page: Page, site: FakeSite) -> None:
    form = open_task(page, "note")
    form.get_by_label("Note").fill("<img src=x onerror=alert(1)> & {{7*7}}")
    send(form)
    result(page, "The note is saved")
    expect(page.locator('[data-put="changes"]')).to_contain_text("<img src=x onerror=alert(1)> & {{7*7}}")
    expect(form.locator("textarea")).to_have_value("")
    page.reload()
    expect(page.locator("#ready")).to_be_visible()
    assert page.locator("details[open]").count() == 0


def test_a_cause_of_ones_own_and_nobody_asked_again(page: Page, site: FakeSite) -> None:
    form = close(page)
    form.get_by_role("radio", name="Something else").check()
    form.get_by_label("In a few words").fill(" The building was flooded ")
    form.get_by_role("checkbox").uncheck()
    form.get_by_role("radio", name="could not be reached").check()
    send(form)
    expect(page.get_by_role("heading", name="Closed: no answer")).to_be_visible()
    expect(page.locator('[data-put="ended"]')).to_have_text("Closed on 5 March 2026 · The building was flooded")
    assert (site.case.done[0]["cause"], site.case.done[0]["recheck"]) == ("The building was flooded", False)


def test_who_wished_no_contact_is_asked_again_only_if_it_is_ticked(page: Page, site: FakeSite) -> None:
    site.case = FakeCase({**FakeCase().shown, "contact": "no"})
    page.reload()
    form = close(page)
    box = form.get_by_role("checkbox", name="Ask again in 30 days")
    expect(box).not_to_be_checked()
    form.get_by_role("radio", name="Price").check()
    page.reload()  # what was not chosen is not in the draft either
    expect(box).not_to_be_checked()
    form.get_by_role("radio", name="could not be reached").check()
    send(form)
    expect(page.get_by_role("heading", name="Closed: no answer")).to_be_visible()
    assert site.case.done[0]["recheck"] is False


def test_what_is_missing_is_said_beside_it_one_after_the_other_and_not_sent(page: Page, site: FakeSite) -> None:
    form = open_task(page, "close")
    steps: list[tuple[str, Callable[[], None]]] = [
        ("Please say what was wrong", form.get_by_role("radio", name="Price").check),
        ("Please write a few words", lambda: form.locator("textarea").fill("Called.")),
        ("Please say how it ended", form.get_by_role("radio", name="Not solved").check),
    ]
    for said, fill in steps:
        send(form)
        expect(form.locator(".missing")).to_have_text(re.compile(said))
        assert page.evaluate("document.activeElement.getAttribute('aria-describedby')").startswith("close-problem")
        fill()
        expect(form.locator(".missing")).to_have_count(0)
    assert posted(site) == []
    send(form)
    expect(page.get_by_role("heading", name="Closed: not solved")).to_be_visible()


def test_it_is_handed_to_a_colleague_and_the_link_is_of_no_use_any_more(page: Page, site: FakeSite) -> None:
    form = open_task(page, "hand_over")
    assert form.locator("option").all_inner_texts() == [
        "Please choose",
        "Lee Visser, lee@polder.example",
        "support@polder.example",
        "Another address",
    ]
    send(form)
    expect(form.locator(".missing")).to_have_text("Please say to whom.")
    form.get_by_label("To whom").select_option(LEE)
    form.get_by_label("Why").fill("A matter of money.")
    send(form)
    expect(page.get_by_role("heading", name=f"Handed over to {LEE}")).to_be_focused()
    page.reload()
    expect(page.get_by_role("heading", name="This follow-up is with somebody else now")).to_be_visible()
    expect(page.get_by_text("Nobody told us why.")).to_have_count(0)


def test_nobody_outside_gets_a_customers_words_and_the_page_says_why(page: Page, site: FakeSite) -> None:
    form = open_task(page, "hand_over")
    form.get_by_label("To whom").select_option("other")
    form.get_by_label("Address", exact=True).fill("rival@elsewhere.example")
    form.get_by_label("Why").fill("Please")
    form.get_by_role("checkbox").check()
    send(form)
    expect(form.locator(".missing")).to_contain_text("colleagues at Polder Hosting only")
    expect(form.get_by_label("Address", exact=True)).to_be_focused()
    form.get_by_label("Address", exact=True).fill("new@polder.example")
    form.get_by_role("checkbox").check()
    send(form)
    expect(page.get_by_role("heading", name="Handed over to new@polder.example")).to_be_visible()


def test_an_address_that_was_typed_is_confirmed_before_the_case_is_gone(page: Page, site: FakeSite) -> None:
    form = open_task(page, "hand_over")
    form.get_by_label("To whom").select_option("other")
    form.get_by_label("Why").fill("A matter of money.")
    sure = form.get_by_role("checkbox")
    expect(sure).to_have_count(0)
    form.get_by_label("Address", exact=True).fill("typo@polder.example")
    send(form)
    expect(form.locator(".missing")).to_have_text("Please confirm the address.")
    expect(sure).to_be_focused()
    expect(form).to_contain_text("It goes to typo@polder.example, who gets the customer's words. This link ends then.")
    sure.check()
    form.get_by_label("Address", exact=True).fill("tipo@polder.example")
    expect(sure).not_to_be_checked()
    form.get_by_label("Address", exact=True).fill(LEE.upper())  # one of the list, typed
    expect(sure).to_have_count(0)
    form.get_by_label("Address", exact=True).fill("typo@polder.example")
    sure.check()
    page.reload()  # asked again: whoever comes back reads it once more
    assert posted(site) == []
    sure.check()
    send(form)
    expect(page.get_by_role("heading", name="Handed over to typo@polder.example")).to_be_visible()


def test_what_is_too_long_is_said_and_kept_and_not_sent(page: Page, site: FakeSite) -> None:
    form = close(page)
    note, count = form.locator("textarea"), form.locator("#close-note-count")
    note.fill("🙂" * 2000 + " \n")  # counted as the server does
    expect(count).to_be_hidden()
    note.fill("x" * 2143)
    expect(count).to_have_text("2,143 characters; 2,000 fit.")
    send(form)
    expect(note).to_be_focused()
    assert note.get_attribute("aria-invalid") == "true"
    assert note.input_value() == "x" * 2143
    page.reload()
    expect(count).to_have_text("2,143 characters; 2,000 fit.")
    note.fill("Called.")
    expect(count).to_be_hidden()
    form.get_by_role("radio", name="Something else").check()
    own = form.get_by_label("In a few words")
    own.fill("y" * 61)
    send(form)
    expect(form.locator("#close-own-count")).to_have_text("61 characters; 60 fit.")
    expect(own).to_be_focused()
    assert posted(site) == []
    form.get_by_role("radio", name="Price").check()  # then nobody needs it shorter
    send(form)
    expect(page.get_by_role("heading", name="Closed: solved")).to_be_visible()
    expect(count).to_be_hidden()


def test_the_quiet_ways_are_as_large_as_a_finger_and_reopening_is_not_the_first_thing_to_do(
    page: Page, site: FakeSite
) -> None:
    site.case = FakeCase({**FakeCase().shown, **OVER})
    page.reload()
    ways = page.locator('[data-put="actions"] a')
    expect(ways).to_have_count(2)
    assert min(box["height"] for way in ways.all() if (box := way.bounding_box())) >= 44
    expect(task(page, "reopen").locator("summary")).not_to_have_class(re.compile("main"))


def test_a_german_time_is_said_as_germans_do(page: Page, site: FakeSite) -> None:
    page.goto(f"{site.url}/case/de.html?t=good")
    expect(page.get_by_role("heading", name="Überfällig seit Mittwoch, 4. März um 10:00 Uhr (MEZ)")).to_be_visible()


def test_whom_it_was_escalated_to_keeps_seeing_it(page: Page, site: FakeSite) -> None:
    site.case = FakeCase({**FakeCase().shown, "is_owner": False})
    page.reload()
    expect(page.get_by_text("This was escalated to you. Responsible: kim@polder.example")).to_be_visible()
    form = open_task(page, "hand_over")
    form.get_by_label("To whom").select_option(LEE)
    form.get_by_label("Why").fill("Kim is ill.")
    send(form)
    result(page, f"Handed over to {LEE}")
    expect(page.get_by_text(f"Responsible: {LEE}")).to_be_visible()


def test_pressing_twice_sends_once(page: Page, site: FakeSite) -> None:
    site.seconds = 0.4
    form = open_task(page, "note")
    form.locator("textarea").fill("Once.")
    form.locator("[type=submit]").dblclick()
    expect(form.get_by_role("status")).to_have_text("Saving …")
    form.locator("textarea").press("Tab")
    page.keyboard.press("Enter")
    result(page, "The note is saved")
    assert len(posted(site)) == 1


def test_what_arrived_and_was_not_confirmed_is_sent_again_under_its_name_and_done_once(
    page: Page, site: FakeSite
) -> None:
    site.case.lose_next = True
    form = open_task(page, "contacted")
    form.locator("textarea").fill("Left a message.")
    send(form)
    expect(form.get_by_role("status")).to_contain_text("The text stays here; please try again")
    page.reload()  # even then
    expect(form.locator("textarea")).to_have_value("Left a message.")
    send(form)
    result(page, "Saved.")
    first, second = posted(site)
    assert first == second
    assert len(site.case.done) == 1


def test_what_was_changed_after_a_failure_is_something_new(page: Page, site: FakeSite) -> None:
    site.fail_with = 503
    form = open_task(page, "note")
    form.locator("textarea").fill("One.")
    send(form)
    expect(form.get_by_role("status")).to_contain_text("Not saved yet")
    form.locator("textarea").fill("Two.")
    site.fail_with = None
    send(form)
    result(page, "The note is saved")
    assert len({str(body["action_id"]) for body in posted(site)}) == 2


def test_offline_nothing_typed_is_lost(page: Page, context: BrowserContext, site: FakeSite) -> None:
    form = close(page)
    context.set_offline(True)
    send(form)
    expect(form.get_by_role("status")).to_contain_text("you are offline")
    context.set_offline(False)
    page.reload()
    expect(form.locator("textarea")).to_have_value(LONG)
    expect(form.get_by_role("radio", name="Solved", exact=True)).to_be_checked()
    send(form)
    expect(page.get_by_role("heading", name="Closed: solved")).to_be_visible()
    assert len(site.case.done) == 1
    assert page.evaluate("Object.values(sessionStorage).join()") == "{}"


@pytest.mark.parametrize(
    ("status", "fault", "says"),
    [
        (410, "token", "this link has expired meanwhile"),
        (410, "owner", "this follow-up is with somebody else by now"),
        (403, "token", "this link does not work any more"),
        (404, "token", "this link does not work any more"),
        (413, "body", "could not be accepted"),
        (500, "", "please try again in a moment"),
        (429, "", "please try again in a moment"),
    ],
)
def test_a_refusal_says_which_and_leaves_the_text(
    page: Page, site: FakeSite, status: int, fault: str, says: str
) -> None:
    form = open_task(page, "note")
    form.locator("textarea").fill(LONG)
    site.fail_with, site.fault = status, fault
    send(form)
    expect(form.get_by_role("status")).to_contain_text(says)
    expect(form.locator("textarea")).to_have_value(LONG)


def test_what_somebody_else_did_meanwhile_is_shown_and_the_text_stays(page: Page, site: FakeSite) -> None:
    form = close(page)
    site.case.shown.update(state="not_solved", outcome="not_solved", closed_at=NOW, cause="price", late=False)
    send(form)
    expect(form.get_by_role("status")).to_contain_text("somebody changed this follow-up meanwhile")
    expect(page.get_by_role("heading", name="Closed: not solved")).to_be_visible()
    expect(form.locator("textarea")).to_have_value(LONG)
    assert "Reopen" in offered(page)


@pytest.mark.parametrize(
    ("token", "heading"),
    [("old", "This link has expired"), ("handed", "is with somebody else now"), ("forged", "This link does not work")],
)
def test_a_link_of_no_use_says_which(page: Page, site: FakeSite, token: str, heading: str) -> None:
    page.goto(f"{site.url}/case/en.html?t={token}")
    expect(page.get_by_role("heading", name=heading)).to_be_focused()
    assert page.locator("summary:visible").count() == 0


def test_what_was_promised_before_and_what_else_was_said_is_read_before_anything_is_done(
    page: Page, site: FakeSite
) -> None:
    site.case = FakeCase({**FakeCase().shown, "joined": [JOINED]})
    page.reload()
    expect(page.locator('[data-part="promised"]')).to_contain_text(
        "Closed on 18 September 2025 · Response time · Not solved"
    )
    expect(page.locator('[data-part="promised"] blockquote')).to_have_text(
        "We call before we restart anything. Promised <in writing>."
    )
    expect(page.locator('[data-part="joined"]')).to_contain_text("2 of 5 · annual survey · answered on 3 March 2026")


@pytest.mark.parametrize(
    ("changes", "says", "says_not"),
    [
        ({"contact": "no"}, "I have looked into it", "I have been in touch"),
        ({"recheck_days": None}, "I have been in touch", "Ask again"),
        ({"recheck_days": 1}, "Ask again tomorrow", "in 1 days"),
        ({"name": ""}, "jo@dune.example", "Jo"),
        ({"promised": []}, "What has happened", "promised before"),
        ({"phone": ""}, "Would like to be called. No phone number is known.", "Call +"),
        ({"contact": "mail", "phone": ""}, "Would like an email.", "No phone number"),
        ({"contact": "no"}, "without calling or writing", "Call +"),
        ({"contact": "no"}, "without calling or writing", "Write to"),
        (
            {**OVER, "asked_again": {"on": "2026-04-04T10:30:00Z", "score": 9, "scale": "nps"}},
            "Closed on 5 March 2026. Asked again on 4 April 2026: 9 of 10.",
            "Will be asked",
        ),
        (
            {**OVER, "asked_again": {"on": "2026-04-04T10:30:00Z", "score": None, "scale": None}},
            "Asked again on 4 April 2026, without an answer so far.",
            "Will be asked",
        ),
    ],
)
def test_the_page_says_what_fits_the_case(
    page: Page, site: FakeSite, changes: dict[str, object], says: str, says_not: str
) -> None:
    site.case = FakeCase({**FakeCase().shown, **changes})
    page.reload()
    expect(page.locator("#ready")).to_be_visible()
    for one in page.locator("details").all():
        if one.is_visible() and one.get_attribute("data-task") == "close":
            one.locator("summary").click()
    text = page.locator("main").inner_text()
    assert says in text
    assert says_not not in text


def test_of_somebody_erased_nothing_can_be_done(page: Page, site: FakeSite) -> None:
    gone = {"name": "", "email": "", "phone": "", "account": "", "contact": None, "erased": True}
    over = {"state": "no_answer", "closed_at": NOW, "outcome": "no_answer"}
    told = {"at": NOW, "by": LEE, "what": "contacted", "note": "", "to": "", "cause": "", "outcome": None}
    site.case = FakeCase({**FakeCase().shown, **gone, **over, "changes": [told]})
    page.reload()
    expect(page.locator('[data-put="changes"]')).to_contain_text("Contacted or looked into")
    expect(page.get_by_role("heading", name="A customer whose details were erased")).to_be_visible()
    assert page.locator("summary:visible").count() == 0
    assert page.locator('a[href^="tel:"], a[href^="mailto:"]').count() == 0


def test_everything_is_done_with_keys_alone(page: Page, site: FakeSite) -> None:
    def press_until(*keys: str, until: Callable[[], bool]) -> None:
        for _ in range(30):
            for key in keys:
                page.keyboard.press(key)
            if until():
                return
        raise AssertionError("not reached with keys")

    def focused(selector: str) -> Callable[[], bool]:
        return lambda: bool(page.evaluate(f"document.activeElement.matches('{selector}')"))

    press_until("Tab", until=focused('[data-task="close"] > summary'))
    page.keyboard.press("Enter")
    press_until("Tab", until=focused('[data-task="close"] [name="cause"]'))
    page.keyboard.press("ArrowRight")
    press_until("Tab", until=focused("#close-note"))
    page.keyboard.type("Called, by keys.")
    press_until("Tab", until=focused('[data-task="close"] [name="outcome"]'))
    page.keyboard.press("ArrowDown")
    press_until("Tab", until=focused('[data-task="close"] [type="submit"]'))
    page.keyboard.press("Enter")
    result(page, "The follow-up is closed")
    done = site.case.done[0]
    assert (done["cause"], done["note"], done["outcome"]) == ("expertise", "Called, by keys.", "not_solved")
    page.keyboard.press("Tab")
    assert focused('[data-task="reopen"] > summary')()


@pytest.mark.parametrize("language", ["en", "de", "nl"])
@pytest.mark.parametrize("width", [320, 360, 768])
def test_every_form_fits_and_every_target_is_44_pixels(page: Page, site: FakeSite, language: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 700})
    page.goto(f"{site.url}/case/{language}.html?t=good")
    for what in ("contacted", "note", "hand_over", "close"):
        form = open_task(page, what)
        if what == "hand_over":
            form.locator("select").select_option("other")
        if what == "close":
            form.locator('[name="cause"]').last.check()
        sizes = form.locator(
            ":is(button, select, textarea, label:has(input), input[type=text], input[type=email]):visible"
        ).evaluate_all("all => all.map(one => [one.getBoundingClientRect().width, one.getBoundingClientRect().height])")
        assert min(min(size) for size in sizes) >= 44
        assert page.evaluate("document.documentElement.scrollWidth") <= width
