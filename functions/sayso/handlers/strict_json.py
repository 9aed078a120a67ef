"""Reads a JSON object as every other reader would: whatever two parsers may read differently is refused."""

from __future__ import annotations

import json
import re
from http import HTTPStatus
from typing import Any, NoReturn

from sayso.handlers.http_request import RequestRefusedError

# An answer has two levels. Deep nesting costs a recursive parser its stack.
_DEEPEST = 8
# Numbers up to 2**53 are the same in every language (RFC 8259, section 6).
_LARGEST = 2**53
_STRINGS = re.compile(r'"(?:[^"\\]|\\.)*"', re.DOTALL)
_BRACKETS = {"{": 1, "[": 1, "}": -1, "]": -1}


def read_object(text: str) -> dict[str, Any]:
    """The object a JSON text holds.

    Raises
    ------
    RequestRefusedError
        When it is no JSON, holds no object, is nested too deep, names a field twice, or has a number or a text that
        is none: NaN, infinity, more digits than every language can hold, half a surrogate pair.
    """
    if _depth(text) > _DEEPEST:
        raise _bad(f"The body is nested more than {_DEEPEST} levels deep.")
    try:
        content = json.loads(
            text, object_pairs_hook=_pairs, parse_int=_integer, parse_float=_number, parse_constant=_constant
        )
        json.dumps(content, ensure_ascii=False).encode()
    except json.JSONDecodeError as error:
        raise _bad(f"The body is not JSON: see line {error.lineno}, column {error.colno}.") from None
    except UnicodeEncodeError:
        raise _bad("The body has half a surrogate pair in a text.") from None
    if not isinstance(content, dict):
        raise _bad("The body must be a JSON object.")
    return content


def _depth(text: str) -> int:
    deepest = depth = 0
    for sign in re.findall(r"[{}\[\]]", _STRINGS.sub("", text)):
        depth += _BRACKETS[sign]
        deepest = max(deepest, depth)
    return deepest


def _pairs(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name, value in pairs:
        if name in found:
            raise _bad("A field is named twice in the body.")
        found[name] = value
    return found


def _integer(digits: str) -> int:
    if len(digits) > 17 or abs(int(digits)) > _LARGEST:
        raise _bad("A number in the body has too many digits.")
    return int(digits)


def _number(digits: str) -> float:
    number = float(digits)
    if abs(number) > _LARGEST:
        raise _bad("A number in the body is too large.")
    # JSON Schema calls 2.0 an integer, and languages without integers write it.
    return int(number) if number.is_integer() else number


def _constant(name: str) -> NoReturn:
    raise _bad(f"{name} is not JSON.")


def _bad(reason: str) -> RequestRefusedError:
    return RequestRefusedError(HTTPStatus.BAD_REQUEST, reason)
