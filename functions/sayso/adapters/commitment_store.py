"""Keeps commitments."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.adapters import keys
from sayso.adapters.items import ABSENT, TRANSACTION_LIMIT, Check, Delete, Expect, Items, Put
from sayso.adapters.keys import Key
from sayso.adapters.mapping import put_next, to_entity, to_item
from sayso.adapters.paging import cursor, page
from sayso.domain.commitment import Commitment, CommitmentVersion
from sayso.ports import Page


class CommitmentStore:
    """See `sayso.ports.Commitments`."""

    def __init__(self, items: Items) -> None:
        self._items = items

    def get(self, commitment_id: str) -> Commitment | None:
        """One commitment."""
        item = self._items.get(keys.commitment(commitment_id))
        return to_entity(Commitment, item) if item else None

    def many(self, commitment_ids: Sequence[str]) -> list[Commitment]:
        """The commitments there are among those named, in no order."""
        found = self._items.get_many([keys.commitment(commitment_id) for commitment_id in commitment_ids])
        return [to_entity(Commitment, item) for item in found.values()]

    def versions(self, commitment_id: str) -> list[CommitmentVersion]:
        """A commitment as it was before each change, the oldest first."""
        prefix = keys.commitment_version(commitment_id)
        return [to_entity(CommitmentVersion, item) for item in self._items.query(prefix.pk, prefix=prefix.sk)]

    def versions_page(self, commitment_id: str, limit: int, after: str = "") -> Page[CommitmentVersion]:
        """A commitment as it was before each change, the latest first.

        Each page but the first begins with the version that the one before it ended with, which tells what the next
        one led to.
        """
        prefix = keys.commitment_version(commitment_id)
        found, following = page(
            self._items, prefix.pk, prefix=prefix.sk, limit=limit + bool(after), after=after, newest_first=True
        )
        again = cursor(str(found[-2]["sk"])) if following and len(found) > 1 else following
        return Page([to_entity(CommitmentVersion, item) for item in found], again)

    def page(self, limit: int, after: str = "") -> Page[Commitment]:
        """The commitments by their ids."""
        prefix = keys.commitment()
        found, following = page(self._items, prefix.pk, prefix=prefix.sk, limit=limit, after=after)
        return Page([to_entity(Commitment, item) for item in found], following)

    def save(self, commitment: Commitment, version: CommitmentVersion | None = None) -> Commitment:
        """Write the next revision with the version before it; raises ConflictError when somebody else did first."""
        key = keys.commitment(commitment.commitment_id)
        actions = [put_next(key, "commitment", commitment)]
        if version is not None:
            was = keys.commitment_version(commitment.commitment_id, version.before.revision)
            actions.append(Put(to_item(was, "commitment_version", version), ABSENT))
        self._items.write(*actions)
        return commitment.having(revision=commitment.revision + 1)

    def remove(self, commitment: Commitment) -> None:
        """Remove it as it was read, with the versions before it; raises ConflictError when it changed since.

        Of many versions the oldest go first, each time if nobody changed it: what is interrupted is done again.
        """
        key, as_read = keys.commitment(commitment.commitment_id), Expect(equals={"revision": commitment.revision})
        prefix = keys.commitment_version(commitment.commitment_id)
        versions = [Key(item["pk"], item["sk"]) for item in self._items.query(prefix.pk, prefix=prefix.sk)]
        fit = TRANSACTION_LIMIT - 1
        while len(versions) > fit:
            self._items.write(Check(key, as_read), *map(Delete, versions[:fit]))
            versions = versions[fit:]
        self._items.write(Delete(key, as_read), *map(Delete, versions))

    def list(self) -> list[Commitment]:
        """All of them."""
        prefix = keys.commitment()
        return [to_entity(Commitment, item) for item in self._items.query(prefix.pk, prefix=prefix.sk)]
