"""Counters that are read once each: two questions of one command that need the same counter share its answer."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from sayso.domain.programme import Scale
from sayso.ports import CellCounts, Counters

Found = TypeVar("Found")


class ReadOnce:
    """See `sayso.ports.Counters`. Keeps every answer for as long as it lives: for a command, not for a function."""

    def __init__(self, counters: Counters) -> None:
        self._counters = counters
        self._known: dict[tuple[Any, ...], Any] = {}

    def read(
        self, survey: str, scope: str, value: str, first_day: str, last_day: str, scale: Scale = "nps"
    ) -> CellCounts:
        """The counters of a survey, scope and value over a range of days."""
        return self._once(self._counters.read, survey, scope, value, first_day, last_day, scale)

    def read_rating(
        self, survey: str, rating: str, first_day: str, last_day: str, scale: Scale = "nps"
    ) -> dict[tuple[int, int], int]:
        """How many answers gave each pair of rating and score."""
        return self._once(self._counters.read_rating, survey, rating, first_day, last_day, scale)

    def values(self, survey: str, scope: str) -> list[str]:
        """The values a scope was ever counted for."""
        return self._once(self._counters.values, survey, scope)

    def surveys(self) -> list[str]:
        """Every survey ever counted."""
        return self._once(self._counters.surveys)

    def last_day(self, survey: str, scope: str, value: str, scale: Scale = "nps") -> str | None:
        """The last UTC day an answer was counted for."""
        return self._once(self._counters.last_day, survey, scope, value, scale)

    def first_day(self, survey: str, scale: Scale = "nps") -> str | None:
        """The first UTC day of the counters of a survey's scores."""
        return self._once(self._counters.first_day, survey, scale)

    def _once(self, read: Callable[..., Found], *arguments: Any) -> Found:
        asked = (read.__name__, *arguments)
        if asked not in self._known:
            self._known[asked] = read(*arguments)
        found: Found = self._known[asked]
        return found
