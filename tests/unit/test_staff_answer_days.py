"""Answers at the desk are of the company's days: in every view, in filters, and on days a clock is moved."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from sayso.domain.answer_place import answer_path, read_answer_path
from sayso.domain.invitation import Snapshot
from sayso.domain.response import Response
from tests.builders import MONDAY, World, programme, response
from tests.desk import PEOPLE, Desk, open_desk

FEED = "/api/staff/answers"
EXPORT = "/api/staff/answers/export"


@pytest.fixture
def desk() -> Iterator[Desk]:
    with open_desk() as found:
        yield found


def said(desk: Desk, at: str, **changes: Any) -> Response:
    """An answer of somebody who gave it at a moment."""
    moment = datetime.fromisoformat(at).astimezone(UTC)
    one = f"{moment:%Y%m%d%H%M}"
    person = desk.world.add_contact(
        contact_id=one, email=f"p{one}@kaas.example", account="Kaas", owner_email=PEOPLE["owner"]
    )
    given = response(
        contact_id=person.contact_id,
        answered_at=moment,
        updated_at=moment,
        confirmed_at=moment,
        snapshot=Snapshot(account_id=person.account_id, language="en"),
        revision=0,
        **changes,
    )
    return desk.world.responses.save(given, None, MONDAY + timedelta(days=3650), None)


def found(desk: Desk, query: str) -> list[str]:
    answer = desk.get(f"{FEED}?{query}")
    assert answer.status == 200, answer
    return [one["id"] for one in answer.json["items"]]


# In Amsterdam the clock is moved on 29 March and on 25 October 2026: the one day has 23 hours, the other 25.
@pytest.mark.parametrize(
    ("day", "first", "last"),
    [
        ("2026-02-17", "2026-02-16T23:00:00Z", "2026-02-17T22:59:59Z"),
        ("2026-02-01", "2026-01-31T23:00:00Z", "2026-02-01T22:59:59Z"),
        ("2026-03-29", "2026-03-28T23:00:00Z", "2026-03-29T21:59:59Z"),
        ("2026-10-25", "2026-10-24T22:00:00Z", "2026-10-25T22:59:59Z"),
    ],
)
@pytest.mark.parametrize("account", [False, True])
def test_a_period_is_of_the_companys_days(desk: Desk, day: str, first: str, last: str, account: bool) -> None:
    start, end = (datetime.fromisoformat(one) for one in (first, last))
    desk.world.clock.pass_by(seconds=(end - MONDAY).total_seconds() + 86_400)
    within = [said(desk, last), said(desk, first)]
    for outside in (start - timedelta(seconds=1), end + timedelta(seconds=1)):
        said(desk, outside.isoformat())
    only = f"&account={within[0].snapshot.account_id}" if account else ""
    wanted = [answer_path(one.reference) for one in within]
    assert found(desk, f"since={day}&until={day}{only}") == wanted
    body = {"filters": {"since": day, "until": day, **({"account": only[9:]} if account else {})}}
    assert len(desk.post(EXPORT, body).json["items"]) == 2, "what is handed out is what is shown"


def test_a_company_west_of_greenwich_has_days_of_its_own() -> None:
    with open_desk(World(programme=programme(company={"timezone": "America/New_York"}))) as desk:
        desk.world.clock.pass_by(days=30)
        late = said(desk, "2026-03-01T03:30:00Z")
        said(desk, "2026-03-01T05:00:00Z")
        assert found(desk, "until=2026-02-28") == [answer_path(late.reference)]
        assert found(desk, "since=2026-02-28&until=2026-02-28") == [answer_path(late.reference)]


@pytest.mark.parametrize("query", ["since=2000-01-01", "until=2100-12-31", "since=2000-01-01&until=2000-01-01"])
def test_the_first_and_the_last_day_there_is_are_asked_for(desk: Desk, query: str) -> None:
    after = ""
    for _ in range(400):
        answer = desk.get(f"{FEED}?{query}&after={after}")
        assert answer.status == 200, answer
        after = answer.json["next"]
        if not after:
            return
    pytest.fail("it does not end")


def test_it_was_looked_back_to_a_day_of_the_companys(desk: Desk) -> None:
    for minute in range(51):
        said(desk, f"2026-03-01T23:{minute:02}:00Z")
    assert desk.get(FEED).json["looked_until"] == "2026-03-02"


def test_of_an_erased_person_the_day_is_the_companys_too(desk: Desk) -> None:
    one = said(desk, "2026-03-01T23:30:00Z")
    desk.world.erase_contact.erase(one.contact_id, "vera")
    (left,) = desk.get(f"{FEED}?since=2026-03-02").json["items"]
    assert (left["erased"], left["at"]) == (True, "2026-03-02")


def test_an_answer_behind_a_commitment_has_the_day_it_has_everywhere(desk: Desk) -> None:
    one = said(desk, "2026-03-01T23:30:00Z")
    fields = {"title": {"en": "F"}, "heard": {"en": "x"}}
    assert desk.post("/api/staff/commitments", {"id": "faster", "fields": fields}).status == 200
    contact_id, survey, occasion = one.reference
    body = {"add": [{"contact_id": contact_id, "survey": survey, "occasion": occasion}]}
    assert desk.post("/api/staff/commitments/faster/answers", body).status == 200
    (behind,) = desk.get("/api/staff/commitments/faster/answers").json["items"]
    (account,) = desk.get("/api/staff/accounts").json["items"]
    assert behind["day"] == account["last_answer"] == "2026-03-02"


def test_what_was_done_to_an_answer_leads_to_it(desk: Desk) -> None:
    one = said(desk, "2026-03-01T23:30:00Z", themes={})
    theme = next(iter(desk.world.programme.all_themes)).id
    asked = {"answers": [answer_path(one.reference)], "theme": theme, "step": "file"}
    assert desk.post(f"{FEED}/themes", asked).status == 200
    kind, _, name = desk.changes[0]["on"].partition(":")
    assert (kind, read_answer_path(name)) == ("answer", one.reference)
    assert desk.get(f"{FEED}/{name}").status == 200
