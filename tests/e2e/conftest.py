from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserType, Page, sync_playwright

from sayso.cli import local_stack
from tests.e2e.chromium import ARGUMENTS, executable
from tests.e2e.company import Company


@pytest.fixture(scope="session")
def chromium() -> Iterator[BrowserType]:
    with sync_playwright() as playwright:
        yield playwright.chromium


@pytest.fixture(scope="session")
def browser(chromium: BrowserType) -> Iterator[Browser]:
    browser = chromium.launch(executable_path=executable(), args=ARGUMENTS)
    yield browser
    browser.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 390, "height": 844})
    yield context.new_page()
    context.close()


@pytest.fixture(scope="session")
def company(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Company]:
    """A stack of its own on a free port, its schedules off: the tests say when something is due."""
    state_dir: Path = tmp_path_factory.mktemp("stack")
    stack = local_stack.up(port=0, schedules=False, sender_identity="polder.example", state_dir=state_dir)
    yield Company(stack, state_dir)
    local_stack.down(state_dir=state_dir)
