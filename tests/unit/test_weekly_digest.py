"""Rule 10: once a week the praise, the criticism and the open cases reach whoever runs the programme."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from sayso.domain.response import AnswerInput
from tests.builders import MONDAY, World, sent_invitation

# The Monday after: its digest tells of 2 to 8 March.
NEXT = MONDAY + timedelta(days=7)


def answered(world: World, number: int, score: int, at: datetime, **fields: Any) -> None:
    person = world.add_contact(contact_id=f"crm-{number}", email=f"p{number}@b{number}.example", account=f"B{number}")
    asked = world.asked(person, expires_at=at + timedelta(days=30))
    world.clock.now = at
    world.answer(asked, score, **fields)
    world.run()


def digest(world: World, scheduled_for: datetime = NEXT) -> dict[str, Any]:
    world.weekly_digest.send(scheduled_for)
    mail = world.mailer.outbox[-1]
    assert mail.to == world.programme.follow_up.manager
    return dict(json.loads(mail.text))


def test_the_week_before_is_told_with_words_and_accounts() -> None:
    world = World()
    answered(world, 1, 10, MONDAY, why="Jan stayed late")
    answered(world, 2, 2, MONDAY + timedelta(days=1), better="call back")
    answered(world, 3, 8, MONDAY + timedelta(days=2), why="fine")
    told = digest(world)
    assert (told["week_start"], told["week_end"]) == ("2026-03-02", "2026-03-08")
    assert told["answers"][:4] == [3, 1, 1, 1]
    assert told["praise"] == [["Jan stayed late", "B1", ""]]
    assert told["criticism"] == [["call back", "B2", ""]]


def test_a_week_belongs_to_the_scheduled_time_however_late_it_runs() -> None:
    world = World()
    answered(world, 1, 10, MONDAY)
    world.clock.now = NEXT + timedelta(days=3)
    answered(world, 2, 10, NEXT + timedelta(hours=1))
    assert digest(world)["answers"][0] == 1


@pytest.mark.parametrize(
    ("at", "counts"),
    [
        (datetime(2026, 3, 1, 23, 59, 59, tzinfo=UTC), 0),
        (datetime(2026, 3, 2, 0, 0, tzinfo=UTC), 1),
        (datetime(2026, 3, 8, 23, 59, 59, tzinfo=UTC), 1),
        (datetime(2026, 3, 9, 0, 0, tzinfo=UTC), 0),
    ],
)
def test_a_week_is_seven_whole_days(at: datetime, counts: int) -> None:
    world = World(now=at - timedelta(days=1))
    answered(world, 1, 10, at)
    assert digest(world)["answers"][0] == counts


def test_a_week_over_the_end_of_a_month_is_whole() -> None:
    world = World(now=datetime(2026, 3, 27, tzinfo=UTC))
    answered(world, 1, 10, datetime(2026, 3, 31, 12, tzinfo=UTC))
    answered(world, 2, 10, datetime(2026, 4, 1, 12, tzinfo=UTC))
    assert digest(world, datetime(2026, 4, 6, 6, tzinfo=UTC))["answers"][0] == 2


def test_a_score_needs_five_answers() -> None:
    world = World()
    for number in range(4):
        answered(world, number, 10, MONDAY + timedelta(hours=number))
    assert digest(world)["answers"][4:] == [None, None, None]
    answered(world, 4, 10, MONDAY + timedelta(hours=5))
    assert digest(world)["answers"][4] == 100


def test_provisional_answers_are_not_told() -> None:
    world = World()
    world.answer(world.invitations.save(sent_invitation()), 10, gesture=False)
    assert digest(world)["answers"][0] == 0


def test_open_cases_come_with_who_is_late() -> None:
    world = World()
    answered(world, 1, 2, MONDAY)
    world.clock.now = NEXT
    (case,) = digest(world)["open_follow_ups"]
    assert case[:2] == ["B1", "p1@b1.example"]
    assert case[3] is True


def test_a_quiet_week_is_told_too() -> None:
    told = digest(World())
    assert (told["answers"][0], told["praise"], told["open_follow_ups"]) == (0, [], [])


def test_words_taken_back_are_not_told() -> None:
    world = World()
    answered(world, 1, 2, MONDAY, why="my boss is to blame")
    (answer,) = world.responses.confirmed_in_month(MONDAY)
    world.record_answer.record(answer.reference, AnswerInput(score=2, why="", gesture=True))
    assert digest(world)["criticism"] == []


def test_a_digest_ses_refuses_is_tried_again() -> None:
    world = World()
    world.mailer.refuse_once(for_good=False)
    with pytest.raises(Exception, match="Unreachable"):
        world.weekly_digest.send(NEXT)
    assert world.weekly_digest.send(NEXT)
    assert len(world.mailer.outbox) == 1
