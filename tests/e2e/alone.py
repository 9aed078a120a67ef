"""What the tests of pages alone share: the static files as deployed, an API that is made up, and a small phone."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from sayso.adapters.static_pages import StaticFile
from tests.e2e.page_site import FakeSite, example, files_of, served


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, StaticFile]:
    return files_of(example(), tmp_path_factory.mktemp("logo"))


@pytest.fixture
def site(files: dict[str, StaticFile]) -> Iterator[FakeSite]:
    with served(FakeSite(files)) as site:
        yield site


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(
        viewport={"width": 360, "height": 720}, locale="en-GB", timezone_id="Europe/Berlin", has_touch=True
    )
    yield context
    context.close()


@pytest.fixture
def page(context: BrowserContext) -> Iterator[Page]:
    """A page that fails its test upon any script error and any breach of the security policy."""
    page, troubles = context.new_page(), []
    page.on("pageerror", lambda error: troubles.append(str(error)))
    page.on("console", lambda entry: troubles.append(entry.text) if "Security Policy" in entry.text else None)
    yield page
    assert troubles == []
