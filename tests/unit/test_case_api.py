"""The door of the case page: whose link opens what, what is needed for each thing, and nothing changed by a refusal."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from datetime import timedelta
from itertools import count
from typing import Any

import pytest

from sayso.domain.follow_up import FollowUp
from sayso.handlers import owner_api
from tests.builders import World, programme
from tests.doors import Answered, asked, encoded, event, knock, opened

OWNER, LEAD, MANAGER = "otto@polder.example", "support@polder.example", "manager@polder.example"
WORDS = "Nobody called back."
CLOSE = {"do": "close", "cause": "communication", "note": "Called; a named contact now.", "outcome": "solved"}


class Desk:
    """The API of our own people, and one follow-up that is Otto's."""

    def __init__(self) -> None:
        self.world = World()
        person = self.world.add_contact(owner_email=OWNER, name="Anna Jansen")
        self.asked = self.world.asked(person)
        self.world.answer(self.asked, 3, why=WORDS, contact="phone")
        opened = self.world.open_follow_up.open(self.asked.reference)
        assert opened
        self.id = opened.follow_up_id
        self.token = self.token_of(OWNER)
        self._names = count(1)

    def token_of(self, email: str, *, days: int = 30) -> str:
        """What is in a link to the follow-up for one of our people."""
        reader = self.world.pseudonyms.of_owner(email)
        until = self.world.clock.now + timedelta(days=days)
        return self.world.links.case(self.id, reader, "en", until).rpartition("=")[2]

    @property
    def case(self) -> FollowUp:
        found = self.world.follow_ups.get(self.id)
        assert found
        return found

    def ask(self, method: str, body: Any = None, token: str | None = None, **changes: Any) -> Answered:
        token = self.token if token is None else token
        return asked(owner_api.handle, method, "/api/case", body, token, **changes)

    def get(self, token: str | None = None) -> Answered:
        return self.ask("GET", token=token)

    def post(self, body: Any, token: str | None = None) -> Answered:
        """A change, with a name of its own unless it has one."""
        return self.ask("POST", {"action_id": f"action-{next(self._names):016d}", **body}, token)

    def done(self, body: Any, token: str | None = None) -> dict[str, Any]:
        answer = self.post(body, token)
        assert answer.status == 200, answer.body
        shown: dict[str, Any] = answer.json["follow_up"]
        return shown


@pytest.fixture
def desk() -> Iterator[Desk]:
    with opened(Desk()) as found:
        yield found


def refused(answer: Answered, status: int, field: str) -> str:
    assert (answer.status, answer.json["error"]["field"]) == (status, field), answer.body
    assert answer.headers["Cache-Control"] == "no-store"
    assert WORDS not in answer.body
    return str(answer.json["error"]["reason"])


def test_looking_shows_the_case_and_changes_nothing(desk: Desk) -> None:
    written = len(desk.world.items.written)
    shown = desk.get().json["follow_up"]
    assert (shown["why"], shown["contact"], shown["state"], shown["owner_email"]) == (WORDS, "phone", "open", OWNER)
    assert (shown["is_owner"], shown["recheck_days"]) == (True, 30)
    assert len(desk.world.items.written) == written


def test_in_touch_then_over_then_open_again_each_by_its_name(desk: Desk) -> None:
    assert desk.done({"do": "contacted", "note": "Left a message."})["state"] == "contacted"
    over = desk.done(CLOSE)
    assert (over["state"], over["outcome"], over["cause"]) == ("solved", "solved", "communication")
    assert over["recheck_at"] == "2026-04-01T09:00:00Z"
    again = desk.done({"do": "reopen", "note": "Called us: it is back."})
    assert (again["state"], again["outcome"], again["recheck_at"], again["late"]) == ("open", None, None, False)
    assert [(one["what"], one["by"], one["note"]) for one in again["changes"][1:]] == [
        ("contacted", OWNER, "Left a message."),
        ("closed", OWNER, "Called; a named contact now."),
        ("reopened", OWNER, "Called us: it is back."),
    ]


def test_a_note_can_be_added_and_nobody_needs_to_be_asked_again(desk: Desk) -> None:
    assert desk.done({"do": "note", "note": " Tried twice.\r\n "})["changes"][-1]["note"] == "Tried twice."
    assert desk.done({**CLOSE, "recheck": False, "cause": "the weather"})["recheck_at"] is None
    assert (desk.case.cause, desk.case.recheck) == ("the weather", "")


@pytest.mark.parametrize(("chosen", "asked"), [({}, False), ({"recheck": None}, False), ({"recheck": True}, True)])
def test_who_wished_no_contact_is_asked_again_only_if_it_was_chosen(
    desk: Desk, chosen: dict[str, Any], asked: bool
) -> None:
    desk.world.follow_ups.save(desk.case.having(wish="no"))
    assert bool(desk.done({**CLOSE, **chosen})["recheck_at"]) == asked


def test_a_request_that_comes_twice_changes_nothing_the_second_time(desk: Desk) -> None:
    body = {"do": "note", "note": "Once.", "action_id": "0123456789abcdef"}
    first = desk.done(body)
    assert desk.done(body) == first
    assert [change.note for change in desk.case.changes].count("Once.") == 1


def test_whoever_had_it_before_is_told_that_it_is_somebody_elses_and_the_new_owner_can_read_it(desk: Desk) -> None:
    assert desk.post({"do": "hand_over", "to": LEAD, "note": "A ticket, really."}).json == {"follow_up": None}
    assert (desk.case.owner_email, desk.case.changes[-1].by) == (LEAD, OWNER)
    for answer in (desk.get(), desk.post({"do": "note", "note": "x"})):
        assert refused(answer, 410, "owner") == "This follow-up is with somebody else now."
    shown = desk.get(desk.token_of(LEAD)).json["follow_up"]
    assert (shown["is_owner"], shown["changes"][-1]["note"]) == (True, "A ticket, really.")


def test_whom_it_was_escalated_to_reads_it_and_works_on_it_under_their_own_name(desk: Desk) -> None:
    token = desk.token_of(MANAGER)
    refused(desk.get(token), 410, "owner")
    escalated = desk.case.escalated(MANAGER, desk.world.pseudonyms.of_owner(MANAGER))
    desk.world.follow_ups.save(escalated)
    assert desk.get(token).json["follow_up"]["is_owner"] is False
    assert desk.done({"do": "contacted"}, token)["changes"][-1]["by"] == MANAGER
    taken = desk.done({"do": "hand_over", "to": MANAGER, "note": "I take it."}, token)
    assert (taken["is_owner"], taken["owner_email"]) == (True, MANAGER)
    refused(desk.get(), 410, "owner")


@pytest.mark.parametrize(
    "to",
    [
        "rival@elsewhere.example",
        "anna@kaasboer.example",
        "x@sub.polder.example",
        "x@polder.example.evil.example",
        "x@notpolder.example",
    ],
)
def test_nobody_outside_is_handed_a_customers_words(desk: Desk, to: str) -> None:
    written = len(desk.world.items.written)
    refused(desk.post({"do": "hand_over", "to": to, "note": "mine"}), 400, "to")
    assert len(desk.world.items.written) == written


@pytest.mark.parametrize("to", ["New.Colleague@POLDER.example", LEAD, "kim@elsewhere.example"])
def test_colleagues_are_who_the_programme_names_and_who_is_at_the_companys_domain(desk: Desk, to: str) -> None:
    owners = {"kim@elsewhere.example": {"name": "Kim"}}
    desk.world.__dict__["programme"] = programme(follow_up={"owners": owners})
    assert desk.post({"do": "hand_over", "to": to, "note": "On holiday."}).status == 200
    assert desk.case.owner_email == to


def test_an_old_link_says_so_and_a_forged_one_reads_nothing(desk: Desk) -> None:
    old = desk.token_of(OWNER, days=-2)
    assert "too old" in refused(desk.get(old), 410, "token")
    assert "too old" in refused(desk.post(CLOSE, old), 410, "token")
    reads = desk.world.items.reads
    for token in ("", "junk", desk.token[:-2] + "xx", desk.token + "x"):
        refused(desk.get(token), 403, "token")
        refused(desk.ask("POST", "x" * 70_000, token), 403, "token")
    assert desk.world.items.reads == reads


def test_a_link_for_something_else_opens_no_case(desk: Desk) -> None:
    reader = desk.world.pseudonyms.of_owner(OWNER)
    until = desk.world.clock.now + timedelta(days=30)
    for link in (
        desk.world.links.review(reader, "2026-Q1", "en", until),
        desk.world.links.hold(desk.id, reader, "en", until),
        desk.world.links.survey(desk.asked, "en", 3, until),
    ):
        refused(desk.get(link.partition("t=")[2].partition("&")[0]), 403, "token")


def test_a_case_that_is_gone_is_not_found(desk: Desk) -> None:
    desk.id = "gone"
    refused(desk.get(desk.token_of(OWNER)), 404, "token")
    refused(desk.post(CLOSE, desk.token_of(OWNER)), 404, "token")


def test_what_somebody_else_did_meanwhile_is_a_conflict_and_no_mistake(desk: Desk) -> None:
    desk.done(CLOSE)
    for body in (CLOSE, {"do": "contacted"}, {"do": "hand_over", "to": LEAD, "note": "x"}):
        assert "closed" in refused(desk.post(body), 409, "follow_up")
    desk.done({"do": "reopen", "note": "again"})
    assert "open already" in refused(desk.post({"do": "reopen", "note": "again"}), 409, "follow_up")


@pytest.mark.parametrize(
    ("body", "field", "says"),
    [
        ({}, "do", "missing"),
        ({"do": "delete"}, "do", "contacted, note, close, reopen or hand_over"),
        ({"do": "note"}, "note", "missing"),
        ({"do": "note", "note": " \n\x00 "}, "note", "missing"),
        ({"do": "note", "note": 1}, "note", "must be text"),
        ({"do": "note", "note": "x" * 2_001}, "note", "2,000 characters"),
        ({"do": "reopen"}, "note", "missing"),
        ({"do": "hand_over", "note": "x"}, "to", "missing"),
        ({"do": "hand_over", "to": LEAD}, "note", "missing"),
        ({"do": "hand_over", "to": OWNER, "note": "x"}, "to", "already"),
        ({"do": "hand_over", "to": "nobody", "note": "x"}, "to", "e-mail address"),
        ({"do": "hand_over", "to": "a@b.example,c@polder.example", "note": "x"}, "to", "e-mail address"),
        ({**CLOSE, "cause": ""}, "cause", "missing"),
        ({**CLOSE, "cause": "x" * 61}, "cause", "60 characters"),
        ({**CLOSE, "note": ""}, "note", "missing"),
        ({**CLOSE, "outcome": None}, "outcome", "missing"),
        ({**CLOSE, "outcome": "closed"}, "outcome", "solved, not_solved or no_answer"),
        ({**CLOSE, "recheck": "yes"}, "recheck", "true or false"),
        ({**CLOSE, "to": LEAD}, "to", "nothing to 'close'"),
        ({"do": "contacted", "outcome": "solved"}, "outcome", "nothing to 'contacted'"),
        ({"do": "contacted", "by": "me"}, "by", "no field of this name"),
        ({"do": "contacted", "action_id": "short"}, "action_id", "form"),
        ({"do": "contacted", "action_id": "x" * 65}, "action_id", "form"),
        ({"do": "contacted", "action_id": 7}, "action_id", "must be text"),
    ],
)
def test_what_is_missing_or_wrong_is_named_and_nothing_is_changed(
    desk: Desk, body: dict[str, Any], field: str, says: str
) -> None:
    before = desk.case
    assert says in refused(desk.post(body), 400, field)
    assert desk.case == before


def test_a_change_without_a_name_is_refused(desk: Desk) -> None:
    assert "missing" in refused(desk.ask("POST", {"do": "contacted"}), 400, "action_id")


@pytest.mark.parametrize(
    ("changes", "status", "field"),
    [
        ({"headers": {"content-type": "text/plain"}}, 415, "content-type"),
        ({"body": "x" * 65_537}, 413, "body"),
        ({"body": "[]"}, 400, "body"),
        ({"body": '{"do": "note", "do": "close"}'}, 400, "body"),
        (encoded(b"\xff"), 400, "body"),
        ({"body": "{" * 9_000}, 400, "body"),
    ],
)
def test_a_body_is_read_as_strictly_as_an_answers(desk: Desk, changes: dict[str, Any], status: int, field: str) -> None:
    refused(desk.ask("POST", **{"body": "{}", **changes}), status, field)


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "HEAD", "post", ""])
def test_no_other_method_is_taken(desk: Desk, method: str) -> None:
    answer = desk.ask(method, CLOSE)
    refused(answer, 405, "method")
    assert answer.headers["Allow"] == "GET, POST"


def test_around_cloudfront_nothing_is_said(desk: Desk) -> None:
    request = event("GET", "/api/case", headers={"sayso-token": desk.token})
    request["headers"] = {"sayso-token": desk.token}
    refused(knock(owner_api.handle, request), 403, "origin")


WRONG: list[Any] = [
    None,
    True,
    [],
    {},
    -1,
    1e300,
    "\x00",
    "💥" * 999,
    "' OR 1=1 --",
    "{{7*7}}",
    {"S": "x"},
    [[]],
    2**53,
]


def test_two_thousand_hostile_changes_are_refused_and_write_nothing(desk: Desk) -> None:
    draw = random.Random(6)  # noqa: S311 - the same in every run
    before = len(desk.world.items.written)
    names = ["do", "action_id", "note", "cause", "outcome", "recheck", "to", "__proto__", "by", "", "Do", "state"]
    for _ in range(2_000):
        body: dict[str, Any] = {**CLOSE, "action_id": "0123456789abcdef"}
        name, value = draw.choice(names), draw.choice(WRONG)
        if (name, type(value)) in (("recheck", bool), ("recheck", type(None)), ("note", str), ("cause", str)):
            continue
        text = json.dumps({**body, name: value})
        if draw.random() < 0.3:
            text = text[: draw.randrange(1, len(text))]
        answer = desk.ask("POST", text)
        assert 400 <= answer.status < 500, text
        assert len(answer.json["error"]["field"]) <= 40
        assert "pydantic" not in answer.body
    assert len(desk.world.items.written) == before
