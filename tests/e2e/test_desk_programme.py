"""The programme at the desk: what is set, the calendar, whether everything runs, and standing still. In Chromium.

What the views are answered is what the API answers on a world in memory. Leaves pictures in test-artefacts/desk/.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from typing import Any

import pytest
from playwright.sync_api import Browser, expect

from sayso.domain.doctor_report import report_of
from sayso.domain.sending import StandingChange
from sayso.domain.staff import Role
from tests.builders import MONDAY, World, invitation, programme
from tests.desk import PEOPLE
from tests.e2e.axe import findings
from tests.e2e.desk_looks import LOOKS, Look, hold, picture
from tests.e2e.desk_office import open_office
from tests.e2e.desk_page import DeskPage, Desks

pytestmark = pytest.mark.browser

API = "/api/staff/programme"
FINDINGS: list[tuple[str, Any, str, str]] = [
    ("sender", "ok", "feedback@polder.example is covered by the identity polder.example.", ""),
    (
        "dkim",
        "broken",
        "Mails are not signed with DKIM (SES says PENDING).",
        "Put the three records of the output DkimRecords into DNS, and wait up to 72 hours.",
    ),
    ("production", "warning", "SES is in its sandbox: it writes to verified addresses only.", "Request access."),
    ("quota", "unknown", "Not on the local stack.", ""),
    ("API", "ok", "The API answers behind the site.", ""),
]


def full_world() -> World:
    """Everything there can be to show."""
    world = World(
        programme=programme(
            follow_up={
                "owners": {"anna@polder.example": {"name": "Anna Bakker", "manager": "anna@polder.example"}},
                "channels": {"team": {"tell": ["alert"], "words": True}},
                "days_off": ["2026-12-24"],
            },
            sending={"daily_limit": 40},
            benchmark={"nps": 6, "source": "Integron 2024"},
        )
    )
    counts = [3, 12, 7, 0, 21, 5, 44, 9, 2, 0, 0, 16, 60, 31, 8, 4, 1, 0, 5, 12, 27, 3, 0, 2, 9, 14, 6, 1, 3, 2]
    for day, count in enumerate(counts):
        for at in range(count):
            due_at = MONDAY + timedelta(days=day, minutes=at)
            survey = ("annual", "day50", "ticket")[at % 3]
            one = invitation(contact_id=world.new_id(), survey=survey, due_at=due_at, planned_at=due_at)
            world.invitations.save(one.having(revision=0))
    for name in ("Kaasboer", "Grachtenpand Beheer", "Bäckerei Hoffmann & Söhne"):
        person = world.add_contact(contact_id=name, email=f"{len(name)}@x.example", account=name)
        world.hold_account.hold(person.account_id, date(2026, 3, 20), "outage last week", PEOPLE["owner"])
    kicked = StandingChange(at=MONDAY, by="jan", what="kicked_off", reason="annual: 112 from 2026-03-03 to 2026-05-31")
    world.standings.note(kicked)
    world.doctor_reports.keep(report_of(FINDINGS, "arn:aws:sts::000000000000:assumed-role/ops/jan", MONDAY))
    return world


@pytest.fixture
def desks(browser: Browser) -> Desks:
    """Opens the desk of somebody in a role, over a world."""

    @contextmanager
    def opened(world: World, role: Role = "manager", **how: Any) -> Iterator[DeskPage]:
        with open_office(world) as office, office.seen(browser, role, **how) as desk:
            yield desk

    return opened


VIEWS = {"settings": "/programme", "calendar": "/programme/calendar", "health": "/programme/health"}


@pytest.mark.parametrize("look", LOOKS)
def test_every_view_can_be_read(desks: Desks, look: Look) -> None:
    with desks(full_world(), **look.how) as desk:
        for view, path in VIEWS.items():
            page = desk.open(path)
            expect(page.locator("main .panel").first).to_be_visible()
            hold(desk, f"programme-{view}-{look.name}")
            text = page.locator("main").inner_text()
            assert "programme-" not in text  # the key of a sentence that is not there
            assert "{" not in text


def test_what_is_set_is_said_in_sentences(desks: Desks) -> None:
    with desks(full_world()) as desk:
        text = desk.open("/programme").locator("main")
        for sentence in (
            "Asked once, 50 days after somebody became a customer.",
            "Whoever has not answered is reminded after 5 working days.",
            "Mails go out on Monday, Tuesday, Wednesday, Thursday and Friday.",
            "Whoever is unhappy is contacted within 2 working days.",
            "What people wrote is deleted after 24 months. Scores stay, and name nobody.",
            "At most 40 mails go out in a day; the rest wait, the oldest first.",
            "Words that suggest it (Dutch): traag, trage, wachten, wachttijd*, gewacht",
            "Others reach +6.",
            "templates/programme.yaml",
        ):
            expect(text).to_contain_text(sentence)


def test_a_viewer_reads_it_without_our_peoples_addresses(desks: Desks) -> None:
    with desks(full_world(), role="viewer") as desk:
        page = desk.open("/programme")
        expect(page.locator("main")).to_contain_text("an address that viewers do not see")
        assert "care@polder.example" not in page.content()
        expect(page.get_by_role("link", name="Health")).to_have_count(0)
        desk.open("/programme/health")
        expect(page.get_by_role("heading", level=1)).to_have_text("Nothing here")


def test_the_picture_has_its_table_and_the_limit_its_words(desks: Desks) -> None:
    with desks(full_world()) as desk:
        page = desk.open("/programme/calendar")
        expect(page.locator(".drawing.wide svg")).to_be_visible()
        page.get_by_text("As a table").click()
        rows = page.get_by_role("row")
        expect(rows).to_have_count(31)
        expect(page.locator("main")).to_contain_text("The limit is 40 mails a day")
        expect(page.locator("main")).to_contain_text("no mails on this weekday")
        expect(page.locator("main")).to_contain_text("limit reached")


def test_nothing_yet_is_said_too(desks: Desks) -> None:
    with desks(World(), width=320) as desk:
        for view, path in VIEWS.items():
            page = desk.open(path)
            expect(page.locator("main .panel, main .empty").first).to_be_visible()
            hold(desk, f"programme-{view}-empty")


@pytest.mark.parametrize("view", VIEWS)
def test_a_failure_says_so_and_can_be_tried_again(desks: Desks, view: str) -> None:
    with desks(full_world()) as desk:
        page = desk.open("/nowhere")
        desk.site.fail_with = 500
        desk.open(VIEWS[view])
        expect(page.locator("main").get_by_role("alert").first).to_be_visible()
        assert findings(page) == []
        desk.site.fail_with = None
        page.get_by_role("button", name="Try again").first.click()
        expect(page.locator("main .panel").first).to_be_visible()


def test_pausing_says_what_it_means_asks_for_the_reason_and_goes_by_keyboard(desks: Desks) -> None:
    world = full_world()
    with desks(world) as desk:
        page = desk.open("/programme/health")
        page.get_by_role("button", name="Pause all sending").focus()
        page.keyboard.press("Enter")
        dialog = page.get_by_role("dialog")
        expect(dialog).to_contain_text("no survey, no reminder, no question about a ticket")
        picture(page, "programme-pause")
        assert findings(page) == []
        page.keyboard.press("Escape")
        expect(dialog).to_have_count(0)
        expect(page.get_by_role("button", name="Pause all sending")).to_be_focused()
        assert world.standings.paused() is None

        page.keyboard.press("Enter")
        dialog.get_by_role("button", name="Pause all sending").click()
        expect(dialog.get_by_text("Say why.", exact=True)).to_be_visible()
        dialog.get_by_label("Why?").fill("prices change")
        dialog.get_by_role("button", name="Pause all sending").click()
        expect(page.get_by_text("Sending is paused.")).to_be_visible()
        expect(page.locator("main")).to_contain_text(f"Paused by {PEOPLE['manager']}: prices change")
        assert findings(page) == []
        picture(page, "programme-paused")

        desk.open("/programme/calendar")
        expect(page.locator("main")).to_contain_text("Nothing goes out until somebody resumes.")
        desk.open("/programme/health")
        page.get_by_role("button", name="Resume sending").click()
        dialog.get_by_role("button", name="Resume sending").click()
        expect(page.get_by_text("Mails go out again.", exact=True).first).to_be_visible()
    assert world.standings.paused() is None


def test_the_doctors_findings_are_english_and_say_how_to_look_again(desks: Desks) -> None:
    with desks(full_world(), language="de") as desk:
        page = desk.open("/programme/health")
        finding = page.get_by_text("Mails are not signed with DKIM (SES says PENDING).")
        expect(finding).to_be_visible()
        assert finding.evaluate("node => node.closest('[lang]').lang") == "en"
        expect(page.locator("main")).to_contain_text("sayso doctor")
        first = page.get_by_role("table", name="Was der Doktor fand").first.get_by_role("row").nth(1)
        expect(first).to_contain_text("Defekt")  # what is broken comes first


def test_what_could_not_be_looked_at_is_one_line(desks: Desks) -> None:
    with desks(full_world()) as desk:
        page = desk.open("/programme/health")
        finding = page.get_by_role("cell", name="Not on the local stack.")
        expect(page.get_by_text("1 cannot be looked at here")).to_be_visible()
        expect(finding).to_be_hidden()
        page.get_by_text("1 cannot be looked at here").click()
        expect(finding).to_be_visible()


def test_every_view_asks_only_for_what_it_shows(desks: Desks) -> None:
    with desks(full_world()) as desk:
        page = desk.open("/programme")
        expect(page.locator("main .panel").first).to_be_visible()
        desk.open("/programme/calendar")
        expect(page.locator(".drawing.wide svg")).to_be_visible()
        paths = [one.path for one in desk.site.asked]
    assert paths == ["/api/staff/me", API, f"{API}/calendar"]
