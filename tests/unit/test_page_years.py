"""The archive of the public page: each year as it stood at its end, without what is no longer public."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.domain.edition import Edition, PublishedCommitment, PublishedQuote
from sayso.domain.public_view import archives, published
from tests.large_page import large
from tests.page_examples import QUOTES, many_answers, no_answers, with_a_year_before
from tests.pages import PROGRAMME, files, soup, text_of

NOW, YEARS = with_a_year_before()


def test_a_year_tells_what_was_done_under_way_heard_and_declined_in_it() -> None:
    page = soup(NOW, years=YEARS, year=2026)
    assert [text_of(title) for title in page.select(".commitments > h2")] == [
        "Done 2",
        "Planned and in progress 2",
        "Decided against 1",
    ]
    assert [text_of(title) for title in page.select("#done ~ div h3")] == [
        "Somebody answers at night",
        "Know who looks after us",
    ]
    assert text_of(page.h1) == "2026 so far"


def test_a_year_stands_as_it_stood_and_says_what_came_later() -> None:
    page = soup(NOW, years=YEARS, year=2025)
    assert text_of(page.h1) == "2025"
    planned = text_of(page.select_one("#commitment-names"))
    assert "Planned for March 2026" in planned
    assert "Every customer will have a second contact person." in planned
    assert planned.endswith("Since then: Done · March 2026")
    assert text_of(page.select_one(".score h2")) == "The score at the end of the year"
    assert "+43 likely between 22 and 59 · 56 answers, 12 months to December 2025" in text_of(page)
    assert text_of(page.select_one(".themes li")) == "Expertise named by at least 15"
    assert "Edition 9 of 25 December 2025" in text_of(page.footer)


def test_every_year_links_to_the_others_and_back_to_now() -> None:
    page = soup(NOW, "de", years=YEARS, year=2025)
    assert [(link["href"], link.get_text()) for link in page.select(".more nav a")] == [
        ("/page/de.html", "Aktueller Stand"),
        ("/page/2026/de.html", "2026"),
    ]
    assert page.select_one("[aria-current=page]").get_text() == "2025"  # type: ignore[union-attr]
    assert [link["href"] for link in page.select("header nav a")] == ["/page/2025/en.html", "/page/2025/nl.html"]
    assert [link["href"] for link in soup(NOW, years=YEARS).select(".more nav a")] == [
        "/page/2026/en.html",
        "/page/2025/en.html",
    ]


def test_a_benchmark_of_today_stands_beside_no_other_year() -> None:
    programme = PROGRAMME.model_validate(PROGRAMME.model_dump() | {"benchmark": {"nps": 6, "source": "Somebody"}})
    assert "Somebody" in soup(NOW, programme=programme, years=YEARS).get_text()
    assert "Somebody" not in soup(NOW, programme=programme, years=YEARS, year=2025).get_text()


def test_a_score_that_is_off_is_off_in_every_year() -> None:
    page = PROGRAMME.page.model_copy(update={"show_score": False})
    hidden = PROGRAMME.model_copy(update={"page": page})
    for path, file in files(NOW, YEARS, hidden).items():
        if path.endswith((".html", "data.json")):
            assert b"+43" not in file.body, path
            assert b"Net Promoter" not in file.body, path


def test_what_was_taken_off_the_page_is_gone_from_every_year() -> None:
    without = NOW.having(commitments=tuple(one for one in NOW.commitments if one.id != "paper"))
    assert soup(NOW, years=YEARS, year=2025).select_one("#commitment-paper")
    for path, file in files(without, YEARS).items():
        assert b"No more paper" not in file.body, path


def test_a_quote_that_no_longer_stands_is_gone_from_every_year_and_a_corrected_one_is_corrected() -> None:
    quote = PublishedQuote(id="old", text={"en": "He called me back."}, original="en")
    years = {2025: YEARS[2025].having(quotes=(quote,))}
    kept = NOW.having(quotes=(*QUOTES, quote.having(text={"en": "[…] called me back."})))
    assert "[…] called me back." in soup(kept, years=years, year=2025).get_text()
    for path, file in files(NOW, years).items():
        assert b"called me back" not in file.body, path


def test_a_corrected_text_is_corrected_in_the_years_and_what_was_asked_always_is() -> None:
    def corrected(one: PublishedCommitment) -> PublishedCommitment:
        return one.having(title={"en": f"New {one.id}"}, heard={"en": "As heard"}, did={"en": "As done by us"})

    now = NOW.having(commitments=tuple(corrected(one) for one in NOW.commitments))
    page = soup(now, years=YEARS, year=2025)
    assert text_of(page.select_one("#commitment-paper .ours .words")) == "As done by us"
    assert text_of(page.select_one("#commitment-names h3")) == "New names"
    assert text_of(page.select_one("#commitment-names .theirs .words")) == "As heard"
    # It was planned then: what is said of it now would not be true of that year.
    assert text_of(page.select_one("#commitment-names .ours .words")).startswith("Every customer will have")


def test_the_number_who_asked_stays_as_it_was_told_then() -> None:
    now = NOW.having(commitments=tuple(one.having(asked_by=50) for one in NOW.commitments))
    said = text_of(soup(now, years=YEARS, year=2025).select_one("#commitment-paper"))
    assert "At least 5 customers said" in said


def test_the_edition_at_hand_is_that_of_its_own_year_in_the_company_s_time_zone() -> None:
    stale = no_answers()
    late = many_answers().having(made_at=datetime(2026, 12, 31, 23, 30, tzinfo=UTC))  # already 2027 in Amsterdam
    assert list(archives(PROGRAMME, late, {2026: stale})) == [2027, 2026]
    assert archives(PROGRAMME, NOW, {2026: stale, **YEARS})[2026].number == NOW.number


def test_a_year_of_which_nothing_is_left_says_so() -> None:
    nothing = NOW.having(commitments=(), quotes=())
    page = soup(nothing, years=YEARS, year=2025)
    assert text_of(page.select_one(".empty")) == "Nothing was reported in this year."


def test_a_long_list_is_told_in_full_by_the_years_and_in_short_now() -> None:
    now, years = large()
    page = soup(now, years=years)
    in_full = page.select("article")
    lines = page.select(".lines li a")
    assert len(in_full) == 30
    recent = published(PROGRAMME, now, archives(PROGRAMME, now, years)).now.commitments
    assert len(in_full) + len(lines) == len(recent)
    shown = {str(one["id"]) for one in in_full} | {str(one["href"]).partition("#")[2] for one in lines}
    assert shown == {f"commitment-{one.id}" for one in recent}


def test_what_has_a_quote_that_its_year_does_not_show_is_told_in_full() -> None:
    now, years = large()
    old = next(one for one in now.commitments if one.moved_on.year == 2025 and one.moved_on > date(2025, 11, 1))
    assert soup(now, years=years).select_one(f"article#commitment-{old.id}") is None
    quote = QUOTES[0].having(id="late", commitment=old.id)
    page = soup(now.having(quotes=(*now.quotes, quote)), years=years)
    assert "That alone was worth saying it." in text_of(page.select_one(f"article#commitment-{old.id} .quote"))


def test_without_the_pages_of_the_years_nothing_is_told_in_short() -> None:
    now, _ = large()
    page = soup(now)
    told_in_2026 = {str(one["href"]).split("#")[0] for one in page.select(".lines a")}
    assert told_in_2026 == {"/page/2026/en.html"}
    old = [one for one in now.commitments if one.moved_on.year == 2025 and one.moved_on > date(2025, 10, 28)]
    assert old
    assert all(page.select_one(f"article#commitment-{one.id}") for one in old)


@given(
    st.lists(st.sampled_from(sorted(one.id for one in NOW.commitments)), unique=True),
    st.lists(st.sampled_from(sorted(quote.id for quote in NOW.quotes)), unique=True),
)
def test_no_year_ever_shows_what_the_edition_at_hand_does_not_have(commitments: list[str], quotes: list[str]) -> None:
    everything = {2025: NOW.having(made_at=YEARS[2025].made_at), **YEARS}
    now: Edition = NOW.having(
        commitments=tuple(one for one in NOW.commitments if one.id in commitments),
        quotes=tuple(one for one in NOW.quotes if one.id in quotes),
    )
    for then in archives(PROGRAMME, now, everything).values():
        assert {one.id for one in then.commitments} <= set(commitments)
        assert {one.id for one in then.quotes} <= set(quotes)


@pytest.mark.parametrize("language", ["en", "de", "nl"])
def test_titles_name_year_and_company(language: str) -> None:
    title = soup(NOW, language, years=YEARS, year=2025).title  # type: ignore[arg-type]
    assert title
    assert title.get_text().startswith("2025 · ")
    assert title.get_text().endswith("· Polder Hosting")
