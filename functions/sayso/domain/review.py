"""Reviews: the score, the reason and the improvement that the owner writes down at the quarterly meeting (rule 4)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Annotated, NamedTuple

from pydantic import BaseModel, ConfigDict, Field

from sayso.domain.address import same_mailbox
from sayso.domain.contact import Contact
from sayso.domain.entity import Entity
from sayso.domain.invitation import Invitation, Snapshot
from sayso.domain.programme import REVIEW, Programme
from sayso.domain.quarters import Quarter
from sayso.domain.response import Response, SaidWords, Words

EDITABLE_FOR = timedelta(days=7)
"""How long a review can be changed after it was first recorded."""
STANDS_IN_FOR = timedelta(days=90)
"""Whoever gave a review is not asked what is due within this time."""
LISTED_AFTER = timedelta(days=14)
"""How long the link to a quarter's list works after the quarter: what was said at its end is written down later."""


class ReviewInput(BaseModel):
    """What is written down in a meeting. Words that are left out stay as they were."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)

    score: Annotated[int, Field(ge=0, le=10)]
    why: Words | None = None
    better: Words | None = None


class Review(Entity):
    """Says who gave the one review of an account and quarter, and since when (UTC) it is there."""

    account_id: str
    quarter: str
    contact_id: str
    recorded_at: datetime

    @property
    def reference(self) -> tuple[str, str, str]:
        """The response it became."""
        return self.contact_id, REVIEW, self.quarter

    @property
    def editable_until(self) -> datetime:
        """When it stays as it is (UTC)."""
        return self.recorded_at + EDITABLE_FOR


class ListedAccount(Entity):
    """An account on its owner's list of a quarter.

    `contact_ids` are the people who may give its review, the longest known first; `others` are people of the account
    who are asked about tickets only.
    """

    quarter: str
    owner_id: str
    owner_email: str
    account_id: str
    account: str
    contact_ids: tuple[str, ...]
    others: tuple[str, ...] = ()


class Portfolio(NamedTuple):
    """An account with its people, the longest known first, and who looks after it."""

    account_id: str
    name: str
    owner_email: str
    people: Sequence[Contact]
    others: Sequence[Contact]


def portfolios(contacts: Iterable[Contact], programme: Programme) -> list[Portfolio]:
    """The accounts that have somebody to review the relationship with, by name.

    An account's owner is the one of its people who has been known longest of those who have one.
    """
    of_account: dict[str, list[Contact]] = defaultdict(list)
    for contact in contacts:
        of_account[contact.account_id].append(contact)
    found = []
    for account_id, known in of_account.items():
        people = sorted(known, key=lambda one: (one.first_seen_at, one.contact_id))
        relationship = [one for one in people if one.role == "relationship"]
        if relationship:
            owner = next((one.owner_email for one in relationship if one.owner_email), None)
            found.append(
                Portfolio(
                    account_id,
                    people[-1].account,
                    owner or programme.follow_up.default_owner,
                    relationship,
                    [one for one in people if one.role != "relationship"],
                )
            )
    return sorted(found, key=lambda one: (one.name.casefold(), one.account_id))


def by_owner(accounts: Iterable[Portfolio]) -> Mapping[str, list[Portfolio]]:
    """Accounts by the address of their owner, however it is written in the list."""
    spelled: dict[str, str] = {}
    found: dict[str, list[Portfolio]] = defaultdict(list)
    for account in accounts:
        found[spelled.setdefault(same_mailbox(account.owner_email), account.owner_email)].append(account)
    return found


def recorded(
    contact: Contact, quarter: Quarter, given: ReviewInput, by: str, programme: Programme, now: datetime
) -> tuple[Response, SaidWords]:
    """The answer somebody gives in a meeting. A person said it to a person, so it counts at once."""
    said = SaidWords(why=given.why or "", better=given.better or "")
    response = Response(
        contact_id=contact.contact_id,
        survey=REVIEW,
        occasion=str(quarter),
        score=given.score,
        state="confirmed",
        reasons=("recorded",),
        recorded_by=by,
        answered_at=now,
        updated_at=now,
        asked_at=now,
        confirmed_at=now,
        has_words=bool(said.why or said.better),
        snapshot=Snapshot(
            account_id=contact.account_id,
            language=programme.language_for(contact.locale),
            owner_id=contact.owner_id if programme.scores_per_owner else None,
            segments=contact.segments,
        ),
    )
    return response, said


def changed(
    response: Response, said: SaidWords, given: ReviewInput, by: str, now: datetime
) -> tuple[Response, SaidWords]:
    """A review after it was changed; the very same two when that says nothing new."""
    after = said.having(
        why=said.why if given.why is None else given.why, better=said.better if given.better is None else given.better
    )
    if (response.score, said) == (given.score, after):
        return response, said
    has_words = bool(after.why or after.better)
    return response.having(score=given.score, has_words=has_words, recorded_by=by, updated_at=now), after


def stood_in_for(invitations: Iterable[Invitation], programme: Programme, now: datetime) -> Iterator[Invitation]:
    """The invitations that nobody needs to send any more, ended.

    They are those of a rhythm (annual, or whatever else comes again and again) that are due within `STANDS_IN_FOR` and
    have not gone out. What follows is counted from the day they were planned for, as if they had.
    """
    for one in invitations:
        survey = programme.surveys.get(one.survey)
        comes_again = survey is not None and (survey.every is not None or survey.rotating is not None)
        if comes_again and one.state == "waiting" and not one.mails and one.planned_at <= now + STANDS_IN_FOR:
            yield one.ended("skipped", "reviewed")
