"""The pages that wait for a person with a link: rendered once, at deployment, complete with every sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath

from sayso.adapters.links import survey_page
from sayso.adapters.rendering import FRONTEND, Renderer
from sayso.adapters.review_pack import STYLES, pack_styles
from sayso.domain.programme import HEADLINE, Language, Programme, Scale

# Names carry no fingerprint, so that links in mails stay short and stable: a new deployment shows within this time.
_CACHE_CONTROL = "public, max-age=300"
_CONTENT_TYPES = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
}
# One request for a script of several subjects; in this order, as one module.
_SCRIPTS = {
    "survey": ("form", "draft", "sending", "person"),
    "case": ("case", "told", "work", "sending"),
    "review": ("review", "draft", "record", "sending"),
}
# Pages for our own people; fields to fill in look as the survey's do.
_FOR_OUR_PEOPLE = ("case", "review", "hold", "edition")
_REMARK = re.compile(r"^ *//.*\n", re.MULTILINE)


@dataclass(frozen=True)
class StaticFile:
    """A file of the site: its path below the site's root (no leading slash), its bytes and its HTTP headers."""

    path: str
    body: bytes
    content_type: str
    cache_control: str


def static_pages(renderer: Renderer, programme: Programme) -> Iterator[StaticFile]:
    """Every file the survey, unsubscribe and case pages need, in each of the company's languages.

    Raises
    ------
    KeyError
        When a language lacks a sentence.
    """
    languages = programme.company.languages
    for language in languages:
        for survey, scale in _asked(programme):
            rules, question = programme.survey(survey).asked_on(scale), renderer.question(survey, language, scale)
            html = renderer.render("survey/survey.html", language, survey=survey, rules=rules, question=question)
            yield _file(survey_page(survey, scale, language), html)
        yield _file(f"unsubscribe/{language}.html", renderer.render("unsubscribe/unsubscribe.html", language))
        yield _file(f"case/{language}.html", renderer.render("case/case.html", language))
        yield _file(f"review/{language}.html", renderer.render("review/review.html", language))
        yield _file(f"hold/{language}.html", renderer.render("hold/hold.html", language))
        yield _file(f"edition/{language}.html", renderer.render("edition/edition.html", language))
    yield _file(STYLES.lstrip("/"), pack_styles(renderer, languages[0]))
    for page in ("survey", "unsubscribe", *_FOR_OUR_PEOPLE):
        yield _file(f"{page}/{page}.css", _styles(renderer, page, languages[0]))
        yield _file(f"{page}/{page}.js", _script(page))


def _asked(programme: Programme) -> Iterator[tuple[str, Scale]]:
    """Every survey with each scale it may have: mails that are out keep theirs when the programme changes."""
    for survey in programme.surveys:
        yield survey, "nps"
        if survey not in HEADLINE:
            yield survey, "satisfaction"


def _styles(renderer: Renderer, page: str, language: Language) -> str:
    # One file a page, so that it takes one request: the company's colours, what all pages share, what is its own
    staff = ("survey/survey.css", "assets/staff.css") if page in _FOR_OUR_PEOPLE else ()
    parts = ("assets/colours.css", "assets/base.css", *staff, f"{page}/{page}.css")
    return "\n".join(renderer.render(part, language).strip() + "\n" for part in parts)


def _script(page: str) -> str:
    staff = ("assets/staff.js",) if page in _FOR_OUR_PEOPLE else ()
    parts = (*staff, *(f"{page}/{part}.js" for part in _SCRIPTS.get(page, (page,))))
    source = "".join((FRONTEND / part).read_text(encoding="utf-8") for part in parts)
    return _REMARK.sub("", source)  # a phone on a slow line need not fetch our reasons


def _file(path: str, text: str) -> StaticFile:
    return StaticFile(path, text.encode(), _CONTENT_TYPES[PurePosixPath(path).suffix], _CACHE_CONTROL)
