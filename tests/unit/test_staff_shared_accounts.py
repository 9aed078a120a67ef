"""An account of two owners: neither learns from a figure what so few of the other's people said."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from unittest.mock import patch

import pytest

from sayso.services import desk_account, desk_accounts
from tests.builders import World
from tests.desk import PEOPLE, open_desk

OWN, OTHER = PEOPLE["owner"], "bert@polder.example"
LIST = "/api/staff/accounts"


class Shared:
    """Kaasboer, whose people are looked after by two."""

    def __init__(self) -> None:
        self.world = World()
        self.known = 0

    def said(self, owner: str, *scores: int, survey: str = "annual") -> list[str]:
        """A person for each score; their ids."""
        ids, world = [], self.world
        for score in scores:
            self.known += 1
            name = f"crm-{self.known}"
            row = {"contact_id": name, "email": f"{name}@kaas.example", "account": "Kaasboer"}
            person = world.add_contact(**row, owner_email=owner)
            until = world.clock() + timedelta(days=30)
            asked = world.asked(person, survey=survey, occasion="first", expires_at=until)
            world.answer(asked, score, why="x")
            ids.append(name)
        world.settle()
        return ids

    def figures(self) -> tuple[Any, list[Any], Any]:
        """To the owner: in the list, on the account's page, and the trend there."""
        with open_desk(self.world) as desk:
            (line,) = (one for one in desk.get(LIST, "owner").json["items"] if one["name"] == "Kaasboer")
            page = desk.get(f"{LIST}/{line['id']}", "owner").json
        return line["relationship"], page["figures"], page["trend"]


def is_hidden(one: Any) -> bool:
    assert one["hidden"] == (one["n"] == 0), one
    if one["hidden"]:
        assert {one[key] for key in ("nps", "low", "high", "mean", "asked", "answered")} == {None}
    return bool(one["hidden"])


@pytest.mark.parametrize("others", [1, 4])
def test_so_few_answers_of_others_are_in_no_sum(others: int) -> None:
    shared = Shared()
    shared.said(OWN, 9, 9, 9, 9, 9)
    shared.said(OTHER, *[1] * others)
    line, (first, *_), trend = shared.figures()
    assert is_hidden(line)
    assert is_hidden(first)
    assert trend is None


def test_five_of_others_are_told_beside_ones_own_but_not_who_of_them_was_silent() -> None:
    shared = Shared()
    shared.said(OWN, 9)
    shared.said(OTHER, 1, 1, 1, 1, 1)
    for one in (shared.figures()[0], shared.figures()[1][0]):
        assert not is_hidden(one)
        assert (one["n"], one["asked"], one["answered"]) == (6, None, None)


def test_each_figure_is_looked_at_for_itself() -> None:
    shared = Shared()
    shared.said(OWN, 9, 9)
    shared.said(OWN, 5, survey="ticket")
    shared.said(OTHER, 1, survey="ticket")
    _, figures, _ = shared.figures()
    assert {one["survey"]: is_hidden(one) for one in figures} == {"relationship": False, "ticket": True}
    assert (figures[0]["n"], figures[0]["asked"]) == (2, 2)


def test_of_their_own_are_also_those_beyond_the_first_page_and_those_who_went_to_another_account() -> None:
    shared = Shared()
    moved, *_ = shared.said(OWN, 9, 9, 9, 9, 9)
    shared.said(OTHER, 1)
    row = {"contact_id": moved, "email": f"{moved}@kaas.example", "account": "Molen", "owner_email": OWN}
    shared.world.add_contact(**row)
    with patch.object(desk_accounts, "PEOPLE_READ", 1), patch.object(desk_account, "PEOPLE_READ", 1):
        line, (first, *_), _ = shared.figures()
    assert is_hidden(line)
    assert is_hidden(first)


def test_what_was_not_looked_at_is_not_taken_for_ones_own() -> None:
    shared = Shared()
    shared.said(OTHER, 1)
    shared.world.clock.pass_by(days=1)
    shared.said(OWN, *[9] * 8)
    with patch.object(desk_accounts, "LOOKED_AT", 6):
        assert is_hidden(shared.figures()[0])
        shared.said(OTHER, 1, 1, 1, 1, 1)
        assert not is_hidden(shared.figures()[0])


def test_a_trend_is_of_ones_own_people_all_along() -> None:
    shared = Shared()
    shared.said(OTHER, 1)
    shared.world.clock.pass_by(days=30)
    shared.said(OWN, *[9] * 6)
    shared.world.clock.pass_by(days=345)
    shared.said(OWN, *[10] * 6)
    line, _, trend = shared.figures()
    assert not is_hidden(line), "a year later"
    assert trend is None, "it looks back two"


def test_a_large_account_of_ones_own_has_its_figures_and_its_trend() -> None:
    shared = Shared()
    shared.said(OWN, *[9] * 30)
    shared.world.clock.pass_by(days=60)
    shared.said(OWN, 9)
    line, (first, *_), trend = shared.figures()
    assert (line["n"], first["n"]) == (31, 31)
    assert trend is not None
