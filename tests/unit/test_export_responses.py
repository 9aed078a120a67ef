"""Confirmed answers go out: those that count and no others, nothing of the erased, nothing a spreadsheet would run."""

from __future__ import annotations

import csv
import io
import json
import stat
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from types import SimpleNamespace
from typing import Any
from unittest.mock import patch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from typer.testing import CliRunner

from sayso.adapters.csv_out import safe_cell, write_csv
from sayso.cli import response_export_commands, response_import_commands
from sayso.cli.main import app
from sayso.domain.imported_answer import ImportedAnswer
from sayso.domain.invitation import Snapshot
from sayso.domain.nps import ScoreCounts
from sayso.services.export_responses import FIRST_DAY
from sayso.services.import_rows import Source
from tests.builders import MONDAY, World, moments, response
from tests.unit.test_cli import Terminal, terminal

__all__ = ["terminal"]
TODAY = MONDAY.date()
WORDS = '=HYPERLINK("https://evil.example")'


@pytest.fixture
def world(monkeypatch: pytest.MonkeyPatch) -> World:
    world = World()
    for door in (response_export_commands, response_import_commands):
        monkeypatch.setattr(door, "find", lambda _: SimpleNamespace(wiring=lambda: world))
    return world


def answered(world: World, number: int = 1, score: int = 9, **fields: Any) -> str:
    person = world.add_contact(
        contact_id=f"crm-{number}", email=f"p{number}@b.example", name=f"Jo {number}", account="-Acme"
    )
    world.answer(world.asked(person, snapshot=Snapshot(account_id=person.account_id, language="de")), score, **fields)
    world.run()
    return person.contact_id


def rows(world: World, first: date = FIRST_DAY, last: date = TODAY, survey: str | None = None) -> list[Any]:
    return list(world.export_responses.rows(first, last, survey))


def table(said: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(said, newline="")))


class TestRows:
    def test_an_answer_has_its_person_its_words_and_what_it_counts_for(self, world: World) -> None:
        answered(world, score=10, why="Quick", drivers=["price"], ratings={"quality": 4}, quote=True, contact="phone")
        (row,) = rows(world)
        told = {
            "survey": "annual",
            "kind": "asked",
            "scale": "nps",
            "score": 10,
            "group": "promoter",
            "counted_day": "2026-03-02",
            "confirmed_at": "2026-03-02T09:00:00Z",
            "given_at": "2026-03-02T09:00:00Z",
            "account": "-Acme",
            "contact_id": "crm-1",
            "email": "p1@b.example",
            "name": "Jo 1",
        }
        assert {name: row[name] for name in told} == told
        assert (row["why"], row["better"], row["drivers"], row["ratings"]) == ("Quick", None, ["price"], {"quality": 4})
        assert (row["may_be_contacted"], row["may_be_quoted"], row["may_be_named"]) == ("phone", True, False)
        assert (row["language"], row["imported_from"]) == ("de", None)

    def test_of_somebody_erased_there_is_only_what_names_nobody(self, world: World) -> None:
        gone = answered(world, score=3, why="Slow", drivers=["price"], ratings={"quality": 2}, quote=True)
        before = rows(world)[0]
        world.erase_contact.erase(gone, "jo")
        (row,) = rows(world)
        told = {name: value for name, value in row.items() if value not in (None, {}, [])}
        assert told == {
            "id": before["id"],
            "survey": "annual",
            "scale": "nps",
            "score": 3,
            "group": "detractor",
            "counted_day": "2026-03-02",
            "confirmed_at": "2026-03-02",
            "language": "de",
            "drivers": ["price"],
            "themes": ["invoices"],
            "ratings": {"quality": 2},
        }

    def test_an_erasure_that_has_begun_already_takes_the_person_away(self, world: World) -> None:
        gone = answered(world, why="Slow")
        person = world.contacts.get(gone)
        assert person
        world.identities.withdraw(person, [])
        (row,) = rows(world)
        assert (row["why"], row["account"], row["email"]) == (None, None, None)

    def test_whoever_only_wrote_tickets_has_no_id_of_the_list(self, world: World) -> None:
        person = world.add_contact()
        kept = person.having(external_id=f"ticket:{person.address_hash}")
        world.contacts.save(kept, person)
        world.answer(world.asked(person), 9)
        (row,) = rows(world)
        assert (row["contact_id"], row["email"]) == (None, person.email)

    def test_only_confirmed_answers_of_the_days_and_the_survey_are_there(self, world: World) -> None:
        answered(world, 1)
        world.answer(world.asked(world.add_contact(contact_id="crm-2", email="p2@b.example")), 5, gesture=False)
        old = ImportedAnswer(line=2, score=8, answered_at=MONDAY - timedelta(days=300))
        source = Source("tool", "x")
        world.import_responses.begin("old", "nps", source)
        list(world.import_responses.run("old", "nps", source, [old]))
        assert [row["score"] for row in rows(world)] == [8, 9]
        assert [row["score"] for row in rows(world, survey="old")] == [8]
        assert [row["score"] for row in rows(world, MONDAY.date())] == [9]
        assert [row["score"] for row in rows(world, last=MONDAY.date() - timedelta(days=1))] == [8]
        assert (rows(world)[0]["kind"], rows(world)[0]["asked_at"]) == ("imported", None)

    def test_days_are_cut_at_both_ends_of_months(self, world: World) -> None:
        for day in range(1, 60):
            at = datetime.fromisoformat("2025-12-31T23:59:59+00:00") + timedelta(days=day)
            world.responses.save(response(occasion=str(day), confirmed_at=at, revision=0), None, at, None)
        found = rows(world, date(2026, 1, 5), date(2026, 2, 3))
        assert [row["counted_day"] for row in found] == [
            (date(2026, 1, 5) + timedelta(days=day)).isoformat() for day in range(30)
        ]

    def test_it_sums_up_to_what_is_counted(self, world: World) -> None:
        for number in range(1, 30):
            gone = answered(world, number, score=number % 11)
            if number % 4 == 0:
                world.erase_contact.erase(gone, "jo")
        world.run()
        days = world.counters.read("annual", "all", "-", "2000-01-01", "2030-01-01").scores
        counted = sum(days.values(), ScoreCounts())
        assert tuple(sum(row["score"] == score for row in rows(world)) for score in range(11)) == counted.counts

    def test_it_reads_as_it_is_asked_and_no_more_for_more(self, world: World) -> None:
        for number in range(250):
            at = MONDAY - timedelta(minutes=number)
            world.responses.save(response(occasion=f"{number:03}", confirmed_at=at, revision=0), None, at, None)
        found: Iterator[Any] = world.export_responses.rows(date(2026, 3, 1), MONDAY.date())
        before = world.items.reads
        next(found)
        for_the_first = world.items.reads - before
        list(found)
        assert world.items.reads - before <= 3 * for_the_first


class TestCells:
    @pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@sum", "'=1", "＝1", "＠sum"])
    def test_what_a_spreadsheet_would_run_gets_a_quote_in_front(self, text: str) -> None:
        assert safe_cell(text) == f"'{text}"

    @pytest.mark.parametrize(
        ("text", "cell"),
        [
            ("\t=1", "\t'=1"),
            ("nice;=cmd|' /C calc'!A0", "nice;'=cmd|' /C calc'!A0"),
            ('nice; "=1', "nice; \"'=1"),
            ("two\n=1+1;-2", "two\n'=1+1;'-2"),
            ("a=1;b-2, -3", "a=1;b-2, -3"),
        ],
    )
    def test_so_does_what_one_with_another_separator_would_take_for_a_cell(self, text: str, cell: str) -> None:
        assert safe_cell(text) == cell

    @given(st.lists(st.text("=+-@＝'\"a1 ;,\t\r\n"), min_size=1, max_size=4))
    def test_no_reader_finds_a_formula_whatever_it_takes_for_a_separator(self, texts: list[str]) -> None:
        target = io.StringIO(newline="")
        names = [str(number) for number in range(len(texts))]
        write_csv(target, names, [dict(zip(names, texts, strict=True))])
        for delimiter in (",", ";", "\t"):
            found = [
                cell
                for row in csv.reader(io.StringIO(target.getvalue(), newline=""), delimiter=delimiter)
                for cell in row
            ]
            assert not [cell for cell in found if cell.lstrip(' "\t\r\n')[:1] in tuple("=+-@＝")]
        _, written = csv.reader(io.StringIO(target.getvalue(), newline=""))
        assert written == [safe_cell(text) for text in texts]

    def test_a_cell_that_holds_any_separator_is_quoted(self) -> None:
        target = io.StringIO(newline="")
        write_csv(target, ["a", "b", "c", "d"], [{"a": "x;y", "b": "x\ty", "c": 'x"y', "d": "x y"}])
        assert target.getvalue() == 'a,b,c,d\r\n"x;y","x\ty","x""y",x y\r\n'

    @pytest.mark.parametrize(("value", "cell"), [(-1, -1), (9, 9), (None, ""), (True, "yes"), ("it's", "it's")])
    def test_all_else_stays_as_it_is(self, value: object, cell: object) -> None:
        assert safe_cell(value) == cell

    @pytest.mark.parametrize("named", [["=a", "b"], ("=a", "b")])
    def test_a_list_is_a_text(self, named: Any) -> None:
        assert safe_cell(named) == "'=a,b"


class TestCommand:
    def test_csv_is_safe_and_json_lines_are_exact(self, world: World, terminal: Terminal) -> None:
        answered(world, why=WORDS, ratings={"quality": 4})
        (row,) = table(terminal.type("export", "responses"))
        assert (row["why"], row["account"], row["score"]) == (f"'{WORDS}", "'-Acme", "9")
        assert row["ratings.quality"] == "4"
        said = terminal.type("export", "responses", "--format", "jsonl")
        assert json.loads(said)["why"] == WORDS
        assert terminal.type("export", "responses", "--json") == said

    def test_a_file_is_for_me_alone_and_never_overwritten(
        self, world: World, terminal: Terminal, tmp_path: Path
    ) -> None:
        answered(world, why="Grüße")
        out = tmp_path / "answers.csv"
        assert f"1 answers written to {out}" in terminal.type("export", "responses", "--out", str(out))
        assert stat.S_IMODE(out.stat().st_mode) == 0o600
        assert out.read_bytes().startswith(b"\xef\xbb\xbf")
        (row,) = table(out.read_text(encoding="utf-8-sig"))
        assert row["why"] == "Grüße"
        assert "is there already" in terminal.type("export", "responses", "--out", str(out), expect=1)
        other = tmp_path / "answers.jsonl"
        said = terminal.read("export", "responses", "--out", str(other), "--format", "jsonl", "--from", "2026-01-01")
        assert (said["answers"], said["from"], said["to"]) == (1, "2026-01-01", "2026-03-02")
        assert json.loads(other.read_text())["name"] == "Jo 1"

    def test_days_the_wrong_way_round_are_a_wrong_use(self, world: World, terminal: Terminal) -> None:
        said = terminal.type("export", "responses", "--from", "2026-03-01", "--to", "2026-01-01", expect=2)
        assert "--from 2026-03-01 is after --to 2026-01-01" in said

    def test_what_goes_out_of_several_surveys_comes_in_one_by_one_and_on_its_own_scale(
        self, world: World, terminal: Terminal, tmp_path: Path
    ) -> None:
        answered(world, ratings={"quality": 4})
        stars = ImportedAnswer(line=2, score=5, answered_at=MONDAY - timedelta(days=300), ratings={"speed": 2})
        world.import_responses.begin("stars", "satisfaction", Source("tool", "x"))
        list(world.import_responses.run("stars", "satisfaction", Source("tool", "x"), [stars]))
        both, one = tmp_path / "both.csv", tmp_path / "one.csv"
        terminal.type("export", "responses", "--out", str(both))
        said = terminal.type("import", "responses", str(both), "--survey", "before", expect=1)
        assert "survey: the file has answers to several: stars (1), annual (1)" in said
        terminal.type("export", "responses", "--survey", "stars", "--out", str(one))
        wrong = terminal.type("import", "responses", str(one), "--survey", "before", "--scale", "nps", expect=1)
        assert "line 2: scale: is satisfaction, not nps" in wrong
        assert "--scale nps" in wrong
        assert "mean 5.0" in terminal.type("import", "responses", str(one), "--survey", "before")
        world.run()
        days = ("before", "speed", "2000-01-01", "2030-01-01", "satisfaction")
        assert world.counters.read_rating(*days) == {(2, 5): 1}

    def test_a_file_that_was_not_finished_is_not_left_behind(
        self, world: World, terminal: Terminal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def broken(*_: Any) -> Iterator[Any]:
            raise RuntimeError
            yield

        monkeypatch.setattr(world.responses, "confirmed_between", broken)
        out = tmp_path / "answers.csv"
        with pytest.raises(RuntimeError):
            terminal.type("export", "responses", "--out", str(out))
        assert not out.exists()

    @pytest.mark.parametrize(
        ("arguments", "reason"),
        [
            (("--survey", "nothing"), "'nothing' is not a survey of the programme"),
            (("--from", "1.1.2026"), "--from: '1.1.2026' is not a day"),
            (("--out", "/nowhere/at/all.csv"), "cannot be written"),
        ],
    )
    def test_a_refusal_says_why(
        self, world: World, terminal: Terminal, arguments: tuple[str, ...], reason: str
    ) -> None:
        assert reason in terminal.type("export", "responses", *arguments, expect=1)


answers = st.lists(
    st.builds(
        ImportedAnswer,
        line=st.just(0),
        score=st.integers(0, 10),
        answered_at=moments(2024, 2026).map(lambda at: at.replace(microsecond=0)),
        email=st.sampled_from(["", "anna@kaasboer.example", "bert@molen.example"]),
        row_id=st.uuids().map(str),
        account=st.sampled_from(["", "Molen", "-Minus", "'=Quoted", "@home"]),
        why=st.text("=+-@'\"a,;\n ", max_size=8),
        drivers=st.lists(st.sampled_from(["price", "expertise"]), unique=True).map(tuple),
        ratings=st.dictionaries(st.sampled_from(["speed", "quality"]), st.integers(1, 5)),
        language=st.sampled_from(["", "de", "nl"]),
        segments=st.dictionaries(st.sampled_from(["tier", "-region"]), st.sampled_from(["gold", "+1"])),
    ),
    min_size=1,
    max_size=12,
)


@settings(max_examples=25, deadline=None)
@given(answers, st.booleans())
def test_what_goes_out_and_comes_in_again_counts_the_same(file: list[ImportedAnswer], erased: bool) -> None:
    """Only accounts and segments of the erased are gone; all scores, days, drivers and languages are there again."""
    world, source = World(), Source("tool", "x")
    person = world.add_contact()
    world.import_responses.begin("old", "nps", source)
    list(world.import_responses.run("old", "nps", source, file))
    if erased:
        world.erase_contact.erase(person.contact_id, "jo")
    _through_a_file(world)
    world.run()
    for scope in ("all", "driver", "language", *(() if erased else ("account", "segment"))):
        assert world.counters.values("old", scope) == world.counters.values("new", scope)
        for value in world.counters.values("old", scope):
            before, after = (
                world.counters.read(name, scope, value, "2000-01-01", "2030-01-01").scores for name in ("old", "new")
            )
            assert before == after, (scope, value)
    assert world.counters.values("old", "rating") == world.counters.values("new", "rating")
    for rating in world.counters.values("old", "rating"):
        old, new = (world.counters.read_rating(name, rating, "2000-01-01", "2030-01-01") for name in ("old", "new"))
        assert old == new, rating


def _through_a_file(world: World) -> None:
    def find(_: str | None) -> Any:
        return SimpleNamespace(wiring=lambda: world)

    with (
        TemporaryDirectory() as folder,
        patch.object(response_export_commands, "find", find),
        patch.object(response_import_commands, "find", find),
    ):
        out = f"{folder}/export.csv"
        for command in (["export", "responses", "--survey", "old", "--out", out], ["import", "responses", out]):
            named = [] if command[0] == "export" else ["--survey", "new", "--map", "sayso", "--json"]
            ended = CliRunner().invoke(app, [*command, *named])
            assert ended.exit_code == 0, ended.output
