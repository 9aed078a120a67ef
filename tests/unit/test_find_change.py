"""The next invitation says what came of an answer in one line: the latest, once, and only to who gave it."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from sayso.domain.contact import Contact
from sayso.domain.gate import GateMail
from sayso.domain.invitation import Invitation
from tests.builders import MONDAY, World, programme
from tests.news import DONE, approved, asker, behind, change, done, take, world_with_page

PAGE = "https://feedback.example/page/en.html#commitment-"


def somebody(world: World, *names: str, mailed: timedelta | None = timedelta(days=300)) -> tuple[Contact, Invitation]:
    """Somebody with an answer behind commitments, to whom a mail went so long ago, and who is asked now."""
    person = asker(world, 1, *names)
    if mailed:
        last = GateMail(
            at=MONDAY - mailed,
            kind="relationship",
            contact_id=person.contact_id,
            survey="annual",
            occasion="0",
            mail="first",
        )
        world.standings.save_gate(world.standings.gate(person.address_hash).passed_by(last))
    return person, world.add_invitation(person, occasion="5")


def line(world: World, asked: Invitation) -> str | None:
    """Where the line of the invitation that goes out leads."""
    before = len(world.mailer.outbox)
    assert world.send_invitation.take(world.step(asked)) == "sent"
    assert len(world.mailer.outbox) == before + 1
    return world.mailer.outbox[-1].headers.get("Changed")


def test_the_line_leads_to_what_was_done() -> None:
    world = world_with_page()
    done(world)
    _, asked = somebody(world)
    assert line(world, asked) == f"{PAGE}faster-replies"


def test_of_several_the_latest_is_told() -> None:
    world = world_with_page()
    for name, day in (("older", date(2026, 1, 5)), ("latest", date(2026, 2, 27)), ("oldest", date(2025, 12, 1))):
        done(world, name, public=DONE.having(done_on=day), published_on=day)
    _, asked = somebody(world, "older", "latest", "oldest")
    assert line(world, asked) == f"{PAGE}latest"


SILENT: dict[str, dict[str, Any]] = {
    "it is not public": {"public": None},
    "it is not done": {"public": DONE.having(status="in_progress", done_on=None)},
    "it was done before the last mail": {
        "published_on": date(2025, 5, 1),
        "public": DONE.having(done_on=date(2025, 5, 1)),
    },
    "it was done on the day of the last mail": {
        "published_on": date(2025, 5, 6),
        "public": DONE.having(done_on=date(2025, 5, 6)),
    },
    "it is only published tomorrow": {"published_on": date(2026, 3, 3)},
}


@pytest.mark.parametrize("why", SILENT)
def test_nothing_is_said_when(why: str) -> None:
    world = world_with_page()
    done(world, **SILENT[why])
    _, asked = somebody(world)
    assert line(world, asked) is None


def test_what_was_done_long_ago_and_published_lately_is_news() -> None:
    world = world_with_page()
    done(world, published_on=date(2026, 2, 20), public=DONE.having(done_on=date(2024, 1, 1)))
    _, asked = somebody(world)
    assert line(world, asked) == f"{PAGE}faster-replies"


def test_what_is_older_than_a_year_is_none() -> None:
    world = world_with_page()
    day = date(2025, 3, 1)
    done(world, published_on=day, public=DONE.having(done_on=day))
    _, asked = somebody(world, mailed=timedelta(days=900))
    assert line(world, asked) is None


def test_nobody_reads_of_what_others_asked_for() -> None:
    world = world_with_page()
    done(world)
    asker(world, 2)
    person = world.add_contact()
    assert line(world, world.add_invitation(person, occasion="5")) is None


def test_who_was_told_by_a_mail_of_their_own_is_not_told_again() -> None:
    world = world_with_page()
    done(world)
    person = asker(world)
    approved(world)
    assert take(world, person) == "sent"
    world.clock.pass_by(days=7)
    assert line(world, world.add_invitation(person, occasion="5", due_at=world.clock())) is None


def test_the_same_is_not_said_in_two_invitations() -> None:
    world = world_with_page()
    done(world)
    person, asked = somebody(world)
    assert line(world, asked)
    world.clock.pass_by(days=100 - 2)
    again = world.add_invitation(person, occasion="6", due_at=world.clock(), planned_at=world.clock())
    assert line(world, again) is None


def test_a_reminder_carries_none() -> None:
    world = world_with_page()
    done(world)
    _, asked = somebody(world)
    change(world, public=None)
    assert line(world, asked) is None
    change(world, public=DONE, published_on=date(2026, 3, 5))
    world.clock.pass_by(days=7)
    assert line(world, world.kept(asked)) is None


def test_whose_gate_forgot_when_is_told_what_is_newer_than_its_memory() -> None:
    world = world_with_page()
    done(world)
    done(world, "older", public=DONE.having(done_on=date(2025, 7, 1)), published_on=date(2025, 7, 1))
    _, asked = somebody(world, "older", "faster-replies", mailed=None)
    assert line(world, asked) == f"{PAGE}faster-replies"
    world = world_with_page()
    done(world, "older", public=DONE.having(done_on=date(2025, 7, 1)), published_on=date(2025, 7, 1))
    _, asked = somebody(world, "older", mailed=None)
    assert line(world, asked) is None


def reads(world: World, asked: Invitation) -> int:
    before = world.items.reads
    line(world, asked)
    return world.items.reads - before


def test_it_costs_no_read_where_it_is_off_and_one_or_two_where_it_is_on() -> None:
    counted = {}
    for name, mention, linked in (("off", False, True), ("none", True, False), ("on", True, True)):
        world = world_with_page(programme(page={"mention_changes": mention}))
        done(world)
        person = asker(world, 1) if linked else world.add_contact(contact_id="crm-1", email="p1@x.example", role="user")
        counted[name] = reads(world, world.add_invitation(person, occasion="5"))
    assert counted["none"] - counted["off"] == 1
    assert counted["on"] - counted["off"] == 2


def test_who_is_behind_several_answers_is_told_of_all_of_them() -> None:
    world = world_with_page()
    done(world)
    person, asked = somebody(world)
    behind(world, person, "faster-replies", occasion="2")
    assert line(world, asked) == f"{PAGE}faster-replies"
