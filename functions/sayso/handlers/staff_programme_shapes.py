"""What the desk's views of the programme are answered, written down for the type checker and docs/staff-api.json."""

from __future__ import annotations

from typing import Literal

from typing_extensions import TypedDict  # pydantic describes no other before Python 3.12

from sayso.domain.doctor_report import FindingState
from sayso.domain.programme import Language
from sayso.domain.programme_facts import Kind, Unit


class ProgrammeFact(TypedDict):
    """One setting, by the name of its field. `of` is the language it is of, where it has one for each."""

    field: str
    kind: Kind
    number: int
    unit: Unit
    texts: list[str]
    of: str


class ProgrammeGroup(TypedDict):
    """The settings of one of several: `name` is what the company calls it, `key` what the programme does."""

    field: str
    key: str
    name: dict[Language, str]
    facts: list[ProgrammeFact]


class ProgrammePart(TypedDict):
    """Settings that are read together."""

    part: str
    facts: list[ProgrammeFact]
    groups: list[ProgrammeGroup]


class ProgrammeInWords(TypedDict):
    """All that the programme sets, as codes that the desk words."""

    parts: list[ProgrammePart]


class CalendarCount(TypedDict):
    """How many mails of a survey."""

    survey: str
    n: int


class CalendarLine(TypedDict):
    """A day of the company: what goes out on it. `exact` false: so many at least. `full`: the day's limit."""

    day: str
    total: int
    counts: list[CalendarCount]
    open: bool
    full: bool
    exact: bool


class CalendarPictures(TypedDict):
    """The days as SVG, for a wide and for a narrow window."""

    wide: str
    narrow: str


class ProgrammeCalendar(TypedDict):
    """What goes out in the days to come, as far as it is planned. `beyond` is what the limit pushes behind them."""

    days: list[CalendarLine]
    total: int
    complete_until: str | None
    limit: int | None
    sent_today: int
    beyond: int
    paused_since: str | None
    picture: CalendarPictures


class PauseShown(TypedDict):
    """Everything stands still."""

    at: str
    by: str
    reason: str


class PauseState(TypedDict):
    """Whether everything stands still."""

    pause: PauseShown | None


class FindingShown(TypedDict):
    """One thing the doctor looked at, in the sentences of the command: English."""

    check: str
    state: FindingState
    says: str
    do: str


class DoctorShown(TypedDict):
    """What the doctor found last. `old`: time to look again."""

    at: str
    by: str
    old: bool
    findings: list[FindingShown]


class SendingShown(TypedDict):
    """What SES says about the account. `quota` null: without a limit."""

    state: Literal["sends", "under_review", "paused"]
    production: bool
    sent: int
    quota: int | None


class StandingChangeShown(TypedDict):
    """Something somebody did to whom may be written to. Of an account, its name as far as it is known."""

    at: str
    by: str
    what: Literal["paused", "resumed", "held", "released", "kicked_off"]
    reason: str
    account: str
    until: str | None


class ProgrammeHealth(PauseState):
    """Whether everything runs. `hints` are English sentences about the programme, as `sayso check` gives them."""

    sending: SendingShown | None
    hints: list[str]
    doctor: DoctorShown | None
    changes: list[StandingChangeShown]


class ProgrammeHold(TypedDict):
    """An account on hold until the end of a day, or that was (`over`)."""

    account_id: str
    account: str
    until: str
    reason: str
    by: str
    at: str
    over: bool


class ProgrammeHolds(TypedDict):
    """A part of the holds, by account."""

    items: list[ProgrammeHold]
    next: str
