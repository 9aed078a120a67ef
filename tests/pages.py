"""The public page as tests read it: its files by their paths, and its HTML as a tree."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from bs4 import BeautifulSoup

from sayso.adapters.page import PageFile, site_files
from sayso.adapters.programme_file import load_programme
from sayso.adapters.rendering import Renderer
from sayso.domain.edition import Edition
from sayso.domain.programme import Language, Programme
from sayso.domain.published import Published

PROGRAMME = load_programme()
_RENDERER = Renderer(PROGRAMME)  # reads all sentences and templates once
SITE = "https://feedback.example"


def files(
    edition: Edition, years: Mapping[int, Edition] | None = None, programme: Programme = PROGRAMME, **given: Any
) -> dict[str, PageFile]:
    """All files, in the order they are to be put."""
    renderer = _RENDERER if programme is PROGRAMME else Renderer(programme)
    made = site_files(renderer, programme, SITE, edition, years or {}, **given)
    assert len({file.path for file in made}) == len(made)
    return {file.path: file for file in made}


def soup(
    edition: Edition,
    language: Language = "en",
    programme: Programme = PROGRAMME,
    *,
    year: int | None = None,
    **given: Any,
) -> BeautifulSoup:
    """The page in a language, or that of a year."""
    path = f"{year}/{language}.html" if year else f"{language}.html"
    return BeautifulSoup(files(edition, programme=programme, **given)[path].body, "html.parser")


def text_of(found: Any) -> str:
    """What is read there, on one line."""
    return re.sub(r"\s+", " ", found.get_text(" ")).strip()


def pdf(said: Published | Edition, language: Language, year: int | None, _public: bool = True) -> bytes:
    """Stands in for the report: another one for each edition, language and year."""
    then = [one for one in said.years if one.year == year] if isinstance(said, Published) else []
    number = said.number if isinstance(said, Edition) else then[0].edition if then else said.now.edition
    return f"%PDF-1.7 {number} {language} {year}".encode()
