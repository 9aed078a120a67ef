"""The door of the desk to accounts: the list, and one account with what was said and done there."""

from __future__ import annotations

from typing import Annotated

from aws_lambda_powertools.event_handler.router import APIGatewayHttpRouter
from pydantic import Field

from sayso.domain.hold_action import SeenHoldAction
from sayso.domain.programme import Language
from sayso.domain.time import last_day, utc_text
from sayso.handlers.api_body import takes
from sayso.handlers.staff_accounts_lines import account, account_line
from sayso.handlers.staff_accounts_shapes import (
    AccountAnswers,
    AccountCases,
    AccountLink,
    AccountPage,
    AccountPeople,
    AccountTickets,
    LinkAsked,
    StaffAccount,
)
from sayso.handlers.staff_answers_lines import line as answer_line
from sayso.handlers.staff_cases_lines import case_line
from sayso.handlers.staff_cursor import opened, shut
from sayso.handlers.staff_door import SIGNED_IN, Owners
from sayso.handlers.staff_query import APart, Asked, asks
from sayso.handlers.staff_responses import OF_A_CHANGE, OF_A_LOOK, tells
from sayso.services.desk_account import LINK_LASTS
from sayso.wiring_desk import of_this_function

router = APIGatewayHttpRouter()  # type: ignore[no-untyped-call]


class AskedAccounts(APart):
    """Which accounts: those whose name begins with a text."""

    begins: Annotated[str, Field(max_length=200)] = ""


class AskedAccount(Asked):
    """In which language the picture speaks."""

    language: Language = "en"


@router.get(
    "/api/staff/accounts",
    summary="List the accounts by name, each with its score, who answered, and what is open.",
    description="An owner is shown their own, which stand in no order over several pages.",
    responses=tells(AccountPage, *OF_A_LOOK),
    operation_id="staff_accounts_list",
    security=SIGNED_IN,
    tags=["accounts"],
)
@asks(router, AskedAccounts)
def get_accounts(staff: Owners, asked: AskedAccounts) -> AccountPage:
    """List the accounts."""
    found = of_this_function().desk_accounts.page(staff, asked.begins, asked.after)
    return {"items": [account_line(one, staff) for one in found.items], "next": found.next}


@router.get(
    "/api/staff/accounts/<account_id>",
    summary="Show an account: its scores by what was asked about, the trend, the hold, the review, who owns it.",
    responses=tells(StaffAccount, *OF_A_LOOK),
    operation_id="staff_accounts_show",
    security=SIGNED_IN,
    tags=["accounts"],
)
@asks(router, AskedAccount)
def get_account(staff: Owners, account_id: str, asked: AskedAccount) -> StaffAccount:
    """Show an account."""
    return account(of_this_function().desk_account.show(staff, account_id), staff, asked.language)


@router.get(
    "/api/staff/accounts/<account_id>/people",
    summary="List the people of an account.",
    responses=tells(AccountPeople, *OF_A_LOOK),
    operation_id="staff_accounts_people",
    security=SIGNED_IN,
    tags=["accounts"],
)
@asks(router, APart)
def get_account_people(staff: Owners, account_id: str, asked: APart) -> AccountPeople:
    """List its people."""
    found = of_this_function().desk_account.people(staff, account_id, asked.after)
    return {
        "items": [
            {
                "id": one.contact_id,
                "name": one.name or "",
                "email": one.email,
                "role": one.role,
                "do_not_ask": one.do_not_ask,
                "owner": one.owner_email or "",
            }
            for one in found.items
        ],
        "next": found.next,
    }


@router.get(
    "/api/staff/accounts/<account_id>/answers",
    summary="List what an account's people answered, the latest first.",
    responses=tells(AccountAnswers, *OF_A_LOOK),
    operation_id="staff_accounts_answers",
    security=SIGNED_IN,
    tags=["accounts"],
)
@asks(router, APart)
def get_account_answers(staff: Owners, account_id: str, asked: APart) -> AccountAnswers:
    """List their answers."""
    found = of_this_function().desk_account.answers(staff, account_id, opened(staff, asked.after))
    return {"items": [answer_line(one) for one in found.items], "next": shut(staff, found.next)}


@router.get(
    "/api/staff/accounts/<account_id>/cases",
    summary="List the follow-ups of an account's people, some people at a time, and what was promised.",
    responses=tells(AccountCases, *OF_A_LOOK),
    operation_id="staff_accounts_cases",
    security=SIGNED_IN,
    tags=["accounts"],
)
@asks(router, APart)
def get_account_cases(staff: Owners, account_id: str, asked: APart) -> AccountCases:
    """List their follow-ups."""
    wiring = of_this_function()
    found, now = wiring.desk_account.cases(staff, account_id, asked.after), wiring.clock()
    return {
        "items": [
            {
                "case": case_line(case, person, staff, now),
                "promised": case.closing.note if case.is_over and case.closing else "",
                "opens": staff.may_open(case),
            }
            for case, person in found.items
        ],
        "next": found.next,
    }


@router.get(
    "/api/staff/accounts/<account_id>/tickets",
    summary="List the tickets an account's people were asked about, some people at a time.",
    responses=tells(AccountTickets, *OF_A_LOOK),
    operation_id="staff_accounts_tickets",
    security=SIGNED_IN,
    tags=["accounts"],
)
@asks(router, APart)
def get_account_tickets(staff: Owners, account_id: str, asked: APart) -> AccountTickets:
    """List their tickets."""
    found = of_this_function().desk_account.tickets(staff, account_id, asked.after)
    return {
        "items": [
            {
                "ticket": one.ticket_id or "",
                "source": one.ticket_source or "",
                "survey": one.survey,
                "contact_id": person.contact_id,
                "name": person.name or person.email,
                "state": one.state,
                "reason": one.reason,
                "at": utc_text(one.asked_at or one.planned_at),
            }
            for one, person in found.items
        ],
        "next": found.next,
    }


@router.post(
    "/api/staff/accounts/<account_id>/hold",
    summary="Ask nobody of an account for a while, or ask again.",
    description="As `post_hold`: a `reason`, and `until` or `weeks`; or `release`. 409 with the field `hold` says that "
    "another one than `seen` stands there by now. 403 to an owner, too, where others look after people of the account.",
    responses=tells(StaffAccount, *OF_A_CHANGE),
    operation_id="staff_accounts_hold",
    security=SIGNED_IN,
    tags=["accounts"],
)
@takes(router, SeenHoldAction)
def post_account_hold(staff: Owners, account_id: str, given: SeenHoldAction) -> StaffAccount:
    """Put an account on hold, or take that back."""
    wiring = of_this_function()
    wiring.desk_account.must_be_whole(staff, account_id)
    present, zone = wiring.hold_account.present, wiring.programme.zone

    def until() -> dict[str, str | None]:
        # Not why: a reason may name somebody.
        now = present(account_id)
        return {"until": last_day(now.until, zone).isoformat() if now else None}

    what = "account.release" if given.release else "account.hold"
    with wiring.record_changes.recorded(staff, what, f"account:{account_id}", until()) as note:
        wiring.hold_account.do_as_seen(account_id, given, staff.email)
        note.after = until()
    return account(wiring.desk_account.show(staff, account_id), staff, "en")


@router.post(
    "/api/staff/accounts/<account_id>/link",
    summary="Give the address of the page to take into a review meeting, or of the one to record the review on.",
    description="It works for half an hour. 404, too, while the account is on nobody's list of reviews.",
    responses=tells(AccountLink, *OF_A_CHANGE),
    operation_id="staff_accounts_link",
    security=SIGNED_IN,
    tags=["accounts"],
)
@takes(router, LinkAsked)
def post_account_link(staff: Owners, account_id: str, given: LinkAsked) -> AccountLink:
    """Give a link, which opens what its owner's link does: whoever asks for one is written down."""
    wiring = of_this_function()
    wiring.desk_accounts.name(staff, account_id)
    until = utc_text(wiring.clock() + LINK_LASTS)
    with wiring.record_changes.recorded(staff, f"account.open_{given.what}", f"account:{account_id}") as note:
        if given.what == "pack":
            url = wiring.desk_account.link_to_pack(staff, account_id)
        else:
            url = wiring.desk_account.link_to_review(staff, account_id, given.language)
        note.after = {"until": until}
    return {"url": url, "expires_at": until}
