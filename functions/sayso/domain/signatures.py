"""How a webhook proves who sent it: one function to verify, and one to sign for a test, for five schemes.

By hand on `hmac`: it is a few lines, and the libraries for it bring an HTTP client into every function.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta
from typing import Final

from sayso.domain.errors import InvalidInputError, SaysoError
from sayso.domain.hooks import Hook

# Between the sender's clock and ours; what the Standard Webhooks specification recommends.
SKEW: Final = timedelta(minutes=5)
STANDARD_PREFIX: Final = "whsec_"
_SHORTEST = 12  # characters of a secret


class SignatureRefusedError(SaysoError):
    """A webhook that is not from who it says, or too old to be believed. It never says which part was wrong."""


def verify(hook: Hook, secrets: Sequence[str], headers: Mapping[str, str], body: bytes, now: datetime) -> None:
    """Return when one of the secrets signed this body, not longer ago than `SKEW` where the scheme says when.

    Parameters
    ----------
    headers : mapping
        By lower-case name.
    body : bytes
        As it was sent, to the byte.
    now : datetime
        Aware.

    Raises
    ------
    SignatureRefusedError
        Whatever is wrong with it, also with what is malformed.
    """
    expected = [_signature(hook, secret, headers, body) for secret in secrets if secret]
    # All pairs are compared, each in constant time.
    matches = [
        hmac.compare_digest(given, wanted)
        for given in _given(hook, headers)
        for wanted in expected
        if wanted is not None
    ]
    if not any(matches):
        raise SignatureRefusedError("The signature is missing or wrong.", field="signature")
    signed_at = _signed_at(hook, headers)
    if signed_at is not None and abs(now - signed_at) > SKEW:
        raise SignatureRefusedError("The signature is too old, or one of our clocks is wrong.", field="signature")


def sign(hook: Hook, secret: str, body: bytes, now: datetime, message_id: str = "msg_test") -> dict[str, str]:
    """The headers, by lower-case name, with which `body` passes."""
    at = now.astimezone(UTC)
    stamps = {
        "zendesk": {"x-zendesk-webhook-signature-timestamp": at.strftime("%Y-%m-%dT%H:%M:%SZ")},
        "standard": {"webhook-id": message_id, "webhook-timestamp": str(int(at.timestamp()))},
    }
    headers = stamps.get(hook.scheme, {})
    return {**headers, _name(hook): (_signature(hook, secret, headers, body) or b"").decode()}


def check_secret(hook: Hook, secret: str) -> None:
    """Raise InvalidInputError, with what is wrong, for a secret that this scheme cannot use."""
    if len(secret) < _SHORTEST or not secret.isascii() or any(letter.isspace() for letter in secret):
        raise InvalidInputError(f"must be {_SHORTEST} characters or more, plain ones without spaces", field="secret")
    if hook.scheme == "standard" and not _standard_key(secret):
        raise InvalidInputError("must be base64, usually with 'whsec_' before it", field="secret")
    if hook.scheme == "basic" and ":" not in secret:
        raise InvalidInputError("must be a user and a password with a colon between", field="secret")


def _name(hook: Hook) -> str:
    names = {
        "zendesk": "x-zendesk-webhook-signature",
        "jira": "x-hub-signature",
        "standard": "webhook-signature",
        "basic": "authorization",
    }
    return names[hook.scheme] if hook.scheme in names else str(hook.header).lower()


def _given(hook: Hook, headers: Mapping[str, str]) -> list[bytes]:
    """The signatures of a request. Standard Webhooks may send several, one for each key of a rotation."""
    value = headers.get(_name(hook), "")
    if hook.scheme == "standard":
        return [_bytes(part) for part in value.split(" ")]
    if hook.scheme == "basic":  # the word is written in any case (RFC 9110, 11.1)
        word, _, credentials = value.partition(" ")
        return [_bytes(f"Basic {credentials}")] if word.lower() == "basic" else []
    return [_bytes(value)]


def _signature(hook: Hook, secret: str, headers: Mapping[str, str], body: bytes) -> bytes | None:
    """What the right signature would be; None when there is none for this secret."""
    if hook.scheme == "zendesk":
        stamp = _bytes(headers.get("x-zendesk-webhook-signature-timestamp", ""))
        return base64.b64encode(_digest(_bytes(secret), stamp + body))
    if hook.scheme == "jira":
        return b"sha256=" + _digest(_bytes(secret), body).hex().encode()
    if hook.scheme == "standard":
        key = _standard_key(secret)
        parts = (headers.get("webhook-id", ""), headers.get("webhook-timestamp", ""))
        signed = b".".join((*(_bytes(part) for part in parts), body))
        return b"v1," + base64.b64encode(_digest(key, signed)) if key else None
    if hook.scheme == "basic":
        return b"Basic " + base64.b64encode(_bytes(secret))
    return _bytes(secret)


def _signed_at(hook: Hook, headers: Mapping[str, str]) -> datetime | None:
    """When it was signed, None for a scheme that does not say."""
    try:
        if hook.scheme == "zendesk":
            moment = datetime.fromisoformat(headers["x-zendesk-webhook-signature-timestamp"])
            return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
        if hook.scheme == "standard":
            return datetime.fromtimestamp(int(headers["webhook-timestamp"]), UTC)
    except (ValueError, KeyError, OverflowError, OSError):
        raise SignatureRefusedError("The signature has no time we can read.", field="signature") from None
    return None


def _standard_key(secret: str) -> bytes:
    try:
        return base64.b64decode(secret.removeprefix(STANDARD_PREFIX), validate=True)
    except (binascii.Error, ValueError):
        return b""


def _digest(key: bytes, message: bytes) -> bytes:
    return hmac.new(key, message, hashlib.sha256).digest()


def _bytes(text: str) -> bytes:
    # Half a surrogate pair can be in what JSON made of a header; it must be refused and not raise.
    return text.encode("utf-8", "surrogatepass")
