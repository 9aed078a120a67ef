"""Brings an earlier edition of the public page back, without what was taken back since."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sayso.domain.edition import Edition, PublishedCommitment
from sayso.domain.errors import InvalidInputError, NotFoundError
from sayso.ports import Clock, Editions
from sayso.services.draft_page import DraftPage
from sayso.services.publish_page import Outcome, PublishPage


@dataclass(frozen=True)
class RollBack:
    """See the module."""

    drafts: DraftPage
    publish_page: PublishPage
    editions: Editions
    clock: Clock

    def to(self, number: int, by: str) -> Outcome:
        """Publish what an edition said as a new one, with the figures it showed. No rule publishes after that until
        somebody approves.

        Raises
        ------
        NotFoundError
            For an edition that never was.
        InvalidInputError
            For the one that is public.
        ConflictError
            When somebody else publishes at this moment. Nothing is brought back then, nor later.
        """
        drafted, found = self.drafts.now(), self.editions.get(number)
        if found is None or drafted.latest is None:
            raise NotFoundError(f"there is no edition {number}; see: sayso publish --list", field="rollback")
        if number == drafted.page.number:
            raise InvalidInputError(f"edition {number} is the one that is public", field="rollback")
        now, allowed = self.clock(), drafted.allowed(found)
        again = allowed.having(
            number=drafted.page.number + 1,
            made_at=now,
            restores=found.restores or number,
            commitments=tuple(_dated(one, drafted.latest.edition, now) for one in allowed.commitments),
        )
        # What counts as made public before is what was, not what is shown again.
        return self.publish_page.publish(drafted, (again, drafted.latest.basis), by, holds=True)


def _dated(one: PublishedCommitment, latest: Edition, now: datetime) -> PublishedCommitment:
    """Whoever follows the feed reads it as it was before for the first time again."""
    before = next((other for other in latest.commitments if other.id == one.id), None)
    is_read = before is not None and one.says_the_same_as(before)
    return one.having(changed_at=before.changed_at if before and is_read else now)
