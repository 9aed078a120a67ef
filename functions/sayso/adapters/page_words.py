"""The texts of the public page: what people wrote, in the reader's language, and what the programme says of itself."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from sayso.adapters.rendering import Renderer
from sayso.domain.edition import Words
from sayso.domain.nps import signed
from sayso.domain.programme import Language, Programme
from sayso.domain.public_text import harmless_words, language_shown

_WHEN_EVENT = {
    "ticket": "page-when-ticket",
    "touchpoint": "page-when-touchpoint",
    "recheck": "page-when-recheck",
}


class Told(NamedTuple):
    """A text and the language it is really in, which is another one where the translation is missing."""

    text: str
    language: Language


def told(words: Words, *, language: Language, default: Language) -> Told:
    """A text in `language`, else in the company's default language, else in any; without harmful characters."""
    clean = harmless_words(words)
    shown = language_shown(clean, language, default)
    return Told("", language) if shown is None else Told(clean[shown], shown)


def first_day(month: str) -> date:
    """The first day of a month ``YYYY-MM``."""
    return date.fromisoformat(f"{month}-01")


def points_text(points: int, *, sign: bool = False) -> str:
    """Points with a real minus, and with a plus where a sign is asked for."""
    return signed(points) if sign or points < 0 else str(points)


def score_meaning(renderer: Renderer, programme: Programme, language: Language) -> str:
    """What the score is, and what is not in it."""
    keys = ["page-score-meaning"]
    if any(survey.event == "ticket" for survey in programme.surveys.values()):
        keys.append("page-score-without-tickets")
    return " ".join(renderer.text(key, language) for key in keys)


def when_asked(renderer: Renderer, programme: Programme, language: Language) -> list[str]:
    """When customers are asked, a sentence for each way of asking, and how often they are reminded."""
    return list(dict.fromkeys(_when_asked(renderer, programme, language)))


def _when_asked(renderer: Renderer, programme: Programme, language: Language) -> Iterator[str]:
    for survey in programme.surveys.values():
        if survey.after is not None:
            yield renderer.text("page-when-after", language, span=_span(renderer, language, survey.after))
        elif survey.event is None:
            # In rotating quarters it is each contact's turn once a year.
            yield renderer.text("page-when-every", language, months=survey.every or 12)
        else:
            yield renderer.text(
                _WHEN_EVENT[survey.event],
                language,
                quiet=_span(renderer, language, survey.quiet_time),
                apart=_span(renderer, language, survey.once_in),
            )
    if programme.reviews:
        yield renderer.text("page-when-review", language)
    reminders = [survey.reminders for survey in programme.surveys.values() if survey.reminder_after is not None]
    yield renderer.text("page-how-reminder", language, count=max(reminders, default=0))


def _span(renderer: Renderer, language: Language, span: timedelta) -> str:
    minutes = int(span.total_seconds()) // 60
    if minutes % (24 * 60) == 0:
        return renderer.text("page-span-days", language, count=minutes // (24 * 60))
    if minutes % 60 == 0:
        return renderer.text("page-span-hours", language, count=minutes // 60)
    return renderer.text("page-span-minutes", language, count=minutes)
