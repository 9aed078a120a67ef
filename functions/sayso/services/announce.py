"""Tells the bus what happened, for whoever wants to connect a CRM."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.domain.entity import Entity
from sayso.domain.events_out import events_of, is_news
from sayso.domain.follow_up import FollowUp
from sayso.domain.response import Response
from sayso.ports import Bus, Contacts


@dataclass(frozen=True)
class Announce:
    """See the module. A change that comes twice makes the same events twice, with the same ids."""

    contacts: Contacts
    bus: Bus

    def announce(self, before: Entity | None, now: Entity) -> int:
        """Put the events of a change on the bus, and return how many there were; raises when it did not take one."""
        if not is_news(before, now):
            return 0
        # Only now: most changes are no event, and cost no read.
        contact = self.contacts.get(now.contact_id) if isinstance(now, Response | FollowUp) else None
        events = events_of(before, now, contact)
        for event in events:
            self.bus.put(event.kind, event.model_dump(mode="json"))
        return len(events)
