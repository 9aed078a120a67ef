"""How long many things took: the middle one, and what nine in ten did not exceed."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from math import ceil
from statistics import median
from typing import Any

from sayso.domain.office import Office


@dataclass(frozen=True)
class Durations:
    """How long something took, in hours or in working days: the middle, and what nine in ten did not exceed."""

    n: int
    median: float
    ninth: float

    def as_json(self) -> dict[str, Any]:
        """Rounded to a tenth."""
        return {"n": self.n, "median": round(self.median, 1), "nine_in_ten_within": round(self.ninth, 1)}


def durations(values: Collection[float]) -> Durations | None:
    """The median and the 90th percentile; None of nothing.

    The percentile is by nearest rank, the smallest value that at least nine in ten do not exceed (Hyndman and Fan 1996,
    The American Statistician 50:361, definition 1), so that it is always a time that somebody waited.
    """
    if not values:
        return None
    in_order = sorted(values)
    return Durations(len(in_order), median(in_order), in_order[ceil(9 * len(in_order) / 10) - 1])


def working_days_within(office: Office, start: datetime, end: datetime) -> int:
    """The smallest number of working days within which `end` lies, as a promise counts them: 0 is on the day on which
    it was heard, 1 until the same time of the next working day.

    What is heard while the office is closed is heard when it opens. No promise is for less than a working day, so that
    what is within it here came before its due time.
    """
    heard = office.next_opening(start)
    if end.astimezone(office.zone).date() <= heard.astimezone(office.zone).date():
        return 0
    most = max((end - start).days, 0) + 2  # no more than there are days, and one for a change of the clock
    return bisect_left(range(most), end, key=lambda days: office.add_working_days(start, days))
