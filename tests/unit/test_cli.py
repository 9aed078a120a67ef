"""The operator's door: what a person types, what they read, and the exit code a script gets."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from datetime import UTC, datetime
from io import StringIO
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from botocore.exceptions import NoRegionError

from sayso.adapters.programme_file import PROGRAMME_FILE
from sayso.cli import (
    account_stats,
    answer_commands,
    commitment_commands,
    contact_commands,
    count_commands,
    digest_commands,
    event_commands,
    follow_up_commands,
    hook_commands,
    main,
    outbox,
    review_commands,
    review_pack_command,
    rhythm_commands,
    sending_commands,
    show,
    stats_commands,
    target,
    theme_commands,
    theme_refile,
    why_commands,
)
from sayso.cli.contact_commands import read_rows
from sayso.domain.errors import InvalidInputError
from sayso.domain.sending import Hold
from sayso.domain.signatures import check_secret
from sayso.domain.tickets import TicketEvent
from sayso.domain.touchpoints import TouchpointEvent
from sayso.handlers import edge, hooks
from tests.builders import MONDAY, THROUGH_CLOUDFRONT, World, programme
from tests.fakes import FakeBus

OUTPUTS = {"SiteUrl": "https://feedback.example", "BusName": "bus"}
DOORS = (
    account_stats,
    answer_commands,
    commitment_commands,
    contact_commands,
    count_commands,
    digest_commands,
    event_commands,
    follow_up_commands,
    hook_commands,
    review_commands,
    review_pack_command,
    rhythm_commands,
    sending_commands,
    stats_commands,
    theme_commands,
    theme_refile,
    why_commands,
)

COMMANDS = ["up", "down", "status", "outbox", "dispatch", "stats", "verify", "rebuild", "publish", "check", "demo"]
COMMANDS += ["import contacts", "import responses", "export responses"]
COMMANDS += ["ticket solved", "ticket closed", "ticket reopened", "touchpoint reached"]
COMMANDS += [f"stats {name}" for name in ("drivers", "needed", "accounts")]
COMMANDS += [f"staff {name}" for name in ("add", "list", "role", "remove", "reset")]
COMMANDS += ["why", "due", "kick-off", "replan", "digest weekly", "digest monthly"]
COMMANDS += [f"hooks {name}" for name in ("list", "set", "test")]
COMMANDS += [f"channels {name}" for name in ("list", "set", "remove", "test")]
COMMANDS += [f"keys {name}" for name in ("list", "rotate", "retire")]
COMMANDS += [
    f"follow-ups {name}" for name in ("list", "show", "contact", "note", "close", "reopen", "assign", "report")
]
COMMANDS += ["answers"] + [f"answers {name}" for name in ("list", "show", "accept", "reject")]
COMMANDS += ["themes"]
COMMANDS += [f"themes {name}" for name in ("list", "show", "suggestions", "accept", "reject", "file", "refile")]
COMMANDS += [f"review {name}" for name in ("due", "list", "record", "send", "pack")]
COMMANDS += [
    f"commitments {name}" for name in ("add", "edit", "show", "link", "unlink", "publish", "unpublish", "list")
]
COMMANDS += [f"commitments {name}" for name in ("notify", "notified", "remove")]
COMMANDS += [f"quotes {name}" for name in ("candidates", "add", "remove", "list")]
COMMANDS += ["hold", "holds", "pause", "resume", "doctor"]
COMMANDS += [f"suppress {name}" for name in ("add", "remove", "list")]
COMMANDS += [f"contact {name}" for name in ("list", "show", "export", "erase")]


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


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself_answers_machines_and_takes_a_stack_by_name(
    terminal: Terminal, command: str
) -> None:
    told = terminal.type(*command.split(), "--help")
    assert "Usage:" in told
    assert ("--json" in told) is (command != "demo")
    assert "--stack" in told or command in ("up", "down", "outbox", "check", "demo")


def test_wrong_use_is_exit_code_2(terminal: Terminal) -> None:
    terminal.type("dispatch", expect=2)
    terminal.type("nonsense", expect=2)
    terminal.type("stats", "--nonsense", expect=2)


def test_the_installed_command_starts(tmp_path: Path) -> None:
    command = Path(sys.executable).with_name("sayso")
    nowhere = {**os.environ, "SAYSO_STATE_DIR": str(tmp_path)}
    done = subprocess.run([command, "outbox"], env=nowhere, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (1, "")
    assert "sayso up" in done.stderr


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

    def test_a_touch_point_that_does_not_say_what_it_asks_about_is_a_hint_and_no_mistake(
        self, terminal: Terminal, tmp_path: Path
    ) -> None:
        file = tmp_path / "programme.yaml"
        added = "surveys:\n  delivered:\n    event: touchpoint\n    question: {en: How was it?, nl: Hoe was het?}\n"
        file.write_text(PROGRAMME_FILE.read_text(encoding="utf-8").replace("surveys:\n", added))
        said = terminal.type("check", str(file))
        assert "is right" in said
        assert "Hint: surveys.delivered.question: has no text in de, and" in said
        (hint,) = terminal.read("check", str(file))["hints"]
        assert "surveys.delivered" in hint
        whole = tmp_path / "whole.yaml"
        whole.write_text(file.read_text(encoding="utf-8").replace("nl: Hoe", "de: Wie war es?, nl: Hoe"))
        assert "Hint" not in terminal.type("check", str(whole))

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
        assert "line 4: account: is empty" in said
        assert "line 3: email: 'nobody' is not an e-mail address" in said
        assert (
            "line 5: contact_id: '1' is in line 2 already; give it an id of its own, or remove one of the two lines"
            in said
        )
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

    def test_a_check_says_what_would_change_and_writes_nothing(
        self, terminal: Terminal, world: World, tmp_path: Path
    ) -> None:
        file = tmp_path / "list.csv"
        file.write_text(self.LIST)
        said = terminal.type("import", "contacts", str(file), "--check", expect=1)
        assert "Contacts, would be: 1 added, 0 changed, 0 unchanged, 3 rejected." in said
        assert "line 4: account: is empty" in said
        assert "Nothing was written" in said
        assert not world.items.written
        assert [one.name for one in tmp_path.iterdir()] == ["list.csv"]
        terminal.type("import", "contacts", str(file), expect=1)
        file.write_text("\n".join(self.LIST.replace("gold", "silver").splitlines()[:2]))
        assert "Columns that would change: segments (1)." in terminal.type("import", "contacts", str(file), "--check")
        answer = terminal.read("import", "contacts", str(file), "--check")
        assert (answer["changed"], answer["changed_columns"], answer["checked_only"]) == (1, {"segments": 1}, True)
        assert world.contacts.by_external_ids(["1"])["1"].segments == {"plan": "gold"}

    def test_mended_rejects_leave_no_rejects_behind(self, terminal: Terminal, world: World, tmp_path: Path) -> None:
        file = tmp_path / "list.csv"
        file.write_text("contact_id,email,account\n2,nobody,Acme\n")
        terminal.type("import", "contacts", str(file), expect=1)
        file.write_text("contact_id,email,account\n2,no@body.example,Acme\n")
        terminal.type("import", "contacts", str(file))
        assert not (tmp_path / "rejects-list.csv").exists()

    def test_a_rejects_file_comes_back_with_its_own_columns_known(
        self, terminal: Terminal, world: World, tmp_path: Path
    ) -> None:
        file, rejects = tmp_path / "list.csv", tmp_path / "rejects-list.csv"
        file.write_text("contact_id,email,account\n1,a@b.example,Acme\n1,e@f.example,Acme\n2,nobody,Acme\n")
        terminal.type("import", "contacts", str(file), expect=1)
        said = terminal.type("import", "contacts", str(rejects), expect=1)
        assert "Columns not used" not in said
        assert "0 added, 0 changed, 0 unchanged, 2 rejected" in said
        assert "line 2: contact_id: '1' is in line 2 of the list it was rejected from; give it an id" in said
        assert world.contacts.by_external_ids(["1"])["1"].email == "a@b.example"
        again = tmp_path / "rejects-rejects-list.csv"
        assert again.read_text().splitlines()[0] == "contact_id,email,account,line,field,reason"
        again.write_text(again.read_text().replace("1,e@f", "3,e@f").replace("nobody,", "no@body.example,"))
        assert "2 added" in terminal.type("import", "contacts", str(again))

    def test_whoever_was_erased_is_named(self, terminal: Terminal, world: World, tmp_path: Path) -> None:
        gone = world.add_contact(contact_id="crm-1", email="anna@kaasboer.example")
        world.erase_contact.erase(gone.contact_id, "jo")
        said = self.run(terminal, tmp_path, "7,a@b.example,Acme", "8,anna@kaasboer.example,Acme")
        assert "line 3: '8' was erased; they stay suppressed. Take them out of your list." in said
        assert said.count("was erased") == 1

    def run(self, terminal: Terminal, tmp_path: Path, *lines: str) -> str:
        file = tmp_path / "list.csv"
        file.write_text("\n".join(("contact_id,email,account", *lines)))
        return terminal.type("import", "contacts", str(file))

    def test_whoever_leaves_a_hold_by_a_new_name_of_the_account_is_counted(
        self, terminal: Terminal, world: World, tmp_path: Path
    ) -> None:
        self.run(terminal, tmp_path, *(f"{n},p{n}@b.example,Kaasboer" for n in range(3)), "9,q@c.example,Molen")
        until = datetime(2026, 4, 1, 22, tzinfo=UTC)  # the end of that day in Amsterdam
        held = Hold(until=until, reason="talks", by="jo", at=MONDAY)
        world.standings.hold(world.pseudonyms.of("account", "kaasboer"), held)
        file = tmp_path / "list.csv"
        file.write_text(file.read_text().replace("Kaasboer", "Kaasboer B.V."))
        said = terminal.type("import", "contacts", str(file))
        assert (
            "3 contacts moved from Kaasboer, which is on hold until 2026-04-01, to Kaasboer B.V., which is not; "
            "hold that too if it is the same customer" in said
        )
        assert "sayso hold 'Kaasboer B.V.' --until 2026-04-01 --reason TEXT" in said
        assert "moved from" not in terminal.type("import", "contacts", str(file))
        file.write_text(file.read_text().replace("Kaasboer B.V.", "KB").replace("2,p2@b.example,KB\n", ""))
        world.standings.hold(world.pseudonyms.of("account", "kaasboer b.v."), held)
        moved = terminal.read("import", "contacts", str(file))["left_hold"]
        assert moved == [{"account": "Kaasboer B.V.", "on_hold_until": "2026-04-01", "now_at": "KB", "contacts": 2}]

    def test_a_new_id_for_a_known_address_is_named(self, terminal: Terminal, world: World, tmp_path: Path) -> None:
        self.run(terminal, tmp_path, *(f"{n},p{n}@b.example,Acme" for n in range(30)))
        said = self.run(terminal, tmp_path, "0,p0@b.example,Acme", "1,p1@b.example,Acme", "new,p7@b.example,Acme")
        assert "1 new contact has an address that is known under another contact_id" in said
        assert "line 4: 'new' has the address of '7'" in said
        assert "do_not_ask" in said
        assert "changed its ids" not in said

    def test_a_list_whose_ids_have_all_changed_is_seen_at_once(
        self, terminal: Terminal, world: World, tmp_path: Path
    ) -> None:
        lines = [f"{n},p{n}@b.example,Acme" for n in range(30)]
        self.run(terminal, tmp_path, *lines)
        said = self.run(terminal, tmp_path, *(f"hub-{line}" for line in lines))
        first = said.index("IT LOOKS AS IF THE LIST HAS CHANGED ITS IDS: 30 of 30")
        assert first < said.index("30 added")
        assert said.count("has the address of") == 5
        assert "25 more" in said
        file = tmp_path / "list.csv"
        file.write_text(file.read_text().replace("hub-", "pipe-"))
        known = terminal.read("import", "contacts", str(file))["known_addresses"]
        assert len(known) == 30
        assert known[0] == {"line": 2, "contact_id": "pipe-0", "known_as": ["0", "hub-0"]}

    def test_a_mailbox_that_the_list_itself_shares_is_no_news(
        self, terminal: Terminal, world: World, tmp_path: Path
    ) -> None:
        said = self.run(terminal, tmp_path, "1,info@b.example,Acme", "2,info@b.example,Acme")
        assert "another contact_id" not in said


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
        assert "NPS +25, likely between" in said
        assert "4 answers, which is few" in said
        assert "4 of 4 asked answered" in said
        assert terminal.read("verify")["exact"] is True


class TestDispatch:
    def test_an_unknown_survey_names_those_there_are(self, terminal: Terminal, world: World) -> None:
        assert "day50, annual, ticket" in terminal.type("dispatch", "day51", expect=1)

    def test_a_time_without_a_zone_is_refused(self, terminal: Terminal, world: World) -> None:
        assert "time zone" in terminal.type("dispatch", "day50", "--at", "2026-03-01T09:00:00", expect=1)

    def test_the_given_time_decides_what_is_due(self, terminal: Terminal, world: World) -> None:
        world.add_contact(account_since="2026-02-20")
        assert terminal.read("dispatch", "day50")["handed_on"] == 0
        assert terminal.read("dispatch", "day50", "--at", "2026-05-01T09:00:00Z")["handed_on"] == 1


@pytest.fixture
def bus(monkeypatch: pytest.MonkeyPatch, world: World) -> FakeBus:
    monkeypatch.setattr(event_commands, "EventBus", lambda *_: world.bus)
    monkeypatch.setattr(world, "client", lambda _: None)
    return world.bus


class TestTicket:
    def test_a_wrong_address_is_named(self, terminal: Terminal, world: World) -> None:
        said = terminal.type("ticket", "solved", "4711", "--email", "nobody", expect=1)
        assert "--email: is not an e-mail address that mail can be sent to" in said

    def test_it_is_put_on_the_bus_with_its_tags(self, terminal: Terminal, bus: FakeBus) -> None:
        tags = ["--tag", "vip", "--tag", "no survey"]
        at = ["--at", "2026-03-02T10:00:00+01:00"]
        said = terminal.type("ticket", "closed", "4711", "--email", "anna@kaasboer.example", *tags, *at)
        assert (
            "Heard: ticket 4711 of anna@kaasboer.example was closed. "
            "sayso why anna@kaasboer.example says what comes of it." in said
        )
        ((name, detail),) = bus.events
        assert (name, detail["tags"]) == ("ticket.closed", ["vip", "no survey"])
        assert TicketEvent.model_validate({**detail, "event": name}).time == MONDAY

    @pytest.mark.parametrize(
        ("arguments", "reason"),
        [
            (("T 88",), "TICKET: may hold letters, digits and _ . : / - only"),
            (("88", "--source", "my desk"), "--source: may hold letters, digits, _ and - only"),
            (("88", "--name", "x" * 201), "--name: may have at most 200 characters"),
            (("88", "--at", "2026-03-02T09:06:00Z"), "--at: '2026-03-02T09:06:00Z' lies in the future"),
            (("88", "--at", "yesterday"), "--at: 'yesterday' is not a moment"),
            (("88", "--email", "jo@polder.example"), "--email: jo@polder.example is one of our own"),
        ],
    )
    def test_what_is_wrong_or_leads_to_nothing_is_said_at_once_by_its_option(
        self, terminal: Terminal, bus: FakeBus, world: World, arguments: tuple[str, ...], reason: str
    ) -> None:
        world.clock.now = MONDAY
        said = terminal.type("ticket", "solved", "--email", "anna@kaasboer.example", *arguments, expect=1)
        assert reason in said
        assert bus.events == []

    def test_a_clock_may_be_a_little_ahead(self, terminal: Terminal, bus: FakeBus, world: World) -> None:
        at = ("--at", "2026-03-02T09:04:00Z")
        terminal.type("ticket", "solved", "88", "--email", "anna@kaasboer.example", *at)
        assert len(bus.events) == 1

    def test_strangers_whom_the_programme_refuses_and_the_erased_are_said(
        self, terminal: Terminal, bus: FakeBus, world: World
    ) -> None:
        command = ("ticket", "solved", "88", "--email", "anna@kaasboer.example")
        anna = world.add_contact(contact_id="crm-1", email="anna@kaasboer.example")
        world.erase_contact.erase(anna.contact_id, "jo")
        assert "was erased and stays suppressed" in terminal.type(*command, expect=1)
        world.programme = programme(tickets={"unknown_requesters": "refuse"})
        assert "unknown_requesters: refuse" in terminal.type(*command, expect=1)
        surveys = {name: one for name, one in world.programme.surveys.items() if name != "ticket"}
        world.programme = world.programme.model_copy(update={"surveys": surveys})
        assert "no survey with 'event: ticket'" in terminal.type(*command, expect=1)
        assert bus.events == []

    def test_a_bus_that_refuses_is_said_in_words(self, terminal: Terminal, bus: FakeBus) -> None:
        bus.trouble = RuntimeError("the bus refused the event: ThrottlingException")
        assert "the bus refused" in terminal.type("ticket", "solved", "1", "--email", "a@b.example", expect=1)


class TestTouchpoint:
    def test_it_is_put_on_the_bus(self, terminal: Terminal, bus: FakeBus, world: World) -> None:
        world.programme = programme(surveys={"project_delivered": {"event": "touchpoint"}})
        command = ["touchpoint", "reached", "project_delivered", "--reference", "17"]
        assert "--contact: no contact has the id 'crm-1'" in terminal.type(*command, "--contact", "crm-1", expect=1)
        assert bus.events == []
        world.add_contact(contact_id="crm-1", email="anna@kaasboer.example")
        said = terminal.type(*command, "--contact", "crm-1")
        assert "Heard: project_delivered 17 of crm-1 was reached. sayso why crm-1 says what comes of it." in said
        assert terminal.read(*command, "--email", "anna@kaasboer.example")["survey"] == "project_delivered"
        assert [name for name, _ in bus.events] == ["touchpoint.reached"] * 2
        assert TouchpointEvent.model_validate(bus.events[0][1]).contact_id == "crm-1"
        assert "--email ADDRESS or --contact ID" in terminal.type(*command, expect=2)
        assert "--at: " in terminal.type(*command, "--contact", "crm-1", "--at", "2026-03-03T09:00:00Z", expect=1)
        world.add_contact(contact_id="ours", email="jo@polder.example")
        assert "one of our own" in terminal.type(*command, "--contact", "ours", expect=1)

    def test_an_unknown_survey_is_named(self, terminal: Terminal, bus: FakeBus) -> None:
        command = ["touchpoint", "reached", "party", "--reference", "17", "--contact", "crm-1"]
        assert "no survey 'party' for touch points; it has: none yet" in terminal.type(*command, expect=1)
        assert bus.events == []


def test_a_kick_off_reads_its_day_as_a_hold_does(terminal: Terminal, world: World) -> None:
    said = terminal.type("kick-off", "--from", "31.12.", expect=1)
    assert "--from: '31.12.' is not a day; write it like 2026-12-31" in said
    assert terminal.read("kick-off", "--from", "2026-12-31")["from"] == "2026-12-31"


class FakeKeeper:
    """The secret with the secrets of hooks."""

    def __init__(self) -> None:
        self.kept: dict[str, tuple[str, ...]] = {}

    def all(self) -> dict[str, tuple[str, ...]]:
        return self.kept

    def keep(self, source: str, secrets: tuple[str, ...]) -> None:
        self.kept[source] = secrets


class TestHooks:
    SECRET = "the-secret-zendesk-shows"
    URL = "https://feedback.example/api/hooks/zendesk"

    @pytest.fixture
    def keeper(self, monkeypatch: pytest.MonkeyPatch, world: World) -> FakeKeeper:
        keeper = FakeKeeper()
        monkeypatch.setattr(hook_commands, "_keeper", lambda _: keeper)
        fields = {"ticket_id": "id", "requester_email": "email", "status": "status"}
        common = {"fields": fields, "events": {"solved": ["solved"]}}
        schemes = {"freshdesk": {"scheme": "header", "header": "X-Sayso"}, "halo": {"scheme": "basic"}}
        schemes |= {"jira": {"scheme": "jira"}, "other": {"scheme": "standard"}, "zendesk": {"scheme": "zendesk"}}
        world.programme = programme(hooks={name: {**common, **scheme} for name, scheme in schemes.items()})
        return keeper

    def types_in(self, monkeypatch: pytest.MonkeyPatch, text: str) -> None:
        monkeypatch.setattr(sys, "stdin", StringIO(text))

    def test_a_secret_made_elsewhere_is_read_and_not_repeated(
        self, terminal: Terminal, keeper: FakeKeeper, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        self.types_in(monkeypatch, f"{self.SECRET}\n")
        said = terminal.type("hooks", "set", "zendesk")
        assert self.URL in said
        assert self.SECRET not in said
        assert keeper.kept == {"zendesk": (self.SECRET,)}

    @pytest.mark.parametrize(
        ("source", "says"), [("freshdesk", "Header: X-Sayso: "), ("halo", "User: sayso"), ("jira", "Secret: ")]
    )
    def test_other_secrets_are_made_and_shown_once(
        self, terminal: Terminal, keeper: FakeKeeper, source: str, says: str
    ) -> None:
        said = terminal.type("hooks", "set", source)
        (secret,) = keeper.kept[source]
        assert says in said
        assert secret.rpartition(":")[2] in said
        assert terminal.read("hooks", "set", source)["secret"] == keeper.kept[source][0] != secret

    def test_a_generated_secret_fits_its_scheme(self, terminal: Terminal, keeper: FakeKeeper, world: World) -> None:
        for source, hook in world.programme.hooks.items():
            check_secret(hook, terminal.read("hooks", "set", source, "--generate")["secret"])

    def test_rotating_keeps_the_old_one_until_it_is_finished(self, terminal: Terminal, keeper: FakeKeeper) -> None:
        terminal.type("hooks", "set", "jira")
        (old,) = keeper.kept["jira"]
        assert "--finish" in terminal.type("hooks", "set", "jira", "--rotate")
        new, kept = keeper.kept["jira"]
        assert kept == old != new
        assert "new and old" in terminal.type("hooks", "list")
        assert "The old secret of jira has ended." in terminal.type("hooks", "set", "jira", "--finish")
        assert keeper.kept["jira"] == (new,)
        said = terminal.type("hooks", "set", "jira", "--finish", expect=1)
        assert "No rotation of jira is open; nothing was changed." in said
        assert keeper.kept["jira"] == (new,)

    @pytest.mark.parametrize("typed", ["", "short\n", "with a space in it\n"])
    def test_an_unusable_secret_is_refused(
        self, terminal: Terminal, keeper: FakeKeeper, monkeypatch: pytest.MonkeyPatch, typed: str
    ) -> None:
        self.types_in(monkeypatch, typed)
        assert "12 characters" in terminal.type("hooks", "set", "zendesk", expect=1)
        assert keeper.kept == {}

    def test_they_are_listed_with_address_and_secret(self, terminal: Terminal, keeper: FakeKeeper) -> None:
        keeper.kept = {"zendesk": (self.SECRET,), "gone": ("x" * 12,)}
        listed = terminal.read("hooks", "list")
        zendesk = next(one for one in listed["hooks"] if one["source"] == "zendesk")
        assert (zendesk["url"], zendesk["secrets"], zendesk["about"]) == (self.URL, 1, "tickets")
        assert [one["secrets"] for one in listed["hooks"] if one is not zendesk] == [0, 0, 0, 0]
        assert listed["unused_secrets"] == ["gone"]
        said = terminal.type("hooks", "list")
        assert "none: sayso hooks set" in said
        assert self.SECRET not in said

    def test_a_name_the_programme_does_not_have_is_named(self, terminal: Terminal, keeper: FakeKeeper) -> None:
        assert "freshdesk, halo, jira" in terminal.type("hooks", "set", "nobody", expect=1)
        assert "there is no secret yet" in terminal.type("hooks", "set", "jira", "--finish", expect=1)

    def test_a_body_is_tried_as_the_helpdesk_would_send_it(
        self, terminal: Terminal, keeper: FakeKeeper, world: World, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
    ) -> None:
        def post(_: Any, source: str, headers: dict[str, str], body: bytes) -> tuple[int, Any]:
            event = {
                "headers": {**headers, **THROUGH_CLOUDFRONT},
                "body": body.decode(),
                "pathParameters": {"source": source},
            }
            for door in (edge, hooks):
                monkeypatch.setattr(door, "of_this_function", lambda: world)
            answer = hooks.handle(event, None)
            return answer["statusCode"], json.loads(answer["body"])

        monkeypatch.setattr(hook_commands, "_post", post)
        world.clock.now = datetime.now(UTC)
        file = tmp_path / "body.json"
        file.write_text('{"id": 1, "email": "anna@kaasboer.example", "status": "solved"}')
        tries = ("hooks", "test", "zendesk", "--file", str(file))
        assert "there is no secret yet" in terminal.type(*tries, expect=1)
        keeper.keep("zendesk", (self.SECRET,))
        world.hook_secrets |= keeper.kept
        assert "200: right; it would put ticket.solved on the bus" in terminal.type(*tries)
        assert world.bus.events == []
        assert terminal.read(*tries, "--for-real")["status"] == 202
        assert len(world.bus.events) == 1
        file.write_text('{"id": 1, "status": "solved"}')
        assert "400: requester_email: nothing at email in the body" in terminal.type(*tries, expect=1)


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
        close = ("follow-ups", "close", case["follow_up_id"], "--cause", "price", "--note")
        assert "note: is empty" in terminal.type(*close, " ", expect=1)
        assert "is none of solved" in terminal.type(*close, "Done", "--outcome", "fine", expect=1)
        said = terminal.type(*close, "A named contact from now on", "--outcome", "not solved")
        assert "closed, not solved. They are asked again on 2026-04-01." in said
        assert terminal.read("follow-ups", "list") == []
        (closed,) = terminal.read("follow-ups", "list", "--closed")
        assert [change["what"] for change in closed["changes"]] == ["opened", "contacted", "closed"]

    def test_a_case_is_shown_with_words_steps_and_who_was_told(self, terminal: Terminal, world: World) -> None:
        case_id = self._case(terminal, world)
        terminal.type("follow-ups", "note", case_id, "prefers mornings")
        terminal.type("follow-ups", "assign", case_id, "--to", "carla@polder.example", "--reason", "knows them")
        world.run()
        said = terminal.type("follow-ups", "show", case_id)
        for part in (
            "Anna Jansen, Kaasboer",
            "Nobody called",
            "prefers mornings",
            "handed over to carla@polder.example",
        ):
            assert part in said
        assert "that it is theirs now" in said
        shown = terminal.read("follow-ups", "show", case_id)
        assert {(one["kind"], one["state"]) for one in shown["notices"] if one["state"] == "sent"} == {
            ("alert", "sent"),
            ("handed_over", "sent"),
        }

    def test_who_wished_no_contact_is_asked_again_only_if_that_is_said(self, terminal: Terminal, world: World) -> None:
        case_id = self._case(terminal, world)
        case = world.follow_ups.get(case_id)
        assert case
        world.follow_ups.save(case.having(wish="no"))
        close = ("follow-ups", "close", case_id, "--cause", "price", "--note", "Done")
        assert "asked again" not in terminal.type(*close)
        terminal.type("follow-ups", "reopen", case_id, "--note", "Not done")
        assert "asked again" in terminal.type(*close, "--recheck")

    def test_a_closed_case_is_opened_again_and_another_stays_apart(self, terminal: Terminal, world: World) -> None:
        case_id = self._case(terminal, world)
        terminal.type("follow-ups", "close", case_id, "--cause", "price", "--note", "Done", "--no-recheck")
        assert "open again" in terminal.type("follow-ups", "reopen", case_id, "--note", "Not done")
        assert [one["state"] for one in terminal.read("follow-ups", "list")] == ["open"]

    def test_cases_come_as_a_sheet_without_anything_a_sheet_would_calculate(
        self, terminal: Terminal, world: World
    ) -> None:
        self._case(terminal, world, name="=cmd()")
        header, row = terminal.type("follow-ups", "list", "--csv").splitlines()
        assert header.split(",")[:3] == ["follow_up_id", "person", "email"]
        assert row.split(",")[1] == "'=cmd()"
        terminal.type("follow-ups", "list", "--csv", "--json", expect=2)

    def test_who_could_not_be_told_of_is_found(self, terminal: Terminal, world: World) -> None:
        assert self._case(terminal, world)
        assert terminal.read("follow-ups", "list", "--untold") == []
        world.mailer.refuse_once(for_good=True)
        other = world.add_contact(contact_id="crm-2", email="b@b.example", account="B")
        world.answer(world.asked(other), 2)
        world.run()
        terminal.type("follow-ups", "list")  # and what the log said meanwhile
        (untold,) = terminal.read("follow-ups", "list", "--untold")
        assert untold["email"] == "b@b.example"
        assert "failed: MessageRejected" in terminal.type("follow-ups", "show", untold["follow_up_id"])

    def _case(self, terminal: Terminal, world: World, name: str = "Anna Jansen") -> str:
        person = world.add_contact(name=name, owner_email="otto@polder.example")
        world.answer(world.asked(person), 3, why="Nobody called")
        world.run()
        (case,) = terminal.read("follow-ups", "list")
        return str(case["follow_up_id"])

    def test_an_unknown_case_says_where_to_look(self, terminal: Terminal, world: World) -> None:
        assert "follow-ups list" in terminal.type("follow-ups", "contact", "nope", expect=1)


def test_without_a_region_it_says_how_to_name_one(monkeypatch: pytest.MonkeyPatch) -> None:
    def no_region(_: str) -> None:
        raise NoRegionError

    monkeypatch.setattr(target.boto3, "client", no_region)
    with pytest.raises(Exception, match="export AWS_DEFAULT_REGION="):
        target.find("other")


def test_the_outbox_prints_one_mail_to_machines_and_opens_nothing(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    mail = outbox.SentMail(1, "2026-03-02 09:00:00", "anna@kaasboer.example", "Hello", "text", "<p>html</p>")
    monkeypatch.setattr(sending_commands, "running_locally", lambda: None)
    monkeypatch.setattr(outbox, "read", lambda _: [mail])
    monkeypatch.setattr(outbox, "open_in_browser", lambda _: pytest.fail("opened"))
    assert terminal.read("outbox", "1")["subject"] == "Hello"
    assert "sent (UTC)" in terminal.type("outbox")


def test_a_stack_that_is_not_ours_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    client = SimpleNamespace(describe_stacks=lambda **_: {"Stacks": [{"Outputs": []}]})
    monkeypatch.setattr(target.boto3, "client", lambda _: client)
    with pytest.raises(Exception, match="not Sayso's"):
        target.find("other")
