"""Calendar quarters in the company's time zone, by the names they go by: 2026-Q4."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

from sayso.domain.errors import InvalidInputError
from sayso.domain.time import add_months, at_local_time

_NAME = re.compile(r"((?:19|2[0-9])[0-9]{2})-?Q([1-4])", re.IGNORECASE)


class Quarter(NamedTuple):
    """A quarter of a year, 1 to 4. Quarters sort as they follow each other."""

    year: int
    number: int

    def __str__(self) -> str:
        return f"{self.year}-Q{self.number}"

    @property
    def first(self) -> date:
        """Its first day."""
        return date(self.year, 3 * self.number - 2, 1)

    @property
    def last(self) -> date:
        """Its last day."""
        return add_months(self.first, 3) - timedelta(days=1)

    @property
    def before(self) -> Quarter:
        """The one before it."""
        return Quarter(self.year, self.number - 1) if self.number > 1 else Quarter(self.year - 1, 4)

    def ends_at(self, zone: ZoneInfo) -> datetime:
        """The moment (UTC) it is over at."""
        return at_local_time(self.last + timedelta(days=1), time(0), zone)


def quarter_of(moment: datetime, zone: ZoneInfo) -> Quarter:
    """The quarter that runs at a moment."""
    day = moment.astimezone(zone).date()
    return Quarter(day.year, (day.month + 2) // 3)


def read_quarter(text: str) -> Quarter:
    """A quarter as people write it, ``2026-Q4``; raises InvalidInputError (field "quarter") when it is none."""
    found = _NAME.fullmatch(text.strip())
    if not found:
        raise InvalidInputError(f"'{text[:40]}' is not a quarter; write it like 2026-Q4", field="quarter")
    return Quarter(int(found[1]), int(found[2]))
