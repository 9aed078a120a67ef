"""The desk's pages before its real API on a world in memory, at the world's own time; only the sign-in is made up.

    with open_office(World()) as office, office.seen(browser, "owner", width=320) as desk:
        desk.open("/cases")

A test file with a company of its own derives from Office.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock
from typing import Any

from playwright.sync_api import Browser

from sayso.domain.staff import Role
from tests.builders import World
from tests.desk import Desk, open_desk
from tests.e2e.desk_page import DeskPage, desk_page
from tests.e2e.fake_desk import Asked


class Office:
    """A world, and the desk's own API in front of it."""

    def __init__(self, desk: Desk, role: Role = "manager") -> None:
        self.desk, self.world, self.role = desk, desk.world, role
        self.one_at_a_time = Lock()  # the resolver is made for a function, which has one request at a time

    def answer(self, asked: Asked) -> tuple[int, Any]:
        """What the real API says, for the fake one to hand on."""
        query = "&".join(f"{name}={value}" for name, value in asked.query.items())
        path = f"{asked.path}?{query}" if query else asked.path
        body = asked.body if asked.method == "POST" else None
        with self.one_at_a_time:
            found = self.desk.ask(asked.method, path, body, role=self.role)
        return found.status, json.loads(found.body)

    @contextmanager
    def seen(self, browser: Browser, role: Role = "manager", **how: Any) -> Iterator[DeskPage]:
        """The desk as somebody in a role sees it; `how` goes to desk_page, `answers` among it come before the API's."""
        self.role = role
        answers = {"/api/staff/*": self.answer, "/api/staff/me": self.answer, **how.pop("answers", {})}
        with desk_page(browser, answers, role, **how) as desk:
            desk.page.clock.install(time=self.world.clock())
            yield desk


@contextmanager
def open_office(world: World) -> Iterator[Office]:
    """An office while its handlers run on the world."""
    with open_desk(world) as desk:
        yield Office(desk)
