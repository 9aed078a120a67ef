"""Who was won back: the counts add up, the intervals are those of the books, and few answers claim little."""

from __future__ import annotations

from math import cos, sin, sqrt
from statistics import fmean

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.domain.errors import InvalidInputError
from sayso.domain.shares import Share
from sayso.domain.student_t import share_within, t_95
from sayso.domain.won_back import Move, WonBack

MOVES = st.lists(st.builds(Move, st.integers(0, 6), st.integers(0, 10)), max_size=40)


def of(*moves: tuple[int, int], asked: int | None = None) -> WonBack:
    return WonBack(len(moves) if asked is None else asked, tuple(Move(*move) for move in moves))


@pytest.mark.parametrize(
    ("freedom", "t"),
    [
        # NIST/SEMATECH e-Handbook of Statistical Methods, 1.3.6.7.2, column 0.975
        (1, 12.706), (2, 4.303), (3, 3.182), (4, 2.776), (5, 2.571), (6, 2.447), (7, 2.365), (8, 2.306), (9, 2.262),
        (10, 2.228), (15, 2.131), (20, 2.086), (29, 2.045), (30, 2.042), (60, 2.000), (100, 1.984),
    ],
)  # fmt: skip
def test_the_quantiles_are_those_of_the_tables(freedom: int, t: float) -> None:
    assert round(t_95(freedom), 3) == t


def test_with_very_many_answers_it_is_the_normal_distribution() -> None:
    assert t_95(100_000) == pytest.approx(1.959988, abs=1e-5)
    assert t_95(100_001) == pytest.approx(t_95(100_000), abs=1e-9)


@pytest.mark.parametrize("freedom", [1, 2, 3, 4, 7, 12])
def test_the_share_is_the_area_under_the_curve(freedom: int) -> None:
    # In the angle whose tangent is t / sqrt(freedom) the density goes with its cosine to the power freedom - 1.
    def area(angle: float, steps: int = 20_000) -> float:
        width = angle / steps
        return width * sum(cos((step + 0.5) * width) ** (freedom - 1) for step in range(steps))

    half_turn = 1.5707963267948966
    for angle in (0.2, 0.9, 1.4):
        t = sqrt(freedom) * sin(angle) / cos(angle)
        assert share_within(t, freedom) == pytest.approx(area(angle) / area(half_turn), abs=1e-6)


@pytest.mark.parametrize(("t", "freedom", "field"), [(1.0, 0, "freedom"), (-1.0, 3, "t")])
def test_what_has_no_distribution_is_refused(t: float, freedom: int, field: str) -> None:
    with pytest.raises(InvalidInputError) as refused:
        share_within(t, freedom)
    assert refused.value.field == field


def test_who_moved_is_counted_by_where_they_stand_now() -> None:
    won = of((0, 6), (6, 7), (3, 9), (5, 10), (4, 2), asked=9)
    assert (won.asked, won.answered, won.moved, won.promoters, won.still_unhappy) == (9, 5, Share(3, 5), 2, 2)
    assert won.mean_move == pytest.approx(16 / 5)


def test_the_interval_of_the_mean_move_is_student_s() -> None:
    # Differences 6, 1, 6, 5, -2: mean 3.2, s = 3.5637, t(4) = 2.7764
    ends = of((0, 6), (6, 7), (3, 9), (5, 10), (4, 2)).move_interval
    assert ends
    assert (round(ends.low, 3), round(ends.high, 3)) == (-1.225, 6.4)  # 7.625 is above what is possible from here: 6.4


def test_the_interval_goes_no_further_than_people_can_move() -> None:
    ends = of((1, 0), (0, 10)).move_interval
    assert ends
    assert (ends.low, ends.high) == (-0.5, 9.5)


def test_one_of_one_is_told_plainly_and_claims_nothing_about_others() -> None:
    one = of((3, 8))
    assert (one.moved, one.mean_move, one.move_interval, one.is_few) == (Share(1, 1), 5, None, True)
    assert one.moved.percent == 100
    assert one.moved.interval.low < 25
    assert one.moved.interval.high == 100


def test_where_all_moved_as_far_nothing_says_how_much_people_differ() -> None:
    assert of((3, 8), (2, 7), (1, 6)).move_interval is None
    assert of((3, 8), (2, 7), (1, 7)).move_interval


def test_nobody_answered_or_was_asked() -> None:
    nobody = WonBack(4)
    assert (nobody.answered, nobody.mean_move, nobody.move_interval, nobody.is_few) == (0, None, None, True)
    assert nobody.as_json() == {
        "asked": 4, "answered": 0, "moved": 0, "promoters": 0, "still_unhappy": 0, "moved_percent": None,
        "moved_interval": None, "mean_move": None, "mean_move_interval": None, "few_answers": True,
    }  # fmt: skip


def test_thirty_answers_are_not_few() -> None:
    assert of(*[(3, 8)] * 29).is_few
    assert not of(*[(3, 8)] * 30).is_few


@pytest.mark.parametrize(
    ("asked", "move", "field"),
    [(0, (3, 8), "asked"), (1, (7, 8), "moves"), (1, (-1, 8), "moves"), (1, (3, 11), "moves")],
)
def test_what_cannot_be_is_refused(asked: int, move: tuple[int, int], field: str) -> None:
    with pytest.raises(InvalidInputError) as refused:
        of(move, asked=asked)
    assert refused.value.field == field


@given(MOVES, st.integers(0, 5))
def test_everything_adds_up_and_every_interval_holds_its_figure(moves: list[Move], silent: int) -> None:
    won = WonBack(len(moves) + silent, tuple(moves))
    assert won.moved.part + won.still_unhappy == won.answered <= won.asked
    assert 0 <= won.promoters <= won.moved.part
    ends = won.move_interval
    if ends is None:
        assert len({move.points for move in moves}) < 2
        return
    mean = fmean(move.points for move in moves)
    assert ends.low <= mean <= ends.high
    assert ends.low < ends.high
    assert ends.low >= -fmean(move.before for move in moves)
    assert ends.high <= 10 - fmean(move.before for move in moves)
    assert won.moved.interval.low <= won.moved.percent <= won.moved.interval.high
