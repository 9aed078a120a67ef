"""The door of the desk to the editions of the public page: what is public, what waits, and a yes to exactly that.

This function cannot reach the site: whoever publishes does what is approved or asked for here, within minutes.
"""

from __future__ import annotations

from typing import cast

from aws_lambda_powertools.event_handler.router import APIGatewayHttpRouter

from sayso.domain.errors import NotFoundError
from sayso.domain.page_request import LATE_AFTER, PageRequest
from sayso.domain.staff import Staff
from sayso.domain.time import utc_text
from sayso.handlers.api_body import takes
from sayso.handlers.edition_shapes import Approval, shown_changes, shown_draft, shown_public
from sayso.handlers.staff_door import SIGNED_IN, Anyone, Managers
from sayso.handlers.staff_editions_shapes import (
    BroughtBack,
    EditionBack,
    EditionLine,
    EditionPage,
    EditionRequest,
    EditionsNow,
)
from sayso.handlers.staff_query import APart, Asked, asks
from sayso.handlers.staff_responses import OF_A_CHANGE, OF_A_LOOK, tells
from sayso.wiring_desk import of_this_function

router = APIGatewayHttpRouter()  # type: ignore[no-untyped-call]
_LONGEST_NUMBER = 6


@router.get(
    "/api/staff/editions",
    summary="Show which edition is public, what the one that waits would change, and what was asked for.",
    responses=tells(EditionsNow, *OF_A_LOOK),
    operation_id="staff_editions_now",
    security=SIGNED_IN,
    tags=["editions"],
)
def get_editions(staff: Anyone) -> EditionsNow:
    """Show what there is. What waits is nothing to a viewer, who reads what the public reads."""
    return _shown(staff)


@router.get(
    "/api/staff/editions/list",
    summary="List the editions there were, the latest first.",
    responses=tells(EditionPage, *OF_A_LOOK),
    operation_id="staff_editions_list",
    security=SIGNED_IN,
    tags=["editions"],
)
@asks(router, APart)
def get_editions_list(staff: Anyone, asked: APart) -> EditionPage:
    """List editions."""
    found = of_this_function().desk_editions.page(asked.after)
    items: list[EditionLine] = [
        {
            "number": one.number,
            "made_at": utc_text(one.made_at),
            "published_at": utc_text(one.published_at),
            "approved_by": "" if staff.role == "viewer" else one.approved_by,
            "restores": one.restores,
        }
        for one in found.items
    ]
    return {"items": items, "next": found.next}


@router.post(
    "/api/staff/editions/approve",
    summary="Approve the edition that waits: exactly that one is published, within minutes.",
    description="`approve` is the id of the edition that was looked at. Another one by now: 409, and nothing changes.",
    responses=tells(EditionsNow, *OF_A_CHANGE),
    operation_id="staff_editions_approve",
    security=SIGNED_IN,
    tags=["editions"],
)
@takes(router, Approval)
def post_editions_approve(staff: Managers, given: Approval) -> EditionsNow:
    """Approve an edition."""
    wiring = of_this_function()
    page, draft = wiring.review_edition.shown()
    before = {"public": page.number}
    with wiring.record_changes.recorded(staff, "edition.approve", f"draft:{given.approve}", before) as note:
        wiring.review_edition.approve(given.approve, staff.email)
        note.after = {"edition": draft.number if draft else 0}
    return _shown(staff)


@router.post(
    "/api/staff/editions/refresh",
    summary="Have somebody look at once whether there is something new: it waits then, or is published by rule.",
    responses=tells(EditionsNow, *OF_A_CHANGE),
    operation_id="staff_editions_refresh",
    security=SIGNED_IN,
    tags=["editions"],
)
@takes(router, Asked)
def post_editions_refresh(staff: Managers, given: Asked) -> EditionsNow:
    """Ask for a draft."""
    wiring = of_this_function()
    with wiring.record_changes.recorded(staff, "edition.refresh", "page:public") as note:
        note.after = {"request": wiring.ask_for_page.refresh(staff.email).request_id}
    return _shown(staff)


@router.post(
    "/api/staff/editions/rollback",
    summary="Bring back what an earlier edition said, without what was taken back since: within minutes.",
    description=(
        "`public` is the edition that was public when somebody looked: should another one be by the time it is done, "
        "nothing is brought back, and `requests` say so. No rule publishes after it until somebody approves."
    ),
    responses=tells(EditionsNow, *OF_A_CHANGE),
    operation_id="staff_editions_rollback",
    security=SIGNED_IN,
    tags=["editions"],
)
@takes(router, BroughtBack)
def post_editions_rollback(staff: Managers, given: BroughtBack) -> EditionsNow:
    """Ask for an earlier edition."""
    wiring = of_this_function()
    before = {"public": given.public}
    with wiring.record_changes.recorded(staff, "edition.rollback", f"edition:{given.edition}", before) as note:
        asked = wiring.ask_for_page.roll_back(given.edition, given.public, staff.email)
        note.after = {"request": asked.request_id}
    return _shown(staff)


@router.get(
    "/api/staff/editions/<number>/back",
    summary="Show what bringing an edition back would change for a reader.",
    responses=tells(EditionBack, *OF_A_LOOK),
    operation_id="staff_editions_back",
    security=SIGNED_IN,
    tags=["editions"],
)
def get_edition_back(staff: Managers, number: str) -> EditionBack:
    """Show what it would change."""
    if not (number.isascii() and number.isdigit() and len(number) <= _LONGEST_NUMBER):
        raise NotFoundError("There is no such edition.", field="edition")
    public, changes = of_this_function().desk_editions.brings(int(number))
    return {"edition": int(number), "public": public, "changes": shown_changes(changes)}


def _shown(staff: Staff) -> EditionsNow:
    wiring = of_this_function()
    found, company, now = wiring.review_edition.shown(), wiring.programme.company, wiring.clock()
    public, draft = found.page, None if staff.role == "viewer" else found.draft
    approved_at = draft.approved_at if draft else None
    requests = [one for one in wiring.ask_for_page.latest() if one.kind != "quote"] if staff.is_manager else []
    return {
        "public": shown_public(public, company.default_language),
        "draft": shown_draft(draft, company.languages) if draft else None,
        "rule": wiring.programme.page.editions,
        "stuck": approved_at is not None and now - approved_at > LATE_AFTER,
        "requests": [_request(one) for one in requests],
        "may_approve": staff.is_manager,
    }


def _request(one: PageRequest) -> EditionRequest:
    return cast(
        "EditionRequest",
        {
            "id": one.request_id,
            "kind": one.kind,
            "by": one.by,
            "at": utc_text(one.asked_at),
            "edition": one.number,
            "state": one.state,
            "reason": one.reason,
            "late": one.is_late(of_this_function().clock()),
        },
    )
