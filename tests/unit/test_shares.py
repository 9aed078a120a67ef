"""How many of how many, with an interval; wrong ones are refused by name."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.domain.errors import InvalidInputError
from sayso.domain.nps import ScoreCounts
from sayso.domain.shares import Share, category_shares, response_rate

some = st.integers(min_value=0, max_value=5_000)
shares = st.tuples(some, some).filter(any).map(lambda drawn: Share(drawn[0], drawn[0] + drawn[1]))


def test_a_share_is_told_in_percent() -> None:
    assert Share(1, 8).percent == pytest.approx(12.5)


@pytest.mark.parametrize(
    ("part", "whole", "ends"),
    # By Agresti and Coull's formula, worked out apart from the code and cut at 0 and 100.
    [(14, 20, (47.9, 85.7)), (0, 10, (0.0, 32.1)), (10, 10, (67.9, 100.0)), (84, 100, (75.5, 90.0))],
)
def test_its_interval_is_the_adjusted_wald_one(part: int, whole: int, ends: tuple[float, float]) -> None:
    around = Share(part, whole).interval
    assert (round(around.low, 1), round(around.high, 1)) == ends


@given(shares)
def test_the_interval_holds_the_share_and_stays_on_the_scale(share: Share) -> None:
    assert 0 <= share.interval.low <= share.percent + 1e-9
    assert share.percent - 1e-9 <= share.interval.high <= 100


@given(shares)
def test_the_rest_has_the_interval_the_other_way_round(share: Share) -> None:
    rest = Share(share.whole - share.part, share.whole)
    assert (rest.interval.low, rest.interval.high) == pytest.approx(
        (100 - share.interval.high, 100 - share.interval.low)
    )


@given(shares, st.integers(0, 5_000))
def test_among_those_asked_it_holds_no_share_they_cannot_have(share: Share, silent: int) -> None:
    asked = share.whole + silent
    around = share.interval_among(asked)
    assert 100 * share.part / asked - 1e-9 <= around.low <= share.percent + 1e-9
    assert share.percent - 1e-9 <= around.high <= 100 * (share.part + silent) / asked + 1e-9
    assert around.high - around.low <= share.interval.high - share.interval.low + 100 / asked + 1e-9


@given(shares)
def test_when_all_have_answered_the_share_is_known(share: Share) -> None:
    around = share.interval_among(share.whole)
    assert around.low == around.high == pytest.approx(share.percent)


@given(some, some, some)
def test_the_three_groups_together_are_all_answers(promoters: int, passives: int, detractors: int) -> None:
    parts = category_shares(ScoreCounts.from_groups(promoters, passives, detractors))
    assert [share.part for share in parts] == [promoters, passives, detractors]
    assert {share.whole for share in parts} == {promoters + passives + detractors}


@pytest.mark.parametrize(
    ("part", "whole", "field"),
    [(-1, 2, "part"), (3, 2, "part"), (0, -1, "whole"), (0.5, 2, "part"), (1, 2.5, "whole")],
)
def test_a_wrong_share_is_refused_by_name(part: int, whole: int, field: str) -> None:
    with pytest.raises(InvalidInputError) as refusal:
        Share(part, whole)
    assert refusal.value.field == field


def test_a_share_of_nothing_has_no_percent_and_no_interval() -> None:
    for figure in ("percent", "interval"):
        with pytest.raises(InvalidInputError, match="no answers") as refusal:
            getattr(Share(0, 0), figure)
        assert refusal.value.field == "whole"


def test_fewer_asked_than_answered_are_refused_by_name() -> None:
    with pytest.raises(InvalidInputError) as refusal:
        Share(1, 3).interval_among(2)
    assert refusal.value.field == "asked"


def test_a_response_rate_is_the_share_of_those_asked_who_answered() -> None:
    assert response_rate(25, 40) == Share(25, 40)


@pytest.mark.parametrize(("answered", "asked", "field"), [(-1, 2, "answered"), (3, 2, "answered"), (0, -1, "asked")])
def test_a_wrong_response_rate_is_refused_by_name(answered: int, asked: int, field: str) -> None:
    with pytest.raises(InvalidInputError) as refusal:
        response_rate(answered, asked)
    assert refusal.value.field == field
