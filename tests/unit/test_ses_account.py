"""What SES says about the account decides whether, and how fast, mails go out."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import boto3
import pytest
from botocore.stub import Stubber

from sayso.adapters.mailer import SesMailer
from sayso.adapters.ses_account import SesAccount
from sayso.ports import AccountState
from tests.builders import MONDAY
from tests.fakes import FakeClock

SENDS: dict[str, Any] = {
    "SendingEnabled": True,
    "ProductionAccessEnabled": True,
    "EnforcementStatus": "HEALTHY",
    "SendQuota": {"Max24HourSend": 50_000.0, "MaxSendRate": 14.0, "SentLast24Hours": 100.0},
}


class Ses:
    """SES as it answers, one account after another; None stands for a call that fails."""

    def __init__(self, *accounts: dict[str, Any] | None, verified: bool | None = True) -> None:
        self.client = boto3.client(
            "sesv2", region_name="eu-central-1", aws_access_key_id="test", aws_secret_access_key="test"
        )
        self.stub = Stubber(self.client)
        for account in accounts:
            if account is None:
                self.stub.add_client_error("get_account", "TooManyRequestsException")
                continue
            self.stub.add_response("get_account", account, {})
            if account["SendingEnabled"] and account.get("EnforcementStatus") != "SHUTDOWN":
                self._add_identity(verified)
        self.stub.activate()
        self.clock = FakeClock(MONDAY)
        self.account = SesAccount(self.client, "polder.example", self.clock)

    def _add_identity(self, verified: bool | None) -> None:
        asked = {"EmailIdentity": "polder.example"}
        if verified is None:
            self.stub.add_client_error("get_email_identity", "NotFoundException", expected_params=asked)
        else:
            self.stub.add_response("get_email_identity", {"VerifiedForSendingStatus": verified}, asked)


def test_rate_and_quota_are_those_of_the_account() -> None:
    ses = Ses(SENDS)
    # A tenth of the quota is kept for others: alerts to owners, and whatever else the account sends.
    assert ses.account.state() == AccountState("", 14.0, 44_900, production=True)


@pytest.mark.parametrize(
    ("change", "verified", "reason"),
    [
        ({"SendingEnabled": False}, True, "ses_paused"),
        ({"EnforcementStatus": "SHUTDOWN"}, True, "ses_paused"),
        ({}, False, "ses_unverified"),
        ({}, None, "ses_unverified"),
        ({"SendQuota": {"Max24HourSend": 200.0, "SentLast24Hours": 180.0}}, True, "ses_quota"),
    ],
)
def test_what_stops_the_line_is_named(change: dict[str, Any], verified: bool | None, reason: str) -> None:
    state = Ses({**SENDS, **change}, verified=verified).account.state()
    assert (state.takes_mail, state.reason) == (False, reason)


def test_an_account_without_a_quota_may_send() -> None:
    state = Ses({**SENDS, "SendQuota": {"Max24HourSend": -1.0, "MaxSendRate": 90.0}}).account.state()
    assert state.takes_mail
    assert state.quota_left > 100_000


def test_ses_is_asked_once_a_minute() -> None:
    ses = Ses(SENDS, {**SENDS, "SendingEnabled": False})
    for _ in range(3):
        assert ses.account.state().takes_mail
    ses.clock.pass_by(minutes=1)
    assert ses.account.state().reason == "ses_paused"
    ses.stub.assert_no_pending_responses()


def test_when_ses_does_not_say_the_account_stays_as_it_was() -> None:
    ses = Ses({**SENDS, "SendingEnabled": False}, None)
    assert ses.account.state().reason == "ses_paused"
    ses.clock.pass_by(minutes=1)
    assert ses.account.state().reason == "ses_paused"


def test_a_mail_refused_for_all_stops_the_line_for_five_minutes() -> None:
    ses = Ses(SENDS, SENDS)
    assert ses.account.state().takes_mail
    ses.account.stop("ses_unverified")
    assert ses.account.state().reason == "ses_unverified"
    ses.clock.now += timedelta(seconds=299)
    assert not ses.account.state().takes_mail
    ses.clock.now += timedelta(seconds=1)
    assert ses.account.state().takes_mail


@pytest.mark.parametrize(("region", "host"), [("eu-central-1", "eu-central-1"), ("us-east-1", "email")])
def test_a_mail_is_called_in_other_mailboxes_as_ses_calls_it(region: str, host: str) -> None:
    client = boto3.client("sesv2", region_name=region, aws_access_key_id="test", aws_secret_access_key="test")
    assert SesMailer(client, "sayso").reference("0107-x") == f"<0107-x@{host}.amazonses.com>"
