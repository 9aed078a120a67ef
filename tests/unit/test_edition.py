"""What an edition may say: small groups, subtraction, what is carried over and what always moves (rule 12)."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.domain.commitment import Commitment
from sayso.domain.disclosure import differing
from sayso.domain.edition import Edition, PublishedCommitment, by_month, draft_edition, window
from sayso.domain.nps import ScoreCounts
from tests.page_examples import COMMITMENTS, MADE_AT, few_answers, many_answers

G = ScoreCounts.from_groups
NONE = ScoreCounts()


def draft(previous: Edition | None = None, **changes: Any) -> Edition:
    given: dict[str, Any] = {
        "made_at": MADE_AT,
        "months": {"2026-10": G(20, 15, 5)},
        "asked": 60,
        "answered": 40,
        "drivers": {},
        "commitments": (),
    }
    return draft_edition(previous=previous, **(given | changes))


def test_the_window_is_twelve_months_and_ends_with_the_current_one() -> None:
    months = window(datetime(2026, 2, 28, 23, tzinfo=UTC))
    assert (len(months), months[0], months[-1]) == (12, "2025-03", "2026-02")


def test_days_of_several_surveys_are_summed_to_months() -> None:
    months = by_month({"2026-09-30": G(1, 0, 0), "2026-10-01": G(0, 1, 0)}, {"2026-10-31": G(0, 0, 1)})
    assert months == {"2026-09": G(1, 0, 0), "2026-10": G(0, 1, 1)}


def test_the_headline_is_the_year_with_its_interval_n_and_coverage() -> None:
    headline = many_answers().figures.headline
    assert headline
    assert (headline.score, headline.low, headline.high, headline.n) == (45, 29, 58, 100)
    assert (headline.answered, headline.asked, headline.until) == (100, 148, "2026-10")


def test_whoever_answered_was_asked() -> None:
    headline = draft(asked=39, answered=40).figures.headline
    assert headline
    assert headline.asked == 40


def test_months_outside_the_window_do_not_count() -> None:
    headline = draft(months={"2025-10": G(50, 0, 0), "2026-10": G(5, 0, 0), "2026-11": G(50, 0, 0)}).figures.headline
    assert headline
    assert headline.n == 5


@pytest.mark.parametrize(("n", "shown"), [(0, False), (4, False), (5, True)])
def test_no_score_under_five_answers(n: int, shown: bool) -> None:
    figures = draft(months={"2026-10": G(n, 0, 0)}, drivers={"price": G(n, 0, 0)}).figures
    assert (figures.headline is not None) is shown
    assert bool(figures.praised) is shown


def test_under_thirty_answers_there_is_no_trend_and_no_count() -> None:
    months = {"2026-08": G(10, 0, 0), "2026-09": G(9, 0, 0), "2026-10": G(10, 0, 0)}
    edition = draft(months=months, drivers={"expertise": G(9, 0, 0)}, commitments=COMMITMENTS)
    assert edition.figures.are_few
    assert edition.figures.trend == ()
    assert [figure.count for figure in edition.figures.praised] == [None]
    assert {edition.voices(commitment) for commitment in edition.commitments} == {"several"}


def test_a_month_under_five_answers_is_a_gap() -> None:
    trend = {point.month: point for point in many_answers().figures.trend}
    assert len(trend) == 12
    assert [month for month, point in trend.items() if point.n is None] == ["2025-12", "2026-08"]


def test_one_small_month_takes_the_next_smallest_with_it_or_subtraction_would_show_it() -> None:
    months = {"2026-06": G(12, 2, 1), "2026-07": G(2, 0, 0), "2026-08": G(6, 0, 0), "2026-09": G(9, 0, 0)}
    trend = draft(months=months).figures.trend
    assert {point.month for point in trend if point.n} == {"2026-06", "2026-09"}


def test_a_lone_month_makes_no_trend() -> None:
    assert draft().figures.trend == ()


def test_a_difference_within_the_noise_is_called_that() -> None:
    change = many_answers().figures.trend_change
    assert change
    assert (change.before, change.after, change.is_reliable) == (36, 58, False)


def test_a_large_difference_is_called_reliable() -> None:
    change = draft(months={"2026-02": G(5, 5, 20), "2026-10": G(20, 5, 5)}).figures.trend_change
    assert change
    assert (change.before, change.after, change.is_reliable) == (-50, 50, True)


@pytest.mark.parametrize(("named", "shown"), [(4, False), (5, True), (15, True), (16, False), (19, False), (20, True)])
def test_a_driver_needs_five_who_named_it_and_none_or_five_who_did_not(named: int, shown: bool) -> None:
    figures = draft(drivers={"price": G(named, 0, 0)}).figures  # 20 promoters in all
    assert bool(figures.praised) is shown


def test_promoters_say_what_is_valued_and_detractors_what_is_criticised() -> None:
    figures = many_answers().figures
    assert [(figure.driver, figure.count) for figure in figures.praised] == [
        ("expertise", 31),
        ("contact_person", 24),
        ("reliability", 18),
    ]
    assert [(figure.driver, figure.count) for figure in figures.criticised] == [
        ("response_time", 8),
        ("communication", 6),
    ]


def test_figures_stay_as_they_were_until_five_new_answers_came() -> None:
    first = draft()
    four_more = {"2026-10": G(20, 15, 9)}
    same = draft(first, months=four_more, asked=90, answered=44, drivers={"price": G(9, 0, 0)})
    assert same is first
    fifth = draft(first, months={"2026-10": G(20, 15, 10)}, asked=90, answered=45)
    assert fifth.number == 2
    assert fifth.figures.headline
    assert fifth.figures.headline.n == 45


def test_a_company_may_ask_for_more_new_answers_but_never_for_fewer() -> None:
    first = draft()
    six_more = {"2026-10": G(26, 15, 5)}
    assert draft(first, months=six_more, new_answers=10) is first
    assert draft(first, months={"2026-10": G(21, 15, 5)}, new_answers=1) is first
    assert draft(first, months=six_more).number == 2


def test_an_edited_answer_does_not_move_the_figures_alone() -> None:
    first = draft()
    assert draft(first, months={"2026-10": G(21, 15, 4)}) is first


def test_answers_that_leave_the_window_do_not_move_the_figures_alone() -> None:
    first = draft(months={"2025-11": G(1, 0, 0), "2026-10": G(20, 15, 5)})
    assert draft(first, made_at=datetime(2026, 11, 1, tzinfo=UTC)) is first


def test_figures_of_which_nothing_is_left_in_the_window_are_withdrawn() -> None:
    first = draft()
    later = draft(first, made_at=datetime(2027, 10, 1, tzinfo=UTC), months={})
    assert later.number == 2
    assert later.figures.headline is None


def test_a_shown_month_moves_by_five_or_not_at_all() -> None:
    first = draft(months={"2026-09": G(20, 5, 5), "2026-10": G(5, 0, 0)})
    three_late_ones = {"2026-09": G(23, 5, 5), "2026-10": G(10, 0, 0), "2026-08": G(5, 2, 0)}
    second = draft(first, months=three_late_ones)
    trend = {point.month: point.n for point in second.figures.trend if point.n}
    # three of September are left over beside the 30 already shown: a further month goes, so that they hide in it
    assert trend == {"2026-09": 30, "2026-10": 10}


def test_a_shown_driver_moves_by_five_or_not_at_all() -> None:
    first = draft(drivers={"price": G(8, 0, 0)})
    more = {"2026-10": G(30, 15, 5)}
    held = draft(first, months=more, drivers={"price": G(12, 0, 0)})
    moved = draft(first, months=more, drivers={"price": G(13, 0, 0)})
    assert [figure.count for figure in held.figures.praised] == [8]
    assert [figure.count for figure in moved.figures.praised] == [13]


def test_commitments_always_move() -> None:
    first = draft(commitments=COMMITMENTS[1:])
    second = draft(first, commitments=COMMITMENTS)
    assert second.number == 2
    assert second.figures is first.figures
    assert len(second.commitments) == len(COMMITMENTS)


def test_an_edition_that_would_say_the_same_is_the_same() -> None:
    first = draft(commitments=COMMITMENTS)
    assert draft(first, commitments=COMMITMENTS, made_at=datetime(2026, 11, 2, tzinfo=UTC)) is first


def test_the_newest_news_leads() -> None:
    assert [commitment.id for commitment in many_answers().commitments] == [
        "night",
        "invoices",
        "status",
        "price",
        "names",
    ]


@pytest.mark.parametrize(
    ("asked_by", "voices"), [(None, None), (0, None), (1, None), (2, "several"), (4, "several"), (5, 5)]
)
def test_small_numbers_of_customers_are_not_counted_out(asked_by: int | None, voices: object) -> None:
    edition = draft(commitments=[COMMITMENTS[0].having(asked_by=asked_by)])
    assert edition.voices(edition.commitments[0]) == voices


@pytest.mark.parametrize(("now", "shown"), [(13, 12), (16, 12), (17, 17), (7, 7), (8, 12)])
def test_the_customers_behind_a_commitment_move_by_five_or_not_at_all(now: int, shown: int) -> None:
    first = draft(commitments=[COMMITMENTS[0]])
    second = draft(first, commitments=[COMMITMENTS[0].having(asked_by=now)])
    assert second.commitments[0].asked_by == shown


def test_it_survives_being_kept() -> None:
    for edition in (many_answers(), few_answers()):
        assert Edition.model_validate_json(edition.model_dump_json()) == edition


def test_a_kept_edition_carries_its_figures_over_exactly() -> None:
    kept = Edition.model_validate_json(draft().model_dump_json())
    assert draft(kept, months={"2026-10": G(22, 16, 6)}) is kept


def test_the_public_side_of_a_commitment() -> None:
    moment = datetime(2026, 5, 1, tzinfo=UTC)
    kept = Commitment(
        commitment_id="c1",
        title={"en": "T"},
        heard={"en": "H"},
        published_on=date(2026, 5, 2),
        created_at=moment,
        updated_at=moment,
    )
    public = PublishedCommitment.of(kept)
    assert (public.id, public.title, public.status) == ("c1", {"en": "T"}, "heard")


cell = st.integers(min_value=0, max_value=4)
arrivals = st.lists(st.lists(st.tuples(cell, cell, cell), min_size=12, max_size=12), min_size=2, max_size=5)


@settings(max_examples=150, deadline=None)
@given(arrivals)
def test_whatever_comes_in_no_group_of_one_to_four_can_be_worked_out(waves: list[list[tuple[int, int, int]]]) -> None:
    edition: Edition | None = None
    months = dict.fromkeys(window(MADE_AT), NONE)
    shown_last: dict[str, ScoreCounts] = {}
    for wave in waves:
        months = {month: counts + G(*more) for (month, counts), more in zip(months.items(), wave, strict=True)}
        was = edition
        edition = draft(was, months=months)
        figures = edition.figures
        if (was and figures is was.figures) or figures.headline is None:
            continue
        total = sum(months.values(), NONE)
        assert figures.headline.n == total.n >= 5
        if was and was.figures.headline:
            assert total.n - was.figures.headline.n >= 5
        shown = {point.month: figures.basis.months[point.month] for point in figures.trend if point.n}
        for month, counts in shown.items():
            assert counts.n >= 5
            assert counts == shown_last.get(month, counts) or differing(shown_last[month], counts) >= 5
        if shown:
            left_over = total.n - sum(counts.n for counts in shown.values())
            assert left_over == 0 or left_over >= 5
        shown_last |= shown
