"""Suppresses somebody's address because one of our people said so, or lifts that."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.domain.errors import InvalidInputError
from sayso.domain.gate import SUPPRESSIONS, UNSUBSCRIBED, Gate
from sayso.ports import Clock, Standings

BY_HAND = "by_hand"
REASONS = (BY_HAND, UNSUBSCRIBED, "bounced", "complained")
"""What one of our people may give as the reason."""
LIGHT = (BY_HAND, UNSUBSCRIBED)
"""What they may take back without being asked twice."""


@dataclass(frozen=True)
class SuppressContact:
    """See the module. It is the address that is suppressed: everybody who shares it is not written to."""

    standings: Standings
    clock: Clock

    def suppress(self, address_hash: str, reason: str, by: str) -> Gate:
        """Never write to an address again. Of several reasons the weightiest stays.

        Raises InvalidInputError, naming "reason", for one that nobody can give.
        """
        if reason not in REASONS:
            raise InvalidInputError(f"'{reason}' is not a reason; write one of {', '.join(REASONS)}", field="reason")
        return self.standings.suppress(address_hash, reason, self.clock(), by=by)

    def lift(self, address_hash: str, by: str, *, sure: bool) -> Gate:
        """Let an address be written to again; of one that is not suppressed nothing changes.

        A wish that stood behind the reason stays, and takes another lift. Raises InvalidInputError (field "sure") where
        the address said no in a way that is meant to last and they are not sure.
        """
        gate = self.standings.gate(address_hash)
        if not gate.is_closed or gate.suppression is None:
            return gate
        reason = gate.suppression.reason
        if reason not in LIGHT and not sure:
            what = SUPPRESSIONS.get(reason, reason)
            raise InvalidInputError(f"{what}; lift it only if the person asked for it themselves", field="sure")
        # Only for the reason that was seen: what came in meanwhile stays.
        return self.standings.lift(address_hash, self.clock(), only=reason, by=by)
