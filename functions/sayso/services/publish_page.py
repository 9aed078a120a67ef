"""Publishes the "You say, we act" page: nothing before a person said yes, and nothing that shows who said what."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Literal, NamedTuple

from sayso.domain.edition import Edition, PublishedCommitment, by_month, draft_edition, window
from sayso.domain.errors import ConflictError
from sayso.domain.programme import Programme
from sayso.ports import Clock, Commitments, Editions, Site
from sayso.services.read_stats import ReadStats

PageFile = tuple[str, bytes, str, str]


class Published(NamedTuple):
    """What a run did: `nothing` when the public page says all of it already."""

    outcome: Literal["published", "nothing", "not approved yet"]
    edition: Edition | None


@dataclass(frozen=True)
class PublishPage:
    """See the module."""

    stats: ReadStats
    commitments: Commitments
    editions: Editions
    site: Site
    pages: Callable[[Edition], Iterable[PageFile]]
    programme: Programme
    clock: Clock

    def draft(self) -> Edition:
        """The edition that would be published now; the latest one itself when nothing would change."""
        now = self.clock()
        previous = self.editions.latest()
        months = window(now)
        year, month = (int(part) for part in months[0].split("-"))
        first, last = now.date().replace(year=year, month=month, day=1), now.date()
        headline = self.stats.headline(first, last)
        return draft_edition(
            previous=previous,
            made_at=now,
            months=by_month(headline.by_day),
            asked=headline.asked,
            answered=headline.answered,
            drivers=self.stats.drivers(first, last),
            commitments=[
                PublishedCommitment.of(commitment)
                for commitment in self.commitments.list()
                if commitment.published_on is not None
            ],
            new_answers=self.programme.page.new_answers_per_edition,
        )

    def approve(self) -> Published:
        """A person says yes: publish what there is now. Also the way to the first edition."""
        return self._publish(again=True)

    def refresh(self, *, again: bool = False) -> Published:
        """Publish by rule (12), once a person approved the first edition. Changes nothing when nothing changed.

        `again` renders an unchanged edition too, for what is not in it: templates, texts, the programme.
        """
        if self.editions.latest() is None:
            return Published("not approved yet", None)
        return self._publish(again=again)

    def _publish(self, *, again: bool) -> Published:
        previous, edition = self.editions.latest(), self.draft()
        if edition == previous and not again:
            return Published("nothing", previous)
        # The pages first: an edition is only kept as published when the public can read it.
        for path, body, content_type, cache_control in self.pages(edition):
            self.site.put(path, body, content_type, cache_control)
        if edition != previous:
            try:
                self.editions.save(edition)
            except ConflictError:
                # Another run published at the same moment; what is newest wins, so look once more.
                return self._publish(again=True)
        return Published("published", edition)
