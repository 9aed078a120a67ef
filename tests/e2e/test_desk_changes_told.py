"""The log of changes reads as a manager would say it: no ids, no codes, and only what was replaced struck through."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from sayso.domain.staff_change import StaffChange
from tests.builders import MONDAY, World
from tests.desk import PEOPLE
from tests.e2e.desk_looks import LOOKS, Look, hold
from tests.e2e.desk_office import open_office
from tests.unit.test_staff_accounts import account_of, company, person_of

pytestmark = pytest.mark.browser
ID = "0b2c7d1e-5f3a-4e8b-9c6d-1a2b3c4d5e6f"


def written(world: World, what: str, on: str, before: Any = None, after: Any = None, **more: Any) -> None:
    """As the doors of the desk write it down, a minute after the one before."""
    number = len(world.record_changes.page(100).items)
    told = {"state": "done", "after": after or {}, **more}
    at = MONDAY + timedelta(minutes=number)
    change = StaffChange(
        change_id=f"{number:012}",
        at=at,
        by=PEOPLE["manager"],
        role="manager",
        what=what,
        on=on,
        before=before or {},
        **told,
    )
    world.staff_changes.write(change)


@contextmanager
def the_log(browser: Browser, world: World, **how: Any) -> Iterator[Page]:
    with open_office(world) as office, office.seen(browser, **how) as desk:
        page = desk.open("/changes")
        expect(page.locator(".changes-list > li").first).to_be_visible()
        yield page


def entry(page: Page, verb: str) -> Locator:
    return page.locator(".changes-list > li").filter(has=page.get_by_text(verb, exact=True))


def everything() -> World:
    world = company()
    person, account = person_of(world, "crm-1").contact_id, f"account:{account_of(world, 'crm-1')}"
    theme = world.programme.all_themes[0].id
    written(world, "case.close", f"case:{ID}", {"state": "open"}, {"state": "not_solved", "recheck": True})
    written(world, "account.hold", account, {"until": None}, {"until": "2026-12-20"})
    written(world, "account.open_pack", account, {}, {"until": "2026-12-20T23:30:00Z"})
    filed = {"theme": theme, "answers": {"aa99c2407c67": "", "bb99c2407c67": ""}}
    written(world, "answers.file_theme", "answers", filed, {**filed, "answers": {"aa99c2407c67": "filed"}})
    asked = {"format": "csv", "state": "all", "account": account.removeprefix("account:"), "words": "yes"}
    written(world, "answers.export", "answers", asked, {"rows": 1234})
    rows = [{"contact": person, "fields": ["name"]}]
    written(world, "contacts.import", f"import:{ID}", {"rows": 3, "first": 2, "last": 4}, {"changed": 1, "rows": rows})
    written(world, "contact.lift", f"contact:{person}", {"suppressed": "by_hand"}, {"suppressed": None})
    written(world, "quote.choose", "answer:aa99c2407c67", {}, {"request": ID, "commitment": "faster"})
    written(world, "commitment.tell", "commitment:faster", {}, {"told": [person], "text": ID})
    written(world, "edition.rollback", "edition:2", {"public": 4}, {"request": ID})
    written(world, "programme.pause", "sending:all", {"paused": False}, {"paused": True})
    return world


@pytest.mark.parametrize("look", LOOKS)
def test_nothing_in_the_log_is_an_id_or_a_code(browser: Browser, look: Look) -> None:
    world = everything()
    with open_office(world) as office, office.seen(browser, **look.how) as desk:
        page = desk.open("/changes")
        expect(page.locator(".changes-list > li")).to_have_count(11)
        shown = page.locator(".changes-list").inner_text()
        codes = (ID, "99c2407c67", "case:", "account:", "sending:", "not_solved", "by_hand", "T23:30", "true", "false")
        ids = (person_of(world, "crm-1").contact_id, account_of(world, "crm-1"), "undefined", "NaN")
        assert [one for one in (*codes, *ids) if one in shown] == []
        hold(desk, f"changes-{look.name}")


def test_what_was_done_leads_to_what_it_was_done_to(browser: Browser) -> None:
    world = everything()
    person, account = person_of(world, "crm-1").contact_id, account_of(world, "crm-1")
    with the_log(browser, world) as page:
        leads = {
            "Follow-up closed": ("Follow-up", f"#/cases/{ID}"),
            "Customer put on hold": ("Customer", f"#/accounts/{account}"),
            "Answers exported": ("Customer", f"#/accounts/{account}"),
            "Contacts imported": ("Contact (name)", f"#/contacts/{person}"),
            "Address unblocked": ("Contact", f"#/contacts/{person}"),
            "Quote chosen": ("faster", "#/commitments/faster"),
            "Customers told about a commitment": ("Commitment “faster”", "#/commitments/faster"),
            "Earlier edition brought back": ("Edition 2", "#/editions"),
            "Sending paused": ("Programme", "#/programme/health"),
        }
        for verb, (words, to) in leads.items():
            expect(entry(page, verb).get_by_role("link", name=words, exact=True)).to_have_attribute("href", to)


def test_values_are_said_in_the_readers_language_and_the_companys_time(browser: Browser) -> None:
    with the_log(browser, everything(), language="nl") as page:
        expect(entry(page, "Zaak afgesloten").locator("dl")).to_contain_text("Niet opgelost")
        expect(entry(page, "Zaak afgesloten").locator("dl")).to_contain_text("ja")
        held = entry(page, "Klant voorlopig niet gevraagd").locator("dl")
        expect(held).to_have_text("Laatste dag 20 december 2026")
        expect(entry(page, "Gespreksoverzicht geopend").locator("dl")).to_contain_text("21 dec 2026")
        expect(entry(page, "Gespreksoverzicht geopend").locator("dl")).to_contain_text("00:30")
        expect(entry(page, "Antwoorden geëxporteerd").locator("dl")).to_contain_text("1.234")


def test_only_what_something_took_the_place_of_is_struck_through(browser: Browser) -> None:
    world = everything()
    theme = world.programme.all_themes[0].id
    written(world, "answers.reject_theme", "answers", {"theme": theme, "answers": {"a": "suggested"}}, None)
    written(world, "account.release", "account:x", {"until": "2026-12-20"}, {"until": None})
    texts = {"title": {"en": "Faster", "de": "Schneller"}, "status": "planned"}
    changed = {"title": {"en": "Much faster", "de": "Schneller"}, "status": "done"}
    written(world, "commitment.edit", "commitment:faster", texts, changed)
    with the_log(browser, world) as page:
        struck = page.locator("del").all_inner_texts()
        assert struck == ["English: Faster", "Planned", "20 December 2026", "somebody of ours said so", "Open"]
        expect(entry(page, "Hold ended").locator("dd")).to_have_text("20 December 2026 no longer")
        expect(entry(page, "Commitment changed").locator("dd").first).to_have_text(
            "English: Faster English: Much faster"
        )
        expect(entry(page, "Filed under a theme").locator("dd").last).to_have_text("1 of 2 answers")
        expect(entry(page, "Earlier edition brought back").locator("dl")).to_have_text("Public until then Edition 4")


def test_of_what_was_refused_or_interrupted_nothing_is_told_as_done(browser: Browser) -> None:
    world = company()
    stood = {"until": "2026-12-20"}
    written(world, "account.hold", "account:x", stood, state="refused", reason="until")
    written(world, "account.hold", "account:x", stood, state="refused", reason="hold")
    world.staff_changes.write(
        world.record_changes.page(1).items[0].having(change_id="b", state="begun", after=None, reason="")
    )
    with the_log(browser, world) as page:
        refused = page.locator(".changes-list > li").filter(has_text="refused")
        expect(refused).to_have_count(2)
        expect(refused.locator("dl")).to_have_count(0)
        expect(refused.last).to_contain_text("Not accepted because of: Until")
        expect(refused.first).not_to_contain_text("Not accepted")
        begun = page.locator(".changes-list > li").filter(has_text="outcome not known")
        expect(begun.locator("dd")).to_have_text("20 December 2026 before")
        expect(page.locator("del")).to_have_count(0)
