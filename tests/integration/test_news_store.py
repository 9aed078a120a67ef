"""Whom to tell what came of it, on a real table: the index, the lease, and the claim that holds at one moment."""

from __future__ import annotations

from datetime import timedelta

import pytest

from sayso.adapters.items import DynamoItems
from sayso.domain.errors import ConflictError
from sayso.domain.gate import Gate
from sayso.domain.news import News
from sayso.domain.sending import DayLimit
from tests.builders import MONDAY, World, contact
from tests.news import change, done, message, show

NO_LIMIT = DayLimit("2026-03-02", None)
ONE = DayLimit("2026-03-02", 1)


@pytest.fixture
def world(table: DynamoItems) -> World:
    """A world whose table is DynamoDB."""
    found = World()
    found.items = table  # type: ignore[assignment]
    return found


def waiting(world: World, contact_id: str = "c1") -> News:
    world.contacts.save(contact(contact_id=contact_id, external_id=contact_id, email=f"{contact_id}@x.example"), None)
    news = News(contact_id=contact_id, commitment_id="faster-replies", approved_by="vera", approved_at=MONDAY)
    return world.news.save(news.waiting_until(MONDAY))


def test_what_is_due_is_leased_once_and_found_again_when_the_lease_is_over(world: World) -> None:
    news = waiting(world)
    (due,) = world.news.due(MONDAY, 10)
    assert due.message == message(news)
    until = MONDAY + timedelta(minutes=40)
    assert world.news.lease(due, until)
    assert not world.news.lease(due, until)
    assert world.news.due(MONDAY, 10) == []
    (again,) = world.news.due(until, 10)
    assert again.message == message(news)


def test_a_claim_holds_for_news_gate_commitment_and_day_or_for_none(world: World) -> None:
    commitment, news = done(world), waiting(world)
    gate = Gate(address_hash="hash")
    older = commitment.having(revision=commitment.revision - 1)
    for bad in (
        (news.claimed(MONDAY), gate, older, 1),
        (news.having(revision=7).claimed(MONDAY), gate, commitment, 1),
        (news.claimed(MONDAY), gate.having(revision=3), commitment, 1),
        (news.claimed(MONDAY), gate, commitment, 2),
    ):
        with pytest.raises(ConflictError):
            world.news.claim(*bad, ONE)
    assert world.news.get("c1", "faster-replies") == news
    assert world.standings.gate("hash") == gate
    claimed = world.news.claim(news.claimed(MONDAY), gate, commitment, 1, ONE)
    assert world.news.get("c1", "faster-replies") == claimed
    assert world.standings.gate("hash").told_here("c1", "faster-replies")
    assert world.invitations.sent_on(ONE) == 1
    (still,) = world.news.due(MONDAY, 10)  # so that somebody looks at a claim whose sender died
    assert still.message.contact_id == "c1"
    with pytest.raises(ConflictError):  # the day's limit
        world.news.claim(waiting(world, "c2").claimed(MONDAY), Gate(address_hash="other"), commitment, 1, ONE)
    show(world)
    third = waiting(world, "c3").claimed(MONDAY)
    with pytest.raises(ConflictError):  # the page has another edition
        world.news.claim(third, Gate(address_hash="third"), commitment, 1, NO_LIMIT)
    change(world, public=None, on_page=False)
    with pytest.raises(ConflictError):
        world.news.claim(third, Gate(address_hash="third"), commitment, 2, NO_LIMIT)


def test_nothing_is_written_for_a_contact_there_is_not(world: World) -> None:
    news = News(contact_id="gone", commitment_id="faster-replies", approved_by="vera", approved_at=MONDAY)
    with pytest.raises(ConflictError):
        world.news.save(news.waiting_until(MONDAY))
    assert world.news.of_contact("gone") == []


def test_a_claim_is_given_back_with_its_gate_and_its_day(world: World) -> None:
    commitment, news = done(world), waiting(world)
    claimed = world.news.claim(news.claimed(MONDAY), Gate(address_hash="hash"), commitment, 1, ONE)
    world.news.release(claimed.waiting_until(MONDAY, "ses_not_ready"), world.standings.gate("hash"), ONE)
    kept = world.news.get("c1", "faster-replies")
    assert kept
    assert (kept.state, kept.reason, kept.at) == ("waiting", "ses_not_ready", None)
    assert world.standings.gate("hash").news == ()
    assert world.invitations.sent_on(ONE) == 0
    world.news.save(kept.ended("skipped", "suppressed"))
    assert world.news.due(MONDAY + timedelta(days=9), 10) == []
    assert [one.state for one in world.news.of_contact("c1")] == ["skipped"]
    assert set(world.news.of_commitment("faster-replies", ["c1", "nobody"])) == {"c1"}
    assert world.identities.drop_news("c1") == 1
    assert world.news.of_contact("c1") == []
