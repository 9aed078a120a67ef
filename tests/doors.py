"""Knocks at the doors behind /api, on a world in memory, with requests as the HTTP API hands them on (payload 2.0)."""

from __future__ import annotations

import base64
import json
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from datetime import timedelta
from typing import Any, NamedTuple
from unittest.mock import patch
from urllib.parse import urlencode

from sayso.adapters.keys import Key
from sayso.domain.invitation import Invitation
from sayso.domain.programme import Language
from sayso.handlers import edge, plain_page, public_api
from tests.builders import THROUGH_CLOUDFRONT, World, contact, sent_invitation

FORM = "application/x-www-form-urlencoded"


class Answered(NamedTuple):
    """What came back."""

    status: int
    headers: dict[str, str]
    body: str

    @property
    def json(self) -> Any:
        return json.loads(self.body)


class Doors:
    """The API and the plain page, and one invitation that was sent to Anna."""

    def __init__(self, world: World | None = None) -> None:
        self.world = world or World()
        asked = sent_invitation()
        known = self.world.invitations.get(*asked.reference)
        if known is None:
            self.world.contacts.save(contact(), None)
        self.asked = known or self.world.invitations.save(asked)
        self.token = self.token_of(self.asked)

    def token_of(self, asked: Invitation) -> str:
        link = self.world.links.plain(asked, "en", self.world.clock.now + timedelta(days=90))
        return link.rpartition("/")[2]

    def leaving(self, language: Language = "nl") -> str:
        """The path a mail programme posts to when Anna leaves."""
        until = self.world.clock.now + timedelta(days=90)
        link = self.world.links.unsubscribe_one_click(contact().address_hash, language, until)
        return link.removeprefix(self.world.settings.site_url)

    def case(self, follow_up_id: str = "none") -> str:
        """A token that opens a case."""
        until = self.world.clock.now + timedelta(days=30)
        return self.world.links.case(follow_up_id, "en", until).rpartition("=")[2]

    def api(self, method: str, path: str, body: Any = None, **changes: Any) -> Answered:
        """A request of the survey page; a body that is no text is made JSON."""
        text = body if body is None or isinstance(body, str) else json.dumps(body)
        headers = {"content-type": "application/json", "sayso-token": self.token, **changes.pop("headers", {})}
        return knock(public_api.handle, event(method, path, text, headers=headers, **changes))

    def put(self, body: Any = None, **changes: Any) -> Answered:
        """An answer as the survey page sends it."""
        return self.api("PUT", "/api/answer", body, **changes)

    def plain(self, method: str = "GET", form: Any = None, *, token: str | None = None, **changes: Any) -> Answered:
        """A request of the plain page; a form that is no text is encoded as browsers do."""
        text = form if form is None or isinstance(form, str) else urlencode(form, doseq=True)
        headers = {"content-type": FORM, **changes.pop("headers", {})}
        path = f"/api/plain/{self.token if token is None else token}"
        return knock(plain_page.handle, event(method, path, text, headers=headers, **changes))

    def overtake(self) -> None:
        """From now on somebody else always writes the answer first."""

        def write() -> None:
            (item,) = self.answers()
            items._kept[Key(item["pk"], item["sk"])]["revision"] = {"N": str(int(item["revision"]) + 1)}

        items = self.world.items
        for number in range(1, 20):
            items.before_write(number, write)

    def answers(self) -> list[Mapping[str, Any]]:
        """The responses in the table."""
        return [item for item in self.world.items.scan() if item["entity"] == "response"]


def event(method: str, path: str, body: str | None = None, *, query: str = "", **changes: Any) -> dict[str, Any]:
    """A request that came through CloudFront."""
    found: dict[str, Any] = {
        "version": "2.0",
        "rawPath": path,
        "rawQueryString": query,
        "requestContext": {"http": {"method": method, "path": path}, "stage": "$default"},
        "isBase64Encoded": False,
        **changes,
        "headers": {**changes.get("headers", {}), **THROUGH_CLOUDFRONT},
    }
    if query:
        found["queryStringParameters"] = dict(pair.split("=", 1) for pair in query.split("&"))
    return found if body is None else {**found, "body": body}


def encoded(body: bytes) -> dict[str, Any]:
    """What CloudFront makes of a body."""
    return {"body": base64.b64encode(body).decode("ascii"), "isBase64Encoded": True}


def knock(handle: Any, request: Mapping[str, Any]) -> Answered:
    """Ask a handler, and hold it to what Lambda can return."""
    answer = handle(request, None)
    json.dumps(answer).encode()
    answer["body"].encode()
    return Answered(answer["statusCode"], answer["headers"], answer["body"])


@contextmanager
def open_doors(world: World | None = None) -> Iterator[Doors]:
    """Doors whose handlers run on a world in memory."""
    doors = Doors(world)
    with ExitStack() as stack:
        for module in (edge, public_api, plain_page):
            stack.enter_context(patch.object(module, "of_this_function", lambda: doors.world))
        yield doors
