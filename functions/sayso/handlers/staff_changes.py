"""The door of the desk to what our people changed there."""

from __future__ import annotations

from typing import Any, Literal

from aws_lambda_powertools.event_handler.router import APIGatewayHttpRouter
from typing_extensions import TypedDict  # pydantic describes no other before Python 3.12

from sayso.domain.staff import Role
from sayso.domain.time import utc_text
from sayso.handlers.staff_door import SIGNED_IN, Managers
from sayso.handlers.staff_query import APart, asks
from sayso.handlers.staff_responses import OF_A_LOOK, tells
from sayso.wiring_desk import of_this_function

router = APIGatewayHttpRouter()  # type: ignore[no-untyped-call]
_A_PAGE = 25


class Change(TypedDict):
    """Something one of our people did. Where it is `begun`, nobody knows whether it was done."""

    id: str
    at: str
    by: str
    role: Role
    what: str
    on: str
    before: dict[str, Any]
    after: dict[str, Any] | None
    state: Literal["begun", "done", "refused"]
    reason: str


class Changes(TypedDict):
    """The changes, the latest first, and the cursor of those before them."""

    items: list[Change]
    next: str


@router.get(
    "/api/staff/changes",
    summary="List what our people changed at the desk: who, when, what, before and after.",
    responses=tells(Changes, *OF_A_LOOK),
    operation_id="staff_changes",
    security=SIGNED_IN,
    tags=["changes"],
)
@asks(router, APart)
def get_changes(staff: Managers, asked: APart) -> Changes:
    """List the changes."""
    found = of_this_function().record_changes.page(_A_PAGE, asked.after)
    items: list[Change] = [
        {
            "id": one.change_id,
            "at": utc_text(one.at),
            "by": one.by,
            "role": one.role,
            "what": one.what,
            "on": one.on,
            "before": one.before,
            "after": one.after,
            "state": one.state,
            "reason": one.reason,
        }
        for one in (change.shown_to(staff) for change in found.items)
    ]
    return {"items": items, "next": found.next}
