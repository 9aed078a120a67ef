"""Gives the routes of the API the body that was sent, read more strictly than Powertools would."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from inspect import signature
from typing import Any, TypeVar

from aws_lambda_powertools.event_handler import APIGatewayHttpResolver, content_types
from aws_lambda_powertools.event_handler.router import APIGatewayHttpRouter
from pydantic import BaseModel

from sayso.handlers.api_responses import LARGEST_BODY
from sayso.handlers.http_request import body_of
from sayso.handlers.input_sentences import read_input
from sayso.handlers.strict_json import read_object

T = TypeVar("T")


def takes(
    door: APIGatewayHttpResolver | APIGatewayHttpRouter, model: type[BaseModel], limit: int = LARGEST_BODY
) -> Callable[[Callable[..., T]], Callable[..., T]]:
    """Give a route of `door` the JSON object that was sent as `given`, which `model` describes: at most `limit` bytes.

    It is read after the route's link, which Powertools has resolved by then: whoever has none is not listened to.
    """

    def decorate(run: Callable[..., T]) -> Callable[..., T]:
        @wraps(run)
        def taking(**resolved: Any) -> T:
            body = body_of(door.current_event, limit, content_types.APPLICATION_JSON)
            return run(**resolved, given=read_input(model, read_object(body)))

        # What the resolver would look names up in is this module, which knows none of a route's.
        taking.__signature__ = signature(run, eval_str=True)  # type: ignore[attr-defined]
        return taking

    return decorate
