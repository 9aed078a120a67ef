"""The commitments as an Atom feed (RFC 4287), one in each language."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from functools import partial
from typing import NamedTuple

from sayso.adapters.page_addresses import FEED_TYPE, Addresses, feed_name, page_name
from sayso.adapters.page_layout import anchor, lasting_places
from sayso.adapters.page_words import Told, told
from sayso.adapters.rendering import Renderer
from sayso.domain.programme import Language, Programme
from sayso.domain.public_text import harmless
from sayso.domain.published import PublicCommitment, Published

LONGEST = 30  # entries


class Entry(NamedTuple):
    """A commitment as an entry: all texts plain, all times RFC 3339."""

    id: str
    title: Told
    published: str
    updated: str
    address: str
    theme: str | None
    theme_label: str
    content: str


def render_feed(
    renderer: Renderer, programme: Programme, said: Published, addresses: Addresses, language: Language
) -> str:
    """The newest commitments of the page, the last changed first.

    How many asked for one is left out: it would move without anything having been said or done.
    """
    places, zone = lasting_places(said), programme.zone
    tell = partial(told, language=language, default=programme.company.default_language)

    def at(day: date) -> datetime:
        return datetime.combine(day, time(), zone)

    def entry(one: PublicCommitment) -> Entry:
        page = addresses.absolute(page_name(language, places[one.id]))
        return Entry(
            id=addresses.tag(one.published_on.isoformat(), "commitment", one.id, language),
            title=tell(one.title),
            published=_written(at(one.published_on)),
            updated=_written(one.changed_at or at(one.moved_on)),
            address=f"{page}#{anchor(one.id)}",
            theme=one.theme,
            theme_label=tell(one.theme_label).text,
            content=_content(renderer, language, one, tell(one.heard).text, tell(one.answer).text),
        )

    newest = sorted(said.now.commitments, key=lambda one: one.changed_at or at(one.moved_on), reverse=True)
    entries = [entry(one) for one in newest[:LONGEST]]
    first_year = min((year.year for year in said.years), default=said.now.made_at.year)
    return renderer.render(
        "page/feed.xml",
        language,
        id=addresses.tag(str(first_year), "feed", language),
        # Readers take nothing of a feed that is older than what they have: this never goes back.
        updated=max([_written(said.now.made_at), *(entry.updated for entry in entries)]),
        author=harmless(programme.company.name),
        entries=entries,
        absolute=addresses.absolute,
        feed_name=feed_name,
        page_name=page_name,
        feed_type=FEED_TYPE,
    )


def _content(renderer: Renderer, language: Language, one: PublicCommitment, heard: str, answer: str) -> str:
    parts = [
        renderer.text("page-status", language, status=one.status),
        f"{renderer.text('page-voices-unsaid', language)}:\n{heard}",
    ]
    if answer:
        parts.append(f"{renderer.text('page-answer', language, status=one.status)}:\n{answer}")
    return "\n\n".join(parts)


def _written(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
