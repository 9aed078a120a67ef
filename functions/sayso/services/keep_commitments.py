"""Keeps commitments: what was heard and what is done about it, and what of it the public may read."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sayso.domain.commitment import TEXT_FIELDS, ChangeKind, Commitment, CommitmentVersion
from sayso.domain.commitment_history import Change, history_of
from sayso.domain.commitment_rules import check_complete, checked, mistakes_of, read_fields, with_texts
from sayso.domain.errors import ConflictError, InvalidInputError, NotFoundError
from sayso.domain.programme import Programme
from sayso.ports import Clock, Commitments

_NAME = re.compile(r"[a-z0-9][a-z0-9_-]{0,63}\Z")
ATTEMPTS = 5


@dataclass(frozen=True)
class KeepCommitments:
    """See the module. Every refusal names the field, and changes nothing. `by` says who it is that changes it."""

    commitments: Commitments
    programme: Programme
    clock: Clock

    def check_new(self, commitment_id: str) -> None:
        """Raise InvalidInputError for a name that none can be added under."""
        if not _NAME.match(commitment_id):
            raise InvalidInputError("write a short name in small letters, such as faster-replies", field="id")
        if self.commitments.get(commitment_id):
            raise InvalidInputError(f"'{commitment_id}' is there already", field="id")

    def same(self, commitment_id: str, fields: Mapping[str, Any], by: str) -> Commitment | None:
        """The commitment that was added already, by the same person in the same words; None where `add` would add."""
        known = self.commitments.get(commitment_id)
        if known is None or known.updated_at != known.created_at:
            return None
        stamp = {"created_at": known.created_at, "updated_at": known.updated_at, "voices": 0, "revision": 0}
        new = self._new(commitment_id, read_fields(fields), by).having(**stamp)
        return known if new == known.having(voices=0, revision=0) else None

    def add(self, commitment_id: str, fields: Mapping[str, Any], by: str = "") -> Commitment:
        """Add one under a short name of its own, such as ``faster-replies``."""
        self.check_new(commitment_id)
        given = read_fields(fields)
        new = self._new(commitment_id, given, by)
        try:
            return self.commitments.save(checked(new, given, None, self.programme, self._today()))
        except ConflictError:
            raise InvalidInputError(f"'{commitment_id}' is there already", field="id") from None

    def edit(
        self, commitment_id: str, fields: Mapping[str, Any], by: str = "", *, seen: Commitment | None = None
    ) -> Commitment:
        """Change the given fields of its draft; texts are merged by language, and an empty one is taken out.

        `seen` is what whoever changes it looked at: when it says something else by now, nothing is changed.
        """
        given = read_fields(fields)

        def change(known: Commitment) -> Commitment:
            if seen is not None and not _says_the_same(seen, known):
                raise _changed_meanwhile(known)
            return checked(_merged(known, given), given, known, self.programme, self._today())

        return self._change(commitment_id, change, "edited", by)

    def mistakes(
        self, commitment_id: str, fields: Mapping[str, Any], known: Commitment | None, unread: Collection[str] = ()
    ) -> list[InvalidInputError]:
        """All that `add` (`known` None) or `edit` would refuse of fields that can be read, one by one.

        `unread` names the fields that could not be read at all: nothing is said that follows from these alone.
        """
        given = read_fields(fields)
        after = self._new(commitment_id, given, "") if known is None else _merged(known, given)
        return mistakes_of(after, given, known, self.programme, self._today(), unread)

    def publish(self, commitment_id: str, by: str = "", *, seen: Commitment | None = None) -> Commitment:
        """Let the public read it as it is now, in all languages of the page; `seen` as in `edit`."""

        def change(known: Commitment) -> Commitment:
            if seen is not None and not _says_the_same(seen, known):
                raise _changed_meanwhile(known)
            check_complete(known.draft, self.programme.company.languages)
            return known.having(public=known.draft, published_on=known.published_on or self._today())

        return self._change(commitment_id, change, "published", by)

    def unpublish(self, commitment_id: str, by: str = "") -> Commitment:
        """Take it off the page; its texts stay as they are."""
        return self._change(commitment_id, lambda known: known.having(public=None), "unpublished", by)

    def get(self, commitment_id: str) -> Commitment:
        """One commitment; raises NotFoundError."""
        return find_commitment(self.commitments, commitment_id)

    def history(self, commitment_id: str) -> list[Change]:
        """Every change from the day it was added, the oldest first."""
        return history_of(self.commitments.versions(commitment_id), self.get(commitment_id))

    def list(self) -> list[Commitment]:
        """All of them, the last changed first."""
        return sorted(self.commitments.list(), key=lambda one: one.updated_at, reverse=True)

    def _new(self, commitment_id: str, given: Mapping[str, Any], by: str) -> Commitment:
        now = self.clock()
        texts = {name: with_texts({}, given.get(name, {})) for name in TEXT_FIELDS}
        rest = {name: value for name, value in given.items() if name not in TEXT_FIELDS}
        stamp = {"created_at": now, "updated_at": now, "updated_by": by, "public": None}
        return Commitment.model_validate({**texts, **rest, **stamp, "commitment_id": commitment_id})

    def _change(
        self, commitment_id: str, change: Callable[[Commitment], Commitment], what: ChangeKind, by: str
    ) -> Commitment:
        known = self.get(commitment_id)
        for _ in range(ATTEMPTS):
            after, now = change(known), self.clock()
            if after == known:
                return known
            version = CommitmentVersion(before=known, what=what, by=by, at=now)
            try:
                return self.commitments.save(after.having(updated_at=now, updated_by=by), version)
            except ConflictError:
                kept = self.get(commitment_id)
                if not _says_the_same(known, kept):
                    raise _changed_meanwhile(kept) from None
                known = kept  # only who is behind it has changed
        raise InvalidInputError("others kept changing it; do it again", field="id")

    def _today(self) -> date:
        return self.clock().astimezone(self.programme.zone).date()


def _merged(known: Commitment, given: Mapping[str, Any]) -> Commitment:
    merged = {
        name: with_texts(getattr(known, name), value) if name in TEXT_FIELDS else value for name, value in given.items()
    }
    return known.having(**merged)


def find_commitment(commitments: Commitments, commitment_id: str) -> Commitment:
    """The commitment of an id; raises NotFoundError, naming those there are."""
    found = commitments.get(commitment_id)
    if found is None:
        known = ", ".join(sorted(one.commitment_id for one in commitments.list())) or "none yet"
        raise NotFoundError(f"there is no commitment '{commitment_id}'; known: {known}", field="id")
    return found


def _says_the_same(first: Commitment, second: Commitment) -> bool:
    """Whether two states differ in nothing but who is behind the commitment."""
    return first.having(voices=0, revision=0) == second.having(voices=0, revision=0)


def _changed_meanwhile(kept: Commitment) -> InvalidInputError:
    who = f" by {kept.updated_by}" if kept.updated_by else " by somebody else"
    return InvalidInputError(f"was changed{who} meanwhile; look at it again", field="id")
