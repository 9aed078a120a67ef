"""What a phone fetches to show the survey page: requests and bytes, plain and compressed as CloudFront sends them."""

from __future__ import annotations

import gzip

from bs4 import BeautifulSoup

from sayso.adapters.programme_file import load_programme
from sayso.adapters.rendering import Renderer
from sayso.adapters.static_pages import static_pages

COLUMNS = ("page", "requests", "bytes", "gzip bytes", "of 15 KB")
_AIM = 15_000


def measure() -> list[tuple[str, ...]]:
    """One row for each survey in the default language."""
    programme = load_programme()
    files = {file.path: file.body for file in static_pages(Renderer(programme), programme)}
    language = programme.company.default_language
    rows = []
    for survey in programme.surveys:
        path = f"survey/{survey}.{language}.html"
        fetched = [path, *_references(files[path])]
        plain = sum(len(files[one]) for one in fetched)
        packed = sum(len(gzip.compress(files[one], 6)) for one in fetched)
        rows.append((path, str(len(fetched)), str(plain), str(packed), f"{packed / _AIM:.2f}"))
    return rows


def _references(html: bytes) -> list[str]:
    page = BeautifulSoup(html, "html.parser")
    sources = [str(tag["src"]) for tag in page.select("script[src], img[src]")]
    sources += [str(tag["href"]) for tag in page.select('link[rel="stylesheet"]')]
    return [f"survey/{source.removeprefix('/survey/').removeprefix('./')}" for source in sources]
