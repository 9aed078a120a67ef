"""Whose a token is, is Cognito's to say: asked again each minute, so that who left is out within one."""

from __future__ import annotations

from typing import Any

import boto3
import pytest
from botocore.exceptions import ClientError
from botocore.stub import Stubber

from sayso.adapters.signed_in import CognitoPeople
from sayso.domain.errors import TooManyRequestsError
from sayso.ports import Person
from tests.builders import MONDAY
from tests.fakes import FakeClock


class Cognito:
    """A client of Cognito that says what it is told to, once each time."""

    def __init__(self) -> None:
        self.client = boto3.client("cognito-idp", region_name="eu-central-1")
        self.stubber = Stubber(self.client)
        self.stubber.activate()
        self.clock = FakeClock(MONDAY)
        self.people = CognitoPeople(self.client, self.clock)

    def says(self, token: str = "token", **attributes: Any) -> None:  # noqa: S107
        about = {"email": "anna@polder.example", "email_verified": "true", **attributes}
        known = [{"Name": name, "Value": value} for name, value in about.items() if value is not None]
        self.stubber.add_response("get_user", {"Username": "1", "UserAttributes": known}, {"AccessToken": token})

    def refuses(self, code: str) -> None:
        self.stubber.add_client_error("get_user", code)


def test_somebody_is_asked_for_once_a_minute() -> None:
    cognito = Cognito()
    cognito.says(name="Anna")
    for _ in range(3):
        assert cognito.people.person("token") == Person("anna@polder.example", "Anna")
        cognito.clock.pass_by(seconds=15)
    cognito.clock.pass_by(seconds=15)
    cognito.refuses("NotAuthorizedException")
    assert cognito.people.person("token") is None
    cognito.refuses("NotAuthorizedException")
    assert cognito.people.person("token") is None, "a refusal is not remembered as somebody"


def test_one_token_is_not_another() -> None:
    cognito = Cognito()
    cognito.says("one")
    cognito.says("two", email="bert@polder.example")
    assert cognito.people.person("one") != cognito.people.person("two")
    assert cognito.people.person("one") == Person("anna@polder.example", "")


@pytest.mark.parametrize("code", ["NotAuthorizedException", "UserNotFoundException", "PasswordResetRequiredException"])
def test_who_is_gone_is_nobody(code: str) -> None:
    cognito = Cognito()
    cognito.refuses(code)
    assert cognito.people.person("token") is None


def test_that_cognito_is_away_is_no_refusal() -> None:
    cognito = Cognito()
    cognito.refuses("InternalErrorException")
    with pytest.raises(ClientError):
        cognito.people.person("token")


def test_that_cognito_is_asked_too_often_is_said_and_no_sign_of_who_it_is() -> None:
    cognito = Cognito()
    cognito.refuses("TooManyRequestsException")
    with pytest.raises(TooManyRequestsError):
        cognito.people.person("token")


@pytest.mark.parametrize(
    "about", [{"email_verified": "false"}, {"email_verified": None}, {"email": None}, {"email": "no address"}]
)
def test_an_address_nobody_proved_is_nobodys(about: dict[str, Any]) -> None:
    cognito = Cognito()
    cognito.says(**about)
    assert cognito.people.person("token") is None
