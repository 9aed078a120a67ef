"""What one edition says otherwise than the one before it, in plain data; and what it may not say any more."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import UTC, datetime

from sayso.domain.edition import Edition, Headline, PublishedQuote, Words
from sayso.domain.entity import Entity
from sayso.domain.programme import Programme
from sayso.domain.public_view import published
from sayso.domain.published import PublicCommitment, Statement

# So long ago that nothing of an edition is too old for its page.
_EARLY = datetime(1970, 1, 1, tzinfo=UTC)


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


def show_the_same(programme: Programme, one: Edition, other: Edition) -> bool:
    """Whether a reader finds nothing new in either of two editions but numbers of editions and dates of their making.

    What the company does not show, such as the figures behind a score that it keeps to itself, makes no difference.
    """
    if one.says_the_same_as(other):
        return True
    (shown, texts), (other_shown, other_texts) = (_shown(programme, edition) for edition in (one, other))
    return shown == other_shown and texts == other_texts


def changes_between(programme: Programme, before: Edition | None, after: Edition) -> Changes:
    """What a reader of `before` would find new in `after`; everything where nothing was public before."""
    before = before or Edition(number=0, made_at=after.made_at)
    (shown_before, was), (shown, now) = _shown(programme, before), _shown(programme, after)
    quoted_before, quoted = {one.id for one in before.quotes}, {one.id for one in after.quotes}
    heads = (before.figures.headline, after.figures.headline)
    moved = programme.page.show_score and heads[0] != heads[1]
    figures = any(getattr(shown_before, name) != getattr(shown, name) for name in ("score", "praised", "criticised"))
    return Changes(
        new=tuple(one.title for one in after.commitments if one.id not in was),
        changed=tuple(one.title for one in after.commitments if one.id in was and was[one.id] != now[one.id]),
        removed=tuple(one.title for one in before.commitments if one.id not in now),
        score=ScoreMove(before=heads[0], after=heads[1]) if moved else None,
        figures=figures and not moved,
        new_quotes=len(quoted - quoted_before),
        removed_quotes=len(quoted_before - quoted),
    )


def _shown(programme: Programme, edition: Edition) -> tuple[Statement, dict[str, PublicCommitment]]:
    """All that is read of an edition on any page, but for when; its commitments apart, by id and without quotes."""
    now = published(programme, edition.having(number=0, made_at=_EARLY, restores=None), {}).now
    undated = [one.having(changed_at=None, moved_on=_EARLY.date(), since=None, quotes=()) for one in now.commitments]
    # Where a quote stands is part of it, and so is one that has no words any more.
    quotes = tuple((one.id, one.commitment, one.original, sorted(one.text.items())) for one in edition.quotes)
    return now.having(commitments=(), quotes=quotes), {one.id: one for one in undated}


def with_words(edition: Edition, standing: Mapping[str, PublishedQuote]) -> Edition:
    """The same edition with the words of its quotes that stand; the others stay without."""
    known = {name: {"text": one.text, "original": one.original} for name, one in standing.items()}
    return edition.having(quotes=tuple(one.having(**known.get(one.id, {"text": {}})) for one in edition.quotes))


def without_withdrawn(edition: Edition, public: Collection[str], standing: Mapping[str, PublishedQuote]) -> Edition:
    """The same edition without commitments that are not `public` any more, nor quotes that do not stand.

    A quote that stands is told as it was chosen last. The edition itself where nothing of it fell away or is new.
    """
    commitments = tuple(one for one in edition.commitments if one.id in public)
    kept = {one.id for one in commitments}
    quotes = tuple(standing[one.id] for one in edition.quotes if one.id in standing)
    quotes = tuple(one if one.commitment in kept else one.having(commitment="") for one in quotes)
    if (commitments, quotes) == (edition.commitments, edition.quotes):
        return edition
    return edition.having(commitments=commitments, quotes=quotes)
