"""Hears on the bus that something was reached, and plans the survey that asks about it (rule 5)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from sayso.domain.contact import Contact
from sayso.domain.errors import NotFoundError
from sayso.domain.invitation import Invitation
from sayso.domain.programme import Programme
from sayso.domain.touchpoints import TouchpointEvent, check_survey, hear
from sayso.ports import Pseudonyms
from sayso.services.plan_event import PlanEvent
from sayso.services.requesters import Requesters


@dataclass(frozen=True)
class HearTouchpoint:
    """See the module. The same touch point twice is the same as once."""

    requesters: Requesters
    plan_event: PlanEvent
    pseudonyms: Pseudonyms
    programme: Programme

    def hear(self, event: TouchpointEvent) -> Invitation | None:
        """Plan the question; returns it, or None when it was planned before or nobody is to be asked.

        Raises
        ------
        InvalidInputError
            When the programme has no such survey for touch points.
        NotFoundError
            When the contact is named by an id that nobody has, and by nothing else.
        """
        check_survey(event.survey, self.programme)
        contact = self._person(event)
        if contact is None:
            return None
        occasion = self.pseudonyms.of("touchpoint", event.touchpoint)
        decide = partial(hear, event, occasion, programme=self.programme)
        return self.plan_event.write(event.survey, occasion, contact, decide)

    def _person(self, event: TouchpointEvent) -> Contact | None:
        if event.contact_id is not None:
            try:
                return self.requesters.by_external_id(event.contact_id)
            except NotFoundError:
                if event.email is None:
                    raise
        return self.requesters.by_email(str(event.email), event.name)
