"""One report while it is put into words: whose, of what, in which language."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from babel import dates

from sayso.adapters.page_words import told
from sayso.adapters.rendering import Renderer
from sayso.domain.edition import Words
from sayso.domain.programme import Language, Programme
from sayso.domain.published import Published, Statement

Data = dict[str, Any]


@dataclass(frozen=True)
class Report:
    """The report of a year, or without one of all until now, out of what the page says."""

    renderer: Renderer
    programme: Programme
    published: Published
    language: Language
    year: int | None
    public: bool = True

    @cached_property
    def statement(self) -> Statement:
        """What it tells; raises ValueError when the page has no such year."""
        if self.year is None:
            return self.published.now
        for one in self.published.years:
            if one.year == self.year:
                return one
        raise ValueError(f"nothing is said of {self.year}")

    @property
    def made_on(self) -> date:
        """The company's day on which the edition was made."""
        return self._day_of(self.statement)

    @property
    def today(self) -> date:
        """The day of the newest edition: what is over by then is over in the report of every year."""
        return self._day_of(self.published.now)

    def _day_of(self, statement: Statement) -> date:
        return statement.made_at.astimezone(self.programme.zone).date()

    def t(self, key: str, /, **arguments: Any) -> str:
        """A sentence."""
        return self.renderer.text(key, self.language, **arguments)

    def month(self, moment: date) -> str:
        """A month with its year."""
        return self.renderer.month(moment, self.language)

    def short_month(self, moment: date) -> str:
        """A month as it is written below a chart."""
        return dates.format_date(moment, "LLL", locale=self.language)

    def said(self, words: Words, *, default: Language | None = None) -> Data:
        """A text that somebody wrote, and its language where that is not the report's."""
        it = told(words, language=self.language, default=default or self.programme.company.default_language)
        return {"text": it.text} if it.language == self.language else {"text": it.text, "lang": it.language}
