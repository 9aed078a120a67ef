"""Writes follow-ups, and the report of them, as the desk is answered."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sayso.domain.contact import Contact
from sayso.domain.durations import Durations
from sayso.domain.follow_up import FollowUp
from sayso.domain.programme import Programme
from sayso.domain.shares import Share
from sayso.domain.staff import Staff
from sayso.domain.time import utc_text
from sayso.domain.won_back import WonBack
from sayso.handlers.staff_cases_shapes import CaseCause, CaseLine, CaseShare, CaseSpan, CasesWonBack
from sayso.services.follow_up_report import Cause


def case_line(case: FollowUp, person: Contact | None, staff: Staff, now: datetime) -> CaseLine:
    """A follow-up in a list."""
    first = case.answers[0]
    return {
        "id": case.follow_up_id,
        "name": (person.name if person else None) or "",
        "email": person.email if person else "",
        "account": case.account,
        "erased": bool(case.erased),
        "survey": first.survey,
        "score": first.score,
        "scale": first.scale,
        "ticket": first.ticket,
        "answers": len(case.answers),
        "wish": case.wish,
        "state": case.state,
        "late": case.is_late(now),
        "owner_email": case.owner_email,
        "is_owner": staff.has_address(case.owner_email),
        "escalated_to": case.escalated_to,
        "escalated_to_me": bool(case.escalated_id) and case.escalated_id == staff.owner_id,
        "opened_at": utc_text(case.opened_at),
        "due_at": utc_text(case.due_at),
        "contacted_at": utc_or_none(case.contacted_at),
        "closed_at": utc_or_none(case.closed_at),
        "cause": case.cause,
    }


def share_of(share: Share) -> CaseShare | None:
    """A share with how sure it is; None of nothing."""
    if not share.whole:
        return None
    ends = share.interval
    return {"part": share.part, "whole": share.whole, "low": round(ends.low, 1), "high": round(ends.high, 1)}


def span_of(took: Durations | None) -> CaseSpan | None:
    """How long something took, to a tenth."""
    return {"n": took.n, "median": round(took.median, 1), "ninth": round(took.ninth, 1)} if took else None


def won_back_of(won: WonBack, waits: int) -> CasesWonBack:
    """Who was won back."""
    return {
        "asked": won.asked,
        "answered": won.answered,
        "moved": share_of(won.moved),
        "promoters": won.promoters,
        "still_unhappy": won.still_unhappy,
        "is_few": won.is_few,
        "waits": waits,
    }


def causes_of(causes: Sequence[Cause], programme: Programme, *, is_manager: bool) -> list[CaseCause]:
    """What it was about. What somebody wrote themselves may be about a customer of somebody else: of that only
    managers read more than how often."""
    drivers = {driver.id for driver in programme.drivers}
    told: dict[str, CaseCause] = {}
    for one in causes:
        name = one.cause if is_manager or one.cause in drivers else ""
        line = told.setdefault(name, {"cause": name, "cases": 0, "solved": 0})
        line["cases"] += one.cases
        line["solved"] += one.solved
    return sorted(told.values(), key=lambda line: -line["cases"])


def utc_or_none(at: datetime | None) -> str | None:
    """A moment as text, where there is one."""
    return utc_text(at) if at else None
