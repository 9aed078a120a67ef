"""A webhook gets in with the right signature and with nothing else, whatever bytes are tried."""

from __future__ import annotations

import base64
import hashlib
import hmac
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.domain.errors import InvalidInputError
from sayso.domain.hooks import Hook
from sayso.domain.signatures import SignatureRefusedError, check_secret, sign, verify
from tests.builders import MONDAY

SCHEMES = ("zendesk", "jira", "standard", "header", "basic")
SECRETS = {
    "zendesk": "dGhpc19zZWNyZXRfaXNfZm9yX3Rlc3Rpbmdfb25seQ==",
    "jira": "a-secret-of-jira-1234",
    "standard": "whsec_" + base64.b64encode(b"k" * 24).decode(),
    "header": "a-shared-secret-1234",
    "basic": "sayso:a-password-1234",
}
BODY = b'{"ticket": {"id": 4711}}'
MINUTES = timedelta(minutes=1)


def hook(scheme: str) -> Hook:
    fields = {"ticket_id": "id", "requester_email": "email", "status": "status"}
    header: dict[str, Any] = {"header": "X-Sayso-Secret"} if scheme == "header" else {}
    return Hook.model_validate({"scheme": scheme, "fields": fields, "events": {"solved": ["solved"]}, **header})


def signed(scheme: str, body: bytes = BODY, at: datetime = MONDAY, secret: str = "") -> dict[str, str]:
    return sign(hook(scheme), secret or SECRETS[scheme], body, at)


def passes(
    scheme: str, headers: dict[str, str], body: bytes = BODY, now: datetime = MONDAY, secrets: Any = None
) -> bool:
    try:
        verify(hook(scheme), [SECRETS[scheme]] if secrets is None else secrets, headers, body, now)
    except SignatureRefusedError:
        return False
    return True


@pytest.mark.parametrize("scheme", SCHEMES)
def test_what_is_signed_passes(scheme: str) -> None:
    assert passes(scheme, signed(scheme))


# As each of them documents it, calculated here once more.


def test_zendesk_signs_time_and_body() -> None:
    stamp = "2026-03-02T09:00:00Z"
    digest = hmac.new(SECRETS["zendesk"].encode(), stamp.encode() + BODY, hashlib.sha256).digest()
    signature = base64.b64encode(digest).decode()
    headers = {"x-zendesk-webhook-signature": signature, "x-zendesk-webhook-signature-timestamp": stamp}
    assert passes("zendesk", headers)


def test_jira_signs_the_body_as_websub_says() -> None:
    # The example of Atlassian's documentation.
    headers = {"x-hub-signature": "sha256=a4771c39fbe90f317c7824e83ddef3caae9cb3d976c214ace1f2937e133263c9"}
    verify(hook("jira"), ["It's a Secret to Everybody"], headers, b"Hello World!", MONDAY)


def test_standard_webhooks_sign_id_time_and_body() -> None:
    # The example of the Standard Webhooks specification.
    headers = {
        "webhook-id": "msg_p5jXN8AQM9LWM0D4loKWxJek",
        "webhook-timestamp": "1614265330",
        "webhook-signature": "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
    }
    now = datetime.fromtimestamp(1614265330, UTC)
    verify(hook("standard"), ["whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"], headers, b'{"test": 2432232314}', now)


def test_a_shared_secret_stands_in_its_header() -> None:
    assert passes("header", {"x-sayso-secret": SECRETS["header"]})
    assert not passes("header", {"x-other": SECRETS["header"]})


@pytest.mark.parametrize("word", ["Basic", "basic", "BASIC"])
def test_basic_is_user_and_password(word: str) -> None:
    credentials = base64.b64encode(b"sayso:a-password-1234").decode()
    assert passes("basic", {"authorization": f"{word} {credentials}"})
    assert not passes("basic", {"authorization": credentials})
    assert not passes("basic", {"authorization": f"Bearer {credentials}"})


def test_standard_webhooks_may_carry_several_signatures_and_others_of_other_versions() -> None:
    headers = signed("standard")
    right = headers["webhook-signature"]
    for value in (f"v1,wrong {right}", f"v1a,asymmetric {right} v2,new", f" {right} "):
        assert passes("standard", {**headers, "webhook-signature": value})
    assert not passes("standard", {**headers, "webhook-signature": right.replace("v1,", "v2,")})


@pytest.mark.parametrize("scheme", SCHEMES)
def test_two_secrets_hold_while_one_is_rotated(scheme: str) -> None:
    other = "whsec_" + base64.b64encode(b"n" * 24).decode() if scheme == "standard" else "sayso:another-secret-1"
    for secret in (SECRETS[scheme], other):
        assert passes(scheme, signed(scheme, secret=secret), secrets=[other, SECRETS[scheme]])
    assert not passes(scheme, signed(scheme), secrets=[other])


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("secrets", [[], [""], ["", ""]])
def test_no_secret_lets_nobody_in(scheme: str, secrets: list[str]) -> None:
    empty = sign(hook(scheme), "", BODY, MONDAY)
    for headers in (signed(scheme), empty, {}, dict.fromkeys(signed(scheme), "")):
        assert not passes(scheme, headers, secrets=secrets)


@pytest.mark.parametrize("scheme", ["zendesk", "standard"])
@pytest.mark.parametrize(("ago", "right"), [(5, True), (-5, True), (5.1, False), (-5.1, False), (60 * 24, False)])
def test_a_signature_is_believed_for_five_minutes(scheme: str, ago: float, right: bool) -> None:
    assert passes(scheme, signed(scheme), now=MONDAY + ago * MINUTES) is right


@pytest.mark.parametrize("scheme", ["zendesk", "standard"])
@pytest.mark.parametrize(
    "stamp", ["", "now", "0", "-1", "9" * 400, "9" * 5000, "1e9", "2026-03-02", "0001-01-01T00:00:00+14:00", "\ud800"]
)
def test_a_signed_time_that_is_none_is_refused(scheme: str, stamp: str) -> None:
    name = {"zendesk": "x-zendesk-webhook-signature-timestamp", "standard": "webhook-timestamp"}[scheme]
    stamped = stamp.encode("utf-8", "surrogatepass")
    if scheme == "zendesk":
        key, message = SECRETS[scheme].encode(), stamped + BODY
    else:
        key, message = b"k" * 24, b"msg_test." + stamped + b"." + BODY
    digest = base64.b64encode(hmac.new(key, message, hashlib.sha256).digest()).decode()
    headers = {**signed(scheme), name: stamp}
    signature = {"zendesk": digest, "standard": f"v1,{digest}"}[scheme]
    headers["x-zendesk-webhook-signature" if scheme == "zendesk" else "webhook-signature"] = signature
    assert not passes(scheme, headers)


@pytest.mark.parametrize("scheme", ["zendesk", "jira", "standard"])
@given(body=st.binary(max_size=200))
def test_any_change_of_the_body_is_noticed(scheme: str, body: bytes) -> None:
    assert passes(scheme, signed(scheme), body) is (body == BODY)


@pytest.mark.parametrize("scheme", SCHEMES)
@given(body=st.binary(max_size=200), secret=st.binary(min_size=12, max_size=40))
def test_any_body_passes_with_its_own_signature(scheme: str, body: bytes, secret: bytes) -> None:
    text = base64.b64encode(secret).decode()
    assert passes(scheme, signed(scheme, body, secret=text), body, secrets=[text])


@pytest.mark.parametrize("scheme", SCHEMES)
@given(value=st.text(st.characters(), max_size=100), data=st.data())
def test_no_other_text_passes_and_none_raises(scheme: str, value: str, data: st.DataObject) -> None:
    headers = signed(scheme)
    name = data.draw(st.sampled_from(sorted(headers)))
    tried = {**headers, name: value}
    assert not passes(scheme, tried), tried
    assert not passes(scheme, {name: value})


@pytest.mark.parametrize("scheme", SCHEMES)
@given(data=st.data())
def test_no_signature_that_is_wrong_in_one_place_passes(scheme: str, data: st.DataObject) -> None:
    headers = signed(scheme)
    name = next(name for name in headers if name.endswith(("signature", "authorization", "secret")))
    right = headers[name]
    at = data.draw(st.integers(len("Basic ") if scheme == "basic" else 0, len(right) - 1))
    letter = data.draw(st.characters(exclude_characters=right[at]))
    for wrong in (right[:at] + letter + right[at + 1 :], right[:at] + right[at + 1 :], right[:at]):
        assert not passes(scheme, {**headers, name: wrong})


@given(secret=st.text(st.characters(), max_size=40), value=st.text(max_size=40))
def test_an_unreadable_secret_lets_nobody_in_and_does_not_raise(secret: str, value: str) -> None:
    headers = {**signed("standard"), "webhook-signature": f"v1,{value}"}
    assert not passes("standard", headers, secrets=[secret])


@pytest.mark.parametrize(
    ("scheme", "secret", "reason"),
    [
        ("header", "short", "12 characters"),
        ("header", "with spaces in it", "without spaces"),
        ("header", "schlüssel-zum-haus", "plain"),
        ("standard", "whsec_not+base64!!", "base64"),
        ("basic", "password-without-user", "colon"),
    ],
)
def test_a_secret_of_the_wrong_shape_is_refused_in_words(scheme: str, secret: str, reason: str) -> None:
    with pytest.raises(InvalidInputError, match=reason):
        check_secret(hook(scheme), secret)


@pytest.mark.parametrize("scheme", SCHEMES)
def test_a_secret_of_the_right_shape_is_taken(scheme: str) -> None:
    check_secret(hook(scheme), SECRETS[scheme])
