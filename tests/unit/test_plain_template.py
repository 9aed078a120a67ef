"""The plain page as a file: the form of the survey page, complete in every view and address, without a script."""

from __future__ import annotations

import re
from itertools import product
from typing import Any

import pytest
from bs4 import BeautifulSoup

from sayso.adapters.links import survey_page
from sayso.adapters.rendering import Renderer
from sayso.domain.programme import LANGUAGES, Language
from sayso.domain.response import WORDS_LIMIT
from tests.e2e.page_site import plain_page
from tests.unit.test_static_pages import files_of, pages, programme, satisfied

VIEWS: list[dict[str, Any]] = [
    {},
    {"view": "wait", "problem": "busy"},
    *({"problem": problem} for problem in ("missing", "too-long", "refused")),
    *({"view": "thanks", "next": following} for following in ("read", "follow-up", "no-contact")),
    {"view": "invalid"},
    {"view": "expired"},
]


def plain(survey: str = "annual", language: Language = "en", own: Any = None, **values: Any) -> BeautifulSoup:
    own = own or programme()
    html = plain_page(Renderer(own), own, survey, language, **{"again": "/api/plain/token", **values})
    return BeautifulSoup(html, "html.parser")


@pytest.mark.parametrize("view", VIEWS, ids=lambda view: "-".join(map(str, view.values())) or "form")
@pytest.mark.parametrize(("de", "nl"), list(product(("formal", "informal"), repeat=2)))
def test_every_view_is_whole_in_every_language_and_address(view: dict[str, Any], de: str, nl: str) -> None:
    own = programme(company={"address": {"de": de, "nl": nl}})
    for language in LANGUAGES:
        page = plain(language=language, own=own, **view)
        assert page.html is not None
        assert page.html["lang"] == language
        assert not re.search(r"[{}!]|None|undefined", page.get_text())
        assert page.select("script, noscript, style, [style], [hidden], [onclick]") == []
        assert [link["href"] for link in page.select('link[rel="stylesheet"]')] == ["/survey/survey.css"]
        assert len(page.select("h1")) == 1
        ids = [tag["id"] for tag in page.select("[id]")]
        assert len(ids) == len(set(ids))


@pytest.mark.parametrize("survey", ["day50", "annual", "project"])
def test_it_has_the_fields_of_the_survey_page_and_sends_them_by_itself(survey: str) -> None:
    own = satisfied() if survey == "project" else programme()
    page, static = plain(survey, own=own), pages(files_of(own))[survey_page(survey, own.surveys[survey].scale, "en")]

    def fields(page: BeautifulSoup) -> list[tuple[str, str | None]]:
        return [(str(one["name"]), one.get("value")) for one in page.select("form :is(input, textarea)")]  # type: ignore[misc]

    assert fields(page) == fields(static)
    form = page.select_one('form[method="post"][action="/api/plain/token"]')
    assert form is not None
    assert form.select('button[type="submit"]')
    assert all(one.has_attr("required") == (one["name"] == "score") for one in form.select("input"))


def test_what_was_said_stands_in_it_as_text() -> None:
    said = {"why": "\n</textarea><b>Why</b> & how\n", "better": "Better"}
    given = {"drivers": ["price"], "contact": "mail", "quote": True, "reference": True, "ratings": {"quality": 3}}
    page = plain(score=9, said=said, **given)
    checked = {str(one["name"]): one["value"] for one in page.select("input[checked]")}
    one_of_each = {"drivers": "price", "contact": "mail", "quote": "yes", "reference": "yes"}
    assert checked == {"score": "9", "ratings.quality": "3", **one_of_each}
    # A browser drops the first line break of a text field: ours, not the person's
    assert [text.get_text() for text in page.select("textarea")] == ["\n" + said["why"], "\nBetter"]


@pytest.mark.parametrize("name", ["why", "better"])
def test_a_text_that_is_too_long_is_said_to_be_at_its_field(name: str) -> None:
    said = {"why": "", "better": "", name: "x" * (WORDS_LIMIT + 1)}
    page = plain(problem="too-long", score=3, said=said)
    (field,) = page.select('[aria-invalid="true"]')
    assert field["name"] == name
    sentence = "That is more than we can take in here. Please shorten your text a little."
    assert page.find(id=str(field["aria-describedby"])).get_text() == sentence  # type: ignore[union-attr]
    (link,) = page.select("main > .note a")
    assert (link["href"], link.get_text()) == (f"#{name}", sentence)
    assert page.title is not None
    assert page.title.get_text().startswith(sentence)


def test_a_missing_number_is_said_beside_the_numbers() -> None:
    page = plain(problem="missing", said={"why": "Kept", "better": ""})
    assert page.select_one("#chosen.missing").get_text() == "Please choose a number from 0 to 10 first."  # type: ignore[union-attr]
    assert page.select_one("fieldset.scale[aria-describedby=chosen]")
    assert page.select_one("#why").get_text().strip() == "Kept"  # type: ignore[union-attr]


def test_when_too_much_comes_at_once_nothing_typed_is_lost() -> None:
    page = plain(view="wait", problem="busy", score=4, said={"why": "Kept", "better": ""})
    assert "send it again in a minute" in page.select_one(".note").get_text()  # type: ignore[union-attr]
    assert page.select_one("#why").get_text().strip() == "Kept"  # type: ignore[union-attr]
    assert page.select_one('[name="score"][value="4"][checked]')


def test_the_thanks_say_what_comes_next_and_lead_back() -> None:
    page = plain(view="thanks", next="follow-up")
    assert "will get in touch with you within 2 working days" in page.get_text()
    assert page.select_one('a.button[href="/api/plain/token"]')
