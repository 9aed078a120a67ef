"""`sayso stats accounts`: who answered, who is silent and in which way, and who needs a call before a renewal."""

from __future__ import annotations

import csv
import io
from types import SimpleNamespace
from typing import Any

import pytest

from sayso.cli import account_stats, show
from tests.unit.test_cli import Terminal, terminal
from tests.unit.test_read_stats import Numbers

__all__ = ["terminal"]
LONG_AGO = {"account_since": "2020-01-01"}


@pytest.fixture
def world(monkeypatch: pytest.MonkeyPatch) -> Numbers:
    world = Numbers()
    monkeypatch.setattr(account_stats, "find", lambda _: SimpleNamespace(outputs={}, wiring=lambda: world))
    return world


def listed(world: Numbers, name: str, people: int = 1, **columns: str) -> str:
    """An account with so many contacts; its id."""
    domain = "".join(filter(str.isalnum, name)).lower()
    for number in range(people):
        person = world.add_contact(
            contact_id=f"{name}-{number}",
            email=f"p{number}@{domain}.example",
            account=name,
            **{**LONG_AGO, **columns},
        )
    return person.account_id


def read(terminal: Terminal, *options: str) -> dict[str, dict[str, Any]]:
    return {one["account"]: one for one in terminal.read("stats", "accounts", *options)}


def test_an_account_comes_with_who_was_asked_who_answered_and_its_score(terminal: Terminal, world: Numbers) -> None:
    account = listed(world, "Kaasboer", people=3)
    world.counted(10, 9, None, account=account, day="2026-03-05")
    world.counted(2, account=account, survey="ticket", day="2026-05-06")
    found = read(terminal)["Kaasboer"]
    assert (found["contacts"], found["asked"], found["answered"]) == (3, 4, 3)
    # The score is of the relationship; a detractor is one wherever it was said.
    assert (found["n"], found["nps"], found["detractors"]) == (2, 100, 1)
    assert (found["last_answer"], found["silence"], found["few_answers"]) == ("2026-05-06", None, True)
    told = terminal.type("stats", "accounts")
    assert "+100, 2, few" in told
    assert "3 of 4" in told
    assert "detractor" not in told
    assert "1 low answer" in told


def test_the_ways_of_being_silent_are_told_apart(terminal: Terminal, world: Numbers) -> None:
    world.counted(None, account=listed(world, "Asked"), day="2026-03-05")
    world.counted(9, account=listed(world, "Forgotten"), day="2024-03-05")
    listed(world, "Never")
    listed(world, "New", account_since="2026-09-01")
    world.counted(9, account=listed(world, "Talks"), day="2026-03-05")
    found = read(terminal)
    assert {name: (one["silence"], one["silent_for_12_months"]) for name, one in found.items()} == {
        "Asked": ("asked, no answer", True),
        "Forgotten": ("not asked", True),
        "Never": ("never asked", True),
        "New": ("never asked", False),
        "Talks": (None, False),
    }
    assert (found["Forgotten"]["last_answer"], found["Asked"]["last_answer"]) == ("2024-03-05", None)
    assert [*read(terminal, "--silent")] == ["Asked", "Forgotten", "Never"]
    told = terminal.type("stats", "accounts")
    for words in ("silent, though asked", "silent, not asked for 12 months", "never asked", "new since 2026-09-01"):
        assert words in told


def test_an_answer_on_the_last_of_the_twelve_months_is_no_silence(terminal: Terminal, world: Numbers) -> None:
    account = listed(world, "Kaasboer")
    world.counted(9, account=account, day="2025-10-14")
    assert read(terminal)["Kaasboer"]["silence"] == "not asked"
    world.counted(9, account=account, day="2025-10-15")
    assert read(terminal)["Kaasboer"]["silence"] is None


def test_imported_answers_are_heard_but_are_no_invitations(terminal: Terminal, world: Numbers) -> None:
    world.counted(3, account=listed(world, "Kaasboer"), survey="delighted", imported=True, day="2026-03-05")
    found = read(terminal)["Kaasboer"]
    assert (found["n"], found["asked"], found["silence"], found["detractors"]) == (0, 0, None, 1)


def test_a_renewal_is_named_when_it_is_near(terminal: Terminal, world: Numbers) -> None:
    for name, day in (("Today", "2026-10-14"), ("Near", "2027-01-12"), ("Far", "2027-01-13"), ("Over", "2026-10-13")):
        listed(world, name, renewal_date=day)
    found = {name: one["renewal"] for name, one in read(terminal).items()}
    assert found == {"Today": "2026-10-14", "Near": "2027-01-12", "Far": None, "Over": None}
    assert read(terminal, "--renewal-within", "91")["Far"]["renewal"] == "2027-01-13"
    assert read(terminal, "--renewal-within", "0")["Near"]["renewal"] is None


def test_of_several_renewal_dates_the_next_counts(terminal: Terminal, world: Numbers) -> None:
    for number, day in enumerate(("2026-12-24", "2026-11-01", "2026-01-01")):
        world.add_contact(contact_id=str(number), email=f"p{number}@b.example", renewal_date=day, **LONG_AGO)
    assert read(terminal)["Kaasboer"]["renewal"] == "2026-11-01"


def test_what_needs_a_call_comes_first(terminal: Terminal, world: Numbers) -> None:
    world.counted(*[10] * 3, account=listed(world, "Happy", renewal_date="2026-10-20"))
    listed(world, "Never")
    world.counted(None, account=listed(world, "Silent"))
    world.counted(3, account=listed(world, "Unhappy"))
    world.counted(3, 3, account=listed(world, "Unhappier"))
    world.counted(None, account=listed(world, "SilentRenewal", renewal_date="2026-11-01"))
    world.counted(2, account=listed(world, "LaterRenewal", renewal_date="2026-12-01"))
    world.counted(2, account=listed(world, "SoonRenewal", renewal_date="2026-11-01"))
    assert [*read(terminal)] == [
        *("SoonRenewal", "LaterRenewal", "SilentRenewal", "Unhappier", "Unhappy", "Silent", "Never", "Happy"),
    ]
    told = terminal.type("stats", "accounts")
    assert "1 low answer, renewal on 2026-11-01" in told
    assert "3 unhappy or silent with a renewal within 90 days, 3 silent for 12 months" in told


def test_an_account_whose_people_are_gone_is_there_while_it_was_heard(terminal: Terminal, world: Numbers) -> None:
    world.counted(3, account="0123456789", day="2026-03-05")
    assert [*read(terminal)] == ["no longer listed (012345)"]
    assert read(terminal)["no longer listed (012345)"]["contacts"] == 0
    world.clock.pass_by(days=400)
    assert read(terminal) == {}
    assert "There are no accounts yet." in terminal.type("stats", "accounts")


def test_nobody_silent_is_said(terminal: Terminal, world: Numbers) -> None:
    world.counted(9, account=listed(world, "Kaasboer"), day="2026-03-05")
    assert "No account was silent for 12 months." in terminal.type("stats", "accounts", "--silent")


def test_csv_opens_in_a_spreadsheet(terminal: Terminal, world: Numbers) -> None:
    account = listed(world, "=SUM(A1)", renewal_date="2026-11-01")
    world.counted(3, account=account, day="2026-03-05")
    (row,) = csv.DictReader(io.StringIO(terminal.type("stats", "accounts", "--csv")))
    assert (row["account"], row["nps"], row["renewal"], row["detractors"]) == ("'=SUM(A1)", "-100", "2026-11-01", "1")
    assert "choose one of" in terminal.type("stats", "accounts", "--csv", "--json", expect=2)


def test_there_are_as_many_reads_for_many_answers_as_for_few(terminal: Terminal) -> None:
    def reads(answers: int) -> int:
        world = Numbers()
        world.counted(*[9, 3] * answers, account=listed(world, "Kaasboer"))
        start = world.items.reads
        assert len(world.read_accounts.list()) == 1
        return world.items.reads - start

    assert reads(1) == reads(50)


@pytest.mark.parametrize("width", [80, 120])
def test_the_list_fits_the_terminal(
    terminal: Terminal, world: Numbers, monkeypatch: pytest.MonkeyPatch, width: int
) -> None:
    name = "Deichkind Hosting und Netzwerke GmbH & Co. KG"
    world.counted(3, account=listed(world, name, renewal_date="2026-11-01"), day="2026-03-05")
    monkeypatch.setattr(show, "console", show.Console(highlight=False, soft_wrap=True, width=width))
    told = terminal.type("stats", "accounts")
    assert max(map(len, told.splitlines()[:-1])) <= width
    assert "Deichkind Hosting" in told
