"""The survey for browsers that run no scripts, and for readers of text mail: a form that counts when it is sent."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any, Literal

from aws_lambda_powertools import Logger
from aws_lambda_powertools.event_handler import APIGatewayHttpResolver, Response
from aws_lambda_powertools.utilities.data_classes import APIGatewayProxyEventV2
from aws_lambda_powertools.utilities.typing import LambdaContext

from sayso.domain.errors import ConflictError, ExpiredError, NotFoundError, SaysoError, TooManyRequestsError
from sayso.domain.programme import Language, Survey
from sayso.domain.response import group_of
from sayso.handlers.edge import only_through_the_edge
from sayso.handlers.http_request import FAILED, allowed_methods, as_http, body_of, resolve
from sayso.handlers.plain_form import CONTENT_TYPE, LARGEST_FORM, Typed, read_form
from sayso.ports import Reference
from sayso.services.record_answer import AnswerView
from sayso.wiring import Wiring, of_this_function

logger = Logger()
app = APIGatewayHttpResolver(debug=False)

PATH = "/api/plain/"
# Whatever stands there is tried as a link, so that a damaged one is told so in the reader's language.
_ANYTHING = f"{PATH}.*"
# A survey that has left the programme while its mails are out is still answered, in the general words.
_GENERAL = Survey(event="touchpoint")


def refused_with_a_page(app: APIGatewayHttpResolver, following: Callable[..., Response[str]]) -> Response[str]:
    """What has no form to go back to: a link that is forged, too old, or about somebody who is forgotten."""
    try:
        return following(app)
    except SaysoError as error:
        html = _desk().useless("expired" if isinstance(error, ExpiredError) else "invalid")
        return _page(html, *as_http(error))


app.use([refused_with_a_page])


@app.route(_ANYTHING, method=["GET", "HEAD"])
def show() -> Response[str]:
    """Show the form with what was said so far; changes nothing."""
    desk = _desk()
    return desk.show(desk.reference())


@app.post(_ANYTHING)
def take() -> Response[str]:
    """Keep what was sent and say thanks; or show it again with what was wrong."""
    desk = _desk()
    return desk.take(desk.reference())


@app.not_found
def not_found(_: Exception) -> Response[str]:
    """Anything else."""
    allowed, html = ", ".join(allowed_methods(app)), _desk().useless("invalid")
    if not allowed:
        return _page(html, HTTPStatus.NOT_FOUND)
    return _page(html, HTTPStatus.METHOD_NOT_ALLOWED, {"Allow": allowed})


@app.exception_handler(Exception)  # type: ignore[untyped-decorator]
def failed(_: Exception) -> Response[str]:
    """A plain sentence when all else fails, the template perhaps included."""
    logger.exception("plain page failed")
    language, sentence = "en", FAILED
    try:
        wiring = of_this_function()
        language = _preferred(wiring, app.current_event)
        sentence = wiring.renderer.text("plain-failed", language)
    except Exception:
        logger.exception("no sentence for it either")
    head = f'<meta charset="utf-8"><title>{sentence}</title>'
    html = f'<!doctype html>\n<html lang="{language}">{head}<p>{sentence}</p></html>\n'
    return _page(html, HTTPStatus.INTERNAL_SERVER_ERROR)


@only_through_the_edge
def handle(event: dict[str, Any], context: LambdaContext) -> dict[str, Any]:
    """Answer one request of the HTTP API (payload 2.0) with a page, whatever happens."""
    return resolve(app, event, context)


def _desk() -> _Desk:
    return _Desk(of_this_function(), app.current_event)


def _page(html: str, status: HTTPStatus = HTTPStatus.OK, headers: dict[str, str] | None = None) -> Response[str]:
    body = "" if app.current_event.http_method == "HEAD" else html
    return Response(status, "text/html; charset=utf-8", body, headers)


@dataclass(frozen=True)
class _Desk:
    """Shows the form and takes it back."""

    wiring: Wiring
    event: APIGatewayProxyEventV2

    def reference(self) -> Reference:
        """The invitation the address is about."""
        return self.wiring.links.read_survey(self.token, self.wiring.clock())

    @property
    def token(self) -> str:
        """The token of the address."""
        return self.event.path.removeprefix(PATH)

    def show(self, reference: Reference) -> Response[str]:
        """The form with what was said so far; changes nothing."""
        view = self.wiring.record_answer.look(reference)
        if view.state == "expired":
            return _page(self.useless("expired", view.language), HTTPStatus.GONE)
        typed = _so_far(view)
        wanted = self.event.query_string_parameters.get("s", "")
        scores = [score for score in self._rules(view).scores if str(score) == wanted]
        typed.score = scores[0] if scores else typed.score
        return _page(self._render(view, "form", typed))

    def take(self, reference: Reference) -> Response[str]:
        """Keep what was sent and say thanks; or show it again with what was wrong."""
        typed: Typed | None = None
        try:
            typed = read_form(body_of(self.event, LARGEST_FORM, CONTENT_TYPE))
            view = self.wiring.record_answer.record(reference, typed.answer(), sent=True)
        except (ExpiredError, NotFoundError):
            raise
        except SaysoError as error:
            return self._again(reference, typed, error)
        return _page(self._render(view, "thanks", _so_far(view)))

    def useless(self, view: Literal["invalid", "expired"], language: Language | None = None) -> str:
        """The page of a link that leads nowhere, in the reader's language where nobody knows the invitation's."""
        return self.wiring.renderer.render(
            "survey/plain.html", language or _preferred(self.wiring, self.event), **_values(view, "", _GENERAL)
        )

    def _again(self, reference: Reference, typed: Typed | None, error: SaysoError) -> Response[str]:
        view = self.wiring.record_answer.look(reference)
        if view.state == "expired":
            return _page(self.useless("expired", view.language), HTTPStatus.GONE)
        status, headers = as_http(error)
        if isinstance(error, ConflictError | TooManyRequestsError):
            return _page(self._render(view, "wait", typed or _so_far(view), "busy"), status, headers)
        problem = typed.problem if typed else "refused"
        if status == HTTPStatus.REQUEST_ENTITY_TOO_LARGE:
            problem = "too-long"
        return _page(self._render(view, "form", typed or _so_far(view), problem), status, headers)

    def _render(self, view: AnswerView, name: str, typed: Typed, problem: str | None = None) -> str:
        rules, renderer = self._rules(view), self.wiring.renderer
        values = _values(name, view.survey, rules) | {
            "question": renderer.question(view.survey, view.language, view.scale),
            "score": typed.score,
            "said": {"why": typed.why, "better": typed.better},
            "drivers": typed.drivers,
            "contact": typed.contact,
            "quote": typed.quote,
            "reference": typed.reference,
            "ratings": {name: value for name, value in typed.ratings.items() if value},
            "problem": problem,
            "next": _next(typed, rules),
            "again": PATH + self.token,
        }
        return renderer.render("survey/plain.html", view.language, **values)

    def _rules(self, view: AnswerView) -> Survey:
        """The survey as it is asked today, on the scale it was sent with."""
        rules = self.wiring.programme.surveys.get(view.survey, _GENERAL)
        return rules.asked_on(view.scale)


def _so_far(view: AnswerView) -> Typed:
    """What was said so far, as it would have been typed."""
    if view.response is None:
        return Typed()
    said, words = view.response, view.words
    return Typed(
        score=said.score,
        why=words.why,
        better=words.better,
        drivers=list(said.drivers),
        contact=said.contact,
        quote=said.quote,
        reference=said.reference_allowed,
        ratings=dict(said.ratings),
    )


def _next(typed: Typed, rules: Survey) -> Literal["follow-up", "no-contact", "read"]:
    """What happens next: as frontend/survey/survey.js says it."""
    unhappy = typed.score is not None and group_of(typed.score, rules.scale) == "detractor"
    if unhappy and typed.contact == "no":
        return "no-contact"
    return "follow-up" if unhappy or typed.contact in ("phone", "mail") else "read"


def _values(view: str, survey: str, rules: Survey) -> dict[str, Any]:
    """All that the template may ask for, for a page without an invitation."""
    nothing: dict[str, Any] = dict.fromkeys(("score", "contact", "problem"))
    empty = {"said": {"why": "", "better": ""}, "drivers": [], "ratings": {}, "quote": False, "reference": False}
    named = {"view": view, "survey": survey, "rules": rules, "question": "", "next": "read", "again": ""}
    return {**nothing, **empty, **named}


def _preferred(wiring: Wiring, event: APIGatewayProxyEventV2) -> Language:
    """The first of the company's languages a browser asks for; the company's own when it asks for none of them."""
    ours = wiring.programme.company.languages
    for wanted in event.headers.get("accept-language", "").lower().split(",")[:10]:
        for language in ours:
            if wanted.strip().partition(";")[0].partition("-")[0] == language:
                return language
    return ours[0]
