"""`sayso publish`: what is public, what waits, a yes to it, and the way back."""

from __future__ import annotations

import sys
from io import StringIO
from pathlib import Path
from types import SimpleNamespace

import pytest

from sayso.cli import publish_commands, show
from tests.editions import Press
from tests.unit.test_cli import OUTPUTS, Terminal


@pytest.fixture
def terminal(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Terminal:
    monkeypatch.setattr(show, "console", show.Console(highlight=False, soft_wrap=True, width=200))
    return Terminal(capsys, monkeypatch)


def press_of(monkeypatch: pytest.MonkeyPatch, editions: str) -> Press:
    press = Press(editions)
    stack = SimpleNamespace(outputs=OUTPUTS, wiring=lambda: press.world, local=object())
    monkeypatch.setattr(publish_commands, "find", lambda _: stack)
    monkeypatch.setattr(publish_commands, "caller", lambda _: "kim")
    return press


@pytest.fixture
def press(monkeypatch: pytest.MonkeyPatch) -> Press:
    return press_of(monkeypatch, "by_rule")


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> Press:
    """Each edition is approved; the first one was."""
    press = press_of(monkeypatch, "by_approval")
    press.commit("a")
    press.world.publish_page.approve("kim")
    return press


class TestState:
    def test_nothing_is_public_before_somebody_approves(self, terminal: Terminal, press: Press) -> None:
        assert "Nothing is public yet" in terminal.type("publish")
        assert terminal.read("publish")["published"] is None
        assert press.world.site.files == {}

    def test_what_is_public_and_up_to_date(self, terminal: Terminal, asked: Press) -> None:
        said = terminal.type("publish")
        assert "Edition 1 is public since 2026-03-02 10:00 and up to date: https://feedback.example/page" in said

    def test_what_waits_says_since_when(self, terminal: Terminal, asked: Press) -> None:
        asked.commit("b")
        asked.world.publish_page.refresh()
        asked.world.clock.pass_by(days=2)
        assert "the next one waits since 2026-03-02 10:00. Look at it" in terminal.type("publish")
        state = terminal.read("publish")
        assert (state["published"], state["draft_differs"], state["waits_since"]) == (1, True, "2026-03-02T09:00:00Z")

    def test_what_was_approved_is_on_its_way(self, terminal: Terminal, asked: Press) -> None:
        asked.commit("b")
        asked.world.publish_page.refresh()
        draft = asked.world.editions.draft()
        assert draft
        asked.world.review_edition.approve(draft.draft_id, "kim")
        assert "edition 2 is approved and on its way" in terminal.type("publish")
        assert terminal.read("publish")["approved"] is True

    def test_by_rule_it_comes_by_itself(self, terminal: Terminal, press: Press) -> None:
        press.world.publish_page.approve("kim")
        press.commit("a")
        assert "appears by itself within minutes" in terminal.type("publish")


class TestPreview:
    def test_it_writes_every_file_and_publishes_nothing(self, terminal: Terminal, press: Press, tmp_path: Path) -> None:
        press.commit("a")
        said = terminal.type("publish", "--preview", str(tmp_path))
        assert f"open {tmp_path / 'index.html'}. Nothing was published." in said
        written = {str(file.relative_to(tmp_path)) for file in tmp_path.rglob("*") if file.is_file()}
        assert {"index.html", "de.html", "2026/en.html", "report.en.pdf"} <= written
        assert '"/page/' not in (tmp_path / "index.html").read_text(encoding="utf-8")
        assert press.world.site.files == {}
        assert press.world.editions.draft() is None

    def test_a_folder_that_cannot_be_written_is_said(self, terminal: Terminal, press: Press, tmp_path: Path) -> None:
        (tmp_path / "a").write_text("a file")
        said = terminal.type("publish", "--preview", str(tmp_path / "a" / "b"), expect=1)
        assert "cannot be written: Not a directory" in said
        assert "Traceback" not in said

    def test_machines_read_which_files(self, terminal: Terminal, press: Press, tmp_path: Path) -> None:
        found = terminal.read("publish", "--preview", str(tmp_path))
        assert str(tmp_path / "index.html") in found["files"]


class TestApprove:
    def test_it_publishes_at_once_and_notes_who(self, terminal: Terminal, asked: Press) -> None:
        asked.commit("b", "Plain invoices")
        assert "Edition 2 is public: https://feedback.example/page/index.html" in terminal.type("publish", "--approve")
        assert len(asked.titles) == 2
        assert terminal.read("publish", "--list")[0]["approved_by"] == "kim"

    def test_it_says_what_changes_and_asks_where_somebody_sits(
        self, terminal: Terminal, asked: Press, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        asked.commit("b", "Plain invoices")
        monkeypatch.setattr(publish_commands, "is_somebody_there", lambda: True)
        answers = iter([False, True])
        monkeypatch.setattr("typer.confirm", lambda question: question == "Publish edition 2?" and next(answers))
        said = terminal.type("publish", "--approve", expect=1)
        assert "Edition 2 would bring:\n  New: Plain invoices" in said
        assert "Nothing was published." in said
        assert len(asked.titles) == 1
        assert "New: Plain invoices" in terminal.type("publish")
        assert "Edition 2 is public" in terminal.type("publish", "--approve")
        asked.commit("c", "Clear prices")
        assert "Edition 3 is public" in terminal.type("publish", "--approve", "--yes")  # nothing left to answer with

    def test_where_nothing_is_new_it_says_so(self, terminal: Terminal, asked: Press) -> None:
        assert "Edition 1 says all there is; nothing was published." in terminal.type("publish", "--approve")
        found = terminal.read("publish", "--approve")
        assert (found["outcome"], found["edition"]) == ("nothing", 1)
        asked.commit("b")
        assert terminal.read("publish", "--approve")["outcome"] == "published"

    def test_a_yes_to_nothing_new_ends_a_hold(self, terminal: Terminal, press: Press) -> None:
        press.commit("a")
        press.world.publish_page.approve("kim")
        press.commit("b")
        press.world.publish_page.approve("kim")
        press.world.roll_back.to(1, "kim")
        terminal.type("publish", "--approve")
        assert press.world.editions.page().held is False

    def test_it_says_when_caches_could_not_be_told(self, terminal: Terminal, press: Press) -> None:
        press.world.site.takes_invalidations = False
        assert "for an hour at most it may show what was public before" in terminal.type("publish", "--approve")

    def test_looking_and_approving_go_together_and_nothing_else_does(
        self, terminal: Terminal, press: Press, tmp_path: Path
    ) -> None:
        terminal.type("publish", "--approve", "--list", expect=2)
        terminal.type("publish", "--link", "--rollback", "1", expect=2)
        assert press.world.site.files == {}
        terminal.type("publish", "--preview", str(tmp_path), "--approve")
        assert "page/index.html" in press.world.site.files


def test_the_managers_link_opens_what_waits(terminal: Terminal, asked: Press) -> None:
    found = terminal.read("publish", "--link")
    assert (found["for"], found["until"]) == ("manager@polder.example", "2026-03-16T09:00:00Z")
    token = found["link"].removeprefix("https://feedback.example/edition/en.html?t=")
    reader = asked.world.links.read_edition(token, asked.world.clock())
    assert asked.world.owners.email(reader) == "manager@polder.example"
    assert found["link"] in terminal.type("publish", "--link")


class TestList:
    def test_every_edition_the_last_first(self, terminal: Terminal, asked: Press) -> None:
        asked.commit("b")
        asked.world.publish_page.approve("otto")
        asked.world.roll_back.to(1, "kim")
        said = terminal.type("publish", "--list")
        assert "approved by" in said
        assert "edition 1" in said
        assert [one["number"] for one in terminal.read("publish", "--list")] == [3, 2, 1]

    def test_before_the_first(self, terminal: Terminal, press: Press) -> None:
        assert "Nothing is public yet." in terminal.type("publish", "--list")


class TestRollback:
    def test_it_asks_and_a_no_changes_nothing(
        self, terminal: Terminal, asked: Press, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        asked.commit("b")
        asked.world.publish_page.approve("kim")
        monkeypatch.setattr(sys, "stdin", StringIO("n\n"))
        said = terminal.type("publish", "--rollback", "1", expect=1)
        assert "Edition 1 was published 2026-03-02 10:00." in said
        assert "Nothing was changed." in said
        assert asked.front["number"] == 2

    def test_with_a_yes_it_publishes_and_says_what_follows(self, terminal: Terminal, asked: Press) -> None:
        asked.commit("b")
        asked.world.publish_page.approve("kim")
        said = terminal.type("publish", "--rollback", "1", "--yes")
        assert "Edition 3, what edition 1 said, is public" in said
        assert "nothing appears by rule" in said
        assert "After going back to edition 1 nothing appears by rule" in terminal.type("publish")

    def test_machines_say_yes_before(self, terminal: Terminal, asked: Press) -> None:
        assert "add --yes" in terminal.type("publish", "--rollback", "1", "--json", expect=1)

    def test_what_never_was_is_refused(self, terminal: Terminal, asked: Press) -> None:
        assert "rollback: there is no edition 9" in terminal.type("publish", "--rollback", "9", "--yes", expect=1)
        assert "is the one that is public" in terminal.type("publish", "--rollback", "1", "--yes", expect=1)
