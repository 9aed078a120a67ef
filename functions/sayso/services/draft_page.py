"""Drafts the public page: what it would say now, and what of everything published before may still be said."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from sayso.domain.drafting import Basis, by_month, draft_edition, window
from sayso.domain.edition import Edition, PublishedCommitment, PublishedQuote
from sayso.domain.edition_changes import show_the_same, with_words, without_withdrawn
from sayso.domain.programme import Programme
from sayso.domain.public_page import PublicPage, Published
from sayso.domain.quote import Quote
from sayso.ports import Clock, Commitments, Editions
from sayso.services.read_stats import ReadStats

Content = tuple[Edition, Basis]


@dataclass(frozen=True)
class Drafted:
    """What could be published now, beside what is public (`latest`, None before the first; `page`, how it lies there).

    `public` are the ids of the commitments that may be read, `standing` the quotes that may be shown, `archive` the
    last edition of each year as it was published, without the words of its quotes. `latest` has those that stand.
    """

    latest: Published | None
    page: PublicPage
    content: Content
    archive: Mapping[int, Edition]
    public: frozenset[str]
    standing: Mapping[str, PublishedQuote]

    @property
    def edition(self) -> Edition:
        """The edition that would be published; the latest one itself when nothing would change."""
        return self.content[0]

    @property
    def is_news(self) -> bool:
        """Whether it says anything that the public cannot read yet."""
        return self.latest is None or self.edition is not self.latest.edition

    @property
    def has_fallen(self) -> bool:
        """Whether something may be read that was taken back."""
        if self.latest is None:
            return False
        edition = self.latest.edition
        return self.allowed(edition) is not edition or self.page.shows_fallen(self.standing.keys())

    def allowed(self, edition: Edition) -> Edition:
        """An edition without what may not be said any more."""
        return without_withdrawn(edition, self.public, self.standing)


@dataclass(frozen=True)
class DraftPage:
    """See the module. What it reads does not grow with the number of answers."""

    stats: ReadStats
    commitments: Commitments
    quotes: Callable[[], Iterable[Quote]]
    editions: Editions
    programme: Programme
    clock: Clock

    def now(self) -> Drafted:
        """What could be published at this moment."""
        latest = self.editions.latest()
        commitments = [PublishedCommitment.of(one) for one in self.commitments.list() if one.is_public]
        standing = {one.id: one for one in map(PublishedQuote.of, self.quotes())}
        if latest:
            latest = latest._replace(edition=with_words(latest.edition, standing))
        return Drafted(
            latest=latest,
            page=latest.page if latest else self.editions.page(),
            content=self._content(latest, commitments, list(standing.values())),
            archive=self.editions.years(),
            public=frozenset(one.id for one in commitments),
            standing=standing,
        )

    def years(self, drafted: Drafted, edition: Edition) -> dict[int, Edition]:
        """The archive beside an edition that is about to be published: the last of each year, and of its own year
        itself. Nothing is in it that was taken back since."""
        archive = {year: drafted.allowed(one) for year, one in drafted.archive.items()}
        return {**archive, self.year_of(edition): edition}

    def year_of(self, edition: Edition) -> int:
        """The company's year in which an edition was made."""
        return edition.made_at.astimezone(self.programme.zone).year

    def _content(
        self, latest: Published | None, commitments: list[PublishedCommitment], quotes: list[PublishedQuote]
    ) -> Content:
        now = self.clock()
        first, last = now.date().replace(day=1), now.date()
        year, month = (int(part) for part in window(now)[0].split("-"))
        first = first.replace(year=year, month=month)
        headline = self.stats.headline(first, last)
        public = {one.id for one in commitments}
        edition, basis = draft_edition(
            previous=latest.edition if latest else None,
            basis=latest.basis if latest else Basis(),
            made_at=now,
            day=now.astimezone(self.programme.zone).date(),
            months=by_month(headline.by_day),
            asked=headline.asked,
            answered=headline.answered,
            themes=self.stats.themes(first, last),
            labels={
                theme.id: {language: theme.label(language) for language in self.programme.company.languages}
                for theme in self.programme.all_themes
            },
            commitments=commitments,
            # One that stands with a commitment nobody may read stands alone.
            quotes=[one if one.commitment in public else one.having(commitment="") for one in quotes],
            new_answers=self.programme.page.new_answers_per_edition,
        )
        if latest and show_the_same(self.programme, edition, latest.edition):
            return latest.edition, latest.basis
        return edition, basis


def digest_of(edition: Edition, years: Mapping[int, Edition]) -> str:
    """Stands for everything that a rendering is made of, but for the programme and the templates."""
    texts = [edition.model_dump_json(), *(f"{year}{years[year].model_dump_json()}" for year in sorted(years))]
    return hashlib.sha256("\n".join(texts).encode()).hexdigest()
