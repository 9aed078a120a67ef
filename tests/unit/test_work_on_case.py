"""A follow-up has an end: in touch, what it was and what was done, whether it is solved, and asked again later."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from sayso.adapters.keys import cases_of
from sayso.domain.errors import InvalidInputError, NotFoundError
from sayso.domain.follow_up import FollowUp
from sayso.domain.invitation import Invitation
from tests.builders import MONDAY, World

OWNER = "otto@polder.example"
DONE: dict[str, Any] = {"outcome": "solved", "cause": "price", "note": "gave a discount"}


class Office:
    """A company with one unhappy customer, and somebody who looks after them."""

    def __init__(self, **changes: Any) -> None:
        self.world = World(**changes)
        person = self.world.add_contact(owner_email=OWNER, name="Anna Jansen")
        self.asked = self.world.asked(person)
        self.world.answer(self.asked, 3)
        self.world.run()
        (self.opened,) = self.world.cases()
        self.work = self.world.work_on_case

    @property
    def id(self) -> str:
        return self.opened.follow_up_id

    @property
    def case(self) -> FollowUp:
        found = self.world.follow_ups.get(self.id)
        assert found
        return found

    @property
    def rechecks(self) -> list[Invitation]:
        return [one for one in self.world.invitations.of_contact(self.opened.contact_id) if one.survey == "recheck"]


def test_every_step_is_kept_with_who_when_and_a_note() -> None:
    office = Office()
    office.work.contact(office.id, OWNER, "left a message")
    office.world.clock.pass_by(hours=2)
    office.work.note(office.id, "carla", "they prefer mornings")
    office.work.close(office.id, OWNER, **DONE)
    kept = [(change.what, change.by, change.note) for change in office.case.changes[1:]]
    assert kept == [
        ("contacted", OWNER, "left a message"),
        ("noted", "carla", "they prefer mornings"),
        ("closed", OWNER, "gave a discount"),
    ]
    assert [change.at - MONDAY for change in office.case.changes[1:]] == [timedelta(), *[timedelta(hours=2)] * 2]
    assert (office.case.contacted_at, office.case.closed_at) == (MONDAY, MONDAY + timedelta(hours=2))


@pytest.mark.parametrize("outcome", ["solved", "not_solved", "no_answer"])
def test_it_ends_in_one_of_three_ways_and_gives_the_contact_free(outcome: Any) -> None:
    office = Office()
    office.work.close(office.id, OWNER, **{**DONE, "outcome": outcome})
    assert (office.case.state, office.case.outcome, office.case.cause) == (outcome, outcome, "price")
    assert office.world.follow_ups.open_of(office.case.contact_id) is None
    assert office.world.cases() == []
    assert not office.case.is_late(MONDAY + timedelta(days=365))


def test_who_closes_an_open_case_has_been_in_touch_by_then() -> None:
    office = Office()
    office.work.close(office.id, OWNER, **DONE)
    assert [change.what for change in office.case.changes] == ["opened", "contacted", "closed"]
    assert office.case.contacted_at == MONDAY


@pytest.mark.parametrize(("given", "kept"), [("price", "price"), ("Preis", "price"), (" PRICE ", "price")])
def test_a_cause_is_a_driver_by_any_of_its_names(given: str, kept: str) -> None:
    office = Office()
    assert office.work.close(office.id, OWNER, **{**DONE, "cause": given}).cause == kept


def test_a_cause_may_be_the_owner_s_own_words() -> None:
    office = Office()
    assert office.work.close(office.id, OWNER, **{**DONE, "cause": "the  move to Ghent"}).cause == "the move to Ghent"


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"note": "  "}, "note"),
        ({"note": "x" * 2001}, "note"),
        ({"cause": ""}, "cause"),
        ({"cause": "y" * 61}, "cause"),
        ({"note": "\ud800"}, "note"),
    ],
)
def test_what_is_missing_or_too_long_is_named_and_changes_nothing(wrong: dict[str, str], field: str) -> None:
    office = Office()
    with pytest.raises(InvalidInputError) as refused:
        office.work.close(office.id, OWNER, **{**DONE, **wrong})
    assert refused.value.field == field
    assert office.case == office.opened.having(revision=office.case.revision, told=office.case.told)


def test_what_is_over_is_not_closed_contacted_or_handed_over_again() -> None:
    office = Office()
    office.work.close(office.id, OWNER, **DONE)
    for again in (
        lambda: office.work.close(office.id, OWNER, **DONE),
        lambda: office.work.contact(office.id, OWNER),
        lambda: office.work.hand_over(office.id, OWNER, "carla@polder.example", "leave"),
    ):
        with pytest.raises(InvalidInputError, match="closed"):
            again()
    office.work.note(office.id, OWNER, "they sent cake")
    assert office.case.changes[-1].what == "noted"
    assert office.case.outcome == "solved"


def test_there_is_no_follow_up_of_that_name() -> None:
    with pytest.raises(NotFoundError):
        Office().work.contact("nothing", OWNER)


def test_reopening_gives_the_usual_time_and_takes_the_contact_back() -> None:
    office = Office()
    office.work.close(office.id, OWNER, **DONE)
    office.world.clock.pass_by(days=7)
    with pytest.raises(InvalidInputError) as refused:
        office.work.reopen(office.id, OWNER, " ")
    assert refused.value.field == "note"
    again = office.work.reopen(office.id, OWNER, "it broke again")
    assert again.due_at == MONDAY + timedelta(days=9)
    assert (again.state, again.contacted_at, again.closed_at, again.cause) == ("open", None, None, "")
    assert office.world.follow_ups.open_of(again.contact_id) == again
    with pytest.raises(InvalidInputError, match="open already"):
        office.work.reopen(office.id, OWNER, "twice")


def test_a_person_has_one_open_follow_up_whoever_reopens() -> None:
    office = Office()
    office.work.close(office.id, OWNER, **DONE)
    person = office.world.contacts.get(office.opened.contact_id)
    assert person
    office.world.answer(office.world.asked(person, survey="day50", occasion="first"), 1)
    office.world.run()
    with pytest.raises(InvalidInputError, match="open follow-up already"):
        office.work.reopen(office.id, OWNER, "again")


def test_a_case_is_handed_over_with_a_reason_and_keeps_its_due_time() -> None:
    office = Office()
    before = office.case
    for to, reason, field in ((OWNER.upper(), "leave", "to"), ("carla@polder.example", "", "note")):
        with pytest.raises(InvalidInputError) as refused:
            office.work.hand_over(office.id, OWNER, to, reason)
        assert refused.value.field == field
    after = office.work.hand_over(office.id, OWNER, "carla@polder.example", "knows the customer")
    assert (after.owner_email, after.due_at) == ("carla@polder.example", before.due_at)
    assert after.owner_id == office.world.pseudonyms.of_owner("carla@polder.example")
    listed = {
        one: [item["follow_up_id"] for item in office.world.items.query(cases_of(one or ""), index="by_owner")]
        for one in (after.owner_id, before.owner_id)
    }
    assert listed == {after.owner_id: [office.id], before.owner_id: []}


@pytest.mark.parametrize("to", ["", "nobody", "a b@polder.example", "someone@elsewhere.example"])
def test_a_case_is_handed_to_nobody_but_our_own_people(to: str) -> None:
    office = Office()
    with pytest.raises(InvalidInputError) as refused:
        office.work.hand_over(office.id, OWNER, to, "leave")
    assert refused.value.field == "to"
    assert office.case.owner_email == OWNER


def test_a_case_is_handed_to_whoever_has_the_account_wherever_their_address_is() -> None:
    office = Office()
    office.world.add_contact(owner_email="eva@agency.example", name="Anna Jansen")
    office.work.hand_over(office.id, OWNER, "eva@agency.example", "her account by now")
    assert office.case.owner_email == "eva@agency.example"


def test_a_request_that_comes_twice_changes_nothing_the_second_time() -> None:
    office = Office()
    for _ in range(2):
        office.work.note(office.id, OWNER, "rang", action_id="a")
        office.work.close(office.id, OWNER, **DONE, action_id="b")
    assert [change.what for change in office.case.changes] == ["opened", "noted", "contacted", "closed"]


def test_two_who_work_on_it_at_the_same_moment_are_both_kept() -> None:
    office = Office()
    office.world.items.before_write(1, lambda: office.work.note(office.id, "carla", "me too") and None)
    office.work.note(office.id, OWNER, "me")
    assert [change.note for change in office.case.changes[1:]] == ["me too", "me"]


@pytest.mark.parametrize(
    ("fits", "size"),
    [(199, 1), (29, 2_000), (14, 4_000)],  # a change comes first; 60,000 bytes are 30 notes, or 15 of Cyrillic
)
def test_a_case_that_is_full_takes_no_more_notes_but_everything_that_ends_it(fits: int, size: int) -> None:
    office = Office()
    note = "x" * size if size <= 2_000 else "ж" * (size // 2)
    office.work.contact(office.id, OWNER, note)
    for _ in range(fits):
        office.work.note(office.id, OWNER, note)
    before = office.case
    for refused in (
        lambda: office.work.note(office.id, OWNER, note),
        lambda: office.work.contact(office.id, OWNER, note),
        lambda: office.work.hand_over(office.id, OWNER, "carla@polder.example", note),
    ):
        with pytest.raises(InvalidInputError, match="close it") as full:
            refused()
        assert full.value.field == "note"
    assert office.case == before
    assert before.handed_over("sayso", MONDAY, "carla@polder.example", "", note).owner_email == "carla@polder.example"
    office.work.close(office.id, OWNER, **{**DONE, "note": note})
    with pytest.raises(InvalidInputError) as full:
        office.work.reopen(office.id, OWNER, note)
    assert full.value.field == "note"
    office.world.answer(office.asked, 1, why="worse")
    office.world.run()
    assert office.case.state == "open"
    office.work.close(office.id, OWNER, **{**DONE, "note": note})
    assert office.case.state == "solved"


# Asked again


def test_a_closed_case_is_asked_about_again_after_its_time() -> None:
    office = Office()
    closed = office.work.close(office.id, OWNER, **DONE)
    (again,) = office.rechecks
    assert (again.occasion, again.planned_at) == (closed.recheck, MONDAY + timedelta(days=30))
    assert again.touchpoint == f"follow-up:{office.id}"
    office.world.run()  # planning leaves it alone
    assert [one.state for one in office.rechecks] == ["waiting"]


def test_the_owner_may_leave_somebody_in_peace() -> None:
    office = Office()
    closed = office.work.close(office.id, OWNER, **DONE, recheck=False)
    assert (closed.recheck, office.rechecks) == ("", [])


@pytest.mark.parametrize(("wish", "asked"), [("no", False), ("phone", True), (None, True)])
def test_who_wished_no_contact_is_asked_again_only_if_somebody_says_so(wish: Any, asked: bool) -> None:
    office = Office()
    office.world.follow_ups.save(office.case.having(wish=wish))
    assert bool(office.work.close(office.id, OWNER, **DONE).recheck) == bool(office.rechecks) == asked
    office.work.reopen(office.id, OWNER, "again")
    assert office.work.close(office.id, OWNER, **DONE, recheck=True).recheck
    assert [one.state for one in office.rechecks].count("waiting") == 1


def test_a_programme_without_a_recheck_asks_nobody_again() -> None:
    surveys = {name: one for name, one in World().programme.surveys.items() if name != "recheck"}
    office = Office(programme=World().programme.model_copy(update={"surveys": surveys}))
    assert office.work.close(office.id, OWNER, **DONE).recheck == ""


def test_a_case_opened_again_asks_nobody_whether_all_is_well() -> None:
    office = Office()
    office.work.close(office.id, OWNER, **DONE)
    office.world.clock.pass_by(days=3)
    office.work.reopen(office.id, OWNER, "broken again")
    assert [(one.state, one.reason) for one in office.rechecks] == [("cancelled", "looked_after_again")]
    office.world.run()
    office.world.clock.pass_by(days=1)
    office.work.close(office.id, OWNER, **DONE)
    waiting = [one for one in office.rechecks if one.state == "waiting"]
    assert [one.planned_at for one in waiting] == [MONDAY + timedelta(days=34)]


def test_somebody_who_comes_back_by_themselves_is_not_asked_whether_all_is_well() -> None:
    office = Office()
    office.work.close(office.id, OWNER, **DONE)
    office.world.answer(office.asked, 1, why="worse")
    office.world.run()
    assert office.case.state == "open"
    assert [one.state for one in office.rechecks] == ["cancelled"]


def test_who_is_not_to_be_asked_is_not_asked_again() -> None:
    office = Office()
    office.world.add_contact(owner_email=OWNER, name="Anna Jansen", do_not_ask="yes")
    assert office.work.close(office.id, OWNER, **DONE).recheck == ""


def test_a_case_that_was_kept_before_outcomes_had_names_is_still_read() -> None:
    office = Office()
    kept = office.case.model_dump(mode="json")
    for solved, outcome in ((True, "solved"), (False, "not_solved"), (None, "not_solved")):
        old = {**kept, "state": "closed", "solved": solved, "alerts": {"annual#1": {"state": "sent"}}}
        assert FollowUp.model_validate(old).outcome == outcome
