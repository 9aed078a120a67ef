"""The door of the desk to what somebody wants to know in ten seconds: the score, what is behind it, what waits."""

from __future__ import annotations

from aws_lambda_powertools.event_handler.router import APIGatewayHttpRouter

from sayso.domain.labels import Language
from sayso.handlers.staff_door import SIGNED_IN, Anyone, Owners
from sayso.handlers.staff_home_bodies import HomeHeadline, HomeHeard, headline_body, heard_body
from sayso.handlers.staff_home_work import HomeWork, work_body
from sayso.handlers.staff_query import Asked, asks
from sayso.handlers.staff_responses import OF_A_LOOK, tells
from sayso.wiring_desk import of_this_function

router = APIGatewayHttpRouter()  # type: ignore[no-untyped-call]


class InLanguage(Asked):
    """The language of whoever reads it: of words in pictures, of names."""

    language: Language = "en"


@router.get(
    "/api/staff/home/headline",
    summary="Tell the score of twelve months, whether it moved, its trend, and what stands beside it.",
    responses=tells(HomeHeadline, *OF_A_LOOK),
    operation_id="staff_home_headline",
    security=SIGNED_IN,
    tags=["home"],
)
@asks(router, InLanguage)
def get_headline(staff: Anyone, asked: InLanguage) -> HomeHeadline:
    """Tell the score; to everybody but a manager what may be shown outside."""
    wiring = of_this_function()
    found = wiring.desk_numbers.headline(careful=not staff.is_manager)
    return headline_body(found, wiring.programme.benchmark, wiring.desk_pictures, asked.language)


@router.get(
    "/api/staff/home/heard",
    summary="Tell what people praise and criticise: the reasons they name, the themes of their answers.",
    responses=tells(HomeHeard, *OF_A_LOOK),
    operation_id="staff_home_heard",
    security=SIGNED_IN,
    tags=["home"],
)
@asks(router, InLanguage)
def get_heard(staff: Anyone, asked: InLanguage) -> HomeHeard:
    """Tell what was heard."""
    wiring = of_this_function()
    found = wiring.desk_numbers.heard(careful=not staff.is_manager)
    return heard_body(found, wiring.desk_pictures, asked.language)


@router.get(
    "/api/staff/home/work",
    summary="Tell what waits: cases, what goes out this week, and what needs a yes; an owner what is theirs.",
    responses=tells(HomeWork),
    operation_id="staff_home_work",
    security=SIGNED_IN,
    tags=["home"],
)
@asks(router, InLanguage)
def get_work(staff: Owners, asked: InLanguage) -> HomeWork:
    """Tell what waits."""
    wiring = of_this_function()
    return work_body(wiring.desk_work.of(staff), asked.language, wiring.programme.company.default_language)
