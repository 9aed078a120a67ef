"""What one of our people changed at the desk: who, when, what, before and after."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any, Literal

from sayso.domain.entity import Entity
from sayso.domain.staff import Role, Staff

KEPT_FOR = timedelta(days=2 * 365)
"""How long a change is told of; what it changed says for itself for how long it is kept."""


class StaffChange(Entity):
    """One change. `at` in UTC.

    `what` is a verb of a part of the desk ("case.close"), `on` what it was done to ("case:4fd1…"). `before` and `after`
    hold what changed; of a person never a name, an address or words, which are to be gone when the person is erased.
    `begun` is written before anything happens: where it stays so, nobody knows whether it did. Of one that was
    `refused` the `reason` is the field it was refused for. `kept_from` are those of our people, by owner id, whom
    what it was done to complains about.
    """

    change_id: str
    at: datetime
    by: str
    role: Role
    what: str
    on: str
    before: dict[str, Any] = {}
    after: dict[str, Any] | None = None
    state: Literal["begun", "done", "refused"] = "begun"
    reason: str = ""
    kept_from: tuple[str, ...] = ()

    def shown_to(self, staff: Staff) -> StaffChange:
        """The same as they may read it: what was done about a complaint about them only by whom and when."""
        hidden = staff.owner_id in self.kept_from
        return self.having(on="", before={}, after=None, reason="") if hidden else self
