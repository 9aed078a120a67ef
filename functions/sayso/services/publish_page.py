"""Publishes the "You say, we act" page: nothing before a person said yes, and nothing that was taken back since."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import Literal, NamedTuple

from sayso.domain.edition import Edition
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
        """Publish something that a person approved. It is kept as approved before: should this run die, the next one
        finishes what it began. With `holds` no rule publishes after it until somebody approves."""
        return self._publish_approved(self.keep_draft.settle(drafted, content, by, holds=holds), drafted)

    def refresh(self, *, again: bool = False) -> Outcome:
        """Publish what was approved; and by rule (12), once a person approved the first edition, what is new. What
        waits for a yes is kept for it. Changes nothing when nothing changed.

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
        drafted, waiting, done = self.drafts.now(), self.editions.draft(), None
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
        return done if done and outcome.outcome == "nothing" else outcome

    def _by_rule(self, drafted: Drafted, *, again: bool) -> Outcome:
        assert drafted.latest is not None  # noqa: S101 - who calls has looked
        waits = drafted.is_news and (drafted.page.held or self.programme.page.editions == "by_approval")
        if drafted.is_news and not waits:
            placed = self._put(drafted, drafted.content, BY_RULE, held=False)
            self._drop_draft()
            return Outcome("published", placed.edition, placed)
        # What was taken back, such as a quote, goes without anybody's yes.
        latest = drafted.latest
        edition = drafted.allowed(latest.edition)
        if edition is not latest.edition:
            edition = edition.having(number=latest.edition.number + 1, made_at=self.drafts.clock())
        stands = digest_of(edition, self.drafts.years(drafted, edition)) == drafted.page.content
        placed_now = None
        if again or not stands or drafted.page.is_unsound(drafted.standing):
            placed_now = self._put(drafted, (edition, latest.basis), BY_RULE, held=drafted.page.held)
        else:
            self.put_page.tell_caches(drafted.page)
        if waits:
            self.keep_draft.keep(self.drafts.now() if placed_now else drafted)
            return Outcome("waits", edition, placed_now)
        self._drop_draft()
        return Outcome("published" if placed_now and placed_now.changed else "nothing", edition, placed_now)

    def _publish_approved(self, draft: PageDraft, drafted: Drafted) -> Outcome:
        """Exactly what was approved, as it was kept, but for what was taken back since."""
        latest = drafted.latest.edition if drafted.latest else None
        edition, basis = self.editions.drafted(draft)
        if draft.follows != drafted.page.number:
            # It may have come so far that it was published, and no farther.
            is_public = drafted.allowed(edition).says_the_same_as(latest)
            self._drop_draft(draft)
            return Outcome("nothing" if is_public else "replaced", latest)
        placed = self._put(drafted, (drafted.allowed(edition), basis), draft.approved_by, held=draft.holds)
        self._drop_draft(draft)
        return Outcome("published", placed.edition, placed)

    def _put(self, drafted: Drafted, content: Content, by: str, *, held: bool) -> Placed:
        return self.put_page.put(drafted, content, approved_by=by, held=held)

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
