"""The survey page alone in Chromium: what makes a gesture, and what only looks like one."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.alone import context, files, page, site
from tests.e2e.page_site import FakeSite

__all__ = ["context", "files", "page", "site"]
pytestmark = pytest.mark.browser

SURVEY = "/survey/day50.en.html?t=good&s=3"
SCRIPTED = {
    "number": "document.querySelector('[name=score][value=\"8\"]').click()",
    "label of a number": "document.querySelector('[name=score][value=\"8\"]').parentElement.click()",
    "what a number's label shows": "document.querySelector('[name=score][value=\"8\"] + span').click()",
    "reason": "document.querySelector('[name=drivers]').click()",
    "label of a reason": "document.querySelector('[name=drivers]').parentElement.click()",
    "contact": "document.querySelector('[name=contact]').click()",
    "quote": "document.querySelector('[name=quote]').click()",
    "label of a text": "document.querySelector('label[for=why]').click()",
    "text": "document.getElementById('why').focus(); document.execCommand('insertText', false, 'Typed')",
    "send": "document.querySelector('#form [type=submit]').click()",
    "an event that says it is a mouse's": "document.querySelector('[name=score][value=\"8\"]').parentElement"
    ".dispatchEvent(new PointerEvent('click', { bubbles: true, detail: 1, pointerType: 'mouse' }))",
}


def opened(page: Page, site: FakeSite) -> None:
    """The page, its number taken in, and 20 seconds of its clock later."""
    page.clock.install()
    with page.expect_response(lambda response: response.request.method == "PUT"):
        page.goto(site.url + SURVEY)
    page.clock.run_for(20_000)
    page.wait_for_timeout(100)


@pytest.mark.parametrize("name", SCRIPTED)
def test_a_script_that_clicks_or_types_is_no_person(page: Page, site: FakeSite, name: str) -> None:
    opened(page, site)
    session = page.context.new_cdp_session(page)
    session.send("Runtime.evaluate", {"expression": SCRIPTED[name], "userGesture": True})
    page.clock.run_for(2_000)
    page.wait_for_timeout(200)
    assert {body["gesture"] for body in site.told} == {False}
    assert all(set(body) == {"score", "gesture"} for body in site.told)


@pytest.mark.parametrize(
    "gesture", ["tap", "touch", "click", "key", "arrow", "mouse", "wheel", "drag", "enter on the button"]
)
def test_whatever_a_hand_does_is_a_person(page: Page, site: FakeSite, gesture: str) -> None:
    opened(page, site)
    {
        "tap": lambda: page.locator('[name="score"][value="8"]').tap(),
        "touch": lambda: page.touchscreen.tap(5, 5),
        "click": lambda: page.locator('[name="drivers"]').first.click(),
        "key": lambda: page.keyboard.press("Tab"),
        "arrow": lambda: (page.locator('[name="score"]:checked').focus(), page.keyboard.press("ArrowRight")),
        "mouse": lambda: page.mouse.move(40, 40, steps=3),
        "wheel": lambda: page.mouse.wheel(0, 100),
        "drag": lambda: _drag(page),
        "enter on the button": lambda: (page.locator("#form [type=submit]").focus(), page.keyboard.press("Enter")),
    }[gesture]()
    page.wait_for_timeout(200)
    page.clock.run_for(2_000)
    page.wait_for_timeout(300)
    assert site.told[0]["gesture"] is False
    assert site.told[-1]["gesture"] is True


def _drag(page: Page) -> None:
    """A finger that only scrolls."""
    session = page.context.new_cdp_session(page)
    session.send("Input.synthesizeScrollGesture", {"x": 100, "y": 400, "yDistance": -200, "gestureSourceType": "touch"})


def test_a_click_that_a_label_passes_on_for_a_script_is_no_person_where_browsers_trust_it(
    page: Page, site: FakeSite
) -> None:
    # As in Safari up to 26.4. No event of ours can be trusted, so what listens is given something that looks like one.
    page.add_init_script(
        "const listen = window.addEventListener; window.addEventListener = (kind, listener, options) => {"
        "if (kind === 'click') window.onAClick = listener; listen.call(window, kind, listener, options); }"
    )
    opened(page, site)
    page.evaluate("onAClick({ isTrusted: false }); onAClick({ isTrusted: true })")
    page.clock.run_for(1_000)
    page.wait_for_timeout(200)
    assert {body["gesture"] for body in site.told} == {False}
    page.evaluate("onAClick({ isTrusted: true })")
    page.clock.run_for(1_000)
    page.wait_for_timeout(200)
    assert site.told[-1]["gesture"] is True


def test_what_a_script_filled_in_and_sent_goes_out_with_the_first_gesture(page: Page, site: FakeSite) -> None:
    opened(page, site)
    page.evaluate(SCRIPTED["text"])
    page.evaluate(SCRIPTED["send"])
    page.clock.run_for(30_000)
    page.wait_for_timeout(200)
    assert not any("why" in body for body in site.told)
    page.mouse.move(40, 40, steps=3)
    page.clock.run_for(1_000)
    expect(page.get_by_role("heading", name="Thank you")).to_be_visible()
    assert site.told[-1] == {"score": 3, "gesture": True, "why": "Typed"}
