"""The static pages served as the site serves them, with a fake API behind: what tests of pages alone share."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Page

from sayso.adapters.programme_file import TEMPLATES, load_programme
from sayso.adapters.rendering import FRONTEND, Renderer
from sayso.adapters.static_pages import StaticFile, static_pages
from sayso.domain.programme import Language, Programme, Survey
from sayso.domain.response import tidy
from tests.e2e.fake_case import FakeCase
from tests.e2e.fake_edition import FakeEdition

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
    "base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)
BLANK: dict[str, Any] = {
    "score": None,
    "why": "",
    "better": "",
    "drivers": [],
    "ratings": {},
    "contact": None,
    "quote": False,
    "reference": False,
    "state": "provisional",
}
# What may come without a gesture
CLICKED = {"score", "gesture", "visible_seconds", "visit"}
# As plain as a company's logo can be, in the page's own colour
LOGO = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 160 40"><g fill="currentColor">'
    '<path d="M4 36V4h12a10 10 0 0 1 0 20h-6v12z"/><rect x="36" y="10" width="118" height="6" rx="3"/>'
    '<rect x="36" y="24" width="80" height="6" rx="3"/></g></svg>'
)


@dataclass
class FakeSite:
    """Serves the rendered pages under the real security headers and remembers what the API was told."""

    files: dict[str, StaticFile]
    plain: dict[str, str] = field(default_factory=dict)  # rendered plain pages, by the end of their path
    url: str = ""
    answer: dict[str, Any] | None = None
    clicked: bool = False  # whether the answer is a click so far, and nobody's
    asked: list[tuple[str, str, dict[str, Any]]] = field(default_factory=list)
    paths: list[str] = field(default_factory=list)
    fail_with: int | None = None
    fault: str = ""
    retry_after: str = ""
    seconds: float = 0
    at_once: int = 0
    most_at_once: int = 0
    undone: str = "subscribed"
    case: FakeCase = field(default_factory=FakeCase)
    edition: FakeEdition = field(default_factory=FakeEdition)

    def respond(self, method: str, path: str, token: str, body: dict[str, Any]) -> tuple[int, dict[str, Any]]:
        self.asked.append((method, path, body))
        if self.fail_with:
            return self.fail_with, {"error": {"field": self.fault, "reason": "as the test asked"}}
        if path.startswith("/api/unsubscribe/"):
            token = path.rsplit("/", 1)[1]
        if path == "/api/case" and token in ("good", "old", "handed"):
            return self.case.respond(method, token, body)
        if path == "/api/edition" and token in ("good", "late"):
            return self.edition.respond(method, token, body)
        if token not in ("good", "late"):
            return 403, {"error": {"field": "token", "reason": "is not a link of ours"}}
        if path.startswith("/api/unsubscribe/"):
            return 200, {"state": self.undone if body and body["undo"] else "unsubscribed"}
        if method == "PUT" and token == "late":
            return 410, {"error": {"field": "token", "reason": "expired"}}
        if method == "PUT" and not body["gesture"] and set(body) - CLICKED:
            return 409, {"error": {"field": "gesture", "reason": "Words need a person."}}
        if method == "PUT":
            self.take(body)
        shown = (
            None
            if method == "GET" and self.clicked and (self.answer or BLANK)["state"] == "provisional"
            else self.answer
        )
        return 200, {"survey": "day50", "language": "en", "state": "open", "answer": shown}

    def take(self, body: dict[str, Any]) -> None:
        """As the service does: a person wins, a field left out keeps what was said, null takes a rating back."""
        self.clicked = not body["gesture"] and (self.clicked or self.answer is None)
        before = self.answer or BLANK
        if before["state"] == "confirmed" and not body["gesture"]:
            return
        ratings = {**before["ratings"], **body.get("ratings", {})}
        said = {key: value for key, value in body.items() if key in BLANK}
        said.update({key: tidy(said[key]) for key in ("why", "better") if key in said})
        self.answer = {**before, **said, "ratings": {key: value for key, value in ratings.items() if value}}
        self.answer["reference"] &= body["score"] >= 9
        if body["gesture"]:
            self.answer["state"] = "confirmed"

    @property
    def told(self) -> list[dict[str, Any]]:
        """The bodies of all PUTs, oldest first, without the seconds, which depend on the machine, and the visit."""
        bodies = [body for method, _, body in self.asked if method == "PUT"]
        return [{key: said for key, said in body.items() if key not in ("visible_seconds", "visit")} for body in bodies]


class QuietServer(ThreadingHTTPServer):
    """A page that is left hangs up in the middle of a response: that is what some tests are about."""

    def handle_error(self, *_: Any) -> None:
        pass


def _handler(site: FakeSite) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            path = urlsplit(self.path).path
            if path.startswith("/api/plain/"):
                return self._send(200, site.plain[path.rsplit("/", 1)[1]].encode(), "text/html; charset=utf-8")
            if path.startswith("/api/"):
                return self._api()
            site.paths.append(path)
            file = site.files.get(path.lstrip("/"))
            if file is None:
                return self._send(403, b"", "text/plain")
            return self._send(200, file.body, file.content_type, file.cache_control)

        def _api(self) -> None:
            raw = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            if self.path.startswith("/api/plain/"):
                return self._send(200, b"<!doctype html>", "text/html")
            token = self.headers.get("Sayso-Token") or ""
            site.at_once += 1
            site.most_at_once = max(site.most_at_once, site.at_once)
            time.sleep(site.seconds)
            site.at_once -= 1
            status, content = site.respond(self.command, self.path, token, json.loads(raw or b"{}"))
            return self._send(status, json.dumps(content).encode(), "application/json")

        do_PUT = do_POST = _api  # noqa: N815

        def _send(self, status: int, body: bytes, content_type: str, cache_control: str = "no-store") -> None:
            self.send_response(status)
            self.send_header("Content-Type", content_type)
            self.send_header("Content-Length", str(len(body)))
            self.send_header("Content-Security-Policy", POLICY)
            self.send_header("Cache-Control", cache_control)
            if site.retry_after:
                self.send_header("Retry-After", site.retry_after)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: Any) -> None:
            pass

    return Handler


def wait_until(page: Page, look: Callable[[], bool], what: str) -> None:
    """Look again and again until it is so; fail with what was waited for."""
    for _ in range(400):
        if look():
            return
        page.wait_for_timeout(25)
    raise AssertionError(f"waited in vain for {what}")


def wait_until_nothing_is_kept(page: Page) -> None:
    """Until the survey page has nothing on the device that the server does not have."""
    for _ in range(200):
        if page.evaluate("localStorage.length") == 0:
            return
        page.wait_for_timeout(25)
    raise AssertionError(page.evaluate("JSON.stringify(localStorage)"))


def example(*, logo: bool = False) -> Programme:
    """The programme that comes with Sayso, with a survey of satisfaction beside its own."""
    programme = load_programme()
    project = Survey(event="touchpoint", scale="satisfaction", ratings=("quality", "communication"))
    company = programme.company.model_copy(update={"logo": "logo.svg"}) if logo else programme.company
    return programme.model_copy(update={"company": company, "surveys": {**programme.surveys, "project": project}})


def renderer_of(programme: Programme, folder: Path) -> Renderer:
    """A renderer that finds the company's logo in `folder`."""
    (folder / "logo.svg").write_text(LOGO, encoding="utf-8")
    return Renderer(programme, (folder, TEMPLATES, FRONTEND))


def files_of(programme: Programme, folder: Path) -> dict[str, StaticFile]:
    return {file.path: file for file in static_pages(renderer_of(programme, folder), programme)}


def plain_page(renderer: Renderer, programme: Programme, survey: str, language: Language, **values: Any) -> str:
    """The plain page as its handler renders it; `values` says what differs from an untouched form."""
    untouched: dict[str, Any] = {
        "view": "form",
        "score": None,
        "said": {"why": "", "better": ""},
        "drivers": [],
        "contact": None,
        "quote": False,
        "reference": False,
        "ratings": {},
        "problem": None,
        "next": "read",
        "again": "/api/plain/form",
    }
    rules, question = programme.surveys[survey], renderer.question(survey, language)
    given = {**untouched, **values}
    return renderer.render("survey/plain.html", language, survey=survey, rules=rules, question=question, **given)


@contextmanager
def served(site: FakeSite) -> Iterator[FakeSite]:
    """The site on a free port of this machine, while in use."""
    server = QuietServer(("127.0.0.1", 0), _handler(site))
    site.url = f"http://127.0.0.1:{server.server_port}"
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield site
    finally:
        server.shutdown()
        server.server_close()
