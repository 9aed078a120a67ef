"""What has a label in every language of the company: drivers, themes and ratings."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from sayso.domain.section import Identifier, Section, Text

Language = Literal["en", "de", "nl"]
LANGUAGES: tuple[Language, ...] = ("en", "de", "nl")
# A word, or several; at least two letters of the first, so that no rule suggests everything.
Keyword = Annotated[str, Field(min_length=2, max_length=60, pattern=r"^\w[\w'’-]+(?: [\w'’-]+)*\*?$")]


class Labelled(Section):
    """Something a contact may choose or rate, with its label in every language of the company."""

    id: Identifier
    en: Text | None = None
    de: Text | None = None
    nl: Text | None = None

    def label(self, language: Language) -> str:
        """The label in `language`; the identifier when there is none."""
        return getattr(self, language) or self.id.replace("_", " ")


class Driver(Labelled):
    """A reason a contact may choose."""


class Theme(Labelled):
    """What our own people file answers under: filed by the drivers that were chosen, suggested by words that were
    written, by language. A word stands for itself; ``*`` at its end for any ending; several are a phrase."""

    drivers: tuple[Identifier, ...] = ()
    words: dict[Language, Annotated[tuple[Keyword, ...], Field(max_length=100)]] = {}


class Rating(Labelled):
    """A question of 1–5 a survey may add, beside those Sayso has words of its own for."""
