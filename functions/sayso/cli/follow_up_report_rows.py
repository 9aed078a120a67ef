"""The report of follow-ups for machines and spreadsheets."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

from sayso.domain.case_times import Episode
from sayso.domain.time import utc_text
from sayso.services.follow_up_report import FollowUpReport, ReportedCase

COLUMNS = (
    *("follow_up", "opening", "account", "owner", "survey", "score", "scale", "opened_at", "due_at", "contacted_at"),
    *("hours_to_contact", "in_time", "closed_at", "hours_to_close", "outcome", "cause", "asked_again"),
    *("score_again", "moved_points"),
)
_HOUR = timedelta(hours=1)


def report_json(found: FollowUpReport, asked_for: dict[str, Any], *, hidden: bool) -> dict[str, Any]:
    """The report for machines; docs/operations.md says what each key means. `hidden` leaves out who was won back."""
    days = found.working_days
    causes: list[dict[str, Any]] = []
    for one in found.causes:
        won = {"asked": one.won_back.asked, "answered": one.won_back.answered, "moved": one.won_back.moved.part}
        causes.append({"cause": one.cause, "cases": one.cases, "solved": one.solved, **({} if hidden else won)})
    return {
        "since": found.first,
        "until": found.last,
        **asked_for,
        "cases": len(found.cases),
        "open_before": found.open_before,
        "late_before": found.late_before,
        "times": {**found.times.as_json(), "working_days_to_contact": days.as_json() if days else None},
        "detractors": len(found.detractors),
        "to_be_asked_again": found.waits_again,
        "won_back": None if hidden else found.won_back.as_json(),
        "causes": causes,
    }


def csv_rows(found: FollowUpReport) -> Iterator[dict[str, Any]]:
    """A row for each time a case was opened; what was said when its person was asked again stands on the last one."""
    for one in found.cases:
        for number, episode in enumerate(one.episodes, 1):
            row = {"opening": number, **_case(one), **_episode(episode, found)}
            yield row if number < len(one.episodes) else {**row, **_again(one)}


def _case(one: ReportedCase) -> dict[str, Any]:
    case, first = one.case, one.first_low or one.case.answers[0]
    named = {"follow_up": case.follow_up_id, "account": case.account, "owner": case.owner_email}
    return {**named, "survey": case.answers[0].survey, "score": first.score, "scale": first.scale}


def _episode(episode: Episode, found: FollowUpReport) -> dict[str, Any]:
    to_contact, to_close = episode.time_to_contact, episode.time_to_close
    return {
        "opened_at": _moment(episode.begun_at),
        "due_at": _moment(episode.due_at),
        "contacted_at": _moment(episode.contacted_at),
        "hours_to_contact": None if to_contact is None else round(to_contact / _HOUR, 2),
        "in_time": episode.was_in_time(found.times.now),
        "closed_at": _moment(episode.closed_at),
        "hours_to_close": None if to_close is None else round(to_close / _HOUR, 2),
        "outcome": episode.outcome,
        "cause": episode.cause,
    }


def _again(one: ReportedCase) -> dict[str, Any]:
    answer, move = one.again.answer, one.move
    return {
        "asked_again": one.again.was_asked,
        "score_again": answer.score if answer else None,
        "moved_points": move.points if move else None,
    }


def _moment(at: datetime | None) -> str | None:
    return utc_text(at) if at else None
