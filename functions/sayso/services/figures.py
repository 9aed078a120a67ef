"""One score with all that makes it readable: what is confirmed, out of how many, and apart from it what is not."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Literal

from sayso.domain.nps import FEW_ANSWERS, Interval, ScoreCounts, interval, nps
from sayso.domain.programme import Scale
from sayso.domain.satisfaction import Satisfaction
from sayso.domain.shares import Share, response_rate
from sayso.ports import CellCounts

Coverage = Literal["all", "some", "none"]
Detail = Literal["scores", "groups", "score"]
Source = Literal["ours", "history", "both"]


@dataclass(frozen=True)
class Figures:
    """See the module.

    `waiting` answers were given, but there is no evidence of a person (yet); `machine` ones look like a mail
    scanner's. Neither counts. Of the scale satisfaction there is no NPS: see `satisfaction`. `asked` and `answered` are
    the invitations sent in these days and those of them that were answered since. `coverage` says of how many of the
    answers it is known who was asked: of all; of some, where imported answers are among them; of none, where all are
    imported or those who named a driver are looked at, which nobody is asked for. `detail` is what may be told: all;
    without the single scores, or without the three groups too, where the figures are for the public. `foreign` is how
    many of the answers were given to surveys the programme does not have: imported, or ended.
    """

    name: str
    counts: ScoreCounts
    asked: int
    answered: int
    waiting: int = 0
    machine: int = 0
    scale: Scale = "nps"
    coverage: Coverage = "all"
    detail: Detail = "scores"
    foreign: int = 0
    by_day: dict[str, ScoreCounts] = field(default_factory=dict, repr=False)

    @property
    def satisfaction(self) -> Satisfaction:
        """The counts of a survey that asks for 1 to 5."""
        return Satisfaction.of(self.counts)

    @property
    def is_few(self) -> bool:
        """Whether there are so few answers that the score has to be called uncertain."""
        return self.counts.n < FEW_ANSWERS

    @property
    def source(self) -> Source:
        """Whose questions were answered: those of the programme, others, or both."""
        if not self.foreign:
            return "ours"
        return "history" if self.foreign >= self.counts.n else "both"

    @property
    def rate(self) -> Share | None:
        """How many of those asked have answered; None where nobody was asked or it is not known."""
        return response_rate(self.answered, self.asked) if self.asked and self.coverage != "none" else None

    @property
    def population(self) -> int | None:
        """How many people "just those asked" are: who answered in these days, and who was asked and did not answer.

        That is `asked`, unless somebody answered in these days who was asked before them. Rather too many than too
        few, as a population that is too small would make the score look surer than it is. None where it is not known.
        """
        if self.coverage != "all" or not self.asked or not self.counts.n:
            return None
        return self.counts.n + self.asked - self.answered

    @property
    def ends(self) -> Interval:
        """The 95 % interval, those who answered taken as a sample of all customers there could be; for satisfaction of
        the share of 4 and 5. Raises InvalidInputError when there are no answers."""
        return interval(self.counts) if self.scale == "nps" else self.satisfaction.interval

    @property
    def ends_of_asked(self) -> Interval | None:
        """The same for just those asked (`population`), which is narrower; None where it is not known."""
        population = self.population
        if population is None:
            return None
        if self.scale == "nps":
            return interval(self.counts, asked=population)
        return self.satisfaction.satisfied_share.interval_among(population)

    def as_json(self) -> dict[str, Any]:
        """The figures as plain JSON values; a score of no answers is null, and so is what is not known."""
        rate, of_asked = self.rate, self.ends_of_asked
        said = {
            "scale": self.scale,
            **(self._nps() if self.scale == "nps" else self.satisfaction.as_json()),
            "asked": self.asked,
            "answered": self.answered,
            "coverage": self.coverage,
            "response_rate": {"percent": round(rate.percent, 1), "interval": rate.interval.tenths} if rate else None,
            "of_those_asked": {"asked": self.population, "interval": of_asked.tenths} if of_asked else None,
            "waiting": self.waiting,
            "machine": self.machine,
        }
        return {name: value for name, value in said.items() if name not in self._untold}

    @property
    def _untold(self) -> set[str]:
        scores, asked = {"scores", "waiting", "machine"}, {"asked", "answered", "response_rate", "of_those_asked"}
        groups = {"promoters", "passives", "detractors"}
        if self.scale == "satisfaction":
            groups = {"satisfied", "satisfied_percent", "interval", "of_those_asked"}
        if self.detail == "scores":
            return set()
        untold = scores if self.detail == "groups" else scores | groups
        return untold if self.coverage != "none" else untold | asked | {"coverage"}

    def _nps(self) -> dict[str, Any]:
        counts = self.counts
        return {
            "n": counts.n,
            "promoters": counts.promoters,
            "passives": counts.passives,
            "detractors": counts.detractors,
            "nps": nps(counts) if counts.n else None,
            "interval": self.ends.tenths if counts.n else None,
            "few_answers": self.is_few,
            "scores": list(counts.counts),
        }


def left_over(whole: Figures, parts: Sequence[Figures], name: str) -> Figures:
    """What of a whole is in none of its parts, which share no answer.

    Whole and parts are read one after the other while answers come in, and an edited answer may be in a part with one
    score and in the whole with another: what would be less than nothing is nothing.
    """
    answered = max(0, whole.answered - sum(part.answered for part in parts))
    counts = without(whole.counts, [part.counts for part in parts])
    return replace(
        whole,
        name=name,
        counts=counts,
        asked=max(answered, whole.asked - sum(part.asked for part in parts)),
        answered=answered,
        waiting=0,
        machine=0,
        foreign=min(counts.n, max(0, whole.foreign - sum(part.foreign for part in parts))),
        by_day={},
    )


def without(whole: ScoreCounts, parts: Iterable[ScoreCounts]) -> ScoreCounts:
    """The answers of a whole without those of its parts; of no score fewer than none."""
    taken = sum(parts, ScoreCounts())
    return ScoreCounts(tuple(max(0, a - b) for a, b in zip(whole.counts, taken.counts, strict=True)))


def at_most(counts: ScoreCounts, most: ScoreCounts) -> ScoreCounts:
    """Of each score as many answers as there are, or as there may be if those are fewer."""
    return ScoreCounts(tuple(map(min, counts.counts, most.counts)))


def of_parts(
    name: str,
    scale: Scale,
    parts: Mapping[str, Sequence[CellCounts]],
    *,
    has_rate: bool = True,
    ours: Collection[str] | None = None,
) -> Figures:
    """The figures of several surveys together, each with its counters of one or more stretches of days.

    Parameters
    ----------
    name : str
        What the figures are called.
    scale : Scale
        The scale all of the scores were given on.
    parts : mapping of str to sequence of CellCounts
        By survey; no day twice.
    has_rate : bool
        Whether those asked are counted by what was selected at all.
    ours : collection of str, optional
        The surveys of the programme; without it all are.
    """
    cells = [cell for of_survey in parts.values() for cell in of_survey]
    by_day: dict[str, ScoreCounts] = {}
    for cell in cells:
        for day, counts in cell.scores.items():
            by_day[day] = by_day.get(day, ScoreCounts()) + counts
    asked_by_us = [
        any(cell.sent or cell.answered for cell in of_survey)
        for of_survey in parts.values()
        if any(counts.n for cell in of_survey for counts in cell.scores.values())
    ]
    coverage: Coverage = "all" if all(asked_by_us) else "some" if any(asked_by_us) else "none"
    answered = sum(cell.answered for cell in cells)
    return Figures(
        name=name,
        counts=sum(by_day.values(), ScoreCounts()),
        # Whoever answered was asked, also when the mail service never said that it took the mail.
        asked=max(answered, sum(cell.sent for cell in cells)),
        answered=answered,
        waiting=sum(cell.waiting for cell in cells),
        machine=sum(cell.machine for cell in cells),
        scale=scale,
        coverage=coverage if has_rate else "none",
        foreign=sum(
            counts.n
            for survey, of_survey in parts.items()
            if ours is not None and survey not in ours
            for cell in of_survey
            for counts in cell.scores.values()
        ),
        by_day=by_day,
    )
