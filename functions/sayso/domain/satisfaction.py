"""What answers from 1 to 5 amount to, of a satisfaction survey or of a rating: their mean, and how many are 4 or 5.

Such an answer is no part of an NPS: nobody was asked whether they recommend us.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sayso.domain.errors import InvalidInputError
from sayso.domain.nps import FEW_ANSWERS, Interval, ScoreCounts
from sayso.domain.shares import Share

_SATISFIED = (4, 5)


@dataclass(frozen=True)
class Satisfaction:
    """How many answers gave each of 1 to 5: five counts, that of 1 first.

    Raises
    ------
    InvalidInputError
        When there are not five counts, or one is negative or no whole number.
    """

    counts: tuple[int, int, int, int, int] = (0, 0, 0, 0, 0)

    def __post_init__(self) -> None:
        if len(self.counts) != 5:
            raise InvalidInputError(f"there are five answers, 1 to 5, but {len(self.counts)} counts", field="counts")
        for answer, count in enumerate(self.counts, 1):
            if not isinstance(count, int) or count < 0:
                raise InvalidInputError(
                    f"the count of answer {answer} is {count!r}; it must be 0 or more", field="counts"
                )

    @classmethod
    def of(cls, scores: ScoreCounts) -> Satisfaction:
        """What a counter holds, which has room for 0 to 10."""
        _, one, two, three, four, five, *_ = scores.counts
        return cls((one, two, three, four, five))

    @property
    def n(self) -> int:
        """All answers."""
        return sum(self.counts)

    @property
    def satisfied(self) -> int:
        """Answers of 4 and 5."""
        return sum(self.counts[score - 1] for score in _SATISFIED)

    @property
    def mean(self) -> float:
        """The mean, 1 to 5; raises InvalidInputError when there are no answers."""
        return sum(score * count for score, count in enumerate(self.counts, 1)) / self._some()

    @property
    def satisfied_share(self) -> Share:
        """The answers of 4 and 5 out of all."""
        return Share(self.satisfied, self.n)

    @property
    def share(self) -> float:
        """How many of a hundred gave 4 or 5; raises InvalidInputError when there are no answers."""
        return self.satisfied_share.percent

    @property
    def interval(self) -> Interval:
        """The 95 % interval of the share, in percent; see `Share`. Raises InvalidInputError when there are none."""
        return self.satisfied_share.interval

    def as_json(self) -> dict[str, Any]:
        """The figures as plain JSON values; what no answers amount to is null."""
        ends = self.interval if self.n else None
        return {
            "n": self.n,
            "mean": round(self.mean, 2) if self.n else None,
            "satisfied": self.satisfied,
            "satisfied_percent": round(self.share, 1) if self.n else None,
            "interval": ends.tenths if ends else None,
            "few_answers": self.n < FEW_ANSWERS,
            "scores": list(self.counts),
        }

    def _some(self) -> int:
        if self.n == 0:
            raise InvalidInputError("there are no answers to make a mean of", field="counts")
        return self.n
