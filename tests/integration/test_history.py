"""Past answers come in, and answers go out, on a real table as they do in memory."""

from __future__ import annotations

import json
from datetime import date, timedelta

import pytest

from sayso.adapters.items import DynamoItems
from sayso.domain.imported_answer import ImportedAnswer, ImportedSurvey
from sayso.domain.response import SaidWords
from sayso.services.import_rows import Source, Taken
from tests.builders import MONDAY, World, contact

SOURCE = Source("tool", "the id in 'id'")
ANNA = "anna@kaasboer.example"


@pytest.fixture
def world(table: DynamoItems) -> World:
    found = World()
    found.items = table  # type: ignore[assignment]
    address_hash = found.pseudonyms.of_address(ANNA)
    found.contacts.save(contact(email=ANNA, address_hash=address_hash), None)
    return found


def rows(number: int, **changes: object) -> list[ImportedAnswer]:
    at = MONDAY - timedelta(days=100)
    values = {"answered_at": at, "email": ANNA, "account": "B", "segments": {"tier": "gold"}, **changes}
    return [
        ImportedAnswer.model_validate(
            {"line": line, "row_id": f"r{line}", "score": line % 11, "why": f"w{line}", **values}
        )
        for line in range(number)
    ]


def run(world: World, answers: list[ImportedAnswer]) -> list[Taken]:
    world.import_responses.begin("old", "nps", SOURCE)
    return list(world.import_responses.run("old", "nps", SOURCE, answers))


def test_rows_are_kept_once_changed_and_left_alone_when_erased(world: World) -> None:
    assert {one.outcome for one in run(world, rows(20))} == {"added"}
    assert {one.outcome for one in run(world, rows(20))} == {"unchanged"}
    assert [one.outcome for one in run(world, rows(1, score=1, why="Better"))] == ["changed"]
    (first,) = [one for one in world.responses.of_contact("c1") if one.revision == 2]
    assert (first.score, world.responses.words(*first.reference)) == (1, SaidWords(why="Better"))
    assert [one.survey for one in world.history.surveys()] == ["old"]
    assert world.erase_contact.erase("c1", "jo")
    assert {one.outcome for one in run(world, rows(20))} == {"erased"}
    anybody = run(world, [ImportedAnswer(line=1, score=3, answered_at=MONDAY, email=ANNA, why="Who?")])
    assert [(one.outcome, one.known) for one in anybody] == [("added", False)]


def test_an_answer_of_a_contact_that_is_gone_is_kept_as_nobodys(world: World) -> None:
    (arrived,) = rows(1)
    world.import_responses.begin("old", "nps", SOURCE)
    erase, keep = world.erase_contact, world.history.keep

    def meanwhile(arrivals: object) -> set[str]:
        erase.erase("c1", "jo")
        return keep(arrivals)  # type: ignore[arg-type]

    world.history.keep = meanwhile  # type: ignore[method-assign]
    (taken,) = run(world, [arrived])
    assert (taken.outcome, taken.known) == ("added", False)
    assert world.responses.of_contact("c1") == []


def test_two_that_begin_an_import_at_once_do_not_overwrite_each_other(world: World) -> None:
    one = ImportedSurvey(survey="old", scale="nps", sources=("a",), first_at=MONDAY)
    world.history.begin(one, None)
    with pytest.raises(Exception, match="somebody else"):
        world.history.begin(one, None)
    world.history.begin(one.having(sources=("a", "b")), one)
    with pytest.raises(Exception, match="somebody else"):
        world.history.begin(one.having(sources=("a", "c")), one)


def test_what_came_in_goes_out(world: World) -> None:
    run(world, rows(40))
    out = list(world.export_responses.rows(date(2025, 1, 1), date(2026, 12, 31)))
    assert sorted(row["why"] for row in out) == sorted(f"w{line}" for line in range(40))
    assert {(row["account"], row["email"]) for row in out} == {("B", ANNA)}
    assert json.dumps(out)
    assert list(world.export_responses.rows(date(2026, 1, 1), date(2026, 12, 31))) == []
