"""Who was unhappy, was looked after and was asked again: how many moved, how far, and how sure that is."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from math import sqrt
from statistics import fmean, variance
from typing import Any, NamedTuple

from sayso.domain.errors import InvalidInputError
from sayso.domain.nps import FEW_ANSWERS, Interval
from sayso.domain.response import group_of
from sayso.domain.shares import Share
from sayso.domain.student_t import t_95

_HIGHEST = 10


class Move(NamedTuple):
    """What a detractor gave (0 to 6), and what they gave when they were asked again (0 to 10)."""

    before: int
    after: int

    @property
    def points(self) -> int:
        """How far they moved, −6 to 10."""
        return self.after - self.before


@dataclass(frozen=True)
class WonBack:
    """Detractors who were asked again after somebody looked after them, and what those gave who answered.

    Raises
    ------
    InvalidInputError
        When fewer were asked than answered (field "asked"), or a score is none, or the first not one of a detractor
        (field "moves").
    """

    asked: int = 0
    moves: tuple[Move, ...] = ()

    def __post_init__(self) -> None:
        for move in self.moves:
            if not 0 <= move.before <= _HIGHEST or group_of(move.before) != "detractor":
                raise InvalidInputError(f"{move.before} is not the score of a detractor", field="moves")
            if not 0 <= move.after <= _HIGHEST:
                raise InvalidInputError(f"{move.after} is not a score from 0 to {_HIGHEST}", field="moves")
        if self.asked < len(self.moves):
            raise InvalidInputError(f"{len(self.moves)} of {self.asked} cannot have answered", field="asked")

    @property
    def answered(self) -> int:
        """How many answered again."""
        return len(self.moves)

    @property
    def moved(self) -> Share:
        """Of those who answered again, those who are no detractors any more: 7 or more."""
        return Share(sum(group_of(move.after) != "detractor" for move in self.moves), self.answered)

    @property
    def promoters(self) -> int:
        """Of those who moved, how many are promoters now."""
        return sum(group_of(move.after) == "promoter" for move in self.moves)

    @property
    def still_unhappy(self) -> int:
        """How many answered again and are detractors still."""
        return self.answered - self.moved.part

    @property
    def is_few(self) -> bool:
        """Whether all of this stands on few answers."""
        return self.answered < FEW_ANSWERS

    @property
    def mean_move(self) -> float | None:
        """How far they moved on average, in points of the score; None when nobody answered again."""
        return fmean(move.points for move in self.moves) if self.moves else None

    @cached_property
    def move_interval(self) -> Interval | None:
        """The 95 % interval of the mean move, in points of the score: mean ± t × s / √n of the paired differences.

        A person is compared with themselves, so the differences are what varies (Student 1908, "The probable error of
        a mean", Biometrika 6:1; NIST/SEMATECH e-Handbook of Statistical Methods, 7.3.1.1). Its ends are kept within
        the moves that are possible from where these people stood. None under two answers, and where all moved as far:
        nothing then says how much people differ, and an interval without a width would claim to know.
        """
        points = [move.points for move in self.moves]
        if len(set(points)) < 2:
            return None
        mean, n = fmean(points), len(points)
        half = t_95(n - 1) * sqrt(variance(points) / n)
        stood = fmean(move.before for move in self.moves)
        return Interval(low=max(-stood, mean - half), high=min(_HIGHEST - stood, mean + half))

    def as_json(self) -> dict[str, Any]:
        """The figures as plain JSON values; what nobody's answer tells is null."""
        mean, ends = self.mean_move, self.move_interval
        return {
            "asked": self.asked,
            "answered": self.answered,
            "moved": self.moved.part,
            "promoters": self.promoters,
            "still_unhappy": self.still_unhappy,
            "moved_percent": round(self.moved.percent, 1) if self.answered else None,
            "moved_interval": self.moved.interval.tenths if self.answered else None,
            "mean_move": None if mean is None else round(mean, 2),
            "mean_move_interval": [round(ends.low, 2), round(ends.high, 2)] if ends else None,
            "few_answers": self.is_few,
        }
