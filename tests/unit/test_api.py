"""The API as it is described: one shape for every refusal, each with a sentence, and nothing changed by any of them."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import jsonschema_rs
import pytest

from sayso.domain.answering import A_MINUTE
from sayso.handlers import api_description
from sayso.handlers.api_responses import LARGEST_BODY
from tests.builders import World
from tests.doors import Answered, Doors, encoded, open_doors
from tests.infrastructure.reading import ROOT

DOCUMENT = json.loads((ROOT / "docs" / "openapi.json").read_text(encoding="utf-8"))
ROUTES = [(method.upper(), path) for path, methods in DOCUMENT["paths"].items() for method in methods]
EVERYTHING = {
    "score": 4,
    "why": "slow <b>& ünsure</b> 🙂 שלום",
    "better": "",
    "drivers": ["price"],
    "contact": "phone",
    "quote": True,
    "reference": False,
    "ratings": {},
}


@pytest.fixture
def doors() -> Iterator[Doors]:
    with open_doors() as found:
        yield found


def described(answer: Answered, path: str = "/api/answer", method: str = "put") -> Answered:
    """The answer, once it is found to be what the document says."""
    known = DOCUMENT["paths"][path][method]["responses"]
    assert str(answer.status) in known, f"{answer.status} is not described for {method} {path}"
    content = known[str(answer.status)].get("content")
    if not content:
        assert answer.body == ""
        return answer
    if "text/html" in content:
        assert answer.headers["Content-Type"] == "text/html; charset=utf-8"
        assert answer.body.startswith("<!doctype html>")
        return answer
    assert answer.headers["Content-Type"] == "application/json"
    schema = {**content["application/json"]["schema"], "components": DOCUMENT["components"]}
    jsonschema_rs.validator_for(schema).validate(answer.json)
    return answer


def refused(answer: Answered, status: int, field: str) -> str:
    """The reason of a refusal of the one shape."""
    assert set(answer.json) == {"error"}
    assert set(answer.json["error"]) == {"field", "reason"}
    assert (answer.status, answer.json["error"]["field"]) == (status, field)
    reason = str(answer.json["error"]["reason"])
    assert 10 <= len(reason) <= 120
    assert not re.search(r"Traceback|Error|pydantic|input should|NoneType", reason, re.IGNORECASE)
    assert answer.headers["Cache-Control"] == "no-store"
    return reason


def test_the_committed_document_is_what_the_code_says() -> None:
    assert (ROOT / "docs" / "openapi.json").read_text(encoding="utf-8") == api_description.text(), "run: make describe"


def test_the_document_is_written_by_one_command() -> None:
    done = subprocess.run(
        [sys.executable, "-c", "from sayso.handlers.api_description import text; print(text(), end='')"],
        env={"PYTHONPATH": str(ROOT / "functions")}, capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert json.loads(done.stdout) == DOCUMENT


def test_every_route_is_described_with_its_key_its_refusals_and_a_sentence() -> None:
    assert len(ROUTES) == 13
    for method, path in ROUTES:
        operation = DOCUMENT["paths"][path][method.lower()]
        assert operation["summary"].endswith(".")
        assert ("security" in operation) != ("{token}" in path)
        assert {"403", "500"} <= set(operation["responses"])
    assert not re.search(r'"title": "(?!Sayso")|TypedDict|ValidationError|422', json.dumps(DOCUMENT))


def test_the_page_for_people_names_every_address_and_status() -> None:
    page = (ROOT / "docs" / "api.md").read_text(encoding="utf-8")
    for method, path in ROUTES:
        assert f"`{method} {path}`" in page
    statuses = {status for path in DOCUMENT["paths"].values() for one in path.values() for status in one["responses"]}
    for status in statuses | {"405"}:
        assert f"| {status} |" in page


def test_an_answer_is_kept_shown_and_read_back_as_it_was_written(doors: Doors) -> None:
    nothing = described(doors.api("GET", "/api/answer"), method="get")
    assert nothing.json == {"survey": "annual", "scale": "nps", "language": "en", "state": "open", "answer": None}
    shown = described(doors.put({**EVERYTHING, "gesture": True, "visible_seconds": 12.5, "visit": 2**31 - 1}))
    assert (shown.status, shown.json["answer"]) == (200, {**EVERYTHING, "state": "confirmed"})
    assert described(doors.api("GET", "/api/answer"), method="get").json == shown.json


def test_a_whole_number_may_be_written_with_a_point(doors: Doors) -> None:
    assert doors.put('{"score": 9.0, "visit": 1e3}').json["answer"]["score"] == 9


def test_what_looks_like_a_machine_is_shown_as_provisional(doors: Doors) -> None:
    for score in range(6):
        shown = described(doors.put({"score": score, "visit": score}))
        assert shown.json["answer"]["state"] == "provisional"
    assert doors.answers()[0]["state"] == "machine"


@pytest.mark.parametrize(
    ("body", "field", "says"),
    [
        ("", "body", "not JSON"),
        ("{", "body", "not JSON"),
        ("\ufeff{}", "body", "not JSON"),
        ('{"score": 9,}', "body", "column"),
        ("[]", "body", "object"),
        ('"9"', "body", "object"),
        ("{}", "score", "missing"),
        ('{"score": null}', "score", "whole number"),
        ('{"score": 11}', "score", "at most 10"),
        ('{"score": -1}', "score", "at least 0"),
        ('{"score": "9"}', "score", "whole number"),
        ('{"score": 8.5}', "score", "whole number"),
        ('{"score": true}', "score", "whole number"),
        ('{"score": 9, "score": 3}', "body", "twice"),
        ('{"score": NaN}', "body", "NaN is not JSON"),
        ('{"score": 9, "visible_seconds": -Infinity}', "body", "not JSON"),
        ('{"score": 9, "visible_seconds": 1e999}', "body", "too large"),
        ('{"score": 9, "visible_seconds": -0.1}', "visible_seconds", "at least 0"),
        ('{"score": ' + "9" * 5000 + "}", "body", "digits"),
        ('{"score": 9, "visit": 9007199254740993}', "body", "digits"),
        ('{"score": 9, "visit": 2147483648}', "visit", "at most 2,147,483,647"),
        ('{"score": 9, "why": ' + "[" * 60_000, "body", "8 levels"),
        ('{"score": 9, "why": ' + '{"a":' * 9 + "1" + "}" * 10, "body", "8 levels"),
        ('{"score": 9, "why": "\\ud800"}', "body", "surrogate"),
        ('{"score": 9, "\\udfff": 1}', "body", "surrogate"),
        ('{"score": 9, "why": "\ud800"}', "body", "UTF-8"),
        ('{"score": 9, "why": 1}', "why", "must be text"),
        ('{"score": 9, "why": "' + "x" * 5001 + '"}', "why", "5,000 characters"),
        ('{"score": 9, "drivers": "price"}', "drivers", "a list"),
        ('{"score": 9, "drivers": [1]}', "drivers", "must be text"),
        ('{"score": 9, "drivers": ["weather"]}', "drivers", "weather"),
        ('{"score": 9, "drivers": ' + json.dumps(["price"] * 13) + "}", "drivers", "more than 12"),
        ('{"score": 9, "ratings": [1]}', "ratings", "an object"),
        ('{"score": 9, "ratings": {"weather": 3}}', "ratings", "weather"),
        ('{"score": 9, "ratings": {"support": 6}}', "ratings", "at most 5"),
        ('{"score": 9, "contact": "fax"}', "contact", "no, phone or mail"),
        ('{"score": 9, "quote": "yes"}', "quote", "true or false"),
        ('{"score": 9, "gesture": 1}', "gesture", "true or false"),
        ('{"score": 9, "state": "confirmed"}', "state", "no field of this name"),
        ('{"score": 9, "' + "x" * 9000 + '": 1}', "x" * 40, "no field of this name"),
    ],
)  # fmt: skip
def test_a_bad_answer_is_refused_by_field_and_reason(doors: Doors, body: str, field: str, says: str) -> None:
    assert says in refused(described(doors.put(body)), 400, field)
    assert not doors.answers()


@pytest.mark.parametrize(
    ("changes", "status", "says"),
    [
        ({"body": "x" * (LARGEST_BODY + 1)}, 413, "64 KiB"),
        ({"body": "ü" * (LARGEST_BODY // 2 + 1)}, 413, "64 KiB"),
        (encoded(b"x" * (LARGEST_BODY + 1)), 413, "64 KiB"),
        ({"body": "====" * LARGEST_BODY, "isBase64Encoded": True}, 413, "64 KiB"),
        ({"body": "no base64!", "isBase64Encoded": True}, 400, "base64"),
        ({"body": "ü", "isBase64Encoded": True}, 400, "base64"),
        (encoded(b"\xff\xfe\x00"), 400, "UTF-8"),
        (encoded('{"score": 9}'.encode("utf-16")), 400, "UTF-8"),
        (encoded(b'{"score": 9, "why": "\xed\xa0\x80"}'), 400, "UTF-8"),
    ],
)
def test_a_body_is_weighed_before_it_is_decoded(doors: Doors, changes: dict[str, Any], status: int, says: str) -> None:
    assert says in refused(described(doors.put(**changes)), status, "body")
    assert not doors.answers()


@pytest.mark.parametrize("content_type", ["text/plain", "", "application/x-www-form-urlencoded", "application/jsonp"])
def test_a_body_that_is_not_called_json_is_refused(doors: Doors, content_type: str) -> None:
    refused(described(doors.put({"score": 9}, headers={"content-type": content_type})), 415, "content-type")
    assert doors.put({"score": 9}, headers={"content-type": "Application/JSON; charset=utf-8"}).status == 200


@pytest.mark.parametrize("token", ["", "junk", "1.a.b", "ü", "1." + "x" * 9000, "\ud800"])
def test_the_token_comes_before_everything_else_and_a_forged_one_reads_nothing(doors: Doors, token: str) -> None:
    reads = doors.world.items.reads
    for method, path in (("GET", "/api/answer"), ("PUT", "/api/answer")):
        answer = doors.api(method, path, "x" * 70_000, headers={"sayso-token": token, "content-type": "image/png"})
        refused(described(answer, path, method.lower()), 403, "token")
    for method in ("GET", "POST"):
        answer = doors.api(method, f"/api/unsubscribe/{token or 'x'}", "x" * 70_000)
        refused(described(answer, "/api/unsubscribe/{token}", method.lower()), 403, "token")
    assert doors.world.items.reads == reads


@pytest.mark.parametrize(
    ("method", "path", "status", "allow"),
    [
        ("GET", "/api/nothing", 404, None),
        ("GET", "/", 404, None),
        ("GET", "", 404, None),
        ("GET", "/api/answer/", 404, None),
        ("GET", "//api/answer", 404, None),
        ("GET", "/api/../api/answer", 404, None),
        ("GET", "/api/unsubscribe/a/b", 404, None),
        # What our own people do is another function's.
        ("GET", "/api/case", 404, None),
        ("POST", "/api/case", 404, None),
        ("POST", "/api/review", 404, None),
        ("GET", "/api/review/pack/x", 404, None),
        ("POST", "/api/hold", 404, None),
        ("DELETE", "/api/answer", 405, "GET, PUT"),
        ("", "/api/answer", 405, "GET, PUT"),
        ("PUT", "/api/unsubscribe/x", 405, "GET, POST"),
    ],
)
def test_other_addresses_and_methods_are_refused_in_the_same_shape(
    doors: Doors, method: str, path: str, status: int, allow: str | None
) -> None:
    answer = doors.api(method, path, {"score": 9})
    refused(answer, status, "method" if allow else "path")
    assert answer.headers.get("Allow") == allow


def test_gone_expired_and_confirmed_say_what_they_are(doors: Doors) -> None:
    assert doors.put({"score": 9, "gesture": True}).status == 200
    refused(described(doors.put({"score": 3, "why": "slow"})), 409, "gesture")
    doors.world.clock.pass_by(days=31)
    refused(described(doors.put({"score": 3, "gesture": True})), 410, "token")
    assert described(doors.api("GET", "/api/answer"), method="get").json["state"] == "expired"
    doors.world.clock.pass_by(days=60)
    refused(described(doors.api("GET", "/api/answer"), method="get"), 410, "token")
    with open_doors() as others:
        others.world.erase_contact.erase("c1", "operator")
        refused(described(others.put({"score": 3, "gesture": True})), 404, "token")


def test_an_answer_that_others_keep_writing_is_a_conflict_and_not_the_senders_mistake(doors: Doors) -> None:
    doors.put({"score": 9, "gesture": True})
    doors.overtake()
    refused(described(doors.put({"score": 3, "gesture": True})), 409, "")


def test_an_answer_that_is_changed_without_end_has_to_wait_and_is_told_how_long(doors: Doors) -> None:
    for number in range(A_MINUTE):
        assert doors.put({"score": number % 11, "gesture": True}).status == 200
    answer = described(doors.put({"score": 9, "why": "x", "gesture": True}))
    refused(answer, 429, "")
    assert 1 <= int(answer.headers["Retry-After"]) <= 61
    doors.world.clock.pass_by(seconds=int(answer.headers["Retry-After"]))
    assert doors.put({"score": 9, "why": "x", "gesture": True}).status == 200


def test_leaving_answers_as_described(doors: Doors) -> None:
    path = "/api/unsubscribe/{token}"
    for body, state in ((None, "unsubscribed"), ({"undo": True}, "subscribed"), ("[" * 60_000, "unsubscribed")):
        assert described(doors.api("POST", doors.leaving(), body), path, "post").json == {"state": state}
    page = described(doors.api("GET", doors.leaving()), path, "get")
    assert (page.status, page.headers["Location"].split("?")[0]) == (
        303, "https://feedback.example/unsubscribe/nl.html",
    )  # fmt: skip


def test_a_fault_of_ours_is_described_and_shows_nothing_of_itself(
    doors: Doors, caplog: pytest.LogCaptureFixture
) -> None:
    doors.world.record_answer = None  # type: ignore[assignment]
    answer = described(doors.put({"score": 9}))
    assert (answer.status, answer.json["error"]["field"]) == (500, "")
    assert "NoneType" not in answer.body
    assert "NoneType" in caplog.text, "it is logged for us"


def test_text_is_kept_as_written_in_nfc_and_without_control_characters(doors: Doors) -> None:
    said = "e\u0301 \U0001f468\u200d\U0001f469 \u202eעברית\u202c\r\nnext\x00\x1b\x85"
    shown = doors.put(**encoded(json.dumps({"score": 9, "why": said, "gesture": True}).encode()))
    assert shown.json["answer"]["why"] == "\u00e9 \U0001f468\u200d\U0001f469 \u202eעברית\u202c\nnext"


def test_a_link_is_good_for_ninety_days_and_no_longer() -> None:
    with open_doors(World()) as doors:
        doors.world.clock.now += timedelta(days=91)
        refused(doors.put({"score": 9}), 410, "token")
