"""What every state of the desk is held to in the browser, and a picture of it for a person to look at.

Each state is visited once in the quick run: on the smallest phone, in the longest words. The other looks are among the
longer tests. The pictures are left in test-artefacts/desk/.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any, NamedTuple

import pytest
from playwright.sync_api import Page

from tests.e2e.axe import findings, is_whole
from tests.e2e.desk_page import DeskPage, Scheme

PICTURES = Path(__file__).parents[2] / "test-artefacts" / "desk"
_TARGETS = (
    "main :is(button, a.button, select, textarea:not(.commitments-line), summary, label:has(input), "
    "input:not([type=checkbox], [type=radio])), header :is(button, nav a, select, .unfolded > a)"
)


class Look(NamedTuple):
    """How somebody looks at the desk; gives what desk_page is told."""

    name: str
    width: int
    scheme: Scheme = "light"
    language: str = "en"

    @property
    def how(self) -> dict[str, Any]:
        return {"width": self.width, "scheme": self.scheme, "language": self.language}


LOOKS = [
    pytest.param(look, id=look.name, marks=[pytest.mark.long] if at else [])
    for at, look in enumerate(
        (
            Look("phone", 320, "light", "de"),
            Look("phone-dark", 390, "dark", "en"),
            Look("desktop", 1280, "light", "en"),
            Look("desktop-dark", 1280, "dark", "nl"),
        )
    )
]


def too_small(page: Page, also: str = "") -> list[Any]:
    """What can be pressed and is lower than a finger needs."""
    return list(
        page.locator(f"{_TARGETS}, {also}" if also else _TARGETS).evaluate_all(
            "all => all.filter(one => one.checkVisibility() && one.getBoundingClientRect().height < 44)"
            ".map(one => [one.outerHTML.slice(0, 80), one.getBoundingClientRect().height])"
        )
    )


def picture(page: Page, name: str) -> None:
    PICTURES.mkdir(parents=True, exist_ok=True)
    page.screenshot(path=PICTURES / f"{name}.png", full_page=True)


def hold(desk: DeskPage, name: str = "", also: str = "") -> None:
    """Once everything is there: axe finds nothing, nothing is cut off, and all can be pressed. A picture, if named.

    `also` selects what can be pressed in this view alone.
    """
    desk.settle()
    if name:
        picture(desk.page, name)
    assert (name, findings(desk.page)) == (name, [])
    assert is_whole(desk.page), name
    assert (name, too_small(desk.page, also)) == (name, [])
