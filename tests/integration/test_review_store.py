"""A review is written on a real table as it is in memory: all of it with what it stands in for, or nothing."""

from __future__ import annotations

from datetime import timedelta

import pytest

from sayso.adapters.items import DynamoItems, WriteConflictError
from sayso.adapters.keys import review_list
from sayso.domain.programme import REVIEW
from sayso.domain.quarters import Quarter
from sayso.domain.response import SaidWords
from sayso.domain.review import ListedAccount, Review, ReviewInput, changed, recorded
from tests.builders import MONDAY, contact, invitation
from tests.meetings import KIM, QUARTER, Meetings

AN_HOUR = timedelta(hours=1)


@pytest.fixture
def world(table: DynamoItems) -> Meetings:
    found = Meetings()
    found.items = table  # type: ignore[assignment]
    found.contacts.save(contact(), None)
    return found


def write(world: Meetings, *, contact_id: str = "c1", score: int = 8, why: str = "It runs.") -> None:
    """What the service writes the first time, with all that belongs to it."""
    person = contact(contact_id=contact_id)
    given = ReviewInput(score=score, why=why)
    response, words = recorded(person, Quarter(2026, 1), given, KIM, world.programme, MONDAY)
    review = Review(account_id=person.account_id, quarter=QUARTER, contact_id=contact_id, recorded_at=MONDAY)
    waiting = [one for one in world.invitations.of_contact(contact_id) if not one.is_final]
    ended = [one.ended("skipped", "reviewed") for one in waiting]
    world.reviews.record(response, words, MONDAY + AN_HOUR, review, ended)


def test_a_review_is_kept_with_its_words_and_what_it_stands_in_for(world: Meetings) -> None:
    waiting = world.invitations.save(invitation())
    write(world)
    kept = world.responses.get("c1", REVIEW, QUARTER)
    assert kept is not None
    assert world.responses.words(*kept.reference).why == "It runs."
    assert world.kept(waiting).reason == "reviewed"
    assert world.reviews.get(kept.snapshot.account_id, QUARTER) == world.reviews.of_account(kept.snapshot.account_id)[0]
    assert [one.reference for one in world.responses.confirmed_in_month(MONDAY)] == [kept.reference]
    after, words = changed(kept, SaidWords(why="It runs."), ReviewInput(score=3, why=""), KIM, MONDAY + AN_HOUR)
    world.reviews.record(after, words, MONDAY + AN_HOUR)
    again = world.responses.get("c1", REVIEW, QUARTER)
    assert again is not None
    assert (again.score, again.revision, world.responses.words(*kept.reference)) == (3, 2, SaidWords())
    with pytest.raises(WriteConflictError):
        world.reviews.record(after, words, MONDAY + AN_HOUR)  # somebody changed it since


def test_the_second_of_two_people_writes_nothing(world: Meetings) -> None:
    world.contacts.save(contact(contact_id="c2", external_id="crm-2"), None)
    waiting = world.invitations.save(invitation(contact_id="c2"))
    write(world)
    with pytest.raises(WriteConflictError):
        write(world, contact_id="c2")
    assert world.responses.get("c2", REVIEW, QUARTER) is None
    assert world.kept(waiting).state == "waiting"


def test_nothing_is_written_for_somebody_who_is_gone(world: Meetings) -> None:
    with pytest.raises(WriteConflictError):
        write(world, contact_id="gone")
    assert world.responses.get("gone", REVIEW, QUARTER) is None
    assert world.reviews.of_account("account-kaasboer") == []


def test_lists_are_those_of_one_owner_and_one_quarter(world: Meetings) -> None:
    accounts = [
        ListedAccount(
            quarter=quarter,
            owner_id=owner,
            owner_email=KIM,
            account_id=f"a{number}",
            account=f"Account {number}",
            contact_ids=("c1",),
        )
        for number, (quarter, owner) in enumerate([(QUARTER, "o1")] * 120 + [(QUARTER, "o2"), ("2025-Q4", "o1")])
    ]
    world.reviews.list(accounts, MONDAY + AN_HOUR)
    assert len(world.reviews.listed(QUARTER)) == 121
    mine = world.reviews.listed(QUARTER, "o1")
    assert sorted(mine, key=lambda one: int(one.account_id[1:])) == accounts[:120]
    assert world.reviews.listed_account(QUARTER, "o2", "a120") == accounts[120]
    assert world.reviews.listed_account(QUARTER, "o1", "a120") is None
    item = world.items.get(review_list(QUARTER, "o1", "a1"))
    assert item is not None
    assert item["expires_at_epoch"] == int((MONDAY + AN_HOUR).timestamp())
    world.reviews.unlist(mine)
    assert [one.owner_id for one in world.reviews.listed(QUARTER)] == ["o2"]
