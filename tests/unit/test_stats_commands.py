"""`sayso stats`: what a person asks and reads, what a machine gets, and what nobody outside may work out."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from contextlib import redirect_stdout
from itertools import combinations
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from bs4 import BeautifulSoup
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.cli import account_stats, driver_stats, show, stats_commands
from sayso.cli.driver_words import told_shares
from sayso.cli.stats_answers import answer
from sayso.cli.stats_options import Output
from sayso.cli.stats_question import Question
from sayso.domain.comparing import answers_needed
from sayso.domain.nps import ScoreCounts, signed
from sayso.domain.programme import Benchmark
from sayso.services.read_drivers import analyse
from tests.builders import programme
from tests.unit.test_cli import Terminal, terminal
from tests.unit.test_read_stats import Numbers

__all__ = ["terminal"]
CSAT = {"event": "touchpoint", "scale": "satisfaction", "question": {"en": "a", "de": "b", "nl": "c"}}


@pytest.fixture
def world(monkeypatch: pytest.MonkeyPatch) -> Numbers:
    world = Numbers(programme(surveys={"project": CSAT}))
    for door in (stats_commands, account_stats, driver_stats):
        monkeypatch.setattr(door, "find", lambda _: SimpleNamespace(outputs={}, wiring=lambda: world))
    return world


def owners_on(world: Numbers) -> None:
    world.programme = programme(scores_per_owner=True)
    world.__dict__.pop("read_stats", None)


class TestWhichAnswers:
    def test_without_options_the_headline_and_every_survey_with_history_apart(
        self, terminal: Terminal, world: Numbers
    ) -> None:
        world.counted(10, 9, None, survey="annual")
        world.counted(3, survey="ticket")
        world.counted(5, 4, survey="project", scale="satisfaction")
        world.counted(9, 9, 8, survey="delighted", imported=True)
        said = terminal.read("stats")
        assert (said["from"], said["to"]) == ("2025-10-15", "2026-10-14")
        assert said["headline"]["n"] == 2
        assert [*said["surveys"]] == [*world.programme.surveys]
        assert {name: one["n"] for name, one in said["history"].items()} == {"delighted": 3}
        assert said["history"]["delighted"]["response_rate"] is None
        told = terminal.type("stats")
        assert "imported or of surveys that ended" in told
        assert "2 of 3 asked answered (67 %, likely between" in told

    def test_a_benchmark_stands_beside_the_headline_alone(self, terminal: Terminal, world: Numbers) -> None:
        named = Benchmark(nps=-20, source="Somebody 2024")
        world.programme = world.programme.model_copy(update={"benchmark": named})
        world.counted(*[10] * 30, *[3] * 10, survey="annual")
        told = terminal.type("stats")
        assert "Benchmark −20 (Somebody 2024). The score is above it by more than noise." in told
        said = terminal.read("stats")
        assert said["headline"]["benchmark"] == {"nps": -20, "source": "Somebody 2024", "score_is": "above"}
        assert "benchmark" not in said["surveys"]["annual"]
        for narrower in (["--survey", "annual"], ["--language", "en"], ["--period", "month"], ["--by", "driver"]):
            assert "Benchmark" not in terminal.type("stats", *narrower), narrower
            assert "Somebody" not in terminal.type("stats", *narrower, "--json"), narrower

    def test_without_a_benchmark_or_answers_none_is_told(self, terminal: Terminal, world: Numbers) -> None:
        assert "Benchmark" not in terminal.type("stats")
        named = Benchmark(nps=6, source="Somebody 2024")
        world.programme = world.programme.model_copy(update={"benchmark": named})
        assert "Benchmark" not in terminal.type("stats")
        assert "benchmark" not in terminal.read("stats")["headline"]

    def test_surveys_are_summed_by_name_so_that_a_trend_goes_on(self, terminal: Terminal, world: Numbers) -> None:
        world.counted(10, 9, survey="annual")
        world.counted(3, 3, survey="delighted", imported=True, day="2025-12-01")
        said = terminal.read("stats", "--survey", "delighted", "--survey", "annual", "--period", "quarter")
        assert (said["of_surveys"], said["figures"]["n"]) == (["delighted", "annual"], 4)
        assert [(line["name"], line["n"]) for line in said["lines"] if line["n"]] == [("2025-Q4", 2), ("2026-Q1", 2)]
        told = terminal.type("stats", "--survey", "delighted", "--survey", "annual")
        assert "of imported answers it is not known" in told
        assert "For just" not in told

    @pytest.mark.parametrize(
        ("option", "value", "called"),
        [
            ("account", "kaasboer b.v.", "Kaasboer B.V."),
            ("language", "DE", "de"),
            ("segment", "plan=gold", "plan=Gold"),
            ("driver", "Price", "price"),
            ("owner", "Eva@polder.example", "Eva@polder.example"),
        ],
    )
    def test_one_filter_is_by_the_names_people_know(
        self, terminal: Terminal, world: Numbers, option: str, value: str, called: str
    ) -> None:
        owners_on(world)
        person = world.add_contact(account="Kaasboer B.V.", owner_email="eva@polder.example")
        about = {"account": person.account_id, "language": "de", "segments": {"plan": "Gold"}, "owner": person.owner_id}
        world.counted(*[10] * 12, drivers=["price"], **about)
        world.counted(*[3] * 12, account="other", language="nl", segments={"plan": "Silver"}, owner="other")
        said = terminal.read("stats", f"--{option}", value)
        assert said["only"] == {option: called}
        assert (said["headline"]["n"], said["headline"]["nps"]) == (12, 100)
        assert said["surveys"]["annual"]["n"] == 12
        assert called in terminal.type("stats", f"--{option}", value)
        assert terminal.read("stats", f"--{option}", value, "--survey", "annual")["figures"]["n"] == 12

    @pytest.mark.parametrize("by", ["account", "language", "segment", "driver", "owner", "survey"])
    def test_a_breakdown_has_a_line_for_each(self, terminal: Terminal, world: Numbers, by: str) -> None:
        owners_on(world)
        person = world.add_contact(account="Kaasboer B.V.", owner_email="eva@polder.example")
        about = {"account": person.account_id, "language": "de", "segments": {"plan": "Gold"}, "owner": person.owner_id}
        world.counted(*[10] * 12, drivers=["price"], **about)
        world.counted(
            *[3] * 11, account="gone", language="nl", segments={"plan": "Silver"}, owner="gone", drivers=["quality"]
        )
        expected = {
            "account": {"Kaasboer B.V.": 12, "no longer listed (gone)": 11},
            "language": {"de": 12, "nl": 11},
            "segment": {"plan=Gold": 12, "plan=Silver": 11},
            "driver": {"price": 12, "quality": 11},
            "owner": {"eva@polder.example": 12, "nobody's owner any more (gone)": 11},
            "survey": {"annual": 23, "day50": 0},
        }
        surveys = ["--survey", "annual", "--survey", "day50"]
        said = terminal.read("stats", "--by", by, *surveys)
        assert {line["name"]: line["n"] for line in said["lines"]} == expected[by]
        assert said["figures"]["n"] == 23
        assert all("few_answers" in line for line in said["lines"])
        terminal.type("stats", "--by", by, *surveys)

    def test_ratings_stand_beside_their_survey(self, terminal: Terminal, world: Numbers) -> None:
        world.counted(9, 9, 2, ratings={"quality": 4})
        assert terminal.read("stats")["surveys"]["annual"]["ratings"]["quality"]["mean"] == 4.0
        assert terminal.read("stats", "--survey", "annual")["figures"]["ratings"]["quality"]["n"] == 3
        assert "ratings" not in terminal.read("stats", "--survey", "annual", "--language", "en")["figures"]


class TestOwners:
    def test_are_off_unless_the_programme_says_so(self, terminal: Terminal, world: Numbers) -> None:
        for options in (("--owner", "eva@polder.example"), ("--by", "owner")):
            assert "scores_per_owner in programme.yaml" in terminal.type("stats", *options, expect=1)

    def test_under_ten_answers_are_only_counted(self, terminal: Terminal, world: Numbers) -> None:
        owners_on(world)
        eva = world.add_contact(owner_email="eva@polder.example")
        world.counted(*[10] * 10, owner=eva.owner_id)
        world.counted(*[0] * 9, owner="jo")
        world.counted(*[0] * 3, owner="bo")
        said = terminal.read("stats", "--by", "owner")
        assert [(line["name"], line["n"]) for line in said["lines"]] == [("eva@polder.example", 10)]
        assert said["hidden"] == 2
        assert "2 owners with fewer than 10 answers" in terminal.type("stats", "--by", "owner")
        rows = list(csv.DictReader(io.StringIO(terminal.type("stats", "--by", "owner", "--csv"))))
        assert rows[0]["n"] == "10"
        assert not any(row["n"] in ("9", "3") for row in rows)

    def test_of_one_with_few_on_the_headline_another_survey_is_told(self, terminal: Terminal, world: Numbers) -> None:
        owners_on(world)
        eva = world.add_contact(owner_email="eva@polder.example")
        world.counted(*[10] * 3, owner=eva.owner_id)
        world.counted(*[10] * 10, owner=eva.owner_id, survey="ticket")
        said = terminal.read("stats", "--owner", "eva@polder.example")
        assert (said["headline"], [*said["surveys"]]) == (None, ["ticket"])

    def test_one_with_too_few_is_refused_also_by_period_and_beside_the_days_before(
        self, terminal: Terminal, world: Numbers
    ) -> None:
        owners_on(world)
        eva = world.add_contact(owner_email="eva@polder.example")
        world.counted(*[10] * 9, owner=eva.owner_id)
        assert "fewer than 10 answers" in terminal.type("stats", "--owner", "eva@polder.example", expect=1)
        world.counted(*[10] * 9, owner=eva.owner_id, day="2026-05-05")
        world.counted(*[0] * 9, owner=eva.owner_id, day="2025-05-05")
        said = terminal.read("stats", "--owner", "eva@polder.example", "--period", "month")
        assert (said["figures"]["n"], said["lines"], said["hidden"]) == (18, [], 13)
        assert "change" not in terminal.read("stats", "--owner", "eva@polder.example", "--compare")["headline"]


class TestWhen:
    def test_days_are_both_included(self, terminal: Terminal, world: Numbers) -> None:
        for day in ("2026-02-28", "2026-03-01", "2026-03-31", "2026-04-01"):
            world.counted(9, day=day)
        said = terminal.read("stats", "--from", "2026-03-01", "--to", "2026-03-31")
        assert said["headline"]["n"] == 2
        assert "2026-03-01 to 2026-03-31" in terminal.type("stats", "--from", "2026-03-01", "--to", "2026-03-31")

    def test_days_without_answers_say_so(self, terminal: Terminal, world: Numbers) -> None:
        world.counted(9, day="2026-05-01")
        told = terminal.type("stats", "--from", "2026-03-01", "--to", "2026-03-31")
        assert (
            "No confirmed answers from 2026-03-01 to 2026-03-31; the last answer is of 2026-05-01: add --from" in told
        )

    def test_where_all_answers_are_older_the_last_one_is_told(self, terminal: Terminal, world: Numbers) -> None:
        world.counted(9, 9, survey="nps_2019", imported=True, day="2019-11-04")
        world.counted(5, survey="old_csat", imported=True, scale="satisfaction", day="2018-01-02")
        told = terminal.type("stats", "--survey", "nps_2019")
        assert "the last answer is of 2019-11-04: add --from 2018-11-05 --to 2019-11-04." in told
        assert "yet" not in told
        said = terminal.read("stats", "--survey", "nps_2019", "--from", "2018-11-05", "--to", "2019-11-04")
        assert said["figures"]["n"] == 2
        told = terminal.type("stats")
        assert told.startswith("No confirmed answers yet.")
        assert "None in these days: old_csat (the last answer is of 2018-01-02), nps_2019 (the last" in told
        assert "imported or of surveys" not in told
        assert "the last answer is of 2019-11-04" in terminal.type("stats", "drivers", "--survey", "nps_2019")
        assert "the last answer is of" in terminal.type("stats", "--survey", "nps_2019", "--period", "year")

    @pytest.mark.parametrize(
        ("period", "first"),
        [
            ("week", "2025-10-13"),
            ("month", "2025-10-01"),
            ("quarter", "2025-10-01"),
            ("year", "2025-01-01"),
            ("day", "2025-10-15"),
            ("rolling", "2025-10-15"),
        ],
    )
    def test_a_trend_begins_with_a_whole_period(
        self, terminal: Terminal, world: Numbers, period: str, first: str
    ) -> None:
        world.counted(9)
        said = terminal.read("stats", "--period", period)
        assert said["from"] == first
        assert [line["name"] for line in said["lines"][:-1] if not line.get("whole_period", True)] == []
        assert terminal.read("stats", "--period", period, "--from", "2026-01-07")["from"] == "2026-01-07"

    def test_it_is_said_which_period_is_only_a_part(self, terminal: Terminal, world: Numbers) -> None:
        world.counted(*[10] * 12, day="2026-03-20")
        world.counted(*[10] * 12, day="2026-04-05")
        world.counted(*[10] * 12, day="2026-05-05")
        options = ("--period", "month", "--from", "2026-03-10")
        lines = {line["name"]: line for line in terminal.read("stats", *options)["lines"]}
        assert lines["2026-04"]["change"]["why_not"] == "the one before is only a part"
        assert lines["2026-10"]["change"]["why_not"] == "still running"
        lines = {line["name"]: line for line in terminal.read("stats", *options, "--to", "2026-05-10")["lines"]}
        assert lines["2026-05"]["change"]["why_not"] == "only a part"

    def test_to_alone_is_the_twelve_months_before_it(self, terminal: Terminal, world: Numbers) -> None:
        said = terminal.read("stats", "--to", "2026-03-31")
        assert (said["from"], said["to"]) == ("2025-04-01", "2026-03-31")

    @pytest.mark.parametrize(("period", "lines"), [("day", 365), ("week", 53), ("quarter", 5), ("year", 2)])
    def test_a_trend_has_a_line_for_each_period(
        self, terminal: Terminal, world: Numbers, period: str, lines: int
    ) -> None:
        world.counted(*[10] * 5, *[3] * 5)
        said = terminal.read("stats", "--period", period)
        assert len(said["lines"]) == lines
        assert sum(line["n"] for line in said["lines"]) == 10
        told = terminal.type("stats", "--period", period)
        assert "2026" in told

    def test_no_reliable_change_is_a_result(self, terminal: Terminal, world: Numbers) -> None:
        world.counted(*[10] * 10, *[3] * 10, day="2026-03-05")
        world.counted(*[10] * 11, *[3] * 9, day="2026-04-05")
        world.counted(*[10] * 20, day="2026-05-05")
        world.counted(*[10] * 5, day="2026-06-05")
        lines = {line.split()[0]: line for line in terminal.type("stats", "--period", "month").splitlines() if line}
        assert "no reliable change" in lines["2026-04"]
        assert "+90, reliable" in lines["2026-05"]
        assert "too few to compare" in lines["2026-06"]
        assert "still running" in lines["2026-10"]

    def test_the_days_before_are_compared(self, terminal: Terminal, world: Numbers) -> None:
        world.counted(*[10] * 12, *[3] * 8, day="2025-03-05")
        world.counted(*[10] * 10, *[3] * 10, day="2026-03-05")
        moved = terminal.read("stats", "--compare")["headline"]["change"]
        assert (moved["from"], moved["to"], moved["n"]) == ("2024-10-15", "2025-10-14", 20)
        assert (moved["points"], moved["reliable"]) == (-20, False)
        assert moved["interval"][0] < -20 < moved["interval"][1]
        assert moved["answers_needed"] == answers_needed(ScoreCounts.from_groups(10, 0, 10), 20)
        told = terminal.type("stats", "--compare")
        assert "within the noise, so no reliable change" in told
        assert f"each side would need {moved['answers_needed']} answers" in told
        world.counted(*[10] * 200, day="2026-03-06")
        assert "more than noise" in terminal.type("stats", "--compare")

    def test_satisfaction_is_compared_by_its_share(self, terminal: Terminal, world: Numbers) -> None:
        world.counted(*[5] * 10, *[1] * 10, survey="project", scale="satisfaction", day="2025-03-05")
        world.counted(*[5] * 20, survey="project", scale="satisfaction", day="2026-03-05")
        said = terminal.read("stats", "--survey", "project", "--compare")["figures"]
        assert (said["change"]["points"], said["change"]["reliable"]) == (50.0, True)
        assert "percentage points" in terminal.type("stats", "--survey", "project", "--compare")


class TestOtherQuestions:
    """Imported history and our own survey in one sum: two questions, asked of other people."""

    @pytest.mark.parametrize(
        ("period", "days"), [("month", "02-05 03-05 04-05 05-05"), ("day", "03-01 03-02 03-03 03-04")]
    )
    def test_a_change_across_the_move_is_not_judged(
        self, terminal: Terminal, world: Numbers, period: str, days: str
    ) -> None:
        first, second, third, fourth = (f"2026-{day}" for day in days.split())
        for day, survey in ((first, "old"), (second, "old"), (third, "annual"), (fourth, "annual")):
            scores = [10] * 20 if day in (second, fourth) else [0] * 20
            world.counted(*scores, survey=survey, imported=survey == "old", day=day)
        both = ("--survey", "old", "--survey", "annual")
        said = terminal.read("stats", *both, "--period", period)
        moved = [line["change"]["why_not"] or line["change"]["points"] for line in said["lines"] if line["n"]]
        assert moved == ["fewer than 10 answers", 200, "other question", 200]
        told = terminal.type("stats", *both, "--period", period)
        assert "another question was asked, of other people. So a change across the move is not judged." in told
        assert "other question" in told
        assert "another question" not in terminal.type("stats", "--survey", "annual", "--period", period)

    def test_nor_is_one_within_a_mix(self, terminal: Terminal, world: Numbers) -> None:
        for day in ("2026-03-05", "2026-04-05"):
            world.counted(*[10] * 20, survey="old", imported=True, day=day)
            world.counted(*[0] * 20, day=day)
        said = terminal.read("stats", "--survey", "old", "--survey", "annual", "--period", "month")
        assert [line["change"]["why_not"] for line in said["lines"] if line["n"]][1] == "other question"

    def test_nor_is_one_against_the_days_before(self, terminal: Terminal, world: Numbers) -> None:
        world.counted(*[10] * 20, survey="old", imported=True, day="2025-03-05")
        world.counted(*[0] * 20)
        told = terminal.type("stats", "--survey", "old", "--survey", "annual", "--compare")
        assert "Not compared: another question was asked, of other people." in told
        assert "Too few" not in told

    def test_of_many_comparisons_some_look_real_by_chance(self, terminal: Terminal, world: Numbers) -> None:
        for month in ("03", "04", "05"):
            world.counted(*[10] * 12, *[3] * 8, day=f"2026-{month}-05")
        words = "Of twenty comparisons where nothing changed, one looks like a reliable change."
        assert words in terminal.type("stats", "--period", "month")
        assert words not in terminal.type("stats", "--period", "rolling")
        assert words not in terminal.type("stats")


class TestOrder:
    @pytest.mark.parametrize("by", ["account", "segment", "driver", "owner", "survey"])
    def test_who_needs_attention_comes_first(self, terminal: Terminal, world: Numbers, by: str) -> None:
        owners_on(world)
        for name, scores in (
            ("happy", [10] * 12),
            ("unhappy", [0] * 10),
            ("unhappier", [0] * 12),
            ("torn", [10, 0] * 6),
            ("asked", [None]),
        ):
            about = {"account": name, "segments": {"plan": name}, "owner": name, "drivers": [name]}
            if by == "survey":
                world.counted(*scores, survey=name, imported=scores != [None])
            else:
                world.counted(*scores, **about)
        surveys = [f"--survey={name}" for name in ("happy", "torn", "unhappy", "unhappier")] if by == "survey" else []
        surveys += ["--survey=annual"] if by == "survey" else []
        said = terminal.read("stats", "--by", by, *surveys)
        scores = [(line["nps"], line["n"]) for line in said["lines"] if line["n"]]
        assert scores == [(-100, 12), (-100, 10), (0, 12), (100, 12)]
        assert all(not line["n"] for line in said["lines"][4:])
        assert ", lowest first" in terminal.type("stats", "--by", by, *surveys)

    def test_satisfaction_is_in_order_of_its_mean(self, terminal: Terminal, world: Numbers) -> None:
        for language, score in (("de", 5), ("en", 1), ("nl", 3)):
            world.counted(score, survey="project", scale="satisfaction", language=language)
        said = terminal.read("stats", "--by", "language", "--survey", "project")
        assert [line["name"] for line in said["lines"]] == ["en", "nl", "de"]


class TestWhileAnswersComeIn:
    """Every counter is read a moment after the one before it, and somebody answers in between."""

    def answering(self, world: Numbers, monkeypatch: pytest.MonkeyPatch, scope: str) -> None:
        real = type(world.counters).read

        def read(counters: Any, survey: str, read_scope: str, *rest: Any, **named: Any) -> Any:
            if read_scope == scope and survey == "annual":
                world.counted(1, 1, segments={"plan": "Gold"}, language="de", drivers=["price"])
            return real(counters, survey, read_scope, *rest, **named)

        monkeypatch.setattr(type(world.counters), "read", read)

    @pytest.mark.parametrize("options", [(), ("--compare",), ("--public", "--segment", "plan")])
    def test_segments_are_told(
        self, terminal: Terminal, world: Numbers, monkeypatch: pytest.MonkeyPatch, options: tuple[str, ...]
    ) -> None:
        world.counted(*[10] * 10, segments={"plan": "Gold"})
        self.answering(world, monkeypatch, "segment")
        said = terminal.read("stats", "--by", "segment", *options)
        assert (said["lines"][0]["name"], said["figures"]["n"]) == ("plan=Gold", said["lines"][0]["n"])

    @pytest.mark.parametrize("scope", ["language", "driver", "all"])
    def test_so_are_the_others(
        self, terminal: Terminal, world: Numbers, monkeypatch: pytest.MonkeyPatch, scope: str
    ) -> None:
        world.counted(*[10] * 10, segments={"plan": "Gold"}, language="de", drivers=["price"])
        self.answering(world, monkeypatch, scope)
        for options in (
            ("--by", "language"),
            ("--by", "driver"),
            ("drivers",),
            ("--by", "survey", "--survey", "annual"),
        ):
            for public in ((), ("--public",)):
                terminal.read("stats", *options, *public)

    def test_an_answer_edited_between_the_reads_stops_nothing(
        self, terminal: Terminal, world: Numbers, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        world.counted(*[10] * 10, drivers=["price"])
        named = {"price": ScoreCounts.from_groups(9, 0, 1)}
        monkeypatch.setattr(type(world.read_stats), "named", lambda *_: named)
        assert terminal.read("stats", "drivers")["drivers"][0]["n"] == 9


class TestHowSure:
    def test_both_intervals_are_named(self, terminal: Terminal, world: Numbers) -> None:
        world.counted(*[10] * 20, *[3] * 5, *[None] * 15)
        said = terminal.read("stats")["headline"]
        assert said["of_those_asked"]["asked"] == 40
        first, second, *_ = terminal.type("stats").splitlines()
        found = world.read_stats.headline(*world.read_stats.window())
        low, high = found.ends.rounded
        assert said["interval"] == [round(found.ends.low, 1), round(found.ends.high, 1)]
        ends = f"likely between {signed(low)} and {signed(high)} for all customers"
        assert first == f"NPS +60, {ends} · 25 answers, which is few, 12 months"
        assert found.ends_of_asked is not None
        low, high = found.ends_of_asked.rounded
        assert second.startswith("25 of 40 asked answered (62 %, likely between ")
        assert second.endswith(
            f"For just the 40 people asked, the score lies between {signed(low)} and {signed(high)}."
        )

    def test_who_answered_but_was_asked_before_is_said(self, terminal: Terminal, world: Numbers) -> None:
        world.counted(*[10] * 5, *[None] * 5)
        world.counted(*[3] * 5, asked_on="2025-10-14", day="2025-10-20")
        told = terminal.type("stats").splitlines()[1]
        assert told.startswith("5 of 10 asked answered")
        assert "For just the 15 people who were asked or answered in these days, the score lies" in told

    def test_the_first_line_is_short(self, terminal: Terminal, world: Numbers) -> None:
        world.counted(*[10] * 20, *[3] * 5, *[None] * 15)
        world.counted(*[5] * 20, *[1] * 5, *[None] * 15, survey="project", scale="satisfaction")
        for options in ((), ("--survey", "annual"), ("--from", "2025-11-01"), ("--survey", "project")):
            assert len(terminal.type("stats", *options).splitlines()[0]) <= 125, options

    def test_where_all_answered_it_is_exact(self, terminal: Terminal, world: Numbers) -> None:
        world.counted(10, 3, 9)
        assert "All of them answered, so for just these the score is exact." in terminal.type("stats")

    def test_under_thirty_answers_are_few(self, terminal: Terminal, world: Numbers) -> None:
        world.counted(*[10] * 29)
        assert "29 answers, which is few" in terminal.type("stats")
        assert "29, few" in terminal.type("stats")
        world.counted(9)
        assert "few," not in terminal.type("stats")

    def test_the_groups_of_one_survey_have_shares_with_intervals(self, terminal: Terminal, world: Numbers) -> None:
        world.counted(*[10] * 10, *[8] * 5, *[3] * 5)
        shares = terminal.read("stats", "--survey", "annual")["figures"]["shares"]
        assert (shares["promoters"]["percent"], shares["promoters"]["of"]) == (50.0, 20)
        assert "detractors, 0 to 6" in terminal.type("stats", "--survey", "annual")


class TestMachines:
    def test_csv_has_a_row_for_each_line_and_no_formula(self, terminal: Terminal, world: Numbers) -> None:
        evil = world.add_contact(account="=1+1")
        world.counted(10, 3, account=evil.account_id, day="2026-03-05")
        rows = list(csv.DictReader(io.StringIO(terminal.type("stats", "--by", "account", "--csv"))))
        assert [(row["name"], row["n"], row["nps"]) for row in rows] == [("'=1+1", "2", "0")]
        assert (rows[0]["score_3"], rows[0]["low"][0], rows[0]["few_answers"]) == ("1", "-", "yes")
        everything = terminal.type("stats", "--csv")
        assert [row["kind"] for row in csv.DictReader(io.StringIO(everything))].count("survey") == 5

    @pytest.mark.parametrize(
        ("options", "said"),
        [
            (("--period", "month"), "Net Promoter Score"),
            (("--period", "month", "--picture", "rate"), "Response rate"),
            ((), "How many gave each score"),
            (("--by", "driver"), "What detractors and promoters name"),
            (("--survey", "project"), "How many gave each score"),
            (("--period", "month", "--public"), "Net Promoter Score"),
            (("--by", "language", "--picture", "distribution"), "How many gave each score"),
            (("--compare", "--picture", "distribution"), "How many gave each score"),
            (("--public", "--picture", "drivers"), "What detractors and promoters name"),
        ],
    )
    def test_a_picture_of_what_was_asked(
        self, terminal: Terminal, world: Numbers, tmp_path: Path, options: tuple[str, ...], said: str
    ) -> None:
        world.counted(*[10] * 20, *[3] * 15, drivers=["price"])
        world.counted(5, survey="project", scale="satisfaction")
        file = tmp_path / "picture.svg"
        assert f"Drawn into {file}" in terminal.type("stats", *options, "--plot", str(file)).replace("\n", "")
        assert said in BeautifulSoup(file.read_text(encoding="utf-8"), "html.parser").find("title").text
        json.loads(terminal.type("stats", *options, "--plot", str(file), "--json"))

    def test_a_picture_marks_where_our_own_survey_begins_and_what_is_only_a_part(
        self, terminal: Terminal, world: Numbers, tmp_path: Path
    ) -> None:
        world.counted(*[10] * 20, survey="delighted", imported=True, day="2026-02-10")
        world.counted(*[10] * 20, day="2026-05-10")
        world.counted(*[3] * 20, day="2026-10-05")
        file = tmp_path / "picture.svg"
        both = ("--survey", "delighted", "--survey", "annual")
        terminal.type("stats", *both, "--period", "quarter", "--plot", str(file))
        drawn = BeautifulSoup(file.read_text(encoding="utf-8"), "html.parser")
        assert "from here: other question" in drawn.text
        assert "Hollow: only part of the period." in drawn.text

    def test_a_table_fits_a_terminal_of_80_columns(
        self, terminal: Terminal, world: Numbers, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        world.counted(*[10] * 20, *[3] * 15, None, day="2026-03-05", drivers=["price"], ratings={"quality": 4})
        world.counted(*[10] * 15, *[3] * 15, None, day="2026-04-05", drivers=["price"])
        monkeypatch.setattr(show, "console", show.Console(highlight=False, soft_wrap=True, width=80))
        world.counted(*[10] * 900, *[3] * 400, None, account=self.LONG, segments={"plan": "Enterprise Premium Edition"})
        asked = (
            "",
            "--period quarter",
            "--compare",
            "--by driver",
            "drivers",
            "--by account",
            "--by account --compare",
        )
        asked += ("--by segment --compare", "--by survey --survey annual --survey day50")
        for options in map(str.split, asked):
            lines = terminal.type("stats", *options).splitlines()
            heads = [at for at, line in enumerate(lines) if line.startswith(("NPS, ", "Drivers, ", "Ratings, "))]
            for at in heads:
                table = lines[at : lines.index("", at)]
                assert max(map(len, table)) <= 80, options
                assert not any("…" in line for line in table)
                # A row that goes on in the next line goes on with words: a name, or "change".
                assert not any(line[0] == " " and any(map(str.isdigit, line)) for line in table[3:]), options

    LONG = "Deichkind Hosting und Netzwerke GmbH & Co. KG"


class TestRefusals:
    @pytest.mark.parametrize(
        ("options", "reason", "code"),
        [
            (("--survey", "anual"), "survey: there is no survey 'anual'; did you mean 'annual'?", 1),
            (("--survey", "annual", "--survey", "project"), "they are never summed", 1),
            (("--account", "kasboer"), "did you mean 'Kaasboer'?", 1),
            (("--segment", "plan=Glod"), "did you mean 'plan=Gold'", 1),
            (("--segment", "plan"), "write it like plan=Gold", 1),
            (("--by", "segment", "--segment", "plam"), "did you mean 'plan'?", 1),
            (("--language", "fr"), "there is: de, en, nl", 1),
            (("--driver", "prize"), "did you mean 'price'", 1),
            (("--from", "yesterday"), "from: 'yesterday' is not a day", 1),
            (("--to", "0001-01-01"), "to: 0001-01-01 is not a day anybody was asked on", 1),
            (("--from", "2026-05-01", "--to", "2026-04-01"), "from: 2026-05-01 is after 2026-04-01", 1),
            (("--from", "2027-01-01"), "from: 2027-01-01 is still to come", 1),
            (("--account", "Kaasboer", "--language", "en"), "choose one of --account and --language", 2),
            (("--by", "account", "--driver", "price"), "--by account does not go with --driver", 2),
            (("--by", "language", "--period", "month"), "name one language with --language NAME", 2),
            (("--period", "month", "--compare"), "leave out --compare", 2),
            (("--by", "colour"), "colour", 2),
            (("--json", "--csv"), "choose one of --json and --csv", 2),
            (("--picture", "trend"), "say where with --plot FILE", 2),
            (("--plot", "x.svg", "--picture", "trend"), "say which, such as --period month", 2),
            (("--plot", "x.svg", "--public"), "not for outside", 2),
            (("--plot", "x.svg", "--picture", "drivers", "--language", "en"), "leave out the filter", 2),
            (("--plot", "x.svg", "--period", "day", "--picture", "rate"), "draw --picture trend", 2),
            (("--plot", "x.png"), "x.svg", 1),
            (("--public", "--by", "account"), "no account is ever shown outside", 2),
            (("--public", "--owner", "eva@polder.example"), "no owner is ever shown outside", 2),
            (("--public", "--period", "rolling"), "show --period quarter or year", 2),
            (("--survey", "annual", "drivers"), "sayso stats drivers --survey", 2),
            (("--from", "2026-01-01", "accounts"), "write --from behind the command", 2),
            (("needed", "0"), "points: a change is 1 to 200 points", 1),
            (("needed", "ten"), "points: 'ten' is no whole number; write 1 to 200", 2),
            (("needed", "--surve", "5"), "extra argument", 2),
            (("needed", "--nonsense"), "there is no option --nonsense", 2),
            (("--to", "2026-10-15"), "to: 2026-10-15 is still to come; days are UTC days, and today is 2026-10-14", 1),
            (("--plot", "x.svg", "--by", "account"), "with --account and --period quarter instead of --by", 2),
            (("--plot", "x.svg", "--by", "language", "--public"), "--picture drivers", 2),
            (("--plot", "x.svg", "--compare"), "a comparison is not drawn; draw how the score moved, with --period", 2),
            (("--plot", "x.svg", "--public", "--survey", "project"), "no picture is for outside", 2),
            (("--plot", "x.svg", "--public", "--period", "month", "--picture", "rate"), "leave out --picture", 2),
            (("needed", "10", "--survey", "project"), "has no points", 1),
            (("needed", "10", "--survey", "ticket"), "there are no answers in these days", 1),
            (("drivers", "--survey", "project"), "no promoters and detractors", 1),
        ],
    )
    def test_say_what_to_do_and_change_nothing(
        self,
        terminal: Terminal,
        world: Numbers,
        options: tuple[str, ...],
        reason: str,
        code: int,
        tmp_path: Path,
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:
        monkeypatch.chdir(tmp_path)
        monkeypatch.setenv("COLUMNS", "200")
        person = world.add_contact(account="Kaasboer")
        world.counted(9, 3, account=person.account_id, segments={"plan": "Gold"}, drivers=["price"])
        written = len(world.items.written)
        assert reason in terminal.type("stats", *options, expect=code)
        assert (len(world.items.written), [*tmp_path.iterdir()]) == (written, [])


class TestDriversAndNeeded:
    def test_what_pulls_the_score_down_comes_first(self, terminal: Terminal, world: Numbers) -> None:
        world.counted(*[10] * 20, drivers=["expertise"], ratings={"quality": 5})
        world.counted(*[2] * 10, drivers=["price"], ratings={"quality": 2})
        world.counted(*[8] * 10)
        said = terminal.read("stats", "drivers")
        by_name = {one["driver"]: one for one in said["drivers"]}
        assert said["drivers"][0]["driver"] == "price"
        price = by_name["price"]
        assert (price["nps"], price["of_detractors"]["percent"], price["of_promoters"]["part"]) == (-100, 100.0, 0)
        assert price["pull"] == round(25 - 100 * 20 / 30, 1)
        assert price["differs_from_others"] is True
        assert said["ratings"]["annual"]["quality"]["correlation"] == 1.0
        told = terminal.type("stats", "drivers")
        assert "100 % (10 of 10)" in told
        assert ", reliable" in next(line for line in told.splitlines() if line.startswith("Price"))
        assert "Nobody named: " in told
        assert "need not be its cause" in told
        rows = list(csv.DictReader(io.StringIO(terminal.type("stats", "drivers", "--csv"))))
        assert (rows[0]["name"], rows[0]["of_detractors"]) == ("price", "100.0")
        assert rows[-1]["kind"] == "rating"

    def test_how_many_answers_a_change_takes(self, terminal: Terminal, world: Numbers) -> None:
        world.counted(*[10] * 20, *[3] * 20)
        said = terminal.read("stats", "needed", "10")
        counts = ScoreCounts.from_groups(20, 0, 20)
        assert said["answers_needed"] == answers_needed(counts, 10)
        seen = said["smallest_change_seen"]
        assert answers_needed(counts, seen) <= 40 < answers_needed(counts, seen - 1)
        told = terminal.type("stats", "needed", "10")
        assert f"each of the two periods needs {said['answers_needed']} answers" in told
        assert f"a change of {seen} points or more can be seen" in told

    def test_with_three_answers_no_change_can_be_seen(self, terminal: Terminal, world: Numbers) -> None:
        world.counted(10, 8, 3)
        assert terminal.read("stats", "needed", "20")["smallest_change_seen"] is None
        assert "no change can be seen" in terminal.type("stats", "needed", "20")
        assert "rough guess" in terminal.type("stats", "needed", "20")

    def test_a_change_down_takes_as_many_answers_as_one_up(self, terminal: Terminal, world: Numbers) -> None:
        world.counted(*[10] * 20, *[3] * 20)
        wanted = terminal.read("stats", "needed", "5")
        for typed in ("-5", "−5", "+5"):
            assert terminal.read("stats", "needed", typed) == wanted

    def test_the_library_is_not_heard(
        self, terminal: Terminal, world: Numbers, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("COLUMNS", "200")
        for command in (("needed", "x"), ("needed", "1.5"), ("accounts", "--renewal-within", "x")):
            told = terminal.type("stats", *command, expect=2)
            assert "parse" not in told
            assert "Value error" not in told
        assert "'-1' is no number of days from 0 to 3660" in terminal.type(
            "stats", "accounts", "--renewal-within", "-1", expect=2
        )


class TestInPublic:
    def test_what_stands_as_a_dash_is_counted(self, terminal: Terminal, world: Numbers) -> None:
        world.counted(*[10] * 10, *[3] * 10, ratings={"quality": 4})
        world.counted(*[10] * 10, *[3] * 10, survey="day50")
        world.counted(*[10] * 3, survey="day50", ratings={"quality": 4})
        told = terminal.type("stats", "--public")
        assert "Left out (–): what 2 scores are made of, 1 rating, how each rating was given. Why: no figure" in told
        assert "Left out" not in terminal.type("stats")

    def test_both_answers_about_drivers_tell_of_the_same(self, terminal: Terminal, world: Numbers) -> None:
        world.counted(*[10] * 20, *[8] * 20, *[3] * 20)
        world.counted(*[8] * 6, drivers=["quality"])  # nobody praised or criticised it
        world.counted(*[10] * 6, drivers=["price"])
        world.counted(*[3] * 4, drivers=["expertise"])
        drivers = terminal.read("stats", "drivers", "--public")
        lines = terminal.read("stats", "--by", "driver", "--public")
        assert [one["driver"] for one in drivers["drivers"]] == [one["name"] for one in lines["lines"]] == ["price"]
        assert drivers["hidden"] == lines["hidden"] == 2

    def test_what_is_hidden_is_said_and_is_no_fault(self, terminal: Terminal, world: Numbers) -> None:
        world.counted(*[10] * 10, language="de")
        world.counted(*[3] * 10, language="nl")
        world.counted(*[3] * 3, language="en")
        said = terminal.read("stats", "--by", "language", "--public")
        # With the three alone hidden they would be what is left; so the smallest other goes with them.
        assert ([line["name"] for line in said["lines"]], said["hidden"]) == (["nl"], 2)
        told = terminal.type("stats", "--by", "language", "--public")
        assert "2 groups are too small to show: no figure under 5 answers" in told
        assert "2 groups are too small" in terminal.type("stats", "--by", "language", "--public", "--csv")

    def test_under_thirty_answers_a_year_there_is_no_trend_by_month_but_one_by_quarter(
        self, terminal: Terminal, world: Numbers
    ) -> None:
        world.counted(*[10] * 29, day="2026-03-05")
        for period in ("day", "week", "month"):
            said = terminal.read("stats", "--period", period, "--public")
            assert said["lines"] == []
            assert "fewer than 30 answers a year" in said["no_periods_because"]
        assert terminal.read("stats", "--period", "quarter", "--public")["lines"][0]["n"] == 29
        world.counted(9, day="2026-05-05")
        assert "no_periods_because" not in terminal.read("stats", "--period", "month", "--public")

    def test_two_years_need_thirty_each(self, terminal: Terminal, world: Numbers) -> None:
        world.counted(*[10] * 40, day="2026-03-05")
        world.counted(*[10] * 20, day="2025-03-05")
        options = ("stats", "--period", "month", "--public", "--from", "2024-10-15")
        assert terminal.read(*options)["lines"] == []
        world.counted(*[10] * 10, day="2025-03-05")
        assert [line["n"] for line in terminal.read(*options)["lines"]] == [30, 40]

    def test_two_segments_side_by_side_are_not_shown(self, terminal: Terminal, world: Numbers) -> None:
        world.counted(*[10] * 10, segments={"plan": "Gold", "place": "Bern"})
        assert "say which with --segment: place, plan" in terminal.type(
            "stats", "--by", "segment", "--public", expect=2
        )
        said = terminal.read("stats", "--by", "segment", "--segment", "plan", "--public")
        assert [line["name"] for line in said["lines"]] == ["plan=Gold"]

    def test_the_three_groups_are_shown_only_if_none_is_small(self, terminal: Terminal, world: Numbers) -> None:
        world.counted(*[10] * 10, *[3] * 4)
        assert "promoters" not in terminal.read("stats", "--public")["headline"]
        world.counted(3)
        said = terminal.read("stats", "--public")["headline"]
        assert (said["promoters"], said["passives"], said["detractors"]) == (10, 0, 5)
        assert "scores" not in said

    def test_a_part_that_leaves_a_small_rest_is_not_shown_alone(self, terminal: Terminal, world: Numbers) -> None:
        world.counted(*[10] * 10, language="de")
        world.counted(*[3] * 4, language="nl")
        for options in (("--language", "de"), ("--language", "nl"), ("--survey", "day50")):
            assert terminal.read("stats", "--public", *options).get("figures") is None
            assert "too small to show" in terminal.type("stats", "--public", *options)
        world.counted(*[3] * 4, language="en")
        assert terminal.read("stats", "--public", "--language", "de")["figures"]["n"] == 10


GROUP = st.tuples(
    st.sampled_from(["day50", "annual", "ticket", "old"]),
    st.sampled_from(["de", "en", "nl"]),
    st.sampled_from([None, "Gold", "Silver", "Bronze"]),
    st.sampled_from(["2025-11-03", "2025-12-20", "2026-02-03", "2026-05-04", "2026-05-30", "2026-10-10", "2025-06-01"]),
    st.sampled_from([(), ("price",), ("expertise",), ("price", "expertise")]),
    st.sampled_from([None, 2, 4, 5]),
    st.sampled_from([0, 3, 6, 7, 8, 9, 10]),
    st.integers(1, 9),
)
PUBLIC = [
    Question(public=True),
    Question(public=True, compare=True),
    Question(public=True, by="language"),
    Question(public=True, by="language", compare=True),
    Question(public=True, by="segment", segment="plan", compare=True),
    Question(public=True, by="driver", compare=True),
    Question(public=True, by="survey", surveys=("annual", "ticket", "old")),
    Question(public=True, period="month"),
    Question(public=True, period="quarter"),
    Question(public=True, period="year", language="de"),
    Question(public=True, language="de"),
    Question(public=True, driver="price", compare=True),
    Question(public=True, surveys=("annual",)),
    Question(public=True, surveys=("annual",), language="de"),
]


@settings(max_examples=60)
@given(st.lists(GROUP, min_size=1, max_size=9))
def test_from_all_that_one_answer_shows_nobody_can_work_out_one_to_four_answers(groups: list[Any]) -> None:
    world = Numbers()
    for survey, language, plan, day, drivers, rating, score, times in groups:
        world.counted(
            *[score] * times,
            survey=survey,
            language=language,
            segments={"plan": plan} if plan else {},
            day=day,
            drivers=drivers,
            ratings={"quality": rating} if rating else {},
            imported=survey == "old",
        )
    everything = sum(times for survey, *_, day, _, _, _, times in _dated(groups) if survey in ("day50", "annual"))
    for question in PUBLIC:
        if "old" in question.surveys and "old" not in world.read_stats.history():
            continue
        if question.segment and not world.read_stats.values(("day50", "annual"), "segment"):
            continue
        said = asked_of(world, question)
        for figures in _figures(said):
            check_figures(figures)
        whole = said.get("headline") or said.get("figures")
        if "headline" in said:
            check_overview(said)
        elif question.by or question.period:
            assert whole or not said["lines"]
            check_parts(whole, said["lines"], overlap=question.by == "driver")
        elif whole:
            assert not 0 < everything - whole["n"] < 5


def _dated(groups: list[Any]) -> Iterator[Any]:
    """Those of the last twelve months."""
    return (group for group in groups if group[3] >= "2025-10-15")


def asked_of(world: Numbers, question: Question) -> Any:
    said = io.StringIO()
    with redirect_stdout(said):
        answer(world, question, None, None, Output(json=True))
    return json.loads(said.getvalue())


def _figures(said: Any) -> Iterator[dict[str, Any]]:
    """Everything in an answer that counts answers."""
    if isinstance(said, dict):
        if "n" in said:
            yield said
        for value in said.values():
            yield from _figures(value)
    elif isinstance(said, list):
        for value in said:
            yield from _figures(value)


def check_figures(figures: dict[str, Any]) -> None:
    """One figure: of five answers or more, without the single scores, its groups large or nobody."""
    assert figures["n"] >= 5
    assert not {"scores", "waiting", "machine"} & figures.keys()
    for group in ("promoters", "passives", "detractors", "satisfied"):
        assert not 0 < figures.get(group, 0) < 5


def check_parts(whole: dict[str, Any], parts: list[dict[str, Any]], *, overlap: bool) -> None:
    """Whatever parts are taken away from the whole, not one to four answers are left; in the days before neither."""
    befores = [part["change"] for part in parts if "change" in part]
    pairs = [(whole, parts)] if whole else []
    if whole and "change" in whole:
        pairs.append((whole["change"], befores))
    for all_, shown in pairs:
        counts = [part["n"] for part in shown]
        for some in range(1, 2 if overlap else len(counts) + 1):
            for taken in combinations(counts, some):
                assert not 0 < all_["n"] - sum(taken) < 5


def check_overview(said: dict[str, Any]) -> None:
    """The headline is made of its surveys, and each of these holds its ratings."""
    headline, surveys = said["headline"], said["surveys"]
    relationship = [surveys[name] for name in ("day50", "annual") if name in surveys]
    assert headline or not relationship
    if headline:
        check_parts(headline, relationship, overlap=False)
    for survey in (*surveys.values(), *said["history"].values()):
        for rating in survey["ratings"].values():
            around = [survey, headline] if headline and survey in relationship else [survey]
            assert not any(0 < one["n"] - rating["n"] < 5 for one in around)


@given(st.lists(GROUP, min_size=1, max_size=9))
@settings(max_examples=40)
def test_drivers_in_public_show_no_group_of_one_to_four(groups: list[Any]) -> None:
    world = Numbers()
    for _, language, _, _, drivers, _, score, times in groups:
        world.counted(*[score] * times, language=language, drivers=drivers)
    found = analyse(world.read_stats, world.read_stats.headline_selection, world.read_stats.window(), public=True)
    counts = world.read_stats.headline(*world.read_stats.window()).counts
    for one in found.shown:
        # The size of a group can be worked out from a share of it.
        assert not any(0 < group < 5 for group in (counts.promoters, counts.passives, counts.detractors))
        for share in told_shares(one, found):
            if share:
                assert share.part >= 5
                assert share.whole == share.part or share.whole - share.part >= 5
    assert all(one.driver in {*found.praised, *found.criticised} for one in found.shown)
    lines = asked_of(world, Question(public=True, by="driver"))["lines"]
    # Beside a score the passives who named it could be worked out, and those who did not.
    small = {
        one.driver
        for one in found.shown
        for group in ("promoters", "passives", "detractors")
        if {getattr(one.counts, group), getattr(counts, group) - getattr(one.counts, group)} & {1, 2, 3, 4}
    }
    assert {line["name"] for line in lines} == {one.driver for one in found.shown if one.counts.n} - small
