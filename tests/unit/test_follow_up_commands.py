"""`sayso follow-ups`: one case told in full, who did what to it, and options that say what is wrong with them."""

from __future__ import annotations

import re
from types import SimpleNamespace

import pytest

from sayso.cli import follow_up_commands
from tests.builders import World
from tests.unit.test_cli import OUTPUTS, Terminal, terminal

__all__ = ["terminal"]
OTTO = "otto@polder.example"


@pytest.fixture
def world(monkeypatch: pytest.MonkeyPatch) -> World:
    world = World()
    monkeypatch.setattr(
        follow_up_commands, "find", lambda _: SimpleNamespace(outputs=OUTPUTS, wiring=lambda: world, local=None)
    )
    return world


@pytest.fixture
def case_id(world: World) -> str:
    """The open case of somebody who gave a 9 before, and a 3 with two reasons now."""
    person = world.add_contact(name="Anna Jansen", owner_email=OTTO)
    world.answer(world.asked(person, occasion="2025-03-02"), 9)
    world.clock.pass_by(days=2)
    world.answer(world.asked(person), 3, why="Nobody called", drivers=["price", "expertise"])
    world.run()
    (case,) = world.follow_ups.list(is_open=True)
    return case.follow_up_id


def told(said: str, what: str) -> list[str]:
    """The lines of "Who was told" about something."""
    return [line for line in said.partition("Who was told")[2].splitlines() if what in line]


class TestShow:
    def test_it_says_the_zone_the_reasons_and_the_scores_before(
        self, terminal: Terminal, world: World, case_id: str
    ) -> None:
        said = terminal.type("follow-ups", "show", case_id)
        assert f"Times are of {world.programme.zone.key}." in said
        assert "first contact due" in said
        labels = {driver.id: driver.label("en") for driver in world.programme.drivers}
        assert re.search(rf"^    {labels['expertise']}, {labels['price']}$", said, re.MULTILINE)
        assert re.search(r"^Before: 9 \(annual, 20\d\d-\d\d-\d\d\)$", said, re.MULTILINE)
        assert "asked again" not in said.lower(), "an open case has no recheck"

    def test_who_is_to_be_told_is_named_by_part_until_it_is_known(
        self, terminal: Terminal, world: World, case_id: str
    ) -> None:
        said = terminal.type("follow-ups", "show", case_id)
        assert f"mail to {OTTO}" in told(said, "of an answer")[0]
        assert "mail to the owner" in told(said, "that it is due soon")[0]
        assert "mail to whoever stands in" in told(said, "that it is late")[0]
        times = [line[:16] for line in told(said, "mail to")]
        assert times == sorted(times)
        assert len(times) == 3

    def test_a_closed_case_says_how_it_ended_and_what_nobody_needs_to_be_told(
        self, terminal: Terminal, world: World, case_id: str
    ) -> None:
        terminal.type("follow-ups", "close", case_id, "--cause", "price", "--note", "A new tariff")
        said = terminal.type("follow-ups", "show", case_id)
        assert "first contact due" not in said
        assert re.search(rf"Owner: {OTTO} · closed 20[\d: -]+, solved; it was: Price", said)
        assert "not needed: closed" in told(said, "that it is due soon")[0]
        assert "not needed: closed" in told(said, "that it is late")[0]
        assert "waiting" not in said
        assert re.search(r"^Asked again: planned for 20\d\d-\d\d-\d\d$", said, re.MULTILINE)

    def test_what_is_about_an_earlier_due_time_does_not_wait(
        self, terminal: Terminal, world: World, case_id: str
    ) -> None:
        terminal.type("follow-ups", "assign", case_id, "--to", "care@polder.example", "--reason", "knows them")
        said = terminal.type("follow-ups", "show", case_id)
        states = sorted(line.rstrip().rpartition("  ")[2].strip() for line in told(said, "that it is late"))
        assert states == ["not needed: about an earlier due time", "waiting"]

    def test_a_case_that_was_contacted_says_since_when(self, terminal: Terminal, world: World, case_id: str) -> None:
        terminal.type("follow-ups", "contact", case_id)
        said = terminal.type("follow-ups", "show", case_id)
        assert f"Owner: {OTTO} · in touch since" in said
        assert "not needed: somebody is in touch" in told(said, "that it is late")[0]

    def test_what_became_of_asking_again_and_what_was_promised(
        self, terminal: Terminal, world: World, case_id: str
    ) -> None:
        terminal.type("follow-ups", "close", case_id, "--cause", "price", "--note", "A new tariff", "--no-recheck")
        assert "Not asked again: no recheck was planned" in terminal.type("follow-ups", "show", case_id)
        case = world.follow_ups.get(case_id)
        assert case
        person = world.contacts.get(case.contact_id)
        assert person
        world.clock.pass_by(days=20)
        world.answer(world.asked(person, survey="ticket", occasion="7"), 2)
        world.run()
        (again,) = world.follow_ups.list(is_open=True)
        said = terminal.type("follow-ups", "show", again.follow_up_id)
        assert re.search(r"^Promised on 20[\d-]+ \(Price, solved\): “A new tariff”$", said, re.MULTILINE)


class TestWhoDidIt:
    def test_it_is_who_is_named_or_whoever_types(
        self, terminal: Terminal, world: World, case_id: str, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(follow_up_commands, "getuser", lambda: "root")
        by = ("--by", "Berta")
        terminal.type("follow-ups", "contact", case_id, *by)
        terminal.type("follow-ups", "note", case_id, "--note", "called twice", *by)
        terminal.type("follow-ups", "note", case_id, "prefers mornings")
        terminal.type("follow-ups", "assign", case_id, "--to", "care@polder.example", "--reason", "knows them", *by)
        terminal.type("follow-ups", "close", case_id, "--cause", "price", "--note", "Done", *by)
        terminal.type("follow-ups", "reopen", case_id, "--note", "Not done", *by)
        case = world.follow_ups.get(case_id)
        assert case
        assert [(one.what, one.by) for one in case.changes[1:]] == [
            ("contacted", "Berta"),
            ("noted", "Berta"),
            ("noted", "root"),
            ("handed_over", "Berta"),
            ("closed", "Berta"),
            ("reopened", "Berta"),
        ]


class TestWrongUse:
    def test_an_option_is_named_as_it_was_typed(self, terminal: Terminal, world: World, case_id: str) -> None:
        close = ("follow-ups", "close", case_id)
        assert "--note: is empty" in terminal.type(*close, "--cause", "price", "--note", " ", expect=1)
        assert "--cause: is empty" in terminal.type(*close, "--cause", " ", "--note", "Done", expect=1)
        outcome = ("--cause", "price", "--note", "Done", "--outcome", "fine")
        assert "--outcome: 'fine' is none of" in terminal.type(*close, *outcome, expect=1)
        assign = ("follow-ups", "assign", case_id, "--to")
        assert "--reason: is empty" in terminal.type(*assign, "care@polder.example", "--reason", " ", expect=1)
        assert "--to: " in terminal.type(*assign, "nobody", "--reason", "x", expect=1)
        assert terminal.type("follow-ups", "show", "nope", expect=1).startswith("ID: there is no follow-up")

    def test_what_does_not_go_together_is_wrong_use(self, terminal: Terminal, world: World, case_id: str) -> None:
        assert "--late and --closed" in terminal.type("follow-ups", "list", "--late", "--closed", expect=2)
        assert "--note TEXT" in terminal.type("follow-ups", "note", case_id, expect=2)
        assert "--note TEXT" in terminal.type("follow-ups", "note", case_id, "one", "--note", "two", expect=2)


class TestList:
    def test_times_have_a_zone(self, terminal: Terminal, world: World, case_id: str) -> None:
        assert terminal.type("follow-ups", "list").startswith(f"Times are of {world.programme.zone.key}.")

    def test_an_owner_nobody_knows_is_no_owner_for_whom_nobody_waits(
        self, terminal: Terminal, world: World, case_id: str
    ) -> None:
        said = terminal.type("follow-ups", "list", "--owner", "oto@polder.example")
        assert said.strip() == f"Nobody has a follow-up under oto@polder.example. Did you mean {OTTO}?"
        assert "Nobody waits." in terminal.type("follow-ups", "list", "--owner", world.programme.follow_up.manager)
        terminal.type("follow-ups", "close", case_id, "--cause", "price", "--note", "Done")
        assert "Nobody waits." in terminal.type("follow-ups", "list", "--owner", OTTO.upper())
