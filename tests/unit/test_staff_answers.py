"""Answers at the desk: whose are shown to whom, how they are found, filed, ruled on and handed out, at what cost."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any
from urllib.parse import quote

import pytest

from sayso.domain.answer_place import answer_path, cursor_of, read_answer_path
from sayso.domain.errors import NotFoundError
from sayso.domain.invitation import Snapshot
from sayso.domain.quote import Quote
from sayso.domain.response import Response, SaidWords
from sayso.domain.theme import Filing
from sayso.handlers.staff_answers_shapes import RulingAsked
from sayso.services.desk_answers import LOOKED_AT, MONTHS
from tests.builders import MONDAY, World, programme, response
from tests.desk import PEOPLE, Desk, open_desk
from tests.desk_volume import CountedItems

FEED = "/api/staff/answers"
THEMES = "/api/staff/answers/themes"
EXPORT = "/api/staff/answers/export"
OURS = PEOPLE["owner"]
OTHERS = "other@polder.example"
PROGRAMME = programme(
    themes=[
        {"id": "speed", "en": "Speed", "de": "Tempo", "nl": "Snelheid", "words": {"en": ["slow"]}},
        {"id": "billing", "en": "Billing", "de": "Abrechnung", "nl": "Facturatie"},
    ],
    follow_up={"escalate_to": "boss@polder.example"},
)


@pytest.fixture
def desk() -> Iterator[Desk]:
    with open_desk(World(programme=PROGRAMME)) as found:
        yield found


def said(desk: Desk, number: int = 1, *, owner: str = OURS, why: str = "", **changes: Any) -> Response:
    """An answer of a person of their own, kept as it is."""
    world = desk.world
    person = world.add_contact(
        contact_id=f"crm-{number}", email=f"p{number}@kaas{number}.example", account=f"Kaas {number}", owner_email=owner
    )
    moment = changes.pop("at", MONDAY - timedelta(hours=number))
    values = {
        "answered_at": moment,
        "updated_at": moment,
        "confirmed_at": moment,
        "snapshot": Snapshot(account_id=person.account_id, language=changes.pop("language", "en")),
        "has_words": bool(why),
        "revision": 0,
        **changes,
    }
    if values.get("state", "confirmed") != "confirmed":
        values["confirmed_at"] = None
    one = response(contact_id=person.contact_id, **values)
    words = SaidWords(why=why) if why else None
    return world.responses.save(one, words, MONDAY + timedelta(days=365), None)


def found(desk: Desk, query: str = "", role: Any = "manager") -> list[str]:
    """The answers of a part of the feed, by their ids."""
    answer = desk.get(FEED + query, role)
    assert answer.status == 200, answer
    return [one["id"] for one in answer.json["items"]]


def path(one: Response) -> str:
    return answer_path(one.reference)


def test_an_address_leads_to_its_answer_and_any_other_text_to_none() -> None:
    reference = ("nobody:7f-3_", "annual", "2026-Q1")
    assert read_answer_path(answer_path(reference)) == reference
    for junk in ("", "%", "none", cursor_of("a#b"), cursor_of("a#b#c#d"), cursor_of("##"), "é", "A" * 500, "a" * 401):
        with pytest.raises(NotFoundError):
            read_answer_path(junk)


def test_the_newest_come_first_with_all_there_is_to_know(desk: Desk) -> None:
    older = said(desk, 2, score=3, why="Too slow, and <b>rude</b>", drivers=("support",), contact="phone", quote=True)
    newer = said(desk, 1, score=9)
    desk.world.run()
    items = desk.get(FEED).json["items"]
    assert [one["id"] for one in items] == [path(newer), path(older)]
    assert items[1]["why"] == "Too slow, and <b>rude</b>"
    assert (items[1]["account"], items[1]["group"], items[1]["state"]) == ("Kaas 2", "detractor", "counts")
    assert items[1]["person"]["email"] == "p2@kaas2.example"
    assert (items[1]["wish"], items[1]["may_be_quoted"], items[1]["drivers"]) == ("phone", True, ["support"])
    assert items[1]["case"]["state"] == "open"
    assert items[0]["case"] is None


def test_an_owner_reads_answers_of_their_own_accounts_and_a_viewer_none(desk: Desk) -> None:
    mine, theirs = said(desk, 1), said(desk, 2, owner=OTHERS, why="Nothing for Anna")
    nobodys = desk.world.responses.save(response(contact_id="nobody:x", revision=0), None, MONDAY, None)
    assert found(desk, role="owner") == [path(mine)]
    assert set(found(desk)) == {path(mine), path(theirs), path(nobodys)}
    for other in (theirs, nobodys):
        assert desk.get(f"{FEED}/{path(other)}", "owner").status == 404
        body = {"answers": [path(mine), path(other)], "theme": "speed", "step": "file"}
        assert desk.post(THEMES, body, "owner").status == 404
    assert found(desk, f"?account={theirs.snapshot.account_id}", "owner") == []
    assert desk.get(FEED, "viewer").status == 403
    assert desk.get(f"{FEED}/{path(mine)}", "viewer").status == 403
    assert desk.world.responses.get(*mine.reference).themes == {}  # type: ignore[union-attr]


def test_what_complains_about_its_reader_is_withheld_from_them(desk: Desk) -> None:
    about = said(
        desk, score=2, why="Anna never calls", drivers=("contact_person",), themes={"speed": Filing(state="filed")}
    )
    desk.world.run()
    (shown,) = desk.get(FEED, "owner").json["items"]
    assert shown["withheld"]
    assert shown["score"] == 2
    assert (shown["why"], shown["drivers"], shown["themes"], shown["case"]) == ("", [], [], None)
    whole = desk.get(f"{FEED}/{path(about)}", "owner")
    assert "never calls" not in whole.body
    assert "contact_person" not in whole.body
    for query in ("?driver=contact_person", "?words=yes", "?theme=speed", "?filed=filed"):
        assert found(desk, query) == [path(about)]
        assert found(desk, query, "owner") == []
    body = {"answers": [path(about)], "theme": "speed", "step": "reject"}
    assert desk.post(THEMES, body, "owner").status == 404
    (shown,) = desk.get(FEED).json["items"]
    assert (shown["withheld"], shown["why"]) == (False, "Anna never calls")


def test_it_is_withheld_from_a_manager_who_owned_the_account_when_it_was_said(desk: Desk) -> None:
    said(desk, score=2, why="The boss is rude", drivers=("contact_person",), owner=PEOPLE["manager"])
    desk.world.run()
    desk.world.add_contact(contact_id="crm-1", email="p1@kaas1.example", account="Kaas 1", owner_email=OTHERS)
    (shown,) = desk.get(FEED).json["items"]
    assert (shown["withheld"], shown["why"]) == (True, "")
    (row,) = desk.post(EXPORT, {"format": "jsonl"}).json["items"]
    assert (row["why"], row["drivers"], row["score"]) == (None, [], 2)


@pytest.mark.parametrize(
    ("query", "fits", "not_so"),
    [
        ("survey=ticket", {"survey": "ticket"}, {}),
        ("group=detractor", {"score": 6}, {"score": 7}),
        ("driver=price", {"drivers": ("price",)}, {"drivers": ("support",)}),
        ("theme=speed", {"themes": {"speed": Filing(state="suggested", rule="words")}}, {}),
        (
            "theme=speed&filed=filed",
            {"themes": {"speed": Filing(state="filed")}},
            {"themes": {"speed": Filing(state="suggested")}},
        ),
        (
            "filed=suggested",
            {"themes": {"speed": Filing(state="suggested")}},
            {"themes": {"speed": Filing(state="filed")}},
        ),
        ("filed=none", {"themes": {"speed": Filing(state="rejected")}}, {"themes": {"billing": Filing(state="filed")}}),
        (
            "theme=speed&filed=none",
            {"themes": {"billing": Filing(state="filed")}},
            {"themes": {"speed": Filing(state="filed")}},
        ),
        ("language=nl", {"language": "nl"}, {"language": "de"}),
        ("since=2026-03-01", {"at": MONDAY - timedelta(hours=34)}, {"at": MONDAY - timedelta(hours=35)}),
        ("until=2026-03-01", {"at": MONDAY.replace(day=1, hour=22)}, {"at": MONDAY.replace(day=1, hour=23)}),
        ("words=yes", {"why": "Fine"}, {}),
        ("quotable=yes", {"quote": True, "why": "Fine"}, {"quote": True}),
        ("state=machine", {"state": "machine", "reasons": ("burst",)}, {}),
        ("state=waiting", {"state": "provisional", "reasons": ()}, {"state": "provisional", "reasons": ("too_soon",)}),
        ("state=unconfirmed", {"state": "provisional", "reasons": ("too_soon",)}, {"state": "provisional"}),
        ("", {}, {"state": "machine"}),
    ],
)
def test_each_filter_keeps_the_rest_out(desk: Desk, query: str, fits: dict[str, Any], not_so: dict[str, Any]) -> None:
    wanted = said(desk, 1, **fits)
    said(desk, 2, **not_so)
    assert found(desk, f"?{query}") == [path(wanted)]
    assert found(desk, f"?{query}", "owner") == [path(wanted)]


def test_an_account_s_answers_are_found_in_its_own_index_in_every_state(desk: Desk) -> None:
    wanted = said(desk, 1, state="machine")
    said(desk, 2, state="machine")
    account = f"?account={wanted.snapshot.account_id}"
    assert found(desk, account + "&state=all") == [path(wanted)]
    assert found(desk, account) == []


def test_expired_words_are_none_for_a_search_of_words(desk: Desk) -> None:
    one = said(desk, 1, why="Long ago")
    desk.world.clock.pass_by(days=366)
    assert found(desk, "?words=yes&until=2026-03-31") == []
    (shown,) = desk.get(FEED + "?until=2026-03-31").json["items"]
    assert (shown["id"], shown["words_gone"]) == (path(one), True)


@pytest.mark.parametrize(
    ("query", "field"),
    [
        ("since=yesterday", "since"),
        ("since=1700000000", "since"),
        ("until=2026-02-30", "until"),
        ("since=2026-03-02&until=2026-03-01", "since"),
        ("state=lost", "state"),
        ("group=fan", "group"),
        ("language=fr", "language"),
        ("after=junk!", "after"),
        (f"after={cursor_of('UNCONFIRMED')}", "after"),
        (f"after={cursor_of('2026-13-01T')}", "after"),
        ("words=no", "words"),
        ("sort=score", "sort"),
        (f"survey={'x' * 101}", "survey"),
    ],
)
def test_what_cannot_be_asked_for_is_named(desk: Desk, query: str, field: str) -> None:
    answer = desk.get(f"{FEED}?{query}")
    assert (answer.status, answer.json["error"]["field"]) == (400, field)


@pytest.mark.parametrize("hostile", ["'; DROP TABLE answers", "<script>", "../../etc", "\u202e", "{{7*7}}", "%00"])
def test_hostile_filters_find_nothing(desk: Desk, hostile: str) -> None:
    said(desk)
    for name in ("survey", "driver", "theme", "account"):
        assert found(desk, f"?{name}={quote(hostile)}") == []


def _all_pages(desk: Desk, query: str = "?state=counts", role: Any = "manager") -> tuple[list[str], int]:
    ids: list[str] = []
    after, asked = "", 0
    while asked == 0 or after:
        answer = desk.get(f"{FEED}{query}&after={after}", role).json
        ids += [one["id"] for one in answer["items"]]
        after, asked = answer["next"], asked + 1
        assert asked < 60
    return ids, asked


def test_the_cursor_leads_over_months_also_empty_ones_and_ends(desk: Desk) -> None:
    said(desk, 100, at=MONDAY - timedelta(days=900))
    desk.world.run()
    every = [path(said(desk, n, at=MONDAY - timedelta(days=n * 9))) for n in range(70)]
    ids, asked = _all_pages(desk, "?state=all")
    assert ids[:70] == every
    assert len(ids) == 71
    assert asked <= 5


def test_two_kinds_are_one_list_in_the_order_they_came(desk: Desk) -> None:
    kinds: list[Any] = ["confirmed", "machine", "provisional"]
    every = [path(said(desk, n, state=kinds[n % 3], at=MONDAY - timedelta(days=n))) for n in range(64)]
    assert _all_pages(desk, "?state=all")[0] == every


def test_what_came_in_one_second_is_neither_lost_nor_shown_twice(desk: Desk) -> None:
    every = {path(said(desk, n, at=MONDAY)) for n in range(60)}
    ids, _ = _all_pages(desk)
    assert len(ids) == 60
    assert set(ids) == every


def _many(desk: Desk, number: int) -> None:
    """Answers of one person, put straight into the table."""
    base = said(desk, 1, owner=OTHERS)
    for n in range(1, number):
        one = base.having(occasion=str(n + 1), confirmed_at=MONDAY - timedelta(minutes=n), revision=0)
        desk.world.responses.save(one, None, MONDAY, None)


@pytest.mark.parametrize("query", ["", "?group=detractor", "?state=all&words=yes", "?account=ACCOUNT"])
def test_a_request_reads_no_more_of_a_long_history(query: str) -> None:
    reads = []
    for number in (LOOKED_AT + 10, 3 * LOOKED_AT):
        with open_desk(World(programme=PROGRAMME)) as desk:
            _many(desk, number)
            account = desk.world.contacts.by_external_ids(["crm-1"])["crm-1"].account_id
            before = desk.world.items.reads
            assert desk.get(FEED + query.replace("ACCOUNT", account)).status == 200
            reads.append(desk.world.items.reads - before)
    assert reads[0] == reads[1]
    assert reads[0] <= 24


def test_a_rare_answer_takes_more_clicks_and_each_says_how_far_it_looked(desk: Desk) -> None:
    _many(desk, LOOKED_AT + 5)
    rare = said(desk, 2, score=0, at=MONDAY - timedelta(days=20))
    first = desk.get(f"{FEED}?group=detractor").json
    assert first["items"] == []
    assert first["next"]
    assert first["looked_until"] == "2026-03-02"
    second = desk.get(f"{FEED}?group=detractor&after={first['next']}").json
    assert [one["id"] for one in second["items"]] == [path(rare)]
    before = desk.world.items.reads
    desk.get(FEED + "?since=1990-01-01&state=machine")
    assert desk.world.items.reads - before <= MONTHS + 10


def test_an_erased_person_leaves_a_score_and_a_day(desk: Desk) -> None:
    one = said(desk, 1, score=4, why="Secret", drivers=("price",))
    desk.world.run()
    desk.world.responses.erase(one)
    (shown,) = desk.get(FEED).json["items"]
    assert (shown["erased"], shown["score"], shown["at"], shown["account"]) == (True, 4, "2026-03-02", "")
    assert shown["person"] is None
    assert "Secret" not in desk.get(f"{FEED}/{path(one)}").body
    assert desk.get(f"{FEED}/{path(one)}").json["history"] == []
    assert desk.get(FEED, "owner").json["items"] == []


def test_one_answer_is_told_with_its_history_and_its_person_s_others(desk: Desk) -> None:
    world = desk.world
    person = world.add_contact(owner_email=OURS)
    asked = world.asked(person)
    world.clock.pass_by(hours=30)
    world.answer(asked, 3, why="So slow", quote=True)
    world.run()
    other = world.responses.save(response(contact_id=person.contact_id, survey="day50", revision=0), None, MONDAY, None)
    name = answer_path(asked.reference)
    desk.post(THEMES, {"answers": [name], "theme": "billing", "step": "file"}, "owner")
    whole = desk.get(f"{FEED}/{name}", "owner").json
    assert [step["what"] for step in whole["history"]] == ["asked", "given", "counted", "case_opened", "theme_filed"]
    assert (whole["history"][-1]["by"], whole["history"][-1]["theme"]) == (OURS, "billing")
    assert [one["id"] for one in whole["others"]] == [path(other)]
    assert (whole["answer"]["reasons"], whole["answer"]["case"]["state"]) == (["gesture"], "open")
    assert {one["theme"]: one["state"] for one in whole["answer"]["themes"]} == {
        "speed": "suggested",
        "billing": "filed",
    }
    assert (whole["commitments"], whole["quotes"]) == ([], [])


def test_filing_is_recorded_without_a_word_of_the_person(desk: Desk) -> None:
    one = said(desk, 1, why="Anna Jansen says it is slow", themes={"speed": Filing(state="suggested", rule="words")})
    answer = desk.post(THEMES, {"answers": [path(one)], "theme": "speed", "step": "accept"}, "owner")
    assert answer.status == 200
    (theme,) = answer.json["answers"][0]["themes"]
    assert theme == {"theme": "speed", "state": "filed", "by": OURS, "hand": True}
    (change,) = desk.changes
    assert (change["what"], change["by"], change["state"]) == ("answers.accept_theme", OURS, "done")
    assert list(change["before"]["answers"].values()) == ["suggested"]
    assert list(change["after"]["answers"].values()) == ["filed"]
    assert "Jansen" not in str(change)


@pytest.mark.parametrize(
    ("before", "step"),
    [
        ({}, "file"),
        ({"speed": Filing(state="suggested", rule="words")}, "accept"),
        ({"speed": Filing(state="suggested", rule="words")}, "reject"),
        ({"support_theme": Filing(state="filed")}, "file"),
    ],
)
def test_taking_one_s_word_back_leaves_what_the_rules_say(desk: Desk, before: dict[str, Filing], step: str) -> None:
    one = said(desk, 1, why="It is slow" if "speed" in before else "Fine", themes=before)
    for what in (step, "take_back", "take_back"):
        answer = desk.post(THEMES, {"answers": [path(one)], "theme": "speed", "step": what})
        assert answer.status == 200, answer
    kept = desk.world.responses.get(*one.reference)
    assert kept
    assert kept.themes == before


def test_what_expired_words_suggested_is_suggested_again(desk: Desk) -> None:
    one = said(desk, 1, why="It is slow", themes={"speed": Filing(state="suggested", rule="words")})
    desk.world.clock.pass_by(days=366)
    for step in ("accept", "take_back"):
        desk.post(THEMES, {"answers": [path(one)], "theme": "speed", "step": step})
    kept = desk.world.responses.get(*one.reference)
    assert kept
    assert kept.themes["speed"] == Filing(state="suggested", rule="words")


def test_of_several_those_that_can_be_are_filed_and_the_others_named(desk: Desk) -> None:
    good, machine = said(desk, 1), said(desk, 2, state="machine")
    answer = desk.post(THEMES, {"answers": [path(machine), path(good)], "theme": "speed", "step": "file"}).json
    assert [one["id"] for one in answer["answers"]] == [path(good)]
    assert [(one["id"], one["field"]) for one in answer["refused"]] == [(path(machine), "answer")]
    refused = desk.post(THEMES, {"answers": [path(machine)], "theme": "speed", "step": "file"})
    assert (refused.status, refused.json["error"]["field"]) == (400, "answer")
    assert [change["state"] for change in desk.changes] == ["refused", "done"]


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"theme": "unknown"}, "theme"),
        ({"theme": ""}, "theme"),
        ({"step": "erase"}, "step"),
        ({"answers": []}, "answers"),
        ({"answers": ["x"] * 51}, "answers"),
        ({"extra": 1}, "extra"),
        ({"theme": 7}, "theme"),
    ],
)
def test_a_filing_that_cannot_be_is_refused_by_its_field(desk: Desk, change: dict[str, Any], field: str) -> None:
    one = said(desk)
    body = {"answers": [path(one)], "theme": "speed", "step": "file", **change}
    answer = desk.post(THEMES, body)
    assert answer.json["error"]["field"] == field
    assert answer.status in (400, 404)
    assert desk.world.responses.get(*one.reference).themes == {}  # type: ignore[union-attr]


def test_an_answer_others_keep_changing_is_a_conflict(desk: Desk) -> None:
    one = said(desk)
    items = desk.world.items

    def overtake() -> None:
        known = desk.world.responses.get(*one.reference)
        assert known
        desk.world.responses.save(known.having(updated_at=desk.world.clock()), None, MONDAY + timedelta(days=9), None)

    begun = 1  # the record of the change is written first
    for number in range(1, 12):
        items.before_write(begun + number, overtake) if number % 2 else None
    answer = desk.post(THEMES, {"answers": [path(one)], "theme": "speed", "step": "file"})
    assert (answer.status, answer.json["error"]["field"]) == (409, "answer")
    items.calm()
    assert [change["state"] for change in desk.changes] == ["refused"]


def _clicked(desk: Desk, *scores: int) -> str:
    world = desk.world
    asked = world.asked(world.add_contact(owner_email=OURS))
    for score in scores:
        world.clock.pass_by(seconds=40)
        world.answer(asked, score, gesture=False)
    world.run()
    return answer_path(asked.reference)


def _rule(desk: Desk, name: str, role: Any = "manager", **changes: Any) -> Any:
    (shown,) = desk.get(FEED + "?state=all").json["items"]
    body = {"what": "accepted", "reason": "She said so", "revision": shown["revision"], **changes}
    return desk.post(f"{FEED}/{name}/ruling", body, role)


def test_what_nobody_was_seen_giving_counts_once_its_owner_says_so(desk: Desk) -> None:
    name = _clicked(desk, 3)
    answer = _rule(desk, name, "owner")
    assert answer.status == 200, answer
    assert (answer.json["answer"]["state"], answer.json["answer"]["reasons"]) == ("counts", ["accepted"])
    desk.world.run()
    assert len(desk.world.cases()) == 1
    (change,) = desk.changes
    assert (change["what"], change["before"]["state"]) == ("answers.accept", "provisional")
    assert change["after"] == {"state": "confirmed", "score": 3}
    assert "She said so" not in str(change)
    steps = desk.get(f"{FEED}/{name}").json["history"]
    assert [(one["by"], one["reason"]) for one in steps if one["what"] == "accepted"] == [(OURS, "She said so")]


def test_a_ruling_is_for_what_was_looked_at(desk: Desk) -> None:
    name = _clicked(desk, 3, 8)
    assert _rule(desk, name, revision=99).status == 409
    refused = _rule(desk, name)
    assert (refused.status, refused.json["error"]["field"]) == (400, "score")
    assert _rule(desk, name, score=8, what="accepted").json["answer"]["score"] == 8
    again = _rule(desk, name, score=8)
    assert (again.status, again.json["error"]["field"]) == (409, "answer")
    assert [change["state"] for change in desk.changes] == ["refused", "done", "refused", "refused"]


def test_rejecting_twice_is_one_ruling(desk: Desk) -> None:
    name = _clicked(desk, 3)
    (shown,) = desk.get(FEED + "?state=all").json["items"]
    body = {"what": "rejected", "reason": "A scanner", "revision": shown["revision"]}
    assert [desk.post(f"{FEED}/{name}/ruling", body).status for _ in range(2)] == [200, 409]
    kept = desk.world.responses.get(*read_answer_path(name))
    assert kept
    assert [one.what for one in kept.rulings] == ["rejected"]


@pytest.mark.parametrize(
    "change", [{"reason": ""}, {"reason": "x" * 501}, {"score": 11}, {"what": "erased"}, {"by": "me"}]
)
def test_a_ruling_that_cannot_be_is_refused(desk: Desk, change: dict[str, Any]) -> None:
    name = _clicked(desk, 3)
    answer = _rule(desk, name, **change)
    assert (answer.status, answer.json["error"]["field"]) == (400, next(iter(change)))


def test_a_reason_of_blanks_is_none(desk: Desk) -> None:
    name = _clicked(desk, 3)
    assert RulingAsked(what="accepted", reason=" \n", revision=1).reason == ""
    answer = _rule(desk, name, reason=" \n ")
    assert (answer.status, answer.json["error"]["field"]) == (400, "reason")


def test_another_owner_rules_on_nothing(desk: Desk) -> None:
    name = _clicked(desk, 3)
    desk.world.add_contact(owner_email=OTHERS)
    assert _rule(desk, name, "owner").status == 404


OWASP = [
    "=1+1",
    "+1",
    "-1",
    "@SUM(1)",
    "\t=1",
    "\r=1",
    '=HYPERLINK("http://x")',
    "＝1+1",
    "＋1",
    "－1",
    "＠x",
    ";=1",
    "\n=1",
]


@pytest.mark.parametrize("formula", OWASP)
def test_no_cell_of_an_export_is_calculated(desk: Desk, formula: str) -> None:
    said(desk, 1, why=formula)
    (row,) = desk.post(EXPORT, {"format": "csv"}).json["items"]
    assert not row["why"].lstrip("\t\r\n ;").startswith(("=", "+", "-", "@", "＝", "＋", "－", "＠"))
    (row,) = desk.post(EXPORT, {"format": "jsonl"}).json["items"]
    assert row["why"] == formula


def test_an_export_is_what_the_command_hands_out_part_by_part(desk: Desk) -> None:
    for number in range(1, 121):
        said(desk, number, why=f"Word {number}", ratings={"quality": 4})
    said(desk, 200, state="machine")
    rows: list[Any] = []
    after, parts = "", 0
    while parts == 0 or after:
        part = desk.post(EXPORT, {"format": "jsonl", "after": after}).json
        rows, after, parts = rows + part["items"], part["next"], parts + 1
    days = desk.world.export_responses
    assert rows[::-1] == list(days.rows(days.last_day() - timedelta(days=99), days.last_day()))
    assert [(one["what"], one["state"], one["before"], one["after"]) for one in desk.changes] == [
        ("answers.export", "done", {"format": "jsonl"}, {"rows": 20}),
        ("answers.export", "done", {"format": "jsonl"}, {"rows": 100}),
    ]


def test_no_part_of_an_export_is_handed_out_without_a_record(desk: Desk) -> None:
    said(desk, 1)
    made_up = cursor_of("2026-03-03T00:00:00.000000Z")
    assert len(desk.post(EXPORT, {"format": "jsonl", "after": made_up}).json["items"]) == 1
    assert [(one["what"], one["after"]) for one in desk.changes] == [("answers.export", {"rows": 1})]


def test_the_record_of_an_export_keeps_no_name_that_was_typed(desk: Desk) -> None:
    mine = said(desk, 1)
    typed = {"account": "Anna Jansen", "survey": "anna@kaas.example", "driver": "Anna", "theme": "Jansen"}
    desk.post(EXPORT, {"filters": {**typed, "group": "detractor"}})
    assert desk.changes[0]["before"] == {"format": "csv", "group": "detractor"}
    ours = {"account": mine.snapshot.account_id, "survey": "annual", "driver": "contact_person", "theme": "speed"}
    desk.post(EXPORT, {"filters": ours})
    assert desk.changes[0]["before"] == {"format": "csv", **ours}


@pytest.mark.parametrize("occasion", ["first", "zendesk:" + "9" * 64, "project_delivered:2026-03-02-PRJ-000123"])
def test_the_feed_takes_the_cursor_it_gave(desk: Desk, occasion: str) -> None:
    for number in range(1, 53):
        said(desk, number, occasion=occasion)
    first = desk.get(FEED).json
    rest = desk.get(f"{FEED}?after={first['next']}")
    assert (rest.status, len(first["items"]), len(rest.json["items"])) == (200, 50, 2)


@pytest.mark.parametrize("name", ["since", "until"])
@pytest.mark.parametrize("day", ["0001-01-01", "1999-12-31", "2101-01-01", "9999-12-31", "2026-02-30"])
def test_a_day_that_no_answer_can_be_of_is_refused(desk: Desk, name: str, day: str) -> None:
    said(desk, 1)
    refused = desk.get(f"{FEED}?{name}={day}")
    assert (refused.status, refused.json["error"]["field"]) == (400, name)
    assert desk.post(EXPORT, {"filters": {name: day}}).status == 400
    for edge in ("2000-01-01", "2100-12-31"):
        assert desk.get(f"{FEED}?{name}={edge}").status == 200


@pytest.mark.parametrize("moment", ["0000-01-01", "0001-01-01", "2026-01-39", "2026-02-30", "9999-12-31", "1999-12-31"])
def test_a_cursor_of_a_day_there_never_was_is_refused(desk: Desk, moment: str) -> None:
    mine = said(desk, 1)
    after = cursor_of(f"{moment}T00:00:00.000000Z")
    for query in ("", f"&account={mine.snapshot.account_id}"):
        refused = desk.get(f"{FEED}?after={after}{query}")
        assert (refused.status, refused.json["error"]["field"]) == (400, "after")


def test_one_answer_costs_the_same_however_many_quotes_there_are() -> None:
    world = World(programme=PROGRAMME)
    world.items = items = CountedItems()
    with open_desk(world) as desk:
        one, other = said(desk, 1, why="quick answers", quote=True), said(desk, 2, why="quick answers", quote=True)
        read = []
        for name in range(61):
            chosen = {"text": {"en": "quick"}, "original": "en", "chosen_at": MONDAY, "chosen_by": "x"}
            chosen |= dict(zip(("contact_id", "survey", "occasion"), one.reference, strict=True))
            quote = Quote(quote_id=f"q{name}", withdrawals=one.quote_withdrawals, **chosen)
            world.quotes.save(quote, MONDAY + timedelta(days=300))
            before = items.read_items
            assert desk.get(f"{FEED}/{path(other)}").json["quotes"] == []
            read.append(items.read_items - before)
        assert read[0] == read[-1]
        assert len(desk.get(f"{FEED}/{path(one)}").json["quotes"]) == 61


def test_an_export_is_recorded_with_its_filters_and_is_a_manager_s(desk: Desk) -> None:
    said(desk, 1, survey="ticket")
    body = {"format": "csv", "filters": {"survey": "ticket", "since": "2026-03-01"}}
    part = desk.post(EXPORT, body).json
    assert part["columns"][:3] == ["id", "survey", "kind"]
    assert part["items"][0]["survey"] == "ticket"
    assert desk.changes[0]["before"] == {"format": "csv", "survey": "ticket", "since": "2026-03-01"}
    assert desk.post(EXPORT, body, "owner").status == 403
    refused = desk.post(EXPORT, {"filters": {"state": "machine"}})
    assert (refused.status, refused.json["error"]["field"]) == (400, "state")
    assert desk.changes[0]["state"] == "refused"
