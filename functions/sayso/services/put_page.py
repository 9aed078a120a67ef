"""Puts an edition in place of the one that is public, so that a reader never sees half of either."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import timedelta
from typing import NamedTuple

from sayso.domain.edition import Edition
from sayso.domain.errors import ConflictError
from sayso.domain.public_page import FROM_BEFORE, TURN, PublicPage
from sayso.domain.unmade import digest_of_body, made
from sayso.ports import Clock, Editions, PageFile, PageRenderer, Site
from sayso.services.draft_page import Content, Drafted, DraftPage, digest_of

FOLDER = "page/"
# The second is what a bare domain shows.
CACHED_PATHS = (f"/{FOLDER}*", "/")
_FRONT = "index.html"
# A turn is over for us before others may take it, by more than one file ever takes.
_LONGEST_PUT = timedelta(minutes=2)
_BUSY = "somebody else publishes the page at this moment; try again in a few minutes"


class Placed(NamedTuple):
    """What a run put in place: the edition, how many files it put and deleted, and whether caches were told."""

    edition: Edition
    put: int
    deleted: int
    invalidated: bool
    is_new: bool = False

    @property
    def changed(self) -> bool:
        """Whether a reader, or an address that was public, can tell that there was a run."""
        return self.is_new or bool(self.put or self.deleted)


@dataclass(frozen=True)
class PutPage:
    """See the module.

    Every file that is to be put is made before the first is. First those whose names nothing else has, then pages
    nobody could link to yet, then those that are read, and last the front page: so whatever is linked from a page is
    there, at every moment. What is about to be touched is noted before, so that whoever comes after a run that died
    puts it again.
    """

    drafts: DraftPage
    editions: Editions
    site: Site
    pages: PageRenderer
    clock: Clock

    def put(
        self,
        drafted: Drafted,
        content: Content,
        *,
        approved_by: str = "",
        held: bool,
        is_news: bool = True,
        settle: Callable[[], object] = lambda: None,
    ) -> Placed:
        """Make an edition public: a new one, or once more the one that is.

        Parameters
        ----------
        is_news : bool
            False for one that only leaves out what was taken back.
        settle : callable, optional
            Called once nobody else can come between, and before the first file is put.

        Raises
        ------
        ConflictError
            Having put nothing, when another one was published since `drafted`, or is just now.
        """
        edition, page = content[0], drafted.page
        if page.busy_until >= int(self.clock().timestamp()):
            raise ConflictError(_BUSY)
        is_new = edition.number != page.number
        years = self.drafts.years(drafted, edition)
        today = self.clock().astimezone(self.drafts.programme.zone).date()
        files = list(self.pages(edition, years, base=f"/{FOLDER}", public=True, today=today))
        wanted = {path: digest_of_body(body) for path, body, _, _ in files}
        lasting = {path for path, _, _, cached in files if "immutable" in cached}
        after = page.following(edition.number, wanted, lasting, drafted.standing.keys(), self.clock())
        old = set() if page.number else set(FROM_BEFORE)
        paths, gone = set(page.to_put(wanted)), (page.all_files | old) - after.all_files
        after = after.having(
            content=digest_of(edition, years),
            quotes=tuple(sorted({quote.id for one in (edition, *years.values()) for quote in one.quotes})),
            news=edition.number if is_new and is_news else page.news,
            held=held,
        )
        if after == page:
            return Placed(edition, 0, 0, invalidated=True)
        ready = [(file[0], made(file[1]), *file[2:]) for file in _in_order(files, lasting, page) if file[0] in paths]
        mine = self._begin(page, paths | gone)
        try:
            settle()
            self._put(ready, mine)
            self.site.delete([FOLDER + path for path in sorted(gone)])
            after = after.having(revision=mine.revision)
            told = self._told(after, changed=bool(paths or gone), was=page.invalidated)
            after = after.having(invalidated=told)
            if is_new:
                new_years = {**page.years, self.drafts.year_of(edition): edition.number}
                now = {"made_at": edition.made_at, "published_at": self.clock(), "approved_by": approved_by}
                self.editions.save(after.having(years=new_years, **now), content)
            else:
                self.editions.save(after)
        except Exception:
            # Nobody has to wait for a run that is over.
            with suppress(ConflictError):
                self.editions.give_back(mine)
            raise
        return Placed(edition, len(paths), len(gone), told, is_new)

    def tell_caches(self, page: PublicPage) -> None:
        """Once more, after they could not be told."""
        if not page.invalidated and self.site.invalidate(CACHED_PATHS, self._reference(page)):
            self.editions.save(page.having(invalidated=True))

    def _begin(self, page: PublicPage, touched: set[str]) -> PublicPage:
        try:
            return self.editions.begin(page, touched, self.clock(), self.clock() + TURN)
        except ConflictError:
            raise ConflictError(_BUSY) from None

    def _put(self, files: Sequence[tuple[str, bytes, str, str]], mine: PublicPage) -> None:
        until = mine.busy_until - _LONGEST_PUT.total_seconds()
        for path, body, content_type, cached in files:
            if self.clock().timestamp() >= until:
                raise ConflictError("this took so long that somebody else may publish by now; try again")
            self.site.put(FOLDER + path, body, content_type, cached)

    def _told(self, page: PublicPage, *, changed: bool, was: bool) -> bool:
        return self.site.invalidate(CACHED_PATHS, self._reference(page)) if changed or not was else True

    def _reference(self, page: PublicPage) -> str:
        # CloudFront takes a name once and for all: numbers begin anew in a table that was restored.
        milliseconds = int(self.clock().timestamp() * 1000)
        return f"page-{page.number}-{page.revision}-{milliseconds}-{page.content[:16]}"


def _in_order(files: Sequence[PageFile], lasting: set[str], page: PublicPage) -> list[PageFile]:
    def rank(file: PageFile) -> int:
        path = file[0]
        if path == _FRONT:
            return 3
        return 0 if path in lasting else 2 if path in page.files else 1

    return sorted(files, key=rank)
