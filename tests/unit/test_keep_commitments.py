"""Commitments: every refusal names the field and the reason, and nothing half-written is ever public."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest

from sayso.domain.errors import InvalidInputError, NotFoundError
from tests.builders import MONDAY, World


def texts(text: str) -> dict[str, str]:
    return {language: f"{text} ({language})" for language in ("en", "de", "nl")}


HEARD = {"title": texts("Faster replies"), "heard": texts("Replies take too long")}
DONE = {**HEARD, "did": texts("A second shift"), "status": "done", "done_on": date(2026, 2, 20)}


def refused(act: Any) -> tuple[str, str]:
    with pytest.raises(InvalidInputError) as error:
        act()
    return error.value.field, error.value.reason


def test_a_commitment_is_added_edited_and_published() -> None:
    world = World()
    world.keep_commitments.add("faster-replies", HEARD)
    world.clock.pass_by(days=1)
    world.keep_commitments.edit("faster-replies", {"did": texts("A second shift"), "status": "in_progress"})
    published = world.keep_commitments.publish("faster-replies")
    assert (published.status, published.published_on) == ("in_progress", date(2026, 3, 3))
    assert published.created_at == MONDAY
    assert world.keep_commitments.get("faster-replies") == published


def test_the_day_of_publishing_is_that_of_the_companys_zone() -> None:
    world = World(now=datetime(2026, 3, 2, 23, 30, tzinfo=UTC))
    world.keep_commitments.add("a", HEARD)
    assert world.keep_commitments.publish("a").published_on == date(2026, 3, 3)


def test_publishing_again_keeps_the_first_day() -> None:
    world = World()
    world.keep_commitments.add("a", HEARD)
    first = world.keep_commitments.publish("a").published_on
    world.clock.pass_by(days=9)
    assert world.keep_commitments.publish("a").published_on == first


def test_texts_are_edited_one_language_at_a_time() -> None:
    world = World()
    world.keep_commitments.add("a", HEARD)
    after = world.keep_commitments.edit("a", {"title": {"de": "Neu"}})
    assert (after.title["de"], after.title["en"]) == ("Neu", "Faster replies (en)")


def test_a_name_is_used_once() -> None:
    world = World()
    world.keep_commitments.add("a", HEARD)
    assert refused(lambda: world.keep_commitments.add("a", DONE)) == ("id", "'a' is there already")
    assert world.keep_commitments.get("a").status == "heard"


@pytest.mark.parametrize("name", ["", " ", "Faster replies", "a#b", "x" * 80, "ä"])
def test_a_name_is_short_and_plain(name: str) -> None:
    world = World()
    field, _ = refused(lambda: world.keep_commitments.add(name, HEARD))
    assert field in ("id", "commitment_id")
    assert list(world.items.scan()) == []


def test_one_there_is_not_is_not_found_and_the_known_ones_are_named() -> None:
    world = World()
    with pytest.raises(NotFoundError, match="none yet"):
        world.keep_commitments.get("a")
    world.keep_commitments.add("b", HEARD)
    for act in (world.keep_commitments.get, world.keep_commitments.publish):
        with pytest.raises(NotFoundError, match="known: b"):
            act("a")
    with pytest.raises(NotFoundError):
        world.keep_commitments.edit("a", {})


@pytest.mark.parametrize(
    ("fields", "field", "reason"),
    [
        ({"title": texts("x")}, "heard", "required"),
        ({**HEARD, "status": "soon"}, "status", "'heard', 'planned'"),
        ({**HEARD, "title": {"fr": "x"}}, "title.fr", "'en', 'de' or 'nl'"),
        ({**HEARD, "title": {"en": "x" * 1_001}}, "title.en", "at most 1000"),
        ({**HEARD, "done_on": "yesterday"}, "done_on", "date"),
        ({**HEARD, "asked_by": -1}, "asked_by", "greater than or equal to 0"),
        ({**HEARD, "asked_by": "many"}, "asked_by", "integer"),
        ({**HEARD, "colour": "red"}, "colour", "is not a field"),
    ],
)
def test_what_cannot_be_kept_is_refused_by_field_and_reason(fields: dict[str, Any], field: str, reason: str) -> None:
    world = World()
    found = refused(lambda: world.keep_commitments.add("a", fields))
    assert found[0].removesuffix(".[key]") == field
    assert reason in found[1]
    assert list(world.items.scan()) == []


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"title": {"nl": ""}}, "title.nl"),
        ({"heard": {"de": "  "}}, "heard.de"),
        ({"status": "planned"}, "did.en"),
        ({"status": "declined"}, "reason.en"),
        ({"status": "done", "did": texts("x")}, "done_on"),
    ],
)
def test_what_the_public_would_miss_is_refused_when_it_is_published(change: dict[str, Any], field: str) -> None:
    world = World()
    world.keep_commitments.add("a", HEARD)
    world.keep_commitments.edit("a", change)
    assert refused(lambda: world.keep_commitments.publish("a"))[0] == field
    assert world.keep_commitments.get("a").published_on is None


def test_what_is_public_cannot_lose_a_text() -> None:
    world = World()
    world.keep_commitments.add("a", DONE)
    world.keep_commitments.publish("a")
    assert refused(lambda: world.keep_commitments.edit("a", {"did": {"nl": ""}}))[0] == "did.nl"
    assert world.keep_commitments.get("a").did["nl"] == "A second shift (nl)"


@pytest.mark.parametrize("change", [{"colour": "red"}, {"colour": {"en": "red"}}])
def test_a_field_there_is_not_cannot_be_edited(change: dict[str, Any]) -> None:
    world = World()
    world.keep_commitments.add("a", HEARD)
    assert refused(lambda: world.keep_commitments.edit("a", change))[0] == "colour"


def test_two_who_edit_at_once_do_not_overwrite_each_other() -> None:
    world = World()
    world.keep_commitments.add("a", HEARD)
    world.items.before_write(1, lambda: world.keep_commitments.edit("a", {"status": "planned"}) and None)
    assert refused(lambda: world.keep_commitments.edit("a", {"status": "declined"}))[0] == "id"
    assert world.keep_commitments.get("a").status == "planned"


def test_the_last_changed_comes_first() -> None:
    world = World()
    for name in ("a", "b", "c"):
        world.keep_commitments.add(name, HEARD)
        world.clock.pass_by(days=1)
    world.keep_commitments.edit("a", {"status": "planned"})
    assert [one.commitment_id for one in world.keep_commitments.list()] == ["a", "c", "b"]
