"""Follow-ups on a terminal: as rows of a table, as plain values for machines, and one of them told in full."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from sayso.cli.answer_words import score_of
from sayso.cli.show import moment, say, table
from sayso.domain.contact import Contact
from sayso.domain.follow_up import CaseChange, FollowUp
from sayso.domain.notice import Notice
from sayso.wiring import Wiring

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
_CHANGES = {
    "opened": "opened, due {due}",
    "joined": "another answer joined",
    "reopened": "opened again, due {due}",
    "contacted": "in touch",
    "noted": "noted",
    "handed_over": "handed over to {to}",
    "closed": "closed, {outcome}; it was: {cause}",
}
_KINDS = {
    "alert": "of an answer",
    "handed_over": "that it is theirs now",
    "reminder": "that it is due soon",
    "escalation": "that it is late",
    "undelivered": "that the owner's mail did not arrive",
}


def told_of(notices: Sequence[Notice]) -> bool:
    """Whether everything that was to be told about a case was told, or still is to be."""
    return not any(notice.state in ("failed", "unknown") and notice.due_at is None for notice in notices)


def row(case: FollowUp, person: Contact | None, now: datetime, zone: ZoneInfo) -> tuple[str, ...]:
    """A follow-up as a row of the list."""
    return (
        case.follow_up_id,
        _name(person),
        case.account,
        ", ".join(score_of(answer.score, answer.scale) for answer in case.answers),
        case.owner_email,
        "late" if case.is_late(now) else case.state.replace("_", " "),
        moment(case.closed_at or case.due_at, zone),
    )


def as_plain(case: FollowUp, person: Contact | None, now: datetime) -> dict[str, Any]:
    """A follow-up as plain JSON values, with whom it is about."""
    about = {"person": _name(person), "email": person.email if person else ""}
    return {**case.model_dump(mode="json", exclude={"told"}), **about, "late": case.is_late(now)}


def as_sheet_row(case: FollowUp, person: Contact | None, now: datetime) -> dict[str, Any]:
    """A follow-up as a row of a spreadsheet; survey and score are those of its first answer."""
    first = case.answers[0]
    plain = as_plain(case, person, now)
    answer = {"survey": first.survey, "score": first.score, "scale": first.scale, "owner": case.owner_email}
    return {name: {**plain, **answer}.get(name) for name in COLUMNS}


def tell(case: FollowUp, person: Contact | None, notices: Sequence[Notice], wiring: Wiring) -> None:
    """Say everything about one follow-up."""
    zone, now = wiring.programme.zone, wiring.clock()
    state = "late" if case.is_late(now) else case.state.replace("_", " ")
    say(f"{case.follow_up_id}: {_name(person)}, {case.account or 'account no longer known'} · {state}")
    say(f"Owner: {case.owner_email} · first contact due {moment(case.due_at, zone)}")
    if person:
        say(f"Reach them: {', '.join(filter(None, (person.email, person.phone)))}{_wish(case)}")
    for answer in case.answers:
        words = wiring.responses.words(case.contact_id, answer.survey, answer.occasion)
        about = f"{answer.survey} {answer.ticket or ''}".strip()
        say(f"{moment(answer.answered_at, zone)}  {score_of(answer.score, answer.scale)}  {about}")
        for said in filter(None, (words.why, words.better)):
            say(f"    “{said}”")
    rows = [(moment(one.at, zone), one.by, _what(one, zone), one.note) for one in case.changes]
    table("What happened", ("when", "who", "what", "note"), rows, empty="")
    table("Who was told", ("when", "by", "of what", "state"), _told(notices, zone), empty="Nobody was told yet.")


def _told(notices: Sequence[Notice], zone: ZoneInfo) -> Iterator[tuple[str, ...]]:
    for one in notices:
        by = f"mail to {one.to}" if one.is_mail and one.to else one.channel
        state = one.state if not one.reason else f"{one.state}: {one.reason.replace('_', ' ')}"
        yield moment(one.at or one.due_at, zone), by, _KINDS[one.kind], state


def _what(change: CaseChange, zone: ZoneInfo) -> str:
    outcome = (change.outcome or "").replace("_", " ")
    due = moment(change.due_at, zone)
    return _CHANGES[change.what].format(due=due, to=change.to, outcome=outcome, cause=change.cause)


def _wish(case: FollowUp) -> str:
    wishes = {"phone": "wishes a call", "mail": "wishes a mail", "no": "does not wish to be contacted"}
    return f" · {wishes[case.wish]}" if case.wish else ""


def _name(person: Contact | None) -> str:
    return (person.name or person.email) if person else "(erased)"
