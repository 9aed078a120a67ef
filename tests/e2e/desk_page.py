"""A browser before the built desk, whose sign-in and API are made up: for tests of its pages without the local stack.

with desk_page(browser, {"/api/staff/cases": {"items": [], "next": ""}}, role="owner") as desk:
    desk.open("/cases")
    expect(desk.page.get_by_role("heading", level=1)).to_be_focused()
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from typing import Any, Literal

from playwright.sync_api import Browser, ConsoleMessage, Page, Request, expect

from tests.e2e.fake_desk import Answer, FakeDesk, served

Scheme = Literal["light", "dark"]


@dataclass
class DeskPage:
    """A browser at the desk."""

    page: Page
    site: FakeDesk
    complaints: list[str] = field(default_factory=list)  # of the policy, and errors of the page
    waits_for: set[Request] = field(default_factory=set)  # what the page asked for and has not got

    def __post_init__(self) -> None:
        page = self.page
        page.on("console", lambda said: self.complaints.append(said.text) if _is_complaint(said) else None)
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("request", self._asks)
        page.on("requestfinished", lambda one: self.waits_for.discard(one))
        page.on("requestfailed", lambda one: self.waits_for.discard(one))

    def _asks(self, request: Request) -> None:
        if request.is_navigation_request():  # what the page before it still waited for comes no more
            self.waits_for.clear()
        # The browser's own, for its tab, anew with each title; it does not always tell how that ended.
        if not request.url.endswith("/desk/icon.svg"):
            self.waits_for.add(request)

    def open(self, path: str = "/") -> Page:
        """Go to a view as somebody signed in, by address; signs in on the way where nobody is yet."""
        address = f"{self.site.url}/desk/index.html#{path}"
        if self.page.url.startswith(f"{self.site.url}/desk/") and self.site.tokens:
            # The h1 is of the view before until the change is told.
            self.page.evaluate(
                "path => location.hash === '#' + path || new Promise(told => "
                "{ addEventListener('hashchange', () => setTimeout(told), { once: true }); location.hash = path; })",
                path,
            )
        else:
            self.page.add_init_script("window.name ||= (sessionStorage.setItem('sayso-was-in', '1'), 'desk')")
            was_here = self.page.url.startswith(f"{self.site.url}/desk/")
            self.page.goto(address)
            if was_here:  # another # is no other page
                self.page.reload()
        expect(self.page.locator("h1").first).to_be_visible()
        return self.page

    def settle(self) -> None:
        """Wait until the page has drawn what it was given and asks for nothing more."""
        quiet, until = 0, time.monotonic() + 30
        while quiet < 2:
            assert time.monotonic() < until, f"still waits for {[one.url for one in self.waits_for]}"
            self.page.evaluate("new Promise(drawn => requestAnimationFrame(() => setTimeout(drawn)))")
            quiet = 0 if self.waits_for else quiet + 1
        expect(self.page.locator(".loading")).to_have_count(0)


@contextmanager
def desk_page(
    browser: Browser,
    answers: Mapping[str, Answer],
    role: str = "manager",
    language: str = "en",
    scheme: Scheme = "light",
    width: int = 1280,
    **more: Any,
) -> Iterator[DeskPage]:
    """A browser before a desk of its own; `more` goes to FakeDesk. Fails if the page met its policy, or broke."""
    with served(FakeDesk(answers, role, **more)) as site:
        height = 800 if width >= 700 else 720
        locale = {"en": "en-GB", "de": "de-DE", "nl": "nl-NL"}[language]
        context = browser.new_context(
            viewport={"width": width, "height": height},
            color_scheme=scheme,
            locale=locale,
            has_touch=width < 700,
        )
        context.set_default_timeout(30_000)
        desk = DeskPage(context.new_page(), site)
        try:
            yield desk
            assert desk.complaints == []
        finally:
            context.close()


def _is_complaint(said: ConsoleMessage) -> bool:
    # Chromium reports every refused request; those are what the tests are about.
    return said.type in ("error", "warning") and "Failed to load resource" not in said.text


Desks = Callable[..., AbstractContextManager[DeskPage]]
