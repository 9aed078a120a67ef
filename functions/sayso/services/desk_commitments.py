"""Shows our people the commitments, and changes them for whoever has seen them as they are."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sayso.domain.commitment import TEXT_FIELDS, Commitment, CommitmentVersion
from sayso.domain.commitment_history import Change, history_of
from sayso.domain.commitment_rules import missing_texts, read_fields
from sayso.domain.edition import PublishedCommitment, newest_first
from sayso.domain.errors import ConflictError, InvalidInputError
from sayso.domain.programme import Programme
from sayso.ports import Commitments, Page
from sayso.services.keep_commitments import KeepCommitments
from sayso.services.latest_edition import LatestEdition

A_PAGE = 100
_CHANGES = 10


@dataclass(frozen=True)
class DeskCommitments:
    """See the module."""

    commitments: Commitments
    keep: KeepCommitments
    latest: LatestEdition
    programme: Programme

    def page(self, after: str = "") -> Page[Commitment]:
        """All of them, in the order of their ids."""
        return self.commitments.page(A_PAGE, after)

    def public(self) -> Sequence[PublishedCommitment]:
        """What the public page says: all that whoever sees numbers only may read. The latest news first."""
        edition = self.latest.read()
        return newest_first(edition.commitments) if edition else ()

    def asked_by(self, one: PublishedCommitment) -> Any:
        """How many asked for it, as far as the public may know."""
        edition = self.latest.read()
        return edition.voices(one) if edition else None

    def missing(self, one: Commitment) -> list[str]:
        """The texts without which it is not published, such as ``title.de``."""
        return list(missing_texts(one.draft, self.programme.company.languages))

    def history(self, commitment_id: str, after: str = "") -> Page[Change]:
        """What was changed, the latest first. Raises NotFoundError."""
        known = self.keep.get(commitment_id)
        part = self.commitments.versions_page(commitment_id, _CHANGES, after)
        versions: list[CommitmentVersion] = list(reversed(part.items))
        # Where a part begins in the middle, its last version is only what the one before led to.
        now = versions.pop().before if after and versions else known
        changes = list(reversed(history_of(versions, now)))
        return Page(changes[:-1] if part.next else changes, part.next)

    def edit(self, commitment_id: str, fields: Mapping[str, Any], seen: str, by: str) -> Commitment:
        """Change its draft, for somebody who looked at `seen` (see `state_of`).

        Raises
        ------
        ConflictError
            When it says something else by now; nothing is changed then.
        InvalidInputError, NotFoundError
            As `KeepCommitments.edit` does.
        """
        known = self.check_seen(commitment_id, seen)
        try:
            return self.keep.edit(commitment_id, fields, by, seen=known)
        except InvalidInputError:
            self.check_seen(commitment_id, seen)  # a refusal of what somebody else has changed in between is none
            raise

    def publish(self, commitment_id: str, seen: str, by: str) -> Commitment:
        """Let the public read exactly what was looked at. Raises as `edit` does."""
        known = self.check_seen(commitment_id, seen)
        try:
            return self.keep.publish(commitment_id, by, seen=known)
        except InvalidInputError:
            self.check_seen(commitment_id, seen)
            raise

    def check_seen(self, commitment_id: str, seen: str) -> Commitment:
        """The commitment, if it says what somebody looked at; raises ConflictError otherwise, and NotFoundError."""
        known = self.keep.get(commitment_id)
        if state_of(known) != seen:
            who = f" by {known.updated_by}" if known.updated_by else ""
            raise ConflictError(f"was changed{who} meanwhile; look at it again", field="seen")
        return known

    def problems(self, commitment_id: str, fields: Mapping[str, Any], *, is_new: bool) -> list[InvalidInputError]:
        """Everything that adding or changing it would refuse, by field and language. Raises NotFoundError."""
        known = None if is_new else self.keep.get(commitment_id)
        readable: dict[str, Any] = {}
        found: list[InvalidInputError] = []
        if is_new:
            try:
                self.keep.check_new(commitment_id)
            except InvalidInputError as error:
                found.append(error)
        for name, given in fields.items():
            parts = given.items() if name in TEXT_FIELDS and isinstance(given, Mapping) else [(None, given)]
            for language, value in parts:
                one = value if language is None else {language: value}
                try:
                    read_fields({name: one})
                except InvalidInputError as error:
                    found.append(error)
                else:
                    readable[name] = one if language is None else {**readable.get(name, {}), language: value}
        unread = {error.field.partition(".")[0] for error in found}
        return [*found, *self.keep.mistakes(commitment_id or "new", readable, known, unread)]


def state_of(one: Commitment) -> str:
    """Stands for what a commitment says, and what the public reads of it; who is behind it makes no difference."""
    said = one.having(voices=0, revision=0).model_dump_json()
    return hashlib.sha256(said.encode()).hexdigest()[:24]
