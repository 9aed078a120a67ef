"""Removes a commitment that nobody outside ever read, with its links and its history."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.domain.commitment import Commitment
from sayso.domain.errors import ConflictError, InvalidInputError
from sayso.ports import Clock, CommitmentLinks, Commitments, Quotes
from sayso.services.keep_commitments import ATTEMPTS, find_commitment


@dataclass(frozen=True)
class RemoveCommitment:
    """See the module. Begun again after an interruption it does the rest."""

    commitments: Commitments
    links: CommitmentLinks
    quotes: Quotes
    clock: Clock

    def check(self, commitment_id: str) -> Commitment:
        """The commitment, if it may go.

        Raises
        ------
        NotFoundError
            When there is none.
        InvalidInputError
            When it was ever public, or a quote stands with it.
        """
        known = find_commitment(self.commitments, commitment_id)
        if known.public is not None:
            reason = f"is public, so it is not removed; take it off: sayso commitments unpublish {commitment_id}"
            raise InvalidInputError(reason, field=commitment_id)
        if known.published_on is not None:
            reason = f"was public on {known.published_on}, so it stays on record; the public does not read it any more"
            raise InvalidInputError(reason, field=commitment_id)
        quotes = [one.quote_id for one in self.quotes.list() if one.commitment_id == commitment_id]
        if quotes:
            reason = f"a quote stands with it; first: sayso quotes remove {quotes[0]}"
            raise InvalidInputError(reason, field=commitment_id)
        return known

    def remove(self, commitment_id: str, by: str) -> None:
        """Remove it. Raises as `check` does, and ConflictError when others kept changing it."""
        for _ in range(ATTEMPTS):
            self.check(commitment_id)
            linked = [reference for asker in self.links.askers(commitment_id) for reference in asker.answers]
            if linked:
                self.links.unlink(commitment_id, linked, by, self.clock())
            known = self.check(commitment_id)
            if known.voices:
                continue  # somebody linked meanwhile
            try:
                self.commitments.remove(known)
            except ConflictError:
                continue
            return
        raise ConflictError("others kept changing it; do it again", field=commitment_id)
