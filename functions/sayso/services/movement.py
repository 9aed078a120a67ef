"""How one figure stands to the one before it: whether it moved, or why that is not said."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sayso.domain.comparing import Change, answers_needed, change, share_change
from sayso.domain.errors import InvalidInputError
from sayso.domain.nps import ScoreCounts
from sayso.services.figures import Figures
from sayso.services.read_stats import Span

ENOUGH_TO_COMPARE = 10
"""With fewer answers on either side nothing is said about a change: the intervals are proven from ten on
(tests/unit/test_interval_coverage.py), and below only a landslide would be seen."""
OTHER_QUESTION = "other question"
STILL_RUNNING = "still running"
PART = "only a part"
EARLIER_IS_PART = "the one before is only a part"


@dataclass(frozen=True)
class Movement:
    """How a figure stands to the one before it; without a `change`, `why_not` says why they are not compared.

    `needed` is how many answers each of the two would need for a change as large as this one to be seen.
    """

    before: Figures
    span: Span
    change: Change | None = None
    why_not: str = ""
    needed: int | None = None

    def as_json(self) -> dict[str, Any]:
        """The movement as plain JSON values."""
        moved = self.change
        return {
            "from": self.span.first,
            "to": self.span.last,
            "n": self.before.counts.n,
            "points": round(moved.points, 1) if moved else None,
            "interval": moved.interval.tenths if moved else None,
            "reliable": moved.is_reliable if moved else None,
            "why_not": self.why_not or None,
            "answers_needed": self.needed,
        }


def compared(earlier: Figures, later: Figures, span: Span) -> Movement:
    """How the later figures stand to the earlier ones, which are of the days of `span`; the two share no answer."""
    if min(earlier.counts.n, later.counts.n) < ENOUGH_TO_COMPARE:
        return Movement(earlier, span, why_not=f"fewer than {ENOUGH_TO_COMPARE} answers")
    if earlier.source != later.source or later.source == "both":
        # Where the mix of two questions changes, so does the score, whatever anybody thinks.
        return Movement(earlier, span, why_not=OTHER_QUESTION)
    if later.scale == "satisfaction":
        before, after = (one.satisfaction.satisfied_share for one in (earlier, later))
        return Movement(earlier, span, share_change(before, after))
    moved = change(earlier.counts, later.counts)
    return Movement(earlier, span, moved, needed=needed_for(later.counts, round(abs(moved.points))))


def needed_for(counts: ScoreCounts, points: int) -> int | None:
    """How many answers each of two periods needs for that change to be seen; None where there is none to see."""
    try:
        return answers_needed(counts, points) if points else None
    except InvalidInputError:
        return None  # a change to where it is from a score that had no room for it
