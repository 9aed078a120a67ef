"""Everybody unhappy is contacted (rule 9, invariant 3), whatever customers, colleagues, queues and crashes do.

Customers answer, correct, add words and come back; colleagues call, note, close, reopen and hand over, at the same
moment if need be; queues deliver twice, late and out of order; processes die between two writes. After every step the
cases are sound, and once all is delivered nobody unhappy is left without one.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable
from contextlib import suppress
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from sayso.adapters.items import WriteConflictError
from sayso.domain.errors import ConflictError, InvalidInputError, SaysoError, TooManyRequestsError
from sayso.domain.follow_up import OUTCOMES, FollowUp
from sayso.domain.notice import Notice
from tests.builders import World, programme
from tests.fakes import CrashError

OTTO, CARLA, BOSS = "otto@polder.example", "carla@polder.example", "berta@polder.example"
PEOPLE = ("anna",)
SURVEYS = (("annual", "1"), ("day50", "first"), ("ticket", "desk:1"))
PROGRAMME = programme(
    follow_up={"owners": {OTTO: {"manager": BOSS}}, "channels": {"team": {}}, "first_contact_within": "1 working day"}
)
ANSWERS = st.fixed_dictionaries(
    {"score": st.sampled_from([0, 3, 6, 8, 10])},
    optional={
        "why": st.sampled_from(["slow", "nobody called back"]),
        "contact": st.sampled_from(["phone", "mail", "no"]),
        "drivers": st.sampled_from([["price"], ["contact_person"]]),
    },
)
WHO = st.tuples(st.sampled_from(PEOPLE), st.sampled_from(SURVEYS))
FAULTS = st.tuples(st.sampled_from(["crash", "conflict", "rival"]), st.integers(1, 6), st.booleans())


class Cases(RuleBasedStateMachine):
    """See the module."""

    def __init__(self) -> None:
        super().__init__()
        self.world = World(programme=PROGRAMME)
        self.asked: dict[Any, Any] = {}
        self.history: dict[str, FollowUp] = {}
        self.crashed = False
        self.messages: list[tuple[str, str, str]] = []

    @initialize()
    def a_company(self) -> None:
        for name in PEOPLE:
            person = self.world.add_contact(contact_id=name, email=f"{name}@kaasboer.example", owner_email=OTTO)
            for survey, occasion in SURVEYS:
                ticket = {"ticket_id": "1"} if survey == "ticket" else {}
                expires_at = self.world.clock() + timedelta(days=300)
                one = self.world.asked(person, survey=survey, occasion=occasion, expires_at=expires_at, **ticket)
                self.asked[name, (survey, occasion)] = one

    # Customers

    @rule(who=WHO, said=ANSWERS)
    def a_customer_answers(self, who: Any, said: dict[str, Any]) -> None:
        with suppress(TooManyRequestsError):
            self.world.answer(self.asked[who], **said)
            self.messages.append(self.asked[who].reference)

    @rule(who=WHO, score=st.sampled_from([0, 9]))
    def a_machine_clicks(self, who: Any, score: int) -> None:
        with suppress(SaysoError):
            self.world.answer(self.asked[who], score, gesture=False)
            self.messages.append(self.asked[who].reference)

    # Queues

    @rule()
    def everything_is_delivered(self) -> None:
        self.world.run()

    @rule(at=st.integers(0, 50), times=st.integers(1, 3))
    def a_message_comes_again(self, at: int, times: int) -> None:
        told = []
        for _ in range(times if self.messages else 0):
            self.world.open_follow_up.open(self.messages[at % len(self.messages)])
            self.cases_are_sound()
            told.append(len(self._notices()))
        assert len(set(told)) <= 1, "a message that came again had something told again"

    @rule(at=st.integers(0, 50), fault=FAULTS)
    def it_dies_or_is_overtaken_while_opening(self, at: int, fault: tuple[str, int, bool]) -> None:
        if self.messages:
            reference = self.messages[at % len(self.messages)]
            self._with(fault, lambda: self.world.open_follow_up.open(reference), reference)

    @rule(at=st.integers(0, 50), fault=FAULTS)
    def it_dies_or_is_overtaken_while_telling(self, at: int, fault: tuple[str, int, bool]) -> None:
        told = self._notices()
        if told:
            one = told[at % len(told)]
            self._with(fault, lambda: self.world.tell_owner.tell(one.key), None)

    @rule(trouble=st.sampled_from(["refuse", "time out", "team"]))
    def telling_fails(self, trouble: str) -> None:
        if trouble == "refuse":
            self.world.mailer.refuse_once(for_good=False)
        elif trouble == "time out":
            self.crashed = True  # nobody knows whether that one arrived: it may come twice
            self.world.mailer.time_out_once()
        else:
            self.world.channels.down ^= {"team"}

    @rule(hours=st.sampled_from([1, 5, 30, 200]))
    def time_goes_by(self, hours: int) -> None:
        for _ in range(min(hours, 30)):
            self.world.clock.pass_by(hours=hours / min(hours, 30))
            self.world.remind()

    # Colleagues

    @rule(at=st.integers(0, 9), what=st.sampled_from(["contact", "note", "close", "close", "reopen", "to", "to boss"]))
    def a_colleague_works(self, at: int, what: str) -> None:
        self._work(at, what)

    @rule(at=st.integers(0, 9), what=st.sampled_from(["close", "reopen", "note"]), fault=FAULTS)
    def a_colleague_is_overtaken(self, at: int, what: str, fault: tuple[str, int, bool]) -> None:
        reference = self.messages[-1] if self.messages else None
        self._with(fault, lambda: self._work(at, what), reference)

    def _work(self, at: int, what: str) -> None:
        if not self.history:
            return
        one, work = sorted(self.history)[at % len(self.history)], self.world.work_on_case
        doing: dict[str, Callable[[], FollowUp]] = {
            "contact": lambda: work.contact(one, OTTO, "rang"),
            "note": lambda: work.note(one, CARLA, "mornings"),
            "close": lambda: work.close(one, OTTO, outcome=OUTCOMES[at % 3], cause="price", note="done"),
            "reopen": lambda: work.reopen(one, OTTO, "not over"),
            "to": lambda: work.hand_over(one, OTTO, CARLA, "leave"),
            "to boss": lambda: work.hand_over(one, CARLA, BOSS, "a word from above"),
        }
        with suppress(InvalidInputError):
            doing[what]()

    def _with(self, fault: tuple[str, int, bool], run: Callable[[], object], reference: Any) -> None:
        kind, number, before = fault

        def happens() -> None:
            if kind == "crash":
                self.crashed = True
                raise CrashError
            if kind == "conflict" and before:
                raise WriteConflictError
            if reference:
                with suppress(ConflictError):
                    self.world.open_follow_up.open(reference)

        (self.world.items.before_write if before else self.world.items.after_write)(number, happens)
        with suppress(CrashError, ConflictError):
            run()
        self.world.items.calm()

    # What always holds

    def _notices(self) -> list[Notice]:
        return [one for case in self.history for one in self.world.follow_ups.notices(case)]

    @invariant()
    def cases_are_sound(self) -> None:
        listed = {is_open: self.world.follow_ups.list(is_open=is_open) for is_open in (True, False)}
        now = {case.follow_up_id: case for cases in listed.values() for case in cases}
        assert set(now) >= set(self.history), "a case was lost"
        for case in now.values():
            before = self.history.get(case.follow_up_id)
            assert case.owner_email
            assert case.owner_id == self.world.pseudonyms.of_owner(case.owner_email)
            assert case.due_at > case.opened_at
            if before:
                assert case.changes[: len(before.changes)] == before.changes, "something was overwritten"
            self._closed_once(case)
        for cases in (listed[True],):
            assert max(Counter(case.contact_id for case in cases).values(), default=0) <= 1, "two open at once"
        for case in listed[True]:
            assert self.world.follow_ups.open_of(case.contact_id) == case
        self.history = now

    def _closed_once(self, case: FollowUp) -> None:
        is_open = False
        for change in case.changes:
            if change.what in ("opened", "reopened"):
                assert not is_open, "opened twice"
                assert change.due_at
                is_open = True
            elif change.what == "closed":
                assert is_open, "closed twice"
                assert (change.cause, change.note, bool(change.outcome)) == ("price", "done", True)
                is_open = False
        assert is_open != case.is_over
        assert (case.closed_at is not None) == case.is_over

    @invariant()
    def every_answer_belongs_to_one_case(self) -> None:
        found = defaultdict(set)
        for case in self.history.values():
            for answer in case.answers:
                found[case.contact_id, answer.survey, answer.occasion].add(case.follow_up_id)
        for reference, cases in found.items():
            assert self.world.follow_ups.linked_to(reference) in cases
            answer = self.world.responses.get(*reference)
            assert answer
            assert answer.state == "confirmed", "a machine's click has a case"

    @invariant()
    def nothing_is_told_twice(self) -> None:
        if self.crashed:
            return  # whoever died may have told: twice is better than never
        told = Counter((mail.tags["follow_up"], mail.tags["notice"]) for mail in self.world.mailer.outbox if mail.tags)
        assert max(told.values(), default=0) <= 1

    def teardown(self) -> None:
        """All is delivered by now: nobody unhappy is without a case, and everybody was told who had to be."""
        self.world.channels.down.clear()
        self.world.mailer.troubles.clear()
        for reference in self.messages:
            self.world.open_follow_up.open(reference)
        for _ in range(60):
            self.world.clock.pass_by(hours=3)
            self.world.remind()
        self.cases_are_sound()
        self.every_answer_belongs_to_one_case()
        for one in self.asked.values():
            answer = self.world.responses.get(*one.reference)
            if answer and answer.needs_follow_up:
                assert self.world.follow_ups.linked_to(one.reference), "somebody unhappy has no case"
        assert {one.state for one in self._notices()} <= {"sent", "dropped", "unknown", "failed"}
        for case in self.history.values():
            told = [one for one in self.world.follow_ups.notices(case.follow_up_id) if one.is_mail]
            if not case.is_over:
                assert any(one.state in ("sent", "unknown") for one in told), "an open case nobody was told of"
            if case.state == "open":
                assert case.late_at, "late, and nobody else knows"
        for person in {case.contact_id for case in self.history.values()}:
            waiting = [
                one.occasion
                for one in self.world.invitations.of_contact(person)
                if one.survey == "recheck" and one.state == "waiting"
            ]
            wanted = [case.recheck for case in self.history.values() if case.contact_id == person and case.recheck]
            assert set(waiting) <= set(wanted), "asked whether a case is well that is open"


@pytest.mark.filterwarnings("ignore:No application metrics")
def test_nobody_unhappy_is_left_alone() -> None:
    run_state_machine_as_test(Cases, settings=settings(max_examples=60, stateful_step_count=40, deadline=None))


@pytest.mark.long
def test_nobody_unhappy_is_left_alone_for_long() -> None:
    run_state_machine_as_test(Cases, settings=settings(max_examples=1_500, stateful_step_count=60, deadline=None))
