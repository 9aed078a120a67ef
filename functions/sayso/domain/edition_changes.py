"""What one edition says otherwise than the one before it, in plain data; and what it may not say any more."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from sayso.domain.edition import Edition, Figures, Headline, PublishedQuote, Words
from sayso.domain.entity import Entity


class ScoreMove(Entity):
    """The headline before and after; None where there was, or will be, none to show."""

    before: Headline | None = None
    after: Headline | None = None


class Changes(Entity):
    """What would be new to a reader. Commitments by their title; `figures` says that others than the score moved."""

    new: tuple[Words, ...] = ()
    changed: tuple[Words, ...] = ()
    removed: tuple[Words, ...] = ()
    score: ScoreMove | None = None
    figures: bool = False
    new_quotes: int = 0
    removed_quotes: int = 0


def changes_between(before: Edition | None, after: Edition, *, show_score: bool) -> Changes:
    """What a reader of `before` would find new in `after`; everything where nothing was public before."""
    was = {one.id: one for one in before.commitments} if before else {}
    now = {one.id: one for one in after.commitments}
    quoted_before = {one.id for one in before.quotes} if before else set[str]()
    quoted = {one.id for one in after.quotes}
    heads = (before.figures.headline if before else None, after.figures.headline)
    figures = after.figures != (before.figures if before else Figures())
    moved = show_score and heads[0] != heads[1]
    return Changes(
        new=tuple(one.title for id_, one in now.items() if id_ not in was),
        changed=tuple(one.title for id_, one in now.items() if id_ in was and was[id_] != one),
        removed=tuple(one.title for id_, one in was.items() if id_ not in now),
        score=ScoreMove(before=heads[0], after=heads[1]) if moved else None,
        figures=figures and not moved,
        new_quotes=len(quoted - quoted_before),
        removed_quotes=len(quoted_before - quoted),
    )


def without_withdrawn(edition: Edition, public: Collection[str], standing: Mapping[str, PublishedQuote]) -> Edition:
    """The same edition without commitments that are not `public` any more, nor quotes that do not stand.

    A quote that stands is told as it was chosen last. The edition itself where nothing of it fell away.
    """
    commitments = tuple(one for one in edition.commitments if one.id in public)
    kept = {one.id for one in commitments}
    quotes = tuple(standing[one.id] for one in edition.quotes if one.id in standing)
    quotes = tuple(one if one.commitment in kept else one.having(commitment="") for one in quotes)
    if (commitments, quotes) == (edition.commitments, edition.quotes):
        return edition
    return edition.having(commitments=commitments, quotes=quotes)
