"""Keeps the draft of the public page that waits for a yes where it can be looked at, and what was given one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

from sayso.domain.edition import Edition
from sayso.domain.edition_changes import Changes, changes_between, show_the_same, with_words
from sayso.domain.programme import Programme
from sayso.domain.public_page import PageDraft
from sayso.domain.unmade import made
from sayso.ports import Clock, Editions, PageRenderer, Site
from sayso.services.draft_page import Content, Drafted, DraftPage

FOLDER = "preview"
# Nobody but whoever has the address is to have a copy.
_CACHE_CONTROL = "private, no-store"
# The bucket drops previews after ninety days: what waits for longer than this is put there anew.
_SHOWN_FOR = timedelta(days=30)


@dataclass(frozen=True)
class KeepDraft:
    """See the module."""

    drafts: DraftPage
    editions: Editions
    site: Site
    pages: PageRenderer
    programme: Programme
    clock: Clock
    new_id: Callable[[], str]

    def keep(self, drafted: Drafted) -> PageDraft:
        """Have what could be published now looked at; the draft there is when that says the same.

        Raises ConflictError when somebody approved or changed the draft meanwhile.
        """
        kept = self.editions.draft()
        if kept and kept.follows == drafted.page.news and (kept.approved_by or self._still_says(kept, drafted)):
            return self._tidied(kept)
        draft_id = self.new_id()
        prefix = f"{FOLDER}/{draft_id}/"
        edition, years = drafted.edition, self.drafts.years(drafted, drafted.edition)
        files = list(self.pages(edition, years, base=f"/{prefix}", public=False))
        ready = [(path, made(body), content_type) for path, body, content_type, _ in files]
        for path, body, content_type in ready:
            self.site.put(prefix + path, body, content_type, _CACHE_CONTROL)
        draft = self._of(drafted, drafted.content, draft_id, kept).having(
            prefix=prefix, files=tuple(path for path, *_ in files)
        )
        return self._tidied(self.editions.save_draft(draft, drafted.content))

    def settle(self, drafted: Drafted, content: Content, by: str, *, holds: bool = False) -> PageDraft:
        """Put something that is approved as it is in the place of the draft, so that it is published even if whoever
        does so now dies over it."""
        kept = self.editions.draft()
        draft = self._of(drafted, content, self.new_id(), kept)
        approved = draft.having(approved_by=by, approved_at=self.clock(), holds=holds)
        return self._tidied(self.editions.save_draft(approved, content))

    def drop(self, draft: PageDraft) -> None:
        """Take a draft away, with everything of it that could be looked at."""
        self.site.delete([*self._paths(draft), *draft.leftovers])
        self.editions.drop_draft(draft)

    def _still_says(self, kept: PageDraft, drafted: Drafted) -> bool:
        if self.clock() - kept.made_at >= _SHOWN_FOR or kept.changes != self._changes(drafted, drafted.edition):
            return False
        edition = with_words(self.editions.drafted(kept)[0], drafted.standing)
        return show_the_same(self.programme, drafted.edition, edition)

    def _changes(self, drafted: Drafted, edition: Edition) -> Changes:
        return changes_between(self.programme, drafted.latest.edition if drafted.latest else None, edition)

    def _of(self, drafted: Drafted, content: Content, draft_id: str, kept: PageDraft | None) -> PageDraft:
        edition = content[0]
        return PageDraft(
            draft_id=draft_id,
            made_at=edition.made_at,
            follows=drafted.page.news,
            number=edition.number,
            changes=self._changes(drafted, edition),
            leftovers=(*self._paths(kept), *kept.leftovers) if kept else (),
            revision=kept.revision if kept else 0,
        )

    def _tidied(self, draft: PageDraft) -> PageDraft:
        """What drafts before it left behind is deleted now; it stays noted until that is certain."""
        if not draft.leftovers:
            return draft
        self.site.delete(draft.leftovers)
        return self.editions.save_draft(draft.having(leftovers=()))

    def _paths(self, draft: PageDraft) -> tuple[str, ...]:
        return tuple(draft.prefix + path for path in draft.files)
