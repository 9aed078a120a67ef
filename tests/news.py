"""What tests of telling start from: a commitment that is done and on the page, and people with answers behind it."""

from __future__ import annotations

from datetime import date, timedelta
from types import SimpleNamespace
from typing import Any

from sayso.domain.commitment import Commitment, PublicTexts
from sayso.domain.contact import Contact
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


class ThePage:
    """A public page that shows whatever is public, unless it is `behind`."""

    def __init__(self, world: World) -> None:
        self._world, self.behind = world, False

    def latest(self) -> Any:
        public = [(one.commitment_id, one.public) for one in self._world.commitments.list() if one.public]
        shown = [] if self.behind else [SimpleNamespace(id=name, status=texts.status) for name, texts in public]
        return SimpleNamespace(edition=SimpleNamespace(commitments=shown))


def world_with_page(programme: Programme | None = None) -> World:
    """A world whose page is up to date."""
    world = World(programme=programme)
    world.editions = ThePage(world)  # type: ignore[assignment]
    return world


def done(world: World, name: str = "faster-replies", **changes: Any) -> Commitment:
    """A commitment that the public reads is done."""
    public = changes.pop("public", DONE)
    values: dict[str, Any] = {
        **(public or DONE).model_dump(),
        "commitment_id": name,
        "public": public,
        "published_on": date(2026, 2, 20),
        "created_at": MONDAY,
        "updated_at": MONDAY,
    }
    return world.commitments.save(Commitment(**{**values, **changes}))


def change(world: World, name: str = "faster-replies", **fields: Any) -> Commitment:
    """Somebody writes the commitment anew."""
    known = world.commitments.get(name)
    assert known
    return world.commitments.save(known.having(**fields))


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


def approved(world: World, name: str = "faster-replies") -> None:
    """A person approved that those who asked are told."""
    world.tell_askers.approve(name, "vera")


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
    world = world_with_page(programme)
    done(world)
    person = asker(world, **columns)
    approved(world)
    return world, person
