"""Accounts at the desk: whoever owns one sees it, nobody else's, and a page costs what is on it."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import Any

import pytest

from sayso.domain.contact import Contact
from sayso.domain.errors import ExpiredError
from sayso.domain.invitation import Snapshot
from sayso.domain.review import portfolios
from sayso.domain.sending import Hold
from tests.builders import MONDAY, World, programme
from tests.desk import PEOPLE, Desk, open_desk
from tests.desk_volume import CountedItems, Volume

OTHER = "bert@polder.example"


def company(**changes: Any) -> World:
    """Kaasboer is the owner's, Molen is not; Anna gave a 9 and Bas a 3."""
    world = World(programme=programme(reviews="quarterly", **changes))
    people = [
        {"contact_id": "crm-1", "email": "anna@kaasboer.example", "account": "Kaasboer", "name": "Anna Jansen"},
        {"contact_id": "crm-2", "email": "bas@molen.example", "account": "Molen", "name": "Bas Mulder"},
    ]
    for row, owner in zip(people, (PEOPLE["owner"], OTHER), strict=True):
        world.add_contact(**row, owner_email=owner, account_since="2025-01-05", renewal_date="2027-01-05")
    for external_id, score, why in (("crm-1", 9, "Quick answers"), ("crm-2", 3, "Slow mail")):
        person = person_of(world, external_id)
        asked = world.asked(
            person,
            survey="annual",
            occasion="first",
            snapshot=Snapshot(account_id=person.account_id, language="en", owner_id=person.owner_id),
        )
        world.answer(asked, score, why=why)
        world.settle()
    return world


def person_of(world: World, external_id: str) -> Contact:
    return world.contacts.by_external_ids([external_id])[external_id]


def account_of(world: World, external_id: str) -> str:
    return person_of(world, external_id).account_id


def names(answer: Any) -> list[str]:
    return [one["name"] for one in answer.json["items"]]


def test_a_manager_sees_all_accounts_and_an_owner_their_own() -> None:
    with open_desk(company()) as desk:
        assert names(desk.get("/api/staff/accounts")) == ["Kaasboer", "Molen"]
        assert names(desk.get("/api/staff/accounts", "owner")) == ["Kaasboer"]
        assert desk.get("/api/staff/accounts", "viewer").status == 403


def test_a_line_says_score_coverage_and_what_is_open() -> None:
    with open_desk(company()) as desk:
        kaasboer, molen = desk.get("/api/staff/accounts").json["items"]
    assert (kaasboer["relationship"]["nps"], kaasboer["relationship"]["n"]) == (100, 1)
    assert kaasboer["relationship"]["is_few"]
    assert (kaasboer["open"], kaasboer["case"]) == (0, None)
    assert (kaasboer["last_answer"], kaasboer["renewal"]) == (str(MONDAY.date()), "2027-01-05")
    assert molen["relationship"]["nps"] == -100
    assert molen["open"] == 1
    assert not molen["case"]["late"]
    assert molen["case"]["opens"]


def test_the_list_is_searched_by_the_beginning_of_a_name() -> None:
    with open_desk(company()) as desk:
        assert names(desk.get("/api/staff/accounts?begins=MOL")) == ["Molen"]
        assert names(desk.get("/api/staff/accounts?begins=olen")) == []
        assert names(desk.get("/api/staff/accounts?begins=mol", "owner")) == []
        assert names(desk.get("/api/staff/accounts?begins=kaas", "owner")) == ["Kaasboer"]


@pytest.mark.parametrize("part", ["", "/people", "/answers", "/cases", "/tickets"])
def test_somebody_elses_account_is_not_there(part: str) -> None:
    with open_desk(company()) as desk:
        theirs, none = (f"/api/staff/accounts/{one}{part}" for one in (account_of(desk.world, "crm-2"), "no-such"))
        refused = desk.get(theirs, "owner")
        assert refused.status == 404
        assert refused.body == desk.get(none, "owner").body
        assert desk.get(theirs).status == 200
        assert desk.get(none).status == 404


def test_an_account_of_two_owners_shows_each_their_own_people() -> None:
    world = company()
    world.add_contact(contact_id="crm-3", email="carla@kaasboer.example", account="Kaasboer", owner_email=OTHER)
    world.answer(world.asked(person_of(world, "crm-3"), survey="annual", occasion="first"), 10, why="Between us")
    world.settle()
    with open_desk(world) as desk:
        path = f"/api/staff/accounts/{account_of(world, 'crm-1')}"
        assert names(desk.get(f"{path}/people", "owner")) == ["Anna Jansen"]
        assert len(desk.get(f"{path}/people").json["items"]) == 2
        seen = desk.get(f"{path}/answers", "owner")
        assert [one["why"] for one in seen.json["items"]] == ["Quick answers"]
        assert "Between us" not in seen.body
        assert len(desk.get(f"{path}/answers").json["items"]) == 2


def test_an_account_shows_its_scores_apart_and_who_owns_it() -> None:
    with open_desk(company()) as desk:
        shown = desk.get(f"/api/staff/accounts/{account_of(desk.world, 'crm-1')}").json
    assert shown["owners"] == [PEOPLE["owner"]]
    assert shown["figures"][0] == {
        "survey": "relationship",
        "scale": "nps",
        "n": 1,
        "nps": 100,
        "low": shown["figures"][0]["low"],
        "high": 100,
        "mean": None,
        "is_few": True,
        "hidden": False,
        "asked": 1,
        "answered": 1,
    }
    assert shown["trend"] is None, "one answer is no trend"
    assert shown["review"] == {"quarter": "2026-Q1", "owner": "", "recorded_at": None}


@pytest.mark.parametrize("scores", [[9], [10, 3], [8, 8, 2, 10], [9, 9, 9, 4, 7]])
def test_the_account_and_its_review_pack_say_the_same_however_few_answered(scores: list[int]) -> None:
    world = World()
    for number, score in enumerate(scores):
        row = {"contact_id": f"crm-{number}", "email": f"p{number}@kaasboer.example", "owner_email": PEOPLE["owner"]}
        world.answer(world.asked(world.add_contact(**row), survey="annual", occasion="first"), score)
    world.settle()
    (portfolio,) = portfolios(world.contacts.everyone(), world.programme)
    (packed,) = world.review_pack.of(portfolio).standings
    with open_desk(world) as desk:
        for role in ("manager", "owner"):
            shown = desk.get(f"/api/staff/accounts/{portfolio.account_id}", role).json["figures"][0]  # type: ignore[arg-type]
            assert (shown["survey"], shown["n"], shown["nps"]) == (packed.kind, packed.n, packed.nps)
            assert (shown["low"], shown["high"]) == (packed.low, packed.high)
    assert packed.n == len(scores)
    assert packed.nps is not None
    page = world.review_pages.page(world.review_pack.of(portfolio))
    assert "too few" not in page
    assert "from five answers" not in page


def test_a_trend_is_drawn_where_there_is_enough_and_has_its_numbers() -> None:
    volume = Volume(10, 400)
    with open_desk(volume.world) as desk:
        shown = desk.get("/api/staff/accounts/account-0?language=nl").json
    trend = shown["trend"]
    assert len(trend["periods"]) == 12
    assert all(period["low"] <= period["nps"] <= period["high"] for period in trend["periods"])
    assert trend["wide"].startswith("<svg")
    assert trend["narrow"] != trend["wide"]
    assert "antwoorden" in trend["wide"]


def complaint(world: World) -> None:
    """Anna says that the owner is the reason."""
    person = person_of(world, "crm-1")
    asked = world.asked(person, survey="annual", occasion="second", planned_at=MONDAY + timedelta(days=1))
    world.answer(asked, 2, why="Kim never calls", drivers=[world.programme.follow_up.owner_driver])
    world.settle()


def test_what_complains_about_the_reader_is_not_told() -> None:
    world = company()
    complaint(world)
    with open_desk(world) as desk:
        path = f"/api/staff/accounts/{account_of(world, 'crm-1')}"
        for part in ("", "/answers", "/cases"):
            assert "Kim never calls" not in desk.get(path + part, "owner").body
        assert desk.get(path, "owner").json["open"] == 0
        assert desk.get(f"{path}/cases", "owner").json["items"] == []
        assert desk.get("/api/staff/accounts", "owner").json["items"][0]["open"] == 0
        assert desk.get(path).json["open"] == 1
        assert "Kim never calls" in desk.get(f"{path}/answers").body


def test_a_promise_stands_with_its_case() -> None:
    world = company()
    (case,) = world.cases()
    world.work_on_case.close(
        case.follow_up_id, OTHER, outcome="solved", cause="price", note="A new offer in May", recheck=False
    )
    with open_desk(world) as desk:
        (shown,) = desk.get(f"/api/staff/accounts/{account_of(world, 'crm-2')}/cases").json["items"]
    assert (shown["promised"], shown["case"]["state"], shown["opens"]) == ("A new offer in May", "solved", True)


def test_tickets_are_listed_with_what_became_of_them() -> None:
    world = company()
    world.add_invitation(
        person_of(world, "crm-1"), survey="ticket", occasion="t1", ticket_id="4711", ticket_source="zendesk"
    )
    with open_desk(world) as desk:
        (shown,) = desk.get(f"/api/staff/accounts/{account_of(world, 'crm-1')}/tickets", "owner").json["items"]
    assert (shown["ticket"], shown["source"], shown["name"], shown["state"]) == (
        "4711",
        "zendesk",
        "Anna Jansen",
        "waiting",
    )


def hold(desk: Desk, body: dict[str, Any], role: Any = "owner", account: str = "crm-1") -> Any:
    return desk.post(f"/api/staff/accounts/{account_of(desk.world, account)}/hold", body, role)


def test_an_account_is_put_on_hold_and_asked_again() -> None:
    with open_desk(company()) as desk:
        held = hold(desk, {"until": "2026-06-30", "reason": "Anna is away"})
        at = held.json["hold"]["at"]
        assert held.json["hold"] == {"until": "2026-06-30", "reason": "Anna is away", "by": PEOPLE["owner"], "at": at}
        assert desk.get("/api/staff/accounts", "owner").json["items"][0]["hold"]["until"] == "2026-06-30"
        assert hold(desk, {"release": True, "seen": at}).json["hold"] is None
        assert hold(desk, {"release": True}).status == 200, "twice does no harm"
        recorded = [(one["what"], one["before"], one["after"], one["by"]) for one in desk.changes]
        assert recorded[-2:] == [
            ("account.release", {"until": "2026-06-30"}, {"until": None}, PEOPLE["owner"]),
            ("account.hold", {"until": None}, {"until": "2026-06-30"}, PEOPLE["owner"]),
        ]
        assert "Anna" not in json.dumps(desk.changes), "a reason may name somebody"


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({"until": "2026-06-30"}, "reason"),
        ({"until": "yesterday", "reason": "x"}, "until"),
        ({"until": "2020-01-01", "reason": "x"}, "until"),
        ({"reason": "x"}, "until"),
        ({"until": "2026-06-30", "reason": "x" * 301}, "reason"),
        ({"release": True, "reason": "x"}, "reason"),
        ({"until": "2026-06-30", "reason": "x", "why": "x"}, "why"),
    ],
)
def test_a_bad_hold_changes_nothing(body: dict[str, Any], field: str) -> None:
    with open_desk(company()) as desk:
        refused = hold(desk, body)
        assert (refused.status, refused.json["error"]["field"]) == (400, field)
        assert desk.world.standings.holds() == []


def test_nobody_holds_somebody_elses_account() -> None:
    with open_desk(company()) as desk:
        assert hold(desk, {"weeks": 2, "reason": "x"}, account="crm-2").status == 404
        assert desk.world.standings.holds() == []
        assert desk.changes == []


def link(desk: Desk, what: str, role: Any = "owner", account: str = "crm-1") -> Any:
    return desk.post(f"/api/staff/accounts/{account_of(desk.world, account)}/link", {"what": what}, role)


def test_a_link_opens_what_the_owners_own_link_does_for_half_an_hour() -> None:
    world = company()
    world.prepare_reviews.run(MONDAY)
    with open_desk(world) as desk:
        mine, theirs = link(desk, "pack").json, link(desk, "pack", "manager", "crm-2").json
        review = link(desk, "review").json
        assert link(desk, "pack", account="crm-2").status == 404
        assert link(desk, "review", "viewer").status == 403
        assert desk.changes[0]["what"] == "account.open_review"
        now, owner_id = world.clock(), world.pseudonyms.of_owner(PEOPLE["owner"])
        token = mine["url"].rpartition("/")[2]
        assert world.links.read_pack(token, now) == (account_of(world, "crm-1"), owner_id)
        world.review_pack.for_owner(*world.links.read_pack(theirs["url"].rpartition("/")[2], now))
        assert world.links.read_review(review["url"].rpartition("=")[2], now) == (owner_id, "2026-Q1")
        world.links.read_pack(token, now + timedelta(minutes=29))
        with pytest.raises(ExpiredError):
            world.links.read_pack(token, now + timedelta(minutes=30))
        with pytest.raises(ExpiredError):
            world.links.read_review(review["url"].rpartition("=")[2], now + timedelta(minutes=31))
        shown = desk.get(f"/api/staff/accounts/{account_of(world, 'crm-1')}", "owner").json
        assert shown["review"]["owner"] == PEOPLE["owner"]


def test_an_account_on_no_list_has_no_link() -> None:
    with open_desk(company()) as desk:
        assert link(desk, "pack").status == 404
        assert link(desk, "review", "manager").status == 404


def test_a_hold_that_is_over_is_none() -> None:
    world = company()
    account_id = account_of(world, "crm-1")
    world.standings.hold(account_id, Hold(until=MONDAY, reason="x", by="x", at=MONDAY - timedelta(days=1)))
    with open_desk(world) as desk:
        assert desk.get("/api/staff/accounts", "owner").json["items"][0]["hold"] is None
        assert desk.get(f"/api/staff/accounts/{account_id}", "owner").json["hold"] is None


def reads(world: World, path: str, role: Any) -> int:
    items = world.items
    assert isinstance(items, CountedItems)
    with open_desk(world) as desk:
        assert desk.get(path, role).status == 200
        before = items.reads, items.read_items
        assert desk.get(path, role).status == 200
        return items.reads - before[0]


@pytest.mark.long  # test_staff_reads.py looks at these too
@pytest.mark.parametrize("role", ["manager", "owner"])
@pytest.mark.parametrize("path", ["", "/account-0", "/account-0/people", "/account-0/answers", "/account-0/cases"])
def test_reads_do_not_grow_with_the_table(path: str, role: Any) -> None:
    small, large = Volume(260, 520), Volume(1_300, 2_600)
    once, again = (reads(one.world, f"/api/staff/accounts{path}", role) for one in (small, large))
    # An owner's every tenth account: five of fifty fit a page, and twenty-six do not.
    assert again <= (once if role == "manager" or path else 25 / 5 * once + 2)
    assert again < 250


def test_every_account_of_an_owner_is_on_one_page_once_however_many_people_it_has() -> None:
    world = World()
    for account in range(30):
        for number in range(70 if account == 3 else 1):
            row = {"contact_id": f"c{account}-{number}", "email": f"p{number}@c{account}.example"}
            list(world.import_contacts.run([(2, {**row, "account": f"C{account}", "owner_email": PEOPLE["owner"]})]))
    with open_desk(world) as desk:
        first = desk.get("/api/staff/accounts", "owner").json
        second = desk.get(f"/api/staff/accounts?after={first['next']}", "owner").json
    seen = [one["name"] for one in (*first["items"], *second["items"])]
    assert (len(first["items"]), second["next"]) == (25, "")
    assert sorted(seen) == sorted(f"C{number}" for number in range(30))


@pytest.mark.parametrize("after", ["!", "bm90IGEgcGxhY2U\x00", "x" * 5_000])
def test_a_cursor_that_is_none_is_refused(after: str) -> None:
    with open_desk(company()) as desk:
        refused = desk.get(f"/api/staff/accounts?after={after}")
        assert (refused.status, refused.json["error"]["field"]) == (400, "after")


def test_a_page_of_the_list_costs_less_than_so_much() -> None:
    volume = Volume(260, 520)
    assert reads(volume.world, "/api/staff/accounts", "manager") < 25 * 8 + 5


def shared() -> World:
    """Kaasboer is the owner's; but Carla is Bert's, and the only one who answered in the last days."""
    world = company()
    carla = {"contact_id": "crm-3", "email": "carla@kaasboer.example", "account": "Kaasboer", "name": "Carla"}
    world.add_contact(**carla, owner_email=OTHER)
    world.clock.pass_by(days=3)
    for survey in ("annual", "ticket"):
        asked = world.asked(person_of(world, "crm-3"), survey=survey, occasion="first")
        world.answer(asked, 1, why="Between us")
    world.settle()
    return world


def test_a_small_figure_of_an_account_of_two_owners_is_a_managers() -> None:
    world = shared()
    with open_desk(world) as desk:
        path = f"/api/staff/accounts/{account_of(world, 'crm-1')}"
        assert [(one["n"], one["hidden"]) for one in desk.get(path).json["figures"]] == [(2, False), (1, False)]
        shown = desk.get(path, "owner").json
        for one in (*shown["figures"], desk.get("/api/staff/accounts", "owner").json["items"][0]["relationship"]):
            assert (one["n"], one["nps"], one["asked"], one["hidden"]) == (0, None, None, True), one
        assert (shown["last_answer"], shown["trend"]) == (str(MONDAY.date()), None), "that of their own people"
        assert desk.get("/api/staff/accounts", "owner").json["items"][0]["last_answer"] == str(MONDAY.date())
        assert desk.get(path).json["last_answer"] == str((MONDAY + timedelta(days=3)).date())


def test_an_answer_of_others_of_long_ago_hides_nothing() -> None:
    world = shared()
    world.clock.pass_by(days=400)
    until = world.clock() + timedelta(days=30)
    asked = world.asked(person_of(world, "crm-1"), survey="annual", occasion="again", expires_at=until)
    world.answer(asked, 10, why="Fine")
    world.settle()
    with open_desk(world) as desk:
        (first, *_) = desk.get(f"/api/staff/accounts/{account_of(world, 'crm-1')}", "owner").json["figures"]
    assert (first["n"], first["hidden"]) == (1, False)


def test_an_account_of_two_owners_is_put_on_hold_by_a_manager() -> None:
    with open_desk(shared()) as desk:
        body = {"weeks": 2, "reason": "x"}
        refused = hold(desk, body)
        assert (refused.status, refused.json["error"]["field"]) == (403, "role")
        assert (desk.world.standings.holds(), desk.changes) == ([], [])
        assert hold(desk, {"release": True}).status == 403
        assert hold(desk, body, "manager").status == 200


def test_what_begins_like_that_comes_in_pages_too() -> None:
    world = World()
    for number in range(60):
        name = f"{'Co' if number % 3 else 'Other'} {number:02}"
        row = {"contact_id": f"c{number}", "email": f"p@c{number}.example", "account": name}
        list(world.import_contacts.run([(2, {**row, "owner_email": PEOPLE["owner"]})]))
    seen, sizes, after = [], [], ""
    with open_desk(world) as desk:
        while not sizes or after:
            page = desk.get(f"/api/staff/accounts?begins=co&after={after}", "owner").json
            seen += [one["name"] for one in page["items"]]
            sizes.append(len(page["items"]))
            after = page["next"]
    assert sizes == [25, 15]
    assert sorted(seen) == [f"Co {number:02}" for number in range(60) if number % 3]
