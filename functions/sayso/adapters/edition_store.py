"""Keeps the editions of the public page, how it stands on the site, and the draft that waits for a yes.

What an edition says is kept apart from the item that lists it, compressed and cut, since an item ends at 400 KB: so
the list is read without any contents, and no edition is too large. Of a quote only its name is kept, and where it
stands: what somebody wrote goes from the table with the quote itself, and every edition is read without it.
"""

from __future__ import annotations

import gzip
import hashlib
import json
from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any, NamedTuple

from sayso.adapters import keys
from sayso.adapters.items import ABSENT, TRANSACTION_LIMIT, Action, Delete, Expect, Item, Items, Put, in_chunks
from sayso.adapters.mapping import put_next, to_entity, to_item
from sayso.adapters.paging import page
from sayso.domain.drafting import Basis
from sayso.domain.edition import Edition
from sayso.domain.errors import ConflictError
from sayso.domain.public_page import ListedEdition, PageDraft, PublicPage, Published
from sayso.ports import Page

PART_BYTES = 350_000
# A transaction ends at 4 MB, names and headers included.
_TOGETHER = 10

Content = tuple[Edition, Basis]


class _Stored(NamedTuple):
    """Under which name a content is kept, and in how many parts."""

    content_id: str
    parts: int

    @classmethod
    def of(cls, item: Mapping[str, Any]) -> _Stored:
        return cls(str(item.get("content_id", "")), int(item.get("parts", 0)))

    @property
    def keys(self) -> list[keys.Key]:
        return [keys.edition_part(self.content_id, part) for part in range(self.parts)]


class EditionStore:
    """See `sayso.ports.Editions`."""

    def __init__(self, items: Items) -> None:
        self._items = items

    def page(self) -> PublicPage:
        """How the public page stands; number 0 before the first edition was approved."""
        item = self._items.get(keys.public_page())
        return to_entity(PublicPage, item) if item else PublicPage()

    def latest(self) -> Published | None:
        """What is public, without the words of its quotes; None before the first edition was approved."""
        page = self.page()
        if not page.number:
            return None
        (content,) = self._contents([page.number]).values()
        return Published(*content, page)

    def get(self, number: int) -> Edition | None:
        """An edition as it was published, without the words of its quotes."""
        found = self._contents([number])
        return found[number][0] if found else None

    def list(self) -> list[ListedEdition]:
        """All of them, the last first, without what they say."""
        prefix = keys.edition()
        found = self._items.query(prefix.pk, prefix=prefix.sk, newest_first=True)
        return [to_entity(ListedEdition, item) for item in found]

    def listed_page(self, limit: int, after: str = "") -> Page[ListedEdition]:
        """The same page by page."""
        prefix = keys.edition()
        found, following = page(self._items, prefix.pk, prefix=prefix.sk, limit=limit, after=after, newest_first=True)
        return Page([to_entity(ListedEdition, item) for item in found], following)

    def years(self) -> dict[int, Edition]:
        """The last edition made in each of the company's years; reads no other."""
        years = self.page().years
        contents = self._contents(list(years.values()))
        return {year: contents[number][0] for year, number in years.items()}

    def basis(self) -> Basis:
        """What was made public so far; an empty one before the first edition."""
        latest = self.latest()
        return latest.basis if latest else Basis()

    def begin(self, page: PublicPage, touched: Collection[str], now: datetime, until: datetime) -> PublicPage:
        """Take the site for oneself until a moment, and note which files are about to be put or deleted.

        Raises ConflictError while somebody else has it, and when it is another page by now than the one that was read.
        """
        mine = page.having(
            touched=tuple(sorted({*page.touched, *touched})),
            busy_until=int(until.timestamp()),
            revision=page.revision + 1,
        )
        expect = ABSENT
        if page.revision:
            expect = Expect(equals={"revision": page.revision}, before={"busy_until": int(now.timestamp())})
        self._items.write(Put(to_item(keys.public_page(), "public_page", mine), expect))
        return mine

    def give_back(self, page: PublicPage) -> PublicPage:
        """Let others have the site at once. What was touched stays noted."""
        return self._put_page(page.having(busy_until=0))

    def save(self, page: PublicPage, new: Content | None = None) -> PublicPage:
        """Note how the page stands, with the edition that is new on it, if one is.

        Raises ConflictError when somebody else wrote since; nothing is written then, and no number is given twice.
        """
        if new is None:
            return self._put_page(page)
        edition, following = new[0], page.having(revision=page.revision + 1)
        stored, parts = _parts(f"{edition.number:06d}", new)
        before = {"revision": page.revision, "number": edition.number - 1}
        listed = ListedEdition(
            number=edition.number,
            made_at=edition.made_at,
            published_at=page.published_at or edition.made_at,
            approved_by=page.approved_by,
            restores=edition.restores,
        )
        self._write(
            parts,
            Put(to_item(keys.public_page(), "public_page", following), Expect(equals=before)),
            Put(to_item(keys.edition(edition.number), "edition", listed, **stored._asdict()), ABSENT),
        )
        return following

    def draft(self) -> PageDraft | None:
        """The edition that waits for a yes, or was just given one."""
        item = self._items.get(keys.page_draft())
        return to_entity(PageDraft, item) if item else None

    def drafted(self, draft: PageDraft) -> Content:
        """What a draft says, without the words of its quotes; raises ConflictError when it is there no more."""
        item = self._items.get(keys.page_draft())
        if item is None or item["draft_id"] != draft.draft_id:
            raise ConflictError("this draft is there no more; look again", field="draft")
        return self._content(_Stored.of(item))

    def save_draft(self, draft: PageDraft, content: Content | None = None) -> PageDraft:
        """Keep a new draft with its content in the place of the one there is; or, without, a change of that one.

        Raises ConflictError when somebody else did first.
        """
        item = self._items.get(keys.page_draft())
        stored, parts = _parts(draft.draft_id, content) if content else (_Stored.of(item or {}), [])
        following = draft.having(revision=draft.revision + 1)
        # A revision alone says little: a draft that was dropped and another one both begin with the first.
        before = str(item["draft_id"]) if item and content else draft.draft_id
        expect = Expect(equals={"revision": draft.revision, "draft_id": before}) if draft.revision else ABSENT
        put = Put(to_item(keys.page_draft(), "page_draft", following, **stored._asdict()), expect)
        self._write(parts, put, *(_gone(item) if content else ()))
        return following

    def drop_draft(self, draft: PageDraft) -> None:
        """Forget a draft; raises ConflictError when somebody changed it since it was read."""
        item = self._items.get(keys.page_draft())
        if item is not None:
            expect = Expect(equals={"revision": draft.revision, "draft_id": draft.draft_id})
            self._items.write(Delete(keys.page_draft(), expect), *_gone(item))

    def _put_page(self, page: PublicPage) -> PublicPage:
        self._items.write(put_next(keys.public_page(), "public_page", page))
        return page.having(revision=page.revision + 1)

    def _contents(self, numbers: Sequence[int]) -> dict[int, Content]:
        found = self._items.get_many([keys.edition(number) for number in numbers])
        return {int(item["number"]): self._content(_Stored.of(item)) for item in found.values()}

    def _content(self, stored: _Stored) -> Content:
        found = self._items.get_many(stored.keys)
        if len(found) < stored.parts:
            raise ConflictError("somebody else changed it while it was read; try again")
        packed = b"".join(bytes(found[key]["content"]) for key in stored.keys)
        content = json.loads(gzip.decompress(packed))
        return Edition.model_validate(content["edition"]), Basis.model_validate(content["basis"])

    def _write(self, parts: Sequence[Put], *heads: Action) -> None:
        """All at once, where a transaction holds as much; otherwise the parts first, which nothing names until then."""
        if len(parts) <= _TOGETHER and len(parts) + len(heads) <= TRANSACTION_LIMIT:
            self._items.write(*heads, *parts)
            return
        for part in parts:
            self._items.write(part)
        self._items.write(*heads)


def _parts(name: str, content: Content) -> tuple[_Stored, list[Put]]:
    edition, basis = content
    told = edition.model_dump(mode="json", exclude={"quotes": {"__all__": {"text"}}})
    text = json.dumps({"edition": told, "basis": basis.model_dump(mode="json")})
    packed = gzip.compress(text.encode(), mtime=0)
    # Two who prepare the same number never mix their parts.
    stored = _Stored(f"{name}.{hashlib.sha256(packed).hexdigest()[:16]}", -(-len(packed) // PART_BYTES))
    return stored, [
        Put({**key._asdict(), "entity": "edition_part", "content": packed[at * PART_BYTES : (at + 1) * PART_BYTES]})
        for at, key in enumerate(stored.keys)
    ]


def _gone(item: Item | None) -> list[Action]:
    parts = [Delete(key) for key in _Stored.of(item).keys] if item else []
    # Beyond what a transaction holds they are left: nothing names them.
    return [*next(in_chunks(parts, TRANSACTION_LIMIT // 2), [])]
