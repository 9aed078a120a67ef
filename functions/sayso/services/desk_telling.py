"""Shows the manager, part by part, who would be told that a commitment is done, and takes a yes to exactly that."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from sayso.domain.commitment import Commitment
from sayso.domain.edition import PublishedCommitment
from sayso.domain.errors import ConflictError, InvalidInputError
from sayso.domain.in_edition import text_digest
from sayso.ports import CommitmentLinks
from sayso.services.audience import Audience, Prospect
from sayso.services.keep_commitments import KeepCommitments
from sayso.services.latest_edition import LatestEdition
from sayso.services.tell_askers import TellAskers

A_PAGE = 25
NotYet = Literal["", "not_public", "not_done", "not_on_page"]
"""Why nobody can be told yet: empty when they can."""


class Telling(NamedTuple):
    """A part of those behind a commitment. `text` stands for what the mail says, empty where there is none yet."""

    commitment: Commitment
    shown: PublishedCommitment | None
    not_yet: NotYet
    text: str
    people: Sequence[Prospect]
    next: str


@dataclass(frozen=True)
class DeskTelling:
    """See the module. Each part is looked at, and approved, for itself: that nobody is told twice does not need one
    look at everybody."""

    links: CommitmentLinks
    keep: KeepCommitments
    latest: LatestEdition
    tell_askers: TellAskers

    def look(self, commitment_id: str, after: str = "") -> Telling:
        """Some of those behind it, with what would become, or became, of telling them. Raises NotFoundError."""
        commitment, shown, not_yet = self._state(commitment_id)
        part = self.links.page(commitment_id, A_PAGE, after)
        ids = [one.contact_id for one in part.items]
        if not_yet or shown is None:
            return Telling(commitment, shown, not_yet, "", self.tell_askers.told(commitment_id, ids), part.next)
        people = self.tell_askers.look_among(commitment_id, ids).prospects
        return Telling(commitment, shown, "", text_digest(shown), people, part.next)

    def approve(self, commitment_id: str, contact_ids: Sequence[str], text: str, by: str) -> Audience:
        """Somebody says yes to a mail they have read, to people they have seen. Twice is as good as once.

        Raises
        ------
        ConflictError
            When the page says something else by now, or nothing.
        InvalidInputError
            When somebody is not behind the commitment.
        """
        _, shown, not_yet = self._state(commitment_id)
        if not_yet or shown is None or text_digest(shown) != text:
            raise ConflictError("what the public reads of it changed meanwhile; look at it again", field="text")
        if len(self.links.askers_among(commitment_id, contact_ids)) < len(set(contact_ids)):
            raise InvalidInputError("somebody is not behind it any more; look at it again", field="people")
        audience = self.tell_askers.look_among(commitment_id, list(dict.fromkeys(contact_ids)))
        if text_digest(audience.shown) != text:
            raise ConflictError("what the public reads of it changed meanwhile; look at it again", field="text")
        self.tell_askers.approve(audience, by)
        return audience

    def _state(self, commitment_id: str) -> tuple[Commitment, PublishedCommitment | None, NotYet]:
        commitment = self.keep.get(commitment_id)
        shown, _ = self.latest.commitment(commitment_id)
        if commitment.public is None:
            return commitment, shown, "not_public"
        if commitment.public.status != "done":
            return commitment, shown, "not_done"
        on_page = shown is not None and shown.status == "done"
        return commitment, shown, "" if on_page else "not_on_page"
