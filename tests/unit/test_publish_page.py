"""Rule 12: nothing is public before a person said yes, and the page moves only by five answers or more."""

from __future__ import annotations

import json
import re
from datetime import timedelta
from typing import Any
from unittest.mock import patch

import pytest

from sayso.adapters import keys
from sayso.adapters.items import Put
from sayso.adapters.mapping import to_item
from sayso.handlers import publish_page
from sayso.ports import PageFile
from tests.builders import MONDAY, World, response, sent_invitation, sqs_event
from tests.fakes import CrashError
from tests.unit.test_keep_commitments import DONE


def answers(world: World, *scores: int, survey: str = "annual", first: int = 0) -> None:
    """So many people asked on MONDAY, who answered as given; counted."""
    for number, score in enumerate(scores, start=first):
        asked = world.invitations.save(
            sent_invitation(contact_id=f"{survey}{number}", survey=survey, occasion="1" if survey == "annual" else "x")
        )
        world.answer(asked, score)
    world.count(world.items.stream)


def groups(promoters: int, passives: int, detractors: int) -> list[int]:
    return [10] * promoters + [8] * passives + [3] * detractors


@pytest.mark.parametrize(("counts", "score"), [((75, 15, 10), 65), ((60, 25, 15), 45)])
def test_the_score_of_the_rules_comes_out_of_answers_and_counters(counts: tuple[int, int, int], score: int) -> None:
    world = World()
    answers(world, *groups(*counts))
    figures = world.read_stats.headline(*world.read_stats.window()).as_json()
    assert (figures["n"], figures["nps"], figures["asked"], figures["answered"]) == (100, score, 100, 100)
    headline = world.publish_page.draft().figures.headline
    assert headline
    assert (headline.score, headline.n) == (score, 100)
    if score == 45:
        assert figures["interval"] == [29.3, 58.0]


def test_nothing_is_public_before_somebody_says_yes() -> None:
    world = World()
    answers(world, *groups(10, 2, 2))
    assert world.publish_page.refresh().outcome == "not approved yet"
    # There is something to look at, under a name that nobody can guess.
    assert all(re.match(r"preview/[0-9a-f]{32}/", path) for path in world.site.files)
    assert world.editions.latest() is None


def test_the_first_edition_is_public_once_approved_even_without_answers() -> None:
    world = World()
    published = world.publish_page.approve()
    assert (published.outcome, published.edition and published.edition.number) == ("published", 1)
    assert "page/index.html" in world.site.files
    latest = world.editions.latest()
    assert latest
    assert latest.edition == published.edition


def test_after_that_a_refresh_publishes_what_is_new() -> None:
    world = World()
    world.publish_page.approve()
    answers(world, *groups(4, 0, 1))
    published = world.publish_page.refresh()
    assert published.outcome == "published"
    assert published.edition
    assert published.edition.number == 2
    assert json.loads(world.site.files["page/index.html"])["figures"]["headline"]["n"] == 5


def test_the_daily_message_renders_an_unchanged_edition_afresh() -> None:
    def other_templates(*_: Any, **__: Any) -> list[PageFile]:
        return [("index.html", b"a new look", "text/html", "")]

    world = World()
    world.publish_page.approve()
    world.page_renderer = world.publish_page.put_page.__dict__["pages"] = other_templates
    with patch.object(publish_page, "of_this_function", lambda: world):
        for why, rendered in (("answers", False), ("daily", True)):
            publish_page.handle(sqs_event([{"why": why}]), None)  # type: ignore[arg-type]
            assert (world.site.files["page/index.html"] == b"a new look") is rendered
    latest = world.editions.latest()
    assert latest
    assert latest.edition.number == 1


def test_fewer_than_five_answers_are_never_shown() -> None:
    world = World()
    world.publish_page.approve()
    answers(world, *groups(4, 0, 0))
    assert world.publish_page.refresh().outcome == "nothing"
    assert world.publish_page.draft().figures.headline is None


def test_the_score_moves_only_by_five_new_answers() -> None:
    world = World()
    answers(world, *groups(5, 0, 0))
    world.publish_page.approve()
    answers(world, *groups(0, 0, 4), first=5)
    assert world.publish_page.refresh().outcome == "nothing"
    answers(world, *groups(0, 0, 1), first=9)
    published = world.publish_page.refresh()
    assert published.edition
    assert published.edition.figures.headline
    assert (published.edition.figures.headline.n, published.edition.figures.headline.score) == (10, 0)


def test_even_an_approval_does_not_show_what_four_people_said() -> None:
    world = World()
    answers(world, *groups(5, 0, 0))
    world.publish_page.approve()
    answers(world, *groups(0, 0, 4), first=5)
    published = world.publish_page.approve()
    assert published.edition
    assert published.edition.figures.headline
    assert published.edition.figures.headline.n == 5


def test_refreshing_again_changes_nothing() -> None:
    world = World()
    answers(world, *groups(5, 0, 0))
    world.publish_page.approve()
    puts = world.site.puts
    assert world.publish_page.refresh().outcome == "nothing"
    assert world.site.puts == puts


def test_only_the_relationship_counts_for_the_headline() -> None:
    world = World()
    answers(world, *groups(6, 0, 0))
    answers(world, *groups(0, 0, 30), survey="ticket")
    headline = world.publish_page.draft().figures.headline
    assert headline
    assert (headline.n, headline.score) == (6, 100)
    assert world.read_stats.survey("ticket", *world.read_stats.window()).as_json()["nps"] == -100


def test_a_published_commitment_appears_and_an_unpublished_one_does_not() -> None:
    world = World()
    world.publish_page.approve()
    world.keep_commitments.add("a", DONE)
    assert world.publish_page.refresh().outcome == "nothing"
    world.keep_commitments.publish("a")
    published = world.publish_page.refresh()
    assert published.edition
    assert [one.id for one in published.edition.commitments] == ["a"]


def test_dying_before_the_edition_is_kept_publishes_it_again() -> None:
    def die() -> None:
        raise CrashError

    world = World()
    world.items.before_write(1, die)
    with pytest.raises(CrashError):
        world.publish_page.approve()
    assert world.editions.latest() is None
    assert world.publish_page.approve().outcome == "published"


def test_two_who_publish_at_once_make_one_edition_after_the_other() -> None:
    world = World()
    world.publish_page.approve()
    answers(world, *groups(5, 0, 0))
    world.items.before_write(1, lambda: world.publish_page.refresh() and None)
    world.publish_page.refresh()
    latest = world.editions.latest()
    assert latest
    assert latest.edition.number == 2
    assert json.loads(world.site.files["page/index.html"])["number"] == 2


def test_a_page_costs_the_same_for_a_few_answers_as_for_many() -> None:
    def cost(count: int) -> int:
        world = World()
        answers(world, *[9] * count)
        before = world.items.reads
        world.publish_page.draft()
        return world.items.reads - before

    assert cost(5) == cost(120)


# The numbers for people


def test_the_39_real_answers_make_minus_36() -> None:
    world = World()
    answers(world, *groups(8, 9, 22))
    figures = world.read_stats.headline(*world.read_stats.window()).as_json()
    assert (figures["n"], figures["promoters"], figures["detractors"], figures["nps"]) == (39, 8, 22, -36)
    assert not figures["few_answers"]
    assert world.verify_counts.verify().is_exact


def test_no_answers_are_no_score() -> None:
    figures = World().read_stats.headline(*World().read_stats.window()).as_json()
    assert (figures["n"], figures["nps"], figures["interval"], figures["few_answers"]) == (0, None, None, True)


def test_coverage_says_how_many_of_those_asked_answered() -> None:
    world = World()
    answers(world, 9, 9)
    for number in range(3):
        world.invitations.save(sent_invitation(contact_id=f"silent{number}"))
    world.count(world.items.stream)
    figures = world.read_stats.headline(*world.read_stats.window())
    assert (figures.asked, figures.answered) == (5, 2)


def test_the_window_is_twelve_months_that_end_today() -> None:
    world = World()
    first, last = world.read_stats.window()
    assert (first.isoformat(), last.isoformat()) == ("2025-03-03", "2026-03-02")
    for days, score in ((0, 10), (364, 9), (365, 0)):
        at = MONDAY - timedelta(days=days)
        old = response(contact_id=f"d{days}", score=score, confirmed_at=at, asked_at=at)
        world.items.write(Put(to_item(keys.response(*old.reference), "response", old)))
    world.count(world.items.stream)
    assert world.read_stats.headline(first, last).counts.n == 2


def test_what_named_a_driver_is_read_by_driver() -> None:
    world = World()
    asked = world.invitations.save(sent_invitation())
    world.answer(asked, 3, drivers=["price"])
    world.count(world.items.stream)
    found = world.read_stats.drivers(*world.read_stats.window())
    assert {name: counts.n for name, counts in found.items() if counts.n} == {"price": 1}
    assert len(found) == len(world.programme.drivers)
