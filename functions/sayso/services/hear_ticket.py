"""Hears of a support ticket on the bus and plans, or takes back, the question about it (rule 3)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from sayso.domain.contact import Contact
from sayso.domain.invitation import Invitation
from sayso.domain.programme import Programme
from sayso.domain.tickets import TicketEvent, hear
from sayso.ports import Pseudonyms
from sayso.services.plan_event import PlanEvent
from sayso.services.requesters import Requesters


@dataclass(frozen=True)
class HearTicket:
    """See the module. The same event twice is the same as once, and events may come in any order."""

    requesters: Requesters
    plan_event: PlanEvent
    pseudonyms: Pseudonyms
    programme: Programme

    def hear(self, event: TicketEvent) -> list[Invitation]:
        """Plan or cancel for every survey that asks about tickets; returns the invitations written."""
        contact = self.requesters.by_email(event.requester_email, event.requester_name)
        if contact is None:
            return []
        occasion = self.pseudonyms.of("ticket", event.ticket)
        surveys = [name for name, survey in self.programme.surveys.items() if survey.event == "ticket"]
        return [written for name in surveys if (written := self._hear(event, name, occasion, contact))]

    def _hear(self, event: TicketEvent, survey: str, occasion: str, contact: Contact) -> Invitation | None:
        decide = partial(hear, event, survey, occasion, programme=self.programme)
        return self.plan_event.write(survey, occasion, contact, decide)
