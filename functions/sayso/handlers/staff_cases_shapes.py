"""What the desk is answered about follow-ups, written down for the type checker and for docs/staff-api.json."""

from __future__ import annotations

from typing import Literal

from typing_extensions import TypedDict  # pydantic describes no other before Python 3.12

from sayso.domain.case_action import CaseAction
from sayso.domain.commitment import Status
from sayso.domain.errors import InvalidInputError
from sayso.domain.follow_up import CaseState
from sayso.domain.notice import NoticeKind, NoticeState
from sayso.domain.programme import Language, Scale
from sayso.domain.response import ContactWish
from sayso.handlers.case_shapes import FollowUp


class CaseLine(TypedDict):
    """A follow-up in a list; score, survey and ticket are those of the answer that opened it.

    `name` and `email` are empty of somebody who was erased. `escalated_to_me`: whoever is signed in knows of it because
    its owner did nothing, or could not be reached.
    """

    id: str
    name: str
    email: str
    account: str
    erased: bool
    survey: str
    score: int
    scale: Scale
    ticket: str | None
    answers: int
    wish: ContactWish | None
    state: CaseState
    late: bool
    owner_email: str
    is_owner: bool
    escalated_to: str
    escalated_to_me: bool
    opened_at: str
    due_at: str
    contacted_at: str | None
    closed_at: str | None
    cause: str


class CasePage(TypedDict):
    """Follow-ups, and the cursor of those after them. `looked_until`: where the search for some of many stopped."""

    items: list[CaseLine]
    next: str
    looked_until: str | None


class CasesDue(TypedDict):
    """What is due today of one's own: how many, and the first of them. `is_cut`: there are more."""

    late: int
    today: int
    items: list[CaseLine]
    is_cut: bool


class CaseLead(TypedDict):
    """Which answer this is, in the order of the case, and what it is filed under."""

    answer: str
    themes: list[str]


class CaseCommitment(TypedDict):
    """Something that is done about what was said."""

    id: str
    name: dict[Language, str]
    status: Status
    theme: str


class CaseNotice(TypedDict):
    """Something one of our people was told, or is to be, about a follow-up: when, by which channel and to whom.

    `to` is empty of a channel, and of what goes to whoever it is by then; `about` the mailbox that took no mail.
    """

    at: str | None
    kind: NoticeKind
    channel: str
    to: str
    about: str
    state: NoticeState
    reason: str


class StaffFollowUp(FollowUp):
    """A follow-up as the case page shows it, with what leads on from it.

    `leads` name the answers: the one that opened it, then those that joined. `complaint_about` is for managers, and so
    are in `people` the owners of accounts (fifty at most) whom the programme does not name.
    """

    contact_id: str
    account_id: str
    opened_at: str
    escalated_to: str
    late_at: str | None
    complaint_about: list[str]
    leads: list[CaseLead]
    commitments: list[CaseCommitment]
    notices: list[CaseNotice]


class SeenCaseAction(CaseAction):
    """The same at the desk, where several may hand a follow-up over: `hand_over` needs `owner`, who had it when it was
    looked at."""

    def check(self) -> None:
        """Raise InvalidInputError, naming the field, when something is missing or does not belong to it."""
        super().check()
        if self.do == "hand_over" and not self.owner:
            raise InvalidInputError("This is needed and is missing.", field="owner")


class StaffCase(TypedDict):
    """One follow-up; null once it is nobody's to read who has just handed it over."""

    follow_up: StaffFollowUp | None


class CaseShare(TypedDict):
    """How many of how many, and between which shares (percent) that likely lies."""

    part: int
    whole: int
    low: float
    high: float


class CaseSpan(TypedDict):
    """How long something took `n` times: half of them at most `median`, nine in ten at most `ninth`."""

    n: int
    median: float
    ninth: float


class CasesWonBack(TypedDict):
    """Detractors who were asked again, and what became of it; `waits` are still to be asked."""

    asked: int
    answered: int
    moved: CaseShare | None
    promoters: int
    still_unhappy: int
    is_few: bool
    waits: int


class CaseCause(TypedDict):
    """What closed follow-ups were about: the id of a driver or somebody's words; empty for all other words."""

    cause: str
    cases: int
    solved: int


class CaseDays(TypedDict):
    """First contacts that took so many working days; `kind` says whether that is what was promised."""

    kind: Literal["kept", "later", "waiting"]
    label: str
    n: int


class CasePicture(TypedDict):
    """A drawing, for wide pages and for phones, and its numbers."""

    wide: str
    narrow: str
    bars: list[CaseDays]


class CaseOutcomes(TypedDict):
    """How many ended how."""

    solved: int
    not_solved: int
    no_answer: int


class CaseReport(TypedDict):
    """What came of the follow-ups opened in a month or a quarter. Hours are by the clock, days are working days.

    `begun` counts what was opened again once more. `open_before` and `late_before` are older, and in no other number.
    `won_back` is null where it is not known, or would tell too much of one of our people (`hides_won_back`).
    """

    period: str
    first: str
    last: str
    owner: str
    per_owner: bool
    is_cut: bool
    promised_days: int
    cases: int
    begun: int
    contacted: int
    waiting: int
    late_now: int
    closed: int
    open: int
    open_before: int
    late_before: int
    detractors: int
    in_time: CaseShare | None
    hours_to_contact: CaseSpan | None
    days_to_contact: CaseSpan | None
    hours_to_close: CaseSpan | None
    outcomes: CaseOutcomes
    won_back: CasesWonBack | None
    hides_won_back: bool
    causes: list[CaseCause]
    picture: CasePicture
