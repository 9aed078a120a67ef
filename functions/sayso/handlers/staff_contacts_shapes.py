"""What the desk asks and is told about contacts, written down for the type checker and for docs/staff-api.json."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field
from typing_extensions import TypedDict  # pydantic describes no other before Python 3.12

from sayso.domain.contact import Role
from sayso.domain.invitation import State
from sayso.handlers.staff_answers_shapes import AnswerLine
from sayso.handlers.staff_cases_shapes import CaseLine

_Id = Annotated[str, Field(min_length=1, max_length=400)]


class Nothing(BaseModel):
    """An action that needs no more than its address."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


class WhoAsked(BaseModel):
    """Whom to look for. It is sent and not put into the address, which ends up in logs."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)

    who: _Id


class EraseAsked(BaseModel):
    """Somebody's own id or mail address, typed once more by whoever erases them."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)

    confirm: _Id


class SuppressAsked(BaseModel):
    """Why an address is never written to again."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)

    reason: Literal["by_hand", "unsubscribed", "bounced", "complained"]


class LiftAsked(BaseModel):
    """`sure`: although the address said no in a way that is meant to last."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)

    sure: bool = False


class ContactLine(TypedDict):
    """A contact that was found. `own_id` is empty of somebody a ticket brought in."""

    id: str
    own_id: str
    name: str
    email: str
    account: str
    account_id: str
    role: Role


class ContactSuppression(TypedDict):
    """An address is not written to: why (a code), since when, and who said so, where somebody did."""

    reason: str
    at: str
    by: str


class ContactsFound(TypedDict):
    """Who was found. `suppression` is of an address that is nobody's (any more)."""

    items: list[ContactLine]
    suppression: ContactSuppression | None


class ContactMail(TypedDict):
    """A mail about an invitation, as far as its fate is known."""

    kind: str
    state: Literal["sending", "sent", "unknown", "failed"]
    at: str
    delivered_at: str | None


class ContactInvitation(TypedDict):
    """Something they were asked, or are to be. `next_at` is when it is looked at next, null once it is over."""

    survey: str
    occasion: str
    ticket: str
    touchpoint: str
    state: State
    reason: str
    planned_at: str
    next_step: str | None
    next_at: str | None
    mails: list[ContactMail]


class StaffContact(TypedDict):
    """A contact with all that was sent and said. `suppression` counts for what is sent to them; `suppression_is_own`:
    it is of the address they have now, so that it can be lifted. `same_address` others share it."""

    contact: ContactLine
    phone: str
    locale: str
    time_zone: str
    owner: str
    account_since: str | None
    contact_since: str | None
    renewal: str | None
    first_seen_at: str
    changed_at: str | None
    do_not_ask: bool
    segments: dict[str, str]
    suppression: ContactSuppression | None
    suppression_is_own: bool
    same_address: int
    invitations: list[ContactInvitation]
    answers: list[AnswerLine]
    cases: list[CaseLine]


class ContactFact(TypedDict):
    """One thing that can be said: `code` names the sentence and `values` what it speaks of, `reason` is a code; `text`
    says it in English. Moments in UTC."""

    code: str
    text: str
    reason: str
    at: str | None
    until: str | None
    values: dict[str, str]


class ContactStory(TypedDict):
    """What became of one invitation. `day` is the one it is planned for, in the contact's time zone."""

    survey: str
    subject: str
    day: str
    kick_off: bool
    facts: list[ContactFact]


class ContactNext(TypedDict):
    """When a survey asks them next, or why it does not."""

    survey: str
    fact: ContactFact


class ContactNews(TypedDict):
    """Whether they are told of a commitment."""

    commitment: str
    fact: ContactFact


class ContactWhy(TypedDict):
    """Why somebody was asked, or not."""

    person: list[ContactFact]
    invitations: list[ContactStory]
    next: list[ContactNext]
    news: list[ContactNews]


class ContactErased(TypedDict):
    """Somebody is erased; `same_address` others who share the address are not written to either."""

    erased: bool
    same_address: int
