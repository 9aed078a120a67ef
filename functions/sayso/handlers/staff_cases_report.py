"""The door of the desk to how soon people are called back, and what came of it."""

from __future__ import annotations

from aws_lambda_powertools.event_handler.router import APIGatewayHttpRouter

from sayso.domain.programme import Language
from sayso.handlers.staff_cases_lines import causes_of, share_of, span_of, won_back_of
from sayso.handlers.staff_cases_shapes import CaseDays, CaseOutcomes, CasePicture, CaseReport, CasesWonBack
from sayso.handlers.staff_door import SIGNED_IN, Owners
from sayso.handlers.staff_query import Asked, asks
from sayso.handlers.staff_responses import OF_A_LOOK, tells
from sayso.services.desk_case_report import CasesOfPeriod
from sayso.services.follow_up_report import FollowUpReport
from sayso.wiring_desk import of_this_function

router = APIGatewayHttpRouter()  # type: ignore[no-untyped-call]


class AskedReport(Asked):
    """Of which month (``2026-03``) or quarter (``2026-Q1``; without one of this), and of which of our people."""

    period: str = ""
    owner: str = ""
    language: Language = "en"


@router.get(
    "/api/staff/cases/report",
    summary="Tell what came of the follow-ups of a month or a quarter: how soon, how they ended, who was won back.",
    description=(
        "It is of the follow-ups they may open: an owner's of their own and of those escalated to them. Of one of our "
        "people (`owner`) only where the programme keeps figures per owner."
    ),
    responses=tells(CaseReport, *OF_A_LOOK),
    operation_id="staff_cases_report",
    security=SIGNED_IN,
    tags=["cases"],
)
@asks(router, AskedReport)
def get_case_report(staff: Owners, asked: AskedReport) -> CaseReport:
    """Tell what came of the follow-ups."""
    wiring = of_this_function()
    told = wiring.desk_case_report.read(staff, asked.period, asked.owner)
    found, programme = told.report, wiring.programme
    times = found.times
    return {
        "period": told.period,
        "first": found.first.isoformat(),
        "last": found.last.isoformat(),
        "owner": asked.owner,
        "per_owner": programme.scores_per_owner,
        "is_cut": found.is_cut,
        "promised_days": programme.follow_up.first_contact_within,
        "cases": len(found.cases),
        "begun": times.begun,
        "contacted": times.contacted,
        "waiting": times.waiting,
        "late_now": times.late_now,
        "closed": times.closed,
        "open": times.open,
        "open_before": found.open_before,
        "late_before": found.late_before,
        "detractors": len(found.detractors),
        "in_time": share_of(times.in_time),
        "hours_to_contact": span_of(times.hours_to_contact),
        "days_to_contact": span_of(found.working_days),
        "hours_to_close": span_of(times.hours_to_close),
        "outcomes": _outcomes(found),
        "won_back": _won_back(told),
        "hides_won_back": told.hides_won_back,
        "causes": causes_of(found.causes, programme, is_manager=staff.is_manager),
        "picture": _picture(found, asked.language),
    }


def _outcomes(found: FollowUpReport) -> CaseOutcomes:
    ended = found.times.outcomes
    return {name: ended[name] for name in ("solved", "not_solved", "no_answer")}  # type: ignore[return-value]


def _won_back(told: CasesOfPeriod) -> CasesWonBack | None:
    programme = of_this_function().programme
    survey = programme.recheck
    # Of a programme that asks nobody again, or from 1 to 5, it is not known.
    if told.hides_won_back or survey is None or programme.survey(survey).scale != "nps":
        return None
    return won_back_of(told.report.won_back, told.report.waits_again)


def _picture(found: FollowUpReport, language: Language) -> CasePicture:
    from sayso.adapters.desk_case_picture import bars_of, days_picture  # drawing is for this route alone

    wiring = of_this_function()
    within, times = wiring.programme.follow_up.first_contact_within, found.times
    waiting = times.waiting + times.late_now
    wide, narrow = (
        days_picture(
            wiring.renderer, language, found.days_to_contact, waiting, within, name=f"days-{name}", width=width
        )
        for name, width in (("wide", 640), ("narrow", 320))
    )
    kept, later = bars_of(found.days_to_contact, within)
    bars: list[CaseDays] = [{"kind": "kept", "label": one.label, "n": one.n} for one in kept]
    bars += [{"kind": "later", "label": one.label, "n": one.n} for one in later]
    bars.append({"kind": "waiting", "label": "", "n": waiting})
    return {"wide": str(wide), "narrow": str(narrow), "bars": bars}
