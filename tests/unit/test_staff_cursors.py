"""A cursor tells an owner nothing of anybody else's answers, and leads nobody to where they may not look."""

from __future__ import annotations

import base64
from collections.abc import Iterator
from datetime import timedelta

import pytest

from tests.builders import MONDAY, World
from tests.desk import PEOPLE, Desk, open_desk
from tests.unit.test_staff_answers import FEED, OTHERS, PROGRAMME, said

ROOM = "===="


@pytest.fixture
def desk() -> Iterator[Desk]:
    with open_desk(World(programme=PROGRAMME)) as found:
        yield found


def opened(cursor: str) -> bytes:
    return base64.urlsafe_b64decode(cursor + ROOM[: -len(cursor) % 4])


def test_an_owners_cursor_names_no_one_elses_answer_and_still_leads_on(desk: Desk) -> None:
    for number in range(1, 203):
        said(desk, number, occasion=f"zd:{number}", owner=OTHERS, at=MONDAY - timedelta(seconds=number // 40))
    mine = said(desk, 900, at=MONDAY - timedelta(days=1))
    first = desk.get(FEED, "owner").json
    assert first["items"] == []
    person = desk.world.contacts.by_external_ids(["crm-200"])["crm-200"]
    inside = opened(first["next"])
    for _ in range(3):  # text in text
        for told in (b"zd:", b"annual", person.contact_id[:8].encode()):
            assert told not in inside
        try:
            inside = base64.urlsafe_b64decode(inside + b"=" * (-len(inside) % 4))
        except ValueError:
            break
    second = desk.get(f"{FEED}?after={first['next']}", "owner")
    assert second.status == 200
    assert [one["person"]["contact_id"] for one in second.json["items"]] == [mine.contact_id]


def test_a_cursor_that_was_changed_or_is_another_persons_is_none(desk: Desk) -> None:
    for number in range(1, 203):
        said(desk, number, owner=OTHERS, at=MONDAY - timedelta(seconds=number))
    theirs, managers = desk.get(FEED, "owner").json["next"], desk.get(FEED).json["next"]
    assert theirs
    assert managers
    for wrong in (managers, theirs[:-2], f"A{theirs}", theirs.swapcase(), "A" * 40, "%C3%A9", "x"):
        refused = desk.get(f"{FEED}?after={wrong}", "owner")
        assert (refused.status, refused.json["error"]["field"]) == (400, "after"), wrong


def test_another_owners_account_is_the_same_as_none(desk: Desk) -> None:
    theirs = said(desk, 1, owner=OTHERS, at=MONDAY - timedelta(days=40))
    for query in ("", "&since=2026-01-01", "&until=2026-02-01"):
        known = desk.get(f"{FEED}?account={theirs.snapshot.account_id}{query}", "owner").json
        unknown = desk.get(f"{FEED}?account=nope{query}", "owner").json
        assert known == unknown
        assert known["items"] == []
    assert desk.get(f"{FEED}?account={theirs.snapshot.account_id}").json["items"]


def test_lists_of_an_account_and_a_commitment_keep_their_cursors_shut_too(desk: Desk) -> None:
    desk.post("/api/staff/commitments", {"id": "faster", "fields": {"title": {"en": "F"}, "heard": {"en": "x"}}})
    world, refs = desk.world, []
    for number in range(60):
        owner = PEOPLE["owner"] if number < 20 else OTHERS
        person = world.add_contact(
            contact_id=f"crm-{number}", email=f"p{number}@kaas.example", account="Kaas", owner_email=owner
        )
        asked = world.asked(person, survey="annual", occasion="first")
        world.answer(asked, 3)
        refs.append({"contact_id": person.contact_id, "survey": "annual", "occasion": "first"})
    world.settle()
    assert desk.post("/api/staff/commitments/faster/answers", {"add": refs, "remove": []}).status == 200
    strangers = {one["contact_id"] for one in refs[20:]}
    for path in (f"/api/staff/accounts/{person.account_id}/answers", "/api/staff/commitments/faster/answers"):
        seen, after = 0, ""
        for _ in range(6):
            part = desk.get(f"{path}?after={after}", "owner")
            assert part.status == 200
            seen, after = seen + len(part.json["items"]), part.json["next"]
            assert not any(one.encode() in opened(after) for one in strangers)
            if not after:
                break
        assert seen == 20, path


def test_an_owners_cursor_of_follow_ups_names_none_of_others_and_no_moment_of_theirs(desk: Desk) -> None:
    from tests.unit.test_staff_cases import KIM, Company, put_cases

    company = Company(desk)
    case = company.unhappy(KIM)
    put_cases(company, case, 230, state="solved", owner_email=KIM)
    mine = company.unhappy()
    closed_at = case.due_at - timedelta(days=1)
    desk.world.follow_ups.save(company.now(mine).having(state="solved", closed_at=closed_at))
    for query in ("column=over", "column=to_contact&whose=escalated"):
        if "escalated" in query:
            put_cases(company, case, 230, owner_email=KIM, owner_id=desk.world.pseudonyms.of_owner(KIM))
        managers = desk.get(f"/api/staff/cases?{query}&survey=day50").json
        found = desk.get(f"/api/staff/cases?{query}", "owner").json
        assert (found["items"], bool(found["next"])) == ([], True)
        assert not any(b"2026-03" in opened(one["next"]) for one in (found, managers))
        # A day of the company's begins at eleven in the evening.
        assert (found["looked_until"][11:], managers["looked_until"][11:]) != ("23:00:00Z", "23:00:00Z")
        assert found["looked_until"].endswith("T23:00:00Z")
        for wrong in (managers["next"], found["next"][:-2], "A" * 40):
            refused = desk.get(f"/api/staff/cases?{query}&after={wrong}", "owner")
            assert (refused.status, refused.json["error"]["field"]) == (400, "after"), wrong
        further = desk.get(f"/api/staff/cases?{query}&after={found['next']}", "owner").json
        assert [one["id"] for one in further["items"]] == ([mine.follow_up_id] if "over" in query else [])
