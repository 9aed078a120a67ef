"""Shows our people the editions of the public page, and what bringing one back would change."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from sayso.domain.edition import PublishedQuote
from sayso.domain.edition_changes import Changes, changes_between, with_words, without_withdrawn
from sayso.domain.errors import NotFoundError
from sayso.domain.programme import Programme
from sayso.domain.public_page import ListedEdition
from sayso.domain.quote import Quote
from sayso.ports import Commitments, Editions, Page

A_PAGE = 25


@dataclass(frozen=True)
class DeskEditions:
    """See the module."""

    editions: Editions
    commitments: Commitments
    quotes: Callable[[], Iterable[Quote]]
    programme: Programme

    def page(self, after: str = "") -> Page[ListedEdition]:
        """The editions, the latest first."""
        return self.editions.listed_page(A_PAGE, after)

    def brings(self, number: int) -> tuple[int, Changes]:
        """Which edition is public, and what a reader of it would find new once an edition is brought back. What was
        taken back since stays away. Raises NotFoundError."""
        found, latest = self.editions.get(number), self.editions.latest()
        if found is None or latest is None:
            raise NotFoundError(f"there is no edition {number}", field="edition")
        public = {one.commitment_id for one in self.commitments.list() if one.is_public}
        standing = {one.id: one for one in map(PublishedQuote.of, self.quotes())}
        now = with_words(latest.edition, standing)
        return latest.page.number, changes_between(self.programme, now, without_withdrawn(found, public, standing))
