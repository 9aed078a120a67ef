"""Who goes around CloudFront is refused at every door; who comes with a key made a moment ago is not."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import boto3
import pytest

from sayso.handlers import public_api
from sayso.wiring import of_this_function
from tests.builders import LINK_KEYS, ORIGIN_KEYS, sent_invitation
from tests.fakes import keeps_by
from tests.integration.test_handlers import SITE, Stack, http, stack

__all__ = ["stack"]  # the fixture

SECRET = "secretsmanager:GetSecretValue"
DOORS = [
    ("public_api", "GET", "/api/answer"),
    ("public_api", "PUT", "/api/answer"),
    ("public_api", "GET", "/api/nothing"),
    ("plain_page", "GET", "/api/plain/1.x.y"),
    ("owner_api", "GET", "/api/case"),
    ("owner_api", "POST", "/api/hold"),
    ("hooks", "POST", "/api/hooks/zendesk"),
]


def knock(stack: Stack, door: tuple[str, str, str], **origin: str) -> tuple[int, Any]:
    function, method, path = door
    event = http(method, path, "{}", token=stack.token())
    headers = {**event["headers"], "sayso-origin": "", **origin}
    answer = stack.invoke(function, {**event, "headers": headers})
    return answer["statusCode"], json.loads(answer["body"])


@pytest.fixture(autouse=True)
def one_clock(stack: Stack) -> Iterator[None]:
    with keeps_by(stack.clock):
        yield


@pytest.mark.parametrize("door", DOORS, ids=" ".join)
def test_who_goes_around_cloudfront_is_refused_before_anything_is_read(
    stack: Stack, door: tuple[str, str, str]
) -> None:
    status, shown = knock(stack, door)
    assert (status, shown["error"]["field"]) == (403, "origin")
    assert stack.calls == set()


@pytest.mark.parametrize("door", DOORS, ids=" ".join)
def test_a_guess_is_refused_and_touches_no_table(stack: Stack, door: tuple[str, str, str]) -> None:
    boto3.client("secretsmanager").put_secret_value(
        SecretId="origin-keys", SecretString=json.dumps({**ORIGIN_KEYS, "2": "", "made": {"1": "2026-11-22"}})
    )
    for shown in ("x", "o" * 63, "o" * 65, "O" * 64, "ü", "\ud800", "1", "{'1'}", "2026-11-22"):
        status, said = knock(stack, door, **{"sayso-origin": shown})
        assert (status, said["error"]["field"]) == (403, "origin"), shown
    assert stack.calls == {(SECRET, "Data.Outputs.OriginKeysArn")}


def test_the_refusal_says_nothing_of_the_key_in_the_log_either(
    stack: Stack, capsys: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    knock(stack, DOORS[0], **{"sayso-origin": ORIGIN_KEYS["1"][:-1]})
    stack.invoke("public_api", http("GET", "/api/answer", token=stack.token()))
    written = capsys.readouterr()
    assert "ooo" not in written.out + written.err + caplog.text


def test_both_keys_are_good_while_one_is_replaced_and_the_new_one_is_known_at_once(stack: Stack) -> None:
    event = http("GET", "/api/nothing")

    def with_key(key: str) -> int:
        headers = {**event["headers"], "sayso-origin": key}
        return int(public_api.handle({**event, "headers": headers}, None)["statusCode"])  # type: ignore[arg-type]

    of_this_function.cache_clear()
    of_this_function().clock = stack.clock
    assert with_key(ORIGIN_KEYS["1"]) == 404
    boto3.client("secretsmanager").put_secret_value(
        SecretId="origin-keys", SecretString=json.dumps({**ORIGIN_KEYS, "2": "n" * 64})
    )
    assert with_key("n" * 64) == 404
    assert with_key(ORIGIN_KEYS["1"]) == 404
    boto3.client("secretsmanager").put_secret_value(SecretId="origin-keys", SecretString='{"2": "' + "n" * 64 + '"}')
    stack.clock.pass_by(minutes=5, seconds=1)
    assert with_key("n" * 64) == 404
    assert with_key(ORIGIN_KEYS["1"]) == 403


def test_when_the_key_cannot_be_read_the_door_stays_shut_and_says_it_is_our_fault(
    stack: Stack, caplog: pytest.LogCaptureFixture
) -> None:
    boto3.client("secretsmanager").delete_secret(SecretId="origin-keys", ForceDeleteWithoutRecovery=True)
    status, said = knock(stack, DOORS[0], **{"sayso-origin": ORIGIN_KEYS["1"]})
    assert (status, said["error"]["field"]) == (500, "")
    assert "origin not checked" in caplog.text


def test_a_link_signed_with_a_key_made_a_moment_ago_is_good_and_junk_asks_once_a_minute(
    stack: Stack, monkeypatch: pytest.MonkeyPatch
) -> None:
    stack.add(sent_invitation())
    secrets = boto3.client("secretsmanager")
    wiring = of_this_function()
    wiring.clock = stack.clock
    asked: list[str] = []
    own = boto3.Session().client("secretsmanager")  # the others are shared
    own.meta.events.register("before-send.secrets-manager", lambda request, **_: asked.append(request.url))
    monkeypatch.setitem(vars(wiring), "_secrets_client", own)
    token = stack.token()
    assert wiring.links.read_survey(token, stack.clock())
    assert len(asked) == 1
    secrets.put_secret_value(SecretId="link-keys", SecretString=json.dumps({**LINK_KEYS, "2": "n" * 64}))
    for kept in ("links", "_secrets"):
        stack.wiring.__dict__.pop(kept, None)  # the sender learns of it first
    fresh = stack.token()
    assert fresh.startswith("2.")
    assert wiring.links.read_survey(fresh, stack.clock())
    assert wiring.links.read_survey(token, stack.clock())
    assert len(asked) == 2
    for number in range(3, 50):
        with pytest.raises(Exception, match="not made by us"):
            wiring.links.read_survey(f"{number}.{fresh[2:]}", stack.clock())
    assert len(asked) == 2
    stack.clock.pass_by(minutes=1)
    for number in range(3, 50):
        with pytest.raises(Exception, match="not made by us"):
            wiring.links.read_survey(f"{number}.{fresh[2:]}", stack.clock())
    assert len(asked) == 3


@pytest.mark.parametrize("method", ["GET", "POST"])
def test_a_link_to_leave_that_is_too_old_says_so_and_closes_nothing(stack: Stack, method: str) -> None:
    link = stack.wiring.links.unsubscribe_one_click("hash-anna", "nl", stack.clock.now).removeprefix(SITE)
    stack.clock.pass_by(days=1)
    answer = stack.invoke("public_api", http(method, link))
    assert answer["statusCode"] == 410
    assert json.loads(answer["body"])["error"]["field"] == "token"
    stack.clock.now -= timedelta(days=1)
    assert not stack.wiring.standings.gate("hash-anna").is_closed
