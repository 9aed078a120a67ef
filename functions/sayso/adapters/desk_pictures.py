"""The pictures of the desk, in the language of whoever looks: for a desktop, and narrow for a phone."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from sayso.adapters.charts.distribution import Bar, Group, distribution_svg
from sayso.adapters.charts.drawing import Picture
from sayso.adapters.charts.drivers import Driver, DriverWords, Part, drivers_svg
from sayso.adapters.charts.series import Point, trend_svg
from sayso.adapters.desk_picture_texts import long_label, percent, short_label, tenth
from sayso.adapters.rendering import Renderer
from sayso.domain.driver_analysis import DriverEffect
from sayso.domain.labels import Language
from sayso.domain.nps import ScoreCounts, interval, nps, signed
from sayso.domain.periods import PeriodKind
from sayso.domain.programme import Programme, Scale
from sayso.domain.shares import Share
from sayso.domain.stretch import Stretch

_WIDTHS = (560, 320)
_HEIGHTS = {560: 280, 320: 240}
_GROUPS: dict[Scale, tuple[tuple[str, int, int], ...]] = {
    "nps": (("charts-detractors", 0, 6), ("charts-passives", 7, 8), ("charts-promoters", 9, 10)),
    "satisfaction": (("charts-not-satisfied", 1, 3), ("charts-satisfied", 4, 5)),
}


class Drawn(NamedTuple):
    """A picture as SVG, twice. They have no colours of their own: the page's stylesheet says what they look like."""

    wide: str
    narrow: str


class DeskPictures:
    """See the module."""

    def __init__(self, renderer: Renderer, programme: Programme) -> None:
        self._renderer, self._programme = renderer, programme

    def trend(self, stretches: Sequence[Stretch], kind: PeriodKind, language: Language) -> Drawn:
        """The score of each period, the oldest first."""

        def draw(width: int) -> Picture:
            points = [_point(one, short_label(one, kind, language, width, len(stretches))) for one in stretches]
            told = [self._period_told(one, kind, language) for one in stretches]
            has_answers = any(one.counts.n for one in stretches)
            return trend_svg(
                points,
                name="trend",
                title=self._renderer.text("charts-trend-title", language),
                description=" ".join(told),
                signed=signed,
                empty=self._renderer.text("charts-few" if has_answers else "charts-no-answers", language),
                width=width,
                height=_HEIGHTS[width],
            )

        return Drawn(*(str(draw(width)) for width in _WIDTHS))

    def distribution(self, counts: ScoreCounts, scale: Scale, language: Language) -> Drawn:
        """How many gave each score."""
        text = self._renderer.text
        groups = [
            Group(
                text(key, language),
                percent(100 * sum(counts.counts[first : last + 1]) / counts.n, language) if counts.n else "",
                [Bar(str(score), counts.counts[score]) for score in range(first, last + 1)],
            )
            for key, first, last in _GROUPS[scale]
        ]

        def draw(width: int) -> Picture:
            return distribution_svg(
                groups,
                name="distribution",
                title=text("charts-distribution-title", language),
                description=" ".join(self._groups_told(groups, language)),
                empty=text("charts-no-answers", language),
                width=width,
                height=_HEIGHTS[width],
            )

        return Drawn(*(str(draw(width)) for width in _WIDTHS))

    def drivers(
        self,
        effects: Sequence[DriverEffect],
        language: Language,
        told: tuple[Collection[str], Collection[str]] | None = None,
    ) -> Drawn:
        """What detractors and promoters name, the most harmful first.

        `told` are, where not all may be, the drivers of which the share of promoters, and of detractors, is told.
        """
        labels = {driver.id: driver.label(language) for driver in self._programme.drivers}
        rows = [
            Driver(
                labels.get(one.driver, one.driver.replace("_", " ")),
                _part(one.of_detractors) if told is None or one.driver in told[1] else None,
                _part(one.of_promoters) if told is None or one.driver in told[0] else None,
                one.pull if told is None else None,
                one.counts.n if told is None else 0,
            )
            for one in effects
            if one.counts.n and (told is None or one.driver in {*told[0], *told[1]})
        ]
        text = self._renderer.text

        def draw(width: int) -> Picture:
            return drivers_svg(
                rows,
                name="drivers",
                title=text("charts-drivers-title", language),
                description=" ".join(self._driver_told(row, language) for row in rows),
                words=DriverWords(
                    text("charts-of-detractors", language),
                    text("charts-of-promoters", language),
                    text("charts-pull", language),
                ),
                percent=lambda share: percent(share, language),
                signed=lambda points: tenth(points, language),
                empty=text("charts-no-answers", language),
                width=width,
            )

        return Drawn(*(str(draw(width)) for width in _WIDTHS))

    def _period_told(self, one: Stretch, kind: PeriodKind, language: Language) -> str:
        label = long_label(one, kind, language)
        if not one.is_drawn:
            return self._renderer.text("charts-period-few", language, label=label)
        low, high = interval(one.counts).rounded
        return self._renderer.text(
            "charts-period" if one.is_whole else "charts-period-part",
            language,
            label=label,
            score=signed(nps(one.counts)),
            low=signed(low),
            high=signed(high),
            n=one.counts.n,
        )

    def _groups_told(self, groups: Sequence[Group], language: Language) -> Iterator[str]:
        text = self._renderer.text
        for group in groups:
            n = sum(bar.n for bar in group.bars)
            if not n:
                yield text("charts-group-none", language, group=group.label)
                continue
            yield text("charts-group", language, group=group.label, n=n, share=group.share)
            gave = [text("charts-score", language, n=bar.n, score=bar.label) for bar in group.bars if bar.n]
            yield f"{', '.join(gave)}."

    def _driver_told(self, row: Driver, language: Language) -> str:
        def share(part: Part | None) -> str:
            return percent(part.percent, language) if part else self._renderer.text("charts-driver-not-told", language)

        return self._renderer.text(
            "charts-driver" if row.n else "charts-driver-shares",
            language,
            label=row.label,
            detractors=share(row.of_detractors),
            promoters=share(row.of_promoters),
            n=row.n,
        )


def _point(one: Stretch, label: str) -> Point:
    if not one.is_drawn:
        return Point(label, n=None if one.is_hidden else 0)
    ends = interval(one.counts)
    return Point(label, nps(one.counts), ends.low, ends.high, one.counts.n, not one.is_whole)


def _part(share: Share) -> Part | None:
    return Part(share.percent, share.interval.low, share.interval.high) if share.whole else None
