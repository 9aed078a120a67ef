"""Who may do what at the desk: every route, asked by every role, by nobody, and with a token that is worth nothing."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from sayso.domain.staff import ROLES, Role
from sayso.handlers import staff_description
from tests.desk import PEOPLE, ROUTES, Desk, open_desk, roles_of

ROOT = Path(__file__).resolve().parents[2]
# What no viewer may ever get an answer from, whatever a route says of itself: people, their words, and changes.
NO_VIEWER = re.compile(r"/(answers|cases|accounts|contacts|changes|quotes|health)\b")
NO_OWNER = re.compile(r"/(changes|health|pause|resume|import|export|erase|suppress|publish|approve|rollback|notify)\b")


@pytest.fixture
def desk() -> Iterator[Desk]:
    with open_desk() as found:
        yield found


def path_of(route: str) -> str:
    """An address a route matches, of something there is not."""
    return re.sub(r"<[^>]+>", "none", route)


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize(("method", "path", "func"), ROUTES)
def test_a_route_answers_the_roles_it_is_for_and_no_other(
    desk: Desk, method: str, path: str, func: Any, role: Role
) -> None:
    written = len(desk.world.items.written)
    answer = desk.ask(method, path_of(path), {} if method == "POST" else None, role=role)
    if role in roles_of(func):
        assert answer.status in (200, 400, 404, 409), answer
    else:
        assert (answer.status, answer.json["error"]["field"]) == (403, "role")
        assert len(desk.world.items.written) == written


@pytest.mark.parametrize(("method", "path", "func"), ROUTES)
def test_nobody_gets_in_without_a_token_that_is_worth_something(desk: Desk, method: str, path: str, func: Any) -> None:
    body = {} if method == "POST" else None
    asked, manager = path_of(path), PEOPLE["manager"]
    desk.signed_in.gone.add("gone@polder.example")
    groups = {"cognito:groups": "[manager]"}
    for refused in (
        desk.ask(method, asked, body, token=""),
        desk.ask(method, asked, body, token="junk"),
        desk.ask(method, asked, body, token="gone@polder.example"),
        desk.ask(method, asked, body, token=manager, claims={}),
        desk.ask(method, asked, body, token=manager, claims={"token_use": "id", **groups}),
    ):
        assert (refused.status, refused.json["error"]["field"]) == (401, "token")
        assert refused.headers["WWW-Authenticate"] == "Bearer"
    for claims in ({"token_use": "access"}, {"token_use": "access", "cognito:groups": "[managers everybody]"}):
        without = desk.ask(method, asked, body, token=manager, claims=claims)
        assert (without.status, without.json["error"]["field"]) == (403, "role")
    assert not desk.world.items.written


@pytest.mark.parametrize(("method", "path", "func"), ROUTES)
def test_no_route_is_for_more_than_its_address_can_be(method: str, path: str, func: Any) -> None:
    roles = roles_of(func)
    assert "manager" in roles
    assert not ("viewer" in roles and NO_VIEWER.search(path)), f"{path} is for people's names or words"
    assert not ("viewer" in roles and method == "POST"), "a viewer changes nothing"
    assert not ("owner" in roles and NO_OWNER.search(path)), f"{path} is for the manager"
    assert method in ("GET", "POST")


@pytest.mark.parametrize("claim", ["[owner viewer]", ["viewer", "owner"], "owner", '["owner","viewer"]'])
def test_the_group_that_may_most_is_the_role_however_a_list_of_them_is_written(desk: Desk, claim: Any) -> None:
    claims = {"token_use": "access", "cognito:groups": claim}
    assert desk.ask("GET", "/api/staff/me", token="a@polder.example", claims=claims).json["role"] == "owner"


def test_a_request_after_another_is_by_whom_it_is_by(desk: Desk) -> None:
    assert desk.get("/api/staff/me", "manager").json["role"] == "manager"
    assert desk.ask("GET", "/api/staff/me", claims={}).status == 401
    assert desk.get("/api/staff/me", "viewer").json["role"] == "viewer"


def test_what_went_around_cloudfront_is_refused(desk: Desk) -> None:
    assert desk.get("/api/staff/me").status == 200
    desk.world.origin.admits = lambda _headers: False  # type: ignore[method-assign]
    assert desk.get("/api/staff/me").status == 403


def test_a_viewer_is_told_of_none_of_our_people(desk: Desk) -> None:
    assert desk.get("/api/staff/me", "owner").json["people"]
    assert desk.get("/api/staff/me", "viewer").json["people"] == []


def test_the_committed_document_is_what_the_code_says() -> None:
    committed = (ROOT / "docs" / "staff-api.json").read_text(encoding="utf-8")
    assert committed == staff_description.text(), "run: make describe"


def test_every_route_is_described_with_its_refusals_and_a_sentence() -> None:
    document = json.loads(staff_description.text())
    operations = [one for path in document["paths"].values() for one in path.values()]
    assert len(operations) == len(ROUTES)
    for operation in operations:
        assert operation["summary"].endswith(".")
        assert operation["security"] == [{"staff": []}]
        assert operation["operationId"].startswith("staff_")
        assert {"401", "403", "500"} <= set(operation["responses"])
    assert not re.search(r"TypedDict|ValidationError|422", json.dumps(document))
