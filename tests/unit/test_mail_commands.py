"""`sayso mail preview`: a person sees every mail before anybody gets one, and nothing real can come of it."""

from __future__ import annotations

import json
import re
import sys
import time
import webbrowser
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from bs4 import BeautifulSoup

from sayso.cli import mail_commands, main, show
from sayso.domain.programme import Programme
from sayso.ports import MailRefusedError
from tests.builders import World, programme

SURVEYS = {
    "day50": {"after": "50 days", "reminder_after": "5 working days", "reminders": 2},
    "ticket": {"event": "ticket"},
    "migration_done": {"event": "touchpoint", "reminder_after": "5 working days"},
}
SITE = "https://feedback.example"


def the_programme() -> Programme:
    return programme(surveys=SURVEYS)


class Terminal:
    """Types `sayso mail preview …`; keeps what it said."""

    def __init__(self, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
        self._capsys, self._monkeypatch = capsys, monkeypatch

    def preview(self, *arguments: str, expect: int = 0) -> str:
        self._monkeypatch.setattr(sys, "argv", ["sayso", "mail", "preview", *arguments])
        with pytest.raises(SystemExit) as ended:
            main.main()
        said = self._capsys.readouterr()
        assert (ended.value.code or 0) == expect, said.out + said.err
        return said.out + said.err


@pytest.fixture
def terminal(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Terminal:
    monkeypatch.setattr(show, "console", show.Console(highlight=False, soft_wrap=True, width=250))
    monkeypatch.setattr(mail_commands, "load_programme", the_programme)
    monkeypatch.setenv("SAYSO_STATE_DIR", str(tmp_path / "state"))
    monkeypatch.setattr(webbrowser, "open", lambda address: pytest.fail(f"opened {address} unasked"))
    monkeypatch.setattr(time, "sleep", lambda _seconds: None)
    return Terminal(capsys, monkeypatch)


@pytest.fixture
def world(monkeypatch: pytest.MonkeyPatch) -> World:
    world = World(programme=the_programme())
    target = SimpleNamespace(outputs={"SiteUrl": SITE}, wiring=lambda: world)
    monkeypatch.setattr(mail_commands, "find", lambda _stack: target)
    return world


def test_every_language_and_every_mail_of_a_survey_is_written(terminal: Terminal, tmp_path: Path) -> None:
    said = terminal.preview("day50", "--out", str(tmp_path / "seen"))
    voices = ("en", "de-formal", "nl-informal")
    expected = {f"day50-{step}-{voice}" for step in ("first", "reminder", "reminder_2") for voice in voices}
    for ending in (".html", ".txt"):
        assert {file.stem for file in (tmp_path / "seen").glob(f"*{ending}")} == expected
    assert said.count("Eine Frage zu Ihren ersten Wochen mit Polder Hosting") == 3
    assert len(re.findall(r"\d+\.\d KB", said)) == 2 * len(expected)
    assert str(tmp_path / "seen") in said


def test_only_one_language_or_one_mail_can_be_asked_for(terminal: Terminal, tmp_path: Path) -> None:
    terminal.preview("day50", "--out", str(tmp_path), "--language", "nl", "--step", "reminder")
    assert [file.name for file in tmp_path.glob("*.html")] == ["day50-reminder-nl-informal.html"]


def test_without_a_folder_they_go_where_git_does_not_look(terminal: Terminal, tmp_path: Path) -> None:
    terminal.preview("ticket")
    assert {file.name for file in (tmp_path / "state" / "mail-preview" / "ticket").glob("*.html")} == {
        f"ticket-first-{voice}.html" for voice in ("en", "de-formal", "nl-informal")
    }


def test_a_preview_needs_no_stack_and_its_links_lead_nowhere(terminal: Terminal, tmp_path: Path) -> None:
    terminal.preview("migration_done", "--out", str(tmp_path))
    own = {str(the_programme().company.privacy_url)}
    for file in tmp_path.glob("*.html"):
        links = {str(link["href"]) for link in BeautifulSoup(file.read_text(encoding="utf-8"), "html.parser")("a")}
        assert links
        assert all(link in own or link.startswith("https://site.example/") for link in links)
        assert all(re.search("(t=|/api/plain/)example", link) for link in links - own)


def test_the_last_reminder_and_the_one_before_it_say_what_follows(terminal: Terminal, tmp_path: Path) -> None:
    terminal.preview("day50", "--out", str(tmp_path), "--language", "en")
    reminder, last = ((tmp_path / f"day50-{step}-en.txt").read_text() for step in ("reminder", "reminder_2"))
    assert "another reminder will follow" in reminder
    assert "no further reminder" in last


def test_it_opens_the_mails_only_when_asked(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(webbrowser, "open", opened.append)
    terminal.preview("ticket", "--out", str(tmp_path), "--open")
    assert opened == [(tmp_path / f"ticket-first-{v}.html").as_uri() for v in ("en", "de-formal", "nl-informal")]


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (
            ("pulse",),
            "'pulse' is not a survey of the programme; it has: day50, annual, ticket, recheck, migration_done",
        ),
        (("day50", "--language", "fr"), "'fr' is not a language of the programme; it has: en, de, nl"),
        (("ticket", "--step", "reminder"), "'reminder' is not a mail of ticket; it sends: first"),
        (("day50", "--step", "third"), "'third' is not a mail of day50; it sends: first, reminder, reminder_2"),
    ],
)
def test_what_is_not_there_is_refused_by_name(
    terminal: Terminal, tmp_path: Path, arguments: tuple[str, ...], reason: str
) -> None:
    assert reason in terminal.preview(*arguments, "--out", str(tmp_path / "none"), expect=1)
    assert not (tmp_path / "none").exists()


def test_machines_read_the_same(terminal: Terminal, tmp_path: Path) -> None:
    rows: list[dict[str, Any]] = json.loads(terminal.preview("ticket", "--out", str(tmp_path), "--json"))
    assert [(row["language"], row["address"], row["step"]) for row in rows] == [
        ("en", "formal", "first"), ("de", "formal", "first"), ("nl", "informal", "first"),
    ]  # fmt: skip
    assert all(Path(row["file"]).stat().st_size == row["html_bytes"] < 102_000 for row in rows)


def test_sent_previews_reach_one_address_and_cannot_be_mistaken(
    terminal: Terminal, world: World, tmp_path: Path
) -> None:
    said = terminal.preview("day50", "--to", "me@polder.example")
    assert "9 sent to me@polder.example, marked as previews" in said
    outbox = world.mailer.outbox
    assert {mail.to for mail in outbox} == {"me@polder.example"}
    assert [mail.subject.split("]")[0] for mail in outbox] == [
        "[Preview: invitation", "[Preview: reminder", "[Preview: second reminder",
        "[Vorschau: Einladung", "[Vorschau: Erinnerung", "[Vorschau: zweite Erinnerung",
        "[Voorbeeld: uitnodiging", "[Voorbeeld: herinnering", "[Voorbeeld: tweede herinnering",
    ]  # fmt: skip
    assert {mail.to_name for mail in outbox} == {"Alex Example", "Alex Beispiel", "Alex Voorbeeld"}
    assert not (tmp_path / "state").exists()


def test_a_sent_preview_carries_nothing_of_a_real_invitation(terminal: Terminal, world: World) -> None:
    terminal.preview("day50", "--to", "me@polder.example")
    for mail in world.mailer.outbox:
        assert mail.tags == {}
        assert mail.headers == {"Auto-Submitted": "auto-generated"}
        assert f"{SITE}/survey/day50." in mail.html
        assert set(re.findall(r"[?&;]t=([^&\"\s]+)", mail.html + mail.text)) == {"example"}


def test_a_preview_touches_no_table(terminal: Terminal, world: World) -> None:
    terminal.preview("day50", "--to", "me@polder.example")
    assert (world.items.reads, world.items.written) == (0, [])


def test_what_is_no_address_gets_nothing(terminal: Terminal, world: World) -> None:
    assert "to:" in terminal.preview("day50", "--to", "nobody", expect=1)
    assert world.mailer.outbox == []


def test_a_refusal_is_told_with_what_was_sent_before(terminal: Terminal, world: World) -> None:
    def nothing_more() -> None:
        world.mailer.troubles.append(MailRefusedError("MessageRejected: refused by SES", for_good=True))

    world.mailer.meanwhile = nothing_more
    said = terminal.preview("ticket", "--to", "me@polder.example", expect=1)
    assert "SES did not take the preview: MessageRejected" in said
    assert "1 of 3 previews were sent before" in said
    assert len(world.mailer.outbox) == 1


def test_where_ses_says_too_fast_it_waits_and_sends_each_once(terminal: Terminal, world: World) -> None:
    world.mailer.throttle(3)
    terminal.preview("ticket", "--to", "me@polder.example")
    assert len(world.mailer.outbox) == 3
    world.mailer.throttle(4)
    assert "TooManyRequests" in terminal.preview("ticket", "--to", "me@polder.example", expect=1)
