"""An attack on everything published: adding and subtracting public figures must not show a group of one to four.

In the first attack every answer, and every state an edited one was ever in, is a kind of its own, so that a published
vector says exactly whom it is about. Whoever has all published vectors can form any sum of multiples of them. Such a
sum that is about one to four answers, and nobody else, would give them away: linear algebra says whether there is one.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from itertools import combinations

import numpy as np
from hypothesis import example, given, settings
from hypothesis import strategies as st

from sayso.domain.batches import Batch, Vector, public_months, take_in
from sayso.domain.commitment import Commitment, PublicTexts
from sayso.domain.drafting import Basis, draft_edition, window
from sayso.domain.edition import Edition, PublishedCommitment
from sayso.domain.nps import ScoreCounts

START = datetime(2026, 1, 15, tzinfo=UTC)
MONTH = timedelta(days=30)
SMALL = range(1, 5)

# A step of a history: so many answers come, or come late and count for a month that is over; one is edited, or taken
# back; months pass; an edition is made.
steps = st.lists(
    st.one_of(
        st.tuples(st.just("come"), st.integers(1, 8)),
        st.tuples(st.just("come"), st.integers(1, 3)),
        st.tuples(st.just("late"), st.integers(1, 8)),
        st.tuples(st.just("edit"), st.integers(0, 200)),
        st.tuples(st.just("drop"), st.integers(0, 200)),
        st.tuples(st.just("month"), st.integers(1, 3)),
        st.tuples(st.just("edition"), st.sampled_from([5, 5, 12])),
    ),
    min_size=3,
    max_size=40,
)


class History:
    """Answers of which each state is a kind of its own, and what was published of them."""

    def __init__(self, kinds: int) -> None:
        self.kinds, self.used, self.now = kinds, 0, START
        self.state: list[tuple[str, int]] = []  # of each answer: its month, and the kind it is now
        self.batches: tuple[Batch, ...] = ()
        self.published: list[Vector] = []

    def take(self, step: str, number: int) -> None:
        month = f"{self.now:%Y-%m}"
        if step == "month":
            self.now += number * MONTH
        elif step in ("come", "late"):
            counts_for = month if step == "come" else f"{self.now - MONTH:%Y-%m}"
            for _ in range(min(number, self.kinds - self.used)):
                self.state.append((counts_for, self._kind()))
        elif step == "drop" and self.state:
            del self.state[number % len(self.state)]
        elif step == "edit" and self.state and self.used < self.kinds:
            at = number % len(self.state)
            self.state[at] = self.state[at][0], self._kind()
        elif step == "edition":
            self._publish(number)

    def _kind(self) -> int:
        self.used += 1
        return self.used - 1

    def _publish(self, at_least: int) -> None:
        span = window(self.now)
        months: dict[str, list[int]] = {}
        for month, kind in self.state:
            months.setdefault(month, [0] * self.kinds)[kind] = 1
        now = {month: tuple(vector) for month, vector in months.items() if month in span}
        self.batches = take_in(self.batches, now, span, at_least=at_least)
        whole = public_months(self.batches)
        by_month = public_months(self.batches, whole=False)
        if whole:
            # The year, and every month that may be told of, whether or not it would be large enough to be shown.
            self.published.append(tuple(map(sum, zip(*whole.values(), strict=True))))
            self.published += by_month.values()


def given_away(published: Sequence[Vector]) -> list[tuple[int, ...]]:
    """Groups of one to four kinds that some sum of multiples of what was published is about, and about no other."""
    if not published:
        return []
    matrix = np.array(sorted({*published}), dtype=float)
    columns: dict[tuple[float, ...], list[int]] = {}
    for kind, column in enumerate(matrix.T):
        if column.any():
            columns.setdefault(tuple(column), []).append(kind)
    # Kinds that always appear together cannot be told apart, so a group is made of whole classes of them.
    small = [kinds for kinds in columns.values() if len(kinds) in SMALL]
    rank, found = np.linalg.matrix_rank(matrix), list[tuple[int, ...]]()
    of_small_ones = [kind for kinds in small for kind in kinds]
    if not small or np.linalg.matrix_rank(np.delete(matrix, of_small_ones, axis=1)) == rank:
        return []  # no sum is about these alone
    for number in (1, 2, 3, 4):
        for chosen in combinations(small, number):
            group = tuple(kind for kinds in chosen for kind in kinds)
            if len(group) in SMALL:
                others = np.delete(matrix, group, axis=1)
                if np.linalg.matrix_rank(others) < rank:
                    found.append(group)
    return found


def test_the_attack_finds_a_group_where_there_is_one() -> None:
    everybody, all_but_two = (1,) * 9, (1,) * 7 + (0,) * 2
    assert given_away([everybody, all_but_two]) == [(7, 8)]
    first, second, third = (1, 1, 0, 0, 0, 0) * 2, (0, 0, 1, 1, 1, 0) * 2, (1, 1, 1, 1, 1, 1) * 2
    assert (5, 11) in given_away([first, second, third])
    assert given_away([(1,) * 5 + (0,) * 5, (1,) * 10]) == []


@settings(max_examples=250, deadline=None)
@given(steps)
@example([("come", 7), ("edition", 5), ("edit", 0), ("come", 5), ("edition", 5), ("month", 3), ("come", 2)] * 3)
@example([("come", 2), ("month", 1)] * 14 + [("edition", 5), ("month", 1)] * 14)
@example([("come", 6), ("month", 1), ("come", 3), ("edition", 5), ("month", 1), ("come", 4), ("edition", 5)] * 4)
def test_no_sum_of_published_scores_of_years_and_months_is_about_one_to_four(history: list[tuple[str, int]]) -> None:
    told = History(kinds=1 + sum(number if step in ("come", "late") else 1 for step, number in history))
    for step, number in history:
        told.take(step, number)
    assert given_away(told.published) == []


group = st.integers(0, 4)
wave = st.lists(st.tuples(group, group, group, st.integers(0, 12), st.integers(0, 12)), min_size=1, max_size=3)
THEMES = ("slow", "speed")
LABELS = {theme: {"en": theme} for theme in THEMES}


@settings(max_examples=150, deadline=None)
@given(st.lists(wave, min_size=2, max_size=12), st.lists(st.integers(0, 30), min_size=3, max_size=3))
def test_no_two_numbers_ever_told_differ_by_one_to_four(
    waves: list[list[tuple[int, int, int, int, int]]], voices: list[int]
) -> None:
    """The second attack takes what readers see besides the score, in one edition and over all of them: how many named
    themes that are nearly the same, or one that was given another name, and how many asked for what is done about it.
    """
    edition: Edition | None = None
    basis, made_at = Basis(), START
    months: dict[str, ScoreCounts] = {}
    named = ScoreCounts()
    told: set[int] = set()
    for number, arrivals in enumerate(waves):
        made_at += MONTH / 2
        for promoters, passives, detractors, praise, criticism in arrivals:
            month = f"{made_at:%Y-%m}"
            came = ScoreCounts.from_groups(promoters, passives, detractors)
            months[month] = months.get(month, ScoreCounts()) + came
            named += ScoreCounts.from_groups(min(praise, promoters), 0, min(criticism, detractors))
        nearly = named + ScoreCounts.from_groups(number % 3, 0, number % 2)
        edition, basis = draft_edition(
            previous=edition,
            basis=basis,
            made_at=made_at,
            months=months,
            asked=200,
            answered=sum(counts.n for counts in months.values()) + number % 4,
            themes={"slow": named, "speed": nearly},
            labels=LABELS,
            commitments=[PublishedCommitment.of(_asked_for(at, asked + number)) for at, asked in enumerate(voices)],
        )
        told |= _numbers_of(edition)
        _has_no_small_group(edition)
    assert not [pair for pair in combinations(told, 2) if abs(pair[0] - pair[1]) in SMALL]
    assert not told & {*SMALL}


def _asked_for(number: int, voices: int) -> Commitment:
    texts = {"title": {"en": "T"}, "heard": {"en": "H"}}
    return Commitment(
        **texts,
        commitment_id=f"c{number}",
        voices=voices,
        public=PublicTexts(**texts, theme=THEMES[number % 2]),
        published_on=START.date(),
        created_at=START,
        updated_at=START,
    )


def _numbers_of(edition: Edition) -> set[int]:
    figures = edition.figures
    named = [figure.count for figure in (*figures.praised, *figures.criticised) if figure.count]
    asked = [told for one in edition.commitments if isinstance(told := edition.voices(one), int)]
    return {*named, *asked}


def _has_no_small_group(edition: Edition) -> None:
    headline = edition.figures.headline
    if headline is None:
        return
    assert headline.n not in SMALL
    assert headline.n - sum(point.n for point in edition.figures.trend if point.n) not in SMALL
    if headline.asked is not None and headline.answered is not None:
        assert headline.asked - headline.answered not in SMALL
        assert abs(headline.answered - headline.n) not in SMALL
