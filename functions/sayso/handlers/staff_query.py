"""Gives the routes of the desk what was asked for in the address, and describes it for the document."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from inspect import Parameter, signature
from typing import Annotated, Any, TypeVar

from aws_lambda_powertools.event_handler.openapi.params import Query
from aws_lambda_powertools.event_handler.router import APIGatewayHttpRouter
from pydantic import BaseModel, ConfigDict

from sayso.handlers.input_sentences import read_input

T = TypeVar("T")


class Asked(BaseModel):
    """What an address may ask for: each field has a default, and an unknown one is refused. Values come as text."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class APart(Asked):
    """Which part of a list: what follows a cursor."""

    after: str = ""


def asks(door: APIGatewayHttpRouter, model: type[Asked]) -> Callable[[Callable[..., T]], Callable[..., T]]:
    """Give a route of `door` what was asked for as `asked`, which `model` describes; an empty value is none."""

    def decorate(run: Callable[..., T]) -> Callable[..., T]:
        @wraps(run)
        def asking(**resolved: Any) -> T:
            # The function behind `takes`, where there is one, has read the body by now.
            given = door.current_event.query_string_parameters
            return run(**resolved, asked=read_input(model, {name: value for name, value in given.items() if value}))

        known = signature(run, eval_str=True)
        fields = [
            Parameter(
                name,
                Parameter.KEYWORD_ONLY,
                default=field.default,
                annotation=Annotated[field.rebuild_annotation(), Query()],
            )
            for name, field in model.model_fields.items()
        ]
        others = [one for one in known.parameters.values() if one.name != "asked"]
        asking.__signature__ = known.replace(parameters=[*others, *fields])  # type: ignore[attr-defined]
        return asking

    return decorate
