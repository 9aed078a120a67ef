"""The door for the manager: what is public, what would be, and a yes to exactly that (rule 12)."""

from __future__ import annotations

from typing import Annotated

from aws_lambda_powertools.event_handler import Depends, Request
from aws_lambda_powertools.event_handler.router import APIGatewayHttpRouter

from sayso.domain.address import same_mailbox
from sayso.domain.errors import HandedOverError, LinkRefusedError
from sayso.handlers.api_body import takes
from sayso.handlers.api_door import KEY, token_of
from sayso.handlers.api_responses import OF_A_CHANGE, OF_A_LINK, answers
from sayso.handlers.edition_shapes import Approval, ShownEdition, shown_draft, shown_public
from sayso.wiring import of_this_function

router = APIGatewayHttpRouter()  # type: ignore[no-untyped-call]


def edition_link(request: Request) -> str:
    """The address of the manager whose link the page was opened with.

    Raises LinkRefusedError, ExpiredError, and HandedOverError when somebody else runs the programme by now.
    """
    wiring = of_this_function()
    reader = wiring.owners.email(wiring.links.read_edition(token_of(request), wiring.clock()))
    if reader is None:
        raise LinkRefusedError("We do not know whose link this is any more.", field="token")
    if same_mailbox(reader) != same_mailbox(wiring.programme.follow_up.manager):
        raise HandedOverError("Somebody else runs the programme by now.", field="owner")
    return reader


EditionLink = Annotated[str, Depends(edition_link)]


@router.get(
    "/api/edition",
    summary="Show which edition of the public page is public, and what the one that waits would change.",
    responses=answers(ShownEdition, *OF_A_LINK),
    operation_id="get_edition",
    security=KEY,
    tags=["edition"],
)
def get_edition(link: EditionLink) -> ShownEdition:
    """Show what there is."""
    return _shown()


@router.post(
    "/api/edition",
    summary="Approve the edition that waits: exactly that one is published, within minutes.",
    description="`approve` is the id of the edition that was looked at. Another one by now: 409, and nothing changes.",
    responses=answers(ShownEdition, *OF_A_LINK, *OF_A_CHANGE),
    operation_id="post_edition",
    security=KEY,
    tags=["edition"],
)
@takes(router, Approval)
def post_edition(link: EditionLink, given: Approval) -> ShownEdition:
    """Approve an edition."""
    of_this_function().review_edition.approve(given.approve, link)
    return _shown()


def _shown() -> ShownEdition:
    wiring = of_this_function()
    found, company = wiring.review_edition.shown(), wiring.programme.company
    return {
        "public": shown_public(found.page, company.default_language),
        "draft": shown_draft(found.draft, company.languages) if found.draft else None,
    }
