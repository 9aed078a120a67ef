"""The score and its interval: rule 8 and the fixtures of its sources."""

from __future__ import annotations

from fractions import Fraction
from math import comb, sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.domain.errors import InvalidInputError
from sayso.domain.nps import ScoreCounts, interval, nps, signed

groups = ScoreCounts.from_groups
some = st.integers(min_value=0, max_value=5_000)
answers = st.builds(groups, some, some, some).filter(lambda counts: counts.n > 0)


def swapped(counts: ScoreCounts) -> ScoreCounts:
    return groups(counts.detractors, counts.passives, counts.promoters)


def test_scores_fall_into_three_groups() -> None:
    counts = ScoreCounts.of(1, 2, 3, 4, 5, 6, 7, 10, 20, 100, 200)
    assert (counts.detractors, counts.passives, counts.promoters, counts.n) == (28, 30, 300, 358)


@pytest.mark.parametrize(
    ("counts", "score"),
    [
        (groups(75, 15, 10), 65),
        (groups(60, 25, 15), 45),
        (groups(335, 331, 334), 0),  # 33.5 % − 33.4 %, not 34 − 33
        (groups(8, 9, 22), -36),
        (groups(1, 199, 0), 1),  # half a point, away from zero
        (groups(0, 199, 1), -1),
        (groups(0, 7, 0), 0),
        (groups(1, 0, 0), 100),
        (groups(0, 0, 1), -100),
    ],
)
def test_nps_is_rounded_once_and_half_away_from_zero(counts: ScoreCounts, score: int) -> None:
    assert nps(counts) == score


@given(answers)
def test_nps_is_never_further_than_half_a_point_from_the_exact_value(counts: ScoreCounts) -> None:
    exact = Fraction(100 * (counts.promoters - counts.detractors), counts.n)
    assert -100 <= nps(counts) <= 100
    assert abs(nps(counts) - exact) <= Fraction(1, 2)


@given(answers)
def test_swapping_promoters_and_detractors_turns_the_sign(counts: ScoreCounts) -> None:
    there, back = interval(counts), interval(swapped(counts))
    assert nps(swapped(counts)) == -nps(counts)
    assert back.low == pytest.approx(-there.high)
    assert back.high == pytest.approx(-there.low)


@given(answers, answers)
def test_the_score_of_two_sets_together_lies_between_theirs(first: ScoreCounts, second: ScoreCounts) -> None:
    low, high = sorted((nps(first), nps(second)))
    assert low <= nps(first + second) <= high


@given(answers)
def test_the_interval_holds_the_score_and_stays_on_the_scale(counts: ScoreCounts) -> None:
    around = interval(counts)
    exact = 100 * (counts.promoters - counts.detractors) / counts.n
    assert -100 <= around.low <= exact + 1e-9
    assert exact - 1e-9 <= around.high <= 100


@given(answers)
def test_more_answers_of_the_same_kind_never_make_it_less_sure(counts: ScoreCounts) -> None:
    once, twice = interval(counts), interval(counts + counts)
    assert twice.high - twice.low <= once.high - once.low + 1e-9


def test_the_interval_is_that_of_the_source() -> None:
    around = interval(groups(60, 25, 15))
    assert around.low == pytest.approx(29.3, abs=0.05)
    assert around.high == pytest.approx(58.0, abs=0.05)
    assert around.rounded == (29, 58)


def coverage(n: int, promoters: float, detractors: float, *, plain: bool = False) -> float:
    """How often the interval of n answers holds the true score: exactly, over all outcomes, nothing drawn."""
    held = 0.0
    truth = 100 * (promoters - detractors)
    for p in range(n + 1):
        for d in range(n + 1 - p):
            rest = n - p - d
            odds = comb(n, p) * comb(n - p, d) * promoters**p * detractors**d * (1 - promoters - detractors) ** rest
            balance = (p - d) / n
            half = 1.96 * sqrt(max(0.0, (p + d) / n - balance**2) / n)
            around = interval(groups(p, rest, d))
            low, high = (100 * (balance - half), 100 * (balance + half)) if plain else (around.low, around.high)
            held += odds * (low - 1e-9 <= truth <= high + 1e-9)
    return held


@pytest.mark.parametrize("n", [10, 30, 60])
@pytest.mark.parametrize(("p", "d"), [(0.9, 0.02), (0.5, 0.2), (0.6, 0.15), (0.3, 0.3), (0.75, 0.1), (0.2, 0.56)])
def test_95_percent_means_95_percent(n: int, p: float, d: float) -> None:
    assert 0.93 <= round(coverage(n, p, d), 2) <= 0.97


@pytest.mark.parametrize(("n", "expected"), [(10, 0.65), (30, 0.84)])
def test_the_plain_interval_would_promise_too_much(n: int, expected: float) -> None:
    assert coverage(n, 0.9, 0.02, plain=True) == pytest.approx(expected, abs=0.005)


# Answers, and how many more were asked.
some_asked = st.tuples(answers, st.integers(0, 5_000)).map(lambda drawn: (drawn[0], drawn[0].n + drawn[1]))


@pytest.mark.parametrize(("n", "half"), [(50, 22), (100, 15), (400, 8), (1_000, 5)])
def test_half_of_the_interval_is_that_of_the_sources(n: int, half: int) -> None:
    around = interval(groups(n // 2, 3 * n // 10, n // 5))
    assert (around.high - around.low) / 2 == pytest.approx(half, abs=1)


def test_of_40_who_were_asked_25_answers_are_surer_than_of_endless_customers() -> None:
    sample, asked = interval(groups(13, 7, 5)), interval(groups(13, 7, 5), asked=40)
    assert (sample.high - sample.low) / 2 == pytest.approx(29, abs=0.5)
    assert (asked.high - asked.low) / 2 == pytest.approx(18, abs=0.5)
    assert (asked.low, asked.high) == (12.5, 47.5)  # 5 and 19 of 40


@given(answers)
def test_when_all_who_were_asked_have_answered_nothing_is_left_to_be_unsure_of(counts: ScoreCounts) -> None:
    around = interval(counts, asked=counts.n)
    exact = 100 * (counts.promoters - counts.detractors) / counts.n
    assert around.low == around.high == pytest.approx(exact)


@given(some_asked)
def test_among_those_asked_the_interval_holds_the_score_and_no_score_they_cannot_have(
    drawn: tuple[ScoreCounts, int],
) -> None:
    counts, asked = drawn
    around = interval(counts, asked)
    balance, silent = counts.promoters - counts.detractors, asked - counts.n
    assert around.low - 1e-9 <= 100 * balance / counts.n <= around.high + 1e-9
    assert around.low >= 100 * (balance - silent) / asked - 1e-9
    assert around.high <= 100 * (balance + silent) / asked + 1e-9


@given(some_asked)
def test_among_those_asked_it_is_never_wider_than_of_endless_customers(drawn: tuple[ScoreCounts, int]) -> None:
    counts, asked = drawn
    sample, among = interval(counts), interval(counts, asked)
    one_person = 100 / asked  # each end goes to the nearest score that so many people can have
    assert among.high - among.low <= sample.high - sample.low + one_person + 1e-9


@given(answers)
def test_among_very_many_asked_it_is_that_of_endless_customers(counts: ScoreCounts) -> None:
    sample, among = interval(counts), interval(counts, asked=10**9)
    assert (among.low, among.high) == pytest.approx((sample.low, sample.high), abs=0.001)


@given(some_asked)
def test_swapping_promoters_and_detractors_turns_the_sign_among_those_asked_too(drawn: tuple[ScoreCounts, int]) -> None:
    counts, asked = drawn
    there, back = interval(counts, asked), interval(swapped(counts), asked)
    assert (back.low, back.high) == pytest.approx((-there.high, -there.low))


def test_more_answers_than_were_asked_are_refused_by_name() -> None:
    with pytest.raises(InvalidInputError, match="3 answered") as refusal:
        interval(groups(1, 1, 1), asked=2)
    assert refusal.value.field == "asked"


def test_the_interval_among_those_asked_is_worked_out_apart_from_the_code() -> None:
    # 2 promoters and 1 detractor of 6 asked. Adjusted: 1/6, with a variance of (4.5/6 − 1/36) / 6 = 0.1204.
    # In people: 1 + 3/6 = 1.5, ± 6 × 1.96 × √(0.1204 × 3/5) = 3.16, so −1.66 to 4.66, as whole people −2 to 5;
    # but even if the three silent ones all promote us, they make no more than 4.
    around = interval(groups(2, 0, 1), asked=6)
    assert (around.low, around.high) == pytest.approx((-100 * 2 / 6, 100 * 4 / 6))


@pytest.mark.parametrize(("counts", "end"), [(groups(1, 0, 0), "high"), (groups(0, 0, 1), "low")])
def test_one_answer_says_next_to_nothing(counts: ScoreCounts, end: str) -> None:
    around = interval(counts)
    assert around.high - around.low > 140
    assert getattr(around, end) == nps(counts)


def test_the_mean_is_that_of_all_answers() -> None:
    assert ScoreCounts.of(1, 0, 0, 0, 0, 0, 0, 0, 0, 1, 2).mean == pytest.approx(7.25)


@given(answers, answers)
def test_answers_taken_away_again_leave_what_was_there(first: ScoreCounts, second: ScoreCounts) -> None:
    assert first + second - second == first


def test_more_answers_than_there_are_cannot_be_taken_away() -> None:
    with pytest.raises(InvalidInputError, match="score 10 is -1"):
        groups(1, 5, 5) - groups(2, 0, 0)


@pytest.mark.parametrize("wrong", [(1,) * 10, (1,) * 12, (-1, *(0,) * 10), (0.5, *(0,) * 10)])
def test_wrong_counts_are_refused_by_name(wrong: tuple[int, ...]) -> None:
    with pytest.raises(InvalidInputError) as refusal:
        ScoreCounts(wrong)
    assert refusal.value.field == "counts"


@pytest.mark.parametrize("function", [nps, interval, lambda none: none.mean])
def test_no_answers_have_no_score(function: object) -> None:
    assert callable(function)
    with pytest.raises(InvalidInputError, match="no answers"):
        function(ScoreCounts())


def test_points_are_read_with_a_plus_or_a_real_minus_and_zero_with_neither() -> None:
    assert [signed(points) for points in (-100, -5, -0.4, 0, 0.4, 5, 100)] == [
        "−100",
        "−5",
        "0",
        "0",
        "0",
        "+5",
        "+100",
    ]
    assert signed(-5) == "\u22125"
