"""How many of how many, and how sure that is: promoters of all answers, answers of all who were asked."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.domain.errors import InvalidInputError
from sayso.domain.nps import Z_95, Interval, ScoreCounts, interval_around


@dataclass(frozen=True)
class Share:
    """`part` of `whole`.

    Raises
    ------
    InvalidInputError
        When either is negative or no whole number (field "part" or "whole"), or the part more than the whole ("part").
    """

    part: int
    whole: int

    def __post_init__(self) -> None:
        for field, count in (("part", self.part), ("whole", self.whole)):
            if not isinstance(count, int) or count < 0:
                raise InvalidInputError(f"a count is a whole number of 0 or more, and not {count!r}", field=field)
        if self.part > self.whole:
            raise InvalidInputError(f"{self.part} cannot be a part of {self.whole}", field="part")

    @property
    def percent(self) -> float:
        """The share, 0 to 100; raises InvalidInputError (field "whole") when it is one of nothing."""
        return 100 * self.part / self._some()

    @property
    def interval(self) -> Interval:
        """The 95 % interval, in percent, of the whole as a sample of endlessly many; see `interval_among`."""
        return self._interval(None)

    def interval_among(self, asked: int) -> Interval:
        """The 95 % interval of the share, in percent, among just the `asked` people of whom the whole answered.

        z²/2 answers are added to the part and z² to the whole, about two and four (Agresti and Coull 1998, The American
        Statistician 52:119; Sauro and Lewis 2005, https://measuringu.com/wald), because the plain interval is far
        too narrow in small samples, and has no width at all where the part is all or nothing. What a known number of
        people does to it is told at `sayso.domain.nps.interval_around`.

        Raises
        ------
        InvalidInputError
            When the whole is nothing (field "whole"), or more than `asked` (field "asked").
        """
        return self._interval(asked)

    def _interval(self, asked: int | None) -> Interval:
        raw = self.percent / 100
        n = self.whole + Z_95**2
        share = (self.part + Z_95**2 / 2) / n
        return interval_around(raw, share, share * (1 - share) / n, n=self.whole, asked=asked, lowest=0)

    def _some(self) -> int:
        if self.whole == 0:
            raise InvalidInputError("there are no answers to take a share of", field="whole")
        return self.whole


def category_shares(counts: ScoreCounts) -> tuple[Share, Share, Share]:
    """Promoters, passives and detractors, each of all answers. Of no answers: three shares of nothing."""
    return Share(counts.promoters, counts.n), Share(counts.passives, counts.n), Share(counts.detractors, counts.n)


def response_rate(answered: int, asked: int) -> Share:
    """Who of those asked has answered.

    It is exact for those who were asked. Its interval says what to expect when people like them are asked again.

    Raises
    ------
    InvalidInputError
        When either is negative, or more answered than were asked; names "answered" or "asked".
    """
    if asked < 0:
        raise InvalidInputError(f"nobody can have asked {asked} people", field="asked")
    if not 0 <= answered <= asked:
        raise InvalidInputError(f"{answered} of {asked} asked cannot have answered", field="answered")
    return Share(answered, asked)
