"""How long somebody unhappy waits: each opening apart, nobody left out who is late, and sums that add up."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import UTC, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.domain.case_times import CaseTimes, Episode, episodes_of
from sayso.domain.durations import Durations, durations, working_days_within
from sayso.domain.follow_up import OUTCOMES, CaseAnswer, CaseChange, FollowUp
from sayso.domain.office import Office
from sayso.domain.shares import Share

MONDAY = datetime(2026, 3, 2, 9, tzinfo=UTC)
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
DUE = 2 * DAY


def case(begun_at: datetime = MONDAY, **changes: Any) -> FollowUp:
    """A case that was opened for a 3, with two days for the first contact."""
    due_at = begun_at + DUE
    values: dict[str, Any] = {
        "follow_up_id": "f1",
        "contact_id": "c1",
        "account": "Kaasboer",
        "account_id": "a1",
        "owner_email": "care@polder.example",
        "opened_at": begun_at,
        "due_at": due_at,
        "answers": (CaseAnswer(survey="annual", occasion="1", score=3, answered_at=begun_at),),
        "changes": (CaseChange(at=begun_at, by="sayso", what="opened", due_at=due_at),),
    }
    return FollowUp(**{**values, **changes})


def case_times(cases: Sequence[FollowUp], now: datetime) -> CaseTimes:
    return CaseTimes([episode for one in cases for episode in episodes_of(one)], now)


def closed(one: FollowUp, after: timedelta, outcome: Any = "solved", cause: str = "price") -> FollowUp:
    return one.closed("anna", MONDAY + after, outcome=outcome, cause=cause, note="Called.")


def contacted(one: FollowUp, after: timedelta) -> FollowUp:
    return one.contacted("anna", MONDAY + after)


def reopened(one: FollowUp, after: timedelta) -> FollowUp:
    return one.reopened("anna", MONDAY + after, MONDAY + after + DUE, "Again.")


def test_the_first_contact_counts_and_not_the_later_ones() -> None:
    (episode,) = episodes_of(closed(contacted(contacted(case(), 3 * HOUR), 5 * HOUR), 9 * HOUR))
    assert (episode.time_to_contact, episode.time_to_close) == (3 * HOUR, 9 * HOUR)
    assert (episode.outcome, episode.cause, episode.is_open) == ("solved", "price", False)


def test_closing_an_open_case_is_its_first_contact() -> None:
    (episode,) = episodes_of(closed(case(), 4 * HOUR))
    assert episode.time_to_contact == episode.time_to_close == 4 * HOUR


def test_a_note_or_another_owner_is_no_contact() -> None:
    noted = case().noted("anna", MONDAY + HOUR, "On holiday.")
    (episode,) = episodes_of(noted.handed_over("anna", MONDAY + HOUR, "bob@polder.example", "o2", "Knows them."))
    assert episode.contacted_at is None


def test_each_time_a_case_is_opened_has_a_due_time_and_an_end_of_its_own() -> None:
    again = closed(reopened(closed(case(), 5 * HOUR, "no_answer", "billing"), 10 * DAY), 13 * DAY)
    first, second = episodes_of(again)
    assert (first.due_at, first.outcome, first.cause) == (MONDAY + DUE, "no_answer", "billing")
    assert (second.begun_at, second.due_at) == (MONDAY + 10 * DAY, MONDAY + 12 * DAY)
    assert (second.time_to_contact, second.outcome) == (3 * DAY, "solved")
    assert [one.was_in_time(MONDAY + 99 * DAY) for one in (first, second)] == [True, False]


def test_at_its_due_time_a_contact_is_in_time_and_a_second_later_it_is_not() -> None:
    def in_time(after: timedelta) -> bool | None:
        return episodes_of(contacted(case(), after))[0].was_in_time(MONDAY + 9 * DAY)

    assert in_time(DUE) is True
    assert in_time(DUE + timedelta(seconds=1)) is False


def test_whoever_is_late_and_was_never_called_is_not_left_out_of_the_share() -> None:
    cases = [contacted(case(), HOUR), contacted(case(), DUE + HOUR), case(), case(MONDAY + 2 * DAY)]
    times = case_times(cases, MONDAY + DUE + 2 * HOUR)
    assert times.in_time == Share(1, 3)
    assert (times.begun, times.contacted, times.late_now, times.waiting, times.open) == (4, 2, 1, 1, 4)


def test_an_erased_case_that_was_never_contacted_counts_nowhere() -> None:
    noted = case().noted("anna", MONDAY + HOUR, "Tried.")
    assert episodes_of(noted.without_person()) == []
    assert case_times([noted.without_person()], MONDAY + 9 * DAY).begun == 0


def test_of_an_erased_case_what_was_done_counts_and_nothing_is_open_or_late() -> None:
    during = contacted(case(), 3 * HOUR).without_person()
    again = reopened(closed(case(), 3 * HOUR), 5 * DAY).without_person()
    times = case_times([during, again], MONDAY + 99 * DAY)
    assert (times.begun, times.contacted, times.closed, times.given_up) == (2, 2, 1, 1)
    assert (times.open, times.late_now, times.waiting) == (0, 0, 0)
    assert times.hours_to_contact == Durations(2, 3, 3)
    assert sum(times.outcomes.values()) == 1


def test_a_case_of_before_due_times_were_kept_with_the_change_has_its_own() -> None:
    bare = CaseChange(at=MONDAY, by="sayso", what="opened")
    end = CaseChange(at=MONDAY + 3 * DAY, by="anna", what="closed", note="Done.")
    old = case(changes=(bare, end), state="solved", closed_at=MONDAY + 3 * DAY)
    (episode,) = episodes_of(old)
    assert (episode.due_at, episode.was_in_time(MONDAY + 4 * DAY), episode.outcome) == (old.due_at, False, None)
    assert CaseTimes([episode], MONDAY).outcomes == {"solved": 0, "not_solved": 0, "no_answer": 0, "": 1}
    assert CaseTimes([episode], MONDAY).as_json()["outcomes"]["not_said"] == 1


def test_outcomes_and_causes_count_each_case_once_by_its_last_ending() -> None:
    cases = [
        closed(case(), HOUR),
        closed(case(), HOUR, "not_solved", "it was too loud"),
        closed(reopened(closed(case(), HOUR, "no_answer", "billing"), DAY), 2 * DAY),
        case(),
    ]
    times = case_times(cases, MONDAY + 3 * DAY)
    assert times.outcomes == {"solved": 2, "not_solved": 1, "no_answer": 0}
    assert times.causes == {"price": 2, "it was too loud": 1}
    assert (times.cases, times.begun, times.closed) == (4, 5, 4)


def test_a_case_that_is_open_again_has_no_ending() -> None:
    times = case_times([reopened(closed(case(), HOUR), DAY)], MONDAY + 3 * DAY)
    assert (times.open, sum(times.outcomes.values()), times.causes) == (1, 0, {})
    assert (times.cases, times.begun, times.closed) == (1, 2, 1)


def test_a_case_erased_before_anybody_called_again_stands_as_it_ended_before() -> None:
    times = case_times([reopened(closed(case(), HOUR), DAY).without_person()], MONDAY + 3 * DAY)
    assert (times.cases, times.begun, times.outcomes["solved"]) == (1, 1, 1)


@pytest.mark.parametrize(
    ("hours", "middle", "ninth"),
    [
        ([7], 7, 7),
        ([1, 2], 1.5, 2),
        ([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 5.5, 9),
        ([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11], 6, 10),
    ],
)
def test_the_middle_and_what_nine_in_ten_did_not_exceed(hours: list[float], middle: float, ninth: float) -> None:
    assert durations(hours[::-1]) == Durations(len(hours), middle, ninth)


def test_of_nothing_there_is_no_duration() -> None:
    times = case_times([], MONDAY)
    assert (times.hours_to_contact, times.hours_to_close) == (None, None)
    assert times.as_json()["in_time_interval"] is None


@given(st.lists(st.floats(0, 1e6), min_size=1, max_size=60))
def test_at_least_nine_in_ten_waited_no_longer_and_fewer_any_shorter_time(hours: list[float]) -> None:
    found = durations(hours)
    assert found
    assert sum(hour <= found.ninth for hour in hours) >= 0.9 * len(hours) - 1e-9
    shorter = [hour for hour in hours if hour < found.ninth]
    assert len(shorter) < 0.9 * len(hours)


@pytest.mark.parametrize(
    ("end", "days"),
    [
        (datetime(2026, 3, 6, 15, tzinfo=UTC), 0),  # that moment: Friday, 16:00 in Amsterdam
        (datetime(2026, 3, 6, 15, 30, tzinfo=UTC), 0),
        (datetime(2026, 3, 6, 22, 59, tzinfo=UTC), 0),  # the last minute of that day
        (datetime(2026, 3, 6, 23, tzinfo=UTC), 1),
        (datetime(2026, 3, 9, 15, tzinfo=UTC), 1),  # Monday, the same time
        (datetime(2026, 3, 9, 15, 1, tzinfo=UTC), 2),
        (datetime(2026, 3, 11, 8, tzinfo=UTC), 3),
    ],
)
def test_a_weekend_is_no_working_time(end: datetime, days: int) -> None:
    zone = ZoneInfo("Europe/Amsterdam")
    office = Office(frozenset(range(5)), time(9), time(17), zone, lambda _: False)
    assert working_days_within(office, datetime(2026, 3, 6, 15, tzinfo=UTC), end) == days


MINUTES = st.integers(-60, 60 * 24 * 40)


def place() -> Office:
    """An office in Amsterdam, where the clocks change on 29 March, closed on a Friday."""
    return Office(frozenset(range(5)), time(9), time(17), ZoneInfo("Europe/Amsterdam"), lambda day: day.day == 20)


@given(st.integers(0, 60 * 24 * 40), MINUTES)
def test_the_working_days_are_the_fewest_that_reach_so_far_and_none_on_the_day_itself(begun: int, minutes: int) -> None:
    office, start = place(), MONDAY + timedelta(minutes=begun)
    end = start + timedelta(minutes=minutes)
    days = working_days_within(office, start, end)
    heard_on = office.next_opening(start).astimezone(office.zone).date()
    assert (days == 0) == (end.astimezone(office.zone).date() <= heard_on)
    if days:
        assert office.add_working_days(start, days) >= end
        assert days == 1 or office.add_working_days(start, days - 1) < end


@given(st.integers(0, 60 * 24 * 40), MINUTES, MINUTES)
def test_who_is_called_back_later_is_called_back_in_no_fewer_working_days(begun: int, one: int, other: int) -> None:
    office, start = place(), MONDAY + timedelta(minutes=begun)
    sooner, later = (start + timedelta(minutes=minutes) for minutes in sorted((one, other)))
    assert working_days_within(office, start, sooner) <= working_days_within(office, start, later)


@given(st.integers(0, 60 * 24 * 40), MINUTES, st.integers(1, 60))
def test_within_the_promised_working_days_is_before_the_due_time(begun: int, minutes: int, promised: int) -> None:
    office, start = place(), MONDAY + timedelta(minutes=begun)
    end = start + timedelta(minutes=minutes)
    is_in_time = end <= office.add_working_days(start, promised)
    assert (working_days_within(office, start, end) <= promised) == is_in_time


@pytest.mark.parametrize(
    "heard_at",
    [
        datetime(2026, 3, 6, 20, tzinfo=UTC),  # Friday evening
        datetime(2026, 3, 8, 11, tzinfo=UTC),  # Sunday
        datetime(2026, 3, 9, 3, tzinfo=UTC),  # the night before
    ],
)
def test_what_is_heard_while_the_office_is_closed_is_called_back_about_on_the_day_it_opens(heard_at: datetime) -> None:
    monday = datetime(2026, 3, 9, 15, tzinfo=UTC)
    assert working_days_within(place(), heard_at, monday) == 0
    assert working_days_within(place(), heard_at, monday + DAY) == 2


STEPS = st.lists(st.tuples(st.sampled_from(["contact", "close", "reopen", "note"]), st.integers(0, 200)), max_size=8)


def lived(steps: list[tuple[str, int]], outcome: Any, *, erased: bool) -> FollowUp:
    """A case to which all that is possible of some steps happened, so many hours apart."""
    one, at = case(), MONDAY
    for what, hours in steps:
        at += timedelta(hours=hours)
        if what == "reopen" and one.is_over:
            one = one.reopened("anna", at, at + DUE, "Again.")
        elif what == "contact" and not one.is_over:
            one = one.contacted("anna", at)
        elif what == "close" and not one.is_over:
            one = one.closed("anna", at, outcome=outcome, cause="price", note="Done.")
        elif what == "note":
            one = one.noted("anna", at, "A note.")
    return one.without_person() if erased else one


@given(
    st.lists(st.builds(lived, STEPS, st.sampled_from(OUTCOMES), erased=st.booleans()), max_size=12),
    st.integers(0, 2_000),
)
def test_everything_adds_up(cases: list[FollowUp], later: int) -> None:
    times = case_times(cases, MONDAY + timedelta(hours=later))
    assert times.begun == times.contacted + times.waiting + times.late_now
    assert times.begun == times.closed + times.open + times.given_up
    ended = [episodes[-1] for one in cases if (episodes := episodes_of(one))]
    assert times.cases == len(ended)
    assert times.cases == sum(times.outcomes.values()) + times.open + times.given_up
    assert sum(times.outcomes.values()) == sum(times.causes.values()) == sum(one.closed_at is not None for one in ended)
    assert times.in_time.whole == times.contacted + times.late_now
    assert times.open == sum(not one.is_over for one in cases)
    assert times.waiting + times.late_now == sum(one.state == "open" for one in cases)
    assert times.late_now == sum(one.is_late(times.now) for one in cases)
    assert min(times.waiting, times.late_now, times.in_time.part) >= 0
    kept = [one for one in cases if not one.erased]
    assert times.begun >= Counter(change.what for one in kept for change in one.changes)["opened"]
    for one in times.episodes:
        assert one.time_to_close is None or one.time_to_contact is not None
        assert (one.time_to_contact or timedelta(0)) <= (one.time_to_close or timedelta.max)


def test_a_clock_that_ran_ahead_makes_no_negative_wait() -> None:
    assert Episode(MONDAY, MONDAY + DUE, MONDAY - HOUR).time_to_contact == timedelta(0)
