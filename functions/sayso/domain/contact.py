"""Contacts: a customer's people, as the company's own list describes them."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Any, Literal
from zoneinfo import ZoneInfo

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from sayso.domain.address import Email, domain_of
from sayso.domain.entity import Revised
from sayso.domain.public_text import harmless_line
from sayso.domain.section import TimeZone

Role = Literal["relationship", "user"]

_YES = {"1", "true", "yes", "y", "ja", "x"}
_NO = {"", "0", "false", "no", "n", "nein", "nee"}


def _empty_is_none(value: Any) -> Any:
    return None if isinstance(value, str) and not value.strip() else value


def _yes_or_no(value: Any) -> Any:
    text = str(value or "").strip().lower()
    if text in _YES or text in _NO:
        return text in _YES
    raise ValueError("write yes or no")


def _day(value: Any) -> Any:
    value = _empty_is_none(value)
    if not isinstance(value, str):
        return value
    try:
        return date.fromisoformat(value.strip())
    except ValueError:
        raise ValueError(f"'{value}' is not a date; write it like 2026-03-31") from None


def _role(value: Any) -> Any:
    text = str(value or "").strip().lower() or "relationship"
    if text not in ("relationship", "user"):
        raise ValueError(f"'{value}' is not a role; write relationship or user")
    return text


def _line(value: Any) -> Any:
    return (harmless_line(value) or None) if isinstance(value, str) else value


Day = Annotated[date | None, BeforeValidator(_day)]
Required = Annotated[str, Field(min_length=1, max_length=200)]
Locale = Annotated[str, Field(max_length=35)]
# Strangers choose it: a helpdesk passes on whatever a requester calls themselves.
PersonName = Annotated[Annotated[str, Field(max_length=200)] | None, BeforeValidator(_line)]
Phone = Annotated[str, Field(max_length=40)]
# No | and no #: these separate the parts of counter names.
SegmentText = Annotated[str, Field(max_length=60, pattern=r"^[^|#=]+$")]


class ContactRow(BaseModel):
    """One row of a contact list, as a company's CRM exports it. Only contact_id, email and account are required."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)

    contact_id: Required
    email: Email
    account: Required
    name: PersonName = None
    role: Annotated[Role, BeforeValidator(_role)] = "relationship"
    owner_email: Annotated[Email | None, BeforeValidator(_empty_is_none)] = None
    account_since: Day = None
    contact_since: Day = None
    locale: Annotated[Locale | None, BeforeValidator(_empty_is_none)] = None
    timezone: Annotated[TimeZone | None, BeforeValidator(_empty_is_none)] = None
    phone: Annotated[Phone | None, BeforeValidator(_empty_is_none)] = None
    renewal_date: Day = None
    do_not_ask: Annotated[bool, BeforeValidator(_yes_or_no)] = False
    # An answer counts for each of them, in one transaction of at most 100 writes.
    segments: Annotated[dict[SegmentText, SegmentText], Field(max_length=20)] = {}


def ticket_contact_id(address_hash: str) -> str:
    """The id that stands in for the company's own until a list brings it, for somebody a ticket brought in."""
    return f"ticket:{address_hash}"


class Contact(Revised):
    """A person at a customer.

    `contact_id` is random and the only thing keys carry; `address_hash`, `account_id` and `owner_id` are keyed
    hashes, so that neither a key nor a counter names anybody. `first_seen_at` (UTC) is when Sayso first heard of
    the contact; it decides who is new.
    """

    contact_id: str
    external_id: str
    email: str
    address_hash: str
    account: str
    account_id: str
    first_seen_at: datetime
    name: str | None = None
    role: Role = "relationship"
    owner_email: str | None = None
    owner_id: str | None = None
    account_since: date | None = None
    contact_since: date | None = None
    locale: str | None = None
    timezone: str | None = None
    phone: str | None = None
    renewal_date: date | None = None
    do_not_ask: bool = False
    segments: dict[str, str] = {}
    # When a list, or a ticket, last said something new (UTC), and which addresses it replaced: erasing looks there.
    changed_at: datetime | None = None
    former_address_hashes: tuple[str, ...] = ()

    @property
    def began_on(self) -> date | None:
        """The day the relationship began for this person: the later of account and contact, None when unknown."""
        return max((day for day in (self.account_since, self.contact_since) if day), default=None)

    @property
    def stands_under_domain(self) -> bool:
        """Whether a ticket brought them in and no list has named their account yet: their mail domain stands in."""
        from_ticket = self.external_id == ticket_contact_id(self.address_hash)
        return from_ticket and self.account == domain_of(self.email)

    def zone(self, default: ZoneInfo) -> ZoneInfo:
        """The contact's own time zone, the company's when none is known."""
        return ZoneInfo(self.timezone) if self.timezone else default
