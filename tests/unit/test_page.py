"""The public page as HTML: what it says in every language and state, and that hostile words stay words."""

from __future__ import annotations

import gzip
import re
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from bs4 import BeautifulSoup
from fluent.syntax import FluentParser, ast

from sayso.adapters.charts.series import Point, trend_svg
from sayso.adapters.page import page_files, points_text, render_page
from sayso.adapters.programme_file import TEMPLATES, load_programme
from sayso.adapters.rendering import Renderer
from sayso.domain.edition import Edition, PublishedCommitment
from sayso.domain.programme import LANGUAGES, Language, Programme, Survey
from tests.page_examples import COMMITMENTS, MADE_AT, few_answers, many_answers, no_answers

PROGRAMME = load_programme()


def soup(edition: Edition, language: Language = "en", programme: Programme = PROGRAMME) -> BeautifulSoup:
    return BeautifulSoup(render_page(Renderer(programme), programme, edition, language), "html.parser")


def text_of(found: Any) -> str:
    return re.sub(r"\s+", " ", found.get_text(" ")).strip()


def programme_with(**changes: Any) -> Programme:
    return PROGRAMME.model_copy(update=changes)


def test_the_stylesheet_comes_first_and_the_default_language_is_the_index() -> None:
    files = list(page_files(Renderer(PROGRAMME), PROGRAMME, many_answers()))
    assert [file.path for file in files] == [
        "page/page.css",
        "page/en.html",
        "page/index.html",
        "page/de.html",
        "page/nl.html",
    ]
    assert {file.cache_control for file in files} == {"public, max-age=60"}
    assert files[1].body == files[2].body
    assert files[0].content_type == "text/css; charset=utf-8"
    assert files[1].content_type == "text/html; charset=utf-8"


def test_html_and_css_together_stay_under_50_kb_compressed() -> None:
    files = {file.path: file.body for file in page_files(Renderer(PROGRAMME), PROGRAMME, many_answers())}
    assert sum(len(gzip.compress(files[path])) for path in ("page/de.html", "page/page.css")) < 50_000


def test_changes_lead_then_the_drivers_then_the_score_then_how_we_ask() -> None:
    page = soup(many_answers())
    assert [section["class"] for section in page.find_all("section")] == [
        ["latest"],
        ["drivers"],
        ["commitments"],
        ["score"],
        ["how"],
    ]
    assert text_of(page.select_one(".latest h3")) == "Somebody answers at night"


def test_a_no_stays_visible_with_its_reason_but_does_not_open_the_page() -> None:
    declined = COMMITMENTS[3].having(published_on=date(2026, 10, 30))
    edition = many_answers().having(commitments=(declined, *COMMITMENTS[:2]))
    page = soup(edition)
    assert page.select_one(".latest article")["id"] == "commitment-night"  # type: ignore[index]
    article = text_of(page.select_one("#commitment-price"))
    assert article.startswith("Decided against · October 2026")
    assert "Why not On machines we do not look after" in article


def test_a_company_that_only_says_no_still_says_it() -> None:
    page = soup(many_answers().having(commitments=(COMMITMENTS[3],)))
    assert page.select_one(".latest #commitment-price")


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "+45 likely between 29 and 58 · 100 answers, 12 months to October 2026"),
        ("de", "+45 wahrscheinlich zwischen 29 und 58 · 100 Antworten, 12 Monate bis Oktober 2026"),
        ("nl", "+45 waarschijnlijk tussen 29 en 58 · 100 antwoorden, 12 maanden tot en met oktober 2026"),
    ],
)
def test_the_score_is_a_sign_a_number_an_interval_and_an_n(language: Language, sentence: str) -> None:
    page = soup(many_answers(), language)
    assert text_of(page.select_one(".headline")) == f"Net Promoter Score {sentence}"
    assert "100" in text_of(page.select_one(".score"))
    assert "148" in text_of(page.select_one(".score"))


def test_a_score_below_zero_has_a_real_minus() -> None:
    assert [points_text(points) for points in (-5, 0, 5)] == ["−5", "0", "5"]
    assert [points_text(points, sign=True) for points in (-5, 0, 5)] == ["−5", "0", "+5"]


def test_few_answers_are_called_few_and_have_no_trend_and_no_counts() -> None:
    page = soup(few_answers())
    assert "Of the 40 surveys sent in that time, 9 were answered." in text_of(page.select_one(".score"))
    assert "That is few answers" in text_of(page.select_one(".score"))
    assert page.find("figure") is None
    assert [text_of(label) for label in page.select(".theirs .label")] == ["Several customers said"] * 2
    assert text_of(page.select_one(".drivers li")) == "Expertise"


def test_one_voice_or_an_unknown_number_is_neither_counted_nor_called_several() -> None:
    edition = many_answers()
    alone = edition.having(commitments=(COMMITMENTS[0].having(asked_by=1), COMMITMENTS[1].having(asked_by=None)))
    assert [text_of(label) for label in soup(alone).select(".theirs .label")] == ["We heard"] * 2


def test_the_empty_page_says_why_it_is_empty() -> None:
    page = soup(no_answers())
    assert [text_of(note) for note in page.select(".empty")] == [
        "Nothing to report yet. As soon as something changes because a customer said so, it is here.",
        "Not enough answers yet. The score is shown from five answers on, so that nobody can be recognised.",
    ]
    assert page.find("svg") is None


def test_the_score_can_be_off() -> None:
    off = programme_with(page=PROGRAMME.page.model_copy(update={"show_score": False}))
    page = soup(many_answers(), programme=off)
    assert page.select_one(".score") is None
    assert "+45" not in page.get_text()
    assert page.select_one(".drivers li")


def test_what_was_counted_is_never_on_the_page() -> None:
    edition = many_answers()
    html = render_page(Renderer(PROGRAMME), PROGRAMME, edition, "en")
    assert "basis" not in html
    table = soup(edition).select("tbody tr")
    assert text_of(table[1]) == "December 2025 too few answers to show"


def test_the_chart_has_a_text_alternative_gaps_and_the_n_of_each_point() -> None:
    chart = soup(many_answers()).select_one("svg.trend-wide")
    assert chart is not None
    named = chart["aria-labelledby"]
    assert chart["role"] == "img"
    assert [tag["id"] for tag in chart.find_all(["title", "desc"])] == str(named).split()
    assert "Latest month shown: October 2026, score +67" in text_of(chart.find("desc"))
    assert [len(line["points"].split()) for line in chart.find_all("polyline")] == [7, 2]
    assert len(chart.find_all("rect")) == 1  # November stands alone between gaps
    ns = [text.get_text() for text in chart.find_all("text")]
    assert ns.count("–") == 2


def test_the_ends_of_the_scale_are_the_ends_of_the_drawing() -> None:
    points = [Point(label, score, score, score, 9) for label, score in (("a", 100), ("b", -100), ("c", 0))]
    drawing = str(trend_svg(points, name="t", title="<b>", description="&", signed=points_text, height=250))
    line = BeautifulSoup(drawing, "html.parser").polyline
    assert line is not None
    assert [float(pair.split(",")[1]) for pair in str(line["points"]).split()] == [14, 200, 107]
    assert "&lt;b&gt;" in drawing


def test_no_style_or_script_that_the_policy_would_block() -> None:
    page = soup(many_answers())
    assert page.find_all(style=True) == []
    assert page.find_all(["style", "script"]) == []
    ids = [tag["id"] for tag in page.find_all(id=True)]
    assert len(ids) == len(set(ids))


def test_every_language_links_to_the_others_beside_it() -> None:
    page = soup(many_answers(), "de")
    assert page.html is not None
    assert page.html["lang"] == "de"
    assert [(link["hreflang"], link["href"]) for link in page.select("link[rel=alternate]")] == [
        ("en", "/page/en.html"),
        ("de", "/page/de.html"),
        ("nl", "/page/nl.html"),
        ("x-default", "/page/index.html"),
    ]
    assert [link["href"] for link in page.select("nav a")] == ["/page/en.html", "/page/nl.html"]


@pytest.mark.parametrize("base", [None, ""])
def test_links_hold_at_the_root_of_the_site_and_those_of_a_preview_in_its_folder(base: str | None) -> None:
    given = {} if base is None else {"base": base}
    files = {file.path: file.body for file in page_files(Renderer(PROGRAMME), PROGRAMME, many_answers(), **given)}
    page = BeautifulSoup(files["page/index.html"], "html.parser")
    links = [str(link["href"]) for link in page.select("head link, nav a")]
    start = "/page/" if base is None else ""
    assert sorted({link.removeprefix(start) for link in links}) == sorted(path[5:] for path in files)
    assert all(link.startswith(start) for link in links)


def test_how_we_ask_is_the_programme_itself() -> None:
    how = text_of(soup(many_answers()).select_one(".how"))
    assert "Once, 50 days after somebody became a customer. Once a year. After a support request is solved" in how
    assert "4 hours later; the same person at most once in 30 days." in how
    assert "Once more about 30 days after we have looked into a low score" in how
    assert "hears from a person within 2 working days" in how
    assert "deleted after 24 months" in how


@pytest.mark.parametrize(
    ("language", "promise"),
    [
        ("en", "within 2 working days, unless they asked not to be contacted."),
        ("de", "innerhalb von 2 Arbeitstagen von einem Menschen, ausgenommen wer keinen Kontakt möchte."),
        ("nl", "binnen 2 werkdagen van een mens, behalve wie liever geen contact wil."),
    ],
)
def test_nobody_is_promised_a_contact_they_do_not_want(language: Language, promise: str) -> None:
    assert promise in text_of(soup(many_answers(), language).select_one(".how"))


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "Of the 148 surveys sent in that time, 100 were answered."),
        ("de", "Von 148 Umfragen, die in dieser Zeit verschickt wurden, sind 100 beantwortet."),
        ("nl", "Van de 148 vragenlijsten die in die tijd zijn verstuurd, zijn er 100 beantwoord."),
    ],
)
def test_the_coverage_speaks_of_surveys_because_one_person_may_get_several(language: Language, sentence: str) -> None:
    assert sentence in text_of(soup(many_answers(), language).select_one(".score"))


@pytest.mark.parametrize(
    ("language", "sentences"),
    [
        ("en", ("Once a year.", "When something has been reached together", "Once more about 7 days after we")),
        ("de", ("Einmal im Jahr.", "Wenn gemeinsam etwas erreicht ist", "Noch einmal etwa 7 Tage nachdem wir")),
        ("nl", ("Eén keer per jaar.", "Nadat samen iets is bereikt", "Nog een keer, ongeveer 7 dagen nadat we")),
    ],
)
def test_each_way_to_ask_is_told_as_what_it_is(language: Language, sentences: tuple[str, ...]) -> None:
    rules = ({"rotating": "quarters"}, {"event": "touchpoint"}, {"event": "recheck", "quiet_time": "7 days"})
    surveys = {f"survey_{number}": Survey.model_validate(one) for number, one in enumerate(rules)}
    how = text_of(soup(no_answers(), language, programme_with(surveys=surveys)).select_one(".how"))
    assert all(sentence in how for sentence in sentences)
    assert not re.search("support|ticket|request", how.split(sentences[2])[0], re.IGNORECASE)


def test_another_rhythm_reads_well_too() -> None:
    other = programme_with(
        surveys={"annual": Survey(every=3), "launch": Survey.model_validate({"after": "1 day"})},
        follow_up=PROGRAMME.follow_up.model_copy(update={"first_contact_within": 1}),
    )
    assert "Every 3 months. Once, one day after" in text_of(soup(no_answers(), programme=other).select_one(".how"))
    assert "Alle 3 Monate. Einmal, einen Tag nachdem" in text_of(soup(no_answers(), "de", other).select_one(".how"))
    assert "binnen één werkdag van een mens" in text_of(soup(no_answers(), "nl", other).select_one(".how"))


def test_the_review_link_is_shown_when_it_is_set_and_says_that_everybody_sees_it() -> None:
    assert "Public reviews" not in soup(many_answers()).get_text()
    programme = Programme.model_validate(PROGRAMME.model_dump() | {"review_link": "https://reviews.example/polder"})
    how = soup(many_answers(), programme=programme).select_one(".how")
    assert how is not None
    assert how.select_one("a[href='https://reviews.example/polder']")
    assert "Everybody we ask sees this link" in how.get_text()


@pytest.mark.parametrize(
    ("language", "form", "title"),
    [
        ("de", "formal", "Sie sagen es, wir handeln"),
        ("de", "informal", "Ihr sagt es, wir handeln"),
        ("nl", "formal", "U zegt het, wij doen het"),
        ("nl", "informal", "Jij zegt het, wij doen het"),
    ],
)
def test_the_company_s_form_of_address(language: Language, form: str, title: str) -> None:
    company = PROGRAMME.company.model_copy(update={"address": {language: form}})
    page = soup(many_answers(), language, programme_with(company=company))
    assert text_of(page.h1) == title


HOSTILE = {
    "html": "<script>alert(1)</script><img src=x onerror=alert(1)>",
    "attribute": "\"><svg onload=alert(1)> ' onmouseover='x",
    "template": "{{ programme.follow_up.manager }} {% raw %} {# #} ${ company }",
    "fluent": "{ $company } { -term }",
    "entity": "&lt;b&gt; &amp;",
}


@pytest.mark.parametrize("words", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_words_stay_words(words: str) -> None:
    hostile = PublishedCommitment(
        id=words,
        title={"en": words},
        heard={"en": words},
        did={"en": words},
        status="planned",
        published_on=MADE_AT.date(),
        asked_by=8,
    )
    page = soup(many_answers().having(commitments=(hostile, hostile.having(status="declined", reason={"en": words}))))
    assert page.select_one(".latest h3 span").get_text() == words  # type: ignore[union-attr]
    assert [text.get_text() for text in page.select(".theirs .words span, .ours .words span")] == [words] * 4
    assert page.find_all(["script", "img"]) == []
    assert page.find_all(onload=True) == page.find_all(onmouseover=True) == page.find_all(onerror=True) == []
    assert PROGRAMME.follow_up.manager not in page.get_text()


def test_bidi_controls_cannot_turn_the_text_around() -> None:
    twisted = COMMITMENTS[0].having(heard={"en": "safe \u202eevil\u2066 and\x00 \u0007plain\u200f\nnext"})
    heard = soup(many_answers().having(commitments=(twisted,))).select_one(".theirs .words span")
    assert heard is not None
    assert heard.get_text() == "safe evil and plain\u200f\nnext"
    assert heard["dir"] == "auto"


def test_a_missing_translation_falls_back_and_says_which_language_it_is() -> None:
    only_german = COMMITMENTS[0].having(heard={"de": "Nur auf Deutsch."}, title={"nl": "Alleen Nederlands", "en": " "})
    page = soup(many_answers().having(commitments=(only_german,)))
    heard, title = page.select_one(".theirs .words span"), page.select_one(".latest h3 span")
    assert heard is not None
    assert title is not None
    assert (heard.get_text(), heard["lang"]) == ("Nur auf Deutsch.", "de")
    assert (title.get_text(), title["lang"]) == ("Alleen Nederlands", "nl")


def sentences(language: str) -> dict[str, set[str]]:
    """The page's sentences of a language, each with the names of its arguments."""
    tree = FluentParser().parse((TEMPLATES / "locales" / language / "page.ftl").read_text(encoding="utf-8"))
    assert not [entry for entry in tree.body if isinstance(entry, ast.Junk)]
    return {
        entry.id.name: set(
            re.findall(
                r"\$(\w+)",
                (TEMPLATES / "locales" / language / "page.ftl").read_text()[entry.span.start : entry.span.end],
            )
        )
        - {"address", "company"}
        for entry in tree.body
        if isinstance(entry, ast.Message) and entry.span
    }


def test_every_language_has_every_sentence_with_the_same_arguments() -> None:
    assert sentences("en") == sentences("de") == sentences("nl")


def test_every_sentence_is_used() -> None:
    sources = [TEMPLATES / "page" / "page.html", TEMPLATES / "page" / "parts.html"]
    sources += [TEMPLATES.parent / "adapters" / "page.py"]
    used = set(re.findall(r"page-[a-z-]+[a-z]", " ".join(source.read_text(encoding="utf-8") for source in sources)))
    assert set(sentences("en")) <= used


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("edition", [many_answers, few_answers, no_answers])
def test_no_page_leaves_a_placeholder(language: Language, edition: Callable[[], Edition]) -> None:
    text = soup(edition(), language).get_text()
    assert not re.search(r"[{}$]|page-|None|!", text)
