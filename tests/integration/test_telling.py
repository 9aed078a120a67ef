"""From a low score to somebody who knows of it: the real functions one after another, on moto, with a room beside."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import datetime, timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread
from typing import Any

import boto3
import pytest

from sayso.domain.notice import MOST_ATTEMPTS, Notice
from sayso.domain.notice_tags import notice_tags
from tests.builders import MONDAY, contact, invitation, programme, sent_invitation, sqs_event
from tests.integration.test_handlers import (
    SITE,
    Stack,
    answer_of,
    http,
    inserted,
    kept_items,
    mail_event,
    outbox,
    stack,
    stream_event,
)

__all__ = ["stack"]  # the fixture

OTTO, MANAGER = "otto@polder.example", "manager@polder.example"
SECRET_PATH = "a-token-nobody-shall-see"


class Room:
    """A chat that takes messages over HTTP, or refuses them."""

    def __init__(self) -> None:
        self.said: list[dict[str, Any]] = []
        self.tries, self.status = 0, 200
        room = self

        class Door(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                room.tries += 1
                body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
                if room.status == 200:
                    room.said.append(body)
                self.send_response(room.status)
                self.end_headers()

            def log_message(self, *_: object) -> None:
                return

        self.server = HTTPServer(("127.0.0.1", 0), Door)

    @property
    def address(self) -> str:
        return f"json://127.0.0.1:{self.server.server_port}/{SECRET_PATH}"


@pytest.fixture
def room(stack: Stack, monkeypatch: pytest.MonkeyPatch) -> Iterator[Room]:
    """The team's room, told of what is new and of what is late."""
    found = Room()
    Thread(target=found.server.serve_forever, daemon=True).start()
    secret = json.dumps({"team": found.address})
    boto3.client("secretsmanager").put_secret_value(SecretId="channel-addresses", SecretString=secret)
    rules = programme(follow_up={"channels": {"team": {"tell": ["alert", "escalation"]}}})
    monkeypatch.setattr("sayso.wiring_adapters.load_programme", lambda: rules)
    yield found
    found.server.shutdown()
    found.server.server_close()


def complain(stack: Stack) -> str:
    """Anna, whom Otto looks after, gives a low score; returns the id of the follow-up that is opened."""
    asked = sent_invitation()
    stack.add(contact(name="Anna Jansen", owner_email=OTTO), asked)
    said = {"score": 2, "why": "Nobody called back.", "gesture": True}
    assert answer_of(stack, "PUT", "/api/answer", said, token=stack.token())[0] == 200
    stack.invoke("route_changes", inserted(stack, "response"))
    assert stack.invoke("follow_up", sqs_event(stack.messages("FOLLOW_UP"))) == {"batchItemFailures": []}
    stack.invoke("route_changes", inserted(stack, "follow_up", "notice"))
    (case,) = kept_items(stack, "follow_up")
    return str(case["follow_up_id"])


def tell(stack: Stack) -> int:
    """Deliver what waits on the queue, twice each as a queue may; returns how many messages there were."""
    messages = stack.messages("NOTIFY")
    for _ in range(2 if messages else 0):
        assert stack.invoke("notify", sqs_event(messages)) == {"batchItemFailures": []}
    return len(messages)


def remind(stack: Stack) -> int:
    event = {"schedule": "remind", "scheduled_time": "2026-03-02T09:02:00Z"}
    answer = stack.invoke("remind", event)
    assert stack.invoke("remind", event) == {"handed_on": 0}, "it is leased by the first tick"
    return int(answer["handed_on"])


def notices(stack: Stack, case: str) -> dict[tuple[str, str], Notice]:
    return {(one.kind, one.channel): one for one in stack.wiring.follow_ups.notices(case)}


def due(stack: Stack, case: str, kind: str) -> datetime:
    at = notices(stack, case)[kind, "mail"].due_at
    assert at
    return at


def mails_to(address: str) -> list[Any]:
    return [mail for mail in outbox() if mail.destinations["ToAddresses"] == [address]]


def token_in(mail: Any) -> str:
    """The token of the link to the case, as it stands in a mail."""
    (token,) = {found[1] for found in re.finditer(rf"{re.escape(SITE)}/case/en\.html\?t=([\w.-]+)", str(vars(mail)))}
    return str(token)


def own(stack: Stack, method: str, path: str, body: Any = None, *, token: str) -> tuple[int, Any]:
    """A request of a page for our own people."""
    text = None if body is None else json.dumps(body)
    answer = stack.invoke("owner_api", http(method, path, text, token=token))
    return answer["statusCode"], json.loads(answer["body"])


def writes(stack: Stack) -> set[str]:
    return {call for call, _ in stack.calls if call.startswith("dynamodb:") and not re.search("Get|Query", call)}


def test_a_low_score_becomes_a_mail_whose_link_opens_the_case_and_closes_it(stack: Stack) -> None:
    case = complain(stack)
    assert ("events:PutEvents", "Messaging.Outputs.BusArn") in stack.calls, "it is announced"
    assert outbox() == []
    assert tell(stack) == 1
    (mail,) = mails_to(OTTO)
    token = token_in(mail)
    status, shown = own(stack, "GET", "/api/case", token=token)
    assert (status, shown["follow_up"]["name"], shown["follow_up"]["why"]) == (
        200,
        "Anna Jansen",
        "Nobody called back.",
    )
    assert not writes(stack)
    over = {"do": "close", "cause": "communication", "note": "Called.", "outcome": "solved", "action_id": "a" * 16}
    for _ in range(2):
        status, shown = own(stack, "POST", "/api/case", over, token=token)
        assert (status, shown["follow_up"]["state"]) == (200, "solved")
    changes = [(change["what"], change["by"]) for change in shown["follow_up"]["changes"]]
    assert changes == [("opened", "sayso"), ("contacted", OTTO), ("closed", OTTO)]
    stack.clock.now = due(stack, case, "escalation")
    assert remind(stack) == 2
    tell(stack)
    assert len(outbox()) == 1, "nobody is reminded of what is over"


def test_a_case_handed_over_tells_the_new_owner_and_opens_for_the_former_one_no_more(stack: Stack) -> None:
    complain(stack)
    tell(stack)
    token = token_in(*mails_to(OTTO))
    given = {"do": "hand_over", "to": MANAGER, "note": "On holiday.", "action_id": "b" * 16}
    assert own(stack, "POST", "/api/case", given, token=token) == (200, {"follow_up": None})
    assert own(stack, "GET", "/api/case", token=token)[0] == 410
    waiting = [one for one in kept_items(stack, "notice") if one["kind"] == "handed_over"]
    stack.invoke("route_changes", stream_event(*(("INSERT", None, one) for one in waiting)))
    assert tell(stack) == 1
    status, shown = own(stack, "GET", "/api/case", token=token_in(*mails_to(MANAGER)))
    assert (status, shown["follow_up"]["is_owner"]) == (200, True)


def test_remind_tells_the_owner_before_the_time_is_over_and_somebody_else_after_it(stack: Stack) -> None:
    case = complain(stack)
    tell(stack)
    assert remind(stack) == 0
    stack.clock.now = due(stack, case, "reminder")
    assert (remind(stack), tell(stack), len(mails_to(OTTO))) == (1, 1, 2)
    stack.clock.now = due(stack, case, "escalation")
    assert (remind(stack), tell(stack)) == (1, 1)
    stack.clock.pass_by(minutes=1)
    status, shown = own(stack, "GET", "/api/case", token=token_in(*mails_to(MANAGER)))
    assert (status, shown["follow_up"]["is_owner"], shown["follow_up"]["late"]) == (200, False, True)
    status, shown = own(stack, "GET", "/api/case", token=token_in(mails_to(OTTO)[-1]))
    assert (status, shown["follow_up"]["is_owner"]) == (200, True)


def test_what_comes_outside_office_hours_waits_for_the_morning(stack: Stack) -> None:
    stack.clock.now = MONDAY + timedelta(hours=10)
    case = complain(stack)
    assert (tell(stack), remind(stack)) == (0, 0)
    stack.clock.now = due(stack, case, "alert")
    assert stack.clock.now == MONDAY.replace(hour=8) + timedelta(days=1)  # 9:00 in Amsterdam
    assert (remind(stack), tell(stack), len(mails_to(OTTO))) == (1, 1, 1)


def test_a_room_is_told_what_happened_and_not_what_was_said(stack: Stack, room: Room) -> None:
    complain(stack)
    assert tell(stack) == 2
    assert (len(mails_to(OTTO)), len(room.said)) == (1, 1)
    told = json.dumps(room.said)
    assert "Nobody called back." not in told
    assert "/case/" not in told, "a link is one person's"


def test_a_room_that_fails_is_told_later_and_the_mail_does_not_wait_for_it(
    stack: Stack, room: Room, caplog: pytest.LogCaptureFixture
) -> None:
    room.status = 503
    case = complain(stack)
    assert tell(stack) == 2
    assert (len(mails_to(OTTO)), room.tries, room.said) == (1, 1, [])
    lost = notices(stack, case)["alert", "team"]
    assert (lost.state, lost.attempts, "503" in lost.reason) == ("waiting", 1, True)
    assert SECRET_PATH not in caplog.text
    room.status = 200
    assert remind(stack) == 0
    stack.clock.pass_by(minutes=5)
    assert (remind(stack), tell(stack)) == (1, 1)
    assert (len(mails_to(OTTO)), room.tries, len(room.said)) == (1, 2, 1)
    assert notices(stack, case)["alert", "team"].state == "sent"


def test_a_room_that_goes_on_failing_is_given_up_and_counted(
    stack: Stack, room: Room, capsys: pytest.CaptureFixture[str]
) -> None:
    room.status = 500
    case = complain(stack)
    tell(stack)
    while (lost := notices(stack, case)["alert", "team"]).due_at:
        assert "NoticesFailed" not in capsys.readouterr().out
        assert room.tries <= MOST_ATTEMPTS
        stack.clock.now = lost.due_at
        remind(stack)
        tell(stack)
    assert (lost.state, lost.attempts, room.tries) == ("failed", MOST_ATTEMPTS, MOST_ATTEMPTS)
    assert '"NoticesFailed":' in capsys.readouterr().out


def test_an_alert_that_bounces_is_said_to_somebody_else(stack: Stack) -> None:
    case = complain(stack)
    tell(stack)
    event = mail_event("Email Bounced", invitation(), bounce={"bounceType": "Permanent"})
    tags = notice_tags(notices(stack, case)["alert", "mail"])
    event["detail"]["mail"]["tags"] = {name: [value] for name, value in tags.items()}
    for _ in range(2):
        assert stack.invoke("on_mail_event", event) == {"known": True}
    assert notices(stack, case)["alert", "mail"].state == "failed"
    (waiting,) = [one for one in kept_items(stack, "notice") if one["kind"] == "undelivered"]
    stack.invoke("route_changes", stream_event(("INSERT", None, waiting)))
    assert tell(stack) == 1
    assert own(stack, "GET", "/api/case", token=token_in(*mails_to(MANAGER)))[0] == 200


def test_notify_gives_back_what_it_cannot_read_and_leaves_alone_what_is_gone(stack: Stack) -> None:
    gone = {"follow_up_id": "gone", "notice_id": "1-alert", "channel": "mail"}
    answer = stack.invoke("notify", sqs_event([gone, {"follow_up_id": "x"}]))
    assert answer == {"batchItemFailures": [{"itemIdentifier": "message-1"}]}
