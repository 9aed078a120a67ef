"""A difference within the noise is called that, and one beyond it too: rule 8, for scores and for shares."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.domain.comparing import Change, answers_needed, change, is_reliable_change, share_change
from sayso.domain.errors import InvalidInputError
from sayso.domain.nps import Z_95, ScoreCounts, nps
from sayso.domain.shares import Share

groups = ScoreCounts.from_groups
some = st.integers(min_value=0, max_value=5_000)
answers = st.builds(groups, some, some, some).filter(lambda counts: counts.n > 0)
shares = st.tuples(some, some).filter(any).map(lambda drawn: Share(drawn[0], drawn[0] + drawn[1]))


def exact(counts: ScoreCounts) -> float:
    return 100 * (counts.promoters - counts.detractors) / counts.n


def test_ten_points_on_100_answers_are_noise_and_on_400_are_real() -> None:
    noise = change(groups(60, 25, 15), groups(65, 25, 10))
    real = change(groups(240, 100, 60), groups(260, 100, 40))
    assert (noise.points, real.points) == (10, 10)
    assert noise.z == pytest.approx(0.98, abs=0.005)
    assert real.z == pytest.approx(1.99, abs=0.005)
    assert not noise.is_reliable
    assert is_reliable_change(groups(240, 100, 60), groups(260, 100, 40))


def test_the_interval_of_a_change_is_worked_out_apart_from_the_code() -> None:
    # (65.75 − 10.75 − 60.75 + 15.75) / 103 = 9.709 points; √(0.5523 + 0.4577) / √103 = 9.902; ± 1.96 × that
    around = change(groups(60, 25, 15), groups(65, 25, 10)).interval
    assert (around.low, around.high) == pytest.approx((-9.7, 29.1), abs=0.05)


def test_the_interval_of_a_change_of_a_share_is_that_of_agresti_and_caffo() -> None:
    # 41/102 − 31/102 = 9.80 points; √(0.40196 × 0.59804 + 0.30392 × 0.69608) / √102 = 6.656; ± 1.96 × that
    moved = share_change(Share(30, 100), Share(40, 100))
    assert moved.points == pytest.approx(10)
    assert (moved.interval.low, moved.interval.high) == pytest.approx((-3.24, 22.85), abs=0.005)
    assert not moved.is_reliable


@given(answers, answers)
def test_a_change_back_is_the_same_change_the_other_way(before: ScoreCounts, after: ScoreCounts) -> None:
    there, back = change(before, after), change(after, before)
    assert back.points == -there.points
    assert back.z == pytest.approx(-there.z)
    assert (back.interval.low, back.interval.high) == pytest.approx((-there.interval.high, -there.interval.low))


@given(answers, answers)
def test_the_interval_holds_the_difference_and_stays_on_its_scale(before: ScoreCounts, after: ScoreCounts) -> None:
    around = change(before, after).interval
    assert -200 <= around.low <= exact(after) - exact(before) + 1e-9
    assert exact(after) - exact(before) - 1e-9 <= around.high <= 200


@given(shares, shares)
def test_that_of_shares_too(before: Share, after: Share) -> None:
    around = share_change(before, after).interval
    assert -100 <= around.low <= after.percent - before.percent + 1e-9
    assert after.percent - before.percent - 1e-9 <= around.high <= 100


@given(answers.filter(lambda counts: counts.n > 1), answers.filter(lambda counts: counts.n > 1))
def test_a_change_is_reliable_when_it_stands_at_two_standard_errors(before: ScoreCounts, after: ScoreCounts) -> None:
    moved = change(before, after)
    if abs(abs(moved.z) - Z_95) > 1e-9:
        assert moved.is_reliable == (abs(moved.z) > Z_95)


@given(answers)
def test_nothing_changes_reliably_into_itself(counts: ScoreCounts) -> None:
    assert not is_reliable_change(counts, counts)


def test_a_score_that_did_not_move_never_moved_reliably() -> None:
    one_and_many = change(groups(1, 0, 0), groups(1_000, 0, 0))
    assert one_and_many.points == 0
    assert not one_and_many.is_reliable


@pytest.mark.parametrize("compare", [change, is_reliable_change])
@pytest.mark.parametrize("pair", [(ScoreCounts(), groups(1, 1, 1)), (groups(1, 1, 1), ScoreCounts())])
def test_no_answers_are_compared_with_nothing(
    compare: Callable[[ScoreCounts, ScoreCounts], Change | bool], pair: tuple[ScoreCounts, ScoreCounts]
) -> None:
    with pytest.raises(InvalidInputError, match="no answers") as refusal:
        compare(*pair)
    assert refusal.value.field == "counts"


@pytest.mark.parametrize("pair", [(Share(0, 0), Share(1, 2)), (Share(1, 2), Share(0, 0))])
def test_nor_is_a_share_of_nothing(pair: tuple[Share, Share]) -> None:
    with pytest.raises(InvalidInputError, match="no answers") as refusal:
        share_change(*pair)
    assert refusal.value.field == "whole"


def test_the_answers_needed_are_those_of_the_formula() -> None:
    # 0.5475 + 0.6275 (the variances at 45 and at 35), × (1.960 + 0.842)², / 0.1²: 922; of 925 the test uses 922.
    assert answers_needed(groups(60_000, 25_000, 15_000), 10) == pytest.approx(925, abs=1)


@given(answers, st.integers(1, 100), st.floats(0.06, 0.98))
def test_a_smaller_change_or_a_better_chance_needs_more_answers(counts: ScoreCounts, points: int, power: float) -> None:
    needed = answers_needed(counts, points, power)
    assert needed >= 1
    assert answers_needed(counts, points, power + 0.01) >= needed
    if points > 1:
        assert answers_needed(counts, points - 1, power) >= needed


@given(answers, st.integers(1, 100))
def test_a_score_and_its_mirror_image_need_the_same(counts: ScoreCounts, points: int) -> None:
    mirrored = groups(counts.detractors, counts.passives, counts.promoters)
    assert abs(answers_needed(counts, points) - answers_needed(mirrored, points)) <= 1


def test_where_everybody_promotes_a_fall_is_still_expected_to_bring_noise() -> None:
    assert answers_needed(groups(1_000, 0, 0), 10) > 100


def test_of_the_two_ways_to_move_the_one_that_needs_more_answers_is_reckoned_with() -> None:
    # Up from 10 to 40: 0.09 + 0.24 as variances, × 7.849 / 0.3² = 28.8, and 32 with the three added to each.
    assert answers_needed(groups(10_000, 90_000, 0), 30) == pytest.approx(32, abs=1)


@pytest.mark.parametrize("counts", [groups(1, 0, 0), groups(0, 0, 1), groups(1_000, 0, 0)])
def test_a_score_at_one_end_has_room_for_the_whole_scale(counts: ScoreCounts) -> None:
    assert 1 <= answers_needed(counts, 200) <= 10


@pytest.mark.parametrize("points", [0, -10, 201, float("nan")])
def test_a_change_that_is_none_or_off_the_scale_is_refused_by_name(points: int) -> None:
    with pytest.raises(InvalidInputError, match="1 to 200 points") as refusal:
        answers_needed(groups(60, 25, 15), points)
    assert refusal.value.field == "points"


def test_a_change_that_the_score_has_no_room_for_is_refused_and_one_to_its_end_is_not() -> None:
    good = groups(75, 15, 10)
    assert nps(good) == 65
    assert answers_needed(good, 165) >= 1
    with pytest.raises(InvalidInputError, match="score of 65 has no room for a change of 166 points") as refusal:
        answers_needed(good, 166)
    assert refusal.value.field == "points"


@pytest.mark.parametrize("power", [-0.1, 0, 0.05, 1, 1.5, 80, float("nan")])
def test_a_chance_that_is_none_is_refused_by_name(power: float) -> None:
    with pytest.raises(InvalidInputError, match=r"more than 0\.05 and less than 1") as refusal:
        answers_needed(groups(60, 25, 15), 10, power)
    assert refusal.value.field == "power"


def test_of_no_answers_nobody_knows_how_many_are_needed() -> None:
    with pytest.raises(InvalidInputError) as refusal:
        answers_needed(ScoreCounts(), 10)
    assert refusal.value.field == "counts"
