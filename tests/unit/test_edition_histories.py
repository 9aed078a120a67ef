"""Over any history of changes, yeses, rollbacks, deaths and runs that meet: the page is whole, and nobody reads what
nobody said yes to, nor what was taken back."""

from __future__ import annotations

import gzip
from collections.abc import Callable
from contextlib import suppress
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from sayso.domain.errors import ConflictError, InvalidInputError, NotFoundError
from tests.editions import Press, said_of

KIM = "kim@polder.example"
NAMES = st.sampled_from("abc")
TITLES = st.sampled_from(["One", "Two", "Three"])
STEPS = st.integers(1, 45)


class History(RuleBasedStateMachine):
    """What a company does with its page."""

    @initialize(editions=st.sampled_from(["by_rule", "by_approval"]))
    def begin(self, editions: str) -> None:
        self.press, self.by_approval = Press(editions), editions == "by_approval"
        # What somebody said yes to, as far as a reader of commitments can tell.
        self.approved: set[tuple[str, str]] = set()
        self.was_approved = False
        self.number = 0

    def _said_yes(self, edition: Any) -> None:
        self.approved |= {(one.id, one.title["en"]) for one in edition.commitments}
        self.was_approved = True

    @rule(name=NAMES, title=TITLES)
    def change(self, name: str, title: str) -> None:
        self.press.commit(name, title)

    @rule(name=NAMES)
    def take_back(self, name: str) -> None:
        commitment = self.press.world.commitments.get(name)
        if commitment and commitment.is_public:
            self.press.take_back(name)

    @rule(name=NAMES)
    def choose_a_quote(self, name: str) -> None:
        self.press.quote(name)

    @rule(name=NAMES)
    def lose_a_quote(self, name: str) -> None:
        self.press.quotes.pop(name, None)

    @rule(minutes=st.sampled_from([1, 90, 60 * 24 * 200]))
    def wait(self, minutes: int) -> None:
        self.press.world.clock.pass_by(minutes=minutes)

    @rule(again=st.booleans())
    def refresh(self, again: bool) -> None:
        self._run(lambda: self.press.world.publish_page.refresh(again=again))

    @rule()
    def approve_at_the_desk(self) -> None:
        self._run(self._approve)

    @rule()
    def approve_by_link(self) -> None:
        draft = self.press.world.review_edition.shown().draft
        if draft:
            self._said_yes(self.press.world.editions.drafted(draft)[0])
            self.press.world.review_edition.approve(draft.draft_id, KIM)

    @rule(what=st.sampled_from(["approve", "roll_back"]))
    def is_refused_while_somebody_publishes(self, what: str) -> None:
        """Whoever was told no said yes to nothing."""
        world = self.press.world
        editions, now = world.editions, world.clock()
        theirs = editions.begin(editions.page(), [], now, now + timedelta(minutes=5))
        waited = editions.draft()
        with suppress(NotFoundError, InvalidInputError), pytest.raises(ConflictError):
            world.publish_page.approve(KIM) if what == "approve" else world.roll_back.to(1, KIM)
        assert editions.draft() == waited
        editions.give_back(theirs)

    @rule(number=st.integers(1, 4))
    def roll_back(self, number: int) -> None:
        self._run(lambda: self.press.world.roll_back.to(number, "ops"))

    @rule(step=STEPS, after=st.booleans(), what=st.sampled_from(["refresh", "approve", "roll_back"]))
    def die(self, step: int, after: bool, what: str) -> None:
        if self.press.dies_at(step, lambda: self._run(self._named(what)), after=after):
            # By then its turn is over, and the queue hands the message on again.
            self.press.world.clock.pass_by(minutes=12)

    @rule(step=STEPS, what=st.sampled_from(["refresh", "approve"]), other=st.sampled_from(["refresh", "approve"]))
    def meet(self, step: int, what: str, other: str) -> None:
        with self.press.something_at(step, lambda: self._run(self._named(other))):
            self._run(self._named(what))

    @precondition(lambda self: self.was_approved)
    @rule()
    def settle(self) -> None:
        """In the end everything is as it should be."""
        self.press.world.clock.pass_by(minutes=12)
        self.press.world.publish_page.refresh()
        if not self.press.world.editions.page().number:
            return
        self.press.whole()
        public = {one.commitment_id for one in self.press.world.commitments.list() if one.is_public}
        for body in self.press.everything_public():
            said = said_of(body)
            assert {quote["id"] for quote in said["quotes"]} <= self.press.quotes.keys()
        assert {one["id"] for one in self.press.front["commitments"]} <= public

    @invariant()
    def the_page_is_whole(self) -> None:
        if not hasattr(self, "press"):
            return
        self.press.read()
        number = self.press.world.editions.page().number
        assert number >= self.number
        self.number = number
        numbers = [one.number for one in self.press.world.editions.list()]
        assert numbers == list(range(number, 0, -1))

    @invariant()
    def nobody_reads_what_nobody_said_yes_to(self) -> None:
        if not hasattr(self, "press"):
            return
        public = self.press.everything_public()
        assert self.was_approved or not public
        if self.by_approval:
            read = {(one["id"], one["title"]["en"]) for body in public for one in said_of(body)["commitments"]}
            assert read <= self.approved

    @invariant()
    def no_words_of_anybody_are_in_the_table(self) -> None:
        if not hasattr(self, "press"):
            return
        for item in self.press.world.items.scan(("EDITION#",)):
            assert b"words of" not in gzip.decompress(bytes(item["content"]))

    def _named(self, what: str) -> Callable[[], Any]:
        world = self.press.world
        runs: dict[str, Callable[[], Any]] = {
            "refresh": world.publish_page.refresh,
            "approve": self._approve,
            "roll_back": lambda: world.roll_back.to(1, "ops"),
        }
        return runs[what]

    def _approve(self) -> None:
        self._said_yes(self.press.world.publish_page.draft())
        self.press.world.publish_page.approve(KIM)

    def _run(self, run: Callable[[], Any]) -> None:
        try:
            run()
        except (ConflictError, NotFoundError, InvalidInputError):
            return


TestHistories = History.TestCase
TestHistories.settings = settings(max_examples=60, stateful_step_count=25, deadline=None)
