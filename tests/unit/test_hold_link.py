"""The link in a digest puts an account on hold, for a reason and a while, in the name of whoever got the mail."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Any
from unittest.mock import patch

import pytest

from sayso.domain.errors import InvalidInputError
from sayso.domain.hold_action import HoldAction
from sayso.handlers import edge, owner_api, owner_hold
from tests.builders import MONDAY, World
from tests.doors import Answered, encoded, event, knock
from tests.unit.test_api import refused

JAN = "jan@polder.example"
TALKS = {"weeks": 4, "reason": "contract talks"}


class Page:
    """The hold page of Jan, who looks after Kaasboer."""

    def __init__(self) -> None:
        self.world = World()
        self.account = self.world.add_contact(owner_email=JAN).account_id
        self.token = self.token_of()

    def token_of(self, account: str | None = None, lasts: timedelta = timedelta(days=14)) -> str:
        owner_id = self.world.owners.remember(JAN)
        return self.world.links.hold(account or self.account, owner_id, "en", MONDAY + lasts).rpartition("=")[2]

    def ask(self, method: str = "GET", body: Any = None, *, token: str | None = None, **changes: Any) -> Answered:
        headers = {"content-type": "application/json", "sayso-token": self.token if token is None else token}
        text = body if body is None or isinstance(body, str) else json.dumps(body)
        return knock(owner_api.handle, event(method, "/api/hold", text, headers=headers, **changes))

    def post(self, body: Any, **changes: Any) -> Answered:
        return self.ask("POST", body, **changes)

    @property
    def holds(self) -> dict[str, Any]:
        return dict(self.world.standings.holds())


@pytest.fixture
def page() -> Iterator[Page]:
    page = Page()
    with (
        patch.object(owner_hold, "of_this_function", lambda: page.world),
        patch.object(edge, "of_this_function", lambda: page.world),
    ):
        yield page


def test_it_shows_the_account_and_changes_nothing(page: Page) -> None:
    written = len(page.world.items.written)
    answer = page.ask()
    assert (answer.status, answer.json) == (200, {"account": "Kaasboer", "hold": None})
    assert answer.headers["Cache-Control"] == "no-store"
    assert len(page.world.items.written) == written


def test_a_hold_keeps_everybody_there_from_being_asked_and_is_noted_with_who_and_why(page: Page) -> None:
    answer = page.post(TALKS)
    assert answer.json == {
        "account": "Kaasboer",
        "hold": {"until": "2026-03-30", "reason": "contract talks", "by": JAN},
    }
    held = page.holds[page.account]
    # Midnight in Amsterdam, by then in summer
    assert (held.until, held.by, held.reason) == (datetime(2026, 3, 30, 22, tzinfo=UTC), JAN, "contract talks")
    (change,) = page.world.standings.changes()
    assert (change.what, change.by, change.reason) == ("held", JAN, "contract talks")
    waiting = page.world.add_invitation(page.world.contacts.by_external_ids(["crm-1"])["crm-1"])
    assert page.world.send_invitation.take(page.world.step(waiting)) == "waiting"
    assert page.ask().json == answer.json


def test_until_a_day_is_until_its_end(page: Page) -> None:
    assert page.post({"until": "2026-03-02", "reason": "today only"}).status == 200
    assert page.holds[page.account].until == datetime(2026, 3, 2, 23, tzinfo=UTC)


def test_it_can_be_taken_back_and_twice_is_the_same_as_once(page: Page) -> None:
    page.post(TALKS)
    for _ in range(2):
        answer = page.post({"release": True})
        assert (answer.status, answer.json["hold"]) == (200, None)
    assert page.holds == {}
    assert [one.what for one in page.world.standings.changes()] == ["held", "released"]


def test_a_new_hold_takes_the_place_of_the_one_there_is(page: Page) -> None:
    page.post(TALKS)
    page.world.clock.pass_by(days=1)
    page.post({"weeks": 1, "reason": "settled sooner"})
    assert page.ask().json["hold"] == {"until": "2026-03-10", "reason": "settled sooner", "by": JAN}


def test_one_that_is_over_is_none(page: Page) -> None:
    page.post({"weeks": 1, "reason": "x"})
    page.world.clock.now = MONDAY + timedelta(days=8)
    assert page.ask().json["hold"] is None


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({"weeks": 4}, "reason"),
        ({"weeks": 4, "reason": ""}, "reason"),
        ({"weeks": 4, "reason": " \n "}, "reason"),
        ({"weeks": 4, "reason": "x" * 301}, "reason"),
        ({"weeks": 4, "reason": 5}, "reason"),
        ({"weeks": 0, "reason": "x"}, "weeks"),
        ({"weeks": 53, "reason": "x"}, "weeks"),
        ({"weeks": "4", "reason": "x"}, "weeks"),
        ({"weeks": True, "reason": "x"}, "weeks"),
        ({"reason": "x"}, "until"),
        ({"until": "2026-04-01", "weeks": 4, "reason": "x"}, "until"),
        ({"until": "2026-03-01", "reason": "x"}, "until"),
        ({"until": "2027-03-04", "reason": "x"}, "until"),
        ({"until": "2026-02-30", "reason": "x"}, "until"),
        ({"until": "1 April", "reason": "x"}, "until"),
        ({"until": 20260401, "reason": "x"}, "until"),
        ({"release": True, "reason": "x"}, "reason"),
        ({"release": False}, "release"),
        ({"weeks": 4, "reason": "x", "account": "other"}, "account"),
        ({}, "until"),
        ([], "body"),
        ('{"weeks": 4, "weeks": 5, "reason": "x"}', "body"),
        ("{", "body"),
    ],
)
def test_what_is_wrong_is_named_and_changes_nothing(page: Page, body: Any, field: str) -> None:
    written = len(page.world.items.written)
    refused(page.post(body), 400, field)
    assert len(page.world.items.written) == written


def test_a_body_that_is_no_json_or_too_large_is_refused(page: Page) -> None:
    large = page.post(TALKS | {"reason": "x" * 70_000})
    refused(large, 413, "body")
    request = event("POST", "/api/hold", "{}", headers={"content-type": "text/plain", "sayso-token": page.token})
    refused(knock(owner_api.handle, request), 415, "content-type")
    assert page.ask("POST", **encoded(b'{"weeks": 4, "reason": "talks"}')).status == 200


class TestTheLink:
    def test_forged_or_none_or_another_pages_opens_nothing(self, page: Page) -> None:
        owner_id = page.world.owners.remember(JAN)
        for token in ("", "1.forged", page.token[:-1], page.token + "A"):
            for method, body in (("GET", None), ("POST", TALKS)):
                refused(page.ask(method, body, token=token), 403, "token")
        pack = page.world.links.pack(page.account, owner_id, MONDAY + timedelta(days=9)).rpartition("/")[2]
        refused(page.ask(token=pack), 403, "token")
        assert page.holds == {}

    def test_it_ends(self, page: Page) -> None:
        page.world.clock.now = MONDAY + timedelta(days=16)
        refused(page.post(TALKS), 410, "token")

    def test_of_an_account_that_is_gone_says_so(self, page: Page) -> None:
        gone = page.token_of("no-such-account")
        refused(page.ask(token=gone), 404, "account")
        refused(page.post(TALKS, token=gone), 404, "account")
        assert page.holds == {}

    def test_of_somebody_we_do_not_know_changes_nothing(self, page: Page) -> None:
        link = page.world.links.hold(page.account, "nobody", "en", MONDAY + timedelta(days=9))
        refused(page.post(TALKS, token=link.rpartition("=")[2]), 403, "token")
        assert page.holds == {}

    def test_it_is_of_one_account(self, page: Page) -> None:
        page.world.add_contact(contact_id="crm-2", email="b@molen.example", account="De Molen")
        page.post(TALKS)
        assert list(page.holds) == [page.account]


def test_a_hold_lasts_for_a_year_at_most_and_ends_on_a_day() -> None:
    today = date(2026, 3, 2)
    assert HoldAction(until="2027-03-03", reason="x").last_day(today) == date(2027, 3, 3)
    assert HoldAction(weeks=52, reason="x").last_day(today) == date(2027, 3, 1)
    with pytest.raises(InvalidInputError, match="a year at most"):
        HoldAction(until="2027-03-04", reason="x").last_day(today)
