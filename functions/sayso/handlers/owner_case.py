"""The door for whoever looks after a follow-up: it shows the case behind a link, and takes what was done about it."""

from __future__ import annotations

from typing import Annotated, cast

from aws_lambda_powertools.event_handler import Depends, Request
from aws_lambda_powertools.event_handler.router import APIGatewayHttpRouter

from sayso.domain.case_action import CaseAction
from sayso.domain.errors import HandedOverError
from sayso.handlers.api_body import takes
from sayso.handlers.api_door import KEY, token_of
from sayso.handlers.api_responses import OF_A_CHANGE, OF_A_LINK, answers
from sayso.handlers.case_shapes import ChangedCase, FollowUp, ShownCase
from sayso.handlers.case_work import do
from sayso.wiring import of_this_function

router = APIGatewayHttpRouter()  # type: ignore[no-untyped-call]

CaseAndReader = tuple[str, str]


def case_link(request: Request) -> CaseAndReader:
    """The follow-up, and the person, whose link the page was opened with."""
    wiring = of_this_function()
    return wiring.links.read_case(token_of(request), wiring.clock())


CaseLink = Annotated[CaseAndReader, Depends(case_link)]


@router.get(
    "/api/case",
    summary="Show a follow-up to whoever looks after it, or to whom it was escalated.",
    description="410 with the field `owner` says that it is with somebody else now, with `token` that the link is old.",
    responses=answers(ShownCase, *OF_A_LINK),
    operation_id="get_case",
    security=KEY,
    tags=["case"],
)
def get_case(link: CaseLink) -> ShownCase:
    """Show a follow-up."""
    return {"follow_up": _shown(*link)}


@router.post(
    "/api/case",
    summary="Say what was done about a follow-up: in touch, a note, over, open again, or somebody else's from now on.",
    description=(
        "`note` and `close` need a `note`, `close` a `cause` and an `outcome` as well; `reopen` and `hand_over` need a "
        "reason as `note`, `hand_over` a `to` among the company's own people. Repeated with the same `action_id` it "
        "changes nothing. "
        "`follow_up` is null once it is somebody else's."
    ),
    responses=answers(ChangedCase, *OF_A_LINK, *OF_A_CHANGE),
    operation_id="post_case",
    security=KEY,
    tags=["case"],
)
@takes(router, CaseAction)
def post_case(link: CaseLink, given: CaseAction) -> ChangedCase:
    """Change a follow-up."""
    wiring = of_this_function()
    follow_up_id, reader_id = link
    by = wiring.read_case.reader(follow_up_id, reader_id)
    do(wiring.work_on_case, follow_up_id, by, given)
    try:
        return {"follow_up": _shown(follow_up_id, reader_id)}
    except HandedOverError:
        return {"follow_up": None}


def _shown(follow_up_id: str, reader_id: str) -> FollowUp:
    return cast("FollowUp", of_this_function().read_case.read(follow_up_id, reader_id))
