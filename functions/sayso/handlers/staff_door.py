"""What every route of the desk asks first: who is signed in, and may they?

A route takes `staff` as one of `Anyone`, `Owners` and `Managers`; a test calls every route as every role.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Annotated

from aws_lambda_powertools.event_handler import Depends, Request

from sayso.domain.errors import NotFoundError, RoleRefusedError
from sayso.domain.staff import Role, Staff
from sayso.wiring_desk import of_this_function

CLAIMS = "claims"
"""Where a request's context has what the API's authorizer read in its token."""
SIGNED_IN: list[dict[str, list[str]]] = [{"staff": []}]
"""How a route says that it wants somebody who is signed in."""


_LONGEST = {"": 200, "answer": 400}  # of a name in an address, as it is sent; an answer's is three names in one


def bearer(request: Request) -> str:
    """The token of a request; empty where there is none."""
    scheme, _, token = request.headers.get("authorization", "").partition(" ")
    return token.strip() if scheme.lower() == "bearer" else ""


def _whoever_is(*roles: Role) -> Callable[[Request], Staff]:
    def whoever_is(request: Request) -> Staff:
        """Raises SignInError, RoleRefusedError for another role, and NotFoundError for an address that is none."""
        claims = request.context.get(CLAIMS) or {}
        staff = of_this_function().know_staff.known(bearer(request), claims)
        if staff.role not in roles:
            raise RoleRefusedError(f"This is not for the role {staff.role}.", field="role")
        _check_names(request.path_parameters)
        return staff

    whoever_is.roles = roles  # type: ignore[attr-defined]
    return whoever_is


def _check_names(named: Mapping[str, str]) -> None:
    """What is longer than any name we give is no key the table can be asked for."""
    for parameter, name in named.items():
        if len(name) > _LONGEST.get(parameter, _LONGEST[""]):
            raise NotFoundError("There is nothing at this address.", field="path")


Anyone = Annotated[Staff, Depends(_whoever_is("manager", "owner", "viewer"))]
"""Whoever has a role: for numbers, and what the public reads."""
Owners = Annotated[Staff, Depends(_whoever_is("manager", "owner"))]
"""A manager, or an owner, to whom only what is theirs may be shown."""
Managers = Annotated[Staff, Depends(_whoever_is("manager"))]
"""A manager."""
