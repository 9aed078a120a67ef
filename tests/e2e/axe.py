"""What a machine can tell of whether everybody can use a page."""

from __future__ import annotations

from importlib.resources import files as package_files

from playwright.sync_api import Page

_AXE = (package_files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")
# Everything axe-core knows, its advice beyond WCAG included; and the rules of WCAG 2.2 that it leaves off by itself. To
# tell of what it finds in order takes it three times as long as to look.
_RUN = (
    "axe.run(document, { resultTypes: ['violations'], rules: { 'target-size': { enabled: true } } })"
    ".then(found => found.violations)"
)


def findings(page: Page) -> list[str]:
    """What axe-core finds, a sentence each. Run by the debugger, whose scripts the page's policy does not hold."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(_AXE)
    found = page.evaluate(_RUN)
    return [f"{one['id']}: {node['target']} {node['failureSummary']}" for one in found for node in one["nodes"]]


def is_whole(page: Page) -> bool:
    """Whether nothing has to be scrolled sideways."""
    return bool(page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
