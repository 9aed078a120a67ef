"""The main job, from a contact list to the public page, as everybody in it sees it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from playwright.sync_api import Page, expect

from tests.builders import PROGRAMME
from tests.e2e.company import Company, other_link, score_link, token_of, wait_for

pytestmark = [pytest.mark.stack, pytest.mark.browser]

# Due today, in the company's zone: who becomes known a day later is not new any more.
NEW_TODAY = (datetime.now(PROGRAMME.zone).date() - timedelta(days=50)).isoformat()
OWNER = "otto.owner@polder.example"


def row(name: str, **more: str) -> dict[str, str]:
    person = {
        "contact_id": name,
        "email": f"{name}@client.example",
        "name": name.title(),
        "account": "Client Ltd",
        "owner_email": OWNER,
        "account_since": NEW_TODAY,
        "locale": "en-GB",
    }
    return {**person, **more}


def open_mail(page: Page, company: Company, to: str) -> None:
    """Show a mail as its reader's mail programme would."""
    page.set_content(company.mail(to)["html"])


def test_a_low_score_travels_from_the_contact_list_to_the_owner_and_the_public_page(
    company: Company, page: Page
) -> None:
    others = ["ann", "ben", "cem", "dora"]  # with Frida five, the smallest group that is ever shown
    company.import_contacts([*(row(name) for name in others), row("frida", phone="+44 20 7946 0000")])
    company.read("publish", "--approve")
    status, before = company.page("/page/en.html")
    assert status == 200
    assert "+40" not in before

    asked_before = company.read("stats")["headline"]["asked"]
    company.read("dispatch", "day50")
    for name, score in zip(others, (9, 10, 9, 8), strict=True):
        assert company.answer(company.mail(f"{name}@client.example"), score)[0] == 200

    open_mail(page, company, "frida@client.example")
    page.locator('a.score[href$="&s=3"]').click()
    expect(page.get_by_text("You chose 3")).to_be_visible()
    expect(page.get_by_role("radio", name="3 out of 10")).to_be_checked()
    page.get_by_label("What went wrong").fill("Nobody called back for two weeks.")
    page.get_by_label("Response time").check(force=True)
    page.get_by_label("better").fill("A name and a number.")
    page.get_by_role("button", name="Send to Polder Hosting").click()
    expect(page.get_by_role("heading", name="Thank you")).to_be_visible()

    mail = company.mail(OWNER, "Nobody called back for two weeks.")
    assert "A name and a number." in mail["text"]
    wait_for(lambda: company.read("stats")["headline"]["n"] == 5, "five counted answers")
    headline = company.read("stats")["headline"]
    assert (headline["promoters"], headline["passives"], headline["detractors"], headline["nps"]) == (3, 1, 1, 40)
    assert (headline["asked"] - asked_before, headline["answered"]) == (5, 5)
    assert wait_for(lambda: company.read("verify")["exact"], "exact counts")

    (case,) = company.read("follow-ups", "list")
    assert case["owner_email"] == OWNER
    assert case["due_at"] > case["opened_at"]
    assert [answer["score"] for answer in case["answers"]] == [3]
    assert len([one for one in company.mails(OWNER) if "Nobody called back" in one["text"]]) == 1

    page.goto(other_link(mail, "/case/"))
    expect(page.get_by_text("Nobody called back for two weeks.")).to_be_visible()
    expect(page.get_by_text("Frida").first).to_be_visible()

    wait_for(lambda: "+40" in company.page("/page/en.html")[1], "the score on the public page")
    for language in ("de", "nl"):
        assert "+40" in company.page(f"/page/{language}.html")[1]
    company.sayso(
        "follow-ups",
        "close",
        case["follow_up_id"],
        "--cause",
        "communication",
        "--note",
        "Called; a named contact from now on.",
    )
    assert company.read("follow-ups", "list") == []


def test_a_ten_is_counted_and_opens_nothing(company: Company, page: Page) -> None:
    company.import_contacts([row("greta", email="greta@happy.example", locale="de-DE")])
    company.read("dispatch", "day50")
    cases = len(company.read("follow-ups", "list"))
    counted = company.read("stats")["headline"]["promoters"]
    open_mail(page, company, "greta@happy.example")
    page.locator('a.score[href$="&s=10"]').click()
    # Nothing is sent by hand: touching the page is enough for the click to count.
    expect(page.locator('input[name="score"][value="10"]')).to_be_checked()
    page.mouse.move(100, 200)
    page.mouse.move(120, 260)
    wait_for(lambda: company.read("stats")["headline"]["promoters"] == counted + 1, "one more promoter")
    assert wait_for(lambda: company.read("verify")["exact"], "exact counts")
    assert len(company.read("follow-ups", "list")) == cases


def test_a_solved_ticket_is_asked_about_once_and_a_reopened_one_is_not(company: Company, page: Page) -> None:
    answered = company.read("stats")["surveys"].get("ticket", {"n": 0})["n"]
    five_hours_ago = (datetime.now(UTC) - timedelta(hours=5)).isoformat()
    four_hours_ago = (datetime.now(UTC) - timedelta(hours=4, minutes=30)).isoformat()
    for number, email in (("4711", "hugo@ticket.example"), ("4712", "ida@ticket.example")):
        company.sayso("ticket", "solved", number, "--email", email, "--name", "Hugo", "--at", five_hours_ago)
    company.sayso("ticket", "reopened", "4712", "--email", "ida@ticket.example", "--at", four_hours_ago)
    company.sayso("ticket", "closed", "4711", "--email", "hugo@ticket.example", "--at", four_hours_ago)
    wait_for(lambda: _tickets(company) == {"4711": "waiting", "4712": "cancelled"}, "both tickets heard")
    company.read("dispatch", "ticket")
    open_mail(page, company, "hugo@ticket.example")
    page.locator('a.score[href$="&s=3"]').click()
    page.get_by_label("What went wrong").fill("Solved twice, broken twice.")
    page.get_by_role("button", name="Send to Polder Hosting").click()
    expect(page.get_by_role("heading", name="Thank you")).to_be_visible()
    mail = company.mail("support@polder.example", "Solved twice, broken twice.")
    assert "4711" in mail["text"]
    wait_for(lambda: company.read("stats")["surveys"]["ticket"]["n"] == answered + 1, "the answer")
    company.read("dispatch", "ticket")
    assert len(company.mails("hugo@ticket.example")) == 1
    assert company.mails("ida@ticket.example") == []


def test_looking_at_a_link_writes_nothing_and_a_page_load_is_not_counted(company: Company) -> None:
    company.import_contacts([row("jan", email="jan@scanner.example")])
    company.read("dispatch", "day50")
    mail = company.mail("jan@scanner.example")
    counted = company.read("stats")["headline"]["n"]
    for score in range(11):
        path = score_link(mail, score).removeprefix(company.stack.site_url)
        assert company.page(path)[0] == 200
    status, seen = company.answer(mail, 4, gesture=False)
    assert (status, seen["answer"]["state"]) == (200, "provisional")
    assert company.answer(mail, 9)[1]["answer"]["state"] == "confirmed"
    # A scanner that comes back later changes nothing any more.
    assert company.answer(mail, 0, gesture=False)[1]["answer"]["score"] == 9
    wait_for(lambda: company.read("stats")["headline"]["n"] == counted + 1, "one answer more")


def test_leaving_takes_one_request_and_no_mail_goes_there_again(company: Company, page: Page) -> None:
    company.import_contacts([row("kim", email="kim@gone.example")])
    company.read("dispatch", "day50")
    link = other_link(company.mail("kim@gone.example"), "/unsubscribe/")
    page.goto(link)
    page.get_by_role("button").first.click()
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    contact = company.wiring.contacts.by_external_ids(["kim"])["kim"]
    wait_for(lambda: company.wiring.standings.gate(contact.address_hash).is_closed, "the suppression")
    solved_at = (datetime.now(UTC) - timedelta(hours=5)).isoformat()
    company.sayso("ticket", "solved", "1", "--email", "kim@gone.example", "--at", solved_at)
    wait_for(lambda: "1" in _tickets(company), "the ticket heard")
    company.read("dispatch", "ticket")
    wait_for(lambda: _tickets(company)["1"] == "skipped", "the decision")
    assert len(company.mails("kim@gone.example")) == 1


@pytest.mark.parametrize("token", ["", "nonsense", "WyJ4Il0.c2lnbmF0dXJl"])
def test_a_link_nobody_signed_is_refused_in_words(company: Company, token: str) -> None:
    status, answer = company.call("PUT", "/api/answer", token=token, body={"score": 9, "gesture": True})
    assert status == 403
    assert answer["error"]["field"] == "token"


def test_bad_input_names_the_field_and_changes_nothing(company: Company) -> None:
    company.import_contacts([row("lea", email="lea@input.example")])
    company.read("dispatch", "day50")
    mail = company.mail("lea@input.example")
    for body, field in (
        ({"score": 11}, "score"),
        ({"score": "9"}, "score"),
        ({"score": 9, "why": "x" * 5_001}, "why"),
        ({"score": 9, "drivers": ["nonsense"]}, "drivers"),
        ({"score": 9, "surprise": 1}, "surprise"),
    ):
        status, answer = company.answer(mail, **{"score": 0, **body})
        assert (status, answer["error"]["field"]) == (400, field)
    assert company.call("GET", "/api/answer", token=token_of(mail))[1]["answer"] is None


def _tickets(company: Company) -> dict[str, str]:
    return {
        str(invitation.ticket_id): invitation.state
        for invitation in company.invitations()
        if invitation.ticket_source == "cli"  # other tests of this stack hear of tickets too
    }
