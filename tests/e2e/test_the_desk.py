"""The desk on the deployed stack, for each role through the real sign-in: from a contact list to the public page."""

from __future__ import annotations

import csv
import io
import re
from contextlib import suppress
from datetime import date
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Response, expect

from sayso.domain.errors import ConflictError
from tests.e2e.company import Company, wait_for
from tests.e2e.desk_site import STAFF, call, sign_in, tokens
from tests.e2e.test_the_loop import row

pytestmark = [pytest.mark.stack, pytest.mark.browser]

WORDS = "We waited nine days, and then nobody knew why we had called."
COMMITMENT = "one-person-to-call"
TITLE = {"English": "One person to call", "German": "Eine Person für alle Fragen", "Dutch": "Eén vast aanspreekpunt"}
HEARD = {"English": "Nobody knew us.", "German": "Niemand kannte uns.", "Dutch": "Niemand kende ons."}
DID = {
    "English": "Each customer has a name and a number now.",
    "German": "Jeder Kunde hat jetzt einen Namen und eine Nummer.",
    "Dutch": "Elke klant heeft nu een naam en een nummer.",
}
NAMES = ("Karel", "Leo", "Mia")


def contacts() -> bytes:
    """A list as a CRM writes it: two people of the owner's accounts, one of somebody else's, and a bad row."""
    rows = [
        row("karel", account="Karel Ltd", owner_email=STAFF["owner"]),
        row("leo", account="Leo Ltd", owner_email=STAFF["owner"]),
        row("mia", account="Mia Ltd"),
        row("nobody", email="no address", account="Nobody Ltd"),
    ]
    text = io.StringIO()
    writer = csv.DictWriter(text, list(rows[0]))
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue().encode()


def go(page: Page, name: str) -> None:
    """Follow a link of the desk's navigation."""
    page.get_by_role("navigation").get_by_role("link", name=name, exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_be_visible()


def said(page: Page, sentence: str | re.Pattern[str]) -> None:
    expect(page.get_by_role("status").filter(has_text=sentence).first).to_be_visible(timeout=30_000)


def texts(page: Page, field: str, said: dict[str, str]) -> None:
    for language, text in said.items():
        page.get_by_role("group", name=field, exact=True).get_by_label(language).fill(text)


def test_a_manager_runs_the_programme_at_the_desk(company: Company, browser: Browser) -> None:
    wait_for(lambda: _nothing_appears_by_rule(company), "a page that is held")
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    sign_in(page, company, "manager")
    _imports(page)
    _watches_a_three_arrive(company, page)
    _handles_the_case(company, page)
    _writes_and_publishes(company, page)
    _finds_it_recorded(page)
    page.close()


def _imports(page: Page) -> None:
    go(page, "Contacts")
    page.get_by_role("link", name="Import contacts").click()
    file: Any = {"name": "contacts.csv", "mimeType": "text/csv", "buffer": contacts()}
    page.get_by_label("File", exact=True).set_input_files(file)
    expect(page.get_by_text("is no address that mail can be sent to")).to_be_visible()
    page.get_by_role("button", name="Take in 3 contacts").click()
    expect(page.get_by_text("Done: 3 contacts are new or changed.")).to_be_visible(timeout=30_000)


def _watches_a_three_arrive(company: Company, page: Page) -> None:
    go(page, "Answers")
    expect(page.get_by_text(WORDS)).to_have_count(0)
    for name in ("karel", "leo", "mia"):
        contact = company.wiring.contacts.by_external_ids([name])[name]
        wait_for(lambda: company.wiring.invitations.of_contact(contact.contact_id), "the invitation")  # noqa: B023
    company.read("dispatch", "day50")
    mail = company.mail("karel@client.example")
    assert company.answer(mail, 3, why=WORDS, drivers=["response_time"])[0] == 200
    assert company.answer(company.mail("mia@client.example"), 9)[0] == 200
    # Nothing is looked for: that there is something new is said by itself, and nothing moves under somebody's eyes.
    page.get_by_role("button", name=re.compile("new answers?: show")).click(timeout=60_000)
    expect(page.get_by_text(WORDS).first).to_be_visible()


def _handles_the_case(company: Company, page: Page) -> None:
    company.mail(STAFF["owner"], WORDS)  # its owner was told, so there is a case
    go(page, "Follow-ups")
    page.get_by_role("link", name="Karel", exact=True).click()
    expect(page.get_by_text(WORDS)).to_be_visible()
    page.locator("summary", has_text="I have been in touch").click()
    page.get_by_label("Note (optional)").fill("Called him.")
    page.get_by_role("button", name="Save the contact").click()
    said(page, "What remains is to close the follow-up.")
    page.locator("summary", has_text=re.compile("^Close$")).click()
    page.get_by_role("group", name="What was wrong").get_by_label("Communication").check(force=True)
    page.get_by_label("What was done, and what was promised").fill("One person to call from now on.")
    page.get_by_role("group", name="How it ended").get_by_label("Solved", exact=True).check(force=True)
    page.get_by_role("button", name="Close the follow-up").click()
    said(page, "The follow-up is closed.")


def _writes_and_publishes(company: Company, page: Page) -> None:
    go(page, "Commitments")
    page.get_by_role("link", name="Write a commitment").click()
    page.get_by_label("Short name").fill(COMMITMENT)
    page.get_by_label("State").select_option("done")
    page.get_by_label("Done on").fill(date.today().isoformat())  # noqa: DTZ011 - the stack's day, or the day after
    page.get_by_label("Theme").select_option("slow_replies")
    texts(page, "Title", TITLE)
    texts(page, "You said", HEARD)
    texts(page, "What we do or did", DID)
    page.get_by_role("button", name="Write it down").click()
    expect(page.get_by_role("heading", level=1, name=TITLE["English"])).to_be_visible()
    page.get_by_role("button", name="Link answers").click()
    page.get_by_role("checkbox", name=re.compile("Karel")).check()
    page.get_by_role("button", name="Link 1 answer").click()
    said(page, "1 person is behind it")
    page.get_by_role("button", name="Close", exact=True).click()
    page.get_by_role("button", name="Publish it", exact=True).click()
    page.get_by_role("dialog").get_by_role("button", name="Publish it").click()
    said(page, "Published.")
    wait_for(lambda: _waits(company), "the draft of the next edition")
    go(page, "Editions")
    page.get_by_role("button", name=re.compile(r"^Publish edition \d+$")).click()
    page.get_by_role("dialog").get_by_role("button", name=re.compile(r"^Publish edition \d+$")).click()
    wait_for(lambda: TITLE["English"] in company.page("/page/en.html")[1], "the commitment on the public page")
    assert TITLE["German"] in company.page("/page/de.html")[1]


def _nothing_appears_by_rule(company: Company) -> bool:
    """Hold the page, as a rollback does, since others on this stack may have published; tell whether it is held."""
    public = company.wiring.editions.page()
    with suppress(ConflictError):  # somebody publishes just now
        return not public.number or company.wiring.editions.save(public.having(held=True)).held
    return False


def _waits(company: Company) -> bool:
    draft = company.wiring.editions.draft()
    return draft is not None and any(title in str(draft.changes) for title in (COMMITMENT, TITLE["English"]))


def _finds_it_recorded(page: Page) -> None:
    go(page, "Changes")
    expect(page.get_by_role("main").get_by_text(STAFF["manager"]).first).to_be_visible()
    shown = page.get_by_role("main").inner_text()
    assert not [name for name in (*NAMES, "client.example", WORDS) if name in shown]


def test_an_owner_sees_their_own_accounts_and_nobody_elses(company: Company, browser: Browser) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    sign_in(page, company, "owner")
    go(page, "Accounts")
    expect(page.get_by_role("link", name="Karel Ltd")).to_be_visible()
    expect(page.get_by_role("link", name="Leo Ltd")).to_be_visible()
    expect(page.get_by_text("Mia Ltd")).to_have_count(0)
    go(page, "Answers")
    expect(page.get_by_text(WORDS).first).to_be_visible()
    expect(page.get_by_text("Mia")).to_have_count(0)
    for absent in ("Changes", "Editions of nobody"):
        expect(page.get_by_role("navigation").get_by_role("link", name=absent, exact=True)).to_have_count(0)
    mia = company.wiring.contacts.by_external_ids(["mia"])["mia"]
    address = company.stack.outputs["DeskUrl"]
    page.goto(f"{address}#/contacts/{mia.contact_id}")
    expect(page.get_by_text("This does not exist, or no longer does.")).to_be_visible()
    page.close()

    token = tokens(company, "owner").access
    for path in (f"/contacts/{mia.contact_id}", f"/accounts/{mia.account_id}", f"/contacts/{mia.contact_id}/why"):
        assert call(company.stack, "GET", f"/api/staff{path}", token)[0] == 404
    for path, body in ((f"/contacts/{mia.contact_id}/erase", {"typed": "mia"}), ("/programme/pause", {"reason": "x"})):
        assert call(company.stack, "POST", f"/api/staff{path}", token, body)[0] == 403


def test_a_viewer_sees_numbers_and_no_name(company: Company, browser: Browser) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    answers: list[Response] = []
    page.on("response", lambda answer: answers.append(answer) if "/api/staff/" in answer.url else None)
    sign_in(page, company, "viewer")
    links = page.get_by_role("navigation").get_by_role("link").all_inner_texts()
    assert links
    for link in (*links[1:], links[0]):
        with page.expect_response(re.compile("/api/staff/")):
            go(page, link)
        expect(page.get_by_text("Loading …")).to_have_count(0)
        shown = page.get_by_role("main").inner_text()
        assert not [name for name in (*NAMES, "Ltd", "client.example", STAFF["owner"], WORDS) if name in shown], link
    told = [answer.text() for answer in answers]
    page.close()
    assert len(told) > len(links)
    for said_to in told:
        assert not [name for name in (*NAMES, "Ltd", "client.example", STAFF["owner"], WORDS) if name in said_to]
    token = tokens(company, "viewer").access
    for path in ("answers", "cases", "accounts", "changes", "programme/health"):
        assert call(company.stack, "GET", f"/api/staff/{path}", token)[0] == 403
