"""Who is behind a commitment: counted exactly, whoever links, edits, erases or dies at the same moment."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import date, timedelta
from typing import Any
from unittest.mock import patch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.adapters.items import TRANSACTION_LIMIT, WriteConflictError
from sayso.domain.commitment import Asker
from sayso.domain.errors import ConflictError, InvalidInputError, NotFoundError
from sayso.domain.imported_answer import nobody
from sayso.domain.response import Response
from sayso.domain.theme import Filing
from sayso.domain.unconfirmed import answer_id
from tests.builders import MONDAY, World, response
from tests.unit.test_keep_commitments import HEARD

FILED = {"slow_replies": Filing(state="filed", rule="drivers")}


class CrashError(Exception):
    """The process died."""


def answered(world: World, number: int, score: int = 3, **changes: Any) -> Response:
    """An answer of contact `number`, filed under slow replies."""
    values = {"contact_id": f"c{number}", "score": score, "themes": FILED, **changes}
    answer = response(**values).having(revision=0)
    return world.responses.save(answer, None, MONDAY + timedelta(days=99), None)


def a_world(*scores: int, **changes: Any) -> tuple[World, list[Response]]:
    world = World()
    world.keep_commitments.add("a", HEARD)
    return world, [answered(world, number, score, **changes) for number, score in enumerate(scores)]


def name(answer: Response) -> str:
    return answer_id(answer.reference)


def voices(world: World) -> int:
    """The number on the commitment, which is that of the items behind it."""
    askers = list(world.commitment_links.askers("a"))
    assert len({one.contact_id for one in askers}) == len(askers)
    kept = world.keep_commitments.get("a").voices
    assert kept == len(askers)
    return kept


# What a theme brings


def test_the_answers_of_a_theme_are_linked_without_those_who_are_content() -> None:
    world, answers = a_world(3, 7, 9, 10, 0)
    plan = world.link_answers.plan_theme("a", "slow_replies")
    assert (len(plan.references), plan.people, plan.new_people, plan.left_out) == (3, 3, 3, {"promoter": 2})
    assert world.link_answers.link(plan, "ann") == (3, 3)
    assert voices(world) == 3
    assert {one.contact_id for one in world.commitment_links.askers("a")} == {"c0", "c1", "c4"}
    everybody = world.link_answers.plan_theme("a", "slow_replies", all_scores=True)
    assert (everybody.people, everybody.already, everybody.left_out) == (2, 3, {})
    assert world.link_answers.link(everybody, "ann") == (2, 5)
    assert len(answers) == voices(world)


def test_a_theme_of_many_promoters_takes_no_longer_for_each_of_them(monkeypatch: pytest.MonkeyPatch) -> None:
    world, _ = a_world()
    compared = []
    equal = Response.__eq__
    monkeypatch.setattr(Response, "__eq__", lambda one, other: compared.append(1) or equal(one, other))
    many = [response(contact_id=f"c{at}", score=10 if at % 2 else 3, themes=FILED) for at in range(200)]
    monkeypatch.setattr(world.responses, "confirmed_between", lambda *_: iter(many))
    plan = world.link_answers.plan_theme("a", "slow_replies")
    assert (len(plan.references), plan.left_out) == (100, {"promoter": 100})
    assert len(compared) <= len(many)


def test_a_preview_changes_nothing() -> None:
    world, _ = a_world(3)
    before = len(world.items.written)
    world.link_answers.plan_theme("a", "slow_replies")
    assert len(world.items.written) == before


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"themes": {}}, None),
        ({"themes": {"slow_replies": Filing(state="suggested", rule="words")}}, None),
        ({"themes": {"slow_replies": Filing(state="rejected")}}, None),
        ({"confirmed_at": MONDAY - timedelta(days=380)}, None),
        ({"state": "provisional", "confirmed_at": None}, None),
        ({"erased": True}, "erased"),
        ({"contact_id": nobody("row")}, "nobody"),
    ],
)
def test_what_a_theme_does_not_bring(changes: dict[str, Any], reason: str | None) -> None:
    world, _ = a_world()
    answered(world, 1, **changes)
    plan = world.link_answers.plan_theme("a", "slow_replies")
    assert plan.references == []
    assert plan.left_out == ({reason: 1} if reason else {})


def test_a_day_says_how_far_back_a_theme_reaches() -> None:
    world, _ = a_world()
    answered(world, 1, confirmed_at=MONDAY - timedelta(days=500))
    assert world.link_answers.plan_theme("a", "slow_replies").people == 0
    assert world.link_answers.plan_theme("a", "slow_replies", since=date(2024, 1, 1)).people == 1
    assert world.link_answers.plan_theme("a", "slow_replies", since=date(2025, 1, 1)).people == 0


def test_an_unknown_theme_and_an_unknown_commitment_are_refused() -> None:
    world, (answer,) = a_world(3)
    with pytest.raises(InvalidInputError, match="'weather' is not a theme of the programme; it has: slow_replies"):
        world.link_answers.plan_theme("a", "weather")
    for act in (
        lambda: world.link_answers.plan_theme("b", "slow_replies"),
        lambda: world.link_answers.plan_answers("b", [name(answer)]),
        lambda: world.link_answers.plan_unlinking("b", None),
        lambda: world.commitment_links.link("b", [answer.reference], "ann", MONDAY),
    ):
        with pytest.raises(NotFoundError, match="no commitment 'b'"):
            act()
    assert not list(world.items.scan(("ASKER#", "ASKED#")))


# Single answers


def test_single_answers_are_linked_by_their_ids_and_a_person_counts_once() -> None:
    world, answers = a_world(3, 9)
    again = answered(world, 0, 5, survey="ticket", occasion="o#1")
    service = world.link_answers
    plan = service.plan_answers("a", [f" {name(one).upper()}" for one in (*answers, again)])
    assert (len(plan.references), plan.people) == (3, 2)
    assert service.link(plan, "ann") == (2, 2)
    (first, _) = world.commitment_links.askers("a")
    assert first == Asker(contact_id="c0", references=("annual#1", "ticket#o#1"), linked_at=MONDAY, by="ann")
    assert list(first.answers) == [answers[0].reference, again.reference]
    assert world.commitment_links.of_contact("c0") == ["a"]
    service.unlink(service.plan_unlinking("a", [name(again)]), "ann")
    assert voices(world) == 2
    assert service.unlink(service.plan_unlinking("a", [name(answers[0])]), "ann") == (-1, 1)
    assert world.commitment_links.of_contact("c0") == []
    assert voices(world) == 1


def test_another_answer_of_somebody_behind_it_adds_no_voice() -> None:
    world, (answer,) = a_world(3)
    service = world.link_answers
    service.link(service.plan_answers("a", [name(answer)]), "ann")
    revision = world.keep_commitments.get("a").revision
    again = answered(world, 0, 5, survey="ticket")
    plan = service.plan_answers("a", [name(answer), name(again)])
    assert (plan.references, plan.new_people, plan.already) == ([again.reference], 0, 1)
    assert service.link(plan, "ben") == (0, 1)
    assert world.keep_commitments.get("a").revision == revision
    assert [one.by for one in world.commitment_links.askers("a")] == ["ben"]


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"erased": True}, "its person was erased"),
        ({"state": "provisional", "confirmed_at": None}, "nobody was seen giving it"),
        ({"contact_id": nobody("row")}, "it was imported without its person"),
    ],
)
def test_an_answer_that_says_nobody_asked_is_refused_with_the_reason(changes: dict[str, Any], reason: str) -> None:
    world, (fine,) = a_world(3)
    bad = answered(world, 1, **changes)
    with pytest.raises(InvalidInputError, match=f"{name(bad)} cannot be linked: {reason}"):
        world.link_answers.plan_answers("a", [name(fine), name(bad)])
    assert voices(world) == 0


def test_many_are_looked_up_in_one_pass() -> None:
    reads = []
    for number in (1, 5):
        world, answers = a_world(*[3] * number)
        asked = world.items.reads
        assert world.link_answers.plan_answers("a", map(name, answers)).people == number
        reads.append(world.items.reads - asked)
    assert reads[0] == reads[1]


def test_answers_there_are_not_are_named() -> None:
    world, (answer,) = a_world(3)
    with pytest.raises(NotFoundError, match="there is no answer 'nope, nowhere'"):
        world.link_answers.plan_answers("a", [name(answer), "nowhere", "nope"])
    with pytest.raises(NotFoundError, match="is not linked to a"):
        world.link_answers.plan_unlinking("a", [name(answer)])


def test_what_was_imported_may_be_linked() -> None:
    world, _ = a_world(3, imported_from="another tool")
    plan = world.link_answers.plan_theme("a", "slow_replies")
    assert world.link_answers.link(plan, "ann").voices == 1


def test_links_of_one_commitment_are_none_of_another() -> None:
    world, (answer,) = a_world(3)
    world.keep_commitments.add("ab", HEARD)
    world.commitment_links.link("ab", [answer.reference], "ann", MONDAY)
    assert voices(world) == 0
    assert world.keep_commitments.get("ab").voices == 1
    assert world.commitment_links.of_contact("c0") == ["ab"]


# Many, crashes, and others at the same moment


def test_many_are_linked_in_transactions_that_fit_and_begun_again_after_a_crash() -> None:
    world, answers = a_world(*[3] * 250)
    service = world.link_answers

    def die() -> None:
        raise CrashError

    plan = service.plan_theme("a", "slow_replies")
    world.items.before_write(4, die)
    with pytest.raises(CrashError):
        service.link(plan, "ann")
    assert 0 < voices(world) < 250
    linked = service.link(service.plan_theme("a", "slow_replies"), "ann")
    assert linked.voices == voices(world) == 250
    before = len(world.items.written)
    assert service.link(plan, "ann").moved == 0
    assert len(world.items.written) == before
    assert service.unlink(service.plan_unlinking("a", None), "ann") == (-250, 0)
    assert voices(world) == 0
    assert not list(world.items.scan(("ASKER#", "ASKED#")))
    assert len(answers) == 250


def test_somebody_with_more_answers_than_fit_into_a_transaction_counts_once() -> None:
    world, _ = a_world()
    for number in range(TRANSACTION_LIMIT + 30):
        answered(world, 1, survey="ticket", occasion=str(number))
    plan = world.link_answers.plan_theme("a", "slow_replies")
    assert world.link_answers.link(plan, "ann") == (1, 1)
    (asker,) = world.commitment_links.askers("a")
    assert len(asker.references) == TRANSACTION_LIMIT + 30


def test_whoever_is_erased_at_that_moment_is_not_linked_and_the_others_are() -> None:
    world, answers = a_world(3, 3)
    plan = world.link_answers.plan_theme("a", "slow_replies")
    world.items.before_write(1, lambda: world.responses.erase(answers[0]))
    assert world.link_answers.link(plan, "ann") == (1, 1)
    assert world.commitment_links.of_contact("c0") == []
    assert [one.contact_id for one in world.commitment_links.askers("a")] == ["c1"]


def test_what_keeps_being_changed_is_given_up_with_a_sentence() -> None:
    world, (answer,) = a_world(3)
    write = world.items.write
    world.items.write = lambda *_: (_ for _ in ()).throw(WriteConflictError([0]))  # type: ignore[method-assign]
    with pytest.raises(ConflictError, match="do it again"):
        world.commitment_links.link("a", [answer.reference], "ann", MONDAY)
    world.items.write = write  # type: ignore[method-assign]
    assert voices(world) == 0
    assert world.losses == list(range(1, 11))


def test_an_edit_meets_a_link_and_both_are_kept() -> None:
    world, (answer, other) = a_world(3, 3)
    link = world.commitment_links.link
    link("a", [other.reference], "ben", MONDAY)
    world.items.before_write(1, lambda: link("a", [answer.reference], "ben", MONDAY) and None)
    edited = world.keep_commitments.edit("a", {"status": "planned"}, "ann")
    assert (edited.status, edited.voices) == ("planned", 2)
    assert voices(world) == 2
    (version,) = world.commitments.versions("a")
    assert (version.before.voices, version.before.status) == (2, "heard")


def test_what_an_editor_had_open_while_answers_were_linked_is_no_reason_to_refuse() -> None:
    world, (answer,) = a_world(3)
    seen = world.keep_commitments.get("a")
    world.commitment_links.link("a", [answer.reference], "ben", MONDAY)
    assert world.keep_commitments.edit("a", {"status": "planned"}, seen=seen).voices == 1


PEOPLE = st.lists(st.integers(0, 5), min_size=1, max_size=6)
STEPS = st.tuples(st.sampled_from(["link", "link_later", "unlink", "edit", "publish", "erase"]), PEOPLE)


class Company:
    """Six people with two answers each, and what may happen to them."""

    def __init__(self) -> None:
        self.world, self.answers = a_world(*[3] * 6)
        self.later = [answered(self.world, number, survey="ticket") for number in range(6)]
        self.erased: set[str] = set()
        self.begun: set[str] = set()

    def do(self, step: tuple[str, list[int]]) -> None:
        """One thing that somebody does; a crash or a refusal ends it."""
        kind, people = step
        with suppress(CrashError, ConflictError, InvalidInputError):
            getattr(self, kind)(people)

    def link(self, people: list[int]) -> None:
        self.world.commitment_links.link("a", [self.answers[one].reference for one in people], "ann", MONDAY)

    def link_later(self, people: list[int]) -> None:
        self.world.commitment_links.link("a", [self.later[one].reference for one in people], "ann", MONDAY)

    def unlink(self, people: list[int]) -> None:
        self.world.commitment_links.unlink("a", [self.answers[one].reference for one in people], "ann", MONDAY)

    def edit(self, people: list[int]) -> None:
        self.world.keep_commitments.edit("a", {"heard": {"en": f"heard {people}"}})

    def publish(self, _: list[int]) -> None:
        self.world.keep_commitments.publish("a")

    def erase(self, people: list[int]) -> None:
        self.erased.add(f"c{people[0]}")
        self.begun.add(f"c{people[0]}")
        self.finish_erasing()

    def crash(self, _: list[int]) -> None:
        raise CrashError

    def finish_erasing(self) -> None:
        """What is left of those whose erasure has begun; whoever was looked through is not looked at again."""
        for contact_id in sorted(self.begun):
            for answer in self.world.responses.of_contact(contact_id):
                if not answer.erased:
                    self.world.responses.erase(answer)
            self.world.identities.drop_links(contact_id)
            self.begun.discard(contact_id)

    def happening(self, step: tuple[str, list[int]]) -> Callable[[], None]:
        """A step for in between: a crash goes through to whoever writes."""
        return (lambda: self.crash([])) if step[0] == "crash" else (lambda: self.do(step))


@given(
    steps=st.lists(
        st.tuples(STEPS, st.lists(st.tuples(st.integers(1, 4), STEPS | st.just(("crash", []))), max_size=3))
    ),
    per_batch=st.sampled_from([9, 12, TRANSACTION_LIMIT]),
)
@settings(max_examples=150, deadline=None)
def test_the_number_is_that_of_the_people_whatever_happens_at_once(steps: list[Any], per_batch: int) -> None:
    company = Company()
    world = company.world
    with patch("sayso.adapters.commitment_link_store.TRANSACTION_LIMIT", per_batch):
        for step, meanwhile in steps:
            for number, other in meanwhile:
                world.items.before_write(number, company.happening(other))
            company.do(step)
            world.items.calm()
            voices(world)
    company.finish_erasing()
    behind = {one.contact_id for one in world.commitment_links.askers("a") if one.references}
    assert len(behind) == voices(world)
    known = {item["pk"].removeprefix("CONTACT#") for item in world.items.scan(("ASKED#",))}
    assert known == behind - company.erased


# Erasing and handing out


def test_who_was_erased_is_behind_it_still_and_nothing_says_who_it_was() -> None:
    world = World()
    world.keep_commitments.add("a", HEARD)
    person = world.add_contact()
    world.answer(world.asked(person), 3, drivers=["response_time"])
    world.run()
    plan = world.link_answers.plan_theme("a", "slow_replies")
    world.link_answers.link(plan, "ann")
    assert world.export_contact.export(person)["commitments"] == ["a"]
    world.erase_contact.erase(person.contact_id, "ann")
    assert voices(world) == 1
    assert not list(world.items.scan(("ASKED#",)))
    assert world.identities.withdrawn() == []
    # It can still be taken away by whoever sees that it does not belong there.
    world.link_answers.unlink(world.link_answers.plan_unlinking("a", None), "ann")
    assert voices(world) == 0
