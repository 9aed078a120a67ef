"""Follow-ups on a terminal: as rows of a table, and as plain values for machines."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from sayso.cli.answer_words import score_of
from sayso.cli.show import moment
from sayso.domain.contact import Contact
from sayso.domain.follow_up import FollowUp
from sayso.domain.notice import Notice

COLUMNS = (
    "follow_up_id",
    "person",
    "email",
    "account",
    "survey",
    "score",
    "scale",
    "owner",
    "state",
    "late",
    "wish",
    "opened_at",
    "due_at",
    "contacted_at",
    "closed_at",
    "cause",
)


def told_of(notices: Sequence[Notice]) -> bool:
    """Whether everything that was to be told about a case was told, or still is to be."""
    return not any(notice.state in ("failed", "unknown") and notice.due_at is None for notice in notices)


def row(case: FollowUp, person: Contact | None, now: datetime, zone: ZoneInfo) -> tuple[str, ...]:
    """A follow-up as a row of the list."""
    return (
        case.follow_up_id,
        name_of(person),
        case.account,
        ", ".join(score_of(answer.score, answer.scale) for answer in case.answers),
        case.owner_email,
        "late" if case.is_late(now) else case.state.replace("_", " "),
        moment(case.closed_at or case.due_at, zone),
    )


def as_plain(case: FollowUp, person: Contact | None, now: datetime) -> dict[str, Any]:
    """A follow-up as plain JSON values, with whom it is about."""
    about = {"person": name_of(person), "email": person.email if person else ""}
    return {**case.model_dump(mode="json", exclude={"told"}), **about, "late": case.is_late(now)}


def as_sheet_row(case: FollowUp, person: Contact | None, now: datetime) -> dict[str, Any]:
    """A follow-up as a row of a spreadsheet; survey and score are those of its first answer."""
    first = case.answers[0]
    plain = as_plain(case, person, now)
    answer = {"survey": first.survey, "score": first.score, "scale": first.scale, "owner": case.owner_email}
    return {name: {**plain, **answer}.get(name) for name in COLUMNS}


def name_of(person: Contact | None) -> str:
    """What a person is called, as far as anybody knows."""
    return (person.name or person.email) if person else "(erased)"
