"""The doors of our own people have one lock each: every link opens its own address, and a refusal changes nothing."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest

from sayso.handlers.api_responses import LARGEST_BODY
from tests.doors import encoded, opened
from tests.staff import POSTS, ROUTES, WORDS, Staff
from tests.unit.test_api import described, refused

# Every address of the API, and whose link opens it.
OPENED_BY = (
    ("GET", "/api/answer", "survey"),
    ("PUT", "/api/answer", "survey"),
    ("GET", "/api/unsubscribe/{token}", "unsubscribe"),
    ("POST", "/api/unsubscribe/{token}", "unsubscribe"),
    *((method, path, path.rpartition("/")[2]) for method, path in ROUTES),
    ("GET", "/api/review/pack/{token}", "pack"),
)
PURPOSES = sorted({purpose for *_, purpose in OPENED_BY})


@pytest.fixture
def staff() -> Iterator[Staff]:
    with opened(Staff()) as found:
        yield found


def body_for(staff: Staff, method: str, path: str) -> Any:
    if method == "PUT":
        return {"score": 3, "gesture": True}
    return staff.takes(path) if path in POSTS and method == "POST" else None


@pytest.mark.parametrize(("method", "path"), ROUTES)
def test_whoever_has_the_link_is_answered_as_described(staff: Staff, method: str, path: str) -> None:
    written = len(staff.world.items.written)
    answer = described(staff.at(method, path, body_for(staff, method, path)), path, method.lower())
    assert answer.status == 200
    assert (len(staff.world.items.written) > written) == (method == "POST"), "a look changes nothing"


def test_the_page_for_a_meeting_is_a_page_and_so_are_its_refusals(staff: Staff) -> None:
    path = "/api/review/pack/{token}"
    page = described(staff.owner("GET", path.format(token=staff.tokens["pack"])), path, "get")
    assert (page.status, WORDS in page.body) == (200, True)
    for token, status in ((staff.pack("gone", staff.owner_id), 404), ("junk", 403)):
        page = described(staff.owner("GET", path.format(token=token)), path, "get")
        assert (page.status, WORDS in page.body) == (status, False)


@pytest.mark.parametrize("purpose", PURPOSES)
@pytest.mark.parametrize(("method", "path", "opened_by"), OPENED_BY)
def test_a_token_serves_its_own_purpose_only(
    staff: Staff, method: str, path: str, opened_by: str, purpose: str
) -> None:
    token, written = staff.tokens[purpose], len(staff.world.items.written)
    ask = staff.api if opened_by in ("survey", "unsubscribe") else staff.owner
    answer = ask(
        method, path.format(token=token), body_for(staff, method, path), headers={"sayso-token": token}
    )  # fmt: skip
    described(answer, path, method.lower())
    if purpose == opened_by:
        assert answer.status in (200, 303)
    else:
        assert answer.status == 403
        assert len(staff.world.items.written) == written


@pytest.mark.parametrize("purpose", PURPOSES)
def test_only_a_survey_link_opens_the_plain_page(staff: Staff, purpose: str) -> None:
    assert (staff.plain(token=staff.tokens[purpose]).status == 200) == (purpose == "survey")


@pytest.mark.parametrize("token", ["", "junk", "1.a.b", "ü", "1." + "x" * 9000, "\ud800"])
@pytest.mark.parametrize(("method", "path"), ROUTES)
def test_the_token_comes_before_everything_else_and_a_forged_one_reads_nothing(
    staff: Staff, method: str, path: str, token: str
) -> None:
    reads = staff.world.items.reads
    answer = staff.at(method, path, "x" * 70_000, token=token, headers={"content-type": "image/png"})
    refused(described(answer, path, method.lower()), 403, "token")
    assert staff.world.items.reads == reads


@pytest.mark.parametrize(("method", "path"), ROUTES)
def test_an_old_link_says_so(staff: Staff, method: str, path: str) -> None:
    token = staff.token_for(path)
    staff.world.clock.pass_by(days=31)
    answer = staff.at(method, path, body_for(staff, method, path), token=token)
    assert "too old" in refused(described(answer, path, method.lower()), 410, "token")


@pytest.mark.parametrize(
    ("changes", "status", "field", "says"),
    [
        ({"headers": {"content-type": "text/plain"}}, 415, "content-type", "application/json"),
        ({"body": "x" * (LARGEST_BODY + 1)}, 413, "body", "64 KiB"),
        ({"body": "ü" * (LARGEST_BODY // 2 + 1)}, 413, "body", "64 KiB"),
        (encoded(b"x" * (LARGEST_BODY + 1)), 413, "body", "64 KiB"),
        ({"body": "no base64!", "isBase64Encoded": True}, 400, "body", "base64"),
        (encoded(b"\xff\xfe\x00"), 400, "body", "UTF-8"),
        ({"body": ""}, 400, "body", "not JSON"),
        ({"body": "[]"}, 400, "body", "object"),
        ({"body": '{"why": ' + "[" * 60_000}, 400, "body", "8 levels"),
        ({"body": '{"score": 1, "score": 2}'}, 400, "body", "twice"),
        ({"body": '{"score": NaN}'}, 400, "body", "NaN"),
        ({"body": '{"reason": "\\ud800"}'}, 400, "body", "surrogate"),
    ],
)
@pytest.mark.parametrize("path", POSTS)
def test_a_body_is_weighed_and_read_as_strictly_as_an_answers(
    staff: Staff, path: str, changes: dict[str, Any], status: int, field: str, says: str
) -> None:
    written = len(staff.world.items.written)
    answer = described(staff.at("POST", path, **{"body": "{}", **changes}), path, "post")
    assert says in refused(answer, status, field)
    assert len(staff.world.items.written) == written


@pytest.mark.parametrize("path", POSTS)
@pytest.mark.parametrize("name", ["__proto__", "by", "owner_id", "revision", "x" * 9_000])
def test_a_field_nobody_knows_is_refused(staff: Staff, path: str, name: str) -> None:
    written = len(staff.world.items.written)
    answer = described(staff.at("POST", path, {**staff.takes(path), name: 1}), path, "post")
    assert "no field of this name" in refused(answer, 400, name[:40])
    assert len(staff.world.items.written) == written


@pytest.mark.parametrize("path", POSTS)
@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "HEAD", "OPTIONS", "post", ""])
def test_no_other_method_is_taken(staff: Staff, path: str, method: str) -> None:
    answer = staff.at(method, path, staff.takes(path))
    refused(answer, 405, "method")
    assert answer.headers["Allow"] == "GET, POST"


def test_a_page_for_a_meeting_is_only_looked_at(staff: Staff) -> None:
    answer = staff.owner("POST", f"/api/review/pack/{staff.tokens['pack']}")
    refused(answer, 405, "method")
    assert answer.headers["Allow"] == "GET"


@pytest.mark.parametrize(
    "path",
    ["/api/answer", "/api/unsubscribe/x", "/api/case/", "/api/case/x", "//api/hold", "/api/review/pack/a/b", "/", ""],
)
@pytest.mark.parametrize("method", ["GET", "POST", "PUT"])
def test_there_is_nothing_else(staff: Staff, method: str, path: str) -> None:
    refused(staff.owner(method, path, {"score": 9}, token=staff.token), 404, "path")


@pytest.mark.parametrize(("method", "path"), ROUTES)
def test_a_fault_of_ours_is_described_and_shows_nothing_of_itself(
    staff: Staff, method: str, path: str, caplog: pytest.LogCaptureFixture
) -> None:
    body = body_for(staff, method, path)
    for name in ("read_case", "record_review", "hold_account", "review_edition"):
        setattr(staff.world, name, None)
    answer = described(staff.at(method, path, body), path, method.lower())
    assert (answer.status, answer.json["error"]["field"]) == (500, "")
    assert "NoneType" not in answer.body
    assert "NoneType" in caplog.text, "it is logged for us"


@pytest.mark.parametrize("path", POSTS)
def test_around_cloudfront_nothing_is_said(staff: Staff, path: str) -> None:
    written = len(staff.world.items.written)
    staff.world.origin = type(staff.world.origin)(lambda: {"1": "another key"})
    refused(staff.at("POST", path, json.dumps(staff.takes(path))), 403, "origin")
    assert len(staff.world.items.written) == written
