"""The pages in Chromium, without a stack: that they hold at every width; the public one obeys the CSP and prints well.

Leaves pictures in test-artefacts/page/ and test-artefacts/states/ for a person to look at.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route

from sayso.adapters.page import site_files
from sayso.adapters.programme_file import PROGRAMME_FILE, load_programme
from sayso.adapters.rendering import Renderer
from sayso.domain.edition import Edition
from sayso.domain.programme import Language
from tests.e2e.axe import is_whole
from tests.e2e.page_states import everything, open_state, states
from tests.large_page import large
from tests.page_examples import few_answers, hostile, many_answers, no_answers, with_a_year_before
from tests.pages import pdf

pytestmark = pytest.mark.browser

PICTURES = Path(__file__).parents[2] / "test-artefacts" / "page"
SITE = "https://page.example/"
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
    "base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)
EDITIONS: dict[str, Callable[[], Edition]] = {
    "many": many_answers,
    "few": few_answers,
    "none": no_answers,
    "large": lambda: large()[0],
    "hostile": hostile,
}
WIDER = [(360, False), (360, True), (1200, False)]


def visit(
    browser: Browser,
    edition: Edition,
    *,
    width: int = 1200,
    height: int = 900,
    path: str = "page/en.html",
    dark: bool = False,
    years: dict[int, Edition] | None = None,
) -> tuple[Page, list[str]]:
    programme = load_programme(PROGRAMME_FILE)
    made = site_files(Renderer(programme), programme, SITE, edition, years or {}, report=pdf)
    files = {f"page/{file.path}": file for file in made}
    page = browser.new_page(
        viewport={"width": width, "height": height}, color_scheme="dark" if dark else "light", device_scale_factor=1.5
    )
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))

    def serve(route: Route) -> None:
        # As the site does, whose root is the page
        file = files.get(route.request.url.removeprefix(SITE) or "page/index.html")
        if file is None:
            route.fulfill(status=404)
        else:
            route.fulfill(
                body=file.body,
                headers={"content-type": file.content_type, "content-security-policy": POLICY},
            )

    page.route(SITE + "**", serve)
    page.goto(SITE + path)
    return page, [text for text in complaints if "favicon" not in text]


@pytest.mark.parametrize("name", EDITIONS)
@pytest.mark.parametrize(
    ("width", "dark"),
    [(320, False), (1200, True), *(pytest.param(*more, marks=pytest.mark.long) for more in WIDER)],
)
def test_it_fits_every_width_and_obeys_the_policy(browser: Browser, name: str, width: int, dark: bool) -> None:
    page, complaints = visit(browser, EDITIONS[name](), width=width, height=740 if width < 400 else 900, dark=dark)
    PICTURES.mkdir(parents=True, exist_ok=True)
    page.screenshot(path=PICTURES / f"{name}-{width}{'-dark' if dark else ''}.png", full_page=name != "hostile")
    fits = is_whole(page)
    page.close()
    assert fits
    assert complaints == []


@pytest.mark.parametrize("language", ["en", "de", "nl"])
def test_on_a_phone_the_latest_commitment_and_the_themes_are_above_the_fold(browser: Browser, language: str) -> None:
    page, _ = visit(browser, many_answers(), width=360, height=740, path=f"page/{language}.html")
    page.screenshot(path=PICTURES / f"fold-{language}.png")
    commitment = page.locator(".latest .ours").bounding_box()
    themes = page.locator(".themes li").first.bounding_box()
    page.close()
    assert commitment
    assert themes
    assert commitment["y"] + commitment["height"] < 740
    assert themes["y"] + themes["height"] < 740


def test_at_the_root_of_the_site_it_has_its_looks_and_its_languages(browser: Browser) -> None:
    page, complaints = visit(browser, many_answers(), path="")
    styled = page.evaluate("document.styleSheets[0].cssRules.length")
    page.get_by_role("link", name="Deutsch").click()
    page.wait_for_url(SITE + "page/de.html")
    heading = page.locator("h1").inner_text()
    page.close()
    assert styled > 0
    assert heading == "Sie sagen es, wir handeln"
    assert complaints == []


@pytest.mark.parametrize("language", ["en", "de", "nl"])
def test_it_reads_in_every_language_on_a_wide_screen(browser: Browser, language: str) -> None:
    page, complaints = visit(browser, many_answers(), path=f"page/{language}.html")
    page.screenshot(path=PICTURES / f"many-1200-{language}.png", full_page=True)
    page.close()
    assert complaints == []


@pytest.mark.parametrize("language", ["en", "de", "nl"])
def test_the_table_opens_by_keyboard_and_fits_the_smallest_phone(browser: Browser, language: str) -> None:
    page, _ = visit(browser, many_answers(), width=320, height=740, path=f"page/{language}.html")
    page.locator("summary").focus()
    page.keyboard.press("Enter")
    page.locator("details").screenshot(path=PICTURES / f"table-{language}.png")
    rows = page.locator("tbody tr:visible").count()
    fits = is_whole(page)
    page.close()
    assert rows == 12
    assert fits


def test_what_can_be_tapped_is_large_enough(browser: Browser) -> None:
    page, _ = visit(browser, many_answers(), width=360, height=740)
    boxes = [target.bounding_box() for target in page.locator("a, summary").all()]
    page.close()
    assert min(box["height"] for box in boxes if box) >= 44


@pytest.mark.parametrize("language", ["en", "de", "nl"])
def test_it_prints_on_two_pages(browser: Browser, language: str) -> None:
    page, _ = visit(browser, many_answers(), path=f"page/{language}.html")
    pdf = page.pdf(path=PICTURES / f"print-{language}.pdf", prefer_css_page_size=True)
    page.close()
    assert len(re.findall(rb"/Type\s*/Page\b", pdf)) == 2


@pytest.mark.parametrize("width", [360, pytest.param(1200, marks=pytest.mark.long)])
@pytest.mark.parametrize("language", ["en", "de", "nl"])
def test_a_year_is_one_step_away_and_so_is_the_way_back(browser: Browser, language: str, width: int) -> None:
    now, years = with_a_year_before()
    page, complaints = visit(browser, now, years=years, width=width, path=f"page/{language}.html")
    page.get_by_role("link", name="2025", exact=True).click()
    page.wait_for_url(f"{SITE}page/2025/{language}.html")
    page.screenshot(path=PICTURES / f"year-{width}-{language}.png", full_page=True)
    fits = is_whole(page)
    page.locator(".back a").click()
    page.wait_for_url(f"{SITE}page/{language}.html")
    page.close()
    assert fits
    assert complaints == []


def test_a_year_prints_on_two_pages(browser: Browser) -> None:
    now, years = with_a_year_before()
    page, _ = visit(browser, now, years=years, path="page/2025/de.html")
    printed = page.pdf(path=PICTURES / "print-year-de.pdf", prefer_css_page_size=True)
    page.close()
    assert len(re.findall(rb"/Type\s*/Page\b", printed)) == 2


def test_all_it_takes_is_a_page_its_looks_and_what_a_tab_shows(browser: Browser) -> None:
    asked: list[str] = []
    page = browser.new_page()
    page.on("request", lambda request: asked.append(request.url))
    programme = load_programme(PROGRAMME_FILE)
    made = site_files(Renderer(programme), programme, SITE, many_answers(), {}, report=pdf)
    files = {f"{SITE}page/{file.path}": file for file in made}

    def serve(route: Route) -> None:
        file = files[route.request.url]
        route.fulfill(body=file.body, headers={"content-type": file.content_type, "content-security-policy": POLICY})

    page.route("**", serve)
    page.goto(f"{SITE}page/en.html")
    page.wait_for_load_state("networkidle")
    page.close()
    icons = {one for one in asked if one.endswith(".svg")}  # comes when the browser likes
    assert len(set(asked) - icons) == 2, asked
    assert len(icons) <= 1, asked


# Phones in light and dark, the smallest of them, and a desk; languages take turns, so that each is seen in each.
LOOKS = {
    "320": {"viewport": {"width": 320, "height": 640}},
    "390-dark": {"viewport": {"width": 390, "height": 844}, "color_scheme": "dark"},
    "1200": {"viewport": {"width": 1200, "height": 900}},
    "1200-dark": {"viewport": {"width": 1200, "height": 900}, "color_scheme": "dark"},
}


# In the quick run each state is seen, and measured, by test_accessibility.py.
@pytest.mark.long
@pytest.mark.parametrize("logo", [True, False], ids=["logo", "name"])
@pytest.mark.parametrize("language", ["de", "en", "nl"])
def test_every_state_of_the_pages_of_one_person_is_pictured(
    browser: Browser, tmp_path: Path, language: Language, logo: bool
) -> None:
    folder = PICTURES.parent / "states"
    folder.mkdir(parents=True, exist_ok=True)
    shown = [name for name in states(language) if not name.startswith("page-")]
    with everything(tmp_path, language, logo=logo) as site:
        for place, name in enumerate(shown):
            # A sixth of all there could be, each state in each language
            look = list(LOOKS)[(place + ["en", "de", "nl"].index(language)) % len(LOOKS)]
            if (place % 2 == 0) is not logo:
                continue
            page = browser.new_context(**LOOKS[look]).new_page()  # type: ignore[arg-type]
            open_state(page, site, states(language)[name])
            page.screenshot(path=folder / f"{name}-{language}-{look}.png", full_page=True)
            fits = is_whole(page)
            page.context.close()
            assert fits, name


@pytest.mark.parametrize("language", ["en", "de", "nl"])
def test_what_is_told_of_a_theme_stays_in_its_column(browser: Browser, language: Language) -> None:
    now, years = large()
    page, _ = visit(browser, now, width=360, path=f"page/{language}.html", years=years)
    over = "[...document.querySelectorAll('.themes > div')].map(column => column.scrollWidth - column.clientWidth)"
    assert page.evaluate(over) == [0, 0]
    page.close()
