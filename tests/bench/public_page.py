"""What an edition costs: the time to render a large one beside a bare Jinja render, its weight, and the reads it takes.

The year has 10,000 answers and 200 commitments, each text as long as it may be. The floor is the same template, given
the same things, in a Jinja environment without sentences, dates or pictures.
"""

from __future__ import annotations

import gzip
import re
import statistics
import time
from collections.abc import Callable, Mapping
from datetime import date, timedelta
from typing import Any

from jinja2 import Environment, FileSystemLoader, select_autoescape

from sayso.adapters.page import BASE, site_files
from sayso.adapters.page_addresses import Addresses
from sayso.adapters.page_html import PageMaker
from sayso.adapters.programme_file import TEMPLATES
from sayso.adapters.rendering import Renderer
from sayso.adapters.report import report_pdf
from sayso.domain.edition import Edition, PublishedCommitment
from sayso.domain.labels import Language
from sayso.domain.nps import ScoreCounts
from sayso.domain.public_view import archives, published
from tests.bench import reading
from tests.builders import PROGRAMME
from tests.page_examples import COMMITMENTS, MADE_AT, THEMES, first_edition
from tests.prose import at_the_limit

RENDER_COLUMNS = ("an edition of 10,000 answers and 200 commitments", "milliseconds", "floor", "ratio")
WEIGHT_COLUMNS = ("file", "requests", "bytes", "gzip bytes", "of 50 KB")
READ_COLUMNS = ("draft of an edition", *(f"reads at {size:,} answers" for size in reading.SIZES))
ANSWERS, COMMITTED, MOST_AT_THE_LIMIT = 10_000, 200, 50
_SITE = "https://feedback.example"
_AIM = 50_000
_RUNS = 7


def edition(committed: int = COMMITTED) -> Edition:
    """A year of 10,000 answers, and 200 commitments of which the last came yesterday."""
    months = {f"2026-{month:02}": ScoreCounts.from_groups(600, 250, 150) for month in range(1, 11)}
    return first_edition(
        months=months,
        asked=ANSWERS * 2,
        answered=ANSWERS,
        themes={name: ScoreCounts.from_groups(900 - 20 * at, 400, 300 + 10 * at) for at, name in enumerate(THEMES)},
        commitments=at_the_limit(_commitment(at) for at in range(committed)),
    )


def renders() -> list[tuple[str, ...]]:
    """One row for the page of now in one language, all files but the report, and a report."""
    whole, language = edition(), PROGRAMME.company.default_language
    renderer = _Remembering(PROGRAMME)
    said = published(PROGRAMME, whole, archives(PROGRAMME, whole, {}))
    at = Addresses(_SITE, BASE)
    maker = PageMaker(renderer, PROGRAMME, said, at, "assets/page.css", "assets/icon.svg", {}, MADE_AT.date())
    rows = [
        ("the page of now in one language", lambda: maker.page(language)),
        ("all pages, feeds and data in all languages", lambda: site_files(renderer, PROGRAMME, _SITE, whole, {})),
        ("a report", lambda: report_pdf(renderer, PROGRAMME, _SITE, whole, language, None)),
    ]
    maker.page(language)
    floor = _time(_bare(*renderer.last))
    times = [(name, _time(run)) for name, run in rows]
    return [(name, f"{took:.0f}", f"{floor:.0f}", f"{took / floor:.1f}") for name, took in times]


def weights() -> list[tuple[str, ...]]:
    """One row for each page in the default language, with what a reader's browser fetches to show it.

    That of a year tells all of its commitments in full, so it is over the aim with more than 50 that are as long as
    they may be.
    """
    renderer, language = Renderer(PROGRAMME), PROGRAMME.company.default_language
    now, year = f"{language}.html", f"2026/{language}.html"
    rows = []
    for path, committed in ((now, COMMITTED), (year, MOST_AT_THE_LIMIT), (year, COMMITTED)):
        files = {file.path: file.body for file in site_files(renderer, PROGRAMME, _SITE, edition(committed), {})}
        linked = re.findall(rb'<link rel="(?:stylesheet|icon)"[^>]* href="([^"]+)"|<img[^>]+src="([^"]+)"', files[path])
        fetched = [files[path], *(files[next(filter(None, one)).decode().removeprefix("/page/")] for one in linked)]
        packed = sum(len(gzip.compress(body, 6)) for body in fetched)
        plain = sum(map(len, fetched))
        rows.append(
            (f"{path} of {committed} commitments", str(len(fetched)), str(plain), str(packed), f"{packed / _AIM:.2f}")
        )
    return rows


def reads() -> list[tuple[str, ...]]:
    """The reads a draft takes with few answers and with many."""
    return [("from counters, commitments and quotes", *(str(_reads(size)) for size in reading.SIZES))]


def is_flat(rows: list[tuple[str, ...]]) -> bool:
    """Whether a draft took as many reads with few answers as with many."""
    return all(len(set(row[1:])) == 1 for row in rows)


def _reads(size: int) -> int:
    world = reading.world_of(size)
    return reading.calls(world, world.draft_page.now)


def _commitment(at: int) -> PublishedCommitment:
    one = COMMITMENTS[at % len(COMMITMENTS)]
    day = MADE_AT.date() - timedelta(days=1 + at)
    moved: dict[str, date] = {"published_on": day} | ({"done_on": day} if one.done_on else {})
    return one.having(id=f"{one.id}-{at}", asked_by=20 + 5 * at, **moved)


class _Remembering(Renderer):
    """Remembers what the last template was given."""

    last: tuple[str, Mapping[str, Any]]

    def render(self, template: str, language: Language, /, **values: Any) -> str:
        self.last = template, values
        return super().render(template, language, **values)


def _bare(name: str, values: Mapping[str, Any]) -> Callable[[], str]:
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES), autoescape=select_autoescape(), trim_blocks=True, lstrip_blocks=True
    )

    def plain(*_: Any, **__: Any) -> str:
        return "text"

    given: dict[str, Any] = dict.fromkeys(("t", "day", "month", "number", "signed", "scale", "trend"), plain)
    given |= {"lang": "en", "company": PROGRAMME.company, "logo": None, "programme": PROGRAMME}
    return lambda: environment.get_template(name).render({**values, **given})


def _time(run: Callable[[], object]) -> float:
    """Milliseconds, the median of some runs."""
    took = []
    for _ in range(_RUNS):
        before = time.perf_counter()
        run()
        took.append((time.perf_counter() - before) * 1000)
    return statistics.median(took)
