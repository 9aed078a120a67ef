"""The door of the desk to follow-ups: the board, what is due today, one case and what is done about it."""

from __future__ import annotations

from typing import Any, Literal, cast

from aws_lambda_powertools.event_handler.router import APIGatewayHttpRouter

from sayso.domain.errors import NotFoundError
from sayso.domain.follow_up import FollowUp
from sayso.domain.response import ContactWish
from sayso.domain.staff import Staff
from sayso.handlers.api_body import takes
from sayso.handlers.case_work import do
from sayso.handlers.staff_cases_lines import case_line, utc_or_none
from sayso.handlers.staff_cases_shapes import CasePage, CasesDue, SeenCaseAction, StaffCase, StaffFollowUp
from sayso.handlers.staff_cursor import opened, shut
from sayso.handlers.staff_door import SIGNED_IN, Owners
from sayso.handlers.staff_query import APart, Asked, asks
from sayso.handlers.staff_responses import OF_A_CHANGE, OF_A_LOOK, tells
from sayso.services.desk_cases import Column, WhichCases, Whose
from sayso.wiring_desk import of_this_function

router = APIGatewayHttpRouter()  # type: ignore[no-untyped-call]
_LONGEST = 254  # of an address; whatever is longer is none


class AskedCases(APart):
    """Which follow-ups: of a column of the board, and what they are to be beside that."""

    column: Column = "to_contact"
    whose: Whose = "all"
    owner: str = ""
    survey: str = ""
    wish: ContactWish | Literal[""] = ""
    late: Literal["", "yes"] = ""


@router.get(
    "/api/staff/cases",
    summary="List the follow-ups of a column: the one due first first, of those that are over the one closed last.",
    description="An owner is shown their own; with `whose=escalated` those that were escalated to them.",
    responses=tells(CasePage, *OF_A_LOOK),
    operation_id="staff_cases_list",
    security=SIGNED_IN,
    tags=["cases"],
)
@asks(router, AskedCases)
def get_cases(staff: Owners, asked: AskedCases) -> CasePage:
    """List follow-ups."""
    wiring = of_this_function()
    which = WhichCases(
        column=asked.column,
        whose=asked.whose,
        owner=asked.owner[:_LONGEST],
        survey=asked.survey,
        wish=asked.wish or None,
        late=bool(asked.late),
    )
    found = wiring.desk_cases.page(staff, which, opened(staff, asked.after))
    now = wiring.clock()
    return {
        "items": [case_line(case, found.people.get(case.contact_id), staff, now) for case in found.cases],
        "next": shut(staff, found.next),
        "looked_until": utc_or_none(found.looked_until),
    }


@router.get(
    "/api/staff/cases/due",
    summary="Say which of one's own follow-ups are late, or due until the end of the day.",
    responses=tells(CasesDue, *OF_A_LOOK),
    operation_id="staff_cases_due",
    security=SIGNED_IN,
    tags=["cases"],
)
@asks(router, Asked)
def get_cases_due(staff: Owners, asked: Asked) -> CasesDue:
    """Say what is due today."""
    wiring = of_this_function()
    found, now = wiring.desk_cases.due(staff), wiring.clock()
    return {
        "late": found.late,
        "today": found.today,
        "items": [case_line(case, found.people.get(case.contact_id), staff, now) for case in found.cases],
        "is_cut": found.is_cut,
    }


@router.get(
    "/api/staff/cases/<case_id>",
    summary="Show a follow-up: the words first, then all that was done about it, and who was told.",
    responses=tells(StaffCase, *OF_A_LOOK),
    operation_id="staff_cases_show",
    security=SIGNED_IN,
    tags=["cases"],
)
def get_one_case(staff: Owners, case_id: str) -> StaffCase:
    """Show a follow-up."""
    return {"follow_up": _shown(case_id, staff)}


@router.post(
    "/api/staff/cases/<case_id>",
    summary="Say what was done about a follow-up: in touch, a note, over, open again, or somebody else's from now on.",
    description=(
        "What each needs is said at the case page's `post_case`, which takes the same. `hand_over` needs the `owner` "
        "who was seen to have it as well, and is refused with 409, about that field, when it is another by now. "
        "`follow_up` is null once it is not theirs to read any more."
    ),
    responses=tells(StaffCase, *OF_A_CHANGE),
    operation_id="staff_cases_act",
    security=SIGNED_IN,
    tags=["cases"],
)
@takes(router, SeenCaseAction)
def post_one_case(staff: Owners, case_id: str, given: SeenCaseAction) -> StaffCase:
    """Change a follow-up."""
    wiring = of_this_function()
    given.check()
    known = wiring.follow_ups.get(case_id)
    # Whoever handed it over, and lost the answer, asks once more for what is done.
    if known is None or not known.knows(given.action_id):
        case = wiring.desk_case.open(case_id, staff)
        what, on = f"case.{given.do}", f"case:{case_id}"
        with wiring.record_changes.recorded(
            staff, what, on, _state(case), complaint_about=case.complaint_about
        ) as note:
            # The right is asked for again with each write: since the look above it may have become somebody else's.
            do(wiring.work_on_case.for_whom(staff.may_open), case_id, staff.email, given)
            done = wiring.follow_ups.get(case_id)
            note.after = _state(done) if done else {}
    try:
        return {"follow_up": _shown(case_id, staff)}
    except NotFoundError:
        return {"follow_up": None}


def _shown(case_id: str, staff: Staff) -> StaffFollowUp:
    return cast("StaffFollowUp", of_this_function().desk_case.read(case_id, staff))


def _state(case: FollowUp) -> dict[str, Any]:
    """What a record tells of a case: how it stands and who has it, and nothing that was said or written."""
    drivers = {driver.id for driver in of_this_function().programme.drivers}
    told = {"state": case.state, "owner": case.owner_email, **({"cause": case.cause} if case.cause in drivers else {})}
    return told | ({"recheck": True} if case.recheck else {})
