"""Scanners click and people click: whatever comes in whatever order, what the person said counts, or nothing."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import count
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.domain.answering import A_MINUTE, UNSETTLED
from sayso.domain.errors import ConflictError, InvalidInputError, TooManyRequestsError
from sayso.domain.evidence import BURST, SCANNED_FOR
from sayso.domain.invitation import Invitation, SentMail
from sayso.domain.response import AnswerInput, Response, Ruling
from sayso.handlers import settle
from tests.builders import MONDAY, PROGRAMME, World, contact, sent_invitation, sqs_event

REFERENCE = ("c1", "annual", "1")
DELIVERED = SentMail(state="sent", at=MONDAY, delivered_at=MONDAY + timedelta(seconds=3))


class Mailbox:
    """One mail that was just delivered, and who opens what in it."""

    def __init__(self, **settings: Any) -> None:
        programme = PROGRAMME.model_copy(update={"follow_up": PROGRAMME.follow_up, **settings})
        self.world = World(programme=programme)
        self.world.contacts.save(contact(), None)
        self.asked: Invitation = self.world.invitations.save(sent_invitation(mails={"first": DELIVERED}))
        self.visits: Iterator[int] = count(1)

    @property
    def kept(self) -> Response:
        found = self.world.responses.get(*REFERENCE)
        assert found
        return found

    @property
    def counted(self) -> list[int]:
        """The scores that count, each as often as it does."""
        self.world.run()
        cells = self.world.counters.read("annual", "all", "-", "2026-01-01", "2027-12-31").scores.values()
        return [score for day in cells for score, times in enumerate(day.counts) for _ in range(times)]

    def wait(self, **span: float) -> None:
        self.world.clock.pass_by(**span)

    def put(self, score: int, *, sent: bool = False, **fields: Any) -> None:
        given = AnswerInput(score=score, **fields)
        self.world.record_answer.record(REFERENCE, given, sent=sent)
        self.world.run()

    def open(self, score: int, seconds: int = 0) -> None:
        """Open a link, look at the page for so long without touching it, and close it."""
        visit = next(self.visits)
        self.put(score, visit=visit)
        self.wait(seconds=seconds)
        if seconds:
            self.put(score, visit=visit, visible_seconds=seconds)

    def press(self, score: int, **fields: Any) -> None:
        """Send the plain page."""
        self.put(score, sent=True, **{"why": "", "better": "", **fields})

    def burst(self, gap: float = 1, *, press: bool = False) -> None:
        for score in range(11):
            if press:
                self.press(score)
            else:
                self.open(score)
            self.wait(seconds=gap)

    def settle(self) -> None:
        self.world.settle()

    def settle_before(self, moment: datetime) -> None:
        """Let the delayed messages arrive that are due before then, and then let it be that moment."""
        while self.world.queue("SETTLE").bodies and self.world.clock() + timedelta(minutes=10) < moment:
            self.settle()
        self.world.clock.now = max(self.world.clock(), moment)

    def do(self, what: str, score: int) -> None:
        match what:
            case "open":
                self.open(score)
            case "gesture":
                self.put(score, gesture=True)
            case "read":
                self.open(score, seconds=6)
            case _:
                self.press(score)


def test_click_and_close_after_six_seconds_a_day_later_counts_once_and_after_ten_minutes() -> None:
    box = Mailbox()
    box.wait(days=1)
    box.open(9, seconds=6)
    assert box.kept.state == "provisional"
    assert box.counted == []
    box.settle()
    assert (box.kept.state, box.kept.reasons, box.counted) == ("confirmed", ("read",), [9])
    assert box.world.kept(box.asked).state == "answered"


def test_click_in_the_first_minute_move_the_pointer_close_counts() -> None:
    box = Mailbox()
    box.wait(seconds=30)
    box.open(8)
    box.put(8, gesture=True)
    assert (box.kept.state, box.kept.reasons, box.counted) == ("confirmed", ("gesture",), [8])
    assert box.kept.seconds_since_delivery == 27


def test_what_is_kept_says_why_and_not_who() -> None:
    box = Mailbox()
    box.wait(days=1)
    box.open(9, seconds=6)
    box.settle()
    kept = box.kept
    assert (kept.scores_seen, kept.visible_seconds, kept.seconds_since_delivery) == ((9,), 6, 86_403 - 6)
    assert kept.visits == ()  # the numbers of page openings go once it is decided


def test_a_scanner_s_burst_never_counts_and_opens_no_follow_up() -> None:
    box = Mailbox()
    box.wait(seconds=20)
    box.burst()
    assert (box.kept.state, box.kept.reasons) == ("machine", ("burst",))
    assert box.kept.scores_seen == tuple(range(11))
    box.settle()
    box.wait(hours=1)
    box.burst(gap=8)
    box.settle()
    assert (box.counted, box.world.cases()) == ([], [])
    assert box.world.kept(box.asked).state == "sent"  # the reminder still goes out


def test_a_person_wins_over_the_machine_that_was_there_first() -> None:
    box = Mailbox()
    box.wait(seconds=20)
    box.burst()
    box.settle()
    box.put(9, gesture=True, why="They call back")
    assert (box.kept.state, box.counted) == ("confirmed", [9])


def test_buttons_pressed_by_a_machine_count_for_nothing_and_a_person_s_does() -> None:
    box = Mailbox()
    box.wait(seconds=20)
    box.burst(press=True)
    box.settle()
    box.wait(hours=1)
    box.burst(gap=20, press=True)
    box.settle()
    assert (box.counted, box.world.cases()) == ([], [])
    box.press(9, why="Good people")
    box.settle()
    assert (box.kept.state, box.kept.reasons, box.counted) == ("confirmed", ("sent",), [9])
    assert box.world.responses.words(*REFERENCE).why == "Good people"


def test_the_first_button_of_a_burst_does_not_count_either() -> None:
    box = Mailbox()
    box.wait(hours=1)
    box.press(0)
    assert box.counted == []
    box.wait(seconds=3)
    box.press(1)
    box.settle()
    assert (box.kept.state, box.counted) == ("machine", [])


def test_what_was_sent_without_javascript_may_be_changed_and_the_last_counts() -> None:
    box = Mailbox()
    box.wait(days=1)
    box.press(8, why="fine")
    box.wait(seconds=25)
    box.press(9, why="very fine")
    box.settle()
    assert (box.counted, box.world.responses.words(*REFERENCE).why) == ([9], "very fine")
    box.wait(days=1)
    box.press(3, why="worse", contact="phone")
    assert (box.counted, box.kept.is_unsettled) == ([9], True)
    view = box.world.record_answer.look(REFERENCE)
    assert view.response
    assert (view.response.score, view.words.why) == (3, "worse")  # who comes back finds what they said
    box.settle()
    assert (box.counted, box.kept.contact, box.world.responses.words(*REFERENCE).why) == ([3], "phone", "worse")
    assert (box.kept.sends, box.kept.visits) == ((), ())


def test_a_machine_that_presses_buttons_later_moves_nothing_a_person_said() -> None:
    box = Mailbox()
    box.wait(days=1)
    box.put(9, gesture=True, why="They call back")
    box.wait(hours=1)
    box.burst(press=True)
    box.settle()
    assert (box.counted, box.kept.sends, box.kept.visits) == ([9], (), ())
    assert box.world.responses.words(*REFERENCE).why == "They call back"


def test_what_a_person_sent_is_settled_before_a_machine_can_take_its_place() -> None:
    box = Mailbox()
    box.wait(days=1)
    box.press(9, why="mine")
    box.wait(minutes=11)  # the message is late
    box.burst(press=True)
    box.settle()
    assert (box.counted, box.world.responses.words(*REFERENCE).why) == ([9], "mine")


def test_a_pending_change_is_taken_along_when_its_person_comes_back_with_a_gesture() -> None:
    box = Mailbox()
    box.wait(days=1)
    box.put(9, gesture=True)
    box.press(8, why="I forgot", drivers=["price"])
    box.put(7, gesture=True)
    assert (box.kept.score, box.kept.drivers, box.world.responses.words(*REFERENCE).why) == (7, ("price",), "I forgot")
    assert box.kept.sends == ()


def test_without_a_gesture_a_confirmed_answer_stays() -> None:
    box = Mailbox()
    box.wait(days=1)
    box.put(9, gesture=True)
    box.wait(hours=1)
    box.open(0, seconds=60)
    box.settle()
    assert box.counted == [9]
    with pytest.raises(ConflictError, match="person"):
        box.put(0, why="scanned")


@pytest.mark.parametrize(("first", "last"), [(3, 9), (9, 3)])
def test_a_correction_moves_the_counters_exactly(first: int, last: int) -> None:
    box = Mailbox()
    box.put(first, gesture=True)
    assert box.counted == [first]
    box.put(last, gesture=True)
    assert box.counted == [last]


def test_saying_the_same_once_more_writes_nothing() -> None:
    box = Mailbox()
    box.put(9, gesture=True, why="x")
    written = len(box.world.items.written)
    box.put(9, gesture=True, why="x", visible_seconds=40)
    box.put(9, visit=5, visible_seconds=40)
    assert len(box.world.items.written) == written


def test_reopening_a_link_over_and_over_writes_little() -> None:
    box = Mailbox()
    for _ in range(40):
        box.wait(minutes=1)
        box.open(5)
    assert box.kept.revision <= 4


def test_a_machine_that_goes_back_and_forth_writes_little_too() -> None:
    box = Mailbox()
    for at in range(40):
        box.wait(minutes=1)
        box.open(3 if at % 2 else 9)
    assert box.kept.revision <= 7


def test_a_click_does_not_take_the_place_of_what_was_sent() -> None:
    box = Mailbox()
    box.wait(days=1)
    box.press(9)
    box.wait(minutes=1)
    box.open(2)
    assert box.kept.score == 9
    box.settle()
    assert box.counted == [9]


@pytest.mark.parametrize("first", [0, 9])
def test_a_person_in_the_middle_of_a_machine_s_burst_keeps_what_they_said(first: int) -> None:
    before, after = Mailbox(), Mailbox()
    for box in (before, after):
        box.wait(hours=1)
    before.press(first)
    before.put(9, gesture=True)
    after.put(9, gesture=True)
    after.press(first)
    for box in (before, after):
        box.wait(seconds=2)
        box.press(1)
        box.settle()
        assert box.counted == [9]


def test_what_a_person_sent_stands_whatever_a_machine_opens_or_presses_meanwhile() -> None:
    for machine in ("opens", "presses", "writes"):
        box = Mailbox()
        box.wait(days=1)
        box.press(9, why="mine", contact="mail")
        box.wait(seconds=60 if machine == "opens" else 150)
        if machine == "writes":
            with pytest.raises(ConflictError, match="person"):
                box.put(3, why="asdf", contact="phone", quote=True)
        else:
            box.burst(press=machine == "presses")
        box.settle()
        words = box.world.responses.words(*REFERENCE)
        assert (box.counted, words.why, box.kept.contact, box.kept.quote) == ([9], "mine", "mail", False), machine
        assert (box.kept.sends, words.sent) == ((), ())


def test_numbers_of_machines_are_not_found_in_any_form() -> None:
    box = Mailbox()
    box.wait(seconds=20)
    box.open(0)
    assert box.world.record_answer.look(REFERENCE).response is None
    box.burst()
    assert box.world.record_answer.look(REFERENCE).response is None
    box.press(9)
    seen = box.world.record_answer.look(REFERENCE).response
    assert seen
    assert seen.score == 9


def test_a_person_s_gesture_confirms_nothing_that_a_machine_ticked() -> None:
    box = Mailbox()
    with pytest.raises(ConflictError):
        box.put(2, contact="phone", quote=True, why="asdf")
    box.wait(hours=1)
    for score in (2, 3):
        box.press(score, contact="phone", quote=True, reference=True, why="asdf")
    box.put(9, gesture=True)
    kept = box.kept
    assert (kept.score, kept.contact, kept.quote, kept.reference_allowed, kept.has_words) == (
        9,
        None,
        False,
        False,
        False,
    )
    assert box.world.responses.words(*REFERENCE).why == ""
    assert box.world.cases() == []


def test_a_correction_that_waits_opens_no_follow_up() -> None:
    box = Mailbox()
    box.wait(days=1)
    given = AnswerInput(score=3, gesture=True)
    box.world.record_answer.record(REFERENCE, given)
    box.wait(minutes=1)
    box.press(9)
    assert box.world.cases() == []
    box.settle()
    assert (box.counted, box.world.cases()) == ([9], [])


def test_a_correction_of_a_machine_leaves_the_follow_up() -> None:
    box = Mailbox()
    box.wait(days=1)
    box.world.record_answer.record(REFERENCE, AnswerInput(score=3, gesture=True))
    box.wait(minutes=1)
    for score in (8, 9):
        box.press(score)
    box.settle()
    assert (box.counted, len(box.world.cases())) == ([3], 1)


def test_a_message_that_comes_too_early_comes_again() -> None:
    box = Mailbox()
    box.wait(days=1)
    box.open(9, seconds=6)
    assert box.world.settle_answer.settle(REFERENCE) == timedelta(minutes=10, seconds=-8)
    assert box.counted == []
    box.wait(minutes=5)
    with box.world.functions():
        bodies = box.world.queue("SETTLE").take_all()
        settle.handle(sqs_event(bodies), None)  # type: ignore[arg-type]
    assert box.world.queue("SETTLE").bodies == bodies  # put back for the rest of the time
    box.settle()
    assert box.counted == [9]


def test_a_person_who_sends_within_a_minute_and_writes_is_settled() -> None:
    box = Mailbox()
    box.wait(seconds=50)
    box.press(2, why="Call me", contact="phone")
    box.settle()
    assert (box.counted, len(box.world.cases())) == ([2], 1)


def test_what_was_sent_too_soon_changes_nothing_by_itself_and_is_there_for_its_person() -> None:
    box = Mailbox()
    box.wait(seconds=20)
    box.put(9, gesture=True)
    box.wait(seconds=15)
    box.press(3, contact="mail")
    box.settle()
    assert (box.counted, box.kept.contact) == ([9], None)
    box = Mailbox()
    box.wait(seconds=35)
    box.press(8, contact="mail")
    box.put(8, gesture=True)
    assert (box.counted, box.kept.contact) == ([8], "mail")


def test_the_words_of_a_burst_do_not_pile_up() -> None:
    box = Mailbox()
    box.wait(days=1)
    for score in range(8):
        box.press(score, why="x" * 5_000)
        box.wait(seconds=1)
    assert (len(box.kept.sends), len(box.world.responses.words(*REFERENCE).sent)) == (1, 1)


def test_an_honest_click_leaves_no_visit_behind() -> None:
    box = Mailbox()
    box.wait(days=1)
    box.open(9)
    box.put(9, gesture=True)
    assert (box.kept.state, box.kept.visits) == ("confirmed", ())


def test_a_click_while_its_person_is_erased_leaves_nothing_of_them() -> None:
    box = Mailbox()
    box.open(4, seconds=7)
    box.world.invitations.save(box.world.kept(box.asked).without_person())
    box.settle()
    kept = box.kept
    assert (kept.erased, kept.visits, kept.visible_seconds, kept.is_unsettled) == (True, (), 0, False)


def test_what_a_machine_sent_is_kept_for_us_to_see_and_may_be_accepted() -> None:
    box = Mailbox()
    box.wait(days=1)
    box.press(3, why="first")
    box.wait(seconds=8)
    box.press(9, why="I meant nine")
    box.settle()
    assert (box.kept.state, box.kept.score, box.counted) == ("machine", 9, [])
    ruling(box, "accepted")
    assert (box.counted, box.world.responses.words(*REFERENCE).why) == ([9], "I meant nine")


def test_only_so_many_presses_wait_to_be_settled() -> None:
    box = Mailbox()
    for number in range(UNSETTLED):
        box.wait(minutes=1)
        box.press(8, why=f"{number}")
    with pytest.raises(TooManyRequestsError) as refused:
        box.press(8, why="5")
    assert refused.value.retry_after == 600
    box.settle()
    assert (box.counted, box.world.responses.words(*REFERENCE).why) == ([8], "4")


def test_an_answer_is_written_so_many_times_a_minute_and_then_waits() -> None:
    box = Mailbox()
    for at in range(A_MINUTE):
        box.put(at % 11, gesture=True)
    with pytest.raises(TooManyRequestsError) as refused:
        box.put(5, gesture=True)
    assert 0 < refused.value.retry_after <= 61
    assert box.kept.score == (A_MINUTE - 1) % 11
    box.wait(minutes=1)
    box.put(5, gesture=True)
    assert box.counted == [5]


def test_strict_waits_for_a_gesture_and_off_for_nothing() -> None:
    strict, off = Mailbox(evidence="strict"), Mailbox(evidence="off")
    for box in (strict, off):
        box.wait(days=1)
        box.open(9, seconds=60)
        box.settle()
    assert (strict.kept.state, strict.kept.reasons, strict.counted) == ("provisional", ("no_gesture",), [])
    assert (off.kept.state, off.kept.reasons, off.counted) == ("confirmed", ("everything_counts",), [9])
    off.open(3)
    assert off.counted == [3]


def ruling(box: Mailbox, what: Any, reason: str = "She told me on the phone") -> Response:
    given = Ruling(at=box.world.clock(), by="ops", what=what, reason=reason)
    return box.world.settle_answer.rule(REFERENCE, given)


def test_what_nobody_was_seen_giving_may_be_accepted_and_then_counts() -> None:
    box = Mailbox()
    box.wait(seconds=20)
    box.open(3)
    ruling(box, "accepted")
    assert (box.kept.state, box.kept.reasons, box.counted) == ("confirmed", ("accepted",), [3])
    assert [(one.by, one.reason) for one in box.kept.rulings] == [("ops", "She told me on the phone")]
    assert len(box.world.cases()) == 1
    assert box.world.kept(box.asked).state == "answered"


def test_of_several_numbers_the_ruling_says_which_one_is_theirs() -> None:
    box = Mailbox()
    box.wait(seconds=20)
    for score in (0, 5, 10):
        box.open(score)
    with pytest.raises(InvalidInputError, match="0, 5, 10"):
        ruling(box, "accepted")
    given = Ruling(at=box.world.clock(), by="ops", what="accepted", reason="She said five", score=5)
    with pytest.raises(InvalidInputError, match="0, 5, 10"):
        box.world.settle_answer.rule(REFERENCE, given.having(score=7))
    box.wait(days=3)
    box.world.settle_answer.rule(REFERENCE, given.having(at=box.world.clock()))
    assert box.counted == [5]
    assert box.kept.given_at == MONDAY + timedelta(seconds=20)  # and not the day it was accepted


def test_what_is_rejected_stays_rejected_for_clicks_and_not_for_people() -> None:
    box = Mailbox()
    box.wait(days=1)
    box.open(9)
    ruling(box, "rejected", "our own scanner")
    box.open(9, seconds=60)
    box.settle()
    assert (box.kept.state, box.kept.reasons, box.counted) == ("machine", ("rejected",), [])
    box.put(8, gesture=True)
    assert (box.kept.state, box.counted) == ("confirmed", [8])
    assert len(box.kept.rulings) == 1


@pytest.mark.parametrize("what", ["accepted", "rejected"])
def test_a_confirmed_answer_is_overruled_by_nobody(what: Any) -> None:
    box = Mailbox()
    box.put(3, gesture=True)
    with pytest.raises(InvalidInputError, match="confirmed"):
        ruling(box, what)
    assert box.counted == [3]


def test_a_ruling_says_why() -> None:
    box = Mailbox()
    box.open(3)
    with pytest.raises(InvalidInputError, match="why"):
        ruling(box, "accepted", "  ")


def test_a_satisfaction_is_asked_from_one_to_five() -> None:
    world = World()
    asked = sent_invitation()
    assert asked.snapshot
    world.invitations.save(asked.having(snapshot=asked.snapshot.having(scale="satisfaction")))
    for score in (0, 6):
        with pytest.raises(InvalidInputError, match="1 to 5"):
            world.record_answer.record(REFERENCE, AnswerInput(score=score, gesture=True))
    world.record_answer.record(REFERENCE, AnswerInput(score=2, gesture=True))
    kept = world.responses.get(*REFERENCE)
    assert kept
    assert (kept.scale, kept.group, kept.needs_follow_up) == ("satisfaction", "detractor", True)


def test_ratings_are_those_of_the_survey_and_may_be_taken_back() -> None:
    rated = PROGRAMME.surveys["annual"].model_copy(update={"ratings": ("quality", "price")})
    box = Mailbox(surveys={**PROGRAMME.surveys, "annual": rated})
    with pytest.raises(InvalidInputError, match="speed"):
        box.put(9, gesture=True, ratings={"speed": 3})
    box.put(9, gesture=True, ratings={"quality": 4, "price": 2}, reference=True)
    box.put(9, gesture=True, ratings={"price": None})
    assert (box.kept.ratings, box.kept.reference_allowed) == ({"quality": 4}, True)


def test_only_a_promoter_allows_to_be_named_as_a_reference() -> None:
    box = Mailbox()
    box.put(9, gesture=True, reference=True)
    assert box.kept.reference_allowed
    box.put(3, gesture=True)
    assert not box.kept.reference_allowed
    box.put(3, gesture=True, reference=True)
    assert not box.kept.reference_allowed


# --- Any interleaving of machines and people: the outcome is the person's, or nothing

MINUTES = st.integers(0, 60 * 24 * 3)


@st.composite
def scanner(draw: st.DrawFn) -> list[tuple[float, str, int]]:
    """What one scanner does, as (seconds after delivery, what, score): it opens one link while mail is scanned, or
    several in a burst at any time, waiting on each as long as it likes, and presses buttons on its way."""
    hurried = draw(st.booleans())
    begins = draw(st.floats(0, 50) if hurried else st.floats(0, 60 * 60 * 24 * 3))
    if draw(st.booleans()) and begins < SCANNED_FOR.total_seconds() - 10:
        return [(begins, "open", draw(st.integers(0, 10)))]
    scores = draw(st.lists(st.integers(0, 10), min_size=2, max_size=11, unique=True))
    gap = draw(st.floats(0.05, BURST.total_seconds() - 0.5))
    what = draw(st.sampled_from(["open", "press", "both"]))
    steps = []
    for at, score in enumerate(scores):
        moment = begins + at * gap
        steps += [(moment, one, score) for one in ("open", "press") if what in (one, "both")]
    return steps


@st.composite
def person(draw: st.DrawFn) -> list[tuple[float, str, int]]:
    """What one person does: clicks, touches the page or not, sends the plain page, at any time and often."""
    steps = []
    moment = 0.0
    for _ in range(draw(st.integers(1, 4))):
        moment += draw(st.floats(130, 60 * 60 * 24))
        steps.append((moment, draw(st.sampled_from(["gesture", "gesture", "read", "send"])), draw(st.integers(0, 10))))
    return steps


@given(st.lists(scanner(), max_size=3), st.lists(person(), max_size=1))
def test_whatever_comes_the_outcome_is_the_person_s_or_nothing(
    scanners: list[list[tuple[float, str, int]]], people: list[list[tuple[float, str, int]]]
) -> None:
    box = Mailbox()
    start = box.world.clock()
    said = [step for steps in people for step in steps]
    for at, what, score in sorted([*said, *(step for steps in scanners for step in steps)]):
        box.settle_before(start + timedelta(seconds=at))
        try:
            box.do(what, score)
        except TooManyRequestsError:
            assert what in ("open", "press")
    for _ in range(3):
        box.settle()
    assert len(box.counted) <= 1
    assert set(box.counted) <= {score for _, _, score in said}
    gestures = [(at, score) for at, what, score in said if what == "gesture"]
    if gestures:
        later = {score for at, _, score in said if at >= gestures[-1][0]}
        assert set(box.counted) <= later
        assert box.counted
    cases = box.world.cases()
    assert bool(cases) <= bool(said)
