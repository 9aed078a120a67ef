"""Whatever is taken from whatever: between two cuts lie no answers, or five at least."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from sayso.domain.nps import ScoreCounts
from sayso.domain.told_days import month_starts, safe_cuts

FIRST, END = date(2025, 10, 15), date(2026, 10, 15)
Days = dict[str, ScoreCounts]


def days(*pairs: tuple[int, int]) -> Days:
    return {str(FIRST + timedelta(days=day)): ScoreCounts((n, *[0] * 10)) for day, n in pairs}


def between(by_day: Days, first: date, end: date) -> int:
    return sum(counts.n for day, counts in by_day.items() if str(first) <= day < str(end))


@given(st.lists(st.tuples(st.integers(0, 364), st.integers(0, 7)), max_size=20))
def test_nothing_small_lies_between_two_cuts(answers: list[tuple[int, int]]) -> None:
    by_day = days(*answers)
    cuts = sorted(safe_cuts(by_day, FIRST, END))
    for first, end in combinations(cuts, 2):
        assert between(by_day, first, end) not in (1, 2, 3, 4)
    is_small = between(by_day, FIRST, END) in (1, 2, 3, 4)
    assert cuts == [] if is_small else {FIRST, END} <= {*cuts}


def test_a_small_stretch_goes_with_its_neighbour() -> None:
    by_day = days((5, 10), (80, 3), (140, 9), (300, 2))
    cuts = safe_cuts(by_day, FIRST, END)
    assert date(2025, 11, 1) in cuts
    assert not {date(2026, 1, 5), date(2026, 2, 1)} & cuts, "three answers of January are by themselves"
    assert not {one for one in cuts if date(2026, 3, 1) < one < END} - {
        one for one in cuts if between(by_day, one, END) >= 5
    }


def test_months_begin_between_two_days() -> None:
    assert month_starts(date(2026, 1, 1), date(2026, 4, 1)) == [date(2026, 2, 1), date(2026, 3, 1)]
