"""How the public page stands: what of it is on the site, what may go from there, and the draft that waits for a yes."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import datetime, timedelta
from typing import NamedTuple

from sayso.domain.drafting import Basis
from sayso.domain.edition import Edition
from sayso.domain.edition_changes import Changes
from sayso.domain.entity import Entity, Revised

EDITIONS_BEHIND = 2
"""A file whose name never means anything else goes when it is so many editions old: whoever has the page open still
gets what is linked from it."""

CACHED_FOR = timedelta(hours=1)
"""For so long a shared cache may show a page after its invalidation failed (s-maxage); its files stay as long."""

TURN = timedelta(minutes=5)
"""For so long whoever puts an edition in place has the site to themselves. Some fifty small files take seconds."""


FROM_BEFORE = ("page.css",)
"""What of the page's folder is older than editions: the first one takes it away."""


class Replaced(Entity):
    """Files that no page links to any more, since edition `since` took their place. `quotes` were public with them."""

    paths: tuple[str, ...]
    since: int
    at: datetime
    quotes: tuple[str, ...] = ()

    def may_stay(self, number: int, standing: Collection[str], now: datetime) -> bool:
        """Whether somebody with an older page open may still ask for them, and every quote in them stands."""
        is_recent = number - self.since < EDITIONS_BEHIND - 1 or now - self.at < CACHED_FOR
        return bool(self.paths) and is_recent and set(self.quotes) <= set(standing)


class PublicPage(Revised):
    """What is public. `number` 0: nothing was approved yet.

    `content` stands for what was rendered, `files` has the digest of each file by its path (see `digest_of_body`),
    `lasting` are those that nothing else is ever put in the place of. `news` is the number of the last edition that
    said something new: any after it only left out what was taken back. `years` has the number of the last edition made
    in each of the company's years. `touched` are files of which nobody knows how they are: whoever put or deleted them
    did not come to an end.
    """

    number: int = 0
    news: int = 0
    made_at: datetime | None = None
    published_at: datetime | None = None
    approved_by: str = ""
    held: bool = False
    content: str = ""
    years: dict[int, int] = {}
    files: dict[str, str] = {}
    lasting: tuple[str, ...] = ()
    quotes: tuple[str, ...] = ()
    stale: tuple[Replaced, ...] = ()
    touched: tuple[str, ...] = ()
    busy_until: int = 0
    invalidated: bool = True

    def shows_fallen(self, standing: Collection[str]) -> bool:
        """Whether a file is still there with a quote that does not stand."""
        public = set(self.quotes).union(*(one.quotes for one in self.stale))
        return not public <= set(standing)

    def is_unsound(self, standing: Collection[str]) -> bool:
        """Whether a run left something half done, or a file is still there with a quote that does not stand."""
        return bool(self.touched) or any(not set(one.quotes) <= set(standing) for one in self.stale)

    def to_put(self, wanted: Mapping[str, str]) -> list[str]:
        """The files that are not on the site as they are wanted (SHA-256 by path), as far as that is known."""
        return [path for path, digest in wanted.items() if path in self.touched or self.files.get(path) != digest]

    def following(
        self, number: int, wanted: Mapping[str, str], lasting: Collection[str], standing: Collection[str], now: datetime
    ) -> PublicPage:
        """As it is once these files are all that edition `number` needs.

        What a page cannot link to any more is stale; the oldest of that is left out, and so is at once what was public
        with a quote that fell away.
        """
        replaced = tuple(path for path in self.lasting if path in self.files)
        stale = [*self.stale, Replaced(paths=replaced, since=number, at=now, quotes=self.quotes)]
        unused = [one.having(paths=tuple(path for path in one.paths if path not in wanted)) for one in stale]
        return self.having(
            number=number,
            files=dict(wanted),
            lasting=tuple(sorted(lasting)),
            stale=tuple(one for one in unused if one.may_stay(number, standing, now)),
            touched=(),
            busy_until=0,
        )

    @property
    def all_files(self) -> set[str]:
        """Every file that is, or may be, on the site."""
        return {*self.files, *self.touched, *(path for one in self.stale for path in one.paths)}


class Published(NamedTuple):
    """The edition that is public, what its figures were made of, and how it lies on the site."""

    edition: Edition
    basis: Basis
    page: PublicPage

    @property
    def files(self) -> Mapping[str, str]:
        """The SHA-256 of each file of the page by its path."""
        return self.page.files

    @property
    def held(self) -> bool:
        """Whether no rule publishes until somebody approves: after a rollback."""
        return self.page.held


class ListedEdition(Entity):
    """An edition as the list of them has it. `restores` names the one whose content it brought back."""

    number: int
    made_at: datetime
    published_at: datetime
    approved_by: str = ""
    restores: int | None = None


class PageDraft(Revised):
    """An edition that waits for a yes, and can be looked at under `prefix` (empty: nowhere) meanwhile.

    It `follows` what that edition said (`PublicPage.news`) and nothing else. Once it is approved, exactly this is
    published; with `holds` no rule publishes after it until somebody approves again. `leftovers` are files of drafts
    before it that are still to be deleted.
    """

    draft_id: str
    made_at: datetime
    follows: int
    number: int
    prefix: str = ""
    files: tuple[str, ...] = ()
    changes: Changes = Changes()
    leftovers: tuple[str, ...] = ()
    approved_by: str = ""
    approved_at: datetime | None = None
    holds: bool = False
