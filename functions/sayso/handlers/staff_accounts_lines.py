"""Writes accounts as the desk is answered."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.domain.follow_up import FollowUp
from sayso.domain.nps import nps
from sayso.domain.programme import Language
from sayso.domain.review_pack import RELATIONSHIP, standing_of
from sayso.domain.sending import Hold
from sayso.domain.staff import Staff
from sayso.domain.stretch import Stretch
from sayso.domain.time import last_day, utc_text
from sayso.handlers.staff_accounts_shapes import (
    AccountFigures,
    AccountHold,
    AccountLine,
    AccountOpen,
    AccountPeriod,
    AccountReview,
    AccountTrend,
    StaffAccount,
)
from sayso.services import desk_account, desk_accounts
from sayso.services.figures import Figures
from sayso.wiring_desk import of_this_function

_ENOUGH = 2  # points; one is no trend


def account_line(one: desk_accounts.AccountLine, staff: Staff) -> AccountLine:
    """An account in the list."""
    return {
        "id": one.account_id,
        "name": one.name,
        "relationship": figures(one.figures, RELATIONSHIP, hidden=one.hidden),
        "last_answer": one.last_answer.isoformat() if one.last_answer else None,
        "renewal": one.renewal.isoformat() if one.renewal else None,
        "open": len(one.cases),
        "case": _first(one.cases, staff),
        "hold": hold(one.hold),
    }


def account(one: desk_account.ShownAccount, staff: Staff, language: Language) -> StaffAccount:
    """An account whole."""
    first, *others = one.figures
    listed = one.listed
    review: AccountReview | None = None
    if one.quarter:
        recorded_at = utc_text(one.reviewed_at) if one.reviewed_at else None
        review = {"quarter": one.quarter, "owner": listed.owner_email if listed else "", "recorded_at": recorded_at}
    return {
        "id": one.account_id,
        "name": one.name,
        "owners": list(one.owners),
        "figures": [
            figures(first, RELATIONSHIP, hidden=first.name in one.hidden),
            *(figures(other, other.name, hidden=other.name in one.hidden) for other in others),
        ],
        "trend": _trend(one.trend, language),
        "last_answer": one.last_answer.isoformat() if one.last_answer else None,
        "renewal": one.renewal.isoformat() if one.renewal else None,
        "open": len(one.cases),
        "case": _first(one.cases, staff),
        "hold": hold(one.hold),
        "review": review,
    }


def hold(one: Hold | None) -> AccountHold | None:
    """A hold, by its last day."""
    if one is None:
        return None
    until = last_day(one.until, of_this_function().programme.zone).isoformat()
    return {"until": until, "reason": one.reason, "by": one.by.rsplit("/", 1)[-1], "at": utc_text(one.at)}


def figures(one: Figures, survey: str, *, hidden: bool) -> AccountFigures:
    """Some figures; of hidden ones none."""
    stands, has_rate = standing_of(survey, one.scale, one.counts), one.coverage != "none" and bool(one.asked)
    return {
        "survey": survey,
        "scale": one.scale,
        "n": stands.n,
        "nps": stands.nps,
        "low": stands.low,
        "high": stands.high,
        "mean": round(stands.mean, 1) if stands.mean is not None else None,
        "is_few": one.is_few,
        "hidden": hidden,
        "asked": one.asked if has_rate else None,
        "answered": one.answered if has_rate else None,
    }


def _first(cases: Sequence[FollowUp], staff: Staff) -> AccountOpen | None:
    if not cases:
        return None
    case = cases[0]
    return {
        "id": case.follow_up_id,
        "due_at": utc_text(case.due_at),
        "late": case.is_late(of_this_function().clock()),
        "opens": staff.may_open(case),
    }


def _trend(points: Sequence[desk_account.TrendPoint], language: Language) -> AccountTrend | None:
    if sum(not point.is_few for point in points) < _ENOUGH:
        return None
    stretches = [
        Stretch(point.period.label, point.period.first, point.period.last, point.counts, is_hidden=point.is_few)
        for point in points
    ]
    drawn = of_this_function().desk_pictures.trend(stretches, "rolling", language)
    return {"wide": drawn.wide, "narrow": drawn.narrow, "periods": [_period(point) for point in points]}


def _period(point: desk_account.TrendPoint) -> AccountPeriod:
    counts, until = point.counts, point.period.last.isoformat()
    if point.is_few:
        return {"until": until, "n": counts.n, "nps": None, "low": None, "high": None}
    low, high = desk_account.ends(counts)
    return {"until": until, "n": counts.n, "nps": nps(counts), "low": low, "high": high}
