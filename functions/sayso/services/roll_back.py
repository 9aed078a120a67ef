"""Brings an earlier edition of the public page back, without what was taken back since."""

from __future__ import annotations

from dataclasses import dataclass

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
            When somebody else publishes at this moment.
        """
        drafted, found = self.drafts.now(), self.editions.get(number)
        if found is None or drafted.latest is None:
            raise NotFoundError(f"there is no edition {number}; see: sayso publish --list", field="rollback")
        if number == drafted.page.number:
            raise InvalidInputError(f"edition {number} is the one that is public", field="rollback")
        again = drafted.allowed(found).having(
            number=drafted.page.number + 1, made_at=self.clock(), restores=found.restores or number
        )
        # What counts as made public before is what was, not what is shown again.
        return self.publish_page.publish(drafted, (again, drafted.latest.basis), by, holds=True)
