"""The desk of companies with accounts and contacts, where what a change sets off has happened once it is answered."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from playwright.sync_api import Browser

from sayso.domain.staff import Role
from tests.builders import World
from tests.desk import open_desk
from tests.e2e.desk_office import Office
from tests.e2e.desk_page import DeskPage
from tests.e2e.fake_desk import Asked


class Running(Office):
    """An office in which everything that waits is done after each change."""

    def answer(self, asked: Asked) -> tuple[int, Any]:
        found = super().answer(asked)
        if asked.method == "POST":
            with self.one_at_a_time:
                self.world.run()
        return found


@contextmanager
def accounts(
    browser: Browser, world: World, role: Role = "manager", kind: type[Office] = Running, **how: Any
) -> Iterator[DeskPage]:
    """The desk of somebody in a role, over a world."""
    with open_desk(world) as desk, kind(desk).seen(browser, role, **how) as page:
        yield page
