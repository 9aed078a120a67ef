"""The review pack: what an account said, what is open, what was done, and nothing that is not for its reader."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from bs4 import BeautifulSoup

from sayso.adapters.rendering import Renderer
from sayso.adapters.review_mails import ReviewMails
from sayso.adapters.review_pack import ReviewPages
from sayso.domain.contact import Contact
from sayso.domain.nps import ScoreCounts, interval, nps
from sayso.domain.programme import LANGUAGES, Language, Programme
from sayso.domain.quarters import Quarter
from sayso.domain.review import portfolios
from sayso.domain.review_pack import Given, OpenCase, Pack, Promise, standings_of
from tests.builders import MONDAY, PROGRAMME, programme
from tests.meetings import KIM, Meetings

HOSTILE = '<script>alert("1")</script> & \u202eabc'


def in_language(language: Language) -> Programme:
    others = [one for one in LANGUAGES if one != language]
    return programme(company={"languages": [language, *others]})


def pack(**changes: Any) -> Pack:
    values: dict[str, Any] = {
        "account": "Kaasboer",
        "quarter": Quarter(2026, 1),
        "owner_email": KIM,
        "made_on": MONDAY.date(),
        "people": ["Anna Jansen"],
        "answers": [],
        "standings": [],
        "reviews": [],
        "open_cases": [],
        "promises": [],
    }
    return Pack(**{**values, **changes})


def given(days_ago: int = 10, survey: str = "annual", score: int = 8, **changes: Any) -> Given:
    values: dict[str, Any] = {"who": "Anna Jansen", "scale": "nps"}
    return Given(MONDAY.date() - timedelta(days=days_ago), survey, score=score, **{**values, **changes})


def shown(one: Pack, own: Programme = PROGRAMME) -> BeautifulSoup:
    return BeautifulSoup(ReviewPages(Renderer(own), own).page(one), "html.parser")


class TestGathering:
    @staticmethod
    def of(world: Meetings, who: Contact) -> Pack:
        accounts = portfolios(world.contacts.everyone(), world.programme)
        return world.review_pack.of(next(one for one in accounts if one.account_id == who.account_id))

    def test_it_has_the_answers_of_the_account_and_of_nobody_else(self) -> None:
        world = Meetings()
        anna = world.person(1)
        jo = world.person(2, role="user")
        bo = world.person(3, account="Dune", email="bo@dune.example")
        world.answer(world.asked(anna), 9)
        world.answer(world.asked(jo, survey="ticket", occasion="zendesk:1", ticket_id="4711"), 3, why="Slow.")
        world.answer(world.asked(bo), 1)
        world.record(anna, 8, "It runs.", "More.")
        found = self.of(world, anna)
        assert {(one.survey, one.who, one.score) for one in found.answers} == {
            ("annual", "Person 1", 9),
            ("ticket", "Person 2", 3),
            ("review", "Person 1", 8),
        }
        assert [(one.why, one.better) for one in found.reviews] == [("It runs.", "More.")]
        assert found.people == ["Person 1"]
        assert (found.account, found.owner_email, str(found.quarter)) == ("Kaasboer", KIM, "2026-Q1")

    def test_what_is_not_confirmed_is_not_in_it(self) -> None:
        world = Meetings()
        anna = world.person()
        world.answer(world.asked(anna), 2, gesture=False)
        assert self.of(world, anna).answers == []

    def test_an_open_follow_up_says_what_it_is_about_and_a_closed_one_what_was_done(self) -> None:
        world = Meetings()
        anna = world.person()
        world.record(anna, 3, "Nobody calls back.")
        (case,) = self.of(world, anna).open_cases
        assert (case.score, case.words, case.is_late, case.is_contacted) == (3, "Nobody calls back.", False, False)
        (open_one,) = world.cases()
        world.work_on_case.close(
            open_one.follow_up_id, KIM, outcome="solved", cause="response_time", note="A second person.", recheck=False
        )
        found = self.of(world, anna)
        assert found.open_cases == []
        (promise,) = found.promises
        assert (promise.outcome, promise.cause, promise.done) == ("solved", "response_time", "A second person.")

    def test_words_about_the_owner_are_not_for_the_owner(self) -> None:
        world = Meetings()
        anna = world.person()
        world.answer(world.asked(anna), 1, why="Kim never listens.", drivers=["contact_person"])
        world.run()
        (case,) = self.of(world, anna).open_cases
        assert (case.score, case.words) == (1, "")
        assert case.with_whom == world.programme.follow_up.manager_of(KIM)
        (open_one,) = world.cases()
        world.work_on_case.close(
            open_one.follow_up_id,
            case.with_whom,
            outcome="solved",
            cause="contact_person",
            note="Kim goes.",
            recheck=False,
        )
        (promise,) = self.of(world, anna).promises
        assert (promise.cause, promise.done) == ("", "")

    def test_a_complaint_that_names_the_owner_no_more_was_one_all_the_same(self) -> None:
        world = Meetings()
        anna = world.person()
        asked = world.asked(anna)
        world.answer(asked, 1, why="Kim never listens.", drivers=["contact_person"])
        world.run()
        world.answer(asked, 1, why="Kim never listens.", drivers=["price"])
        world.run()
        (case,) = self.of(world, anna).open_cases
        assert (case.score, case.words) == (1, "")
        (open_one,) = world.cases()
        done = {"outcome": "solved", "cause": "contact_person", "note": "Kim goes."}
        world.work_on_case.close(open_one.follow_up_id, case.with_whom, **done, recheck=False)  # type: ignore[arg-type]
        (promise,) = self.of(world, anna).promises
        assert (promise.outcome, promise.cause, promise.done) == ("solved", "", "")

    def test_whoever_is_erased_is_not_in_it(self) -> None:
        world = Meetings()
        anna, jo = world.person(1), world.person(2)
        world.answer(world.asked(anna), 2, why="Slow.")
        world.run()
        world.erase_contact.erase(anna.contact_id, "ops")
        found = self.of(world, jo)
        assert (found.answers, found.open_cases, found.promises) == ([], [], [])

    def test_it_reads_no_more_for_more_people_elsewhere(self) -> None:
        world = Meetings()
        anna = world.person(1)
        world.prepare_reviews.run(MONDAY)
        owner_id = world.owners.remember(KIM)

        def reads() -> int:
            before = world.items.reads
            world.review_pack.for_owner(anna.account_id, owner_id)
            return world.items.reads - before

        few = reads()
        for number in range(2, 30):
            world.person(number, account=f"A{number}", email=f"p@a{number}.example")
        assert reads() == few

    def test_in_the_first_days_of_a_quarter_the_last_list_serves(self) -> None:
        world = Meetings(datetime(2026, 3, 30, 9, tzinfo=UTC))
        anna = world.person(1)
        world.prepare_reviews.run(world.clock())
        world.clock.now = datetime(2026, 4, 2, 9, tzinfo=UTC)
        found = world.review_pack.for_owner(anna.account_id, world.owners.remember(KIM))
        assert str(found.quarter) == "2026-Q2"


class TestStanding:
    def test_the_relationship_comes_first_and_a_score_of_few_answers_has_its_interval(self) -> None:
        answers = [given(score=score) for score in (9, 10, 3)] + [
            given(survey="day50", score=score) for score in (8, 9)
        ]
        answers += [given(survey="ticket", score=score) for score in (1, 9, 9, 9)]
        answers += [given(survey="review", score=9)]
        first, *others = standings_of(answers)
        counts = ScoreCounts.of(0, 0, 0, 1, 0, 0, 0, 0, 1, 2, 1)
        assert (first.kind, first.n, first.nps) == ("relationship", 5, nps(counts))
        assert (first.low, first.high) == interval(counts).rounded
        assert [(one.kind, one.n, one.nps) for one in others] == [("review", 1, 100), ("ticket", 4, 50)]
        assert (others[0].low, others[0].high) == interval(ScoreCounts.of(*[0] * 9, 1, 0)).rounded

    def test_one_to_five_is_a_mean_and_no_nps(self) -> None:
        few = [given(survey="project", score=score, scale="satisfaction") for score in (4, 4, 5)]
        (one,) = standings_of(few)
        assert (one.nps, one.low, one.mean) == (None, None, pytest.approx(13 / 3))


class TestPage:
    @pytest.mark.parametrize("language", LANGUAGES)
    def test_every_sentence_is_there_in_every_language(self, language: Language) -> None:
        own = in_language(language)
        case = OpenCase("Jo", MONDAY.date(), MONDAY, True, False, KIM, "ticket", 3, "nps", "Slow.")
        promises = [
            Promise("Jo", MONDAY.date(), outcome, "price", "Done.") for outcome in ("solved", "not_solved", "no_answer")
        ]
        answers = [given(survey=survey) for survey in ("annual", "ticket", "review", "project")] * 5
        full = pack(
            answers=answers,
            standings=standings_of(answers),
            reviews=[given(survey="review", why="It runs.")],
            open_cases=[case] * 5,
            promises=promises,
            people=["Anna"] * 9,
        )
        for one in (full, pack()):
            page = shown(one, own)
            text = page.get_text(" ")
            assert page.html is not None
            assert page.html["lang"] == language
            assert not re.search(r"\{|\}|None|undefined|!", text)
        pages = ReviewPages(Renderer(own), own)
        assert "<h1>" in pages.useless()

    def test_what_people_wrote_is_text(self) -> None:
        answers = [given(who=HOSTILE, survey="ticket", ticket=HOSTILE)]
        case = OpenCase(HOSTILE, MONDAY.date(), MONDAY, False, True, KIM, "ticket", 3, "nps", HOSTILE)
        html = ReviewPages(Renderer(PROGRAMME), PROGRAMME).page(
            pack(
                account=HOSTILE,
                people=[HOSTILE],
                answers=answers,
                reviews=[given(why=HOSTILE, better=HOSTILE)],
                open_cases=[case],
                promises=[Promise(HOSTILE, MONDAY.date(), "solved", HOSTILE, HOSTILE)],
            )
        )
        assert "<script" not in html
        assert "\u202e" not in html
        assert html.count("&lt;script&gt;") >= 8

    def test_on_the_site_nothing_is_inline_and_a_file_needs_nothing_beside_it(self) -> None:
        pages = ReviewPages(Renderer(PROGRAMME), PROGRAMME)
        site = BeautifulSoup(pages.page(pack(answers=[given()])), "html.parser")
        assert not site.select("style, script, [style]")
        assert {str(one["href"]) for one in site.select("[href]")} == {"/review/pack.css"}
        file = BeautifulSoup(pages.file(pack(answers=[given()])), "html.parser")
        assert not file.select("script, link, img, [src], [href]")
        assert "@page" in file.select("style")[0].get_text()

    @pytest.mark.parametrize(("frame", "width"), [("wide", 720), ("narrow", 328)])
    def test_scores_stand_at_their_day_and_none_on_top_of_another(self, frame: str, width: int) -> None:
        answers = sorted((given(days_ago=days, survey="ticket") for days in range(0, 700, 3)), key=lambda one: one.day)
        (drawing,) = shown(pack(answers=answers[::-1])).select(f"svg.{frame}")
        assert str(drawing["viewbox"]).startswith(f"0 0 {width} ")
        places = [(float(str(mark["x"])), float(str(mark["y"]))) for mark in drawing.select("text.score")]
        for at, (x, y) in enumerate(places):
            assert 0 < x < width
            assert all(abs(x - other) >= 18 or y != line for other, line in places[at + 1 :])
        label = drawing.select("text.lane")[0]
        assert f"(+{len(answers) - len(places)})" in label.get_text()
        newest, oldest = places[0][0], min(x for x, _ in places)
        assert newest > oldest
        assert all(y > float(str(label["y"])) + 12 for _, y in places) == (frame == "narrow"), "below, not beside"

    def test_what_does_not_fit_is_counted(self) -> None:
        answers = [given(days_ago=days) for days in range(12)]
        page = shown(pack(answers=answers))
        assert len(page.select(".latest tr")) == 5
        assert "7 older answers are not listed." in page.get_text()

    def test_words_are_cut_between_two_words(self) -> None:
        (words,) = shown(pack(reviews=[given(why="word " * 200)])).select("blockquote")
        assert re.fullmatch(r"(word )+…", words.get_text(strip=True))


class TestMail:
    @pytest.mark.parametrize("language", LANGUAGES)
    @pytest.mark.parametrize("many", [1, 7, 25])
    def test_it_names_the_first_twenty_and_counts_the_rest(self, language: Language, many: int) -> None:
        accounts = [f"Account {number:02d}" for number in range(many)]
        mail = ReviewMails(Renderer(PROGRAMME), PROGRAMME).reviews(
            language=language,
            to=KIM,
            quarter=Quarter(2026, 4),
            accounts=accounts,
            link="https://x.example/r?t=1.a",
            with_follow_up=1,
        )
        for text in (mail.html, mail.text):
            assert sum(name in text for name in accounts) == min(many, 20)
            assert "https://x.example/r?t=1.a" in text
            assert not re.search(r"\{ ?\$|None", text)
        more = Renderer(PROGRAMME).text("review-mail-more", language, more=many - 20)
        assert (more in mail.text and more in mail.html) == (many == 25)
        assert ("Account 00" in mail.subject) == (many == 1)
        assert mail.reply_to == PROGRAMME.follow_up.manager
        assert "2027" in mail.text  # until when the link works
        assert "!" not in mail.text

    def test_names_of_accounts_are_text_on_one_line(self) -> None:
        mail = ReviewMails(Renderer(PROGRAMME), PROGRAMME).reviews(
            language="en", to=KIM, quarter=Quarter(2026, 4), accounts=[f"{HOSTILE}\nBcc: x"], link="https://x.example/"
        )
        assert "<script" not in mail.html
        assert "\n" not in mail.subject
        assert date(2027, 1, 14).strftime("%-d %B %Y") in mail.text
