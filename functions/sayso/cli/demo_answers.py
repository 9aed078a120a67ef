"""What the demo's people answer: how often, how high, in which words, and what becomes of it.

Scores drift upwards over the eighteen months. Relationship answers are spread evenly by an irrational step (a
Kronecker sequence) and not by dice: with six a month, chance alone would draw any curve it likes.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from math import sqrt
from random import Random
from typing import Literal
from zlib import crc32

from babel.dates import format_date

from sayso.cli.demo_company import HISTORY, OUTAGE, Decks, Part, Person
from sayso.domain.programme import Language
from sayso.domain.response import ContactWish, Group, group_of
from sayso.ports import Reference

# What becomes of a low score: cared for in the past, nobody has looked at it yet, or the running stack is to see it.
Then = Literal["looked after", "waits", "left to the stack"]
RELATIONSHIP_RATE, TICKET_RATE, RECHECK_RATE = 0.66, 0.35, 0.6
_STEP = (sqrt(5) - 1) / 2  # the golden ratio's: of all steps the one whose multiples fill a circle most evenly
_SPEAK_OF_OUTAGE = timedelta(days=110)
_SCORES: dict[Group, tuple[list[int], list[int]]] = {
    "promoter": ([9, 10], [6, 5]),
    "passive": ([7, 8], [4, 6]),
    "detractor": ([0, 1, 2, 3, 4, 5, 6], [1, 1, 2, 4, 4, 7, 10]),
}
_HAS_WORDS: dict[Group, float] = {"promoter": 0.5, "passive": 0.6, "detractor": 0.85}
_DRIVERS = ("response_time", "expertise", "reliability", "contact_person", "communication", "price")


@dataclass(frozen=True)
class Answer:
    """An answer to come: when (UTC), and all that the survey page would send."""

    at: datetime
    score: int
    why: str = ""
    better: str = ""
    drivers: list[str] = field(default_factory=list)
    contact: ContactWish | None = None
    quote: bool = False
    then: Then = "looked after"


@dataclass(frozen=True)
class _LatelyAnswered:
    """An answer of the last days that somebody's part asks for: `ago` before now."""

    survey: Literal["annual", "ticket"]
    ago: timedelta
    score: int
    then: Then
    contact: ContactWish | None = None


_LATELY: dict[Part, _LatelyAnswered] = {
    "low_just_now": _LatelyAnswered("annual", timedelta(minutes=24), 3, "left to the stack", "mail"),
    "low_ticket_just_now": _LatelyAnswered("ticket", timedelta(minutes=51), 2, "left to the stack"),
    "wants_a_call": _LatelyAnswered("annual", timedelta(hours=9), 6, "waits", "phone"),
    "wants_a_mail": _LatelyAnswered("annual", timedelta(hours=20), 9, "waits", "mail"),
    "ticket_open": _LatelyAnswered("ticket", timedelta(hours=26), 4, "waits"),
    "late": _LatelyAnswered("annual", timedelta(days=8), 5, "waits"),
    "ticket_late": _LatelyAnswered("ticket", timedelta(days=6, hours=5), 3, "waits"),
}
_TICKET_SOLVED_DAYS_AGO: dict[Part, int] = {"low_ticket_just_now": 5, "ticket_open": 6, "ticket_late": 11}


def ticket_days(person: Person, today: date, rng: Random) -> list[date]:
    """The days on which somebody's tickets were solved; those with a part in the last days have none close to it."""
    many = rng.randint(3, 6) if person.row["role"] == "user" else rng.choice((0, 0, 1, 1, 1, 2, 3))
    until = today - timedelta(days=2 if person.part == "ordinary" else 45)
    span = (until - person.listed_on).days
    days = [until - timedelta(days=rng.randint(0, span)) for _ in range(many) if span > 0]
    if person.part in _TICKET_SOLVED_DAYS_AGO:
        days.append(today - timedelta(days=_TICKET_SOLVED_DAYS_AGO[person.part]))
    return days


def scanned(person: Person) -> tuple[int, ...]:
    """The links that a mail scanner opens in somebody's mail, by their scores: several, one, or mostly none."""
    return {3: (0, 5, 10), 9: (2,)}.get(person.number % 17, ())


def ratings(person: Person, score: int, rated: Sequence[str]) -> dict[str, int | None]:
    """Ratings of 1–5 that go with a score; two of three people give some."""
    if person.number % 3 == 0:
        return {}
    mood = {name: crc32(f"{person.number} {name}".encode()) % 3 - 1 for name in rated}
    return {name: min(5, max(1, 1 + score * 2 // 5 + mood[name])) for name in rated}


class Answers:
    """Draws the answers of everybody; `now` (UTC) is the hour the history ends in."""

    def __init__(self, decks: Decks, now: datetime) -> None:
        self.decks = decks
        self._now = now

    def draw(
        self, person: Person, reference: Reference, asked_at: datetime, language: Language, rng: Random
    ) -> Answer | None:
        """The answer to an invitation whose first mail went out at `asked_at`; None when there is none."""
        survey = reference[1]
        lately = _LATELY.get(person.part)
        if lately and lately.survey == survey and self._now - asked_at < timedelta(days=20):
            at = self._now - lately.ago
            return self._answer(survey, lately.score, at, language, rng, lately.contact, lately.then, has_words=True)
        if survey == "recheck":
            return self._again(person, reference, asked_at, language)
        chance, mood = self._even(person, asked_at) if survey != "ticket" else (rng.random(), rng.random())
        if chance >= (TICKET_RATE if survey == "ticket" else RELATIONSHIP_RATE):
            return None
        at = _awake(asked_at + _delay(survey, rng))
        group = self._group(survey, mood, asked_at)
        if group == "detractor" and self._now - at < timedelta(days=18):
            group = "promoter"  # the cases that are open at the end are those of the parts
        scores, weights = _SCORES[group]
        score = rng.choices(scores, weights)[0]
        wish = _wish(group, rng)
        has_words = rng.random() < _HAS_WORDS[group] or wish in ("phone", "mail")
        return self._answer(survey, score, at, language, rng, wish, "looked after", has_words=has_words)

    def _again(self, person: Person, reference: Reference, asked_at: datetime, language: Language) -> Answer | None:
        """What is said after somebody was looked after: dice of its own, so that it moves nothing else."""
        rng = Random(f"{person.external_id} {reference[2]}")  # noqa: S311 - the same history every time is the point
        if rng.random() >= RECHECK_RATE:
            return None
        groups: tuple[Group, ...] = ("detractor", "passive", "promoter")
        at = _awake(asked_at + _delay("annual", rng))
        # The cases that are open at the end are those of the parts.
        group = rng.choices(groups, (2 if self._now - at > timedelta(days=18) else 0, 5, 4))[0]
        score = rng.choices(*_SCORES[group])[0]
        return self._answer("annual", score, at, language, rng, None, "looked after", has_words=False)

    def _even(self, person: Person, asked_at: datetime) -> tuple[float, float]:
        years_ago = (self._now - asked_at).days // 365
        place = person.number + 1000 * years_ago
        answered_before = int(place * RELATIONSHIP_RATE)
        return (place * _STEP) % 1, (answered_before * _STEP) % 1

    def _group(self, survey: str, mood: float, at: datetime) -> Group:
        progress = max(0.0, 1 - (self._now - at) / HISTORY)
        detractors, promoters = 0.28 - 0.17 * progress, 0.41 + 0.22 * progress
        if survey == "ticket":
            detractors, promoters = detractors - 0.05, promoters + 0.12
        return "detractor" if mood < detractors else "promoter" if mood >= 1 - promoters else "passive"

    def _answer(
        self,
        survey: str,
        score: int,
        at: datetime,
        language: Language,
        rng: Random,
        wish: ContactWish | None,
        then: Then,
        *,
        has_words: bool,
    ) -> Answer:
        group = group_of(score)
        if not has_words:
            tapped = rng.sample(_DRIVERS, rng.choice((0, 1, 1, 2)))
            return Answer(at, score, drivers=tapped, contact=wish, then=then)
        why, better, drivers = self.decks.words(survey, group, language, self._outage(at, language))
        quote = group == "promoter" and rng.random() < 0.4
        return Answer(at, score, why, better, list(drivers), wish, quote, then)

    def _outage(self, at: datetime, language: Language) -> str | None:
        """The month of the outage while people speak of it."""
        since = at - (self._now - OUTAGE)
        return outage_month(self._now.date(), language) if timedelta() < since < _SPEAK_OF_OUTAGE else None


def outage_month(today: date, language: Language) -> str:
    """The name of the month in which the power failed."""
    return format_date(today - OUTAGE, "LLLL", locale=language)


def _delay(survey: str, rng: Random) -> timedelta:
    """Most answer on the day, some on the next, some after the reminder."""
    soon = 0.7 if survey == "ticket" else 0.5
    die = rng.random()
    if die < soon:
        return timedelta(minutes=rng.randint(2, 300))
    if die < soon + 0.25:
        return timedelta(hours=rng.randint(6, 70))
    return timedelta(days=rng.randint(7, 12), minutes=rng.randint(0, 300))


def _awake(at: datetime) -> datetime:
    """Nobody answers surveys in the small hours (of UTC, which is near enough for Europe)."""
    return at if at.hour in range(6, 21) else at + timedelta(hours=9)


def _wish(group: Group, rng: Random) -> ContactWish | None:
    chances = {"promoter": (0.0, 0.0), "passive": (0.02, 0.03), "detractor": (0.2, 0.25)}[group]
    die = rng.random()
    if die < chances[0]:
        return "phone"
    return "mail" if die < sum(chances) else "no" if rng.random() < 0.3 else None
