"""Touch points other than tickets: something was reached, such as a project delivered, and a survey asks about it."""

from __future__ import annotations

from typing import Annotated, Final

from pydantic import BaseModel, ConfigDict, Field, model_validator

from sayso.domain.address import Email
from sayso.domain.contact import Contact, PersonName
from sayso.domain.errors import InvalidInputError
from sayso.domain.invitation import Invitation
from sayso.domain.planning import event_invitation
from sayso.domain.programme import Programme
from sayso.domain.section import Identifier
from sayso.domain.tickets import Moment, Number, Source

REACHED: Final = "touchpoint.reached"


class TouchpointEvent(BaseModel):
    """Says that something was reached, as the detail of an event on our bus.

    `survey` is one of the programme's with `event: touchpoint`. `source` and `reference` name the thing: the same
    ones again are the same touch point. Who is asked is given by the company's own `contact_id`, or by `email`.
    `time` is when it happened, with its offset.
    """

    model_config = ConfigDict(extra="ignore", frozen=True, str_strip_whitespace=True, hide_input_in_errors=True)

    survey: Identifier
    source: Source
    reference: Number
    email: Email | None = None
    contact_id: Annotated[str | None, Field(min_length=1, max_length=200)] = None
    name: PersonName = None
    time: Moment

    @model_validator(mode="after")
    def _somebody(self) -> TouchpointEvent:
        if self.email is None and self.contact_id is None:
            raise ValueError("email or contact_id must say who is asked")
        return self

    @property
    def touchpoint(self) -> str:
        """What makes two events ones about the same thing."""
        return f"{self.source}:{self.reference}"


def hear(
    event: TouchpointEvent, occasion: str, contact: Contact, before: Invitation | None, programme: Programme
) -> Invitation | None:
    """The invitation to write because of an event; None when it was heard of before.

    Raises
    ------
    InvalidInputError
        When the programme has no survey of that name for touch points.
    """
    check_survey(event.survey, programme)
    if before:
        return None
    planned = event_invitation(event.survey, occasion, event.time, contact, programme)
    invitation = planned.having(touchpoint=event.touchpoint, touchpoint_at=event.time)
    return invitation.ended("skipped", "do_not_ask") if contact.do_not_ask else invitation


def check_survey(name: str, programme: Programme) -> None:
    """Raise InvalidInputError, naming those there are, when `name` is no survey that touch points start."""
    known = [survey for survey, rules in programme.surveys.items() if rules.event == "touchpoint"]
    if name not in known:
        reason = f"the programme has no survey '{name}' for touch points; it has: {', '.join(known) or 'none yet'}"
        raise InvalidInputError(reason, field="survey")
