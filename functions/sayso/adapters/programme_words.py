"""What is wrong in programme.yaml, in the words of whoever writes it: what to write instead."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from inspect import isclass
from typing import Any

from sayso.domain.programme import Programme, Survey
from sayso.domain.section import Section

_ADDRESSES = {
    *("email", "reply_to", "default_owner", "support_lead", "manager", "escalate_to", "team", "management"),
}
_TEXTS = {
    "missing": "is missing",
    "string_type": "write a text",
    "bool_parsing": "write true or false",
    "bool_type": "write true or false",
    "int_type": "write a whole number",
    "int_parsing": "write a whole number",
    "int_from_float": "write a whole number",
    "tuple_type": "write a list in square brackets, such as [one, another]",
    "too_short": "needs at least one",
    "dict_type": "write settings below it, such as 'name: value'",
    "model_type": "write settings below it, such as 'name: value'",
}
_PATTERNS = {
    "^[A-Z]{2}": "write a country like NL, or a part of one like DE-BY",
    "^[a-z][a-z0-9_]": "write a name of small letters, digits and _, which begins with a letter",
    "^#": "must be a colour like #0f6a5b",
}
_WHEN = {"after", "every", "rotating", "event"}


def reason_of(problem: Mapping[str, Any], steps: Sequence[Any]) -> str:
    """Why a value cannot be used, and what to write instead, of what pydantic says about it."""
    kind, said = problem["type"], str(problem["msg"]).removeprefix("Value error, ")
    if kind == "extra_forbidden":
        return _not_here(steps, problem.get("input"))
    if kind == "string_pattern_mismatch":
        pattern = str(problem["ctx"]["pattern"])
        return next((text for start, text in _PATTERNS.items() if pattern.startswith(start)), said)
    if kind == "literal_error":
        return _choice(problem, steps)
    if kind.startswith("date_"):
        return "write a date like 2026-12-24"
    if kind == "string_type" and _ADDRESSES & {str(step) for step in steps[-2:]}:
        return "needs an e-mail address"
    return _TEXTS.get(kind, said)


def _choice(problem: Mapping[str, Any], steps: Sequence[Any]) -> str:
    if list(steps) == ["reviews"]:
        return "write quarterly, or null for no reviews"
    return f"write {problem['ctx']['expected']}"


def _not_here(steps: Sequence[Any], value: object) -> str:
    """A setting nobody knows at its place: where it belongs, if it is one of another place."""
    key, within = str(steps[-1]), str(steps[0]) if len(steps) > 1 else ""
    if not within and isinstance(value, dict) and _WHEN & value.keys() and value.keys() <= Survey.model_fields.keys():
        return "belongs under surveys; indent it by two more spaces than 'surveys:'"
    homes = [
        name
        for name, field in Programme.model_fields.items()
        if name != within and isclass(field.annotation) and issubclass(field.annotation, Section)
        if key in field.annotation.model_fields
    ]
    if homes:
        return f"belongs under {' or '.join(homes)}; indent it by two more spaces than '{homes[0]}:'"
    if within and key in Programme.model_fields:
        return "belongs under no section; write it at the beginning of its line"
    return "is not a setting Sayso knows; see the spelling in the example"
