"""`sayso verify` and `sayso rebuild`: what is read when counts are exact, when they are not, and after."""

from __future__ import annotations

from typing import Any

import pytest

from sayso.adapters import keys
from sayso.adapters.items import Delete, Update
from sayso.domain.counting import CounterCell
from sayso.services.verify_counts import Verification, VerifyCounts
from tests.builders import World
from tests.unit.test_cli import Terminal, terminal, world

__all__ = ["terminal", "world"]
CELL = CounterCell("annual", "all", "-", "A", "2026-03-02", "s9")


@pytest.fixture
def answered(world: World) -> World:
    """One answer, a 9, counted."""
    person = world.add_contact(account_since="2026-03-01")
    world.answer(world.asked(person), 9)
    world.run()
    return world


@pytest.fixture
def drifted(answered: World) -> World:
    """The same, and its counter off by two."""
    answered.items.write(Update(keys.counter(CELL), adds={"s9": 2}))
    return answered


def says(monkeypatch: pytest.MonkeyPatch, answer: bool) -> None:
    monkeypatch.setattr("typer.confirm", lambda _: answer)


def test_what_is_exact_is_said_with_the_answers_of_each_survey(terminal: Terminal, answered: World) -> None:
    said = terminal.type("verify")
    assert "Exact: " in said
    assert [line.split() for line in said.splitlines() if line.startswith("annual")] == [["annual", "1", "1"]]
    assert terminal.read("verify")["surveys"] == {"annual": {"counted": 1, "recounted": 1}}


def test_drift_is_named_and_is_exit_code_1(terminal: Terminal, drifted: World) -> None:
    said = terminal.type("verify", expect=1)
    assert "Drift: annual|all|-|A|2026-03-02|s9 is off by +2." in said
    assert said.startswith("Not exact: 1 counter is off. sayso rebuild repairs what can be repaired.")
    assert "Exact" not in said
    assert terminal.read("verify", expect=1)["drift"] == {str(CELL): 2}


def test_much_drift_is_told_shortly(terminal: Terminal, answered: World) -> None:
    for number in range(60):
        cell = CounterCell("annual", "account", f"x{number}", "A", "2026-03-02", "s9")
        answered.items.write(Update(keys.counter(cell), sets={"entity": "counter"}, adds={"s9": 1}))
    said = terminal.type("verify", expect=1)
    assert said.count("Drift: ") == 50
    assert "And 10 more like this." in said


def test_rebuild_repairs_and_says_what(terminal: Terminal, drifted: World) -> None:
    said = terminal.type("rebuild", "--yes")
    assert "Repaired: annual|all|-|A|2026-03-02|s9 by -2." in said
    assert "Exact: " in said
    assert "Exact" in terminal.type("verify")
    assert "Nothing had to be repaired." in terminal.type("rebuild", "--yes")


def test_rebuild_shows_what_is_wrong_and_asks_first(
    terminal: Terminal, drifted: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    says(monkeypatch, answer=False)
    said = terminal.type("rebuild", expect=1)
    assert "is off by +2" in said
    assert "Nothing was changed." in said
    assert terminal.read("verify", expect=1)["drift"] == {str(CELL): 2}
    says(monkeypatch, answer=True)
    assert "Exact" in terminal.type("rebuild")


def test_what_rebuild_showed_is_not_looked_for_again(
    terminal: Terminal, drifted: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    says(monkeypatch, True)
    looks: list[Verification] = []
    verify = VerifyCounts.verify

    def look(counts: VerifyCounts) -> Verification:
        looks.append(verify(counts))
        return looks[-1]

    monkeypatch.setattr(VerifyCounts, "verify", look)
    terminal.type("rebuild")
    assert [found.is_exact for found in looks] == [False, True]


def test_rebuild_does_not_ask_where_there_is_nothing_to_repair(
    terminal: Terminal, answered: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("typer.confirm", lambda _: pytest.fail("asked"))
    assert "Exact" in terminal.type("rebuild")


def test_a_machine_has_to_say_yes(terminal: Terminal, drifted: World) -> None:
    assert "yes: this changes counters; add --yes" in terminal.type("rebuild", "--json", expect=1)
    done: Any = terminal.read("rebuild", "--yes")
    assert done["cells"] == {str(CELL): -2}
    assert done["left"]["exact"] is True


def test_everything_else_that_can_be_wrong_is_named(terminal: Terminal, answered: World) -> None:
    answered.items.write(Delete(keys.directory("annual", "language", "en")))
    (ledger,) = answered.items.scan(("COUNTED#RESPONSE#",))
    answered.items.write(Update(keys.Key(ledger["pk"], ledger["sk"]), sets={"counted_revision": 0}))
    said = terminal.type("verify", expect=1)
    assert "Not listed: annual language en is counted, but no breakdown shows it." in said
    answered.items.write(Update(keys.Key(ledger["pk"], ledger["sk"]), sets={"counted_revision": 1, "entries": {}}))
    said = terminal.type("verify", expect=1)
    assert f"Wrong: the ledger does not say what {ledger['pk']} RESPONSE#annual#1 counts for." in said
    said = terminal.type("rebuild", "--yes")
    assert "1 answer or mail counted afresh." in said
    assert "1 counter listed again." in said
    assert "Exact" in said


def test_a_counter_below_zero_is_named_with_what_to_do(terminal: Terminal, answered: World) -> None:
    answered.items.write(Update(keys.counter(CELL), adds={"s9": -4}))
    said = terminal.type("stats", expect=1)
    assert "counter: 'annual', all -, of 2026-03-02 is wrong (the count of score 9 is -3" in said
    assert "sayso rebuild repairs it" in said
