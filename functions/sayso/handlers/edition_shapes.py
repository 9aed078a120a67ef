"""What the page for the manager is told of editions, and what it may ask for."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field
from typing_extensions import TypedDict  # pydantic describes no other before Python 3.12

from sayso.domain.edition import Headline, Words
from sayso.domain.edition_changes import Changes
from sayso.domain.public_page import PageDraft, PublicPage
from sayso.domain.time import utc_text


class Approval(BaseModel):
    """The id of the edition that was looked at."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)

    approve: Annotated[str, Field(pattern=r"^[0-9a-f]{32}$")]


class ShownPublic(TypedDict):
    """The edition that is public. `held`: after a rollback, no other appears by rule."""

    number: int
    made_at: str
    held: bool
    page: str


class ShownScore(TypedDict):
    """A headline score with its 95 % interval and the number of answers."""

    score: int
    low: int
    high: int
    n: int


class ShownMove(TypedDict):
    """The score before and after; null where there is none to show."""

    before: ShownScore | None
    after: ShownScore | None


class ShownChanges(TypedDict):
    """What would be new to a reader: commitments by their title in each language, `figures` other than the score."""

    new: list[Words]
    changed: list[Words]
    removed: list[Words]
    score: ShownMove | None
    figures: bool
    new_quotes: int
    removed_quotes: int


class ShownPreview(TypedDict):
    """Where to look at it in a language: the page, and the report if there is one."""

    language: str
    page: str
    report: str | None


class ShownDraft(TypedDict):
    """The edition that waits for a yes, or is on its way after one."""

    id: str
    number: int
    made_at: str
    approved: bool
    changes: ShownChanges
    previews: list[ShownPreview]


class ShownEdition(TypedDict):
    """What is public and what waits; null where nothing does."""

    public: ShownPublic | None
    draft: ShownDraft | None


def shown_public(page: PublicPage, language: str) -> ShownPublic | None:
    """The edition that is public."""
    if not page.number or page.made_at is None:
        return None
    return {
        "number": page.number,
        "made_at": utc_text(page.made_at),
        "held": page.held,
        "page": f"/page/{language}.html",
    }


def shown_draft(draft: PageDraft, languages: tuple[str, ...]) -> ShownDraft:
    """The edition that waits. Addresses are of this site."""
    previews = [_preview(draft, language) for language in languages if f"{language}.html" in draft.files]
    return {
        "id": draft.draft_id,
        "number": draft.number,
        "made_at": utc_text(draft.made_at),
        "approved": bool(draft.approved_by),
        "changes": shown_changes(draft.changes),
        "previews": previews,
    }


def _preview(draft: PageDraft, language: str) -> ShownPreview:
    report = f"report.{language}.pdf"
    return {
        "language": language,
        "page": f"/{draft.prefix}{language}.html",
        "report": f"/{draft.prefix}{report}" if report in draft.files else None,
    }


def shown_changes(changes: Changes) -> ShownChanges:
    """What would be new to a reader."""
    move: ShownMove | None = None
    if changes.score:
        move = {"before": _score(changes.score.before), "after": _score(changes.score.after)}
    return {
        "new": list(changes.new),
        "changed": list(changes.changed),
        "removed": list(changes.removed),
        "score": move,
        "figures": changes.figures,
        "new_quotes": changes.new_quotes,
        "removed_quotes": changes.removed_quotes,
    }


def _score(headline: Headline | None) -> Any:
    return {"score": headline.score, "low": headline.low, "high": headline.high, "n": headline.n} if headline else None
