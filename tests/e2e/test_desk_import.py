"""A list of contacts is taken in at the desk, in Chromium: looked at, cut in pieces, its bad rows handed back.

The pages stand before the desk's real API on a world in memory. Leaves pictures in test-artefacts/desk/.
"""

from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.builders import World
from tests.e2e.desk_accounts import accounts
from tests.e2e.desk_looks import LOOKS, Look, hold
from tests.unit.test_staff_accounts import company

pytestmark = pytest.mark.browser

HEADER = "contact_id;email;account;name;account_since;note;locale"
ROWS = (
    *(
        f"new-{number};p{number}@nieuw.example;Nieuw;Person {number};2025-01-05;x;{'fr-BE' if number < 2 else ''}"
        for number in range(250)
    ),
    "crm-1;anna@kaasboer.example;Kaasboer;Anna de Vries;2025-01-05;",
    "bad-1;no address;Nieuw;;;",
    'bad-2;b@nieuw.example;Nieuw;"two\nlines";31.12.2025;',
    "new-3;c@nieuw.example;Nieuw;A double;;",
    "bad-3;d@nieuw.example;Nieuw;;;;;left over",
    "formula;e@nieuw.example;=1+1;<script>alert(1)</script>;2025-01-05;;it",
)


def chosen(page: Page, name: str, content: bytes) -> None:
    page.get_by_label("File", exact=True).set_input_files({"name": name, "mimeType": "text/csv", "buffer": content})


@pytest.mark.parametrize("look", LOOKS)
def test_a_list_is_looked_at_taken_in_and_its_bad_rows_handed_back(browser: Browser, look: Look) -> None:
    world = company()
    content = "\r\n".join((HEADER, *ROWS)).encode("utf-8-sig")
    with accounts(browser, world, width=look.width, scheme=look.scheme) as desk:
        page = desk.open("/contacts/import")
        hold(desk)
        chosen(page, "kunden.csv", content)
        expect(page.get_by_role("button", name="Take in 252 contacts")).to_be_visible()
        expect(page.get_by_text("Columns not used: note.")).to_be_visible()
        expect(page.get_by_text("is no address that mail can be sent to")).to_be_visible()
        expect(page.get_by_text("The same id is in line 5 already")).to_be_visible()
        assert len(list(world.contacts.everyone())) == 2, "nothing is taken in yet"
        usual = page.viewport_size
        assert usual
        page.set_viewport_size({**usual, "width": 680})  # where the table is narrowest
        name = page.locator(".contacts-column", has_text="account_since")
        assert name.evaluate("one => one.getClientRects().length") == 1, "a column's name is not broken"
        page.set_viewport_size(usual)
        hold(desk, f"import-{look.name}")
        with page.expect_download() as saved:
            page.get_by_role("button", name="Save the rejected rows").click()
        text = Path(saved.value.path()).read_text(encoding="utf-8-sig")
        rejected = list(csv.reader(io.StringIO(text, newline=""), delimiter=";"))
        assert rejected[0] == [*HEADER.split(";"), "(surplus)", "line", "field", "reason"]
        assert [row[-3:-1] for row in rejected[1:]] == [
            ["253", "email"],
            ["254", "account_since"],
            ["256", "contact_id"],
            ["257", "row"],
        ]
        assert (
            rejected[3][-1] == "'new-3' is in line 5 already; give it an id of its own, or remove one of the two lines"
        )
        page.get_by_role("button", name="Take in 252 contacts").click()
        expect(page.get_by_text("Done: 252 contacts are new or changed.")).to_be_visible(timeout=30_000)
        known = world.contacts.by_external_ids(["crm-1", "formula", "new-3"])
        assert (known["crm-1"].name, known["formula"].account) == ("Anna de Vries", "=1+1")
        assert known["new-3"].name == "Person 3"
        chosen(page, "kunden.csv", content)
        expect(page.get_by_text("There is nothing to take in.")).to_be_visible()
        chosen(page, "rejects-kunden.csv", text.encode())
        expect(page.get_by_text("of the list this row was rejected from")).to_be_visible()
        expect(page.get_by_text("There is nothing to take in.")).to_be_visible()


OTHER_LANGUAGES = {
    "en": "3 contacts speak languages this programme has no mails in (fr, it): they are written to in English.",
    "de": "3 Kontakte sprechen Sprachen, in denen es in diesem Programm keine Mails gibt (fr, it): "
    "angeschrieben wird auf Englisch.",
    "nl": "3 contacten spreken talen waarin dit programma geen mails heeft (fr, it): de mails komen in het Engels.",
}


@pytest.mark.parametrize("look", LOOKS)
def test_who_is_new_is_there_for_whoever_unfolds_them_and_costs_no_request(browser: Browser, look: Look) -> None:
    with accounts(browser, company(), **look.how) as desk:
        page = desk.open("/contacts/import")
        page.locator("#contacts-file").set_input_files(
            {"name": "kunden.csv", "mimeType": "text/csv", "buffer": "\r\n".join((HEADER, *ROWS)).encode()}
        )
        expect(page.get_by_text(OTHER_LANGUAGES[look.language])).to_be_visible()
        desk.settle()
        assert len([asked for asked in desk.site.asked if asked.method == "POST"]) == 3, "pieces of 256 rows"
        newcomers = page.locator(".contacts-new")
        table, summary = newcomers.locator("table"), newcomers.locator("summary")
        expect(summary).to_contain_text("251")
        expect(table).to_be_hidden()
        summary.focus()
        page.keyboard.press("Enter")
        expect(table.get_by_role("row")).to_have_count(101)
        first = table.get_by_role("row").nth(1)
        for text in ("2: new-0", "Person 0", "p0@nieuw.example", "Nieuw"):
            expect(first).to_contain_text(text)
        expect(newcomers.locator("p")).to_contain_text("151")
        hold(desk, f"import-new-{look.name}")
        page.keyboard.press("Enter")
        expect(table).to_be_hidden()
        assert len([asked for asked in desk.site.asked if asked.method == "POST"]) == 3


def test_who_is_new_is_shown_as_they_will_be_and_not_as_the_file_writes_it(browser: Browser) -> None:
    content = "contact_id,email,account,name,role\n x1 , a@b.example , Bakker ,Jan\t  de Boer,USER\n"
    with accounts(browser, World()) as desk:
        page = desk.open("/contacts/import")
        chosen(page, "x.csv", content.encode())
        page.locator("summary").filter(has_text="1 new contact").click()
        row = page.locator(".contacts-new").get_by_role("row").nth(1)
        expect(row.get_by_role("rowheader")).to_have_text("Line 2: x1")
        expect(row.get_by_role("cell")).to_have_text(
            ["Jan de Boer", "a@b.example", "Bakker", "asked about tickets only"]
        )


def test_the_longest_that_can_be_new_stays_within_the_smallest_phone(browser: Browser) -> None:
    long = "x" * 180
    content = f"contact_id,email,account,name\n{long},{'y' * 60}@{'z' * 60}.example,{long},{long}\n"
    with accounts(browser, World(), width=320, language="de") as desk:
        page = desk.open("/contacts/import")
        page.locator("#contacts-file").set_input_files(
            {"name": "x.csv", "mimeType": "text/csv", "buffer": content.encode()}
        )
        page.locator(".contacts-new summary").click()
        expect(page.locator(".contacts-new").get_by_role("rowheader")).to_contain_text(long)
        hold(desk)


def test_a_file_that_is_no_list_is_refused_here(browser: Browser) -> None:
    with accounts(browser, World()) as desk:
        page = desk.open("/contacts/import")
        for content, said in (
            (b"", "The file has no rows."),
            (b"contact_id,email\n1,a@b.example", "no column account"),
            (b'contact_id,email,account\n1,"a@b.example,B\n2,c@d.example,D', "A quotation mark in line 2"),
            (b"contact_id,email,account\n", "The file has no rows."),
        ):
            chosen(page, "x.csv", content)
            expect(page.get_by_role("alert").filter(has_text=said)).to_be_visible()
            hold(desk)
        assert not [asked for asked in desk.site.asked if asked.method == "POST"]


def test_files_are_read_as_spreadsheets_write_them(browser: Browser) -> None:
    world = World()
    with accounts(browser, world) as desk:
        page = desk.open("/contacts/import")
        written = (("utf-8", ",", False), ("utf-8", "\t", False), ("cp1252", ";", True), ("utf-16", ";", False))
        for number, (encoding, delimiter, guessed) in enumerate(written):
            rows = (
                ("contact_id", "email", "account", "name"),
                (f"{number}", f"j{number}@mueller.example", "Müller", "Jörg Weiß"),
            )
            chosen(page, "x.csv", "\n".join(delimiter.join(row) for row in rows).encode(encoding))
            page.get_by_role("button", name="Take in 1 contact").click()
            expect(page.get_by_text("Done: 1 contact is new or changed.")).to_be_visible()
            assert page.get_by_text("read as Windows-1252").count() == int(guessed)
            assert world.contacts.by_external_ids([f"{number}"])[f"{number}"].name == "Jörg Weiß"


def test_an_import_that_breaks_off_goes_on_where_it_stopped(browser: Browser) -> None:
    world = World()
    content = "\r\n".join((HEADER, *ROWS[:250])).encode()
    with accounts(browser, world) as desk:
        page = desk.open("/contacts/import")
        chosen(page, "x.csv", content)
        expect(page.get_by_role("button", name="Take in 250 contacts")).to_be_visible()
        pieces: list[str] = []

        def fail_the_second(route: Any) -> None:
            pieces.append(route.request.url)
            if len(pieces) == 2:
                route.abort()
            else:
                route.continue_()

        page.route("**/api/staff/contacts/import", fail_the_second)
        page.get_by_role("button", name="Take in 250 contacts").click()
        expect(page.get_by_text("Stopped after 100 rows.")).to_be_visible()
        hold(desk)
        assert len(list(world.contacts.everyone())) == 100
        page.get_by_role("button", name="Go on").click()
        expect(page.get_by_text("Done: 250 contacts are new or changed.")).to_be_visible()
        assert len(list(world.contacts.everyone())) == 250
