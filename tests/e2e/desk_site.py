"""Our own people sign in to the desk of a local stack: through the real sign-in page, or by its steps alone."""

from __future__ import annotations

import base64
import hashlib
import json
import re
import secrets
from dataclasses import dataclass
from typing import Any
from urllib.error import HTTPError
from urllib.parse import parse_qs, urlencode, urlsplit
from urllib.request import HTTPRedirectHandler, Request, build_opener

from playwright.sync_api import Page, expect

from sayso.adapters.user_pool import UserPool
from sayso.cli.local_stack import LocalStack, address_behind
from sayso.domain.address import same_mailbox
from sayso.domain.staff import Role
from tests.e2e.company import Company

STAFF: dict[Role, str] = {
    "manager": "manager@polder.example",
    "owner": "sanne@polder.example",
    "viewer": "viewer@polder.example",
}
"""Whom `sign_in` and `tokens` let in by themselves; give your own `email` for another owner."""
PASSWORD = "Polder-desk-2026"
_FIELD = re.compile(r'<input type="hidden" name="(\w+)" value="([^"]*)">')


@dataclass(frozen=True)
class Tokens:
    """What the sign-in gives a browser."""

    access: str
    identity: str
    refresh: str


def let_in(company: Company, role: Role, email: str = "") -> str:
    """Make sure that somebody with this role can sign in with PASSWORD; returns their address."""
    address, outputs = email or STAFF[role], company.stack.outputs
    pool = UserPool(company.wiring.client("cognito-idp"), outputs["UserPoolId"])
    if same_mailbox(address) not in {same_mailbox(member.email) for member in pool.everyone()}:
        pool.add(address, role, address.partition("@")[0].title(), PASSWORD)
    return address


def sign_in(page: Page, company: Company, role: Role, email: str = "") -> None:
    """Open the desk and sign in on the sign-in page, as a person does; ends where the desk has shown its first view."""
    address = let_in(company, role, email)
    page.goto(company.stack.outputs["DeskUrl"])
    if not page.url.startswith(company.stack.outputs["SignInUrl"]):
        page.get_by_role("button", name=re.compile("sign in|anmelden|inloggen", re.IGNORECASE)).click()
    page.get_by_label("Username").fill(address)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    page.wait_for_url(lambda url: url.startswith(company.stack.outputs["DeskUrl"]) and "code=" not in url)
    # The desk's function may have to start first.
    expect(page.get_by_role("heading", level=1)).to_be_visible(timeout=30_000)
    # Whoever goes on at once leaves its requests behind, each of which starts a function of its own here: the next one
    # then waits for four cold starts.
    page.wait_for_load_state("networkidle", timeout=60_000)


def tokens(company: Company, role: Role, email: str = "") -> Tokens:
    """What somebody is given who signs in: the code flow with PKCE, step by step and without a browser."""
    return code_flow(company.stack, let_in(company, role, email), PASSWORD)


def code_flow(stack: LocalStack, email: str, password: str) -> Tokens:
    """Sign in at the sign-in page's own addresses. Fails where it gives no code."""
    outputs, verifier, state = stack.outputs, secrets.token_urlsafe(48), secrets.token_urlsafe(12)
    challenge = base64.urlsafe_b64encode(hashlib.sha256(verifier.encode()).digest()).rstrip(b"=").decode()
    asked = {
        "client_id": outputs["UserPoolClientId"],
        "redirect_uri": outputs["DeskUrl"],
        "response_type": "code",
        "scope": "openid email profile aws.cognito.signin.user.admin",
        "state": state,
        "code_challenge": challenge,
        "code_challenge_method": "S256",
    }
    _, form, _ = _fetch(f"{outputs['SignInUrl']}/oauth2/authorize?{urlencode(asked)}")
    hidden = dict(_FIELD.findall(form))
    assert hidden["code_challenge"] == challenge
    filled = {**asked, "username": email, "password": password}
    status, answer, to = _fetch(f"{outputs['SignInUrl']}/login", filled)
    assert status == 302, answer
    came_back = parse_qs(urlsplit(to).query)
    assert to.startswith(outputs["DeskUrl"])
    assert came_back["state"] == [state]
    given = {
        "grant_type": "authorization_code",
        "client_id": outputs["UserPoolClientId"],
        "redirect_uri": outputs["DeskUrl"],
        "code": came_back["code"][0],
        "code_verifier": verifier,
    }
    _, body, _ = _fetch(f"{outputs['SignInUrl']}/oauth2/token", given)
    found = json.loads(body)
    return Tokens(found["access_token"], found["id_token"], found["refresh_token"])


def call(stack: LocalStack, method: str, path: str, token: str = "", body: Any = None) -> tuple[int, Any]:
    """A request of the desk through the site, such as GET /api/staff/me; returns status and JSON."""
    address, host = address_behind(stack, stack.site_url + path)
    headers = {"Host": host, "Content-Type": "application/json"}
    if token:
        headers["Authorization"] = f"Bearer {token}"
    data = None if body is None else json.dumps(body).encode()
    status, answer, _ = _sent(Request(address, data, headers, method=method))  # noqa: S310 - our own stack
    return status, json.loads(answer or "null")


class _Stay(HTTPRedirectHandler):
    def redirect_request(self, *_: Any) -> None:
        return None


def _fetch(address: str, form: dict[str, str] | None = None) -> tuple[int, str, str]:
    """Status, text, and where it leads."""
    return _sent(Request(address, urlencode(form).encode() if form else None))  # noqa: S310 - our own stack


def _sent(request: Request) -> tuple[int, str, str]:
    try:
        with build_opener(_Stay).open(request, timeout=60) as answer:
            return answer.status, answer.read().decode(), ""
    except HTTPError as error:
        return error.code, error.read().decode(), error.headers.get("Location", "")
