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

    def undo(self, address_hash: str) -> bool:
        """Take it back; returns whether the address may be written to again.

        False when it is closed for another reason, such as a bounce or a complaint, which stays.
        """
        return not self.standings.lift(address_hash, self.clock(), only=UNSUBSCRIBED).is_closed
