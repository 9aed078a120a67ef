"""You say, we listen, we act: from three slow replies to the page, the report, the feed and a mail to whoever asked."""

from __future__ import annotations

import json
from datetime import date, timedelta
from io import BytesIO
from pathlib import Path
from typing import Any
from urllib.request import Request, urlopen

import feedparser
import pytest
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from sayso.cli import local_stack
from tests.e2e.company import Company, wait_for
from tests.e2e.test_the_loop import row

pytestmark = [pytest.mark.stack, pytest.mark.browser]

ASKED = ("gerda", "hugo", "ines")
SILENT = "jonas"
COMMITMENT = "answer-within-an-hour"
TITLE = {
    "en": "An answer within the hour",
    "de": "Eine Antwort binnen einer Stunde",
    "nl": "Binnen een uur antwoord",
}
HEARD = {"en": "Replies take days.", "de": "Antworten dauern Tage.", "nl": "Een antwoord duurt dagen."}
DID = {
    "en": "Two people do nothing else.",
    "de": "Zwei Leute machen nichts anderes.",
    "nl": "Twee mensen doen niets anders.",
}


def in_all_languages(option: str, texts: dict[str, str]) -> list[str]:
    return [word for language, text in texts.items() for word in (option, f"{language}={text}")]


def fetch(company: Company, path: str) -> bytes:
    """A file of the site as it is, whatever it is."""
    address, host = local_stack.address_behind(company.stack, company.stack.site_url + path)
    with urlopen(Request(address, headers={"Host": host}), timeout=30) as answer:  # noqa: S310 - our own stack
        body: bytes = answer.read()
    return body


def some_days_pass(company: Company, *names: str) -> None:
    """Move the mails people got three days into the past."""
    wiring = company.wiring
    for contact in wiring.contacts.by_external_ids(list(names)).values():
        gate = wiring.standings.gate(contact.address_hash)
        moved = tuple(mail.having(at=mail.at - timedelta(days=3)) for mail in gate.mails)
        wiring.standings.save_gate(gate.having(mails=moved))


def filed_answers(company: Company, theme: str) -> dict[str, str]:
    """The ids of the answers under a theme, by who gave them."""
    found = company.read("themes", "show", theme)["answers"]
    return {one["name"].split()[0].lower(): one["id"] for one in found if one.get("name")}


def text_of_report(company: Company, html: str) -> str:
    """What the report says that a page links to."""
    (path,) = {part.split('"')[0] for part in html.split('href="')[1:] if "/report/latest.en." in part.split('"')[0]}
    return " ".join(page.extract_text() for page in PdfReader(BytesIO(fetch(company, path))).pages)


def test_what_three_people_asked_for_is_done_published_and_told_to_them_and_to_nobody_else(
    company: Company, page: Page, tmp_path: Path
) -> None:
    company.import_contacts([row(name, account=f"{name.title()} Ltd") for name in (*ASKED, SILENT)])
    company.read("dispatch", "day50")
    for name in ASKED:
        mail = company.mail(f"{name}@client.example")
        assert company.answer(mail, 7, drivers=["response_time"])[0] == 200
    assert company.answer(company.mail(f"{SILENT}@client.example"), 8, drivers=["price"])[0] == 200

    # Theme: by what they chose.
    wait_for(lambda: {*ASKED} <= filed_answers(company, "slow_replies").keys(), "the answers under the theme")
    filed = filed_answers(company, "slow_replies")
    assert SILENT not in filed

    # Commitment: heard, linked, done.
    texts = in_all_languages("--title", TITLE) + in_all_languages("--heard", HEARD)
    company.sayso("commitments", "add", COMMITMENT, *texts, "--theme", "slow_replies")
    company.sayso("commitments", "link", COMMITMENT, *(filed[name] for name in ASKED), "--yes")
    done = ["--status", "done", "--done-on", date.today().isoformat()]  # noqa: DTZ011 - the stack's day, or the day after
    company.sayso("commitments", "edit", COMMITMENT, *in_all_languages("--did", DID), *done)
    assert TITLE["en"] not in company.page("/page/en.html")[1]
    company.sayso("commitments", "publish", COMMITMENT)

    # Seen before it is public.
    company.sayso("publish", "--preview", str(tmp_path / "preview"))
    page.goto((tmp_path / "preview" / "en.html").as_uri())
    expect(page.get_by_role("heading", name=TITLE["en"])).to_be_visible()
    company.sayso("publish", "--approve")

    # The page, in the browser, in each language.
    wait_for(lambda: TITLE["en"] in company.page("/page/en.html")[1], "the commitment on the page")
    for language, title in TITLE.items():
        page.goto(f"{company.stack.site_url}/page/{language}.html")
        article = page.locator(f"#commitment-{COMMITMENT}")
        expect(article).to_contain_text(title)
        expect(article).to_contain_text(DID[language])
    page.goto(f"{company.stack.site_url}/page/en.html")
    # Three are too few to be counted.
    expect(page.locator(f"#commitment-{COMMITMENT}")).to_contain_text("Several customers said")
    html = company.page("/page/en.html")[1]
    report = text_of_report(company, html)
    assert TITLE["en"] in report
    assert DID["en"] in report

    feed = feedparser.parse(fetch(company, "/page/feed.en.xml"))
    assert not feed.bozo
    assert TITLE["en"] in [entry.title for entry in feed.entries]
    data = json.loads(fetch(company, "/page/data.json"))
    (told,) = [one for one in data["now"]["commitments"] if one["id"] == COMMITMENT]
    assert told["asked_by"] == "several"

    _is_told(company, tmp_path)


def _is_told(company: Company, folder: Path) -> None:
    some_days_pass(company, *ASKED, SILENT)
    seen: Any = company.read("commitments", "notify", COMMITMENT, "--preview", "--out", str(folder / "news"))
    assert seen
    assert not news(company, ASKED[0])
    company.sayso("commitments", "notify", COMMITMENT, "--yes")
    company.read("dispatch", "ticket")
    for name in ASKED:
        mail = wait_for(lambda: news(company, name), f"the mail to {name}")[0]  # noqa: B023
        assert f"/page/en.html#commitment-{COMMITMENT}" in mail["html"]
        assert DID["en"] in mail["text"]
    # Again, by hand and by the schedule: nobody is told twice, and whoever did not ask is not told at all.
    company.sayso("commitments", "notify", COMMITMENT, "--yes")
    company.read("dispatch", "ticket")
    told = company.read("commitments", "notified", COMMITMENT)
    assert json.dumps(told).count('"sent"') >= len(ASKED)
    assert {name: len(news(company, name)) for name in (*ASKED, SILENT)} == {**dict.fromkeys(ASKED, 1), SILENT: 0}


def news(company: Company, name: str) -> list[dict[str, Any]]:
    """The mails that tell somebody what came of it."""
    return [mail for mail in company.mails(f"{name}@client.example") if TITLE["en"] in mail["subject"] + mail["text"]]
