"""WCAG 2.2 AA, as far as a machine can tell: axe-core finds nothing in any state of any page, and hands that know
only keys, or that need room, get everywhere."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.e2e.axe import findings, is_whole
from tests.e2e.page_site import FakeSite
from tests.e2e.page_states import everything, open_state, states

pytestmark = pytest.mark.browser

LOOKS = {
    "phone-light": {"viewport": {"width": 320, "height": 640}, "color_scheme": "light"},
    "phone-dark": {"viewport": {"width": 390, "height": 844}, "color_scheme": "dark"},
    "desktop-light": {"viewport": {"width": 1200, "height": 900}, "color_scheme": "light"},
    "desktop-dark": {"viewport": {"width": 1200, "height": 900}, "color_scheme": "dark"},
}
# Each state in one look, every other one on a phone in light, the rest on a desk in dark; all four looks of each are
# among the longer tests.
PAIR = ("phone-light", "desktop-dark")
TARGETS = "main :is(button, a.button, label:has(input), textarea, summary), footer a, nav a"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[FakeSite]:
    with everything(tmp_path_factory.mktemp("logo")) as site:
        yield site


def new_page(browser: Browser, look: str, **more: object) -> Page:
    return browser.new_context(**{**LOOKS[look], **more}).new_page()  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("name", "look"),
    [
        pytest.param(name, look, marks=[] if look == PAIR[at % 2] else pytest.mark.long)
        for at, name in enumerate(states())
        for look in LOOKS
    ],
)
def test_axe_finds_nothing_every_target_is_44_pixels_and_nothing_is_cut_off(
    browser: Browser, site: FakeSite, name: str, look: str
) -> None:
    page = new_page(browser, look)
    open_state(page, site, states()[name])
    boxes = page.locator(TARGETS).evaluate_all(
        "all => all.filter(one => one.checkVisibility()).map(one => [one.textContent.trim().slice(0, 20), "
        "one.getBoundingClientRect().width, one.getBoundingClientRect().height])"
    )
    fits = is_whole(page)
    found = findings(page)
    page.context.close()
    assert found == []
    assert [box for box in boxes if min(box[1:]) < 44] == []
    assert fits


def test_axe_would_find_something(browser: Browser, site: FakeSite) -> None:
    page = new_page(browser, "phone-light")
    open_state(page, site, states()["survey-empty"])
    page.evaluate("document.querySelector('label[for=why]').remove(); document.documentElement.lang = ''")
    found = findings(page)
    page.context.close()
    assert {finding.split(":")[0] for finding in found} == {"label", "html-has-lang"}


@pytest.mark.parametrize("name", ["survey-ratings", "survey-satisfaction", "plain-promoter", "case-ready", "page-many"])
@pytest.mark.parametrize("share", [2, 4])
def test_at_200_and_400_percent_everything_flows(browser: Browser, site: FakeSite, name: str, share: int) -> None:
    # A browser's zoom makes the page's own pixels larger: fewer of them across
    page = new_page(browser, "desktop-light", viewport={"width": 1280 // share, "height": 1024 // share})
    open_state(page, site, states()[name])
    fits = is_whole(page)
    page.context.close()
    assert fits


@pytest.mark.parametrize("name", ["survey-ratings", "survey-satisfaction", "plain-promoter"])
def test_larger_text_alone_cuts_nothing_off(browser: Browser, site: FakeSite, name: str) -> None:
    page = new_page(browser, "desktop-light")
    open_state(page, site, states()[name])
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    cut = page.locator("main *").evaluate_all(
        "all => all.filter(one => !one.matches('.unseen, textarea, input') && one.checkVisibility() "
        "&& one.scrollWidth > one.clientWidth + 1 && getComputedStyle(one).display !== 'inline')"
        ".map(one => one.outerHTML.slice(0, 80))"
    )
    page.context.close()
    assert cut == []


def test_the_whole_survey_is_answered_with_keys_alone(browser: Browser, site: FakeSite) -> None:
    page = new_page(browser, "phone-light")
    open_state(page, site, states()["survey-ratings"]._replace(reach=lambda *_: None))
    focused: list[str] = []

    def press(*keys: str) -> None:
        for key in keys:
            page.keyboard.press(key)
            where = page.evaluate(
                "(() => { const one = document.activeElement; const shown = one.matches('.numbers *, .chips *') "
                "? one.nextElementSibling : one; return [one.name || one.type || one.tagName, "
                "getComputedStyle(shown).outlineStyle, parseFloat(getComputedStyle(shown).outlineWidth)] })()"
            )
            assert where[1] != "none", where
            assert where[2] >= 2, where
            focused.append(where[0])

    press("Tab", "ArrowLeft", "Tab")  # 9 becomes 8
    page.keyboard.type("Keys only")
    press("Tab", "Space", "Tab", "Tab", "Tab", "Tab", "Tab", "Tab")
    page.keyboard.type("A shortcut")
    press("Tab", "ArrowRight", "Tab", "Tab", "Space", "Tab", "Tab", "Tab", "ArrowRight", "Tab", "Space", "Tab")
    page.keyboard.press("Enter")
    expect(page.locator("#thanks h1")).to_be_focused()
    answer = site.answer or {}
    page.context.close()
    assert (answer["score"], answer["why"], answer["better"]) == (8, "Keys only", "A shortcut")
    assert answer["drivers"] == ["response_time"]
    assert answer["ratings"] == {"contact_person": 2, "support": 1}
    assert (answer["contact"], answer["quote"]) == ("phone", True)


def test_the_numbers_say_what_they_are_to_who_does_not_see_their_row(browser: Browser, site: FakeSite) -> None:
    page = new_page(browser, "phone-light")
    for name, most, ends in (
        ("survey-empty", 10, ("0 out of 10, not at all likely", "10 out of 10, extremely likely")),
        ("survey-satisfaction", 5, ("1 out of 5, not at all satisfied", "5 out of 5, very satisfied")),
    ):
        open_state(page, site, states()[name])
        scale = page.locator(".scale")
        spoken = [label.strip() for label in scale.locator("label").all_text_contents()]
        assert (spoken[0], spoken[-1]) == ends
        assert all(f"out of {most}" in text for text in spoken)
        expect(scale.get_by_role("radio", name=ends[0], exact=True)).to_have_count(1)
        expect(scale.get_by_role("radio", name="3 out of", exact=False)).to_have_count(1)
    page.context.close()


@pytest.mark.parametrize("name", ["survey-ratings", "plain-promoter"])
def test_in_forced_colours_what_is_chosen_can_be_told_from_what_is_not(
    browser: Browser, site: FakeSite, name: str
) -> None:
    page = new_page(browser, "desktop-light", forced_colors="active")
    open_state(page, site, states()[name])
    grounds = page.locator('[name="score"] + span').evaluate_all(
        "all => all.map(one => [one.previousElementSibling.checked, getComputedStyle(one).backgroundColor])"
    )
    page.context.close()
    assert len({ground for _, ground in grounds}) == 2
    assert (
        len({ground for checked, ground in grounds if checked} & {ground for checked, ground in grounds if not checked})
        == 0
    )


@pytest.mark.parametrize("name", ["survey-detractor", "plain-form", "unsubscribe-ask", "case-ready", "page-many"])
def test_nothing_moves_for_who_asked_for_no_movement(browser: Browser, site: FakeSite, name: str) -> None:
    page = new_page(browser, "phone-light", reduced_motion="reduce")
    open_state(page, site, states()[name])
    moving = page.locator("*").evaluate_all(
        "all => all.filter(one => getComputedStyle(one).transitionDuration !== '0s' "
        "|| getComputedStyle(one).animationName !== 'none').length"
    )
    page.context.close()
    assert moving == 0
