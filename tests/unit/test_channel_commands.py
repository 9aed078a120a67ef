"""`sayso channels`: addresses are read, kept and forgotten without being shown, and tried before they are needed."""

from __future__ import annotations

import json
import sys
from io import StringIO
from types import SimpleNamespace
from typing import Any

import pytest

from sayso.adapters.kept_secret import KeptSecret
from sayso.cli import channel_commands
from tests.builders import World, programme
from tests.unit.test_channels import Room, answers, room
from tests.unit.test_cli import Terminal, terminal

__all__ = ["room", "terminal"]

SLACK = "https://hooks.slack.com/services/T1JJ3T3L2/A1BRTD4JD/TIiajkdnlazkcOXrIdevi7FQ"


class Kept:
    """Secrets Manager with one secret."""

    def __init__(self, **content: str) -> None:
        self.content: dict[str, Any] = content

    def get_secret_value(self, SecretId: str) -> dict[str, str]:  # noqa: N803 - boto3's names
        assert SecretId == "arn:addresses"
        return {"SecretString": json.dumps(self.content)}

    def put_secret_value(self, SecretId: str, SecretString: str) -> None:  # noqa: N803
        assert SecretId == "arn:addresses"
        self.content = json.loads(SecretString)


@pytest.fixture
def kept(monkeypatch: pytest.MonkeyPatch) -> Kept:
    """The secret behind the commands, in a programme of two channels."""
    kept, world = Kept(), World()
    quiet = {"tell": ["alert", "handed_over"], "words": True, "at_any_time": True}
    world.programme = programme(follow_up={"channels": {"team": {}, "pager": quiet}})
    outputs = {"ChannelAddressesSecret": "arn:addresses"}
    wiring = SimpleNamespace(programme=world.programme, client=lambda _: kept)
    monkeypatch.setattr(
        channel_commands, "find", lambda _: SimpleNamespace(outputs=outputs, wiring=lambda: wiring, local=None)
    )
    return kept


def types_in(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    monkeypatch.setattr(sys, "stdin", StringIO(text))


def test_an_address_is_read_kept_and_not_repeated(
    terminal: Terminal, kept: Kept, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept.content = {"pager": "jsons://pager.example/x"}
    types_in(monkeypatch, f"  {SLACK} \n")
    said = terminal.type("channels", "set", "team")
    assert "team leads to Slack. Try it: sayso channels test team" in said
    assert "services" not in said
    assert kept.content == {"pager": "jsons://pager.example/x", "team": SLACK}
    types_in(monkeypatch, "jsons://other.example/token\n")
    assert terminal.read("channels", "set", "team") == {"channel": "team", "service": "JSON"}


@pytest.mark.parametrize("typed", ["", "\n", "nonsense\n", "bogus://s3cret\n", "https://example.com/s3cret\n"])
def test_what_apprise_does_not_know_is_refused_and_not_repeated(
    terminal: Terminal, kept: Kept, monkeypatch: pytest.MonkeyPatch, typed: str
) -> None:
    types_in(monkeypatch, typed)
    said = terminal.type("channels", "set", "team", expect=1)
    assert "address: is not an address apprise knows" in said
    assert "s3cret" not in said
    assert kept.content == {}


@pytest.mark.parametrize("command", ["set", "test"])
def test_a_channel_the_programme_does_not_have_is_named(
    terminal: Terminal, kept: Kept, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    types_in(monkeypatch, f"{SLACK}\n")
    said = terminal.type("channels", command, "teem", expect=1)
    assert "NAME: 'teem' is not one of the programme's channels; it has: team, pager" in said
    assert kept.content == {}


def test_they_are_listed_without_their_addresses(terminal: Terminal, kept: Kept) -> None:
    kept.content = {"team": SLACK, "pager": "bogus://s3cret", "old": "jsons://old.example/s3cret"}
    listed = terminal.read("channels", "list")
    team, pager = listed["channels"]
    assert team == {
        "channel": "team",
        "service": "Slack",
        "tell": ["alert", "handed_over", "reminder", "escalation"],
        "at_any_time": False,
        "words": False,
        "address": "set",
    }
    assert (pager["service"], pager["address"]) == (None, "unknown")
    assert (pager["tell"], pager["at_any_time"], pager["words"]) == (["alert", "handed_over"], True, True)
    assert listed["unused_addresses"] == ["old"]
    said = terminal.type("channels", "list")
    assert "in office hours" in said
    assert "Addresses of channels that are not in the programme: old." in said
    assert "s3cret" not in said + json.dumps(listed)
    assert "services/" not in said + json.dumps(listed)
    kept.content = {}
    assert [one["address"] for one in terminal.read("channels", "list")["channels"]] == ["none", "none"]
    assert "none: sayso channels set" in terminal.type("channels", "list")


def test_an_address_is_forgotten_even_of_a_channel_that_is_gone(terminal: Terminal, kept: Kept) -> None:
    kept.content = {"team": SLACK, "old": "jsons://old.example/"}
    assert "The address of old is forgotten." in terminal.type("channels", "remove", "old")
    assert kept.content == {"team": SLACK}
    assert "old: no address is set" in terminal.type("channels", "remove", "old", expect=1)


def test_a_try_says_in_the_channel_that_it_is_one(terminal: Terminal, kept: Kept, room: Room) -> None:
    kept.content = {"team": room.address}
    assert "team has taken a line that says it is a test." in terminal.type("channels", "test", "team")
    (heard,) = room.heard
    assert heard["title"].endswith(": a test")
    assert "Nothing has happened." in heard["message"]
    assert "'team'" in heard["message"]


def test_a_try_that_is_not_taken_says_why(terminal: Terminal, kept: Kept, room: Room) -> None:
    assert "team: no address is set" in terminal.type("channels", "test", "team", expect=1)
    kept.content, room.answer = {"team": room.address}, answers(403)
    said = terminal.type("channels", "test", "team", expect=1)
    assert "team: did not take the message (403)" in said
    assert room.address not in said
    said = terminal.type("channels", "test", "team", "--json", expect=1)
    assert json.loads(said) == {"channel": "team", "sent": False, "reason": "did not take the message (403)"}


def test_a_kept_secret_changes_only_what_it_is_told() -> None:
    client = Kept(a="1", b="2")
    secret = KeptSecret(client, "arn:addresses")  # type: ignore[arg-type]
    secret.keep("b", ["3", "4"])
    assert secret.all() == {"a": "1", "b": ["3", "4"]}
    assert (secret.forget("a"), secret.forget("a")) == (True, False)
    assert client.content == {"b": ["3", "4"]}


@pytest.mark.parametrize("command", [("list",), ("set", "team")])
def test_without_channels_it_says_where_they_are_written(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch, kept: Kept, command: tuple[str, ...]
) -> None:
    wiring = SimpleNamespace(programme=programme(), client=lambda _: kept)
    outputs = {"ChannelAddressesSecret": "arn:addresses"}
    monkeypatch.setattr(
        channel_commands, "find", lambda _: SimpleNamespace(outputs=outputs, wiring=lambda: wiring, local=None)
    )
    said = terminal.type("channels", *command, expect=0 if command == ("list",) else 1)
    assert "follow_up in templates/programme.yaml, such as 'channels: {team: {tell: [alert, escalation]}}'" in said
