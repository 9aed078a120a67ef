"""`sayso commitments` and `sayso quotes`: what an operator types, writes in a file or an editor, and reads."""

from __future__ import annotations

import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from sayso.cli import commitment_link_commands, commitment_texts, main, quote_commands
from sayso.domain.errors import ConflictError
from sayso.domain.response import Response
from sayso.domain.unconfirmed import answer_id
from tests.builders import World, contact
from tests.unit.test_cli import OUTPUTS, Terminal, terminal, world
from tests.unit.test_keep_quotes import FAST, WHY
from tests.unit.test_link_answers import answered

__all__ = ["terminal", "world"]
ADD = ("commitments", "add", "replies", "--title", "en=Faster", "--heard", "en=Slow replies")


@pytest.fixture(autouse=True)
def _doors(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    for door in (commitment_link_commands, quote_commands):
        monkeypatch.setattr(door, "find", lambda _: SimpleNamespace(outputs=OUTPUTS, wiring=lambda: world))
        monkeypatch.setattr(door, "getuser", lambda: "mia")
    monkeypatch.setattr("sayso.cli.commitment_commands.getuser", lambda: "mia")


class TestWriting:
    def test_it_is_added_edited_published_taken_off_and_listed(self, terminal: Terminal, world: World) -> None:
        assert "sayso commitments link replies" in terminal.type(*ADD)
        said = terminal.type("commitments", "publish", "replies", expect=1)
        assert "title.de: has no text yet; nor has title.nl, nor has heard.de, nor has heard.nl" in said
        assert "de and nl are languages of the page: write them" in said
        texts = ["--title", "de=Schneller", "--title", "nl=Sneller", "--heard", "de=Langsam", "--heard", "nl=Traag"]
        terminal.type("commitments", "edit", "replies", *texts)
        terminal.type("commitments", "publish", "replies")
        (kept,) = terminal.read("commitments", "list")
        assert kept["title"] == {"en": "Faster", "de": "Schneller", "nl": "Sneller"}
        assert (kept["published_on"], kept["updated_by"], kept["draft_differs"]) == ("2026-03-02", "mia", False)
        said = terminal.type("commitments", "edit", "replies", "--title", "de=Am schnellsten")
        assert "The public still reads what was published" in said
        assert "draft differs" in terminal.type("commitments", "list")
        shown = terminal.type("commitments", "show", "replies")
        assert "title.de: 'Schneller' → 'Am schnellsten'" in shown
        assert "public: since 2026-03-02" in shown
        terminal.type("commitments", "unpublish", "replies")
        assert "not public" in terminal.type("commitments", "list")
        before = world.keep_commitments.get("replies")
        assert "replies: is not public; nothing was changed." in terminal.type("commitments", "unpublish", "replies")
        assert world.keep_commitments.get("replies") == before
        assert "public: not any more; first on 2026-03-02" in terminal.type("commitments", "show", "replies")

    def test_every_single_field_has_an_option(self, terminal: Terminal, world: World) -> None:
        options = ["--did", "en=We hired", "--status", "done", "--done-on", "2026-02-20", "--theme", "slow_replies"]
        terminal.type(*ADD, *options, "--owner", "care@polder.example")
        kept = terminal.read("commitments", "show", "replies")
        wanted = {"status": "done", "done_on": "2026-02-20", "theme": "slow_replies", "owner": "care@polder.example"}
        assert {name: kept[name] for name in wanted} == wanted
        declined = ["--status", "declined", "--reason", "en=Too dear", "--decided-on", "2026-02-27"]
        assert terminal.read("commitments", "edit", "replies", *declined)["decided_on"] == "2026-02-27"
        planned = ["--status", "planned", "--planned-for", "2026-04-01"]
        assert terminal.read("commitments", "edit", "replies", *planned)["planned_for"] == "2026-04-01"

    @pytest.mark.parametrize(
        ("arguments", "reason"),
        [
            (("--title", "fr=Vite"), "--title: 'fr' is none of en, de, nl"),
            (("--title", "Vite"), "--title: 'Vite' must be LANGUAGE=TEXT"),
            (("--done-on", "31.12.2026"), "--done-on: '31.12.2026' is not a day; write it like 2026-12-31"),
            (("--planned-for", "2026-02-30"), "--planned-for: '2026-02-30' is not a day"),
            (("--status", "someday"), "status: 'someday' is none of heard"),
            (("--theme", "weather"), "theme: 'weather' is not a theme"),
            ((), "there is no terminal for an editor; use --file"),
        ],
    )
    def test_a_bad_change_names_the_field_and_changes_nothing(
        self, terminal: Terminal, arguments: tuple[str, ...], reason: str
    ) -> None:
        terminal.type(*ADD)
        before = terminal.read("commitments", "list")
        assert reason in terminal.type("commitments", "edit", "replies", *arguments, expect=1)
        assert terminal.read("commitments", "list") == before

    def test_the_same_name_twice_is_refused(self, terminal: Terminal) -> None:
        terminal.type(*ADD)
        assert "is there already" in terminal.type(*ADD, expect=1)

    def test_the_history_says_who_changed_what(self, terminal: Terminal, world: World) -> None:
        terminal.type(*ADD)
        world.clock.pass_by(days=1)
        terminal.type("commitments", "edit", "replies", "--status", "planned", "--did", "en=Soon")
        said = terminal.type("commitments", "show", "replies", "--history")
        assert "2026-03-03 10:00 edited by mia\n  did.en: (nothing) → 'Soon'\n  status: 'heard' → 'planned'" in said
        assert "2026-03-02 10:00 added by mia" in said
        history = terminal.read("commitments", "show", "replies", "--history")["history"]
        assert [one["what"] for one in history] == ["added", "edited"]
        assert history[1]["fields"][1] == {"field": "status", "before": "heard", "after": "planned"}


class TestFiles:
    def test_a_commitment_goes_to_a_file_and_comes_back_changed(
        self, terminal: Terminal, world: World, tmp_path: Path
    ) -> None:
        terminal.type(*ADD, "--owner", "care@polder.example")
        file = tmp_path / "replies.md"
        terminal.type("commitments", "show", "replies", "--file", str(file))
        said = terminal.type("commitments", "edit", "replies", "--file", str(file))
        assert "nothing is different" in said
        text = file.read_text(encoding="utf-8")
        file.write_text(text.replace("Slow replies", "# Slow\\n").replace("owner: care@polder.example", "owner:"))
        assert "is no language" in terminal.type("commitments", "edit", "replies", "--file", str(file), expect=1)
        file.write_text(text.replace("Slow replies", "Slow: very").replace("owner: care@polder.example", "owner:"))
        terminal.type("commitments", "edit", "replies", "--file", str(file))
        kept = world.keep_commitments.get("replies")
        assert (kept.heard, kept.owner) == ({"en": "Slow: very"}, "")
        terminal.type("commitments", "add", "other", "--file", str(file))
        assert world.keep_commitments.get("other").heard == kept.heard

    @pytest.mark.parametrize(
        ("text", "reason"),
        [
            ("status: done\n# en\n## Title\nx\n## You said\ny\n## We did\nz\n", "line 1: done on: what is done says"),
            ("status: soon\n", "line 1: status: 'soon' is none of heard"),
            ("# en\n## Title\n" + "x" * 121 + "\n## You said\ny", "line 2: Title (en): is 121 characters long"),
            ("theme: weather\n# en\n## Title\nx\n## You said\ny", "line 1: theme: 'weather' is not a theme"),
        ],
    )
    def test_every_mistake_is_named_with_line_field_and_reason(
        self, terminal: Terminal, world: World, tmp_path: Path, text: str, reason: str
    ) -> None:
        file = tmp_path / "a.md"
        file.write_text(text, encoding="utf-8")
        assert reason in terminal.type("commitments", "add", "a", "--file", str(file), expect=1)
        assert world.keep_commitments.list() == []

    def test_all_mistakes_are_named_at_once_as_the_file_has_them(
        self, terminal: Terminal, world: World, tmp_path: Path
    ) -> None:
        file = tmp_path / "a.md"
        head = (
            "status: done\ntheme: weather\nowner: x@elsewhere.example\nplanned for: 2026-04-01\ndone on: 2027-01-01\n"
        )
        file.write_text(f"{head}# en\n## Title\n{'x' * 121}\n## You said\n")
        said = terminal.type("commitments", "add", "a", "--file", str(file), expect=1)
        wanted = [
            "line 2: theme: 'weather' is not a theme",
            "line 3: owner: 'x@elsewhere.example' is nobody of ours",
            "line 4: planned for: is for what is planned or in progress, and this is done",
            "line 5: done on: 2027-01-01 has not come yet",
            "line 7: Title (en): is 121 characters long",
            "line 9: You said: needs a text in at least one language",
            "line 1: We did: what is done says what was done",
        ]
        assert [one for one in wanted if one not in said] == []
        assert len(said.strip().split("\n")) == len(wanted)
        # What cannot be read says nothing about what would follow from it.
        file.write_text(file.read_text().replace("status: done", "status: soon").replace("2027-01-01", "tomorrow"))
        said = terminal.type("commitments", "add", "a", "--file", str(file), expect=1)
        assert "line 1: status: 'soon' is none of" in said
        assert "line 5: done on: 'tomorrow' is not a day" in said
        assert "line 2: theme" in said
        assert "planned for" not in said
        assert "We did" not in said

    def test_what_somebody_else_wrote_is_not_replaced(self, terminal: Terminal, tmp_path: Path) -> None:
        terminal.type(*ADD)
        terminal.type("commitments", "add", "other", *ADD[3:])
        file, show = tmp_path / "notes.md", ("commitments", "show", "replies", "--file")
        file.write_text("my notes")
        assert "is not the file of replies; --yes replaces it" in terminal.type(*show, str(file), expect=1)
        assert file.read_text() == "my notes"
        terminal.type("commitments", "show", "other", "--file", str(file), "--yes")
        terminal.type(*show, str(file), expect=1)
        terminal.type(*show, str(file), "--yes")
        terminal.type(*show, str(file))
        assert "cannot be written" in terminal.type(*show, str(tmp_path / "no" / "where"), expect=1)
        terminal.type("commitments", "show", "replies", "--yes", expect=2)

    def test_what_turns_a_text_around_is_not_kept(self, terminal: Terminal, world: World) -> None:
        terminal.type(*ADD[:3], "--title", "en=Fas\u202eter\x07", "--heard", "en=Slow\u2066 replies")
        kept = world.keep_commitments.get("replies")
        assert (kept.title, kept.heard) == ({"en": "Faster"}, {"en": "Slow replies"})

    def test_a_file_and_options_do_not_go_together(self, terminal: Terminal, tmp_path: Path) -> None:
        terminal.type(*ADD, "--file", str(tmp_path / "a.md"), expect=2)
        said = terminal.type("commitments", "add", "a", "--file", str(tmp_path / "nowhere.md"), expect=1)
        assert "nowhere.md: cannot be read: No such file" in said


class TestEditor:
    @pytest.fixture
    def write(self, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Any:
        """Sit down at an editor that changes a text in some way."""
        monkeypatch.setattr(commitment_texts, "is_somebody_there", lambda: True)
        monkeypatch.setattr("sayso.cli.commitment_commands.is_somebody_there", lambda: True)
        monkeypatch.setattr("tempfile.tempdir", str(tmp_path))

        def write(old: str, new: str, *, code: int = 0) -> None:
            script = tmp_path / "editor.py"
            script.write_text(
                "import pathlib, sys\nfile = pathlib.Path(sys.argv[-1])\n"
                f"file.write_text(file.read_text('utf-8').replace({old!r}, {new!r}), 'utf-8')\nsys.exit({code})\n"
            )
            monkeypatch.delenv("VISUAL", raising=False)
            monkeypatch.setenv("EDITOR", f"{sys.executable} '{script}'")

        return write

    def left(self, tmp_path: Path) -> list[Path]:
        return list(tmp_path.rglob("*.md"))

    def test_what_is_written_there_is_kept(self, terminal: Terminal, world: World, write: Any, tmp_path: Path) -> None:
        terminal.type(*ADD)
        write("Slow replies", "Zoë waits: too long")
        terminal.type("commitments", "edit", "replies")
        assert world.keep_commitments.get("replies").heard == {"en": "Zoë waits: too long"}
        assert self.left(tmp_path) == []

    def test_one_can_be_begun_there(self, terminal: Terminal, world: World, write: Any, tmp_path: Path) -> None:
        write("## Title\n", "## Title\nNew\n## You said\nSo much\n# xx\n")
        said = terminal.type("commitments", "add", "new", expect=1)
        assert "is no language" in said
        write("# English (en)\n\n## Title\n\n\n## You said\n", "# English (en)\n\n## Title\nNew\n## You said\nSo much")
        terminal.type("commitments", "add", "new")
        assert world.keep_commitments.get("new").title == {"en": "New"}

    def test_nothing_written_is_nothing_changed(
        self, terminal: Terminal, world: World, write: Any, tmp_path: Path
    ) -> None:
        terminal.type(*ADD)
        write("x" * 99, "")
        assert "nothing is different" in terminal.type("commitments", "edit", "replies")
        assert "nothing was added" in terminal.type("commitments", "add", "b", expect=1)
        assert len(world.items.written) == 1
        assert self.left(tmp_path) == []

    @pytest.mark.parametrize(
        ("new", "code", "reason"),
        [("x" * 1001, 0, "You said (en): is 1,001 characters long"), ("y", 3, "ended with 3")],
    )
    def test_what_is_refused_is_not_lost(
        self, terminal: Terminal, world: World, write: Any, tmp_path: Path, new: str, code: int, reason: str
    ) -> None:
        terminal.type(*ADD)
        write("Slow replies", new, code=code)
        said = terminal.type("commitments", "edit", "replies", expect=1)
        assert reason in said
        (kept,) = self.left(tmp_path)
        assert f"sayso commitments edit replies --file {kept}" in said
        assert new in kept.read_text(encoding="utf-8")
        assert world.keep_commitments.get("replies").heard == {"en": "Slow replies"}

    def test_what_somebody_else_changed_meanwhile_is_not_overwritten(
        self, terminal: Terminal, world: World, write: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        terminal.type(*ADD)
        write("Slow replies", "Mine")
        read = commitment_texts.Editing.read

        def slowly(editing: Any, check: Any) -> Any:
            world.keep_commitments.edit("replies", {"heard": {"en": "Theirs"}}, "ben")
            return read(editing, check)

        monkeypatch.setattr(commitment_texts.Editing, "read", slowly)
        assert "was changed by ben meanwhile" in terminal.type("commitments", "edit", "replies", expect=1)
        assert world.keep_commitments.get("replies").heard == {"en": "Theirs"}
        assert len(self.left(tmp_path)) == 1

    def test_a_name_that_cannot_be_is_refused_before_anything_is_written(
        self, terminal: Terminal, write: Any, tmp_path: Path
    ) -> None:
        terminal.type(*ADD)
        write("## Title", "## Title\nwritten for nothing")
        assert "is there already" in terminal.type("commitments", "add", "replies", expect=1)
        assert "write a short name" in terminal.type("commitments", "add", "../../x", expect=1)
        assert self.left(tmp_path) == []

    def test_what_is_written_while_the_table_is_away_is_not_lost(
        self, terminal: Terminal, world: World, write: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        terminal.type(*ADD)
        write("Slow replies", "Precious")

        def away(*_: Any, **__: Any) -> None:
            raise RuntimeError("no table")

        monkeypatch.setattr(type(world.keep_commitments), "edit", away)
        monkeypatch.setattr(sys, "argv", ["sayso", "commitments", "edit", "replies"])
        with pytest.raises(RuntimeError, match="no table"):
            main.main()
        (kept,) = self.left(tmp_path)
        assert "Precious" in kept.read_text(encoding="utf-8")

    def test_an_editor_there_is_not_is_named(
        self, terminal: Terminal, write: Any, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        terminal.type(*ADD)
        monkeypatch.setenv("EDITOR", "no-such-editor-here")
        assert "'no-such-editor-here' cannot be started" in terminal.type("commitments", "edit", "replies", expect=1)


class TestLinks:
    def link(self, world: World, *scores: int) -> list[Response]:
        return [answered(world, number, score) for number, score in enumerate(scores)]

    def test_a_theme_is_shown_first_and_linked_after_a_yes(
        self, terminal: Terminal, world: World, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        terminal.type(*ADD)
        answers = self.link(world, 3, 3, 9)
        command = ("commitments", "link", "replies", "--theme", "slow_replies")
        monkeypatch.setattr("typer.confirm", lambda *_, **__: (_ for _ in ()).throw(SystemExit(1)))
        said = terminal.type(*command, expect=1)
        assert "2 answers filed under slow_replies since 2025-03-02, of 2 contacts; 2 of them are not behind" in said
        assert said.index(answer_id(answers[0].reference)) < said.index("2 answers filed under")
        assert answer_id(answers[2].reference) not in said
        assert "Left out: 1 of promoters, who asked for nothing (--all-scores takes them too)." in said
        assert world.keep_commitments.get("replies").voices == 0
        monkeypatch.setattr("typer.confirm", lambda *_, **__: True)
        assert "replies: 2 contacts behind it, 2 more than before." in terminal.type(*command)
        assert "Nothing to link" in terminal.type(*command)
        done = terminal.read(*command, "--all-scores", "--since", "2026-01-01", "--yes")
        assert (done["moved"], done["voices"], len(done["answers"])) == (1, 3, 1)
        assert "asked by: 3 contacts of linked answers" in terminal.type("commitments", "show", "replies")

    def test_single_answers_are_linked_and_taken_away(self, terminal: Terminal, world: World) -> None:
        terminal.type(*ADD)
        first, second = (answer_id(one.reference) for one in self.link(world, 9, 3))
        terminal.type("commitments", "link", "replies", first, second, "--yes")
        said = terminal.type("commitments", "unlink", "replies", first, "--yes")
        assert "replies: 1 contact behind it, 1 fewer than before." in said
        assert terminal.read("commitments", "unlink", "replies", "--all", "--yes")["voices"] == 0
        assert "there is no answer 'nope'" in terminal.type("commitments", "link", "replies", "nope", expect=1)

    def test_what_people_wrote_is_read_before_it_is_linked(self, terminal: Terminal, world: World) -> None:
        terminal.type(*ADD)
        person = world.add_contact(name="Anna Jansen")
        world.answer(world.asked(person), 3, why="Much too slow. " + "x" * 99, better="Answer\n\u202eme")
        world.run()
        (mine,) = world.responses.confirmed_between(world.clock().date(), world.clock().date())
        world.file_answers.file([mine.reference], ["slow_replies"], "mia")
        said = terminal.type("commitments", "link", "replies", "--theme", "slow_replies", "--yes")
        assert f"{answer_id(mine.reference)}  3      Anna Jansen  Much too slow. xxx" in said
        assert "x" * 66 not in said
        shown = terminal.type("commitments", "show", "replies", "--answers")
        assert "Much too slow" in shown
        assert "2026-03-02 10:00  mia" in shown
        (told,) = terminal.read("commitments", "show", "replies", "--answers")["answers"]
        wanted = {"id": answer_id(mine.reference), "score": 3, "survey": mine.survey, "linked_by": "mia"}
        assert {name: told[name] for name in wanted} == wanted
        assert told["linked_at"].startswith("2026-03-02T09:00:00")
        terminal.type("commitments", "unlink", "replies", told["id"], "--yes")
        assert "No answers are linked to it." in terminal.type("commitments", "show", "replies", "--answers")

    def test_of_many_the_first_are_shown_and_how_many_more(self, terminal: Terminal, world: World) -> None:
        terminal.type(*ADD)
        self.link(world, *[3] * 33)
        said = terminal.type("commitments", "link", "replies", "--theme", "slow_replies", "--yes")
        assert "and 3 more\n" in said
        assert said.count("(erased)") == 30  # they are no contacts of this list

    @pytest.mark.parametrize(
        "arguments",
        [
            ("link", "replies"),
            ("link", "replies", "abc", "--theme", "slow_replies"),
            ("link", "replies", "abc", "--since", "2026-01-01"),
            ("unlink", "replies"),
            ("unlink", "replies", "abc", "--all"),
        ],
    )
    def test_what_does_not_go_together_is_wrong_use(self, terminal: Terminal, arguments: tuple[str, ...]) -> None:
        terminal.type(*ADD)
        terminal.type("commitments", *arguments, expect=2)

    def test_a_machine_says_yes_beforehand(self, terminal: Terminal, world: World) -> None:
        terminal.type(*ADD)
        self.link(world, 3)
        terminal.type("commitments", "link", "replies", "--theme", "slow_replies", "--json", expect=2)
        assert world.keep_commitments.get("replies").voices == 0

    def test_who_is_behind_what_is_public_is_a_reason_to_look_at_the_page(
        self, terminal: Terminal, world: World
    ) -> None:
        texts = [f"--{name}={code}=x" for name in ("title", "heard") for code in ("de", "nl")]
        terminal.type(*ADD, *texts)
        self.link(world, 3)
        command = ("commitments", "link", "replies", "--theme", "slow_replies", "--yes")
        terminal.type(*command)
        assert world.queue("PAGE").take_all() == []
        terminal.type("commitments", "publish", "replies")
        terminal.type("commitments", "unlink", "replies", "--all", "--yes")
        assert len(world.queue("PAGE").take_all()) == 1
        terminal.type(*command)
        assert len(world.queue("PAGE").take_all()) == 0  # one a moment


class TestRemoving:
    def test_what_was_never_public_goes_with_its_links_and_its_history(
        self, terminal: Terminal, world: World, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        terminal.type(*ADD)
        terminal.type("commitments", "edit", "replies", "--theme", "slow_replies")
        for number in range(3):
            answered(world, number)
        terminal.type("commitments", "link", "replies", "--theme", "slow_replies", "--yes")
        remove = ("commitments", "remove", "replies")
        terminal.type(*remove, "--json", expect=2)
        asked: list[str] = []
        monkeypatch.setattr("typer.confirm", lambda question, **_: bool(asked.append(question)))
        assert "Nothing was changed." in terminal.type(*remove, expect=1)
        assert "the links of 3 contacts" in asked[0]
        assert world.keep_commitments.get("replies").voices == 3
        assert terminal.read(*remove, "--yes") == {"id": "replies", "removed": True, "voices": 3}
        assert world.keep_commitments.list() == []
        assert list(world.items.query("COMMITMENT#replies")) == []
        assert world.commitment_links.of_contact("c1") == []
        assert "there is no commitment 'replies'" in terminal.type(*remove, "--yes", expect=1)
        terminal.type(*ADD)  # the name is free again
        terminal.type("commitments", "edit", "replies", "--theme", "slow_replies")

    def test_what_was_public_stays_and_the_refusal_says_what_to_do(self, terminal: Terminal, world: World) -> None:
        texts = [f"--{name}={code}=x" for name in ("title", "heard") for code in ("de", "nl")]
        terminal.type(*ADD, *texts)
        terminal.type("commitments", "publish", "replies")
        remove = ("commitments", "remove", "replies", "--yes")
        assert "sayso commitments unpublish replies" in terminal.type(*remove, expect=1)
        terminal.type("commitments", "unpublish", "replies")
        assert "was public on 2026-03-02, so it stays on record" in terminal.type(*remove, expect=1)
        assert world.keep_commitments.get("replies")

    def test_whoever_changes_it_meanwhile_keeps_it(self, terminal: Terminal, world: World) -> None:
        terminal.type(*ADD)
        known = world.keep_commitments.get("replies")
        world.keep_commitments.edit("replies", {"heard": {"en": "Other"}}, "ben")
        with pytest.raises(ConflictError):
            world.commitments.remove(known)
        assert world.keep_commitments.get("replies").heard == {"en": "Other"}
        assert len(world.commitments.versions("replies")) == 1

    def test_a_long_history_goes_too(self, terminal: Terminal, world: World) -> None:
        terminal.type(*ADD)
        for number in range(120):
            world.keep_commitments.edit("replies", {"heard": {"en": f"Slow {number}"}}, "ben")
        terminal.type("commitments", "remove", "replies", "--yes")
        assert list(world.items.query("COMMITMENT#replies")) == []

    def test_what_was_never_public_is_listed_last(self, terminal: Terminal, world: World) -> None:
        texts = [f"--{name}={code}=x" for name in ("title", "heard") for code in ("de", "nl")]
        terminal.type(*ADD, *texts)
        terminal.type("commitments", "publish", "replies")
        world.clock.pass_by(days=1)
        terminal.type("commitments", "add", "later", *ADD[3:])
        assert [one["commitment_id"] for one in terminal.read("commitments", "list")] == ["replies", "later"]


class TestQuotes:
    def test_an_answer_is_found_quoted_listed_and_its_quote_removed(self, terminal: Terminal, world: World) -> None:
        person = world.add_contact(name="Anna Jansen", owner_email="otto@polder.example")
        world.answer(world.asked(person), 9, why=WHY, quote=True)
        world.run()
        world.queue("PAGE").take_all()
        (candidate,) = terminal.read("quotes", "candidates")
        assert (candidate["name"], candidate["why"], candidate["quotes"]) == ("Anna Jansen", WHY, [])
        assert "Anna Jansen" in terminal.type("quotes", "candidates")
        add = ("quotes", "add", candidate["answer"])
        assert "'Otto' is the name of one of our people; write […]" in terminal.type(
            *add, "--text", "Otto from support called me back", expect=1
        )
        made = terminal.read(*add, "--text", FAST, "--translation", "nl=Snel.", "--language", "en")
        assert (made["text"], made["chosen_by"]) == ({"en": FAST, "nl": "Snel."}, "mia")
        assert person.contact_id not in str(made)
        assert len(world.queue("PAGE").take_all()) == 1
        (listed,) = terminal.read("quotes", "list")
        assert listed["may_be_shown"] is True
        assert "yes" in terminal.type("quotes", "list")
        world.clock.pass_by(minutes=1)
        terminal.type("quotes", "remove", made["quote_id"])
        assert "No quotes" in terminal.type("quotes", "list")
        assert len(world.queue("PAGE").take_all()) == 1

    def test_a_contact_list_that_takes_long_tells_how_far_it_is(
        self, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        moments = iter([0, 0.5, 1.1, 1.1, 2.0])
        monkeypatch.setattr(quote_commands, "time", SimpleNamespace(monotonic=lambda: next(moments)))
        people = [contact(), contact(), contact()]
        assert list(quote_commands._telling(people)) == people
        told = capsys.readouterr()
        assert told.out == ""  # what was asked for may be JSON
        assert told.err == "Looking for names of the contact list: 2 contacts so far.\n"

    def test_whatever_somebody_wrote_is_shown_as_they_wrote_it(self, terminal: Terminal, world: World) -> None:
        words = "[/bold] {x} [red]cheap[/red] […] <b>"
        world.answer(world.asked(world.add_contact()), 9, why=words, quote=True)
        world.run()
        (candidate,) = terminal.read("quotes", "candidates")
        assert words in terminal.type("quotes", "candidates")
        terminal.type("quotes", "add", candidate["answer"], "--text", "[red]cheap[/red]")
        assert "[red]cheap[/red]" in terminal.type("quotes", "list")

    @pytest.mark.parametrize(
        ("arguments", "reason"),
        [
            (("remove", "nope"), "there is no quote 'nope'"),
            (("add", "nope", "--text", "x"), "there is no answer 'nope'"),
            (("add", "nope", "--text", "x", "--language", "fr"), "--language: 'fr' is none of en, de, nl"),
            (("add", "nope", "--text", "x", "--translation", "x"), "must be LANGUAGE=TEXT"),
        ],
    )
    def test_what_cannot_be_is_refused(self, terminal: Terminal, arguments: tuple[str, ...], reason: str) -> None:
        assert reason in terminal.type("quotes", *arguments, expect=1)
