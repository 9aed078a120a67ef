"""What the public reads of commitments, for whoever asks again and again."""

from __future__ import annotations

from dataclasses import dataclass, field

from sayso.domain.edition import Edition, PublishedCommitment
from sayso.ports import Editions


@dataclass
class LatestEdition:
    """The edition that is public now. It asks each time which that is, and reads what it says only once: the number of
    an edition never means another one.
    """

    editions: Editions
    _known: Edition | None = field(default=None, init=False)

    def read(self) -> Edition | None:
        """The edition; None before the first one was approved."""
        number = self.editions.page().number
        if self._known is None or self._known.number != number:
            self._known = self.editions.get(number) if number else None
        return self._known

    def commitment(self, commitment_id: str) -> tuple[PublishedCommitment | None, int]:
        """A commitment as the page has it, None where it has none, and the number of the edition that says so."""
        edition = self.read()
        if edition is None:
            return None, 0
        return next((one for one in edition.commitments if one.id == commitment_id), None), edition.number
