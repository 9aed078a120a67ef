"""The door of the desk to quotes: words of customers that may be shown, chosen by a person (rule 12)."""

from __future__ import annotations

from collections.abc import Mapping

from aws_lambda_powertools.event_handler.router import APIGatewayHttpRouter

from sayso.domain.answer_place import answer_path
from sayso.domain.errors import NotFoundError
from sayso.domain.page_request import PageRequest
from sayso.domain.programme import Language
from sayso.domain.quote import Quote
from sayso.domain.quote_standing import Fallen
from sayso.domain.staff import Staff
from sayso.domain.time import utc_text
from sayso.handlers.api_body import takes
from sayso.handlers.staff_door import SIGNED_IN, Managers
from sayso.handlers.staff_links_shapes import (
    ChosenQuote,
    QuoteAsked,
    QuoteLine,
    QuotePage,
    QuoteRemoved,
    QuoteRequest,
)
from sayso.handlers.staff_query import APart, Asked, asks
from sayso.handlers.staff_responses import OF_A_CHANGE, OF_A_LOOK, tells
from sayso.ports import Reference
from sayso.services.show_answers import ShownAnswer
from sayso.wiring_desk import of_this_function

router = APIGatewayHttpRouter()  # type: ignore[no-untyped-call]
_LARGEST = 32 * 1024


@router.get(
    "/api/staff/quotes",
    summary="List the quotes, those that may not be shown any more and why, and what became of those just chosen.",
    responses=tells(QuotePage, *OF_A_LOOK),
    operation_id="staff_quotes_list",
    security=SIGNED_IN,
    tags=["quotes"],
)
@asks(router, APart)
def get_quotes(staff: Managers, asked: APart) -> QuotePage:
    """List quotes."""
    wiring = of_this_function()
    found = wiring.desk_quotes.page(staff, asked.after)
    about = sorted({one.commitment_id for one, _ in found.items if one.commitment_id})
    titles = {one.commitment_id: one.title for one in wiring.commitments.many(about)} if about else {}
    requests = [one for one in wiring.ask_for_page.latest() if one.kind == "quote"]
    return {
        "items": [_quote(one, fallen, titles) for one, fallen in found.items],
        "next": found.next,
        "requests": [_request(one) for one in requests],
    }


@router.post(
    "/api/staff/quotes",
    summary="Choose words of an answer for the page.",
    description=(
        "What its person did not say or allow, and names of them and their company, are refused at once. The names of "
        "everybody else are looked for within minutes: `GET /api/staff/quotes` says what became of it."
    ),
    responses=tells(QuoteAsked, *OF_A_CHANGE),
    operation_id="staff_quotes_choose",
    security=SIGNED_IN,
    tags=["quotes"],
)
@takes(router, ChosenQuote, limit=_LARGEST)
def post_quotes(staff: Managers, given: ChosenQuote) -> QuoteAsked:
    """Choose one."""
    wiring = of_this_function()
    reference = given.answer.reference
    about = wiring.show_answers.complained_about([_readable(staff, reference)])
    with wiring.record_changes.recorded(
        staff, "quote.choose", f"answer:{answer_path(reference)}", complaint_about=about
    ) as note:
        asked = wiring.ask_for_page.quote(given.wanted, staff.email)
        # Whether there will be a quote is decided later; it is called as the wish is.
        named, commitment = asked.request_id[-12:], given.commitment_id
        note.after = (
            {"quote": named, "commitment": commitment}
            if asked.state == "done"
            else {"request": named, "commitment": commitment}
        )
    return {"request": _request(asked)}


@router.post(
    "/api/staff/quotes/<quote_id>/remove",
    summary="Show a quote no more, and forget it.",
    responses=tells(QuoteRemoved, *OF_A_CHANGE),
    operation_id="staff_quotes_remove",
    security=SIGNED_IN,
    tags=["quotes"],
)
@takes(router, Asked)
def post_quote_remove(staff: Managers, quote_id: str, given: Asked) -> QuoteRemoved:
    """Remove one."""
    wiring = of_this_function()
    wiring.keep_quotes.get(quote_id)  # no name of none is kept: it may be anybody's
    with wiring.record_changes.recorded(staff, "quote.remove", f"quote:{quote_id}") as note:
        removed = wiring.keep_quotes.remove(quote_id)
        note.after = {"commitment": removed.commitment_id}
    wiring.ask_for_page.links_or_quotes_changed("quotes")
    return {"id": quote_id, "removed": True}


def _readable(staff: Staff, reference: Reference) -> ShownAnswer:
    """What complains about its reader is no more theirs to quote than to read."""
    (found,) = of_this_function().show_answers.some(staff, [reference])
    if found.withheld:
        raise NotFoundError("There is no such answer.", field="answer")
    return found


def _quote(one: Quote, fallen: Fallen, titles: Mapping[str, Mapping[Language, str]]) -> QuoteLine:
    return {
        "id": one.quote_id,
        "text": one.text,
        "original": one.original,
        "commitment_id": one.commitment_id,
        "commitment_title": dict(titles.get(one.commitment_id, {})),
        "chosen_at": utc_text(one.chosen_at),
        "chosen_by": one.chosen_by,
        "fallen": fallen,
    }


def _request(one: PageRequest) -> QuoteRequest:
    return {
        "id": one.request_id[-12:],
        "at": utc_text(one.asked_at),
        "by": one.by,
        "state": one.state,
        "field": one.field,
        "reason": one.reason,
        "late": one.is_late(of_this_function().clock()),
    }
