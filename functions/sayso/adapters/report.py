"""The report as PDF: typst sets it, tagged for screen readers (PDF/UA-1), and always to the same bytes."""

from __future__ import annotations

import json
from contextlib import suppress
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from sayso.adapters.programme_file import TEMPLATES
from sayso.adapters.rendering import Renderer
from sayso.adapters.report_data import report_data
from sayso.adapters.report_text import MISSING, all_printable
from sayso.adapters.report_words import Data, Report
from sayso.domain.edition import Edition
from sayso.domain.programme import Language, Programme

if TYPE_CHECKING:
    import typst

_FOLDER = TEMPLATES / "report"


def report_pdf(
    renderer: Renderer, programme: Programme, site_url: str, edition: Edition, language: Language, year: int | None
) -> bytes:
    """The report of a year, or of all until now, in one language.

    Parameters
    ----------
    site_url : str
        Of the site with the public page, such as ``https://feedback.example``; the report says where that is.
    edition : Edition
        The one to tell of: for a year the last that was made in it. No figure is from anywhere else.
    year : int or None
        None for the report to date: what the page tells now, and all that moved in the running year.

    Returns
    -------
    bytes
        A PDF after ISO 14289-1; the same ones for the same edition, programme, templates and typst.

    Raises
    ------
    typst.TypstError
        When the templates cannot be set. No text that anybody wrote makes them so.
    """
    import typst  # 80 MB, and most functions never set a report

    data = report_data(Report(renderer, programme, edition, language, year), site_url)
    made_at = int(edition.made_at.timestamp())
    # A logo with letters that typst has no font for, or a sequence of letters that no font can put together: rather
    # without them than to withhold an edition over it.
    for attempt in (all_printable(data), {**all_printable(data), "logo": None}):
        with suppress(typst.TypstError):
            return _set(attempt, made_at)
    return _set({**all_printable(data, plain=True), "logo": None}, made_at)


def _set(data: Data, made_at: int) -> bytes:
    import typst

    without = json.dumps({**data, "missing": None}, ensure_ascii=False)
    content = json.dumps(data, ensure_ascii=False) if MISSING in without else without
    return typst.compile(
        _FOLDER / "report.typ",
        root=_FOLDER,
        format="pdf",
        font_paths=_fonts(),
        sys_inputs={"data": content},
        pdf_standards=["ua-1"],
        timestamp=made_at,
    )


@cache
def _fonts() -> typst.Fonts:
    """The typesetter's own and the sans beside them. The system's would make it another report in another place."""
    import typst

    sans = files("fontpkg_source_sans_3") / "files"
    return typst.Fonts(include_system_fonts=False, font_paths=[str(sans)])
