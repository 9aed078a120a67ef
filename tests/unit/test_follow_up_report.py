"""`sayso follow-ups report`: which cases it is about, who was won back, and how that is read aloud."""

from __future__ import annotations

import csv as csvlib
import json
from datetime import date, timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from sayso.cli import follow_up_report as door
from sayso.cli.follow_up_report_words import span
from sayso.domain.case_times import episodes_of
from sayso.domain.durations import Durations
from sayso.domain.errors import InvalidInputError, NotFoundError
from sayso.domain.follow_up import FollowUp, Outcome
from sayso.domain.programme import Programme
from sayso.domain.shares import Share
from sayso.domain.won_back import Move
from sayso.services.follow_up_report import FollowUpReport, ReportFollowUps, Which
from tests.builders import MONDAY, PROGRAMME, World, programme

HOUR, DAY = timedelta(hours=1), timedelta(days=1)


class Office(World):
    """A world in which people are unhappy, are called, and are asked again."""

    def __init__(self, own: Programme | None = None) -> None:
        super().__init__(MONDAY, own)
        self.people = 0

    @property
    def report_follow_ups(self) -> ReportFollowUps:
        return ReportFollowUps(
            self.follow_ups, self.invitations, self.responses, self.offices, self.programme, self.clock
        )

    def unhappy(self, score: int = 3, *, survey: str = "annual", account: str = "Kaasboer", **fields: Any) -> FollowUp:
        """Somebody who never answered before gives a score; what follows from it."""
        self.people += 1
        row = {"contact_id": f"crm-{self.people}", "email": f"p{self.people}@example.com", "account": account}
        person = self.add_contact(**row, owner_email="anna@polder.example")
        occasion = str(self.people)
        asked = self.asked(person, survey=survey, occasion=occasion, expires_at=self.clock() + 99 * DAY)
        self.answer(asked, score, **fields)
        self.run()
        case = self.follow_ups.open_of(person.contact_id)
        assert case
        return case

    def closed(
        self, case: FollowUp, outcome: Outcome = "solved", cause: str = "price", *, recheck: bool = True
    ) -> FollowUp:
        return self.work_on_case.close(
            case.follow_up_id, "anna", outcome=outcome, cause=cause, note="Called.", recheck=recheck
        )

    def asked_again(self, case: FollowUp, *, number: int = 1) -> Any:
        """The invitation that asks again, sent now."""
        assert self.programme.recheck
        planned = self.invitations.get(case.contact_id, self.programme.recheck, f"{case.follow_up_id}-{number}")
        assert planned
        person = self.contacts.get(case.contact_id)
        assert person
        given = planned.model_dump(include={"survey", "occasion", "touchpoint", "touchpoint_at", "planned_at"})
        return self.asked(person, **given, expires_at=self.clock() + 30 * DAY)

    def again(self, case: FollowUp, score: int, *, number: int = 1, **fields: Any) -> None:
        self.answer(self.asked_again(case, number=number), score, **fields)
        self.run()

    def report(self, first: date | None = None, last: date | None = None, **which: Any) -> FollowUpReport:
        return self.report_follow_ups.report(first, last, Which(**which))


@pytest.fixture
def world() -> Office:
    return Office()


class TestWhoWasWonBack:
    def test_a_detractor_who_was_asked_again_moved_from_the_first_score_to_the_last(self, world: Office) -> None:
        case = world.closed(world.unhappy(3))
        world.again(case, 9)
        found = world.report()
        assert found.won_back.moves == (Move(3, 9),)
        assert (found.won_back.asked, found.won_back.promoters, found.waits_again) == (1, 1, 0)

    def test_whoever_did_not_answer_was_asked_and_whoever_waits_was_not(self, world: Office) -> None:
        silent, waiting = world.closed(world.unhappy(3)), world.closed(world.unhappy(4))
        world.asked_again(silent)
        world.closed(world.unhappy(5), recheck=False)
        found = world.report()
        assert waiting.recheck
        assert (len(found.detractors), found.won_back.asked, found.won_back.answered) == (3, 1, 0)
        assert found.waits_again == 1

    def test_a_wish_of_somebody_happy_is_in_the_times_and_not_in_won_back(self, world: Office) -> None:
        happy = world.closed(world.unhappy(9, contact="phone"))
        world.again(happy, 10)
        found = world.report()
        assert (found.times.closed, found.detractors, found.won_back.asked) == (1, [], 0)

    def test_somebody_dissatisfied_is_in_the_times_and_not_in_won_back(self) -> None:
        own = programme(surveys={"project": {"event": "touchpoint", "scale": "satisfaction"}})
        world = Office(own)
        person = world.add_contact()
        snapshot = {"account_id": person.account_id, "language": "en", "scale": "satisfaction"}
        world.answer(world.asked(person, survey="project", snapshot=snapshot), 1)
        world.run()
        (case,) = world.cases()
        world.again(world.closed(case), 9)
        found = world.report()
        assert (found.times.closed, found.detractors, found.won_back.asked) == (1, [], 0)

    def test_an_answer_nobody_was_seen_giving_does_not_count(self, world: Office) -> None:
        case = world.closed(world.unhappy(3))
        world.again(case, 9, gesture=False)
        assert (world.report().won_back.asked, world.report().won_back.answered) == (1, 0)

    def test_a_low_answer_is_not_forgotten_when_the_case_is_opened_again(self, world: Office) -> None:
        case = world.closed(world.unhappy(3))
        world.again(case, 8)
        world.work_on_case.reopen(case.follow_up_id, "anna", "It came back.")
        assert world.report().won_back.moves == (Move(3, 8),)
        world.closed(case)
        world.again(case, 5, number=2)
        assert world.report().won_back.moves[0] == Move(3, 5)
        assert world.report().won_back.asked == 1

    def test_after_erasure_every_count_is_as_before(self, world: Office) -> None:
        case = world.closed(world.unhappy(3))
        world.again(case, 7)
        before = world.report()
        person = world.contacts.get(case.contact_id)
        assert person
        world.erase_contact.erase(person.contact_id, "ops")
        after = world.report()
        assert after.won_back == before.won_back
        assert after.times.as_json() == before.times.as_json()
        assert after.cases[0].case.erased

    def test_a_programme_that_never_asks_again_knows_of_nobody(self, world: Office) -> None:
        world.again(world.closed(world.unhappy(3)), 9)
        surveys = {name: one for name, one in PROGRAMME.surveys.items() if name != "recheck"}
        world.programme = PROGRAMME.model_copy(update={"surveys": surveys})
        assert world.report().won_back.asked == 0


class TestWhichCases:
    def test_it_is_about_the_cases_opened_in_these_days_and_all_that_came_of_them(self, world: Office) -> None:
        early = world.unhappy()
        world.clock.pass_by(days=40)
        later = world.unhappy()
        world.clock.pass_by(days=3)
        world.closed(early)
        first_day, today = MONDAY.date(), world.clock().date()
        assert [one.case.follow_up_id for one in world.report(first_day, first_day).cases] == [early.follow_up_id]
        assert world.report(first_day, first_day).times.closed == 1
        since = world.report(first_day + DAY, today)
        assert [one.case.follow_up_id for one in since.cases] == [later.follow_up_id]
        assert (since.open_before, since.late_before) == (0, 0)

    def test_what_was_opened_before_and_is_open_still_is_told_apart(self, world: Office) -> None:
        world.unhappy()
        world.clock.pass_by(days=40)
        found = world.report(world.clock().date())
        assert (found.cases, found.open_before, found.late_before) == ([], 1, 1)

    def test_days_are_those_of_the_company(self, world: Office) -> None:
        world.clock.pass_by(hours=14.5)  # Monday 23:30 in UTC is Tuesday 00:30 in Amsterdam
        world.unhappy()
        assert not world.report(MONDAY.date(), MONDAY.date()).cases
        assert world.report(MONDAY.date() + DAY).cases

    def test_without_days_it_is_the_last_twelve_months(self, world: Office) -> None:
        assert (world.report().first, world.report().last) == (date(2025, 3, 3), date(2026, 3, 2))

    @pytest.mark.parametrize(
        ("days", "field"),
        [((date(2026, 3, 3), None), "since"), ((None, date(2026, 3, 3)), "until"),
         ((date(2026, 3, 2), date(2026, 3, 1)), "since")],
    )  # fmt: skip
    def test_days_that_cannot_be_are_refused(self, world: Office, days: Any, field: str) -> None:
        with pytest.raises(InvalidInputError) as refused:
            world.report(*days)
        assert refused.value.field == field

    def test_one_owner_one_account_one_survey(self, world: Office) -> None:
        mine = world.unhappy(account="Kaasboer")
        other = world.unhappy(account="Bakker", survey="day50")
        world.work_on_case.hand_over(other.follow_up_id, "anna", "bob@polder.example", "Knows them.")

        def ids(**which: Any) -> list[str]:
            return [one.case.follow_up_id for one in world.report(**which).cases]

        assert ids(owner="ANNA@polder.example") == [mine.follow_up_id]
        assert ids(owner="bob@polder.example") == ids(survey="day50") == [other.follow_up_id]
        assert ids(account_id=mine.account_id) == [mine.follow_up_id]
        assert ids(account_id=mine.account_id, survey="day50") == []

    def test_a_person_erased_before_anybody_called_counts_nowhere(self, world: Office) -> None:
        case = world.unhappy()
        person = world.contacts.get(case.contact_id)
        assert person
        world.erase_contact.erase(person.contact_id, "ops")
        found = world.report()
        assert (found.cases, found.times.begun, found.detractors, found.open_before) == ([], 0, [], 0)


class TestTimesAndCauses:
    def test_the_weekend_counts_by_the_clock_and_not_in_working_days(self, world: Office) -> None:
        world.clock.pass_by(days=4)  # Friday
        case = world.unhappy()
        world.clock.pass_by(days=3)
        world.closed(case)
        found = world.report()
        assert found.times.hours_to_contact == Durations(1, 72, 72)
        assert found.working_days == Durations(1, 1, 1)

    def test_causes_are_those_of_the_last_closing(self, world: Office) -> None:
        won, lost = world.closed(world.unhappy(3)), world.closed(world.unhappy(2), "not_solved")
        world.again(won, 9)
        world.again(lost, 1)
        world.closed(world.unhappy(9, contact="mail"), cause="a question")
        again = world.closed(world.unhappy(1), "no_answer", cause="a question")
        world.work_on_case.reopen(again.follow_up_id, "anna", "They called.")
        found = world.report()
        (price, question) = found.causes
        assert (price.cause, price.cases, price.solved) == ("price", 2, 1)
        assert (price.won_back.asked, price.won_back.moved) == (2, Share(1, 2))
        assert (question.cause, question.cases, question.solved, question.won_back.asked) == ("a question", 1, 1, 0)
        assert sum(one.cases for one in found.causes) == sum(one.case.is_over for one in found.cases)

    def test_endings_and_causes_count_each_follow_up_once_as_it_stands_now(self, world: Office) -> None:
        world.closed(world.unhappy(3))
        twice, again = world.closed(world.unhappy(2), "no_answer", "billing"), world.closed(world.unhappy(1))
        for case in (twice, again):
            world.work_on_case.reopen(case.follow_up_id, "anna", "They called.")
        world.closed(twice, "not_solved", "billing")
        found = world.report()
        assert found.times.outcomes == {"solved": 1, "not_solved": 1, "no_answer": 0}
        assert sum(found.times.outcomes.values()) + found.times.open == len(found.cases) == found.times.cases == 3
        assert sum(one.cases for one in found.causes) == sum(found.times.outcomes.values())
        assert sum(one.solved for one in found.causes) == found.times.outcomes["solved"]


class Screen:
    """Types `sayso follow-ups report`."""

    def __init__(self, world: Office, capsys: pytest.CaptureFixture[str]) -> None:
        self.world, self._capsys = world, capsys

    def type(self, **options: Any) -> str:
        self._capsys.readouterr()  # what the functions log
        door.report(**options)
        return self._capsys.readouterr().out

    def read(self, **options: Any) -> Any:
        return json.loads(self.type(json=True, **options))


@pytest.fixture
def screen(world: Office, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Screen:
    monkeypatch.setattr(door, "find", lambda _: SimpleNamespace(wiring=lambda: world))
    return Screen(world, capsys)


class TestReadAloud:
    def test_nothing_happened(self, screen: Screen) -> None:
        said = screen.type()
        assert said.startswith("Follow-ups opened from 2025-03-03 to 2026-03-02\n")
        assert "No follow-up was opened in these days." in said
        assert screen.read()["won_back"]["moved_percent"] is None

    def test_one_of_one_is_told_plainly(self, screen: Screen) -> None:
        case = screen.world.unhappy(3)
        screen.world.clock.pass_by(hours=5)
        screen.world.again(screen.world.closed(case), 8)
        said = screen.type()
        for sentence in (
            "1 follow-up was opened.",
            "First contact: once, after 5 hours by the clock.",
            "In working days of whoever has the case: on the same one.",
            "Within the due time: 1 of 1.",
            "Closed: once, after 5 hours by the clock. 1 solved.",
            "None of them is open.",
            "Won back: of 1 detractor's case, 1 was asked again; 1 answered.",
            "1 of 1 is no detractor any more.",
            "From 3 to 8: +5.",
            "One answer says nothing about how others would answer.",
        ):
            assert sentence in said
        assert "100 %" not in said

    def test_what_was_opened_again_is_told_by_how_it_stands_now(self, screen: Screen) -> None:
        world = screen.world
        first = world.unhappy(3)
        world.clock.pass_by(hours=1)
        world.closed(first)
        world.clock.pass_by(hours=1)
        world.work_on_case.reopen(first.follow_up_id, "anna", "Again.")
        said = screen.type()
        assert "1 follow-up was opened, and reopened 1 time." in said
        assert "Closed: once, after 1 hour by the clock.\n" in said
        assert "Open now: 1 (1 still in time for a first contact)." in said
        world.clock.pass_by(hours=1)
        world.closed(first, "not_solved")
        said = screen.type()
        times = "half within 1 hour, nine in ten within 1 hour by the clock (2 times)"
        assert f"First contact, each time one was opened: {times}." in said
        assert f"Closed: {times}. By how each ended last: 1 not solved." in said

    def test_whoever_was_erased_after_a_contact_is_told_apart(self, screen: Screen) -> None:
        case = screen.world.unhappy(3)
        screen.world.work_on_case.contact(case.follow_up_id, "anna")
        screen.world.erase_contact.erase(case.contact_id, "ops")
        said = screen.type()
        assert "None of them is open." in said
        assert "Over without an ending, as the person was erased: 1." in said

    def test_several(self, screen: Screen) -> None:
        world = screen.world
        cases = [world.unhappy(score) for score in (0, 6, 3, 5, 2)]
        world.clock.pass_by(hours=1)
        over = [world.closed(case, cause="Response time" if case is cases[0] else "price") for case in cases[:4]]
        for case, score in zip(over[:3], (6, 7, 9), strict=True):
            world.again(case, score)
        said = screen.type()
        # Whoever is unhappy still when asked again opens a follow-up of its own.
        assert "Open now: 2 (2 still in time for a first contact)." in said
        assert "Won back: of 6 detractors' cases, 3 were asked again, 1 still will be; 3 answered." in said
        moved = "2 of 3 are no detractors any more (67 %, likely between 20 % and 94 %)"
        assert f"{moved}; 1 of them is a promoter now; 1 is still unhappy." in said
        assert "On average they moved by +4.3 on the scale from 0 to 10, likely between −2.8 and +7." in said
        assert "3 answers are few: a few more could change this." in said
        assert "Response time" in said
        assert said.index("Price") < said.index("Response time")

    def test_machines_get_every_figure(self, screen: Screen) -> None:
        screen.world.again(screen.world.closed(screen.world.unhappy(3)), 8)
        said = screen.read(survey="annual")
        assert [*said] == [
            *("since", "until", "owner", "account", "survey", "cases", "open_before", "late_before", "times"),
            *("detractors", "to_be_asked_again", "won_back", "causes"),
        ]
        assert said["causes"] == [{"cause": "price", "cases": 1, "solved": 1, "asked": 1, "answered": 1, "moved": 1}]
        assert (said["won_back"]["moved"], said["times"]["closed"], said["survey"]) == (1, 1, "annual")

    def test_the_runbook_explains_every_key(self, screen: Screen) -> None:
        screen.world.again(screen.world.closed(screen.world.unhappy(3)), 8)
        told = (Path(__file__).parents[2] / "docs" / "operations.md").read_text(encoding="utf-8")
        section = told.split("## Follow-ups: how soon, and who was won back")[1].split("\n## ")[0]
        said = screen.read()
        for key in (*said, *said["times"], *said["won_back"], *said["causes"][0]):
            assert f"`{key}`" in section, key

    def test_a_spreadsheet_gets_a_row_for_each_time_a_case_was_opened(self, screen: Screen, tmp_path: Path) -> None:
        world, file = screen.world, tmp_path / "cases.csv"
        case = world.closed(world.unhappy(3, account="=SUM(A1)"), cause="=1+1")
        world.clock.pass_by(days=1)
        world.work_on_case.reopen(case.follow_up_id, "anna", "Again.")
        world.closed(case, cause="=1+1")
        world.again(case, 8, number=2)
        assert "2 rows written to" in screen.type(csv=file)
        rows = list(csvlib.DictReader(file.read_text(encoding="utf-8-sig").splitlines()))
        assert [row["opening"] for row in rows] == ["1", "2"]
        assert [row["moved_points"] for row in rows] == ["", "5"]
        assert {row["account"] for row in rows} == {"'=SUM(A1)"}
        assert {row["cause"] for row in rows} == {"'=1+1"}
        assert "owner" not in rows[0]
        assert file.stat().st_mode & 0o077 == 0
        reported = world.report()
        assert len(rows) == reported.times.begun == len(episodes_of(reported.cases[0].case))

    def test_what_is_not_there_is_named(self, screen: Screen) -> None:
        with pytest.raises(NotFoundError, match="there is no account 'Nobody'"):
            screen.type(account="Nobody")
        with pytest.raises(InvalidInputError, match="'pulse' is not a survey"):
            screen.type(survey="pulse")
        with pytest.raises(InvalidInputError, match="'soon' is not a day"):
            screen.type(since="soon")

    def test_without_a_recheck_it_says_why_nobody_is_known_to_be_won_back(self, screen: Screen) -> None:
        screen.world.closed(screen.world.unhappy(3))
        surveys = {name: one for name, one in PROGRAMME.surveys.items() if name != "recheck"}
        screen.world.programme = PROGRAMME.model_copy(update={"surveys": surveys})
        assert "no survey of the programme says 'event: recheck'" in screen.type()

    def test_where_people_are_asked_again_on_another_scale_it_says_so(self, screen: Screen) -> None:
        screen.world.closed(screen.world.unhappy(3))
        screen.world.programme = programme(surveys={"recheck": {"event": "recheck", "scale": "satisfaction"}})
        assert "asked again from 1 to 5, which says nothing about 0 to 10" in screen.type()


class TestOnePerson:
    def test_figures_of_an_owner_are_refused_unless_the_programme_keeps_them(self, screen: Screen) -> None:
        with pytest.raises(InvalidInputError, match="scores per owner are off"):
            screen.type(owner="anna@polder.example")

    def test_what_an_owner_reached_stands_on_ten_answers_or_is_not_shown(self, screen: Screen) -> None:
        screen.world.programme = programme(scores_per_owner=True)
        for _ in range(9):
            screen.world.again(screen.world.closed(screen.world.unhappy(3)), 8)
        assert "stands on at least 10 answers" in screen.type(owner="anna@polder.example")
        few = screen.read(owner="anna@polder.example")
        assert few["won_back"] is None
        assert "moved" not in few["causes"][0]
        screen.world.again(screen.world.closed(screen.world.unhappy(3)), 8)
        assert "10 of 10 are no detractors any more" in screen.type(owner="anna@polder.example")


@pytest.mark.parametrize(
    ("hours", "said"),
    [(0.4, "24 minutes"), (1, "1 hour"), (47.4, "47 hours"), (47.6, "2 days"), (60, "2.5 days"), (72, "3 days")],
)
def test_a_time_is_told_as_people_say_it(hours: float, said: str) -> None:
    assert span(hours) == said


def test_it_says_the_zone_and_names_options_as_they_were_typed(screen: Screen, tmp_path: Path) -> None:
    assert f"Times are of {screen.world.programme.zone.key}." in screen.type()
    file = tmp_path / "cases.csv"
    file.touch()
    with pytest.raises(InvalidInputError, match=r"^--csv: .* is there already"):
        screen.type(csv=file)
    with pytest.raises(InvalidInputError, match=r"^--since: 'soon' is not a day"):
        screen.type(since="soon")
