"""What the bus hears of a change: each event once, by its id, as its schema says, and nothing private in it."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from unittest.mock import patch

import jsonschema_rs
import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.domain.commitment import Commitment
from sayso.domain.contact import Contact, ticket_contact_id
from sayso.domain.entity import Entity
from sayso.domain.errors import InvalidInputError
from sayso.domain.events_out import EVENTS, EventOut, events_of
from sayso.domain.follow_up import CaseChange, FollowUp, case_answer
from sayso.domain.programme import REVIEW
from sayso.domain.tickets import EVENTS as TICKET_EVENTS
from sayso.domain.touchpoints import REACHED
from sayso.handlers import event_schemas, route_changes
from sayso.services.announce import Announce
from tests.builders import MONDAY, World, contact, response
from tests.fakes import FakeBus
from tests.infrastructure.reading import resources, template

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs" / "events.md").read_text(encoding="utf-8")
KINDS = [event.kind for event in EVENTS]
SCHEMAS = {event.kind: event_schemas.schema(event) for event in EVENTS}


def told(before: Entity | None, now: Entity, of: Contact | None = None) -> list[EventOut]:
    """The events of a change, each as its schema says."""
    found = events_of(before, now, of or contact())
    for event in found:
        is_valid(event.kind, event.model_dump(mode="json"))
    return found


def is_valid(kind: str, detail: Any) -> None:
    jsonschema_rs.validator_for(SCHEMAS[kind], validate_formats=True).validate(detail)


def follow_up(**changes: Any) -> FollowUp:
    """A case of a 3, opened on MONDAY, as it is after its first write."""
    values: dict[str, Any] = {
        "follow_up_id": "0daeddbf37f8",
        "contact_id": "c1",
        "account": "Kaasboer",
        "account_id": "account-kaasboer",
        "owner_email": "otto@polder.example",
        "opened_at": MONDAY,
        "due_at": MONDAY + timedelta(days=2),
        "answers": (case_answer(response(score=3)),),
        "changes": (CaseChange(at=MONDAY, by="sayso", what="opened"),),
        "revision": 1,
    }
    return FollowUp(**{**values, **changes})


def commitment(**changes: Any) -> Commitment:
    values: dict[str, Any] = {
        "commitment_id": "faster-replies",
        "title": {"en": "Faster replies", "nl": "Sneller antwoord"},
        "heard": {"en": "You wait too long."},
        "created_at": MONDAY,
        "updated_at": MONDAY,
        "revision": 1,
    }
    return Commitment(**{**values, **changes})


def kinds(found: list[EventOut]) -> list[str]:
    return [event.kind for event in found]


# What is committed


def test_the_committed_schemas_are_what_the_code_says() -> None:
    committed = {path.name: path.read_text(encoding="utf-8") for path in event_schemas.FOLDER.iterdir()}
    assert committed == event_schemas.files(), "run: make describe"


def test_the_events_are_those_that_are_promised() -> None:
    assert KINDS == ["ResponseConfirmed", "FollowUpOpened", "FollowUpLate", "FollowUpClosed", "CommitmentPublished"]
    assert sorted(event_schemas.files()) == sorted(f"{kind}.v1.schema.json" for kind in KINDS)


@pytest.mark.parametrize("kind", KINDS)
def test_a_schema_is_a_schema_and_misses_nothing_but_takes_more(kind: str) -> None:
    schema = SCHEMAS[kind]
    assert jsonschema_rs.meta.is_valid(schema)
    assert sorted(schema["required"]) == sorted(schema["properties"])
    example = EXAMPLES[kind]
    is_valid(kind, {**example, "added_later": 1})
    for name in example:
        with pytest.raises(jsonschema_rs.ValidationError):
            is_valid(kind, {key: value for key, value in example.items() if key != name})
    with pytest.raises(jsonschema_rs.ValidationError):
        is_valid(kind, {**example, "version": 2})


def _examples() -> Iterator[tuple[str, dict[str, Any]]]:
    for kind, text in re.findall(r"^`(\w+)`, version 1:\n\n```json\n(.*?)```", PAGE, re.MULTILINE | re.DOTALL):
        yield kind, json.loads(text)


EXAMPLES = dict(_examples())


def test_the_page_shows_each_event_as_it_is() -> None:
    assert list(EXAMPLES) == KINDS
    for kind, example in EXAMPLES.items():
        is_valid(kind, example)
        assert list(example) == list(SCHEMAS[kind]["properties"]), "and its fields in their order"
        assert f"| `{kind}` |" in PAGE


def test_the_rule_the_page_offers_picks_events_there_are() -> None:
    (text,) = re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL)
    plain = yaml.safe_load(re.sub(r"!(Ref|Sub|GetAtt) ", "", text))
    pattern = plain["Resources"]["CrmRule"]["Properties"]["EventPattern"]
    assert pattern["source"] == ["sayso"]
    assert set(pattern["detail-type"]) <= set(KINDS)
    assert pattern["detail"] == {"version": [1]}


# Answers


def test_an_answer_is_announced_when_it_is_sure_that_a_person_gave_it() -> None:
    waiting = response(state="provisional", confirmed_at=None, score=3)
    sure = response(score=3, drivers=("price",), contact="phone", revision=2, updated_at=MONDAY + timedelta(hours=1))
    assert told(None, waiting) == []
    assert told(None, response(state="machine")) == []
    (event,) = told(waiting, sure)
    assert event.model_dump(mode="json") == {
        "version": 1,
        "event_id": str(event.event_id),
        "occurred_at": "2026-03-02T09:00:00Z",
        "revision": 2,
        "contact": "crm-1",
        "account": "Kaasboer",
        "survey": "annual",
        "occasion": "1",
        "scale": "nps",
        "score": 3,
        "group": "detractor",
        "drivers": ["price"],
        "asked_at": "2026-03-01T09:00:00Z",
        "confirmed_at": "2026-03-02T09:00:00Z",
        "follow_up_wanted": "phone",
        "changed": False,
    }


@pytest.mark.parametrize("change", [{"score": 2}, {"drivers": ("price",)}, {"contact": "no"}])
def test_an_answer_that_changes_is_announced_once_more(change: dict[str, Any]) -> None:
    later = MONDAY + timedelta(days=1)
    before = response()
    after = before.having(**change, revision=2, updated_at=later)
    (first,), (second,) = told(None, before), told(before, after)
    assert second.event_id != first.event_id
    said = second.model_dump()
    assert (said["changed"], said["revision"], said["occurred_at"]) == (True, 2, later)


@pytest.mark.parametrize("change", [{"has_words": True}, {"visits": ()}, {"quote": True}, {"updated_at": MONDAY}])
def test_whatever_else_is_written_of_an_answer_is_no_event(change: dict[str, Any]) -> None:
    assert told(response(), response().having(**change, revision=2)) == []


def test_answers_from_elsewhere_and_of_erased_people_are_no_events_and_reviews_are() -> None:
    assert told(None, response(imported_from="delighted")) == []
    assert told(response(), response().without_person().having(score=0)) == []
    assert events_of(None, response(), None) == []
    assert kinds(told(None, response(survey=REVIEW))) == ["ResponseConfirmed"]


def test_a_satisfaction_has_no_promoters() -> None:
    (event,) = told(None, response(survey="delivered", scale="satisfaction", score=5))
    assert event.model_dump()["group"] is None


def test_the_hash_that_stands_in_for_an_id_stays_with_us() -> None:
    requester = contact(external_id=ticket_contact_id("hash-anna"))
    (event,) = told(None, response(), requester)
    assert event.model_dump()["contact"] is None


# Follow-ups


def test_a_follow_up_is_opened_late_and_closed() -> None:
    opened = follow_up()
    late_at = opened.due_at + timedelta(minutes=5)
    late = opened.escalated("manager@polder.example", "m", late_at).having(revision=2)
    contacted = late.contacted("otto", late_at).having(revision=3)
    closed = contacted.closed("otto", late_at, outcome="solved", cause="price", note="Paid back.")
    closed = closed.having(revision=4, recheck="f-1")
    turns = ((None, opened), (opened, late), (late, contacted), (contacted, closed))
    assert [kinds(told(*turn)) for turn in turns] == [
        ["FollowUpOpened"], ["FollowUpLate"], [], ["FollowUpClosed"],
    ]  # fmt: skip
    said = [event.model_dump(mode="json") for event in (*told(None, opened), *told(opened, late), *told(late, closed))]
    assert [{key: one[key] for key in one if key not in ("event_id", "version", "account")} for one in said] == [
        {
            "occurred_at": "2026-03-02T09:00:00Z", "revision": 1, "follow_up_id": "0daeddbf37f8", "contact": "crm-1",
            "owner": "otto@polder.example", "due_at": "2026-03-04T09:00:00Z", "surveys": ["annual"], "scale": "nps",
            "score": 3, "reopened": False,
        },
        {
            "occurred_at": "2026-03-04T09:05:00Z", "revision": 2, "follow_up_id": "0daeddbf37f8", "contact": "crm-1",
            "owner": "otto@polder.example", "late_since": "2026-03-04T09:00:00Z",
            "escalated_to": "manager@polder.example",
        },
        {
            "occurred_at": "2026-03-04T09:05:00Z", "revision": 4, "follow_up_id": "0daeddbf37f8", "contact": "crm-1",
            "owner": "otto@polder.example", "outcome": "solved", "cause": "price",
            "contacted_at": "2026-03-04T09:05:00Z", "closed_at": "2026-03-04T09:05:00Z", "recheck_planned": True,
        },
    ]  # fmt: skip


def test_a_case_of_several_answers_names_their_surveys_and_the_last_score() -> None:
    bad, worse = case_answer(response(score=4, survey="ticket")), case_answer(response(score=1))
    (event,) = told(None, follow_up(answers=(bad, worse, bad, worse)))
    said = event.model_dump()
    assert (said["surveys"], said["score"]) == (["ticket", "annual"], 1)


def test_erasing_closes_without_a_word() -> None:
    opened = follow_up()
    assert told(opened, opened.without_person().having(revision=2)) == []
    assert told(None, opened.without_person()) == []
    assert events_of(None, opened, None) == []


def test_opened_again_says_so_and_what_is_new_at_once_has_ids_of_its_own() -> None:
    closed = follow_up().closed("otto", MONDAY, outcome="solved", cause="price", note="Paid back.").having(revision=2)
    again = closed.reopened("otto", MONDAY, MONDAY + timedelta(days=2)).having(revision=3)
    turns = [*told(None, follow_up()), *told(closed, again)]
    assert [event.model_dump()["reopened"] for event in turns] == [False, True]
    opened, late = told(None, follow_up().escalated("manager@polder.example", "m", MONDAY))
    assert opened.event_id != late.event_id


Step = Callable[[FollowUp, datetime], FollowUp]
STEPS: dict[str, Step] = {
    "join": lambda case, now: case.joined_by(
        response(survey="ticket", occasion=f"t{case.revision}", score=2), now + timedelta(days=2)
    ),
    "contact": lambda case, now: case.contacted("otto", now),
    "note": lambda case, now: case.noted("otto", now, "A note."),
    "hand_over": lambda case, now: case.handed_over(
        "otto", now, "vera@polder.example" if "otto" in case.owner_email else "otto@polder.example", "o2", "Away."
    ),
    "close": lambda case, now: case.closed("otto", now, outcome="no_answer", cause="price", note="Nobody there."),
    "reopen": lambda case, now: case.reopened("otto", now, now + timedelta(days=2), "Again."),
    "escalate": lambda case, now: case if case.is_over else case.escalated("manager@polder.example", "m", now),
    "stand_in": lambda case, _now: case.escalated("vera@polder.example", "v"),
    "tell": lambda case, now: case.telling("annual#1", "content"),
}


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from(list(STEPS)), max_size=25), st.randoms(use_true_random=False))
def test_whatever_happens_to_a_case_each_turn_is_one_event_however_often_it_comes(steps: list[str], luck: Any) -> None:
    case, now = follow_up(), MONDAY
    records: list[tuple[FollowUp | None, FollowUp]] = [(None, case)]
    episodes, closings, late = 1, 0, 0
    for step in steps:
        now += timedelta(hours=1)
        was_late = case.late_at is not None
        try:
            after = STEPS[step](case, now).having(revision=case.revision + 1)
        except InvalidInputError:
            continue
        records.append((case, after))
        episodes += step == "reopen"
        closings += step == "close"
        late += step == "escalate" and not case.is_over and not was_late
        case = after
    once = [event for record in records for event in told(*record)]
    ids = {event.event_id for event in once}
    assert len(ids) == len(once), "two events, two ids"
    count = {kind: kinds(once).count(kind) for kind in KINDS}
    assert count["FollowUpOpened"] == episodes
    assert count["FollowUpClosed"] == closings
    # Who was contacted and complains again is due again, and may be late again.
    due = sum(change.due_at is not None for change in case.changes if change.what == "joined")
    assert count["FollowUpLate"] == late <= episodes + due
    again = luck.choices(records, k=2 * len(records))
    assert {event.event_id for record in again for event in told(*record)} <= ids


# Commitments


def published(kept: Commitment, **changes: Any) -> Commitment:
    return kept.having(public=kept.draft, published_on=MONDAY.date(), **changes)


def test_a_commitment_is_announced_once_the_public_may_read_it() -> None:
    kept = commitment()
    public = published(kept, revision=2)
    assert told(None, kept) == []
    assert told(kept, kept.having(status="done", revision=2)) == []
    (event,) = told(kept, public)
    said = event.model_dump(mode="json")
    assert said["titles"] == {"en": "Faster replies", "nl": "Sneller antwoord"}
    assert (said["status"], said["published_on"], said["changed"]) == ("heard", "2026-03-02", False)
    assert told(public, published(public.having(did={"en": "Two more people."}), revision=3)) == []
    (again,) = told(public, published(public.having(status="done"), revision=3))
    assert again.model_dump()["changed"] is True
    assert again.event_id != event.event_id
    renamed = public.having(title={"en": "Replies in a day"})
    assert kinds(told(public, published(renamed, revision=3))) == ["CommitmentPublished"]


def test_a_draft_is_no_event_and_nothing_of_it_is_told() -> None:
    public = published(commitment(), revision=2)
    draft = public.having(status="done", title={"en": "Secret"}, voices=3, revision=3)
    assert told(public, draft) == []
    off = draft.having(public=None, revision=4)
    assert told(draft, off) == []
    (back,) = told(off, off.having(public=public.public, revision=5))
    said = back.model_dump(mode="json")
    assert (said["status"], said["changed"], said["revision"]) == ("heard", True, 5)
    assert "Secret" not in str(said)


def test_publishing_is_dated_when_it_is_done() -> None:
    world = World()
    texts = {"title": {"en": "Faster"}, "heard": {"en": "Slow."}}
    every = {name: dict.fromkeys(("en", "de", "nl"), text["en"]) for name, text in texts.items()}
    world.keep_commitments.add("faster", every)
    world.clock.pass_by(days=3)
    world.keep_commitments.publish("faster")
    world.run()
    ((kind, detail),) = world.announcements.events
    assert (kind, detail["occurred_at"]) == ("CommitmentPublished", "2026-03-05T09:00:00Z")


# The way to the bus


def a_complaint(world: World) -> FollowUp:
    person = world.add_contact(name="Anna Jansen", phone="+31 30 1234567", owner_email="otto@polder.example")
    world.answer(world.asked(person), 3, why="Secret words.", better="Whisper.", contact="phone", visible_seconds=30)
    world.run()
    (case,) = world.cases()
    return case


def test_the_bus_hears_of_a_complaint_from_its_beginning_to_its_end() -> None:
    world = World()
    case = a_complaint(world)
    world.clock.pass_by(days=1)
    world.work_on_case.close(case.follow_up_id, "otto@polder.example", outcome="solved", cause="price", note="Secret.")
    world.run()
    assert [kind for kind, _ in world.announcements.events] == [
        "ResponseConfirmed", "FollowUpOpened", "FollowUpClosed",
    ]  # fmt: skip
    for kind, detail in world.announcements.events:
        is_valid(kind, detail)
        json.dumps(detail)
    assert world.bus.events == [], "what helpdesks say goes another way"


def test_no_event_says_who_it_was_or_what_they_wrote() -> None:
    world = World()
    a_complaint(world)
    said = json.dumps(world.announcements.events)
    assert "crm-1" in said
    for private in ("Anna", "anna@", "30 1234567", "ecret", "hisper", "t=", "https:"):
        assert private not in said


def test_a_stream_that_comes_again_makes_the_same_events() -> None:
    world = World()
    a_complaint(world)
    once = {detail["event_id"] for _, detail in world.announcements.events}
    with world.functions():
        route_changes.handle({"Records": world.items.stream}, None)  # type: ignore[arg-type]
    assert len(world.announcements.events) == 2 * len(once)
    assert {detail["event_id"] for _, detail in world.announcements.events} == once


def test_a_bus_that_takes_nothing_holds_up_no_work_and_is_tried_again() -> None:
    world = World()
    world.announcements.trouble = RuntimeError("the bus refused the event")
    person = world.add_contact()
    world.answer(world.asked(person), 3, visible_seconds=30)
    records = world.items.stream
    of_answer = [record for record in records if record["dynamodb"]["NewImage"]["entity"] == {"S": "response"}]
    with world.functions():
        done = route_changes.handle({"Records": records}, None)  # type: ignore[arg-type]
    first = {"itemIdentifier": of_answer[0]["dynamodb"]["SequenceNumber"]}
    assert done == {"batchItemFailures": [first]}
    assert world.queue("FOLLOW_UP").take_all(), "the follow-up waits for nobody"
    world.announcements.trouble = None
    with world.functions():
        assert route_changes.handle({"Records": records}, None) == {"batchItemFailures": []}  # type: ignore[arg-type]
    assert [kind for kind, _ in world.announcements.events] == ["ResponseConfirmed"]


def test_of_two_failures_the_stream_goes_on_from_the_earlier() -> None:
    world = World()
    world.announcements.trouble = RuntimeError("the bus refused the event")
    person = world.add_contact()
    world.answer(world.asked(person), 3, visible_seconds=30)
    broken = {"eventName": "INSERT", "dynamodb": {"SequenceNumber": "9" * 21, "NewImage": {"entity": {"S": "contact"}}}}
    for records, at in (([*world.items.stream, broken], -1), ([broken, *world.items.stream], 0)):
        with world.functions():
            (failed,) = route_changes.handle({"Records": records}, None)["batchItemFailures"]  # type: ignore[arg-type]
        assert (failed["itemIdentifier"] == "9" * 21) == (at == 0)


def test_only_an_event_costs_a_look_at_the_contact() -> None:
    world, bus = World(), FakeBus()
    person = world.add_contact()
    announce = Announce(world.contacts, bus)
    answer = response(contact_id=person.contact_id)
    reads = world.items.reads
    assert announce.announce(answer, answer.having(has_words=True, revision=2)) == 0
    assert announce.announce(None, published(commitment())) == 1
    assert world.items.reads == reads
    assert announce.announce(None, answer) == 1
    assert world.items.reads == reads + 1
    assert announce.announce(None, response(contact_id="erased meanwhile")) == 0
    bus.trouble = RuntimeError("the bus refused the event")
    with pytest.raises(RuntimeError):
        announce.announce(None, answer)


def test_what_is_counted_is_counted_as_before() -> None:
    world = World()
    a_complaint(world)
    before = [dict(item) for item in world.items.scan(("COUNT",))]
    others = [
        record
        for record in world.items.stream
        if record["dynamodb"].get("NewImage", {}).get("entity") in ({"S": "follow_up"}, {"S": "commitment"})
    ]
    assert others
    from sayso.handlers import count_responses

    with patch.object(count_responses, "of_this_function", lambda: world):
        assert count_responses.handle({"Records": others}, None) == {"batchItemFailures": []}  # type: ignore[arg-type]
    assert [dict(item) for item in world.items.scan(("COUNT",))] == before


def test_what_sayso_says_is_not_what_it_listens_to_or_keeps() -> None:
    listened = {
        kind
        for function in resources("AWS::Serverless::Function").values()
        for event in (function.get("Events") or {}).values()
        if event["Type"] == "EventBridgeRule" and "EventBusName" in event["Properties"]
        for kind in event["Properties"]["Pattern"]["detail-type"]
    }
    (archive,) = (
        resource["Properties"]
        for resource in template("infrastructure/messaging.yaml")["Resources"].values()
        if resource["Type"] == "AWS::Events::Archive"
    )
    assert listened == {*TICKET_EVENTS, REACHED}
    assert set(archive["EventPattern"]["detail-type"]) == listened
    assert not listened & set(KINDS)


def test_a_moment_is_written_in_utc() -> None:
    (event,) = told(None, response(confirmed_at=datetime(2026, 3, 2, 9, 0, 0, 250_000, tzinfo=UTC)))
    assert event.model_dump(mode="json")["occurred_at"] == "2026-03-02T09:00:00.250000Z"
