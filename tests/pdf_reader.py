"""Reads a PDF back the way a screen reader does: its text, and what its tags say the parts of it are."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from io import BytesIO
from typing import Any, NamedTuple

import page
from pypdf import PdfReader


class Tag(NamedTuple):
    """A part of the document: what it is, its text alternative, its language where it has one of its own."""

    kind: str
    alt: str
    language: str
    title: str


class Pdf:
    """A PDF as its readers find it."""

    def __init__(self, content: bytes) -> None:
        self.content = content
        self.reader = PdfReader(BytesIO(content))
        self.catalogue: Any = self.reader.trailer["/Root"]

    @cached_property
    def text(self) -> str:
        """All of its text with single spaces, without the places to break that stand in long words."""
        pages = " ".join(page.extract_text() for page in self.reader.pages)
        return " ".join(pages.replace("\u200b", "").split())

    @property
    def complaints(self) -> list[tuple[str, str]]:
        """What PDF/UA-1 forbids and it does."""
        report = page.validate_pdf_bytes(self.content, profile="ua1")
        return [(failure.rule_id, failure.message) for failure in report.failures]

    @property
    def xmp(self) -> str:
        return self.catalogue["/Metadata"].get_object().get_data().decode()

    @property
    def tags(self) -> list[Tag]:
        return list(_tags(self.catalogue["/StructTreeRoot"]))

    @property
    def bookmarks(self) -> list[tuple[int, str]]:
        """Their depth, from 0, and their words."""
        return list(_bookmarks(self.reader.outline, 0))

    @property
    def addresses(self) -> set[str]:
        """Where its links outside lead."""
        marks = [mark.get_object() for page in self.reader.pages for mark in page.get("/Annots", ())]
        return {str(mark["/A"]["/URI"]) for mark in marks if "/URI" in mark.get("/A", {})}

    @property
    def fonts(self) -> set[str]:
        """The fonts that are used, all of which lie in the file."""
        used = [
            font.get_object()["/DescendantFonts"][0].get_object()
            for page in self.reader.pages
            for font in page["/Resources"].get("/Font", {}).values()
        ]
        for font in used:
            descriptor = font["/FontDescriptor"]
            assert "/FontFile2" in descriptor or "/FontFile3" in descriptor
        return {str(font["/BaseFont"]).partition("+")[2] for font in used}


def _tags(part: Any) -> Iterator[Tag]:
    part = part.get_object()
    if not isinstance(part, dict):
        return
    if "/S" in part:
        words = (str(part.get(key, "")) for key in ("/Alt", "/Lang", "/T"))
        yield Tag(str(part["/S"])[1:], *words)
    inside = part.get("/K", [])
    for one in inside if isinstance(inside, list) else [inside]:
        if not isinstance(one, int):
            yield from _tags(one)


def _bookmarks(outline: list[Any], depth: int) -> Iterator[tuple[int, str]]:
    for one in outline:
        if isinstance(one, list):
            yield from _bookmarks(one, depth + 1)
        else:
            yield depth, str(one.title)
