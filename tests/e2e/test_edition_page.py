"""The manager's page in Chromium, without a stack: a yes is one click, to exactly what was looked at."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from sayso.domain.programme import Language
from tests.e2e.axe import findings, is_whole
from tests.e2e.fake_edition import FIRST, SECOND, STATES, FakeEdition, draft
from tests.e2e.page_site import FakeSite, example, files_of, served
from tests.e2e.test_accessibility import LOOKS, TARGETS

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[FakeSite]:
    with served(FakeSite(files_of(example(), tmp_path_factory.mktemp("logo")))) as site:
        yield site


def opened(page: Page, site: FakeSite, name: str = "look", language: Language = "en") -> Page:
    site.edition, site.fail_with = STATES[name].edition(), None
    site.asked.clear()
    page.goto(f"{site.url}/edition/{language}.html{STATES[name].query}")
    expect(page.locator("#waiting")).to_be_hidden()
    return page


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    page = browser.new_context(**LOOKS["phone-light"]).new_page()  # type: ignore[arg-type]
    yield page
    page.context.close()


def posts(site: FakeSite) -> list[object]:
    return [body for method, _, body in site.asked if method == "POST"]


def test_it_shows_what_would_change_and_where_to_look(page: Page, site: FakeSite) -> None:
    opened(page, site)
    expect(page.get_by_role("heading", level=1)).to_have_text("Edition 4 waits for your yes")
    changes = page.locator(".changes")
    expect(changes).to_contain_text("Somebody answers the phone at night")
    expect(changes).to_contain_text("Replies within <b>the hour</b>")
    expect(changes.locator("b")).to_have_count(0)
    # Written in German only, and read as German
    expect(changes.locator('dd[lang="de"]')).to_have_text("Rechnungen, die man versteht")
    expect(changes).to_contain_text("−4 · likely between −19 and 11 · 96\u00a0answers")
    expect(changes).to_contain_text("+45 · likely between 29 and 58 · 1,100\u00a0answers")
    links = page.locator(".previews a")
    expect(links).to_have_count(6)
    expect(links.first).to_have_attribute("href", f"/preview/{FIRST}/en.html")
    expect(page.get_by_role("link", name="Report in German (PDF)")).to_have_attribute(
        "href", f"/preview/{FIRST}/report.de.pdf"
    )
    assert posts(site) == []


def test_one_click_approves_exactly_that_and_says_what_comes_next(page: Page, site: FakeSite) -> None:
    opened(page, site)
    page.get_by_role("button", name="Publish this edition").dblclick()
    expect(page.get_by_role("heading", name="Edition 4 is on its way")).to_be_visible()
    assert posts(site) == [{"approve": FIRST}]
    page.reload()
    expect(page.get_by_role("heading", name="Edition 4 is on its way")).to_be_visible()


def test_a_click_no_person_made_approves_nothing(page: Page, site: FakeSite) -> None:
    opened(page, site)
    page.evaluate("document.getElementById('publish').click()")
    page.wait_for_timeout(200)
    assert posts(site) == []


def test_with_keys_alone(page: Page, site: FakeSite) -> None:
    opened(page, site)
    for _ in range(12):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.id") == "publish":
            break
    page.keyboard.press("Enter")
    expect(page.locator("#approved")).to_be_visible()
    assert site.edition.approved == [FIRST]


def test_what_took_its_place_is_shown_before_anybody_says_yes_to_it(page: Page, site: FakeSite) -> None:
    opened(page, site)
    site.edition.draft = draft(SECOND)
    page.locator("#publish").click()
    expect(page.get_by_role("alert")).to_contain_text("Nothing was published")
    assert site.edition.approved == []
    page.locator("#publish").click()
    expect(page.locator("#approved")).to_be_visible()
    assert site.edition.approved == [SECOND]


def test_what_was_published_meanwhile_waits_no_more(page: Page, site: FakeSite) -> None:
    opened(page, site)
    site.edition.draft = None
    page.locator("#publish").click()
    expect(page.get_by_role("heading", name="No edition waits")).to_be_visible()
    expect(page.get_by_role("link", name="See the public page")).to_have_attribute("href", "/page/en.html")


def test_offline_and_failing_it_says_that_nothing_happened_and_can_be_pressed_again(page: Page, site: FakeSite) -> None:
    opened(page, site)
    page.context.set_offline(True)
    page.locator("#publish").click()
    expect(page.locator("#status")).to_contain_text("You are offline, and nothing has been published yet")
    page.context.set_offline(False)
    site.fail_with = 500
    page.locator("#publish").click()
    expect(page.locator("#status")).to_contain_text("nothing has been published yet")
    site.fail_with = None
    page.locator("#publish").click()
    expect(page.locator("#approved")).to_be_visible()


def test_a_page_that_does_not_load_can_be_tried_again(page: Page, site: FakeSite) -> None:
    site.edition, site.fail_with = FakeEdition(), 500
    page.goto(f"{site.url}/edition/en.html?t=good")
    expect(page.get_by_role("heading", name="cannot be shown right now")).to_be_visible()
    site.fail_with = None
    page.get_by_role("button", name="Try again").click()
    expect(page.locator("#look")).to_be_visible()


@pytest.mark.parametrize("query", ["", "?t=late", "?t=forged"])
def test_a_link_that_is_old_or_not_ours_says_so(page: Page, site: FakeSite, query: str) -> None:
    page.goto(f"{site.url}/edition/en.html{query}")
    expect(page.get_by_role("heading", name="This link does not work")).to_be_visible()


@pytest.mark.parametrize("look", ["phone-light", "desktop-dark"])
@pytest.mark.parametrize("name", STATES)
def test_axe_finds_nothing_and_everything_fits(browser: Browser, site: FakeSite, name: str, look: str) -> None:
    page = browser.new_context(**LOOKS[look]).new_page()  # type: ignore[arg-type]
    opened(page, site, name)
    STATES[name].reach(page, site)
    boxes = page.locator(f"{TARGETS}, .previews a").evaluate_all(
        "all => all.filter(one => one.checkVisibility()).map(one => [one.textContent.trim(), "
        "one.getBoundingClientRect().width, one.getBoundingClientRect().height])"
    )
    fits = is_whole(page)
    found = findings(page) if name != "offline" else []
    page.context.close()
    assert found == []
    assert [box for box in boxes if min(box[1:]) < 44] == []
    assert fits
