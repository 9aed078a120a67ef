"""Commitments and editions at the desk, in Chromium: written in three languages, published, approved, told, and back.

The pages stand before the desk's real API on a world in memory; only the sign-in is made up. Leaves pictures in
test-artefacts/desk/ for a person to look at.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any
from unittest.mock import patch

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from sayso.adapters.mails import MailWriter
from sayso.domain.response import SaidWords
from sayso.domain.staff import Role
from sayso.domain.theme import Filing
from sayso.handlers import publish_page
from tests.builders import MONDAY, World, programme, response, sqs_event
from tests.desk import PEOPLE, open_desk
from tests.e2e.desk_looks import LOOKS, Look, hold
from tests.e2e.desk_office import Office
from tests.editions import plain_site

pytestmark = pytest.mark.browser

TEXTS = {
    "title": {
        "en": "A first reply within one working hour",
        "de": "Erste Antwort binnen einer Arbeitsstunde",
        "nl": "Een eerste antwoord binnen een werkuur",
    },
    "heard": {
        "en": "The first answer to a ticket takes too long.",
        "de": "Die erste Antwort auf ein Ticket dauert zu lange.",
        "nl": "Het eerste antwoord op een ticket duurt te lang.",
    },
    "did": {
        "en": "Two people now read new tickets and do nothing else.",
        "de": "Zwei Leute lesen jetzt neue Tickets und tun nichts anderes.",
        "nl": "Twee mensen lezen nu nieuwe tickets en doen niets anders.",
    },
}
DONE = {**TEXTS, "status": "done", "done_on": "2026-02-20", "theme": "slow_replies"}


class House(Office):
    """A company that approves each edition, and the function that publishes."""

    def publishes(self) -> None:
        """The page's queue is taken."""
        with self.one_at_a_time, patch.object(publish_page, "of_this_function", lambda: self.world):
            bodies = self.world.queue("PAGE").take_all() or [{"why": "answers"}]
            assert publish_page.handle(sqs_event(bodies), None) == {"batchItemFailures": []}  # type: ignore[arg-type]

    def written(self, name: str = "first-reply", **changes: Any) -> None:
        self.world.keep_commitments.add(name, {**DONE, **changes}, "vera@polder.example")

    def on_page(self, name: str = "first-reply") -> None:
        self.world.keep_commitments.publish(name, "vera@polder.example")
        self.world.publish_page.approve("vera@polder.example")
        self.world.queue("PAGE").take_all()

    def asked_for_it(self, number: int, score: int = 7, *, quote: bool = False) -> Any:
        """Somebody whose answer is filed under slow replies."""
        row = {"contact_id": f"crm-{number}", "email": f"p{number}@customer.example", "account": f"Customer {number}"}
        person = self.world.add_contact(**row, name=f"Jo Nummer{number}", role="user", owner_email=PEOPLE["owner"])
        self.world.asked(person)
        filed = {"slow_replies": Filing(state="filed", rule="drivers")}
        given = response(contact_id=person.contact_id, score=score, themes=filed, has_words=True, quote=quote)
        words = SaidWords(why="I waited four hours for a first sign that somebody reads this at all.")
        self.world.responses.save(given.having(revision=0), words, MONDAY + timedelta(days=300), None)
        return given


@pytest.fixture
def house() -> Iterator[House]:
    world = World(programme=programme(page={"editions": "by_approval"}))
    world.page_renderer = plain_site
    world.mail_writer = MailWriter(world.renderer, world.programme)  # type: ignore[assignment]
    with open_desk(world) as desk:
        yield House(desk)


def said(page: Page, sentence: str) -> None:
    expect(page.get_by_role("status").filter(has_text=sentence)).to_be_visible()


def agree(page: Page, name: str) -> None:
    """Press a button that asks first, and say yes."""
    page.get_by_role("button", name=name, exact=True).click()
    page.get_by_role("dialog").get_by_role("button", name=name, exact=True).click()


def text(page: Page, field: str, language: str) -> Locator:
    return page.get_by_role("group", name=field, exact=True).get_by_label(language)


def test_written_in_three_languages_published_approved_and_brought_back(browser: Browser, house: House) -> None:
    with house.seen(browser) as desk:
        page = desk.open("/editions")
        expect(page.get_by_text("Nothing is public yet")).to_be_visible()
        hold(desk, "editions-first")
        page.get_by_role("link", name="Write a commitment").click()
        page.get_by_label("Short name").fill("first-reply")
        page.get_by_label("State").select_option("done")
        page.get_by_label("Done on").fill("2026-02-20")
        page.get_by_label("Theme").select_option("slow_replies")
        page.get_by_role("button", name="Write it down").click()
        expect(page.get_by_role("alert").filter(has_text="put right")).to_contain_text("needs a text")
        hold(desk, "commitments-new-wrong")
        for language, code in (("English", "en"), ("German", "de"), ("Dutch", "nl")):
            for label, field in (("Title", "title"), ("You said", "heard"), ("What we do or did", "did")):
                text(page, label, language).fill(TEXTS[field][code])
        page.get_by_role("button", name="Write it down").click()
        expect(page.get_by_role("heading", level=1, name=TEXTS["title"]["en"])).to_be_visible()
        expect(page.get_by_label("As the public would read it")).to_contain_text("Done in February 2026")
        hold(desk, "commitments-draft")
        page.get_by_role("button", name="Publish it", exact=True).click()
        expect(page.get_by_role("dialog")).to_contain_text("There is no public page yet")
        hold(desk, "commitments-publish")
        page.get_by_role("dialog").get_by_role("button", name="Publish it").click()
        said(page, "Published.")

        house.publishes()
        desk.open("/editions")
        expect(page.get_by_role("heading", name="The first edition waits for your yes")).to_be_visible()
        preview = page.get_by_role("link", name="Page in German")
        assert str(preview.get_attribute("href")).startswith("/preview/")
        hold(desk, "editions-waits")
        agree(page, "Publish edition 1")
        said(page, "Approved.")
        expect(page.get_by_role("heading", name="Edition 1 is on its way")).to_be_visible()
        house.publishes()
        house.world.keep_commitments.add("second", {**DONE, "title": {**TEXTS["title"], "en": "Something else"}}, "v")
        house.on_page("second")
        page.reload()
        expect(page.get_by_text("Edition 2 of")).to_be_visible()
        page.get_by_role("button", name="Bring 1 back").click()
        expect(page.get_by_role("dialog")).to_contain_text("Something else")
        hold(desk, "editions-back")
        page.get_by_role("dialog").get_by_role("button", name="Bring edition 1 back").click()
        said(page, "is being brought back")
        expect(page.get_by_text("under way")).to_be_visible()
        house.publishes()
        page.reload()
        expect(page.get_by_text("Edition 3 of")).to_be_visible()
        expect(page.get_by_text("An earlier edition was brought back")).to_be_visible()
        hold(desk, "editions-held")


def test_what_two_write_at_once_is_lost_by_neither(browser: Browser, house: House) -> None:
    house.written()
    with house.seen(browser) as desk:
        page = desk.open("/commitments/first-reply")
        text(page, "Title", "English").fill("Mine")
        text(page, "You said", "German").fill("Meins")
        theirs = {"title": {"en": "Theirs"}, "heard": {"nl": "Van hen"}}
        house.world.keep_commitments.edit("first-reply", theirs, "kim@polder.example")
        page.get_by_role("button", name="Save the draft").click()
        box = page.get_by_role("alert").filter(has_text="kim@polder.example changed this meanwhile")
        expect(box).to_contain_text("You typed: Mine")
        expect(box).to_contain_text("Van hen")
        hold(desk, "commitments-meanwhile")
        assert house.world.keep_commitments.get("first-reply").title["en"] == "Theirs"
        page.reload()
        expect(text(page, "Title", "English")).to_have_value("Mine")
        page.get_by_role("button", name="Take theirs where we both wrote").click()
        expect(text(page, "Title", "English")).to_have_value("Theirs")
        page.get_by_role("button", name="Save the draft").click()
        said(page, "saved")
        kept = house.world.keep_commitments.get("first-reply")
        assert (kept.title["en"], kept.heard["de"], kept.heard["nl"]) == ("Theirs", "Meins", "Van hen")


def test_answers_are_found_linked_quoted_and_their_people_told(browser: Browser, house: House) -> None:
    house.written()
    for number in range(1, 4):
        house.asked_for_it(number, quote=number == 1)
    house.on_page()
    with house.seen(browser) as desk:
        page = desk.open("/commitments/first-reply")
        page.get_by_role("button", name="Link answers").click()
        expect(page.get_by_role("checkbox")).to_have_count(3)
        for choice in page.get_by_role("checkbox").all():
            choice.check()
        hold(desk, "commitments-suggested")
        page.get_by_role("button", name="Link 3 answers").click()
        said(page, "3 people are behind it")
        page.get_by_role("button", name="Close").click()
        page.get_by_role("button", name="Quote the answer of Jo Nummer1").click()
        words = page.get_by_role("dialog").get_by_label("Quote, in English")
        words.fill("Nobody ever said this")
        page.get_by_role("dialog").get_by_role("button", name="Choose these words").click()
        expect(page.get_by_role("dialog").get_by_text("the answer does not say")).to_be_visible()
        hold(desk, "commitments-quote")
        words.fill("I waited four hours for a first sign")
        page.get_by_role("dialog").get_by_role("button", name="Choose these words").click()
        said(page, "read for everybody")
        house.publishes()
        desk.open("/quotes")
        expect(page.locator("blockquote")).to_have_text(["I waited four hours for a first sign"])
        expect(page.get_by_role("link", name="A first reply within one working hour")).to_be_visible()
        hold(desk, "commitments-quotes")
        desk.open("/commitments/first-reply/telling")
        expect(page.get_by_role("tabpanel")).to_contain_text("A first reply within one working hour")
        hold(desk, "commitments-telling")
        agree(page, "Tell 3 people")
        said(page, "3 mails go out")
        expect(page.get_by_text("Approved; goes out within minutes")).to_have_count(3)
        with house.one_at_a_time:
            house.world.tick_news()
        page.reload()
        expect(page.get_by_role("cell").filter(has_text="Sent")).to_have_count(3)
        assert len(house.world.mailer.outbox) == 3


@pytest.mark.parametrize("role", ["owner", "viewer"])
def test_others_read_and_find_nothing_to_press(browser: Browser, house: House, role: Role) -> None:
    house.written()
    house.on_page()
    house.written("secret", title={**TEXTS["title"], "en": "Not yet told"})
    with house.seen(browser, role) as desk:
        page = desk.open("/commitments")
        expect(page.get_by_role("link", name=TEXTS["title"]["en"])).to_be_visible()
        expect(page.get_by_role("link", name="Not yet told")).to_have_count(1 if role == "owner" else 0)
        hold(desk, f"commitments-{role}")
        page.get_by_role("link", name=TEXTS["title"]["en"]).click()
        expect(page.get_by_role("heading", level=1, name=TEXTS["title"]["en"])).to_be_visible()
        for name in ("Save the draft", "Publish", "Link answers", "Remove"):
            expect(page.get_by_role("button", name=name)).to_have_count(0)
        desk.open("/editions")
        expect(page.get_by_text("Edition 1 of")).to_be_visible()
        expect(page.get_by_role("button", name="Bring")).to_have_count(0)
        hold(desk, f"editions-{role}")


@pytest.mark.parametrize("look", LOOKS)
def test_it_fits_a_phone_and_the_dark(browser: Browser, house: House, look: Look) -> None:
    house.written()
    house.written("plan", status="planned", done_on=None, planned_for="2026-05-01", did={})
    house.written("no", status="declined", done_on=None, did={}, reason={"en": "It would cost each of you more."})
    for number in range(1, 3):
        given = house.asked_for_it(number)
        house.world.commitment_links.link("first-reply", [given.reference], PEOPLE["manager"], MONDAY)
    house.on_page()
    house.world.keep_commitments.edit("first-reply", {"title": {"en": "Changed since"}}, "kim@polder.example")
    with house.seen(browser, **look.how) as desk:
        for name, path in (
            ("list", "/commitments"),
            ("one", "/commitments/first-reply"),
            ("telling", "/commitments/first-reply/telling"),
            ("new", "/commitments/_new"),
        ):
            desk.open(path)
            hold(desk, f"commitments-{name}-{look.name}")
        desk.open("/editions")
        hold(desk, f"editions-{look.name}")


def test_languages_are_tabs_on_a_phone_and_say_what_they_lack(browser: Browser, house: House) -> None:
    house.written(title={"en": "Only in English"})
    with house.seen(browser, width=390) as desk:
        page = desk.open("/commitments/first-reply")
        tabs = page.get_by_role("tablist", name="Language").first
        expect(tabs.get_by_role("tab", name="German (1 to write)")).to_be_visible()
        tabs.get_by_role("tab", name="German").click()
        page.get_by_label("Title").fill("Auf Deutsch")
        expect(tabs.get_by_role("tab", name="German", exact=True)).to_be_visible()
        page.get_by_role("button", name="Save the draft").click()
        said(page, "The draft is saved")
        expect(page.get_by_text("Title, Dutch")).to_be_visible()
        expect(page.get_by_role("button", name="Publish it")).to_have_count(0)
