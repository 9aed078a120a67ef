"""Rule 9: everyone unhappy is contacted: one case, one owner, one due time, one alert, whatever arrives how often."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from sayso.domain.errors import ConflictError, InvalidInputError, NotFoundError
from sayso.domain.follow_up import FollowUp
from sayso.domain.invitation import Invitation
from tests.builders import MONDAY, World, programme, response, ticket

OWNER = "otto@polder.example"


def unhappy(world: World, score: int = 3, **fields: Any) -> Invitation:
    """Somebody who answered their annual survey; nothing has followed yet."""
    person = world.add_contact(owner_email=OWNER, name="Anna Jansen", phone="+31 30 123")
    asked = world.asked(person)
    world.answer(asked, score, **fields)
    return asked


def alerts(world: World) -> list[dict[str, Any]]:
    return [json.loads(mail.text) for mail in world.mailer.outbox if mail.subject.startswith("alert")]


def the_case(world: World) -> FollowUp:
    (case,) = world.cases()
    return case


def told(world: World) -> list[tuple[str, str]]:
    """What became of the alerts of the case there is."""
    notices = world.follow_ups.notices(the_case(world).follow_up_id)
    return [(one.survey, one.state) for one in notices if one.kind == "alert"]


def close(world: World) -> FollowUp:
    """The owner talked to them, and it is solved."""
    return world.work_on_case.close(
        the_case(world).follow_up_id, OWNER, outcome="solved", cause="price", note="talked", recheck=False
    )


def shown(world: World) -> dict[str, Any]:
    """The case as its owner reads it."""
    case = the_case(world)
    assert case.owner_id
    return dict(world.read_case.read(case.follow_up_id, case.owner_id))


def test_a_detractor_opens_a_case_with_owner_and_due_time() -> None:
    world = World()
    asked = unhappy(world, 6, why="slow", contact="phone")
    world.open_follow_up.open(asked.reference)
    case = the_case(world)
    assert (case.owner_email, case.wish, case.state) == (OWNER, "phone", "open")
    assert case.opened_at == MONDAY
    assert case.due_at == MONDAY + timedelta(days=2)
    assert case.owner_id
    assert [(answer.survey, answer.score) for answer in case.answers] == [("annual", 6)]


def test_the_owner_is_told_once_with_words_wish_and_a_link() -> None:
    world = World()
    asked = unhappy(world, 3, why="slow", better="faster", drivers=["price"], contact="phone")
    for _ in range(3):
        world.open_follow_up.open(asked.reference)
    world.run()
    (alert,) = alerts(world)
    assert (alert["why"], alert["better"], alert["drivers"], alert["contact"]) == ("slow", "faster", ["Price"], "phone")
    assert alert["person"] == ["Anna Jansen", "anna@kaasboer.example", "+31 30 123"]
    assert alert["kind"] == "alert"
    token = alert["case_link"].split("t=")[1]
    case = the_case(world)
    assert world.links.read_case(token, MONDAY) == (case.follow_up_id, case.owner_id)
    assert world.mailer.outbox[-1].to == OWNER


def test_due_time_is_counted_in_working_days() -> None:
    world = World(now=datetime(2026, 3, 5, 15, tzinfo=UTC))  # a Thursday
    asked = unhappy(world, 3)
    world.open_follow_up.open(asked.reference)
    assert the_case(world).due_at == datetime(2026, 3, 9, 15, tzinfo=UTC)


@pytest.mark.parametrize(
    ("heard_at", "due_at"),
    [
        (datetime(2026, 3, 7, 12, tzinfo=UTC), datetime(2026, 3, 11, 8, tzinfo=UTC)),  # Saturday: as on Monday at nine
        (datetime(2026, 3, 2, 22, tzinfo=UTC), datetime(2026, 3, 5, 8, tzinfo=UTC)),  # at night: as next morning
    ],
)
def test_what_is_said_outside_office_hours_is_heard_when_the_office_opens(heard_at: datetime, due_at: datetime) -> None:
    world = World(now=heard_at)
    asked = unhappy(world, 3)
    world.open_follow_up.open(asked.reference)
    assert the_case(world).due_at == due_at


def test_the_due_time_counts_from_the_answer_however_late_it_is_processed() -> None:
    world = World()
    asked = unhappy(world, 3)
    world.clock.pass_by(days=5)
    world.open_follow_up.open(asked.reference)
    case = the_case(world)
    assert case.due_at == MONDAY + timedelta(days=2)
    assert case.is_late(world.clock())
    assert case.is_late(case.due_at)
    assert not case.is_late(case.due_at - timedelta(seconds=1))


def test_who_becomes_unhappy_later_is_due_from_then_and_not_late_at_once() -> None:
    world = World()
    asked = unhappy(world, 9)
    world.run()
    assert not world.cases()
    world.clock.pass_by(days=14)
    world.answer(asked, 3)
    world.run()
    case = the_case(world)
    assert case.opened_at == MONDAY + timedelta(days=14)
    assert case.due_at == MONDAY + timedelta(days=16)
    assert not case.is_late(world.clock())


def test_who_says_more_within_the_hour_was_heard_when_they_began() -> None:
    world = World()
    asked = unhappy(world, 3)
    world.clock.pass_by(minutes=59)
    world.answer(asked, 3, why="slow")
    world.run()
    assert the_case(world).opened_at == MONDAY


@pytest.mark.parametrize("score", [7, 8, 9, 10])
def test_who_is_not_unhappy_opens_none(score: int) -> None:
    world = World()
    asked = unhappy(world, score, contact="no")
    assert world.open_follow_up.open(asked.reference) is None
    assert world.cases() == []
    assert alerts(world) == []


@pytest.mark.parametrize("wish", ["phone", "mail"])
def test_anyone_who_asks_for_contact_opens_one(wish: str) -> None:
    world = World()
    asked = unhappy(world, 10, contact=wish)
    world.run()
    assert the_case(world).wish == wish
    assert world.open_follow_up.open(asked.reference)
    assert len(alerts(world)) == 1


def test_a_provisional_answer_opens_none() -> None:
    world = World()
    asked = unhappy(world, 0, gesture=False)
    world.run()
    assert world.open_follow_up.open(asked.reference) is None
    assert world.cases() == []


def test_a_correction_before_processing_opens_none() -> None:
    world = World()
    asked = unhappy(world, 1)
    world.answer(asked, 9)
    world.run()
    assert world.open_follow_up.open(asked.reference) is None
    assert world.cases() == []
    assert alerts(world) == []


def test_a_correction_after_the_case_was_opened_keeps_it() -> None:
    world = World()
    asked = unhappy(world, 1)
    world.run()
    world.answer(asked, 9)
    world.run()
    assert the_case(world).answers[0].score == 1
    assert len(alerts(world)) == 1


def test_two_bad_answers_of_one_person_join_one_case() -> None:
    world = World()
    unhappy(world, 3)
    world.run()
    first = the_case(world)
    world.clock.pass_by(days=1)
    about_ticket = world.asked(
        world.contacts.by_external_ids(["crm-1"])["crm-1"], survey="ticket", occasion="zendesk:1", ticket_id="1"
    )
    world.answer(about_ticket, 2, contact="mail")
    world.run()
    case = the_case(world)
    assert case.follow_up_id == first.follow_up_id
    assert [answer.survey for answer in case.answers] == ["annual", "ticket"]
    assert [change.what for change in case.changes] == ["opened", "joined"]
    assert (case.wish, case.due_at) == ("mail", first.due_at)
    assert [alert["kind"] for alert in alerts(world)] == ["alert", "joined"]
    assert alerts(world)[1]["history"][0][:2] == ["annual", 3]


def test_two_bad_answers_at_the_same_moment_join_one_case() -> None:
    world = World()
    person = world.add_contact()
    annual = world.asked(person)
    day50 = world.asked(person, survey="day50", occasion="first")
    world.answer(annual, 1)
    world.answer(day50, 2)
    world.items.before_write(1, lambda: world.open_follow_up.open(day50.reference))
    world.open_follow_up.open(annual.reference)
    world.run()
    case = the_case(world)
    assert {answer.survey for answer in case.answers} == {"annual", "day50"}
    assert len(alerts(world)) == 2
    assert told(world) == [("day50", "sent"), ("annual", "sent")]


def test_the_same_answer_at_the_same_moment_opens_one_case() -> None:
    world = World()
    asked = unhappy(world)
    world.items.before_write(1, lambda: world.open_follow_up.open(asked.reference))
    world.open_follow_up.open(asked.reference)
    world.run()
    assert len(the_case(world).answers) == 1
    assert len(alerts(world)) == 1


def test_a_new_bad_answer_after_the_case_was_closed_opens_a_new_one() -> None:
    world = World()
    unhappy(world)
    world.run()
    first = the_case(world)
    close(world)
    assert world.cases() == []
    person = world.contacts.by_external_ids(["crm-1"])["crm-1"]
    again = world.asked(person, occasion="2")
    world.answer(again, 2)
    world.run()
    assert the_case(world).follow_up_id != first.follow_up_id


def test_words_that_come_after_the_alert_reach_the_owner_too_and_once() -> None:
    world = World()
    asked = unhappy(world)
    world.run()
    world.clock.pass_by(minutes=12)
    world.answer(asked, 3, why="Nobody called back.", contact="phone")
    world.run()
    world.answer(asked, 3)  # opened once more, nothing new
    world.run()
    assert [alert["why"] for alert in alerts(world)] == ["", "Nobody called back."]
    case = shown(world)
    assert (case["why"], case["contact"]) == ("Nobody called back.", "phone")
    world.answer(asked, 3, contact="no")
    world.run()
    assert shown(world)["contact"] == "no"
    assert alerts(world)[-1]["contact"] == "no"


def test_somebody_who_comes_back_after_their_case_was_closed_is_heard_again() -> None:
    world = World()
    asked = unhappy(world)
    world.run()
    first = the_case(world)
    world.clock.pass_by(days=1)
    close(world)
    world.clock.pass_by(days=2)
    world.answer(asked, 3)  # looked at the page, said nothing new
    world.run()
    assert world.cases() == []
    world.answer(asked, 0, why="Broken again, call me", contact="phone")
    world.run()
    world.open_follow_up.open(asked.reference)
    again = the_case(world)
    assert again.follow_up_id == first.follow_up_id
    assert (again.state, again.wish, again.closed_at) == ("open", "phone", None)
    assert again.due_at > world.clock()
    assert [change.what for change in again.changes] == ["opened", "contacted", "closed", "reopened"]
    assert len(alerts(world)) == 2


@pytest.mark.parametrize("is_over", [False, True])
def test_words_that_expire_are_nothing_new(is_over: bool) -> None:
    world = World()
    asked = unhappy(world, why="slow")
    world.run()
    if is_over:
        close(world)
        world.run()
    (case,) = world.follow_ups.of_contact(asked.contact_id)
    world.clock.pass_by(days=2_000)
    assert not world.responses.words(*asked.reference).why
    world.open_follow_up.open(asked.reference)
    world.run()
    assert world.follow_ups.of_contact(asked.contact_id) == [case]
    assert len(alerts(world)) == 1


def test_what_is_said_after_the_words_expired_is_heard() -> None:
    world = World(programme=programme(privacy={"keep_words": "1 month"}))
    asked = world.asked(world.add_contact(owner_email=OWNER), expires_at=MONDAY + timedelta(days=90))
    world.answer(asked, 3, why="slow")
    world.run()
    close(world)
    world.clock.pass_by(days=42)
    assert not world.responses.words(*asked.reference).why
    world.answer(asked, 3, contact="phone")
    world.run()
    assert [change.what for change in the_case(world).changes][-1] == "reopened"
    assert alerts(world)[-1]["contact"] == "phone"


def test_somebody_who_comes_back_joins_the_case_that_is_open_by_now() -> None:
    world = World()
    asked = unhappy(world)
    world.run()
    person = world.contacts.get(asked.contact_id)
    assert person
    close(world)
    world.answer(world.asked(person, survey="day50", occasion="first"), 2)
    world.run()
    second = the_case(world)
    world.answer(asked, 1, why="worse")
    world.run()
    assert the_case(world).follow_up_id == second.follow_up_id
    assert world.follow_ups.linked_to(asked.reference) == second.follow_up_id
    assert [answer.score for answer in the_case(world).answers] == [2, 1]


def test_what_was_said_about_a_ticket_goes_to_the_support_lead() -> None:
    world = World()
    world.add_contact(owner_email=OWNER)
    world.hear_ticket.hear(ticket())
    world.clock.pass_by(hours=4)
    world.tick("ticket")
    (planned,) = [
        one
        for one in world.invitations.of_contact(world.contacts.by_external_ids(["crm-1"])["crm-1"].contact_id)
        if one.ticket_id
    ]
    world.answer(planned, 2)
    world.run()
    assert the_case(world).owner_email == world.programme.follow_up.support_lead
    assert alerts(world)[0]["ticket"] == "4711"


def test_a_case_nobody_owns_goes_to_whoever_the_programme_names() -> None:
    world = World()
    asked = world.asked(world.add_contact())
    world.answer(asked, 2)
    world.run()
    assert the_case(world).owner_email == world.programme.follow_up.default_owner


def test_an_answer_that_is_gone_opens_none() -> None:
    world = World()
    assert world.open_follow_up.open(("c1", "annual", "1")) is None


def test_a_case_that_keeps_changing_is_given_back_to_the_queue() -> None:
    def conflict() -> None:
        raise ConflictError("somebody else")

    world = World()
    asked = unhappy(world)
    for number in range(1, 20):
        world.items.before_write(number, conflict)
    with pytest.raises(ConflictError):
        world.open_follow_up.open(asked.reference)
    assert world.cases() == []


@pytest.mark.parametrize(
    ("score", "contact", "state", "needs"),
    [
        (6, None, "confirmed", True),
        (7, None, "confirmed", False),
        (7, "no", "confirmed", False),
        (7, "mail", "confirmed", True),
        (0, "phone", "provisional", False),
    ],
)
def test_who_needs_a_follow_up(score: int, contact: Any, state: Any, needs: bool) -> None:
    assert response(score=score, contact=contact, state=state).needs_follow_up is needs


def test_open_cases_come_in_order_of_their_due_time() -> None:
    world = World()
    for days, name in enumerate(("crm-1", "crm-2", "crm-3")):
        world.clock.now = MONDAY + timedelta(days=2 - days)
        person = world.add_contact(contact_id=name, email=f"{name}@kaasboer.example")
        world.answer(world.asked(person), 2)
    world.run()
    assert [case.due_at for case in world.cases()] == sorted(case.due_at for case in world.cases())


# The case as its owner reads it


def test_a_case_is_read_with_words_answers_and_history() -> None:
    world = World()
    person = world.add_contact(owner_email=OWNER, name="Anna Jansen")
    earlier = world.asked(person, occasion="9")
    world.answer(earlier, 9)
    world.clock.pass_by(days=1)
    asked = world.asked(person)
    world.answer(asked, 3, why="slow", drivers=["price"])
    world.run()
    view = shown(world)
    assert json.dumps(view)
    assert (view["name"], view["account"], view["state"], view["owner_email"]) == (
        "Anna Jansen",
        "Kaasboer",
        "open",
        OWNER,
    )
    assert (view["score"], view["why"], view["drivers"], view["joined"]) == (3, "slow", ["price"], [])
    assert [(line["survey"], line["score"]) for line in view["history"]] == [("annual", 9)]


def test_a_case_shows_the_answer_as_it_is_now() -> None:
    world = World()
    asked = unhappy(world, 3, why="slow")
    world.run()
    world.answer(asked, 8, why="better now")
    view = shown(world)
    assert (view["score"], view["why"]) == (8, "better now")


def test_reading_a_case_changes_nothing_and_one_there_is_not_is_not_found() -> None:
    world = World()
    unhappy(world)
    world.run()
    written = len(world.items.written)
    shown(world)
    assert len(world.items.written) == written
    with pytest.raises(NotFoundError):
        world.read_case.read("nothing", "nobody")


# Who has it


FAR = datetime(2027, 1, 1, tzinfo=UTC)
BOSS = "berta@polder.example"
WITH_BOSS = programme(follow_up={"owners": {OWNER: {"manager": BOSS}}})


def test_a_complaint_about_the_owner_goes_to_their_manager() -> None:
    world = World(programme=WITH_BOSS)
    unhappy(world, 2, drivers=["contact_person"])
    world.run()
    assert the_case(world).owner_email == BOSS
    assert [mail.to for mail in world.mailer.outbox] == [BOSS]


def test_praise_or_a_wish_that_names_the_owner_is_theirs() -> None:
    world = World(programme=WITH_BOSS)
    unhappy(world, 9, drivers=["contact_person"], contact="phone")
    world.run()
    assert the_case(world).owner_email == OWNER


def test_a_complaint_about_the_owner_that_comes_later_takes_the_case_from_them() -> None:
    world = World(programme=WITH_BOSS)
    asked = unhappy(world, 2)
    world.run()
    world.answer(asked, 2, drivers=["contact_person"])
    world.run()
    case = the_case(world)
    assert (case.owner_email, case.changes[-1].what, case.changes[-1].by) == (BOSS, "handed_over", "sayso")
    assert case.owner_id == world.pseudonyms.of_owner(BOSS)
    assert [mail.to for mail in world.mailer.outbox] == [OWNER, BOSS]


def test_a_case_that_was_handed_over_stays_with_whom_it_was_given_to() -> None:
    world = World(programme=WITH_BOSS)
    asked = unhappy(world, 2)
    world.run()
    world.work_on_case.hand_over(the_case(world).follow_up_id, OWNER, "carla@polder.example", "knows them")
    world.answer(asked, 1, drivers=["contact_person"])
    world.run()
    assert the_case(world).owner_email == "carla@polder.example"


def test_a_complaint_about_the_owner_reopens_with_their_manager() -> None:
    world = World(programme=WITH_BOSS)
    asked = unhappy(world, 2)
    world.run()
    close(world)
    world.answer(asked, 1, drivers=["contact_person"])
    world.run()
    case = the_case(world)
    assert (case.owner_email, case.state, case.changes[-1].to) == (BOSS, "open", BOSS)


def test_the_due_time_is_one_of_the_owner_s_own_calendar() -> None:
    elsewhere = {OWNER: {"timezone": "America/New_York", "days_off": ["2026-03-03"]}}
    world = World(programme=programme(follow_up={"owners": elsewhere}))
    unhappy(world)  # nine in London is four in the morning there: heard at nine, and Tuesday is free
    world.run()
    assert the_case(world).due_at == datetime(2026, 3, 5, 14, tzinfo=UTC)


def test_a_complaint_about_the_owner_of_another_case_is_not_shown_to_them() -> None:
    """The support lead's manager hears of what is late, and is the account's owner that is complained about."""
    owners = {"support@polder.example": {"manager": OWNER}, OWNER: {"manager": BOSS}}
    world = World(programme=programme(follow_up={"owners": owners}))
    person = world.add_contact(owner_email=OWNER)
    about_ticket = world.asked(person, survey="ticket", occasion="zendesk:1", ticket_id="1")
    world.answer(about_ticket, 2)
    world.run()
    reader = world.pseudonyms.of_owner(OWNER)
    world.follow_ups.save(the_case(world).escalated(OWNER, reader, world.clock()))
    world.answer(world.asked(person), 1, drivers=["contact_person"], why="Otto is rude")
    world.run()
    case = the_case(world)
    assert (case.owner_email, case.escalated_id, case.complaint_about) == ("support@polder.example", "", (OWNER,))
    with pytest.raises(InvalidInputError, match="about"):
        world.work_on_case.hand_over(case.follow_up_id, BOSS, OWNER, "yours")


def test_somebody_who_was_contacted_and_complains_again_is_contacted_again() -> None:
    world = World()
    unhappy(world)
    world.run()
    first = the_case(world)
    world.work_on_case.contact(first.follow_up_id, OWNER, "rang")
    world.clock.pass_by(days=91)
    person = world.contacts.get(first.contact_id)
    assert person
    world.answer(world.asked(person, survey="day50", occasion="first", expires_at=FAR), 1)
    world.run()
    case = the_case(world)
    assert (case.state, case.contacted_at) == ("open", None)
    assert case.due_at == world.clock() + timedelta(days=2)
    kinds = {one.kind for one in world.follow_ups.notices(case.follow_up_id) if one.due_at}
    assert kinds == {"reminder", "escalation"}


def test_who_complains_again_is_not_asked_whether_all_is_well() -> None:
    world = World()
    unhappy(world)
    world.run()
    world.work_on_case.close(the_case(world).follow_up_id, OWNER, outcome="solved", cause="price", note="talked")
    (person,) = world.contacts.everyone()
    world.answer(world.asked(person, survey="day50", occasion="first"), 1)
    world.run()
    (recheck,) = [one for one in world.invitations.of_contact(person.contact_id) if one.survey == "recheck"]
    assert (recheck.state, recheck.reason) == ("cancelled", "looked_after_again")
