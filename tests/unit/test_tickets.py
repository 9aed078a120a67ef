"""Rule 3: a solved ticket leads to one question, a reopened one takes it back, in whatever order the news arrives."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from sayso.adapters import keys
from sayso.domain.address import domain_of
from sayso.domain.errors import ConflictError
from sayso.domain.invitation import Invitation
from sayso.domain.tickets import TicketEvent
from tests.builders import MONDAY, World, programme, ticket
from tests.fakes import CrashError

HOUR = timedelta(hours=1)


def asked_about(world: World) -> list[Invitation]:
    """Every ticket invitation there is."""
    return [
        world.kept(Invitation.model_validate(item))
        for item in world.items.scan(("INVITATION#ticket#",))
        if item["entity"] == "invitation"
    ]


def the_one(world: World) -> Invitation:
    (found,) = asked_about(world)
    return found


def test_a_solved_ticket_is_asked_about_after_the_quiet_time() -> None:
    world = World()
    world.hear_ticket.hear(ticket("solved", MONDAY))
    found = the_one(world)
    assert (found.state, found.due_step) == ("waiting", "first")
    assert found.planned_at == found.due_at == MONDAY + 4 * HOUR
    assert found.send_before == MONDAY + timedelta(days=3)
    assert (found.ticket_source, found.ticket_id) == ("zendesk", "4711")


def test_a_ticket_solved_in_the_evening_is_asked_about_in_the_morning() -> None:
    world = World()
    world.hear_ticket.hear(ticket("solved", MONDAY + 5 * HOUR))
    assert the_one(world).due_at == datetime(2026, 3, 3, 8, tzinfo=UTC)


def test_closing_a_solved_ticket_does_not_start_the_quiet_time_again() -> None:
    world = World()
    world.hear_ticket.hear(ticket("solved", MONDAY))
    world.hear_ticket.hear(ticket("closed", MONDAY + HOUR))
    assert the_one(world).planned_at == MONDAY + 4 * HOUR


def test_a_ticket_closed_without_being_solved_is_asked_about_too() -> None:
    world = World()
    world.hear_ticket.hear(ticket("closed", MONDAY))
    assert the_one(world).state == "waiting"


def test_the_same_event_twice_is_the_same_as_once() -> None:
    world = World()
    assert len(world.hear_ticket.hear(ticket())) == 1
    assert world.hear_ticket.hear(ticket()) == []
    assert the_one(world).revision == 1


def test_reopening_takes_the_question_back() -> None:
    world = World()
    world.hear_ticket.hear(ticket("solved", MONDAY))
    world.hear_ticket.hear(ticket("reopened", MONDAY + HOUR))
    found = the_one(world)
    assert (found.state, found.reason, found.due_at, found.due_step) == ("cancelled", "reopened", None, None)
    world.clock.now = MONDAY + 5 * HOUR
    assert world.tick("ticket") == 0
    assert world.mailer.outbox == []


def test_a_ticket_solved_again_is_asked_about_once() -> None:
    world = World()
    for hours, event in enumerate(("solved", "reopened", "solved", "closed")):
        world.hear_ticket.hear(ticket(event, MONDAY + hours * HOUR))
    assert the_one(world).planned_at == MONDAY + 6 * HOUR
    world.clock.now = MONDAY + 6 * HOUR
    assert world.tick("ticket") == 1
    assert len(world.mailer.outbox) == 1


def test_a_ticket_that_was_asked_about_is_not_asked_about_again() -> None:
    world = World()
    world.hear_ticket.hear(ticket("solved", MONDAY))
    world.clock.now = MONDAY + 4 * HOUR
    world.tick("ticket")
    for hours, event in enumerate(("reopened", "solved"), start=5):
        assert world.hear_ticket.hear(ticket(event, MONDAY + hours * HOUR)) == []
    assert len(world.mailer.outbox) == 1


def test_a_ticket_that_was_skipped_stays_skipped_when_it_is_closed() -> None:
    world = World()
    world.hear_ticket.hear(ticket("solved", MONDAY))
    world.clock.now = MONDAY + timedelta(days=4)
    world.tick("ticket")
    assert (the_one(world).state, the_one(world).reason) == ("skipped", "too_late")
    world.hear_ticket.hear(ticket("closed", MONDAY + timedelta(days=4)))
    assert the_one(world).state == "skipped"


def outcome(events: list[TicketEvent]) -> tuple[str, str, datetime | None]:
    world = World(programme=programme(tickets={"skip_tags": ["no_survey"]}))
    for event in events:
        world.hear_ticket.hear(event)
    found = the_one(world)
    return found.state, found.reason, found.due_at


@pytest.mark.parametrize(
    "story",
    [
        ["solved", "reopened"],
        ["solved", "reopened", "closed"],
        ["solved", "closed", "reopened"],
        ["reopened", "solved", "closed"],
        ["solved", "reopened", "solved", "reopened"],
    ],
    ids="-".join,
)
def test_the_order_of_arrival_does_not_matter(story: list[str]) -> None:
    events = [ticket(event, MONDAY + hours * HOUR / 4) for hours, event in enumerate(story)]
    expected = outcome(events)
    assert {outcome(list(order)) for order in permutations(events)} == {expected}


@given(
    events=st.lists(
        st.tuples(
            st.sampled_from(["solved", "closed", "reopened"]),
            st.integers(0, 12),
            st.sampled_from(["", "", "", "vip", "no_survey"]),
        ),
        min_size=1,
        max_size=7,
    ),
    random=st.randoms(use_true_random=False),
)
def test_any_order_and_any_repetition_give_the_same(events: list[tuple[str, int, str]], random: object) -> None:
    story = [ticket(event, MONDAY + hours * HOUR / 4, tags=[tag] if tag else []) for event, hours, tag in events]
    shuffled = [*story, *story]
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert outcome(story) == outcome(shuffled)


def test_an_event_that_arrives_days_late_is_skipped_as_too_late() -> None:
    world = World(MONDAY + timedelta(days=5))
    world.hear_ticket.hear(ticket("solved", MONDAY))
    world.tick("ticket")
    assert (the_one(world).state, the_one(world).reason) == ("skipped", "too_late")
    assert world.mailer.outbox == []


@pytest.mark.parametrize(
    "address",
    [
        "jan@polder.example",  # the domain of our website
        "Jan@POLDER.Example",
        "hello@outside.example",  # where our mails are answered
        "Boss@Elsewhere.example",  # who runs the programme
        "anna@partner.example",  # a listed domain
        "anna@support.partner.EXAMPLE",  # and below it
        "anna@agency.example",
    ],
)
def test_our_own_people_and_listed_domains_are_never_asked(address: str) -> None:
    own = programme(
        company={"website": "https://www.polder.example/en"},
        sender={"reply_to": "hello@outside.example"},
        follow_up={"manager": "boss@elsewhere.example"},
        tickets={"never_ask_domains": ["Partner.example", "@agency.example."]},
    )
    world = World(programme=own)
    assert world.hear_ticket.hear(ticket(requester_email=address)) == []
    assert list(world.items.scan()) == []


@pytest.mark.parametrize(
    "address",
    [
        "jan@shop.polder.example",  # a customer we host
        "jan@notpolder.example",
        "jan@notpartner.example",
        "jan@partner.example.test",
        "other@outside.example",
    ],
)
def test_who_only_looks_like_one_of_ours_is_asked(address: str) -> None:
    own = programme(sender={"reply_to": "hello@outside.example"}, tickets={"never_ask_domains": ["partner.example"]})
    (planned,) = World(programme=own).hear_ticket.hear(ticket(requester_email=address))
    assert planned.state == "waiting"


def test_a_contact_of_ours_is_not_asked_either_when_the_list_has_it() -> None:
    world = World()
    world.add_contact(email=f"jan@{domain_of('x@polder.example')}")
    assert world.hear_ticket.hear(ticket(requester_email="jan@polder.example")) == []


@pytest.mark.parametrize("tag", ["no_survey", "No_Survey"])
def test_a_ticket_with_a_forbidden_tag_is_not_asked_about(tag: str) -> None:
    world = World(programme=programme(tickets={"skip_tags": ["NO_survey"]}))
    world.hear_ticket.hear(ticket(tags=["vip", tag]))
    assert (the_one(world).state, the_one(world).reason) == ("skipped", "tagged")
    # For good: whoever takes the tag away later does not bring the question back.
    for hours, event in enumerate(("reopened", "solved"), start=1):
        assert world.hear_ticket.hear(ticket(event, MONDAY + hours * HOUR)) == []


def test_a_tag_that_comes_later_takes_the_question_back() -> None:
    world = World(programme=programme(tickets={"skip_tags": ["no_survey"]}))
    world.hear_ticket.hear(ticket("solved", MONDAY, tags=["vip"]))
    assert the_one(world).state == "waiting"
    world.hear_ticket.hear(ticket("closed", MONDAY + HOUR, tags=["vip", "no_survey"]))
    assert (the_one(world).state, the_one(world).reason) == ("skipped", "tagged")
    world.clock.now = MONDAY + 5 * HOUR
    assert world.tick("ticket") == 0
    assert world.mailer.outbox == []


def test_a_tag_that_comes_after_the_mail_changes_nothing() -> None:
    world = World(programme=programme(tickets={"skip_tags": ["no_survey"]}))
    world.hear_ticket.hear(ticket("solved", MONDAY))
    world.clock.now = MONDAY + 4 * HOUR
    world.tick("ticket")
    assert world.hear_ticket.hear(ticket("closed", MONDAY + 5 * HOUR, tags=["no_survey"])) == []
    assert the_one(world).state == "sent"


def test_a_ticket_stays_with_whom_it_was_when_the_address_gets_another_owner() -> None:
    world = World()
    older = world.add_contact(contact_id="crm-1", email="old@kaasboer.example")
    world.clock.pass_by(days=1)
    world.hear_ticket.hear(ticket(at=world.clock()))
    world.add_contact(contact_id="crm-1", email="anna@kaasboer.example")
    world.hear_ticket.hear(ticket("reopened", at=world.clock() + timedelta(minutes=5)))
    world.clock.pass_by(hours=5)
    world.tick("ticket")
    assert world.mailer.outbox == []
    assert [one.survey for one in world.invitations.of_contact(older.contact_id)] == ["annual"]


def test_an_unknown_requester_becomes_a_user() -> None:
    world = World()
    (planned,) = world.hear_ticket.hear(ticket(requester_email="New.Person@Bakker.example"))
    person = world.contacts.get(planned.contact_id)
    assert person
    assert (person.role, person.email, person.account) == ("user", "New.Person@Bakker.example", "bakker.example")
    assert person.name == "Anna Jansen"
    world.run()
    assert [one.survey for one in world.invitations.of_contact(person.contact_id)] == ["ticket"]


def test_the_same_requester_in_another_spelling_is_the_same_person() -> None:
    world = World()
    (first,) = world.hear_ticket.hear(ticket(requester_email="new@bakker.example"))
    (second,) = world.hear_ticket.hear(ticket(requester_email=" NEW@bakker.example ", ticket_id="2"))
    assert first.contact_id == second.contact_id


def test_a_known_contact_is_asked_under_its_own_account() -> None:
    world = World()
    person = world.add_contact()
    (planned,) = world.hear_ticket.hear(ticket(requester_email="ANNA@kaasboer.example"))
    assert planned.contact_id == person.contact_id


def test_an_unknown_requester_is_refused_where_the_programme_says_so() -> None:
    world = World(programme=programme(tickets={"unknown_requesters": "refuse"}))
    assert world.hear_ticket.hear(ticket()) == []
    assert list(world.items.scan()) == []


def test_who_was_erased_is_not_brought_back_by_a_ticket() -> None:
    world = World()
    person = world.add_contact(email="anna@kaasboer.example")
    world.hear_ticket.hear(ticket())
    world.erase_contact.erase(person.contact_id, "operator")
    for event in ("closed", "solved"):
        assert world.hear_ticket.hear(ticket(event, MONDAY + HOUR)) == []
        assert world.hear_ticket.hear(ticket(event, MONDAY + HOUR, ticket_id="4712")) == []
    assert world.contacts.by_address(person.address_hash) == []


def test_two_events_of_an_unknown_requester_at_once_make_one_contact() -> None:
    world = World()
    world.items.before_write(1, lambda: world.hear_ticket.hear(ticket("closed", MONDAY + HOUR)))
    world.hear_ticket.hear(ticket("solved", MONDAY))
    assert len([item for item in world.items.scan() if item["entity"] == "contact"]) == 1
    assert len(asked_about(world)) == 1


def test_an_event_is_not_lost_when_another_transaction_is_at_the_same_account() -> None:
    def conflict() -> None:
        raise ConflictError("two transactions met")

    world = World()
    world.items.before_write(1, conflict)
    with pytest.raises(ConflictError):  # Lambda delivers it again
        world.hear_ticket.hear(ticket())
    assert len(world.hear_ticket.hear(ticket())) == 1


def test_dying_between_contact_and_invitation_loses_nothing() -> None:
    def die() -> None:
        raise CrashError

    world = World()
    world.items.after_write(1, die)
    with pytest.raises(CrashError):
        world.hear_ticket.hear(ticket())
    world.hear_ticket.hear(ticket())
    assert the_one(world).state == "waiting"


def test_two_events_about_one_ticket_at_once_are_both_heard() -> None:
    world = World()
    world.add_contact()
    world.items.before_write(1, lambda: world.hear_ticket.hear(ticket("reopened", MONDAY + HOUR)))
    world.hear_ticket.hear(ticket("solved", MONDAY))
    assert the_one(world).state == "cancelled"


def test_somebody_not_to_be_asked_is_skipped_with_the_reason() -> None:
    world = World()
    world.add_contact(do_not_ask="yes")
    world.hear_ticket.hear(ticket())
    assert (the_one(world).state, the_one(world).reason) == ("skipped", "do_not_ask")


def test_two_tickets_of_one_person_lead_to_one_mail() -> None:
    world = World()
    world.hear_ticket.hear(ticket(ticket_id="1"))
    world.hear_ticket.hear(ticket(ticket_id="2"))
    world.clock.now = MONDAY + 5 * HOUR
    world.tick("ticket")
    assert len(world.mailer.outbox) == 1
    assert sorted((one.state, one.reason) for one in asked_about(world)) == [("sent", ""), ("skipped", "asked_lately")]


def test_a_ticket_is_found_through_its_index() -> None:
    world = World()
    world.hear_ticket.hear(ticket())
    occasion = world.pseudonyms.of("ticket", "zendesk:4711")
    (found,) = world.items.query(keys.event(occasion), index="by_ticket")
    assert found["sk"] == f"INVITATION#ticket#{occasion}"


def test_no_key_carries_the_number_of_a_ticket() -> None:
    world = World()
    world.hear_ticket.hear(ticket())
    world.clock.now = MONDAY + 4 * HOUR
    world.tick("ticket")
    assert the_one(world).ticket_id == "4711"
    for item in world.items.scan():
        assert not [value for name, value in item.items() if name.endswith(("pk", "sk")) and "4711" in str(value)]
        assert "4711" not in str(item.get("occasion", ""))


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("source", "zen desk"),
        ("source", ""),
        ("ticket_id", "a#b"),
        ("ticket_id", "x" * 65),
        ("requester_email", "nobody"),
        ("time", datetime(2026, 3, 2, 9)),  # noqa: DTZ001 - no zone is what is wrong with it
        ("event", "ticket.deleted"),
        ("requester_name", "x" * 201),
        ("tags", ["x" * 201]),
        ("time", datetime(1, 1, 1, tzinfo=timezone(timedelta(hours=1)))),
    ],
)
def test_an_event_of_the_wrong_shape_is_refused_by_name(field: str, value: object) -> None:
    content = {**ticket().model_dump(), field: value}
    with pytest.raises(ValidationError) as refused:
        TicketEvent.model_validate(content)
    assert [error["loc"][0] for error in refused.value.errors()] == [field]
