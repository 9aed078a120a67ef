"""Keeps commitments and the editions of the public page."""

from __future__ import annotations

from sayso.adapters import keys
from sayso.adapters.items import ABSENT, Expect, Items, Put
from sayso.adapters.mapping import put_next, to_entity
from sayso.domain.commitment import Commitment
from sayso.domain.edition import Edition


class CommitmentStore:
    """See `sayso.ports.Commitments`."""

    def __init__(self, items: Items) -> None:
        self._items = items

    def get(self, commitment_id: str) -> Commitment | None:
        """One commitment."""
        item = self._items.get(keys.commitment(commitment_id))
        return to_entity(Commitment, item) if item else None

    def list(self) -> list[Commitment]:
        """All of them."""
        prefix = keys.commitment()
        return [to_entity(Commitment, item) for item in self._items.query(prefix.pk, prefix=prefix.sk)]

    def save(self, commitment: Commitment) -> Commitment:
        """Write the next revision; raises ConflictError when somebody else did first."""
        self._items.write(put_next(keys.commitment(commitment.commitment_id), "commitment", commitment))
        return commitment.having(revision=commitment.revision + 1)


class EditionStore:
    """See `sayso.ports.Editions`."""

    def __init__(self, items: Items) -> None:
        self._items = items

    def latest(self) -> Edition | None:
        """The published edition; None before the first was approved."""
        item = self._items.get(keys.edition())
        return Edition.model_validate_json(item["content"]) if item else None

    def save(self, edition: Edition) -> None:
        """Keep an edition and make it the latest; raises ConflictError unless it follows the latest one."""
        content = {"content": edition.model_dump_json(), "number": edition.number}
        follows = Expect(equals={"number": edition.number - 1}) if edition.number > 1 else ABSENT
        latest, numbered = keys.edition(), keys.edition(edition.number)
        self._items.write(
            Put({**latest._asdict(), "entity": "edition", **content}, follows),
            Put({**numbered._asdict(), "entity": "edition", **content}, ABSENT),
        )
