"""A reader never sees half an edition, whatever happens; and what was taken back is gone."""

from __future__ import annotations

import json
from datetime import timedelta
from unittest.mock import patch

import pytest

from sayso.domain.errors import ConflictError, InvalidInputError, NotFoundError
from sayso.handlers import publish_page
from tests.builders import sqs_event
from tests.editions import Press, said_of

KIM = "kim@polder.example"


def public(press: Press) -> Press:
    """An edition is public: two commitments and a quote."""
    press.commit("a", "Faster replies")
    press.commit("b", "Plain invoices")
    press.quote("q1")
    press.world.publish_page.approve(KIM)
    press.whole()
    return press


def change(press: Press) -> None:
    press.commit("a", "Replies within the hour")
    press.commit("c", "A new portal")
    press.quotes.pop("q1", None)


@pytest.mark.parametrize("after", [False, True], ids=["before", "after"])
def test_a_run_that_dies_anywhere_leaves_the_page_whole_and_the_next_one_finishes_it(after: bool) -> None:
    step, died = 0, True
    while died:
        step += 1
        press = public(Press())
        change(press)
        died = press.dies_at(step, press.world.publish_page.refresh, after=after)
        press.read()
        assert press.front["number"] in (1, 2, 3)
        press.world.clock.pass_by(minutes=12)
        press.world.publish_page.refresh()
        press.whole()
        # What was taken back goes first, and by itself.
        assert (press.front["number"], len(press.titles), press.front["quotes"]) == (3, 3, [])
    assert step > 20


@pytest.mark.parametrize("after", [False, True], ids=["before", "after"])
def test_a_first_approval_that_dies_is_finished_by_the_next_message(after: bool) -> None:
    step, died = 0, True
    while died:
        step += 1
        press = Press("by_approval")
        press.commit("a")
        died = press.dies_at(step, lambda press=press: press.world.publish_page.approve(KIM), after=after)
        approved = press.world.editions.draft() is not None or press.world.editions.page().number
        press.world.clock.pass_by(minutes=12)
        press.world.publish_page.refresh()
        # Before anything was noted, nobody knows of a yes: nothing of it is there then.
        assert bool(press.world.editions.page().number) == bool(approved)
        assert bool(press.everything_public()) == bool(approved)
        if not approved:
            press.world.publish_page.approve(KIM)
        press.whole()
    assert step > 15


def test_what_a_run_that_died_had_put_is_put_back_when_nothing_is_new_any_more() -> None:
    press = public(Press())
    before = dict(press.world.site.files)
    press.commit("a", "Something else")
    for step in (3, 9, 16):
        assert press.dies_at(step, press.world.publish_page.refresh)
        assert press.world.site.files != before
        press.commit("a", "Faster replies")
        press.world.clock.pass_by(minutes=12)
        press.world.publish_page.refresh()
        press.whole()
        assert press.titles == ["Faster replies (en)", "Plain invoices (en)"]
        press.commit("a", "Something else")


def test_a_render_that_fails_leaves_everything_as_it_was_and_is_raised() -> None:
    press = public(Press())
    change(press)
    files, writes = dict(press.world.site.files), len(press.world.items.written)

    def broken(*_: object, **__: object) -> list[object]:
        raise ValueError("template")

    press.world.publish_page.put_page.__dict__["pages"] = broken
    with (
        patch.object(publish_page, "of_this_function", lambda: press.world),
        pytest.raises(ValueError, match="template"),
    ):
        publish_page.handle(sqs_event([{"why": "answers"}]), None)  # type: ignore[arg-type]
    assert (press.world.site.files, len(press.world.items.written)) == (files, writes)


def test_that_somebody_else_publishes_is_no_error_of_the_function() -> None:
    press = public(Press())
    change(press)
    page = press.world.editions.page()
    press.world.editions.begin(page, [], press.world.clock(), press.world.clock() + timedelta(minutes=5))
    with patch.object(publish_page, "of_this_function", lambda: press.world):
        answer = publish_page.handle(sqs_event([{"why": "answers"}, {"why": "daily"}]), None)  # type: ignore[arg-type]
    assert answer == {"batchItemFailures": []}
    assert press.world.queue("PAGE").bodies == [{"why": "daily"}]
    assert press.front["number"] == 1


def test_only_what_differs_is_put_and_an_edition_that_says_the_same_is_none() -> None:
    press = public(Press())
    puts, written = press.world.site.puts, len(press.world.items.written)
    for again in (False, True):
        assert press.world.publish_page.refresh(again=again).outcome == "nothing"
    assert (press.world.site.puts, len(press.world.items.written)) == (puts, written)
    press.commit("c", "A new portal")
    done = press.world.publish_page.refresh()
    assert done.placed
    assert done.placed.put == press.world.site.puts - puts
    assert (done.outcome, press.front["number"]) == ("published", 2)


def test_caches_are_told_once_and_told_again_when_they_did_not_listen() -> None:
    press = public(Press())
    assert press.world.site.invalidated == [("/page/*", "/")]
    press.world.site.takes_invalidations = False
    change(press)
    done = press.world.publish_page.refresh()
    assert done.placed
    assert (done.outcome, done.placed.invalidated) == ("published", False)
    press.world.site.takes_invalidations = True
    for _ in range(2):
        assert press.world.publish_page.refresh().outcome == "nothing"
    assert press.world.site.invalidated == [("/page/*", "/")] * 2
    press.whole()


def test_files_stay_for_whoever_has_the_page_open_until_they_are_two_editions_old() -> None:
    press = public(Press())
    reports = [path for path in press.world.site.files if "/report/latest" in path]
    press.commit("a", "Second")
    press.world.publish_page.refresh()
    assert set(reports) <= press.world.site.files.keys()
    press.world.clock.pass_by(hours=2)
    press.commit("a", "Third")
    press.world.publish_page.refresh()
    press.whole()
    assert not set(reports) & press.world.site.files.keys()


def test_within_an_hour_files_stay_for_caches_that_were_not_told() -> None:
    press = public(Press())
    reports = [path for path in press.world.site.files if "/report/latest" in path]
    for title in ("Second", "Third", "Fourth"):
        press.commit("a", title)
        press.world.publish_page.refresh()
    assert set(reports) <= press.world.site.files.keys()
    press.whole()


def test_every_file_with_a_quote_that_fell_away_goes_at_once_also_from_the_archive() -> None:
    press = public(Press())
    press.world.clock.pass_by(days=400)
    press.commit("c", "A new portal")
    press.world.publish_page.refresh()
    assert any(b"words of q1" in body for body in press.everything_public())
    del press.quotes["q1"]
    press.world.publish_page.refresh()
    press.whole()
    assert not any(b"words of q1" in body for body in press.everything_public())
    assert press.front["number"] == 3


def test_a_quote_that_is_not_shown_any_more_leaves_the_older_files_too_when_it_falls() -> None:
    press = public(Press())
    kept = press.quotes.pop("q1")
    press.world.publish_page.refresh()
    press.quotes["q1"] = kept
    press.world.publish_page.refresh()
    press.commit("a", "Third")
    press.world.publish_page.refresh()
    del press.quotes["q1"]
    press.world.publish_page.refresh()
    assert not any(b"words of q1" in body for body in press.everything_public())
    press.whole()


def test_what_is_taken_back_goes_without_a_yes_and_nothing_else_does() -> None:
    press = public(Press("by_approval"))
    press.commit("a", "Not approved")
    press.take_back("b")
    del press.quotes["q1"]
    assert press.world.publish_page.refresh().outcome == "waits"
    press.whole()
    assert (press.titles, press.front["quotes"], press.front["number"]) == (["Faster replies (en)"], [], 2)
    draft = press.world.editions.draft()
    assert draft
    assert (draft.follows, draft.number, draft.changes.changed[0]["en"]) == (1, 3, "Not approved (en)")


class TestADraft:
    def test_waits_where_it_can_be_looked_at_and_says_what_it_changes(self) -> None:
        press = public(Press("by_approval"))
        press.commit("a", "Replies within the hour")
        press.commit("c", "A new portal")
        press.quote("q2")
        assert press.world.publish_page.refresh().outcome == "waits"
        draft = press.world.editions.draft()
        assert draft
        page = said_of(press.world.site.files[f"{draft.prefix}en.html"])
        assert page["number"] == 2
        preview = json.loads(press.world.site.files[f"{draft.prefix}en.html"])
        assert not preview["public"]
        assert all(link.startswith(f"/{draft.prefix}") for link in preview["links"])
        assert press.world.site.cached[f"{draft.prefix}en.html"] == "private, no-store"
        assert [one["en"] for one in draft.changes.new] == ["A new portal (en)"]
        assert [one["en"] for one in draft.changes.changed] == ["Replies within the hour (en)"]
        assert (draft.changes.removed, draft.changes.new_quotes, draft.changes.removed_quotes) == ((), 1, 0)
        assert press.front["number"] == 1

    def test_is_kept_as_long_as_it_says_the_same(self) -> None:
        press = public(Press("by_approval"))
        change(press)
        press.world.publish_page.refresh()
        draft, puts = press.world.editions.draft(), press.world.site.puts
        for again in (False, True):
            press.world.clock.pass_by(days=1)
            press.world.publish_page.refresh(again=again)
        assert (press.world.editions.draft(), press.world.site.puts) == (draft, puts)

    def test_that_another_takes_the_place_of_leaves_nothing_behind(self) -> None:
        press = public(Press("by_approval"))
        change(press)
        press.world.publish_page.refresh()
        first = press.world.editions.draft()
        press.commit("c", "Another portal")
        press.world.publish_page.refresh()
        second = press.world.editions.draft()
        assert first
        assert second
        assert first.prefix != second.prefix
        assert not [path for path in press.world.site.files if path.startswith(first.prefix)]
        press.whole()

    def test_goes_when_there_is_nothing_new_any_more(self) -> None:
        press = public(Press("by_approval"))
        press.commit("a", "Else")
        press.world.publish_page.refresh()
        press.commit("a", "Faster replies")
        assert press.world.publish_page.refresh().outcome == "nothing"
        assert press.world.editions.draft() is None
        assert not [path for path in press.world.site.files if path.startswith("preview/")]

    def test_that_was_approved_is_published_exactly_so(self) -> None:
        press = public(Press("by_approval"))
        press.commit("a", "Approved")
        press.world.publish_page.refresh()
        draft = press.world.editions.draft()
        assert draft
        press.world.review_edition.approve(draft.draft_id, KIM)
        assert press.front["number"] == 1
        press.commit("a", "Written after that")
        press.world.publish_page.refresh()
        assert press.titles == ["Approved (en)", "Plain invoices (en)"]
        assert press.world.editions.list()[0].approved_by == KIM
        following = press.world.editions.draft()
        assert following
        assert (following.follows, following.approved_by) == (2, "")
        press.whole()

    def test_that_was_approved_is_published_without_what_was_taken_back_since(self) -> None:
        press = public(Press("by_approval"))
        press.commit("a", "Approved")
        press.world.publish_page.refresh()
        draft = press.world.editions.draft()
        assert draft
        press.world.review_edition.approve(draft.draft_id, KIM)
        press.take_back("b")
        del press.quotes["q1"]
        press.world.publish_page.refresh()
        assert (press.titles, press.front["quotes"]) == (["Approved (en)"], [])

    def test_that_something_else_was_published_before_is_not_published(self) -> None:
        press = public(Press("by_approval"))
        press.commit("a", "Approved by link")
        press.world.publish_page.refresh()
        draft = press.world.editions.draft()
        assert draft
        press.world.review_edition.approve(draft.draft_id, KIM)
        press.commit("a", "Approved at the desk")
        press.world.publish_page.approve("ops")
        assert press.world.publish_page.refresh().outcome == "nothing"
        assert press.titles == ["Approved at the desk (en)", "Plain invoices (en)"]
        with pytest.raises(ConflictError):
            press.world.review_edition.approve(draft.draft_id, KIM)

    def test_that_waits_for_long_is_put_there_anew(self) -> None:
        press = public(Press("by_approval"))
        press.commit("a", "Else")
        press.world.publish_page.refresh()
        first = press.world.editions.draft()
        press.world.clock.pass_by(days=31)
        press.world.publish_page.refresh(again=True)
        second = press.world.editions.draft()
        assert first
        assert second
        assert first.draft_id != second.draft_id


class TestARollback:
    def test_is_a_new_edition_that_says_what_the_old_one_did_and_holds_the_rule(self) -> None:
        press = public(Press())
        change(press)
        press.world.publish_page.refresh()
        press.world.clock.pass_by(hours=1)
        done = press.world.roll_back.to(1, "ops")
        assert done.edition
        assert (done.edition.number, done.edition.restores) == (4, 1)
        assert press.titles == ["Faster replies (en)", "Plain invoices (en)"]
        press.commit("d", "Later")
        assert press.world.publish_page.refresh().outcome == "waits"
        assert press.front["number"] == 4
        press.whole()
        press.world.publish_page.approve(KIM)
        assert len(press.titles) == 4
        press.commit("e", "By rule again")
        assert press.world.publish_page.refresh().outcome == "published"

    def test_brings_nothing_back_that_was_taken_back(self) -> None:
        press = public(Press())
        press.take_back("b")
        del press.quotes["q1"]
        press.world.publish_page.refresh()
        press.world.roll_back.to(1, "ops")
        assert (press.titles, press.front["quotes"]) == (["Faster replies (en)"], [])
        press.whole()

    def test_keeps_what_figures_were_made_of(self) -> None:
        press = public(Press())
        change(press)
        press.world.publish_page.refresh()
        basis = press.world.editions.basis()
        press.world.roll_back.to(1, "ops")
        assert press.world.editions.basis() == basis

    def test_is_refused_to_what_never_was_or_is_public_and_changes_nothing(self) -> None:
        press = public(Press())
        files, written = dict(press.world.site.files), len(press.world.items.written)
        with pytest.raises(NotFoundError, match="there is no edition 7"):
            press.world.roll_back.to(7, "ops")
        with pytest.raises(InvalidInputError, match="is the one that is public"):
            press.world.roll_back.to(1, "ops")
        with pytest.raises(NotFoundError):
            Press().world.roll_back.to(1, "ops")
        assert (press.world.site.files, len(press.world.items.written)) == (files, written)

    def test_that_dies_is_finished_by_the_next_message(self) -> None:
        step, died = 0, True
        while died:
            step += 1
            press = public(Press())
            change(press)
            press.world.publish_page.refresh()
            died = press.dies_at(step, lambda press=press: press.world.roll_back.to(1, "ops"))
            noted = press.world.editions.draft() is not None or press.world.editions.page().number == 4
            press.world.clock.pass_by(minutes=12)
            press.world.publish_page.refresh()
            press.whole()
            assert (press.front["number"], press.front["restores"]) == ((4, 1) if noted else (3, None))
        assert step > 15


def test_reads_do_not_grow_with_the_number_of_editions() -> None:
    press = public(Press())
    reads = []
    for number in range(12):
        press.commit("a", f"Version {number}")
        before = press.world.items.reads
        press.world.publish_page.refresh()
        reads.append(press.world.items.reads - before)
    assert len(set(reads)) == 1
