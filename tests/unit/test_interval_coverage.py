"""95 percent means 95 percent: samples are drawn from customers whose true figure is known, and the hits counted.

200,000 for the interval of a score or share, and 10,000 or more where each takes a calculation of its own. The plain
intervals of the textbooks fail the same checks. Limits are in whole percent.
"""

from __future__ import annotations

from collections.abc import Callable
from math import comb, sqrt

import numpy as np
import pytest
from numpy.typing import NDArray

from sayso.domain.comparing import answers_needed, change, share_change
from sayso.domain.nps import Z_95, Interval, ScoreCounts, adjusted, interval
from sayso.domain.rating_analysis import goes_along
from sayso.domain.shares import Share

DRAWS = 200_000
SEED = 20261122

# Shares of promoters and detractors: delighted, average, the fixture of the sources, torn, good, and bad.
CUSTOMERS = [(0.9, 0.02), (0.5, 0.2), (0.6, 0.15), (0.3, 0.3), (0.75, 0.1), (0.2, 0.56)]

groups = ScoreCounts.from_groups
Counts = NDArray[np.int64]
Figure = Callable[..., Interval]


def of_score(*counts: int) -> Interval:
    return interval(groups(*counts))


def plain_of_score(promoters: int, passives: int, detractors: int) -> Interval:
    n = promoters + passives + detractors
    balance = (promoters - detractors) / n
    half = Z_95 * sqrt(max(0.0, (promoters + detractors) / n - balance**2) / n)
    return Interval(100 * (balance - half), 100 * (balance + half))


def held(draws: Counts, truth: float, figure: Figure) -> float:
    """In how many of 100 draws, each a row of counts, the interval made of it holds the truth."""
    places = np.ravel_multi_index(tuple(draws.T), tuple(draws.max(axis=0) + 1))
    _, first, times = np.unique(places, return_index=True, return_counts=True)
    ends = [figure(*row) for row in draws[first].tolist()]
    held_in = [around.low - 1e-9 <= truth <= around.high + 1e-9 for around in ends]
    return 100 * float(times[held_in].sum()) / len(draws)


def answers_of(customers: tuple[float, float], n: int, draws: int = DRAWS, seed: int = SEED) -> Counts:
    p, d = customers
    return np.random.default_rng(seed).multinomial(n, [p, 1 - p - d, d], size=draws)


@pytest.mark.parametrize("n", [10, 30, 100, 1_000])
def test_the_interval_of_the_score_covers_93_to_97_percent(n: int) -> None:
    covered = {
        customers: held(answers_of(customers, n), 100 * (customers[0] - customers[1]), of_score)
        for customers in CUSTOMERS
    }
    assert all(93 <= round(percent) <= 97 for percent in covered.values()), covered


@pytest.mark.parametrize(("n", "percent"), [(10, 65), (30, 84)])
def test_the_plain_interval_of_the_score_fails_this_check(n: int, percent: int) -> None:
    assert round(held(answers_of((0.9, 0.02), n), 88, plain_of_score)) == percent


def drawn_from(n: int, asked: int, customers: tuple[float, float]) -> tuple[Counts, float]:
    """n of those asked, drawn again and again (hypergeometric), and the score that all of them together have."""
    promoters, detractors = (round(share * asked) for share in customers)
    among = [promoters, asked - promoters - detractors, detractors]
    draws = np.random.default_rng(SEED).multivariate_hypergeometric(among, n, size=DRAWS, method="marginals")
    return draws, 100 * (promoters - detractors) / asked


@pytest.mark.parametrize(("n", "asked"), [(10, 40), (25, 40), (38, 40), (60, 100), (90, 100)])
def test_of_few_who_were_asked_the_interval_covers_93_percent_or_more(n: int, asked: int) -> None:
    """Up to 100: few silent people can make few scores, and the interval holds each of these or does not.

    One detractor of 40 either is among the 25 who answered or not; no interval lies between these two.
    """
    covered = {}
    for customers in CUSTOMERS:
        draws, truth = drawn_from(n, asked, customers)
        covered[customers] = held(draws, truth, lambda *counts: interval(groups(*counts), asked))
    assert min(covered.values()) >= 93, covered


@pytest.mark.parametrize(("n", "asked"), [(100, 1_000), (500, 1_000)])
def test_of_a_thousand_who_were_asked_it_covers_93_to_97_percent(n: int, asked: int) -> None:
    for customers in CUSTOMERS:
        draws, truth = drawn_from(n, asked, customers)
        assert 93 <= round(held(draws, truth, lambda *counts: interval(groups(*counts), asked))) <= 97


def test_an_interval_for_endless_customers_is_too_wide_for_those_who_were_asked() -> None:
    draws, truth = drawn_from(500, 1_000, (0.5, 0.2))
    assert round(held(draws, truth, of_score)) >= 99


def shrunk_only(promoters: int, passives: int, detractors: int) -> Interval:
    """The interval of 40 who were asked without the step to the nearest score that 40 people can have."""
    counts = groups(promoters, passives, detractors)
    balance, variance = adjusted(counts)
    middle = (promoters - detractors + (40 - counts.n) * balance) / 40
    half = Z_95 * sqrt(variance * (40 - counts.n) / 39)
    return Interval(100 * (middle - half), 100 * (middle + half))


@pytest.mark.parametrize(
    ("figure", "percent"),
    [(lambda *counts: interval(groups(*counts), 40), 2), (shrunk_only, 17)],
    ids=["as it is", "without the step to a score 40 people can have"],
)
def test_for_how_many_of_all_sets_of_scores_of_40_people_it_covers_too_little(figure: Figure, percent: int) -> None:
    """Exactly, for 10 to 39 answers: every set of 40, every draw from it, nothing left to chance."""
    choose = np.array([[comb(n, k) for k in range(41)] for n in range(41)], dtype=float)
    covered = []
    for n in range(10, 40):
        drawn = np.array([(p, n - p - d, d) for p in range(n + 1) for d in range(n + 1 - p)])
        ends = [figure(*row) for row in drawn.tolist()]
        low, high = (0.4 * np.array([getattr(around, end) for around in ends]) for end in ("low", "high"))
        for promoters in range(41):
            detractors = np.arange(41 - promoters)[:, None]
            ways = choose[promoters, drawn[:, 0]] * choose[40 - promoters - detractors, drawn[:, 1]]
            odds = ways * choose[detractors, drawn[:, 2]] / choose[40, n]
            truth = promoters - detractors
            covered.append((odds * ((low - 1e-9 <= truth) & (truth <= high + 1e-9))).sum(axis=1))
    too_little = np.concatenate(covered) < 0.93
    assert round(100 * too_little.mean()) == percent


@pytest.mark.parametrize("n", [10, 30, 100, 1_000])
def test_the_interval_of_a_share_covers_93_percent_or_more(n: int) -> None:
    """And at most 98, but where one end of the scale is so near that fewer than five answers are expected there."""
    for share in (0.02, 0.1, 0.3, 0.5, 0.9):
        draws = np.random.default_rng(SEED).binomial(n, share, size=(DRAWS, 1))
        percent = held(draws, 100 * share, lambda part: Share(part, n).interval)
        assert 93 <= round(percent) <= (98 if n * min(share, 1 - share) >= 5 else 100), (share, percent)


@pytest.mark.parametrize(("n", "asked"), [(10, 40), (25, 40), (60, 100), (500, 1_000)])
def test_the_interval_of_a_share_of_those_asked_covers_93_percent_or_more(n: int, asked: int) -> None:
    for share in (0.1, 0.3, 0.5, 0.9):
        part = round(share * asked)
        draws = np.random.default_rng(SEED).hypergeometric(part, asked - part, n, size=(DRAWS, 1))
        assert round(held(draws, 100 * part / asked, lambda got: Share(got, n).interval_among(asked))) >= 93


def test_the_plain_interval_of_a_share_fails_this_check() -> None:
    def plain(part: int) -> Interval:
        half = Z_95 * sqrt(part * (30 - part) / 30**3)
        return Interval(100 * (part / 30 - half), 100 * (part / 30 + half))

    draws = np.random.default_rng(SEED).binomial(30, 0.1, size=(DRAWS, 1))
    assert round(held(draws, 10, plain)) == 81


@pytest.mark.parametrize(("before", "after"), [(10, 30), (30, 30), (100, 100), (100, 1_000)])
def test_the_interval_of_a_change_covers_93_to_97_percent(before: int, after: int) -> None:
    for first, second in [((0.6, 0.15), (0.65, 0.1)), ((0.3, 0.3), (0.5, 0.2)), ((0.75, 0.1), (0.75, 0.1))]:
        truth = 100 * (second[0] - second[1] - first[0] + first[1])
        draws = np.hstack([answers_of(first, before, 10_000), answers_of(second, after, 10_000, SEED + 1)])
        assert 93 <= round(held(draws, truth, lambda *c: change(groups(*c[:3]), groups(*c[3:])).interval)) <= 97


@pytest.mark.parametrize(("before", "after"), [(20, 20), (30, 100), (400, 400)])
def test_the_interval_of_a_change_of_a_share_covers_93_to_97_percent(before: int, after: int) -> None:
    random = np.random.default_rng(SEED)
    for first, second in [(0.5, 0.6), (0.3, 0.3), (0.8, 0.65)]:
        draws = np.column_stack([random.binomial(before, first, DRAWS), random.binomial(after, second, DRAWS)])
        percent = held(
            draws, 100 * (second - first), lambda a, b: share_change(Share(a, before), Share(b, after)).interval
        )
        assert 93 <= round(percent) <= 97


@pytest.mark.parametrize(("points", "power"), [(10, 0.8), (20, 0.5), (20, 0.95), (40, 0.8)])
def test_with_the_answers_needed_a_change_is_seen_as_often_as_was_asked(points: int, power: float) -> None:
    n = answers_needed(groups(600, 250, 150), points, power)
    down = points / 200
    before = answers_of((0.6, 0.15), n, 20_000)
    after = answers_of((0.6 - down, 0.15 + down), n, 20_000, SEED + 1)
    seen = [change(groups(*a), groups(*b)).is_reliable for a, b in zip(before.tolist(), after.tolist(), strict=True)]
    assert sum(seen) / len(seen) == pytest.approx(power, abs=0.02)


@pytest.mark.parametrize("strength", [0.0, 0.4, 0.7])
@pytest.mark.parametrize("n", [20, 100])
def test_the_interval_of_a_correlation_covers_93_to_97_percent(n: int, strength: float) -> None:
    """Of answers on 5 and 11 steps, with as many equal ones as that brings."""
    random = np.random.default_rng(SEED)
    likes, recommends = random.multivariate_normal([0, 0], [[1, strength], [strength, 1]], size=DRAWS).T
    ratings = np.digitize(likes, [-1.5, -0.8, 0, 0.9])  # 0 to 4 here
    scores = np.digitize(recommends, [-2.2, -2, -1.8, -1.5, -1.2, -0.9, -0.6, -0.2, 0.4, 1])
    everybody = np.bincount(ratings * 11 + scores, minlength=55)
    truth = goes_along(joint(everybody)).correlation
    assert truth is not None
    tables = random.multinomial(n, everybody / everybody.sum(), size=10_000)
    ends = [goes_along(joint(table)).interval for table in tables]
    hits = [around.low <= truth <= around.high for around in ends if around]
    assert len(hits) > 9_990
    assert 93 <= round(100 * sum(hits) / len(hits)) <= 97


def joint(table: Counts) -> dict[tuple[int, int], int]:
    return {(place // 11 + 1, place % 11): count for place, count in enumerate(table.tolist()) if count}
