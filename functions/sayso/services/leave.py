"""Lets somebody out: one click stops all survey mails to an address, another takes that back."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.domain.gate import UNSUBSCRIBED
from sayso.ports import Clock, Standings


@dataclass(frozen=True)
class Leave:
    """See the module. What waits for the address ends by itself: the claim finds the suppression."""

    standings: Standings
    clock: Clock

    def leave(self, address_hash: str) -> None:
        """Never write to this address again."""
        self.standings.suppress(address_hash, UNSUBSCRIBED, self.clock())

    def undo(self, address_hash: str) -> None:
        """Take it back; an address that bounced or complained stays suppressed."""
        self.standings.lift(address_hash, self.clock(), only=UNSUBSCRIBED)
