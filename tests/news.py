"""What tests of telling start from: a commitment that is done and on the page, and people with answers behind it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from typing import Any

from sayso.domain.commitment import Commitment, PublicTexts
from sayso.domain.contact import Contact
from sayso.domain.drafting import Basis
from sayso.domain.edition import Edition, Figures, PublishedCommitment
from sayso.domain.news import News
from sayso.domain.programme import Programme
from sayso.ports import NewsMessage
from tests.builders import MONDAY, World, response

DONE = PublicTexts(
    title={"en": "Faster replies", "de": "Schnellere Antworten", "nl": "Sneller antwoord"},
    heard={"en": "You waited too long.", "de": "Sie haben zu lange gewartet.", "nl": "U wachtte te lang."},
    did={"en": "A second shift.", "de": "Eine zweite Schicht.", "nl": "Een tweede ploeg."},
    status="done",
    done_on=date(2026, 2, 20),
)


def show(world: World, at: datetime | None = None) -> None:
    """The page has its next edition, with whatever was published; what is new on it is of a moment (now)."""
    latest, moment = world.editions.latest(), at or world.clock()
    was = {one.id: one for one in latest.edition.commitments} if latest else {}
    shown = []
    for one in map(PublishedCommitment.of, filter(lambda one: one.public, world.commitments.list())):
        before = was.get(one.id)
        same = before is not None and one.says_the_same_as(before)
        shown.append(one.having(changed_at=before.changed_at if before and same else moment))
    put_on_page(world, shown)


def put_on_page(world: World, shown: Sequence[PublishedCommitment]) -> None:
    """The page has its next edition, with these commitments."""
    page = world.editions.page()
    edition = Edition(number=page.number + 1, made_at=world.clock(), figures=Figures(), commitments=tuple(shown))
    mine = world.editions.begin(page, (), world.clock(), world.clock())
    world.editions.save(mine.having(number=edition.number, busy_until=0), (edition, Basis()))


def done(world: World, name: str = "faster-replies", *, on_page: bool = True, **changes: Any) -> Commitment:
    """A commitment that the public reads is done, and does on the page since the day it was, or was published."""
    public = changes.pop("public", DONE)
    values: dict[str, Any] = {
        **(public or DONE).model_dump(),
        "commitment_id": name,
        "public": public,
        "published_on": date(2026, 2, 20),
        "created_at": MONDAY,
        "updated_at": MONDAY,
    }
    saved = world.commitments.save(Commitment(**{**values, **changes}))
    if on_page and saved.public and saved.published_on:
        since = max(filter(None, (saved.public.done_on, saved.published_on)))
        show(world, datetime.combine(since, time(), world.programme.zone))
    return saved


def change(world: World, name: str = "faster-replies", *, on_page: bool = True, **fields: Any) -> Commitment:
    """Somebody writes the commitment anew, and the page follows, or does not yet."""
    known = world.commitments.get(name)
    assert known
    saved = world.commitments.save(known.having(**fields))
    if on_page and "public" in fields:
        show(world)
    return saved


def behind(world: World, person: Contact, *names: str, occasion: str = "1") -> None:
    """The person gave an answer, and it is linked to commitments."""
    given = response(contact_id=person.contact_id, occasion=occasion, revision=0)
    world.responses.save(given, None, MONDAY + timedelta(days=700), None)
    for name in names or ("faster-replies",):
        world.commitment_links.link(name, [given.reference], "vera", MONDAY)
    world.run()


def asker(world: World, number: int = 1, *names: str, **columns: str) -> Contact:
    """Somebody who is not asked anything soon, with an answer behind commitments."""
    row = {"contact_id": f"crm-{number}", "email": f"p{number}@kaasboer.example", "role": "user", **columns}
    person = world.add_contact(**row)
    behind(world, person, *names)
    return person


def approved(world: World, name: str = "faster-replies", by: str = "vera") -> None:
    """A person approved that those who asked are told."""
    world.tell_askers.approve(world.tell_askers.look(name), by)


def news_of(world: World, person: Contact, name: str = "faster-replies") -> News:
    """What they are told, as it is in the table now."""
    found = world.news.get(person.contact_id, name)
    assert found
    return found


def message(news: News) -> NewsMessage:
    """What a dispatcher would send."""
    assert news.due_at
    return NewsMessage(news.contact_id, news.commitment_id, news.due_at)


def take(world: World, person: Contact, name: str = "faster-replies") -> str:
    """Tell somebody, as the sender does with the message of a dispatcher."""
    return world.send_news.take(message(news_of(world, person, name)))


def waiting_for_news(programme: Programme | None = None, **columns: str) -> tuple[World, Contact]:
    """Somebody who is to be told now."""
    world = World(programme=programme)
    done(world)
    person = asker(world, **columns)
    approved(world)
    return world, person
