"""What is done with answers at the desk, in Chromium: filed by keyboard, ruled on, linked, quoted and handed out.

The pages stand before the desk's real API on a world in memory.
"""

from __future__ import annotations

import csv
import io
import json
from datetime import timedelta
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.builders import MONDAY
from tests.e2e.axe import findings
from tests.e2e.desk_answers import MANAGER, Answers, busy, card, cards, feed
from tests.e2e.desk_looks import LOOKS, Look, picture
from tests.e2e.fake_desk import Asked

__all__ = ["busy"]
pytestmark = pytest.mark.browser
COVERED = (
    "all => all.filter(one => one.checkVisibility()).filter(one => { const { x, y, width, height } = "
    "one.getBoundingClientRect(); return !one.contains(document.elementFromPoint(x + width / 2, y + height / 2)); })"
    ".map(one => one.textContent)"
)


def done(page: Page) -> Locator:
    """What a screen reader reads out once something is done."""
    return page.locator(".status-line[role=status]")


def test_answers_are_filed_by_keyboard_alone(browser: Browser, busy: Answers) -> None:
    with busy.seen(browser) as desk:
        page = feed(desk)
        anna = busy.world.responses.of_contact(busy.world.contacts.by_external_ids(["crm-1"])["crm-1"].contact_id)[0]
        for _ in range(5):
            page.keyboard.press("j")
        expect(card(page, "Anna Jansen")).to_be_focused()
        page.keyboard.press("k")
        page.keyboard.press("j")
        expect(card(page, "Anna Jansen")).to_be_focused()
        expect(card(page, "Anna Jansen")).to_contain_text("Speed of replies?")
        page.keyboard.press("a")
        expect(done(page)).to_have_text("Filed under Speed of replies.")
        assert busy.now(*anna.reference).filed_under == ("slow_replies",)
        page.keyboard.press("u")
        expect(done(page)).to_have_text("Undone: Speed of replies.")
        assert busy.now(*anna.reference).suggested_for == ("slow_replies",)
        page.keyboard.press("x")
        expect(done(page)).to_have_text("Not about Speed of replies.")
        page.keyboard.press("u")
        expect(done(page)).to_have_text("Undone: Speed of replies.")
        page.keyboard.press("2")
        expect(done(page)).to_have_text("Filed under Outages and maintenance.")
        assert busy.now(*anna.reference).filed_under == ("outages",)
        page.keyboard.press("2")
        expect(done(page)).to_have_text("Taken back: Outages and maintenance.")
        assert busy.now(*anna.reference).filed_under == ()
        page.keyboard.press("o")
        expect(page.get_by_role("heading", level=1, name="One answer")).to_be_focused()


@pytest.mark.parametrize("look", LOOKS)
def test_what_was_done_covers_no_key_and_stays_until_the_next(browser: Browser, busy: Answers, look: Look) -> None:
    with busy.seen(browser, **look.how) as desk:
        page = feed(desk)
        for _ in range(5):
            page.keyboard.press("j")
        page.keyboard.press("1")
        expect(done(page)).not_to_be_empty()
        expect(page.locator(".answers-told")).to_have_text(done(page).inner_text())
        picture(page, f"answers-told-{look.name}")
        bar = page.locator(".answers-bar")
        shown = bar.locator("button").filter(visible=True)
        assert shown.count() > 5
        if look.width > 1_000:  # on a phone the themes are pushed aside
            assert shown.evaluate_all(COVERED) == []
        assert bar.locator(".answers-told").evaluate_all(COVERED) == []
        page.keyboard.press("Shift")
        page.clock.run_for(60_000)
        expect(done(page)).not_to_be_empty()
        page.keyboard.press("k")
        expect(done(page)).to_be_empty()
        page.keyboard.press("2")
        expect(done(page)).not_to_be_empty()
        page.locator("h1").click()
        expect(done(page)).to_be_empty()


def test_single_keys_work_right_after_their_help_was_read(browser: Browser, busy: Answers) -> None:
    with busy.seen(browser) as desk:
        page = feed(desk)
        summary = page.locator("summary", has_text="Keyboard")
        summary.click()
        expect(summary).to_be_focused()
        page.keyboard.press("j")
        expect(cards(page).first).to_be_focused()
        summary.press("Enter")
        expect(page.get_by_label("Single keys file answers")).to_be_hidden()
        page.keyboard.press("2")
        expect(done(page)).to_have_text("Filed under Outages and maintenance.")


def test_single_keys_do_nothing_while_typing_or_once_they_are_off(browser: Browser, busy: Answers) -> None:
    with busy.seen(browser) as desk:
        page = feed(desk)
        page.keyboard.press("j")
        page.get_by_label("Search in what is shown").fill("")
        page.get_by_label("Search in what is shown").press_sequentially("12ax")
        page.get_by_label("Search in what is shown").fill("")
        page.locator("summary", has_text="Keyboard").click()
        page.get_by_label("Single keys file answers").uncheck()
        page.keyboard.press("j")
        page.keyboard.press("1")
        page.reload()
        expect(cards(page)).to_have_count(5)
        page.keyboard.press("j")
        expect(page.locator(".answers-list > li.current")).to_have_count(0)
        assert [one for one in desk.site.asked if one.method == "POST"] == []


def test_by_mouse_a_suggestion_is_accepted_and_several_are_filed_at_once(browser: Browser, busy: Answers) -> None:
    with busy.seen(browser) as desk:
        page = feed(desk)
        page.get_by_role("button", name="Yes, this is about Speed of replies").last.click()
        expect(done(page)).to_have_text("Filed under Speed of replies.")
        for name in ("Piet de Wit", "Omar Haddad"):
            card(page, name).get_by_role("checkbox").check()
        chosen = page.get_by_role("region", name="2 answers chosen")
        chosen.get_by_role("button", name="Speed of replies").click()
        expect(done(page)).to_have_text("2 answers filed under Speed of replies.")
        chosen.get_by_role("button", name="Undo").click()
        expect(done(page)).to_have_text("Undone: Speed of replies.")
        expect(card(page, "Piet de Wit").locator(".answers-themes > li")).to_have_count(0)


def test_what_is_refused_is_said_and_nothing_is_lost(browser: Browser, busy: Answers) -> None:
    with busy.seen(browser) as desk:
        page = feed(desk)
        refusal = (409, {"error": {"field": "answer", "reason": "the answer kept changing"}})
        desk.site.answers = {**desk.site.answers, "POST /api/staff/answers/themes": refusal}
        page.keyboard.press("j")
        page.keyboard.press("2")
        expect(page.locator(".problem")).to_contain_text("changed meanwhile")
        expect(cards(page)).to_have_count(5)
        none = {"answers": [], "refused": [{"id": "x", "field": "answer", "reason": "the answer kept changing"}]}
        desk.site.answers = {**desk.site.answers, "POST /api/staff/answers/themes": none}
        with page.expect_response("**/api/staff/answers/themes"):
            page.keyboard.press("2")
        desk.settle()
        page.clock.run_for(1_000)
        expect(page.locator(".problem")).to_contain_text("changed meanwhile")
        expect(done(page)).to_be_empty()


def test_what_does_not_count_is_not_said_to_be_filed_by_a_press(browser: Browser, busy: Answers) -> None:
    with busy.seen(browser) as desk:
        page = feed(desk, "?state=unconfirmed", count=1)
        cards(page).first.locator("time").click()
        expect(page.get_by_text("It can be filed once it counts.")).to_be_visible()
        expect(page.get_by_text("Press a theme")).to_have_count(0)


def test_somebody_decides_about_what_nobody_was_seen_giving(browser: Browser, busy: Answers) -> None:
    with busy.seen(browser, "owner") as desk:
        page = feed(desk, "?state=unconfirmed", count=1)
        expect(cards(page).first).to_contain_text("Two different scores, and nobody touched the page")
        cards(page).first.locator("time").click()
        page.get_by_role("button", name="It is theirs").click()
        dialog = page.get_by_role("dialog")
        expect(dialog).to_contain_text("This cannot be taken back.")
        dialog.get_by_role("button", name="It is theirs").click()
        expect(dialog).to_contain_text("choose the one they meant")
        expect(dialog).to_contain_text("Say why.")
        assert findings(page) == []
        dialog.get_by_label("2", exact=True).check()
        dialog.get_by_label("Why").fill("Lotte told me on the phone.")
        dialog.get_by_role("button", name="It is theirs").click()
        expect(page.get_by_text("Accepted: 2 counts from now on.")).to_be_visible()
        expect(page.get_by_text("Lotte told me on the phone.")).to_be_visible()
        expect(page.get_by_role("button", name="It is theirs")).to_have_count(0)
    assert busy.desk.changes[0]["what"] == "answers.accept"


def test_a_ruling_somebody_was_quicker_with_is_a_conflict(browser: Browser, busy: Answers) -> None:
    with busy.seen(browser) as desk:
        page = feed(desk, "?state=unconfirmed", count=1)
        cards(page).first.locator("time").click()
        page.get_by_role("button", name="It is not theirs").click()
        page.get_by_role("dialog").get_by_label("Why").fill("A scanner.")
        (one,) = busy.world.responses.unconfirmed_in_month(busy.world.clock())
        busy.world.responses.save(one.having(updated_at=busy.world.clock()), None, MONDAY + timedelta(days=99), None)
        page.get_by_role("dialog").get_by_role("button", name="It is not theirs").click()
        expect(page.get_by_role("dialog")).to_contain_text("changed meanwhile")
        expect(page.get_by_role("dialog").get_by_label("Why")).to_have_value("A scanner.")


def test_answers_are_put_behind_a_commitment(browser: Browser, busy: Answers) -> None:
    linked: list[Asked] = []

    def link(asked: Asked) -> dict[str, int]:
        linked.append(asked)
        return {"moved": 2, "voices": 2}

    with busy.seen(browser) as desk:
        page = feed(desk)
        desk.site.answers = {**desk.site.answers, "POST /api/staff/commitments/call-back/answers": link}
        for name in ("Anna Jansen", "Omar Haddad"):
            card(page, name).get_by_role("checkbox").check()
        page.get_by_role("button", name="Link to a commitment").click()
        dialog = page.get_by_role("dialog")
        dialog.get_by_label("We call back the same day").check()
        assert findings(page) == []
        dialog.get_by_role("button", name="Link to a commitment").click()
        expect(done(page)).to_have_text("2 answers linked. 2 people asked for it now.")
    (asked,) = linked
    assert sorted(asked.body) == ["add", "remove"]
    assert [sorted(one) for one in asked.body["add"]] == [["contact_id", "occasion", "survey"]] * 2


def test_a_quote_is_chosen_in_their_words_and_translated(browser: Browser, busy: Answers) -> None:
    with busy.seen(browser) as desk:
        page = feed(desk)
        chosen: list[Asked] = []
        asks = {"request": {"id": "q", "at": "2026-03-02T09:00:00Z", "by": MANAGER, "state": "asked"}}
        asks["request"] |= {"field": "", "reason": "", "late": False}  # type: ignore[dict-item]
        refusals = [(400, {"error": {"field": "text.en", "reason": "The answer does not say 'x'"}}), (200, asks)]

        def choose(asked: Asked) -> Any:
            chosen.append(asked)
            return refusals.pop(0)

        desk.site.answers = {**desk.site.answers, "POST /api/staff/quotes": choose}
        card(page, "Anna Jansen").locator("time").click()
        page.get_by_role("button", name="Choose a quote").click()
        dialog = page.get_by_role("dialog")
        dialog.get_by_label("Quote (English)").fill("We waited nine days […]")
        dialog.get_by_label("Translation: German").fill("Wir warteten neun Tage […]")
        assert findings(page) == []
        dialog.get_by_role("button", name="Choose a quote").click()
        expect(dialog).to_contain_text("The answer does not say 'x'")
        expect(dialog.get_by_label("Quote (English)")).to_have_value("We waited nine days […]")
        dialog.get_by_role("button", name="Choose a quote").click()
        expect(page.get_by_text("It is read for names now")).to_be_visible()
    assert chosen[1].body["text"] == "We waited nine days […]"
    assert chosen[1].body["translations"] == {"de": "Wir warteten neun Tage […]"}


def test_an_export_is_what_the_filters_give_as_a_file(browser: Browser, busy: Answers) -> None:
    busy.answered("Eva Berg", 5, why='=HYPERLINK("http://x";"y")\nand more; "quoted"')
    with busy.seen(browser) as desk:
        page = feed(desk, "?group=detractor", count=3)
        page.get_by_role("button", name="Export").click()
        dialog = page.get_by_role("dialog")
        assert findings(page) == []
        with page.expect_download() as coming:
            dialog.get_by_role("button", name="Export").click()
        expect(page.get_by_text("3 answers exported.")).to_be_visible()
        text = Path(coming.value.path()).read_bytes().decode("utf-8")
        assert coming.value.suggested_filename.endswith(".csv")
        page.get_by_role("button", name="Export").click()
        dialog.get_by_label("JSON lines").check()
        with page.expect_download() as coming:
            dialog.get_by_role("button", name="Export").click()
        lines = [json.loads(line) for line in Path(coming.value.path()).read_text(encoding="utf-8").splitlines()]
    assert text.startswith("\ufeff")
    rows = list(csv.DictReader(io.StringIO(text[1:], newline="")))
    assert [row["name"] for row in rows] == ["Anna Jansen", "Omar Haddad", "Eva Berg"]
    assert rows[2]["why"].startswith("'=HYPERLINK")
    assert lines[2]["why"] == '=HYPERLINK("http://x";"y")\nand more; "quoted"'
    command = busy.world.export_responses
    every = command.rows(MONDAY.date() - timedelta(days=9), command.last_day())
    assert lines == [row for row in every if row["group"] == "detractor"]


def test_an_export_can_be_stopped(browser: Browser, busy: Answers) -> None:
    stopped = Event()

    def late(asked: Asked) -> Any:
        stopped.wait(10)
        return busy.answer(asked)

    with busy.seen(browser) as desk:
        page = feed(desk)
        desk.site.answers = {**desk.site.answers, "POST /api/staff/answers/export": late}
        page.get_by_role("button", name="Export").click()
        dialog = page.get_by_role("dialog")
        with page.expect_request("**/api/staff/answers/export"):
            dialog.get_by_role("button", name="Export").click()
        dialog.get_by_role("button", name="Stop").click()
        expect(page.get_by_role("dialog")).to_have_count(0)
        stopped.set()
        desk.settle()
        page.clock.run_for(1_000)
        expect(page.get_by_text("exported")).to_have_count(0)
