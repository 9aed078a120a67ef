"""Knows who has signed in to the desk, and as what."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from sayso.domain.errors import RoleRefusedError, SignInError
from sayso.domain.staff import Staff, role_of
from sayso.ports import Pseudonyms, SignedIn


@dataclass(frozen=True)
class KnowStaff:
    """See the module."""

    signed_in: SignedIn
    pseudonyms: Pseudonyms

    def known(self, token: str, claims: Mapping[str, Any]) -> Staff:
        """Who a request is by: its token, and what the API's authorizer read in it.

        Raises
        ------
        SignInError
            When it is no access token, was revoked, or is of somebody who is gone.
        RoleRefusedError
            When they are in none of the groups.
        """
        # The authorizer takes the token that says who somebody is to the page just as well: it is not for an API.
        if not token or claims.get("token_use") != "access":
            raise SignInError("Please sign in.", field="token")
        person = self.signed_in.person(token)
        if person is None:
            raise SignInError("Your session is over. Please sign in again.", field="token")
        role = role_of(_groups(claims.get("cognito:groups")))
        if role is None:
            raise RoleRefusedError("You have no role here yet. Ask whoever runs the programme.", field="role")
        return Staff(email=person.email, name=person.name, role=role, owner_id=self.pseudonyms.of_owner(person.email))


def _groups(claim: object) -> list[str]:
    """HTTP APIs hand a list on as text: ``[manager viewer]``. A group may be called anything without a space."""
    if isinstance(claim, Sequence) and not isinstance(claim, str):
        return [str(group) for group in claim]
    text = str(claim or "")
    if text.startswith('["'):
        with suppress(ValueError):
            return [str(group) for group in json.loads(text)]
    return (text[1:-1] if text.startswith("[") and text.endswith("]") else text).split(" ")
