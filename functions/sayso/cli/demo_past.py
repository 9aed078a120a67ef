"""Keeps the follow-ups of the demo's past so that the running stack, which sees every write, tells nobody of them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from sayso.adapters.follow_up_store import FollowUpStore
from sayso.adapters.items import Items
from sayso.domain.follow_up import FollowUp
from sayso.domain.invitation import Invitation
from sayso.domain.notice import Notice
from sayso.ports import Reference


class PastFollowUps(FollowUpStore):
    """The store as the past writes to it: what had been told by `now` (UTC) was told then.

    What watched over a due time of the past is kept back until it is known whether anybody was in touch in time:
    written at once, the running stack would find it overdue.
    """

    def __init__(self, items: Items, now: datetime) -> None:
        super().__init__(items)
        self._now = now
        self._watching: dict[str, dict[tuple[str, str], Notice]] = {}

    def open(
        self,
        follow_up: FollowUp,
        reference: Reference,
        notices: Iterable[Notice] = (),
        invitations: Iterable[Invitation] = (),
    ) -> FollowUp:
        """See `FollowUpStore`."""
        return super().open(follow_up, reference, self._then(notices), invitations)

    def join(
        self,
        follow_up: FollowUp,
        reference: Reference,
        instead_of: str = "",
        notices: Iterable[Notice] = (),
        invitations: Iterable[Invitation] = (),
    ) -> FollowUp:
        """See `FollowUpStore`."""
        return super().join(follow_up, reference, instead_of, self._then(notices), invitations)

    def save(
        self, follow_up: FollowUp, notices: Iterable[Notice] = (), invitations: Iterable[Invitation] = ()
    ) -> FollowUp:
        """See `FollowUpStore`."""
        return super().save(follow_up, self._then(notices), invitations)

    def let_go(self, contact_id: str) -> None:
        """The past of somebody is over: what nobody reacted to is late, and the running stack may say so."""
        case = self.open_of(contact_id)
        if case is None or case.state != "open":
            return
        late = [
            notice
            for notice in self._watching.get(case.follow_up_id, {}).values()
            if notice.kind == "escalation"
            and notice.due_for == case.due_at
            and notice.notice_id.startswith(case.watched)
        ]
        if late:
            super().save(case, late)

    def _then(self, notices: Iterable[Notice]) -> list[Notice]:
        written = []
        for notice in notices:
            if not notice.is_due(self._now):
                written.append(notice)
            elif notice.kind in ("reminder", "escalation"):
                self._watching.setdefault(notice.follow_up_id, {})[notice.notice_id, notice.channel] = notice
            else:
                written.append(notice.sent(notice.due_at or self._now))
        return written
