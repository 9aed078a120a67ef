"""Knocks at the doors behind /api, on a world in memory, with requests as the HTTP API hands them on (payload 2.0)."""

from __future__ import annotations

import base64
import json
import re
from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager, ExitStack, contextmanager
from datetime import datetime, timedelta
from typing import Any, NamedTuple, Protocol, TypeVar
from unittest.mock import patch
from urllib.parse import urlencode

from sayso.adapters.keys import Key
from sayso.domain.invitation import Invitation
from sayso.domain.programme import Language
from sayso.handlers import edge, owner_api, owner_case, owner_edition, owner_hold, owner_review, plain_page, public_api
from tests.builders import THROUGH_CLOUDFRONT, World, contact, sent_invitation

FORM = "application/x-www-form-urlencoded"
_HANDLERS = (edge, public_api, plain_page, owner_case, owner_review, owner_hold, owner_edition)
_OWNER_SIDE = re.compile(r"/api/(case|review|hold|edition|review/pack/[^/]+)")


class Answered(NamedTuple):
    """What came back."""

    status: int
    headers: dict[str, str]
    body: str

    @property
    def json(self) -> Any:
        return json.loads(self.body)


class Doors:
    """The API, for contacts and for our own people, the plain page, and one invitation that was sent to Anna."""

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

    def case(self, follow_up_id: str = "none", reader_id: str = "nobody") -> str:
        """A token that opens a case."""
        return _token(self.world.links.case(follow_up_id, reader_id, "en", self._in_a_month()))

    def review(self, owner_id: str = "nobody", quarter: str = "2026-Q1") -> str:
        """A token that opens an owner's list of a quarter."""
        return _token(self.world.links.review(owner_id, quarter, "en", self._in_a_month()))

    def pack(self, account_id: str = "none", owner_id: str = "nobody") -> str:
        """A token that opens the page to take into a meeting."""
        return self.world.links.pack(account_id, owner_id, self._in_a_month()).rpartition("/")[2]

    def hold(self, account_id: str = "none", owner_id: str = "nobody") -> str:
        """A token that opens the hold of an account."""
        return _token(self.world.links.hold(account_id, owner_id, "en", self._in_a_month()))

    def edition(self, reader_id: str = "nobody") -> str:
        """A token that opens the edition that waits."""
        return _token(self.world.links.edition(reader_id, "en", self._in_a_month()))

    def _in_a_month(self) -> datetime:
        return self.world.clock.now + timedelta(days=30)

    def api(self, method: str, path: str, body: Any = None, **changes: Any) -> Answered:
        """A request of a contact's page; a body that is no text is made JSON."""
        return asked(public_api.handle, method, path, body, self.token, **changes)

    def owner(self, method: str, path: str, body: Any = None, *, token: str = "", **changes: Any) -> Answered:
        """A request of a page for our own people, with the token of its link."""
        return asked(owner_api.handle, method, path, body, token, **changes)

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


class Placed(Protocol):
    """Whatever stands in a world."""

    @property
    def world(self) -> World: ...


P = TypeVar("P", bound=Placed)


def asked(handle: Any, method: str, path: str, body: Any = None, token: str = "", **changes: Any) -> Answered:
    """What a handler says to the script of a page; a body that is no text is made JSON."""
    text = body if body is None or isinstance(body, str) else json.dumps(body)
    headers = {"content-type": "application/json", "sayso-token": token, **changes.pop("headers", {})}
    return knock(handle, event(method, path, text, headers=headers, **changes))


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


def behind(path: str) -> Any:
    """The handler of the API that template.yaml's routes lead a path to."""
    return owner_api.handle if _OWNER_SIDE.fullmatch(path) else public_api.handle


def open_doors(world: World | None = None) -> AbstractContextManager[Doors]:
    """Doors whose handlers run on a world in memory."""
    return opened(Doors(world))


@contextmanager
def opened(placed: P) -> Iterator[P]:
    """These doors, or whatever else stands in a world, while the handlers run on it."""
    with ExitStack() as stack:
        for module in _HANDLERS:
            stack.enter_context(patch.object(module, "of_this_function", lambda: placed.world))
        yield placed


def _token(link: str) -> str:
    """What is in a link to a page; a token has no equals sign."""
    return link.rpartition("=")[2]
