"""What the case page is answered, written down for the type checker and for docs/openapi.json.

They are plain dictionaries at run time, so that they cost a cold start nothing.
"""

from __future__ import annotations

from typing import NotRequired

from typing_extensions import TypedDict  # pydantic describes no other before Python 3.12

from sayso.domain.follow_up import CaseState, Outcome, What
from sayso.domain.programme import Scale
from sayso.domain.response import ContactWish


class CaseAnswer(TypedDict):
    """An answer that belongs to a follow-up."""

    survey: str
    score: int
    scale: Scale
    answered_at: str
    ticket: str | None
    why: str
    better: str
    drivers: NotRequired[list[str]]
    quote: NotRequired[bool]
    contact: NotRequired[ContactWish | None]


class PastAnswer(TypedDict):
    """An earlier answer of the same person, without its words."""

    survey: str
    score: int
    scale: Scale
    answered_at: str
    ticket: str | None


class UnconfirmedAnswer(PastAnswer):
    """A low score that nobody was seen giving, and why it does not count. It is no part of the follow-up."""

    reasons: list[str]


class CaseChange(TypedDict):
    """Something that happened to a follow-up; `by` is an address, or `sayso`."""

    at: str
    by: str
    what: What
    note: str
    to: str
    cause: str
    outcome: Outcome | None


class Promise(TypedDict):
    """What became of an earlier follow-up of the same person: `note` is what was done, and promised."""

    closed_at: str
    cause: str
    note: str
    outcome: Outcome | None


class Colleague(TypedDict):
    """One of the company's own people; `name` may be empty."""

    email: str
    name: str


class AskedAgain(TypedDict):
    """When the person was asked again; `score` and `scale` are null while they have not answered."""

    on: str
    score: int | None
    scale: Scale | None


class FollowUp(CaseAnswer):
    """A follow-up with all that whoever looks after it needs to call, and all that was done about it.

    `is_owner` is false to whom it was escalated. `recheck_days` is how long after its end the person can be asked
    again, null when the programme does not; `recheck_at` is about when they will be, `asked_again` that they
    were; both are null when they are not asked.
    """

    follow_up_id: str
    name: str
    email: str
    phone: str
    account: str
    state: CaseState
    late: bool
    due_at: str
    contacted_at: str | None
    closed_at: str | None
    outcome: Outcome | None
    cause: str
    erased: bool
    owner_email: str
    is_owner: bool
    people: list[Colleague]
    recheck_days: int | None
    recheck_at: str | None
    asked_again: AskedAgain | None
    joined: list[CaseAnswer]
    unconfirmed: list[UnconfirmedAnswer]
    history: list[PastAnswer]
    promised: list[Promise]
    changes: list[CaseChange]


class ShownCase(TypedDict):
    """The one follow-up a link opens."""

    follow_up: FollowUp


class ChangedCase(TypedDict):
    """The follow-up as it is now; null once it is somebody else's."""

    follow_up: FollowUp | None
