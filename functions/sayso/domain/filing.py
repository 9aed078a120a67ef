"""Files an answer under themes: by today's rules, or as one of our people says."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sayso.domain.errors import InvalidInputError
from sayso.domain.labels import Theme
from sayso.domain.response import Response, SaidWords
from sayso.domain.theme import Filing, named_by, refiled, suggested_by

MOST_THEMES = 12
"""So many themes at most an answer is filed under or suggested for: it is counted in one transaction of 100 actions."""
MOST_OF_IMPORTED = 9
"""The same of what was imported, which can move from one day's counters to another's."""


def filed_by_rule(response: Response, said: SaidWords, themes: Sequence[Theme]) -> Response:
    """The answer filed by what it says and by the rules of today; the very same one when that changes nothing.

    What is not confirmed is filed under nothing yet. Where words have expired, or were erased, what they suggested
    while they were there stays suggested.
    """
    if response.state != "confirmed":
        return response
    by_words = _suggested(response, said, themes)
    after = refiled(response.themes, named_by(response.drivers, themes), by_words, _most(response))
    return response if after == response.themes else response.having(themes=after)


def _suggested(response: Response, said: SaidWords, themes: Sequence[Theme]) -> Sequence[str]:
    texts = [text for text in (said.why, said.better) if text]
    if response.erased or (response.has_words and not texts):
        return [theme.id for theme in themes if _state(response, theme.id) == "suggested"]
    return suggested_by(texts, response.snapshot.language, themes)


def is_filing_alone(before: Response | None, now: Response) -> bool:
    """Whether a change of an answer is that it was filed in another way, and nothing else."""
    if before is None or before.themes == now.themes:
        return False
    return before.having(themes=now.themes, revision=now.revision) == now


def filed(response: Response, theme: str, by: str, at: datetime) -> Response:
    """The answer after one of us filed it under a theme by hand; the very same one where a person said so before.

    Raises InvalidInputError when it cannot be filed, or is under so many already that no more can be counted.
    """
    _check(response)
    known = response.themes.get(theme)
    if known and known.state == "filed" and known.is_decided:
        return response
    return _with(response, theme, Filing(state="filed", by=by, at=at))


def accepted(response: Response, theme: str, by: str, at: datetime) -> Response:
    """The answer after one of us said that a suggestion is right; the very same one when it is filed there already.

    Raises InvalidInputError when it cannot be filed, or the theme was never suggested for it, or was rejected.
    """
    _check(response)
    known = response.themes.get(theme)
    if known is None or known.state == "rejected":
        what = "was rejected for this answer" if known else "is not suggested for this answer"
        raise InvalidInputError(f"'{theme}' {what}; sayso themes file files it all the same", field="theme")
    if known.state == "filed":
        return response
    return _with(response, theme, Filing(state="filed", rule="words", by=by, at=at))


def rejected(response: Response, theme: str, by: str, at: datetime) -> Response:
    """The answer after one of us said that it is not about a theme, whatever the rules say; the very same one when that
    was said before.

    Raises InvalidInputError when it cannot be filed, or nothing says that it is about the theme.
    """
    _check(response)
    known = response.themes.get(theme)
    if known is None:
        raise InvalidInputError(f"'{theme}' is neither filed nor suggested for this answer", field="theme")
    if known.state == "rejected":
        return response
    return _with(response, theme, Filing(state="rejected", rule=known.rule, by=by, at=at))


def taken_back(response: Response, theme: str, said: SaidWords, themes: Sequence[Theme]) -> Response:
    """The answer after what one of us said of it and a theme was taken back: the rules alone speak again, and of words
    that have expired what they suggested; the very same one where nobody said anything.

    Raises InvalidInputError when it cannot be filed.
    """
    _check(response)
    known = response.themes.get(theme)
    if known is None or not known.is_decided:
        return response
    others = {name: filing for name, filing in response.themes.items() if name != theme}
    by_rule = filed_by_rule(response.having(themes=others), said, themes).themes.get(theme)
    if by_rule is None and known.rule == "words" and response.has_words and not (said.why or said.better):
        by_rule = Filing(state="suggested", rule="words")
    if by_rule is None:
        return response.having(themes=others)
    # In its old place: where there are too many, the order decides.
    return response.having(themes={name: by_rule if name == theme else one for name, one in response.themes.items()})


def _with(response: Response, theme: str, filing: Filing) -> Response:
    after = {**response.themes, theme: filing}
    taking = [name for name, one in after.items() if one.state != "rejected"]
    if len(taking) > _most(response):
        # A person's word comes before a suggestion nobody has looked at.
        surplus = next((name for name in reversed(taking) if after[name].state == "suggested" and name != theme), None)
        if surplus is None:
            reason = f"this answer is filed under {_most(response)} themes, which is the most; reject one of them first"
            raise InvalidInputError(reason, field="theme")
        del after[surplus]
    return response.having(themes=after)


def _check(response: Response) -> None:
    if response.erased:
        reason = "whose answer this was is erased: what it was filed under stays as it is"
        raise InvalidInputError(reason, field="answer")
    if response.state != "confirmed":
        reason = "this answer is not confirmed, so it counts nowhere; see: sayso answers"
        raise InvalidInputError(reason, field="answer")


def _most(response: Response) -> int:
    return MOST_OF_IMPORTED if response.imported_from else MOST_THEMES


def _state(response: Response, theme: str) -> str:
    known = response.themes.get(theme)
    return known.state if known else ""
