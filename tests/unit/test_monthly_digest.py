"""Once a month those who run the company read where the score stands, whether it moved, why, and what was done."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, timedelta
from itertools import count
from typing import Any
from unittest.mock import patch

import pytest

from sayso.domain.commitment import Commitment
from sayso.domain.sending import Hold
from sayso.handlers import digest as door
from sayso.services.gather_month import month_before
from tests.builders import World, programme

MARCH = date(2026, 3, 1)
# The schedule's moment for March.
FIRST = datetime(2026, 4, 1, 6, tzinfo=UTC)
MANAGER = World.programme.follow_up.manager
JAN = "jan@polder.example"
NUMBERS = count(1)


def answered(world: World, score: int, at: datetime, survey: str = "annual", **fields: Any) -> None:
    number = next(NUMBERS)
    about = {"occasion": f"zendesk:{number}", "ticket_id": "4711"} if survey == "ticket" else {}
    world.clock.now = at - timedelta(days=1)
    person = world.add_contact(
        contact_id=f"crm-{number}", email=f"p{number}@x.example", account=f"B{number}", owner_email=JAN
    )
    asked = world.asked(person, survey=survey, expires_at=at + timedelta(days=30), **about)
    world.clock.now = at
    world.answer(asked, score, **fields)
    world.run()


def months(world: World, *scores: tuple[int, int, datetime]) -> None:
    """So many answers of a score, an hour apart."""
    for n, score, at in scores:
        for number in range(n):
            answered(world, score, at + timedelta(hours=number))


def digest(world: World, month: date = MARCH, now: datetime = FIRST) -> dict[str, Any]:
    world.clock.now = now
    assert world.monthly_digest.send(month).failed == ()
    return dict(json.loads(world.mailer.to(MANAGER)[-1].text))


@pytest.mark.parametrize(
    ("at", "month"),
    [
        (datetime(2026, 4, 1, 6, tzinfo=UTC), date(2026, 3, 1)),
        (datetime(2026, 4, 1, 0, tzinfo=UTC), date(2026, 3, 1)),
        (datetime(2026, 4, 30, 23, 59, tzinfo=UTC), date(2026, 3, 1)),
        (datetime(2026, 1, 1, 6, tzinfo=UTC), date(2025, 12, 1)),
    ],
)
def test_the_scheduled_time_decides_the_month(at: datetime, month: date) -> None:
    assert month_before(at) == month


class TestTheHeadline:
    def test_it_is_of_twelve_months_with_interval_and_who_answered(self) -> None:
        world = World()
        months(world, (6, 10, datetime(2025, 6, 1, tzinfo=UTC)), (4, 3, datetime(2026, 3, 31, 12, tzinfo=UTC)))
        answered(world, 0, datetime(2025, 3, 31, 23, tzinfo=UTC))
        answered(world, 0, datetime(2026, 4, 1, 0, 30, tzinfo=UTC))
        score, asked_answered = (told := digest(world)["headline"])[0], told[1:3]
        assert score[:5] == [10, 6, 0, 4, 20]
        assert score[5] < 20 < score[6]
        # Asked are counted by the day of sending: these twelve were all asked on 2 March 2026.
        assert asked_answered == [12, 12]

    def test_it_moved_when_that_is_more_than_noise_and_not_otherwise(self) -> None:
        world = World()
        months(
            world,
            (12, 3, datetime(2024, 6, 1, tzinfo=UTC)),
            (12, 10, datetime(2025, 6, 1, tzinfo=UTC)),
        )
        points, low, high, reliable, why_not = digest(world)["headline"][3]
        assert (points, reliable, why_not) == (200, True, "")
        assert 0 < low <= high
        world = World()
        months(world, (12, 10, datetime(2024, 6, 1, tzinfo=UTC)), (11, 10, datetime(2025, 6, 1, tzinfo=UTC)))
        answered(world, 3, datetime(2025, 7, 1, tzinfo=UTC))
        points, low, high, reliable, _ = digest(world)["headline"][3]
        assert (points, reliable) == (-17, False)
        assert low < 0 < high

    def test_under_ten_answers_nothing_is_said_about_a_change(self) -> None:
        world = World()
        months(world, (9, 3, datetime(2024, 6, 1, tzinfo=UTC)), (12, 10, datetime(2025, 6, 1, tzinfo=UTC)))
        assert digest(world)["headline"][3] == [None, None, None, False, "few"]

    def test_the_month_is_put_beside_the_month_before(self) -> None:
        world = World()
        months(world, (10, 10, datetime(2026, 2, 3, tzinfo=UTC)), (10, 3, datetime(2026, 3, 3, tzinfo=UTC)))
        told = digest(world)
        assert told["answers"][:5] == [10, 0, 0, 10, -100]
        assert (told["movement"][0], told["movement"][3]) == (-200, True)


def test_each_survey_is_told_under_its_own_name_and_satisfaction_apart() -> None:
    delivered = {"project_delivered": {"event": "touchpoint", "scale": "satisfaction"}}
    world = World(programme=programme(surveys=delivered))
    answered(world, 10, datetime(2026, 3, 3, tzinfo=UTC), "day50")
    answered(world, 3, datetime(2026, 3, 4, tzinfo=UTC), "ticket")
    snapshot = {"account_id": "a", "language": "en", "scale": "satisfaction"}
    person = world.add_contact(contact_id="crm-d")
    world.answer(world.asked(person, survey="project_delivered", occasion="x:1", snapshot=snapshot), 4)
    world.run()
    told = digest(world)
    assert [(survey, week[0]) for survey, week in told["surveys"]] == [("day50", 1), ("ticket", 1)]
    assert [week[:2] for week in told["satisfaction"]] == [["project_delivered", 1]]
    assert told["answers"][0] == 1


def test_causes_are_what_the_detractors_of_the_month_named_in_any_survey() -> None:
    world = World()
    at = datetime(2026, 3, 3, tzinfo=UTC)
    answered(world, 2, at, drivers=["communication", "price"])
    answered(world, 3, at, "ticket", drivers=["communication"])
    answered(world, 4, at)
    answered(world, 10, at, drivers=["price"])
    answered(world, 2, at - timedelta(days=9), drivers=["price"])
    told = digest(world)
    assert told["detractors"] == 3
    assert told["causes"]["shown"] == [["communication", 2], ["price", 1]]


class TestTheInnerLoop:
    def test_how_soon_how_it_ended_and_what_it_was(self) -> None:
        world = World()
        at = datetime(2026, 3, 3, 10, tzinfo=UTC)
        for hours in range(3):
            answered(world, 3, at + timedelta(hours=hours))
        first, second, _ = sorted(world.cases(), key=lambda case: case.opened_at)
        world.clock.now = at + timedelta(days=1)
        work = world.work_on_case
        work.close(first.follow_up_id, JAN, outcome="solved", cause="communication", note="called", recheck=False)
        work.close(second.follow_up_id, JAN, outcome="no_answer", cause="communication", note="tried", recheck=False)
        loop = digest(world)["loop"]
        assert (loop["opened"], loop["in_time"], loop["in_time_of"]) == (3, 2, 3)
        assert loop["median_days"] == 1
        assert (loop["closed"], loop["solved"], loop["not_solved"], loop["no_answer"]) == (2, 1, 0, 1)
        assert loop["causes"]["shown"] == [["communication", 2]]
        assert (loop["open"], loop["late"]) == (1, 1)

    def test_a_case_is_closed_in_the_month_of_the_company(self) -> None:
        world = World()
        answered(world, 3, datetime(2026, 2, 27, 10, tzinfo=UTC))
        # Already March in Amsterdam
        world.clock.now = datetime(2026, 2, 28, 23, 30, tzinfo=UTC)
        (case,) = world.cases()
        close = world.work_on_case.close
        close(case.follow_up_id, JAN, outcome="not_solved", cause="price", note="told them", recheck=False)
        assert digest(world)["loop"]["not_solved"] == 1
        assert digest(world, date(2026, 2, 1))["loop"]["closed"] == 0

    def test_erasing_somebody_closes_nothing_and_takes_no_closed_case_away(self) -> None:
        world = World()
        at = datetime(2026, 3, 3, 10, tzinfo=UTC)
        answered(world, 3, at)
        answered(world, 3, at + timedelta(hours=1))
        solved, given_up = sorted(world.cases(), key=lambda case: case.opened_at)
        close = world.work_on_case.close
        close(solved.follow_up_id, JAN, outcome="solved", cause="price", note="called", recheck=False)
        for case in (solved, given_up):
            world.erase_contact.erase(case.contact_id, "me")
        loop = digest(world)["loop"]
        assert (loop["closed"], loop["solved"], loop["no_answer"]) == (1, 1, 0)
        assert loop["causes"]["shown"] == [["price", 1]]


class TestWhatWasPromised:
    def add(
        self, world: World, name: str, status: str, updated: datetime, done_on: date | None = None,
        decided_on: date | None = None,
    ) -> None:  # fmt: skip
        texts = {"en": name}
        world.commitments.save(
            Commitment(
                commitment_id=name, title=texts, heard=texts, status=status, done_on=done_on, decided_on=decided_on,
                created_at=updated, updated_at=updated,
            )  # type: ignore[arg-type]
        )  # fmt: skip

    def test_what_was_done_planned_and_declined_in_the_month(self) -> None:
        world = World()
        march, april = datetime(2026, 3, 9, tzinfo=UTC), datetime(2026, 4, 9, tzinfo=UTC)
        self.add(world, "done in March, said later", "done", april, date(2026, 3, 31))
        self.add(world, "done in February, edited", "done", march, date(2026, 2, 1))
        self.add(world, "planned", "planned", march)
        self.add(world, "declined", "declined", march)
        self.add(world, "declined in February, edited", "declined", march, None, date(2026, 2, 1))
        self.add(world, "heard", "heard", march)
        self.add(world, "planned later", "planned", april)
        shown = digest(world)["commitments"]["shown"]
        assert shown == [
            ["done in March, said later", "done", "2026-03-31"],
            ["planned", "planned", None],
            ["declined", "declined", None],
        ]


def test_holds_are_counted_by_account_and_shown() -> None:
    world = World()
    person, until = world.add_contact(), datetime(2026, 5, 1, tzinfo=UTC)
    for day in (2, 3):
        at = datetime(2026, 3, day, tzinfo=UTC)
        world.standings.hold(person.account_id, Hold(until=until, reason="talks", by="jo", at=at))
    at = datetime(2026, 2, 2, tzinfo=UTC)
    world.standings.hold("gone", Hold(until=at + timedelta(days=9), reason="x", by="jo", at=at))
    told = digest(world)
    assert told["held"] == 1
    assert told["holds"] == {"shown": [["Kaasboer", "2026-05-01", "talks", "jo"]], "n": 1}


class TestWhoGetsIt:
    def run(self, world: World) -> dict[str, int]:
        world.clock.now = FIRST
        with patch.object(door, "of_this_function", lambda: world):
            event = {"schedule": "monthly", "scheduled_time": FIRST.isoformat()}
            return door.handle(event, None)  # type: ignore[arg-type]

    def test_the_manager_and_the_management_each_once(self) -> None:
        people = ["ceo@polder.example", MANAGER.upper(), "CEO@polder.example", "cfo@polder.example"]
        world = World(programme=programme(digests={"management": people}))
        assert self.run(world) == {"sent": 3, "before": 0, "unknown": 0}
        assert [mail.to for mail in world.mailer.outbox] == [MANAGER, "ceo@polder.example", "cfo@polder.example"]
        assert self.run(world) == {"sent": 0, "before": 3, "unknown": 0}
        told = json.loads(world.mailer.outbox[0].text)
        assert (told["month"], told["last"]) == ("2026-03-01", "2026-03-31")

    def test_who_was_not_reached_is_when_it_runs_again(self) -> None:
        world = World(programme=programme(digests={"management": ["ceo@polder.example"]}))
        world.mailer.refuse_once(for_good=False)
        with pytest.raises(door.MailsFailedError, match="MailRefusedError"):
            self.run(world)
        assert self.run(world) == {"sent": 1, "before": 1, "unknown": 0}
        assert [mail.to for mail in world.mailer.outbox] == ["ceo@polder.example", MANAGER]


def test_no_words_are_read_for_it() -> None:
    world = World()
    answered(world, 3, datetime(2026, 3, 3, tzinfo=UTC), why="Slow.")
    with (
        patch.object(world.responses, "words", side_effect=AssertionError),
        patch.object(world.responses, "words_of", side_effect=AssertionError),
    ):
        assert "Slow" not in json.dumps(digest(world))
