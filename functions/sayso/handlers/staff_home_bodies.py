"""The bodies of what the desk tells first: the headline, and what was heard."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from typing_extensions import TypedDict  # pydantic describes no other before Python 3.12

from sayso.domain.benchmark import Verdict
from sayso.domain.labels import Language
from sayso.domain.programme import Benchmark
from sayso.handlers.staff_home_shapes import (
    NumberDriver,
    NumberLine,
    NumberPicture,
    NumberSpan,
    driver_shapes,
    line_shape,
    picture_shape,
    stretches,
)
from sayso.services.desk_numbers import Beginning, Headline, Heard

if TYPE_CHECKING:
    from sayso.adapters.desk_pictures import DeskPictures

_VERDICTS: dict[Verdict, Literal["above", "below", "noise"]] = {
    "above": "above",
    "below": "below",
    "within the noise": "noise",
}


class HomeBenchmark(TypedDict):
    """What others reach, who says so, and whether the score is above or below it by more than noise."""

    nps: int
    source: str
    verdict: Literal["above", "below", "noise"]


class HomeBeginning(TypedDict):
    """Where a programme stands that nobody has answered yet: `day` and `survey` are what goes out first."""

    contacts: bool
    asked: int
    survey: str
    day: str | None


class HomeTrend(TypedDict):
    """The score by months or quarters; those with too few answers are hidden."""

    kind: Literal["month", "quarter"]
    lines: list[NumberLine]
    picture: NumberPicture


class HomeHeadline(TypedDict):
    """The relationship score of twelve months; `beside` it other touch points, reviews and history, each by itself."""

    headline: NumberLine
    benchmark: HomeBenchmark | None
    beside: list[NumberLine]
    trend: HomeTrend | None
    distribution: NumberPicture | None
    beginning: HomeBeginning | None


class HomeSuggested(TypedDict):
    """How many answers are suggested for a theme, of all surveys, and wait for somebody to decide."""

    theme: str
    n: int


class HomeHeard(TypedDict):
    """What the relationship answers of twelve months are about; `hidden` is how many drivers and themes are about too
    few to be told."""

    span: NumberSpan
    n: int | None
    drivers: list[NumberDriver]
    picture: NumberPicture | None
    themes: list[NumberLine]
    suggested: list[HomeSuggested]
    hidden: int


def headline_body(found: Headline, mark: Benchmark | None, draw: DeskPictures, language: Language) -> HomeHeadline:
    """The headline with its pictures."""
    line, is_shown = found.line, not found.line.hidden and found.line.figures.counts.n > 0
    counts, scale = line.figures.counts, line.figures.scale
    has_scores = is_shown and line.figures.detail == "scores"
    trend: HomeTrend = {
        "kind": "month" if found.kind == "month" else "quarter",
        "lines": [line_shape(one) for one in found.periods],
        "picture": picture_shape(draw.trend(stretches(found.periods), found.kind, language)),
    }
    return {
        "headline": line_shape(line),
        "benchmark": (
            {"nps": mark.nps, "source": mark.source, "verdict": _VERDICTS[found.verdict]}
            if mark and found.verdict
            else None
        ),
        "beside": [line_shape(one) for one in found.beside],
        "trend": trend if is_shown else None,
        "distribution": picture_shape(draw.distribution(counts, scale, language)) if has_scores else None,
        "beginning": _beginning(found.beginning) if found.beginning else None,
    }


def heard_body(found: Heard, draw: DeskPictures, language: Language) -> HomeHeard:
    """What was heard, with its picture."""
    analysis = found.analysis
    told = (analysis.praised, analysis.criticised) if analysis.public else None
    drivers = driver_shapes(analysis)
    return {
        "span": {"first": found.span.first.isoformat(), "last": found.span.last.isoformat()},
        "n": None if analysis.whole.hidden else analysis.whole.figures.counts.n,
        "drivers": drivers,
        "picture": picture_shape(draw.drivers(analysis.effects, language, told)) if drivers else None,
        "themes": [line_shape(one) for one in found.themes if not one.hidden],
        "suggested": [{"theme": theme, "n": n} for theme, n in found.suggested.items()],
        "hidden": found.hidden,
    }


def _beginning(found: Beginning) -> HomeBeginning:
    return {
        "contacts": found.has_contacts,
        "asked": found.asked,
        "survey": found.survey,
        "day": found.day.isoformat() if found.day else None,
    }
