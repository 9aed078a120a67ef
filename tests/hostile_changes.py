"""What nobody means well with, sent to the addresses of our own people: each is wrong in a way that must be refused."""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from tests import hostile
from tests.doors import encoded, event

_FIELDS: dict[str, tuple[str, ...]] = {
    "/api/case": ("do", "action_id", "note", "cause", "outcome", "recheck", "to"),
    "/api/review": ("account_id", "contact_id", "score", "why", "better"),
    "/api/hold": ("until", "weeks", "reason", "release"),
    "/api/edition": ("approve",),
}


def _says_something(value: Any) -> bool:
    return isinstance(value, str) and value not in ("", "\x00")


def _text_or_none(value: Any) -> bool:
    return value is None or isinstance(value, str)


# What would be no mistake in an otherwise good body.
_FITS: dict[str, Callable[[Any], bool]] = {
    "note": _says_something,
    "reason": _says_something,
    "why": _text_or_none,
    "better": _text_or_none,
    "weeks": lambda value: value == 11,
    "until": lambda value: value is None,
    "release": lambda value: value is None,
}


def changes(path: str, good: Mapping[str, Any], token: str, number: int, seed: int = 6) -> Iterator[hostile.Event]:
    """So many requests to an address, made of one that it takes and the token that opens it."""
    draw = random.Random(seed)  # noqa: S311 - the same in every run
    for _ in range(number):
        headers = {"content-type": "application/json", "sayso-token": token}
        made: dict[str, Any] = {"body": json.dumps(_broken(path, good, draw))}
        trick = draw.randrange(6)
        if trick == 0:
            text = json.dumps(good)
            made["body"] = text[: draw.randrange(1, len(text))]
        elif trick == 1:
            made |= encoded(draw.randbytes(draw.randrange(1, 300)) + b"\xff")
        elif trick == 2:
            depth = draw.choice([9, 990, 30_000])
            made["body"] = json.dumps(good)[:-1] + ', "more": ' + "[" * depth + "]" * depth * draw.randrange(2) + "}"
        elif trick == 3:
            headers["content-type"] = draw.choice(hostile.WRONG_TYPES)
        elif trick == 4:
            at = draw.randrange(len(token))
            headers["sayso-token"] = token[:at] + draw.choice("!é ") + token[at + 1 :]
        yield {**event("POST", path, headers=headers), "pathParameters": None, **made}


def _broken(path: str, good: Mapping[str, Any], draw: random.Random) -> dict[str, Any]:
    """A good body in which one field is wrong, missing or unknown."""
    trick = draw.randrange(3)
    if trick == 0:
        return {**good, draw.choice(hostile.UNKNOWN): draw.choice(hostile.WRONG)}
    if trick == 1:
        left_out = draw.choice([name for name in good if name not in _FITS or name in ("note", "reason", "weeks")])
        return {name: value for name, value in good.items() if name != left_out}
    name = draw.choice(_FIELDS[path])
    fits = _FITS.get(name, lambda _: False)
    return {**good, name: draw.choice([value for value in hostile.WRONG if not fits(value)])}
