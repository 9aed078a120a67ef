"""How the tests start a real browser: Debian's Chromium, quiet, and never silently left out."""

from __future__ import annotations

import shutil

import pytest

# The last list of features counts, so Playwright's own has to be in it. The last three are what nobody sees in a test:
# a renderer kept for the next page, and the address bar's suggestions, two pages of their own beside every page. With
# them a new page takes twice the work.
_WITHOUT = [
    "AutoDeElevate",
    "AvoidUnnecessaryBeforeUnloadCheckSync",
    "BlockOriginHeaderModificationOnRedirect",
    "DestroyProfileOnBrowserClose",
    "DialMediaRouteProvider",
    "GlobalMediaControls",
    "HttpsUpgrades",
    "LensOverlay",
    "MediaRouter",
    "OptimizationHints",
    "PaintHolding",
    "ThirdPartyStoragePartitioning",
    "Translate",
    "SpareRendererForSitePerProcess",
    "WebUIOmniboxAimPopup",
    "WebUIOmniboxPopup",
]
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    f"--disable-features={','.join(_WITHOUT)}",
]


def executable() -> str:
    """The browser's path; the test fails, saying what to install, where there is none."""
    found = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if not found:
        pytest.fail("The browser tests need Chromium. On Debian and Ubuntu: apt install chromium")
    return found
