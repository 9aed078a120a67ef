"""What each driver has to do with the score: who names it, their score, and what they do to the total."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.domain.driver_analysis import analyse_drivers
from sayso.domain.errors import InvalidInputError
from sayso.domain.nps import ScoreCounts, interval, nps
from sayso.domain.shares import Share

groups = ScoreCounts.from_groups
eleven = st.lists(st.integers(0, 300), min_size=11, max_size=11).map(tuple).map(ScoreCounts)
TOTAL = groups(60, 25, 15)


@st.composite
def totals_and_drivers(draw: st.DrawFn) -> tuple[ScoreCounts, dict[str, ScoreCounts]]:
    total = draw(eleven)
    part = st.tuples(*[st.integers(0, count) for count in total.counts]).map(ScoreCounts)
    return total, draw(st.dictionaries(st.sampled_from(["price", "people", "speed", "quality"]), part))


def test_a_driver_is_told_by_who_names_it_and_what_that_does_to_the_total() -> None:
    [price] = analyse_drivers(TOTAL, {"price": groups(2, 6, 12)})
    assert price.of_promoters == Share(2, 60)
    assert price.of_detractors == Share(12, 15)
    assert price.nps == -50
    assert price.interval == interval(groups(2, 6, 12))
    # 45 with them; 58 promoters and 3 detractors of 80 without them: 68.75
    assert price.pull == pytest.approx(45 - 68.75)
    assert price.against_others is not None
    assert price.against_others.points == -50 - 69
    assert price.against_others.is_reliable


def test_the_one_that_pulls_down_most_comes_first() -> None:
    named = {"speed": groups(0, 5, 0), "people": groups(30, 0, 0), "price": groups(0, 0, 15), "all": TOTAL}
    assert [effect.driver for effect in analyse_drivers(TOTAL, named)] == ["price", "speed", "people", "all"]


def test_equal_ones_come_in_the_order_of_their_names() -> None:
    named = dict.fromkeys(["b", "c", "a"], groups(1, 1, 1))
    assert [effect.driver for effect in analyse_drivers(TOTAL, named)] == ["a", "b", "c"]


def test_a_driver_nobody_named_pulls_nowhere_and_has_no_score() -> None:
    [effect] = analyse_drivers(TOTAL, {"price": ScoreCounts()})
    assert (effect.nps, effect.interval, effect.pull, effect.against_others) == (None, None, 0, None)
    assert effect.of_detractors == Share(0, 15)


def test_without_those_who_named_what_everybody_named_nobody_is_left_to_compare_with() -> None:
    [effect] = analyse_drivers(TOTAL, {"price": TOTAL})
    assert (effect.nps, effect.pull, effect.against_others) == (45, None, None)


def test_where_nobody_answered_there_is_nothing_to_tell() -> None:
    [effect] = analyse_drivers(ScoreCounts(), {"price": ScoreCounts()})
    assert (effect.nps, effect.pull) == (None, None)
    assert analyse_drivers(ScoreCounts(), {}) == []


def test_a_few_who_named_it_are_not_yet_a_finding() -> None:
    [effect] = analyse_drivers(TOTAL, {"price": groups(1, 0, 1)})
    assert effect.against_others is not None
    assert not effect.against_others.is_reliable


@given(totals_and_drivers())
def test_the_pull_is_what_the_total_would_lose_or_gain_without_them(
    drawn: tuple[ScoreCounts, dict[str, ScoreCounts]],
) -> None:
    total, named = drawn
    effects = analyse_drivers(total, named)
    assert {effect.driver: effect.counts for effect in effects} == named
    for effect in effects:
        others = total - effect.counts
        if effect.pull is None:
            assert others.n == 0
        else:
            assert nps(others) + effect.pull == pytest.approx(nps(total), abs=1)
            balance, rest = (100 * (counts.promoters - counts.detractors) for counts in (total, others))
            assert effect.pull == pytest.approx(balance / total.n - rest / others.n)
    pulls = [effect.pull for effect in effects if effect.pull is not None]
    assert pulls == sorted(pulls)


@given(totals_and_drivers())
def test_a_driver_pulls_down_exactly_when_those_who_named_it_score_lower_than_the_others(
    drawn: tuple[ScoreCounts, dict[str, ScoreCounts]],
) -> None:
    for effect in analyse_drivers(*drawn):
        others = drawn[0] - effect.counts
        if effect.pull is not None and effect.counts.n:
            theirs = (effect.counts.promoters - effect.counts.detractors) * others.n
            gap = theirs - (others.promoters - others.detractors) * effect.counts.n
            assert (effect.pull < -1e-9) == (gap < 0)
            assert (effect.pull > 1e-9) == (gap > 0)


def test_a_driver_named_by_more_than_answered_is_refused_by_name() -> None:
    with pytest.raises(InvalidInputError, match="'price'") as refusal:
        analyse_drivers(groups(5, 5, 5), {"people": groups(1, 1, 1), "price": groups(6, 0, 0)})
    assert refusal.value.field == "named"
