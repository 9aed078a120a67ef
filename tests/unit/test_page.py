"""The public page as HTML: what it says in every language and state, and that hostile words stay words."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from bs4 import BeautifulSoup
from fluent.syntax import FluentParser, ast

from sayso.adapters.charts.series import Point, trend_svg
from sayso.adapters.page_words import points_text
from sayso.adapters.programme_file import TEMPLATES
from sayso.domain.edition import Edition, PublishedQuote
from sayso.domain.labels import Theme
from sayso.domain.programme import LANGUAGES, Benchmark, Language, Programme, Survey
from tests.builders import programme
from tests.page_examples import COMMITMENTS, few_answers, many_answers, no_answers, with_a_year_before
from tests.pages import PROGRAMME, files, soup, text_of


def programme_with(**changes: Any) -> Programme:
    return PROGRAMME.model_copy(update=changes)


def test_changes_lead_then_the_themes_then_the_score_then_what_else_was_heard() -> None:
    page = soup(many_answers())
    assert [section["class"] for section in page.find_all("section")] == [
        ["latest"],
        ["themes"],
        ["score"],
        ["commitments"],
        ["quotes"],
        ["how"],
        ["more"],
    ]
    assert text_of(page.select_one(".latest h3")) == "Somebody answers at night"
    assert [text_of(title) for title in page.select(".commitments h3")] == [
        "Invoices that name the project",
        "A status page",
        "A cheaper package without support",
        "Know who looks after us",
    ]


def test_a_no_stays_visible_with_its_reason_but_does_not_open_the_page() -> None:
    declined = COMMITMENTS[3].having(published_on=date(2026, 10, 30), decided_on=date(2026, 10, 30))
    edition = many_answers().having(commitments=(declined, *COMMITMENTS[:2]))
    page = soup(edition)
    assert page.select_one(".latest article")["id"] == "commitment-night"  # type: ignore[index]
    article = text_of(page.select_one("#commitment-price"))
    assert article.startswith("Decided against in October 2026 Invoices and prices")
    assert "Why not On machines we do not look after" in article


def test_what_is_under_way_opens_the_page_before_what_was_only_heard() -> None:
    heard = COMMITMENTS[2].having(id="new", status="heard", planned_for=None, published_on=date(2026, 10, 30))
    page = soup(many_answers().having(commitments=(heard, *COMMITMENTS[1:])))
    assert page.select_one(".latest article")["id"] == "commitment-invoices"  # type: ignore[index]


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
    assert text_of(page.select_one(".themes li")) == "Expertise"


def test_one_voice_or_an_unknown_number_is_neither_counted_nor_called_several() -> None:
    edition = many_answers()
    alone = edition.having(commitments=(COMMITMENTS[0].having(asked_by=None), COMMITMENTS[1].having(asked_by=None)))
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
    assert page.select_one(".themes li")


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "What customers told Polder Hosting, and what changed because of it."),
        ("de", "Was Kunden Polder Hosting gesagt haben und was sich dadurch geändert hat."),
        ("nl", "Wat klanten tegen Polder Hosting zeiden en wat daardoor is veranderd."),
    ],
)
def test_a_score_that_is_off_is_not_announced(language: Language, said: str) -> None:
    off = programme_with(page=PROGRAMME.page.model_copy(update={"show_score": False}))
    descriptions = [
        str(soup(many_answers(), language, programme).select_one("meta[name=description]")["content"])  # type: ignore[index]
        for programme in (off, PROGRAMME)
    ]
    assert descriptions[0] == said
    assert descriptions[1] != said


def test_a_month_too_small_to_be_shown_is_called_that_in_the_table() -> None:
    assert text_of(soup(many_answers()).select("tbody tr")[1]) == "December 2025 too few answers to show"


def test_a_coverage_that_may_not_be_told_is_not_on_the_page() -> None:
    edition = many_answers()
    headline = edition.figures.headline
    assert headline
    silent = edition.having(figures=edition.figures.having(headline=headline.having(asked=None, answered=None)))
    assert "surveys sent" not in soup(silent).get_text()


@pytest.mark.parametrize(
    ("nps", "verdict"),
    [
        (28, "Our score is reliably above it."),
        (29, "The difference is within the noise."),
        (58, "The difference is within the noise."),
        (59, "Our score is reliably below it."),
    ],
)
def test_a_benchmark_stands_beside_the_score_with_its_source_and_a_verdict(nps: int, verdict: str) -> None:
    programme = programme_with(benchmark=Benchmark(nps=nps, source="Integron 2024, ICT"))
    score = text_of(soup(many_answers(), programme=programme).select_one(".score"))
    assert f"For comparison: +{nps} (Integron 2024, ICT). {verdict}" in score
    assert "For comparison" not in soup(many_answers()).get_text()


def test_a_theme_is_called_as_the_programme_calls_it_by_now() -> None:
    page = soup(many_answers(), "de")
    assert [text_of(name) for name in page.select(".themes li")] == [
        "Fachwissen von mindestens 30 genannt",
        "Ansprechpartner von mindestens 20 genannt",
        "Ausfälle und Wartung von mindestens 15 genannt",
        "Kommunikation von mindestens 5 genannt",
        "Schnelligkeit der Antworten von mindestens 5 genannt",
    ]
    assert text_of(page.select_one(".latest .theme")) == "Ausfälle und Wartung"
    themes = (Theme(id="outages", en="Upkeep", de="Pflege", nl="Onderhoud"),)
    renamed = soup(many_answers(), programme=programme_with(themes=themes))
    assert text_of(renamed.select_one(".latest .theme")) == "Upkeep"
    assert text_of(renamed.select(".themes li")[2]) == "Upkeep named by at least 15"


def test_a_theme_the_programme_no_longer_has_is_not_on_the_page_of_now_and_in_the_archive_as_it_was() -> None:
    now, years = with_a_year_before()
    left = programme(drivers=[one for one in PROGRAMME.model_dump()["drivers"] if one["id"] != "expertise"])
    for year in (None, 2026):
        assert "Expertise" not in soup(now, programme=left, years=years, year=year).get_text()
    assert "Expertise named by at least 15" in text_of(soup(now, programme=left, years=years, year=2025))


def test_a_language_that_came_later_has_the_programme_s_labels() -> None:
    figures = many_answers().figures
    english = [figure.having(label={"en": figure.label["en"]}) for figure in figures.praised]
    page = soup(many_answers().having(figures=figures.having(praised=tuple(english))), "nl")
    label = page.select_one(".themes li span")
    assert label
    assert (label.get_text(), label.get("lang")) == ("Vakkennis", None)


def test_a_theme_nobody_knows_any_more_has_no_name_on_the_page() -> None:
    lost = COMMITMENTS[0].having(theme="gone")
    page = soup(many_answers().having(commitments=(lost,)))
    assert page.select_one(".latest .theme") is None
    assert "gone" not in page.get_text()


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"status": "planned", "planned_for": date(2027, 4, 1)}, "Planned for April 2027"),
        ({"status": "planned", "planned_for": date(2026, 10, 1)}, "Planned for October 2026"),
        ({"status": "planned", "planned_for": date(2026, 9, 30)}, "Planned, originally for September 2026"),
        ({"status": "in_progress", "planned_for": date(2026, 9, 30)}, "In progress, originally for September 2026"),
        ({"status": "in_progress", "planned_for": None}, "In progress · June 2026"),
        ({"status": "done", "done_on": date(2026, 10, 5)}, "Done in October 2026"),
        ({"status": "declined", "decided_on": date(2026, 7, 1)}, "Decided against in July 2026"),
        ({"status": "heard"}, "Heard · June 2026"),
    ],
)
def test_each_status_says_when(changes: dict[str, Any], said: str) -> None:
    blank = {"planned_for": None, "done_on": None, "decided_on": None, "reason": COMMITMENTS[3].reason}
    one = COMMITMENTS[0].having(**{**blank, **changes})
    assert text_of(soup(many_answers().having(commitments=(one,))).select_one(".latest .status")) == said


def test_a_quote_stands_with_its_commitment_and_says_when_it_is_translated() -> None:
    page = soup(many_answers())
    quote = page.select_one("#commitment-names .quote")
    assert text_of(quote) == (
        "Since spring I know whom to call. […] That alone was worth saying it. A customer, translated from Dutch"
    )
    assert text_of(soup(many_answers(), "nl").select_one("#commitment-names figcaption")) == "Een klant"
    alone = soup(many_answers(), "nl").select_one(".quotes blockquote p")
    assert alone
    assert alone["lang"] == "de"
    assert text_of(soup(many_answers(), "nl").select_one(".quotes figcaption")) == "Een klant"


def test_a_quote_of_the_leading_commitment_leaves_the_first_screen_to_what_customers_name() -> None:
    quote = PublishedQuote(id="q", text={"en": "At last."}, original="en", commitment="night")
    page = soup(many_answers().having(quotes=(quote,)))
    assert page.select_one(".latest .quote") is None
    assert text_of(page.select_one(".quotes .quote")) == "At last. A customer · Somebody answers at night"
    assert page.select_one(".quotes a")["href"] == "#commitment-night"  # type: ignore[index]


def test_a_quote_of_something_that_is_not_on_the_page_is_not_on_it_either() -> None:
    quote = PublishedQuote(id="q", text={"en": "Never to be read."}, original="en", commitment="taken_off")
    page = soup(many_answers().having(quotes=(quote,)))
    assert "Never to be read" not in page.get_text()
    assert "consent" not in page.get_text()


def test_an_edition_that_brings_back_another_says_so() -> None:
    footer = soup(many_answers().having(number=7, restores=4)).footer
    assert "Edition 7 of 31 October 2026 It brings back edition 4." in text_of(footer)


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


def test_how_we_ask_is_the_programme_itself() -> None:
    how = text_of(soup(many_answers()).select_one(".how"))
    assert "Once, 50 days after somebody became a customer. Once a year. After a support request is solved" in how
    assert "4 hours later; the same person at most once in 30 days." in how
    assert "Once more about 30 days after we have looked into a low score" in how
    assert "In the quarterly meeting" in how
    assert "is reminded once at most" in how
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


def test_two_surveys_that_ask_alike_are_one_sentence() -> None:
    alike = {name: Survey.model_validate({"event": "touchpoint"}) for name in ("delivered", "migrated")}
    other = {"advised": Survey.model_validate({"event": "touchpoint", "quiet_time": "7 days"})}
    page = soup(no_answers(), programme=programme_with(surveys={**alike, **other}, reviews=None))
    sentences = [text_of(one) for one in page.select(".how li")]
    assert [one.partition(", such")[0] for one in sentences[:-1]] == ["When something has been reached together"] * 2
    assert "7 days later" in sentences[1]


@pytest.mark.parametrize(
    ("events", "stands"), [(["ticket"], True), (["touchpoint", "recheck"], False), (["recheck", "ticket"], True)]
)
def test_support_requests_are_spoken_of_where_somebody_is_asked_about_one(events: list[str], stands: bool) -> None:
    surveys = {"annual": Survey.model_validate({"every": "12 months"})}
    surveys |= {f"survey_{event}": Survey.model_validate({"event": event}) for event in events}
    score = text_of(soup(many_answers(), programme=programme_with(surveys=surveys)).select_one(".score"))
    assert ("Answers about single support requests are not part of it." in score) is stands


@pytest.mark.parametrize(("reminders", "said"), [(None, "is not reminded"), (3, "is reminded 3 times at most")])
def test_as_many_reminders_as_there_are(reminders: int | None, said: str) -> None:
    given = {"reminder_after": "5 working days", "reminders": reminders} if reminders else {}
    programme = programme_with(surveys={"annual": Survey.model_validate({"every": "12 months", **given})}, reviews=None)
    how = text_of(soup(no_answers(), programme=programme).select_one(".how"))
    assert said in how
    assert "quarterly" not in how


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
    sources = [*(TEMPLATES / "page").iterdir(), *(TEMPLATES.parent / "adapters").glob("*.py")]
    used = set(re.findall(r"page-[a-z-]+[a-z]", " ".join(source.read_text(encoding="utf-8") for source in sources)))
    assert set(sentences("en")) <= used


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("edition", [many_answers, few_answers, no_answers])
def test_no_page_leaves_a_placeholder(language: Language, edition: Callable[[], Edition]) -> None:
    for path, file in files(edition()).items():
        if path.endswith(f"{language}.html"):
            text = BeautifulSoup(file.body, "html.parser").get_text()
            assert not re.search(r"[{}$]|page-|None|!", text.replace("page/", "")), path
