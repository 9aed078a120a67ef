"""The built desk with a sign-in and an API that are made up; `desk_page` puts a browser before it.

An answer is a body, a pair of status and body, or a function of the Asked that gives one of these. Its key is a path,
or a method and a path ("POST /api/staff/cases/1/note"); the longest key that ends in ``*`` and fits answers what none
names.
"""

from __future__ import annotations

import base64
import json
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import parse_qs, parse_qsl, urlencode, urlsplit

import pytest

from sayso.adapters.programme_file import load_programme
from sayso.adapters.rendering import Renderer

DIST = Path(__file__).parents[2] / "frontend" / "desk" / "dist"
# As in infrastructure/web.yaml; the fake sign-in is the site itself.
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
    "base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)
_TYPES = {".html": "text/html; charset=utf-8", ".css": "text/css", ".js": "text/javascript"}
PEOPLE = {"manager": "Mara Vos", "owner": "Kim de Wit", "viewer": "Vic Smit"}


class Asked(NamedTuple):
    """One request to the API: what the tests look at."""

    method: str
    path: str
    query: dict[str, str]
    body: dict[str, Any]


Answer = Any  # a body, (status, body), or Callable[[Asked], body | (status, body)]


def me_of(role: str, **more: Any) -> dict[str, Any]:
    """What GET /api/staff/me says of somebody in a role."""
    names = {"price": ("Price", "Preis", "Prijs"), "communication": ("Communication", "Kommunikation", "Communicatie")}
    named = [{"id": id_, "name": dict(zip(("en", "de", "nl"), words, strict=True))} for id_, words in names.items()]
    surveys = [("day50", "relationship"), ("annual", "relationship"), ("ticket", "ticket"), ("review", "review")]
    return {
        "email": f"{role}@polder.example",
        "name": PEOPLE[role],
        "role": role,
        "company": "Polder Hosting",
        "languages": ["en", "de", "nl"],
        "time_zone": "Europe/Amsterdam",
        "surveys": [{"id": id_, "scale": "nps", "kind": kind} for id_, kind in surveys],
        "drivers": named,
        "ratings": [],
        "themes": [
            {"id": "onboarding", "name": {"en": "Getting started", "de": "Der Einstieg", "nl": "De eerste weken"}},
            {"id": "response_time", "name": {"en": "Time to answer", "de": "Reaktionszeit", "nl": "Reactietijd"}},
        ],
        "segments": [],
        "people": ["kim@polder.example"] if role != "viewer" else [],
        "site": "https://feedback.polder.example",
        **more,
    }


@dataclass
class FakeDesk:
    """Serves the desk under the real policy; remembers what was asked, and refuses as it is told to."""

    answers: Mapping[str, Answer]
    role: str = "manager"
    url: str = ""
    asked: list[Asked] = field(default_factory=list)
    files: list[str] = field(default_factory=list)
    tokens: int = 0  # how many were given out
    refresh_fails: bool = False
    sign_in_fails: bool = False
    token_ended: bool = False  # whatever is asked gets 401, until a new token is given out
    fail_with: int | None = None
    seconds: float = 0.0  # that every answer of the API takes
    informal: bool = False
    needs_app: bool = False
    pool: Callable[[str, dict[str, Any]], tuple[int, Any]] | None = None  # answers an action and what it was given
    dist: Path = DIST

    def respond(self, asked: Asked, bearer: str) -> tuple[int, Any]:
        self.asked.append(asked)
        time.sleep(self.seconds)
        if self.token_ended or bearer != f"access-{self.tokens}":
            return 401, {"error": {"field": "token", "reason": "Your session is over. Please sign in again."}}
        if self.fail_with:
            return self.fail_with, {"error": {"field": "", "reason": "as the test asked"}}
        if asked.path == "/api/staff/me" and asked.path not in self.answers:
            return 200, me_of(self.role)
        answer = self._answer_to(asked)
        if callable(answer):
            answer = answer(asked)
        if isinstance(answer, tuple):
            return answer
        return 200, answer

    def _answer_to(self, asked: Asked) -> Answer:
        names = (f"{asked.method} {asked.path}", asked.path)
        for name in names:
            if name in self.answers:
                return self.answers[name]
        for key in sorted(self.answers, key=len, reverse=True):
            if key.endswith("*") and any(name.startswith(key[:-1]) for name in names):
                return self.answers[key]
        return 404, {"error": {"field": "", "reason": f"the test has no answer to {asked.method} {asked.path}"}}

    def settings(self) -> dict[str, Any]:
        """As the deployment writes it."""
        address = "informal" if self.informal else "formal"
        endpoints = ("authorization", "token", "revocation")
        return {
            "company": "Polder Hosting",
            "languages": ["en", "de", "nl"],
            "address": {"de": address, "nl": address},
            "time_zone": "Europe/Amsterdam",
            "sign_in": {
                "authority": f"{self.url}/pool",
                "client_id": "desk",
                **{f"{name}_endpoint": f"{self.url}/oauth2/{name}" for name in endpoints},
                "logout_endpoint": f"{self.url}/logout",
                "scope": "openid email",
                "pool": f"{self.url}/pool/",
                "needs_app": self.needs_app,
            },
        }

    def new_tokens(self, nonce: str = "") -> dict[str, Any]:
        self.tokens += 1
        self.token_ended = False
        said = {"iss": f"{self.url}/pool", "aud": "desk", "sub": self.role, "exp": int(time.time()) + 3600}
        said |= {"iat": int(time.time()), **({"nonce": nonce} if nonce else {})}
        part = base64.urlsafe_b64encode(json.dumps(said).encode()).rstrip(b"=").decode()
        return {
            "access_token": f"access-{self.tokens}",
            "id_token": f"e30.{part}.e30",
            "refresh_token": "refresh",
            "token_type": "Bearer",
            "expires_in": 3600,
        }


@contextmanager
def served(site: FakeDesk) -> Iterator[FakeDesk]:
    """The desk at an address of this machine while the test lasts."""
    if not (site.dist / "index.html").is_file():
        pytest.fail("The desk is not built. Build it with: .ci/desk build")
    server = _Server(site)
    site.url = f"http://127.0.0.1:{server.server_address[1]}"
    # What serves looks this often whether it is to end.
    threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    try:
        yield site
    finally:
        server.shutdown()
        server.server_close()


@cache
def _rendered(asset: str) -> bytes:
    return Renderer(load_programme()).render(f"assets/{asset}", "en").encode()


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self, site: FakeDesk) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.site = site

    def handle_error(self, *_: Any) -> None:
        """A page that is left hangs up in the middle of a response: that is what some tests are about."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: _Server
    # Head and body in one packet, at once: else the second waits until the first is acknowledged.
    wbufsize = -1
    disable_nagle_algorithm = True

    def log_message(self, *_: Any) -> None:
        pass

    def do_GET(self) -> None:
        at = urlsplit(self.path)
        query = dict(parse_qsl(at.query))
        site = self.server.site
        if at.path.startswith("/api/staff/"):
            self._api(Asked("GET", at.path, query, {}))
        elif at.path == "/oauth2/authorization":
            back = {"state": query["state"], **({"error": "denied"} if site.sign_in_fails else {"code": "code"})}
            self._redirect(f"{query['redirect_uri']}?{urlencode(back)}")
        elif at.path == "/logout":
            site.files.append("/logout")
            self._redirect(query["logout_uri"])
        elif at.path == "/desk/settings.json":
            self._send(200, json.dumps(site.settings()).encode(), "application/json")
        elif at.path == "/desk/colours.css":
            self._send(200, _rendered("colours.css"), "text/css")
        elif at.path == "/desk/icon.svg":
            self._send(200, _rendered("icon.svg"), "image/svg+xml")
        else:
            self._file(at.path)

    def do_POST(self) -> None:
        site = self.server.site
        text = self.rfile.read(int(self.headers.get("Content-Length") or 0)).decode()
        at = urlsplit(self.path)
        if at.path.startswith("/api/staff/"):
            self._api(Asked("POST", at.path, dict(parse_qsl(at.query)), json.loads(text or "{}")))
        elif at.path == "/pool/" and site.pool:
            status, body = site.pool(self.headers["X-Amz-Target"], json.loads(text))
            self._send(status, json.dumps(body).encode(), "application/x-amz-json-1.1")
        elif at.path != "/oauth2/token":
            site.files.append(at.path)
            self._send(200, b"", "text/plain")
        elif site.refresh_fails and parse_qs(text)["grant_type"] == ["refresh_token"]:
            self._send(400, b'{"error": "invalid_grant"}', "application/json")
        else:
            self._send(200, json.dumps(site.new_tokens()).encode(), "application/json")

    def _api(self, asked: Asked) -> None:
        bearer = self.headers.get("Authorization", "").removeprefix("Bearer ")
        status, body = self.server.site.respond(asked, bearer)
        self._send(status, json.dumps(body).encode(), "application/json")

    def _file(self, path: str) -> None:
        dist = self.server.site.dist
        found = (dist / path.removeprefix("/desk/")).resolve()
        if not (path.startswith("/desk/") and found.is_relative_to(dist) and found.is_file()):
            self._send(404, b"", "text/plain")
            return
        self.server.site.files.append(path)
        self._send(200, found.read_bytes(), _TYPES[found.suffix])

    def _redirect(self, to: str) -> None:
        self.send_response(302)
        self.send_header("Location", to)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def _send(self, status: int, body: bytes, kind: str) -> None:
        self.send_response(status)
        for name, value in {
            "Content-Type": kind,
            "Content-Length": str(len(body)),
            "Content-Security-Policy": POLICY,
            "X-Content-Type-Options": "nosniff",
            "Cache-Control": "no-store",
        }.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)
