"""Shows the manager what is public and what waits, and takes a yes (rule 12)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from sayso.domain.errors import ConflictError
from sayso.domain.public_page import PageDraft, PublicPage
from sayso.ports import Clock, Editions

_REPLACED = "another edition waits by now, or none; look at it again"


class Reviewed(NamedTuple):
    """What is public, and what waits for a yes or is on its way after one; None where nothing does."""

    page: PublicPage
    draft: PageDraft | None


@dataclass(frozen=True)
class ReviewEdition:
    """See the module. It renders nothing and publishes nothing: whoever holds a link cannot reach the site by it."""

    editions: Editions
    clock: Clock

    def shown(self) -> Reviewed:
        """What there is. A draft that does not follow what is public is none."""
        page, draft = self.editions.page(), self.editions.draft()
        if draft is None or draft.follows != page.news:
            return Reviewed(page, None)
        # Editions that only left something out may have come between.
        return Reviewed(page, draft.having(number=page.number + 1))

    @property
    def waits(self) -> bool:
        """Whether an edition waits for a yes that nobody gave yet."""
        draft = self.shown().draft
        return draft is not None and not draft.approved_by

    def approve(self, draft_id: str, by: str) -> None:
        """Somebody says yes to a draft they have looked at: exactly that is to be published. Twice is as good as once.

        Raises ConflictError, naming the draft, when another one has taken its place, or it is public already.
        """
        draft = self.shown().draft
        if draft is None or draft.draft_id != draft_id:
            raise ConflictError(_REPLACED, field="draft")
        if draft.approved_by:
            return
        try:
            self.editions.save_draft(draft.having(approved_by=by, approved_at=self.clock()))
        except ConflictError:
            raise ConflictError(_REPLACED, field="draft") from None
