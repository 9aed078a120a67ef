"""An edition that waits as the API shows it, and an API that takes a yes: for tests of the manager's page alone."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from playwright.sync_api import Page, expect

PUBLIC: dict[str, Any] = {"number": 3, "made_at": "2026-02-20T09:00:00Z", "held": False, "page": "/page/en.html"}
FIRST, SECOND = "a" * 32, "b" * 32
CHANGES: dict[str, Any] = {
    "new": [
        {
            "en": "Somebody answers the phone at night",
            "de": "Nachts geht jemand ans Telefon",
            "nl": "’s Nachts neemt iemand op",
        }
    ],
    "changed": [{"en": "Replies within <b>the hour</b>"}, {"de": "Rechnungen, die man versteht"}],
    "removed": [{"en": "A newsletter", "de": "Ein Newsletter", "nl": "Een nieuwsbrief"}],
    "score": {
        "before": {"score": -4, "low": -19, "high": 11, "n": 96},
        "after": {"score": 45, "low": 29, "high": 58, "n": 1100},
    },
    "figures": False,
    "new_quotes": 2,
    "removed_quotes": 1,
}
NOTHING_ELSE: dict[str, Any] = {
    "new": [],
    "changed": [],
    "removed": [],
    "score": None,
    "figures": False,
    "new_quotes": 0,
    "removed_quotes": 0,
}


def draft(draft_id: str = FIRST, **changes: Any) -> dict[str, Any]:
    """An edition that waits."""
    prefix = f"/preview/{draft_id}/"
    return {
        "id": draft_id,
        "number": 4,
        "made_at": "2026-03-02T09:00:00Z",
        "approved": False,
        "changes": deepcopy(CHANGES),
        "previews": [
            {"language": language, "page": f"{prefix}{language}.html", "report": f"{prefix}report.{language}.pdf"}
            for language in ("en", "de", "nl")
        ],
        **changes,
    }


@dataclass
class FakeEdition:
    """What `/api/edition` knows."""

    public: dict[str, Any] | None = field(default_factory=lambda: dict(PUBLIC))
    draft: dict[str, Any] | None = field(default_factory=draft)
    approved: list[str] = field(default_factory=list)

    def respond(self, method: str, token: str, body: dict[str, Any]) -> tuple[int, dict[str, Any]]:
        if token == "late":
            return 410, {"error": {"field": "token", "reason": "expired"}}
        if method == "POST":
            if self.draft is None or body["approve"] != self.draft["id"]:
                return 409, {"error": {"field": "draft", "reason": "another edition waits by now"}}
            self.approved.append(body["approve"])
            self.draft["approved"] = True
        return 200, {"public": self.public, "draft": self.draft}


class EditionState(NamedTuple):
    """What there is, the query the page is opened with, and what is done there."""

    edition: Callable[[], FakeEdition] = FakeEdition
    query: str = "?t=good"
    reach: Callable[[Page, Any], Any] = lambda *_: None


def _press(page: Page, _: Any) -> None:
    page.locator("#publish").click()


def _approved(page: Page, site: Any) -> None:
    _press(page, site)
    expect(page.locator("#approved")).to_be_visible()


def _replaced(page: Page, site: Any) -> None:
    site.edition.draft = draft(SECOND, changes={**NOTHING_ELSE, "figures": True})
    _press(page, site)
    expect(page.locator("#replaced")).to_be_visible()


def _offline(page: Page, site: Any) -> None:
    page.context.set_offline(True)
    _press(page, site)
    expect(page.locator("#status")).to_have_text(page.locator('[data-say="offline"]').text_content() or "offline")


STATES: dict[str, EditionState] = {
    "look": EditionState(),
    "first": EditionState(lambda: FakeEdition(public=None)),
    "held": EditionState(lambda: FakeEdition(public={**PUBLIC, "held": True}, draft=draft(changes=NOTHING_ELSE))),
    "approved": EditionState(reach=_approved),
    "replaced": EditionState(reach=_replaced),
    "offline": EditionState(reach=_offline),
    "nothing": EditionState(lambda: FakeEdition(draft=None)),
    "nobody": EditionState(lambda: FakeEdition(public=None, draft=None)),
    "expired": EditionState(query="?t=late"),
    "invalid": EditionState(query=""),
}
