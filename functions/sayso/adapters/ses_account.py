"""Asks SES whether, and how fast, it takes our mails."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from botocore.exceptions import BotoCoreError, ClientError

from sayso.ports import AccountState, Clock, SendingLook

if TYPE_CHECKING:
    from types_boto3_sesv2.client import SESV2Client

# GetAccount may be called once a second (SES v2 quotas), and what it says changes slowly.
_KNOWN_FOR = timedelta(minutes=1)
_STOPPED_FOR = timedelta(minutes=5)
_SHARE = 0.9  # of the quota: somebody who is unhappy today still has to reach their owner tonight


class SesAccount:
    """See `sayso.ports.SendingAccount`. What SES said is remembered for a minute.

    Parameters
    ----------
    identity : str
        The domain or address we send from, as SES knows it.
    """

    def __init__(self, client: SESV2Client, identity: str, clock: Clock) -> None:
        self._client, self._identity, self._clock = client, identity, clock
        self._state = AccountState()
        self._known_until: datetime | None = None

    def state(self) -> AccountState:
        """The account as it was at most a minute ago. When SES does not say, it stays as it was."""
        now = self._clock()
        if self._known_until is None or now >= self._known_until:
            self._known_until = now + _KNOWN_FOR
            try:
                self._state = self._read()
            except (ClientError, BotoCoreError):
                # The mail itself will show it: what SES refuses is given back, and nothing is lost.
                return self._state
        return self._state

    def look(self) -> SendingLook | None:
        """See `sayso.ports.SendingLooks`."""
        try:
            account = self._client.get_account()
        except (ClientError, BotoCoreError):
            return None
        quota = account.get("SendQuota", {})
        most = int(quota.get("Max24HourSend", 0))
        status = account.get("EnforcementStatus", "HEALTHY")
        is_stopped = not account.get("SendingEnabled", True) or status == "SHUTDOWN"
        return SendingLook(
            state="paused" if is_stopped else "under_review" if status == "PROBATION" else "sends",
            production=account.get("ProductionAccessEnabled", False),
            sent=int(quota.get("SentLast24Hours", 0)),
            quota=None if most < 0 else most,
        )

    def stop(self, reason: str) -> None:
        """A mail fared badly for a reason that holds for all: nothing more for five minutes, then look again."""
        self._state = AccountState(reason, self._state.max_send_rate, 0, self._state.production)
        self._known_until = self._clock() + _STOPPED_FOR

    def _read(self) -> AccountState:
        account = self._client.get_account()
        quota = account.get("SendQuota", {})
        most, sent = quota.get("Max24HourSend", 0.0), quota.get("SentLast24Hours", 0.0)
        # -1 stands for no quota (SES v2 API, SendQuota).
        left = 1_000_000 if most < 0 else max(0, int(_SHARE * most - sent))
        reason = ""
        if not account.get("SendingEnabled", True) or account.get("EnforcementStatus") == "SHUTDOWN":
            reason = "ses_paused"
        elif not self._is_verified():
            reason = "ses_unverified"
        elif left == 0:
            reason = "ses_quota"
        return AccountState(
            reason=reason,
            max_send_rate=quota.get("MaxSendRate") or 1.0,
            quota_left=left,
            production=account.get("ProductionAccessEnabled", False),
        )

    def _is_verified(self) -> bool:
        try:
            return self._client.get_email_identity(EmailIdentity=self._identity)["VerifiedForSendingStatus"]
        except self._client.exceptions.NotFoundException:
            return False
