"""Point 7: a low score nobody was seen giving is shown to its owner as just that, and counts nowhere."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from typing import Any
from unittest.mock import patch

import pytest

from sayso.domain.evidence import REASONS
from sayso.domain.follow_up import FollowUp
from sayso.domain.invitation import Invitation, SentMail
from sayso.domain.response import AnswerInput, Response, Ruling
from sayso.domain.unconfirmed import answer_id, may_be_unhappy, waits_to_be_settled
from sayso.handlers import digest as door
from tests.builders import MONDAY, World, programme, response

# The Monday after: its run tells of 2 to 8 March.
NEXT = datetime(2026, 3, 9, 6, tzinfo=UTC)
LATER = MONDAY + timedelta(hours=3)
MANAGER, LEAD = World.programme.follow_up.manager, World.programme.follow_up.support_lead
OWNER = "jan@polder.example"
SATISFACTION = {"project_delivered": {"event": "touchpoint", "scale": "satisfaction"}}


def asked(world: World, number: int = 1, owner: str = OWNER, **changes: Any) -> Invitation:
    """Somebody who was asked on MONDAY."""
    person = world.add_contact(
        contact_id=f"crm-{number}",
        email=f"p{number}@b{number}.example",
        account=f"B{number}",
        name=f"Person {number}",
        owner_email=owner,
    )
    return world.asked(person, **changes)


def opened(world: World, invited: Invitation, score: int = 3, at: datetime = LATER, seconds: int = 1) -> None:
    """A link opened for a second, by nobody who was seen, and settled."""
    world.clock.now = at
    world.answer(invited, score, gesture=False, visible_seconds=seconds, visit=score + 1)
    world.settle()


def mails_to(world: World, address: str, subject: str = "own") -> list[dict[str, Any]]:
    return [json.loads(mail.text) for mail in world.mailer.to(address) if mail.subject == subject]


def run_weekly(world: World, at: datetime = NEXT) -> dict[str, int]:
    world.clock.now = at
    with patch.object(door, "of_this_function", lambda: world):
        return door.handle({"schedule": "weekly", "scheduled_time": at.isoformat()}, None)  # type: ignore[arg-type]


def digest(world: World) -> dict[str, Any]:
    (told,) = mails_to(world, MANAGER, "digest")
    return told


def doubtful(world: World, address: str) -> list[list[Any]]:
    """What an owner's own digest tells of that is not confirmed."""
    return [one for told in mails_to(world, address) for one in told["unconfirmed"]["shown"]]


class TestWhichOnes:
    @pytest.mark.parametrize(
        ("changes", "tells"),
        [
            ({}, True),
            ({"score": 6}, True),
            ({"score": 7}, False),
            ({"score": 2, "scale": "satisfaction"}, True),
            ({"score": 3, "scale": "satisfaction"}, False),
            ({"state": "machine", "reasons": ("burst",)}, False),
            ({"state": "confirmed", "reasons": ("gesture",)}, False),
            ({"erased": True}, False),
            ({"reasons": ("read",)}, False),
            ({"reasons": ("too_soon", "too_short")}, True),
        ],
    )
    def test_a_low_one_that_is_undecided(self, changes: dict[str, Any], tells: bool) -> None:
        undecided = {"state": "provisional", "score": 3, "reasons": ("too_short",), "confirmed_at": None}
        assert may_be_unhappy(response(**{**undecided, **changes})) is tells

    def test_one_that_only_waits_for_its_time_is_not_told_of(self) -> None:
        world = World()
        world.clock.now = LATER
        world.answer(asked(world), 3, gesture=False, visible_seconds=9)
        (waiting,) = world.responses.unconfirmed_in_month(MONDAY)
        assert waits_to_be_settled(waiting)
        assert not may_be_unhappy(waiting)

    def test_every_reason_is_either_for_or_against_a_person(self) -> None:
        waiting = {reason for reason in REASONS if waits_to_be_settled(_with(reason))}
        assert waiting == {"gesture", "read", "sent", "everything_counts", "accepted"}

    def test_an_id_follows_from_the_answer_and_is_typed_easily(self) -> None:
        one, other = answer_id(("c1", "annual", "1")), answer_id(("c1", "annual", "2"))
        assert one == answer_id(("c1", "annual", "1")) != other
        assert len(one) == 12
        assert one.isalnum()

    def test_it_was_given_when_it_was_opened_last(self) -> None:
        world = World()
        invited = asked(world)
        opened(world, invited, 9)
        opened(world, invited, 3, LATER + timedelta(days=7))
        (kept,) = world.responses.unconfirmed_in_month(MONDAY)
        assert kept.given_at == LATER + timedelta(days=7)


def _with(reason: str) -> Response:
    return response(state="provisional", confirmed_at=None, reasons=(reason,))


class TestTheDigest:
    def test_it_has_them_apart_and_counts_none(self) -> None:
        world = World()
        invited = asked(world)
        opened(world, invited)
        run_weekly(world)
        told = digest(world)
        ((name, person, account, survey, score, scale, day, reasons, ticket),) = told["unconfirmed"]["shown"]
        assert name == answer_id(invited.reference)
        assert (person, account, survey, score, scale, day, ticket) == (
            "Person 1", "B1", "annual", 3, "nps", "2026-03-02", "",
        )  # fmt: skip
        assert reasons == ["too_short"]
        assert told["answers"][0] == 0
        assert world.cases() == []

    @pytest.mark.parametrize("score", [7, 10])
    def test_a_good_one_is_nobodys_worry(self, score: int) -> None:
        world = World()
        opened(world, asked(world), score)
        run_weekly(world)
        assert digest(world)["unconfirmed"]["n"] == 0
        assert doubtful(world, OWNER) == []

    def test_one_that_was_confirmed_meanwhile_is_gone_from_it(self) -> None:
        world = World()
        invited = asked(world)
        opened(world, invited)
        world.answer(invited, 3)
        world.run()
        run_weekly(world)
        told = digest(world)
        assert (told["unconfirmed"]["n"], told["answers"][0]) == (0, 1)

    def test_a_machines_burst_is_not_in_it(self) -> None:
        world = World()
        invited = asked(world)
        world.clock.now = LATER
        for score in range(11):
            world.answer(invited, score, gesture=False, visit=score + 1)
        world.settle()
        run_weekly(world)
        assert digest(world)["unconfirmed"]["n"] == 0
        assert doubtful(world, OWNER) == []

    @pytest.mark.parametrize(
        ("at", "tells"),
        [
            (datetime(2026, 3, 2, 12, tzinfo=UTC), True),
            (datetime(2026, 3, 8, 23, 59, tzinfo=UTC), True),
            (datetime(2026, 3, 9, 0, 0, tzinfo=UTC), False),
        ],
    )
    def test_it_tells_of_its_own_seven_days(self, at: datetime, tells: bool) -> None:
        world = World()
        opened(world, asked(world), at=at)
        run_weekly(world)
        assert bool(digest(world)["unconfirmed"]["n"]) is tells

    def test_one_that_is_lowered_in_a_later_month_than_it_was_first_opened_is_told_of_then(self) -> None:
        world = World()
        invited = asked(world, expires_at=MONDAY + timedelta(days=60))
        opened(world, invited, 9, MONDAY + timedelta(days=23))
        opened(world, invited, 3, MONDAY + timedelta(days=43))
        run_weekly(world, MONDAY + timedelta(days=49))
        assert digest(world)["unconfirmed"]["n"] == 1

    def test_nobody_who_was_erased_is_in_it(self) -> None:
        world = World()
        invited = asked(world)
        opened(world, invited)
        world.erase_contact.erase(invited.contact_id, "me")
        run_weekly(world)
        assert digest(world)["unconfirmed"]["n"] == 0
        assert doubtful(world, OWNER) == []

    def test_satisfaction_is_no_part_of_the_nps_of_the_week(self) -> None:
        world = World(programme=programme(surveys={**SATISFACTION}))
        satisfied = {"snapshot": {"account_id": "a", "language": "en", "scale": "satisfaction"}}
        for number, score in enumerate((1, 4, 5, 5, 5)):
            invited = asked(world, number, survey="project_delivered", occasion=f"x:{number}", **satisfied)
            world.clock.now = LATER
            world.answer(invited, score)
        world.answer(asked(world, 9), 10)
        world.run()
        run_weekly(world)
        told = digest(world)
        assert told["answers"][:4] == [1, 1, 0, 0]
        (week,) = told["satisfaction"]
        assert week[:4] == ["project_delivered", 5, 4.0, 80.0]

    def test_praise_names_who_may_be_a_reference_with_words_or_without(self) -> None:
        world = World()
        world.clock.now = LATER
        world.answer(asked(world, 1), 10, why="Fast.", reference=True)
        world.answer(asked(world, 2), 9, reference=True)
        world.answer(asked(world, 3), 9)
        world.answer(asked(world, 4), 3, why="Slow.", reference=True)
        world.run()
        run_weekly(world)
        told = digest(world)
        assert sorted(told["praise"]["shown"]) == [
            ["", "B2", 9, "nps", "Person 2", OWNER], ["Fast.", "B1", 10, "nps", "Person 1", OWNER],
        ]  # fmt: skip
        assert told["criticism"]["shown"] == [["Slow.", "B4", 3, "nps", "", ""]]


class TestTheOwnersDigest:
    def test_each_owner_is_told_of_their_own_only(self) -> None:
        world = World()
        for number, owner in ((1, OWNER), (2, OWNER.upper()), (3, "piet@polder.example")):
            opened(world, asked(world, number, owner), at=LATER + timedelta(minutes=number))
        run_weekly(world)
        (mail,) = [mail for mail in world.mailer.outbox if mail.subject == "own" and "jan" in mail.to.lower()]
        assert [one[1] for one in json.loads(mail.text)["unconfirmed"]["shown"]] == ["Person 2", "Person 1"]
        assert [one[1] for one in doubtful(world, "piet@polder.example")] == ["Person 3"]

    def test_about_a_ticket_the_support_lead_is_told_and_so_is_the_owner(self) -> None:
        world = World()
        opened(world, asked(world, survey="ticket", occasion="zendesk:1", ticket_id="4711"))
        run_weekly(world)
        assert [one[-1] for one in doubtful(world, LEAD)] == ["4711"]
        assert [one[-1] for one in doubtful(world, OWNER)] == ["4711"]

    def test_without_an_owner_the_default_one_is_told(self) -> None:
        world = World()
        opened(world, asked(world, owner=""))
        run_weekly(world)
        assert doubtful(world, world.programme.follow_up.default_owner)

    def test_it_is_told_once_and_opens_nothing(self) -> None:
        world = World()
        opened(world, asked(world))
        run_weekly(world)
        run_weekly(world, NEXT + timedelta(days=7))
        assert len(doubtful(world, OWNER)) == 1
        assert world.cases() == []


def case_beside_a_doubtful_two() -> tuple[World, FollowUp, Invitation]:
    """A case about a confirmed 5 of somebody whose other mail was opened at 2, and by whom nobody knows."""
    world = World()
    invited = asked(world)
    person = world.contacts.get(invited.contact_id)
    assert person
    doubtful = world.asked(person, survey="day50", occasion="first")
    opened(world, doubtful, 2)
    world.answer(invited, 5)
    world.run()
    (case,) = world.cases()
    return world, case, doubtful


class TestTheCase:
    def test_it_shows_what_the_same_person_may_have_said_besides_with_the_reasons(self) -> None:
        world, case, _ = case_beside_a_doubtful_two()
        assert [answer.survey for answer in case.answers] == ["annual"]
        (shown,) = world.read_case.read(case.follow_up_id, case.owner_id or "")["unconfirmed"]
        assert (shown["survey"], shown["score"], shown["scale"]) == ("day50", 2, "nps")
        assert shown["reasons"] == ["too_short"]
        assert shown["answered_at"].startswith("2026-03-02T12:00:00")

    def test_it_shows_it_as_it_is_now(self) -> None:
        world, case, doubtful = case_beside_a_doubtful_two()
        world.settle_answer.rule(
            doubtful.reference, Ruling(at=LATER, by="me", what="rejected", reason="She never saw it.")
        )
        assert world.read_case.read(case.follow_up_id, case.owner_id or "")["unconfirmed"] == []

    def test_a_person_erased_leaves_nothing_of_it(self) -> None:
        world, case, _ = case_beside_a_doubtful_two()
        world.erase_contact.erase(case.contact_id, "me")
        kept = world.follow_ups.get(case.follow_up_id)
        assert kept
        assert kept.unconfirmed == ()

    def test_what_is_of_5_is_told_as_that(self) -> None:
        world = World(programme=programme(surveys={**SATISFACTION}))
        satisfied = {"snapshot": {"account_id": "a", "language": "en", "scale": "satisfaction"}}
        invited = asked(world, survey="project_delivered", occasion="x:1", **satisfied)
        world.answer(invited, 2)
        world.run()
        (case,) = world.cases()
        assert world.read_case.read(case.follow_up_id, case.owner_id or "")["scale"] == "satisfaction"
        (alert,) = mails_to(world, OWNER, "alert 2")
        assert alert["scale"] == "satisfaction"


class TestWhy:
    def test_an_answer_nobody_confirmed_is_explained(self) -> None:
        world = World()
        opened(world, asked(world))
        (explained,) = world.explain_contact.explain("crm-1")
        facts = [fact for story in explained.invitations for fact in story.facts]
        (fact,) = [fact for fact in facts if fact.what == "answer_provisional"]
        assert fact.text.startswith("It was opened on 2026-03-02 13:00. Not confirmed, so it does not count: visible")
        assert fact.reason == "too_short"

    def test_a_confirmed_one_needs_no_words_but_who_decided_does(self) -> None:
        world = World()
        invited = asked(world)
        opened(world, invited)
        world.settle_answer.rule(invited.reference, Ruling(at=LATER, by="me", what="accepted", reason="I asked her."))
        (explained,) = world.explain_contact.explain("crm-1")
        texts = [fact.text for story in explained.invitations for fact in story.facts]
        assert "me accepted the answer on 2026-03-02 13:00: I asked her." in texts
        assert not any("Not confirmed" in text for text in texts)


def test_an_export_has_ratings_and_the_permission_to_name_somebody() -> None:
    world = World(programme=programme(surveys={"annual": {"ratings": ["quality"], "every": "12 months"}}))
    invited = asked(world)
    world.record_answer.record(
        invited.reference, AnswerInput(score=10, gesture=True, ratings={"quality": 4}, reference=True)
    )
    person = world.contacts.get(invited.contact_id)
    assert person
    (answer,) = world.export_contact.export(person)["answers"]
    assert (answer["ratings"], answer["reference_allowed"]) == ({"quality": 4}, True)


def test_a_delivery_is_kept_in_mind() -> None:
    world = World()
    delivered = {"first": SentMail(state="sent", at=MONDAY, delivered_at=MONDAY + timedelta(seconds=3))}
    opened(world, asked(world, mails=delivered), at=MONDAY + timedelta(seconds=23), seconds=9)
    run_weekly(world)
    assert digest(world)["unconfirmed"]["shown"][0][7] == ["too_soon"]
