"""Everyone unhappy is contacted, and it shows: from a 3 to the owner's mail, the case page, the recheck and a 9."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from sayso.domain.contact import Contact
from sayso.domain.invitation import Invitation
from tests.e2e.case_states import open_task, send
from tests.e2e.company import Company, other_link, wait_for
from tests.e2e.test_scheduled import invoke
from tests.e2e.test_the_loop import row

pytestmark = [pytest.mark.stack, pytest.mark.browser]

COLD = 20_000  # milliseconds; a function that was not called before takes its time on a busy machine
PHONE = {"width": 360, "height": 740}


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    """What an owner has in hand when the mail arrives."""
    context = browser.new_context(viewport=PHONE, locale="en-GB")  # type: ignore[arg-type]
    yield context.new_page()
    context.close()


def seen(page: Page, text: str) -> Locator:
    """Where a text stands on a page, besides the sentences it keeps for its script."""
    return page.get_by_text(text).locator("visible=true").first


def contact_of(company: Company, name: str) -> Contact:
    return company.wiring.contacts.by_external_ids([name])[name]


def rechecks(company: Company, contact: Contact) -> list[Invitation]:
    return [one for one in company.wiring.invitations.of_contact(contact.contact_id) if one.survey == "recheck"]


def a_month_passes(company: Company, contact: Contact) -> None:
    """Move what was mailed, and the recheck that waits, thirty days into the past."""
    ago, wiring = timedelta(days=30, hours=1), company.wiring
    gate = wiring.standings.gate(contact.address_hash)
    wiring.standings.save_gate(gate.having(mails=tuple(mail.having(at=mail.at - ago) for mail in gate.mails)))
    (waiting,) = rechecks(company, contact)
    moments = ("planned_at", "send_before", "due_at", "touchpoint_at")
    wiring.invitations.save(waiting.having(**{name: getattr(waiting, name) - ago for name in moments}))


def test_a_three_is_called_back_on_a_phone_asked_again_and_won_back(company: Company, phone: Page) -> None:
    owner = "olga.owner@polder.example"
    company.import_contacts([row("walter", phone="+44 20 7946 0001", owner_email=owner, account="Walter Ltd")])
    company.read("dispatch", "day50")
    asked = company.mail("walter@client.example")
    said = {"why": "Two outages, and nobody told us.", "contact": "phone", "drivers": ["communication"]}
    assert company.answer(asked, 3, **said)[0] == 200

    mail = company.mail(owner, "Two outages, and nobody told us.")
    link = other_link(mail, "/case/")
    phone.goto(link)
    expect(seen(phone, "Two outages, and nobody told us.")).to_be_visible(timeout=COLD)
    expect(phone.get_by_role("link", name="+44 20 7946 0001")).to_be_visible()
    expect(seen(phone, "Would like to be called.")).to_be_visible()
    assert phone.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]

    form = open_task(phone, "contacted")
    form.get_by_label("Note (optional)").fill("Called, said sorry.")
    send(form)
    expect(seen(phone, "Saved. What remains is to close the follow-up.")).to_be_visible()
    (case,) = [one for one in company.read("follow-ups", "list") if one["owner_email"] == owner]
    assert (case["state"], case["changes"][-1]["by"]) == ("contacted", owner)

    form = open_task(phone, "close")
    form.get_by_role("radio", name="Communication").check()
    form.get_by_label("What was done").fill("A status page, and a call before the next maintenance.")
    form.get_by_role("radio", name="Solved", exact=True).check()
    send(form)
    expect(seen(phone, "The follow-up is closed.")).to_be_visible()
    expect(seen(phone, "Will be asked again around")).to_be_visible()

    walter = contact_of(company, "walter")
    (waiting,) = rechecks(company, walter)
    assert waiting.touchpoint_at
    assert (waiting.state, waiting.planned_at - waiting.touchpoint_at) == ("waiting", timedelta(days=30))
    company.read("dispatch", "recheck")
    assert len(company.mails("walter@client.example")) == 1  # not before its time
    a_month_passes(company, walter)
    company.read("dispatch", "recheck")
    again = wait_for(
        lambda: [mail for mail in company.mails("walter@client.example") if "/survey/recheck." in mail["html"]],
        "the recheck",
    )
    assert company.answer(again[0], 9, why="Much better.")[0] == 200

    def won_back() -> object:
        report = company.read("follow-ups", "report")
        found = report["won_back"]
        return found if found["answered"] else None

    found = wait_for(won_back, "the answer to the recheck")
    assert found["asked"] == found["answered"] == found["moved"] == 1
    assert "1 of 1" in company.sayso("follow-ups", "report")
    assert not [one for one in company.read("follow-ups", "list") if one["contact_id"] == walter.contact_id]


def test_a_passive_who_asks_for_a_call_gets_a_case_and_its_link_is_one_owner_s(company: Company, phone: Page) -> None:
    owner, other = "piet.owner@polder.example", "support@polder.example"
    company.import_contacts([row("xenia", owner_email=owner, account="Xenia Ltd")])
    company.read("dispatch", "day50")
    assert company.answer(company.mail("xenia@client.example"), 8, contact="phone")[0] == 200
    link = other_link(company.mail(owner), "/case/")
    (case,) = [one for one in company.read("follow-ups", "list") if one["owner_email"] == owner]
    assert [answer["score"] for answer in case["answers"]] == [8]

    phone.goto(link)
    form = open_task(phone, "hand_over")
    form.get_by_label("To whom").select_option(other)
    form.get_by_label("Why").fill("A question about billing.")
    send(form)
    expect(phone.get_by_role("heading", name="Handed over to")).to_be_visible()
    theirs = company.mail(other, "A question about billing.")
    phone.goto(link)
    expect(phone.get_by_role("heading", name="with somebody else now")).to_be_visible()
    expect(phone.get_by_text("Xenia")).to_have_count(0)
    phone.goto(other_link(theirs, "/case/"))
    expect(seen(phone, "Xenia")).to_be_visible()
    company.sayso(
        "follow-ups", "close", case["follow_up_id"], "--cause", "price", "--note", "Explained.", "--no-recheck"
    )


def test_who_does_nothing_is_reminded_and_then_somebody_else_hears_of_it(company: Company) -> None:
    owner, manager = "quin.owner@polder.example", "manager@polder.example"
    company.import_contacts([row("yara", owner_email=owner, account="Yara Ltd")])
    company.read("dispatch", "day50")
    assert company.answer(company.mail("yara@client.example"), 1)[0] == 200
    company.mail(owner)
    (case,) = [one for one in company.read("follow-ups", "list") if one["owner_email"] == owner]
    wiring = company.wiring
    for notice in wiring.follow_ups.notices(case["follow_up_id"]):
        if notice.kind in ("reminder", "escalation"):
            wiring.notices.save(notice.having(due_at=notice.due_at and wiring.clock() - timedelta(minutes=1)))
    assert invoke(company, "Remind", {"schedule": "remind"})["handed_on"] >= 2
    wait_for(lambda: len(company.mails(owner)) == 2, "the reminder")
    late = company.mail(manager, "Yara")
    assert other_link(late, "/case/")
    shown = company.read("follow-ups", "show", case["follow_up_id"])
    assert (shown["escalated_to"], bool(shown["late_at"])) == (manager, True)
    assert invoke(company, "Remind", {"schedule": "remind"})["handed_on"] == 0
    company.sayso(
        "follow-ups", "close", case["follow_up_id"], "--cause", "price", "--note", "Called.", "--outcome", "no_answer"
    )
