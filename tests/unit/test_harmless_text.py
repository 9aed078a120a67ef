"""What strangers wrote does nothing to the terminal, the table and the machines that it is shown to."""

from __future__ import annotations

import io
import json
import sys
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.cli import main, show
from sayso.domain.public_text import harmless_line, made_visible
from tests.builders import MONDAY, World, ticket

HOSTILE = "Evil\x1b]0;owned\x07\x9b31m\u202eRED\u2066"
UNSEEN = ["\x1b", "\x07", "\x9b", "\u202e", "\u2066", "\x7f", "\r", "\x08"]


@pytest.fixture
def printed(monkeypatch: pytest.MonkeyPatch) -> io.StringIO:
    target = io.StringIO()
    monkeypatch.setattr(show, "console", show.Console(file=target, highlight=False, soft_wrap=True, width=200))
    return target


def test_a_sentence_shows_where_something_was_that_is_no_text(printed: io.StringIO) -> None:
    show.say(f"  {HOSTILE} [bold]z[/bold]\nsecond line")
    told = printed.getvalue()
    assert told.startswith("  Evil\ufffd]0;owned\ufffd\ufffd31m\ufffdRED\ufffd [bold]z[/bold]\nsecond line")


def test_a_table_does_in_its_title_its_heads_and_its_cells(printed: io.StringIO) -> None:
    show.table(f"T{HOSTILE}", (f"H{HOSTILE}",), [(f"C{HOSTILE}",), (None,), (3,)], empty="")
    told = printed.getvalue()
    assert not [sign for sign in UNSEEN if sign in told]
    for begin in "THC":
        assert f"{begin}Evil\ufffd]0;owned" in told
    show.table("", ("a",), [], empty=HOSTILE)
    assert not [sign for sign in UNSEEN if sign in printed.getvalue()]


def test_machines_get_all_of_it_and_the_terminal_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    content = {"name": HOSTILE, "other": "ü\ud800\U0001fffe", HOSTILE: "\tx\n"}
    show.as_json(content)
    told = capsys.readouterr().out
    assert json.loads(told) == content
    assert not [sign for sign in UNSEEN if sign in told]
    assert "ü" in told


def test_an_error_that_repeats_what_was_given_does_nothing_either(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "argv", ["sayso", "themes", "suggestions"])

    def refuse() -> None:
        raise show.WrongUseError(HOSTILE)

    monkeypatch.setattr(main, "_command", lambda: refuse)
    with pytest.raises(SystemExit):
        main.main()
    assert "Evil\ufffd]0;owned" in capsys.readouterr().err


@given(st.text())
def test_only_line_breaks_are_left_of_what_steers(text: str) -> None:
    told = made_visible(text)
    assert len(told) == len(text)
    assert not [sign for sign in told if ord(sign) < 32 and sign != "\n"]
    assert made_visible(told) == told
    line = harmless_line(text)
    assert "\n" not in line
    assert harmless_line(line) == line


@pytest.mark.parametrize(
    ("given_", "kept"),
    [
        (HOSTILE, "Evil]0;owned31mRED"),
        (" Anna\n\tJansen\r\n", "Anna Jansen"),
        ("\x1b\x07", None),
        ("山田\u3000太郎", "山田\u3000太郎"),
        ("می\u200cخواهم", "می\u200cخواهم"),
    ],
)
def test_a_name_is_one_line_of_text_wherever_it_comes_from(given_: str, kept: str | None) -> None:
    by_ticket, by_list = World(), World()
    by_ticket.hear_ticket.hear(ticket("solved", MONDAY, requester_name=given_))
    by_list.add_contact(name=given_)
    names: list[Any] = [one.name for world in (by_ticket, by_list) for one in world.contacts.everyone()]
    assert names == [kept, kept]
