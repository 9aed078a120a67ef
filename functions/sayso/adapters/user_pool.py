"""Our own people who may sign in to the desk, as the operator keeps them: Cognito's user pool and its groups."""

from __future__ import annotations

import secrets
import string
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Literal

from botocore.exceptions import ClientError

from sayso.domain.errors import ConflictError, InvalidInputError, NotFoundError, SaysoError
from sayso.domain.staff import ROLES, Role, role_of

if TYPE_CHECKING:
    from types_boto3_cognito_idp.client import CognitoIdentityProviderClient
    from types_boto3_cognito_idp.type_defs import AttributeTypeTypeDef, UserTypeTypeDef

State = Literal["invited", "active", "reset", "disabled"]
_STATES: dict[str, State] = {"CONFIRMED": "active", "RESET_REQUIRED": "reset"}
_KINDS = (string.ascii_lowercase, string.ascii_uppercase, string.digits, "-_!?+")


@dataclass(frozen=True)
class Member:
    """Somebody who may sign in. `role` is None for one in no group; `since` is when they were added, in UTC."""

    email: str
    name: str
    role: Role | None
    state: State
    since: datetime


class UserPool:
    """The user pool of a stack. Every error of Cognito's becomes one that names the field and says what to do."""

    def __init__(self, client: CognitoIdentityProviderClient, pool_id: str) -> None:
        self._client, self._pool_id = client, pool_id

    def everyone(self) -> list[Member]:
        """Everybody, by address. Some requests for each sixty people."""
        with _in_words():
            groups: dict[str, list[str]] = {}
            for role in ROLES:
                pages = self._client.get_paginator("list_users_in_group")
                for page in pages.paginate(UserPoolId=self._pool_id, GroupName=role):
                    for user in page["Users"]:
                        groups.setdefault(user["Username"], []).append(role)
            users = self._client.get_paginator("list_users").paginate(UserPoolId=self._pool_id)
            found = [_member(user, groups.get(user["Username"], [])) for page in users for user in page["Users"]]
        return sorted(found, key=lambda member: member.email)

    def add(self, email: str, role: Role, name: str = "", password: str = "") -> None:
        """Let somebody in: Cognito mails them a temporary password, unless they are given one of their own.

        Raises ConflictError when they are there already.
        """
        # Verified, because it is us who say whose it is: nobody else's address makes them an owner.
        about: list[AttributeTypeTypeDef] = [
            {"Name": "email", "Value": email},
            {"Name": "email_verified", "Value": "true"},
            *([{"Name": "name", "Value": name}] if name else []),  # type: ignore[list-item]
        ]
        with _in_words():
            if password:
                self._client.admin_create_user(
                    UserPoolId=self._pool_id, Username=email, UserAttributes=about, MessageAction="SUPPRESS"
                )
                self._set_password(email, password, permanent=True)
            else:
                self._client.admin_create_user(
                    UserPoolId=self._pool_id,
                    Username=email,
                    UserAttributes=about,
                    DesiredDeliveryMediums=["EMAIL"],
                )
            self._client.admin_add_user_to_group(UserPoolId=self._pool_id, Username=email, GroupName=role)

    def set_role(self, email: str, role: Role) -> None:
        """Give somebody this role and no other; what they are signed in with ends.

        What they had is taken first: were this interrupted, they would have no role, not two.
        """
        with _in_words():
            there = self._client.admin_list_groups_for_user(UserPoolId=self._pool_id, Username=email)["Groups"]
            for group in there:
                if (had := group["GroupName"]) != role:
                    self._client.admin_remove_user_from_group(UserPoolId=self._pool_id, Username=email, GroupName=had)
            self._client.admin_add_user_to_group(UserPoolId=self._pool_id, Username=email, GroupName=role)
            self._client.admin_user_global_sign_out(UserPoolId=self._pool_id, Username=email)

    def shut_out(self, email: str) -> None:
        """End what somebody is signed in with, and let them in no more."""
        with _in_words():
            self._client.admin_disable_user(UserPoolId=self._pool_id, Username=email)
            self._client.admin_user_global_sign_out(UserPoolId=self._pool_id, Username=email)

    def forget(self, email: str) -> None:
        """Delete somebody who was shut out."""
        with _in_words():
            self._client.admin_delete_user(UserPoolId=self._pool_id, Username=email)

    def invite_again(self, email: str, *, forget_app: bool = False) -> None:
        """Replace somebody's password by a temporary one that is mailed to them, and end what they are signed in with.

        With `forget_app` their codes are asked for no more, until they set them up anew.
        """
        with _in_words():
            self._set_password(email, _password(), permanent=False)  # what they knew is worth nothing from here on
            self._client.admin_user_global_sign_out(UserPoolId=self._pool_id, Username=email)
            if forget_app:
                self._client.admin_set_user_mfa_preference(
                    UserPoolId=self._pool_id,
                    Username=email,
                    SoftwareTokenMfaSettings={"Enabled": False, "PreferredMfa": False},
                )
            self._client.admin_create_user(
                UserPoolId=self._pool_id, Username=email, MessageAction="RESEND", DesiredDeliveryMediums=["EMAIL"]
            )

    def _set_password(self, email: str, password: str, *, permanent: bool) -> None:
        self._client.admin_set_user_password(
            UserPoolId=self._pool_id, Username=email, Password=password, Permanent=permanent
        )


def _member(user: UserTypeTypeDef, groups: list[str]) -> Member:
    about = {one["Name"]: one.get("Value", "") for one in user.get("Attributes", [])}
    state = _STATES.get(user["UserStatus"], "invited") if user["Enabled"] else "disabled"
    return Member(about.get("email", ""), about.get("name", ""), role_of(groups), state, user["UserCreateDate"])


def _password() -> str:
    """As the pool's rules want one: of every kind of character."""
    drawn = [secrets.choice(kind) for kind in _KINDS for _ in range(6)]
    secrets.SystemRandom().shuffle(drawn)
    return "".join(drawn)


@contextmanager
def _in_words() -> Iterator[None]:
    try:
        yield
    except ClientError as error:
        code, reason = error.response["Error"]["Code"], error.response["Error"].get("Message", "")
        match code:
            case "UsernameExistsException":
                raise ConflictError("may sign in already; to change it: sayso staff role", field="EMAIL") from None
            case "UserNotFoundException":
                raise NotFoundError("nobody signs in with this address: sayso staff list", field="EMAIL") from None
            case "InvalidPasswordException":
                raise InvalidInputError(reason, field="password") from None
            case "CodeDeliveryFailureException" | "LimitExceededException" | "TooManyRequestsException":
                raise SaysoError(f"Cognito does not send the mail now: {reason}", field="EMAIL") from None
        raise SaysoError(f"Cognito refuses: {reason or code}") from None
