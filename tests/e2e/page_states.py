"""Every state of every page, by name: how to get there in a browser. Looked at by axe-core and pictured for people."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

from playwright.sync_api import Page, expect

from sayso.adapters.page import site_files
from sayso.domain.edition import Edition
from sayso.domain.programme import Language
from tests.e2e.case_states import STATES as CASES
from tests.e2e.fake_case import FakeCase
from tests.e2e.fake_edition import STATES as YESES
from tests.e2e.fake_edition import FakeEdition
from tests.e2e.page_site import (
    BLANK,
    FakeSite,
    example,
    files_of,
    plain_page,
    renderer_of,
    served,
    wait_until_nothing_is_kept,
)
from tests.large_page import large
from tests.page_examples import few_answers, hostile, many_answers, no_answers, with_a_year_before
from tests.pages import pdf

WORDS = "The line was down for two days, and nobody told us.\n\nWe heard of it from our own customers."
SAID = {"why": WORDS, "better": "Call us within the hour. 🙂 يرجى الاتصال بنا"}
RATED = {"quality": 2, "communication": 5}
ANSWER = {**BLANK, **SAID, "score": 3, "drivers": ["communication", "price"], "contact": "phone", "quote": True}

ALONE = {**ANSWER, "contact": "no", "state": "confirmed"}


class State(NamedTuple):
    """An address (without the site's), what the API knows, and what is done there until the state is reached."""

    address: str
    reach: Callable[[Page, FakeSite], Any] = lambda *_: None
    answer: dict[str, Any] | None = None
    fails: int | None = None
    edition: Callable[[], FakeEdition] = FakeEdition


def _says(page: Page, where: str, key: str) -> None:
    """Wait until one of the page's sentences stands there."""
    expect(page.locator(where)).to_have_text(page.locator(f'[data-say="{key}"]').text_content() or key)


def _shows(where: str) -> Callable[[Page, FakeSite], None]:
    return lambda page, _: expect(page.locator(where)).to_be_visible()


def _press_send(page: Page, _: FakeSite) -> None:
    page.locator("#form [type=submit]").click()


def _send(page: Page, site: FakeSite) -> None:
    _press_send(page, site)
    expect(page.locator("#thanks")).to_be_visible()


def _send_earlier(page: Page, site: FakeSite) -> None:
    """Once more, when what was said before is there."""
    _shows("#earlier")(page, site)
    _send(page, site)


def _fail(status: int, key: str, fault: str = "") -> Callable[[Page, FakeSite], None]:
    def reach(page: Page, site: FakeSite) -> None:
        wait_until_nothing_is_kept(page)
        page.locator("#why").fill(WORDS)
        site.fail_with, site.fault = status, fault
        _press_send(page, site)
        _says(page, "#status", key)
        page.wait_for_timeout(300)

    return reach


def _offline(page: Page, site: FakeSite) -> None:
    wait_until_nothing_is_kept(page)
    page.context.set_offline(True)
    page.locator("#why").fill(WORDS)
    _press_send(page, site)
    _says(page, "#status", "offline")
    page.wait_for_timeout(300)


def _closed(page: Page, site: FakeSite, answer: dict[str, Any] | None = None) -> None:
    """Send is pressed in vain, and the page closed and opened again, when the server knows something newer (`answer`)
    or takes so long that all can be looked at before what was sent is sent again."""
    page_address = page.url.partition("&")[0]
    wait_until_nothing_is_kept(page)
    # Nothing of this visit may reach the server any more, not even what a page sends as it is left: that would come
    # before or after the next visit's questions, as it happens.
    page.evaluate("window.fetch = async () => new Response('{}', { status: 503 })")
    page.locator("#why").fill(WORDS)
    _press_send(page, site)
    _says(page, "#status", "retrying")
    page.goto("about:blank")
    site.seconds, site.answer = 0.0 if answer else 15.0, answer
    page.goto(page_address)
    _says(page, "#news", "elsewhere" if answer else "resending")
    page.wait_for_timeout(200)


def _rate(page: Page, _: FakeSite) -> None:
    for name, value in (("quality", "2"), ("support", "5")):
        page.locator(f'[name="ratings.{name}"][value="{value}"]').check()


def _click(*ids: str, then: str) -> Callable[[Page, FakeSite], None]:
    def reach(page: Page, _: FakeSite) -> None:
        for name in ids:
            page.locator(f"#{name}").click()
        expect(page.locator(f"#{then}")).to_be_visible()
        page.wait_for_timeout(150)

    return reach


def _stop_in_vain(page: Page, _: FakeSite) -> None:
    page.locator("#stop").click()
    _says(page, "#status", "failed")


def _stay_suppressed(page: Page, site: FakeSite) -> None:
    site.undone = "suppressed"
    _click("stop", "undo", then="suppressed")(page, site)


def states(language: Language = "en") -> dict[str, State]:
    """All of them in a language, by a name fit for a file."""
    survey, annual, project = (f"/survey/{name}.{language}.html" for name in ("day50", "annual", "project.5"))
    leave, case = f"/unsubscribe/{language}.html", f"/case/{language}.html"
    good = "?t=good"
    return {
        "survey-empty": State(survey + good),
        "survey-missing": State(survey + good, _press_send),
        "survey-detractor": State(survey + good + "&s=3"),
        "survey-passive": State(survey + good + "&s=7"),
        "survey-promoter": State(survey + good + "&s=10"),
        "survey-earlier": State(survey + good + "&s=3", _shows("#earlier"), answer=ANSWER),
        "survey-ratings": State(annual + good + "&s=9", _rate),
        "survey-satisfaction": State(project + good + "&s=4"),
        "survey-satisfaction-low": State(
            project + good + "&s=1", _shows("#earlier"), answer={**ANSWER, "score": 1, "ratings": RATED}
        ),
        "survey-retrying": State(survey + good + "&s=3", _fail(503, "retrying")),
        "survey-busy": State(survey + good + "&s=3", _fail(429, "busy")),
        "survey-refused": State(survey + good + "&s=3", _fail(400, "refused", "drivers")),
        "survey-too-long": State(survey + good + "&s=3", _fail(400, "too-long", "why")),
        "survey-offline": State(survey + good + "&s=3", _offline),
        "survey-resending": State(survey + good + "&s=3", _closed),
        "survey-elsewhere": State(
            survey + good + "&s=3", lambda page, site: _closed(page, site, {**ALONE, "why": "All well by now"})
        ),
        "survey-thanks": State(survey + good + "&s=9", _send),
        "survey-thanks-low": State(survey + good + "&s=3", _send),
        "survey-thanks-no-contact": State(
            survey + good + "&s=3", _send_earlier, answer={**ANSWER, "contact": "no", "state": "confirmed"}
        ),
        "survey-invalid": State(survey),
        "survey-expired": State(survey + "?t=late&s=3", _shows("#expired")),
        **{f"plain-{name}": State(f"/api/plain/{name}-{language}") for name in PLAIN},
        "unsubscribe-ask": State(leave + good),
        "unsubscribe-done": State(leave + good, _click("stop", then="done")),
        "unsubscribe-undone": State(leave + good, _click("stop", "undo", then="undone")),
        "unsubscribe-suppressed": State(leave + good, _stay_suppressed),
        "unsubscribe-failed": State(leave + good, _stop_in_vain, fails=503),
        "unsubscribe-invalid": State(leave),
        **{f"case-{name}": State(case + query, reach) for name, (query, reach) in CASES.items()},
        **{
            f"edition-{name}": State(f"/edition/{language}.html{one.query}", one.reach, edition=one.edition)
            for name, one in YESES.items()
        },
        "edition-failed": State(f"/edition/{language}.html{good}", _shows("#failed"), fails=500),
        "case-failed": State(case + good, _shows("#failed"), fails=500),
        **{f"page-{name}": State(f"/page-{name}/{language}.html") for name in EDITIONS},
        "page-many-table": State(f"/page-many/{language}.html", lambda page, _: page.locator("summary").click()),
        "page-year": State(f"/page-years/2025/{language}.html"),
    }


EDITIONS: dict[str, Callable[[], tuple[Edition, dict[int, Edition]]]] = {
    "many": lambda: (many_answers(), {}),
    "few": lambda: (few_answers(), {}),
    "none": lambda: (no_answers(), {}),
    "years": with_a_year_before,
    "large": large,
    "hostile": lambda: (hostile(), {}),
    "preview": with_a_year_before,
}
# The plain page's views: the survey, and what the handler says about it.
PLAIN: dict[str, tuple[str, dict[str, Any]]] = {
    "form": ("day50", {}),
    "promoter": ("annual", {"score": 9, "reference": True, "quote": True, "ratings": {"support": 4}}),
    "earlier": ("day50", {"score": 3, "said": SAID, "drivers": ["price"], "contact": "mail"}),
    "satisfaction": ("project", {"score": 2, "ratings": RATED}),
    "missing": ("day50", {"problem": "missing", "said": SAID}),
    "too-long": ("day50", {"problem": "too-long", "score": 5, "said": {"why": WORDS * 60, "better": ""}}),
    "refused": ("day50", {"problem": "refused", "score": 5, "said": SAID}),
    "wait": ("day50", {"view": "wait", "problem": "busy", "score": 5, "said": SAID}),
    "thanks": ("day50", {"view": "thanks", "next": "read"}),
    "thanks-low": ("day50", {"view": "thanks", "next": "follow-up"}),
    "invalid": ("day50", {"view": "invalid"}),
    "expired": ("day50", {"view": "expired"}),
}


@contextmanager
def everything(folder: Path, language: Language = "en", *, logo: bool = True) -> Iterator[FakeSite]:
    """A site that has all these pages in a language; `folder` is for the logo."""
    programme = example(logo=logo)
    renderer = renderer_of(programme, folder)
    site = FakeSite(files_of(programme, folder))
    for name, (survey, values) in PLAIN.items():
        again = f"/api/plain/{name}-{language}"
        site.plain[f"{name}-{language}"] = plain_page(renderer, programme, survey, language, **values, again=again)
    for name, example_of in EDITIONS.items():
        edition, years = example_of()
        base, public = f"/page-{name}/", name != "preview"
        for file in site_files(
            renderer, programme, "https://feedback.example", edition, years, report=pdf, base=base, public=public
        ):
            site.files[f"page-{name}/{file.path}"] = file  # type: ignore[assignment]
    with served(site):
        yield site


def open_state(page: Page, site: FakeSite, state: State) -> None:
    """Go there, from a page and a site that have done nothing yet."""
    site.answer, site.clicked, site.fail_with, site.fault, site.seconds, site.undone = (
        state.answer,
        False,
        state.fails,
        "",
        0.0,
        "subscribed",
    )
    site.case = FakeCase()
    site.edition = state.edition()
    page.goto(site.url + state.address)
    page.wait_for_load_state()
    page.wait_for_timeout(120)
    state.reach(page, site)
