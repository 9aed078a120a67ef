"""Counts are exact (invariant 2), whatever happens to answers, mails and people, and whatever the stream does.

After every step the counters are the sum of the ledger, and when all is delivered they are what a recount says.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import timedelta
from typing import Any
from unittest.mock import patch

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    Bundle,
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from sayso.adapters.items import Delete, Put, Update, WriteConflictError
from sayso.adapters.keys import Key
from sayso.domain.errors import ConflictError, SaysoError
from sayso.domain.invitation import SentMail
from sayso.domain.response import Ruling
from sayso.handlers import count_responses
from tests import recount
from tests.builders import MONDAY, World, programme, response, sent_invitation
from tests.fakes import CrashError
from tests.replayer import Reading, Record, Shard, Stream, event, removed_by_ttl

Reference = tuple[str, str, str]
Fault = tuple[str, str, int]
SATISFACTION = "project_delivered"
PROGRAMME = programme(
    surveys={SATISFACTION: {"event": "touchpoint", "scale": "satisfaction", "ratings": ["quality", "price"]}}
)
# As after a deployment: a theme fewer, another driver behind one, other words.
OTHER_RULES = PROGRAMME.model_copy(update={"themes": (PROGRAMME.themes[0].model_copy(update={"words": {}}),)})
THEMES = tuple(theme.id for theme in PROGRAMME.all_themes)[:3]
SURVEYS = ("annual", SATISFACTION)
DRIVERS = tuple(driver.id for driver in PROGRAMME.drivers)[:2]
PEOPLE = ("anna", "bert", "carla")
SHARDS = 2
SCORES = st.sampled_from([3, 9, 9, 10, 7])  # few, so that an edit is often taken back
SIZES = st.sampled_from([1, 1, 2, 5, 1000])
SABOTAGED = {"counter": "COUNT#", "gone": "COUNT#", "ledger": "COUNTED#", "directory": "COUNTERS", "nothing": "~"}
# Where something happens while a batch is counted: at which write, and before or after it.
FAULTS = st.tuples(
    st.sampled_from(["rival", "crash", "conflict"]),
    st.sampled_from(["before", "after"]),
    st.sampled_from([1, 1, 1, 2, 2, 3, 5, 8]),
)
# Most steps answer and deliver; what happens less often in life comes less often here.
rare = precondition(lambda machine: machine.steps % 4 == 0)


class Counting(RuleBasedStateMachine):
    """See the module."""

    asked = Bundle("asked")

    def __init__(self) -> None:
        super().__init__()
        self.world = World(programme=PROGRAMME)
        self.reading = Reading.of_template("CountResponsesReadsStream")
        self.stream = Stream(self.reading, self._invoke, SHARDS)
        self.steps = self._taken = self.unreadable = self._number = 0
        self._erased: Counter[str] = Counter()

    @property
    def items(self) -> Any:
        return self.world.items

    # The counting, as Lambda runs it

    def _invoke(self, delivered: dict[str, Any]) -> Any:
        with patch.object(count_responses, "of_this_function", lambda: self.world):
            return count_responses.handle(delivered, None)  # type: ignore[arg-type]

    def _fresh_process(self) -> None:
        for name in ("counters", "count_responses"):
            self.world.__dict__.pop(name, None)

    @contextmanager
    def _trouble(self, fault: Fault | None, records: Sequence[Record] = ()) -> Iterator[None]:
        """Let something happen while these are counted, or the counters rebuilt: death, a transaction of somebody else
        in the way, or somebody else who does the same. A process that died is followed by a fresh one."""
        if fault:
            what, when, write = fault

            def die() -> None:
                raise CrashError

            def conflict() -> None:
                raise WriteConflictError

            def rival() -> None:
                other = World(programme=PROGRAMME)
                other.items = self.items
                if records:
                    other.count(records)
                else:
                    other.rebuild_counts.rebuild()

            # A transaction that was committed cannot meet another any more.
            happens, when = {"crash": (die, when), "conflict": (conflict, "before"), "rival": (rival, when)}[what]
            getattr(self.items, f"{when}_write")(write, happens)
        try:
            yield
        finally:
            self.items.calm()
            if fault and fault[0] == "crash":
                self._fresh_process()

    def _waiting(self, at: int) -> Shard:
        """A shard, rather one that holds something to deliver."""
        self._take()
        waiting = [shard for shard in self.stream.shards if not shard.is_done]
        return (waiting or self.stream.shards)[at % len(waiting or self.stream.shards)]

    def _take(self) -> None:
        written = self.items.stream[self._taken :]
        self._taken += len(written)
        self.stream.take(written)

    # What people, SES and the company do

    @initialize()
    def begin(self) -> None:
        for name in PEOPLE:
            self.import_contact(name, "Kaasboer", "gold", "otto")

    @rare
    @rule(
        name=st.sampled_from(PEOPLE),
        account=st.sampled_from(["Kaasboer", "Molen"]),
        tier=st.sampled_from(["gold", "silver"]),
        owner=st.sampled_from(["otto", "olga"]),
    )
    def import_contact(self, name: str, account: str, tier: str, owner: str) -> None:
        """Somebody new, or somebody whose account, segment and owner change."""
        known = self._known_as(name)
        row = {"contact_id": known, "email": f"{known}@customer.example", "account": account, "segment:tier": tier}
        (done,) = self.world.import_contacts.run([(2, {**row, "owner_email": f"{owner}@polder.example"})])
        assert done.outcome != "rejected", done

    @rule(
        target=asked,
        name=st.sampled_from(PEOPLE),
        survey=st.sampled_from(SURVEYS),
        state=st.sampled_from(["sent", "sent", "sending", "unknown"]),
        ago=st.integers(0, 2),
        score=st.none() | SCORES,
        per_owner=st.booleans(),
    )
    def ask(self, name: str, survey: str, state: Any, ago: int, score: int | None, per_owner: bool) -> Reference:
        """A mail, and perhaps an answer at once; the programme may keep scores per owner by now, or no more."""
        self._number += 1
        known = self._known_as(name)
        person = self.world.contacts.by_external_ids([known])[known]
        now = self.world.clock()
        asking = PROGRAMME.model_copy(update={"scores_per_owner": per_owner})
        snapshot = replace(self.world.send_invitation, programme=asking)._snapshot(person, asking.survey(survey))
        one = sent_invitation(
            contact_id=person.contact_id,
            survey=survey,
            occasion=str(self._number),
            mails={"first": SentMail(state=state, at=now - timedelta(days=ago))},
            snapshot=snapshot,
            expires_at=now + timedelta(days=30),
        )
        reference = self.world.invitations.save(one).reference
        if score is not None:
            self.answer(reference, score, "gesture", set(DRIVERS[: score % 2]), None, 1)
        return reference

    @rule(reference=asked, fate=st.sampled_from(["sent", "delivered", "delivered", "rejected", "bounced"]))
    def hear_of_mail(self, reference: Reference, fate: Any) -> None:
        self.world.hear_mail_event.hear(reference, "first", fate, self.world.clock(), for_good=True)

    @rule(
        reference=asked,
        score=SCORES,
        how=st.sampled_from(["gesture", "gesture", "click", "button"]),
        drivers=st.none() | st.sets(st.sampled_from(DRIVERS)),
        ratings=st.none() | st.dictionaries(st.sampled_from(["quality", "price"]), st.integers(1, 5)),
        visit=st.integers(1, 3),
        why=st.sampled_from([None, None, "", "slow", "expensive outage"]),
    )
    def answer(
        self,
        reference: Reference,
        score: int,
        how: str,
        drivers: set[str] | None,
        ratings: dict[str, int] | None,
        visit: int,
        why: str | None = None,
    ) -> None:
        """A new answer, or an edit of one: of its score, its drivers, its ratings, its words."""
        invitation = self.world.invitations.get(*reference)
        if invitation is None or invitation.snapshot is None:
            return
        if invitation.snapshot.scale == "satisfaction":
            score = min(score, 5)
        more = (
            {}
            if how == "click"
            else {"drivers": drivers if drivers is None else sorted(drivers), "ratings": ratings, "why": why}
        )
        with suppress(SaysoError):
            self.world.answer(
                invitation,
                score,
                gesture=how == "gesture",
                sent=how == "button",
                visible_seconds=9,
                visit=visit,
                **more,
            )

    @rule(reference=asked)
    def take_an_edit_back(self, reference: Reference) -> None:
        """What was counted is changed and changed back, and both come in one batch."""
        given = self.world.responses.get(*reference)
        if given:
            self.deliver_everything()
            for score in (1, given.score):
                self.answer(reference, score, "gesture", None, None, 1)
            self.deliver_everything()

    @rule(reference=asked, how=st.sampled_from(["file", "accept", "reject"]), theme=st.sampled_from(THEMES))
    def file(self, reference: Reference, how: str, theme: str) -> None:
        """Somebody of ours says what the answer is about."""
        with suppress(SaysoError):
            if how == "file":
                self.world.file_answers.file([reference], [theme], "jo")
            else:
                getattr(self.world.file_answers, how)([reference], theme, "jo")

    @rare
    @rule(rules=st.sampled_from([PROGRAMME, OTHER_RULES]))
    def go_over_the_past(self, rules: Any) -> None:
        """Today's rules are applied to what was said before."""
        last = self.world.clock().date()
        for one in replace(self.world.refile_answers, programme=rules).run(last - timedelta(days=500), last):
            assert one.outcome in ("same", "changed")

    @rare
    @rule(reference=asked, what=st.sampled_from(["accepted", "rejected"]), score=SCORES)
    def rule_on(self, reference: Reference, what: Any, score: int) -> None:
        ruling = Ruling(at=self.world.clock(), by="ops", what=what, reason="asked them", score=score)
        with suppress(SaysoError):
            self.world.settle_answer.rule(reference, ruling)

    @rule(reference=asked, minutes=st.sampled_from([1, 11, 600]))
    def settle(self, reference: Reference, minutes: int) -> None:
        """Time goes by, after which what nobody was seen giving may count, or look like a machine's."""
        self.world.clock.pass_by(minutes=minutes)
        self.world.settle_answer.settle(reference)

    @rare
    @rule(name=st.sampled_from(PEOPLE))
    def erase(self, name: str) -> None:
        """Somebody is erased, and somebody else comes in their place."""
        known = self._known_as(name)
        assert self.world.erase_contact.erase(self.world.contacts.by_external_ids([known])[known].contact_id, "ops")
        self._erased[name] += 1
        self.import_contact(name, "Kaasboer", "gold", "otto")

    def _known_as(self, name: str) -> str:
        return f"{name}-{self._erased[name]}"

    @rule(score=SCORES, days=st.integers(0, 3), driver=st.sampled_from([(), DRIVERS[:1]]))
    def import_old_answer(self, score: int, days: int, driver: tuple[str, ...]) -> None:
        """What was said to another tool long ago."""
        self._number += 1
        at = MONDAY - timedelta(days=400 + days)
        about = {"answered_at": at, "updated_at": at, "confirmed_at": at, "asked_at": at, "drivers": driver}
        old = response(survey="before", occasion=str(self._number), score=score, revision=0, **about)
        self.world.responses.save(old.having(imported_from="another tool", reasons=("imported",)), None, MONDAY, None)

    # What the stream does

    @rule(at=st.integers(0, SHARDS - 1), size=SIZES)
    def deliver(self, at: int, size: int) -> None:
        """One batch of one shard: the others may be behind, or ahead."""
        self._waiting(at).step(size)

    @rule(at=st.integers(0, SHARDS - 1), size=SIZES, fault=FAULTS)
    def deliver_in_trouble(self, at: int, size: int, fault: Fault) -> None:
        """A batch whose function dies or meets somebody else: Lambda delivers it again, in halves."""
        shard = self._waiting(at)
        with self._trouble(fault, shard.records):
            shard.step(size)

    @rare
    @rule()
    def deliver_everything(self) -> None:
        self._take()
        self.stream.finish()

    @rule(
        at=st.integers(0, SHARDS - 1),
        back=st.sampled_from([0, 1, 1, 2, 3, 5, 8, 20]),
        size=SIZES,
        fault=st.none() | FAULTS,
    )
    def deliver_again(self, at: int, back: int, size: int, fault: Fault | None) -> None:
        """A batch that was delivered before comes again, though nothing failed."""
        delivered = self.stream.shards[at].delivered
        end = len(delivered) - (back % len(delivered) if delivered else 0)
        again = delivered[max(0, end - size) : end]
        with self._trouble(fault, again), suppress(CrashError):
            self._invoke(event(again))

    @rare
    @rule()
    def replay_from_the_start(self) -> None:
        for shard in self.stream.shards:
            shard.from_the_start()

    @precondition(lambda machine: machine.steps % 4 == 0 and machine.unreadable < 2)
    @rule(at=st.integers(0, SHARDS - 1))
    def write_something_unreadable(self, at: int) -> None:
        """A record of an item that this version of the code cannot read: its batches fail in part."""
        self._take()
        self.unreadable += 1
        image = {
            "pk": {"S": f"CONTACT#x{self.unreadable}"},
            "sk": {"S": "RESPONSE#annual#1"},
            "entity": {"S": "response"},
        }
        self.stream.shards[at].records.append(made("INSERT", image, f"unreadable{self.unreadable}"))

    @rare
    @rule(at=st.integers(0, SHARDS - 1), which=st.integers(0, 60))
    def remove(self, at: int, which: int) -> None:
        """TTL's record of something that counted comes by, also where no filter keeps it away."""
        listed = self.stream.shards[at].delivered
        if listed:
            removal = removed_by_ttl(listed[which % len(listed)], f"removed{which}")
            assert not self.reading.lets_through(removal)
            assert self._invoke(event([removal])) == {"batchItemFailures": []}

    # What goes wrong that should not, and what mends it

    @rare
    @rule(
        kind=st.sampled_from(["counter", "counter", "gone", "ledger", "directory", "nothing"]),
        which=st.integers(0, 60),
        by=st.integers(-3, 3),
        fault=FAULTS,
    )
    def sabotage_and_rebuild(self, kind: str, which: int, by: int, fault: Fault) -> None:
        """Somebody writes where only the counting may: it is found, and mended while answers wait to be counted. The
        rebuild is broken off and begun again, or somebody else begins one, too."""
        found = sorted((item["pk"], item["sk"]) for item in self.items.scan((SABOTAGED[kind],)))
        if found:
            before = _books(self.items)
            _sabotage(self.items, kind, Key(*found[which % len(found)]), by)
            assert _books(self.items) == before or self.world.verify_counts.verify().faults
        with self._trouble(fault), suppress(CrashError, ConflictError):
            self.world.rebuild_counts.rebuild()
        self._rebuild()

    def _rebuild(self) -> None:
        assert self.world.rebuild_counts.rebuild().left.is_exact
        # What lies at the on-failure destination is counted now, and so is what is still to come.
        for shard in self.stream.shards:
            shard.discarded.clear()
        assert recount.counters(self.items) == recount.recount(self.items)

    # What must hold

    @invariant()
    def counters_are_the_sum_of_the_ledger(self) -> None:
        self.steps += 1
        assert recount.counters(self.items) == recount.ledger(self.items)

    @invariant()
    def counters_are_a_recount_when_all_is_delivered(self) -> None:
        self._take()
        if self.stream.is_done and not self._lost():
            assert recount.counters(self.items) == recount.recount(self.items)
            assert self.world.verify_counts.verify().is_exact

    def teardown(self) -> None:
        self._take()
        self.stream.finish()
        if self._lost():
            self.world.rebuild_counts.rebuild()
        assert recount.counters(self.items) == recount.recount(self.items) == recount.ledger(self.items)

    def _lost(self) -> bool:
        return any("unreadable" not in one["dynamodb"]["SequenceNumber"] for one in self.stream.discarded)


def made(name: str, image: dict[str, Any], number: str) -> Record:
    """A record as the table would write it."""
    keys = {part: image[part] for part in ("pk", "sk")}
    about = {"Keys": keys, "SequenceNumber": number, "StreamViewType": "NEW_AND_OLD_IMAGES", "NewImage": image}
    return {"eventID": number, "eventName": name, "eventSource": "aws:dynamodb", "dynamodb": about}


def _sabotage(items: Any, kind: str, key: Key, by: int) -> None:
    if kind in ("gone", "directory"):
        items.write(Delete(key))
    elif kind == "counter":
        items.write(Update(key, adds={"s3": by or 1, "sent": 1}))
    else:
        ledger = items.get(key)
        cell = f"annual|all|-|A|2026-03-02|s{3 + by}"
        items.write(Put({**ledger, "entries": {**ledger["entries"], cell: int(ledger["entries"].get(cell, 0)) + 1}}))


def _books(items: Any) -> Any:
    """What counts: a counter of zeros may go, and so may its name."""
    counters = recount.counters(items)
    used = {tuple(cell.split("|")[:3]) for cell in counters}
    listed = {tuple(item["sk"].split("#", 2)) for item in items.scan(("COUNTERS",))}
    return counters, recount.ledger(items), used & listed


def run(examples: int, steps: int) -> None:
    run_state_machine_as_test(  # type: ignore[no-untyped-call]
        Counting, settings=settings(max_examples=examples, stateful_step_count=steps, deadline=None)
    )


def test_counts_are_exact_whatever_happens() -> None:
    run(examples=150, steps=50)


@pytest.mark.long
def test_counts_are_exact_whatever_happens_for_long() -> None:
    run(examples=1_500, steps=80)


def test_a_record_that_can_never_be_read_costs_no_other_its_count() -> None:
    """Lambda tries it again with all behind it, cuts the batch, and sets aside in the end what stands with it."""
    machine = Counting()
    machine.begin()
    for number, person in enumerate(PEOPLE):
        machine.ask(person, "annual", "sent", 0, number, False)
    machine._take()
    shard = max(machine.stream.shards, key=lambda one: len(one.records))
    bad = made(
        "INSERT", {"pk": {"S": "CONTACT#x"}, "sk": {"S": "RESPONSE#x"}, "entity": {"S": "response"}}, "unreadable"
    )
    shard.records.insert(1, bad)
    while not machine.stream.is_done:
        for one in machine.stream.shards:
            one.step(1_000)
    assert bad in machine.stream.discarded
    assert recount.counters(machine.items) == recount.recount(machine.items) != {}
