"""What an edition would change, read aloud before somebody says yes to it."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.cli.show import plural
from sayso.domain.edition import Headline
from sayso.domain.edition_changes import Changes
from sayso.domain.programme import Language
from sayso.domain.public_text import text_shown


def what_changes(changes: Changes, language: Language) -> Iterator[str]:
    """Line by line what a reader of the page would find new; commitments by their title in `language`."""
    for told, titles in (("New", changes.new), ("Changed", changes.changed), ("Gone", changes.removed)):
        yield from (f"  {told}: {text_shown(title, language)}" for title in titles)
    if changes.score:
        yield f"  Score: {_score(changes.score.before)} → {_score(changes.score.after)}"
    if changes.figures:
        yield "  Figures: others than before"
    if changes.new_quotes:
        yield f"  New: {plural(changes.new_quotes, 'quote')}"
    if changes.removed_quotes:
        yield f"  Gone: {plural(changes.removed_quotes, 'quote')}"


def _score(headline: Headline | None) -> str:
    return "none" if headline is None else f"{headline.score:+d} of {plural(headline.n, 'answer')}"
