"""The static pages as files: complete in every language and form of address, small, and asking nobody else."""

from __future__ import annotations

import gzip
import re
from itertools import product
from pathlib import Path
from random import Random
from typing import Any, get_args

import pytest
from bs4 import BeautifulSoup
from fluent.syntax import parse
from fluent.syntax.ast import Message

from sayso.adapters.links import survey_page
from sayso.adapters.logo import LARGEST
from sayso.adapters.programme_file import TEMPLATES, load_programme
from sayso.adapters.rendering import FRONTEND, Renderer
from sayso.adapters.static_pages import StaticFile, static_pages
from sayso.domain.case_action import Doing
from sayso.domain.colour import contrast, palette
from sayso.domain.follow_up import LONGEST_CAUSE, LONGEST_NOTE, Outcome, What
from sayso.domain.programme import KNOWN_RATINGS, LANGUAGES, Language, Programme
from sayso.domain.response import group_of

OWN_QUESTION = 'Would you recommend "us" & ours?'
# Sentences that scripts choose by a condition, and so do not name where they say them
CHOSEN_AT_RUN_TIME = {
    "survey": ["offline", "retrying", "busy", "too-long", "refused"],
    "unsubscribe": ["offline", "failed"],
    "hold": ["offline", "unsaved"],
    "edition": [
        *("offline", "unsaved", "before", "after", "new", "changed", "removed", "score-moves", "figures"),
        *("new-quotes", "removed-quotes", "details"),
    ],
    "review": [
        *("todo", "done", "saved", "saved-low", "until", "over", "chosen", "choose", "why", "better"),
        *("needs-score", "needs-person", "unsaved-offline", "unsaved-failed"),
    ],
    "case": [
        *("due", "look", "overdue", "contacted", "looked", "solved", "not_solved", "no_answer"),
        *(
            "wish-phone",
            "wish-mail",
            "wish-no",
            "wish-open",
            "no-phone",
            "asked",
            "said-again",
            "why",
            "better",
            "recheck",
            "recheck-day",
        ),
        *(f"outcome-{outcome}" for outcome in get_args(Outcome)),
        *(f"change-{what}" for what in (*get_args(What), "looked", "either")),
        *(f"{kind}-{field}" for kind in ("needs", "refused") for field in ("note", "cause", "outcome", "to")),
        *("needs-sure", "sure", "sure-mine"),
        *(f"saved-{what}" for what in get_args(Doing)),
        *(f"unsaved-{why}" for why in ("offline", "failed", "refused", "expired", "handed", "gone")),
    ],
}
REVIEW = "https://reviews.example/polder"


def programme(**changes: Any) -> Programme:
    """The example programme with sections or single settings of sections replaced."""
    content = load_programme().model_dump(mode="json", exclude_none=True)
    for name, value in changes.items():
        content[name] = {**content[name], **value} if isinstance(value, dict) else value
    content["follow_up"]["first_contact_within"] = changes.get("days", "2 working days")
    for survey in content["surveys"].values():
        if "every" in survey:
            survey["every"] = f"{survey['every']} months"
        if "reminder_after" in survey:
            survey["reminder_after"] = f"{survey['reminder_after']} working days"
    content["privacy"] = {"keep_words": "24 months"}
    content.pop("days", None)
    return Programme.model_validate(content)


def files_of(programme: Programme) -> dict[str, StaticFile]:
    return {file.path: file for file in static_pages(Renderer(programme), programme)}


@pytest.fixture(scope="module")
def files() -> dict[str, StaticFile]:
    return files_of(load_programme())


def pages(files: dict[str, StaticFile]) -> dict[str, BeautifulSoup]:
    return {path: BeautifulSoup(file.body, "html.parser") for path, file in files.items() if path.endswith(".html")}


def test_every_survey_is_there_in_every_language_and_each_page_brings_its_own_files(
    files: dict[str, StaticFile],
) -> None:
    asked = ("day50", "annual", "ticket", "ticket.5", "recheck", "recheck.5")
    surveys = {f"survey/{survey}.{lang}.html" for survey in asked for lang in LANGUAGES}
    others = {
        f"{page}/{lang}.html" for page in ("unsubscribe", "case", "hold", "review", "edition") for lang in LANGUAGES
    }
    named = ("survey", "unsubscribe", "case", "hold", "review", "edition")
    assets = {f"{page}/{page}.{kind}" for page in named for kind in ("css", "js")}
    assert set(files) == surveys | others | assets | {"review/pack.css"}


def test_files_say_what_they_are_and_how_long_they_may_be_kept(files: dict[str, StaticFile]) -> None:
    kinds = {".html": "text/html", ".css": "text/css", ".js": "text/javascript"}
    for path, file in files.items():
        assert file.content_type == kinds[path[path.rindex(".") :]] + "; charset=utf-8"
        assert file.cache_control == "public, max-age=300"


@pytest.mark.parametrize(("de", "nl"), list(product(("formal", "informal"), repeat=2)))
def test_every_form_of_address_has_every_sentence(de: str, nl: str) -> None:
    for path, page in pages(files_of(programme(company={"address": {"de": de, "nl": nl}}))).items():
        assert page.html is not None
        assert str(page.html["lang"]) in path
        assert "!" not in page.get_text(), path
        assert not re.search(r"\{|\}|None|undefined", page.get_text()), path


def test_formal_and_informal_differ_as_they_should() -> None:
    formal = pages(files_of(programme(company={"address": {"de": "formal", "nl": "formal"}})))
    informal = pages(files_of(programme(company={"address": {"de": "informal", "nl": "informal"}})))
    for path, page in informal.items():
        if ".de." in path or "/de." in path:
            assert not re.search(r"\b(Sie|Ihnen|Ihren?) ", page.get_text().replace("Sie dürfen", "")), path
            assert not re.search(r"\b(du|dich|dir|deine?)\b", formal[path].get_text(), re.IGNORECASE), path
        if ".nl." in path or "/nl." in path:
            assert not re.search(r"\b(u|uw)\b", page.get_text(), re.IGNORECASE), path
            assert not re.search(r"\b(je|jij|jou|jouw|jullie)\b", formal[path].get_text(), re.IGNORECASE), path


@pytest.mark.parametrize("name", ["survey", "unsubscribe", "case", "hold", "digest", "review", "edition"])
def test_the_three_languages_hold_the_same_sentences(name: str) -> None:
    def keys(language: Language) -> list[str]:
        tree = parse((TEMPLATES / "locales" / language / f"{name}.ftl").read_text(encoding="utf-8"))
        return [entry.id.name for entry in tree.body if isinstance(entry, Message)]

    assert keys("de") == keys("en")
    assert keys("nl") == keys("en")


def test_nobody_else_is_asked_and_nothing_is_inline(files: dict[str, StaticFile]) -> None:
    for path, page in pages(files).items():
        linked = {str(tag.get("href") or tag.get("src")) for tag in page.select("[href], [src]")}
        name = path.split("/")[0]
        own = {f"{name}.css", f"{name}.js", "mailto:hello@polder.example"}
        own |= {"mailto:manager@polder.example"} if name == "hold" else set()
        assert linked - own == {"https://polder.example/", "https://polder.example/privacy"}, path
        assert page.select("[style], style, script:not([src]), [onclick]") == [], path
        assert page.select_one('meta[name="referrer"][content="no-referrer"]'), path
        assert page.select_one('meta[name="robots"][content*="noindex"]'), path
    for path, file in files.items():
        if not path.endswith(".html"):
            assert not re.search(rb"https?:|[\"'(]//|url\(|@import|import ", file.body), path


def test_a_survey_page_weighs_less_than_15_kilobytes_with_everything_it_loads(files: dict[str, StaticFile]) -> None:
    assets = sum(len(gzip.compress(files[path].body)) for path in ("survey/survey.css", "survey/survey.js"))
    for path, file in files.items():
        if path.startswith("survey/") and path.endswith(".html"):
            assert assets + len(gzip.compress(file.body)) < 15_000


def test_ids_are_unique_and_every_control_has_a_name(files: dict[str, StaticFile]) -> None:
    for path, page in pages(files).items():
        ids = [tag["id"] for tag in page.select("[id]")]
        assert len(ids) == len(set(ids)), path
        for control in page.select("input, textarea, select"):
            label = control.find_parent("label") or page.select_one(f'label[for="{control.get("id")}"]')
            assert label is not None, control
            assert label.get_text(strip=True), control
        for described in page.select("[aria-describedby]"):
            assert described["aria-describedby"] in ids
        for fieldset in page.select("fieldset"):
            assert fieldset.find("legend"), path
        assert len(page.select("main")) == 1


def test_scripts_find_every_element_and_every_sentence_they_ask_for(files: dict[str, StaticFile]) -> None:
    for path, page in pages(files).items():
        name = path.split("/")[0]
        script = files[f"{name}/{name}.js"].body.decode()
        for key in re.findall(r'(?:say|tell|sentence)\("([\w-]+)"', script) + CHOSEN_AT_RUN_TIME[name]:
            assert page.select_one(f'[data-say="{key}"]'), f"{path}: {key}"
        for view in re.findall(r'(?:getElementById|show|close)\("([\w-]+)"\)', script):
            assert page.find(id=view), f"{path}: {view}"
        for place in re.findall(r'put\("([\w-]+)"', script):
            assert page.select_one(f'[data-put="{place}"]'), f"{path}: {place}"


def satisfied(**changes: Any) -> Programme:
    """The example programme with a survey of satisfaction that asks for ratings, one of them the company's own."""
    labels = {"id": "onboarding", "en": "Getting started", "de": "Einstieg", "nl": "De start"}
    survey = {"event": "touchpoint", "scale": "satisfaction", "ratings": ["onboarding", "price"]}
    return programme(ratings=[labels], surveys={"project": survey}, **changes)


def test_the_largest_logo_leaves_a_survey_page_under_15_kilobytes(tmp_path: Path) -> None:
    # As hard to compress as drawing gets: digits by chance
    digits = "".join(f"{number:02d} " for number in Random(4).choices(range(100), k=1330))  # noqa: S311 - no secret
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M{digits}"/></svg>'
    assert LARGEST - 60 < len(svg) <= LARGEST
    (tmp_path / "logo.svg").write_text(svg, encoding="utf-8")
    own = programme(company={"logo": "logo.svg"})
    files = {one.path: one for one in static_pages(Renderer(own, (tmp_path, TEMPLATES, FRONTEND)), own)}
    assets = sum(len(gzip.compress(files[path].body)) for path in ("survey/survey.css", "survey/survey.js"))
    heaviest = max(len(gzip.compress(file.body)) for path, file in files.items() if path.startswith("survey/annual"))
    assert assets + heaviest < 15_000
    for path, page in pages(files).items():
        assert page.select_one('.company svg[role="img"][aria-label="Polder Hosting"]'), path
        assert page.select("[style], style, script:not([src])") == [], path


def test_satisfaction_is_five_numbers_in_its_own_words_and_asks_for_no_reference() -> None:
    made = pages(files_of(satisfied()))
    questions = {"en": "How satisfied are you", "de": "Wie zufrieden sind Sie", "nl": "Hoe tevreden ben"}
    for language, question in questions.items():
        page = made[f"survey/project.5.{language}.html"]
        assert page.h1 is not None
        assert page.h1.get_text().startswith(question)
        assert [number["value"] for number in page.select('input[name="score"]')] == ["1", "2", "3", "4", "5"]
        assert not page.select('input[name="reference"]')
        assert "9" not in page.select_one('label[for="why"]').get_text()  # type: ignore[union-attr]
        assert page.select_one('[data-say="missing"]').get_text().count("5") == 1  # type: ignore[union-attr]
        assert made[f"survey/day50.{language}.html"].select('label[data-group="promoter"] [name="reference"]')


@pytest.mark.parametrize("survey", ["annual", "project"])
def test_the_page_sorts_the_scores_into_the_groups_of_the_domain(survey: str) -> None:
    own = satisfied() if survey == "project" else programme()
    rules = own.surveys[survey]
    page = pages(files_of(own))[survey_page(survey, rules.scale, "en")]
    groups = {int(str(one.input["value"])): one["data-of"] for one in page.select("label[data-of]") if one.input}
    assert groups == {score: group_of(score, rules.scale) for score in rules.scores}


def test_a_link_that_is_out_finds_its_scale_after_the_programme_changed_it() -> None:
    question = {"en": OWN_QUESTION}
    for scale in ("nps", "satisfaction"):
        own = programme(surveys={"project": {"event": "touchpoint", "scale": scale, "question": question}})
        made = pages(files_of(own))
        ten, five = made["survey/project.en.html"], made["survey/project.5.en.html"]
        assert [len(page.select('input[name="score"]')) for page in (ten, five)] == [11, 5]
        assert len(ten.select('[name="reference"]')) == 1
        assert five.select('[name="reference"]') == []
        # The company's own words ask on today's scale
        asked = [page.h1.get_text() for page in (ten, five) if page.h1]
        today, before = asked if scale == "nps" else reversed(asked)
        assert today == OWN_QUESTION
        assert ("How satisfied are you" if scale == "nps" else "How likely are you") in before


def test_ratings_have_the_companys_labels_or_ours_and_each_can_be_left_out() -> None:
    page = pages(files_of(satisfied()))["survey/project.5.nl.html"]
    ratings = page.select("fieldset.rating")
    assert [one.legend.get_text() for one in ratings if one.legend] == ["De start", "Prijs en kwaliteit"]
    for one, name in zip(ratings, ("onboarding", "price"), strict=True):
        radios = one.select(f'input[type="radio"][name="ratings.{name}"]')
        assert [radio["value"] for radio in radios] == ["1", "2", "3", "4", "5", ""]
        assert not one.select("[required], [checked]")
    for known in KNOWN_RATINGS:
        assert all(Renderer(load_programme()).text(f"rating-{known}", language) for language in LANGUAGES)


def test_the_reason_is_asked_for_in_the_words_of_the_survey(files: dict[str, StaticFile]) -> None:
    made = pages(files)
    asked = {name: made[f"survey/{name}.en.html"].select_one('label[for="why"]') for name in ("day50", "ticket")}
    assert "What went wrong with your ticket?" in asked["ticket"].get_text()  # type: ignore[union-attr]
    assert "ticket" not in asked["day50"].get_text()  # type: ignore[union-attr]


def test_whoever_is_asked_again_is_asked_how_it_is_now() -> None:
    content = load_programme().model_dump(mode="json", exclude_none=True)
    content["surveys"] = {"recheck": {"event": "recheck"}}
    made = pages(files_of(Programme.model_validate(content)))
    asked = {name: made[f"survey/recheck{name}.en.html"] for name in ("", ".5")}
    assert all("what you told us" in page.h1.get_text() for page in asked.values() if page.h1)
    assert "What is still not right?" in asked[""].select_one('label[for="why"]').get_text()  # type: ignore[union-attr]


def test_there_are_eleven_equal_numbers_or_five_and_every_driver(files: dict[str, StaticFile]) -> None:
    for path, page in pages(files).items():
        if path.startswith("survey/"):
            numbers = page.select('input[type="radio"][name="score"]')
            scores = range(1, 6) if ".5." in path else range(11)
            assert [number["value"] for number in numbers] == [str(number) for number in scores]
            assert not any(set(number.attrs) - {"type", "name", "value"} for number in numbers)
            drivers = [box["value"] for box in page.select('input[name="drivers"]')]
            assert drivers == [driver.id for driver in load_programme().drivers]


def test_a_company_may_ask_in_its_own_words_and_sayso_asks_for_the_rest() -> None:
    files = files_of(programme(surveys={"project": {"after": "3 days", "question": {"en": OWN_QUESTION}}}))
    own = pages(files)
    assert own["survey/project.en.html"].h1.get_text() == OWN_QUESTION  # type: ignore[union-attr]
    assert b"&#34;us&#34; &amp; ours" in files["survey/project.en.html"].body
    assert "wahrscheinlich" in own["survey/project.de.html"].h1.get_text()  # type: ignore[union-attr]


def test_the_review_link_is_shown_to_everyone_or_to_no_one(files: dict[str, StaticFile]) -> None:
    linked = pages(files_of(programme(review_link=REVIEW)))
    for path, page in linked.items():
        assert bool(page.select(f'footer a[href="{REVIEW}"]')) == path.startswith("survey/")
        assert not page.select(f'main a[href="{REVIEW}"]')
    assert not any("review" in str(link["href"]) for page in pages(files).values() for link in page.select("a"))


def test_the_promise_names_the_follow_up_time() -> None:
    one = pages(files_of(programme(days="1 working day")))
    assert "within one working day" in one["survey/day50.en.html"].get_text()
    assert "Innerhalb eines Arbeitstags" in one["survey/day50.de.html"].get_text()


@pytest.mark.parametrize("colour", ["#0f6a5b", "#ffff00", "#000000", "#ffffff", "#d0021b"])
def test_styles_carry_the_company_colour_and_edges_of_controls_stand_out(colour: str) -> None:
    styles = files_of(programme(company={"colour": colour}))["survey/survey.css"].body.decode()
    tones = palette(colour)
    assert "{{" not in styles
    for scheme, sheet in ((tones.light, tones.light.background), (tones.dark, tones.dark.surface)):
        assert f"--accent: {scheme.accent};" in styles
        assert contrast(_mixed(scheme.muted, sheet, 0.75), sheet) >= 3


def _mixed(ink: str, ground: str, share: float) -> str:
    pairs = [(int(ink[at : at + 2], 16), int(ground[at : at + 2], 16)) for at in (1, 3, 5)]
    return "#" + "".join(f"{round(first * share + second * (1 - share)):02x}" for first, second in pairs)


@pytest.mark.parametrize(("language", "word"), [("de", "Fall"), ("nl", "Zaak")])
def test_the_case_is_called_what_the_mail_that_links_to_it_calls_it(language: Language, word: str) -> None:
    renderer = Renderer(load_programme())
    assert renderer.text("mail-alert-open", language).split()[0] == word
    assert renderer.text("case-title", language).split()[0] == word
    for key in ("case-joined", "case-failed"):
        assert word.lower() in renderer.text(key, language).lower()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("survey", ["day50", "annual", "ticket", "recheck", "review"])
def test_a_survey_has_one_name_in_the_case_and_in_the_mail(language: Language, survey: str) -> None:
    renderer = Renderer(load_programme())
    named = renderer.text("mail-survey", language, survey=survey, name="")
    assert renderer.text(f"case-survey-{survey}", language) == named


def test_the_survey_says_who_reads_it() -> None:
    sentence = Renderer(load_programme()).text("survey-readers", "en")
    assert "those who run the company will read this" in sentence


def test_the_case_page_has_a_form_for_each_thing_that_can_be_done(files: dict[str, StaticFile]) -> None:
    for language in LANGUAGES:
        page = pages(files)[f"case/{language}.html"]
        assert {str(one["data-task"]) for one in page.select("details[data-task]")} == set(get_args(Doing))
        for one in page.select("details[data-task]"):
            assert one.select_one("form [name=note]"), one["data-task"]
            assert one.select_one("form [type=submit]"), one["data-task"]
            assert one.select_one('form [role="status"]'), one["data-task"]
        causes = [str(one["value"]) for one in page.select('[name="cause"]')]
        assert causes == [*(driver.id for driver in load_programme().drivers), ""]
        assert [str(one["value"]) for one in page.select('[name="outcome"]')] == list(get_args(Outcome))


def test_a_case_limits_what_is_typed_as_the_api_does(files: dict[str, StaticFile]) -> None:
    page = pages(files)["case/en.html"]
    assert {str(one["data-limit"]) for one in page.select("textarea")} == {str(LONGEST_NOTE)}
    assert [str(one["data-limit"]) for one in page.select("#close-own")] == [str(LONGEST_CAUSE)]
    for one in page.select("[data-limit]"):
        assert "maxlength" not in one.attrs, "what is too long is said, not cut"
        assert page.find(id=f"{one['id']}-count")


def test_without_drivers_the_cause_is_said_in_words_only() -> None:
    page = pages(files_of(load_programme().model_copy(update={"drivers": ()})))["case/en.html"]
    assert page.select('[name="cause"]') == []
    assert page.select_one(".other:not([hidden]) #close-own")


def test_the_case_page_writes_no_markup_from_what_it_is_told(files: dict[str, StaticFile]) -> None:
    script = files["case/case.js"].body.decode()
    assert not re.search(r"innerHTML|outerHTML|insertAdjacent|document\.write|eval\(|Function\(", script)
