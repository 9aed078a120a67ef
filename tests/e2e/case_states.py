"""Every state of the case page, by name: the link it is opened with, and how to get there."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from playwright.sync_api import Locator, Page, expect

from tests.e2e.fake_case import JOINED, NOW, FakeCase
from tests.e2e.page_site import FakeSite

Reach = Callable[[Page, FakeSite], Any]
LONG = "Called at half past nine. They were right: the ticket lay for two days.\n\nPromised a named person from Monday."


def task(page: Page, what: str) -> Locator:
    """One of the things to do."""
    return page.locator(f'[data-task="{what}"]')


def open_task(page: Page, what: str) -> Locator:
    """The form of one of the things to do, open."""
    expect(page.locator("#ready")).to_be_visible()
    one = task(page, what)
    one.locator("summary").click()
    return one.locator("form")


def send(form: Locator) -> None:
    """Press its button."""
    form.locator("[type=submit]").click()


def fill_close(form: Locator) -> None:
    """Say what was wrong, what was done and how it ended."""
    form.locator('[name="cause"]').nth(4).check()
    form.locator('[name="note"]').fill(LONG)
    form.locator('[name="outcome"]').first.check()


def _with(**changes: Any) -> Reach:
    """The same page of another follow-up."""

    def reach(page: Page, site: FakeSite) -> None:
        site.case = FakeCase({**FakeCase().shown, **changes})
        page.reload()
        expect(page.locator("#ready")).to_be_visible()

    return reach


def _closing(page: Page, _: FakeSite) -> None:
    fill_close(open_task(page, "close"))


def _other_cause(page: Page, _: FakeSite) -> None:
    form = open_task(page, "close")
    form.locator('[name="cause"]').last.check()
    form.locator('[name="own"]').fill("The building was flooded")


def _missing(page: Page, _: FakeSite) -> None:
    send(open_task(page, "close"))
    expect(page.locator("#close-problem")).to_be_visible()


def _too_long(page: Page, _: FakeSite) -> None:
    form = open_task(page, "note")
    form.locator("textarea").fill("Called, and called again. " * 90)
    send(form)
    expect(page.locator("#note-note-count")).to_be_visible()


def _closed(page: Page, site: FakeSite) -> None:
    _closing(page, site)
    send(task(page, "close"))
    expect(page.locator("#result")).to_be_focused()


def _contacted(page: Page, _: FakeSite) -> None:
    send(open_task(page, "contacted"))
    expect(page.locator("#result")).to_be_focused()


def _handing_over(page: Page, _: FakeSite) -> None:
    form = open_task(page, "hand_over")
    form.locator("select").select_option("other")
    form.locator('[name="email"]').fill("rival@elsewhere.example")
    form.locator('[name="note"]').fill("I am on holiday from tomorrow.")
    form.locator('[name="sure"]').check()


def _refused(page: Page, site: FakeSite) -> None:
    _handing_over(page, site)
    send(task(page, "hand_over"))
    expect(page.locator("#hand_over-problem")).to_be_visible()


def _passed(page: Page, _: FakeSite) -> None:
    form = open_task(page, "hand_over")
    form.locator("select").select_option("lee@polder.example")
    form.locator('[name="note"]').fill("A matter of money.")
    send(form)
    expect(page.locator("#passed")).to_be_visible()


def _not_saved(status: int) -> Reach:
    def reach(page: Page, site: FakeSite) -> None:
        form = open_task(page, "note")
        form.locator("textarea").fill(LONG)
        site.fail_with = status
        send(form)
        expect(form.get_by_role("status")).not_to_have_text("")
        expect(form.get_by_role("status")).not_to_contain_text("…")

    return reach


def _offline(page: Page, _: FakeSite) -> None:
    form = open_task(page, "note")
    form.locator("textarea").fill(LONG)
    page.context.set_offline(True)
    send(form)
    expect(form.get_by_role("status")).not_to_contain_text("…")
    page.context.set_offline(False)


def _saving(page: Page, site: FakeSite) -> None:
    form = open_task(page, "note")
    form.locator("textarea").fill(LONG)
    site.seconds = 4
    send(form)
    expect(form.get_by_role("status")).to_contain_text("…")


def _overtaken(page: Page, site: FakeSite) -> None:
    form = open_task(page, "close")
    fill_close(form)
    site.case.shown.update(state="solved", closed_at=NOW, outcome="solved", cause="price", late=False)
    send(form)
    expect(page.locator('[data-task="reopen"]')).to_be_visible()


_ERASED: dict[str, Any] = {
    "name": "",
    "email": "",
    "phone": "",
    "account": "",
    "why": "",
    "contact": None,
    "erased": True,
    "state": "no_answer",
    "outcome": "no_answer",
    "closed_at": NOW,
    "promised": [],
    "unconfirmed": [],
    "history": [],
}
_ESCALATED: dict[str, Any] = {
    "joined": [JOINED],
    "is_owner": False,
    "scale": "satisfaction",
    "score": 2,
    "survey": "project",
    "ticket": None,
}
_NAMELESS: dict[str, Any] = {"name": "", "phone": "", "why": "", "drivers": [], "contact": None, "promised": []}
_OPENED = {"at": NOW, "by": "sayso", "what": "opened", "note": "", "to": "", "cause": "", "outcome": None}
STATES: dict[str, tuple[str, Reach]] = {
    "ready": ("?t=good", lambda page, _: expect(page.locator("#ready")).to_be_visible()),
    "quiet": ("?t=good", _with(contact="no", late=False)),
    "joined": (
        "?t=good",
        _with(joined=[JOINED], is_owner=False, scale="satisfaction", score=2, survey="project", ticket=None),
    ),
    "nameless": (
        "?t=good",
        _with(name="", phone="", why="", drivers=[], contact=None, promised=[], unconfirmed=[], history=[]),
    ),
    "erased": ("?t=good", _with(**_ERASED, changes=[_OPENED])),
    "contacted": ("?t=good", _contacted),
    "too-long": ("?t=good", _too_long),
    "no-number": ("?t=good", _with(phone="")),
    "closing": ("?t=good", _closing),
    "other-cause": ("?t=good", _other_cause),
    "missing": ("?t=good", _missing),
    "closed": ("?t=good", _closed),
    "handing-over": ("?t=good", _handing_over),
    "refused": ("?t=good", _refused),
    "passed": ("?t=good", _passed),
    "saving": ("?t=good", _saving),
    "not-saved": ("?t=good", _not_saved(503)),
    "too-late": ("?t=good", _not_saved(410)),
    "offline": ("?t=good", _offline),
    "overtaken": ("?t=good", _overtaken),
    "expired": ("?t=old", lambda page, _: expect(page.locator("#expired")).to_be_visible()),
    "handed": ("?t=handed", lambda page, _: expect(page.locator("#handed")).to_be_visible()),
    "invalid": ("", lambda page, _: expect(page.locator("#invalid")).to_be_visible()),
}
