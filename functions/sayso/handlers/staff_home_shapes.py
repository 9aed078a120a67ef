"""The bodies of the desk's numbers: a score never without its n and its interval, a picture never without its table."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal

from typing_extensions import TypedDict  # pydantic describes no other before Python 3.12

from sayso.domain.driver_analysis import DriverEffect
from sayso.domain.programme import Scale
from sayso.domain.shares import Share
from sayso.domain.stretch import Stretch
from sayso.services.figures import Coverage
from sayso.services.movement import EARLIER_IS_PART, OTHER_QUESTION, PART, STILL_RUNNING, Movement
from sayso.services.read_drivers import Analysis
from sayso.services.stats_lines import Kind, Line

if TYPE_CHECKING:
    from sayso.adapters.desk_pictures import Drawn

WhyNot = Literal["few", "other_question", "running", "part"]
_WHY_NOT: dict[str, WhyNot] = {
    OTHER_QUESTION: "other_question",
    STILL_RUNNING: "running",
    PART: "part",
    EARLIER_IS_PART: "part",
}


class NumberSpan(TypedDict):
    """UTC days, both included."""

    first: str
    last: str


class NumberMoved(TypedDict):
    """How a score stands to that of the days before. `why_not` says why the two are not compared; `needed` is how many
    answers each side would need for a change as large as this one to be seen."""

    first: str
    last: str
    n: int
    score: int | None
    points: int | None
    low: int | None
    high: int | None
    reliable: bool | None
    why_not: WhyNot | None
    needed: int | None


class NumberLine(TypedDict):
    """A score with its 95 % interval and its n.

    Of the scale nps `score`, `low` and `high` are points; of satisfaction the percent of 4 and 5, beside the `mean`.
    What nothing tells, or what may not be told, is null; of a `hidden` one that is everything. `scores` counts 0 to 10.
    """

    kind: Kind
    name: str
    first: str
    last: str
    whole: bool
    hidden: bool
    scale: Scale
    n: int | None
    score: int | None
    mean: float | None
    low: int | None
    high: int | None
    few: bool
    promoters: int | None
    passives: int | None
    detractors: int | None
    scores: list[int] | None
    asked: int | None
    answered: int | None
    percent: float | None
    coverage: Coverage | None
    waiting: int
    machine: int
    moved: NumberMoved | None
    last_answer: str | None


class NumberPicture(TypedDict):
    """A picture as SVG without colours: for a desktop, and for a phone."""

    wide: str
    narrow: str


class NumberShare(TypedDict):
    """How many of how many, in percent with its 95 % interval."""

    part: int
    of: int
    percent: float
    low: float
    high: float


class NumberDriver(TypedDict):
    """A reason somebody named, and what the score gains or loses by those who did; what may not be told is null."""

    driver: str
    n: int | None
    score: int | None
    low: int | None
    high: int | None
    detractors: NumberShare | None
    promoters: NumberShare | None
    pull: float | None


def line_shape(line: Line) -> NumberLine:
    """A line of an answer; of a hidden one only that it is there."""
    figures, known = line.figures, {} if line.hidden else line.figures.as_json()
    is_nps, has_score = figures.scale == "nps", not line.hidden and figures.counts.n > 0
    ends = figures.ends.rounded if has_score and (is_nps or figures.detail != "score") else (None, None)
    share = known.get("nps") if is_nps else known.get("satisfied_percent")
    rate = known.get("response_rate")
    return {
        "kind": line.kind,
        "name": line.name,
        "first": line.span.first.isoformat(),
        "last": line.span.last.isoformat(),
        "whole": line.is_whole,
        "hidden": line.hidden,
        "scale": figures.scale,
        "n": known.get("n"),
        "score": None if share is None else round(share),
        "mean": round(figures.satisfaction.mean, 1) if has_score and not is_nps else None,
        "low": ends[0],
        "high": ends[1],
        "few": has_score and figures.is_few,
        "promoters": known.get("promoters"),
        "passives": known.get("passives"),
        "detractors": known.get("detractors"),
        "scores": list(figures.counts.counts) if has_score and figures.detail == "scores" else None,
        "asked": known.get("asked"),
        "answered": known.get("answered"),
        "percent": rate["percent"] if rate else None,
        "coverage": known.get("coverage"),
        "waiting": known.get("waiting", 0),
        "machine": known.get("machine", 0),
        "moved": _moved_shape(line.moved) if line.moved and not line.hidden else None,
        "last_answer": line.last_answer.isoformat() if line.last_answer and not line.hidden else None,
    }


def picture_shape(drawn: Drawn) -> NumberPicture:
    """A picture, twice."""
    return {"wide": drawn.wide, "narrow": drawn.narrow}


def driver_shapes(found: Analysis) -> list[NumberDriver]:
    """The drivers somebody named, the most harmful first."""
    return [_driver_shape(one, found) for one in found.shown if one.counts.n]


def stretches(lines: Sequence[Line]) -> list[Stretch]:
    """The lines of a trend as they are drawn."""
    return [
        Stretch(one.name, one.span.first, one.span.last, one.figures.counts, one.is_whole, one.hidden) for one in lines
    ]


def _moved_shape(moved: Movement) -> NumberMoved:
    change, before = moved.change, line_score(moved)
    low, high = change.interval.rounded if change else (None, None)
    return {
        "first": moved.span.first.isoformat(),
        "last": moved.span.last.isoformat(),
        "n": moved.before.counts.n,
        "score": before,
        "points": round(change.points) if change else None,
        "low": low,
        "high": high,
        "reliable": change.is_reliable if change else None,
        "why_not": _WHY_NOT.get(moved.why_not, "few") if moved.why_not else None,
        "needed": moved.needed,
    }


def line_score(moved: Movement) -> int | None:
    """The score that another one is compared with."""
    known = moved.before.as_json()
    score = known.get("nps") if moved.before.scale == "nps" else known.get("satisfied_percent")
    return None if score is None else round(score)


def _driver_shape(one: DriverEffect, found: Analysis) -> NumberDriver:
    is_told = not found.public
    low, high = one.interval.rounded if one.interval and is_told else (None, None)
    return {
        "driver": one.driver,
        "n": one.counts.n if is_told else None,
        "score": one.nps if is_told else None,
        "low": low,
        "high": high,
        "detractors": _share_shape(one.of_detractors) if is_told or one.driver in found.criticised else None,
        "promoters": _share_shape(one.of_promoters) if is_told or one.driver in found.praised else None,
        "pull": round(one.pull, 1) if is_told and one.pull is not None else None,
    }


def _share_shape(share: Share) -> NumberShare | None:
    if not share.whole:
        return None
    low, high = share.interval.tenths
    return {"part": share.part, "of": share.whole, "percent": round(share.percent, 1), "low": low, "high": high}
