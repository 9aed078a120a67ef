"""What goes along with the score: the drivers people name, and the ratings they give."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from sayso.domain.driver_analysis import DriverEffect, analyse_drivers
from sayso.domain.errors import InvalidInputError
from sayso.domain.in_public import drivers_to_show
from sayso.domain.rating_analysis import Association, goes_along, ratings_of
from sayso.domain.satisfaction import Satisfaction
from sayso.services.figures import Figures, at_most
from sayso.services.read_stats import ReadStats, Selection, Span
from sayso.services.stats_in_public import whole_in_public
from sayso.services.stats_lines import Line


@dataclass(frozen=True)
class Analysis:
    """What is behind a score.

    `effects` begins with the driver that pulls it down most; `ratings` holds, by survey and rating, what was given and
    how much it goes along with the score. For the public only the shares of promoters and detractors who named a
    driver may be told, of those in `praised` and `criticised`, and no ratings.
    """

    whole: Line
    effects: Sequence[DriverEffect] = ()
    ratings: Mapping[str, Mapping[str, tuple[Satisfaction, Association]]] = field(default_factory=dict)
    public: bool = False
    praised: frozenset[str] = frozenset()
    criticised: frozenset[str] = frozenset()

    @property
    def shown(self) -> list[DriverEffect]:
        """The drivers of which anything may be told."""
        return [one for one in self.effects if not self.public or one.driver in self.praised | self.criticised]

    @property
    def hidden(self) -> int:
        """How many may not be told of, though somebody named them."""
        shown = {one.driver for one in self.shown}
        return sum(one.counts.n > 0 and one.driver not in shown for one in self.effects) + self.whole.hidden


def analyse(read: ReadStats, which: Selection, span: Span, *, public: bool = False) -> Analysis:
    """Analyse the drivers and ratings of a selection.

    Raises
    ------
    InvalidInputError
        When it is of satisfaction, which has neither promoters nor detractors.
    """
    if which.scale != "nps":
        raise InvalidInputError(
            f"'{which.name}' asks from 1 to 5, so it has no promoters and detractors to compare", field="survey"
        )
    # The total last, so that an answer that comes in between is in the total at least.
    named = read.named(which, *span)
    figures = read.figures(which, *span)
    last = None if figures.counts.n else read.last_answer(which)
    whole = Line("selection", which.name, span, figures, last_answer=last)
    # An answer edited in between was named with a score that the total no longer has.
    named = {driver: at_most(counts, figures.counts) for driver, counts in named.items()}
    effects = analyse_drivers(figures.counts, named)
    if public:
        return _in_public(whole_in_public(whole), whole.figures, effects)
    ratings = {
        survey: {
            rating: (ratings_of(joint), goes_along(joint))
            for rating, joint in read.joint_ratings(survey, *span).items()
        }
        for survey in which.surveys
    }
    return Analysis(whole, effects, {survey: found for survey, found in ratings.items() if found})


def _in_public(whole: Line, figures: Figures, effects: Sequence[DriverEffect]) -> Analysis:
    shown = drivers_to_show({one.driver: one.counts for one in effects}, figures.counts)
    return Analysis(whole, effects, public=True, praised=shown.praised, criticised=shown.criticised)
