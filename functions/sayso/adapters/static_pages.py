"""The pages that wait for a person with a link: rendered once, at deployment, complete with every sentence."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath

from sayso.adapters.rendering import FRONTEND, Renderer
from sayso.domain.programme import Language, Programme

# Names carry no fingerprint, so that links in mails stay short and stable: a new deployment shows within this time.
_CACHE_CONTROL = "public, max-age=300"
_CONTENT_TYPES = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
}


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
        for survey in programme.surveys:
            question = renderer.question(survey, language)
            html = renderer.render("survey/survey.html", language, survey=survey, question=question)
            yield _file(f"survey/{survey}.{language}.html", html)
        yield _file(f"unsubscribe/{language}.html", renderer.render("unsubscribe/unsubscribe.html", language))
        yield _file(f"case/{language}.html", renderer.render("case/case.html", language))
    for page in ("survey", "unsubscribe", "case"):
        yield _file(f"{page}/{page}.css", _styles(renderer, page, languages[0]))
        yield _file(f"{page}/{page}.js", (FRONTEND / page / f"{page}.js").read_text(encoding="utf-8"))


def _styles(renderer: Renderer, page: str, language: Language) -> str:
    # One file a page, so that it takes one request: the company's colours, what all pages share, what is its own
    parts = ("assets/colours.css", "assets/base.css", f"{page}/{page}.css")
    return "\n".join(renderer.render(part, language).strip() + "\n" for part in parts)


def _file(path: str, text: str) -> StaticFile:
    return StaticFile(path, text.encode(), _CONTENT_TYPES[PurePosixPath(path).suffix], _CACHE_CONTROL)
