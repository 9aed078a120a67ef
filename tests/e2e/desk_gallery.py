"""The desk with a gallery of all its parts in it, before a sign-in and an API that are made up."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from tests.e2e.desk_page import Desks, desk_page
from tests.e2e.fake_desk import DIST, Asked

ROOT = Path(__file__).parents[2]
CHANGES = {
    "items": [
        {
            "id": "1",
            "at": "2026-03-02T09:12:00Z",
            "by": "mara@polder.example",
            "role": "manager",
            "what": "case.close",
            "on": "case:4f1c0ffee000",
            "before": {"state": "open"},
            "after": {"state": "solved"},
            "state": "done",
            "reason": "",
        },
        {
            "id": "2",
            "at": "2026-03-01T23:30:00Z",
            "by": "kim@polder.example",
            "role": "owner",
            "what": "some.thing_new",
            "on": "thing:1",
            "before": {"note": "<b>one</b>"},
            "after": None,
            "state": "begun",
            "reason": "",
        },
    ],
    "next": "",
}


def names(asked: Asked) -> dict[str, Any]:
    """Fifty names in pages of twenty-five."""
    begins, after = asked.query.get("begins", ""), int(asked.query.get("after") or 0)
    found = [{"id": str(at), "name": f"{'ab'[at % 2]}{at}"} for at in range(50)]
    found = [one for one in found if str(one["name"]).startswith(begins)]
    return {"items": found[after : after + 25], "next": str(after + 25) if after + 25 < len(found) else ""}


ANSWERS: Mapping[str, Any] = {
    "/api/staff/changes": CHANGES,
    "GET /api/staff/gallery": names,
    "POST /api/staff/gallery": {},
}


ANSWERS: Mapping[str, Any] = {
    "/api/staff/changes": CHANGES,
    "GET /api/staff/gallery": names,
    "POST /api/staff/gallery": {},
}


@pytest.fixture(scope="session")
def gallery(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Desks:
    """Opens the desk with a gallery of all parts in it; as `desk_page`, without the browser."""
    built = tmp_path_factory.mktemp("desk") / "dist"
    path = os.pathsep.join((str(ROOT / ".sayso" / "tools" / "node" / "bin"), os.environ["PATH"]))
    subprocess.run(
        ["npx", "--no-install", "vite", "build", "--mode", "gallery", "--logLevel", "error", "--outDir", str(built)],
        cwd=DIST.parent,
        env={**os.environ, "PATH": path},
        check=True,
        timeout=120,
    )
    return partial(desk_page, browser, dist=built)


@pytest.fixture
def desks(browser: Browser) -> Desks:
    """Opens the desk as it is built; as `desk_page`, without the browser."""
    return partial(desk_page, browser)
