"""Keeps what speaks for and against writing to somebody: the gate of their address, holds, the pause."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime

from sayso.adapters import keys
from sayso.adapters.items import ABSENT, Action, Delete, Expect, Items, Put
from sayso.adapters.mapping import put_next, to_entity, to_item
from sayso.adapters.paging import page
from sayso.domain.contact import Contact
from sayso.domain.errors import ConflictError
from sayso.domain.gate import Gate
from sayso.domain.sending import Hold, Pause, Standing, StandingChange
from sayso.ports import Page

_ATTEMPTS = 5


class StandingStore:
    """See `sayso.ports.Standings`."""

    def __init__(self, items: Items) -> None:
        self._items = items

    def gate(self, address_hash: str) -> Gate:
        """The gate of an address; a new one when no mail ever went there."""
        item = self._items.get(keys.gate(address_hash))
        return to_entity(Gate, item) if item else Gate(address_hash=address_hash)

    def save_gate(self, gate: Gate) -> None:
        """Write a gate's next revision; raises ConflictError when somebody else did first."""
        self._items.write(put_next(keys.gate(gate.address_hash), "gate", gate))

    def standing(self, contact: Contact) -> Standing:
        """What speaks against writing to a contact, in one read."""
        hold, pause, case = keys.hold(contact.account_id), keys.pause(), keys.open_follow_up(contact.contact_id)
        found = self._items.get_many([hold, pause, case])
        return Standing(
            pause=to_entity(Pause, found[pause]) if pause in found else None,
            hold=to_entity(Hold, found[hold]) if hold in found else None,
            open_follow_up=case in found,
        )

    def suppress(self, address_hash: str, reason: str, now: datetime, by: str = "") -> Gate:
        """Never write to this address again; returns its gate. See `Gate.suppressed` for which reason stays."""
        return self._change(address_hash, lambda gate: gate.suppressed(reason, now, by))

    def bounced(self, address_hash: str, at: datetime, delivered_at: datetime | None, limit: int) -> Gate:
        """Remember a transient bounce; see `Gate.bounced`."""
        return self._change(address_hash, lambda gate: gate.bounced(at, delivered_at, limit))

    def lift(self, address_hash: str, now: datetime, *, only: str | None = None, by: str = "") -> Gate:
        """Take a suppression back; with `only`, if it was made for that reason: an undo must not lift a bounce."""
        return self._change(address_hash, lambda gate: gate.lifted(now, only=only, by=by))

    def suppressions(self) -> Iterator[Gate]:
        """The gates that are closed. Reads the whole table: for an operator, never for a request."""
        gates = (to_entity(Gate, item) for item in self._items.scan((keys.gate("").sk,)))
        return (gate for gate in gates if gate.is_closed)

    def paused(self) -> Pause | None:
        """The pause, if everything stands still."""
        item = self._items.get(keys.pause())
        return to_entity(Pause, item) if item else None

    def pause(self, pause: Pause) -> None:
        """Let nothing go out any more; raises ConflictError when that is so already."""
        self._record(
            Put(to_item(keys.pause(), "pause", pause), ABSENT),
            StandingChange(at=pause.at, by=pause.by, what="paused", reason=pause.reason),
        )

    def resume(self, by: str, now: datetime) -> None:
        """Let mails go out again; raises ConflictError when nothing is paused."""
        self._record(Delete(keys.pause(), Expect()), StandingChange(at=now, by=by, what="resumed"))

    def holds(self) -> list[tuple[str, Hold]]:
        """The accounts (by id) that are on hold, or were until their time was over."""
        return [(item["sk"], to_entity(Hold, item)) for item in self._items.query(keys.hold().pk)]

    def holds_page(self, limit: int, after: str = "") -> Page[tuple[str, Hold]]:
        """A part of `holds`, by account."""
        found, following = page(self._items, keys.hold().pk, limit=limit, after=after)
        return Page([(item["sk"], to_entity(Hold, item)) for item in found], following)

    def holds_of(self, account_ids: Sequence[str]) -> Mapping[str, Hold]:
        """The holds that these accounts are on, or were until their time was over, by account; in one read."""
        wanted = {keys.hold(account_id): account_id for account_id in account_ids}
        return {wanted[key]: to_entity(Hold, item) for key, item in self._items.get_many(list(wanted)).items()}

    def hold(self, account_id: str, hold: Hold) -> None:
        """Do not ask an account until a time; takes the place of a hold there is."""
        self._hold(account_id, hold, None)

    def replace_hold(self, account_id: str, hold: Hold, former: Hold | None) -> None:
        """As `hold`, where the hold there is, is `former`, or there is none; raises ConflictError otherwise."""
        self._hold(account_id, hold, _is(former) if former else ABSENT)

    def release(self, account_id: str, by: str, now: datetime) -> None:
        """End a hold; raises ConflictError when there is none."""
        self._end_hold(account_id, Expect(), by, now)

    def end_hold(self, account_id: str, former: Hold, by: str, now: datetime) -> None:
        """As `release`, where the hold there is, is `former`; raises ConflictError otherwise."""
        self._end_hold(account_id, _is(former), by, now)

    def changes(self) -> list[StandingChange]:
        """What was paused, resumed, held and released, the oldest first."""
        prefix = keys.sending_change()
        return [to_entity(StandingChange, item) for item in self._items.query(prefix.pk, prefix=prefix.sk)]

    def latest_changes(self, limit: int) -> list[StandingChange]:
        """The latest of `changes`, the last first."""
        prefix = keys.sending_change()
        found = self._items.query(prefix.pk, prefix=prefix.sk, limit=limit, newest_first=True)
        return [to_entity(StandingChange, item) for item in found]

    def note(self, change: StandingChange) -> None:
        """Keep that somebody did something which is kept elsewhere."""
        self._items.write(_noted(change))

    def _change(self, address_hash: str, change: Callable[[Gate], Gate]) -> Gate:
        for _ in range(_ATTEMPTS):
            gate = self.gate(address_hash)
            changed = change(gate)
            if changed == gate:
                return gate
            try:
                self.save_gate(changed)
            except ConflictError:
                continue  # a mail was claimed, or somebody else said so, at this moment
            return changed
        raise ConflictError("the address's gate kept changing")

    def _hold(self, account_id: str, hold: Hold, expect: Expect | None) -> None:
        change = StandingChange(
            at=hold.at, by=hold.by, what="held", reason=hold.reason, account_id=account_id, until=hold.until
        )
        self._record(Put(to_item(keys.hold(account_id), "hold", hold), expect), change)

    def _end_hold(self, account_id: str, expect: Expect, by: str, now: datetime) -> None:
        change = StandingChange(at=now, by=by, what="released", account_id=account_id)
        self._record(Delete(keys.hold(account_id), expect), change)

    def _record(self, action: Action, change: StandingChange) -> None:
        self._items.write(action, _noted(change))


def _is(hold: Hold) -> Expect:
    return Expect(equals=hold.model_dump(mode="json"))


def _noted(change: StandingChange) -> Put:
    key = keys.sending_change(change.at, f"{change.what}#{change.account_id}")
    return Put(to_item(key, "standing_change", change))
