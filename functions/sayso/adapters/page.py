"""Makes the files of the public page "You say, we act" out of an edition."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import partial
from typing import Any, NamedTuple

from babel import dates

from sayso.adapters.charts.drawing import Picture
from sayso.adapters.charts.scale import scale_svg
from sayso.adapters.charts.series import Point, trend_svg
from sayso.adapters.rendering import Renderer
from sayso.domain.edition import Edition, Headline, TrendPoint, Words
from sayso.domain.nps import signed
from sayso.domain.programme import Language, Programme

FOLDER = "page"
# Absolute: the site shows the page at its root as well, where a name alone would be looked for in the wrong place.
BASE = f"/{FOLDER}/"
CACHE_CONTROL = "public, max-age=60"
# Control characters, and the bidirectional embeddings, overrides and isolates: they can make the text around
# them read as something nobody wrote. Line breaks and the plain left-to-right and right-to-left marks stay.
_UNWANTED = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


_WHEN_EVENT = {
    "ticket": "page-when-ticket",
    "touchpoint": "page-when-touchpoint",
    "recheck": "page-when-recheck",
}


class PageFile(NamedTuple):
    """A file for the site: where it lies, its bytes, and the headers it is stored with."""

    path: str
    body: bytes
    content_type: str
    cache_control: str


class Told(NamedTuple):
    """A text and the language it is really in, which is another one where the translation is missing."""

    text: str
    language: Language


def page_files(renderer: Renderer, programme: Programme, edition: Edition, *, base: str = BASE) -> Iterator[PageFile]:
    """Everything the page needs, the stylesheet first, so that no page ever arrives before its looks.

    Parameters
    ----------
    base : str
        What the links between these files begin with; empty for files that are looked at without a site.

    Yields
    ------
    PageFile
        ``page/page.css``, one ``page/<language>.html`` a language, and ``page/index.html`` in the default one.
    """
    default = programme.company.default_language
    style = renderer.render("page/page.css", default)
    yield PageFile(f"{FOLDER}/page.css", style.encode(), "text/css; charset=utf-8", CACHE_CONTROL)
    for language in programme.company.languages:
        body = render_page(renderer, programme, edition, language, base=base).encode()
        yield PageFile(f"{FOLDER}/{language}.html", body, "text/html; charset=utf-8", CACHE_CONTROL)
        if language == default:
            yield PageFile(f"{FOLDER}/index.html", body, "text/html; charset=utf-8", CACHE_CONTROL)


def render_page(
    renderer: Renderer, programme: Programme, edition: Edition, language: Language, *, base: str = BASE
) -> str:
    """The page in one language, as HTML; `base` as in `page_files`."""
    labels = {driver.id: driver.label(language) for driver in programme.drivers}
    figures = edition.figures
    first, *rest = _leading(edition) if edition.commitments else (None,)
    return renderer.render(
        "page/page.html",
        language,
        base=base,
        edition=edition,
        headline=figures.headline if programme.page.show_score else None,
        latest=first,
        commitments=rest,
        praised=[(labels[figure.driver], figure.count) for figure in figures.praised if figure.driver in labels],
        criticised=[(labels[figure.driver], figure.count) for figure in figures.criticised if figure.driver in labels],
        told=partial(told, language=language, default=programme.company.default_language),
        first_day=first_day,
        points=points_text,
        when=list(_when(renderer, programme, language)),
        scale=partial(_scale, renderer, language),
        trend=partial(_trend, renderer, language, figures.trend),
    )


def told(words: Words, *, language: Language, default: Language) -> Told:
    """A text in `language`, else in the company's default language, else in any; without harmful characters."""
    for candidate in (language, default, *words):
        if words.get(candidate, "").strip():
            return Told(_UNWANTED.sub("", words[candidate]).strip(), candidate)
    return Told("", language)


def first_day(month: str) -> date:
    """The first day of a month ``YYYY-MM``."""
    return date.fromisoformat(f"{month}-01")


def points_text(points: int, *, sign: bool = False) -> str:
    """Points with a real minus, and with a plus where a sign is asked for."""
    return signed(points) if sign or points < 0 else str(points)


def _leading(edition: Edition) -> list[Any]:
    """Newest first, but a page that answers its customers does not open with a no."""
    commitments = list(edition.commitments)
    lead = next((entry for entry in commitments if entry.status != "declined"), commitments[0])
    return [lead, *(entry for entry in commitments if entry is not lead)]


def _when(renderer: Renderer, programme: Programme, language: Language) -> Iterator[str]:
    for survey in programme.surveys.values():
        if survey.after is not None:
            yield renderer.text("page-when-after", language, span=_span(renderer, language, survey.after))
        elif survey.event is None:
            # In rotating quarters it is each contact's turn once a year.
            yield renderer.text("page-when-every", language, months=survey.every or 12)
        else:
            yield renderer.text(
                _WHEN_EVENT[survey.event],
                language,
                quiet=_span(renderer, language, survey.quiet_time),
                apart=_span(renderer, language, survey.once_in),
            )
    yield renderer.text("page-how-reminder", language)


def _span(renderer: Renderer, language: Language, span: timedelta) -> str:
    minutes = int(span.total_seconds()) // 60
    if minutes % (24 * 60) == 0:
        return renderer.text("page-span-days", language, count=minutes // (24 * 60))
    if minutes % 60 == 0:
        return renderer.text("page-span-hours", language, count=minutes // 60)
    return renderer.text("page-span-minutes", language, count=minutes)


def _scale(renderer: Renderer, language: Language, headline: Headline, *, name: str, width: int) -> Picture:
    title = renderer.text("page-scale-title", language, **_in_points(headline.score, headline.low, headline.high))
    return scale_svg(headline.score, headline.low, headline.high, name=name, title=title, signed=signed, width=width)


def _trend(
    renderer: Renderer, language: Language, trend: tuple[TrendPoint, ...], *, name: str, width: int, height: int
) -> Picture:
    last = [point for point in trend if point.score is not None][-1]
    month = partial(dates.format_skeleton, "yMMMM", locale=language)
    written = partial(dates.format_date, format="LLL" if width >= 480 else "LLLLL", locale=language)
    return trend_svg(
        [Point(written(first_day(at.month)), at.score, at.low, at.high, at.n) for at in trend],
        name=name,
        title=renderer.text("page-trend-title", language),
        description=renderer.text(
            "page-trend-description",
            language,
            first=month(first_day(trend[0].month)),
            last=month(first_day(trend[-1].month)),
            month=month(first_day(last.month)),
            count=last.n,
            **_in_points(last.score or 0, last.low or 0, last.high or 0),
        ),
        signed=signed,
        width=width,
        height=height,
    )


def _in_points(score: int, low: int, high: int) -> dict[str, str]:
    return {"score": signed(score), "low": points_text(low), "high": points_text(high)}
