"""Makes the files of the public page "You say, we act" out of an edition."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import NamedTuple

from sayso.adapters.feed import render_feed
from sayso.adapters.page_addresses import BASE, DATA, FEED_SENT_AS, SCHEMA, Addresses, feed_name, page_name
from sayso.adapters.page_html import PageMaker
from sayso.adapters.page_words import Told, told
from sayso.adapters.published_data import data_json, schema_json
from sayso.adapters.rendering import Renderer
from sayso.domain.edition import Edition
from sayso.domain.programme import Language, Programme
from sayso.domain.public_view import archives, published
from sayso.domain.published import Published
from sayso.domain.unmade import Body, digest_of_body

__all__ = ["BASE", "IMMUTABLE", "QUOTING", "STABLE", "PageFile", "Report", "Told", "site_files", "told"]

# A name with a fingerprint never holds anything else; what is published anew is fetched anew, within a minute at the
# latest where a browser kept it, and at once from the edge, which is told.
IMMUTABLE = "public, max-age=31536000, immutable"
# What has quotes in it is the edge's for an hour only, should it not hear that one of them was taken back.
QUOTING = "public, max-age=31536000, s-maxage=3600, immutable"
STABLE = "public, max-age=60, s-maxage=3600"

Report = Callable[[Published, Language, int | None, bool], Body]
"""Makes the PDF of what is said in a language: to date, or of a year; the last says whether anybody may find it."""


class PageFile(NamedTuple):
    """A file for the site: where it lies below the page's folder, its content, and the headers it is stored with."""

    path: str
    body: Body
    content_type: str
    cache_control: str


def site_files(
    renderer: Renderer,
    programme: Programme,
    site_url: str,
    edition: Edition,
    years: Mapping[int, Edition],
    *,
    report: Report | None = None,
    base: str = BASE,
    public: bool = True,
    today: date | None = None,
) -> list[PageFile]:
    """Every file of the page, each after those it refers to, so that nothing ever leads to what is not there yet.

    Parameters
    ----------
    site_url : str
        Of the site, without a path.
    years : mapping of int to Edition
        The last edition of each year of the company's time zone; `edition` takes the place of its own year's.
    report : callable, optional
        Makes the PDFs; without it there are none, and no links to them.
    base : str
        What the links between the files begin with; empty for files that are looked at in a folder, without a site.
    public : bool
        False for a draft: it says that it is one, and asks search engines to leave it alone.
    today : date, optional
        The company's day the pages are of, by default the one the edition was made on. Feed, data and PDFs are of the
        edition, and stay as they are until there is another.
    """
    archive = archives(programme, edition, years)
    said = published(programme, edition, archive)
    addresses = Addresses(site_url, base)
    languages = programme.company.languages
    sheet = renderer.render("page/page.css", languages[0]).encode()
    style = _lasting("assets/page", ".css", sheet, "text/css", IMMUTABLE)
    drawn = renderer.render("assets/icon.svg", languages[0]).encode()
    icon = _lasting("assets/icon", ".svg", drawn, "image/svg+xml", IMMUTABLE)
    reports = dict(_reports(report, said, public=public)) if report else {}
    paths = {key: file.path for key, file in reports.items()}
    today = today or edition.made_at.astimezone(programme.zone).date()
    maker = PageMaker(renderer, programme, said, addresses, style.path, icon.path, paths, today, public=public)
    pages = [_stable(page_name(language), maker.page(language), "text/html") for language in languages]
    return [
        style,
        icon,
        *reports.values(),
        *(
            PageFile(f"report.{language}.pdf", file.body, file.content_type, STABLE)
            for (language, year), file in reports.items()
            if year is None
        ),
        *(
            _stable(page_name(language, year.year), maker.year(language, year), "text/html")
            for year in said.years
            for language in languages
        ),
        *(
            _stable(feed_name(language), render_feed(renderer, programme, said, addresses, language), FEED_SENT_AS)
            for language in languages
        ),
        _stable(DATA, data_json(said, addresses.absolute(SCHEMA)), "application/json"),
        _stable(SCHEMA, schema_json(), "application/schema+json"),
        *pages,
        pages[languages.index(programme.company.default_language)]._replace(path="index.html"),
    ]


def _reports(
    report: Report, said: Published, *, public: bool
) -> Iterator[tuple[tuple[Language, int | None], PageFile]]:
    for year in (None, *(one.year for one in said.years)):
        for language in said.languages:
            body = report(said, language, year, public)
            name = f"report/{year or 'latest'}.{language}"
            yield (language, year), _lasting(name, ".pdf", body, "application/pdf", QUOTING)


def _lasting(name: str, suffix: str, body: Body, content_type: str, cache_control: str) -> PageFile:
    path = f"{name}.{digest_of_body(body)[:8]}{suffix}"
    return PageFile(path, body, _with_charset(content_type), cache_control)


def _stable(path: str, text: str, content_type: str) -> PageFile:
    return PageFile(path, text.encode(), _with_charset(content_type), STABLE)


def _with_charset(content_type: str) -> str:
    # JSON is UTF-8 by definition and PDF has no character set; the others need it said.
    has_one = content_type.startswith("text/") or content_type == FEED_SENT_AS
    return f"{content_type}; charset=utf-8" if has_one else content_type
