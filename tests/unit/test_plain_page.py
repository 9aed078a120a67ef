"""The survey without scripts: looking changes nothing, sending records, and no word that was typed is lost."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from bs4 import BeautifulSoup, Tag

from sayso.domain.invitation import Snapshot
from sayso.domain.programme import Form, Language
from sayso.domain.response import WORDS_LIMIT
from sayso.handlers.plain_form import LARGEST_FORM
from tests.builders import World, programme
from tests.doors import Answered, Doors, encoded, open_doors

VOICES: list[tuple[Language, Form]] = [("en", "formal"), ("de", "formal"), ("de", "informal"), ("nl", "informal")]
EVERYTHING = {
    "score": "4", "why": "slow <b>&\r\nünsure</b> 🙂", "better": "שלום", "drivers": ["price"], "contact": "phone",
    "quote": "yes", "reference": "yes", "ratings.support": "2", "ratings.price": "",
}  # fmt: skip
RATED = {"annual": {"every": "12 months", "ratings": ["support", "price"], "reminder_after": "5 working days"}}


@pytest.fixture
def doors() -> Iterator[Doors]:
    with open_doors(World(programme=programme(surveys=RATED))) as found:
        yield found


def page(answer: Answered, status: int = 200) -> BeautifulSoup:
    """The page, once it is found to be one that may be shown."""
    assert answer.status == status
    assert answer.headers["Content-Type"] == "text/html; charset=utf-8"
    assert answer.headers["Cache-Control"] == "no-store"
    found = BeautifulSoup(answer.body, "html.parser")
    assert not found(["script", "iframe", "img"])
    assert not re.search(r"\bon\w+=|javascript:|Traceback|Undefined|None</", answer.body)
    return found


def form(found: BeautifulSoup) -> Tag:
    assert found.form
    return found.form


def ticked(found: BeautifulSoup, name: str) -> list[str]:
    return [str(one["value"]) for one in found.select(f'input[name="{name}"][checked]')]


def words(found: BeautifulSoup, name: str) -> str:
    (area,) = found.select(f'textarea[name="{name}"]')
    return area.get_text().removeprefix("\n")


def kept(doors: Doors) -> Any:
    (answer,) = doors.answers()
    return answer


@pytest.mark.parametrize("method", ["GET", "HEAD"])
def test_looking_changes_nothing(doors: Doors, method: str) -> None:
    before = len(doors.world.items.written)
    for query in ("", "s=9", "s=99", "s=%00", "s=9&s=3"):
        answer = doors.plain(method, query=query)
        assert answer.status == 200
        assert bool(answer.body) == (method == "GET")
    assert len(doors.world.items.written) == before


def test_the_form_is_asked_of_the_invitation_and_sends_to_its_own_address(doors: Doors) -> None:
    found = form(page(doors.plain()))
    assert (found["method"], found["action"]) == ("post", f"/api/plain/{doors.token}")
    assert len(found.select('input[name="score"]')) == 11
    assert found.select('input[name="ratings.support"]')
    assert not ticked(page(doors.plain()), "score")


def test_the_score_of_the_address_is_chosen_already_if_it_is_one(doors: Doors) -> None:
    assert ticked(page(doors.plain(query="s=7")), "score") == ["7"]
    assert ticked(page(doors.plain(query="s=11")), "score") == []


def test_what_is_sent_is_kept_waits_to_be_settled_and_is_there_to_be_changed(doors: Doors) -> None:
    thanks = page(doors.plain("POST", EVERYTHING))
    assert not thanks.form
    assert "thank" in thanks.get_text().lower()
    assert kept(doors)["visits"][0]["sent"] is True
    assert kept(doors)["sends"][0]["content"]["ratings"] == {"support": 2}
    again = page(doors.plain())
    assert words(again, "why") == "slow <b>&\nünsure</b> 🙂"
    assert words(again, "better") == "שלום"
    for name, value in (("score", "4"), ("drivers", "price"), ("contact", "phone"), ("ratings.support", "2")):
        assert ticked(again, name) == [value]
    assert ticked(again, "quote") == ["yes"]
    assert ticked(again, "reference") == [], "only a promoter is one"


def test_a_box_that_is_not_ticked_any_more_and_a_rating_taken_back_are_changes(doors: Doors) -> None:
    doors.plain("POST", EVERYTHING)
    doors.plain("POST", {"score": "4", "why": "", "better": "", "ratings.support": ""})
    said = kept(doors)["sends"][-1]["content"]
    assert (said["quote"], said["drivers"], said["ratings"]) == (False, [], {})
    assert words(page(doors.plain()), "why") == ""
    assert said["contact"] == "phone", "a choice that was not made says nothing"


def test_what_was_sent_counts_once_it_is_settled(doors: Doors) -> None:
    doors.world.clock.pass_by(days=1)
    doors.plain("POST", {"score": "9"})
    assert kept(doors)["state"] == "provisional"
    doors.world.settle()
    assert (kept(doors)["state"], kept(doors)["reasons"]) == ("confirmed", ["sent"])


@pytest.mark.parametrize(
    ("sent", "says"),
    [
        ({"score": "9"}, "survey-next-read"),
        ({"score": "6"}, "survey-next-follow-up"),
        ({"score": "6", "contact": "no"}, "survey-next-no-contact"),
        ({"score": "9", "contact": "mail"}, "survey-next-follow-up"),
        ({"score": "9", "contact": "no"}, "survey-next-read"),
    ],
)
def test_the_thanks_say_what_happens_next(doors: Doors, sent: dict[str, str], says: str) -> None:
    days = doors.world.programme.follow_up.first_contact_within
    sentence = doors.world.renderer.text(says, "en", days=days)
    assert " ".join(sentence.split()) in " ".join(page(doors.plain("POST", sent)).get_text().split())


def test_who_forgot_the_number_is_told_so_and_finds_every_word_again(doors: Doors) -> None:
    for empty in ({}, {"score": ""}):
        sent = {name: value for name, value in EVERYTHING.items() if name != "score"} | empty
        found = page(doors.plain("POST", sent), 400)
        assert doors.world.renderer.text("survey-missing", "en", low=0, high=10) in found.get_text()
        assert words(found, "why") == "slow <b>&\nünsure</b> 🙂"
        assert ticked(found, "drivers") == ["price"]
        assert ticked(found, "ratings.support") == ["2"]
    assert not doors.answers()


def test_who_wrote_too_much_finds_it_again_and_is_told_where(doors: Doors) -> None:
    long = "🙂" * (WORDS_LIMIT + 1)
    found = page(doors.plain("POST", {"score": "9", "better": long}), 400)
    assert words(found, "better") == long
    assert found.select("#better-problem")
    assert not found.select("#why-problem")
    assert not doors.answers()


def test_as_many_signs_as_are_allowed_are_taken_however_a_browser_writes_them(doors: Doors) -> None:
    most = "🙂" * (WORDS_LIMIT - 2) + "\r\n."
    assert page(doors.plain("POST", {"score": "9", "why": most, "better": most}))
    assert len(words(page(doors.plain()), "why")) == WORDS_LIMIT


@pytest.mark.parametrize(
    "sent",
    [
        {"score": "11"}, {"score": "-1"}, {"score": "9.0"}, {"score": "٩"}, {"score": "nine"}, {"score": " 9"},
        {"score": "9", "weather": "fine"}, {"score": "9", "gesture": "true"}, {"score": "9", "quote": "on"},
        {"score": "9", "contact": "fax"}, {"score": "9", "drivers": ["weather"]}, {"score": "9", "drivers": ["x"] * 13},
        {"score": "9", "ratings.support": "6"}, {"score": "9", "ratings.weather": "3"}, {"score": "9", "ratings.": "3"},
        {"score": ["9", "3"]}, {"score": "9", "why": ["a", "b"]}, "score=9&why=%ff", "score=9&why=%ed%a0%80",
        "score=9&" + "&".join(f"drivers=d{n}" for n in range(60)), "score=9&=", "score=9;why=x",
    ],
)  # fmt: skip
def test_what_the_page_never_sends_is_refused_and_changes_nothing(doors: Doors, sent: Any) -> None:
    assert form(page(doors.plain("POST", sent), 400))
    assert not doors.answers()


@pytest.mark.parametrize(
    ("changes", "status"),
    [
        ({"body": "why=" + "x" * LARGEST_FORM}, 413),
        (encoded(b"why=" + b"x" * LARGEST_FORM), 413),
        ({"body": "no base64!", "isBase64Encoded": True}, 400),
        (encoded(b"\xff\xfe"), 400),
        ({"body": '{"score": 9}', "headers": {"content-type": "application/json"}}, 415),
        ({"body": "score=9", "headers": {"content-type": ""}}, 415),
        ({"body": "--x", "headers": {"content-type": "multipart/form-data; boundary=x"}}, 415),
    ],
)
def test_a_body_that_is_no_form_brings_the_form_back(doors: Doors, changes: dict[str, Any], status: int) -> None:
    assert form(page(doors.plain("POST", changes.pop("body"), **changes), status))
    assert not doors.answers()


@pytest.mark.parametrize("method", ["PUT", "DELETE", "OPTIONS", "PATCH", ""])
def test_other_methods_are_refused_with_a_page(doors: Doors, method: str) -> None:
    answer = doors.plain(method, {"score": "9"})
    page(answer, 405)
    assert answer.headers["Allow"] == "GET, HEAD, POST"
    assert not doors.answers()


@pytest.mark.parametrize("token", ["", "junk", "../answer", "1.a.b", "%00", "1." + "x" * 9000])
@pytest.mark.parametrize("method", ["GET", "POST"])
def test_a_forged_link_reads_nothing_and_is_told_in_the_readers_language(doors: Doors, token: str, method: str) -> None:
    reads = doors.world.items.reads
    for asked_for, language in (("de-AT,de;q=0.9,en;q=0.8", "de"), ("fr, nl;q=0.5", "nl"), ("", "en"), ("*", "en")):
        found = page(doors.plain(method, {"score": "9"}, token=token, headers={"accept-language": asked_for}), 403)
        assert found.html
        assert found.html["lang"] == language
    assert doors.world.items.reads == reads


def test_a_link_of_another_purpose_opens_no_form(doors: Doors) -> None:
    for token in (doors.leaving().rpartition("/")[2], doors.case()):
        assert not page(doors.plain(token=token), 403).form


def test_a_question_that_has_closed_says_so_and_takes_nothing(doors: Doors) -> None:
    doors.world.clock.pass_by(days=31)
    assert not page(doors.plain(), 410).form
    assert not page(doors.plain("POST", {"score": "9"}), 410).form
    assert not page(doors.plain("POST", {"score": "99"}), 410).form
    doors.world.clock.pass_by(days=60)
    page(doors.plain(), 410)
    assert not doors.answers()


def test_a_link_of_somebody_who_was_erased_does_not_work_any_more(doors: Doors) -> None:
    doors.world.erase_contact.erase("c1", "operator")
    assert not page(doors.plain(), 404).form
    assert not page(doors.plain("POST", {"score": "9", "why": "x"}), 404).form
    assert not doors.answers()


def test_who_sends_without_end_is_asked_to_wait_and_finds_every_word_again(doors: Doors) -> None:
    answers = [doors.plain("POST", {"score": "9", "why": f"{number} words"}) for number in range(40)]
    assert {answer.status for answer in answers} == {200, 429}
    last = answers[-1]
    assert 1 <= int(last.headers["Retry-After"]) <= 600
    assert words(page(last, 429), "why") == "39 words"


def test_when_others_keep_writing_the_form_comes_back_to_be_sent_again(doors: Doors) -> None:
    doors.plain("POST", {"score": "9"})
    doors.overtake()
    found = page(doors.plain("POST", {"score": "3", "why": "slow"}), 409)
    assert words(found, "why") == "slow"
    assert ticked(found, "score") == ["3"]


@pytest.mark.parametrize(("language", "address"), VOICES)
@pytest.mark.parametrize("sent", [None, {"score": "3", "contact": "no"}, {"score": "9"}, {"why": "x"}, {"score": "x"}])
def test_every_page_speaks_the_invitations_language_and_form(
    language: Language, address: Form, sent: dict[str, str] | None
) -> None:
    forms = {} if language == "en" else {language: address}
    with open_doors(World(programme=programme(company={"address": forms}, surveys=RATED))) as doors:
        one = doors.world.invitations.get(*doors.asked.reference)
        assert one
        doors.world.invitations.save(one.having(snapshot=Snapshot(account_id="a", language=language)))
        answer = doors.plain("POST", sent, headers={"accept-language": "fr"}) if sent else doors.plain()
        found = page(answer, answer.status)
        assert found.html
        assert found.html["lang"] == language
        wrong = {
            ("de", "formal"): r"\b(du|dir|dich|dein\w*)\b",
            ("de", "informal"): r"\b(Sie|Ihnen)\b",
            ("nl", "informal"): r"\b(u|uw)\b",
        }.get((language, address))
        assert not wrong or not re.search(wrong, found.get_text())


def test_a_satisfaction_is_asked_from_1_to_5(doors: Doors) -> None:
    rules = {"done": {"event": "touchpoint", "scale": "satisfaction"}}
    with open_doors(World(programme=programme(surveys=rules))) as others:
        one = others.asked.having(
            survey="done", revision=0, snapshot=Snapshot(account_id="a", language="en", scale="satisfaction")
        )
        others.token = others.token_of(others.world.invitations.save(one))
        assert len(form(page(others.plain())).select('input[name="score"]')) == 5
        page(others.plain("POST", {"score": "6"}), 400)
        page(others.plain("POST", {"score": "0"}), 400)
        thanks = page(others.plain("POST", {"score": "2", "contact": "no"}))
        assert "we will not contact you" in thanks.get_text()


def test_a_question_keeps_the_scale_it_was_sent_with_when_the_programme_changes() -> None:
    for sent_with, asked_now, scores in (("satisfaction", "nps", 5), ("nps", "satisfaction", 11)):
        rules = {"done": {"event": "touchpoint", "scale": asked_now}}
        with open_doors(World(programme=programme(surveys=rules))) as others:
            snapshot = Snapshot.model_validate({"account_id": "a", "language": "en", "scale": sent_with})
            one = others.asked.having(survey="done", revision=0, snapshot=snapshot)
            others.token = others.token_of(others.world.invitations.save(one))
            shown = page(others.plain(query=f"s={scores - 1}"))
            assert len(form(shown).select('input[name="score"]')) == scores
            assert ticked(shown, "score") == [str(scores - 1)]
            assert others.api("GET", "/api/answer").json["scale"] == sent_with
            page(others.plain("POST", {"score": str(scores - 1)}))
            assert kept(others)["scale"] == sent_with


def test_a_survey_that_left_the_programme_is_still_answered(doors: Doors) -> None:
    one = doors.world.invitations.save(doors.asked.having(survey="gone", revision=0))
    doors.token = doors.token_of(one)
    assert form(page(doors.plain()))
    assert not page(doors.plain("POST", {"score": "9"})).form


def test_a_fault_of_ours_is_a_plain_sentence_in_the_readers_language(
    doors: Doors, caplog: pytest.LogCaptureFixture
) -> None:
    doors.world.record_answer = None  # type: ignore[assignment]
    answer = doors.plain("POST", {"score": "9"}, headers={"accept-language": "de"})
    found = page(answer, 500)
    assert "schiefgegangen" in found.get_text()
    assert "NoneType" not in answer.body
    assert "NoneType" in caplog.text
    doors.world.renderer = None  # type: ignore[assignment]
    assert "on our side" in page(doors.plain(), 500).get_text()


def test_nobody_gets_in_around_cloudfront(doors: Doors) -> None:
    from sayso.handlers import plain_page

    answer = plain_page.handle({"rawPath": f"/api/plain/{doors.token}", "headers": {}}, None)  # type: ignore[arg-type]
    assert answer["statusCode"] == 403
    assert set(json.loads(answer["body"])) == {"error"}


def test_a_link_lives_as_long_as_the_mails_links_do(doors: Doors) -> None:
    doors.world.clock.now += timedelta(days=29)
    assert form(page(doors.plain()))
