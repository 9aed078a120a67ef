"""An answer is never lost, a machine is never taken for a person, and a GET changes nothing."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from sayso.domain.errors import ConflictError, ExpiredError, InvalidInputError, NotFoundError
from sayso.domain.invitation import Invitation
from sayso.domain.response import AnswerInput, Response, group_of
from tests.builders import MONDAY, World, invitation, sent_invitation

REFERENCE = ("c1", "annual", "1")


def asked_world() -> tuple[World, Invitation]:
    world = World()
    return world, world.invitations.save(sent_invitation())


def kept(world: World) -> Response:
    found = world.responses.get(*REFERENCE)
    assert found
    return found


def test_looking_changes_nothing() -> None:
    world, asked = asked_world()
    world.answer(asked, 7, why="because")
    written = len(world.items.written)
    view = world.record_answer.look(REFERENCE)
    assert view.response
    assert (view.survey, view.language, view.state, view.response.score, view.words.why) == (
        "annual",
        "en",
        "open",
        7,
        "because",
    )
    assert len(world.items.written) == written


def test_looking_at_an_invitation_without_an_answer_shows_none() -> None:
    world, _ = asked_world()
    assert world.record_answer.look(REFERENCE).response is None


def test_an_invitation_there_is_not_cannot_be_answered() -> None:
    world = World()
    with pytest.raises(NotFoundError):
        world.record_answer.look(REFERENCE)
    with pytest.raises(NotFoundError):
        world.record_answer.record(REFERENCE, AnswerInput(score=9))


def test_what_the_page_says_on_load_is_provisional() -> None:
    world, asked = asked_world()
    world.answer(asked, 9, gesture=False)
    assert (kept(world).state, kept(world).confirmed_at) == ("provisional", None)
    assert world.kept(asked).state == "sent"  # the reminder still goes out


def test_a_gesture_confirms_and_ends_the_invitation() -> None:
    world, asked = asked_world()
    world.answer(asked, 9, gesture=False)
    world.clock.pass_by(seconds=8)
    world.answer(asked, 9)
    assert (kept(world).state, kept(world).confirmed_at) == ("confirmed", MONDAY + timedelta(seconds=8))
    assert kept(world).answered_at == MONDAY
    assert (world.kept(asked).state, world.kept(asked).due_step) == ("answered", None)


def test_a_machine_that_opens_every_link_moves_nothing_a_person_said() -> None:
    world, asked = asked_world()
    for score in range(11):
        world.answer(asked, score, gesture=False)
    assert (kept(world).score, kept(world).state) == (10, "machine")
    world.answer(asked, 3)
    for score in range(11):
        world.answer(asked, score, gesture=False)
        with pytest.raises(ConflictError):  # words are never dropped with a yes
            world.answer(asked, score, gesture=False, why="scanned")
    assert (kept(world).score, kept(world).state) == (3, "confirmed")
    assert world.responses.words(*REFERENCE).why == ""


def test_a_person_always_wins_over_an_earlier_machine() -> None:
    world, asked = asked_world()
    world.answer(asked, 0, gesture=False)
    world.answer(asked, 10)
    assert (kept(world).score, kept(world).state) == (10, "confirmed")


def test_a_person_who_opens_their_link_again_finds_what_they_said() -> None:
    world, asked = asked_world()
    world.answer(asked, 3, why="slow")
    view = world.answer(asked, 9, gesture=False)
    assert view.response
    assert (view.response.score, view.words.why) == (3, "slow")


def test_a_field_left_out_keeps_what_was_said() -> None:
    world, asked = asked_world()
    everything: dict[str, Any] = {
        "why": "slow",
        "better": "faster",
        "drivers": ["price", "response_time"],
        "contact": "phone",
        "quote": True,
    }
    world.answer(asked, 3, **everything)
    world.answer(asked, 4)
    after, words = kept(world), world.responses.words(*REFERENCE)
    assert (after.score, after.contact, after.quote, after.has_words) == (4, "phone", True, True)
    assert after.drivers == ("response_time", "price")  # in the programme's order
    assert (words.why, words.better) == ("slow", "faster")


def test_what_is_sent_empty_is_taken_back() -> None:
    world, asked = asked_world()
    world.answer(asked, 3, why="my boss is to blame", better="x", drivers=["price"], contact="phone", quote=True)
    world.answer(asked, 3, why="", better="", drivers=[], contact="no", quote=False)
    after, words = kept(world), world.responses.words(*REFERENCE)
    assert (after.drivers, after.contact, after.quote, after.has_words) == ((), "no", False, False)
    assert (words.why, words.better) == ("", "")


def test_a_score_may_be_changed_until_the_time_is_over_and_counts_for_its_first_day() -> None:
    world, asked = asked_world()
    world.answer(asked, 3)
    world.clock.now = MONDAY + timedelta(days=30, seconds=-1)
    world.answer(asked, 9)
    assert (kept(world).score, kept(world).confirmed_at) == (9, MONDAY)
    world.clock.now = MONDAY + timedelta(days=30)
    with pytest.raises(ExpiredError):
        world.answer(asked, 0)
    assert kept(world).score == 9
    assert world.record_answer.look(REFERENCE).state == "expired"


@pytest.mark.parametrize("state", ["expired", "skipped", "cancelled", "failed"])
def test_an_invitation_that_ended_takes_no_answer(state: Any) -> None:
    world = World()
    asked = world.invitations.save(sent_invitation().ended(state))
    with pytest.raises(ExpiredError):
        world.answer(asked, 9)
    assert world.responses.get(*REFERENCE) is None


def test_an_invitation_that_was_not_sent_takes_no_answer() -> None:
    world = World()
    asked = world.invitations.save(invitation())
    with pytest.raises(ExpiredError):
        world.answer(asked, 9)


def test_an_unknown_driver_is_refused_and_changes_nothing() -> None:
    world, asked = asked_world()
    world.answer(asked, 7)
    with pytest.raises(InvalidInputError, match="not one of the reasons") as refused:
        world.answer(asked, 3, drivers=["price", "weather"])
    assert refused.value.field == "drivers"
    assert kept(world).score == 7


def test_drivers_named_twice_count_once() -> None:
    world, asked = asked_world()
    world.answer(asked, 7, drivers=["price", "price"])
    assert kept(world).drivers == ("price",)


def test_two_answers_at_once_are_both_taken_and_the_later_one_stays() -> None:
    world, asked = asked_world()
    world.items.before_write(1, lambda: world.answer(asked, 2, why="first"))
    world.answer(asked, 9)
    assert kept(world).score == 9
    assert world.responses.words(*REFERENCE).why == "first"


def test_a_page_load_that_arrives_behind_the_confirmed_answer_loses() -> None:
    world, asked = asked_world()
    world.items.before_write(1, lambda: world.answer(asked, 2))
    world.answer(asked, 9, gesture=False)
    assert (kept(world).score, kept(world).state) == (2, "confirmed")


def test_an_answer_that_cannot_be_kept_is_not_said_to_be() -> None:
    def conflict() -> None:
        raise ConflictError("somebody else")

    world, asked = asked_world()
    for number in range(1, 20):
        world.items.before_write(number, conflict)
    with pytest.raises(ConflictError):
        world.answer(asked, 9)
    assert world.responses.get(*REFERENCE) is None


def test_answer_words_and_invitation_are_written_as_one() -> None:
    world, asked = asked_world()
    writes = world.items._writes
    world.answer(asked, 3, why="slow")
    assert world.items._writes == writes + 1


def test_words_expire_and_scores_do_not() -> None:
    world, asked = asked_world()
    world.answer(asked, 3, why="slow")
    items = {item["entity"]: item for item in world.items.scan(("RESPONSE#", "WORDS#"))}
    assert "expires_at_epoch" not in items["response"]
    keep = int(items["words"]["expires_at_epoch"]) - int(MONDAY.timestamp())
    assert timedelta(days=24 * 30) <= timedelta(seconds=keep) <= timedelta(days=24 * 31)


def test_words_that_expired_are_gone_before_they_are_deleted() -> None:
    world, asked = asked_world()
    world.answer(asked, 3, why="slow")
    world.clock.pass_by(days=24 * 31)
    assert world.responses.words(*REFERENCE).why == ""
    assert world.record_answer.look(REFERENCE).words.why == ""


@pytest.mark.parametrize(
    ("score", "group"),
    [(0, "detractor"), (6, "detractor"), (7, "passive"), (8, "passive"), (9, "promoter"), (10, "promoter")],
)
def test_each_score_belongs_to_one_group(score: int, group: str) -> None:
    assert group_of(score) == group


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("score", -1),
        ("score", 11),
        ("score", "9"),
        ("score", 9.0),
        ("score", True),
        ("score", None),
        ("why", "x" * 5_001),
        ("why", 7),
        ("drivers", "price"),
        ("drivers", ["price"] * 13),
        ("contact", "fax"),
        ("quote", "yes"),
        ("gesture", 1),
        ("visible_seconds", -1),
        ("visible_seconds", float("nan")),
        ("state", "confirmed"),
    ],
)
def test_input_of_the_wrong_shape_is_refused_by_name(field: str, value: object) -> None:
    with pytest.raises(ValidationError) as refused:
        AnswerInput.model_validate({"score": 9, field: value})
    assert refused.value.errors()[0]["loc"][0] == field


@given(text=st.text(max_size=400))
def test_any_words_are_kept_as_they_were_written_but_for_control_characters(text: str) -> None:
    world, asked = asked_world()
    world.answer(asked, 5, why=text)
    said = world.responses.words(*REFERENCE).why
    assert said == AnswerInput(score=5, why=said).why  # tidying twice is the same as once
    printable = "".join(sign for sign in said if sign.isalnum())
    assert not any(ord(sign) < 32 and sign not in "\n\t" for sign in said)
    assert len(printable) <= len(text) * 3
