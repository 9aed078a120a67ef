"""Takes an identity out of the table: the contact and every way to it go as one, what is left goes piece by piece."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sayso.adapters import keys
from sayso.adapters.items import Action, Delete, Expect, Items, Put
from sayso.adapters.mapping import put_next
from sayso.domain.contact import Contact
from sayso.domain.gate import Gate
from sayso.ports import Withdrawn


class IdentityStore:
    """See `sayso.ports.Identities`."""

    def __init__(self, items: Items) -> None:
        self._items = items

    def withdraw(self, contact: Contact, gates: Sequence[Gate]) -> None:
        """Remove a contact with its pointers, write its gates, and remember that the rest is still to go.

        From then on nobody finds the person, whatever becomes of this process. A mail domain that stood in for their
        account goes too: it may be a name, and the next contact of the domain writes it again.

        Raises ConflictError when the contact or a gate changed since it was read.
        """
        mine = Expect(equals={"contact_id": contact.contact_id}, or_absent=True)
        erasing = keys.erasing(contact.contact_id)
        known = Withdrawn(contact.external_id, contact.address_hash)
        actions: list[Action] = [
            Delete(keys.contact(contact.contact_id), Expect(equals={"revision": contact.revision})),
            Delete(keys.external(contact.external_id), mine),
            Delete(keys.address(contact.address_hash, contact.contact_id)),
            # Whoever ends it types once more whom they mean.
            Put({**erasing._asdict(), "entity": "erasing", **known._asdict()}),
            *(_written(gate) for gate in gates),
            *([Delete(keys.account(contact.account_id))] if contact.stands_under_domain else []),
        ]
        self._items.write(*actions)

    def withdrawn(self) -> list[str]:
        """The contacts that were withdrawn and of whom something may be left."""
        return [item["sk"] for item in self._items.query(keys.erasing().pk)]

    def going(self, contact_id: str) -> Withdrawn | None:
        """What a contact was called that was withdrawn and of whom something may be left."""
        item = self._items.get(keys.erasing(contact_id))
        return Withdrawn(item.get("external_id", ""), item.get("address_hash", "")) if item else None

    def done(self, contact_id: str) -> None:
        """Nothing is left of a contact."""
        self._items.write(Delete(keys.erasing(contact_id)))

    def drop_words(self, contact_id: str) -> int:
        """Delete whatever a person wrote; returns how many items there were."""
        prefix = keys.words(contact_id)
        found = [keys.Key(item["pk"], item["sk"]) for item in self._items.query(prefix.pk, prefix=prefix.sk)]
        for key in found:
            self._items.write(Delete(key))
        return len(found)

    def drop_links(self, contact_id: str) -> int:
        """Delete what says which commitments a person is behind, and the quotes chosen of their words; returns how many
        items there were. That somebody is behind a commitment stays: it names nobody."""
        prefix, quotes = keys.asked(contact_id), keys.quote()
        found = [
            *self._items.query(prefix.pk, prefix=prefix.sk),
            *(one for one in self._items.query(quotes.pk, prefix=quotes.sk) if one["contact_id"] == contact_id),
        ]
        for item in found:
            self._items.write(Delete(keys.Key(item["pk"], item["sk"])))
        return len(found)

    def drop_news(self, contact_id: str) -> int:
        """Delete whom to tell what came of it, told or not; returns how many items there were."""
        prefix = keys.news(contact_id)
        found = [keys.Key(item["pk"], item["sk"]) for item in self._items.query(prefix.pk, prefix=prefix.sk)]
        for key in found:
            self._items.write(Delete(key))
        return len(found)

    def counted(self, contact_id: str) -> list[dict[str, Any]]:
        """What was counted for a contact: the item counted, its revision, and the cells."""
        prefix = keys.ledgers(contact_id)
        return [
            {
                "of": item["sk"].removeprefix(prefix.sk),
                "revision": int(item["counted_revision"]),
                "cells": {cell: int(count) for cell, count in sorted(item["entries"].items())},
            }
            for item in self._items.query(prefix.pk, prefix=prefix.sk)
        ]


def _written(gate: Gate) -> Action:
    key = keys.gate(gate.address_hash)
    if gate.is_empty and gate.revision:
        return Delete(key, Expect(equals={"revision": gate.revision}))
    return put_next(key, "gate", gate)
