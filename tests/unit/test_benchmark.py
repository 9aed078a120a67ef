"""The headline beside a benchmark: above it or below it only when its own interval says so."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.domain.benchmark import against
from sayso.domain.errors import InvalidInputError
from sayso.domain.nps import ScoreCounts, interval, nps

groups = ScoreCounts.from_groups
some = st.integers(min_value=0, max_value=5_000)
answers = st.builds(groups, some, some, some).filter(lambda counts: counts.n > 0)


@pytest.mark.parametrize(
    ("benchmark", "verdict"),
    [(-100, "above"), (29, "above"), (30, "within the noise"), (45, "within the noise"), (58, "within the noise"),
     (59, "below"), (100, "below")],
)  # fmt: skip
def test_a_headline_of_45_with_100_answers_lies_between_29_and_58(benchmark: int, verdict: str) -> None:
    assert against(groups(60, 25, 15), benchmark) == verdict


def test_of_those_asked_less_has_to_be_left_open() -> None:
    counts = groups(13, 7, 5)
    assert against(counts, 5) == "within the noise"
    assert against(counts, 5, asked=40) == "above"


@given(answers, st.integers(-100, 100))
def test_a_verdict_never_speaks_against_the_score_itself(counts: ScoreCounts, benchmark: int) -> None:
    verdict = against(counts, benchmark)
    if verdict == "above":
        assert nps(counts) >= benchmark
        assert interval(counts).low > benchmark
    if verdict == "below":
        assert nps(counts) <= benchmark
        assert interval(counts).high < benchmark


@given(answers)
def test_nobody_is_above_the_highest_or_below_the_lowest(counts: ScoreCounts) -> None:
    assert against(counts, 100) != "above"
    assert against(counts, -100) != "below"


@pytest.mark.parametrize("benchmark", [-101, 101, float("nan")])
def test_a_benchmark_that_is_no_nps_is_refused_by_name(benchmark: int) -> None:
    with pytest.raises(InvalidInputError) as refusal:
        against(groups(1, 1, 1), benchmark)
    assert refusal.value.field == "benchmark"


def test_without_answers_there_is_nothing_to_hold_against_it() -> None:
    with pytest.raises(InvalidInputError) as refusal:
        against(ScoreCounts(), 30)
    assert refusal.value.field == "counts"
