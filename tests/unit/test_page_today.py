"""What time makes untrue is told as of today, though no edition is made for it; feed and data wait for news."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta
from functools import partial
from pathlib import Path

import feedparser
import pytest
from bs4 import BeautifulSoup

from sayso.adapters.page import site_files
from sayso.adapters.rendering import Renderer
from sayso.domain.edition import Edition
from tests.builders import World
from tests.large_page import large
from tests.page_examples import COMMITMENTS, MADE_AT, many_answers, with_a_year_before
from tests.pages import SITE, files, pdf, soup, text_of

NOW, YEARS = with_a_year_before()
MUCH_LATER = date(2027, 6, 1)


def test_a_month_that_is_over_is_no_longer_promised() -> None:
    for year in (None, 2026):
        for today, said in (
            (date(2027, 1, 31), "In progress, planned for"),
            (date(2027, 2, 1), "In progress, originally for"),
        ):
            status = soup(NOW, years=YEARS, year=year, today=today).select_one("#commitment-invoices .status")
            assert text_of(status) == f"{said} January 2027", (year, today)


def test_an_archive_stands_as_it_stood_where_there_is_news_since() -> None:
    page = soup(NOW, years=YEARS, year=2025, today=MUCH_LATER)
    assert text_of(page.select_one("#commitment-names .status")) == "Planned for March 2026"
    still_planned = NOW.having(
        commitments=tuple(YEARS[2025].commitments[0] if one.id == "names" else one for one in NOW.commitments)
    )
    page = soup(still_planned, years=YEARS, year=2025, today=MUCH_LATER)
    assert text_of(page.select_one("#commitment-names .status")) == "Planned, originally for March 2026"


def test_a_year_is_not_so_far_once_it_is_over() -> None:
    for today, title, score in (
        (date(2026, 12, 31), "2026 so far", "The score"),
        (date(2027, 1, 1), "2026", "The score at the end of the year"),
    ):
        page = soup(NOW, years=YEARS, year=2026, today=today)
        assert (text_of(page.h1), text_of(page.select_one(".score h2"))) == (title, score)


@pytest.mark.parametrize(
    ("today", "month"), [(date(2026, 10, 31), "October 2026 so far"), (date(2026, 11, 1), "October 2026, in part")]
)
def test_a_month_is_not_so_far_once_it_is_over(today: date, month: str) -> None:
    assert text_of(soup(NOW, today=today).select("tbody th")[-1]) == month


def test_what_is_a_year_old_goes_to_the_page_of_its_year_and_nothing_open_does() -> None:
    page = soup(NOW, years=YEARS, today=MUCH_LATER)
    shown = {str(one["id"]).removeprefix("commitment-") for one in page.select("article")}
    assert shown == {"night", "invoices", "status"}
    archive = soup(NOW, years=YEARS, year=2026, today=MUCH_LATER)
    assert archive.select_one("#commitment-price")


def test_what_no_year_tells_stays_however_old_it_is() -> None:
    done = COMMITMENTS[0].having(done_on=date(2025, 12, 3), published_on=date(2025, 12, 3))
    page = soup(many_answers().having(commitments=(done,)), today=MUCH_LATER)
    assert page.select_one("#commitment-night")


@pytest.mark.parametrize("given", [(NOW, YEARS), large()])
def test_only_pages_know_what_day_it_is(given: tuple[Edition, Mapping[int, Edition]]) -> None:
    now, years = given
    on_the_day, later = (files(now, years, report=pdf, today=today) for today in (MADE_AT.date(), MUCH_LATER))
    changed = {Path(path).suffix for path, file in later.items() if on_the_day.get(path) != file}
    assert on_the_day.keys() == later.keys()
    assert changed == {".html"}


@pytest.mark.parametrize("days", [0, 200, 500])
def test_feed_entries_lead_to_where_each_is_told_for_good(days: int) -> None:
    now, years = large()
    for edition, archive in ((NOW, YEARS), (now, years)):
        made = files(edition, archive, today=edition.made_at.date() + timedelta(days=days))
        for entry in feedparser.parse(made["feed.en.xml"].body).entries:
            path, _, name = entry.link.removeprefix(f"{SITE}/page/").partition("#")
            assert BeautifulSoup(made[path].body, "html.parser").find("article", id=name), entry.link


def test_the_daily_run_tells_it_and_then_has_nothing_to_put() -> None:
    world = World(datetime(2026, 3, 2, 9, tzinfo=UTC))
    world.page_renderer = partial(site_files, Renderer(world.programme), world.programme, SITE)
    texts = {language: f"Night ({language})" for language in ("en", "de", "nl")}
    given = {"title": texts, "heard": texts, "did": texts, "status": "planned", "planned_for": "2026-04-01"}
    world.keep_commitments.add("night", given)
    world.keep_commitments.publish("night")
    world.publish_page.approve()
    assert "Planned for April 2026" in world.site.files["page/en.html"].decode()
    before = {path: body for path, body in world.site.files.items() if not path.endswith(".html")}
    world.clock.now = datetime(2027, 6, 1, 9, tzinfo=UTC)
    assert world.publish_page.refresh(again=True).outcome == "published"
    assert "Planned, originally for April 2026" in world.site.files["page/en.html"].decode()
    assert before.items() <= world.site.files.items()
    world.clock.now += timedelta(days=1)
    assert world.publish_page.refresh(again=True).outcome == "nothing"
