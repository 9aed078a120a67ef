"""What may stand beside what in an answer for people outside: the rules one by one."""

from __future__ import annotations

from datetime import date

import pytest

from sayso.domain.in_public import (
    drivers_to_show,
    groups_may_be_shown,
    has_enough_a_year,
    is_large_or_none,
    may_stand_beside,
)
from sayso.domain.nps import ScoreCounts


@pytest.mark.parametrize(("count", "fine"), [(0, True), (1, False), (4, False), (5, True)])
def test_one_to_four_say_something_about_somebody(count: int, fine: bool) -> None:
    assert is_large_or_none(count) is fine


@pytest.mark.parametrize(
    ("part", "whole", "fine"), [(5, 5, True), (5, 9, False), (5, 10, True), (4, 10, False), (0, 10, False)]
)
def test_neither_a_part_nor_the_rest_is_small(part: int, whole: int, fine: bool) -> None:
    assert may_stand_beside(part, whole) is fine


def test_one_small_group_hides_all_three() -> None:
    assert groups_may_be_shown(ScoreCounts.from_groups(5, 0, 7))
    assert not groups_may_be_shown(ScoreCounts.from_groups(5, 4, 7))


@pytest.mark.parametrize(
    ("named", "praised", "criticised"),
    [
        ((5, 0, 0), True, False),
        ((5, 0, 5), True, True),
        ((4, 0, 4), False, False),
        ((0, 9, 0), False, False),
        ((16, 0, 0), False, False),  # who did not name it would be four promoters
        ((18, 20, 20), False, False),  # and here two answers in all
    ],
)
def test_a_driver_may_be_told_of_if_neither_who_named_it_nor_the_others_are_few(
    named: tuple[int, int, int], praised: bool, criticised: bool
) -> None:
    whole = ScoreCounts.from_groups(20, 20, 20)
    shown = drivers_to_show({"price": ScoreCounts.from_groups(*named)}, whole)
    assert ("price" in shown.praised, "price" in shown.criticised) == (praised, criticised)


def test_no_driver_is_told_of_where_a_group_is_small() -> None:
    assert not drivers_to_show({"price": ten(10)}, ScoreCounts.from_groups(20, 4, 20)).names


def ten(count: int) -> ScoreCounts:
    return ScoreCounts.from_groups(count, 0, 0)


@pytest.mark.parametrize(
    ("by_day", "first", "fine"),
    [
        ({"2026-10-14": 29}, "2025-10-15", False),
        ({"2026-10-14": 30}, "2025-10-15", True),
        ({"2025-10-15": 30}, "2025-10-15", True),
        # Less than a year has to have them all.
        ({"2026-10-14": 29}, "2026-10-01", False),
        ({"2026-10-14": 30}, "2026-10-01", True),
        # Each of two years.
        ({"2026-10-14": 60}, "2024-10-15", False),
        ({"2026-10-14": 30, "2025-10-14": 30}, "2024-10-15", True),
        # A year and a bit: the bit is looked at with the months after it.
        ({"2026-10-14": 60}, "2025-09-01", False),
        ({"2026-08-31": 30}, "2025-09-01", True),
        ({"2026-09-30": 30}, "2025-09-01", False),
    ],
)
def test_every_twelve_months_need_thirty_answers(by_day: dict[str, int], first: str, fine: bool) -> None:
    counts = {day: ten(count) for day, count in by_day.items()}
    assert has_enough_a_year(counts, date.fromisoformat(first), date(2026, 10, 14)) is fine
