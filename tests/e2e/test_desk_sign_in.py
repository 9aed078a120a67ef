"""Signing in to the desk on the local stack: whose token opens it, and whose does not any more."""

from __future__ import annotations

import base64
import json
import time
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Page, expect

from sayso.domain.staff import ROLES, Role
from tests.e2e.company import Company
from tests.e2e.desk_site import PASSWORD, STAFF, Tokens, call, code_flow, let_in, tokens

pytestmark = pytest.mark.stack
ME = "/api/staff/me"
A_MINUTE = 75.0  # seconds; so long a token may be taken after it was revoked, and a little


@pytest.fixture(scope="module")
def manager(company: Company) -> Tokens:
    return tokens(company, "manager")


@pytest.fixture
def client_of_another(company: Company) -> Iterator[str]:
    cognito, pool = company.wiring.client("cognito-idp"), company.stack.outputs["UserPoolId"]
    made = cognito.create_user_pool_client(
        UserPoolId=pool, ClientName="another", ExplicitAuthFlows=["ALLOW_USER_PASSWORD_AUTH"]
    )["UserPoolClient"]["ClientId"]
    yield made
    cognito.delete_user_pool_client(UserPoolId=pool, ClientId=made)


@contextmanager
def tokens_that_last(company: Company, seconds: int) -> Iterator[None]:
    """What the desk's own client gives out meanwhile is soon over. On AWS five minutes are the least."""
    cognito, outputs = company.wiring.client("cognito-idp"), company.stack.outputs
    ours = {"UserPoolId": outputs["UserPoolId"], "ClientId": outputs["UserPoolClientId"]}
    before = cognito.describe_user_pool_client(**ours)["UserPoolClient"]
    units = before["TokenValidityUnits"]
    in_seconds = {**units, "AccessToken": "seconds"}
    cognito.update_user_pool_client(**ours, AccessTokenValidity=seconds, TokenValidityUnits=in_seconds)
    try:
        yield
    finally:
        cognito.update_user_pool_client(
            **ours, AccessTokenValidity=before["AccessTokenValidity"], TokenValidityUnits=units
        )


def over_at(token: str) -> float:
    """When a token is over, as it says itself."""
    claims = token.split(".")[1]
    return float(json.loads(base64.urlsafe_b64decode(claims + "=" * (-len(claims) % 4)))["exp"])


@pytest.mark.browser
@pytest.mark.parametrize("typed", ["/desk", "/desk/", "/desk/index.html"])
def test_what_people_type_is_or_leads_to_the_desk(company: Company, page: Page, typed: str) -> None:
    desk = company.stack.outputs["DeskUrl"]
    answer = page.goto(desk.removesuffix("/desk/index.html") + typed)
    assert answer
    assert answer.status == 200
    expect(page.get_by_role("button", name="Sign in")).to_be_visible()
    assert page.url.startswith(desk)


@pytest.mark.parametrize("role", ROLES)
def test_who_signs_in_is_known_with_their_role(company: Company, role: Role) -> None:
    status, me = call(company.stack, "GET", ME, tokens(company, role).access)
    assert (status, me["email"], me["role"]) == (200, STAFF[role], role)


@pytest.mark.parametrize("token", ["", "x", "a.b.c", "eyJhbGciOiJub25lIn0.e30."])
def test_without_a_token_nothing_answers(company: Company, token: str) -> None:
    assert call(company.stack, "GET", ME, token)[0] == 401


def test_a_token_that_was_touched_is_worth_nothing(company: Company, manager: Tokens) -> None:
    head, claims, signature = manager.access.split(".")
    other = "A" if signature[10] != "A" else "B"
    assert call(company.stack, "GET", ME, f"{head}.{claims}.{signature[:10]}{other}{signature[11:]}")[0] == 401


def test_a_token_that_is_over_opens_nothing_any_more(company: Company) -> None:
    tokens(company, "manager")  # whoever signs in first waits for the desk to start
    with tokens_that_last(company, 20):
        token = tokens(company, "manager").access
    assert over_at(token) - time.time() <= 20
    assert call(company.stack, "GET", ME, token)[0] == 200
    time.sleep(max(over_at(token) - time.time(), 0) + 1)
    # Within the minute in which it would be taken if it had been revoked: its own end is asked for each time.
    assert call(company.stack, "GET", ME, token)[0] == 401
    assert over_at(tokens(company, "manager").access) - time.time() > 60


def test_the_token_that_says_who_somebody_is_opens_nothing(company: Company, manager: Tokens) -> None:
    assert call(company.stack, "GET", ME, manager.identity)[0] == 401


def test_a_token_made_for_another_client_opens_nothing(company: Company, client_of_another: str) -> None:
    let_in(company, "manager")
    made = company.wiring.client("cognito-idp").initiate_auth(
        AuthFlow="USER_PASSWORD_AUTH",
        ClientId=client_of_another,
        AuthParameters={"USERNAME": STAFF["manager"], "PASSWORD": PASSWORD},
    )["AuthenticationResult"]["AccessToken"]
    assert call(company.stack, "GET", ME, made)[0] == 401


def test_a_password_alone_gets_no_token(company: Company, manager: Tokens) -> None:
    cognito = company.wiring.client("cognito-idp")
    with pytest.raises(cognito.exceptions.ClientError, match="USER_PASSWORD_AUTH"):
        cognito.initiate_auth(
            AuthFlow="USER_PASSWORD_AUTH",
            ClientId=company.stack.outputs["UserPoolClientId"],
            AuthParameters={"USERNAME": STAFF["manager"], "PASSWORD": PASSWORD},
        )
    with pytest.raises(AssertionError):
        code_flow(company.stack, STAFF["manager"], "not-the-password-1A")


@pytest.mark.long  # a minute of waiting; with a clock of its own in tests/unit/test_signed_in.py
def test_who_was_taken_away_or_given_another_role_is_signed_out_within_a_minute(company: Company) -> None:
    endings = {"gone@polder.example": ("remove", "--yes"), "viewer@polder.example": ("role", "viewer")}
    waiting = {address: tokens(company, "manager", address).access for address in endings}
    for address, (what, more) in endings.items():
        assert call(company.stack, "GET", ME, waiting[address])[0] == 200
        company.sayso("staff", what, address, more)
    until = time.monotonic() + A_MINUTE
    for token in waiting.values():
        while (answered := call(company.stack, "GET", ME, token))[0] == 200 and time.monotonic() < until:
            time.sleep(1)
        assert answered == (401, {"error": {"field": "token", "reason": "Your session is over. Please sign in again."}})
