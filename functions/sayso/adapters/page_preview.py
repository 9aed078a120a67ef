"""Shows what the public page will say of one commitment, part by part, before it says so."""

from __future__ import annotations

from datetime import date, datetime
from functools import partial
from html.parser import HTMLParser
from typing import NamedTuple

from sayso.adapters.page_layout import anchor
from sayso.adapters.page_words import told
from sayso.adapters.rendering import Renderer
from sayso.domain.commitment import Commitment
from sayso.domain.edition import Edition, PublishedCommitment
from sayso.domain.programme import Language, Programme
from sayso.domain.public_view import published
from sayso.domain.published import PublicCommitment

_PARTS = {"status": "status", "theme": "theme", "label": "label", "words": "words"}


class PagePart(NamedTuple):
    """A text of the page, what it is there (status, theme, title, label or words), and the language it is in."""

    kind: str
    text: str
    language: str


def preview(
    renderer: Renderer,
    programme: Programme,
    edition: Edition | None,
    commitment: Commitment,
    language: Language,
    now: datetime,
) -> list[PagePart]:
    """What a reader of a language would find if its draft were published now (UTC), from the template of the page.

    `edition` is the one that is public, by which the number of those who asked is told or not.
    """
    today = now.astimezone(programme.zone).date()
    draft = commitment.having(public=commitment.draft, published_on=commitment.published_on or today)
    shown = _as_shown(programme, edition, PublishedCommitment.of(draft), now)
    default = programme.company.default_language
    text = renderer.render(
        "page/commitment.html",
        language,
        it=shown,
        anchor=anchor,
        told=partial(told, language=language, default=default),
        is_late=partial(_is_late, today),
    )
    reader = _Reader(language)
    reader.feed(text)
    reader.close()
    return reader.parts


def _as_shown(
    programme: Programme, edition: Edition | None, one: PublishedCommitment, now: datetime
) -> PublicCommitment:
    base = edition or Edition(number=0, made_at=now)
    # Of long ago, so that nothing is too old for the page of now.
    early = datetime(1970, 1, 1, tzinfo=now.tzinfo)
    (shown,) = published(
        programme, base.having(number=0, made_at=early, commitments=(one,), quotes=(), restores=None), {}
    ).now.commitments
    return shown


def _is_late(today: date, it: PublicCommitment) -> bool:
    planned_for = it.planned_for or today
    return (planned_for.year, planned_for.month) < (today.year, today.month)


class _Reader(HTMLParser):
    """Takes the texts out of the fragment by the classes they stand in."""

    def __init__(self, language: str) -> None:
        super().__init__()
        self.parts: list[PagePart] = []
        self._language, self._open = language, list[tuple[str, str, str]]()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        kind, spoken = (self._open[-1][1:]) if self._open else ("", self._language)
        own = next((_PARTS[one] for one in given.get("class", "").split() if one in _PARTS), "")
        own = "title" if tag == "h3" else own
        if own:
            self.parts.append(PagePart(own, "", spoken))
        self._open.append((tag, own or kind, given.get("lang") or spoken))

    def handle_endtag(self, tag: str) -> None:
        while self._open and self._open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        if self._open and self._open[-1][1] and data.strip():
            kind, spoken = self._open[-1][1:]
            before = self.parts[-1].text
            self.parts[-1] = PagePart(kind, f"{before} {data.strip()}".strip(), spoken)
