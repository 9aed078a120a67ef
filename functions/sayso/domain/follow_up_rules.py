"""What a company sets about its follow-ups: who calls back, by when, and who of its own people is told how."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, time, timedelta
from typing import Annotated, Literal, get_args

from pydantic import Field

from sayso.domain.address import Email, each_once, same_mailbox
from sayso.domain.section import Identifier, Section, SendWindow, Text, TimeZone
from sayso.domain.time import Span, WorkingDays

OFFICE_HOURS = SendWindow(days=("mon", "tue", "wed", "thu", "fri"), opens=time(9), closes=time(17))
# A country, or a part of one where holidays differ, as ISO 3166 writes them: NL, DE-BY.
Region = Annotated[str, Field(pattern=r"^[A-Z]{2}(-[A-Z0-9]{1,3})?$")]
OWNER_DRIVER = "contact_person"
Telling = Literal["alert", "handed_over", "reminder", "escalation"]
"""What our own people are told of about a follow-up."""


class Owner(Section):
    """One of our own people who looks after customers. What is left out is as for the company."""

    name: Text | None = None
    manager: Email | None = None
    timezone: TimeZone | None = None
    holidays: tuple[Region, ...] | None = None
    days_off: tuple[date, ...] = ()


class Channel(Section):
    """Another way to tell our own people than mail. Its address is a secret: `sayso channels set NAME`.

    What goes there may be read by a whole room: what the customer wrote only with `words`, and never a link.
    """

    tell: Annotated[tuple[Telling, ...], Field(min_length=1)] = get_args(Telling)
    at_any_time: bool = False
    words: bool = False


class FollowUpRules(Section):
    """Who calls back, by when, and who is told how.

    Working days and hours are those of the owner: `office_hours` in their time zone, without the holidays of their
    region, `days_off` of the company and of their own. `remind_before` and `escalate_after` are working time, too.
    A complaint that names the driver `owner_driver` is about the owner, and goes to the owner's manager.
    """

    first_contact_within: Annotated[WorkingDays, Field(le=60)] = 2
    default_owner: Email
    support_lead: Email
    manager: Email
    owner_driver: Identifier = OWNER_DRIVER
    office_hours: SendWindow = OFFICE_HOURS
    holidays: tuple[Region, ...] = ()
    days_off: tuple[date, ...] = ()
    remind_before: Annotated[Span, Field(le=timedelta(days=30))] = timedelta(hours=4)
    escalate_after: Annotated[Span, Field(le=timedelta(days=30))] = timedelta(0)
    escalate_to: Email | None = None
    at_any_time: bool = False
    owners: dict[Email, Owner] = {}
    channels: Annotated[dict[Identifier, Channel], Field(max_length=10)] = {}

    def owner(self, email: str) -> Owner:
        """What is known about one of our people."""
        known = {same_mailbox(address): owner for address, owner in self.owners.items()}
        return known.get(same_mailbox(email), Owner())

    def manager_of(self, email: str) -> str:
        """Who is told when it is about this owner."""
        return self.owner(email).manager or self.manager

    @property
    def people(self) -> tuple[str, ...]:
        """The addresses a follow-up can be handed to without further ado, each once."""
        managers = (owner.manager for owner in self.owners.values())
        named = (*self.owners, *managers, self.support_lead, self.default_owner, self.manager, self.escalate_to)
        return each_once(filter(None, named))

    def hints(self) -> Iterator[str]:
        """What cannot work as it is written, in sentences."""
        for email, owner in self.owners.items():
            if owner.manager and same_mailbox(owner.manager) == same_mailbox(email):
                yield (
                    f"follow_up.owners.{email}: is their own manager; what is late, and complaints about them, go to "
                    "somebody else only if there is somebody else"
                )
        opens, closes = (hour.hour + hour.minute / 60 for hour in (self.office_hours.opens, self.office_hours.closes))
        within = self.first_contact_within * (closes - opens or 24)
        before = self.remind_before / timedelta(hours=1)
        if before and before >= within:
            yield (
                f"follow_up.remind_before: nobody is reminded; first_contact_within is {within:g} working hours, "
                f"and the reminder would come {before:g} before they are over"
            )


class Digests(Section):
    """Who gets the digests beside the programme's manager: the weekly one, and the monthly one for the management.

    `owners` says whether every owner gets a weekly one of their own accounts.
    """

    team: tuple[Email, ...] = ()
    management: tuple[Email, ...] = ()
    owners: bool = True
