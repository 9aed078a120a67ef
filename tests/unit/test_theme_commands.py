"""`sayso themes`, and themes in `sayso stats`: what an operator and the public are told of them."""

from __future__ import annotations

from datetime import timedelta
from types import SimpleNamespace
from typing import Any

import pytest

from sayso.cli import commitment_link_commands, quote_commands
from sayso.domain.filing import filed_by_rule
from sayso.domain.response import SaidWords
from sayso.domain.unconfirmed import answer_id
from sayso.services.answer_stats import AnswerStats
from sayso.services.read_stats import Span
from tests.bench.metered_items import MeteredItems
from tests.builders import MONDAY, World, programme, response
from tests.unit.test_cli import Terminal, terminal, world
from tests.unit.test_file_answers import PROGRAMME, kept, said, with_rules

__all__ = ["terminal", "world"]
SINCE = "2025-03-03"


@pytest.fixture(autouse=True)
def _ours(world: World) -> None:
    world.programme = PROGRAMME


def answered(world: World, number: int, score: int = 3, survey: str = "annual", days: int = 0, **fields: Any) -> Any:
    """A confirmed answer of some days ago, put straight into the table."""
    at = MONDAY - timedelta(days=days)
    about = {"answered_at": at, "updated_at": at, "confirmed_at": at, "asked_at": at, "revision": 0, **fields}
    one = response(contact_id=f"c{number}", occasion=f"{survey}{days}", survey=survey, score=score, **about)
    one = filed_by_rule(one, SaidWords(), world.programme.all_themes)
    return world.responses.save(one, None, MONDAY, None)


class TestList:
    def test_each_theme_has_its_answers_score_and_what_waits(self, terminal: Terminal, world: World) -> None:
        said(world, 3, drivers=["response_time"], why="parking")
        said(world, 9, number=2, drivers=["response_time"])
        said(world, 9, number=3)
        found = terminal.read("themes")
        assert (found["from"], found["to"], found["of_surveys"]) == (SINCE, "2026-03-02", ["day50", "annual"])
        themes = {one["theme"]: one for one in found["themes"]}
        slow, parking = themes["slow_replies"], themes["parking"]
        assert (slow["n"], slow["promoters"], slow["passives"], slow["detractors"], slow["nps"]) == (2, 1, 0, 1, 0)
        assert (slow["label"], slow["few_answers"], slow["suggested"]) == ("Slow replies", True, 0)
        assert (parking["n"], parking["suggested"], parking["nps"]) == (0, 1, None)
        told = terminal.type("themes", "list")
        assert "Slow replies" in told
        assert "1 suggestion waits for a person's word and counts nowhere: sayso themes suggestions" in told

    def test_a_change_is_told_from_noise_against_the_twelve_months_before(
        self, terminal: Terminal, world: World
    ) -> None:
        for number in range(40):
            answered(world, number, 2, drivers=("response_time",))
            answered(world, number, 10, days=400, drivers=("response_time",))
            answered(world, number, 9 if number % 2 else 3, drivers=("price",), survey="day50")
            answered(world, number, 9 if number % 2 else 3, days=400, drivers=("price",), survey="day50")
        world.run()
        themes = {one["theme"]: one for one in terminal.read("themes")["themes"]}
        moved, same = themes["slow_replies"]["change"], themes["price"]["change"]
        assert (moved["points"], moved["reliable"]) == (-200.0, True)
        assert (same["points"], same["reliable"]) == (0.0, False)
        assert themes["parking"]["change"]["why_not"] == "fewer than 10 answers"
        told = terminal.type("themes")
        assert "-200, reliable" in told.replace("−", "-")
        assert "no reliable change" in told

    def test_other_surveys_are_told_apart_and_can_be_asked_for(self, terminal: Terminal, world: World) -> None:
        answered(world, 1, 3, drivers=("response_time",))
        answered(world, 2, 3, survey="ticket", drivers=("response_time",))
        answered(world, 3, 3, survey="review", drivers=("response_time",), reasons=("recorded",))
        world.run()
        (slow,) = [one for one in terminal.read("themes")["themes"] if one["theme"] == "slow_replies"]
        assert (slow["n"], slow["elsewhere"]) == (1, 2)
        (slow,) = [
            one for one in terminal.read("themes", "--survey", "ticket")["themes"] if one["theme"] == "slow_replies"
        ]
        assert (slow["n"], slow["elsewhere"]) == (1, 2)
        assert "there is no survey 'nonsense'" in terminal.type("themes", "--survey", "nonsense", expect=1)

    def test_a_theme_the_programme_once_had_is_still_told_of(self, terminal: Terminal, world: World) -> None:
        said(world, drivers=["response_time"])
        without_themes(world)
        assert "slow replies (not in the programme)" in terminal.type("themes")

    def test_it_reads_as_much_for_many_answers_as_for_few(self, world: World) -> None:
        reads = []
        for number in (3, 60):
            big = World(programme=PROGRAMME)
            big.items = MeteredItems()
            for at in range(number):
                answered(big, at, at % 11, drivers=("response_time", "price"))
            big.run()
            before = big.items.reads
            assert big.read_themes.all().lines[0].figures.counts.n == number
            reads.append(big.items.reads - before)
        assert reads[0] == reads[1]

    def test_options_stand_behind_the_command(self, terminal: Terminal) -> None:
        assert "behind 'list'" in terminal.type("themes", "--survey", "annual", "list", expect=2)


class TestAnswers:
    def test_a_theme_shows_its_answers_newest_first_and_marks_suggestions(
        self, terminal: Terminal, world: World
    ) -> None:
        old = said(world, 3, drivers=["response_time"], why="Nobody answered me")
        world.clock.pass_by(days=2)
        new = said(world, 9, number=2, why="I waited")
        found = terminal.read("themes", "show", "Slow replies")
        assert [one["id"] for one in found["answers"]] == [answer_id(new), answer_id(old)]
        assert [one["filings"]["slow_replies"]["state"] for one in found["answers"]] == ["suggested", "filed"]
        assert (found["n"], found["suggested"], found["more"]) == (1, 1, False)
        told = terminal.type("themes", "show", "slow_replies")
        assert "Nobody answered me" in told
        assert "suggested by words" in told
        assert "by driver" in told
        assert "Slow replies, in day50, annual: NPS" in told
        assert "1 suggestion waits and counts nowhere." in told
        assert "; 1 of them only suggested" in told
        assert "No answers under it" in terminal.type("themes", "show", "parking")
        assert "there is no theme" in terminal.type("themes", "show", "weather", expect=1)

    def test_suggestions_are_listed_until_somebody_decides(self, terminal: Terminal, world: World) -> None:
        one = answer_id(said(world, why="slow parking"))
        assert [found["id"] for found in terminal.read("themes", "suggestions")["answers"]] == [one]
        told = terminal.type("themes", "suggestions")
        assert "Parking, Slow replies" in told
        terminal.type("themes", "accept", one, "parking")
        assert [found["id"] for found in terminal.read("themes", "suggestions")["answers"]] == [one]
        assert terminal.read("themes", "suggestions", "parking")["answers"] == []
        terminal.type("themes", "reject", one, "slow_replies")
        assert "Nothing is suggested since" in terminal.type("themes", "suggestions")

    def test_since_a_day_leaves_out_what_came_before(self, terminal: Terminal, world: World) -> None:
        said(world, why="parking")
        assert terminal.read("themes", "suggestions", "--since", "2026-03-02")["answers"]
        world.clock.pass_by(days=1)
        assert not terminal.read("themes", "suggestions", "--since", "2026-03-03")["answers"]
        assert "not a day" in terminal.type("themes", "suggestions", "--since", "soon", expect=1)

    def test_no_more_are_listed_than_one_can_read(self, terminal: Terminal, world: World) -> None:
        for number in range(53):
            answered(world, number, drivers=("price",), contact=None)
        found = terminal.read("themes", "show", "price")
        assert (len(found["answers"]), found["more"]) == (50, True)
        assert "newest 50" in terminal.type("themes", "show", "price")

    def test_an_answer_says_its_themes_where_it_is_shown(self, terminal: Terminal, world: World) -> None:
        one = answer_id(said(world, drivers=["response_time"], why="parking"))
        assert "themes: Slow replies, Parking (suggested)" in terminal.type("answers", "show", one)
        assert terminal.read("answers", "show", one)["themes"] == {"parking": "suggested", "slow_replies": "filed"}

    @pytest.mark.parametrize("day", ["0001-01-01", "0200-01-01", "1999-12-31", "2026-03-03", "9999-12-31"])
    @pytest.mark.parametrize(
        "typed",
        [
            ("themes", "show", "price"),
            ("themes", "suggestions"),
            ("themes", "accept", "--all", "price"),
            ("themes", "refile"),
            ("commitments", "link", "replies", "--theme", "price"),
            ("quotes", "candidates"),
            ("answers", "list"),
        ],
    )
    def test_days_before_there_were_answers_and_days_to_come_are_refused(
        self, terminal: Terminal, world: World, monkeypatch: pytest.MonkeyPatch, typed: tuple[str, ...], day: str
    ) -> None:
        for door in (commitment_link_commands, quote_commands):
            monkeypatch.setattr(door, "find", lambda _: SimpleNamespace(wiring=lambda: world))
        reads = world.items.reads
        assert "--since: " in terminal.type(*typed, "--since", day, expect=1)
        assert world.items.reads - reads < 5

    def test_a_theme_that_left_the_programme_is_still_opened_and_rejected(
        self, terminal: Terminal, world: World
    ) -> None:
        filed, waits = said(world, drivers=["response_time"]), said(world, number=2, why="slow")
        other = answer_id(said(world, number=3))
        one_year_later = terminal.read("themes", "show", "slow_replies")
        without_themes(world)
        assert terminal.read("themes", "show", "slow_replies") == {**one_year_later, "in_programme": False}
        assert answer_id(filed) in terminal.type("themes", "show", "Slow replies")
        listed = terminal.read("themes", "suggestions", "slow_replies")["answers"]
        assert [one["id"] for one in listed] == [answer_id(waits)]
        assert "neither filed nor" in terminal.type("themes", "reject", other, "slow_replies", expect=1)
        terminal.type("themes", "reject", answer_id(filed), answer_id(waits), "slow replies")
        assert [kept(world, one).themes["slow_replies"].state for one in (filed, waits)] == ["rejected"] * 2
        world.clock.pass_by(days=900)
        assert terminal.read("themes", "show", "slow_replies")["n"] == 0
        for command in ("show", "suggestions"):
            told = terminal.type("themes", command, "weather", expect=1)
            assert "there is no theme 'weather'; there is: " in told
        assert "there is no theme 'weather'" in terminal.type("themes", "reject", other, "weather", expect=1)


def without_themes(world: World) -> None:
    world.programme = programme(themes=[])
    for name in ("read_stats", "read_themes", "file_answers", "list_answers"):
        world.__dict__.pop(name, None)


class TestDeciding:
    def test_many_are_looked_up_in_one_pass(
        self, terminal: Terminal, world: World, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        names = [answer_id(said(world, number=number, why="parking")) for number in range(1, 6)]
        read, months = world.responses.confirmed_in_month, []
        monkeypatch.setattr(world.responses, "confirmed_in_month", lambda month: months.append(month) or read(month))
        for command in ("accept", "reject"):
            months.clear()
            terminal.type("themes", command, *names, "parking")
            assert len(months) == len({*months}) > 0
        assert "there is no answer 'cold, warm'" in terminal.type(
            "themes", "accept", names[0], "warm", "cold", "parking", expect=1
        )

    def test_several_answers_are_accepted_at_once(self, terminal: Terminal, world: World) -> None:
        references = [said(world, number=number, why="parking") for number in (1, 2)]
        told = terminal.type("themes", "accept", *map(answer_id, references), "parking")
        assert told.count("filed under Parking.") == 2
        assert all(kept(world, one).filed_under == ("parking",) for one in references)

    def test_filing_takes_several_themes_by_id_or_label(self, terminal: Terminal, world: World) -> None:
        one = said(world)
        found = terminal.read("themes", "file", answer_id(one), "parking", "Slow replies", "price")
        assert found["answers"][0]["filings"]["parking"]["state"] == "filed"
        assert kept(world, one).filed_under == ("parking", "price", "slow_replies")
        assert kept(world, one).themes["price"].by

    def test_heading_and_list_say_which_surveys_they_count(self, terminal: Terminal, world: World) -> None:
        answered(world, 1, 3, drivers=("response_time",))
        answered(world, 2, 3, survey="ticket", drivers=("response_time",))
        world.run()
        told = terminal.type("themes", "show", "slow_replies")
        assert "· 1 answer, which is few, 12 months" in told
        assert "Of other surveys, in no such score: 1 answer." in told
        assert "2 answers since 2025-03-03: 1 of annual, 1 of ticket\n" in told

    def test_it_says_what_was_rejected_and_what_was_filed_before(self, terminal: Terminal, world: World) -> None:
        one = answer_id(said(world, drivers=["response_time"], why="parking"))
        file = ("themes", "file", one, "parking")
        assert f"{one}: filed under Parking, Slow replies." in terminal.type(*file)
        assert f"{one}: was filed before; filed under Parking, Slow replies." in terminal.type(*file)
        told = terminal.type("themes", "reject", one, "parking")
        assert f"{one}: not about Parking; filed under Slow replies." in told

    def test_all_suggestions_take_a_yes(
        self, terminal: Terminal, world: World, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        references = [said(world, number=number, why="parking") for number in (1, 2, 3)]
        monkeypatch.setattr("typer.confirm", lambda _: False)
        assert "Nothing was changed." in terminal.type("themes", "accept", "--all", "parking", expect=1)
        assert "add --yes" in terminal.type("themes", "accept", "--all", "parking", "--json", expect=1)
        assert [kept(world, one).filed_under for one in references] == [()] * 3
        found = terminal.read("themes", "accept", "--all", "parking", "--yes")
        assert sorted(found["accepted"]) == sorted(map(answer_id, references))
        assert "0 suggestions accepted." in terminal.type("themes", "accept", "--all", "parking")

    @pytest.mark.parametrize(
        "typed",
        [
            ("accept", "parking"),
            ("reject", "parking"),
            ("accept", "--all", "abc", "parking"),
            ("accept", "--since", "2026-01-01", "abc", "parking"),
        ],
    )
    def test_wrong_use_says_how(self, terminal: Terminal, typed: tuple[str, ...]) -> None:
        terminal.type("themes", *typed, expect=2)

    def test_what_cannot_be_decided_says_why(self, terminal: Terminal, world: World) -> None:
        one = answer_id(said(world))
        assert "not suggested" in terminal.type("themes", "accept", one, "parking", expect=1)
        assert "neither filed nor" in terminal.type("themes", "reject", one, "parking", expect=1)
        assert "there is no theme" in terminal.type("themes", "file", one, "weather", expect=1)
        assert "no answer" in terminal.type("themes", "file", "nothing", "parking", expect=1)


class TestGoingOverThePast:
    def test_it_says_what_would_change_and_then_changes_it(self, terminal: Terminal, world: World) -> None:
        old = with_rules(world, programme(themes=[]))
        one = said(old, why="parking", drivers=["response_time"])
        looked = terminal.read("themes", "refile", "--since", SINCE, "--check")
        assert (looked["looked_at"], looked["changed"], looked["check"]) == (1, 1, True)
        assert looked["themes"] == {
            "parking": {"filed": 0, "suggested": 1, "gone": 0},
            "response_time": {"filed": 0, "suggested": 0, "gone": 1},
            "slow_replies": {"filed": 1, "suggested": 0, "gone": 0},
        }
        assert kept(world, one).filed_under == ("response_time",)
        assert "1 would be filed in another way" in terminal.type("themes", "refile", "--since", SINCE, "--check")
        told = terminal.type("themes", "refile", "--since", SINCE)
        assert "1 answer since 2025-03-03: 1 filed in another way." in told
        assert "newly suggested" in told
        assert kept(world, one).filed_under == ("slow_replies",)
        assert "0 filed in another way" in terminal.type("themes", "refile", "--since", SINCE)

    def test_stopped_it_says_where_to_go_on(
        self, terminal: Terminal, world: World, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        old = with_rules(world, programme(themes=[]))
        done, left = (said(old, number=number, why="parking") for number in (1, 2))
        service = world.refile_answers

        def stop(*given: Any, **options: Any) -> Any:
            yield next(service.run(*given, **options))
            raise KeyboardInterrupt

        monkeypatch.setattr(world, "refile_answers", SimpleNamespace(run=stop), raising=False)
        told = terminal.type("themes", "refile", "--since", SINCE, expect=1)
        assert "Stopped. What is done stays done; --since 2026-03-02 goes on from there." in told
        assert sorted(len(kept(world, one).themes) for one in (done, left)) == [0, 1]

    def test_a_day_to_come_is_refused(self, terminal: Terminal) -> None:
        assert "still to come" in terminal.type("themes", "refile", "--since", "2026-03-03", expect=1)


class TestStats:
    def test_a_theme_is_a_dimension_like_a_driver(self, terminal: Terminal, world: World) -> None:
        for number in range(4):
            said(world, 3 if number else 9, number=number + 1, drivers=["response_time"], why="parking")
        by = terminal.read("stats", "--by", "theme")
        assert [(one["name"], one["n"]) for one in by["lines"]] == [("slow_replies", 4)]
        assert terminal.read("stats", "--theme", "Slow replies")["headline"]["n"] == 4
        assert terminal.read("stats", "--theme", "parking")["headline"]["n"] == 0
        assert "Slow replies" in terminal.type("stats", "--by", "theme")
        assert "there is no theme" in terminal.type("stats", "--theme", "weather", expect=1)
        terminal.type("stats", "--theme", "parking", "--driver", "price", expect=2)
        assert terminal.read("stats", "--theme", "parking", "--survey", "annual")["figures"]["coverage"] == "none"

    def test_read_stats_knows_the_relationship_answers_of_every_theme(self, world: World) -> None:
        answered(world, 1, 9, drivers=("response_time",))
        answered(world, 2, 3, survey="day50", drivers=("response_time", "price"))
        answered(world, 3, 3, survey="ticket", drivers=("price",))
        world.run()
        found = world.read_stats.themes(*world.read_stats.window())
        assert list(found) == [theme.id for theme in PROGRAMME.all_themes]
        assert {name: counts.n for name, counts in found.items() if counts.n} == {"slow_replies": 2, "price": 1}

    def _public(self, world: World, by: Any) -> dict[str, bool]:
        world.run()
        read = world.read_stats
        asked = AnswerStats(read, Span(*read.window()), public=True)
        which = read.headline_selection
        names = {value: value for value in read.values(which.surveys, by)}
        return {line.name: line.hidden for line in asked.breakdown(which, by, names).lines}

    def test_outside_a_theme_is_told_by_the_rules_of_a_driver(self, world: World) -> None:
        for number in range(30):
            drivers = ("response_time",) if number < 12 else ("price",) if number < 16 else ()
            answered(world, number, 3 if number % 2 else 9, drivers=drivers)
        assert self._public(world, "driver") == {"response_time": False, "price": True}
        assert self._public(world, "theme") == {"slow_replies": False, "price": True}

    @pytest.mark.parametrize(("by_hand", "hidden"), [(0, False), (1, True), (4, True), (5, False)])
    def test_outside_nobody_can_take_the_driver_from_its_theme(self, world: World, by_hand: int, hidden: bool) -> None:
        """Who was filed beyond the driver would be what is left of one when the other is taken away."""
        for number in range(40):
            one = answered(world, number, 3 if number % 2 else 9, drivers=("response_time",) if number < 20 else ())
            if 20 <= number < 20 + by_hand:
                world.file_answers.file([one.reference], ["slow_replies"], "jo")
        assert self._public(world, "driver") == {"response_time": False}
        assert self._public(world, "theme") == {"slow_replies": hidden}

    @pytest.mark.parametrize(("by_hand", "hidden"), [(0, False), (3, True), (6, False)])
    def test_outside_one_theme_alone_is_told_by_the_same_rules(
        self, terminal: Terminal, world: World, by_hand: int, hidden: bool
    ) -> None:
        for number in range(40):
            one = answered(world, number, 3 if number % 2 else 9, drivers=("response_time",) if number < 20 else ())
            if 20 <= number < 20 + by_hand:
                world.file_answers.file([one.reference], ["slow_replies"], "jo")
        world.run()
        found = terminal.read("stats", "--public", "--theme", "slow_replies")
        assert (found["figures"] is None) == hidden

    @pytest.mark.parametrize(("more", "hidden"), [(0, False), (1, True), (4, True), (5, False)])
    def test_outside_nobody_can_take_a_theme_from_a_wider_one(self, more: int, hidden: bool) -> None:
        """Two themes may name the same driver."""
        wider = {"id": "service", "en": "S", "de": "S", "nl": "S", "drivers": ["response_time", "expertise"]}
        narrower = {"id": "speed", "en": "S", "de": "S", "nl": "S", "drivers": ["response_time"]}
        world = World(programme=programme(themes=[wider, narrower]))
        for number in range(40):
            named = ("response_time",) if number < 20 else ("expertise",) if number < 20 + more else ()
            answered(world, number, 3 if number % 2 else 9, drivers=named)
        told = self._public(world, "theme")
        assert {name: told[name] for name in ("service", "speed")} == {"service": hidden, "speed": hidden}

    def test_outside_no_trend_of_a_theme_is_told(self, terminal: Terminal) -> None:
        told = terminal.type("stats", "--public", "--theme", "parking", "--period", "quarter", expect=2)
        assert "leave out --public or --period" in told
