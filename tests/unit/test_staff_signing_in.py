"""Who signs in to the desk has the role of a group of theirs, exactly as it is called."""

from __future__ import annotations

from typing import Any

import pytest

from sayso.domain.errors import TooManyRequestsError
from tests.desk import PEOPLE, open_desk


@pytest.mark.parametrize(
    ("claim", "role"),
    [
        ("[manager]", "manager"),
        ("[viewer owner]", "owner"),
        ("owner", "owner"),
        (["viewer", "owner"], "owner"),
        ("[x,manager viewer]", "viewer"),
        ('["manager" viewer]', "viewer"),
        ("[not\u00a0manager viewer]", "viewer"),
        ("[[manager] viewer]", "viewer"),
        ("[not\tmanager viewer]", "viewer"),
        ("[managers]", ""),
        ("manager,viewer", ""),
        (["not manager", "x,owner"], ""),
        ("[]", ""),
        (None, ""),
    ],
)
def test_a_group_is_what_it_is_called_and_no_part_of_it(claim: Any, role: str) -> None:
    with open_desk() as desk:
        claims = {"token_use": "access", "cognito:groups": claim}
        answer = desk.ask("GET", "/api/staff/me", token=PEOPLE["viewer"], claims=claims)
    assert (answer.json["role"] if answer.status == 200 else "") == role
    assert answer.status in (200, 403)


def test_that_too_many_sign_in_at_once_is_said_as_it_is() -> None:
    with open_desk() as desk:

        def person(token: str) -> None:
            raise TooManyRequestsError("Too many people ask at this moment.", retry_after=5)

        desk.signed_in.person = person  # type: ignore[method-assign,assignment]
        answer = desk.get("/api/staff/me")
    assert (answer.status, answer.headers["Retry-After"]) == (429, "5")
