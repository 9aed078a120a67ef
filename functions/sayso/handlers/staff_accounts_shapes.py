"""What the desk is told of accounts, written down for the type checker and for docs/staff-api.json."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict
from typing_extensions import TypedDict  # pydantic describes no other before Python 3.12

from sayso.domain.contact import Role
from sayso.domain.invitation import State
from sayso.domain.programme import Language, Scale
from sayso.handlers.staff_answers_shapes import AnswerLine
from sayso.handlers.staff_cases_shapes import CaseLine


class AccountFigures(TypedDict):
    """The figures of twelve UTC days' months of one thing that was asked about: `survey`, or the `relationship`.

    `nps`, `low` and `high` are null without answers; on the scale satisfaction `mean` says it instead. `is_few` says
    that they are too few to be sure; `hidden` that they are not told, as one to four of the answers, or nobody knows
    how many, are of people who are not the reader's. `asked` and `answered` are invitations; null where nobody is
    invited, and beside answers of others' people.
    """

    survey: str
    scale: Scale
    n: int
    nps: int | None
    low: int | None
    high: int | None
    mean: float | None
    is_few: bool
    hidden: bool
    asked: int | None
    answered: int | None


class AccountHold(TypedDict):
    """Nobody of the account is asked until the end of this day of the company's; `at` is since when (UTC)."""

    until: str
    reason: str
    by: str
    at: str


class AccountOpen(TypedDict):
    """The open follow-up that is due first. `opens`: whether the reader may open it."""

    id: str
    due_at: str
    late: bool
    opens: bool


class AccountLine(TypedDict):
    """An account in the list; `open` counts the follow-ups of its first fifty people."""

    id: str
    name: str
    relationship: AccountFigures
    last_answer: str | None
    renewal: str | None
    open: int
    case: AccountOpen | None
    hold: AccountHold | None


class AccountPage(TypedDict):
    """Accounts, and the cursor of those after them."""

    items: list[AccountLine]
    next: str


class AccountPeriod(TypedDict):
    """The twelve months up to a day (`until`); without a score where they are too few to tell."""

    until: str
    n: int
    nps: int | None
    low: int | None
    high: int | None


class AccountTrend(TypedDict):
    """The relationship score of twelve months, month by month, as a picture and as numbers."""

    wide: str
    narrow: str
    periods: list[AccountPeriod]


class AccountReview(TypedDict):
    """The review of the quarter that runs. `owner` is whose list the account is on; empty while it is on none."""

    quarter: str
    owner: str
    recorded_at: str | None


class StaffAccount(TypedDict):
    """An account; `trend` is null while there is not enough to draw, `review` where the programme has none."""

    id: str
    name: str
    owners: list[str]
    figures: list[AccountFigures]
    trend: AccountTrend | None
    last_answer: str | None
    renewal: str | None
    open: int
    case: AccountOpen | None
    hold: AccountHold | None
    review: AccountReview | None


class AccountPerson(TypedDict):
    """Somebody of an account."""

    id: str
    name: str
    email: str
    role: Role
    do_not_ask: bool
    owner: str


class AccountPeople(TypedDict):
    """People of an account, and the cursor of those after them."""

    items: list[AccountPerson]
    next: str


class AccountAnswers(TypedDict):
    """What an account's people answered, and the cursor of what they answered before."""

    items: list[AnswerLine]
    next: str


class AccountCase(TypedDict):
    """A follow-up of one of its people. `promised` is what was done about one that is over; `opens` as elsewhere."""

    case: CaseLine
    promised: str
    opens: bool


class AccountCases(TypedDict):
    """The follow-ups of some of an account's people, and the cursor of its other people."""

    items: list[AccountCase]
    next: str


class AccountTicket(TypedDict):
    """A ticket somebody was asked about, or is to be. `reason` says why not (yet), as a code."""

    ticket: str
    source: str
    survey: str
    contact_id: str
    name: str
    state: State
    reason: str
    at: str


class AccountTickets(TypedDict):
    """The tickets some of an account's people were asked about, and the cursor of its other people."""

    items: list[AccountTicket]
    next: str


class AccountLink(TypedDict):
    """An address to open in a window of its own, within half an hour."""

    url: str
    expires_at: str


class LinkAsked(BaseModel):
    """Which page of the account to open, and in which language."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)

    what: Literal["pack", "review"]
    language: Language = "en"
