"""The door of the desk to all other numbers: which days, which survey, by what, over time."""

from __future__ import annotations

from datetime import date

from aws_lambda_powertools.event_handler.router import APIGatewayHttpRouter
from typing_extensions import TypedDict  # pydantic describes no other before Python 3.12

from sayso.domain.labels import Language
from sayso.domain.programme import Scale
from sayso.handlers.staff_door import SIGNED_IN, Anyone
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
from sayso.handlers.staff_query import Asked, asks
from sayso.handlers.staff_responses import OF_A_LOOK, tells
from sayso.services.ask_numbers import Told
from sayso.services.numbers_question import By, OverTime, Question
from sayso.wiring_desk import of_this_function

router = APIGatewayHttpRouter()  # type: ignore[no-untyped-call]


class NumbersAsked(Asked):
    """A question about the numbers; days are UTC days. `compare` no leaves out the days before."""

    first: date | None = None
    last: date | None = None
    survey: str = ""
    by: By | None = None
    segment: str = ""
    over_time: OverTime | None = None
    compare: bool = True
    language: Language = "en"


class NumbersSurvey(TypedDict):
    """A survey that can be asked about; the id "" is the relationship score."""

    id: str
    scale: Scale


class NumbersAskable(TypedDict):
    """What may be asked by whoever asks: other days than the last twelve months, by what, and over time by what."""

    days: bool
    by: list[By]
    over_time: list[OverTime]


class NumbersTold(TypedDict):
    """The answer: the whole and its lines. `hidden` lines are about too few to be told; `left_out` were not even read.

    `askable`, `surveys` and `segments` are what whoever asks may ask about. `too_few_a_year` says that a trend is not
    told at all, as there are fewer than 30 answers a year.
    """

    span: NumberSpan
    before: NumberSpan | None
    askable: NumbersAskable
    surveys: list[NumbersSurvey]
    segments: list[str]
    segment: str
    whole: NumberLine
    lines: list[NumberLine]
    hidden: int
    left_out: int
    too_few_a_year: bool
    drivers: list[NumberDriver]
    distribution: NumberPicture | None
    picture: NumberPicture | None


@router.get(
    "/api/staff/numbers",
    summary="Tell the numbers of some days: of all surveys or one, by segment, language, driver, theme, or over time.",
    description="Who is no manager is told of twelve months: of all relationship surveys as one, by driver and theme.",
    responses=tells(NumbersTold, *OF_A_LOOK),
    operation_id="staff_numbers",
    security=SIGNED_IN,
    tags=["home"],
)
@asks(router, NumbersAsked)
def get_numbers(staff: Anyone, asked: NumbersAsked) -> NumbersTold:
    """Tell the numbers; to everybody but a manager of whole groups of surveys, which tell of no single answer."""
    question = Question(
        asked.first, asked.last, asked.survey, asked.by, asked.segment, asked.over_time, compared=asked.compare
    )
    told = of_this_function().ask_numbers.ask(staff, question)
    whole = line_shape(told.answer.whole)
    return {
        "span": {"first": told.span.first.isoformat(), "last": told.span.last.isoformat()},
        "before": (
            {"first": told.before.first.isoformat(), "last": told.before.last.isoformat()} if told.before else None
        ),
        "askable": {
            "days": told.askable.days,
            "by": list(told.askable.by),
            "over_time": list(told.askable.over_time),
        },
        "surveys": [
            {"id": one.surveys[0] if place else "", "scale": one.scale} for place, one in enumerate(told.surveys)
        ],
        "segments": list(told.segments),
        "segment": told.segment,
        "whole": whole,
        "lines": [line_shape(one) for one in told.answer.shown],
        "hidden": told.answer.hidden,
        "left_out": told.left_out,
        "too_few_a_year": told.answer.too_few_a_year,
        "drivers": driver_shapes(told.analysis) if told.analysis else [],
        "distribution": _distribution(told, asked.language) if whole["scores"] else None,
        "picture": _picture(told, asked),
    }


def _distribution(told: Told, language: Language) -> NumberPicture:
    figures = told.answer.whole.figures
    return picture_shape(of_this_function().desk_pictures.distribution(figures.counts, figures.scale, language))


def _picture(told: Told, asked: NumbersAsked) -> NumberPicture | None:
    draw, found = of_this_function().desk_pictures, told.analysis
    if asked.over_time and told.which.scale == "nps" and told.answer.lines:
        return picture_shape(draw.trend(stretches(told.answer.lines), asked.over_time, asked.language))
    if found and found.shown:
        told_of = (found.praised, found.criticised) if found.public else None
        return picture_shape(draw.drivers(found.effects, asked.language, told_of))
    return None
