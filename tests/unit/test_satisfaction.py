"""Answers from 1 to 5 make a mean and a share, with an interval, and never an NPS."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.domain.errors import InvalidInputError
from sayso.domain.nps import ScoreCounts
from sayso.domain.satisfaction import Satisfaction

COUNTS = st.tuples(*[st.integers(0, 400)] * 5).filter(any)


def test_the_mean_and_the_share_of_4_and_5() -> None:
    figures = Satisfaction((1, 0, 2, 4, 3))
    assert (figures.n, figures.satisfied) == (10, 7)
    assert figures.mean == pytest.approx(3.8)
    assert figures.share == pytest.approx(70)


@pytest.mark.parametrize(
    ("satisfied", "n", "ends"),
    # By Agresti and Coull's formula, worked out apart from the code and cut at 0 and 100.
    [
        (9, 10, (57.4, 100.0)), (5, 10, (23.7, 76.3)), (0, 10, (0.0, 32.1)), (10, 10, (67.9, 100.0)),
        (84, 100, (75.5, 90.0)),
    ],
)  # fmt: skip
def test_the_interval_is_the_adjusted_wald_one(satisfied: int, n: int, ends: tuple[float, float]) -> None:
    interval = Satisfaction((n - satisfied, 0, 0, 0, satisfied)).interval
    assert (round(interval.low, 1), round(interval.high, 1)) == ends


@given(COUNTS)
def test_the_share_lies_in_its_interval_and_the_interval_in_0_to_100(counts: tuple[int, int, int, int, int]) -> None:
    figures = Satisfaction(counts)
    assert 0 <= figures.interval.low <= figures.share <= figures.interval.high <= 100
    assert 1 <= figures.mean <= 5


@given(COUNTS)
def test_four_times_the_answers_are_surer(counts: tuple[int, int, int, int, int]) -> None:
    one, two, three, four, five = (4 * count for count in counts)
    less, more = Satisfaction(counts).interval, Satisfaction((one, two, three, four, five)).interval
    assert more.high - more.low < less.high - less.low


def test_a_counter_of_eleven_scores_holds_five_of_them() -> None:
    assert Satisfaction.of(ScoreCounts.of(0, 1, 2, 3, 4, 5, 0, 0, 0, 0, 0)).counts == (1, 2, 3, 4, 5)


def test_no_answers_have_no_mean() -> None:
    nothing = Satisfaction()
    for figure in ("mean", "share", "interval"):
        with pytest.raises(InvalidInputError, match="no answers"):
            getattr(nothing, figure)
    assert nothing.as_json()["mean"] is None


@pytest.mark.parametrize("wrong", [(1, 1, 1, 1), (1, 1, 1, 1, 1, 1), (0, 0, -1, 0, 0), (0, 0, 0, 0, 0.5)])
def test_wrong_counts_are_refused_by_name(wrong: tuple[int, int, int, int, int]) -> None:
    with pytest.raises(InvalidInputError) as refusal:
        Satisfaction(wrong)
    assert refusal.value.field == "counts"
