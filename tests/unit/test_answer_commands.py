"""`sayso answers` and `sayso stats`: what counts, what does not and why, and a person's word on it."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from sayso.domain.invitation import Invitation, SentMail
from sayso.domain.unconfirmed import answer_id
from tests.builders import MONDAY, World, programme
from tests.unit.test_cli import Terminal, terminal, world

__all__ = ["terminal", "world"]
LATER = MONDAY + timedelta(hours=3)


def asked(world: World, number: int = 1, **changes: Any) -> Invitation:
    person = world.add_contact(
        contact_id=f"crm-{number}",
        email=f"p{number}@b{number}.example",
        account=f"B{number}",
        name=f"Person {number}",
        owner_email=f"owner{number}@polder.example",
    )
    delivered = {"first": SentMail(state="sent", at=MONDAY, delivered_at=MONDAY + timedelta(seconds=3))}
    return world.asked(person, **{"mails": delivered, **changes})


def doubtful(world: World, number: int = 1, score: int = 3, **fields: Any) -> str:
    """An answer nobody was seen giving, settled as provisional: a click, or with more in it, sent while the mail was
    scanned; its id."""
    invited = asked(world, number)
    if fields:
        world.clock.pass_by(seconds=20)
        world.answer(invited, 9, gesture=False, visit=number)
        world.clock.pass_by(seconds=20)
        world.answer(invited, score, sent=True, **fields)
    else:
        world.clock.now = max(world.clock.now, LATER)
        world.answer(invited, score, gesture=False, visible_seconds=1, visit=number)
    world.settle()
    return answer_id(invited.reference)


def scanned(world: World, number: int = 1) -> str:
    """Every link of a mail opened within a second."""
    invited = asked(world, number)
    world.clock.now = max(world.clock.now, LATER)
    for score in range(11):
        world.answer(invited, score, gesture=False, visit=score + 1)
    world.settle()
    return answer_id(invited.reference)


def confirmed(world: World, number: int = 1, score: int = 9) -> str:
    invited = asked(world, number)
    world.clock.now = max(world.clock.now, LATER)
    world.answer(invited, score)
    world.run()
    return answer_id(invited.reference)


class TestTheList:
    def test_without_anything_to_list_it_says_so(self, terminal: Terminal, world: World) -> None:
        assert "No answers that are not confirmed since 2025-12-02." in terminal.type("answers", "list")
        assert terminal.read("answers") == {"since": "2025-12-02", "answers": [], "more": 0}

    def test_it_names_who_what_when_and_why(self, terminal: Terminal, world: World) -> None:
        name = doubtful(world)
        (listed,) = terminal.read("answers", "list")["answers"]
        assert (listed["id"], listed["contact"], listed["account"], listed["owner"]) == (
            name, "crm-1", "B1", "owner1@polder.example",
        )  # fmt: skip
        assert (listed["survey"], listed["score"], listed["state"], listed["reasons"]) == (
            "annual", 3, "provisional", ["too_short"],
        )  # fmt: skip
        assert (listed["visible_seconds"], listed["seconds_since_delivery"]) == (1, 3 * 3600 - 3)
        assert listed["given_at"] == "2026-03-02T12:00:00Z"
        said = terminal.type("answers", "list")
        for text in (name, "Person 1", "B1", "annual", "2026-03-02 13:00", "visible for less than 5 seconds", "2 h"):
            assert text in said

    @pytest.mark.parametrize("form", [("answers",), ("answers", "list")])
    @pytest.mark.parametrize("state", ["provisional", "machine", "confirmed"])
    def test_a_state_is_listed_by_itself_in_both_spellings(
        self, terminal: Terminal, world: World, form: tuple[str, ...], state: str
    ) -> None:
        names = {"provisional": doubtful(world, 1), "machine": scanned(world, 2), "confirmed": confirmed(world, 3)}
        listed = terminal.read(*form, "--state", state)["answers"]
        assert [one["id"] for one in listed] == [names[state]]

    def test_without_a_state_it_lists_what_is_not_confirmed_the_newest_first(
        self, terminal: Terminal, world: World
    ) -> None:
        first, second = doubtful(world, 1), scanned(world, 2)
        confirmed(world, 3)
        assert [one["id"] for one in terminal.read("answers")["answers"]] == [second, first]

    def test_it_can_be_of_one_owner_one_survey_and_since_a_day(self, terminal: Terminal, world: World) -> None:
        first, second = doubtful(world, 1), doubtful(world, 2)
        for options, expected in (
            (("--owner", "OWNER1@polder.example"), [first]),
            (("--survey", "annual"), [second, first]),
            (("--survey", "day50"), []),
            (("--since", "2026-03-02"), [second, first]),
        ):
            assert [one["id"] for one in terminal.read("answers", "list", *options)["answers"]] == expected
        world.clock.pass_by(days=1)
        assert terminal.read("answers", "list", "--since", "2026-03-03")["answers"] == []
        assert "'day51' is not a survey" in terminal.type("answers", "list", "--survey", "day51", expect=1)
        assert "not a day" in terminal.type("answers", "list", "--since", "yesterday", expect=1)
        terminal.type("answers", "list", "--state", "odd", expect=2)

    def test_what_does_not_fit_is_counted(self, terminal: Terminal, world: World) -> None:
        invited = asked(world)
        person = world.contacts.get(invited.contact_id)
        assert person
        world.clock.now = LATER
        for number in range(53):
            world.answer(world.asked(person, occasion=str(number)), 3, gesture=False, visible_seconds=1)
        found = terminal.read("answers")
        assert (len(found["answers"]), found["more"]) == (50, 3)
        assert "And 3 more since 2025-12-02" in terminal.type("answers")

    def test_of_a_burst_it_says_how_many_scores_were_opened(self, terminal: Terminal, world: World) -> None:
        scanned(world)
        assert "11 scores" in terminal.type("answers")

    def test_words_that_came_with_it_are_there(self, terminal: Terminal, world: World) -> None:
        doubtful(world, why="Nobody called\nback.")
        assert "Nobody called back." in terminal.type("answers")

    def test_it_reads_months_and_not_the_table(
        self, terminal: Terminal, world: World, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        doubtful(world)
        monkeypatch.setattr(world.items, "scan", lambda *_: pytest.fail("scanned"))
        before = world.items.reads
        assert terminal.read("answers")["answers"]
        # Four or five months of 120 days, the contact, and no words.
        assert world.items.reads - before <= 7

    def test_what_still_waits_says_so(self, terminal: Terminal, world: World) -> None:
        invited = asked(world)
        world.clock.now = LATER
        world.answer(invited, 3, gesture=False, visible_seconds=9)
        assert "waits to be settled" in terminal.type("answers")

    def test_options_stand_behind_the_command_they_are_for(self, terminal: Terminal, world: World) -> None:
        assert "write the options behind 'list'" in terminal.type("answers", "--state", "machine", "list", expect=2)


class TestOne:
    def test_it_is_shown_with_all_that_is_known(self, terminal: Terminal, world: World) -> None:
        name = doubtful(world, score=3, why="Slow", better="Faster", drivers=["communication"], contact="phone")
        said = terminal.type("answers", "show", name)
        for text in (
            "Person 1, B1 (p1@b1.example)",
            "score: 3 of 10, given 2026-03-02 10:00",
            "provisional, does not count",
            "looked after by: owner1@polder.example",
            "why: sent within 60 seconds of the delivery",
            "reason: Slow",
            "make it better: Faster",
            "wishes to be contacted: phone",
        ):
            assert text in said
        assert terminal.read("answers", "show", name.upper())["id"] == name

    def test_a_promoter_who_may_be_named_is_shown_as_that(self, terminal: Terminal, world: World) -> None:
        for number, score in ((1, 9), (2, 3)):
            world.answer(asked(world, number), score, reference=True)
        names = [one["id"] for one in terminal.read("answers", "--state", "confirmed")["answers"]]
        said = [terminal.type("answers", "show", name) for name in names]
        assert sum("may be named as a reference: yes" in one for one in said) == 1

    def test_an_old_one_is_found_too(self, terminal: Terminal, world: World) -> None:
        name = doubtful(world)
        world.clock.pass_by(days=700)
        assert terminal.read("answers")["answers"] == []
        assert terminal.read("answers", "show", name)["id"] == name

    def test_an_id_that_is_none_says_where_to_look(self, terminal: Terminal, world: World) -> None:
        for command in (("show",), ("accept", "--reason", "x"), ("reject", "--reason", "x")):
            assert "sayso answers list" in terminal.type("answers", *command, "000000000000", expect=1)


class TestDeciding:
    def test_an_accepted_one_counts_and_opens_a_follow_up_if_it_is_low(self, terminal: Terminal, world: World) -> None:
        name = doubtful(world)
        said = terminal.type("answers", "accept", name, "--reason", "I called: it is hers.")
        assert f"{name}: accepted; 3 counts from now on, and a follow-up is opened." in said
        world.run()
        assert len(world.cases()) == 1
        assert terminal.read("stats")["headline"]["detractors"] == 1
        assert terminal.read("stats")["headline"]["waiting"] == 0
        shown = terminal.read("answers", "show", name)
        assert (shown["state"], shown["reasons"]) == ("confirmed", ["accepted"])
        (ruling,) = shown["rulings"]
        assert (ruling["what"], ruling["reason"], bool(ruling["by"])) == ("accepted", "I called: it is hers.", True)

    def test_a_rejected_one_is_a_machines(self, terminal: Terminal, world: World) -> None:
        name = doubtful(world)
        assert "it does not count" in terminal.type("answers", "reject", name, "--reason", "She never saw the mail.")
        world.run()
        figures = terminal.read("stats")["headline"]
        assert (figures["n"], figures["waiting"], figures["machine"]) == (0, 0, 1)
        assert "rejected by" in terminal.type("answers", "show", name)

    def test_a_machines_can_be_accepted_too(self, terminal: Terminal, world: World) -> None:
        name = scanned(world)
        assert "which of the numbers" in terminal.type("answers", "accept", name, "--reason", "He says so.", expect=1)
        accepted = terminal.read("answers", "accept", name, "--reason", "He says so.", "--score", "7")
        assert (accepted["state"], accepted["score"]) == ("confirmed", 7)

    @pytest.mark.parametrize("command", ["accept", "reject"])
    def test_a_confirmed_one_is_changed_by_nobody(self, terminal: Terminal, world: World, command: str) -> None:
        name = confirmed(world)
        before = terminal.read("answers", "show", name)
        said = terminal.type("answers", command, name, "--reason", "because", expect=1)
        assert "this answer is confirmed: only its person can change it" in said
        assert terminal.read("answers", "show", name) == before

    @pytest.mark.parametrize("command", ["accept", "reject"])
    def test_a_reason_is_needed(self, terminal: Terminal, world: World, command: str) -> None:
        name = doubtful(world)
        terminal.type("answers", command, name, expect=2)
        assert "say why" in terminal.type("answers", command, name, "--reason", " ", expect=1)
        assert terminal.read("answers", "show", name)["state"] == "provisional"


class TestStats:
    def test_confirmed_waiting_and_machine_are_told_apart(self, terminal: Terminal, world: World) -> None:
        for number in range(4):
            confirmed(world, number)
        for number in range(4, 7):
            doubtful(world, number)
        for number in range(7, 9):
            scanned(world, number)
        said = terminal.type("stats")
        assert "4 answers, which is few, 12 months\n4 of 9 asked answered" in said
        assert "3 wait for evidence of a person, 2 machine clicks not counted" in said
        figures = terminal.read("stats")["headline"]
        assert (figures["n"], figures["waiting"], figures["machine"]) == (4, 3, 2)
        assert terminal.read("stats")["surveys"]["annual"]["machine"] == 2

    def test_with_nothing_confirmed_what_waits_is_said(self, terminal: Terminal, world: World) -> None:
        doubtful(world)
        assert "No confirmed answers yet; 1 waits for evidence of a person." in terminal.type("stats")

    def test_where_everything_is_confirmed_nothing_is_said_of_it(self, terminal: Terminal, world: World) -> None:
        confirmed(world)
        assert "evidence" not in terminal.type("stats")
        assert "machine clicks" not in terminal.type("stats")

    def test_satisfaction_has_a_mean_and_a_share_and_no_nps(self, terminal: Terminal, world: World) -> None:
        world.programme = programme(surveys={"ticket": {"event": "ticket", "scale": "satisfaction"}})
        satisfied = {"snapshot": {"account_id": "a", "language": "en", "scale": "satisfaction"}}
        for number, score in enumerate((1, 4, 5, 5, 5)):
            invited = asked(world, number, survey="ticket", occasion=f"x:{number}", **satisfied)
            world.answer(invited, score)
        world.run()
        figures = terminal.read("stats")["surveys"]["ticket"]
        assert "nps" not in figures
        assert (figures["mean"], figures["satisfied_percent"], figures["scores"]) == (4.0, 80.0, [1, 0, 0, 1, 3])
        assert figures["interval"] == [36.0, 98.0]
        said = terminal.type("stats")
        assert "Satisfaction, 1 to 5" in said
        (line,) = [line for line in said.splitlines() if line.startswith("ticket")]
        assert line.split()[1:8] == ["4.0", "80", "%", "36", "%", "and", "98"]

    def test_ratings_stand_in_a_table_of_their_own_and_say_which(self, terminal: Terminal, world: World) -> None:
        annual = {"every": "12 months", "ratings": ["quality", "speed"]}
        own = [{"id": "speed", "en": "How fast we are", "de": "Tempo", "nl": "Snelheid"}]
        world.programme = programme(surveys={"annual": annual}, ratings=own)
        for number in range(3):
            world.answer(asked(world, number), 9, ratings={"quality": 4, "speed": number + 1})
        world.run()
        ratings = terminal.read("stats")["surveys"]["annual"]["ratings"]
        assert list(ratings) == ["quality", "speed"]
        assert (ratings["quality"]["mean"], ratings["speed"]["mean"], ratings["speed"]["n"]) == (4.0, 2.0, 3)
        said = terminal.type("stats")
        assert "Ratings, 1 to 5" in said
        assert "How fast we are" in said
        assert "Ratings" not in _without_ratings(terminal, world)


def _without_ratings(terminal: Terminal, world: World) -> str:
    world.clock.pass_by(days=800)
    return terminal.type("stats")
