"""Keeps what speaks for and against writing to an address: its gate, suppressions, holds, the pause."""

from __future__ import annotations

from contextlib import suppress
from datetime import datetime

from sayso.adapters import keys
from sayso.adapters.items import Expect, Items, Put, Update, WriteConflictError
from sayso.adapters.mapping import to_entity
from sayso.domain.contact import Contact
from sayso.domain.sending import UNSUBSCRIBED, Gate, Standing
from sayso.domain.time import parse_moment, utc_text

# A lifted suppression stays as a record; the claim of a mail expects none, or a lifted one.
NOT_SUPPRESSED = Expect(equals={"lifted": True}, or_absent=True)


class StandingStore:
    """See `sayso.ports.Standings`."""

    def __init__(self, items: Items) -> None:
        self._items = items

    def gate(self, address_hash: str) -> Gate:
        """The gate of an address; a new one when no mail ever went there."""
        item = self._items.get(keys.gate(address_hash))
        return to_entity(Gate, item) if item else Gate(address_hash=address_hash)

    def standing(self, contact: Contact) -> Standing:
        """What speaks against writing to a contact, in one read."""
        suppression, hold = keys.suppression(contact.address_hash), keys.hold(contact.account_id)
        pause, case = keys.pause(), keys.open_follow_up(contact.contact_id)
        found = self._items.get_many([suppression, hold, pause, case])
        return Standing(
            paused=pause in found,
            suppressed=suppression in found and not found[suppression].get("lifted"),
            open_follow_up=case in found,
            hold_until=parse_moment(found[hold]["until"]) if hold in found else None,
        )

    def suppress(self, address_hash: str, reason: str, now: datetime) -> None:
        """Never write to this address again. Of several reasons the first one stays, but a bounce or a complaint
        takes the place of an unsubscription, which could be undone."""
        key = keys.suppression(address_hash)
        item = {**key._asdict(), "entity": "suppression", "reason": reason, "at": utc_text(now)}
        try:
            self._items.write(Put(item, NOT_SUPPRESSED))
        except WriteConflictError:
            if reason == UNSUBSCRIBED:
                return  # suppressed already
            with suppress(WriteConflictError):
                self._items.write(Put(item, Expect(equals={"reason": UNSUBSCRIBED})))

    def lift(self, address_hash: str, reason: str) -> None:
        """Take a suppression back, if it was made for that reason: an undo must not lift a bounce."""
        made_for_it = Expect(equals={"reason": reason})
        try:
            self._items.write(Update(keys.suppression(address_hash), sets={"lifted": True}, expect=made_for_it))
        except WriteConflictError:
            return  # there is none, or another one
