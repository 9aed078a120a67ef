"""Asks Cognito whose a token is, so that one that was revoked is worth nothing although its signature is sound."""

from __future__ import annotations

from datetime import datetime, timedelta
from hashlib import sha256
from typing import TYPE_CHECKING

from botocore.exceptions import ClientError

from sayso.domain.address import check_email
from sayso.domain.errors import TooManyRequestsError
from sayso.ports import Clock, Person

if TYPE_CHECKING:
    from types_boto3_cognito_idp.client import CognitoIdentityProviderClient

KEPT_FOR = timedelta(minutes=1)
"""For so long a token may still be taken after it was revoked: a call to Cognito for each request would cost a person
some 30 ms each time."""
_MOST_KEPT = 1_000
_REFUSED = {
    "NotAuthorizedException",
    "UserNotFoundException",
    "UserNotConfirmedException",
    "PasswordResetRequiredException",
    "InvalidParameterException",
}


class CognitoPeople:
    """See `sayso.ports.SignedIn`."""

    def __init__(self, client: CognitoIdentityProviderClient, clock: Clock) -> None:
        self._client, self._clock = client, clock
        self._kept: dict[bytes, tuple[datetime, Person]] = {}

    def person(self, token: str) -> Person | None:
        """Whose an access token is; None when Cognito takes it no more.

        Raises TooManyRequestsError where Cognito is asked more often than it answers.
        """
        name, now = sha256(token.encode()).digest(), self._clock()
        kept = self._kept.get(name)
        if kept and kept[0] > now:
            return kept[1]
        self._kept.pop(name, None)
        found = self._asked(token)
        if found:
            if len(self._kept) >= _MOST_KEPT:
                self._kept.clear()
            self._kept[name] = now + KEPT_FOR, found
        return found

    def _asked(self, token: str) -> Person | None:
        try:
            answer = self._client.get_user(AccessToken=token)
        except ClientError as error:
            code = error.response["Error"]["Code"]
            if code in _REFUSED:
                return None
            if code == "TooManyRequestsException":
                raise TooManyRequestsError("Too many people ask at this moment.", retry_after=5) from None
            raise
        about = {one["Name"]: one.get("Value", "") for one in answer["UserAttributes"]}
        # Whoever could name an address that is not theirs would be its owner here.
        if about.get("email_verified", "").lower() != "true":
            return None
        try:
            return Person(check_email(about.get("email", "")), about.get("name", ""))
        except ValueError:
            return None
