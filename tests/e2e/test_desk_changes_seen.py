"""What changes is seen before it is done, and done whole; what is refused is told in the reader's language."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from sayso.domain.answer_place import answer_path
from sayso.domain.staff_change import StaffChange
from tests.builders import MONDAY, World
from tests.desk import PEOPLE
from tests.e2e.axe import findings
from tests.e2e.desk_looks import LOOKS, Look, hold
from tests.e2e.desk_office import Office, open_office
from tests.e2e.fake_desk import Asked
from tests.unit.test_staff_accounts import account_of, company, person_of

pytestmark = pytest.mark.browser

CSV = (
    "contact_id;email;account;name;account_since;segment:tier\n"
    "crm-1;anna@kaasboer.example;Kaasboer;Anna de Vries;2025-01-05;gold\n"
    "crm-2;bas@molen.example;Molen;;2025-01-05;\n"
    "crm-9;new@molen.example;Molen;New;2025-01-05;\n"
)
COMMITMENTS = "/api/staff/commitments"


def chosen(page: Page, content: str) -> None:
    file = {"name": "list.csv", "mimeType": "text/csv", "buffer": content.encode()}
    page.locator("input[type=file]").set_input_files(file)


@pytest.mark.parametrize("look", LOOKS)
def test_an_import_is_seen_value_by_value_before_it_is_taken_in(browser: Browser, look: Look) -> None:
    with open_office(company()) as office, office.seen(browser, **look.how) as desk:
        page = desk.open("/contacts/import")
        chosen(page, CSV)
        table = page.get_by_role("table").filter(has_text="crm-1")
        rows = table.locator("tbody tr")
        expect(rows).to_have_count(2)
        first, second = rows.all()
        expect(first).to_contain_text("crm-1")
        expect(first.locator("del").first).to_have_text("Anna Jansen")
        expect(first.locator("ins").first).to_have_text("Anna de Vries")
        expect(first).to_contain_text("segment:tier")
        expect(first.locator("del").last).to_have_text({"en": "empty", "de": "leer", "nl": "leeg"}[look.language])
        expect(second.locator("del").first).to_have_text("Bas Mulder")
        assert person_of(office.world, "crm-1").name == "Anna Jansen", "nothing is taken in yet"
        hold(desk, f"import-values-{look.name}")


def test_of_many_changes_the_first_are_told_and_how_many_more_there_are(browser: Browser) -> None:
    world = World()
    for number in range(30):
        world.add_contact(contact_id=f"c-{number}", email=f"p{number}@kaas.example", account="Kaas", name="Old")
    lines = [f"c-{number};p{number}@kaas.example;Kaas;<b>New {number}</b>" for number in range(30)]
    with open_office(world) as office, office.seen(browser) as desk:
        page = desk.open("/contacts/import")
        chosen(page, "\n".join(("contact_id;email;account;name", *lines)))
        expect(page.get_by_role("table", name="Contact by contact").locator("tbody tr")).to_have_count(20)
        expect(page.get_by_text("and 10 more")).to_be_visible()
        expect(page.get_by_text("<b>New 0</b>")).to_be_visible()


def a_commitment(office: Office) -> None:
    fields = {"title": {"en": "Faster"}, "heard": {"en": "Slow"}, "theme": office.world.programme.all_themes[0].id}
    assert office.desk.post(COMMITMENTS, {"id": "faster", "fields": fields}).status == 200


def suggestion(number: int) -> dict[str, Any]:
    return {
        "ref": {"contact_id": f"c{number}", "survey": "annual", "occasion": "1"},
        "score": 3, "scale": "nps", "group": "detractor", "day": "2026-03-01", "name": f"Person {number}",
        "account": "Kaas", "why": f"slow {number}", "better": "", "language": "en", "erased": False, "withheld": False,
        "quotable": False, "linked_at": None, "linked_by": "",
    }  # fmt: skip


class Links:
    """Takes links as the API does; fails the time it is told to."""

    def __init__(self, fails_at: int = 0) -> None:
        self.parts: list[int] = []
        self.linked: list[str] = []
        self.fails_at = fails_at

    def __call__(self, asked: Asked) -> Any:
        assert asked.body is not None
        given = [one["contact_id"] for one in asked.body["add"]]
        self.parts.append(len(given))
        if len(self.parts) == self.fails_at:
            return 503, {"error": {"field": "", "reason": "as the test asked"}}
        assert len(given) <= 100, "the API takes no more"
        self.linked += given
        return {"moved": len(given), "voices": len(self.linked)}


def choose_all(page: Page) -> Locator:
    page.get_by_role("button", name="Link answers").click()
    boxes = page.locator(".commitments-suggestions input[type=checkbox]")
    expect(boxes).to_have_count(130)
    boxes.evaluate_all("all => all.forEach(one => one.click())")
    return page.get_by_role("button", name="Link 130 answers")


@pytest.mark.parametrize("fails_at", [0, 2])
def test_as_many_answers_are_linked_as_the_button_says(browser: Browser, fails_at: int) -> None:
    links = Links(fails_at)
    there = {"items": [suggestion(number) for number in range(130)], "next": "", "looked_until": "2026-01-01"}
    answers = {f"{COMMITMENTS}/faster/suggestions": there, f"POST {COMMITMENTS}/faster/answers": links}
    with open_office(World()) as office:
        a_commitment(office)
        with office.seen(browser, answers=answers) as desk:
            page = desk.open("/commitments/faster")
            choose_all(page).click()
            if fails_at:
                expect(page.locator(".problem")).to_be_visible()
                page.get_by_role("button", name="Link 30 answers").click()
            expect(page.get_by_role("button", name="Link ")).to_have_count(0)
    assert links.parts == ([100, 30, 30] if fails_at else [100, 30])
    assert sorted(links.linked) == sorted(f"c{number}" for number in range(130))


def put_on_hold(office: Office, until: str, reason: str) -> None:
    path = f"/api/staff/accounts/{account_of(office.world, 'crm-1')}/hold"
    with office.one_at_a_time:
        assert office.desk.post(path, {"until": until, "reason": reason}, token="other@polder.example").status == 200


def test_a_hold_somebody_else_made_meanwhile_is_shown_and_not_overwritten(browser: Browser) -> None:
    with open_office(company()) as office, office.seen(browser) as desk:
        page = desk.open(f"/accounts/{account_of(office.world, 'crm-1')}")
        page.get_by_label("Last day").fill("2026-03-09")
        page.get_by_label("Why").fill("busy")
        put_on_hold(office, "2026-12-31", "lawsuit, ask nobody")
        page.get_by_role("button", name="Put on hold").click()
        expect(page.locator(".problem")).to_contain_text("Nothing was overwritten")
        expect(page.get_by_text("On hold until 31 December 2026").first).to_be_visible()
        expect(page.get_by_text("lawsuit, ask nobody")).to_be_visible()
        expect(page.get_by_label("Why")).to_have_value("busy")
        assert findings(page) == []
        (held,) = office.world.standings.holds()
        assert held[1].reason == "lawsuit, ask nobody"
        office.world.clock.pass_by(seconds=5)
        page.get_by_role("button", name="Change the hold").click()
        expect(page.get_by_text("On hold until 9 March 2026").first).to_be_visible()
        expect(page.locator(".problem")).to_have_count(0)


@pytest.mark.parametrize(
    ("language", "day"), [("en", "20 December 2026"), ("de", "20. Dezember 2026"), ("nl", "20 december 2026")]
)
def test_a_hold_ends_on_one_day_wherever_it_is_told(browser: Browser, language: str, day: str) -> None:
    world = company()
    with open_office(world) as office:
        put_on_hold(office, "2026-12-20", "move of the office")
        with office.seen(browser, language=language) as desk:
            page = desk.open(f"/accounts/{account_of(world, 'crm-1')}")
            expect(page.get_by_text(day).first).to_be_visible()
            page = desk.open(f"/contacts/{person_of(world, 'crm-1').contact_id}")
            why = page.locator(".contacts-why")
            expect(why.get_by_text("move of the office")).to_contain_text(day)
            assert "21" not in why.inner_text(), "midnight is no day of the hold"
            page = desk.open("/changes")
            expect(page.locator(".changes-sides")).to_contain_text(day)


GERMAN = {
    "title": "höchstens 120 Zeichen",
    "heard": "höchstens 1.000 Zeichen",
    "did": "was getan wird oder getan wurde",
    "id": "Dieser Kurzname ist vergeben oder keiner",
}


def test_a_german_reads_german_where_a_commitment_is_refused(browser: Browser) -> None:
    with open_office(World()) as office, office.seen(browser, language="de") as desk:
        page = desk.open("/commitments/_new")
        page.get_by_label("Stand", exact=True).select_option("done")
        page.get_by_role("button", name="Zusage anlegen").click()
        alert = page.locator(".problem")
        for words in GERMAN.values():
            expect(alert).to_contain_text(words)
        expect(page.locator("main [lang=en]:not(fieldset *)")).to_have_count(0)
        expect(page.get_by_text("needs a text")).to_have_count(0)
        assert findings(page) == []


@pytest.mark.parametrize(
    ("language", "words"), [("de", "Ein kommender Tag"), ("nl", "Een dag die nog komt"), ("en", "is over")]
)
def test_a_hold_is_refused_in_the_readers_language(browser: Browser, language: str, words: str) -> None:
    with open_office(company()) as office, office.seen(browser, language=language) as desk:
        page = desk.open(f"/accounts/{account_of(office.world, 'crm-1')}")
        form = page.locator("form").filter(has=page.locator("input[type=date]"))
        form.locator("input[type=date]").fill("2020-01-01")
        form.locator("textarea").fill("x")
        form.locator("button[type=submit]").click()
        expect(form).to_contain_text(words)
        expect(form.locator("input[type=date]")).to_have_attribute("aria-invalid", "true")


def test_a_change_leads_to_its_answer_and_what_was_recorded_at_first_to_none(browser: Browser) -> None:
    world = company()
    person = person_of(world, "crm-1")
    path = answer_path((person.contact_id, "annual", "first"))
    theme = world.programme.all_themes[0].id
    with open_office(world) as office:
        filed = {"answers": [path], "theme": theme, "step": "file"}
        assert office.desk.post("/api/staff/answers/themes", filed).status == 200
        old = {"by": PEOPLE["manager"], "role": "manager", "what": "answers.file_theme", "on": "answer:aa99c2407c67"}
        world.staff_changes.write(StaffChange(change_id="old", at=MONDAY, state="done", after={}, **old))
        with office.seen(browser) as desk:
            page = desk.open("/changes")
            links = page.locator("main a[href^='#/answers/']")
            expect(links).to_have_count(1)
            links.click()
            expect(page.get_by_role("heading", level=1)).to_be_visible()
            expect(page.get_by_text("Quick answers").first).to_be_visible()
