"""The link in the manager's digest shows the edition that waits, and takes a yes to exactly that."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import timedelta
from typing import Any
from unittest.mock import patch

import pytest

from sayso.adapters.mails import MailWriter
from sayso.adapters.mapping import to_entity
from sayso.adapters.rendering import Renderer
from sayso.domain.link_keys import STAFF_LINK_FOR
from sayso.domain.programme import LANGUAGES, Language
from sayso.domain.public_page import PageDraft, PublicPage
from sayso.handlers import edge, edition_shapes, owner_api, owner_edition
from tests.builders import MONDAY, PROGRAMME
from tests.digests import weekly_news
from tests.doors import Answered, event, knock
from tests.editions import Press
from tests.unit.test_api import refused

MANAGER = "manager@polder.example"


class Page:
    """The page of the manager, of a company that approves every edition."""

    def __init__(self) -> None:
        self.press = Press("by_approval")
        self.world = self.press.world
        self.press.commit("a", "Faster replies")
        self.token = self.token_of()

    def token_of(self, email: str = MANAGER, lasts: timedelta = STAFF_LINK_FOR) -> str:
        return self.world.links.edition(self.world.owners.remember(email), "en", MONDAY + lasts).rpartition("=")[2]

    def ask(self, method: str = "GET", body: Any = None, *, token: str | None = None) -> Answered:
        headers = {"content-type": "application/json", "sayso-token": self.token if token is None else token}
        text = body if body is None or isinstance(body, str) else json.dumps(body)
        return knock(owner_api.handle, event(method, "/api/edition", text, headers=headers))

    def approve(self, draft_id: str | None = None, **changes: Any) -> Answered:
        return self.ask("POST", {"approve": draft_id or self.draft["id"]}, **changes)

    @property
    def draft(self) -> Any:
        return self.ask().json["draft"]

    def change(self, title: str) -> None:
        self.press.commit("a", title)
        self.world.publish_page.refresh()


@pytest.fixture
def page() -> Iterator[Page]:
    page = Page()
    doors = (owner_edition, edge)
    patches = [patch.object(door, "of_this_function", lambda: page.world) for door in doors]
    for one in patches:
        one.start()
    yield page
    for one in patches:
        one.stop()


def test_before_anything_waits_it_says_so_and_changes_nothing(page: Page) -> None:
    written = len(page.world.items.written)
    answer = page.ask()
    assert (answer.status, answer.json) == (200, {"public": None, "draft": None})
    assert answer.headers["Cache-Control"] == "no-store"
    assert len(page.world.items.written) == written


def test_it_shows_what_is_public_what_would_change_and_where_to_look(page: Page) -> None:
    page.world.publish_page.approve(MANAGER)
    page.press.commit("b", "Plain invoices")
    page.change("Replies within the hour")
    written = len(page.world.items.written)
    shown = page.ask().json
    assert shown["public"] == {
        "number": 1,
        "made_at": "2026-03-02T09:00:00Z",
        "held": False,
        "page": "/page/en.html",
    }
    draft = shown["draft"]
    assert (draft["number"], draft["approved"]) == (2, False)
    assert [one["de"] for one in draft["changes"]["new"]] == ["Plain invoices (de)"]
    assert [one["en"] for one in draft["changes"]["changed"]] == ["Replies within the hour (en)"]
    for preview in draft["previews"]:
        assert preview["page"].lstrip("/") in page.world.site.files
        assert preview["report"].lstrip("/") in page.world.site.files
    assert [one["language"] for one in draft["previews"]] == ["en", "de"]
    assert len(page.world.items.written) == written


def test_a_yes_is_noted_with_whose_it_is_and_published_by_the_next_message(page: Page) -> None:
    page.change("Faster replies")
    answer = page.approve()
    assert (answer.status, answer.json["draft"]["approved"]) == (200, True)
    assert "page/index.html" not in page.world.site.files
    page.world.publish_page.refresh()
    assert page.ask().json["public"]["number"] == 1
    assert page.draft is None
    assert page.world.editions.list()[0].approved_by == MANAGER


def test_a_yes_is_what_the_stream_hands_on(page: Page) -> None:
    page.change("Faster replies")
    before = len(page.world.items.stream)
    page.approve()
    (record,) = page.world.items.stream[before:]
    image = page.world.items._item(record["dynamodb"]["NewImage"])
    assert image["entity"] == "page_draft"
    assert to_entity(PageDraft, image).approved_by == MANAGER


def test_twice_is_as_good_as_once(page: Page) -> None:
    page.change("Faster replies")
    first = page.approve().json
    written = len(page.world.items.written)
    assert page.approve().json == first
    assert len(page.world.items.written) == written


def test_a_yes_to_what_was_replaced_meanwhile_changes_nothing(page: Page) -> None:
    page.change("Faster replies")
    looked_at = page.draft["id"]
    page.change("Something nobody looked at")
    written = len(page.world.items.written)
    refused(page.approve(looked_at), 409, "draft")
    assert not page.draft["approved"]
    assert len(page.world.items.written) == written


def test_a_yes_that_meets_a_new_draft_is_refused(page: Page) -> None:
    page.change("Faster replies")
    looked_at = page.draft["id"]
    page.world.items.before_write(1, lambda: page.change("Something nobody looked at"))
    refused(page.approve(looked_at), 409, "draft")
    assert not page.draft["approved"]


def test_a_yes_to_what_is_public_already_is_refused(page: Page) -> None:
    page.change("Faster replies")
    looked_at = page.draft["id"]
    page.world.publish_page.approve("ops")
    refused(page.approve(looked_at), 409, "draft")


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({}, "approve"),
        ({"approve": ""}, "approve"),
        ({"approve": 7}, "approve"),
        ({"approve": True}, "approve"),
        ({"approve": "a" * 33}, "approve"),
        ({"approve": "A" * 32}, "approve"),
        ({"approve": "a" * 32, "number": 3}, "number"),
        ([], "body"),
        ("{", "body"),
        ('{"approve": "a", "approve": "b"}', "body"),
    ],
)
def test_what_is_wrong_is_named_and_changes_nothing(page: Page, body: Any, field: str) -> None:
    page.change("Faster replies")
    written = len(page.world.items.written)
    refused(page.ask("POST", body), 400, field)
    assert len(page.world.items.written) == written


class TestTheLink:
    def test_forged_or_none_or_another_pages_opens_nothing(self, page: Page) -> None:
        page.change("Faster replies")
        owner_id = page.world.owners.remember(MANAGER)
        later = MONDAY + timedelta(days=9)
        others = [
            page.world.links.review(owner_id, "2026-Q1", "en", later),
            page.world.links.hold("a", owner_id, "en", later),
        ]
        for token in ("", "1.forged", page.token + "A", *(link.rpartition("=")[2] for link in others)):
            refused(page.ask(token=token), 403, "token")
            refused(page.approve("a" * 32, token=token), 403, "token")
        assert not page.draft["approved"]

    def test_ends(self, page: Page) -> None:
        page.world.clock.now = MONDAY + timedelta(days=16)
        refused(page.ask(), 410, "token")

    def test_of_somebody_who_does_not_run_the_programme_any_more_approves_nothing(self, page: Page) -> None:
        page.change("Faster replies")
        draft_id = page.draft["id"]
        token = page.token_of("jan@polder.example")
        refused(page.ask(token=token), 410, "owner")
        refused(page.approve(draft_id, token=token), 410, "owner")
        assert not page.draft["approved"]

    def test_of_somebody_we_do_not_know_opens_nothing(self, page: Page) -> None:
        link = page.world.links.edition("nobody", "en", MONDAY + timedelta(days=9))
        refused(page.ask(token=link.rpartition("=")[2]), 403, "token")


def test_a_page_that_was_never_published_is_not_shown_as_public() -> None:
    assert edition_shapes.shown_public(PublicPage(), "en") is None


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_digest_has_the_link_in_both_of_its_parts_when_something_waits(language: Language) -> None:
    writer = MailWriter(Renderer(PROGRAMME), PROGRAMME)
    link = "https://feedback.example/edition/en.html?t=1.token"
    about: dict[str, Any] = {
        "language": language,
        "to": MANAGER,
        "news": weekly_news(),
        "hold_links": {},
        "case_links": {},
    }
    mail, without = writer.weekly_digest(**about, edition_link=link), writer.weekly_digest(**about)
    assert link in mail.text
    assert f'href="{link}"' in mail.html
    assert "/edition/" not in without.text + without.html
