"""A user pool that is made up and answers as Cognito does, and the app that shows its codes."""

from __future__ import annotations

import base64
import hashlib
import hmac
import struct
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from playwright.sync_api import Page, expect

SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
APP = "SOFTWARE_TOKEN_MFA"


def code_of(secret: str, at: float) -> str:
    """What an app shows at a moment (RFC 6238: SHA-1, thirty seconds, six digits)."""
    mac = hmac.digest(base64.b32decode(secret), struct.pack(">Q", int(at // 30)), hashlib.sha1)
    start = mac[-1] & 0x0F
    return f"{(struct.unpack('>I', mac[start : start + 4])[0] & 0x7FFFFFFF) % 10**6:06d}"


@dataclass
class FakePool:
    """Answers as Cognito does, for one person."""

    is_on: bool = False
    fails_with: str = ""  # whatever is asked
    valid: Callable[[str], bool] = lambda token: token.startswith("access-")
    pending: str = ""
    asked: list[tuple[str, dict[str, Any]]] = field(default_factory=list)

    def __call__(self, target: str, given: dict[str, Any]) -> tuple[int, Any]:
        service, _, action = target.partition(".")
        assert service == "AWSCognitoIdentityProviderService"
        token = given.pop("AccessToken")
        self.asked.append((action, given))
        if not self.valid(token):
            return _refused("NotAuthorizedException")
        if self.fails_with:
            return _refused(self.fails_with)
        return 200, getattr(self, action)(given)

    def GetUser(self, _: dict[str, Any]) -> dict[str, Any]:  # noqa: N802 - the pool's own names
        return {"Username": "1", **({"UserMFASettingList": [APP]} if self.is_on else {})}

    def AssociateSoftwareToken(self, _: dict[str, Any]) -> dict[str, Any]:  # noqa: N802
        self.pending = SECRET
        return {"SecretCode": SECRET}

    def VerifySoftwareToken(self, given: dict[str, Any]) -> dict[str, Any]:  # noqa: N802
        fits = given["UserCode"] in {code_of(self.pending, time.time() + away) for away in (-30, 0, 30)}
        return {"Status": "SUCCESS" if fits else "ERROR"}

    def SetUserMFAPreference(self, given: dict[str, Any]) -> dict[str, Any]:  # noqa: N802
        self.is_on = given["SoftwareTokenMfaSettings"]["Enabled"]
        return {}

    @property
    def actions(self) -> list[str]:
        return [action for action, _ in self.asked]


def _refused(kind: str) -> tuple[int, Any]:
    return 400, {"__type": kind, "message": "as the test asked"}


def begin(page: Page, name: str = "Set up an app") -> str:
    """Ask for a secret; returns it as the page shows it."""
    page.get_by_role("button", name=name).press("Enter")
    expect(page.get_by_role("heading", name="Set up an app")).to_be_focused()
    return page.locator("code").inner_text()
