"""An attack on the numbers of whoever is no manager: whatever they add and take away, no group of one to four is left.

They ask at one moment everything there is to ask. Each figure counts the answers of some surveys, days, score groups
and reasons; any sum of multiples of what they were told is theirs too, so linear algebra says what they can work out.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from functools import cached_property
from itertools import combinations, product
from random import Random
from typing import Any, NamedTuple

import numpy as np
import pytest

from sayso.domain.staff import Role
from sayso.domain.time import add_months
from tests.builders import MONDAY
from tests.desk import Desk, open_desk
from tests.unit.test_read_stats import TODAY, Numbers

SURVEYS = ("annual", "day50", "ticket")
RELATIONSHIP = SURVEYS[:2]
GROUPS = {"promoters": 10, "passives": 8, "detractors": 3}
# What an answer may be about: a driver it names, a theme it is filed under that stands for that driver, both, neither.
ABOUT = ("", "price", "invoices", "both")
MEANT = {"price": ("price", "both"), "invoices": ("invoices", "both")}
DAY = timedelta(days=1)
SMALL = range(1, 5)
EXACT = 1e-6


class Counted(NamedTuple):
    """So many answers of one kind."""

    survey: str
    day: date
    group: str
    about: str
    n: int


class Told(NamedTuple):
    """A figure: which answers it counts, and how many those are."""

    surveys: tuple[str, ...]
    first: date
    end: date
    groups: tuple[str, ...]
    about: tuple[str, ...]
    n: int

    def counts(self, one: Counted) -> bool:
        is_then = self.first <= one.day < self.end
        return is_then and one.survey in self.surveys and one.group in self.groups and one.about in self.about


def history(random: Random) -> tuple[Numbers, list[Counted]]:
    """A world of two years with many small months, and what was counted in it."""
    world, counted = Numbers(), []
    for survey, month in product(SURVEYS, range(28)):
        for _ in range(random.choice([0, 1, 1, 2])):
            day = add_months(date(2024, 7, 1), month) + timedelta(days=random.randint(0, 27))
            if day > TODAY.date():
                continue
            group, about = random.choice([*GROUPS]), random.choice(["", "", *ABOUT])
            n = random.choice([1, 2, 2, 3, 3, 4, 5, 6, 7, 8, 12])
            filed = {"invoices": {"state": "filed", "by": "anna@polder.example", "at": MONDAY}}
            world.counted(
                *[GROUPS[group]] * n,
                *[None] * random.choice([0, 0, 1, 3]),
                survey=survey,
                day=day.isoformat(),
                drivers=("price",) if about in MEANT["price"] else (),
                themes=filed if about in MEANT["invoices"] else {},
            )
            counted.append(Counted(survey, day, group, about, n))
    return world, counted


def questions() -> Iterator[str]:
    """Everything there is to ask, what is refused among it."""
    years = [(date(year, 1, 1), 12) for year in (2024, 2025, 2026)]
    quarters = [(date(year, month, 1), 3) for year in (2025, 2026) for month in (1, 4, 7, 10)]
    spans = [(first, min(add_months(first, months) - DAY, TODAY.date())) for first, months in (*years, *quarters)]
    days = ["", *(f"first={first}&last={last}" for first, last in spans)]
    looks = [f"by={by}" for by in ("driver", "theme", "language", "segment", "owner")]
    looks += [f"over_time={kind}" for kind in ("week", "month", "quarter", "year", "rolling")]
    for survey in ("", *SURVEYS):
        for asked in (*days, *looks):
            yield "&".join(filter(None, (asked, survey and f"survey={survey}")))


def line_told(line: Any, surveys: tuple[str, ...], about: tuple[str, ...] = ABOUT) -> Iterator[Told]:
    """What a line says."""
    spans = [line, *([line["moved"]] if line["moved"] else [])]
    for one in spans:
        first, end = date.fromisoformat(one["first"]), date.fromisoformat(one["last"]) + DAY
        if one["n"] is not None:
            yield Told(surveys, first, end, tuple(GROUPS), about, one["n"])
        for group in GROUPS:
            if one.get(group) is not None:
                yield Told(surveys, first, end, (group,), about, one[group])


def lines_told(lines: list[Any], surveys: tuple[str, ...]) -> Iterator[Told]:
    for line in lines:
        kind = line["kind"]
        assert kind in ("headline", "survey", "selection", "period", "driver", "theme"), "not known to this attack"
        if kind in ("driver", "theme"):
            yield from line_told(line, surveys, MEANT[line["name"]])
        else:
            of = {"headline": RELATIONSHIP, "survey": (line["name"],)}.get(kind, surveys)
            yield from line_told(line, of)


def drivers_told(found: Any, surveys: tuple[str, ...]) -> Iterator[Told]:
    first, end = (date.fromisoformat(found["span"][key]) for key in ("first", "last"))
    for driver, group in product(found["drivers"], ("promoters", "detractors")):
        if driver[group]:
            part, of = driver[group]["part"], driver[group]["of"]
            yield Told(surveys, first, end + DAY, (group,), MEANT[driver["driver"]], part)
            yield Told(surveys, first, end + DAY, (group,), ABOUT, of)


def all_told(desk: Desk, role: Role) -> set[Told]:
    """Everything somebody in a role is told at one moment."""
    told: set[Told] = set()
    for question in questions():
        answer = desk.get(f"/api/staff/numbers?{question}", role)
        assert answer.status in (200, 400, 403), answer.json
        if answer.status == 200:
            survey = question.partition("survey=")[2]
            surveys = (survey,) if survey else RELATIONSHIP
            told |= {*lines_told([answer.json["whole"], *answer.json["lines"]], surveys)}
            told |= {*drivers_told(answer.json, surveys)}
    home = desk.get("/api/staff/home/headline", role).json
    trend = home["trend"]["lines"] if home["trend"] else []
    told |= {*lines_told([home["headline"], *home["beside"], *trend], RELATIONSHIP)}
    heard = desk.get("/api/staff/home/heard", role).json
    return told | {*lines_told(heard["themes"], RELATIONSHIP), *drivers_told(heard, RELATIONSHIP)}


class Attack:
    """What can be worked out of figures: each is a vector over the kinds of answers they tell apart."""

    def __init__(self, told: set[Told]) -> None:
        self.told = told
        self.edges = sorted({edge for one in told for edge in (one.first, one.end)})

    @cached_property
    def known(self) -> Any:
        """An orthonormal base of the sums of multiples of the figures."""
        _, sizes, base = np.linalg.svd(np.array([self.vector(one) for one in self.told]), full_matrices=False)
        return base[sizes > EXACT]

    def vector(self, one: Told) -> Any:
        days = [one.first <= edge < one.end for edge in self.edges[:-1]]
        parts = [[name in chosen for name in names] for names, chosen in self._dimensions(one)]
        surveys, groups, about = (np.array(part, dtype=float) for part in parts)
        return np.einsum("s,d,g,a->sdga", surveys, np.array(days, dtype=float), groups, about).ravel()

    def small_groups(self, counted: list[Counted]) -> Iterator[Told]:
        """Groups of one to four that somebody may wish to know, and can work out."""
        about = {ABOUT, ("",)} | {one.about for one in self.told}
        about |= {tuple(name for name in ABOUT if name not in one) for one in about if one != ABOUT}
        about |= {("price",), ("invoices",)}
        groups = (tuple(GROUPS), *((one,) for one in GROUPS))
        small = []
        for surveys, chosen, of in product((RELATIONSHIP, *((one,) for one in SURVEYS)), groups, about):
            kind = Told(surveys, date.min, date.max, chosen, of, 0)
            days = [(one.day, one.n) for one in counted if kind.counts(one)]
            until = {edge: sum(n for day, n in days if day < edge) for edge in self.edges}
            spans = [(first, end, until[end] - until[first]) for first, end in combinations(self.edges, 2)]
            small += [kind._replace(first=first, end=end, n=n) for first, end, n in spans if n in SMALL]
        if small and self.told:
            vectors = np.array([self.vector(one) for one in small])
            missed = np.linalg.norm(vectors - vectors @ self.known.T @ self.known, axis=1)
            yield from (one for one, far in zip(small, missed, strict=True) if far < EXACT)

    @staticmethod
    def _dimensions(one: Told) -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
        return [(SURVEYS, one.surveys), (tuple(GROUPS), one.groups), (ABOUT, one.about)]


def check(seed: int, role: Role = "viewer") -> set[Told]:
    """Everything told of a random history, after it was attacked."""
    world, counted = history(Random(seed))  # noqa: S311 - no secret
    with open_desk(world) as desk:
        told = all_told(desk, role)
    for one in told:
        assert one.n == sum(other.n for other in counted if one.counts(other)), "the attack misreads a figure"
    assert not [*Attack(told).small_groups(counted)]
    return told


@pytest.mark.parametrize("seed", [0, 3])
def test_no_small_group_can_be_worked_out(seed: int) -> None:
    told = check(seed)
    assert {one.surveys for one in told} >= {RELATIONSHIP, ("ticket",)}, "there is something to read"
    assert len({(one.first, one.end) for one in told}) > 5


@pytest.mark.long
@pytest.mark.parametrize("seed", range(4, 44))
def test_no_small_group_can_be_worked_out_of_many_histories(seed: int) -> None:
    check(seed, "viewer" if seed % 2 else "owner")
