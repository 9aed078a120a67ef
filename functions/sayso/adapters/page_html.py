"""Renders the public page as HTML: the one of now, and one of each year."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property, partial
from typing import Any

from sayso.adapters.page_addresses import DATA, FEED_TYPE, SCHEMA, Addresses, feed_name, page_name
from sayso.adapters.page_charts import scale_picture, trend_picture
from sayso.adapters.page_layout import Layout, SaidAlone, anchor, groups_of, layout
from sayso.adapters.page_words import first_day, points_text, score_meaning, told, when_asked
from sayso.adapters.rendering import Renderer
from sayso.domain.programme import Language, Programme
from sayso.domain.published import PublicCommitment, Published, Statement, YearStatement


@dataclass(frozen=True)
class PageMaker:
    """Renders what is said on a site.

    Attributes
    ----------
    styles : str
        Where the style sheet lies, as seen from the page's folder.
    icon : str
        Where the picture for tabs and bookmarks lies, seen from there too.
    reports : mapping
        Where the PDFs lie, by language and year; None for the one to date.
    today : date
        The company's day on which it is read, as far as that can be known: what is late, and which year is not over.
    public : bool
        Whether anybody may find it.
    """

    renderer: Renderer
    programme: Programme
    said: Published
    addresses: Addresses
    styles: str
    icon: str
    reports: Mapping[tuple[Language, int | None], str]
    today: date
    public: bool = True

    def page(self, language: Language) -> str:
        """The page of now."""
        place = self._layout
        return self._render(
            "page/page.html",
            language,
            self.said.now,
            None,
            lead=place.lead,
            rest=place.rest,
            lines=place.lines,
            alone=place.quotes,
            has_quotes=bool(place.quotes) or any(one.quotes for one in self.said.now.commitments),
            when=when_asked(self.renderer, self.programme, language),
        )

    def year(self, language: Language, year: YearStatement) -> str:
        """The page of a year."""
        alone = [SaidAlone(quote, None) for quote in year.quotes]
        return self._render("page/year.html", language, year, year.year, groups=groups_of(year), alone=alone)

    @cached_property
    def _layout(self) -> Layout:
        return layout(self.said, self.today)

    def _render(self, template: str, language: Language, said: Statement, year: int | None, **values: Any) -> str:
        made_on = said.made_at.astimezone(self.programme.zone).date()
        addresses = replace(self.addresses, depth=0 if year is None else 1)
        return self.renderer.render(
            template,
            language,
            **values,
            statement=said,
            year=year,
            years=[one.year for one in self.said.years],
            made_on=made_on,
            restores=self.said.restores,
            public=self.public,
            styles=self.styles,
            icon=self.icon,
            report=self.reports.get((language, year)),
            to=addresses.to,
            absolute=addresses.absolute,
            page_name=page_name,
            feed_name=feed_name,
            feed_type=FEED_TYPE,
            data_name=DATA,
            schema_name=SCHEMA,
            anchor=anchor,
            told=partial(told, language=language, default=self.programme.company.default_language),
            today=self.today,
            is_late=partial(_is_late, made_on, self.today),
            score_meaning=score_meaning(self.renderer, self.programme, language),
            first_day=first_day,
            points=points_text,
            scale=partial(scale_picture, self.renderer, language),
            trend=partial(trend_picture, self.renderer, language),
        )


def _is_late(made_on: date, today: date, it: PublicCommitment) -> bool:
    """Whether the month it was planned for is over; in an archive, was over then if there is news since."""
    seen_on = made_on if it.since else today
    planned_for = it.planned_for or seen_on
    return (planned_for.year, planned_for.month) < (seen_on.year, seen_on.month)
