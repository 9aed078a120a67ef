"""Filing answers under themes, by rule wherever one is saved and by hand, and what the counters make of it."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from sayso.adapters.items import Put
from sayso.adapters.response_store import words_item
from sayso.domain.errors import ConflictError, InvalidInputError, NotFoundError
from sayso.domain.filing import is_filing_alone
from sayso.domain.imported_answer import ImportedAnswer
from sayso.domain.labels import Theme
from sayso.domain.programme import Programme
from sayso.domain.response import Response, SaidWords
from sayso.domain.theme import Filing
from sayso.handlers import route_changes
from sayso.services.file_answers import find_theme
from sayso.services.import_rows import Source
from tests import recount
from tests.builders import MONDAY, World, contact, programme, response

OLD = programme(themes=[])
LABELS = {"de": "X", "nl": "X"}
SLOW = {
    "id": "slow_replies",
    "en": "Slow replies",
    **LABELS,
    "drivers": ["response_time"],
    "words": {"en": ["slow", "wait*"]},
}
PARKING = {"id": "parking", "en": "Parking", **LABELS, "words": {"en": ["parking"]}}
PROGRAMME = programme(themes=[SLOW, PARKING])
TODAY = MONDAY.date()
Reference = tuple[str, str, str]


@pytest.fixture
def world() -> World:
    return World(programme=PROGRAMME)


def person(world: World, number: int = 1) -> Any:
    row = {"contact_id": f"crm-{number}", "email": f"p{number}@b.example", "account": "B"}
    return world.add_contact(**row)


def said(world: World, score: int = 3, number: int = 1, occasion: str = "1", **fields: Any) -> Reference:
    """A confirmed answer of somebody."""
    invited = world.asked(person(world, number), occasion=occasion)
    world.answer(invited, score, **fields)
    world.run()
    return invited.reference


def kept(world: World, reference: Reference) -> Response:
    found = world.responses.get(*reference)
    assert found
    return found


def states(world: World, reference: Reference) -> dict[str, str]:
    return {name: filing.state for name, filing in kept(world, reference).themes.items()}


def with_rules(world: World, rules: Programme) -> World:
    """The same table after a deployment with other rules."""
    other = World(world.clock(), rules)
    other.items = world.items
    other._read_of_stream = world._read_of_stream
    return other


def counted(world: World, scope: str) -> dict[str, int]:
    """By theme how many answers the counters have in a scope."""
    world.run()
    assert recount.counters(world.items) == recount.recount(world.items) == recount.ledger(world.items)
    found: dict[str, int] = {}
    for cell, count in recount.counters(world.items).items():
        _, of, value, family, *_ = cell.split("|")
        if (of, family) == (scope, "A"):
            found[value] = found.get(value, 0) + count
    return found


class TestWhereverAnAnswerIsSaved:
    def test_the_page_files_by_drivers_and_lets_words_suggest(self, world: World) -> None:
        reference = said(world, drivers=["response_time", "price"], why="And no PARKING.")
        assert states(world, reference) == {"slow_replies": "filed", "price": "filed", "parking": "suggested"}
        assert counted(world, "theme") == {"slow_replies": 1, "price": 1}
        assert counted(world, "suggested") == {"parking": 1}

    def test_it_takes_no_read_and_no_write_more(self) -> None:
        """Against the same answer where the programme has no themes at all."""
        used = []
        for rules in (PROGRAMME, programme(themes=[], drivers=[], follow_up={"owner_driver": "contact_person"})):
            world = World(programme=rules)
            invited = world.asked(person(world))
            reads, writes = world.items.reads, len(world.items.stream)
            world.answer(invited, 3, why="slow parking")
            used.append((world.items.reads - reads, len(world.items.stream) - writes))
        assert used[0] == used[1]

    def test_an_edit_moves_it_and_takes_back_what_no_longer_holds(self, world: World) -> None:
        reference = said(world, drivers=["response_time"], why="parking")
        invited = world.invitations.get(*reference)
        assert invited
        world.answer(invited, 9, drivers=[], why="all fine")
        assert states(world, reference) == {}
        assert counted(world, "theme") == counted(world, "suggested") == {}

    def test_what_waited_to_be_settled_is_filed_when_it_counts(self, world: World) -> None:
        invited = world.asked(person(world))
        world.clock.pass_by(minutes=5)
        world.answer(invited, 3, sent=True, why="slow")
        assert states(world, invited.reference) == {}
        world.settle()
        assert kept(world, invited.reference).state == "confirmed"
        assert states(world, invited.reference) == {"slow_replies": "suggested"}

    def test_a_review_is_filed_by_its_words_and_again_when_it_is_changed(self, world: World) -> None:
        who = person(world)
        world.clock.pass_by(days=1)
        first = world.record_review.record(who.account_id, who.contact_id, "", 6, "slow", None, "jo")
        assert states(world, first.reference) == {"slow_replies": "suggested"}
        world.file_answers.accept([first.reference], "slow_replies", "jo")
        world.record_review.record(who.account_id, who.contact_id, "", 6, "parking", None, "jo")
        assert states(world, first.reference) == {"slow_replies": "filed", "parking": "suggested"}

    def test_what_is_imported_is_filed_and_keeps_what_a_person_said_when_it_is_imported_again(
        self, world: World
    ) -> None:
        person(world)
        row = ImportedAnswer(
            line=2,
            row_id="r1",
            email="p1@b.example",
            score=3,
            answered_at=MONDAY - timedelta(days=40),
            drivers=("response_time",),
            why="parking",
        )
        source = Source("our tool", "their ids")

        def run(answer: ImportedAnswer) -> Any:
            world.import_responses.begin("before", "nps", source)
            (taken,) = world.import_responses.run("before", "nps", source, [answer])
            return taken.outcome

        assert run(row) == "added"
        (answer,) = world.responses.confirmed_between(date(2026, 1, 1), TODAY)
        assert states(world, answer.reference) == {"slow_replies": "filed", "parking": "suggested"}
        world.file_answers.reject([answer.reference], "slow_replies", "jo")
        assert run(row) == "unchanged"
        assert run(row.model_copy(update={"score": 5, "why": "nothing"})) == "changed"
        assert states(world, answer.reference) == {"slow_replies": "rejected"}
        assert counted(world, "theme") == {}

    def test_erasing_keeps_what_is_counted_and_no_name_of_whoever_filed(self, world: World) -> None:
        reference = said(world, drivers=["response_time"], why="parking")
        world.file_answers.file([reference], ["price"], "jo@polder.example")
        before = counted(world, "theme"), counted(world, "suggested")
        world.erase_contact.erase(reference[0], "ops")
        assert (counted(world, "theme"), counted(world, "suggested")) == before
        assert before == ({"slow_replies": 1, "price": 1}, {"parking": 1})
        assert "jo@polder.example" not in kept(world, reference).model_dump_json()


class TestByHand:
    def test_a_person_files_accepts_and_rejects_and_the_counters_follow(self, world: World) -> None:
        one = said(world, drivers=["response_time"], why="parking")
        two = said(world, number=2, why="slow")
        world.file_answers.accept([one], "parking", "jo")
        world.file_answers.reject([one, two], "slow_replies", "jo")
        world.file_answers.file([one, two], ["price", "expertise"], "jo")
        assert states(world, one) == {
            "slow_replies": "rejected", "parking": "filed", "price": "filed", "expertise": "filed",
        }  # fmt: skip
        assert counted(world, "theme") == {"parking": 1, "price": 2, "expertise": 2}
        assert counted(world, "suggested") == {}
        assert kept(world, one).themes["parking"].by == "jo"

    def test_said_twice_nothing_is_written(self, world: World) -> None:
        reference = said(world, why="parking")
        for decide in (world.file_answers.accept, world.file_answers.accept, world.file_answers.reject):
            decide([reference], "parking", "jo")
        revision = kept(world, reference).revision
        world.file_answers.reject([reference], "parking", "ann")
        assert kept(world, reference).revision == revision
        assert kept(world, reference).themes["parking"].by == "jo"

    def test_a_theme_is_known_by_its_id_and_by_its_label(self) -> None:
        assert find_theme(PROGRAMME, " Slow Replies ").id == "slow_replies"
        assert find_theme(PROGRAMME, "PARKING").id == "parking"
        with pytest.raises(NotFoundError, match="there is: slow_replies, parking") as refused:
            find_theme(PROGRAMME, "weather")
        assert refused.value.field == "theme"

    def test_an_unknown_theme_or_answer_changes_nothing(self, world: World) -> None:
        reference = said(world)
        revision = kept(world, reference).revision
        with pytest.raises(NotFoundError):
            world.file_answers.file([reference], ["price", "weather"], "jo")
        with pytest.raises(NotFoundError, match="no such answer"):
            world.file_answers.file([("nobody", "annual", "1")], ["price"], "jo")
        assert kept(world, reference).revision == revision

    def test_what_is_not_confirmed_or_is_erased_is_refused(self, world: World) -> None:
        invited = world.asked(person(world))
        world.answer(invited, 3, gesture=False)
        with pytest.raises(InvalidInputError, match="not confirmed"):
            world.file_answers.file([invited.reference], ["price"], "jo")
        gone = said(world, number=2)
        world.erase_contact.erase(gone[0], "ops")
        with pytest.raises(InvalidInputError, match="erased"):
            world.file_answers.file([gone], ["price"], "jo")

    def test_a_theme_the_programme_no_longer_has_can_still_be_rejected(self, world: World) -> None:
        reference = said(world, drivers=["response_time"])
        other = with_rules(world, OLD)
        other.file_answers.reject([reference], "slow_replies", "jo")
        assert states(other, reference) == {"slow_replies": "rejected"}

    def test_when_its_person_changes_the_answer_at_that_moment_both_hold(self, world: World) -> None:
        reference = said(world, why="parking")
        invited = world.invitations.get(*reference)
        assert invited

        def edit() -> None:
            world.items.calm()
            world.answer(invited, 8, why="slow")

        world.items.before_write(1, edit)
        world.file_answers.file([reference], ["price"], "jo")
        answer = kept(world, reference)
        assert (answer.score, answer.filed_under, answer.suggested_for) == (8, ("price",), ("slow_replies",))

    def test_it_gives_up_when_others_never_stop(self, world: World, monkeypatch: pytest.MonkeyPatch) -> None:
        reference = said(world)

        def lose(*_: Any) -> Any:
            raise ConflictError("changed")

        monkeypatch.setattr(world.responses, "save", lose)
        with pytest.raises(ConflictError, match="kept changing"):
            world.file_answers.file([reference], ["price"], "jo")

    @pytest.mark.parametrize("is_over", [False, True])
    @pytest.mark.parametrize("days", [0, 2_000])
    def test_filing_tells_no_owner_again_and_opens_no_case_again(self, is_over: bool, days: int) -> None:
        """Also where the words it was told with have expired since."""
        old = World(programme=OLD)
        reference = said(old, why="parking", drivers=["price"])
        (case,) = old.cases()
        assert case.told
        if is_over:
            about: dict[str, Any] = {"outcome": "solved", "cause": "price", "note": "ok", "recheck": False}
            case = old.work_on_case.close(case.follow_up_id, "vera", **about)
            old.run()
        old.clock.pass_by(days=days)
        world = with_rules(old, programme(themes=[SLOW, {**PARKING, "drivers": ["price"]}]))
        assert bool(world.responses.words(*reference).why) == (days == 0)
        written = len(world.items.stream)
        list(world.refile_answers.run(TODAY, TODAY))
        world.file_answers.file([reference], ["slow_replies"], "jo")
        world.file_answers.reject([reference], "parking", "jo")
        world.run()
        assert states(world, reference) == {"slow_replies": "filed", "parking": "rejected"}
        assert world.follow_ups.get(case.follow_up_id) == case
        entities = {one["dynamodb"]["NewImage"]["entity"]["S"] for one in world.items.stream[written:]}
        assert entities == {"response", "ledger", "counter", "directory"}
        assert not world.mailer.outbox
        assert not world.announcements.events

    def test_filing_asks_for_nobody_but_for_the_page(self, world: World) -> None:
        reference = said(world, why="parking")
        world.queue("PAGE").take_all()
        world.clock.pass_by(days=1)
        world.file_answers.accept([reference], "parking", "jo")
        with world.functions():
            route_changes.handle({"Records": world.items.stream[-1:]}, None)  # type: ignore[arg-type]
        assert not world.queue("FOLLOW_UP").take_all()
        assert world.queue("PAGE").take_all()

    def test_an_edit_that_also_moves_a_theme_is_more_than_filing(self) -> None:
        before = response(themes={"price": Filing(state="filed", rule="drivers")})
        filed = before.having(themes={}, revision=2)
        assert is_filing_alone(before, filed)
        assert not is_filing_alone(None, filed)
        assert not is_filing_alone(before, before.having(revision=2)), "its words may have changed"
        assert not is_filing_alone(before, filed.having(updated_at=MONDAY + timedelta(seconds=1)))

    def test_suggestions_are_those_nobody_has_decided_about(self, world: World) -> None:
        waits, done, gone = (said(world, number=number, why="parking") for number in (1, 2, 3))
        world.file_answers.accept([done], "parking", "jo")
        world.erase_contact.erase(gone[0], "ops")
        found = world.file_answers.suggestions("parking", TODAY - timedelta(days=30), TODAY)
        assert [one.reference for one in found] == [waits]


class TestGoingOverThePast:
    def test_a_new_theme_reaches_what_was_said_before_it(self, world: World) -> None:
        old = with_rules(world, OLD)
        one = said(old, why="We wait and wait", drivers=["response_time"])
        two = said(old, number=2, why="parking")
        assert states(old, one) == {"response_time": "filed"}
        new = with_rules(old, PROGRAMME)
        results = list(new.refile_answers.run(date(2026, 1, 1), TODAY))
        assert [result.outcome for result in results] == ["changed", "changed"]
        assert states(new, one) == {"slow_replies": "filed"}
        assert states(new, two) == {"parking": "suggested"}
        assert counted(new, "theme") == {"slow_replies": 1}
        assert counted(new, "suggested") == {"parking": 1}
        writes = len(new.items.stream)
        assert {one.outcome for one in new.refile_answers.run(date(2026, 1, 1), TODAY)} == {"same"}
        assert len(new.items.stream) == writes

    def test_only_looking_changes_nothing_and_says_the_same(self, world: World) -> None:
        old = with_rules(world, OLD)
        said(old, why="parking")
        new = with_rules(old, PROGRAMME)
        writes = len(new.items.stream)
        looked = [(one.outcome, one.after.themes) for one in new.refile_answers.run(TODAY, TODAY, keep=False)]
        assert len(new.items.stream) == writes
        done = [(one.outcome, one.after.themes) for one in new.refile_answers.run(TODAY, TODAY)]
        assert looked == done
        assert done[0][0] == "changed"

    def test_what_a_person_said_stays(self, world: World) -> None:
        reference = said(world, drivers=["response_time"], why="parking")
        world.file_answers.accept([reference], "parking", "jo")
        world.file_answers.reject([reference], "slow_replies", "jo")
        world.file_answers.file([reference], ["price"], "jo")
        before = kept(world, reference).themes
        without = with_rules(world, OLD)
        list(without.refile_answers.run(TODAY, TODAY))
        assert {name: kept(without, reference).themes[name] for name in before} == before

    def test_broken_off_it_goes_on_where_it_is_begun_again(self, world: World) -> None:
        old = with_rules(world, OLD)
        references = [said(old, number=number, why="parking") for number in range(1, 5)]
        new = with_rules(old, PROGRAMME)
        run = new.refile_answers.run(TODAY, TODAY)
        next(run), next(run)
        run.close()
        assert sum(bool(states(new, one)) for one in references) == 2
        assert [one.outcome for one in new.refile_answers.run(TODAY, TODAY)].count("changed") == 2

    def test_an_answer_that_changes_meanwhile_is_looked_at_again(self, world: World) -> None:
        old = with_rules(world, OLD)
        reference = said(old, why="parking")
        new = with_rules(old, PROGRAMME)
        invited = new.invitations.get(*reference)
        assert invited

        def edit() -> None:
            new.items.calm()
            old.answer(invited, 8, why="slow")

        new.items.before_write(1, edit)
        (result,) = new.refile_answers.run(TODAY, TODAY)
        assert result.outcome == "changed"
        assert (kept(new, reference).score, states(new, reference)) == (8, {"slow_replies": "suggested"})

    def test_what_kept_changing_is_named_and_left(self, world: World, monkeypatch: pytest.MonkeyPatch) -> None:
        old = with_rules(world, OLD)
        said(old, why="parking")
        new = with_rules(old, PROGRAMME)

        def lose(*_: Any) -> Any:
            raise ConflictError("changed")

        monkeypatch.setattr(new.responses, "save", lose)
        assert [one.outcome for one in new.refile_answers.run(TODAY, TODAY)] == ["busy"]

    def test_where_words_have_expired_drivers_are_asked_all_the_same(self, world: World) -> None:
        old = with_rules(world, OLD)
        reference = said(old, why="parking", drivers=["response_time"])
        new = with_rules(old, PROGRAMME)
        new.clock.pass_by(days=31 * 25)
        list(new.refile_answers.run(TODAY, TODAY))
        assert states(new, reference) == {"slow_replies": "filed"}

    def test_it_reads_a_hundred_words_at_a_time(self, world: World) -> None:
        for number in range(250):
            old = response(contact_id=f"c{number}", revision=0, has_words=True, imported_from="x")
            world.responses.save(old, None, MONDAY, None)
            world.items.write(Put(words_item(old, SaidWords(why="parking"), MONDAY + timedelta(days=99))))
        reads = world.items.reads
        assert [one.outcome for one in world.refile_answers.run(TODAY, TODAY, keep=False)] == ["changed"] * 250
        assert world.items.reads - reads <= 4


class TestCounting:
    def test_a_thousand_themes_of_others_make_one_answer_no_dearer(self, world: World) -> None:
        """What one answer costs to count depends on what it says, and not on how many were counted before."""
        cost = []
        for number in range(1, 60):
            invited = world.asked(person(world, number))
            world.run()
            before = len(world.items.stream)
            world.answer(invited, 3, drivers=["response_time"], why="parking")
            world.run()
            written = [one["dynamodb"]["Keys"]["pk"]["S"] for one in world.items.stream[before:]]
            cost.append(sum(key.startswith("COUNT#") for key in written))
        assert len(set(cost[1:])) == 1, cost

    def test_the_most_of_everything_fits_one_transaction(self) -> None:
        drivers = [{"id": f"d{at}", "en": "D", **LABELS} for at in range(12)]
        rules = programme(drivers=drivers, themes=[], surveys={"annual": {"every": "12 months"}})
        world = World(programme=rules)
        segments = {f"segment:s{at}": "x" for at in range(20)}
        who = world.add_contact(contact_id="crm-1", email="p1@b.example", account="B", **segments)
        assert isinstance(who, type(contact()))
        invited = world.asked(who, snapshot=world.send_invitation._snapshot(who, rules.survey("annual")))
        given = {"drivers": [one["id"] for one in drivers], "ratings": None}
        world.answer(invited, 3, **given)
        assert len(counted(world, "theme")) == 12
        more = [Theme(id=f"t{at}", drivers=("d0",), en="T", **LABELS).model_dump(exclude_none=True) for at in range(40)]
        other = with_rules(world, programme(drivers=drivers, themes=more))
        other.answer(invited, 9, **given)
        assert len(counted(other, "theme")) == 12
