"""What was taken back is gone, from the site and from the table; and nobody is told no and then published."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from datetime import timedelta
from types import SimpleNamespace
from typing import Any
from unittest.mock import patch

import pytest

from sayso.adapters.items import Put
from sayso.domain.edition import Edition
from sayso.domain.errors import ConflictError
from sayso.domain.public_page import PublicPage
from sayso.handlers import publish_page
from tests.builders import MONDAY, World, programme, sqs_event
from tests.editions import Press, plain_site
from tests.unit.test_publish_page import answers, groups

KIM = "kim@polder.example"


def kept_texts(world: World) -> Iterator[str]:
    """Everything the table holds of editions and drafts."""
    for item in world.items.scan(("PAGE", "EDITION#")):
        is_part = item["entity"] == "edition_part"
        yield gzip.decompress(bytes(item["content"])).decode() if is_part else str(item)


def somebody_publishes(press: Press, minutes: float = 5) -> PublicPage:
    """Another run has the site to itself."""
    editions, now = press.world.editions, press.world.clock()
    return editions.begin(editions.page(), [], now, now + timedelta(minutes=minutes))


def breaks_on(press: Press, word: str) -> None:
    """An edition that says this cannot be rendered."""

    def pages(edition: Edition, years: Any, *, base: str, public: bool, **more: Any) -> list[Any]:
        if public and any(word in one.title["en"] for one in edition.commitments):
            raise RuntimeError("typst")
        return plain_site(edition, years, base=base, public=public, **more)

    press.world.publish_page.put_page.__dict__["pages"] = pages


def take(press: Press, *why: str, context: Any = None) -> dict[str, Any]:
    """The function takes messages of the page queue."""
    with patch.object(publish_page, "of_this_function", lambda: press.world):
        return publish_page.handle(sqs_event([{"why": one} for one in why]), context)


class TestATableFromBefore:
    """Editions once were kept in another shape."""

    @pytest.fixture
    def press(self) -> Press:
        press = Press()
        content = json.dumps({"number": 1, "made_at": MONDAY.isoformat(), "figures": {}, "commitments": []})
        for sk in ("LATEST", "EDITION#000001"):
            press.world.items.write(Put({"pk": "PAGE", "sk": sk, "entity": "edition", "content": content, "number": 1}))
        press.world.site.files["page/page.css"] = b"old"
        return press

    def test_nothing_is_approved_yet(self, press: Press) -> None:
        press.commit("a")
        assert press.world.publish_page.refresh().outcome == "not approved yet"
        assert (press.world.editions.list(), press.world.editions.latest()) == ([], None)
        assert press.world.review_edition.shown().page.number == 0

    def test_one_approval_brings_the_page_back_and_takes_the_old_style_away(self, press: Press) -> None:
        press.commit("a")
        done = press.world.publish_page.approve(KIM)
        assert (done.outcome, done.edition and done.edition.number) == ("published", 1)
        assert "page/page.css" not in press.world.site.files
        press.whole()
        press.commit("a", "Second")
        assert press.world.publish_page.refresh().outcome == "published"
        press.whole()

    def test_a_first_approval_that_dies_leaves_no_old_style_behind_either(self, press: Press) -> None:
        press.commit("a")
        assert press.dies_at(12, lambda: press.world.publish_page.approve(KIM))
        press.world.clock.pass_by(minutes=12)
        press.world.publish_page.approve(KIM)
        assert "page/page.css" not in press.world.site.files


class TestWords:
    def test_no_edition_and_no_draft_keeps_them_in_the_table(self) -> None:
        press = Press("by_approval")
        press.commit("a")
        press.quote("q1")
        press.world.publish_page.approve(KIM)
        press.quote("q2")
        press.world.publish_page.refresh()
        assert press.world.editions.draft()
        texts = list(kept_texts(press.world))
        assert any('"q1"' in text for text in texts)
        assert not any("words of" in text for text in texts)

    def test_an_old_year_shows_the_quotes_that_still_stand(self) -> None:
        press = Press()
        press.commit("a")
        for name in ("q1", "q2"):
            press.quote(name)
        press.world.publish_page.approve(KIM)
        press.world.clock.pass_by(days=400)
        press.commit("b")
        del press.quotes["q1"]
        press.world.publish_page.refresh()
        press.whole()
        year = json.loads(press.world.site.files["page/2026/en.html"])["edition"]
        assert [(one["id"], one["text"]) for one in year["quotes"]] == [("q2", {"en": "words of q2"})]

    def test_a_rollback_and_an_approved_draft_have_them_again(self) -> None:
        press = Press("by_approval")
        press.commit("a")
        press.quote("q1")
        press.world.publish_page.approve(KIM)
        press.quote("q2")
        press.world.publish_page.refresh()
        draft = press.world.editions.draft()
        assert draft
        press.world.review_edition.approve(draft.draft_id, KIM)
        press.world.publish_page.refresh()
        assert [one["text"]["en"] for one in press.front["quotes"]] == ["words of q1", "words of q2"]
        press.world.roll_back.to(1, KIM)
        assert [one["text"]["en"] for one in press.front["quotes"]] == ["words of q1"]
        press.whole()

    def test_an_unchanged_quote_is_no_news(self) -> None:
        press = Press()
        press.commit("a")
        press.quote("q1")
        press.world.publish_page.approve(KIM)
        assert press.world.publish_page.refresh().outcome == "nothing"
        assert press.world.publish_page.draft().quotes[0].text == {"en": "words of q1"}


class TestSomebodyElsePublishes:
    def test_an_approval_that_was_refused_is_not_published_later(self) -> None:
        press = Press("by_approval")
        press.commit("a", "First")
        press.world.publish_page.approve(KIM)
        press.commit("a", "Second")
        press.world.publish_page.refresh()
        waiting = press.world.editions.draft()
        theirs = somebody_publishes(press)
        with pytest.raises(ConflictError, match="try again"):
            press.world.publish_page.approve(KIM)
        press.world.editions.give_back(theirs)
        assert press.world.publish_page.refresh().outcome == "waits"
        assert press.titles == ["First (en)"]
        # What waited for a yes still does.
        assert press.world.editions.draft() == waiting

    def test_a_rollback_that_was_refused_holds_nothing(self) -> None:
        press = Press()
        for title in ("First", "Second"):
            press.commit("a", title)
            press.world.publish_page.approve(KIM)
        theirs = somebody_publishes(press)
        with pytest.raises(ConflictError, match="try again"):
            press.world.roll_back.to(1, KIM)
        press.world.editions.give_back(theirs)
        press.world.publish_page.refresh()
        assert (press.titles, press.world.editions.page().held) == (["Second (en)"], False)

    def test_one_that_lost_its_turn_on_the_way_is_not_published_later_either(self) -> None:
        press = Press("by_approval")
        press.commit("a", "First")
        press.world.publish_page.approve(KIM)
        press.commit("a", "Second")
        puts = press.world.site.puts

        def much_later() -> None:
            if press.world.site.puts == puts + 3:
                press.world.clock.pass_by(minutes=4)

        press.world.site.after_step = much_later
        with pytest.raises(ConflictError, match="try again"):
            press.world.roll_back.publish_page.publish(drafted := press.world.draft_page.now(), drafted.content, KIM)
        assert press.world.editions.draft() is None
        press.world.site.after_step = press.read
        press.world.publish_page.refresh()
        assert press.titles == ["First (en)"]

    def test_nothing_is_rendered_while_somebody_else_has_the_site(self) -> None:
        press = Press()
        press.commit("a")
        press.world.publish_page.approve(KIM)
        press.commit("a", "BREAKS")
        breaks_on(press, "BREAKS")
        somebody_publishes(press)
        with pytest.raises(ConflictError):
            press.world.publish_page.refresh()

    def test_the_function_waits_for_them_as_long_as_it_has_time(self) -> None:
        press = Press()
        press.commit("a")
        press.world.publish_page.approve(KIM)
        press.commit("a", "Second")
        theirs, began = somebody_publishes(press), press.world.clock()
        context = SimpleNamespace(
            get_remaining_time_in_millis=lambda: 600_000 - (press.world.clock() - began).total_seconds() * 1000,
            aws_request_id="request-1",
        )

        def pause(seconds: float) -> None:
            press.world.clock.pass_by(seconds=seconds)
            if press.world.clock() - began > timedelta(minutes=2) and press.world.editions.page().busy_until:
                press.world.editions.give_back(theirs)

        with patch.object(publish_page, "pause", pause):
            assert take(press, "answers", context=context) == {"batchItemFailures": []}
        assert press.titles == ["Second (en)"]
        assert press.world.queue("PAGE").bodies == []

    @pytest.mark.parametrize("why", ["answers", "daily"])
    def test_when_its_time_is_over_a_new_message_takes_the_place_of_these(self, why: str) -> None:
        press = Press()
        press.commit("a")
        press.world.publish_page.approve(KIM)
        press.commit("a", "Second")
        somebody_publishes(press)
        paused: list[float] = []
        context = SimpleNamespace(get_remaining_time_in_millis=lambda: 300_000 - 1000 * sum(paused))
        with patch.object(publish_page, "pause", paused.append):
            assert take(press, "answers", why, context=context) == {"batchItemFailures": []}
        assert 60 < sum(paused) < 240
        assert press.world.queue("PAGE").take_all() == [{"why": "daily" if why == "daily" else "busy"}]
        press.world.clock.pass_by(minutes=6)
        assert take(press, "busy") == {"batchItemFailures": []}
        assert press.titles == ["Second (en)"]

    def test_a_message_that_cannot_be_put_has_these_come_again(self) -> None:
        press = Press()
        press.commit("a")
        press.world.publish_page.approve(KIM)
        press.commit("a", "Second")
        somebody_publishes(press)

        def refuse(*_: Any) -> None:
            raise RuntimeError("AccessDenied")

        press.world.queue("PAGE").send_once_a = refuse  # type: ignore[method-assign]
        assert take(press, "answers") == {"batchItemFailures": [{"itemIdentifier": "message-0"}]}


class TestWhatCannotBeRendered:
    @pytest.mark.parametrize("editions", ["by_rule", "by_approval"])
    def test_keeps_nothing_public_that_was_taken_back(self, editions: str) -> None:
        press = Press(editions)
        for name in ("a", "b"):
            press.commit(name, f"Title {name}")
        press.quote("q1")
        press.world.publish_page.approve(KIM)
        press.commit("a", "BREAKS")
        if editions == "by_approval":
            press.world.publish_page.refresh()
            draft = press.world.editions.draft()
            assert draft
            press.world.review_edition.approve(draft.draft_id, KIM)
        breaks_on(press, "BREAKS")
        press.take_back("b")
        press.quotes.clear()
        for _ in range(2):
            with pytest.raises(RuntimeError, match="typst"):
                press.world.publish_page.refresh()
            assert not any(b"words of" in body or b"Title b" in body for body in press.everything_public())
            assert (press.front["number"], press.titles) == (2, ["Title a (en)"])
        breaks_on(press, "nothing")
        assert press.world.publish_page.refresh().outcome == "published"
        assert (press.front["number"], press.titles) == (3, ["BREAKS (en)"])
        assert press.world.editions.list()[0].approved_by == ("rule" if editions == "by_rule" else KIM)
        press.whole()

    def test_what_waits_still_waits_after_something_was_taken_back(self) -> None:
        press = Press("by_approval")
        for name in ("a", "b"):
            press.commit(name, f"Title {name}")
        press.world.publish_page.approve(KIM)
        press.commit("a", "Second")
        press.take_back("b")
        press.world.publish_page.refresh()
        draft = press.world.review_edition.shown().draft
        assert draft
        assert (draft.number, press.front["number"], draft.changes.removed) == (3, 2, ())
        press.world.review_edition.approve(draft.draft_id, KIM)
        press.world.publish_page.refresh()
        assert (press.front["number"], press.titles) == (3, ["Second (en)"])
        press.whole()


class TestFiguresNobodySees:
    def unseen(self, editions: str) -> World:
        world = World(programme=programme(page={"show_score": False, "editions": editions}))
        world.publish_page.approve(KIM)
        answers(world, *groups(3, 1, 1))
        return world

    def test_make_no_edition(self) -> None:
        assert self.unseen("by_rule").publish_page.refresh().outcome == "nothing"

    def test_ask_nobody_for_a_yes(self) -> None:
        world = self.unseen("by_approval")
        assert world.publish_page.refresh().outcome == "nothing"
        assert world.review_edition.shown().draft is None

    def test_are_no_change_beside_one_that_is_seen(self) -> None:
        world = self.unseen("by_approval")
        texts = dict.fromkeys(("en", "de", "nl"), "Text")
        world.keep_commitments.add("a", {"title": texts, "heard": texts})
        world.keep_commitments.publish("a")
        assert world.publish_page.refresh().outcome == "waits"
        draft = world.review_edition.shown().draft
        assert draft
        assert (len(draft.changes.new), draft.changes.score, draft.changes.figures) == (1, None, False)

    def test_do_move_once_they_are_shown(self) -> None:
        world = self.unseen("by_rule")
        world.programme = programme()
        for name in ("draft_page", "publish_page"):
            world.__dict__.pop(name, None)
        assert world.publish_page.refresh().outcome == "published"


def test_what_a_rollback_shows_otherwise_is_new_now() -> None:
    press = Press()
    press.commit("a", "First")
    press.commit("b", "Stays")
    press.world.publish_page.approve(KIM)
    press.world.clock.pass_by(days=1)
    press.commit("a", "Second")
    press.world.publish_page.refresh()
    press.world.clock.pass_by(days=1)
    press.world.roll_back.to(1, KIM)
    dated = {one["title"]["en"]: one["changed_at"] for one in press.front["commitments"]}
    assert dated == {"First (en)": "2026-03-04T09:00:00Z", "Stays (en)": "2026-03-02T09:00:00Z"}


def test_no_two_invalidations_have_one_name() -> None:
    names: list[str] = []
    for table in range(2):
        press = Press()
        press.world.clock.pass_by(seconds=table)
        told = press.world.site.invalidate

        def invalidate(paths: Any, name: str, told: Any = told) -> bool:
            names.append(name)
            return bool(told(paths, name))

        press.world.site.invalidate = invalidate  # type: ignore[method-assign]
        press.commit("a")
        press.world.publish_page.approve(KIM)
        press.world.site.takes_invalidations = False
        press.world.clock.pass_by(minutes=1)
        press.commit("a", "Second")
        press.world.publish_page.refresh()
        press.world.clock.pass_by(minutes=1)
        press.world.publish_page.refresh()
    assert len(set(names)) == len(names) == 6
    assert all(len(name) <= 128 for name in names)


def test_that_caches_were_not_told_is_an_error_in_the_log(caplog: pytest.LogCaptureFixture) -> None:
    press = Press()
    press.commit("a")
    press.world.publish_page.approve(KIM)
    press.commit("a", "Second")
    press.world.site.takes_invalidations = False
    with patch.object(publish_page, "logger") as logger:
        take(press, "answers")
    logger.error.assert_called_once()
    assert "hour" in logger.error.call_args.args[0]
