"""What the commands about reviews have in common: the accounts that are reviewed, and how they are told."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Annotated, Any

import typer

from sayso.cli.accounts import find_account
from sayso.domain.address import same_mailbox
from sayso.domain.contact import Contact
from sayso.domain.errors import NotFoundError
from sayso.domain.review import Portfolio, portfolios
from sayso.services.record_review import ReviewSoFar
from sayso.wiring import Wiring

Owner = Annotated[str | None, typer.Option("--owner", help="Only accounts this address looks after.", metavar="EMAIL")]


def reviewed(wiring: Wiring, owner: str | None = None) -> list[Portfolio]:
    """The accounts that are reviewed, all of them or an owner's, by name. Reads the whole table."""
    wanted = same_mailbox(owner) if owner else ""
    found = portfolios(wiring.contacts.everyone(), wiring.programme)
    return [one for one in found if not wanted or same_mailbox(one.owner_email) == wanted]


def find_reviewed(wiring: Wiring, name: str) -> Portfolio:
    """The account of a name; raises NotFoundError when there is none, or nobody who could review it."""
    account_id, called = find_account(wiring, name)
    found = next((one for one in reviewed(wiring) if one.account_id == account_id), None)
    if found is None:
        reason = f"nobody of '{called}' can give a review: the contact list names no one with the role relationship"
        raise NotFoundError(reason, field="account")
    return found


def name_of(contact: Contact) -> str:
    """What a person is called."""
    return contact.name or contact.email


def names_of(accounts: Sequence[Portfolio]) -> Mapping[str, str]:
    """What the people of accounts are called, by id."""
    people = (person for account in accounts for person in (*account.people, *account.others))
    return {person.contact_id: name_of(person) for person in people}


def account_plain(one: Portfolio) -> dict[str, Any]:
    """An account as plain JSON values."""
    people = [{"contact": who.external_id, "name": who.name, "email": who.email} for who in one.people]
    return {"account": one.name, "owner": one.owner_email, "people": people}


def review_plain(said: ReviewSoFar) -> dict[str, Any]:
    """A review as plain JSON values."""
    return {
        "score": said.response.score,
        "why": said.words.why,
        "better": said.words.better,
        "recorded_at": said.review.recorded_at,
        "editable_until": said.review.editable_until,
        "recorded_by": said.response.recorded_by,
    }
