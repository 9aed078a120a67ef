"""What a click amounts to when nobody was seen on the page: `evidence.judge`, rule by rule."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.domain.evidence import (
    BURST,
    MANY,
    READ_FOR,
    REASONS,
    SCANNED_FOR,
    SENT_TOO_SOON,
    Visit,
    judge,
    judge_send,
    seconds_since_delivery,
    with_visit,
)
from sayso.domain.invitation import SentMail
from tests.builders import MONDAY

DELIVERED = MONDAY + timedelta(seconds=4)
MAIL = SentMail(state="sent", at=MONDAY, delivered_at=DELIVERED)
TOMORROW = MONDAY + timedelta(days=1)


def visit(at: datetime = TOMORROW, score: int = 9, seconds: int = 6, number: int = 1, **more: Any) -> Visit:
    return Visit(number=number, score=score, at=at, visible_seconds=seconds, **more)


def press(at: datetime = TOMORROW, score: int = 9) -> Visit:
    return visit(at, score, 0, sent=True)


def verdict(*visits: Visit, mails: tuple[SentMail, ...] = (MAIL,), policy: Any = "balanced") -> tuple[str, ...]:
    """What is to be thought of the last of these visits."""
    found = judge_send(visits[-1], visits, mails) if visits[-1].sent else judge(visits, mails, policy)
    return (found.state, *found.reasons)


def test_a_day_later_one_score_and_six_seconds_are_enough() -> None:
    assert verdict(visit()) == ("confirmed", "read")


def test_a_page_closed_at_once_proves_nobody() -> None:
    assert verdict(visit(seconds=READ_FOR - 1)) == ("provisional", "too_short")


def test_while_mail_is_scanned_a_click_proves_nobody() -> None:
    last = DELIVERED + SCANNED_FOR - timedelta(seconds=1)
    assert verdict(visit(last)) == ("provisional", "too_soon")
    assert verdict(visit(DELIVERED + SCANNED_FOR)) == ("confirmed", "read")


def test_who_opens_a_link_before_the_mail_has_arrived_is_a_scanner() -> None:
    held_up = MAIL.having(delivered_at=MONDAY + timedelta(hours=3))
    assert verdict(visit(MONDAY + timedelta(hours=1)), mails=(held_up,)) == ("provisional", "too_soon")


def test_where_no_delivery_is_known_the_sending_counts() -> None:
    unknown = MAIL.having(delivered_at=None)
    assert verdict(visit(MONDAY + SCANNED_FOR), mails=(unknown,)) == ("confirmed", "read")
    assert verdict(visit(MONDAY + SCANNED_FOR - timedelta(seconds=1)), mails=(unknown,)) == ("provisional", "too_soon")


def test_a_reminder_is_scanned_like_the_first_mail() -> None:
    week = MONDAY + timedelta(days=7)
    reminder = SentMail(state="sent", at=week, delivered_at=week)
    assert verdict(visit(week + timedelta(seconds=20)), mails=(MAIL, reminder)) == ("provisional", "too_soon")
    assert verdict(visit(week - timedelta(seconds=20)), mails=(MAIL, reminder)) == ("confirmed", "read")


def test_a_scanner_that_was_there_first_is_not_believed_when_it_comes_back() -> None:
    first, again = visit(MONDAY + timedelta(seconds=20)), visit(MONDAY + timedelta(hours=1), seconds=60, number=2)
    assert verdict(first, again) == ("provisional", "too_soon")


def test_different_scores_within_seconds_are_a_machine_s() -> None:
    assert verdict(visit(score=3), visit(TOMORROW + BURST, 9)) == ("machine", "burst")
    later = TOMORROW + BURST + timedelta(seconds=1)
    assert verdict(visit(score=3), visit(later, 9)) == ("provisional", "several_scores")


def test_three_scores_are_a_machine_s_however_slowly_they_come() -> None:
    visits = [visit(TOMORROW + timedelta(hours=at), at, number=at) for at in range(3)]
    assert verdict(*visits) == ("machine", "many_scores")


def test_the_button_of_the_plain_page_stands_for_a_person() -> None:
    assert verdict(press()) == ("confirmed", "sent")
    assert verdict(press(DELIVERED + SENT_TOO_SOON)) == ("confirmed", "sent")


def test_nobody_has_filled_in_the_plain_page_within_a_minute_of_the_delivery() -> None:
    assert verdict(press(DELIVERED + SENT_TOO_SOON - timedelta(seconds=1))) == ("provisional", "sent_too_soon")


def test_buttons_pressed_in_a_burst_are_a_machine_s() -> None:
    assert verdict(press(score=3), press(TOMORROW + BURST)) == ("machine", "burst")
    assert verdict(visit(score=3), press(TOMORROW + BURST)) == ("machine", "burst")
    third = TOMORROW + MANY
    slowly = (press(score=3), press(TOMORROW + MANY / 2, 4), press(third, 5))
    assert verdict(*slowly) == ("machine", "burst")


def test_a_person_who_changes_their_mind_on_the_plain_page_is_believed() -> None:
    assert verdict(press(score=8), press(TOMORROW + timedelta(seconds=20))) == ("confirmed", "sent")


def test_a_person_s_button_is_believed_after_any_burst() -> None:
    burst = [visit(MONDAY + timedelta(seconds=20 + at), at, number=at) for at in range(11)]
    assert verdict(*burst, press()) == ("confirmed", "sent")


def test_what_a_machine_opens_after_a_person_s_button_takes_nothing_away_from_it() -> None:
    sent = press(score=9)
    later = [visit(TOMORROW + timedelta(seconds=60 + at), at, number=at) for at in range(11)]
    assert judge_send(sent, (sent, *later), (MAIL,)).state == "confirmed"
    assert judge_send(sent, (*later, press(TOMORROW + timedelta(seconds=90))), (MAIL,)).state == "confirmed"


def test_one_button_pressed_after_many_links_is_a_machine_s() -> None:
    opened = [visit(TOMORROW + timedelta(seconds=20 * at), at, number=at) for at in range(3)]
    assert verdict(*opened, press(TOMORROW + timedelta(seconds=60), 2)) == ("machine", "burst")


def test_who_writes_within_a_minute_is_believed_if_nothing_else_was_there() -> None:
    at_once = press(DELIVERED + timedelta(seconds=40), 2)
    assert judge_send(at_once, (at_once,), (MAIL,), has_words=True).state == "confirmed"
    scanned = visit(DELIVERED, 9)
    assert judge_send(at_once, (scanned, at_once), (MAIL,), has_words=True).reasons == ("sent_too_soon",)


def test_a_mail_that_was_sent_twice_may_have_been_scanned_twice() -> None:
    again = MAIL.having(at=TOMORROW, delivered_at=TOMORROW, earlier=(MONDAY,))
    assert verdict(visit(MONDAY + timedelta(seconds=20)), mails=(again,)) == ("provisional", "too_soon")
    assert verdict(visit(MONDAY + timedelta(hours=1)), mails=(again,)) == ("confirmed", "read")


def test_a_strict_programme_settles_nothing_but_the_button() -> None:
    assert verdict(visit(), policy="strict") == ("provisional", "no_gesture")
    assert verdict(visit(score=1), visit(score=2), policy="strict") == ("machine", "burst")


def test_where_it_is_off_everything_counts() -> None:
    assert verdict(visit(MONDAY, 3, 0), visit(MONDAY, 4, 0), policy="off") == ("confirmed", "everything_counts")


def test_several_reports_of_one_opening_are_one_visit() -> None:
    visits = with_visit((), visit(seconds=0))
    assert with_visit(visits, visit(TOMORROW + timedelta(seconds=2), seconds=2)) is visits
    longer = with_visit(visits, visit(TOMORROW + timedelta(seconds=7), seconds=7))
    assert longer == (visit(seconds=7),)
    assert with_visit(longer, visit(TOMORROW + timedelta(seconds=60), seconds=60)) is longer


def test_a_visit_that_was_scanned_is_not_forgotten_for_later_ones() -> None:
    week = MONDAY + timedelta(days=7)
    reminder = SentMail(state="sent", at=week, delivered_at=week)
    moments = [
        (TOMORROW, 2),
        (week + timedelta(seconds=20), 1),
        *((week + timedelta(hours=at), 60) for at in range(1, 9)),
    ]
    visits: tuple[Visit, ...] = ()
    for number, (at, seconds) in enumerate(moments):
        visits = with_visit(visits, visit(at, seconds=seconds, number=number))
    assert verdict(*visits, mails=(MAIL, reminder)) == ("provisional", "too_soon")


@given(st.lists(st.tuples(st.integers(0, 10), st.booleans(), st.integers(0, 5), st.integers(0, 9)), max_size=120))
def test_no_machine_makes_the_list_long_or_hides_a_score(seen: list[tuple[int, bool, int, int]]) -> None:
    visits: tuple[Visit, ...] = ()
    for at, (score, sent, number, seconds) in enumerate(seen):
        visits = with_visit(visits, visit(TOMORROW + timedelta(seconds=at), score, seconds, number, sent=sent))
    assert len(visits) <= (3 + 2) * 11
    assert {one.score for one in visits} == {score for score, *_ in seen}


@given(st.lists(st.builds(visit, st.datetimes().map(lambda at: at.replace(tzinfo=MONDAY.tzinfo)), st.integers(0, 10),
                          st.integers(0, 30), st.integers(0, 3), sent=st.booleans()), min_size=1),
       st.sampled_from(["strict", "balanced", "off"]))  # fmt: skip
def test_every_verdict_has_reasons_that_can_be_put_in_words(visits: list[Visit], policy: Any) -> None:
    found = judge(visits, (MAIL,), policy)
    assert found.reasons
    assert all(REASONS[reason] for reason in found.reasons)


@pytest.mark.parametrize(("at", "seconds"), [(DELIVERED, 0), (DELIVERED + timedelta(seconds=90), 90), (MONDAY, 0)])
def test_the_time_since_delivery_is_told_in_seconds(at: datetime, seconds: int) -> None:
    assert seconds_since_delivery((MAIL,), at) == seconds


def test_before_any_mail_there_is_no_time_since_delivery() -> None:
    assert seconds_since_delivery((MAIL,), MONDAY - timedelta(seconds=1)) is None
