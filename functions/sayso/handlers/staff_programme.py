"""The door of the desk to the programme: what is set, what goes out, and whether everything runs."""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated, cast

from aws_lambda_powertools.event_handler.router import APIGatewayHttpRouter
from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from sayso.domain.hold_action import LONGEST_REASON
from sayso.domain.programme import Language
from sayso.domain.programme_facts import programme_facts
from sayso.domain.response import tidy
from sayso.domain.sending import Pause
from sayso.domain.time import last_day, utc_text
from sayso.handlers.api_body import takes
from sayso.handlers.staff_door import SIGNED_IN, Anyone, Managers
from sayso.handlers.staff_programme_shapes import (
    CalendarPictures,
    DoctorShown,
    PauseShown,
    PauseState,
    ProgrammeCalendar,
    ProgrammeHealth,
    ProgrammeHolds,
    ProgrammeInWords,
    ProgrammePart,
    SendingShown,
)
from sayso.handlers.staff_query import APart, Asked, asks
from sayso.handlers.staff_responses import OF_A_CHANGE, OF_A_LOOK, tells
from sayso.wiring_desk import of_this_function

router = APIGatewayHttpRouter()  # type: ignore[no-untyped-call]
_A_PAGE = 25
_WIDTHS = {"wide": 900, "narrow": 340}


class AskedCalendar(Asked):
    """How many days, and in which language the pictures are."""

    days: Annotated[int, Field(ge=1, le=31)] = 30
    language: Language = "en"


class AskedPause(BaseModel):
    """Why everything is to stand still."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)

    reason: Annotated[str, Field(max_length=LONGEST_REASON), AfterValidator(tidy)]


class AskedResume(BaseModel):
    """Nothing more is to be said."""

    model_config = ConfigDict(extra="forbid", frozen=True)


@router.get(
    "/api/staff/programme",
    summary="Show what the programme sets, as codes the desk words. A viewer sees no address of our people.",
    responses=tells(ProgrammeInWords),
    operation_id="staff_programme_show",
    security=SIGNED_IN,
    tags=["programme"],
)
def get_programme(staff: Anyone) -> ProgrammeInWords:
    """Show what is set."""
    parts = programme_facts(of_this_function().programme, with_staff=staff.role != "viewer")
    return {"parts": [cast("ProgrammePart", asdict(part)) for part in parts]}


@router.get(
    "/api/staff/programme/calendar",
    summary="Show what goes out in the days to come, by day and survey.",
    responses=tells(ProgrammeCalendar, *OF_A_LOOK),
    operation_id="staff_programme_calendar",
    security=SIGNED_IN,
    tags=["programme"],
)
@asks(router, AskedCalendar)
def get_calendar(staff: Managers, asked: AskedCalendar) -> ProgrammeCalendar:
    """Show the calendar; to a manager, as a recheck says that a follow-up is over, a reminder that nobody answered."""
    from sayso.adapters.calendar_picture import calendar_picture

    wiring = of_this_function()
    found = wiring.desk_calendar.days(asked.days)
    known = found.complete_until
    drawn = {
        name: str(calendar_picture(wiring.renderer, asked.language, found, name=f"calendar-{name}", width=width))
        for name, width in _WIDTHS.items()
    }
    return {
        "days": [
            {
                "day": day.day.isoformat(),
                "total": day.total,
                "counts": [{"survey": survey, "n": n} for survey, n in sorted(day.counts.items())],
                "open": day.is_open,
                "full": day.is_full,
                "exact": known is None or day.day <= known,
            }
            for day in found.days
        ],
        "total": found.total,
        "complete_until": known.isoformat() if known else None,
        "limit": found.limit,
        "sent_today": found.sent_today,
        "beyond": found.beyond,
        "paused_since": utc_text(found.pause.at) if found.pause else None,
        "picture": CalendarPictures(wide=drawn["wide"], narrow=drawn["narrow"]),
    }


@router.get(
    "/api/staff/programme/health",
    summary="Show whether everything runs: the pause, SES, the programme's hints, and what the doctor found last.",
    responses=tells(ProgrammeHealth),
    operation_id="staff_programme_health",
    security=SIGNED_IN,
    tags=["programme"],
)
def get_health(staff: Managers) -> ProgrammeHealth:
    """Show whether everything runs."""
    wiring = of_this_function()
    health, zone = wiring.desk_health, wiring.programme.zone
    sending = health.sending()
    return {
        "pause": _pause_shown(health.pause()),
        "sending": cast("SendingShown", sending._asdict()) if sending else None,
        "hints": health.hints(),
        "doctor": _doctor_shown(),
        "changes": [
            {
                "at": utc_text(change.at),
                "by": _called(change.by),
                "what": change.what,
                "reason": change.reason,
                "account": account,
                "until": last_day(change.until, zone).isoformat() if change.until else None,
            }
            for change, account in health.changes()
        ],
    }


@router.get(
    "/api/staff/programme/holds",
    summary="List the accounts on hold, and those whose time is over.",
    responses=tells(ProgrammeHolds, *OF_A_LOOK),
    operation_id="staff_programme_holds",
    security=SIGNED_IN,
    tags=["programme"],
)
@asks(router, APart)
def get_holds(staff: Managers, asked: APart) -> ProgrammeHolds:
    """List the holds."""
    wiring = of_this_function()
    found = wiring.desk_health.holds(_A_PAGE, asked.after)
    return {
        "items": [
            {
                "account_id": one.account_id,
                "account": one.account,
                "until": last_day(one.hold.until, wiring.programme.zone).isoformat(),
                "reason": one.hold.reason,
                "by": _called(one.hold.by),
                "at": utc_text(one.hold.at),
                "over": one.is_over,
            }
            for one in found.items
        ],
        "next": found.next,
    }


@router.post(
    "/api/staff/programme/pause",
    summary="Let no mail to customers go out any more, until somebody resumes.",
    description="What waits stays waiting; answers still come in and are looked after. What SES has in hand goes out.",
    responses=tells(PauseState, *OF_A_CHANGE),
    operation_id="staff_programme_pause",
    security=SIGNED_IN,
    tags=["programme"],
)
@takes(router, AskedPause)
def post_pause(staff: Managers, given: AskedPause) -> PauseState:
    """Pause everything."""
    wiring = of_this_function()
    before = wiring.desk_health.pause()
    if before and (before.by, before.reason) == (staff.email, given.reason.strip()):
        return {"pause": _pause_shown(before)}
    was = {"paused": before is not None}
    with wiring.record_changes.recorded(staff, "programme.pause", "sending:all", before=was) as note:
        wiring.desk_health.stop(given.reason, staff.email)
        # Why is kept with the pause: here it would outlive whoever it names.
        note.after = {"paused": True}
    return {"pause": _pause_shown(wiring.desk_health.pause())}


@router.post(
    "/api/staff/programme/resume",
    summary="Let mails go out again: what was due meanwhile follows by itself, the oldest first.",
    responses=tells(PauseState, *OF_A_CHANGE),
    operation_id="staff_programme_resume",
    security=SIGNED_IN,
    tags=["programme"],
)
@takes(router, AskedResume)
def post_resume(staff: Managers, given: AskedResume) -> PauseState:
    """Resume."""
    wiring = of_this_function()
    if wiring.desk_health.pause() is None:
        return {"pause": None}
    with wiring.record_changes.recorded(staff, "programme.resume", "sending:all", before={"paused": True}) as note:
        wiring.desk_health.resume(staff.email)
        note.after = {"paused": False}
    return {"pause": _pause_shown(wiring.desk_health.pause())}


def _pause_shown(pause: Pause | None) -> PauseShown | None:
    return {"at": utc_text(pause.at), "by": _called(pause.by), "reason": pause.reason} if pause else None


def _doctor_shown() -> DoctorShown | None:
    wiring = of_this_function()
    report = wiring.desk_health.report()
    if report is None:
        return None
    return {
        "at": utc_text(report.at),
        "by": _called(report.by),
        "old": report.is_old(wiring.clock()),
        "findings": [
            {"check": one.check, "state": one.state, "says": one.says, "do": one.do} for one in report.findings
        ],
    }


def _called(by: str) -> str:
    """Somebody of ours in a word: of whoever gave a command on AWS, what follows the role."""
    return by.rsplit("/", 1)[-1]
