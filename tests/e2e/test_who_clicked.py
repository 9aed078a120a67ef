"""Mail scanners as they behave, and people as they do, in a real browser on the deployed functions."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from typing import Any
from urllib.request import Request, urlopen

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from sayso.cli import local_stack
from sayso.domain.response import Response
from tests.e2e.company import Company, other_link, score_link, wait_for
from tests.e2e.test_the_loop import NEW_TODAY

pytestmark = [pytest.mark.stack, pytest.mark.browser]

PHONE: dict[str, Any] = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}
A_DAY = timedelta(days=1)


class Reader:
    """A contact with a fresh mail, and what became of it."""

    def __init__(self, company: Company, name: str, *, delivered: timedelta = timedelta(0)) -> None:
        self.company, self.email = company, f"{name}@clicks.example"
        row = {"contact_id": name, "email": self.email, "name": name.title(), "account": f"{name} Ltd"}
        company.import_contacts([{**row, "account_since": NEW_TODAY, "locale": "en-GB"}])
        company.read("dispatch", "day50")
        self.mail = company.mail(self.email)
        self.contact_id = company.wiring.contacts.by_external_ids([name])[name].contact_id
        if delivered:
            self.delivered_ago(delivered)

    def delivered_ago(self, ago: timedelta) -> None:
        """Move the mail, and the clicks so far, into the past, as if so much time had gone by."""
        wiring, invitations = self.company.wiring, self.company.wiring.invitations
        kept = wait_for(self._sent, "the mail to be sent")
        moved = kept.mails["first"].having(at=kept.mails["first"].at - ago)
        invitations.save(kept.having(mails={**kept.mails, "first": moved}))
        response = self.response
        if response:
            visits = tuple(visit.having(at=visit.at - ago) for visit in response.visits)
            sends = tuple(send.having(visit=send.visit.having(at=send.at - ago)) for send in response.sends)
            wiring.responses.save(response.having(visits=visits, sends=sends), None, wiring.clock(), None)

    def _sent(self) -> Any:
        kept = self.company.wiring.invitations.get(self.contact_id, "day50", "first")
        return kept if kept and kept.mails["first"].state == "sent" else None

    def link(self, score: int) -> str:
        return score_link(self.mail, score)

    @property
    def plain(self) -> str:
        return other_link(self.mail, "/api/plain/")

    @property
    def response(self) -> Response | None:
        return self.company.wiring.responses.get(self.contact_id, "day50", "first")

    @property
    def counted(self) -> list[int]:
        """The scores the counters hold for the reader's account, each as often as it counts."""
        account = self.company.wiring.contacts.get(self.contact_id)
        assert account
        days = self.company.wiring.counters.read("day50", "account", account.account_id, "2020-01-01", "2099-12-31")
        return [s for day in days.scores.values() for s, times in enumerate(day.counts) for _ in range(times)]

    def settled(self, state: str) -> None:
        """Wait until the delayed message has come, and the counting after it."""
        wait_for(lambda: self.response and self.response.state == state, f"{self.email} to be {state}")

    def counts(self, *scores: int) -> None:
        wait_for(lambda: self.counted == [*scores], f"{self.email} to count {scores}, not {self.counted}")

    def cases(self) -> int:
        return len([one for one in self.company.read("follow-ups", "list") if one["contact_id"] == self.contact_id])


def fetch(company: Company, method: str, link: str) -> None:
    address, host = local_stack.address_behind(company.stack, link)
    with urlopen(Request(address, headers={"Host": host}, method=method), timeout=30) as answer:  # noqa: S310
        assert answer.status == 200


def scan(context: BrowserContext, links: list[str]) -> None:
    """Open links one after another, as a scanner's browser: it runs the scripts and touches nothing."""
    page = context.new_page()
    for link in links:
        page.goto(link)
        expect(page.get_by_role("radio").first).to_be_attached()
    page.close()


def press(context: BrowserContext, reader: Reader, score: int) -> None:
    """Open the plain page, choose, and press its button."""
    page = context.new_page()
    page.goto(reader.plain)
    page.locator(f'input[name="score"][value="{score}"]').check(force=True)
    page.locator('button[type="submit"]').click()
    page.wait_for_load_state()
    page.close()


def leave(page: Page) -> None:
    """Close a page as a person does: it is told, and may say one last thing."""
    page.close(run_before_unload=False)


def quiet(company: Company) -> None:
    """Wait until no click waits to be settled any more."""
    client, url = company.wiring.client("sqs"), company.stack.outputs["SettleQueueUrl"]
    names = [f"ApproximateNumberOfMessages{part}" for part in ("", "NotVisible", "Delayed")]

    def empty() -> bool:
        counts = client.get_queue_attributes(QueueUrl=url, AttributeNames=names)["Attributes"]
        return not any(int(number) for number in counts.values())

    wait_for(empty, "the settle queue to be empty")


# --- Scanners


def test_fetching_every_link_writes_nothing(company: Company) -> None:
    reader = Reader(company, "fetched")
    with ThreadPoolExecutor(4) as pool:
        for method in ("GET", "HEAD"):
            list(pool.map(lambda score: fetch(company, method, reader.link(score)), range(11)))  # noqa: B023
            fetch(company, method, reader.plain)
    assert reader.response is None


def test_a_scanner_never_counts_whatever_it_does_and_then_a_person_does(company: Company, browser: Browser) -> None:
    every, one, presser = (Reader(company, name) for name in ("everylink", "onelink", "presser"))
    context = browser.new_context()
    # Seconds after the delivery: one after another, in parallel, exactly one link, and buttons.
    scan(context, [every.link(score) for score in range(11)])
    pages = [context.new_page() for _ in range(4)]
    for score, page in enumerate(pages):
        page.goto(every.link(score), wait_until="commit")
    single = context.new_page()
    single.goto(one.link(2))
    for score in (0, 3, 10):
        press(context, presser, score)
    single.wait_for_timeout(6_000)  # longer than a page must be visible
    context.close()
    quiet(company)
    assert [reader.response and reader.response.state for reader in (every, one, presser)] == [
        "machine",
        "provisional",
        "machine",
    ]
    # An hour later all of it again.
    for reader in (every, one, presser):
        reader.delivered_ago(timedelta(hours=1))
    context = browser.new_context()
    scan(context, [every.link(score) for score in (0, 5, 10)])
    single = context.new_page()
    single.goto(one.link(2))
    for score in (1, 4):
        press(context, presser, score)
    single.wait_for_timeout(6_000)
    context.close()
    quiet(company)
    assert [reader.counted for reader in (every, one, presser)] == [[], [], []]
    assert [reader.cases() for reader in (every, one, presser)] == [0, 0, 0]

    context = browser.new_context(**PHONE)
    page = context.new_page()
    page.goto(every.link(9))
    page.get_by_label("keep").fill("They pick up the phone.")
    page.get_by_role("button", name="Send to").tap()
    expect(page.get_by_role("heading", name="Thank you")).to_be_visible()
    context.close()
    every.counts(9)
    assert company.wiring.responses.words(every.contact_id, "day50", "first").why == "They pick up the phone."
    assert wait_for(lambda: company.read("verify")["exact"], "exact counts")


# --- People


def test_click_and_close_after_six_seconds_a_day_later(company: Company, page: Page) -> None:
    reader = Reader(company, "sixseconds", delivered=A_DAY)
    page.goto(reader.link(9))
    page.wait_for_timeout(6_500)
    leave(page)
    reader.settled("confirmed")
    reader.counts(9)
    assert reader.response
    assert reader.response.reasons == ("read",)


def test_click_in_the_first_minute_move_the_pointer_and_close(company: Company, browser: Browser) -> None:
    reader = Reader(company, "hurried")
    context = browser.new_context()
    page = context.new_page()
    page.goto(reader.link(8))
    page.mouse.move(200, 200)
    page.mouse.move(220, 300)
    leave(page)
    reader.counts(8)
    context.close()


def test_click_change_and_send(company: Company, page: Page) -> None:
    reader = Reader(company, "changed")
    page.goto(reader.link(3))
    page.locator('input[name="score"][value="9"]').check(force=True)
    page.get_by_label("keep").fill("I meant nine.")
    page.get_by_role("button", name="Send to").click()
    expect(page.get_by_role("heading", name="Thank you")).to_be_visible()
    reader.counts(9)
    assert reader.cases() == 0


def test_click_on_the_phone_and_again_on_the_desktop(company: Company, browser: Browser) -> None:
    reader = Reader(company, "twodevices")
    phone, desktop = browser.new_context(**PHONE), browser.new_context()
    page = phone.new_page()
    page.goto(reader.link(6))
    page.touchscreen.tap(180, 700)
    reader.counts(6)
    phone.close()
    page = desktop.new_page()
    page.goto(reader.link(7))
    page.mouse.move(200, 200)
    page.mouse.move(220, 300)
    reader.counts(7)
    desktop.close()
    assert reader.cases() == 0  # corrected within the grace time


def test_by_keyboard_alone(company: Company, page: Page) -> None:
    reader = Reader(company, "keyboard")
    page.goto(reader.link(9))
    page.get_by_role("radio").nth(9).focus()
    page.keyboard.press("ArrowRight")
    for _ in range(40):
        if page.evaluate("document.activeElement.type") == "submit":
            break
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Thank you")).to_be_visible()
    reader.counts(10)


def test_without_javascript_and_changed_once(company: Company, browser: Browser) -> None:
    reader = Reader(company, "plain", delivered=A_DAY)
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(reader.plain)
    page.locator('input[name="score"][value="8"]').check(force=True)
    page.locator('textarea[name="why"]').fill("No scripts here.")
    page.locator('button[type="submit"]').click()
    expect(page.get_by_role("heading", name="Thank you")).to_be_visible()
    page.wait_for_timeout(11_000)
    page.goto(reader.plain)
    assert page.locator('textarea[name="why"]').input_value() == "No scripts here."
    page.locator('input[name="score"][value="9"]').check(force=True)
    page.locator('button[type="submit"]').click()
    expect(page.get_by_role("heading", name="Thank you")).to_be_visible()
    context.close()
    reader.settled("confirmed")
    reader.counts(9)
    assert reader.response
    assert reader.response.reasons == ("sent",)


def test_the_connection_is_lost_while_sending(company: Company, browser: Browser) -> None:
    reader = Reader(company, "offline")
    context = browser.new_context(**PHONE)
    page = context.new_page()
    page.goto(reader.link(9))
    page.get_by_label("keep").fill("Sent from a tunnel.")
    context.set_offline(True)
    page.get_by_role("button", name="Send to").tap()
    expect(page.get_by_role("status")).to_contain_text("offline")
    context.set_offline(False)
    expect(page.get_by_role("heading", name="Thank you")).to_be_visible(timeout=30_000)
    context.close()
    reader.counts(9)
    assert company.wiring.responses.words(reader.contact_id, "day50", "first").why == "Sent from a tunnel."
