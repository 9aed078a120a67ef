"""The report as PDF: everybody can read it, and it says what the edition says."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from sayso.adapters.programme_file import TEMPLATES, load_programme
from sayso.adapters.rendering import Renderer
from sayso.adapters.report import report_pdf
from sayso.domain.edition import Edition, PublishedQuote
from sayso.domain.programme import LANGUAGES, Benchmark, Company, Language, Programme
from sayso.domain.public_view import archives, published
from sayso.domain.published import Published
from tests.page_examples import MADE_AT, few_answers, many_answers, no_answers, with_a_year_before
from tests.pdf_reader import Pdf

SITE = "https://feedback.polder.example"
PROGRAMME = load_programme()
TITLES = {"en": "You say, we act", "de": "Sie sagen es, wir handeln", "nl": "Jij zegt het, wij doen het"}


def pdf_of(
    said: Edition | Published,
    language: Language = "en",
    year: int | None = None,
    programme: Programme = PROGRAMME,
    *,
    public: bool = True,
) -> Pdf:
    return Pdf(report_pdf(Renderer(programme), programme, SITE, said, language, year, public))


def both_years(programme: Programme = PROGRAMME) -> Published:
    now, years = with_a_year_before()
    return published(programme, now, archives(programme, now, years))


def without_score() -> Programme:
    return PROGRAMME.model_copy(update={"page": PROGRAMME.page.model_copy(update={"show_score": False})})


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("example", "most_pages"), [(many_answers, 6), (few_answers, 3), (no_answers, 2)])
def test_everybody_can_read_it(example, most_pages, language):
    pdf = pdf_of(example(), language)
    assert pdf.complaints == []
    assert pdf.catalogue["/MarkInfo"]["/Marked"]
    assert pdf.catalogue["/Lang"] == language
    assert pdf.catalogue["/ViewerPreferences"]["/DisplayDocTitle"]
    assert "<pdfuaid:part>1</pdfuaid:part>" in pdf.xmp
    assert len(pdf.reader.pages) <= most_pages
    assert len(pdf.content) < 120_000
    assert TITLES[language] in pdf.reader.pages[0].extract_text()


def test_its_title_author_and_date_are_the_companys():
    about = pdf_of(many_answers()).reader.metadata
    assert about.title == "You say, we act · Polder Hosting · Report to date"
    assert about.author == "Polder Hosting"
    assert "Net Promoter Score" in about.keywords
    assert about.creation_date == MADE_AT


def test_the_same_edition_makes_the_same_file_and_another_one_does_not():
    edition = many_answers()
    first = pdf_of(edition).content
    assert pdf_of(many_answers()).content == first
    assert pdf_of(edition.having(made_at=MADE_AT + timedelta(days=1))).content != first


def test_it_brings_its_fonts_and_takes_none_of_the_system():
    assert {name.split("-")[0] for name in pdf_of(many_answers()).fonts} == {"SourceSans3", "LibertinusSerif"}


def test_changes_lead_and_the_score_follows():
    pdf = pdf_of(many_answers())
    chapters = [words for depth, words in pdf.bookmarks if depth == 0]
    assert chapters[:3] == ["Done", "Planned and in progress", "Decided against"]
    assert chapters[-2:] == ["The score", "How we ask"]
    assert (1, "Somebody answers at night") in pdf.bookmarks
    headings = [tag for tag in pdf.tags if tag.kind in ("H1", "H2")]
    assert headings[0] == ("H1", "", "", "Done")
    assert f"2 of {len(pdf.reader.pages)}" in pdf.reader.pages[1].extract_text()


def test_a_commitment_says_who_asked_what_was_said_what_was_done_and_when():
    text = pdf_of(many_answers()).text
    for part in (
        "Done in October 2026",
        "At least 10 customers said",
        "nobody picks up",
        "What we did",
        "Two engineers",
    ):
        assert part in text
    assert "Several customers said During a disturbance" in text  # three of them did


def test_what_was_declined_is_there_with_why():
    text = pdf_of(many_answers()).text
    assert "Why not On machines we do not look after we could not keep what we promise." in text


def test_under_thirty_answers_no_number_says_how_many_asked():
    text = pdf_of(few_answers()).text
    assert "Several customers said" in text
    assert "12 customers" not in text
    assert "Month by month" not in text
    assert "That is few answers" in text


def test_the_score_has_a_sign_an_interval_and_an_n_and_its_drawings_say_what_they_show():
    pdf = pdf_of(many_answers())
    assert "+45 likely between 29 and 58 100 answers, 12 months to October 2026" in pdf.text
    scale, trend = [tag.alt for tag in pdf.tags if tag.kind == "Figure"]
    assert scale.startswith("Net Promoter Score +45, likely between 29 and 58")
    assert "Latest month shown: October 2026, score +67" in trend
    assert "December 2025 too few answers to show" in pdf.text
    assert [tag.kind for tag in pdf.tags].count("TH") == 4


def test_a_company_that_does_not_show_its_score_does_not_tell_it_here_either():
    pdf = pdf_of(many_answers(), programme=without_score())
    assert "+45" not in pdf.text
    assert "likely between" not in pdf.text
    assert not [tag for tag in pdf.tags if tag.kind in ("Figure", "Table")]
    assert "Somebody answers at night" in pdf.text
    about = pdf.reader.metadata
    assert "Net Promoter Score" not in about.keywords
    assert "satisfied" not in about["/Subject"]


@pytest.mark.parametrize(
    ("nps", "verdict"),
    [(28, "reliably above"), (29, "within the noise"), (58, "within the noise"), (59, "reliably below")],
)
def test_a_benchmark_has_its_source_and_is_judged_by_the_interval_that_is_shown(nps, verdict):
    benchmark = Benchmark(nps=nps, source="Integron, Customer Experience in B2B-Nederland 2024")
    text = pdf_of(many_answers(), programme=PROGRAMME.model_copy(update={"benchmark": benchmark})).text
    assert f"+{nps} (Integron, Customer Experience in B2B-Nederland 2024)" in text
    assert verdict in text


def test_a_past_year_is_not_held_against_the_benchmark_of_today():
    benchmark = Benchmark(nps=90, source="Integron")
    programme = PROGRAMME.model_copy(update={"benchmark": benchmark})
    said = both_years(programme)
    assert "Integron" in pdf_of(said, programme=programme).text
    then = pdf_of(said, year=2025, programme=programme).text
    assert "likely between" in then
    assert "Integron" not in then
    assert "reliably" not in then.partition("The later six months")[0]


def test_a_past_year_says_what_came_of_it_since():
    then = pdf_of(both_years(), year=2025).text
    assert "Planned for March 2026" in then
    assert "Since then: Done · " in then
    assert "Since then" not in pdf_of(both_years()).text


def test_a_past_year_s_score_is_that_of_its_end():
    chapters = {year: [words for _, words in pdf_of(both_years(), year=year).bookmarks] for year in (2025, 2026)}
    assert "The score at the end of the year" in chapters[2025]
    assert "The score" in chapters[2026]


def test_a_theme_is_called_as_on_the_page():
    said = both_years()
    theme = {"de": "Schnelle Antworten"}
    first = next(one for one in said.now.commitments if one.theme_label)
    now = said.now.having(commitments=(first.having(theme_label=theme),))
    pdf = pdf_of(said.having(now=now))
    assert "· Schnelle Antworten" in pdf.text
    assert any(b"/Lang(de)" in sheet.get_contents().get_data() for sheet in pdf.reader.pages)


@pytest.mark.parametrize(
    ("language", "mark"), [("en", "Not public yet"), ("de", "Noch nicht öffentlich"), ("nl", "Nog niet openbaar")]
)
def test_a_preview_says_on_every_page_that_it_is_not_public(language, mark):
    pdf = pdf_of(many_answers(), language, public=False)
    assert pdf.complaints == []
    assert all(mark in page.extract_text() for page in pdf.reader.pages)
    assert mark not in pdf_of(many_answers(), language).text


def test_quotes_stand_with_their_commitment_or_alone_and_say_when_they_are_translated():
    pdf = pdf_of(many_answers())
    assert "They explain what they do in words I can pass on to my boss. A customer, translated from German" in pdf.text
    assert "In customers’ words" in [words for _, words in pdf.bookmarks]
    assert [tag.kind for tag in pdf.tags].count("BlockQuote") == len(many_answers().quotes)


def test_what_is_in_another_language_says_so():
    quote = PublishedQuote(id="dutch", text={"nl": "Eindelijk een hoster die zegt wat hij niet kan."}, original="nl")
    pdf = pdf_of(many_answers().having(quotes=(quote,)))
    assert "Eindelijk een hoster" in pdf.text
    assert "nl" in {tag.language for tag in pdf.tags}
    assert "nl" not in {tag.language for tag in pdf_of(many_answers()).tags}


def test_the_report_of_a_year_tells_that_year_alone():
    now, years = with_a_year_before()
    last_year, this_year = pdf_of(years[2025], year=2025), pdf_of(now, year=2026)
    assert "Report 2025" in last_year.text
    assert "Invoices by mail only" in last_year.text
    assert "Invoices by mail only" not in this_year.text
    assert f"{SITE}/page/2025/en.html" in last_year.addresses


def test_a_year_in_which_nothing_moved_says_so():
    assert "Nothing was reported in this year." in pdf_of(many_answers(), year=2019).text


def test_the_report_to_date_tells_what_the_page_tells_and_all_of_the_running_year():
    now, _ = with_a_year_before()
    old = now.commitments[-1].having(id="old", published_on=MADE_AT.date() - timedelta(days=500), done_on=None)
    assert old.moved_on.year == 2025
    edition = now.having(commitments=(*now.commitments, old.having(title={"en": "Long ago"})))
    text = pdf_of(edition).text
    assert "Know who looks after us" in text
    assert "Long ago" not in text


@pytest.mark.parametrize("count", range(9, 13))
def test_no_commitment_is_torn_and_no_chapter_begins_at_the_foot_of_a_page(count):
    heard = {"en": "When a server goes down after ten at night nobody picks up. " * (count - 6)}
    ones = many_answers().commitments
    many = tuple(ones[at % 5].having(id=str(at), heard=heard) for at in range(count))
    pdf = pdf_of(many_answers().having(commitments=many, quotes=()))
    chapters = {words for depth, words in pdf.bookmarks if depth == 0}
    answers = ("What we did", "What we are doing", "What we plan", "Why not")
    said = 0
    for sheet in pdf.reader.pages[1:]:
        lines = [line.strip() for line in sheet.extract_text().splitlines() if line.strip()]
        said_here = sum(line.endswith("customers said") for line in lines)
        assert said_here == sum(line in answers for line in lines)
        assert not chapters & set(lines[-3:])
        said += said_here
    assert said == count


def test_it_links_to_the_page_and_the_companys_privacy_notice_and_nowhere_else():
    assert pdf_of(many_answers()).addresses == {f"{SITE}/page/en.html", str(PROGRAMME.company.privacy_url)}


def test_an_edition_that_brings_back_another_one_says_so():
    assert "It brings back edition 3." in pdf_of(many_answers().having(number=7, restores=3)).text


def with_logo(folder: Path, drawing: str, company: Company = PROGRAMME.company) -> Pdf:
    (folder / "logo.svg").write_text(drawing)
    programme = PROGRAMME.model_copy(update={"company": company.model_copy(update={"logo": "logo.svg"})})
    renderer = Renderer(programme, (folder, TEMPLATES))
    return Pdf(report_pdf(renderer, programme, SITE, no_answers(), "en", None))


def test_a_logo_is_a_picture_with_the_companys_name(tmp_path):
    circle = '<circle cx="9" cy="9" r="9" fill="currentColor"/>'
    pdf = with_logo(tmp_path, f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 30">{circle}</svg>')
    assert [tag.alt for tag in pdf.tags if tag.kind == "Figure"] == ["Polder Hosting"]
    assert pdf.complaints == []


def test_a_logo_that_cannot_be_drawn_is_left_out_and_nothing_else(tmp_path):
    drawing = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 30"><text y="20">日</text></svg>'
    pdf = with_logo(tmp_path, drawing, PROGRAMME.company.model_copy(update={"name": "Польдер"}))
    assert not [tag for tag in pdf.tags if tag.kind == "Figure"]
    assert "Польдер" in pdf.text
