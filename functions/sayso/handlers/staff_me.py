"""The door of the desk that says who is signed in, and what the programme calls things."""

from __future__ import annotations

from aws_lambda_powertools.event_handler.router import APIGatewayHttpRouter
from typing_extensions import TypedDict  # pydantic describes no other before Python 3.12

from sayso.domain.labels import Labelled
from sayso.domain.programme import Kind, Language, Scale
from sayso.domain.staff import Role
from sayso.handlers.staff_door import SIGNED_IN, Anyone
from sayso.handlers.staff_responses import tells
from sayso.wiring_desk import of_this_function

router = APIGatewayHttpRouter()  # type: ignore[no-untyped-call]
Name = dict[Language, str]


class Named(TypedDict):
    """Something of the programme, by its id, in each of the company's languages."""

    id: str
    name: Name


class SurveyName(TypedDict):
    """A survey of the programme. What it is called is the desk's to say, unless the company named it itself."""

    id: str
    scale: Scale
    kind: Kind


class Me(TypedDict):
    """Who is signed in, and the words of the programme that every view needs."""

    email: str
    name: str
    role: Role
    company: str
    languages: list[Language]
    time_zone: str
    surveys: list[SurveyName]
    reviews: bool
    drivers: list[Named]
    ratings: list[Named]
    themes: list[Named]
    people: list[str]
    site: str


@router.get(
    "/api/staff/me",
    summary="Say who is signed in, and what the programme calls its surveys, drivers and themes.",
    responses=tells(Me),
    operation_id="staff_me",
    security=SIGNED_IN,
    tags=["me"],
)
def get_me(staff: Anyone) -> Me:
    """Say who is signed in."""
    wiring = of_this_function()
    programme = wiring.programme
    company = programme.company
    return {
        "email": staff.email,
        "name": staff.name,
        "role": staff.role,
        "company": company.name,
        "languages": list(company.languages),
        "time_zone": company.timezone,
        "surveys": [{"id": name, "scale": one.scale, "kind": one.kind} for name, one in programme.surveys.items()],
        "reviews": programme.reviews is not None,
        "drivers": [_named(one) for one in programme.drivers],
        "ratings": [_named(one) for one in programme.ratings],
        "themes": [_named(one) for one in programme.all_themes],
        "people": [] if staff.role == "viewer" else list(programme.follow_up.people),
        "site": wiring.settings.site_url,
    }


def _named(one: Labelled) -> Named:
    languages = of_this_function().programme.company.languages
    return {"id": one.id, "name": {language: one.label(language) for language in languages}}
