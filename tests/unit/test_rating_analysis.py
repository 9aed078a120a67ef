"""How much a rating goes along with the score: a rank correlation, with its interval, or honestly none."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from sayso.domain.errors import InvalidInputError
from sayso.domain.rating_analysis import Association, goes_along, ratings_of

pairs = st.tuples(st.integers(1, 5), st.integers(0, 10))
joints = st.dictionaries(pairs, st.integers(0, 40), max_size=20)


def ranks(values: list[int]) -> list[float]:
    """Mid-ranks by their definition: one more than those below, and half of the others that are equal."""
    return [1 + sum(other < value for other in values) + (values.count(value) - 1) / 2 for value in values]


@given(st.lists(pairs, min_size=2, max_size=60))
def test_it_is_pearsons_correlation_of_the_mid_ranks(given_: list[tuple[int, int]]) -> None:
    ratings, scores = ([pair[side] for pair in given_] for side in (0, 1))
    assume(len({*ratings}) > 1)
    assume(len({*scores}) > 1)
    found = goes_along({pair: given_.count(pair) for pair in given_})
    assert found.n == len(given_)
    assert found.correlation == pytest.approx(np.corrcoef(ranks(ratings), ranks(scores))[0, 1])


def test_the_interval_is_fishers_with_the_variance_of_bonett_and_wright() -> None:
    # r = 0.7701 of 15: √((1 + r²/2) / 12) = 0.3287, atanh r = 1.0205; tanh(0.3763) and tanh(1.6647)
    found = goes_along({(1, 0): 3, (5, 10): 4, (3, 9): 5, (4, 2): 3})
    assert found.correlation == pytest.approx(0.7701, abs=0.00005)
    assert found.interval is not None
    assert (found.interval.low, found.interval.high) == pytest.approx((0.3595, 0.9309), abs=0.0001)


@given(joints)
def test_the_interval_holds_the_correlation_and_stays_on_the_scale(joint: dict[tuple[int, int], int]) -> None:
    found = goes_along(joint)
    if found.correlation is not None:
        assert -1 <= found.correlation <= 1
    if found.interval is not None:
        assert found.correlation is not None
        assert -1 <= found.interval.low < found.correlation < found.interval.high <= 1


@given(joints)
def test_a_rating_read_backwards_goes_along_the_other_way(joint: dict[tuple[int, int], int]) -> None:
    there = goes_along(joint).correlation
    back = goes_along({(6 - rating, score): count for (rating, score), count in joint.items()}).correlation
    assert (there is None) == (back is None)
    if there is not None:
        assert back == pytest.approx(-there)


@given(joints)
def test_four_times_the_answers_go_along_as_much_and_are_surer(joint: dict[tuple[int, int], int]) -> None:
    less, more = goes_along(joint), goes_along({pair: 4 * count for pair, count in joint.items()})
    assert (less.correlation is None) == (more.correlation is None)
    if less.correlation is not None:
        assert more.correlation == pytest.approx(less.correlation)
    if less.interval is not None:
        assert more.interval is not None
        assert more.interval.high - more.interval.low < less.interval.high - less.interval.low


@pytest.mark.parametrize(
    "joint",
    [{}, {(3, 7): 0}, {(3, 7): 1}, {(3, 7): 50}, {(3, 0): 20, (3, 10): 20}, {(1, 7): 20, (5, 7): 20}],
    ids=["none", "a zero", "one", "all the same", "one rating only", "one score only"],
)
def test_where_one_of_the_two_never_varies_there_is_no_correlation(joint: dict[tuple[int, int], int]) -> None:
    assert goes_along(joint) == Association(sum(joint.values()), None, None)


@pytest.mark.parametrize(
    ("joint", "expected"), [({(1, 0): 9, (5, 10): 4}, 1), ({(1, 10): 2, (2, 9): 3, (5, 0): 2}, -1)]
)
def test_perfect_agreement_claims_no_certainty(joint: dict[tuple[int, int], int], expected: int) -> None:
    assert goes_along(joint) == Association(sum(joint.values()), expected, None)


def test_three_answers_have_a_correlation_and_no_interval() -> None:
    found = goes_along({(1, 2): 1, (2, 9): 1, (3, 5): 1})
    assert found.correlation == pytest.approx(0.5)
    assert found.interval is None


@pytest.mark.parametrize("joint", [{(0, 5): 1}, {(6, 5): 1}, {(1, 11): 1}, {(1, -1): 1}, {(1, 5): -1}, {(1, 5): 0.5}])
def test_what_is_off_the_scales_or_no_count_is_refused_by_name(joint: dict[tuple[int, int], int]) -> None:
    for figure in (goes_along, ratings_of):
        with pytest.raises(InvalidInputError) as refusal:
            figure(joint)
        assert refusal.value.field == "joint"


def test_the_ratings_alone_are_those_of_every_score() -> None:
    assert ratings_of({(1, 0): 3, (4, 9): 5, (4, 2): 2, (5, 10): 1}).counts == (3, 0, 0, 7, 1)
