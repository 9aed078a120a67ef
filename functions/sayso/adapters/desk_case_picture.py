"""The picture of how soon people are called back, for the desk."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from sayso.adapters.charts.distribution import Bar, Group, distribution_svg
from sayso.adapters.charts.drawing import Picture
from sayso.adapters.rendering import Renderer
from sayso.domain.programme import Language

_EACH = 5  # so many days at most have a bar each
_LATER = 2  # bars for each day after the promised ones, before the last that holds all others


class DaysBar(NamedTuple):
    """First contacts within so many working days: `first` to `last`, or more where there is no last."""

    first: int
    last: int | None
    n: int

    @property
    def label(self) -> str:
        """``2``, ``0–9`` or ``5+``."""
        if self.last is None:
            return f"{self.first}+"
        return str(self.first) if self.first == self.last else f"{self.first}–{self.last}"


def bars_of(days: Sequence[int], within: int) -> tuple[list[DaysBar], list[DaysBar]]:
    """How many first contacts took how many working days: those within the promised ones, and the later ones."""
    kept = [(day, day) for day in range(within + 1)] if within <= _EACH else [(0, within)]
    later = [(within + 1 + more, within + 1 + more) for more in range(_LATER)]
    rest = within + 1 + _LATER

    def bar(first: int, last: int) -> DaysBar:
        return DaysBar(first, last, sum(first <= day <= last for day in days))

    return (
        [bar(*ends) for ends in kept],
        [*(bar(*ends) for ends in later), DaysBar(rest, None, sum(day >= rest for day in days))],
    )


def days_picture(
    renderer: Renderer, language: Language, days: Sequence[int], waiting: int, within: int, *, name: str, width: int
) -> Picture:
    """How many working days first contacts took, and how many wait for one; `within` is what was promised."""
    kept, later = bars_of(days, within)
    text = renderer.text
    return distribution_svg(
        [
            Group(text("desk-cases-kept", language, days=within), "", [Bar(one.label, one.n) for one in kept]),
            Group(text("desk-cases-later", language), "", [Bar(one.label, one.n) for one in later]),
            Group(text("desk-cases-waiting", language), "", [Bar("–", waiting)]),
        ],
        name=name,
        title=text("desk-cases-picture", language),
        description=text(
            "desk-cases-picture-says",
            language,
            days=within,
            kept=sum(one.n for one in kept),
            later=sum(one.n for one in later),
            waiting=waiting,
        ),
        empty=text("desk-cases-none", language),
        width=width,
        height=240,
    )
