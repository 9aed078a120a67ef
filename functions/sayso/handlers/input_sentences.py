"""Says in our own words what is wrong with an input, where the validator speaks of types and patterns."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from sayso.domain.errors import InvalidInputError
from sayso.domain.response import AnswerInput

# A name in a refusal is whatever somebody sent: as much of it as tells which one it is.
_SHOWN = 40
_Context = Mapping[str, Any]
M = TypeVar("M", bound=BaseModel)
_SENTENCES: dict[str, Callable[[_Context], str]] = {
    "missing": lambda _: "This is needed and is missing.",
    "extra_forbidden": lambda _: "There is no field of this name.",
    "int_type": lambda _: "This must be a whole number.",
    "int_from_float": lambda _: "This must be a whole number.",
    "float_type": lambda _: "This must be a number.",
    "finite_number": lambda _: "This must be a number.",
    "bool_type": lambda _: "This must be true or false.",
    "string_type": lambda _: "This must be text.",
    "list_type": lambda _: "This must be a list.",
    "dict_type": lambda _: "This must be an object.",
    "literal_error": lambda known: f"This must be {known['expected'].replace(chr(39), '')}.",
    "greater_than_equal": lambda known: f"This must be at least {known['ge']:,}.",
    "less_than_equal": lambda known: f"This must be at most {known['le']:,}.",
    "string_too_short": lambda _: "This must not be empty.",
    "string_too_long": lambda known: f"This is longer than {known['max_length']:,} characters.",
    "string_pattern_mismatch": lambda _: "This is not of the form it must have.",
    "too_long": lambda known: f"There are more than {known['max_length']} of them.",
}


def read_answer(content: Mapping[str, Any]) -> AnswerInput:
    """An answer; raises InvalidInputError."""
    return read_input(AnswerInput, content)


def read_input(model: type[M], content: Mapping[str, Any]) -> M:
    """What a model describes; raises InvalidInputError."""
    try:
        return model.model_validate(content)
    except ValidationError as error:
        raise _refusal(error) from None


def _refusal(error: ValidationError) -> InvalidInputError:
    """The first thing that is wrong, with the field it is about."""
    problem = error.errors(include_url=False, include_input=False)[0]
    field = str(problem["loc"][0])[:_SHOWN] if problem["loc"] else "body"
    say = _SENTENCES.get(problem["type"])
    reason = say(problem.get("ctx") or {}) if say else problem["msg"].removeprefix("Value error, ")
    return InvalidInputError(reason, field=field)
