"""The door for whoever looks after an account: it puts the account behind a link on hold, or takes that back."""

from __future__ import annotations

from typing import Annotated

from aws_lambda_powertools.event_handler import Depends, Request
from aws_lambda_powertools.event_handler.router import APIGatewayHttpRouter
from typing_extensions import TypedDict  # pydantic describes no other before Python 3.12

from sayso.domain.errors import LinkRefusedError
from sayso.domain.hold_action import HoldAction
from sayso.domain.time import last_day
from sayso.handlers.api_body import takes
from sayso.handlers.api_door import KEY, token_of
from sayso.handlers.api_responses import OF_A_CHANGE, OF_A_LINK, answers
from sayso.wiring import of_this_function

router = APIGatewayHttpRouter()  # type: ignore[no-untyped-call]

AccountAndOwner = tuple[str, str]


class PresentHold(TypedDict):
    """Nobody of the account is asked until the end of this day of the company's."""

    until: str
    reason: str
    by: str


class HeldAccount(TypedDict):
    """An account, and the hold it is on, if it is."""

    account: str
    hold: PresentHold | None


def hold_link(request: Request) -> AccountAndOwner:
    """The account, and the person, whose link the page was opened with."""
    wiring = of_this_function()
    return wiring.links.read_hold(token_of(request), wiring.clock())


HoldLink = Annotated[AccountAndOwner, Depends(hold_link)]


@router.get(
    "/api/hold",
    summary="Show an account, and the hold it is on.",
    responses=answers(HeldAccount, *OF_A_LINK),
    operation_id="get_hold",
    security=KEY,
    tags=["hold"],
)
def get_hold(link: HoldLink) -> HeldAccount:
    """Show an account."""
    return _shown(link[0])


@router.post(
    "/api/hold",
    summary="Ask nobody of an account for a while, or ask again.",
    description=(
        "A hold needs a `reason`, and either `until`, its last day, or `weeks`; a year is the most. "
        '`{"release": true}` ends it.'
    ),
    responses=answers(HeldAccount, *OF_A_LINK, *OF_A_CHANGE),
    operation_id="post_hold",
    security=KEY,
    tags=["hold"],
)
@takes(router, HoldAction)
def post_hold(link: HoldLink, given: HoldAction) -> HeldAccount:
    """Put an account on hold, or take that back."""
    wiring = of_this_function()
    account_id, owner_id = link
    by = wiring.owners.email(owner_id)
    if by is None:
        raise LinkRefusedError("We do not know whose link this is any more.", field="token")
    wiring.hold_account.do(account_id, given, by)
    return _shown(account_id)


def _shown(account_id: str) -> HeldAccount:
    wiring = of_this_function()
    name, hold = wiring.hold_account.name(account_id), wiring.hold_account.present(account_id)
    if hold is None:
        return {"account": name, "hold": None}
    until = last_day(hold.until, wiring.programme.zone).isoformat()
    return {"account": name, "hold": {"until": until, "reason": hold.reason, "by": hold.by.rsplit("/", 1)[-1]}}
