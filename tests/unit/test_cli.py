"""The operator's door: what a person types, what they read, and the exit code a script gets."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from sayso.adapters.programme_file import PROGRAMME_FILE
from sayso.cli import (
    commitment_commands,
    contact_commands,
    follow_up_commands,
    main,
    number_commands,
    sending_commands,
    show,
    target,
)
from sayso.cli.contact_commands import read_rows
from sayso.domain.errors import InvalidInputError
from tests.builders import World

OUTPUTS = {"SiteUrl": "https://feedback.example", "BusName": "bus"}
DOORS = (commitment_commands, contact_commands, follow_up_commands, number_commands, sending_commands)

COMMANDS = ["up", "down", "status", "outbox", "dispatch", "stats", "verify", "publish", "check", "demo"]
COMMANDS += ["import contacts", "ticket solved", "ticket closed", "ticket reopened"]
COMMANDS += [f"follow-ups {name}" for name in ("list", "contact", "close")]
COMMANDS += [f"commitments {name}" for name in ("add", "edit", "publish", "list")]


class Terminal:
    """Types a command; keeps what it said and its exit code."""

    def __init__(self, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
        self._capsys, self._monkeypatch = capsys, monkeypatch

    def type(self, *arguments: str, expect: int = 0) -> str:
        self._monkeypatch.setattr(sys, "argv", ["sayso", *arguments])
        with pytest.raises(SystemExit) as ended:
            main.main()
        said = self._capsys.readouterr()
        assert (ended.value.code or 0) == expect, said.out + said.err
        return said.out + said.err

    def read(self, *arguments: str, expect: int = 0) -> Any:
        return json.loads(self.type(*arguments, "--json", expect=expect))


@pytest.fixture
def terminal(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Terminal:
    monkeypatch.setattr(show, "console", show.Console(highlight=False, soft_wrap=True, width=200))
    return Terminal(capsys, monkeypatch)


@pytest.fixture
def world(monkeypatch: pytest.MonkeyPatch) -> World:
    world = World()
    for door in DOORS:
        monkeypatch.setattr(door, "find", lambda _: SimpleNamespace(outputs=OUTPUTS, wiring=lambda: world))
    return world


def test_every_command_explains_itself(terminal: Terminal) -> None:
    for command in COMMANDS:
        assert "Usage:" in terminal.type(*command.split(), "--help")


def test_every_command_answers_machines_too(terminal: Terminal) -> None:
    for command in COMMANDS:
        if command != "demo":
            assert "--json" in terminal.type(*command.split(), "--help"), command


def test_every_command_that_needs_a_stack_takes_one_by_name(terminal: Terminal) -> None:
    for command in COMMANDS:
        if command not in ("up", "down", "outbox", "check", "demo"):
            assert "--stack" in terminal.type(*command.split(), "--help"), command


def test_wrong_use_is_exit_code_2(terminal: Terminal) -> None:
    terminal.type("dispatch", expect=2)
    terminal.type("nonsense", expect=2)
    terminal.type("stats", "--nonsense", expect=2)


def test_without_a_stack_it_says_how_to_start_one(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("SAYSO_STATE_DIR", str(tmp_path))
    for command in ("stats", "outbox", "status"):
        assert "sayso up" in terminal.type(command, expect=1)


class TestCheck:
    def test_the_example_is_right(self, terminal: Terminal) -> None:
        assert "is right" in terminal.type("check")
        assert terminal.read("check")["ok"] is True

    def test_every_mistake_is_named_with_line_field_and_reason(self, terminal: Terminal, tmp_path: Path) -> None:
        file = tmp_path / "programme.yaml"
        text = PROGRAMME_FILE.read_text(encoding="utf-8")
        file.write_text(text.replace("after: 50 days", "after: soon").replace("Europe/Amsterdam", "Mars/Base"))
        said = terminal.type("check", str(file), expect=1)
        assert "company.timezone: 'Mars/Base' is not a time zone" in said
        assert "surveys.day50.after: write a number and a unit" in said
        mistakes = terminal.read("check", str(file), expect=1)["mistakes"]
        lines = file.read_text(encoding="utf-8").splitlines()
        assert [("Mars" in lines[mistake["line"] - 1]) for mistake in mistakes] == [True, False]


class TestReadingAContactList:
    def file(self, tmp_path: Path, content: bytes) -> Path:
        file = tmp_path / "list.csv"
        file.write_bytes(content)
        return file

    @pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"], ids=["plain", "with BOM"])
    @pytest.mark.parametrize("separator", [b",", b";"])
    def test_commas_semicolons_and_a_bom_read_the_same(self, tmp_path: Path, mark: bytes, separator: bytes) -> None:
        lines = [b"contact_id,email,account".replace(b",", separator), b"1,a@b.example,Acme".replace(b",", separator)]
        header, rows = read_rows(self.file(tmp_path, mark + b"\r\n".join(lines)))
        assert header == ["contact_id", "email", "account"]
        assert rows == [(2, {"contact_id": "1", "email": "a@b.example", "account": "Acme"})]

    def test_a_quoted_field_may_hold_separators_quotes_and_line_breaks(self, tmp_path: Path) -> None:
        content = 'contact_id,email,account\n1,a@b.example,"Acme, ""the""\nreal one"\n\n2,c@d.example,Müller\n'
        _, rows = read_rows(self.file(tmp_path, content.encode()))
        assert [(line, row["account"]) for line, row in rows] == [(2, 'Acme, "the"\nreal one'), (5, "Müller")]

    def test_a_short_row_has_empty_fields(self, tmp_path: Path) -> None:
        _, rows = read_rows(self.file(tmp_path, b"contact_id,email,account,name\n1,a@b.example,Acme\n"))
        assert rows[0][1]["name"] == ""

    def test_what_is_not_utf8_says_how_to_save_it(self, tmp_path: Path) -> None:
        with pytest.raises(InvalidInputError, match="CSV UTF-8"):
            read_rows(self.file(tmp_path, "contact_id,email,account\n1,a@b.example,Müller".encode("latin-1")))

    @pytest.mark.parametrize("content", [b"", b"email,account\n", b"contact_id|email|account\n"])
    def test_a_missing_column_is_named(self, tmp_path: Path, content: bytes) -> None:
        with pytest.raises(InvalidInputError, match="has no column 'contact_id'"):
            read_rows(self.file(tmp_path, content))


def test_a_row_with_too_many_cells_is_not_taken_for_another(tmp_path: Path) -> None:
    file = tmp_path / "list.csv"
    file.write_text("contact_id,email,account,name\n1,jo@x.example,Acme, Inc.,Jo Bakker\n2,al@x.example,Acme,Al,,\n")
    _, ((_, first), (_, second)) = read_rows(file)
    ((result,), (kept,)) = ([*World().import_contacts.run([(2, row)])] for row in (first, second))
    assert (result.outcome, result.field) == ("rejected", "row")
    assert "Jo Bakker" in result.reason
    assert kept.outcome == "added"


def test_only_line_breaks_break_lines(tmp_path: Path) -> None:
    file = tmp_path / "list.csv"
    file.write_bytes("contact_id,email,account\n1,a@b.example,One\u2028Two\x0bThree\n".encode())
    _, rows = read_rows(file)
    assert [row["account"] for _, row in rows] == ["One\u2028Two\x0bThree"]


class TestImport:
    LIST = (
        "contact_id,email,account,account_since,segment:plan,shoe size\n"
        "1,a@b.example,Acme,2026-01-05,gold,44\n"
        "2,nobody,Acme,,,\n"
        "3,c@d.example,,,,\n"
        "1,e@f.example,Acme,,,\n"
    )

    def test_good_rows_go_in_and_bad_ones_are_named_and_kept(
        self, terminal: Terminal, world: World, tmp_path: Path
    ) -> None:
        file = tmp_path / "list.csv"
        file.write_text(self.LIST)
        said = terminal.type("import", "contacts", str(file), expect=1)
        assert "1 added, 0 changed, 0 unchanged, 3 rejected" in said
        assert "line 3: email: is not an e-mail address" in said
        assert "line 4: account: is empty" in said
        assert "line 5: contact_id: '1' is in line 2 already" in said
        assert "Columns not used: shoe size." in said
        rejects = (tmp_path / "rejects-list.csv").read_text()
        assert rejects.splitlines()[1].startswith("2,nobody,Acme")
        assert "is not an e-mail address" in rejects
        kept = world.contacts.by_external_ids(["1"])["1"]
        assert kept.segments == {"plan": "gold"}

    def test_the_same_list_again_changes_nothing(self, terminal: Terminal, world: World, tmp_path: Path) -> None:
        file = tmp_path / "list.csv"
        file.write_text("\n".join(self.LIST.splitlines()[:2]))
        assert terminal.read("import", "contacts", str(file))["added"] == 1
        before = len(world.items.written)
        answer = terminal.read("import", "contacts", str(file))
        assert answer["unchanged"] == 1
        assert len(world.items.written) == before

    def test_mended_rejects_leave_no_rejects_behind(self, terminal: Terminal, world: World, tmp_path: Path) -> None:
        file = tmp_path / "list.csv"
        file.write_text("contact_id,email,account\n2,nobody,Acme\n")
        terminal.type("import", "contacts", str(file), expect=1)
        file.write_text("contact_id,email,account\n2,no@body.example,Acme\n")
        terminal.type("import", "contacts", str(file))
        assert not (tmp_path / "rejects-list.csv").exists()


class TestNumbers:
    def test_an_empty_programme_says_so(self, terminal: Terminal, world: World) -> None:
        assert "No confirmed answers yet." in terminal.type("stats")
        assert terminal.read("stats")["headline"]["nps"] is None
        assert "Exact" in terminal.type("verify")

    def test_a_score_comes_with_its_interval_n_and_coverage(self, terminal: Terminal, world: World) -> None:
        for number, score in enumerate((10, 9, 8, 3)):
            person = world.add_contact(contact_id=str(number), email=f"p{number}@b.example", account_since="2026-03-01")
            world.answer(world.asked(person), score)
        world.run()
        said = terminal.type("stats")
        assert "+25 · likely between" in said
        assert "4 answers, which is few" in said
        assert "4 of 4 answered" in said
        assert terminal.read("verify")["exact"] is True

    def test_drift_is_named_and_is_exit_code_1(self, terminal: Terminal, world: World) -> None:
        person = world.add_contact(account_since="2026-03-01")
        world.answer(world.asked(person), 9)
        world.run()
        key = next(key for key in world.items._kept if key.sk.startswith("A#"))
        item = world.items.get(key)
        assert item
        from sayso.adapters.items import Put

        world.items.write(Put({**item, "s9": 2}))
        assert "is off by +1" in terminal.type("verify", expect=1)


class TestDispatch:
    def test_an_unknown_survey_names_those_there_are(self, terminal: Terminal, world: World) -> None:
        assert "day50, annual, ticket" in terminal.type("dispatch", "day51", expect=1)

    def test_a_time_without_a_zone_is_refused(self, terminal: Terminal, world: World) -> None:
        assert "time zone" in terminal.type("dispatch", "day50", "--at", "2026-03-01T09:00:00", expect=1)

    def test_the_given_time_decides_what_is_due(self, terminal: Terminal, world: World) -> None:
        world.add_contact(account_since="2026-02-20")
        assert terminal.read("dispatch", "day50")["handed_on"] == 0
        assert terminal.read("dispatch", "day50", "--at", "2026-05-01T09:00:00Z")["handed_on"] == 1


class TestTicket:
    def test_a_wrong_address_is_named(self, terminal: Terminal, world: World) -> None:
        said = terminal.type("ticket", "solved", "4711", "--email", "nobody", expect=1)
        assert "requester_email" in said


class TestFollowUps:
    def test_a_case_is_listed_contacted_and_closed(self, terminal: Terminal, world: World) -> None:
        assert "Nobody waits" in terminal.type("follow-ups", "list")
        person = world.add_contact(name="Anna Jansen", account_since="2026-03-01")
        world.answer(world.asked(person), 3)
        world.run()
        (case,) = terminal.read("follow-ups", "list")
        assert "Anna Jansen" in terminal.type("follow-ups", "list")
        assert terminal.read("follow-ups", "list", "--late") == []
        terminal.type("follow-ups", "contact", case["follow_up_id"], "--note", "Called")
        assert "say what was wrong" in terminal.type(
            "follow-ups", "close", case["follow_up_id"], "--note", " ", expect=1
        )
        terminal.type("follow-ups", "close", case["follow_up_id"], "--note", "A named contact from now on")
        assert terminal.read("follow-ups", "list") == []
        (closed,) = terminal.read("follow-ups", "list", "--closed")
        assert [change["what"] for change in closed["changes"]] == ["opened", "contacted", "closed"]

    def test_an_unknown_case_says_where_to_look(self, terminal: Terminal, world: World) -> None:
        assert "follow-ups list" in terminal.type("follow-ups", "contact", "nope", expect=1)


class TestCommitments:
    ADD = ("commitments", "add", "replies", "--title", "en=Faster", "--heard", "en=Slow replies")

    def test_it_is_added_edited_published_and_listed(self, terminal: Terminal, world: World) -> None:
        terminal.type(*self.ADD)
        assert "title.de: has no text" in terminal.type("commitments", "publish", "replies", expect=1)
        texts = ["--title", "de=Schneller", "--title", "nl=Sneller", "--heard", "de=Langsam", "--heard", "nl=Traag"]
        terminal.type("commitments", "edit", "replies", *texts)
        terminal.type("commitments", "publish", "replies")
        (kept,) = terminal.read("commitments", "list")
        assert kept["title"] == {"en": "Faster", "de": "Schneller", "nl": "Sneller"}
        assert kept["published_on"]
        assert len(world.queue("PAGE").take_all()) == 1

    @pytest.mark.parametrize(
        ("arguments", "reason"),
        [
            (("--title", "fr=Vite"), "must be LANGUAGE=TEXT"),
            (("--status", "someday"), "status"),
            ((), "nothing to change was given"),
        ],
    )
    def test_a_bad_change_names_the_field_and_changes_nothing(
        self, terminal: Terminal, world: World, arguments: tuple[str, ...], reason: str
    ) -> None:
        terminal.type(*self.ADD)
        before = terminal.read("commitments", "list")
        assert reason in terminal.type("commitments", "edit", "replies", *arguments, expect=1)
        assert terminal.read("commitments", "list") == before

    def test_the_same_name_twice_is_refused(self, terminal: Terminal, world: World) -> None:
        terminal.type(*self.ADD)
        assert "is there already" in terminal.type(*self.ADD, expect=1)


class TestPublish:
    def test_nothing_is_public_before_somebody_approves(self, terminal: Terminal, world: World, tmp_path: Path) -> None:
        assert "Nothing is public yet" in terminal.type("publish")
        terminal.type("publish", "--preview", str(tmp_path))
        page = (tmp_path / "page" / "index.html").read_text(encoding="utf-8")
        assert 'href="page.css"' in page
        assert 'href="/page/' not in page
        assert (tmp_path / "page" / "page.css").exists()
        assert world.site.files == {}
        assert "Edition 1 is public" in terminal.type("publish", "--approve")
        assert "page/index.html" in world.site.files
        assert "up to date" in terminal.type("publish")


def test_a_stack_that_is_not_ours_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    client = SimpleNamespace(describe_stacks=lambda **_: {"Stacks": [{"Outputs": []}]})
    monkeypatch.setattr(target.boto3, "client", lambda _: client)
    with pytest.raises(Exception, match="not Sayso's"):
        target.find("other")
