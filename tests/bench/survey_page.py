"""What a phone fetches to show the survey page, and when it can be answered on a slow line by a slow phone.

Requests and bytes, plain and compressed as CloudFront sends them; then the time until the page can be used, beside
the same HTML without our style sheet and script, in the same browser in the same run.
"""

from __future__ import annotations

import gzip
import re
import statistics
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import urlsplit

from bs4 import BeautifulSoup
from playwright.sync_api import Browser, sync_playwright

from sayso.adapters.links import survey_page
from sayso.adapters.programme_file import load_programme
from sayso.adapters.rendering import Renderer
from sayso.adapters.static_pages import static_pages
from tests.e2e.chromium import ARGUMENTS, executable

COLUMNS = ("page", "requests", "bytes", "gzip bytes", "of 15 KB", "first paint", "usable", "bare html", "ratio")
_AIM = 15_000
_RUNS = 5
# "Slow 3G" of the browser's own developer tools, and a phone a quarter as fast as this machine.
_SLOW_LINE = {"offline": False, "latency": 400, "downloadThroughput": 50_000, "uploadThroughput": 50_000}
_SLOW_PHONE = 4
# Usable: laid out, and the script has put what was clicked into words. A bare page is when it is parsed.
_USABLE = "performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd"
_PAINTED = "performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? NaN"


def measure() -> list[tuple[str, ...]]:
    """One row for each survey in the default language."""
    programme = load_programme()
    files = {file.path: file.body for file in static_pages(Renderer(programme), programme)}
    language = programme.company.default_language
    rows = []
    with sync_playwright() as playwright, _served(files) as address:
        browser = playwright.chromium.launch(executable_path=executable(), args=ARGUMENTS)
        for survey in programme.surveys:
            path = survey_page(survey, programme.survey(survey).scale, language)
            fetched = [path, *_references(files[path])]
            plain = sum(len(files[one]) for one in fetched)
            packed = sum(len(gzip.compress(files[one], 6)) for one in fetched)
            weight = (str(len(fetched)), str(plain), str(packed), f"{packed / _AIM:.2f}")
            rows.append((path, *weight, *_times(browser, address, path)))
        browser.close()
    return rows


def _times(browser: Browser, address: str, path: str) -> tuple[str, ...]:
    ours, bare = f"{address}/{path}?t=bench&s=9", f"{address}/bare/{path}"
    # One after the other, so that a machine that is busy for a while is busy for both
    runs = [(_open(browser, ours), _open(browser, bare)) for _ in range(_RUNS)]
    painted, usable, floor = (
        statistics.median(one)
        for one in ([run[0][0] for run in runs], [run[0][1] for run in runs], [run[1][1] for run in runs])
    )
    return f"{painted:.0f} ms", f"{usable:.0f} ms", f"{floor:.0f} ms", f"{usable / floor:.2f}"


def _open(browser: Browser, address: str) -> tuple[float, float]:
    """Milliseconds to the first paint and until the page can be used, with nothing in any cache."""
    context = browser.new_context(viewport={"width": 360, "height": 720})
    page = context.new_page()
    debugger = context.new_cdp_session(page)
    debugger.send("Network.enable")
    debugger.send("Network.emulateNetworkConditions", _SLOW_LINE)
    debugger.send("Emulation.setCPUThrottlingRate", {"rate": _SLOW_PHONE})
    page.goto(address, wait_until="load")
    page.wait_for_timeout(100)
    if "/bare/" not in address and not page.locator("input[name=score]:checked").count():
        raise AssertionError("the page did not take the number that was clicked")
    times = page.evaluate(_PAINTED), page.evaluate(_USABLE)
    context.close()
    return times


def _references(html: bytes) -> list[str]:
    page = BeautifulSoup(html, "html.parser")
    sources = [str(tag["src"]) for tag in page.select("script[src], img[src]")]
    sources += [str(tag["href"]) for tag in page.select('link[rel="stylesheet"]')]
    return [f"survey/{source.removeprefix('/survey/').removeprefix('./')}" for source in sources]


def _bare(html: bytes) -> bytes:
    return re.sub(rb"<(link|script)[^>]*>(</script>)?", b"", html)


@contextmanager
def _served(files: dict[str, bytes]) -> Iterator[str]:
    kinds = {"html": "text/html", "css": "text/css", "js": "text/javascript"}

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"  # as CloudFront does: the line is kept

        def do_GET(self) -> None:
            path = urlsplit(self.path).path.removeprefix("/")
            body = _bare(files[path.removeprefix("bare/")]) if path.startswith("bare/") else files.get(path, b"")
            self._send(gzip.compress(body, 6), kinds.get(path.rpartition(".")[2], "text/plain"))

        def do_PUT(self) -> None:
            self.rfile.read(int(self.headers["Content-Length"]))
            self._send(gzip.compress(b'{"state": "open", "answer": null}'), "application/json")

        def _send(self, body: bytes, kind: str) -> None:
            self.send_response(200)
            self.send_header("Content-Type", f"{kind}; charset=utf-8")
            self.send_header("Content-Encoding", "gzip")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: Any) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()
