"""Commitments: every refusal names the field and the reason, and nothing half-written is ever public."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest

from sayso.adapters.items import Put
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


def test_publishing_again_keeps_the_first_day_also_when_it_was_taken_off_between() -> None:
    world = World()
    world.keep_commitments.add("a", HEARD)
    first = world.keep_commitments.publish("a").published_on
    world.clock.pass_by(days=9)
    off = world.keep_commitments.unpublish("a")
    assert (off.public, off.published_on, off.title) == (None, first, HEARD["title"])
    world.clock.pass_by(days=9)
    back = world.keep_commitments.publish("a")
    assert back.published_on == first
    assert back.public == back.draft


def test_what_is_published_is_kept_apart_from_its_draft() -> None:
    world = World()
    world.keep_commitments.add("a", HEARD)
    public = world.keep_commitments.publish("a", "mia").public
    edited = world.keep_commitments.edit("a", {"title": {"de": "Neu"}, "owner": "care@polder.example"})
    assert edited.public == public
    assert public
    assert public.title == HEARD["title"]
    assert edited.has_draft
    assert not world.keep_commitments.edit("a", {"title": {"de": HEARD["title"]["de"]}}).has_draft
    # Who sees to it is nobody's business outside, and so no draft either.
    assert world.keep_commitments.get("a").owner == "care@polder.example"
    world.keep_commitments.edit("a", {"theme": "slow_replies"})
    published = world.keep_commitments.publish("a").public
    assert published
    assert published.theme == "slow_replies"
    assert not world.keep_commitments.get("a").has_draft


def test_nothing_is_written_where_nothing_changes() -> None:
    world = World()
    world.keep_commitments.add("a", HEARD)
    world.keep_commitments.publish("a")
    before, writes = world.keep_commitments.get("a"), len(world.items.written)
    world.clock.pass_by(days=1)
    keep = world.keep_commitments
    assert keep.publish("a") == keep.edit("a", {"title": HEARD["title"], "status": "heard"}) == before
    assert keep.unpublish("a").public is None
    world.clock.pass_by(days=1)
    keep.unpublish("a")
    assert len(world.items.written) == writes + 2  # the commitment, and its version


def test_every_change_keeps_the_version_before_it_with_who_when_and_what() -> None:
    world = World()
    keep = world.keep_commitments
    keep.add("a", HEARD, "ann")
    world.clock.pass_by(days=1)
    keep.edit("a", {"title": {"de": "Neu", "nl": ""}, "status": "planned", "did": {"en": "Soon"}}, "ben")
    keep.edit("a", {"title": {"nl": "Nieuw"}, "owner": "care@polder.example"}, "cas")
    with pytest.raises(InvalidInputError):
        keep.publish("a", "dan")
    keep.edit("a", {"did": texts("Soon")}, "eva")
    keep.publish("a", "fay")
    keep.unpublish("a", "gus")
    story = keep.history("a")
    assert [(one.what, one.by) for one in story] == [
        ("added", "ann"), ("edited", "ben"), ("edited", "cas"), ("edited", "eva"), ("published", "fay"),
        ("unpublished", "gus"),
    ]  # fmt: skip
    assert [one.at for one in story[:2]] == [MONDAY, MONDAY.replace(day=3)]
    assert [(one.field, one.before, one.after) for one in story[1].fields] == [
        ("title.de", "Faster replies (de)", "Neu"),
        ("title.nl", "Faster replies (nl)", ""),
        ("did.en", "", "Soon"),
        ("status", "heard", "planned"),
    ]
    assert [(one.field, one.before, one.after) for one in story[2].fields] == [
        ("title.nl", "", "Nieuw"),
        ("owner", "", "care@polder.example"),
    ]
    versions = world.commitments.versions("a")
    assert [one.before.title.get("nl") for one in versions[:3]] == ["Faster replies (nl)", None, "Nieuw"]
    assert versions[-1].before.public
    assert keep.get("a").updated_by == "gus"


def test_what_was_written_before_there_were_drafts_is_public_as_it_stood() -> None:
    old = {
        "pk": "COMMITMENTS", "sk": "COMMITMENT#a", "entity": "commitment", "commitment_id": "a", "status": "heard",
        "title": {"en": "x" * 400}, "heard": {"en": "y"}, "did": {}, "reason": {}, "asked_by": 4, "revision": 3,
        "created_at": "2026-01-01T00:00:00Z", "updated_at": "2026-01-01T00:00:00Z",
    }  # fmt: skip
    world = World()
    world.items.write(Put({**old, "published_on": "2026-01-02"}), Put({**old, "sk": "COMMITMENT#b"}))
    public, not_public = world.commitments.list()
    assert public.public == public.draft
    assert not_public.public is None
    world.keep_commitments.unpublish("a")
    assert [one.public for one in world.commitments.list()] == [None, None]


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
        ({"title": texts("x")}, "heard", "in at least one language"),
        ({**HEARD, "title": {"en": " "}}, "title", "in at least one language"),
        ({**HEARD, "status": "soon"}, "status", "is none of heard, planned"),
        ({**HEARD, "status": 3}, "status", "is not a text"),
        ({**HEARD, "title": {"fr": "x"}}, "title.fr", "is not a language"),
        ({**HEARD, "title": {"en": "x" * 121}}, "title.en", "121 characters long; 120 fit"),
        ({**HEARD, "title": {"en": "one\ntwo"}}, "title.en", "is one line"),
        ({**HEARD, "title": {"en": 5}}, "title.en", "is not a text"),
        ({**HEARD, "title": "Faster"}, "title", "is written by language"),
        ({**HEARD, "heard": {"de": "x" * 1_001}}, "heard.de", "1,001 characters long; 1,000 fit"),
        ({**HEARD, "heard": {"de": "\ud83d"}}, "heard.de", "half of a character"),
        ({**HEARD, "done_on": "yesterday"}, "done_on", "is not a day"),
        ({**DONE, "done_on": date(2026, 3, 3)}, "done_on", "2026-03-03 has not come yet"),
        ({**DONE, "done_on": None}, "done_on", "on which day"),
        ({**DONE, "did": {}}, "did", "what was done"),
        ({**HEARD, "done_on": date(2026, 2, 20)}, "done_on", "is for what is done, and this is only heard so far"),
        ({**HEARD, "planned_for": date(2026, 5, 1)}, "planned_for", "is for what is planned or in progress"),
        ({**HEARD, "status": "planned", "planned_for": "2026-03-01"}, "planned_for", "is over already"),
        ({**HEARD, "status": "declined"}, "reason", "says why"),
        ({**HEARD, "theme": "weather"}, "theme", "is not a theme of the programme; it has: slow_replies"),
        ({**HEARD, "owner": "otto@elsewhere.example"}, "owner", "is nobody of ours"),
        ({**HEARD, "asked_by": 4}, "asked_by", "is not a field"),
        ({**HEARD, "voices": 4}, "voices", "is not a field"),
        ({**HEARD, "public": {}}, "public", "is not a field"),
    ],
)
def test_what_cannot_be_kept_is_refused_by_field_and_reason(fields: dict[str, Any], field: str, reason: str) -> None:
    world = World()
    found = refused(lambda: world.keep_commitments.add("a", fields))
    assert found[0] == field
    assert reason in found[1]
    assert list(world.items.scan()) == []


@pytest.mark.parametrize(
    ("change", "field", "others"),
    [
        ({"title": {"nl": ""}}, "title.nl", ()),
        ({"heard": {"de": "  "}, "title": {"nl": ""}}, "title.nl", ("heard.de",)),
        ({"status": "planned"}, "did.en", ("did.de", "did.nl")),
        ({"status": "declined", "reason": {"de": "Zu teuer"}}, "reason.en", ("reason.nl",)),
        ({"status": "done", "did": {"en": "x"}, "done_on": "2026-03-01"}, "did.de", ("did.nl",)),
    ],
)
def test_all_that_the_public_would_miss_is_named_when_it_is_published(
    change: dict[str, Any], field: str, others: tuple[str, ...]
) -> None:
    world = World()
    world.keep_commitments.add("a", HEARD)
    world.keep_commitments.edit("a", change)
    named, reason = refused(lambda: world.keep_commitments.publish("a"))
    assert named == field
    assert all(other in reason for other in others)
    assert reason.count("nor has") == len(others)
    assert world.keep_commitments.get("a").public is None


def test_what_is_public_stays_whole_while_its_draft_loses_a_text() -> None:
    world = World()
    world.keep_commitments.add("a", DONE)
    world.keep_commitments.publish("a")
    world.keep_commitments.edit("a", {"did": {"nl": ""}})
    assert refused(lambda: world.keep_commitments.publish("a"))[0] == "did.nl"
    public = world.keep_commitments.get("a").public
    assert public
    assert public.did["nl"] == "A second shift (nl)"


def test_dates_go_with_the_status_they_belong_to() -> None:
    world = World()
    keep = world.keep_commitments
    keep.add("a", {**HEARD, "status": "planned", "planned_for": "2026-03-20"})
    world.clock.pass_by(days=30)
    # What was promised for a day that is over can still be edited, but not promised anew.
    assert keep.edit("a", {"title": {"en": "Late"}}).planned_for == date(2026, 3, 20)
    assert keep.edit("a", {"status": "in_progress"}).planned_for == date(2026, 3, 20)
    done = keep.edit("a", {"status": "done", "did": {"en": "x"}, "done_on": "2026-04-01"})
    assert (done.planned_for, done.done_on) == (None, date(2026, 4, 1))
    declined = keep.edit("a", {"status": "declined", "reason": {"en": "Too dear"}})
    assert (declined.done_on, declined.decided_on) == (None, date(2026, 4, 1))
    world.clock.pass_by(days=3)
    assert keep.edit("a", {"reason": {"en": "Far too dear"}}).decided_on == date(2026, 4, 1)
    assert keep.edit("a", {"decided_on": "2026-03-30"}).decided_on == date(2026, 3, 30)
    assert keep.edit("a", {"status": "heard"}).decided_on is None


def test_the_day_something_was_declined_is_that_of_the_companys_zone() -> None:
    world = World(now=datetime(2026, 3, 2, 23, 30, tzinfo=UTC))
    added = world.keep_commitments.add("a", {**HEARD, "status": "declined", "reason": {"en": "x"}})
    assert added.decided_on == date(2026, 3, 3)


def test_a_theme_and_an_owner_that_are_gone_from_the_programme_stand_in_nobodys_way() -> None:
    world = World()
    world.keep_commitments.add("a", HEARD)
    known = world.keep_commitments.get("a")
    world.commitments.save(known.having(theme="gone", owner="left@elsewhere.example"))
    assert world.keep_commitments.edit("a", {"theme": "gone", "status": "planned"}).status == "planned"
    assert refused(lambda: world.keep_commitments.edit("a", {"theme": "gone too"}))[0] == "theme"
    assert world.keep_commitments.edit("a", {"theme": "", "owner": ""}).theme == ""


@pytest.mark.parametrize("change", [{"colour": "red"}, {"colour": {"en": "red"}}])
def test_a_field_there_is_not_cannot_be_edited(change: dict[str, Any]) -> None:
    world = World()
    world.keep_commitments.add("a", HEARD)
    assert refused(lambda: world.keep_commitments.edit("a", change))[0] == "colour"


def test_two_who_edit_at_once_do_not_overwrite_each_other() -> None:
    world = World()
    world.keep_commitments.add("a", HEARD)
    world.items.before_write(1, lambda: world.keep_commitments.edit("a", {"status": "planned"}, "ben") and None)
    said = refused(lambda: world.keep_commitments.edit("a", {"status": "in_progress"}))
    assert said == ("id", "was changed by ben meanwhile; look at it again")
    assert world.keep_commitments.get("a").status == "planned"
    assert len(world.commitments.versions("a")) == 1


def test_two_who_add_the_same_at_once_make_one() -> None:
    world = World()
    world.items.before_write(1, lambda: world.keep_commitments.add("a", DONE) and None)
    assert refused(lambda: world.keep_commitments.add("a", HEARD)) == ("id", "'a' is there already")
    assert world.keep_commitments.get("a").status == "done"


def test_who_looked_at_something_older_changes_nothing() -> None:
    world = World()
    keep = world.keep_commitments
    seen = keep.add("a", HEARD)
    keep.edit("a", {"status": "planned"}, "ben")
    assert "by ben" in refused(lambda: keep.edit("a", {"status": "in_progress"}, seen=seen))[1]
    assert keep.edit("a", {"status": "in_progress"}, seen=keep.get("a")).status == "in_progress"


def test_the_last_changed_comes_first() -> None:
    world = World()
    for name in ("a", "b", "c"):
        world.keep_commitments.add(name, HEARD)
        world.clock.pass_by(days=1)
    world.keep_commitments.edit("a", {"status": "planned"})
    assert [one.commitment_id for one in world.keep_commitments.list()] == ["a", "c", "b"]
