"""Reads scores as other tools write them, and takes none of another scale for one of ours."""

from __future__ import annotations

import re

from sayso.domain.programme import Scale, scores_of

# A label stands behind a sign and has no digits, or 7 - 8 would be a 7; what is given "of" must be given of our end.
_SCORE = re.compile(
    r"^(?P<score>\d{1,3})(?:[.,]0+)?"
    r"(?:\s*(?:/|\(?\s*(?:out\s+)?of\b)\s*(?P<end>\d+)\s*\)?|\s*[-–—:=(]\s*[^\d\s]\D*|\s+stars?)?$",
    re.DOTALL | re.IGNORECASE,
)
_STARS = re.compile(r"\bstars?\b|[★⭐]", re.IGNORECASE)


def read_score(text: str, scale: Scale) -> int:
    """A score as exports write it: ``9``, ``9.0``, ``10 - Extremely likely``, ``9/10``, ``9 out of 10``.

    Raises ValueError, with the reason, for anything else and for what is not on the scale.
    """
    found, scores = _SCORE.match(text.strip()), scores_of(scale)
    on_it = f"the scale of {scores[0]} to {scores[-1]}"
    of_another = scale == "nps" and _STARS.search(text)
    if not found or of_another or (found["end"] and int(found["end"]) != scores[-1]):
        raise ValueError(f"'{_short(text)}' is no whole number on {on_it}")
    if int(found["score"]) not in scores:
        raise ValueError(f"{found['score']} is not on {on_it}")
    return int(found["score"])


def looks_like_a_score(text: str) -> bool:
    """Whether it begins as a score does, on whatever scale: a question or a label does not."""
    return bool(_SCORE.match(text.strip()))


def _short(text: str) -> str:
    return " ".join(text.split())[:60]
