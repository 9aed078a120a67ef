from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserType, Page, expect, sync_playwright

from sayso.cli import local_stack
from tests.e2e.chromium import ARGUMENTS, executable
from tests.e2e.company import Company

# Of those that share the stack: it looks at the whole score, so nobody may have answered before.
FIRST = "test_the_loop.py"
# Milliseconds. A function of the stack that is asked for the first time has to start, perhaps beside others, and a
# page then waits as long as the API does; without the stack a page is only as slow as the machine is busy.
ON_THE_STACK, ALONE = 45_000, 15_000


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    items.sort(key=lambda item: item.path.name != FIRST)


@pytest.fixture(autouse=True)
def patience(request: pytest.FixtureRequest) -> None:
    """How long a page may take to show what is expected of it."""
    expect.set_options(timeout=ON_THE_STACK if request.node.get_closest_marker("stack") else ALONE)


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
    """The stack they share, on a free port, its schedules off: the tests say when something is due."""
    with _running(tmp_path_factory.mktemp("stack")) as company:
        yield company


@pytest.fixture
def empty_company(tmp_path: Path) -> Iterator[Company]:
    """A stack of the test's own, where nobody is known."""
    with _running(tmp_path) as company:
        yield company


@contextmanager
def _running(state_dir: Path) -> Iterator[Company]:
    stack = local_stack.up(port=0, schedules=False, sender_identity="polder.example", state_dir=state_dir)
    yield Company(stack, state_dir)
    local_stack.down(state_dir=state_dir)
