"""A period of a trend as it is drawn."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from sayso.domain.nps import ScoreCounts


class Stretch(NamedTuple):
    """A period of a trend: its name, its UTC days, its answers. Of a hidden one only that it is there is told."""

    name: str
    first: date
    last: date
    counts: ScoreCounts
    is_whole: bool = True
    is_hidden: bool = False

    @property
    def is_drawn(self) -> bool:
        """Whether it has a score to show."""
        return not self.is_hidden and self.counts.n > 0
