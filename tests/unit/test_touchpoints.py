"""Rule 5: whatever was reached, the survey the programme names for it is asked once."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import permutations

import pytest
from pydantic import ValidationError

from sayso.domain.errors import InvalidInputError, NotFoundError
from sayso.domain.invitation import Invitation
from sayso.domain.programme import Programme
from sayso.domain.touchpoints import TouchpointEvent
from tests.builders import MONDAY, PROGRAMME, World, programme, ticket, touchpoint

HOUR, DAY = timedelta(hours=1), timedelta(days=1)


def with_surveys(**sections: object) -> Programme:
    """The example programme with two touch points: a day's quiet time for one, the usual for the other."""
    delivered = {"event": "touchpoint", "quiet_time": "1 day", "within": "10 days"}
    surveys = {"project_delivered": delivered, "migrated": {"event": "touchpoint"}}
    return programme(surveys=surveys, **sections)


@pytest.fixture
def world() -> World:
    return World(programme=with_surveys())


def planned(world: World) -> list[Invitation]:
    return [
        world.kept(Invitation.model_validate(item))
        for item in world.items.scan(("INVITATION#",))
        if item["entity"] == "invitation" and item["survey"] in ("project_delivered", "migrated")
    ]


def test_what_was_reached_is_asked_about_after_the_quiet_time(world: World) -> None:
    person = world.add_contact()
    asked = world.hear_touchpoint.hear(touchpoint())
    assert asked == planned(world)[0]
    assert (asked.contact_id, asked.survey, asked.state) == (person.contact_id, "project_delivered", "waiting")
    assert (asked.planned_at, asked.due_at, asked.send_before) == (MONDAY + DAY, MONDAY + DAY, MONDAY + 10 * DAY)
    assert (asked.touchpoint, asked.touchpoint_at, asked.asked_by_event) == ("crm:17", MONDAY, True)
    world.clock.now = MONDAY + DAY
    world.tick("project_delivered")
    assert [mail.subject for mail in world.mailer.outbox] == ["project_delivered first"]


def test_the_same_touch_point_twice_is_the_same_as_once(world: World) -> None:
    assert world.hear_touchpoint.hear(touchpoint())
    assert world.hear_touchpoint.hear(touchpoint()) is None
    assert world.hear_touchpoint.hear(touchpoint(at=MONDAY + DAY)) is None
    assert [one.revision for one in planned(world)] == [1]


def test_it_is_not_asked_about_again_once_it_was(world: World) -> None:
    world.hear_touchpoint.hear(touchpoint())
    world.clock.now = MONDAY + DAY
    world.tick("project_delivered")
    assert world.hear_touchpoint.hear(touchpoint()) is None
    assert len(world.mailer.outbox) == 1


def test_the_same_number_elsewhere_or_of_another_survey_is_another_touch_point(world: World) -> None:
    for changes in ({}, {"source": "erp"}, {"reference": "18"}, {"survey": "migrated"}):
        assert world.hear_touchpoint.hear(touchpoint(**changes))
    assert len(planned(world)) == 4


def test_two_of_one_person_lead_to_one_mail(world: World) -> None:
    for reference in ("17", "18"):
        world.hear_touchpoint.hear(touchpoint(reference=reference))
    world.clock.now = MONDAY + DAY
    world.tick("project_delivered")
    assert len(world.mailer.outbox) == 1
    assert sorted((one.state, one.reason) for one in planned(world)) == [("sent", ""), ("skipped", "asked_lately")]


def test_what_is_heard_too_late_is_skipped_with_its_reason() -> None:
    world = World(MONDAY + 11 * DAY, programme=with_surveys())
    world.hear_touchpoint.hear(touchpoint(at=MONDAY))
    world.tick("project_delivered")
    assert [(one.state, one.reason) for one in planned(world)] == [("skipped", "too_late")]
    assert world.mailer.outbox == []


def test_any_order_of_arrival_gives_the_same(world: World) -> None:
    events = [touchpoint(reference="1"), touchpoint(reference="2", at=MONDAY + HOUR), touchpoint(survey="migrated")]
    outcomes = []
    for order in permutations([*events, *events], 6):
        here = World(programme=world.programme)
        for event in order:
            here.hear_touchpoint.hear(event)
        outcomes.append(sorted((one.survey, str(one.touchpoint), one.state, str(one.due_at)) for one in planned(here)))
    assert len(outcomes[0]) == 3
    assert all(outcome == outcomes[0] for outcome in outcomes)


def test_an_unknown_survey_is_named_with_those_there_are(world: World) -> None:
    with pytest.raises(InvalidInputError, match=r"no survey 'onboarded' for touch points; it has: .*migrated"):
        world.hear_touchpoint.hear(touchpoint(survey="onboarded"))
    with pytest.raises(InvalidInputError, match="no survey 'annual'"):
        world.hear_touchpoint.hear(touchpoint(survey="annual"))
    with pytest.raises(InvalidInputError, match="it has: none yet"):
        World(programme=PROGRAMME).hear_touchpoint.hear(touchpoint())
    assert list(world.items.scan()) == []


class TestWhoIsAsked:
    def test_the_company_s_own_id_finds_its_contact(self, world: World) -> None:
        person = world.add_contact(contact_id="crm-9", email="bea@kaasboer.example")
        asked = world.hear_touchpoint.hear(touchpoint(email=None, contact_id="crm-9"))
        assert asked
        assert asked.contact_id == person.contact_id

    def test_an_unknown_id_is_an_error_that_does_not_repeat_it(self, world: World) -> None:
        with pytest.raises(NotFoundError, match="import it") as raised:
            world.hear_touchpoint.hear(touchpoint(email=None, contact_id="anna.jansen"))
        assert "anna" not in str(raised.value)

    def test_an_unknown_id_with_an_address_is_found_by_the_address(self, world: World) -> None:
        asked = world.hear_touchpoint.hear(touchpoint(contact_id="nobody-yet"))
        assert asked
        person = world.contacts.get(asked.contact_id)
        assert person
        assert (person.role, person.email, person.name) == ("user", "anna@kaasboer.example", "Anna Jansen")

    def test_strangers_are_refused_where_the_programme_says_so(self) -> None:
        world = World(programme=with_surveys(tickets={"unknown_requesters": "refuse"}))
        assert world.hear_touchpoint.hear(touchpoint()) is None
        assert world.hear_touchpoint.hear(touchpoint(email=None, contact_id="x")) is None
        assert list(world.items.scan()) == []

    def test_our_own_people_are_never_asked(self, world: World) -> None:
        world.add_contact(contact_id="staff", email="jan@polder.example")
        assert world.hear_touchpoint.hear(touchpoint(email="jan@polder.example")) is None
        assert world.hear_touchpoint.hear(touchpoint(email=None, contact_id="staff")) is None

    def test_somebody_not_to_be_asked_is_skipped_with_the_reason(self, world: World) -> None:
        world.add_contact(do_not_ask="yes")
        world.hear_touchpoint.hear(touchpoint())
        assert [(one.state, one.reason) for one in planned(world)] == [("skipped", "do_not_ask")]

    def test_it_stays_with_whom_it_was_when_the_address_gets_another_owner(self, world: World) -> None:
        world.add_contact(contact_id="crm-1", email="anna@kaasboer.example")
        world.hear_touchpoint.hear(touchpoint())
        world.add_contact(contact_id="crm-1", email="new@kaasboer.example")
        world.add_contact(contact_id="crm-2", email="anna@kaasboer.example")
        assert world.hear_touchpoint.hear(touchpoint()) is None
        assert len(planned(world)) == 1

    def test_a_ticket_s_requester_and_a_touch_point_s_are_the_same_person(self, world: World) -> None:
        (about_ticket,) = world.hear_ticket.hear(ticket(requester_email="new@bakker.example"))
        about_project = world.hear_touchpoint.hear(touchpoint(email="New@Bakker.example"))
        assert about_project
        assert about_project.contact_id == about_ticket.contact_id


def test_planning_a_contact_again_leaves_what_waits_as_it_is(world: World) -> None:
    world.add_contact()
    world.hear_touchpoint.hear(touchpoint())
    before = planned(world)
    world.add_contact(name="Anna Smit")
    assert planned(world) == before


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("survey", "Project Delivered"),
        ("source", "c r m"),
        ("reference", ""),
        ("reference", "a#b"),
        ("email", "nobody"),
        ("contact_id", ""),
        ("contact_id", "x" * 201),
        ("name", "x" * 201),
        ("time", datetime(2026, 3, 2, 9)),  # noqa: DTZ001 - no zone is what is wrong with it
    ],
)
def test_an_event_of_the_wrong_shape_is_refused_by_name(field: str, value: object) -> None:
    with pytest.raises(ValidationError) as refused:
        TouchpointEvent.model_validate({**touchpoint().model_dump(), field: value})
    assert [error["loc"][0] for error in refused.value.errors()] == [field]


def test_an_event_about_nobody_is_refused() -> None:
    with pytest.raises(ValidationError, match="email or contact_id"):
        TouchpointEvent.model_validate({**touchpoint().model_dump(), "email": None})


def test_the_time_is_kept_in_utc() -> None:
    heard = TouchpointEvent.model_validate({**touchpoint().model_dump(), "time": "2026-03-02T10:00:00+01:00"})
    assert heard.time == MONDAY
    assert heard.time.tzinfo == UTC
