"""The report as PDF: tagged for screen readers (PDF/UA-1), and always to the same bytes."""

from __future__ import annotations

import hashlib
import json
from contextlib import suppress
from functools import cache
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path

from sayso.adapters import report_text, typesetter
from sayso.adapters.programme_file import TEMPLATES
from sayso.adapters.rendering import Renderer
from sayso.adapters.report_data import report_data
from sayso.adapters.report_text import MISSING, all_printable
from sayso.adapters.report_words import Data, Report
from sayso.adapters.typesetter import CannotBeSetError, typeset
from sayso.domain.edition import Edition
from sayso.domain.programme import Language, Programme
from sayso.domain.public_view import archives, published
from sayso.domain.published import Published
from sayso.domain.unmade import Unmade

_FOLDER = TEMPLATES / "report"


def report_pdf(
    renderer: Renderer,
    programme: Programme,
    site_url: str,
    said: Published | Edition,
    language: Language,
    year: int | None,
    public: bool = True,
) -> bytes:
    """The report of a year, or of all until now, in one language.

    Parameters
    ----------
    site_url : str
        Of the site with the public page, such as ``https://feedback.example``; the report says where that is.
    said : Published or Edition
        What the page says, so that the report says nothing else; of an edition, what a page of it alone would say.
    year : int or None
        None for the report to date: what the page tells now.
    public : bool
        False for a draft, which says on every page that it is one.

    Returns
    -------
    bytes
        A PDF after ISO 14289-1; the same ones for the same edition, programme, templates and typst.

    Raises
    ------
    CannotBeSetError
        When the templates cannot be set. No text that anybody wrote makes them so.
    """
    return report_file(renderer, programme, site_url, said, language, year, public).made


def report_file(
    renderer: Renderer,
    programme: Programme,
    site_url: str,
    said: Published | Edition,
    language: Language,
    year: int | None,
    public: bool = True,
) -> Unmade:
    """The same, set when it is wanted; see `report_pdf`. Its digest changes with whatever would make it look otherwise:
    the edition, the programme, the templates, the fonts and typst."""
    if isinstance(said, Edition):
        said = published(programme, said, archives(programme, said, {year: said} if year else {}))
    report = Report(renderer, programme, said, language, year, public)
    data, made_at = report_data(report, site_url), int(report.statement.made_at.timestamp())
    first = _written(all_printable(data))
    return Unmade(_digest(first, made_at), lambda: _set(first, data, made_at))


def _set(first: str, data: Data, made_at: int) -> bytes:
    with suppress(CannotBeSetError):
        return _typeset(first, made_at)
    # A logo with letters that typst has no font for, or a sequence of letters that no font can put together: rather
    # without them than to withhold an edition over it.
    with suppress(CannotBeSetError):
        return _typeset(_written({**all_printable(data), "logo": None}), made_at)
    return _typeset(_written({**all_printable(data, plain=True), "logo": None}), made_at)


def _written(data: Data) -> str:
    without = json.dumps({**data, "missing": None}, ensure_ascii=False)
    return json.dumps(data, ensure_ascii=False) if MISSING in without else without


def _typeset(data: str, made_at: int) -> bytes:
    return typeset(_FOLDER / "report.typ", (str(_fonts()),), data, made_at)


def _fonts() -> Path:
    """The sans; the serif is typst's own."""
    return Path(str(files("fontpkg_source_sans_3"))) / "files"


def _digest(data: str, made_at: int) -> str:
    return hashlib.sha256(f"{_house()} {made_at} {data}".encode()).hexdigest()


@cache
def _house() -> str:
    """Stands for all that a report is set with, but for what it says."""
    own = (Path(module.__file__ or "") for module in (report_text, typesetter))
    things = [version("typst"), *map(_content, (*own, *sorted(_FOLDER.iterdir()), *sorted(_fonts().rglob("*.*"))))]
    return hashlib.sha256("\n".join(things).encode()).hexdigest()


def _content(file: Path) -> str:
    return f"{file.name} {hashlib.sha256(file.read_bytes()).hexdigest()}"
