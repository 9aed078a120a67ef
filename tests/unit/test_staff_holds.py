"""A hold at the desk is decided by what somebody saw: what changed meanwhile is neither overwritten nor taken back."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any
from unittest.mock import patch

import pytest

from sayso.domain.contact import Contact
from sayso.domain.errors import ConflictError
from sayso.domain.sending import Hold
from tests.builders import World
from tests.desk import PEOPLE, Desk, open_desk

A, B = "m1@polder.example", "m2@polder.example"
LONG = {"until": "2026-12-31", "reason": "lawsuit, ask nobody"}
SHORT = {"until": "2026-03-03", "reason": "busy"}


@pytest.fixture
def world() -> World:
    return World()


@pytest.fixture
def person(world: World) -> Contact:
    return world.add_contact(
        contact_id="crm-1", email="p1@kaas.example", account="Kaas", owner_email=PEOPLE["owner"], role="user"
    )


@pytest.fixture
def desk(world: World, person: Contact) -> Iterator[Desk]:
    with open_desk(world) as found:
        found.account = f"/api/staff/accounts/{person.account_id}"  # type: ignore[attr-defined]
        yield found


def seen(desk: Desk) -> Any:
    """What an account's page knows of its hold."""
    return desk.get(desk.account).json["hold"]  # type: ignore[attr-defined]


def hold(desk: Desk, body: dict[str, Any], token: str = A) -> Any:
    return desk.post(f"{desk.account}/hold", body, token=token)  # type: ignore[attr-defined]


def test_two_who_saw_no_hold_make_one(desk: Desk) -> None:
    assert hold(desk, {**LONG, "seen": ""}).status == 200
    refused = hold(desk, {**SHORT, "seen": ""}, B)
    assert (refused.status, refused.json["error"]["field"]) == (409, "hold")
    assert A.partition("@")[0] not in refused.json["error"]["reason"], "the account's page says who"
    assert seen(desk)["until"] == "2026-12-31"
    assert [(one["state"], one["reason"]) for one in desk.changes] == [("refused", "hold"), ("done", "")]


def test_what_was_not_looked_at_is_not_overwritten_either(desk: Desk) -> None:
    assert hold(desk, LONG).status == 200
    assert hold(desk, SHORT, B).status == 409
    assert hold(desk, {"release": True}, B).status == 409
    assert seen(desk)["until"] == "2026-12-31"


def test_who_saw_it_puts_another_in_its_place_and_ends_it(desk: Desk) -> None:
    first = hold(desk, LONG).json["hold"]
    desk.world.clock.pass_by(seconds=5)
    second = hold(desk, {**SHORT, "seen": first["at"]}, B).json["hold"]
    assert (second["until"], second["by"]) == ("2026-03-03", B)
    assert hold(desk, {"release": True, "seen": first["at"]}).status == 409
    assert hold(desk, {"release": True, "seen": second["at"]}).json["hold"] is None


def test_what_is_released_already_is_a_conflict_for_a_new_hold_and_none_for_a_release(desk: Desk) -> None:
    first = hold(desk, LONG).json["hold"]
    assert hold(desk, {"release": True, "seen": first["at"]}).status == 200
    assert hold(desk, {"release": True, "seen": first["at"]}, B).status == 200, "it is as they wanted it"
    assert hold(desk, {**SHORT, "seen": first["at"]}, B).status == 409
    assert seen(desk) is None


def test_a_hold_that_is_over_stands_in_nobodys_way(desk: Desk) -> None:
    hold(desk, SHORT)
    desk.world.clock.pass_by(days=10)
    assert seen(desk) is None
    assert hold(desk, {**LONG, "seen": ""}, B).status == 200


@pytest.mark.parametrize("ask", [SHORT, {"release": True}])
def test_nothing_comes_between_what_was_seen_and_what_is_done(desk: Desk, person: Contact, ask: dict[str, Any]) -> None:
    at = hold(desk, LONG).json["hold"]["at"]
    store, now = desk.world.standings, desk.world.clock()
    holds_of, beside = store.holds_of, Hold(until=now + timedelta(days=99), reason="x", by=B, at=now)

    looks = 0

    def and_then(accounts: Any) -> Any:
        nonlocal looks
        found, looks = holds_of(accounts), looks + 1
        if looks == 2:  # the first is what is recorded as it was before
            store.hold(person.account_id, beside)
        return found

    with patch.object(store, "holds_of", and_then):
        assert hold(desk, {**ask, "seen": at}).status == 409
    assert holds_of([person.account_id])[person.account_id] == beside


def test_the_store_takes_a_hold_in_the_place_of_one_alone(world: World, person: Contact) -> None:
    now = world.clock()
    one, other = (Hold(until=now + timedelta(days=days), reason="x", by=A, at=now) for days in (1, 2))
    world.standings.hold(person.account_id, one)
    for former in (None, other):
        with pytest.raises(ConflictError):
            world.standings.replace_hold(person.account_id, other, former)
    with pytest.raises(ConflictError):
        world.standings.end_hold(person.account_id, other, A, now)
    world.standings.replace_hold(person.account_id, other, one)
    world.standings.end_hold(person.account_id, other, A, now)
    assert world.standings.holds() == []


def test_the_link_of_a_mail_and_the_command_need_not_have_seen_it(world: World, person: Contact) -> None:
    day = world.clock().date()
    world.hold_account.hold(person.account_id, day + timedelta(days=9), "x", A)
    _, former = world.hold_account.hold(person.account_id, day + timedelta(days=3), "y", B)
    assert former == day + timedelta(days=9)
