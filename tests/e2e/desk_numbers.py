"""Companies of every size, for the tests of the desk's first page and its numbers."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any

import pytest
from playwright.sync_api import Browser

from sayso.domain.staff import Role
from tests.builders import MONDAY, World, invitation, programme
from tests.e2e.desk_office import open_office
from tests.e2e.desk_page import DeskPage, Desks
from tests.unit.test_read_stats import TODAY, Numbers
from tests.unit.test_staff_home import Cases


def many() -> Numbers:
    """Two years of a company that asks a lot."""
    world = Numbers(programme(benchmark={"nps": 6, "source": "Integron 2024, ICT"}, scores_per_owner=True))
    filed = {"state": "filed", "by": "anna@polder.example", "at": MONDAY}
    suggested = {"state": "suggested", "by": "sayso", "at": MONDAY}
    for month in range(24):
        day = f"{2024 + (month + 10) // 12}-{(month + 10) % 12 + 1:02}-05"
        if day > "2026-10-14":
            break
        good, bad = 4 + month % 5 + month // 4, 5 - month % 3
        world.counted(*[10] * good, *[9] * 3, day=day, drivers=("expertise",), segments={"plan": "Gold"}, language="nl")
        world.counted(*[8] * 3, *[7], *[None] * 6, day=day, segments={"plan": "Basic"})
        world.counted(
            *[6] * (bad // 2), *[3] * bad, day=day, drivers=("response_time",), themes={"slow_replies": filed}
        )
        world.counted(1, day=day, drivers=("price",), themes={"invoices": suggested}, language="de")
    world.counted(*[10] * 40, *[8] * 9, *[4] * 5, survey="ticket", day="2026-06-01")
    world.counted(*[10] * 4, 7, survey="review", day="2026-07-01", imported=True)
    world.counted(*[5] * 9, *[2] * 3, survey="helpdesk", scale="satisfaction", day="2026-02-01", imported=True)
    cases = Cases(world)
    for due_in in (-timedelta(hours=2), timedelta(hours=3), timedelta(days=2), timedelta(days=2)):
        cases.add(due_in)
    cases.add(timedelta(days=1), contacted=True)
    cases.add(timedelta(days=1), contacted=True, closed=True)
    for number in range(23):
        due = TODAY + timedelta(days=number % 6)
        survey = ("annual", "day50", "ticket")[number % 3]
        one = invitation(contact_id=f"d{number}", survey=survey, due_at=due, planned_at=due)
        world.invitations.save(one.having(revision=0))
    return world


def few() -> Numbers:
    """A company that has begun."""
    world = Numbers()
    world.counted(10, 9, 9, 8, 8, 3, None, None, None, day="2026-09-20", drivers=("expertise",))
    world.counted(10, 9, 2, day="2026-10-05")
    return world


def nothing() -> Numbers:
    """A company whose first mail goes out tomorrow."""
    world = Numbers()
    due = TODAY + timedelta(days=1)
    world.invitations.save(invitation(survey="day50", due_at=due, planned_at=due).having(revision=0))
    return world


WORLDS: dict[str, Callable[[], World]] = {"many": many, "few": few, "nothing": nothing, "empty": Numbers}


@pytest.fixture
def opened(browser: Browser) -> Desks:
    """Deskss the desk of somebody in a role, over one of the worlds or one's own."""

    @contextmanager
    def open_one(world: str | World = "many", role: Role = "manager", **how: Any) -> Iterator[DeskPage]:
        there = WORLDS[world]() if isinstance(world, str) else world
        with open_office(there) as office, office.seen(browser, role, **how) as desk:
            yield desk

    return open_one
