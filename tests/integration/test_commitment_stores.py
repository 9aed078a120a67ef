"""Commitments, who is behind them, and quotes on a real table."""

from __future__ import annotations

from datetime import timedelta

import pytest

from sayso.adapters.items import DynamoItems
from sayso.domain.errors import ConflictError, InvalidInputError
from sayso.domain.response import Response, SaidWords
from tests.builders import MONDAY, World, contact, response, sent_invitation
from tests.unit.test_keep_commitments import DONE


@pytest.fixture
def world(table: DynamoItems) -> World:
    """A world whose table is DynamoDB."""
    found = World()
    found.items = table  # type: ignore[assignment]
    return found


def answered(world: World, contact_id: str, occasion: str = "1") -> Response:
    answer = response(contact_id=contact_id, occasion=occasion, score=3, revision=0)
    return world.responses.save(answer, None, MONDAY, None)


def test_what_was_never_public_is_removed_with_all_of_it(world: World) -> None:
    keep = world.keep_commitments
    keep.add("a", DONE, "ann")
    keep.edit("a", {"status": "planned"}, "cas")
    world.commitment_links.link("a", [answered(world, f"c{number}").reference for number in range(3)], "ann", MONDAY)
    read = keep.get("a")
    keep.edit("a", {"heard": {"en": "Other"}}, "ben")
    with pytest.raises(ConflictError):
        world.commitments.remove(read)
    world.remove_commitment.remove("a", "ann")
    assert keep.list() == []
    assert list(world.items.query("COMMITMENT#a")) == []
    assert world.commitment_links.of_contact("c1") == []


def test_versions_links_and_the_number_of_people_are_kept_together(world: World) -> None:
    keep, links = world.keep_commitments, world.commitment_links
    keep.add("a", DONE, "ann")
    keep.publish("a", "ben")
    answers = [answered(world, f"c{number}") for number in range(45)]
    again = answered(world, "c0", "2")
    assert links.link("a", [one.reference for one in (*answers, again)], "ann", MONDAY) == 45
    assert links.link("a", [one.reference for one in answers], "ann", MONDAY) == 0
    assert keep.get("a").voices == 45 == len(list(links.askers("a")))
    keep.edit("a", {"status": "planned"}, "cas")
    assert [(one.what, one.by) for one in keep.history("a")] == [
        ("added", "ann"), ("published", "ben"), ("edited", "cas"),
    ]  # fmt: skip
    assert keep.get("a").has_draft
    assert links.of_contact("c0") == ["a"]
    assert links.unlink("a", [again.reference], "ann", MONDAY) == 0
    assert links.unlink("a", [answers[0].reference], "ann", MONDAY) == 1
    world.responses.erase(answers[1])
    assert world.identities.drop_links("c1") == 1
    late = response(contact_id="c1", occasion="3", score=3, revision=0, erased=True)
    world.responses.save(late, None, MONDAY, None)
    assert links.link("a", [late.reference, answers[0].reference], "ann", MONDAY) == 1
    assert links.of_contact("c1") == []
    assert keep.get("a").voices == 45 == len(list(links.askers("a")))


def test_a_quote_is_kept_for_as_long_as_it_is_allowed(world: World) -> None:
    world.contacts.save(contact(), None)
    world.invitations.save(sent_invitation())
    said = response(quote=True, has_words=True, revision=0)
    answer = world.responses.save(said, SaidWords(why="It is fast."), MONDAY + timedelta(days=700), None)
    quotes = world.keep_quotes
    (candidate,) = quotes.candidates()
    quote = quotes.add(candidate.answer_id, "It is fast.", by="ann")
    assert list(quotes.standing()) == [quote]
    with pytest.raises(ConflictError):
        world.quotes.save(quote.having(revision=0), MONDAY)
    world.responses.erase(answer)
    assert list(quotes.standing()) == []
    with pytest.raises(InvalidInputError, match="erased"):
        quotes.add(candidate.answer_id, "It is fast.", by="ann")
    assert world.identities.drop_links("c1") == 1
    assert quotes.list() == []
