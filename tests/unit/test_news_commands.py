"""`sayso commitments notify` and `notified`: looked at, approved, and told what became of it."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from types import SimpleNamespace

import pytest
import typer

from sayso.adapters.mails import MailWriter
from sayso.adapters.rendering import Renderer
from sayso.adapters.settings import Settings
from sayso.cli import news_commands, sending_commands, show, standing_commands, why_commands
from tests.builders import MONDAY, World
from tests.news import asker, change, done, news_of
from tests.unit.test_cli import OUTPUTS, Terminal

NOTIFY = ("commitments", "notify", "faster-replies")


@pytest.fixture
def terminal(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Terminal:
    monkeypatch.setattr(show, "console", show.Console(highlight=False, soft_wrap=True, width=200))
    return Terminal(capsys, monkeypatch)


@pytest.fixture
def world(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> World:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SAYSO_STATE_DIR", str(tmp_path / "state"))
    world = World()
    found = SimpleNamespace(outputs=OUTPUTS, wiring=lambda: world, local=True)
    for door in (news_commands, sending_commands, standing_commands, why_commands):
        monkeypatch.setattr(door, "find", lambda _: found)
    done(world)
    for number, columns in enumerate(({"name": "Anna", "locale": "de"}, {"timezone": "Asia/Tokyo"}, {}), 1):
        person = asker(world, number, **columns)
    world.standings.suppress(person.address_hash, "unsubscribed", MONDAY)
    return world


def test_a_preview_says_who_and_writes_the_mails_and_changes_nothing(
    world: World, terminal: Terminal, tmp_path: Path
) -> None:
    renderer = Renderer(world.programme)
    world.mail_writer = MailWriter(renderer, world.programme)
    said = terminal.type(*NOTIFY, "--preview", "--out", str(tmp_path / "mails"))
    assert "Anna (p1@kaasboer.example)" in said
    assert "de, as soon as it is approved" in said
    assert "en, not before Tue 2026-03-03 01:00, 09:00 for them: outside the send window" in said
    assert "none: the address asked not to be written to" in said
    assert "2 people will be told, 1 of them later: 1 in de, 1 in en. 1 will not be told." in said
    assert "Nothing was approved." in said
    assert world.mailer.outbox == []
    assert list(world.items.scan(("NEWS#",))) == []
    files = {file.name: file.read_text(encoding="utf-8") for file in (tmp_path / "mails").iterdir()}
    assert set(files) == {f"faster-replies-{language}.{kind}" for language in ("de", "en") for kind in ("html", "txt")}
    assert "Eine zweite Schicht." in files["faster-replies-de.html"]
    assert "https://feedback.example/page/de.html#commitment-faster-replies" in files["faster-replies-de.txt"]


def test_it_asks_for_a_yes(world: World, terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    monkeypatch.setattr(typer, "confirm", lambda question: bool(asked.append(question)))
    assert "Approved" not in terminal.type(*NOTIFY)
    assert asked == ["Tell 2 people?"]
    assert list(world.items.scan(("NEWS#",))) == []
    monkeypatch.setattr(typer, "confirm", lambda _: True)
    said = terminal.type(*NOTIFY)
    assert "Approved: they go out within minutes, in the send window, 30 days apart to one person." in said
    assert "The schedule of ticket hands them on; to do it now: sayso dispatch ticket" in said
    assert len(list(world.items.scan(("NEWS#",)))) == 3


def test_a_stack_that_keeps_no_window_says_at_once(world: World, terminal: Terminal) -> None:
    world.settings = Settings({**world.settings.environment, "SEND_WINDOW": "always"})
    assert "Approved: they go out at once, 30 days apart" in terminal.type(*NOTIFY, "--yes")


def test_a_folder_that_cannot_be_written_is_said(world: World, terminal: Terminal, tmp_path: Path) -> None:
    (tmp_path / "a").write_text("a file")
    world.mail_writer = MailWriter(Renderer(world.programme), world.programme)
    said = terminal.type(*NOTIFY, "--preview", "--out", str(tmp_path / "a" / "b"), expect=1)
    assert "cannot be written: Not a directory" in said


def test_whoever_was_erased_is_told_of_with_a_reason(world: World, terminal: Terminal) -> None:
    (person,) = world.contacts.by_external_ids(["crm-1"]).values()
    world.erase_contact.erase(person.contact_id, "mia")
    said = terminal.type("commitments", "notified", "faster-replies")
    assert "Not told: the person was erased." in said
    found = terminal.read("commitments", "notified", "faster-replies")
    assert [one["reason"] for one in found if one.get("reason")] == ["erased"]


def test_with_yes_it_asks_nobody_and_notes_who_said_so(world: World, terminal: Terminal) -> None:
    (found,) = terminal.read(*NOTIFY, "--yes")
    assert found["approved"] is True
    assert sorted(one["verdict"] for one in found["people"]) == ["later", "never", "now"]
    assert {one["approved_by"] for one in terminal.read("commitments", "notified", "faster-replies")} != {""}
    (again,) = terminal.read(*NOTIFY, "--yes")
    assert again["approved"] is False
    assert sorted(one["verdict"] for one in again["people"]) == ["before", "before", "never"]


def test_a_yes_is_for_those_who_were_named(world: World, terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(typer, "confirm", lambda _: bool(asker(world, 9)))
    assert "Approved" in terminal.type(*NOTIFY)
    (late,) = world.contacts.by_external_ids(["crm-9"]).values()
    assert world.news.of_contact(late.contact_id) == []


def test_of_several_it_counts_people_and_says_who_waits_for_what(
    world: World, terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = [f"number-{number}" for number in range(4)]
    for name in names:
        done(world, name)
    asker(world, 7, *names)
    asker(world, 8, names[0])
    asked: list[str] = []
    monkeypatch.setattr(typer, "confirm", lambda question: bool(asked.append(question)))
    said = terminal.type("commitments", "notify", *names[:2])
    assert asked == ["Tell 2 people, with 3 mails?"]
    assert "en, after 1 other such mail, 30 days apart" in said
    assert "1 person will be told, 1 of them later" in said
    assert "too late" not in said
    said = terminal.type("commitments", "notify", *names)
    assert "1 mail will come too late: 3 to one person, 30 days apart, fit into the 90 days after an approval." in said
    found = terminal.read("commitments", "notify", *names, "--preview")
    assert [max(one["ahead"] for one in audience["people"]) for audience in found] == [0, 1, 2, 3]


def test_a_machine_cannot_say_yes_by_accident(world: World, terminal: Terminal) -> None:
    assert "--yes to approve" in terminal.type(*NOTIFY, "--json", expect=2)
    assert list(world.items.scan(("NEWS#",))) == []


def test_what_became_of_it(world: World, terminal: Terminal) -> None:
    assert "2 people not approved yet" not in terminal.type("commitments", "notified", "faster-replies")
    assert "3 people not approved yet: sayso commitments notify" in terminal.type(
        "commitments", "notified", "faster-replies"
    )
    terminal.type(*NOTIFY, "--yes")
    assert "And 1 to tell what came of what they said" in terminal.type("dispatch", "ticket")
    world.run()
    said = terminal.type("commitments", "notified", "faster-replies")
    assert "The mail went out on 2026-03-02 10:00." in said
    assert "The mail waits until Tue 2026-03-03 01:00, 09:00 for them, because outside the send window." in said
    assert "Not told: the address asked not to be written to" in said
    states = [one["state"] for one in terminal.read("commitments", "notified", "faster-replies")]
    assert sorted(states) == ["sent", "skipped", "waiting"]


def test_a_pause_stops_them_and_a_resumption_lets_them_go(world: World, terminal: Terminal) -> None:
    terminal.type(*NOTIFY, "--yes")
    terminal.type("pause", "--reason", "trouble")
    terminal.type("dispatch", "ticket")
    world.run()
    assert world.mailer.outbox == []
    terminal.type("resume")
    terminal.type("dispatch", "ticket")
    world.run()
    assert [mail.to for mail in world.mailer.outbox] == ["p1@kaasboer.example"]


def test_why_tells_of_what_waits(world: World, terminal: Terminal) -> None:
    terminal.type(*NOTIFY, "--yes")
    said = terminal.type("why", "crm-2")
    assert "What they are told of what came of it:\n  faster-replies: The mail waits until Tue 2026-03-03 01:00" in said
    (found,) = terminal.read("why", "crm-2")
    assert found["news"][0]["commitment"] == "faster-replies"
    assert found["news"][0]["reason"] == "send_window"
    terminal.type("why", "crm-3")


def test_what_is_not_done_in_public_is_refused_and_it_says_what_to_do(world: World, terminal: Terminal) -> None:
    change(world, public=None)
    assert "sayso commitments publish faster-replies" in terminal.type(*NOTIFY, expect=1)
    assert "there is no commitment 'nope'" in terminal.type("commitments", "notify", "nope", expect=1)
    assert "there is no commitment 'nope'" in terminal.type("commitments", "notified", "nope", expect=1)


def test_of_several_one_that_may_not_be_told_stops_all(world: World, terminal: Terminal) -> None:
    done(world, "secret", public=None)
    terminal.type(*NOTIFY, "secret", "--yes", expect=1)
    assert list(world.items.scan(("NEWS#",))) == []


def test_nobody_behind_it_is_said(world: World, terminal: Terminal) -> None:
    done(world, "quieter-nights")
    assert "No answers are linked to quieter-nights" in terminal.type(
        "commitments", "notify", "quieter-nights", "--yes"
    )
    assert "No answers are linked" in terminal.type("commitments", "notified", "quieter-nights")


def test_whoever_was_told_stays_told_when_time_goes_by(world: World, terminal: Terminal) -> None:
    terminal.type(*NOTIFY, "--yes")
    world.tick_news()
    (person,) = world.contacts.by_external_ids(["crm-1"]).values()
    sent = news_of(world, person)
    world.clock.now += timedelta(days=200)
    terminal.type(*NOTIFY, "--yes")
    world.tick_news()
    assert news_of(world, person) == sent
    assert len(world.mailer.to("p1@kaasboer.example")) == 1
