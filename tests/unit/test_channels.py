"""A channel takes a message or says why not, in time and without a word of its address: on real connections."""

from __future__ import annotations

import json
import logging
import threading
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from io import StringIO
from typing import Any

import pytest

from sayso.adapters import channels
from sayso.adapters.channels import AppriseChannels, service_of
from sayso.ports import ChannelFailedError

SECRET = "b7-very-secret-token"
Answer = Callable[[BaseHTTPRequestHandler], None]


def answers(status: int, **headers: str) -> Answer:
    def answer(request: BaseHTTPRequestHandler) -> None:
        request.send_response(status)
        for name, value in headers.items():
            request.send_header(name, value)
        request.send_header("Content-Length", "0")
        request.end_headers()

    return answer


class Room:
    """A service on this computer that takes messages as JSON, and answers as it is told."""

    def __init__(self) -> None:
        self.heard: list[dict[str, Any]] = []
        self.paths: list[str] = []
        self.answer: Answer = answers(200)
        self.over = threading.Event()
        room = self

        class Door(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                room.paths.append(self.path)
                room.heard.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
                room.answer(self)

            def do_GET(self) -> None:
                room.paths.append(f"GET {self.path}")
                answers(200)(self)

            def log_message(self, *_: Any) -> None:
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Door)
        self.server.daemon_threads = True
        self.address = f"json://127.0.0.1:{self.server.server_port}/{SECRET}"

    def drips(self, request: BaseHTTPRequestHandler) -> None:
        """Answer a byte at a time, so that no single read is ever late."""
        request.send_response(200)
        request.send_header("Content-Length", "100000")
        request.end_headers()
        try:
            while not self.over.wait(0.1):
                request.wfile.write(b"x")
                request.wfile.flush()
        except OSError:  # the other side hung up
            return


@pytest.fixture
def room() -> Iterator[Room]:
    room = Room()
    thread = threading.Thread(target=room.server.serve_forever, daemon=True)
    thread.start()
    yield room
    room.over.set()
    room.server.shutdown()
    room.server.server_close()


def tell(address: object, title: str = "A title", body: str = "A body") -> None:
    AppriseChannels(lambda: {"team": address}).notify("team", title, body)


def refused(address: object) -> ChannelFailedError:
    with pytest.raises(ChannelFailedError) as failed:
        tell(address)
    return failed.value


def test_title_and_body_arrive_as_they_are(room: Room) -> None:
    tell(room.address, "Müller & Söhne: 3 von 10", "Zeile <eins>\n*zwei* _drei_ {{vier}} \\n :smile: ${HOME}")
    (heard,) = room.heard
    assert heard["title"] == "Müller & Söhne: 3 von 10"
    assert heard["message"] == "Zeile <eins>\n*zwei* _drei_ {{vier}} \\n :smile: ${HOME}"
    assert room.paths == [f"/{SECRET}"]


@pytest.mark.parametrize("call", ["@everyone", "@Channel", "@here", "@all", "<!channel>", "<@U123>", "<!subteam^S1>"])
def test_what_a_customer_wrote_calls_nobody(room: Room, call: str) -> None:
    tell(room.address, call, f"Look, {call}: nobody answers")
    (heard,) = room.heard
    assert call not in heard["title"]
    assert call not in heard["message"]
    assert heard["message"].replace("\u200b", "") == f"Look, {call}: nobody answers"


def test_addresses_and_ordinary_signs_stay_whole(room: Room) -> None:
    words = "anna@all.example, jo@here.example, 3 < 4, @anna, @allison, a <b@c.example>"
    tell(room.address, words, words)
    assert room.heard[0]["message"] == words


def test_a_channel_without_address_says_so() -> None:
    with pytest.raises(ChannelFailedError, match="no address is set"):
        AppriseChannels(dict).notify("team", "t", "b")
    assert refused("").reason == "no address is set"


@pytest.mark.parametrize("address", ["nonsense", "bogus://x", "json://", "https://example.com/x", 7, ["json://a/"]])
def test_an_address_of_no_service_says_so(address: object) -> None:
    assert refused(address).reason == "not an address apprise knows"


@pytest.mark.parametrize("status", [400, 403, 404, 429, 500, 503])
def test_a_service_that_refuses_is_a_failure_with_its_status(room: Room, status: int) -> None:
    room.answer = answers(status)
    assert refused(room.address).reason == f"did not take the message ({status})"
    assert len(room.heard) == 1, "trying again is left to the queue"


def test_a_service_that_sends_us_elsewhere_has_not_taken_it(room: Room) -> None:
    room.answer = answers(302, Location="/elsewhere")
    assert refused(room.address).reason == "did not take the message (302)"
    assert room.paths == [f"/{SECRET}"]


def test_a_service_that_hangs_up_has_not_taken_it(room: Room) -> None:
    room.answer = lambda request: request.connection.close()
    assert refused(room.address).reason == "did not take the message"


def test_a_service_that_is_not_there_has_not_taken_it(room: Room) -> None:
    room.server.server_close()
    assert refused(room.address).reason == "did not take the message"


def test_a_service_that_answers_for_ever_is_not_waited_for(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    assert channels.LONGEST_SECONDS <= 15
    monkeypatch.setattr(channels, "LONGEST_SECONDS", 0.5)
    room.answer = room.drips
    began = time.monotonic()
    assert refused(room.address).reason == "did not answer in time"
    assert time.monotonic() - began < 3


def test_a_service_that_says_nothing_is_not_waited_for(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(channels, "LONGEST_SECONDS", 0.5)
    room.answer = lambda _: room.over.wait(20) and None
    # What an address asks for does not make it longer.
    assert refused(f"{room.address}?rto=60&cto=60&retry=9&wait=9").reason == "did not answer in time"


@pytest.mark.parametrize("status", [200, 500])
def test_the_address_is_in_no_log_and_no_error(
    room: Room, status: int, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    # As Lambda listens; caplog listens to silent loggers as well.
    said, listening = StringIO(), logging.getLogger()
    monkeypatch.setattr(listening, "handlers", [logging.StreamHandler(said)])
    monkeypatch.setattr(listening, "level", 1)
    logging.getLogger("urllib3").setLevel(1)
    logging.getLogger("urllib3.test").debug("heard")
    room.answer = answers(status)
    failed = refused(room.address) if status == 500 else tell(room.address)
    refused(f"json://127.0.0.1:1/{SECRET}")
    unknown = refused(f"bogus://{SECRET}")
    for error in (failed, unknown):
        while error is not None:
            assert SECRET not in f"{error!r}{vars(error)}"
            error = error.__cause__ or error.__context__  # type: ignore[assignment]
    out, err = capfd.readouterr()
    assert "heard" in said.getvalue()
    assert SECRET not in said.getvalue() + out + err


def test_a_service_that_breaks_is_a_failure_that_hides_what_it_said(monkeypatch: pytest.MonkeyPatch) -> None:
    import apprise

    def breaks(*_: Any, **__: Any) -> None:
        raise RuntimeError(f"cannot use {SECRET}")

    monkeypatch.setattr(apprise.Apprise, "notify", breaks)
    failed = refused("json://127.0.0.1/")
    assert failed.reason == "did not take the message"
    assert failed.__suppress_context__
    monkeypatch.setattr(apprise.Apprise, "instantiate", breaks)
    assert refused("json://127.0.0.1/").reason == "not an address apprise knows"


@pytest.mark.parametrize(
    ("address", "service"),
    [
        ("https://hooks.slack.com/services/T1JJ3T3L2/A1BRTD4JD/TIiajkdnlazkcOXrIdevi7FQ", "Slack"),
        ("slack://T1JJ3T3L2/A1BRTD4JD/TIiajkdnlazkcOXrIdevi7FQ/#care", "Slack"),
        (
            "https://prod-24.westeurope.logic.azure.com:443/workflows/643e69f8/triggers/manual/paths/invoke"
            "?api-version=2016-06-01&sp=%2Ftriggers%2Fmanual%2Frun&sv=1.0&sig=abc",
            "Power Automate / Workflows (for MSTeams)",
        ),
        ("https://chat.googleapis.com/v1/spaces/AAAA/messages?key=k&token=t", "Google Chat"),
        ("https://discord.com/api/webhooks/4174216298/JHMHI8qBe7bk2ZwO5U711o3dV_js", "Discord"),
        ("mmosts://chat.example.com/token", "Mattermost"),
        ("rockets://token1/token2@chat.example.com/#care", "Rocket.Chat"),
        ("ntfys://ntfy.example.com/topic", "ntfy"),
        ("tgram://123456789:abcdefg_hijklmnop/12315544/", "Telegram"),
        ("matrixs://user:password@matrix.example.com/#care", "Matrix"),
        ("mailtos://user:password@example.com?to=care@example.com", "E-Mail"),
        ("jsons://example.com/path", "JSON"),
    ],
)
def test_what_the_manual_shows_is_known(address: str, service: str) -> None:
    assert service_of(address) == service
