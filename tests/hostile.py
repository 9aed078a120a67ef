"""Requests nobody means well with, the same ones in every run: each is wrong in a way that must be refused."""

from __future__ import annotations

import base64
import json
import random
from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import quote

from tests.doors import FORM, event

Event = dict[str, Any]
_JSON = "application/json"
WRONG: list[Any] = [
    None,
    True,
    [],
    {},
    "",
    "9",
    -1,
    11,
    1e300,
    0.5,
    2**64,
    [[]],
    [{}],
    {"$ne": 1},
    {"S": "x"},
    "\x00",
    "💥" * 99,
    "' OR 1=1 --",
    "<script>alert(1)</script>",
    "{{7*7}}",
    "${jndi:ldap://x}",
    "=cmd|'/c calc'!A1",
    "../../etc/passwd",
]
_FIELDS = [
    "score",
    "why",
    "better",
    "drivers",
    "contact",
    "quote",
    "reference",
    "ratings",
    "gesture",
    "visible_seconds",
    "visit",
]
UNKNOWN = [
    "__proto__",
    "constructor",
    "state",
    "revision",
    "contact_id",
    "pk",
    "erased",
    "confirmed_at",
    "",
    " score",
    "Score",
    "why\x00",
    "ſcore",
    "reference_allowed",
    "sent",
]
_PATHS = [
    "/api/answer/",
    "//api/answer",
    "/api//answer",
    "/API/answer",
    "/api/answer%00",
    "/api/answer;x",
    "/api/answer?",
    "/api/answer/../answer",
    "/api/%61nswer",
    "/api/answer\r\nX: y",
    "/$default/api/answer",
    "api/answer",
    "",
    "/" * 5000,
    "/api/" + "a" * 9000,
    "/api/unsubscribe",
    "/api/unsubscribe/",
    "/api/unsubscribe//x",
    "/api/unsubscribe/..",
    "/api/case/x",
    "/api/plain",
    "/api/\ud800",
]
_METHODS = [
    "put",
    "PUT ",
    "HEAD",
    "OPTIONS",
    "TRACE",
    "CONNECT",
    "PATCH",
    "DELETE",
    "POST",
    "",
    "GET\r\n",
    "PROPFIND",
    "🙂",
]
WRONG_TYPES = [
    "",
    "text/plain",
    "text/json",
    "application/json5",
    "application/xml",
    FORM,
    "multipart/form-data; boundary=x",
    "application/json\x00",
    "json",
    "*/*",
    ";application/json",
    "application/octet-stream",
]


def requests(token: str, number: int, seed: int = 4) -> Iterator[Event]:
    """So many requests to the API, from a holder of a good link and from everybody else."""
    draw = random.Random(seed)  # noqa: S311 - the same in every run
    for _ in range(number):
        kind = draw.choices(list(_KINDS), weights=[weight for weight, _ in _KINDS.values()])[0]
        made = _KINDS[kind][1](draw, token)
        made.setdefault("pathParameters", {"proxy": "answer"})
        yield made


def _put(body: str | bytes | None, token: str, **headers: Any) -> Event:
    known = {"content-type": _JSON, "sayso-token": token, **{name.replace("_", "-"): v for name, v in headers.items()}}
    if isinstance(body, bytes):
        encoded = base64.b64encode(body).decode("ascii")
        return event("PUT", "/api/answer", encoded, headers=known, isBase64Encoded=True)
    return event("PUT", "/api/answer", body, headers=known)


def _valid(draw: random.Random) -> dict[str, Any]:
    return {"score": draw.randrange(11), "why": draw.choice(["", "slow", "ünsure 🙂"]), "gesture": True}


def _wrong_type(draw: random.Random, token: str) -> Event:
    body, field = _valid(draw), draw.choice(_FIELDS)
    fits: dict[str, Callable[[Any], bool]] = {
        "score": lambda v: False,
        "why": lambda v: v is None or isinstance(v, str),
        "better": lambda v: v is None or isinstance(v, str),
        "contact": lambda v: v is None,
        "quote": lambda v: v is None or isinstance(v, bool),
        "reference": lambda v: v is None or isinstance(v, bool),
        "gesture": lambda v: isinstance(v, bool),
        "drivers": lambda v: v in (None, []),
        "ratings": lambda v: v is None or v == {},
        "visible_seconds": lambda v: v in (0.5, 11) and not isinstance(v, bool),
        "visit": lambda v: v == 11 and not isinstance(v, bool),
    }
    wrong = [value for value in WRONG if not fits[field](value)]
    return _put(json.dumps({**body, field: draw.choice(wrong)}), token)


def _unknown_field(draw: random.Random, token: str) -> Event:
    return _put(json.dumps({**_valid(draw), draw.choice(UNKNOWN): draw.choice(WRONG)}), token)


def _huge(draw: random.Random, token: str) -> Event:
    size = draw.choice([5_001, 40_000, 65_536, 70_000, 300_000])
    field = draw.choice(["why", "better"])
    sign = draw.choice(["x", "ü", "🙂", "\\u0000", "\\n"])
    text = f'{{"score": 9, "{field}": "{sign * size}"}}'
    return _put(text.encode() if draw.random() < 0.5 else text, token)


def _deep(draw: random.Random, token: str) -> Event:
    depth = draw.choice([9, 50, 990, 5_000, 30_000])
    opening, closing = draw.choice([("[", "]"), ('{"a":', "}"), ('[{"a":', "}]")])
    inner = opening * depth + "1" + closing * depth * draw.randrange(2)
    return _put(draw.choice([inner, f'{{"score": 9, "ratings": {inner}}}']), token)


def _bad_json(draw: random.Random, token: str) -> Event:
    text = json.dumps(_valid(draw))
    cut = draw.randrange(1, len(text))
    return _put(
        draw.choice(
            [
                text[:cut],
                text + text,
                text + "x",
                "\ufeff" + text,
                text.replace('"', "'"),
                "null",
                "[]",
                "9",
                "",
                None,
                text[:-1] + ', "score": 3}',
                text[:-1] + ', "visit": NaN}',
                text[:-1] + ', "visit": Infinity}',
                text[:-1] + ', "visit": ' + "9" * draw.randrange(17, 9_000) + "}",
                text[:-1] + ', "visit": 1e400}',
                text[:-1] + ', "visit": 0x10}',
                text[:-1] + ', "visit": 01}',
                text[:-1] + ",}",
                "// x\n" + text,
                text[:-1] + ', "better": "\\ud800"}',
                text[:-1] + ', "better": "\\udc00\\ud800"}',
                text + "\x00",
                text[:-1] + ', "better": "\\x41"}',
                text[:-1] + ', "better": "a\nb"}',
                "\x0c" + text,
            ]
        ),
        token,
    )


def _bad_encoding(draw: random.Random, token: str) -> Event:
    text = json.dumps({**_valid(draw), "better": "über"}, ensure_ascii=False)
    raw = text.encode()
    at = draw.randrange(len(raw))
    bad = draw.choice(
        [
            text.encode("utf-16"),
            text.encode("utf-32"),
            text.encode("latin-1", "replace"),
            b"\x1f\x8b\x08" + raw,
            bytes(9),
            raw[:at] + b"\xff" + raw[at:],
            raw.replace(b"\xc3", b"\xed\xa0\x80"),
            raw[:at] + b"\xc0\xaf" + raw[at:],
            draw.randbytes(draw.randrange(1, 300)) + b"\xff",
        ]
    )
    made = _put(bad, token)
    if draw.random() < 0.3:
        damage = draw.choice(["=", "?", "ü", "\ud800", " "])
        made["body"] = made["body"][: draw.randrange(1, 40)] + damage + made["body"]
    return made


def _bad_headers(draw: random.Random, token: str) -> Event:
    trick = draw.randrange(4)
    if trick == 0:
        return _put(json.dumps(_valid(draw)), token, content_type=draw.choice(WRONG_TYPES))
    if trick == 1:
        return _put(json.dumps(_valid(draw)), draw.choice(_forged(draw, token)))
    made = _put(
        draw.choice(["", "{}", "[]"]),
        token,
        x_http_method_override="PUT",
        content_encoding="gzip",
        transfer_encoding="chunked",
        content_length="-1",
        x_forwarded_host="evil.example",
        cookie="a" * 8000,
    )
    if trick == 2:
        made["headers"]["sayso-origin"] = draw.choice(["", "x", "ü", "\ud800", "o" * 63])
        made["body"] = json.dumps(_valid(draw))
    else:
        made[draw.choice(["rawPath", "requestContext", "headers", "body"])] = None
    return made


def _forged(draw: random.Random, token: str) -> list[str]:
    at = draw.randrange(len(token))
    return [
        "",
        "null",
        "undefined",
        "1.a.b",
        token + "," + token,
        token + "\n",
        " " + token,
        token[:-1],
        token[:at],
        token * 9,
        token[:at] + draw.choice("=+/ \x00ü\ud800") + token[at:],
        "0" + token,
        token.replace(".", "..", 1),
        "99999" + token[1:],
        "-" + token,
        "9" * 4_400 + token[1:],
        quote(token.replace(".", "%2e")),
        token[::-1],
    ]


def _bad_path(draw: random.Random, token: str) -> Event:
    made = _put(json.dumps(_valid(draw)), token)
    made["rawPath"] = draw.choice(_PATHS)
    made["requestContext"]["http"]["path"] = made["rawPath"]
    return made


def _bad_method(draw: random.Random, token: str) -> Event:
    made = _put(json.dumps(_valid(draw)), token)
    made["requestContext"]["http"]["method"] = draw.choice(_METHODS)
    return made


def _other_door(draw: random.Random, token: str) -> Event:
    """The token of an answer, or a forged one, at a door it does not open."""
    tried = draw.choice([token, *_forged(draw, token)])
    path = draw.choice(["/api/case", f"/api/unsubscribe/{tried}", f"/api/unsubscribe/{quote(tried, errors='replace')}"])
    made = event(
        draw.choice(["GET", "POST"]),
        path,
        draw.choice([None, "", '{"undo": true}', "[" * 9_000, "x" * 70_000]),
        headers={"sayso-token": tried, "content-type": draw.choice(WRONG_TYPES)},
    )
    made["isBase64Encoded"] = draw.random() < 0.5
    return made


_KINDS: dict[str, tuple[int, Callable[[random.Random, str], Event]]] = {
    "wrong type": (20, _wrong_type),
    "unknown field": (10, _unknown_field),
    "huge": (3, _huge),
    "deep": (4, _deep),
    "bad JSON": (20, _bad_json),
    "bad encoding": (12, _bad_encoding),
    "headers": (12, _bad_headers),
    "path": (5, _bad_path),
    "method": (5, _bad_method),
    "other door": (9, _other_door),
}


def forms(token: str, number: int, seed: int = 4) -> Iterator[Event]:
    """So many requests to the plain page."""
    draw = random.Random(seed)  # noqa: S311 - the same in every run
    for _ in range(number):
        yield _form(draw, token)


def _form(draw: random.Random, token: str) -> Event:
    kind = draw.randrange(5)
    good = "score=9&why=fine"
    method, body, content_type, tried = "POST", good, FORM, token
    if kind == 0:
        name = draw.choice(
            [
                "score",
                "contact",
                "quote",
                "reference",
                "drivers",
                "ratings.support",
                "ratings.x",
                "gesture",
                "visit",
                "sent",
                "__proto__",
                "",
                "csrf",
            ]
        )
        value = draw.choice(
            ["-1", "11", "9.0", "NaN", "on", "true", "<script>alert(1)</script>", "{{7*7}}", "x" * 900, "\x00"]
        )
        kept = "why=" + quote(draw.choice(["fine", "<img src=x onerror=alert(1)>", "{{ 7*7 }}", "</textarea><b>"]))
        body = f"{kept}&{quote(name)}={quote(value)}" + ("" if name == "score" else "&score=9")
    elif kind == 1:
        body = draw.choice(
            [
                "",
                "&" * 5_000,
                "=" * 5_000,
                good + "&score=3",
                good + "&why=%ff",
                good + "&why=%ed%a0%80",
                "score=",
                good + "&" + "drivers=x&" * draw.choice([13, 41, 3_000]),
                "why=" + "x" * draw.choice([5_001, 600_000]),
                "score=9&better=" + "%F0%9F%98%80" * 5_001,
                "score=%39%00",
                "score=9;why=x",
                '{"score": 9}',
            ]
        )
    elif kind == 2:
        content_type = draw.choice([one for one in [*WRONG_TYPES, _JSON] if one != FORM])
    elif kind == 3:
        tried = draw.choice(_forged(draw, token))
    else:
        method = draw.choice([one for one in _METHODS if one not in ("HEAD", "POST")])
    made = event(method, f"/api/plain/{tried}", body, headers={"content-type": content_type}, query="s=9")
    if draw.random() < 0.2:
        raw = body.encode() + draw.choice([b"\xff", b"&x=\x00"])
        made |= {"body": base64.b64encode(raw).decode("ascii"), "isBase64Encoded": True}
    return made
