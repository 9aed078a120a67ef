"""The door for contacts: answers, and leaving, each with a signed link as its key.

`summary` and `description` of a route are for docs/openapi.json: see `api_description`.
"""

from __future__ import annotations

from http import HTTPStatus
from typing import Annotated, Any
from urllib.parse import unquote

from aws_lambda_powertools.event_handler import Depends, Request, Response
from aws_lambda_powertools.event_handler.openapi.params import Path
from aws_lambda_powertools.utilities.typing import LambdaContext

from sayso.domain.errors import SaysoError
from sayso.domain.response import AnswerInput
from sayso.handlers.api_body import takes
from sayso.handlers.api_door import KEY, new_app, token_of
from sayso.handlers.api_responses import LARGEST_BODY, OF_A_BODY, OF_A_LINK, answers
from sayso.handlers.api_shapes import Shown, ShownAnswer, Subscription
from sayso.handlers.edge import only_through_the_edge
from sayso.handlers.http_request import body_of, resolve
from sayso.handlers.strict_json import read_object
from sayso.ports import Reference
from sayso.services.record_answer import AnswerView
from sayso.wiring import of_this_function

app = new_app()

_LEAVE = "/api/unsubscribe/<token>"
_LEAVING = (HTTPStatus.FORBIDDEN, HTTPStatus.GONE)


def survey_link(request: Request) -> Reference:
    """The invitation whose link the page was opened with."""
    wiring = of_this_function()
    return wiring.links.read_survey(token_of(request), wiring.clock())


SurveyLink = Annotated[Reference, Depends(survey_link)]
# Any text may be tried: what is no token of ours is forged.
Token = Annotated[str, Path(min_length=1)]


@app.get(
    "/api/answer",
    summary="Show the invitation behind a link, and what was answered so far.",
    responses=answers(Shown, *OF_A_LINK),
    operation_id="get_answer",
    security=KEY,
    tags=["answer"],
)
def get_answer(link: SurveyLink) -> Shown:
    """Show what was answered so far."""
    return _shown(of_this_function().record_answer.look(link))


@app.put(
    "/api/answer",
    summary="Keep an answer, or a change of one.",
    description="A field that is left out keeps what was said before. It counts once there is evidence of a person.",
    responses=answers(Shown, *OF_A_LINK, *OF_A_BODY),
    operation_id="put_answer",
    security=KEY,
    tags=["answer"],
)
@takes(app, AnswerInput)
def put_answer(link: SurveyLink, given: AnswerInput) -> Shown:
    """Keep an answer, or a change of one."""
    return _shown(of_this_function().record_answer.record(link, given))


@app.get(
    _LEAVE,
    summary="Change nothing: a scanner, or somebody who pasted the address, is shown the page with the button.",
    responses=answers(None, *_LEAVING),
    operation_id="get_unsubscribe",
    tags=["unsubscribe"],
)
def get_unsubscribe(token: Token) -> Response[str]:
    """Lead to the page with the button."""
    wiring = of_this_function()
    token = unquote(token)
    _, language = wiring.links.read_unsubscribe(token, wiring.clock())
    page = f"{wiring.settings.site_url}/unsubscribe/{language}.html?t={token}"
    return Response(HTTPStatus.SEE_OTHER, body="", headers={"Location": page})


@app.post(
    _LEAVE,
    summary='Leave at once, or take that back with `{"undo": true}`.',
    description=(
        "RFC 8058: no cookie, any body, no redirection. `suppressed` is the answer to who takes it back while the "
        "address is closed for another reason."
    ),
    responses=answers(Subscription, *_LEAVING, HTTPStatus.CONFLICT),
    operation_id="post_unsubscribe",
    openapi_extensions={"requestBody": {"required": False, "content": {"*/*": {}}}},
    tags=["unsubscribe"],
)
def post_unsubscribe(token: Token) -> Subscription:
    """Leave, or take that back."""
    wiring = of_this_function()
    address_hash, _ = wiring.links.read_unsubscribe(unquote(token), wiring.clock())
    if _wants_undo():
        return {"state": "subscribed" if wiring.leave.undo(address_hash) else "suppressed"}
    wiring.leave.leave(address_hash)
    return {"state": "unsubscribed"}


@only_through_the_edge
def handle(event: dict[str, Any], context: LambdaContext) -> dict[str, Any]:
    """Answer one request of the HTTP API (payload 2.0)."""
    return resolve(app, event, context)


def _wants_undo() -> bool:
    try:
        return read_object(body_of(app.current_event, LARGEST_BODY)) == {"undo": True}
    except SaysoError:
        return False  # whatever body a mail programme's one click has (RFC 8058)


def _shown(view: AnswerView) -> Shown:
    answer: ShownAnswer | None = None
    if view.response:
        said = view.response
        answer = {
            "score": said.score,
            "why": view.words.why,
            "better": view.words.better,
            "drivers": list(said.drivers),
            "contact": said.contact,
            "quote": said.quote,
            "reference": said.reference_allowed,
            "ratings": dict(said.ratings),
            "state": "confirmed" if said.state == "confirmed" else "provisional",
        }
    return {
        "survey": view.survey,
        "scale": view.scale,
        "language": view.language,
        "state": view.state,
        "answer": answer,
    }
