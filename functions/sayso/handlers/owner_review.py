"""The door for the reviews of a quarter: an owner's list, what was said in a meeting, and the page to take into one."""

from __future__ import annotations

from http import HTTPStatus
from typing import Annotated
from urllib.parse import unquote

from aws_lambda_powertools.event_handler import Depends, Request, Response
from aws_lambda_powertools.event_handler.openapi.params import Path
from aws_lambda_powertools.event_handler.router import APIGatewayHttpRouter

from sayso.domain.errors import ExpiredError, InvalidInputError, LinkRefusedError, NotFoundError
from sayso.domain.quarters import read_quarter
from sayso.domain.review import LISTED_AFTER
from sayso.domain.time import utc_text
from sayso.handlers.api_body import takes
from sayso.handlers.api_door import KEY, token_of
from sayso.handlers.api_responses import OF_A_CHANGE, OF_A_LINK, answers, pages
from sayso.handlers.http_request import as_http
from sayso.handlers.review_shapes import GivenReview, ShownAccount, ShownReview, ShownReviews
from sayso.services.record_review import ReviewSoFar, ToReview
from sayso.wiring import of_this_function

router = APIGatewayHttpRouter()  # type: ignore[no-untyped-call]

_HTML = "text/html; charset=utf-8"
OwnerAndQuarter = tuple[str, str]


def review_link(request: Request) -> OwnerAndQuarter:
    """The owner, and the quarter, whose link the page was opened with."""
    wiring = of_this_function()
    return wiring.links.read_review(token_of(request), wiring.clock())


ReviewLink = Annotated[OwnerAndQuarter, Depends(review_link)]
# Any text may be tried: what is no token of ours is forged.
Token = Annotated[str, Path(min_length=1)]


@router.get(
    "/api/review",
    summary="Show an owner's accounts of a quarter, those without a review first.",
    responses=answers(ShownReviews, *OF_A_LINK),
    operation_id="get_review",
    security=KEY,
    tags=["review"],
)
def get_review(link: ReviewLink) -> ShownReviews:
    """Show the list."""
    owner_id, quarter = link
    found = of_this_function().record_review.list_for(owner_id, quarter)
    owner = found[0].listed.owner_email if found else ""
    return {"quarter": quarter, "owner": owner, "accounts": [_shown(one) for one in found]}


@router.post(
    "/api/review",
    summary="Keep what was said for an account at its review meeting, or change it within 7 days.",
    description="One review an account and quarter, by one person. Words that are left out stay as they were.",
    responses=answers(ShownAccount, *OF_A_LINK, *OF_A_CHANGE),
    operation_id="post_review",
    security=KEY,
    tags=["review"],
)
@takes(router, GivenReview)
def post_review(link: ReviewLink, given: GivenReview) -> ShownAccount:
    """Keep a review, or a change of one."""
    owner_id, quarter = link
    wiring = of_this_function()
    listed = wiring.reviews.listed_account(quarter, owner_id, given.account_id)
    if listed is None:
        raise InvalidInputError("This account is not on your list.", field="account_id")
    if given.contact_id not in listed.contact_ids:
        raise InvalidInputError("This person is not one of those on your list.", field="contact_id")
    service = wiring.record_review
    service.record(
        given.account_id, given.contact_id, quarter, given.score, given.why, given.better, listed.owner_email
    )
    return _shown(service.listed(listed))


@router.get(
    "/api/review/pack/<token>",
    summary="The page about an account to print and take into its meeting, in the company's first language.",
    responses=pages(*OF_A_LINK),
    operation_id="get_review_pack",
    tags=["review"],
)
def get_review_pack(token: Token) -> Response[str]:
    """The review pack, or a page that says why there is none."""
    wiring = of_this_function()
    try:
        account_id, owner_id = wiring.links.read_pack(unquote(token), wiring.clock())
        html = wiring.review_pages.page(wiring.review_pack.for_owner(account_id, owner_id))
    except (LinkRefusedError, ExpiredError, NotFoundError) as error:
        status, headers = as_http(error)
        return Response(status, _HTML, wiring.review_pages.useless(), headers)
    return Response(HTTPStatus.OK, _HTML, html)


def _shown(one: ToReview) -> ShownAccount:
    wiring = of_this_function()
    listed = one.listed
    # As long as the list itself.
    ends_at = read_quarter(listed.quarter).ends_at(wiring.programme.zone) + LISTED_AFTER
    return {
        "account_id": listed.account_id,
        "account": listed.account,
        "people": [{"contact_id": person.contact_id, "name": person.name or person.email} for person in one.people],
        "review": _review(one.so_far) if one.so_far else None,
        "pack": wiring.links.pack(listed.account_id, listed.owner_id, ends_at),
    }


def _review(so_far: ReviewSoFar) -> ShownReview:
    return {
        "contact_id": so_far.review.contact_id,
        "score": so_far.response.score,
        "why": so_far.words.why,
        "better": so_far.words.better,
        "recorded_at": utc_text(so_far.review.recorded_at),
        "editable_until": utc_text(so_far.review.editable_until),
    }
