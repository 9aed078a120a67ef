"""How a commitment is read aloud: as a row of the list, text by text, and by what became of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from zoneinfo import ZoneInfo

from sayso.cli.show import moment, plural
from sayso.domain.commitment import TEXT_FIELDS, Commitment
from sayso.domain.commitment_history import Change, FieldChange, differences
from sayso.domain.programme import LANGUAGES, Language
from sayso.domain.public_text import text_shown

COLUMNS = ("id", "status", "title", "theme", "asked by", "date", "public since", "draft")
_HEADINGS = {"title": "title", "heard": "you said", "did": "we did", "reason": "why not"}
_LONGEST = 70


def row(one: Commitment, language: Language) -> tuple[str, ...]:
    """A commitment as a row of the list."""
    return (
        one.commitment_id,
        one.status,
        text_shown(one.title, language),
        one.theme,
        str(one.voices or ""),
        str(one.done_on or one.decided_on or one.planned_for or ""),
        str(one.published_on) if one.public else "not public",
        "draft differs" if one.has_draft else "",
    )


def about(one: Commitment, zone: ZoneInfo) -> Iterator[str]:
    """A commitment line by line, as it is written now."""
    yield f"id: {one.commitment_id}"
    yield f"status: {one.status}"
    for name in ("theme", "owner", "planned_for", "done_on", "decided_on"):
        if getattr(one, name):
            yield f"{name.replace('_', ' ')}: {getattr(one, name)}"
    yield f"asked by: {plural(one.voices, 'contact')} of linked answers"
    for language in LANGUAGES:
        for name in TEXT_FIELDS:
            text = getattr(one, name).get(language)
            if text:
                yield f"{_HEADINGS[name]} ({language}): {text}"
    yield f"public: {_publicity(one)}"
    yield f"changed: {moment(one.updated_at, zone)}{f' by {one.updated_by}' if one.updated_by else ''}"
    if one.public and one.has_draft:
        yield "draft differs from what is public:"
        yield from (f"  {told(change)}" for change in differences(one.public, one.draft))


def story(changes: Sequence[Change], zone: ZoneInfo) -> Iterator[str]:
    """What was done to it, the latest first, each with the fields that changed."""
    for change in reversed(changes):
        yield f"{moment(change.at, zone)} {change.what}{f' by {change.by}' if change.by else ''}"
        for one in change.fields:
            yield f"  {told(one)}"


def told(change: FieldChange) -> str:
    """A change of one field: ``title.de: 'Alt' → 'Neu'``."""
    before, after = (f"'{_short(text)}'" if text else "(nothing)" for text in (change.before, change.after))
    return f"{change.field}: {before} → {after}"


def _publicity(one: Commitment) -> str:
    if one.public:
        return f"since {one.published_on}"
    return f"not any more; first on {one.published_on}" if one.published_on else "not yet"


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1]}…"
