"""Publishes the "You say, we act" page: nothing before a person said yes, and nothing that was taken back since."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import Literal, NamedTuple

from sayso.domain.edition import Edition
from sayso.domain.edition_changes import show_the_same
from sayso.domain.errors import ConflictError
from sayso.domain.programme import Programme
from sayso.domain.public_page import PageDraft
from sayso.ports import Editions
from sayso.services.draft_page import Content, Drafted, DraftPage, digest_of
from sayso.services.keep_draft import KeepDraft
from sayso.services.put_page import Placed, PutPage

# Whoever loses to another run drafts anew; to lose so often is no coincidence.
_TRIES = 3
BY_RULE = "rule"


class Outcome(NamedTuple):
    """What a run did. `nothing`: the public page says all of it already; `waits`: for a yes; `replaced`: what was
    approved does not follow what is public by now. `edition` is the one that is public."""

    outcome: Literal["published", "nothing", "not approved yet", "waits", "replaced"]
    edition: Edition | None
    placed: Placed | None = None


@dataclass(frozen=True)
class PublishPage:
    """See the module."""

    drafts: DraftPage
    put_page: PutPage
    keep_draft: KeepDraft
    editions: Editions
    programme: Programme

    def draft(self) -> Edition:
        """The edition that would be published now; the latest one itself when nothing would change."""
        return self.drafts.now().edition

    def approve(self, by: str = "") -> Outcome:
        """A person says yes: publish what there is now. Also the way to the first edition."""
        return _tried(lambda: self._approve(by or "somebody"))

    def publish(self, drafted: Drafted, content: Content, by: str, *, holds: bool = False) -> Outcome:
        """Publish something that a person approved. It is kept as approved before the first file is put: should this
        run die, the next one finishes what it began. With `holds` no rule publishes after it until somebody approves.

        Raises ConflictError when somebody else publishes: nothing was approved then, and nothing is published later.
        """
        settled: list[PageDraft] = []

        def settle() -> None:
            settled.append(self.keep_draft.settle(drafted, content, by, holds=holds))

        try:
            placed = self.put_page.put(drafted, content, approved_by=by, held=holds, settle=settle)
        except ConflictError:
            with suppress(ConflictError):
                self._drop_drafts(settled)
            raise
        self._drop_drafts(settled)
        return Outcome("published", placed.edition, placed)

    def refresh(self, *, again: bool = False) -> Outcome:
        """Take what was taken back off the page. Publish what was approved; and by rule (12), once a person approved
        the first edition, what is new. What waits for a yes is kept for it. Changes nothing when nothing changed.

        `again` renders an unchanged edition too, for what is not in it: templates, texts, the programme.
        """
        return _tried(lambda: self._refresh(again=again))

    def _approve(self, by: str) -> Outcome:
        drafted = self.drafts.now()
        if drafted.is_news:
            return self.publish(drafted, drafted.content, by)
        # There is nothing new to say yes to: that yes ends a hold, and has the page rendered afresh.
        assert drafted.latest is not None  # noqa: S101 - before the first, everything is new
        placed = self._put(drafted, (drafted.latest.edition, drafted.latest.basis), by, held=False)
        self._drop_draft()
        return Outcome("published", placed.edition, placed)

    def _refresh(self, *, again: bool) -> Outcome:
        drafted, done = self.drafts.now(), None
        # First and on its own: what follows may be impossible to render.
        if drafted.latest and drafted.has_fallen:
            placed = self._put_what_may_stay(drafted)
            drafted, done = self.drafts.now(), Outcome("published", placed.edition, placed)
        waiting = self.editions.draft()
        if waiting and waiting.approved_by:
            done = self._publish_approved(waiting, drafted)
            drafted = self.drafts.now()
        if drafted.latest is None:
            # Whoever has nothing to show yet is not asked for a yes.
            if _says_something(drafted.edition):
                self.keep_draft.keep(drafted)
            else:
                self._drop_draft()
            return done or Outcome("not approved yet", None)
        outcome = self._by_rule(drafted, again=again)
        if done is None:
            return outcome
        return done if outcome.outcome == "nothing" else outcome._replace(placed=outcome.placed or done.placed)

    def _by_rule(self, drafted: Drafted, *, again: bool) -> Outcome:
        assert drafted.latest is not None  # noqa: S101 - who calls has looked
        waits = drafted.is_news and (drafted.page.held or self.programme.page.editions == "by_approval")
        if drafted.is_news and not waits:
            placed = self._put(drafted, drafted.content, BY_RULE, held=False)
            self._drop_draft()
            return Outcome("published", placed.edition, placed)
        edition = self._what_may_stay(drafted)
        stands = digest_of(edition, self.drafts.years(drafted, edition)) == drafted.page.content
        placed_now = None
        if again or not stands or drafted.page.is_unsound(drafted.standing):
            placed_now = self._put_what_may_stay(drafted)
        else:
            self.put_page.tell_caches(drafted.page)
        if waits:
            self.keep_draft.keep(self.drafts.now() if placed_now else drafted)
            return Outcome("waits", edition, placed_now)
        self._drop_draft()
        return Outcome("published" if placed_now and placed_now.changed else "nothing", edition, placed_now)

    def _what_may_stay(self, drafted: Drafted) -> Edition:
        """What is public but for what was taken back, such as a quote: that goes without anybody's yes."""
        assert drafted.latest is not None  # noqa: S101 - who calls has looked
        latest = drafted.latest.edition
        edition = drafted.allowed(latest)
        return edition if edition is latest else edition.having(number=latest.number + 1, made_at=self.drafts.clock())

    def _put_what_may_stay(self, drafted: Drafted) -> Placed:
        assert drafted.latest is not None  # noqa: S101 - who calls has looked
        content = self._what_may_stay(drafted), drafted.latest.basis
        return self.put_page.put(drafted, content, approved_by=BY_RULE, held=drafted.page.held, is_news=False)

    def _publish_approved(self, draft: PageDraft, drafted: Drafted) -> Outcome:
        """Exactly what was approved, as it was kept, but for what was taken back since."""
        latest = drafted.latest.edition if drafted.latest else None
        kept, basis = self.editions.drafted(draft)
        edition = drafted.allowed(kept)
        if draft.follows != drafted.page.news:
            # It may have come so far that it was published, and no farther.
            is_public = latest is not None and show_the_same(self.programme, edition, latest)
            self._drop_draft(draft)
            return Outcome("nothing" if is_public else "replaced", latest)
        # An edition that only left something out may have come between.
        made_at = max(edition.made_at, latest.made_at) if latest else edition.made_at
        edition = edition.having(number=drafted.page.number + 1, made_at=made_at)
        placed = self._put(drafted, (edition, basis), draft.approved_by, held=draft.holds)
        self._drop_draft(draft)
        return Outcome("published", placed.edition, placed)

    def _put(self, drafted: Drafted, content: Content, by: str, *, held: bool) -> Placed:
        return self.put_page.put(drafted, content, approved_by=by, held=held)

    def _drop_drafts(self, drafts: list[PageDraft]) -> None:
        for draft in drafts:
            self._drop_draft(draft)

    def _drop_draft(self, draft: PageDraft | None = None) -> None:
        kept = self.editions.draft()
        if kept and (draft is None or kept.draft_id == draft.draft_id):
            self.keep_draft.drop(kept)


def _says_something(edition: Edition) -> bool:
    return bool(edition.commitments or edition.quotes or edition.figures.headline)


def _tried(run: Callable[[], Outcome]) -> Outcome:
    for _ in range(_TRIES - 1):
        with suppress(ConflictError):
            return run()
    return run()
